"""N5: the unit in an indicator table measures what the indicator is.

Rule: the register knows the kinds of unit in which an indicator is printed (万元/人 for 全员劳动生产率); a level in a table row
with a unit of another kind is an error.
Exceptions: growth, change, ranks and sums have units of their own; a row or column that is headed as growth; indicators that
the register does not know.
Source: the indicator register.

规则：指标表中总量、水平值的计量单位应与指标登记册一致（如全员劳动生产率为万元/人）。
例外：增速、变化、位次另有单位；表头或名称写明是增速的；登记册没有的指标。
依据：指标登记册。
"""

import re
from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case, Row
from lantu.check.intervals import figure
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import indicators
from lantu.registers.indicator_records import Indicator, kind_of

_GROWTH = re.compile(r"增长|增速|增幅|增减|同比|±|升降|比上年|年均|比重|占比|完成")


def run(case: Case) -> Iterator[Answered]:
    """Every table row whose indicator the register knows."""
    for row in case.rows:
        levels = [s for s in row.statements if s.measure is Measure.LEVEL and s.quantity.unit]
        if levels:
            yield _answer(case, row, levels)


def _answer(case: Case, row: Row, levels: list[Statement]) -> Answered:
    evidence = case.evidence(*levels)
    first = levels[0]
    indicator = case.indicator(first) or _named(case, first.indicator)
    if indicator is None:
        return not_applicable("check_local_indicator", *evidence, name=first.indicator)
    wrong = [s for s in levels if not _fits(indicator, s)]
    if not wrong:
        return passed(*evidence)
    if _is_growth(row, wrong):
        return not_applicable("check_growth_column", *evidence, name=first.indicator)
    unit = wrong[0].quantity.unit
    return failed(
        *case.evidence(*wrong),
        seen=Note.of("n05_seen", name=first.indicator, printed=figure(wrong[0]), unit=unit, usual=indicator.unit),
        printed=unit,
        computed=indicator.unit,
        ask=Note.of("n05_ask", name=first.indicator, usual=indicator.unit),
    )


def _named(case: Case, name: str) -> Indicator | None:
    """The one indicator that a name means whatever its unit."""
    meant = indicators.named(name, case.registers)
    return meant[0] if len(meant) == 1 else None


def _fits(indicator: Indicator, statement: Statement) -> bool:
    kind = kind_of(statement.quantity.unit)
    numerator = kind_of(statement.quantity.unit.partition("/")[0])
    kinds = indicator.kinds | {kind_of(u.partition("/")[0]) for u in indicator.units}
    return kind in kinds or numerator in kinds


def _is_growth(row: Row, wrong: list[Statement]) -> bool:
    """Whether a head of the wrong columns, or the row itself, says that growth or a share is meant."""
    columns = {s.cell.column for s in wrong if s.cell}
    heads = [line[c].text for line in row.table.rows[: row.table.header_rows] for c in columns if c < len(line)]
    names = [cell.text for cell in row.table.rows[row.number][: min(columns, default=0)]]
    return any(_GROWTH.search(text) for text in (*heads, *names))


CHECK = Check("N5", 1, "单位与指标", "Unit against the indicator", Severity.ERROR, run)
