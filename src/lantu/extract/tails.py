"""The head noun that only the last member of a list says: 治安、刑事案件立案数 → 治安案件立案数."""

import re

from lantu.extract.edges import tidy

_EACH = re.compile(
    r"(?:占比|比重|增速|增长率|增幅|覆盖率|合格率|达标率|满意率|普及率|利用率)$"
)  # said of each, whatever it ends with
_TAIL = re.compile(
    r"(?:换新|还湖|播种|种植|治理|养殖)?(?:(?:[\u4e00-\u9fff]{2}化|[\u4e00-\u9fff]{2})率|(?:用户|交易|产业|贸易|市场|经济|装机|人口)?规模|能耗|总量|总数|数量|排放总量|排放量|产量|产销量|面积|增加值|投资|收入|产值|用量|消耗|保有量"
    r"|存款余额|贷款余额|余额|补助标准|低保标准|标准|零售额|销售额|交易额|成交额|营业收入|营收|利润|税收|进出口额?|出口额?|进口额?|支出|用电量|装机容量|装机|总额|贷款|就业|排放|(?:参保|就业|从业|受益|缴费|在校|入学|招生|毕业|死亡|失业)?人数|人次|件次|起数|件数|次数|里程|浓度)$"
)
_SPENT = re.compile("(?P<head>.*用于)(?P<on>.{2,})")  # 财政用于科技、教育和卫生的支出
_SPENT_TAIL = re.compile("的?(?:支出|投入|资金|投资)$")
_HEAD = re.compile("单位(?:国内生产总值|地区生产总值|GDP|工业增加值)(?=.{2})")
_PLACE = re.compile("城镇|城市|农村|乡村")
_NOUN = re.compile("[^\\d年]{2,}")
_SHORT = 2  # characters of a word that the like-placed word of the last name answers
_PEOPLE = frozenset("工民生员户人者")


def shared(names: list[str]) -> list[str]:
    """The members of a list with the head noun that only the last one says (治安、刑事案件立案数)."""
    *others, last = names
    spent = _SPENT.fullmatch(others[0])
    if spent and (tail := _SPENT_TAIL.search(last)):
        middle = [spent["on"], *others[1:], last[: tail.start()]]
        return [tidy(spent["head"] + on + tail[0]) for on in middle]
    head = _HEAD.match(others[0])
    if head and not any(_HEAD.match(n) for n in names[1:]):
        return [tidy(others[0]), *(head[0] + tidy(n) for n in names[1:])]
    place = _PLACE.match(last)
    if place and all(_PLACE.fullmatch(n) for n in others):
        return [tidy(n + last[place.end() :]) for n in others] + [tidy(last)]
    quoted = re.search(r"”(?P<tail>[^”]+)$", last)
    if quoted and all(n.endswith("”") for n in others):
        return [tidy(n + quoted["tail"]) for n in others] + [tidy(last)]
    of, _, noun = last.rpartition("的")
    if of and _NOUN.fullmatch(noun) and not any("的" in n for n in others):
        return [tidy(n + noun) for n in others] + [tidy(last)]
    each = _EACH.search(last)
    if each:
        return [tidy(n if _EACH.search(n) or n.endswith("率") else n + each[0]) for n in others] + [tidy(last)]
    tail = _TAIL.search(last)
    if tail and not any(_TAIL.search(n) for n in others):
        whole = (
            re.search(r"(?:居民|农村|城镇|常住)[\u4e00-\u9fff]{2,}$", last) if all(len(n) < 3 for n in others) else None
        )
        return [tidy(n + (whole[0] if whole and whole.start() else tail[0])) for n in others] + [tidy(last)]
    if "（" not in last and all(
        len(n) <= 4 and len(last) - len(n) > _SHORT and _of_a_kind(n, last[: len(n)]) for n in others
    ):
        return [tidy(n + last[len(n) :]) for n in others] + [tidy(last)]
    return [tidy(n) for n in names]


def _of_a_kind(one: str, other: str) -> bool:
    """Whether two words are of a kind: as short as can be (厦门、福州机场), or ending alike (国家级、省级)."""
    return len(one) <= _SHORT or one[-1] == other[-1] or {one[-1], other[-1]} <= _PEOPLE
