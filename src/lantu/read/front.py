"""What a document says of itself as a whole: kind, title, place, issuer, date, meeting, periods."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.model import Front, Kind, Passage, PassageKind, Period, Place
from lantu.read.dates import Day, days, meeting, session, yearless_days, years
from lantu.read.kinds import FIVE_YEAR_REPORT, kind_of, titled
from lantu.read.opening import is_chinese, is_titled
from lantu.read.thisyear import this_year
from lantu.read.versions import reported_and_adopted, version_of
from lantu.read.whereabouts import place_of, place_signing
from lantu.read.years import Pair, report_years, years_of_title
from lantu.registers import congresses, plans

_LABEL = 120  # characters that a label may have
_SENT = re.compile(r"(?:印发|批转|转发|颁布|颁发|下达|公布|发布).{0,80}(?:通知|函|决定|公告|令)|令$")
_LETTER = 40  # passages in which the letter ends that sends a document out
_SENT_WITHIN = 12  # passages in which the document begins that such a letter sends
_APART = re.compile(r"[和与及的]|附件|《|[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|关于")
_IN_FORCE = re.compile(r"执行|施行|实施|生效|有效期|截止|废止")  # 本办法自2017年7月1日起施行: no day of the text
_SIGNED = re.compile(r"[12一二][\d九〇○零]\S{2}\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日")
_CLOSING = 6  # passages at the end among which a signature or imprint stands
_ISSUER = re.compile(
    r"^(?P<party>中共[\u4e00-\u9fff]{2,16}?(?:区委|市委|县委|省委|州委|旗委|委员会))(?=关于|$)"
    r"|^(?P<office>[\u4e00-\u9fff]{2,24}?(?:人民政府|人民政府办公[室厅]|国务院办公厅|国务院|发展和改革(?:局|委员会)|发展改革[局委]"
    r"|(?:发展)?计划(?:与经济)?(?:局|委员会)|(?:财政|统计)[局厅]))(?=$|关于|[省市州县区旗]长|主席)"
)
_ON_BEHALF = re.compile(r"(?:代表|受)(?P<named>[\u4e00-\u9fff]{0,12}?(?:国务院|人民政府))")
_UNNAMED = re.compile(r"^(?:省|自治区|自治州|市|州|县|区|旗)?(?=人民政府)")
_LAID_BEFORE = re.compile(
    r"(?:向|在|提请)[^，,。]{0,40}?会议(?=[^，,。以]{0,24}(?:审议|报告))|[^，,。在]{4,40}?会议(?!闭幕|结束|之后|以来)(?=[^，,。以]{0,24}(?:开幕|举行|召开))"
    r"|[^，,。]{4,40}全体会议(?=[，,](?:认真|深入|全面|高举))"
)
_TO_CONGRESS = re.compile(r"代表国务院|受国务院的?委托")
_SPOKEN = 800  # characters in which a speech says for whom it is made
_REMEMBERED = re.compile(r"会议(?:闭幕|结束|以来|之后)")
_ANNUAL = frozenset({Kind.PLAN_REPORT, Kind.WORK_REPORT, Kind.NEWS})
_FIVE_YEAR = frozenset({Kind.OUTLINE, Kind.PROPOSAL})


@dataclass(frozen=True, slots=True)
class _Parts:
    """The texts that front matter is read from."""

    title: str
    labels: tuple[str, ...]  # meeting, date and byline around the title
    body: str
    headings: tuple[str, ...]
    closing: tuple[str, ...]
    signed: tuple[str, ...]  # dates alone on a line below the letter that sends the document out


def front_of(passages: Sequence[Passage]) -> Front:
    """The front matter; every field is None where the document does not say, or not for certain."""
    parts = _parts(passages)
    opening = " ".join(parts.labels)
    kind = kind_of(parts.title, opening, parts.body, " ".join(parts.closing))
    day = _day(parts, kind)
    period = _period(parts, kind)
    when = _when(parts, day, period)
    place = place_of(kind, parts.title, opening, parts.body, when) or place_signing(parts.closing, when)
    met = _meeting(parts, place)
    month = _opened(met) or (None if day else _now(kind, parts, place, period))
    done, planned = _years(kind, parts, day or month)
    date = _dated(day, done, planned) or _iso(month or _held(kind, place, planned))
    reported, adopted = reported_and_adopted(parts.labels)
    return Front(
        kind=kind,
        title=parts.title or None,
        place=place,
        issuer=_issuer(parts, kind, place),
        date=date,
        meeting=met,
        plan_period=period,
        reporting_year=_before(period) if kind in _FIVE_YEAR else done,
        planning_year=planned,
        version=version_of(parts.title, parts.labels, kind not in _ANNUAL),
        reported=_iso(reported),
        adopted=_iso(adopted),
    )


def _parts(passages: Sequence[Passage]) -> _Parts:
    title = _title(passages)
    paragraph, item, heading = PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.HEADING
    running = [p for p in passages if (kind := p.kind) is paragraph or kind is item]
    start = running[0].index if running else len(passages)
    shown = [p for p in passages[:40] if p.kind is PassageKind.FURNITURE and len(p.text) <= _LABEL]
    return _Parts(
        title=title,
        labels=tuple(p.text for p in shown if p.index < max(start + 3, 6)),
        body="\n".join([p.text for p in running]),
        headings=tuple([p.text for p in passages if p.kind is heading]),
        closing=tuple(p.text for p in passages[-_CLOSING:] if len(p.text) <= 60),
        signed=tuple(p.text for p in passages[:_LETTER] if _SIGNED.fullmatch(p.text)) if _SENT.search(title) else (),
    )


def _title(passages: Sequence[Passage]) -> str:
    """The title; in Chinese, where one in another language stands alone above a letter that sends the document out."""
    title = next((p.text for p in passages if p.kind is PassageKind.TITLE), "")
    if not title or is_chinese(title):
        return title
    sent = (p.text for p in passages[:_SENT_WITHIN] if len(p.text) <= _LABEL // 2 and not _APART.match(p.text))
    return next((text for text in sent if is_titled(text)), title)


def _day(parts: _Parts, kind: Kind) -> Day | None:
    """The day of adoption or report from the opening, else of the signature or imprint; for news the day it tells of."""
    for text in (*parts.labels, parts.title):
        for day in days(text):
            if day.day or len(text) < 20:
                return day
    if kind is Kind.NEWS:
        return next(days(parts.body[:400]), None) or next(yearless_days(parts.body[:400]), None)
    below = (text for text in reversed(parts.closing) if len(text) < 40 and not _IN_FORCE.search(text))
    foot = next((day for text in below for day in days(text)), None)
    signed = (day for line in parts.signed for day in days(line) if day.day)
    return next(signed, None) or foot


def _when(parts: _Parts, day: Day | None, period: Period | None) -> int | None:
    """The year whose names of places count: of the document's day, of its title, or the first of its plan."""
    if day and day.year:
        return day.year
    named = [year for year, _, _ in years(parts.title)]
    return period.first_year if period else max(named, default=None)


