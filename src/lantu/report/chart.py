"""One chart a target as inline SVG: base, path, actual values, target. Everything in it stands in a table beside it too."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from lantu import formulas
from lantu.model import Observation, Target, TargetKind
from lantu.registers import units
from lantu.report import shown
from lantu.report.story import Story
from lantu.report.words import Words, words

WIDTH, HEIGHT = Decimal(560), Decimal(250)
LEFT, RIGHT, TOP, BOTTOM = Decimal(58), Decimal(64), Decimal(22), Decimal(34)
_BARS = (TargetKind.AVERAGE_GROWTH, TargetKind.GROWTH, TargetKind.REDUCTION, TargetKind.SUM)
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_CLOSE = Decimal("0.0005")


@dataclass(frozen=True, slots=True)
class Point:
    """A value at the end of a year; `statement` is its evidence."""

    year: int
    value: Decimal
    printed: str
    estimate: bool = False
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn. `bars`: yearly values stand as columns, for sums one upon the other."""

    first: int
    last: int
    unit: str
    points: tuple[Point, ...]
    base: Point | None = None
    goal: Point | None = None
    path: tuple[tuple[Decimal, Decimal], ...] = ()  # (year, value)
    due: tuple[Decimal, Decimal] | None = None
    bars: bool = False
    stacked: bool = False
    unknown: tuple[int, ...] = ()  # years of the plan that were over and have no value


def chart_of(story: Story) -> Chart | None:
    """The chart of a target; None where there is nothing with a number to draw, or only one year."""
    target, span = story.target, story.plan.period
    points = tuple(p for p in (_point(o, target.unit, estimate=story.is_estimate(o)) for o in story.best) if p)
    goal, base = _goal(target), _base(target)
    bars = target.kind in _BARS
    if not story.plan.five_year or not (goal or len(points) > 1):
        return None
    first = span.first_year if bars else min([span.first_year - 1, *([base.year] if base else [])])
    inside = tuple(p for p in points if first <= p.year <= span.last_year and not (base and p.year == base.year))
    return Chart(
        first, span.last_year, target.unit, inside,
        base=None if bars else base,
        goal=goal,
        path=_path(story, base, goal, bars=bars),
        due=_due(story, bars=bars),
        bars=bars,
        stacked=target.kind is TargetKind.SUM,
        unknown=_unknown(story, inside) if bars else (),
    )  # fmt: skip


def _point(seen: Observation, unit: str, *, estimate: bool) -> Point | None:
    wanted = seen.quantity
    value = wanted.value if wanted.unit == unit else units.convert(wanted.value, wanted.unit, unit)
    if value is None or not seen.period.is_year:
        return None
    statement = seen.statements[0] if seen.statements else None
    return Point(seen.period.last_year, value, shown.quantity(wanted), estimate, statement)


def _goal(target: Target) -> Point | None:
    wanted = target.wanted or (target.assigned.quantity if target.assigned else None)
    if wanted is None or target.kind is TargetKind.CHANGE:
        return None
    value = wanted.value if wanted.unit == target.unit else units.convert(wanted.value, wanted.unit, target.unit)
    statement = target.statements[0] if target.statements else None
    return None if value is None else Point(target.period.last_year, value, shown.quantity(wanted), statement=statement)


def _base(target: Target) -> Point | None:
    base = target.base
    if base is None:
        return None
    value = units.convert(base.quantity.value, base.quantity.unit, target.unit)
    printed = shown.quantity(base.quantity)
    return None if value is None else Point(base.period.last_year, value, printed, statement=base.statement)


def _unknown(story: Story, points: tuple[Point, ...]) -> tuple[int, ...]:
    known = {p.year for p in points}
    span = story.plan.period
    over = [y for y in range(span.first_year, span.last_year + 1) if y <= max(known, default=0)]
    return tuple(y for y in over if y not in known)


