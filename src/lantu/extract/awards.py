"""What is granted to whom: 对新认定的X，给予50万元一次性奖励 → 新认定X一次性奖励."""

import re

from lantu.extract.edges import strip_lead, tidy

_AWARD = re.compile(
    r"(?P<who>.*?)(?:，)?(?:可)?(?:按(?:照)?[^，。；]{0,20})?(?:分别|一次性|每年|各|再|最高|连续\d年)*(?:给予|奖励|补助|补贴|资助|发放|支持)"
)
_GIFT = re.compile(
    r"[^。；]{0,40}?(?P<thing>(?:一次性)?(?:生活|培训|配套|资金|运营|研发|购房|租房|岗位|培训费用)?(?:奖励|补贴|补助|支持|资助|奖补|扶持|贴息|津贴))"
)


def award(before: str, left: str, after: str) -> str | None:
    """对新认定的X，给予50万元一次性奖励 → 新认定X一次性奖励; None where nothing is granted."""
    found, gift = _AWARD.match(left), _GIFT.match(after)
    if not found and not (gift and re.search(r"给予|按|最高$", left)):
        return None
    who = found["who"] if found else ""
    who = who or before
    who = re.sub(r"^(?:第[^，。]{1,4}条|对于?|按照?|由|于[^，。]{1,6}年)+|(?:的|，)+$", "", strip_lead(who))
    who = who if len(who) > 1 else re.sub(r"^(?:第[^，。]{1,4}条|对于?|按照?|由)+|(?:的|，)+$", "", strip_lead(before))
    thing = gift["thing"] if gift else "奖励" if "奖励" in left else "补助"
    return tidy(who + thing) if len(who) > 1 else None
