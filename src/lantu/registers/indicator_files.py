"""The files of the indicator register (`indicators/*.toml`): read, checked, and a bureau's own joined to ours.

A file is a row of tables, one an indicator, the table's name its id. A table of a further folder whose id is ours
already adds to our entry: more names, units and stems, or other departments.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from lantu.errors import BadRegister
from lantu.registers import indicator_names
from lantu.registers.indicator_records import (
    AGGREGATIONS,
    BINDING_USUAL,
    DIRECTIONS,
    PRICE_BASES,
    QUANTITY_KINDS,
    TIERS,
    Alias,
    Indicator,
    kind_of,
)

_MADE_HERE = {"id", "names"}
_LISTS = {"units", "departments", "aliases", "growth_names", "confusable_with", "stems"}
_ADDED = ("aliases", "growth_names", "ambiguous", "confusable_with", "stems", "units")
_VALUES = {
    "direction": DIRECTIONS,
    "quantity_kind": QUANTITY_KINDS,
    "price_basis": PRICE_BASES,
    "aggregation": AGGREGATIONS,
    "binding_usual": BINDING_USUAL,
    "tier": TIERS,
}
_TYPES = {"region_additive": bool, "replaced_from": int, "ambiguous": list}
_REQUIRED = {f.name for f in fields(Indicator) if f.default is MISSING} - _MADE_HERE - {"units"}
_KNOWN = {f.name for f in fields(Indicator)} - _MADE_HERE
_AMBIGUOUS = {"name", "units", "needs", "decides"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A table of a register file, and where it stands."""

    file: str
    id: str
    said: Mapping[str, Any]

    def wrong(self, zh: str, en: str) -> BadRegister:
        """The exception that names this entry."""
        return BadRegister(
            f"指标登记表 {self.file} 的 [{self.id}] 有误：{zh}。请改正该条目。",
            f"{self.file}, entry [{self.id}]: {en}. Correct that entry.",
        )


def read(extra: Path | None) -> tuple[Indicator, ...]:
    """Our indicators in the order of files and tables, then those that only `extra` has.

    `extra` has the shape of our own folder of registers: its indicators lie in `extra/indicators/*.toml`.
    Raises BadRegister, naming file and entry, for an entry that breaks the rules.
    """
    found: dict[str, Indicator] = {}
    where: dict[str, Entry] = {}
    for entry in _entries(files("lantu.registers") / "indicators"):
        if entry.id in found:
            raise entry.wrong(f"{where[entry.id].file} 已有此编号", f"{where[entry.id].file} has this id already")
        found[entry.id], where[entry.id] = _indicator(entry), entry
    for entry in _entries(_folder(extra)) if extra else ():
        ours = found.get(entry.id)
        found[entry.id], where[entry.id] = _joined(ours, entry) if ours else _indicator(entry), entry
    for id_, one in found.items():
        _check_links(one, found, where[id_])
    _check_names(found, where)
    return tuple(found.values())


def _folder(extra: Path) -> Path:
    if not extra.is_dir():
        raise BadRegister(
            f"没有登记表文件夹 {extra.name}。请检查 --registers 给出的路径。",
            f"There is no folder {extra.name} with registers. Check the path given with --registers.",
        )
    folder = extra / "indicators"
    if not folder.is_dir():
        raise BadRegister(
            f"{extra.name} 中没有 indicators 文件夹。本单位的指标写在 {extra.name}/indicators/*.toml 中。",
            f"There is no folder `indicators` in {extra.name}. A bureau's own indicators lie in {extra.name}/indicators/*.toml.",
        )
    return folder


