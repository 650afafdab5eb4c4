"""The rules of the house that a tool can check: sizes, licences, reasons, what code may not call."""

import ast
import csv
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

CHECKOUT = Path(__file__).resolve().parent.parent
SOURCE = sorted((CHECKOUT / "src").rglob("*.py"))
ALL_CODE = sorted(p for folder in ("src", "tests", "tools", "bench") for p in (CHECKOUT / folder).rglob("*.py"))
REGISTERS = CHECKOUT / "src" / "lantu" / "registers"
DATA = sorted(p for p in REGISTERS.rglob("*") if p.suffix in {".csv", ".toml"})
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
FREE = re.compile(r"MIT|ZPL|BSD|Apache|AFL|PSF|ISC|MPL", re.IGNORECASE)
COPYLEFT = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public License", re.IGNORECASE)
WATCH = "src/lantu/read/apart.py"  # bounds how long a parser may run
CLOCKS = frozenset({"datetime.now", "datetime.utcnow", "datetime.today", "date.today"})


def name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf8")))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in nodes(path) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def written_by_django(path: Path) -> bool:
    return path.parent.name == "migrations" and path.name.startswith("0001")


def test_no_file_is_longer_than_a_reader_keeps_in_mind() -> None:
    sizes = {name(p): len(p.read_text(encoding="utf8").splitlines()) for p in ALL_CODE if not written_by_django(p)}
    assert {n: size for n, size in sizes.items() if size > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    sizes = {f"{name(p)}:{f.name}": lines(f) for p in SOURCE for f in functions(p)}
    assert {n: size for n, size in sizes.items() if size > LONGEST_FUNCTION} == {}


def test_no_number_is_a_float() -> None:
    """Printed digits are Decimal all the way; the shape of a text (read) and a drawing (report) may be floats.

    A number that is none of a document's, such as a likeness of texts, says so: `# float: …` on its line.
    """
    found = [
        f"{name(p)}:{n.lineno}"
        for p in SOURCE
        if not {"read", "report"} & set(p.parts)
        for n in nodes(p)
        if (isinstance(n, ast.Constant) and isinstance(n.value, float))
        or (isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "float")
        if "# float: " not in p.read_text(encoding="utf8").splitlines()[n.lineno - 1]
    ]
    assert found == []


def test_no_clock_and_no_chance_reaches_an_output() -> None:
    called = [
        f"{name(p)}:{n.lineno} {n.attr}"
        for p in SOURCE
        for n in nodes(p)
        if isinstance(n, ast.Attribute) and f"{ast.unparse(n.value).split('.')[-1]}.{n.attr}" in CLOCKS
    ]
    imported = [
        f"{name(p)}:{n.lineno} {alias.name}"
        for p in SOURCE
        if name(p) != WATCH
        for n in nodes(p)
        if isinstance(n, ast.Import | ast.ImportFrom)
        for alias in n.names
        if {alias.name, getattr(n, "module", "")} & {"time", "random", "locale", "uuid", "socket"}
    ]
    assert called + imported == []


def docstrings(path: Path) -> Iterator[str]:
    for n in nodes(path):
        if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef) and (said := ast.get_docstring(n, clean=False)):
            yield said


def test_no_place_is_a_special_case() -> None:
    """Rules are general: only the register of places knows the names of places."""
    with (REGISTERS / "places.csv").open(encoding="utf8", newline="") as file:
        places = [row["name"] for row in csv.DictReader(file) if row["level"] != "nation"]
    known = re.compile("|".join(re.escape(place) for place in places if len(place) > 2))
    code = {name(p): literals(p) for p in SOURCE}
    data = {name(p): p.read_text(encoding="utf8") for p in DATA if not p.name.startswith("places")}
    assert {n: known.findall(said) for n, said in (code | data).items() if known.search(said)} == {}


def literals(path: Path) -> str:
    """Every text in a module but its documentation, which may give a place as an example."""
    said = set(docstrings(path))
    constants = (n.value for n in nodes(path) if isinstance(n, ast.Constant))
    return "\n".join(v for v in constants if isinstance(v, str) and v not in said)


@pytest.mark.parametrize("mark", [r"# noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*", r"# type: ignore\[[\w, -]+\]"])
def test_every_exemption_gives_its_reason_on_its_line(mark: str) -> None:
    bare = [
        f"{name(p)}:{number}"
        for p in ALL_CODE
        for number, line in enumerate(p.read_text(encoding="utf8").splitlines(), 1)
        if re.search(rf"{mark}\W*$", line)
    ]
    assert bare == []


def test_no_blanket_exemption() -> None:
    mark = re.compile(r"#\s*(?:noqa(?!:)|type: ignore(?!\[)|ruff: noqa|mypy: ignore)")
    found = [name(p) for p in ALL_CODE if p != Path(__file__).resolve() and mark.search(p.read_text(encoding="utf8"))]
    assert found == []


def test_every_ignored_rule_is_explained() -> None:
    text = (CHECKOUT / "pyproject.toml").read_text(encoding="utf8")
    rules = [line for line in text.splitlines() if re.match(r'\s+"[A-Z]+\d*",', line)]
    assert rules
    assert [line for line in rules if not re.search(r"# \w", line)] == []


def needed(distribution_name: str, seen: set[str]) -> Iterator[Distribution]:
    """The package and all that it needs at run time on this machine."""
    if distribution_name in seen:
        return
    seen.add(distribution_name)
    found = distribution(distribution_name)
    yield found
    for line in found.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield from needed(requirement.name, seen)


def licence(found: Distribution) -> str:
    about = found.metadata
    classifiers = [c for c in about.get_all("Classifier") or () if c.startswith("License")]
    return about["License-Expression"] or " ".join([*classifiers, about["License"] or ""]).strip()


def test_everything_shipped_is_free_without_copyleft() -> None:
    licences = {d.name: licence(d) for d in needed("lantu", set())}
    assert "openpyxl" in licences
    assert {n: said for n, said in licences.items() if COPYLEFT.search(said) or not FREE.search(said)} == {}


def test_the_licence_is_apache_2() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    assert project["license"] == "Apache-2.0"
    text = (CHECKOUT / "LICENSE").read_text(encoding="utf8")
    assert "Version 2.0, January 2004" in text
    assert text.rstrip().endswith("limitations under the License.")


def test_continuous_integration_runs_the_readme_s_test_command() -> None:
    assert "\nmake test\n" in (CHECKOUT / ".ci" / "run").read_text(encoding="utf8")
    assert "make test" in (CHECKOUT / "README.md").read_text(encoding="utf8")
