"""N10: quarters make the year, parts that leave nothing out make the whole, and rows make their total.

Rule: in one document, the four quarters, two halves or twelve months of a flow sum to its year, and the parts of `registers/sums.csv` (出口 and 进口, the three industries) to their whole, within
the digits of all; so do the parts that a sentence adds to the total of a budget's funds (加上 … 收入总量) or names behind it (收入总计 …, 其中 …). In a table with one row 合计 or 总计, first or last, the other rows of a column sum to it.
Exceptions: rates, stocks and indexes do not add up; a part, quarter or year that is not printed as one plain value; tables with rows
within rows (其中, 小计), columns of rates, averages, ranks or years, merged cells. Sums are often not adjusted mechanically and
quarters are revised: likely, never an error; parts behind 其中 that fall short of the total may be only some of them: information.
Source: conventions 7 and 8 of official statistics.

规则：同一文件中，流量指标四个季度、上下半年、十二个月之和应等于全年；出口与进口、三次产业等（见 sums.csv）各部分之和应等于整体，预算“加上…收入总量”“收入总计…其中…”所列各项之和应等于总额，均按印出位数的区间比较。只有一个“合计”“总计”行且在首行或末行的表，各行之和应等于合计。
例外：比率、存量、指数不相加；未全部以单一数值列出的；有“其中”“小计”行的表，比率、平均数、位次、年份列，合并单元格。分项数未作机械调整、季度数有修订的情形常见，最多列为疑似；“其中”所列各项少于总额，可能只列了一部分，只作提示。
依据：统计惯例7、8。
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from lantu import formulas
from lantu.check import budget_sums, intervals, total_rows
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.budget_sums import Account
from lantu.check.case import Case
from lantu.check.intervals import figure, number
from lantu.check.levels import Levels, levels
from lantu.check.total_rows import Sum
from lantu.formulas import Bounds
from lantu.model import Answer, CellPlace, Document, Note, Reading, Severity, Statement
from lantu.registers import sums

_HALF = Decimal("0.5")
_PARTED = (("Q1", "Q2", "Q3", "Q4"), ("H1", "H2"), tuple(f"{month:02}" for month in range(1, 13)))  # of a year


def run(case: Case) -> Iterator[Answered]:
    """Every year with its quarters, and every whole with its parts, in each draft."""
    for reading in case.readings:
        found = levels(case, reading)
        for whole, parts in sums.load():
            for key, total in found.get(whole, {}).items():
                yield from _answers(case, total, [found.get(part, {}).get(key) for part in parts])
        yield from _years(case, found)
        yield from _tables(case, reading)
    for sentence in case.sentences:
        for account in budget_sums.accounts(sentence):
            yield from _account(case, account)


def _account(case: Case, account: Account) -> Iterator[Answered]:
    """What funds are made of. Parts behind 其中 may be some of several: that they fall short is a question, N9 has the rest."""
    for said in _answers(case, account.total, account.parts):
        if account.whole or said.answer is not Answer.FAILED:
            yield said
            continue
        unit = account.total.quantity.unit
        most = formulas.total(high for _, high in filter(None, (intervals.meant(p, unit) for p in account.parts)))
        whole = intervals.meant(account.total)
        if whole and most < whole[0]:
            yield replace(
                said, severity=Severity.INFORMATION, explanations=(*said.explanations, Note.of("check_parts_unnamed"))
            )


def _years(case: Case, found: Levels) -> Iterator[Answered]:
    for by_key in found.values():
        for (place, scope, period, nature), total in by_key.items():
            indicator = case.indicator(total)
            if total.period.is_year and indicator and indicator.quantity_kind == "flow":
                for names in _PARTED:
                    parts = [by_key.get((place, scope, f"{period}-{part}", nature)) for part in names]
                    yield from _answers(case, total, parts)


def _tables(case: Case, reading: Reading) -> Iterator[Answered]:
    """The total rows of a draft's tables; one number is left over where a sum misses by more than the digits of its parts."""
    for number_of, table in enumerate(reading.document.tables):
        for found in total_rows.sums(table):
            yield _row_answer(case, reading.document, number_of, found)


def _row_answer(case: Case, document: Document, table: int, found: Sum) -> Answered:
    evidence = [
        case.cell(document, CellPlace(table, f.row, f.column), f.cell.start, f.cell.end)
        for f in (found.total, *found.parts)
    ]
    computed = formulas.total(part.value for part in found.parts)
    loose = formulas.total(_HALF.scaleb(-f.places) for f in (found.total, *found.parts))
    seen = Note.of(
        "n10_rows", header=found.header, sum=" + ".join(f.cell.text.strip() for f in found.parts),
        computed=number(computed), printed=found.total.cell.text.strip(),
    )  # fmt: skip
    if abs(computed - found.total.value) <= (loose if found.total.places or _rounded(found) else 0):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=found.total.cell.text.strip(), computed=number(computed),
        explanations=[Note.of("check_not_adjusted")], ask=Note.of("n10_ask", name=found.header),
    )  # fmt: skip


def _rounded(found: Sum) -> bool:
    """Whether a part is printed more finely than the total."""
    return any(part.places > found.total.places for part in found.parts)


def _answers(case: Case, total: Statement, parts: Sequence[Statement | None]) -> Iterator[Answered]:
    held = [part for part in parts if part]
    bounds = [intervals.meant(part, total.quantity.unit) for part in held]
    known = [each for each in bounds if each]
    if len(known) == len(parts):
        yield _answer(case, total, held, known)


def _answer(case: Case, total: Statement, parts: Sequence[Statement], known: Sequence[Bounds]) -> Answered:
    found = formulas.total(low for low, _ in known), formulas.total(high for _, high in known)
    middle = (found[0] + found[1]) / 2
    seen = Note.of(
        "n10_seen", name=case.name(total), period=total.period, sum=" + ".join(map(figure, parts)),
        computed=f"{number(middle.normalize())}{total.quantity.unit}", printed=figure(total),
    )  # fmt: skip
    evidence = case.evidence(total, *parts)
    whole = intervals.meant(total)
    if whole is None or intervals.overlap(found, whole):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(total), computed=f"{number(middle.normalize())}{total.quantity.unit}",
        explanations=[Note.of("check_not_adjusted")], ask=Note.of("n10_ask", name=case.name(total)),
    )  # fmt: skip


CHECK = Check("N10", 3, "分项之和与合计", "Sums of parts and quarters", Severity.LIKELY, run)
