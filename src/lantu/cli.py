"""The command: `lantu read | extract | check | evaluate | demo`. One short function a verb.

Exit status: 0 done; 1 done, but something needs a person; 2 bad use; 3 nothing could be done; 130 interrupted.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import TypeAlias

from lantu import __version__, checking, pipeline, streams, values
from lantu.errors import BadRequest, LantuError, NothingToDo
from lantu.model import Document, Evaluation, Ledger, Reading
from lantu.read import progress as pages
from lantu.registers import messages, methods
from lantu.report import card, findings, remarks, seconds, statements
from lantu.report.checked import Findings

_DEMO_OUT = Path("out/cangshan")
DONE, NEEDS_A_PERSON, BAD_USE, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; the exit status."""
    options = parser().parse_args(arguments)
    streams.prepare(options.format if "format" in options else "")
    pages.listen(lambda done, total: _waiting(f"{done}/{total} 页 · pages"))
    try:
        status: int = options.verb(options)
        sys.stdout.flush()
    except LantuError as error:
        _complain(error, options.lang)
        return error.status
    except KeyboardInterrupt:
        _say(remarks.interrupted(options.lang))
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        _say(remarks.cannot_write(error, options.lang))
        return NOTHING_DONE
    except Exception:  # noqa: BLE001 - Lantu's own mistake: shown whole, its status told apart from 1
        traceback.print_exc()
        _say(remarks.own_mistake(options.lang))
        return NOTHING_DONE
    return status


def parser() -> argparse.ArgumentParser:
    """Every verb with its options."""
    top = argparse.ArgumentParser(
        prog="lantu", description="蓝图：从规划文件到评估报告 · from planning documents to an evaluation"
    )
    top.add_argument("--version", action="version", version=f"lantu {__version__}")
    verbs = top.add_subparsers(title="动词 · verbs", required=True, metavar="VERB")
    _add_read(verbs)
    _add_extract(verbs)
    _add_check(verbs)
    _add_evaluate(verbs)
    _add_demo(verbs)
    return top


_Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse has no public name for it


def _verb(verbs: _Verbs, name: str, run: Callable[[argparse.Namespace], int], help_: str) -> argparse.ArgumentParser:
    one = verbs.add_parser(name, help=help_, description=help_)
    one.set_defaults(verb=run)
    language = os.environ.get("LANTU_LANG", "zh")
    one.add_argument(
        "--lang", choices=("zh", "en"), default=language if language in {"zh", "en"} else "zh", help="语言 · language"
    )
    return one


def _files(one: argparse.ArgumentParser, nargs: str = "+") -> None:
    one.add_argument(
        "files",
        nargs=nargs,
        type=Path,
        metavar="FILE",
        help="PDF、DOCX、XLSX、CSV、HTML、Markdown 或 TXT 文件 · a PDF, DOCX, XLSX, CSV, HTML, Markdown or TXT file",
    )
    one.add_argument(
        "--max-size",
        type=values.size,
        default=pipeline.MAX_SIZE,
        metavar="BYTES",
        help="文件大小上限，字节 · refuse larger files",
    )
    one.add_argument(
        "--registers",
        type=Path,
        metavar="DIR",
        help="本单位的指标登记册和更正 · a bureau's own registers and corrections",
    )


def _output(one: argparse.ArgumentParser) -> None:
    one.add_argument("--output", type=Path, metavar="FILE", help="写入文件 · write to a file")
    one.add_argument("--force", action="store_true", help="覆盖已有文件 · overwrite")


def _add_read(verbs: _Verbs) -> None:
    one = _verb(verbs, "read", _read, "读了什么：种类、地区、时期、段落、表格 · what was understood of a file")
    _files(one)
    one.add_argument(
        "--format", choices=("card", "text", "json"), default="card", help="卡片、全文或 JSON · card, text or JSON"
    )


def _add_extract(verbs: _Verbs) -> None:
    one = _verb(verbs, "extract", _extract, "逐句提取表述 · the statements of each file")
    _files(one)
    one.add_argument("--format", choices=("table", "jsonl", "csv"), default="table", help="输出格式 · output format")
    one.add_argument("--unread", action="store_true", help="改列未读数字 · list the numbers that no rule read, instead")
    one.add_argument(
        "--second-reader",
        default=os.environ.get("LANTU_SECOND_READER"),
        metavar="URL",
        help="改列语言模型与规则的不同读法（配 --model） · list where a language model reads otherwise, instead",
    )
    one.add_argument("--model", metavar="NAME", help="第二读者的模型名 · the second reader's model")
    _output(one)


def _add_check(verbs: _Verbs) -> None:
    one = _verb(verbs, "check", _check, "核查文中数字 · what cannot be right in the figures")
    _files(one, "*")
    checking.add_options(one)
    _output(one)


