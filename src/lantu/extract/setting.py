"""What time a passage speaks of: results of a year, a review of several, or intentions, in document order."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lantu.extract.numbers import as_year
from lantu.model import UNDATED, Document, Front, Kind, Nature, Passage, PassageKind, Period
from lantu.registers import cues, plans

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\s*年|[-—–~至])")
_PRINTED = "((?:19|20)\\d\\d|[一二][零〇○一二三四五六七八九]{3})"
_ANY_YEAR = re.compile(rf"(?<![\d.]){_PRINTED}(?=\s*年|[〕\])）])")
_TO_COME = re.compile(rf"(?:到|至|前|[—–\-－~])\s*{_PRINTED}(?=\s*年)|(?<!\d){_PRINTED}\s*年(?:前|底前|末前|实现|建成)")
_DATED = re.compile(rf"(?<!\d){_PRINTED}年\d{{1,2}}月\d{{1,2}}日|(?<!\d){_PRINTED}年度")
_OPENED = re.compile(
    rf"(?:^|(?<=[。；！？\n]))[^，。；：]{{0,10}}?(?<!截)[到至](?P<year>{_PRINTED[1:-1]})年(?:底|末|前)*(?=[，,：:])"
)
_TITLE_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?\s*[—–\-－~～至]+\s*((?:19|20)\d\d)(?!\d)")
_TITLE_YEAR = re.compile(r"(?<![\d〔\[])((?:19|20)\d\d)(?![\d〕\]])")
_RUN_IN = re.compile(r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])\s*([^。，；：、]{2,16})。")
_RUN_IN_LEVEL = 20  # below every heading that has a line to itself
_FIRST_PLAN = 1949
_REPORTS = frozenset({Kind.PLAN_REPORT, Kind.WORK_REPORT, Kind.NEWS})
_BUDGET = re.compile("预算(?:收支)?(?:执行|完成)情况.{0,24}报告|决算(?:草案)?的?报告")
_BESIDE_BUDGET = re.compile("审查|审议|审计|决议|解读|意见")
_SEVERAL_YEARS = re.compile(
    r"(?:过去|前|刚刚过去的|这|近)(?:的)?[五三四5]年|(?<!\d)[五三四5]年(?:来|工作|间)|的[五三四]年$"
)
_LOOKS_BACK = re.compile(
    r"(?:过去|刚刚过去的)(?:的)?(?P<years>五年|一年)|五年来|(?:从)?“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间)[^。]{0,30}(?:取得|完成|胜利|成就|实现了)"
)
_OVER_FIVE_YEARS = re.compile(
    r"(?:各位代表！)?(?:[^。！]{0,24}[。！])?(?:在)?(?:过去|刚刚过去|这)(?:的)?五年(?!计划|规划)|(?:[^。！]{0,24}[。！])?五年来，"
)  # a paragraph that opens with them, or does after a short sentence
_COMING_FIVE = re.compile("(?:在)?(?:今后|未来)的?五年(?:是|，|内|里|中)")
_LAST_YEAR = re.compile(f"[^。，；]{{0,16}}，?(?:在)?刚刚过去的(?:{_PRINTED}|一)年|去年，")
_BETTERS = re.compile("优化|营造|改善|完善|提升|构建|创造|加强|打造")  # 优化发展环境 is a task
_TOLD_BY_TITLE = re.compile("(?:复函|答复|通报|情况(?:的函|的?报告)?)$")
_PLANS = r"规划|计划|方案|意见|措施|政策|通知|纲要|行动|办法|决定|指南|细则"
_PAST_WORDS = re.compile(
    r"(?:在|于)[^，。]{2,12}(?:举行|召开|举办)|出席|致辞|参加了|吸引了|同比|[比较]上年|[比较]去年|截至|增长了|下降了|达到了|完成了"
)
_FUTURE_WORDS = re.compile(r"到20\d\d年|力争|不[少低]于|应当|给予|确保|要求")
_RESULT_WORDS = re.compile(r"(?:过去|上)(?:的)?一年|一年来|去年|(?:过去|前)五年|五年来")
_PLAN_SENTENCE = re.compile(
    r"^(?:\S{0,12})?(?:今年|明年|新的一年|(?:19|20)\d\d年)[^。；]{0,40}"
    r"(?:主要预期目标|预期目标|总体要求|工作总体要求|发展目标|主要目标|工作安排|重点做好|要重点|要着力)"
)
_OPENS_YEAR = re.compile(r"^(?:\S{0,6})?((?:19|20)\d\d)年是|^今年是|^(?:做好|完成)今年")


NO_YEAR = 1000  # of a text that names none: no document is of it, and what is reckoned from it is of no known year
_NEAR = 100  # years


@dataclass(frozen=True, slots=True)
class Setting:
    """The default nature and period of a passage's statements; `span` is what 年均 and 累计 there cover.

    `now` is the last year whose results the document can know, `next_year` the year it plans for, `today` the year it is of.
    """

    nature: Nature
    period: Period
    span: Period
    now: int
    next_year: int
    today: int  # 今年
    review: bool = False  # whether results of several years are told
    ahead: bool = False  # whether a year to come that opens a sentence (到2025年，…) holds for those after it


def dated(period: Period) -> Period:
    """The period, or none where it was reckoned from a year that no text names."""
    return UNDATED if period.known and abs(period.last_year - NO_YEAR) < _NEAR else period


def _years(front: Front, text: str) -> tuple[int, int]:
    """The reporting and the planning year, taken from the text where the front matter lacks them."""
    reporting, planning = front.reporting_year, front.planning_year
    if front.kind in {Kind.OUTLINE, Kind.PROPOSAL} and front.plan_period:
        return reporting or front.plan_period.first_year - 1, front.plan_period.last_year
    if reporting is None and planning is None:
        return _years_of_paper(front, text)
    if reporting is None and planning is not None:
        reporting = planning - 1
    assert reporting is not None
    return reporting, planning or reporting + 1


def _years_of_paper(front: Front, text: str) -> tuple[int, int]:
    """The years of a paper that is no yearly report: of the plan it is, its date, its title, else of its text.

    A text that only names years to come plans for the first of them.
    """
    told = front.kind in _REPORTS or _tells_results(front, text)
    span = None if told else _own_span(front)
    if span:
        return span.first_year - 1, span.last_year
    in_title = _TITLE_YEAR.findall(front.title or "")
    if in_title and _is_budget(front):
        done, planned = int(in_title[0]), int(in_title[-1])
        return done, max(planned, done + 1)
    if front.date or in_title:
        own = int(front.date[:4]) if front.date else int(in_title[-1])
        return (own, own + 1) if told else (own - 1, own)
    latest, ahead, dated = _named_years(text)
    coming = min((year for year in ahead if latest is None or year > latest), default=None)
    if latest is None:
        latest = NO_YEAR if coming is None else coming
    elif coming is not None and not told and latest not in dated:
        return latest, coming
    return (latest, latest + 1) if told else (latest - 1, latest)


def _is_budget(front: Front) -> bool:
    """Whether a text is the report on a year's budget, which tells its results and then what the next is to be."""
    title = front.title or ""
    return front.kind is Kind.OTHER and bool(_BUDGET.search(title)) and not _BESIDE_BUDGET.search(title)


