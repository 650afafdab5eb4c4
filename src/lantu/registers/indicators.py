"""The indicator register (指标目录): what is measured, and by which names documents call it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from lantu.model import Measure
from lantu.registers import indicator_files, indicator_names
from lantu.registers.indicator_names import Form
from lantu.registers.indicator_records import Alias, Indicator, kind_of

__all__ = ["Alias", "Indicator", "by_id", "find", "load", "named"]

_GROWTH = (Measure.GROWTH, Measure.AVERAGE_GROWTH)
_GROWTH_KINDS = frozenset({"percent", "permille", "point", "times", "doubling", "tenth"})
_POINTS = {"point": "percent", "permille_point": "permille"}
_BARE = frozenset({"item", "person", "money"})

Meaning = tuple[Indicator, Alias]
Index = Mapping[str, tuple[Meaning, ...]]


@lru_cache(maxsize=8)
def load(extra: Path | None = None) -> tuple[Indicator, ...]:
    """Every indicator in register order; `extra` is a folder of the same shape, read after ours.

    Raises BadRegister, naming file and entry, for an entry that breaks the rules.
    """
    return indicator_files.read(extra)


def by_id(indicator: str, extra: Path | None = None) -> Indicator | None:
    """The indicator of this id; None where the register has none."""
    return _by_id(extra).get(indicator)


@lru_cache(maxsize=131072)
def find(name: str, unit: str, measure: Measure, extra: Path | None = None, context: str = "") -> Indicator | None:
    """The indicator that a document means by `name`, printed with `unit`; None where that is not certain.

    A name that is an alias decides first; then the longest alias that it ends with, if only qualifiers (全区, 累计 …)
    stand before it. The unit has to be one that the indicator is printed in: % for its growth, 个百分点 for the change
    of a %. `context` is searched for the words that an ambiguous name needs.
    """
    said = f"{name}{context}"
    for meanings in _readings(name, measure, extra):
        meant = {i.id: i for i, alias in meanings if _accepts(alias, unit, measure) and _decided(alias, said)}
        if meant:
            return next(iter(meant.values())) if len(meant) == 1 else None
    return None


@lru_cache(maxsize=8192)
def named(name: str, extra: Path | None = None) -> tuple[Indicator, ...]:
    """The indicators that may be meant by a whole name, whatever its unit; in register order."""
    meanings = next(_readings(name, Measure.LEVEL, extra), ())
    return tuple({i.id: i for i, alias in meanings if _decided(alias, name)}.values())


def _readings(name: str, measure: Measure, extra: Path | None) -> Iterator[tuple[Meaning, ...]]:
    """What each reading of a name may mean, the closest to print first; exact names before shortened ones."""
    index, growths = _index(extra), _growths(extra)
    forms = indicator_names.forms(name)
    for form in forms:
        yield from _meanings(form.name, form, measure, index, growths)
    for form in forms:
        for short in indicator_names.shortened(form.name):
            yield from _meanings(short, form, measure, index, growths)


def _meanings(key: str, form: Form, measure: Measure, index: Index, growths: Index) -> Iterator[tuple[Meaning, ...]]:
    found = index.get(key, ())
    if form.growth:
        found = tuple((i, _growth_of(alias)) for i, alias in found if not alias.growth)
    if found:
        yield found
    # 经济增长5%: a growth's own name (经济增速), found without its ending.
    if (form.growth or measure in _GROWTH) and key in growths:
        yield growths[key]


def _growth_of(alias: Alias) -> Alias:
    return Alias(alias.name, alias.kinds, alias.needs, alias.decides, growth=True)


def _accepts(alias: Alias, unit: str, measure: Measure) -> bool:
    kind = kind_of(unit)
    if measure is Measure.RANK:
        return not alias.growth
    if measure in _GROWTH:
        return kind in _GROWTH_KINDS or kind in alias.kinds
    if alias.growth:
        return kind == "percent"
    if kind in alias.kinds or (not kind and bool(alias.kinds & _BARE)):
        return True
    return measure is Measure.CHANGE and _POINTS.get(kind) in alias.kinds


def _decided(alias: Alias, said: str) -> bool:
    return not alias.needs or any(word in said for word in alias.needs)


@lru_cache(maxsize=8)
def _by_id(extra: Path | None) -> Mapping[str, Indicator]:
    return {i.id: i for i in load(extra)}


@lru_cache(maxsize=8)
def _index(extra: Path | None) -> Index:
    found: defaultdict[str, list[Meaning]] = defaultdict(list)
    for indicator in load(extra):
        for alias in indicator.names:
            for key in indicator_names.keys(alias.name):
                found[key].append((indicator, alias))
    return {key: tuple(meanings) for key, meanings in found.items()}


@lru_cache(maxsize=8)
def _growths(extra: Path | None) -> Index:
    found: defaultdict[str, list[Meaning]] = defaultdict(list)
    for indicator in load(extra):
        for alias in indicator.names:
            if alias.growth:
                found[indicator_names.growth_stem(alias.name)].append((indicator, alias))
    return {key: tuple(meanings) for key, meanings in found.items()}