def _add_evaluate(verbs: _Verbs) -> None:
    one = _verb(verbs, "evaluate", _evaluate, "评估各项目标 · how far each target is")
    _files(one)
    one.add_argument(
        "--as-of", type=values.day, metavar="DATE", help="评估时点 · use what was dated and over by this day"
    )
    one.add_argument(
        "--out", type=Path, default=Path("evaluation"), metavar="DIR", help="输出文件夹 · folder for the three files"
    )
    one.add_argument("--data", type=Path, metavar="FILE", help="CSV 或 XLSX 数据 · values that no document says")
    one.add_argument("--place", metavar="CODE", help="地区代码 · the place, where files are of several")
    one.add_argument("--method", type=Path, metavar="FILE", help="评估方法 TOML · another method file")
    one.add_argument(
        "--answers", type=Path, metavar="FILE", help="对核查问题的答复 · answers to findings of the checks"
    )
    one.add_argument("--force", action="store_true", help="覆盖已有文件 · overwrite")


def _add_demo(verbs: _Verbs) -> None:
    one = _verb(verbs, "demo", _demo, "评估随附示例 · evaluate the example that comes with Lantu")
    one.add_argument("--out", type=Path, metavar="DIR", help="输出文件夹 · folder for the three files")


def _read(options: argparse.Namespace) -> int:
    found = _documents(options)
    for document in found:
        if options.format == "text":
            print(document.text, end="")
            continue
        reading = pipeline.extract(document)
        print(
            card.document_json(document, reading)
            if options.format == "json"
            else card.document_card(document, reading, options.lang)
        )
    return _status(len(options.files) - len(found), len(found))


def _documents(options: argparse.Namespace) -> list[Document]:
    found = []
    for path in options.files:
        try:
            found.append(pipeline.read(path, max_size=options.max_size, registers=options.registers))
            _waiting("")
        except LantuError as error:
            _complain(error, options.lang)
    return found


def _extract(options: argparse.Namespace) -> int:
    values.apart(options.output, options.files)
    second = _second_reader(options)
    found = _read_all(options)
    by_place = sorted(found.readings, key=_place_of)
    kept = [r for r in by_place if r.statements or options.unread]
    for reading in found.readings:
        if not reading.statements:
            _say(remarks.no_statement(reading, options.lang))
    text = _shown_again(kept, second, options) if second else _shown(kept, options)
    if kept or not options.output:
        streams.put(text, options.output, force=options.force)
    return _status(len(options.files) - len(kept), len(kept))


def _second_reader(options: argparse.Namespace) -> pipeline.Endpoint | None:
    """The second reader, where one was asked for: never without `--model`."""
    if options.model is None and options.second_reader == os.environ.get("LANTU_SECOND_READER"):
        return None
    if not (options.model and options.second_reader) or options.unread or options.format == "csv":
        raise BadRequest(
            "第二读者要同时写 --second-reader 网址 和 --model 名称，输出用 table 或 jsonl，不与 --unread 同用。",
            "A second reader wants both --second-reader URL and --model NAME, --format table or jsonl, and no --unread.",
        )
    return pipeline.Endpoint(options.second_reader, options.model, os.environ.get("LANTU_SECOND_READER_KEY", ""))