def _own_span(front: Front) -> Period | None:
    """The years of a plan of several years: a five-year plan's, or those that its title names (行动计划（2021—2023年）)."""
    if front.plan_period:
        return front.plan_period
    found = _TITLE_SPAN.search(front.title or "") if front.kind is Kind.OTHER else None
    return Period.years(int(found[1]), int(found[2])) if found and found[1] < found[2] else None


def _named_years(text: str) -> tuple[int | None, set[int], set[int]]:
    """The last of the years that a text names often, dates counting twice; the years to come that it names, those of dates.

    Often: a third as often as any, since a review of five years names its base as often as its last year;
    once is not often beside three times. A round year beyond one that only lies ahead (2035 beyond 到2025年) lies ahead too.
    """
    ahead = Counter(as_year(m[1] or m[2]) for m in _TO_COME.finditer(text))
    counts = Counter(as_year(m[1]) for m in _ANY_YEAR.finditer(text))
    counts.subtract(ahead)
    dated = Counter(as_year(m[1] or m[2]) for m in _DATED.finditer(text))
    counts.update(dated)
    most = max(counts.values(), default=0)
    often = [y for y, count in counts.items() if y >= _FIRST_PLAN and 0 < most <= 3 * count and (count > 1 or most < 3)]
    first_ahead = min((y for y in ahead if counts[y] <= 0), default=9999)
    told = [y for y in often if y % 5 or y <= first_ahead or y in dated]
    return max(told, default=None), set(ahead), set(dated)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The settings a document can switch between."""

    result: Setting
    plan: Setting
    review: Setting
    reports: bool  # results first, then intentions
    told: bool  # no report, yet it tells results
    horizon: int  # the year of undated intentions


def _frame(document: Document) -> _Frame:
    front = document.front
    now, next_year = _years(front, "\n".join(p.text for p in document.passages))
    outline = front.kind in {Kind.OUTLINE, Kind.PROPOSAL}
    past = Period.years(now - 4, now)
    own = _own_span(front)
    plan_span = own if own and not _is_past(own, now) else Period.year(next_year)
    reports = front.kind in _REPORTS or _is_budget(front)
    horizon = front.plan_period.last_year if front.plan_period and not reports else next_year
    today = _today(front, now, own)
    result = Setting(Nature.ACTUAL, Period.year(now), past if outline else Period.year(now), now, next_year, today)
    plan = Setting(Nature.TARGET, Period.year(horizon), plan_span, now, next_year, today, ahead=not reports)
    told = not reports and _tells_results(front, document.text)
    of_a_year = told and own is None and len(set(_TITLE_YEAR.findall(front.title or ""))) == 1
    review = result if of_a_year else replace(result, span=past, review=True)
    return _Frame(result, plan, review, reports, told, horizon)


def _today(front: Front, now: int, own: Period | None) -> int:
    """The year a document is of: its date's where that is the year it tells of, or lies within the plan that it is."""
    dated = int(front.date[:4]) if front.date else None
    return dated if dated and (dated == now or (own and now < dated <= own.last_year)) else now + 1


