"""What a wanted value demands: floor, ceiling or both, and whether a measured value keeps to it."""

from dataclasses import dataclass
from decimal import Decimal

from lantu.evaluate.case import BY_SIGN, Case, Measured
from lantu.model import Comparator, Quantity, TargetKind
from lantu.registers import units
from lantu.registers.methods import Method

UP, DOWN = "up", "down"
_FLOORS = (Comparator.GE, Comparator.GT)
_CEILINGS = (Comparator.LE, Comparator.LT)
_RATES = ("percent", "point", "permille", "permille_point")


@dataclass(frozen=True, slots=True)
class Limits:
    """A floor, a ceiling or both; `strict` ones are not met by the value itself (超过, 低于)."""

    floor: Decimal | None
    ceiling: Decimal | None
    strict: bool = False

    def hold(self, value: Decimal) -> bool:
        """Whether the value keeps to them."""
        above = self.floor is None or value > self.floor or (value == self.floor and not self.strict)
        below = self.ceiling is None or value < self.ceiling or (value == self.ceiling and not self.strict)
        return above and below

    def met_by(self, measured: Measured) -> bool:
        """Whether what was measured keeps to them: 超过14亿 is above a floor of 14亿, whether strict or not."""
        if not self.strict or measured.value not in (self.floor, self.ceiling) or measured.observation is None:
            return self.hold(measured.value)
        quantity = measured.observation.quantity
        beyond = Comparator.GT if (measured.value == self.floor) is (quantity.value >= 0) else Comparator.LT
        return quantity.comparator is beyond or self.hold(measured.value)

    def widened(self, by: Decimal) -> "Limits":
        """The same with some room, in the value's unit."""
        floor = None if self.floor is None else self.floor - by
        ceiling = None if self.ceiling is None else self.ceiling + by
        return Limits(floor, ceiling)

    def depend_on_rounding(self, measured: Measured) -> bool:
        """Whether what was measured may lie on the other side than what was printed."""
        printed = self.hold(measured.value)
        return any(self.hold(v) is not printed for v in measured.bounds)


def direction(case: Case) -> str:
    """Which way is better, up or down. The comparator says so first, then the register.

    An indicator that only these documents know, or of which neither way is better in itself (产量), is taken
    to go from its base to its target, else by the sign of a wanted change or growth, else up.
    """
    wanted, kind = case.wanted, case.target.kind
    if wanted and wanted.comparator in _FLOORS:
        return UP
    if kind is TargetKind.RANK or (wanted and wanted.comparator in _CEILINGS):
        return DOWN
    usual = case.indicator.direction if case.indicator and kind is not TargetKind.REDUCTION else ""
    if usual in (UP, DOWN):
        return usual
    if usual == "bound":
        return DOWN
    return _by_numbers(case)


def is_assumed(case: Case) -> bool:
    """Whether nothing but our assumption says which way is better."""
    wanted = case.wanted
    plain = wanted is not None and wanted.comparator in (Comparator.EQ, Comparator.ABOUT)
    has_no_way = case.indicator is None or case.indicator.direction == "none"
    return plain and has_no_way and case.target.base is None and case.target.kind not in BY_SIGN


def limits(wanted: Quantity, way: str) -> Limits:
    """The limits of a wanted value, without tolerance.

    A bare value is a floor where up is better, a ceiling where down is; of a range the end counts that is
    met first.
    """
    match wanted.comparator:
        case Comparator.GE | Comparator.GT as sign:
            return Limits(wanted.value, None, sign is Comparator.GT)
        case Comparator.LE | Comparator.LT as sign:
            return Limits(None, wanted.value, sign is Comparator.LT)
        case Comparator.EQ | Comparator.ABOUT | Comparator.BETWEEN:
            low, high = wanted.value, wanted.value if wanted.high is None else wanted.high
            return Limits(None if way == DOWN else low, None if way == UP else high)


def aim(wanted: Quantity, way: str) -> Decimal:
    """The one value that a path leads to: of a range the end that is met first."""
    return wanted.high if way == DOWN and wanted.high is not None else wanted.value


def tolerance(wanted: Quantity, method: Method) -> Decimal:
    """What 左右 tolerates, or the method's margin, in the wanted value's unit."""
    margin = method.basic_margin * abs(wanted.value)
    if wanted.comparator is not Comparator.ABOUT:
        return margin
    if units.dimension(wanted.unit) in _RATES:
        return max(margin, method.about_rate_points)
    return max(margin, method.about_level * abs(wanted.value))


def is_beyond(case: Case, wanted: Quantity, measured: Measured) -> bool:
    """Whether a value lies beyond the target by more than the method's `over`, whatever the rounding.

    What is only kept within bounds cannot be over-fulfilled.
    """
    way = direction(case)
    end = wanted.high if way == UP and wanted.high is not None else wanted.value
    if end == 0 or (way == UP and end < 0) or not _can_be_beyond(case, way):
        return False
    beyond = measured.low - end if way == UP else end - measured.high
    return beyond > case.method.over * abs(end)


def _can_be_beyond(case: Case, way: str) -> bool:
    if case.target.kind in (TargetKind.MAINTAIN, TargetKind.RELATIVE, TargetKind.RANK):
        return False
    if way == DOWN and case.indicator and case.target.kind is not TargetKind.REDUCTION:
        return case.indicator.direction == DOWN
    return way in (UP, DOWN)


def _by_numbers(case: Case) -> str:
    wanted, base = case.wanted, case.base
    if wanted is None:
        return UP
    if case.target.kind in BY_SIGN:
        return DOWN if wanted.value < 0 else UP
    return DOWN if base and wanted.value < base.value else UP
