"""What `lantu check` does around the checks: its options, the answers beside the documents, a file of answers to fill in."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from lantu import pipeline, values
from lantu.errors import NothingToDo, OutputExists
from lantu.model import Reading, Reply, Severity
from lantu.read.replies import named
from lantu.registers import messages
from lantu.report import findings, replies
from lantu.report.checked import Findings
from lantu.report.files import write_all


def add_options(one: argparse.ArgumentParser) -> None:
    """The options that no other verb has."""
    one.add_argument(
        "--against", nargs="+", type=Path, default=[], metavar="FILE", help="只供对照的文件 · only compared against"
    )
    one.add_argument(
        "--ledger",
        action="store_true",
        help="也与台账中同一地区的文档对照 · also compared against the ledger's documents of the place",
    )
    one.add_argument(
        "--fail-on", choices=[s.value for s in Severity], default="error", help="有此等级问题时返回 1 · exit 1 from"
    )
    one.add_argument(
        "--format", choices=(*findings.FORMATS, *pipeline.MARKED), default="table", help="输出格式 · output format"
    )
    one.add_argument("--explain", metavar="ID", help="说明一项核查 · a check in words: N2")
    one.add_argument("--place", metavar="CODE", help="地区代码 · the place, where files are of several")
    one.add_argument("--answers", type=Path, metavar="FILE", help="对问题的答复 · answers to findings")
    one.add_argument(
        "--new-answers", type=Path, metavar="FILE", help="把未答复的问题写成待填文件 · unanswered findings, to fill in"
    )


def given(options: argparse.Namespace) -> tuple[Reply, ...]:
    """The answers beside the documents and in `--answers`. Raises BadAnswers, and OutputExists for a file to fill in."""
    values.apart(options.new_answers, (*options.files, *options.against))
    if options.new_answers and options.new_answers.exists():
        if not options.force:
            raise OutputExists(
                f"{options.new_answers} 已存在，不覆盖。换一个文件名；或加 --force，把新的问题补写在后面，已有的答复保留。",
                f"{options.new_answers} is there already and is not overwritten. Choose another name, or add --force: "
                "new findings are written behind, the answers in it stay.",
            )
        named(options.new_answers)
    return pipeline.replies(options.files, options.answers, registers=options.registers)


def in_ledger(drafts: pipeline.Read) -> tuple[Reading, ...]:
    """What the ledger holds of the drafts' places, as people decided it; none of the drafts themselves.

    Raises NothingToDo where it holds nothing of them, and as `store.open_ledger`.
    """
    from lantu import store  # noqa: PLC0415 - a check of files alone does without a database

    store.open_ledger()
    from lantu.store import giving  # noqa: PLC0415 - Django's models want an open ledger

    places = {p.code: p.name for r in drafts.readings if (p := r.document.front.place)}
    known = {r.document.sha256 for r in drafts.readings}
    held = {r.document.sha256: r for code in sorted(places) for r in giving.readings(code)}
    found = tuple(reading for sha256, reading in held.items() if sha256 not in known)
    if not found:
        said = "、".join(f"{name} {code}" for code, name in sorted(places.items())) or "（文件没有写明地区）"
        raise NothingToDo(
            f"台账中没有可对照的文档：{said}。先用 lantu import 导入往年文件，或不加 --ledger。",
            f"The ledger holds nothing to compare with: {said}. Bring earlier documents in with lantu import, or leave --ledger out.",
        )
    return found


def findings_of(
    found: pipeline.Read, checked: frozenset[str], answers: tuple[Reply, ...], options: argparse.Namespace
) -> Findings:
    """What the checks say of the documents `checked`, with the answers put to it."""
    ledger, outcomes = pipeline.check_drafts(found, checked, place=options.place, registers=options.registers)
    replied = pipeline.replied(ledger, outcomes, answers)
    return Findings(ledger, outcomes, checked, pipeline.rules(), found.paths, replied)


def is_heavy(found: Findings, fail_on: str) -> bool:
    """Whether a finding without an answer weighs so much or more."""
    least = Severity(fail_on).rank
    return any(one.severity.rank <= least for one in found.open)


def told(found: Findings, lang: str) -> Iterator[str]:
    """What is to be said beside the findings: of the documents, and of answers that no longer fit."""
    yield from (messages.say(note, lang) for note in found.ledger.notes)
    yield from (notice.say(lang) for notice in replies.notices(found.replied))


def write_new(found: Findings, path: Path, lang: str) -> str:
    """Write the findings without an answer as a file to fill in; the line that says so."""
    there = path.exists()
    known, before = (named(path), path.read_text("utf-8-sig")) if there else (frozenset[str](), "")
    number = sum(one.id not in known for one in found.open)
    if not number:
        return {
            "zh": f"没有新的待答复问题，{path} 未写。",
            "en": f"No new finding to answer: {path} is not written.",
        }[lang]
    text = replies.template(found, lang, known, before)
    write_all(path.parent, {path.name: text.encode()}, force=there)
    return {
        "zh": f"{number} 个问题待答复，写在 {path}：填好 answer 和 reason 即可。",
        "en": f"{number} findings to answer in {path}: fill in answer and reason.",
    }[lang]