def _is_past(period: Period, now: int) -> bool:
    return period.last_year <= now


def settings(document: Document) -> Iterator[tuple[Passage, Setting]]:
    """Each passage with its setting. Reports begin with results; plans speak of the future but in reviews."""
    frame = _frame(document)
    current = frame.result if frame.reports or frame.told else frame.plan
    switched_at = 99
    opened: tuple[tuple[str, ...], int] | None = None
    for passage in document.passages:
        if passage.kind is PassageKind.TITLE and frame.reports:
            pass  # a report's title names the year it plans for, but results come first
        elif passage.kind in {PassageKind.HEADING, PassageKind.TITLE}:
            current, switched_at = _at_heading(frame, current, switched_at, passage)
        elif not frame.reports and (run_in := _RUN_IN.match(passage.text)):
            current, switched_at = _at_plan_heading(frame, current, switched_at, run_in[1], _RUN_IN_LEVEL)
        elif frame.reports and (ahead := _opens_plan(frame, current, passage.text)):
            current = ahead  # a part headed “十三五”…成就和“十四五”…任务 goes over to the coming plan
        elif frame.reports and current == frame.result and _goes_on_to_review(passage):
            current = frame.review
        elif (
            frame.reports and (current.nature is Nature.ACTUAL or current.span.is_span) and _plans(frame, passage.text)
        ):
            current, switched_at = frame.plan, passage.level or len(passage.headings) or 1
        setting = _of_paragraph(frame, current, passage)
        if setting.ahead and opened and opened[0] == passage.headings:
            setting = replace(setting, period=Period.year(opened[1]))
        yield passage, setting
        if years := years_opened(passage.text, setting):
            opened = passage.headings, years[-1][1]


def years_opened(text: str, setting: Setting) -> list[tuple[int, int]]:
    """Where a sentence opens with a year to come of the plan (到2025年，…), and the year."""
    if not setting.ahead or not ("到" in text or "至" in text):
        return []
    last = setting.span.last_year if setting.span.is_span else 9999
    found = ((m.end(), as_year(m["year"])) for m in _OPENED.finditer(text))
    return [(at, year) for at, year in found if setting.now < year <= last]


def _tells_results(front: Front, text: str) -> bool:
    """Whether a text that is no report of a year tells results.

    An evaluation does; a text of no known kind by its title, else by which words it uses more.
    """
    title = front.title or ""
    if front.kind is not Kind.OTHER:
        return front.kind is Kind.EVALUATION
    head = [title, *(line.strip() for line in text[:300].split("\n")[:5])]  # a title may take several lines
    if any(_TOLD_BY_TITLE.search(line) and "印发" not in line for line in head if 4 < len(line) < 60):
        return True
    if not re.search(_PLANS, title):
        return len(_PAST_WORDS.findall(text)) > len(_FUTURE_WORDS.findall(text))
    return False