def _path(story: Story, base: Point | None, goal: Point | None, *, bars: bool) -> tuple[tuple[Decimal, Decimal], ...]:
    """Year by year what the path asks for: as the assessment's expected value says, else a straight line."""
    span = story.plan.period
    if goal is None:
        return ()
    if story.target.kind is TargetKind.SUM:
        years = span.last_year - span.first_year + 1
        return tuple((Decimal(span.first_year + n), goal.value * (n + 1) / years) for n in range(years))
    if bars or base is None or base.value == goal.value:
        start = Decimal(span.first_year if bars else span.first_year - 1)
        return ((start, goal.value), (Decimal(span.last_year), goal.value))
    steps = goal.year - base.year
    draw = formulas.geometric if _grows_evenly(story, base, goal) else formulas.linear
    shares = [Decimal(n) / steps for n in range(steps + 1)] if steps > 0 else []
    return tuple((base.year + share * steps, draw(base.value, goal.value, share)) for share in shares)


def _grows_evenly(story: Story, base: Point, goal: Point) -> bool:
    expected, share = story.judged.expected, story.judged.elapsed
    if expected is None or share is None or min(base.value, goal.value) <= 0:
        return False
    even = formulas.geometric(base.value, goal.value, share)
    return abs(even - expected) <= _CLOSE * abs(expected)


def _due(story: Story, *, bars: bool) -> tuple[Decimal, Decimal] | None:
    expected, latest = story.judged.expected, story.judged.latest
    if expected is None or latest is None or (bars and story.target.kind is not TargetKind.SUM):
        return None
    return Decimal(latest.period.last_year), expected


# --- drawing ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Scale:
    chart: Chart
    low: Decimal
    high: Decimal
    step: Decimal

    def x(self, year: Decimal | int) -> Decimal:
        """Columns stand in the middle of their year's band, levels on its end."""
        room = WIDTH - LEFT - RIGHT
        if self.chart.bars:
            return LEFT + room * (Decimal(year) - self.chart.first + Decimal("0.5")) / self._bands
        return LEFT + room * (Decimal(year) - self.chart.first) / max(self._bands - 1, Decimal(1))

    def y(self, value: Decimal) -> Decimal:
        """Pixels from the top."""
        return TOP + (HEIGHT - TOP - BOTTOM) * (self.high - value) / (self.high - self.low)

    @property
    def _bands(self) -> Decimal:
        return Decimal(self.chart.last - self.chart.first + 1)

    @property
    def column(self) -> Decimal:
        """Half the width of a column."""
        return (WIDTH - LEFT - RIGHT) / self._bands * Decimal("0.22")


def svg(chart: Chart, name: Words) -> str:
    """The chart as SVG text. Labels stand in both languages, told apart by class; points link to evidence."""
    scale = _scale(chart)
    body = [*_grid(scale), *_bands(scale), *_way(scale), *_columns(scale), *_line(scale), *_marks(scale)]
    label = escape(f"{name.zh} {name.en}", quote=True)
    return f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">{"".join(body)}</svg>'


def _scale(chart: Chart) -> _Scale:
    tops = _tops(chart)
    values = [*tops, *(v for _, v in chart.path)]
    values += [p.value for p in (chart.base, chart.goal) if p]
    values += [chart.due[1]] if chart.due else []
    values += [Decimal(0)] if chart.bars else []
    low, high = min(values), max(values)
    step = _step((high - low) or abs(high) or Decimal(1))
    pad = Decimal(0) if chart.bars else step / 4
    bottom = ((low - pad) / step).to_integral_value(rounding="ROUND_FLOOR") * step
    top = ((high + step / 4) / step).to_integral_value(rounding="ROUND_CEILING") * step
    if low >= 0 and bottom < 0:
        bottom = Decimal(0)
    return _Scale(chart, bottom, top, step)