def _opened(met: str | None) -> Day | None:
    """The month in which the nation's congress met whose number a document gives."""
    numbers = session(met) if met else None
    month = congresses.opened(*numbers) if numbers else None
    return Day(*month, None) if month else None


def _now(kind: Kind, parts: _Parts, place: Place | None, period: Period | None) -> Day | None:
    """The month of the session held in the year that a speech to the nation's congress calls 今年."""
    if place is None or place.level != "nation" or not _TO_CONGRESS.search(parts.body[:_SPOKEN]):
        return None
    year = this_year(parts.body, period) if kind in (Kind.WORK_REPORT, Kind.OUTLINE) else None
    month = congresses.held_in(year) if year else None
    return Day(*month, None) if month else None


def _held(kind: Kind, place: Place | None, planned: int | None) -> Day | None:
    """The month of the session that heard the nation's report for the year it plans."""
    annual = kind in (Kind.WORK_REPORT, Kind.PLAN_REPORT) and place is not None and place.level == "nation"
    month = congresses.hearing(planned) if annual and planned else None
    return Day(*month, None) if month else None


def _iso(day: Day | None) -> str | None:
    return day.iso if day else None


def _dated(day: Day | None, done: int | None, planned: int | None) -> str | None:
    """ISO date. A day without a year takes the reporting year in November and December, the planning year till April."""
    if day is None:
        return None
    if day.year is None:
        year = done if day.month >= 11 else planned if day.month <= 4 else None
        return Day(year, day.month, day.day).iso
    return day.iso


def _years(kind: Kind, parts: _Parts, day: Day | None) -> Pair:
    if kind not in _ANNUAL:
        return years_of_title(parts.title) if kind is Kind.OTHER else (None, None)
    if kind is Kind.NEWS and titled(parts.title) in _FIVE_YEAR:
        return None, None
    said = day if day is not None and day.year is not None else None
    short = (line for line in parts.body[:3000].split("\n")[:12] if len(line) <= 40)
    return report_years(kind, parts.title, (*parts.headings, *short), said, parts.body)


def _period(parts: _Parts, kind: Kind) -> Period | None:
    """The five-year period of the title, else the one whose plan the speech lays before the meeting."""
    if kind in _ANNUAL and (kind is not Kind.NEWS or titled(parts.title) not in _FIVE_YEAR):
        return None
    laid = FIVE_YEAR_REPORT.search(parts.body[:400]) if kind in _FIVE_YEAR else None
    return plans.named(parts.title) or (plans.named(laid.group()) if laid else None)


def _before(period: Period | None) -> int | None:
    earlier = plans.before(period) if period else None
    return earlier.last_year if earlier else None


def _meeting(parts: _Parts, place: Place | None) -> str | None:
    """The meeting before which the document was laid, not one that it only remembers."""
    name = place.name if place and place.level != "nation" else ""
    first = parts.body[:500]
    laid = _LAID_BEFORE.search(first) if "会议" in first else None
    if laid and _REMEMBERED.search(laid.group()):
        laid = None
    for text in (*parts.labels, parts.title, laid.group() if laid else ""):
        found = meeting(text, name)
        if found:
            return found
    return None


def _issuer(parts: _Parts, kind: Kind, place: Place | None) -> str | None:
    """Who puts the document before its readers; 省人民政府 is named with its place."""
    for text in (parts.title, *parts.labels, *parts.closing):
        found = _ISSUER.match(text)
        if found:
            return found["party"] or found["office"]
    spoken = _ON_BEHALF.search(parts.body[:300]) if kind is not Kind.NEWS else None
    if spoken is None:
        return None
    return _UNNAMED.sub(place.name if place else "", spoken["named"]) if place else spoken["named"]
