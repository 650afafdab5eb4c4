"""Nature and period of one quantity: its clause, then its sentence, then its passage's setting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.extract import spans
from lantu.extract.clauses import Clause
from lantu.extract.measures import year_compared_with
from lantu.extract.numbers import ARABIC, CHINESE, YEAR, as_year, number
from lantu.extract.parts_of_years import part_of_year
from lantu.extract.setting import Setting
from lantu.model import Measure, Nature, Period
from lantu.registers import phrases, plans

_YEARS = re.compile(
    rf"(?P<before>[比较于自从由到至至])?(?P<y>{YEAR})年?(?:(?:[—–\-~～至到]+)(?P<y2>{YEAR}))?年(?P<edge>底|末|初|度|代|以来|以前|之前|起|间|期间)?"
    rf"(?P<part>上半年|下半年|前三季度|一[至—-]三季度|(?:第)?[一二三四]季度|(?:\d{{1,2}}[—–\-~至到])?\d{{1,2}}月(?:份|底|末)?)?(?=(?P<next>[的比级]?))"
)
_IN_A_NAME = re.compile(r"(?:第?[一二三四五六七八九十\d]+[批次届]|度?(?:省级|市级|国家级))")
_BORN = re.compile(r"(?:\d{1,2}日)?(?:以|之)?[后前](?:出生|成立|注册|设立|登记|开工|开业|投产)")
_CHANGED_TO = re.compile(r"(?:加|高|升|大|展|长|降|低|少|小|短|缩|增|整|变|快|缓|落|转|调|窄)(?:到|至|为)")
_OPENING = 20  # characters
_LAST_YEARS = ("上年的", "去年的", "上年同期的", "去年同期的")
_THAN = frozenset("比较")
_FROM = frozenset({"从", "由", "自"})
_COMPARED = re.compile(r"(?:底|末)?(?:相比|比较)")
_TIMELY = re.compile("[年月季期末]|以来")  # what no time is said without
_SO_MANY_YEARS = re.compile(rf"的?({ARABIC}|{CHINESE})年")
_COMING = re.compile("(?:今后|未来)(?:的)?([五四三两十543])年")
_PARTS = r"上半年|下半年|前三季度|一[至—-]三季度|(?<![前至—-])第?[一二三四]季度|(?:\d{1,2}[—–\-~至到])?\d{1,2}月(?:份|底|末)?(?!\d)"
_RELATIVE = re.compile(
    rf"(?P<word>今年|去年|上年|明年|当年|本年|前年|(?<![一二两三四五六七八九十几\d])年内|全年|本世纪末|(?<![\d一二三四五六七八九零〇○十上每年])年[底末](?!期))(?P<part>{_PARTS})?"
)
_PART = re.compile(rf"(?<![\d年—–\-~第])(?<![\d月][至到])(?:{_PARTS})")
_FORMER_FIVE = re.compile("(?:上一?个|前)五年")
_PLAN_COMPARED = re.compile('[比较][“"]?\\s?[一二三四五六七八九十]{1,3}五[”"]?(?:时期|期间)')
_AGO = re.compile("[从由]([二两三四五十\\d])年前的$")
_AS_A_TIME = re.compile(
    '[”"]?(?:(?:规划|计划)?(?:(?:时期|期间)?的?(?P<side>[前头后])(?P<some>[一二两三四])年|时期|期间|期末|末|以来)|(?P<sets>(?:规划|计划)(?:把|规定|安排|要求|提出)))'
)
_TARGET = re.compile(rf"(?:{phrases.one_of('target')})")
_DONE_IN_PLANS = re.compile(
    r"已(?:经)?|截至|截止|荣获|获评|以来|(?<![为除出明规部署安设定确])了(?!解|然)"
)  # 比上年 compares a plan too
_DONE_THIS_YEAR = re.compile("已经|已(?![^，。；]{1,8}的)|截至|同期|(?:增长|下降|增加|减少|达到|完成|安排|提高|降低)了")
_STANDS_NOW = re.compile(
    r"(?:^|[，；])[^，。；]{0,6}(?:(?<!在)(?:目前|当前)|截至|截止|近年来|[一二两三四五六七八九十几多近\d]年来|前期|(?<![比于用在从对好将把])现有(?![“的]))|以来，|(?:我国|全国|全[省市区县]|我[省市区县])(?:现|共|已|建|拥)?有"
    r"|(?<![数根依证])据[^，。；]{0,8}(?:介绍|统计|调查)"
)
_NOW_WORDS = re.compile(
    "目前|当前|截|近年|年来|前期|现有|以来|我国|全国|全[省市区县]|我[省市区县]|据"
)  # one stands in each of these
_MEANT = re.compile("力争|争取|确保|目标|将|拟|努力|要|应|须|加快|推进|推动|建设|打造|培育|实施|开展|加强|到(?:20|二)")
_EXPECTED = re.compile("将(?:达|比(?!例|重|率|价)|超过|突破|可|会|增长)|可达|可望|有望")
_DONE = re.compile(r"已(?:经)?|截至|截止|同比|比上年|比去年|较上年|荣获|获评|增长了|达到了|上年|去年")
_AIM_WORDS = re.compile("[力目拟]")
_AIM = re.compile(r"力争|力求|预期目标(?:是|为)|目标(?:是|为)|(?<![虚模比草])拟(?!定|订|制|人|态|合|声|似)")
# In the part on results, where 争取 and 确保 tell what was done.
_FIRM_TARGET = re.compile(r"力争|争取|确保|目标|计划(?!生育|执行|单列)|将(?!近|军|士|相)|(?<![虚模比草])拟|努力")


@dataclass(frozen=True, slots=True)
class When:
    """Nature and period of a quantity."""

    nature: Nature
    period: Period
    told: bool  # whether the sentence itself says the period


@dataclass(frozen=True, slots=True)
class _Said:
    """A time that a sentence names, and where it ends."""

    end: int
    period: Period
    base: bool  # only the year that something is compared with
    origin: bool = False  # 由1980年的: the year of the first of a pair, not of the second


def said_times(sentence: str, setting: Setting) -> list[_Said]:
    """Every time that a sentence names, in order: years, parts of a year, plan periods, 今年 and 去年."""
    if not _TIMELY.search(sentence):
        return []
    found = [*_dated(sentence), *_relative(sentence, setting), *_plan_periods(sentence, setting)]
    return sorted(found, key=lambda s: s.end)


class Times:
    """The times that the sentences of a passage name: each sentence is searched once for all its quantities."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._start, self._searched, self._said = -1, 0, list[_Said]()

    def before(self, clause: Clause) -> list[_Said]:
        """The times that the sentence of a clause names before its quantity, in order."""
        size = len(clause.head)
        if clause.token.start - clause.sentence_start > size:  # only the end of a very long sentence
            return said_times(clause.head, self.setting)
        if clause.sentence_start != self._start or size > self._searched:
            self._start, self._searched = clause.sentence_start, len(clause.sentence)
            self._said = said_times(clause.sentence, self.setting)
        return [said for said in self._said if said.end <= size] if self._said else self._said