def _entries(folder: Traversable) -> Iterable[Entry]:
    if not folder.is_dir():
        return
    for file in sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name):
        try:
            tables = tomllib.loads(file.read_text("utf8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            raise BadRegister(
                f"指标登记表 {file.name} 无法读取：{fault}。", f"{file.name} cannot be read: {fault}."
            ) from fault
        for id_, said in tables.items():
            entry = Entry(file.name, id_, said if isinstance(said, dict) else {})
            if not isinstance(said, dict):
                raise entry.wrong("应为一个条目表", "should be a table")
            yield entry


def _indicator(entry: Entry) -> Indicator:
    said = dict(entry.said)
    _check_fields(entry, _REQUIRED)
    said.setdefault("units", [said["unit"]])
    if said["unit"] not in said["units"]:
        said["units"] = [said["unit"], *said["units"]]
    ambiguous = tuple(_alias(one, said["units"], entry) for one in said.pop("ambiguous", ()))
    values: dict[str, Any] = {k: tuple(v) if k in _LISTS else v for k, v in said.items()}
    return _with_names(Indicator(id=entry.id, ambiguous=ambiguous, **values))


def _joined(ours: Indicator, entry: Entry) -> Indicator:
    """Our entry with what a bureau adds to it."""
    _check_fields(entry, set())
    other = sorted(set(entry.said) - set(_ADDED) - {"departments"})
    if other:
        raise entry.wrong(f"已有条目不能改 {'、'.join(other)}", f"an entry of ours cannot change {', '.join(other)}")
    units = (*ours.units, *entry.said.get("units", ()))
    added: dict[str, Any] = {k: (*getattr(ours, k), *entry.said.get(k, ())) for k in _ADDED if k != "ambiguous"}
    ambiguous = tuple(_alias(one, units, entry) for one in entry.said.get("ambiguous", ()))
    departments = tuple(entry.said.get("departments", ours.departments))
    return _with_names(replace(ours, **added, departments=departments, ambiguous=(*ours.ambiguous, *ambiguous)))


def _alias(said: Any, units: Iterable[str], entry: Entry) -> Alias:  # noqa: ANN401 - what a file says may be anything
    if not isinstance(said, dict) or "name" not in said or set(said) - _AMBIGUOUS:
        raise entry.wrong(f"ambiguous 的 {said} 应有 name，另可有 units、needs、decides", f"ambiguous: {said}")
    kinds = frozenset(map(kind_of, said.get("units", units)))
    return Alias(said["name"], kinds, tuple(said.get("needs", ())), said.get("decides", ""))


def _with_names(one: Indicator) -> Indicator:
    plain = tuple(Alias(name, one.kinds) for name in dict.fromkeys((one.zh, *one.aliases)))
    growth = tuple(Alias(name, frozenset({"percent"}), growth=True) for name in one.growth_names)
    return replace(one, names=(*plain, *one.ambiguous, *growth))


def _check_fields(entry: Entry, required: set[str]) -> None:
    missing, unknown = sorted(required - set(entry.said)), sorted(set(entry.said) - _KNOWN)
    if missing or unknown:
        raise entry.wrong(
            f"缺少 {'、'.join(missing) or '（无）'}，未知字段 {'、'.join(unknown) or '（无）'}",
            f"missing: {', '.join(missing) or 'none'}; unknown: {', '.join(unknown) or 'none'}",
        )
    for key, value in entry.said.items():
        if key in _VALUES and value not in _VALUES[key]:
            raise entry.wrong(f"{key} 不能是 {value}", f"{key} cannot be {value!r}; one of {', '.join(_VALUES[key])}")
        if key in _LISTS and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            raise entry.wrong(f"{key} 应为一列文字", f"{key} should be a list of texts")
        if key not in _LISTS and not isinstance(value, _TYPES.get(key, str)):
            raise entry.wrong(f"{key} 的类型不对", f"{key} is of the wrong type")


def _check_links(one: Indicator, found: Mapping[str, Indicator], entry: Entry) -> None:
    others = [*one.confusable_with, *filter(None, (one.replaced_by, one.reduction_of))]
    absent = [other for other in others if other not in found or other == one.id]
    if absent:
        raise entry.wrong(f"没有指标 {'、'.join(absent)}", f"there is no other indicator {', '.join(absent)}")


def _check_names(found: Mapping[str, Indicator], where: Mapping[str, Entry]) -> None:
    """No name means two indicators in one kind of unit, unless different words decide."""
    seen: dict[tuple[str, str], list[tuple[Alias, str]]] = {}
    for one in found.values():
        for alias in one.names:
            for key in indicator_names.keys(alias.name):
                for kind in alias.kinds if not alias.growth else ("growth",):
                    held = seen.setdefault((key, kind), [])
                    other = next((i for a, i in held if i != one.id and not _parted(a, alias)), None)
                    if other:
                        raise where[one.id].wrong(
                            f"名称“{alias.name}”已属于 {other}", f"the name {alias.name} belongs to {other} already"
                        )
                    held.append((alias, one.id))


def _parted(first: Alias, second: Alias) -> bool:
    return bool(first.needs and second.needs and not set(first.needs) & set(second.needs))
