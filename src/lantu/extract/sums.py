"""Which levels are sums over years, which per cents growth: what the sentence and the review around it add."""

import re

from lantu.extract import measures, timing
from lantu.extract.clauses import Clause
from lantu.model import Measure, Nature
from lantu.registers import phrases

_SUMMED = re.compile(
    r"(?<!\d)(?:五|四|三|两|二|十|5|4|3)年(?:来|间|累计|共|合计)|过去(?:的)?[五三四两十5]年|[“”](?:时期|期间)累计"
    r"|(?:^|[，。；、])(?:在)?[五四三两十543]年(?:中|内|里)?(?![规计期制之级后前月的度以])"
)
_STANDS_ENDS = frozenset("到至达破为有在")
_STANDS = re.compile(r"(?:到|至|达|达到|突破|为|有|在)$")
_PLANNED_YEARS = re.compile(r"^(?:未来|今后)?五年|^规划期内")
_PAIR = re.compile(r"[从由][^，。；]*$|(?:到|至)[^，。；]{2,8}年的$")
_FLOW = re.compile(rf"(?:{phrases.one_of('flow_verb')})|.*新增|.*惠及|.*(?:{phrases.one_of('flow_end')})(?:人数)?$")
_GROWTH_AFTER = re.compile(r"的?[^，。；、]{0,6}(?:增长|增速|速度|增幅)(?:$|[，。；、])?")
_AVERAGE = re.compile("年均(?!浓度|气温|值|降水|收入|水平)")
_YEARLY = re.compile("每年|年均|每人|每户|平均年|月均|日均|第[一二三四五]年|按年")
_MEAN = re.compile("年均(?!浓度|气温|值|降水|收入|水平)|平均每年|每年平均|平均年")
_IN_ALL = re.compile("合计|共计|累计")
_PAYS = re.compile("(?:投入|安排|支持|拨出|拨付|筹集|引进|培训|培养|改造|减免|发放|出让)[^，。；]{0,6}$")
_POINTS = frozenset({"百分点", "位次", "名次", "千分点"})


def measure(clause: Clause, said: Measure, name: str, times: timing.Times, *, after_sum: bool) -> Measure:
    """The measure of a quantity; `said`: what the words beside it make of it, `after_sum`: whether its sentence sums."""
    unit = clause.token.unit
    if said is Measure.LEVEL and unit.lstrip("个") in _POINTS:
        return Measure.CHANGE
    if unit == "%" and said in {Measure.LEVEL, Measure.GROWTH}:
        return _percent(clause, said, name, times)
    if said is not Measure.LEVEL or unit == "‰":
        return said
    return Measure.CUMULATIVE if _is_sum(clause, name, times, after_sum=after_sum) and not _yearly(clause) else said


def _yearly(clause: Clause) -> bool:
    """Whether a clause tells the part of one year, month or person (每年安排10亿元)."""
    return bool(_YEARLY.search(clause.own))


def yearly_mean(clause: Clause, measure: Measure) -> bool:
    """Whether a level is a mean over the years that the sentence or its part speaks of (年均新增1270万人)."""
    return measure is Measure.LEVEL and "年" in clause.left and bool(_MEAN.search(clause.left))


def _is_sum(clause: Clause, name: str, times: timing.Times, *, after_sum: bool) -> bool:
    stands = clause.left[-1:] in _STANDS_ENDS and bool(_STANDS.search(clause.left))
    if _sums(clause.head) and not (stands and not _IN_ALL.search(clause.left)) and not _PAIR.search(clause.left):
        return True
    if times.setting.nature is Nature.TARGET:
        if stands or not _over_years(clause, times):
            return False
        return bool(_FLOW.match(name) or "累计" in clause.own or _PAYS.search(clause.left))
    if not times.setting.review or _told(clause, times):
        return False
    part = "其中" in clause.before + clause.left
    return bool((after_sum and (part or not stands)) or clause.left.endswith(("共", "共有")) or _FLOW.match(name))


def _sums(head: str) -> bool:
    """Whether the beginning of a sentence speaks of several years together."""
    return "此期间" in head or (("年" in head or "累计" in head) and bool(_SUMMED.search(head)))


def _over_years(clause: Clause, times: timing.Times) -> bool:
    """Whether a plan's sentence speaks of all its years (“十四五”期间…, 未来五年…)."""
    said = [t for t in times.before(clause) if not t.base]
    return (bool(said) and said[-1].period.is_span) or bool(_PLANNED_YEARS.match(clause.head))


def _told(clause: Clause, times: timing.Times) -> bool:
    """Whether the sentence names one year before the quantity."""
    said = [t for t in times.before(clause) if not t.base]
    return bool(said) and not said[-1].period.is_span


def _percent(clause: Clause, said: Measure, name: str, times: timing.Times) -> Measure:
    """Growth also where it is said after the number (保持8%以上的中高速增长); an average over a span."""
    _, skip = measures.comparator_after(clause.right)
    if said is Measure.LEVEL and not _GROWTH_AFTER.match(clause.right[skip:]):
        return said
    if _AVERAGE.search(name) and "同比" not in clause.left and "比上年" not in clause.left:
        return Measure.AVERAGE_GROWTH
    named = [t for t in times.before(clause) if not t.base]
    over_span = said is Measure.LEVEL and bool(named) and named[-1].period.is_span
    return Measure.AVERAGE_GROWTH if over_span else Measure.GROWTH
