"""The command: `lantu read | extract | check | evaluate | demo`. One short function a verb.

Exit status: 0 done; 1 done, but something needs a person; 2 bad use; 3 nothing could be done; 130 interrupted.
"""

import argparse
import gc
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from pathlib import Path

from lantu import arguments, checking, pipeline, streams, values
from lantu.errors import BadRequest, LantuError
from lantu.model import Document, Evaluation, Ledger, Reading
from lantu.read import progress as pages
from lantu.registers import messages, methods
from lantu.report import card, findings, remarks, seconds, statements
from lantu.report.checked import Findings

_waiting = streams.Waiting()
_DEMO_OUT = Path("out/cangshan")
SELDOM = 100_000  # new objects between two looks for rings of them: frozen records, of which we make many, form none
DONE, NEEDS_A_PERSON, BAD_USE, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 3, 130


def main(given: Sequence[str] | None = None) -> int:
    """Run one verb; the exit status."""
    options = parser().parse_args(given)
    gc.set_threshold(SELDOM, 50, 50)
    streams.prepare(options.format if "format" in options else "")
    pages.listen(_waiting.pages)
    try:
        values.want_files(options)
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
    return arguments.parser({
        "read": _read, "extract": _extract, "check": _check, "evaluate": _evaluate, "import": _import,
        "serve": _serve, "demo": _demo,
    })  # fmt: skip


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
        _waiting.begin(path.name)
        try:
            found.append(pipeline.read(path, max_size=options.max_size, registers=options.registers))
            _waiting.show("")
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
    if options.format in pipeline.MARKED:
        pipeline.wants_output(options.format, options.output)
    else:
        values.apart(options.output, (*options.files, *options.against))
    answers = checking.given(options)
    drafts = _read_all(options)
    others = _read_all(argparse.Namespace(**{**vars(options), "files": options.against if drafts.readings else []}))
    both = drafts.with_(others)
    if options.ledger and drafts.readings:
        both = both.with_(pipeline.Read(checking.in_ledger(both), ()))
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


def _import(options: argparse.Namespace) -> int:
    from lantu import store  # noqa: PLC0415 - the other verbs do without a database

    store.open_ledger()
    from lantu import importing  # noqa: PLC0415 - Django's models want an open ledger

    found = importing.bring_in(options, _progress(options.files), _waiting.show, print)
    _waiting.show("")
    for failure in found.failures:
        _complain(failure.error, options.lang)
    importing.join(found, options, _waiting.show, print)
    return _status(len(found.failures), len(found.documents))


def _serve(options: argparse.Namespace) -> int:
    return _serve_ledger(options.port, options.lang)


def _serve_ledger(port: int, lang: str, *, stays: bool = True) -> int:
    """Serve the ledger, a new one with the example in it; `stays`: until Ctrl-C, else it is filled alone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantu.web.settings")
    from lantu import store  # noqa: PLC0415 - the other verbs do without a database

    store.open_ledger()
    from lantu.web import serving  # noqa: PLC0415 - Django's models want an open ledger
    from lantu.web.entry import example  # noqa: PLC0415 - as above

    if example.fill():
        _say(remarks.example_loaded(lang))
    if stays:
        serving.serve(port, lambda address: _say(remarks.serving(address, store.where(), lang)))
    return DONE


def _demo(options: argparse.Namespace) -> int:
    out = options.out or _DEMO_OUT  # our own folder is made anew, one of the user's is not written over
    # The trial has a ledger of its own: the user's is not touched. Django reads where it lies when it is loaded.
    os.environ["LANTU_HOME"] = str((out / "ledger").resolve())
    os.environ.pop("DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantu.web.settings")
    from lantu.examples_at import example_paths  # noqa: PLC0415 - only the demo wants them

    with example_paths() as paths:
        ledger = pipeline.ledger(paths)
        evaluation = pipeline.evaluate(ledger, date(2023, 12, 31))
        written = pipeline.report(ledger, evaluation, out, force=options.out is None, lang=options.lang)
    _say(remarks.demo_ready(written[0].resolve(), options.lang))
    return _serve_ledger(options.port, options.lang, stays=sys.stdin.isatty() and not os.environ.get("CI"))


def _read_all(options: argparse.Namespace) -> pipeline.Read:
    """Read every file, with a line of progress on a terminal and a line for each file that cannot be read."""
    found = pipeline.read_all(
        options.files, max_size=options.max_size, progress=_progress(options.files), registers=options.registers
    )
    _waiting.show("")
    for failure in found.failures:
        _complain(failure.error, options.lang)
    for line in (said for r in found.readings for said in card.document_notes(r.document, options.lang)):
        _say(line)
    return found


def _progress(files: Sequence[Path]) -> Callable[[Path], None]:
    """Shows which of several files is being read."""
    numbers = count(1)

    def told(path: Path) -> None:
        _waiting.begin(f"[{next(numbers)}/{len(files)}] {path.name}")
        if len(files) > 1:
            _waiting.show(_waiting.file)

    return told


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
