"""N37: several documents say one value of one thing.

Rule: the same indicator, place, scope, price basis, measure and period, printed once in each of two publications, agrees within the digits. Documents of one
session (one reporting year) that part are likely to hold a mistake; a later year's document that parts has restated the figure.
Exceptions: a figure restated by 5 % of a level or one point of a growth or less, or given as 预计 before: information; so are money levels up to a fifth off that an economic
census between the two documents revised, and a target that a later five-year plan sets anew. A document that prints several values of the thing; values that
are only bounded; things counted in 个, 家, 项, which documents count for themselves.
Source: the same-session check; conventions 2 and 3 of official statistics.

规则：同一指标（地区、口径、价格、度量、时期均同）在两个文件中各出现一次的，应在印出位数内一致。同一次会议（同一报告年度）的文件不一致的列为疑似；以后年度文件不一致的为数据重述。
例外：重述幅度在5%（增速为1个百分点）以内，或原为预计数的，只作提示；两个文件之间公布过经济普查结果、相差五分之一以内的价值量，以及以后的五年规划重新确定的目标，也只作提示；同一文件中有几个数值的；带限定的数值；以个、家、项计数的（各文件自行计数）。
依据：同一会议文件互核；统计惯例2、3。
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from lantu.check import census, intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.model import Measure, Nature, Note, Publication, Reading, Severity, Statement
from lantu.registers import plans, units
from lantu.registers.indicator_records import kind_of

_MEASURES = frozenset({Measure.LEVEL, Measure.GROWTH, Measure.AVERAGE_GROWTH})
_COUNTED = frozenset({"item", "visit", "times", ""})
_ORDINARY = Decimal("0.05")
_CENSUS = Decimal("0.2")  # the census of 2004 added a sixth
_POINT = Decimal(1)
_FISCAL = "财政"
_MONEY = "money"

Key = tuple[object, ...]


def run(case: Case) -> Iterator[Answered]:
    """Every two publications, one of them checked, that print the same thing once each."""
    found: dict[Key, dict[str, Statement]] = {}
    for reading in case.ledger.readings:
        publication = case.publications[reading.document.sha256]
        for key, one in _once(case, reading):
            found.setdefault(key, {}).setdefault(publication.id, one)
    for said in found.values():
        for first, second in combinations(said.values(), 2):
            if case.in_draft((first, second)):
                yield _answer(case, *sorted((first, second), key=lambda s: _when(case, s)))


def _once(case: Case, reading: Reading) -> Iterator[tuple[Key, Statement]]:
    """What a document prints once, or always alike."""
    held: dict[Key, list[Statement]] = {}
    for one in reading.statements:
        kind = kind_of(one.quantity.unit)
        if one.measure in _MEASURES and kind not in _COUNTED and case.indicator(one):
            qualifiers = one.qualifiers.price, one.qualifiers.lagged, one.qualifiers.against == "previous_period"
            whole: Key = (*case.subject(one), one.measure, one.period, one.nature is Nature.TARGET, qualifiers, kind)
            held.setdefault(whole, []).append(one)
    for key, said in held.items():
        if all(intervals.is_plain(s.quantity) and _alike(said[0], s) for s in said):
            yield key, max(said, key=lambda s: intervals.places(s.quantity))


def _alike(one: Statement, other: Statement) -> bool:
    bounds = intervals.in_unit(intervals.printed(one), one.quantity.unit, other.quantity.unit)
    return bounds is None or intervals.overlap(bounds, intervals.printed(other))


def _when(case: Case, one: Statement) -> tuple[int, str, str]:
    front = case.ledger.document[one.document].front
    return front.reporting_year or 0, front.date or "", one.document


def _answer(case: Case, earlier: Statement, later: Statement) -> Answered:
    evidence = case.evidence(later, earlier)
    documents = [case.publications[s.document] for s in (later, earlier)]
    seen = Note.of(
        "n37_seen", name=case.name(later), period=later.period, later=figure(later), earlier=figure(earlier),
        document=_title(documents[0]), other=_title(documents[1]),
    )  # fmt: skip
    if _alike(earlier, later):
        return passed(*evidence, seen=seen)
    restated = _when(case, earlier)[0] != _when(case, later)[0]
    revised = _census(case, earlier, later)
    small = _ORDINARY if revised is None else _CENSUS
    ordinary = restated and (
        earlier.nature is Nature.ESTIMATE or _is_small(earlier, later, small) or _is_set_anew(case, earlier, later)
    )
    return failed(
        *evidence,
        seen=seen,
        printed=figure(later),
        computed=figure(earlier),
        explanations=_explanations(revised, restated=restated),
        ask=Note.of("n37_ask_restated" if restated else "n37_ask", name=case.name(later)),
        severity=Severity.INFORMATION if ordinary else None,
    )


def _title(publication: Publication) -> str:
    return publication.title or publication.id


def _explanations(revised: int | None, *, restated: bool) -> Iterator[Note]:
    if revised is not None:
        yield Note.of("check_census", year=revised)
    yield Note.of("check_base_revised" if restated else "check_scope_changed")


def _census(case: Case, earlier: Statement, later: Statement) -> int | None:
    """The economic census that revised a level of money between the two documents."""
    indicator = case.indicator(later)
    money = later.measure is Measure.LEVEL and units.dimension(later.quantity.unit) == _MONEY
    if not money or later.nature is Nature.TARGET or indicator is None or indicator.sector.startswith(_FISCAL):
        return None
    return census.between(_planned(case, earlier), _planned(case, later), later.period.last_year)


def _planned(case: Case, one: Statement) -> int | None:
    """The year in which a document was made."""
    front = case.ledger.document[one.document].front
    year = front.reporting_year
    return int(front.date[:4]) if front.date else year and year + 1


def _is_set_anew(case: Case, earlier: Statement, later: Statement) -> bool:
    """Whether a target was set in an earlier five-year plan than the one in which it is set again."""
    made = [_planned(case, one) for one in (earlier, later)]
    plan, now = (plans.holding(year) if year else None for year in made)
    return later.nature is Nature.TARGET and plan is not None and now is not None and plan != now


def _is_small(earlier: Statement, later: Statement, share: Decimal) -> bool:
    before = units.convert(earlier.quantity.value, earlier.quantity.unit, later.quantity.unit)
    if before is None:
        return False
    apart = abs(later.quantity.value - before)
    return apart <= _POINT if later.measure is not Measure.LEVEL else apart <= abs(before) * share


CHECK = Check("N37", 1, "各文件之间", "Across documents", Severity.LIKELY, run)