def _opens_plan(frame: _Frame, current: Setting, text: str) -> Setting | None:
    """The setting of a paragraph that opens with the five years to come (今后五年是…, in a review “十四五”时期是…)."""
    if current.nature is not Nature.ACTUAL:
        return None
    if _COMING_FIVE.match(text):
        now = frame.result.now
        return replace(frame.plan, period=Period.year(now + 5), span=Period.years(now + 1, now + 5))
    if not current.review:
        return None
    for _, end, period in plans.mentions(text[:24]):
        if period.last_year > frame.result.now and re.match("”?(?:时期|期间)", text[end:]):
            return replace(frame.plan, period=Period.year(period.last_year), span=period)
    return None


def _plans(frame: _Frame, text: str) -> bool:
    """Whether a paragraph of a report opens its part about the coming year."""
    head = text[:60]
    year = str(frame.plan.next_year)
    opens = _OPENS_YEAR.search(head)
    if opens and (opens[1] is None or opens[1] == year):
        return True
    found = _PLAN_SENTENCE.search(text[:120])
    if not found:
        return False
    return year in found[0] or "年" not in re.sub("今年|明年|新的一年", "", found[0][:30])


def _goes_on_to_review(passage: Passage) -> bool:
    """Whether a part headed 过去一年和五年工作回顾 goes over from the year to the five."""
    return (
        "五年" in passage.text[:40]
        and any("五年" in h and "一年" in h for h in passage.headings)
        and bool(_OVER_FIVE_YEARS.match(passage.text))
    )


def _at_heading(frame: _Frame, current: Setting, switched_at: int, passage: Passage) -> tuple[Setting, int]:
    text = passage.text
    level = passage.level or 9
    years = {int(y) for y in _YEAR.findall(text)}
    if not frame.reports:
        return _at_plan_heading(frame, current, switched_at, text, level)
    plan = _plan_named(frame, text)
    if plan is not None:
        return plan, level
    ahead = frame.plan.next_year in years and frame.result.now not in years
    if _SEVERAL_YEARS.search(text) and "一年和" not in text and not ahead and not cues.matcher("plan").search(text):
        return frame.review, level
    if cues.matcher("result").search(text) and not ahead and not cues.matcher("plan").search(text):
        return frame.result, level
    if (ahead or cues.matcher("plan").search(text)) and not (frame.result.now in years and not ahead):
        return (frame.plan, level) if ahead or current.nature is not Nature.TARGET else (current, switched_at)
    if _RESULT_WORDS.search(text) and level <= switched_at:
        return frame.result, level
    return current, switched_at


def _plan_named(frame: _Frame, text: str) -> Setting | None:
    """The setting of a report's part on a five-year plan: a look back on one that is over, the aims of one to come."""
    now = frame.result.now
    coming = Period.years(now + 1, now + 5) if re.search("(?:今后|未来)五年", text) else None
    period = coming or plans.named(text)
    if period is None:
        return None
    if period.last_year <= now:
        return replace(frame.review, span=period)
    if cues.matcher("result").search(text) and not cues.matcher("plan").search(text):
        return None
    return replace(frame.plan, period=Period.year(period.last_year), span=period)


def _at_plan_heading(frame: _Frame, current: Setting, switched_at: int, text: str, level: int) -> tuple[Setting, int]:
    if (
        cues.matcher("review").search(text)
        or (len(text) < 16 and cues.matcher("situation").search(text) and not _BETTERS.search(text))
    ) and not cues.matcher("plan").search(text):
        return frame.review, level
    if current.nature is Nature.ACTUAL and level > switched_at:
        return current, switched_at
    if frame.told and ("取得" in text or not cues.matcher("plan").search(text)):
        return (current, switched_at) if current.nature is Nature.ACTUAL else (frame.result, level)
    return frame.plan, level


def _of_paragraph(frame: _Frame, current: Setting, passage: Passage) -> Setting:
    """The setting of one passage: a list under 预计2023年主要经济指标 estimates, a look back among plans tells results."""
    if not frame.reports:
        return current
    if current.review and "年" in passage.text[:30] and _LAST_YEAR.match(passage.text):
        return frame.result
    if (
        current.nature is Nature.ACTUAL
        and not current.review
        and "五年" in passage.text[:40]
        and _OVER_FIVE_YEARS.match(passage.text)
    ):
        return frame.review
    back = _LOOKS_BACK.match(passage.text) if current.nature is Nature.TARGET else None
    if back:
        return frame.result if back["years"] == "一年" else frame.review
    if not passage.headings:
        return current
    if re.match(r"(?:初步)?预计", passage.headings[-1]):
        return replace(frame.result, nature=Nature.ESTIMATE)
    return current
