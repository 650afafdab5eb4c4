"""N5: a unit measures what the indicator is.

Rule: the register knows the kinds of unit in which an indicator is printed (万元/人 for 全员劳动生产率); a level in a table row
with a unit of another kind is an error. In a sentence, a level in % of an indicator that is never printed in % is likely to be one.
Exceptions: growth, change, ranks and sums have units of their own; a row or column that is headed as growth; indicators that
the register does not know; in a sentence, names that do not stand right before the number, and what is counted
(优良天数92.9% is the share of the days).
Source: the indicator register.

规则：指标表中总量、水平值的计量单位应与指标登记册一致（如全员劳动生产率为万元/人）；正文中以%列出从不以%计量的指标水平值的，列为疑似。
例外：增速、变化、位次另有单位；表头或名称写明是增速的；登记册没有的指标；正文中指标名称不紧接在数值之前的，以及计数类指标（优良天数92.9%指其占比）。
依据：指标登记册。
"""

import re
from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case, Row, Sentence
from lantu.check.intervals import figure
from lantu.model import Confidence, Measure, Note, Severity, Statement
from lantu.registers import indicators, units
from lantu.registers.indicator_records import Indicator, kind_of

_GROWTH = re.compile(r"增长|增速|增幅|增减|同比|±|升降|比上年|年均|比重|占比|完成")
_COUNTED = frozenset({"item", "person", "time", "times"})  # of which a per cent is a share
_STATES = re.compile(
    r"[，、：\s]*(?:(?:已|约)?(?:达到?|为|是|提高到|提升到|提升至|升至|增至|降至|实现|保持在))?了?[约近超]?过?"
)


def run(case: Case) -> Iterator[Answered]:
    """Every table row whose indicator the register knows, and every per cent in a sentence that its name alone is said of."""
    for sentence in case.sentences:
        for one in sentence.statements:
            if one.measure is Measure.LEVEL and units.dimension(one.quantity.unit) == "percent":
                yield from _told(case, sentence, one)
    for row in case.rows:
        levels = [s for s in row.statements if s.measure is Measure.LEVEL and s.quantity.unit]
        if levels:
            yield _answer(case, row, levels)


def _told(case: Case, sentence: Sentence, one: Statement) -> Iterator[Answered]:
    """A level in % whose indicator, named right before it, has another unit."""
    name, lead = one.indicator, sentence.lead(one)
    said = _STATES.fullmatch(lead.rpartition(name)[2]) if name in lead else None
    indicator = _named(case, name) if said and one.confidence is Confidence.SURE else None
    if indicator is None or indicator.kinds & _COUNTED or _GROWTH.search(lead) or _GROWTH.search(name):
        return
    if _fits(indicator, one):
        yield passed(*case.evidence(one))
    else:
        yield _wrong(case, indicator, [one], Severity.LIKELY)


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
    return _wrong(case, indicator, wrong)


def _wrong(case: Case, indicator: Indicator, wrong: list[Statement], severity: Severity | None = None) -> Answered:
    name, unit = wrong[0].indicator, wrong[0].quantity.unit
    return failed(
        *case.evidence(*wrong),
        seen=Note.of("n05_seen", name=name, printed=figure(wrong[0]), unit=unit, usual=indicator.unit),
        printed=unit,
        computed=indicator.unit,
        ask=Note.of("n05_ask", name=name, usual=indicator.unit),
        severity=severity,
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
