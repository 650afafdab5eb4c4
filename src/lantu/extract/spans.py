"""Several years together, as a sentence counts them (五年来, 近三年, 十年增加)."""

import re
from dataclasses import dataclass

from lantu.extract.setting import Setting
from lantu.model import Nature, Period
from lantu.registers import phrases, plans

COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "十": 10}
_NO_YEAR = "(?<![\\d第每满度〇零○一二三四五六七八九十])"  # before a count of years: not 一九八四年
YEARS_OF = rf"(?<!续){_NO_YEAR}(?:近|前)?[五四三两543]年(?=(?:{phrases.one_of('flow_verb')}|支出|少生)(?![^，。；]{{0,4}}(?:计划|规划|行动)))"
_SPAN_WORDS = re.compile(
    rf"{YEARS_OF}|近[五四三两543]年|{_NO_YEAR}[五四三两十]年$|"
    rf"{_NO_YEAR}(?:五|四|三|两|二|十|5|4|3)年(?:来(?!最|首|新)|间|累计|共|合计|增|翻|接近|提[高升]|下降|减|降|缩|扩|上升)|过去(?:的)?(?:五|三|四|两|十|5)年"
    r"|(?:^|[，。；、])(?:在)?[五四三两十543]年(?:中|内|里)?(?![规计期制之级后前月的度以])"
)
_COUNTED = re.compile(r"(?<!\d)[五四三两二十543]年")
_BEHIND = re.compile("来|过去|近|续")
_FIVE = 5
_FIGURE = re.compile(
    r"\d(?![\d.]*(?:年|[—–\-~～至到]))"
)  # no year: what stands before the first one holds to the sentence's end


@dataclass(frozen=True, slots=True)
class Together:
    """The years that a sentence speaks of together, and where it has said so."""

    end: int
    period: Period


def counted(sentence: str) -> bool:
    """Whether a sentence counts years at all: the cheap test before what they are."""
    return "年" in sentence and _COUNTED.search(sentence) is not None


def holding(head: str) -> str:
    """The beginning of a sentence without what no longer holds: years counted after its first figure (增长3%，五年累计…；) hold to the next ；."""
    at = head.rfind("；")
    figure = _FIGURE.search(head, 0, at) if at > 0 else None
    return head[: figure.start()] + " " * (at - figure.start()) + head[at:] if figure else head


def together(sentence: str, setting: Setting, *, dated: bool) -> Together | None:
    """The last years that a sentence speaks of together; `dated`: whether it also names years that are over."""
    found = list(_SPAN_WORDS.finditer(sentence))
    if not found:
        return None
    told = next(c for c in found[-1][0] if c in COUNT or c.isdigit())
    start, end = found[-1].span()
    behind = dated or bool(_BEHIND.search(sentence[max(start - 1, 0) : end + 1]))
    return Together(end, _so_many(setting, COUNT.get(told) or int(told), behind=behind))


def _so_many(setting: Setting, years: int, *, behind: bool) -> Period:
    """So many years together: those of a plan, else the last ones, among intentions the next."""
    ahead = setting.nature is Nature.TARGET and not behind
    if (setting.span.last_year <= setting.now or not behind) and (plan := of_plan(setting, years)):
        return plan
    if ahead and years == _FIVE and (plan := plans.holding(setting.next_year)):
        return plan
    first = setting.now + 1 if ahead else setting.now - years + 1
    return Period.years(first, first + years - 1)


def of_plan(setting: Setting, years: int) -> Period | None:
    """The span of the setting where it holds that many years."""
    span = setting.span
    return span if span.is_span and span.last_year - span.first_year + 1 == years else None