def _dated(sentence: str) -> list[_Said]:
    out = []
    for m in _YEARS.finditer(sentence):
        first, last = as_year(m["y"]), as_year(m["y2"]) if m["y2"] else None
        if not 1900 <= first <= 2100 or m["edge"] == "代":
            continue
        base = _is_base(m, sentence)
        if last is not None and last > first:
            origin = m["before"] in _FROM and not _counts_first(sentence, m.end(), last - first + 1)
            out.append(_Said(m.end(), Period.years(first, last), base, origin=origin))
        elif m["part"]:
            out.append(_Said(m.end(), part_of_year(first, m["part"]), base))
        else:
            out.append(_Said(m.end(), Period.year(first), base, origin=m["before"] in _FROM))
    return out


def _counts_first(sentence: str, end: int, years: int) -> bool:
    """从1978年到1985年八年间: the first year counts with the others."""
    told = _SO_MANY_YEARS.match(sentence, end)
    return bool(told and number(told[1]) == years)


def _is_base(m: re.Match[str], sentence: str) -> bool:
    """Whether a year is only what something is compared with (比2015年, 为1997年的2.9倍) or part of a name (2022年第一批)."""
    return (
        m["before"] in {"比", "较", "于"}
        or m["edge"] in {"以来", "以前", "之前", "起"}
        or sentence.startswith(("以前", "之前"), m.end())
        or (m["next"] == "比" and sentence[: m.start()].endswith(("与", "同", "和", "跟")))
        or (m["y2"] is not None and sentence[: m.start()].endswith(("是", "相当于")))
        or (m["next"] == "的" and sentence[: m.start()].endswith(("，为", "是", "相当于")))
        or bool(_COMPARED.match(sentence, m.end()))
        or bool(_IN_A_NAME.match(sentence, m.end()))
        or bool(_BORN.match(sentence, m.end()))
    )