def _tops(chart: Chart) -> list[Decimal]:
    if not chart.stacked:
        return [p.value for p in chart.points]
    return [sum((p.value for p in chart.points[: n + 1]), Decimal(0)) for n in range(len(chart.points))]


def _step(span: Decimal) -> Decimal:
    """A round step that makes three to six of the span."""
    rough = span / 4
    unit = Decimal(1).scaleb(rough.adjusted())
    return next(unit * s for s in _STEPS if unit * s >= rough)


def _n(value: Decimal) -> str:
    return format(shown.half_up(value, 1).normalize(), "f")


def _words(x: Decimal, y: Decimal, said: Words, kind: str, anchor: str = "middle") -> str:
    at = f'x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}"'
    if said.zh == said.en:
        return f'<text class="{kind}" {at}>{escape(said.zh)}</text>'
    return f'<text class="{kind} zh" {at}>{escape(said.zh)}</text><text class="{kind} en" {at}>{escape(said.en)}</text>'


def _plain_words(text: str) -> Words:
    return Words(text, text)


def _grid(scale: _Scale) -> Iterator[str]:
    value = scale.low
    while value <= scale.high:
        y = scale.y(value)
        yield f'<line class="grid" x1="{_n(LEFT)}" x2="{_n(WIDTH - RIGHT)}" y1="{_n(y)}" y2="{_n(y)}"/>'
        yield _words(LEFT - 8, y + 4, _plain_words(format(value.normalize(), "f")), "tick", "end")
        value += scale.step
    yield _words(LEFT - 8, TOP - 10, _plain_words(scale.chart.unit), "tick", "end")
    for year in range(scale.chart.first, scale.chart.last + 1):
        yield _words(scale.x(year), HEIGHT - BOTTOM + 18, _plain_words(str(year)), "tick")


def _bands(scale: _Scale) -> Iterator[str]:
    """Years that were over without a value."""
    for year in scale.chart.unknown:
        x, half = scale.x(year), scale.column
        top, foot = scale.y(scale.high - scale.step / 2), scale.y(max(scale.low, Decimal(0)))
        yield f'<rect class="unknown" x="{_n(x - half)}" y="{_n(top)}" width="{_n(half * 2)}" height="{_n(foot - top)}"/>'
        yield _words(x, (top + foot) / 2 + 4, Words("缺", "none"), "gap")


def _way(scale: _Scale) -> Iterator[str]:
    if scale.chart.path:
        steps = " ".join(f"{_n(scale.x(year))},{_n(scale.y(value))}" for year, value in scale.chart.path)
        yield f'<polyline class="path" points="{steps}"/>'


def _columns(scale: _Scale) -> Iterator[str]:
    """Yearly values; those of a sum stand one upon the other, each with its value inside, the sum above the last."""
    if not scale.chart.bars:
        return
    foot = Decimal(0)
    for point in scale.chart.points:
        top = foot + point.value
        high, low = scale.y(max(foot, top)), scale.y(min(foot, top))
        x, half = scale.x(point.year), scale.column
        kind = "column estimate" if point.estimate else "column"
        shape = (
            f'<rect class="{kind}" x="{_n(x - half)}" y="{_n(high)}" width="{_n(half * 2)}" height="{_n(low - high)}"/>'
        )
        inside = scale.chart.stacked and low - high > 16
        at, name = ((low + high) / 2 + 4, "inside") if inside else (high - 6, "value")
        yield _linked(point, shape + _words(x, at, _plain_words(shown.plain(point.value)), name))
        foot = top if scale.chart.stacked else Decimal(0)
    if scale.chart.stacked and len(scale.chart.points) > 1:
        total = shown.plain(foot)
        yield _words(
            scale.x(scale.chart.points[-1].year), scale.y(foot) - 7, Words(f"计{total}", f"sum {total}"), "value"
        )