def _shown_again(readings: Sequence[Reading], second: pipeline.Endpoint, options: argparse.Namespace) -> str:
    def told(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(
                f"\r\x1b[K[{done}/{total}] {second.model}",
                end="\n" if done == total else "",
                file=sys.stderr,
                flush=True,
            )

    found = [pipeline.read_again(reading, second, told) for reading in readings]
    if options.format == "jsonl":
        return "".join(map(seconds.second_jsonl, found))
    return seconds.second_table(found, options.lang)


def _place_of(reading: Reading) -> str:
    """The code that groups a reading; documents that name no place come last."""
    place = reading.document.front.place
    return place.code if place else "~"


def _shown(readings: Sequence[Reading], options: argparse.Namespace) -> str:
    if options.unread:
        each = {
            "jsonl": lambda: "".join(map(statements.unread_jsonl, readings)),
            "csv": lambda: statements.unread_csv(readings),
        }
        return each.get(options.format, lambda: statements.unread_table(readings, options.lang))()
    shown = {
        "jsonl": lambda: "".join(map(statements.statements_jsonl, readings)),
        "csv": lambda: statements.statements_csv(readings),
    }
    return shown.get(options.format, lambda: statements.statements_table(readings, options.lang))()


def _check(options: argparse.Namespace) -> int:
    if options.explain:
        print(pipeline.explain(options.explain, options.lang), end="")
        return DONE
    if not options.files:
        raise BadRequest("没有给出要核查的文件。", "No file to check was given.")
    if options.format in pipeline.MARKED:
        pipeline.wants_output(options.format, options.output)
    else:
        values.apart(options.output, (*options.files, *options.against))
    answers = checking.given(options)
    drafts = _read_all(options)
    others = _read_all(argparse.Namespace(**{**vars(options), "files": options.against if drafts.readings else []}))
    both = drafts.with_(others)
    checked = frozenset(reading.document.sha256 for reading in drafts.readings)
    found = checking.findings_of(both, checked, answers, options)
    ledger = found.ledger
    marked = DONE
    if options.format in pipeline.MARKED:
        marked = _mark(found, options)
    else:
        streams.put(findings.shown(found, options.format, options.lang), options.output, force=options.force)
    _say_left_out(ledger, both.failures, options.lang)
    for line in checking.told(found, options.lang):
        _say(line)
    if options.new_answers:
        _say(checking.write_new(found, options.new_answers, options.lang))
    heavy = checking.is_heavy(found, options.fail_on)
    return marked or (NEEDS_A_PERSON if heavy or ledger.left_out else DONE)


def _mark(checked: Findings, options: argparse.Namespace) -> int:
    """Write the files with notes; the status of that alone."""
    found = pipeline.mark(
        checked, options.files, options.output, format_=options.format, against=options.against, force=options.force, lang=options.lang,
    )  # fmt: skip
    for failure in found.failures:
        _complain(failure.error, options.lang)
    for path in found.written:
        print(path)
    if found.signed:
        _say(remarks.signature_gone(found.signed, options.lang))
    if found.elsewhere:
        _say(remarks.findings_elsewhere(found.elsewhere, options.lang))
    return _status(len(found.failures), len(found.written))


def _evaluate(options: argparse.Namespace) -> int:
    method = methods.read(options.method) if options.method else methods.load()
    answers = pipeline.replies(options.files, options.answers, registers=options.registers)
    found = _read_all(options)
    data = pipeline.read_data(options.data) if options.data else ()
    ledger = pipeline.link_all(found, data=data, place=options.place, registers=options.registers)
    evaluation = pipeline.evaluate(ledger, options.as_of, method=method, registers=options.registers, answers=answers)
    written = pipeline.report(
        ledger,
        evaluation,
        options.out,
        method=method,
        force=options.force,
        lang=options.lang,
        registers=options.registers,
    )
    _say_left_out(ledger, found.failures, options.lang)
    return _told(ledger, evaluation, written, options.lang)


def _say_left_out(ledger: Ledger, failures: Sequence[pipeline.Failure], lang: str) -> None:
    """Why each file was left out, but those whose failure was said when it was read."""
    said = {failure.name for failure in failures}
    for file in (f for f in ledger.left_out if f.name not in said):
        _say(f"{file.name}: {file.reason_en}" if lang == "en" else f"{file.name}：{file.reason}")


def _told(ledger: Ledger, evaluation: Evaluation, written: Sequence[Path], lang: str) -> int:
    missing = remarks.evaluation_gaps(ledger, evaluation, lang)
    for line in [*missing, *(messages.say(n, lang) for n in (*ledger.notes, *evaluation.notes))]:
        _say(line)
    for path in written:
        print(path)
    return NEEDS_A_PERSON if missing or ledger.left_out else DONE


def _demo(options: argparse.Namespace) -> int:
    with as_file(files("lantu") / "examples" / "cangshan") as shipped:
        folder = shipped if shipped.is_dir() else Path(__file__).parents[2] / "examples" / "cangshan"
        paths = sorted(p for p in folder.iterdir() if p.suffix in {".md", ".txt", ".html"} and p.stem != "README")
        if not paths:
            raise NothingToDo("示例文件缺失：请重新安装。", "The example files are missing: install Lantu again.")
        ledger = pipeline.ledger(paths)
        evaluation = pipeline.evaluate(ledger, date(2023, 12, 31))
        out = options.out or _DEMO_OUT  # our own folder is made anew, one of the user's is not written over
        written = pipeline.report(ledger, evaluation, out, force=options.out is None, lang=options.lang)
    _say(remarks.demo_ready(written[0].resolve(), options.lang))
    return DONE


def _read_all(options: argparse.Namespace) -> pipeline.Read:
    """Read every file, with a line of progress on a terminal and a line for each file that cannot be read."""
    done = 0

    def progress(path: Path) -> None:
        nonlocal done
        done += 1
        if len(options.files) > 1:
            _waiting(f"[{done}/{len(options.files)}] {path.name}")

    found = pipeline.read_all(options.files, max_size=options.max_size, progress=progress, registers=options.registers)
    _waiting("")
    for failure in found.failures:
        _complain(failure.error, options.lang)
    for line in (said for r in found.readings for said in card.document_notes(r.document, options.lang)):
        _say(line)
    return found


def _waiting(line: str) -> None:
    """Show on a terminal what is being done; the next line takes its place."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)


def _status(left_out: int, done: int) -> int:
    if not done:
        return NOTHING_DONE
    return NEEDS_A_PERSON if left_out else DONE


def _complain(error: LantuError, lang: str) -> None:
    _say(error.say(lang))


def _say(line: str) -> None:
    print(line, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
