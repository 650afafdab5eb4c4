"""Stage 7: what was found, written for people and for other programs."""

from pathlib import Path

from lantu.model import Evaluation, Ledger
from lantu.registers.methods import Method
from lantu.report.card import document_card, document_json, document_record
from lantu.report.files import write_all
from lantu.report.statements import (
    statement_record,
    statements_csv,
    statements_jsonl,
    statements_table,
    unread_csv,
    unread_jsonl,
    unread_table,
)

__all__ = [
    "document_card",
    "document_json",
    "document_record",
    "report",
    "statement_record",
    "statements_csv",
    "statements_jsonl",
    "statements_table",
    "unread_csv",
    "unread_jsonl",
    "unread_table",
    "write_all",
]


def report(
    ledger: Ledger,
    evaluation: Evaluation,
    method: Method,
    out: Path,
    *,
    force: bool = False,
    lang: str = "zh",
    registers: Path | None = None,
) -> tuple[Path, ...]:
    """Write evaluation.html, evaluation.json and evaluation.xlsx into `out`; their paths.

    `lang` is the language in which the page opens; nothing else depends on it; `registers`
    is the folder of own registers, if there is one. All three are made before
    the first is written. Raises OutputExists where one is there already, unless `force`.
    """
    # what only a report needs (templates, workbooks, pages) takes longer to load than a document to read
    from lantu.report.html import evaluation_html  # noqa: PLC0415 - see above
    from lantu.report.jsonfile import evaluation_json  # noqa: PLC0415 - see above
    from lantu.report.story import told  # noqa: PLC0415 - see above
    from lantu.report.xlsx import evaluation_xlsx  # noqa: PLC0415 - see above

    story = told(ledger, evaluation, registers)
    contents = {
        "evaluation.html": evaluation_html(story, method, lang),
        "evaluation.json": evaluation_json(story, method),
        "evaluation.xlsx": evaluation_xlsx(story, method),
    }
    return write_all(out, contents, force=force)
