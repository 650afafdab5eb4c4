"""Places: divisions of the country by code and year (`places.csv`), and the place that a title names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import add

from lantu.errors import BadRegister
from lantu.model import Place

NATION = "100000"
LEVELS = ("nation", "province", "city", "county", "local")
# The ending of a full name, longest first: what stands before it is the name alone.
_ENDINGS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "行政区",
    "地区",
    "林区",
    "特区",
    "省",
    "市",
    "盟",
    "县",
    "区",
    "旗",
)
_BY_LAST = {last: tuple(e for e in _ENDINGS if e[-1] == last) for last in {e[-1] for e in _ENDINGS}}
# A name that runs on into another word is none: 上海市场, 城关区域, 教育部门.
_TORN = frozenset({"市场", "区域", "区间", "县域", "部门"})
_LAW = re.compile(r"[^《》]{0,40}?(?:法|条例)》")
# A school is called after a place without speaking for it: 北京工业大学; not so 北京大学生就业.
_SCHOOL = re.compile(r"[\u4e00-\u9fff]{0,6}(?:大学(?![生城])|学院)")
_ZONE = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:新区|开发区|高新区|度假区|保税区)")
_OUT_OF_YEARS = 10_000
_EARLIER = "places_before_1980.csv"  # what the standard never held has no code of its own, and names that it dates
_STANDARD = 1980  # the year of its first list


@dataclass(frozen=True, slots=True)
class _Form:
    """A text that names places: `full` ones with their ending; provinces and cities (`bare`) and counties (`stem`) without."""

    text: str
    full: tuple[Place, ...]
    bare: tuple[Place, ...]
    stem: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    """A form at a position of a text; `free`: it stands where a name may begin, `closed`: it ends as a name does."""

    form: _Form
    start: int
    end: int
    free: bool
    closed: bool

    @property
    def places(self) -> tuple[Place, ...]:
        """What it may name right behind the name of a larger place."""
        return self.form.full or (self.form.bare + self.form.stem if self.closed else ())


@dataclass(frozen=True, slots=True)
class _Chain:
    """Places named one inside the other; `place` is the last; `full` if one of them has its ending."""

    start: int
    end: int
    place: Place
    full: bool


@cache
def load() -> tuple[Place, ...]:
    """Every division with each of its names and validities, by code, then year. Raises BadRegister for a broken row."""
    earlier = _rows(_EARLIER)
    known = {(place.code, place.name) for place in earlier}
    later = [place for place in _rows("places.csv") if (place.code, place.name) not in known]
    return tuple(sorted((*earlier, *later), key=lambda p: (p.code, p.since or 0, p.until or _OUT_OF_YEARS)))


def _rows(file: str) -> list[Place]:
    head, *rows = (files("lantu.registers") / file).read_text("utf8").splitlines()
    if head != "code,name,level,parent,since,until":
        raise BadRegister(f"{file}：表头不对（{head}）。", f"{file}: wrong header ({head}).")
    return [_place(file, row.split(",")) for row in rows]


def _place(file: str, row: list[str]) -> Place:
    code, name, level, parent, since, until = row
    if code not in (code[:6], f"{parent}-{name}") or level not in LEVELS or not name:
        raise BadRegister(f"{file}：{code} 的行不对。", f"{file}: the row of {code} is wrong.")
    return Place(code, name, level, parent or None, int(since) if since else None, int(until) if until else None)


@cache
def _by_code() -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place in load():
        found[place.code].append(place)
    return {code: tuple(places) for code, places in found.items()}


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """`places_words.csv` by kind: names of the nation, peoples in names, words before, after and between names."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in (files("lantu.registers") / "places_words.csv").read_text("utf8").splitlines()[1:]:
        kind, word = row.split(",")
        found[kind].append(word)
    return {kind: tuple(words) for kind, words in found.items()}


def by_code(code: str, year: int | None = None) -> Place | None:
    """The division of a code: as it was called in `year`, else as it is called now, else as it was called last.

    None for an unknown code, and for a year in which the code was not valid. In the year of a change the new name counts.
    """
    places = _by_code().get(code, ())
    if year is not None:
        places = tuple(p for p in places if not _distance(p, year))
    return max(places, key=lambda p: (p.until or _OUT_OF_YEARS, p.since or 0), default=None)


def children(code: str, year: int | None = None) -> tuple[Place, ...]:
    """The divisions directly below a code in `year` (default: now), by code."""
    return tuple(p for p in load() if p.parent == code and not _distance(p, year))


def local(parent: Place, name: str) -> Place:
    """A zone, town or other place without a code, under the place that it belongs to."""
    return Place(f"{parent.code}-{name}", name, "local", parent.code)


