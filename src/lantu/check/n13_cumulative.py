"""N13: the rates of several years compound, they do not add.

Rule: where a growth or reduction over a span of years is printed, and that of every year in it is known, the span's is Π(1+g) − 1 (reductions: 1 − Π(1−d)), within the
digits. The plain sum of the years in its place is an error; any other figure is likely to be one. Where other documents print the years, they were probably revised: information.
Exceptions: spans of which a year is not known; averages (N2); changes in points, which do add; values that are only bounded.
Source: F5; a summed energy reduction of 19.71 % was printed for a five-year plan.

规则：列出多年累计增幅或降幅，且其中各年增速均已知的，累计数应为各年连乘（1+增速）减1，按印出位数的区间比较。以各年简单相加代替的为错误，其他不一致的列为疑似；各年数出自其他文件的（可能已修订），只作提示。
例外：有的年份增速未知的；年均增速（N2）；以百分点表示的变动（可以相加）；带限定的数值。
依据：公式F5；实例：某五年能耗降幅以各年相加得出。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure, number, percent
from lantu.formulas import Bounds
from lantu.model import Measure, Nature, Note, Severity, Statement
from lantu.registers import units

Subject = tuple[str, str, str]


def run(case: Case) -> Iterator[Answered]:
    """Every growth over a span in a draft whose years are all known."""
    yearly = _yearly(case)
    for reading in case.readings:
        for one in reading.statements:
            if _is_growth(one) and one.period.is_span and case.series(one):
                span = range(one.period.first_year, one.period.last_year + 1)
                years = [yearly.get((case.subject(one), year)) for year in span]
                known = [year for year in years if year]
                if len(known) == len(years):
                    yield _answer(case, one, known)


def _yearly(case: Case) -> dict[tuple[Subject, int], Statement]:
    """The growth of each year: the draft's own, else the latest document's."""
    found: dict[tuple[Subject, int], Statement] = {}
    readings = sorted(
        case.ledger.readings, key=lambda r: (r.document.sha256 in case.drafts, r.document.front.date or "")
    )
    for reading in readings:
        for one in reading.statements:
            if _is_growth(one) and one.period.is_year and case.series(one):
                found[case.subject(one), one.period.first_year] = one
    return found


def _is_growth(one: Statement) -> bool:
    told = one.measure is Measure.GROWTH and one.nature is not Nature.TARGET and intervals.is_plain(one.quantity)
    return told and units.dimension(one.quantity.unit) == "percent" and one.qualifiers.against != "previous_period"


def _answer(case: Case, whole: Statement, years: Sequence[Statement]) -> Answered:
    rates = [intervals.share(intervals.printed(year)) for year in years]
    found = _compounded([low for low, _ in rates]), _compounded([high for _, high in rates])
    added = formulas.total(low for low, _ in rates), formulas.total(high for _, high in rates)
    said = intervals.share(intervals.cut(whole) if whole.quantity.value > 0 else _cut_below(whole))
    exact = _compounded([year.quantity.value / intervals.HUNDRED for year in years])
    total = formulas.total(year.quantity.value for year in years)
    seen = Note.of(
        "n13_seen", name=case.name(whole), span=whole.period, whole=figure(whole), compounded=percent(exact),
        years=", ".join(f"{y.period}: {figure(y)}" for y in years), total=number(total),
    )  # fmt: skip
    evidence = case.evidence(whole, *years)
    if intervals.overlap(found, said):
        return passed(*evidence, seen=seen)
    summed = intervals.overlap(added, said)
    revised = any(year.document != whole.document for year in years)
    return failed(
        *evidence,
        seen=seen,
        printed=figure(whole),
        computed=f"{percent(exact)}%",
        explanations=[Note.of("check_years_added" if summed else "check_base_revised")],
        ask=Note.of("n13_ask", name=case.name(whole)),
        severity=None if summed else Severity.INFORMATION if revised else Severity.LIKELY,
    )


def _compounded(rates: Sequence[Decimal]) -> Decimal:
    return formulas.compound(rates) - 1


def _cut_below(whole: Statement) -> Bounds:
    """A fall may be cut off too: −14.1 is −14.2 … −14.05."""
    low, high = intervals.printed(whole)
    return low - whole.quantity.half_digit, high


CHECK = Check("N13", 1, "多年累计幅度", "Rates over several years", Severity.ERROR, run)
