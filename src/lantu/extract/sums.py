"""Which levels are sums over years, which per cents growth: what the sentence and the review around it add."""

import re

from lantu.extract import measures, spans, timing
from lantu.extract.clauses import Clause
from lantu.model import Measure, Nature
from lantu.registers import phrases

_SUMMED = re.compile(
    rf"{spans.YEARS_OF}|此期间|(?:^|[，。；、])这[五四三两]年(?!的)|"
    r"(?<!\d)(?:五|四|三|两|二|十|5|4|3)年(?:来|间|累计|共|合计)|过去(?:的)?[五三四两十5]年|[“”](?:时期|期间)累计"
    r"|(?:^|[，。；、])(?:在)?[五四三两十543]年(?:中|内|里)?(?![规计期制之级后前月的度以])"
)
_STANDS_ENDS = frozenset("到至达破为有在")
_STANDS = re.compile(r"(?:到|至|达|达到|突破|为|有|在)$")
_STANDS_NOW = re.compile("现已|现有$|目前|已(?:覆盖|达|建|有|拥)")
_HAS = re.compile("(?<![已现拥仍还设])有$")  # 五年内提请审议的法律有30项
_SPENT = re.compile("(?:投入|支出|投资(?:总额|额)?|经费|事业费|资金|拨款|竣工面积)$")
_TOTALLED = re.compile("合计|累计|共(?:为|达|计)")
_STORED = re.compile("结余|结存|存量|余额|存栏|建成|建有|建立|拥有")
_DONE_OVER = re.compile(
    "(?:新[建签设开增]|先后|实施|引进|签订|举办|承办|完成|接待|出访|访问|拆除|治理|裁减|裁员|支持|解决|配备|清理|颁布|废止|修订|取消|淘汰|(?:利用|使用|吸收)(?:国外|外国|境外|外资|外商))[^，。；、]{0,16}$"
    "|(?:住房建设|开工)$"
)
_SO_MANY = re.compile("(?:近|约|超过?|逾|使|为|向|对|给|[全我][国省市区县])?")
_BEFALLEN = re.compile(
    "[^，。；]{0,40}?(?:脱贫|受益|落户|配备|发放|提供|入选|获[^，。；]{0,12}奖|摆脱|解决了|成为(?!我|全|最)|任务[^，。；]{0,4}完成|目标[^，。；]{0,4}实现)"
)  # 5575万农村贫困人口实现脱贫
_PLANNED_YEARS = re.compile(r"^(?:未来|今后)?五年|^规划期内")
_PAIR = re.compile(r"[从由][^，。；]*$|(?:到|至)[^，。；]{2,8}年的$")
_CHANGED_TO = re.compile("(?:加|高|升|大|展|长|降|低|少|小|短)(?:到|至)$")
_FLOW = re.compile(
    rf"(?:{phrases.one_of('flow_verb')})(?!人口|地区|群众|能力|标准)|.*新增|.*新建|.*惠及|.*(?:{phrases.one_of('flow_end')})(?:人数)?$"
)
_GROWTH_AFTER = re.compile(r"的?[^，。；、]{0,6}(?:增长|增速|速度|增幅)(?:$|[，。；、])?")
_AVERAGE = re.compile("年均(?!浓度|气温|值|降水|收入|水平)")
_YEARLY = re.compile("每年|年均|每人|每户|平均年|月均|日均|第[一二三四五]年|按年")
_MEAN = re.compile("年均(?!浓度|气温|值|降水|收入|水平)|平均每年|每年平均|平均年")
_PAYS = re.compile("(?:投入|安排|支持|拨出|拨付|筹集|引进|培训|培养|改造|减免|发放|出让)[^，。；]{0,6}$")
_JOINED = frozenset("、和及与")
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
    said = clause.own if clause.left[:1] in _JOINED else clause.left  # 平均每年新增1000万人、转移800万人
    return measure in {Measure.LEVEL, Measure.CHANGE} and "年" in said and bool(_MEAN.search(said))


def _is_sum(clause: Clause, name: str, times: timing.Times, *, after_sum: bool) -> bool:
    left = clause.left
    stands = left[-1:] in _STANDS_ENDS and bool(_STANDS.search(left))
    pair = bool(
        (("从" in left or "由" in left or left.endswith("年的")) and _PAIR.search(left))
        or (stands and _CHANGED_TO.search(left))
    )
    own = clause.own
    now = ("已" in own or "现" in own or "目前" in own) and "累计" not in own and bool(_STANDS_NOW.search(own))
    if not (pair or now) and _summed(clause, name, times, stands=stands):
        return True
    summing = "累计" in own or (after_sum and "年" not in own and _FLOW.match(name))  # 其中2022年减税8亿元
    if summing and not (pair or now or stands or _STORED.search(name + left)) and _over_years(clause, times):
        return True  # 2021—2024年，累计完成投资500亿元，新增就业20万人
    if times.setting.nature is Nature.TARGET:
        if stands or not _over_years(clause, times):
            return False
        return bool(_FLOW.match(name) or "累计" in clause.own or _PAYS.search(left))
    if not times.setting.review or pair or now or _told(clause, times):
        return False
    part = "其中" in clause.before + left
    if (
        (after_sum and left and (part or not stands))
        or left.endswith(("共", "共有", "共计", "合计"))
        or _FLOW.match(name)
    ):
        return True
    return _over_review(clause, name, stands=stands)


def _summed(clause: Clause, name: str, times: timing.Times, *, stands: bool) -> bool:
    """Whether a sentence about several years together sums its quantity: all it counts, and of what stands what is spent."""
    sums = _sums(clause.head)
    if not stands:
        return sums and not (_one_year_later(clause, times) and not _TOTALLED.search(clause.own))
    if sums and _HAS.search(clause.left):
        return True
    if not (_SPENT.search(name) or _TOTALLED.search(clause.own)):
        return False
    return (sums or _over_years(clause, times)) and not _told(clause, times)


def _one_year_later(clause: Clause, times: timing.Times) -> bool:
    """Whether the sentence names one of the years after it spoke of them together (五年共减税30亿元，其中2022年8亿元)."""
    said = [t for t in times.before(clause) if not t.base]
    if not said or said[-1].period.is_span:
        return False
    return not any(found.end() > said[-1].end for found in _SUMMED.finditer(clause.head))


def _over_review(clause: Clause, name: str, *, stands: bool) -> bool:
    """Whether a review of several years tells what was done, paid or befell in them, no sum being named."""
    if "累计" in clause.own:
        return not (stands or _STORED.search(name) or _STORED.search(clause.left))
    if _SO_MANY.fullmatch(clause.left):
        return bool(_BEFALLEN.match(clause.right))
    return not stands and bool(_DONE_OVER.search(clause.left))


def _sums(head: str) -> bool:
    """Whether the beginning of a sentence speaks of several years together."""
    return (spans.counted(head) or "期间" in head) and bool(_SUMMED.search(spans.holding(head)))


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
