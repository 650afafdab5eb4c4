"""Whose territory a document is about."""

import re
from collections.abc import Iterable

from lantu.model import Kind, Place
from lantu.registers import places

_SPOKEN_FOR = re.compile(r"(?:代表|受)(?P<whom>[^，,。]{0,24}?(?:国务院|人民政府))")
_ADDRESSED_TO_ALL = re.compile(r"各省、?\s*自治区(?:、?\s*直辖市|[^。]{0,20}，\s*直辖市)|^省、自治区、直辖市")
_SIGNS = re.compile(r"[\u4e00-\u9fff]{2,24}(?:政府|部|委|局|厅|办公[厅室]|委员会|总署|银行)")
_OUR_NATION = re.compile(r"我国|全国")
_OUR_PLACE = re.compile(r"(?:我|全|本)(?P<level>省|自治区|市|州|县|区|旗)(?!分)|[省市区县](?:委、)?[省市区县]政府")
_LEVELS = {
    "省": ("province",), "自治区": ("province",), "市": ("province", "city", "county"), "州": ("city",),
    "县": ("county",), "区": ("province", "county"), "旗": ("county",),
}  # fmt: skip
# A zone or town speaks for itself where its name stands before what a government's paper is about.
_ITS_OWN = r"(?=国民经济|(?:人民)?政府|人民代表大会|党工委|管委会|管理委员会|[“\"]|第.{1,3}个|[12]\d{3}\s*年)"
_TOWN = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{1,7}}?(?<!城)(?<!乡)(?<!小)(?<!村)(?<!重点)(?<!建制)(?<!中心)(?<!特色)(?:镇|苏木|(?<!.城)乡|街道)){_ITS_OWN}"
)
_ZONE = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{0,12}}?(?:开发区|高新区|(?<!地)(?<!片)新区|度假区|保税区|示范区|管理区|产业园区|工业园区|园区)){_ITS_OWN}"
)
_OF_PROVINCES = ("新区", "开发区", "高新区", "度假区", "保税区")
_GENERAL = re.compile(
    r"国家级?|省级|自治区级|市级|各类|各|全省|重点|经济|技术|高新|产业|工业|科技|科学|旅游|农业|综合|边境|合作|开发区|高新区|新区|度假区|保税区|[的和与、]"
)
_BY_NAME = 2  # characters that the name of a zone of a province has beside what says its kind
_OFTEN = 3
_TOLD = 400  # characters of a speech or news item in which its place is named
_OUTSET = 1500  # characters in which a speech shows whose it is
_ADDRESSED = 60


def place_of(kind: Kind, title: str, opening: str, body: str, year: int | None) -> Place | None:
    """The place whose figures a document holds, as it was called in `year`; None where it does not say.

    Looked for in the title, the meeting and byline around it, and the words in which a speech or a news item
    says for whom it speaks; what is sent to all provinces comes from the nation.
    """
    for text in (title, opening):
        place = places.find(text, year) if text else None
        if place:
            return (_inside(place, title) if text is title else None) or place
    if _ADDRESSED_TO_ALL.search(body[:_ADDRESSED]):
        return places.by_code(places.NATION)
    if kind is Kind.OTHER:
        return _of_itself(body, year)
    whom = _SPOKEN_FOR.search(body[:_TOLD])
    named = (places.find(whom["whom"], year) if whom else None) or places.find(body[:_TOLD], year)
    return named or (places.by_code(places.NATION) if kind is Kind.WORK_REPORT and _national(body) else None)


def _national(body: str) -> bool:
    """Whether a speech that names no place begins with 我国 again and again, and never with 我省 or 全市."""
    return len(_OUR_NATION.findall(body[:_OUTSET])) >= _OFTEN and not _OUR_PLACE.search(body[:_OUTSET])


def place_signing(closing: Iterable[str], year: int | None) -> Place | None:
    """The place whose government or department signs at the foot of a text."""
    signing = (places.find(line, year) for line in closing if _SIGNS.fullmatch(line))
    return next((place for place in signing if place), None)


def _inside(place: Place, title: str) -> Place | None:
    """The zone or town that a title names right behind `place`: 南通经济技术开发区, 昆山市周庄镇.

    Right behind a province only a zone with a name of its own: a province's 经济开发区 are all of its zones.
    """
    if place.level not in ("province", "city", "county"):
        return None
    printed = next((name for name in places.names(place) if name in title), None)
    rest = title.partition(printed)[2] if printed else ""
    town, zone = _TOWN.match(rest), _ZONE.match(rest)
    if place.level == "province":
        own = zone["name"] if zone and zone["name"].endswith(_OF_PROVINCES) else ""
        return places.local(place, own) if len(_GENERAL.sub("", own)) >= _BY_NAME else None
    if town:
        return places.local(place, town["name"])
    return places.local(place, f"{printed}{zone['name']}") if zone else None


def _of_itself(body: str, year: int | None) -> Place | None:
    """The place of a text that speaks of 我省 or 全市 and names a place of that level, or of 我国 again and again."""
    ours = _OUR_PLACE.search(body)
    place = places.find(body[:_TOLD], year)
    if ours is None:
        national = place is None and len(_OUR_NATION.findall(body)) >= _OFTEN
        return places.by_code(places.NATION) if national else place if place and place.code == places.NATION else None
    return place if place and place.level in _LEVELS.get(ours["level"] or "", ()) else None
