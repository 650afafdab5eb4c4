"""The documentation is true: its commands run, its options exist, its words are the program's."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from enum import Enum, IntEnum
from functools import cache
from pathlib import Path

import pytest

from lantu import model
from lantu.report.words import group, words
from tools import checks, flow

CHECKOUT = Path(__file__).resolve().parent.parent
LANTU = shutil.which("lantu", path=str(Path(sys.executable).parent))
READMES = ("README.md", "README.zh.md")
VERBS = ("read", "extract", "check", "evaluate", "import", "serve", "demo")
GENERAL = frozenset({"--lang", "--max-size"})  # told once, for all verbs that take them
ENUMS = {
    name: thing for name in model.__all__ if isinstance(thing := getattr(model, name), type) and issubclass(thing, Enum)
}
# Which group of the report's words holds the values of a class.
SHOWN = {
    "Kind": "document", "Measure": "measure", "Nature": "nature", "Confidence": "confidence", "Binding": "binding",
    "Vintage": "vintage", "TargetKind": "kind", "Status": "status", "Outlook": "outlook", "LaterWord": "later",
    "reason": "reason", "Parting": "parting", "Severity": "severity", "Answer": "answer", "ReplyKind": "reply",
}  # fmt: skip

# The rows of the README's table, as the register calls them.
EXAMPLE = (
    ("地区生产总值", "level"),
    ("地区生产总值", "average_growth"),
    ("城镇新增就业人数", "sum"),
    ("建成区绿化覆盖率", "share"),
)


def text(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf8")


def blocks(name: str, language: str) -> list[str]:
    """What stands between the fences of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text(name), re.MULTILINE | re.DOTALL)


def commands(name: str) -> list[str]:
    """Every command line of a README, comments taken off."""
    lines = [line for kind in ("sh", "bat", "text") for block in blocks(name, kind) for line in block.splitlines()]
    return [line.split("#")[0].strip() for line in lines]


def rows(name: str, heading: str) -> list[list[str]]:
    """The cells of the table below a heading."""
    section = text(name).split(f"{heading}\n", 1)[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    assert LANTU is not None, "`lantu` is installed beside this Python"
    kept = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    environment = {**kept, "LANTU_HOME": str(folder / "ledger"), "PYTHONIOENCODING": "utf8", "COLUMNS": "200"}
    return subprocess.run(
        [LANTU, *arguments], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf8", check=False
    )


@cache
def options(verb: str) -> frozenset[str]:
    """The options that the verb's own help names."""
    shown = run([verb, "--help"], CHECKOUT)
    assert shown.returncode == 0, shown.stderr
    return frozenset(re.findall(r"--[a-z][a-z-]+", shown.stdout)) - {"--help"}


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("verb", VERBS)
def test_the_synopsis_names_exactly_the_options_there_are(readme: str, verb: str) -> None:
    line = next(line for line in "\n".join(blocks(readme, "text")).splitlines() if line.startswith(f"lantu {verb}"))
    assert set(re.findall(r"--[a-z-]+", line)) == options(verb) - GENERAL


@pytest.mark.parametrize("readme", READMES)
def test_every_option_and_verb_in_the_text_exists(readme: str) -> None:
    known = frozenset[str]().union(*map(options, VERBS))
    assert set(re.findall(r"`(--[a-z-]+)", text(readme))) <= known
    assert set(re.findall(r"\blantu ([a-z]+)", " ".join(commands(readme)))) == set(VERBS)


def test_both_readmes_have_the_same_commands() -> None:
    assert commands("README.md") == commands("README.zh.md")
    assert blocks("README.md", "python") == blocks("README.zh.md", "python")


@pytest.fixture
def visitor(tmp_path: Path) -> Path:
    """A folder with the examples in it, where commands may write."""
    shutil.copytree(CHECKOUT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.parametrize(
    "line", [c for c in commands("README.md") if c.startswith("lantu ") and "…" not in c and "[" not in c]
)
def test_the_readme_s_commands_run(visitor: Path, line: str) -> None:
    done = run(shlex.split(line)[1:], visitor)
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr
    for name in re.findall(r"--out(?:put)? (\S+)", line):
        assert (visitor / name).exists()


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_s_table_is_what_the_demo_says(tmp_path: Path, readme: str) -> None:
    assert run(["demo", "--out", str(tmp_path / "out")], tmp_path).returncode == 0
    told = json.loads((tmp_path / "out" / "evaluation.json").read_text(encoding="utf8"))["targets"]
    lines = [line.strip("|").split("|") for line in text(readme).splitlines() if line.startswith("| ")]
    for (indicator, kind), row in zip(EXAMPLE, lines[2:6], strict=True):
        (target,) = (t for t in told if t["row"] and (t["indicator"], t["kind"]) == (indicator, kind))
        assert row[4].strip().startswith(words("status", target["status"]).zh)
        assert row[5].strip().startswith(words("outlook", target["outlook"]).zh if target["outlook"] else "")
        assert target["progress"] is None or f"{100 * target['progress']:.1f}" in row[3]


def test_the_readme_s_program_runs(visitor: Path) -> None:
    (program,) = blocks("README.md", "python")
    assert len(program.splitlines()) <= 7
    done = subprocess.run([sys.executable, "-c", program], cwd=visitor, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.strip()


@pytest.mark.parametrize(
    "document", [*READMES, *sorted(p.relative_to(CHECKOUT).as_posix() for p in (CHECKOUT / "docs").rglob("*.md"))]
)
def test_links_and_paths_lead_somewhere(document: str) -> None:
    here = (CHECKOUT / document).parent
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", text(document))
    named = re.findall(r"`((?:src|tests|tools|docs|examples)/[\w./*-]+)`", text(document))
    missing = [p for p in linked if not (here / p).exists()] + [
        p for p in named if not any(CHECKOUT.glob(p.rstrip("/")))
    ]
    assert missing == []


@pytest.mark.parametrize("name", sorted(ENUMS))
def test_words_lists_every_value(name: str) -> None:
    heading = next(
        line for line in text("docs/words.md").splitlines() if line.startswith("## ") and f"`{name}`" in line
    )
    listed = [row[0].strip("`") for row in rows("docs/words.md", heading)]
    assert listed == [v.name if isinstance(v, IntEnum) else v.value for v in ENUMS[name]]


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_the_report_says_the_same_words(name: str) -> None:
    heading = next(
        line for line in text("docs/words.md").splitlines() if line.startswith("## ") and f"`{name}`" in line
    )
    listed: Mapping[str, tuple[str, str]] = {r[0].strip("`"): (r[1], r[2]) for r in rows("docs/words.md", heading)}
    assert listed == {key: (said.zh, said.en.replace("`", "")) for key, said in group(SHOWN[name]).items()}


def test_every_record_has_its_word_and_every_word_its_record() -> None:
    named = set(re.findall(r"`(\w+)`", " ".join(row[2] for row in rows("docs/words.md", "## Things"))))
    assert named | set(ENUMS) == set(model.__all__)


def test_flow_names_every_file_of_the_package() -> None:
    assert text("docs/flow.md") == flow.flow(), "run `make docs`"


def test_checks_are_told_as_they_are() -> None:
    assert text("docs/checks.md") == checks.checks(), "run `make docs`"
