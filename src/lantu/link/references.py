"""What a target against another series is held against: the same indicator of a place above, or another indicator."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lantu.link import series
from lantu.link.indicators import Names
from lantu.model import Measure, Qualifiers, Series, Target, TargetKind
from lantu.registers import relations


def resolve(targets: Sequence[Target], known: Mapping[str, Series], names: Names) -> tuple[Target, ...]:
    """RELATIVE targets with the id of the series that they name, where the ledger has it; else with their words."""
    return tuple(_resolved(t, known, names) if t.kind is TargetKind.RELATIVE else t for t in targets)


def _resolved(target: Target, known: Mapping[str, Series], names: Names) -> Target:
    of, words = known[target.series], target.reference or ""
    found = _above(of, words) or _other(of, words, names)
    return replace(target, reference=found) if found in known else target


def _above(of: Series, words: str) -> str | None:
    """The series of the same indicator of the nation, province or city that the words name."""
    place = relations.place_above(words, of.place)
    return place + of.id.removeprefix(of.place) if place else None


def _other(of: Series, words: str, names: Names) -> str | None:
    """The growth series of the indicator that the words name (快于地区生产总值增长)."""
    named = names.named(words, "%", Measure.GROWTH) if words else None
    if named is None or named.known is None:
        return None
    return series.choose(of.place, named, Measure.GROWTH, "%", Qualifiers()).id