def lies_in(place: Place, other: Place) -> bool:
    """Whether `place` is `other` or a part of it, by their codes."""
    return _within(place.code, other.code)


def _within(code: str, other: str) -> bool:
    stem = "" if other == NATION else other[:6].removesuffix("00").removesuffix("00") if "-" not in other else other
    return code.startswith(stem)


def _distance(place: Place, year: int | None) -> int:
    """How many years `year` is from the place's validity; without a year, how long ago it ended."""
    if year is None:
        return 0 if place.until is None else _OUT_OF_YEARS - place.until
    return max((place.since or 0) - year, year - (place.until or _OUT_OF_YEARS), 0)


def names(place: Place) -> tuple[str, ...]:
    """The texts that name a place, the full name first: 恩施土家族苗族自治州, 恩施州, 恩施."""
    if place.code == NATION:
        return _words()["nation"] + _words()["organ"]
    full, bare = _full_names(place), _bare_name(place)
    return (*full, bare) if bare and bare not in full else full


@lru_cache(maxsize=8192)
def _stem(name: str) -> tuple[str, str]:
    """The name alone, and its ending: 恩施土家族苗族自治州 → 恩施, 自治州."""
    ending = next((e for e in _BY_LAST.get(name[-1:], ()) if name.endswith(e)), "")
    stem = name.removesuffix(ending)
    if "族" not in stem and "自治" not in ending:  # most names, and the quick way
        return stem, ending
    while (people := next((p for p in _words()["people"] if stem.endswith(p)), "")) and len(stem) > len(people) + 1:
        stem = stem.removesuffix(people)
    return stem, ending


def _full_names(place: Place) -> tuple[str, ...]:
    stem, ending = _stem(place.name)
    short = stem + (ending if ending == "自治区" else ending.removeprefix("自治"))
    return (place.name, short) if len(stem) > 1 and short != place.name else (place.name,)


def _bare_name(place: Place) -> str:
    stem = _stem(place.name)[0]
    return stem if len(stem) > 1 else ""


@cache
def _named() -> Mapping[str, Mapping[str, Sequence[Place]]]:
    """The places that each text names, by what sort of name it is to them (see `_Form`)."""
    full: dict[str, list[Place]] = defaultdict(list)
    bare: dict[str, list[Place]] = defaultdict(list)
    stem: dict[str, list[Place]] = defaultdict(list)
    for place in load():
        if place.code == NATION:
            continue
        for name in _full_names(place):
            full[name].append(place)
        if (
            place.until or _OUT_OF_YEARS
        ) >= _STANDARD:  # 平原 and 苏南 are regions now: a province of then by its full name only
            (stem if place.level == "county" else bare)[_bare_name(place)].append(place)
    for kind, words in ((full, "nation"), (bare, "organ")):
        for word in _words()[words]:
            kind[word].append(_by_code()[NATION][0])
    return {"full": full, "bare": bare, "stem": stem}


