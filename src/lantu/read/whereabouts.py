"""Whose territory a document is about."""

import re

from lantu.model import Kind, Place
from lantu.registers import places

_SPOKEN_FOR = re.compile(r"(?:代表|受)(?P<whom>[^，,。]{0,24}?(?:国务院|人民政府))")
_ADDRESSED_TO_ALL = re.compile(r"各省、?\s*自治区、?\s*直辖市")
_OUR_NATION = re.compile(r"我国|全国")
_OUR_PLACE = re.compile(r"(?:我|全|本)(?P<level>省|自治区|市|州|县|区|旗)(?!分)|[省市区县](?:委、)?[省市区县]政府")
_LEVELS = {
    "省": ("province",), "自治区": ("province",), "市": ("province", "city", "county"), "州": ("city",),
    "县": ("county",), "区": ("province", "county"), "旗": ("county",),
}  # fmt: skip
_OFTEN = 3
_TOLD = 400  # characters of a speech or news item in which its place is named
_ADDRESSED = 60


def place_of(kind: Kind, title: str, opening: str, body: str, year: int | None) -> Place | None:
    """The place whose figures a document holds, as it was called in `year`; None where it does not say.

    Looked for in the title, the meeting and byline around it, and the words in which a speech or a news item
    says for whom it speaks; what is sent to all provinces comes from the nation.
    """
    for text in (title, opening):
        place = places.find(text, year) if text else None
        if place:
            return place
    if _ADDRESSED_TO_ALL.search(body[:_ADDRESSED]):
        return places.by_code(places.NATION)
    if kind is Kind.OTHER:
        return _of_itself(body, year)
    whom = _SPOKEN_FOR.search(body[:_TOLD])
    return (places.find(whom["whom"], year) if whom else None) or places.find(body[:_TOLD], year)


def _of_itself(body: str, year: int | None) -> Place | None:
    """The place of a text that speaks of 我省 or 全市 and names a place of that level, or of 我国 again and again."""
    ours = _OUR_PLACE.search(body)
    place = places.find(body[:_TOLD], year)
    if ours is None:
        national = place is None and len(_OUR_NATION.findall(body)) >= _OFTEN
        return places.by_code(places.NATION) if national else place if place and place.code == places.NATION else None
    return place if place and place.level in _LEVELS.get(ours["level"] or "", ()) else None