def _line(scale: _Scale) -> Iterator[str]:
    chart = scale.chart
    if chart.bars:
        return
    points = [p for p in (chart.base, *chart.points) if p]
    steps = " ".join(f"{_n(scale.x(p.year))},{_n(scale.y(p.value))}" for p in points)
    yield f'<polyline class="actual" points="{steps}"/>'
    for point in points:
        kind = "base" if point is chart.base else ("dot estimate" if point.estimate else "dot")
        x, y = scale.x(point.year), scale.y(point.value)
        shape = f'<circle class="{kind}" cx="{_n(x)}" cy="{_n(y)}" r="5"/>'
        below = scale.y(_path_at(chart, point.year)) < y
        edge = point.year == chart.first  # beside the axis, where the ticks are
        at = (x + 8 if edge else x, y + 20 if below else y - 11)
        label = _words(*at, _plain_words(shown.plain(point.value)), "value", "start" if edge else "middle")
        yield _linked(point, shape + label)


def _path_at(chart: Chart, year: int) -> Decimal:
    """The path's value in a year, to keep labels off the line."""
    return next((v for y, v in chart.path if y == year), Decimal(0))


def _marks(scale: _Scale) -> Iterator[str]:
    chart = scale.chart
    if chart.due:
        x, y = scale.x(chart.due[0]), scale.y(chart.due[1])
        said = shown.computed(chart.due[1], chart.goal.value if chart.goal else None)
        title = f"应达 due: {said}{escape(chart.unit)}"
        half = scale.column + 6 if chart.bars else Decimal(9)
        yield f'<g><title>{title}</title><line class="due" x1="{_n(x - half)}" x2="{_n(x + half)}" y1="{_n(y)}" y2="{_n(y)}"/>'
        yield _words(x + half + 4, y + 4, Words(f"应达{said}", f"due {said}"), "due-label", "start") + "</g>"
    if chart.goal:
        yield _goal_mark(scale, chart.goal)


def _goal_mark(scale: _Scale, goal: Point) -> str:
    x, y = scale.x(scale.chart.last), scale.y(goal.value)
    if scale.chart.bars:
        x += scale.column + 10
    shape = f'<path class="goal" d="M{_n(x)} {_n(y - 7)}l7 7-7 7-7-7z"/>'
    text = _words(x + 12, y + 4, _plain_words(shown.plain(goal.value)), "goal-label", "start")
    return _linked(goal, shape + text, Words("目标", "target"))


def _linked(point: Point, body: str, what: Words | None = None) -> str:
    """Shape and label with a tooltip, one click from the evidence."""
    said = what or (words("vintage", "ESTIMATE") if point.estimate else words("nature", "actual"))
    title = f"<title>{point.year} {said.zh} {said.en}: {escape(point.printed)}</title>"
    if point.statement is None:
        return f"<g>{title}{body}</g>"
    return f'<a href="#e-{point.statement}">{title}{body}</a>'


# --- the bar in a row ---------------------------------------------------------------------------------


def bar(story: Story) -> str:
    """How much of the way is done, with a tick where the path should be; 0 to 100 %."""
    share = story.judged.progress
    if share is None:
        return ""
    done, due = _clip(share.value), story.judged.expected_share
    parts = ['<rect class="track" width="100" height="8" y="4" rx="1"/>']
    parts.append(f'<rect class="done" width="{_n(done)}" height="8" y="4" rx="1"/>')
    if share.low is not None and share.high is not None and _clip(share.high) - _clip(share.low) >= 1:
        low, high = _clip(share.low), _clip(share.high)
        parts.append(f'<rect class="rounding" x="{_n(low)}" width="{_n(high - low)}" height="8" y="4"/>')
    if due is not None:
        at = _clip(due)
        parts.append(f'<line class="tick" x1="{_n(at)}" x2="{_n(at)}" y1="0" y2="16"/>')
    body = "".join(parts)
    return f'<svg class="bar" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">{body}</svg>'


def _clip(share: Decimal) -> Decimal:
    return min(max(share, Decimal(0)), Decimal(1)) * 100
