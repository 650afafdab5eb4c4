"""evaluation.html: one file, no network, both languages in it; the evidence of every number one click away."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

import lantu
from lantu.model import Note
from lantu.registers import messages
from lantu.registers.methods import Method
from lantu.report import appendix, pages, shown
from lantu.report.story import Told
from lantu.report.summary import counts, remark
from lantu.report.words import Words, words


def evaluation_html(told: Told, method: Method, lang: str) -> bytes:
    """The page, UTF-8, opening in `lang`."""
    template = environment().get_template("evaluation.html")
    return template.render(**_context(told, method, lang)).encode()


def both(said: Words | Note) -> Markup:
    """Words in both languages, of which the page shows one."""
    zh, en = (messages.say(said, "zh"), messages.say(said, "en")) if isinstance(said, Note) else (said.zh, said.en)
    if zh == en:
        return escape(zh)
    return Markup('<span class="zh">{}</span><span class="en" lang="en">{}</span>').format(zh, en)


@cache
def environment() -> Environment:
    """The templates, with what every page may call."""
    made = Environment(
        loader=PackageLoader("lantu.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(both=both, w=words, p=lambda key: both(words("page", key)))
    made.filters["both"] = both
    return made


def _context(told: Told, method: Method, lang: str) -> dict[str, Any]:
    rows = pages.rows_by_target(told)
    plans = pages.plans(told, rows)
    return {
        "lang": lang,
        "version": lantu.__version__,
        "title": pages.title(told),
        "as_of": shown.day(told.as_of),
        "method": method,
        "method_title": pages.method_title(method),
        "counts": [pages.count_view(c) for c in counts(told)],
        "remark": remark(counts(told)),
        "notes": [both(n) for n in (*told.ledger.notes, *told.evaluation.notes)],
        "documents": appendix.documents(told),
        "unread": appendix.unread(told),
        "left_out": told.ledger.left_out,
        "rows": appendix.data_rows(told),
        "data_said": appendix.data_said(told),
        "contents": pages.contents(told, plans),
        "plans": plans,
        "views": pages.story_views(told, rows),
        "silences": pages.silences(told, rows),
        "silence_about": pages.silence_about(told),
        "others": pages.others(told, rows),
        "differences": appendix.differences(told),
        "evidence": appendix.evidence(told),
    }