def _relative(sentence: str, setting: Setting) -> list[_Said]:
    out = list(_coming(sentence, setting)) if "今后" in sentence or "未来" in sentence else []
    if (at := sentence.find("今明两年")) >= 0:
        out.append(_Said(at + 4, Period.years(setting.today, setting.today + 1), base=False))
    this = setting.now + 1 if setting.nature is Nature.TARGET else setting.now
    for m in _RELATIVE.finditer(sentence):
        before = sentence[max(m.start() - 2, 0) : m.start()]
        year = {
            "去年": setting.today - 1,
            "明年": setting.today + 1,
            "今年": setting.today,
            "本世纪末": (this // 100 + 1) * 100,
        }.get(m["word"], this)
        if m["word"] in {"上年", "前年"} or before.endswith(("比", "较", "于", "是", "相当", "与", "同", "和", "跟")):
            continue
        period = part_of_year(year, m["part"]) if m["part"] else Period.year(year)
        out.append(_Said(m.end(), period, base=False, origin=before.endswith(("从", "由"))))
    parts = _PART.finditer(sentence)
    return out + [
        _Said(m.end(), part_of_year(this, m[0]), base=False, origin=sentence[m.start() - 1 : m.start()] in _FROM)
        for m in parts
    ]


def _coming(sentence: str, setting: Setting) -> Iterator[_Said]:
    """今后五年, 未来三年: the years of the plan where it holds as many, else those after the last."""
    for m in _COMING.finditer(sentence):
        years = spans.COUNT.get(m[1]) or int(m[1])
        plan = spans.of_plan(setting, years) if setting.span.last_year > setting.now else None
        yield _Said(m.end(), plan or Period.years(setting.now + 1, setting.now + years), base=False)


def _plan_periods(sentence: str, setting: Setting) -> list[_Said]:
    out = []
    for start, end, period in plans.mentions(sentence):
        edge = _AS_A_TIME.match(sentence, end)
        if not edge or (edge["sets"] and period.last_year <= setting.now):
            continue
        running = edge[0].endswith("以来") and period.first_year <= setting.now < period.last_year
        so_far = Period.years(period.first_year, setting.now) if running else period
        so_far = _some_years(so_far, edge["side"], edge["some"]) if edge["side"] else so_far
        base = sentence[:start].rstrip(' “"')[-1:] in {"比", "较"} or bool(_COMPARED.match(sentence, edge.end()))
        base = base or (
            sentence[:start].rstrip(' “"').endswith(("是", "相当于", "，为")) and sentence[edge.end() :][:1] == "的"
        )
        out.append(_Said(edge.end(), so_far, base=base))
    return out


def _some_years(plan: Period, side: str, some: str) -> Period:
    """The first or the last years of a plan: “十四五”前三年."""
    count = int(number(some))
    if side == "后":
        return Period.years(plan.last_year - count + 1, plan.last_year)
    return Period.years(plan.first_year, plan.first_year + count - 1)


def when(
    setting: Setting, named: list[_Said], head: str, clause: str, measure: Measure, *, estimate: bool, earlier: bool = False,
    given: Period | None = None,
) -> When:  # fmt: skip
    """Nature and period of the quantity that follows the `head` of a sentence, which names the times `named`.

    The last time named before it wins; then words that say that something is aimed at, expected or
    done; then the setting. 年均 and 累计 take the span. `earlier`: the first of a pair 由a提高到b.
    `given`: by a list of times that 分别 gives out.
    """
    times = [t for t in named if not t.base and _still_holds(t, head)]
    if (
        not earlier
        and times
        and times[-1].origin
        and not times[-1].period.is_span
        and _CHANGED_TO.search(head, times[-1].end)
    ):
        times.pop()
    if head.endswith("的") and (compared := _compared(setting, named, times, head, clause)):
        return compared
    said = given or (_before(named, times, head, setting) if earlier else times[-1].period if times else None)
    period = said or setting.period
    span = _together(spans.holding(head), named, setting) if spans.counted(head) else None
    nature = _nature(setting, said, head, clause, estimate=estimate)
    if earlier and nature is Nature.TARGET and said is not None and said.last_year <= setting.now:
        nature = Nature.ACTUAL
    if nature is Nature.TARGET and said is None and setting.nature is not Nature.TARGET:
        period = Period.year(setting.next_year)
    elif nature is not Nature.TARGET and said is None and setting.nature is Nature.TARGET:
        period = Period.year(setting.now)
    if span and given is None and _grew_over(measure, span, times, head, clause):
        return When(nature, span.period, told=said is not None)
    if measure in {Measure.GROWTH, Measure.CHANGE} and (whole := _of_years(named, times, clause, setting)):
        return When(nature, whole, told=said is not None)
    over = span.period if span else setting.span if setting.review and "累计" in clause else None
    fitted = _fit(period, over, setting, measure, said, nature)
    if measure is Measure.AVERAGE_GROWTH:
        fitted = _after_first(times, fitted, head)
        if span is None or any(t.end > span.end for t in named):
            fitted = _since(named, fitted)
    return When(nature, fitted, told=said is not None)


def _compared(setting: Setting, named: list[_Said], times: list[_Said], head: str, clause: str) -> When | None:
    """What a value is compared with: 比“五五”时期的577亿元增长一倍; 达到57%，比上年的55%提高2个百分点."""
    if named and named[-1].base and named[-1].end == len(head) - 1 and "比" in clause:
        return When(Nature.ACTUAL, named[-1].period, told=True)
    if head.endswith(_LAST_YEARS) and head.removesuffix("的").removesuffix("同期")[-3:-2] in _THAN:
        year = times[-1].period.last_year if times else setting.period.last_year
        return When(Nature.ACTUAL, Period.year(year - 1), told=bool(times))
    return None


def _together(head: str, named: list[_Said], setting: Setting) -> spans.Together | None:
    dated = any(not t.base and t.period.last_year <= setting.now for t in named)
    return spans.together(head, setting, dated=dated)


def _grew_over(measure: Measure, span: spans.Together, times: list[_Said], head: str, clause: str) -> bool:
    """Whether growth or a change is over the years that its clause names (四年增长1.2倍, 十年增加70万亿元)."""
    if times and times[-1].end > span.end:
        return False
    if measure is Measure.CHANGE:
        return span.end > len(head) - len(clause) or ("五年" in clause and bool(_FORMER_FIVE.search(clause)))
    return measure is Measure.GROWTH and bool(times)


def _of_years(named: list[_Said], times: list[_Said], clause: str, setting: Setting) -> Period | None:
    """The years that growth is of: told by first and last, or since a plan's years (比“八五”时期增长79.6%)."""
    if times and times[-1].period.is_span and "累计" in clause:
        return times[-1].period  # 2021—2023年累计下降10.3%
    if not named or not named[-1].base or not named[-1].period.is_span or not _PLAN_COMPARED.search(clause):
        return None
    if times:
        return times[-1].period if times[-1].period.is_span else None
    return setting.span if setting.review else None


def _since(named: list[_Said], period: Period) -> Period:
    """The years of an average that follows growth since a base year (比2020年增长25.1%，年均增长7.8%).

    A span that begins with the year growth is counted from loses it.
    """
    bases = [t.period.last_year for t in named if (t.base or t.origin) and t.period.last_year < period.last_year]
    if not bases or not (period.is_year or bases[-1] == period.first_year):
        return period
    return Period.years(bases[-1] + 1, period.last_year)


def _after_first(times: list[_Said], period: Period, head: str) -> Period:
    """从1978年到1983年，由175元提高到288元，平均每年提高7.3%: growth of the years after the first, whose value is told.

    Without values the years named are those that grew (从1979年到1983年，平均每年增长7.9%).
    """
    said = times[-1] if times else None
    if said is None or not said.origin or said.period != period or not _CHANGED_TO.search(head, said.end):
        return period
    return Period.years(period.first_year + 1, period.last_year)


def _still_holds(said: _Said, head: str) -> bool:
    """A time that opens the sentence holds to its end, one in the middle or of the first of a pair to the next ；."""
    return (said.end <= _OPENING and not said.origin) or "；" not in head[said.end :]


def _before(named: list[_Said], times: list[_Said], head: str, setting: Setting) -> Period:
    """The time of the first value of a pair: a range's first year, the time named before, or the year before."""
    if "年前的" in head and (ago := _AGO.search(head)):
        return Period.year(setting.now - (spans.COUNT.get(ago[1]) or int(ago[1])))
    if times and times[-1].period.is_span:
        former = [t.period.last_year for t in named if t.base and t.period.is_span]  # “六五”时期同“五五”时期相比
        return Period.year(former[-1] if former else times[-1].period.first_year)
    if len(times) > 1 and times[-2].period.last_year < times[-1].period.last_year:
        return times[-2].period
    if compared := year_compared_with(head):
        return Period.year(compared)
    if times and not re.search("[从由]", head[times[-1].end :]):
        return times[-1].period
    if times:
        return _year_compared(named, times[-1].period.last_year, setting)
    if setting.nature is Nature.TARGET:
        return Period.year(setting.now)
    if setting.review:
        return Period.year(setting.span.first_year - 1)
    return Period.year(setting.period.last_year - 1)


def _year_compared(named: list[_Said], year: int, setting: Setting) -> Period:
    """The year of the first of a pair whose second is of `year`: that compared with, before a review, or the last."""
    bases = [t.period.last_year for t in named if t.base and t.period.last_year < year]
    if bases:
        return Period.year(bases[-1])
    return Period.year(setting.span.first_year - 1 if setting.review and year == setting.now else year - 1)


def _nature(setting: Setting, said: Period | None, head: str, clause: str, *, estimate: bool) -> Nature:
    if said is not None and said.last_year > setting.now:
        ending = setting.nature is not Nature.TARGET or setting.next_year > setting.now + 1
        running = max(setting.today, setting.now + 1)
        if estimate and ending and said.last_year == running:
            return Nature.ESTIMATE
        if said.is_year and said.last_year < setting.today and not _FIRM_TARGET.search(clause):
            return Nature.ACTUAL  # a plan made in its second year looks back on its first
        if said.last_year > running or _FIRM_TARGET.search(clause):
            return Nature.TARGET
        past = (
            setting.nature is Nature.ACTUAL and setting.next_year > setting.now + 1
        )  # a plan made a year late looks back
        over = not (said.is_year or said.is_span) and _DONE.search(clause)  # 今年一季度同比增长5.2%
        return Nature.ACTUAL if past or over or "今年以来" in head or _DONE_THIS_YEAR.search(clause) else Nature.TARGET
    if said is not None:
        if setting.nature is Nature.TARGET and said.last_year == setting.now and _FIRM_TARGET.search(clause):
            return Nature.TARGET
        return Nature.ESTIMATE if estimate or setting.nature is Nature.ESTIMATE or _expected(clause) else Nature.ACTUAL
    if setting.nature is Nature.TARGET:
        return Nature.ACTUAL if _stands(head, clause) else Nature.TARGET
    if _AIM_WORDS.search(clause) and _AIM.search(clause):
        return Nature.TARGET
    return Nature.ESTIMATE if estimate or _expected(clause) else setting.nature


def _stands(head: str, clause: str) -> bool:
    """Whether a sentence among intentions tells what is already so: 目前…有, 已建成, 我国有."""
    if _DONE_IN_PLANS.search(clause):
        return not _FIRM_TARGET.search(clause)
    now = _STANDS_NOW.search(head) if _NOW_WORDS.search(head) else None
    return bool(now and not _MEANT.search(head, now.end()))


def _expected(clause: str) -> bool:
    """Whether a clause about results looks a little ahead (今年将达到)."""
    return ("将" in clause or "可" in clause or "望" in clause) and bool(_EXPECTED.search(clause))


def _fit(
    period: Period, span: Period | None, setting: Setting, measure: Measure, said: Period | None, nature: Nature
) -> Period:
    """The period as its measure wants it: spans for averages and sums, their last year for levels."""
    if measure is Measure.GROWTH and span is not None and said is None:
        return span
    if measure in {Measure.AVERAGE_GROWTH, Measure.CUMULATIVE}:
        if said is not None and said.is_span:
            return said
        if (
            said is not None
            and nature is Nature.TARGET
            and setting.span.is_span
            and said.last_year == setting.span.last_year
        ):
            return setting.span
        return span or (said if said is not None and not (said.is_year and setting.span.is_span) else setting.span)
    if period.is_span:
        return Period.year(period.last_year)
    return period
