"""Whatever the documents print, an evaluation comes out, with its reasons and in the same words."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.model import Comparator, Measure, Status, TargetKind
from tests.evaluate.ledgers import Book

numbers = st.one_of(
    st.decimals("-300", "300", places=1),
    st.sampled_from(["0", "-100", "100", "-100.0", "0.00", "99999999999999999999999999999999", "0.000000001"]).map(
        Decimal
    ),
)
signs = st.sampled_from(["", ">=", "<=", ">", "<", "~"])
names = st.sampled_from(["gdp", "fai", "retail_sales", "local:甲"])
units = st.sampled_from(["%", "亿元", "个百分点", "件"])
measures = st.sampled_from(
    [Measure.LEVEL, Measure.GROWTH, Measure.CHANGE, Measure.CUMULATIVE, Measure.AVERAGE_GROWTH, Measure.RANK]
)
periods = st.sampled_from(["2020", "2021", "2022", "2023", "2023-H1", "2021-2022", "2021-2023", "2025"])
values = st.tuples(names, periods, numbers, units, measures)
targets = st.tuples(
    names, st.sampled_from(["2021-2025", "2025"]), signs, numbers, units, st.sampled_from(TargetKind),
    st.sampled_from([Measure.LEVEL, Measure.GROWTH, Measure.RANK]), st.none() | numbers, st.none() | numbers,
)  # fmt: skip


def plain(number: Decimal) -> str:
    return format(number, "f")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(values, max_size=6),
    st.lists(targets, min_size=1, max_size=3),
    st.sampled_from([None, "2022-06-30", "2025-12-31"]),
)
def test_no_ledger_stops_it(
    printed: list[tuple[str, str, Decimal, str, Measure]],
    wanted: list[tuple[str, str, str, Decimal, str, TargetKind, Measure, Decimal | None, Decimal | None]],
    day: str | None,
) -> None:
    book = Book()
    outline, report = book.outline(), book.annual(book.page("report", reporting=2022), 2023)
    for name, period, value, unit, measure in printed:
        book.value(report, name, period, plain(value), unit, measure)
    for name, period, sign, value, unit, kind, measure, base, path in wanted:
        said = sign + plain(value)
        of_base = None if base is None else ("2020", plain(base))
        of_path = None if path is None else (plain(path), "%", Measure.AVERAGE_GROWTH)
        book.target(outline, name, period, said, unit, kind, measure, base=of_base, path=of_path)
        book.target(report, name, "2023", said, unit, kind, measure)
    found = book.evaluated(day)
    for one in found.assessments:
        assert (one.reason is not None) is (one.status is Status.NOT_ASSESSABLE)
        assert one.progress is None or one.progress.comparator in (Comparator.EQ, Comparator.GE)
        assert one.elapsed is None or one.elapsed <= 1
    assert found == book.evaluated(day)