@cache
def _heads() -> Mapping[str, Sequence[str]]:
    """Every text that names a place by its first two characters, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in sorted(set().union(*_named().values()), key=len, reverse=True):
        if text:
            found[text[:2]].append(text)
    return found


@cache
def _forms_of(head: str) -> tuple[_Form, ...]:
    """The forms that begin so, the longest first; made when they are first met, as a text meets few of them."""
    kinds = [_named()[kind] for kind in ("full", "bare", "stem")]
    return tuple(_Form(text, *(tuple(kind.get(text, ())) for kind in kinds)) for text in _heads()[head])


@lru_cache(maxsize=2048)
def find(text: str, year: int | None = None, within: Place | None = None) -> Place | None:
    """The place that a title, an opening or a name speaks of; None where it names none, or only an ambiguous district.

    Places named one inside the other count as the innermost; of several such chains the first with a full name wins. A
    district that many cities have counts only after or beside its city, or within `within`. Names are those of `year`,
    else of the nearest time; without a year those of today, else the latest.
    """
    chains, loose = _chains(text, year, within)
    best = min(chains, key=lambda c: not c.full, default=None)
    if best is None:
        return None
    before = (_pick(m.form.full, year, best.place) for m in loose if m.free and m.end <= best.start)
    return next((place for place in before if place), best.place)


def _chains(text: str, year: int | None, within: Place | None) -> tuple[list[_Chain], list[_Mention]]:
    """The chains of places that a text names, in its order, and the mentions that could be several places."""
    chains: list[_Chain] = []
    loose: list[_Mention] = []
    for mention in _mentions(text):
        last = chains[-1] if chains else None
        longer = _continued(last, mention, text, year) if last else None
        if longer:
            chains[-1] = longer
        elif place := _alone(mention, year, within):
            chains.append(_Chain(mention.start, mention.end, place, bool(mention.form.full)))
        else:
            loose.append(mention)
    return chains, loose


def _continued(chain: _Chain, mention: _Mention, text: str, year: int | None) -> _Chain | None:
    """The chain with a mention behind it that names a part of its place, or its place again."""
    if not _joined(text[chain.end : mention.start]):
        return None
    if len(mention.form.text) <= 2 and mention.form.full and mention.start != chain.end:
        return None  # 雄安新区 holds no 新区; such counties stand right behind their city
    inner = _pick(mention.places, year, chain.place)
    full = chain.full or (inner is not None and bool(mention.form.full))
    return _Chain(chain.start, mention.end, inner, full) if inner else None


def _joined(gap: str) -> bool:
    """Whether what stands between two names lets the second specify the first: nothing, or 人民政府关于印发."""
    if not gap or gap.isspace():
        return True
    return len(gap) <= 30 and "。" not in gap and any(word in gap for word in _words()["joint"])


def _alone(mention: _Mention, year: int | None, within: Place | None) -> Place | None:
    """The place of a mention by itself: what is in `within`, else provinces and cities, else a county with a name of its own."""
    form = mention.form
    if within and (inside := _pick(form.full or (mention.places if mention.free else ()), year, within)):
        return inside
    if form.full:
        # Some counties are called 城区 or 新县: such a text names them only behind their city.
        if mention.free and len(form.text) > 2:
            return _pick(form.full, year)
        return _pick((p for p in form.full if p.level != "county"), year)
    return _pick(form.bare, year) if mention.free and mention.closed else None


def _pick(places: Iterable[Place], year: int | None, inside: Place | None = None) -> Place | None:
    """The one of `places` nearest to `year` and largest; None where two are equally good. `inside`: only parts of it."""
    fit = [p for p in places if inside is None or (p.code != inside.code and _within(p.code, inside.code))]
    if len(fit) > 1:
        nearest = min(_distance(p, year) for p in fit)
        fit = [p for p in fit if _distance(p, year) == nearest]
        level = min(LEVELS.index(p.level) for p in fit)
        fit = [p for p in fit if LEVELS.index(p.level) == level]
    return fit[0] if len({p.code for p in fit}) == 1 else None


def _mentions(text: str) -> Iterator[_Mention]:
    """The names in a text from left to right; a county without its ending only directly behind another name."""
    heads, end = _heads(), -1
    for start in [i for i, pair in enumerate(map(add, text, text[1:])) if pair in heads]:
        if start < end:
            continue
        form = _form_at(text, start, stems=start == end)
        if form and not _is_aside(text, start, start + len(form.text)):
            free = start == end or _may_begin(text, start)
            end = start + len(form.text)
            yield _Mention(form, start, end, free, bool(form.full) or _ends(form, text, end))


def _form_at(text: str, start: int, *, stems: bool) -> _Form | None:
    """The longest form at a position, unless it is torn from a longer word."""
    head = text[start : start + 2]
    for form in _forms_of(head) if head in _heads() else ():
        if text.startswith(form.text, start) and (form.full or form.bare or stems):
            end = start + len(form.text)
            return None if text[end - 1 : end + 1] in _TORN else form
    return None


def _may_begin(text: str, start: int) -> bool:
    """At the start, after a sign (but not inside an enumeration), or after a word that goes before names."""
    if start == 0 or not _is_han(text[start - 1]):
        return start == 0 or text[start - 1] != "、"
    return text.endswith(_words()["before"], 0, start)


def _ends(form: _Form, text: str, end: int) -> bool:
    """Whether a name without its ending is one there, and not the first word of a school's; a zone of a province may follow."""
    if any(place.level == "province" for place in form.bare) and _ZONE.match(text, end):
        return True
    return _may_end(text, end) and not _SCHOOL.match(text, end)


def _may_end(text: str, end: int) -> bool:
    """At the end, before a sign (but not inside an enumeration), another name, or a word that goes after names."""
    if end == len(text) or not _is_han(text[end]):
        return end == len(text) or text[end] != "、"
    return text.startswith(_words()["after"], end) or _form_at(text, end, stems=True) is not None


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _is_aside(text: str, start: int, end: int) -> bool:
    """Whether a name says where a paper is printed (新华社北京3月12日电), a meeting held (在北京召开), or whose law is cited."""
    if text.endswith(_words()["dateline"], 0, start) or _venue().match(text, end):
        return True
    return "》" in text[end : end + 45] and _LAW.match(text, end) is not None


@cache
def _venue() -> re.Pattern[str]:
    return re.compile(rf"(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:{'|'.join(_words()['venue'])})")
