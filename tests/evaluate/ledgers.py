"""Small ledgers built by hand: documents of one sentence a value, plans with targets."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

from lantu.evaluate import evaluate
from lantu.model import (
    Assessment,
    Base,
    Binding,
    Comparator,
    DataRow,
    Document,
    Evaluation,
    Front,
    Kind,
    Ledger,
    Measure,
    Nature,
    Note,
    Observation,
    Passage,
    PassageKind,
    Period,
    Place,
    Plan,
    Quantity,
    Reading,
    Segment,
    Series,
    StatedPath,
    Statement,
    Target,
    TargetKind,
    Version,
    Vintage,
)
from lantu.model.statement import Confidence
from lantu.registers import messages, methods

PLACE = Place("350199", "某区", "county", "350100")
SIGNS = {">=": Comparator.GE, "<=": Comparator.LE, ">": Comparator.GT, "<": Comparator.LT, "~": Comparator.ABOUT}


def quantity(printed: str, unit: str) -> Quantity:
    """`>=6`, `~5`, `4.5..5` or a bare number, as printed."""
    sign = next((s for s in SIGNS if printed.startswith(s)), "")
    low, _, high = printed.removeprefix(sign).partition("..")
    comparator = Comparator.BETWEEN if high else SIGNS.get(sign, Comparator.EQ)
    return Quantity(Decimal(low), unit, comparator, Decimal(high) if high else None)


@dataclass
class Page:
    """A document while it is written."""

    name: str
    front: Front
    text: str = ""
    said: list[Statement] = field(default_factory=list)

    @property
    def sha256(self) -> str:
        return sha256(self.name.encode()).hexdigest()

    def say(self, sentence: str) -> tuple[int, int]:
        """Add a sentence; where it stands."""
        start = len(self.text)
        self.text += sentence + "。"
        return start, start + len(sentence)

    def closed(self) -> Document:
        passage = Passage(0, PassageKind.PARAGRAPH, self.text, (Segment(0, 0, len(self.text)),), ())
        return Document(self.name, self.sha256, "txt", "utf-8", self.text, (passage,), (), self.front)


class Book:
    """A ledger while it is written."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.series: dict[str, Series] = {}
        self.observations: list[Observation] = []
        self.plans: dict[str, Plan] = {}
        self.targets: list[Target] = []

    def page(
        self,
        name: str,
        kind: Kind = Kind.PLAN_REPORT,
        *,
        dated: str | None = None,
        reporting: int | None = None,
        draft: bool = False,
    ) -> Page:
        """A document."""
        planning = reporting + 1 if reporting else None
        front = Front(
            kind, name, PLACE, None, dated, None, None, reporting, planning, Version.DRAFT if draft else Version.UNKNOWN
        )
        page = Page(name, front)
        self.pages.append(page)
        return page

    def outline(self, span: str = "2021-2025", name: str = "outline") -> Page:
        """A five-year plan, undated."""
        page = self.page(name, Kind.OUTLINE)
        page.front = replace(page.front, plan_period=Period(span))
        self._plan(f"five/{span}", page, five_year=True, period=span)
        return page

    def annual(self, page: Page, year: int) -> Page:
        """Makes a report the annual plan of a year."""
        self._plan(f"annual/{year}", page, five_year=False, period=str(year))
        return page

    def value(
        self,
        page: Page,
        indicator: str,
        period: str,
        printed: str,
        unit: str = "%",
        measure: Measure = Measure.GROWTH,
        vintage: Vintage = Vintage.REPORTED,
        *,
        price: str = "",
        name: str = "",
        place: str = PLACE.code,
    ) -> Observation:
        """A value in print."""
        series = self._series(indicator, measure, unit, price, name, place)
        nature = Nature.ESTIMATE if vintage is Vintage.ESTIMATE else Nature.ACTUAL
        said = self._statement(page, series.name, quantity(printed, unit), measure, nature, period)
        found = Observation(series.id, Period(period), quantity(printed, unit), vintage, (said.id,))
        self.observations.append(found)
        return found

    def row(
        self, indicator: str, period: str, printed: str, unit: str, vintage: Vintage, place: str = PLACE.code
    ) -> None:
        """A value of a data sheet."""
        series = self._series(indicator, Measure.LEVEL, unit, "", "", place)
        row = DataRow(
            "data.csv", 2, place, indicator, Measure.LEVEL, Period(period), quantity(printed, unit), vintage, "统计局"
        )
        self.observations.append(Observation(series.id, Period(period), row.quantity, vintage, (), (row,)))

    def target(
        self,
        page: Page,
        indicator: str,
        period: str,
        wanted: str | None,
        unit: str = "%",
        kind: TargetKind = TargetKind.LEVEL,
        measure: Measure = Measure.LEVEL,
        *,
        base: tuple[str, str] | None = None,
        path: tuple[str, str, Measure] | None = None,
        binding: Binding | None = Binding.EXPECTED,
        headline: bool = True,
        price: str = "",
        words: str = "",
        name: str = "",
        part_of: str | None = None,
        reference: str | None = None,
        assigned: DataRow | None = None,
    ) -> Target:
        """A target of the plan that the page sets."""
        series = self._series(indicator, measure, unit, price, name, PLACE.code)
        plan = next(p for p in self.plans.values() if page.sha256 in p.documents)
        printed = quantity(wanted, unit) if wanted is not None else None
        stated = printed or quantity("0", unit)
        said = self._statement(page, series.name, stated, measure, Nature.TARGET, period)
        found = Target(
            id=f"{plan.id}/{series.id}/{kind}/{len(self.targets)}",
            plan=plan.id,
            series=series.id,
            name=series.name,
            kind=kind,
            period=Period(period),
            wanted=printed,
            words=words,
            unit=unit,
            binding=binding,
            headline=headline,
            statements=(said.id,),
            base=Base(quantity(base[1], unit), Period(base[0]), said.id) if base else None,
            path=StatedPath(quantity(path[0], path[1]), path[2], said.id) if path else None,
            part_of=part_of,
            reference=reference,
            assigned=assigned,
        )
        self.targets.append(found)
        return found

    def ledger(self) -> Ledger:
        """The ledger as it is."""
        documents = tuple(p.closed() for p in self.pages)
        readings = tuple(Reading(d, tuple(p.said), (), (), ()) for d, p in zip(documents, self.pages, strict=True))
        return Ledger(
            documents=documents,
            readings=readings,
            publications=(),
            series=tuple(self.series.values()),
            observations=tuple(self.observations),
            plans=tuple(self.plans.values()),
            targets=tuple(self.targets),
        )

    def evaluated(self, day: str | None = None, method: methods.Method | None = None) -> Evaluation:
        """The evaluation of the ledger; all that it notes can be said in both languages."""
        found = evaluate(self.ledger(), method or methods.load(), date.fromisoformat(day) if day else None)
        for note in (*found.notes, *(n for a in found.assessments for n in _said(a))):
            assert messages.say(note, "zh")
            assert messages.say(note, "en")
        return found

    def assessed(self, target: Target, day: str | None = None, method: methods.Method | None = None) -> Assessment:
        """The assessment of one target."""
        return next(a for a in self.evaluated(day, method).assessments if a.target == target.id)

    def _plan(self, key: str, page: Page, *, five_year: bool, period: str) -> None:
        before = self.plans.get(key)
        documents = (*(before.documents if before else ()), page.sha256)
        self.plans[key] = Plan(key, PLACE, five_year, Period(period), documents, draft=page.front.draft)

    def _series(self, indicator: str, measure: Measure, unit: str, price: str, name: str, place: str) -> Series:
        key = "/".join(p for p in (place, indicator, measure.value, price) if p)
        said = name or indicator.removeprefix("local:")
        return self.series.setdefault(key, Series(key, place, indicator, said, measure, unit, price))

    def _statement(
        self, page: Page, name: str, printed: Quantity, measure: Measure, nature: Nature, period: str
    ) -> Statement:
        start, end = page.say(f"{name}{printed.value}{printed.unit}")
        said = Statement(
            document=page.sha256,
            passage=0,
            start=start + len(name),
            end=end,
            text=page.text[start + len(name) : end],
            indicator=name,
            quantity=printed,
            measure=measure,
            nature=nature,
            period=Period(period),
            rule="by hand",
            confidence=Confidence.SURE,
        )
        page.said.append(said)
        return said


def _said(assessment: Assessment) -> tuple[Note, ...]:
    reason = (Note.of(assessment.reason),) if assessment.reason else ()
    return (*reason, *assessment.notes, *assessment.missing)


def notes(assessment: Assessment) -> dict[str, dict[str, str]]:
    """The notes of an assessment by code."""
    return {n.code: dict(n.values) for n in (*assessment.notes, *assessment.missing)}


def six(value: Decimal | None) -> Decimal | None:
    """Six digits, to be compared."""
    return None if value is None else value.quantize(Decimal("0.000001"))
