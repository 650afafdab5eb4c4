"""N25: two texts of one document say the same.

Rule: where two texts of one publication differ, the difference is told: a figure is probably a mistake in one of them; wording, punctuation and
imprint are information.
Exceptions: none; line breaks and spaces are no difference.
Source: practice; two printings of one report differed in five wordings and no figure.

规则：同一文件两个文本不同之处逐处列出：数字不同列为疑似，文字、标点、版记不同作提示。
例外：无；换行和空格不算不同。
依据：实例：同一报告两个文本有五处文字不同，数字均同。
"""

from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.model import Difference, Evidence, Note, Severity

_FIGURE = "figure"
_LONG = 40  # characters of a difference that are quoted


def run(case: Case) -> Iterator[Answered]:
    """Every difference between two texts of a publication, one of them a draft."""
    for publication in case.ledger.publications:
        if len(publication.documents) > 1 and case.drafts & set(publication.documents):
            for each in publication.differences:
                yield _told(case, each)
            if not publication.differences:
                yield passed(*(case.words(case.ledger.document[d], 0, 1) for d in publication.documents))


def _told(case: Case, each: Difference) -> Answered:
    first, second = _quoted(each.first_text), _quoted(each.second_text)
    code = {_FIGURE: "n25_figure", "wording": "n25_wording", "punctuation": "n25_punctuation"}.get(
        each.kind, "n25_imprint"
    )
    return failed(
        _evidence(case, each.first, each.first_span),
        _evidence(case, each.second, each.second_span),
        seen=Note.of(code, first=first, second=second),
        printed=first,
        computed=second,
        ask=Note.of("n25_ask"),
        severity=None if each.kind == _FIGURE else Severity.INFORMATION,
    )


def _evidence(case: Case, document: str, span: tuple[int, int]) -> Evidence:
    """The place of a difference; where one text has nothing, the character before it."""
    held = case.ledger.document[document]
    start, end = span
    if start == end:
        start, end = (start - 1, end) if start else (start, end + 1)
    return case.words(held, start, end)


def _quoted(text: str) -> str:
    bare = "".join(text.split())
    return (bare if len(bare) <= _LONG else f"{bare[:_LONG]}…") or "—"


CHECK = Check("N25", 1, "同一文件的两个文本", "Two texts of one document", Severity.LIKELY, run)
