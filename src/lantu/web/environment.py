"""What every template can use: addresses, the words of the outputs, how a value is shown."""

from zoneinfo import ZoneInfo

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from lantu.report.words import words
from lantu.web.entry import worker

_SHANGHAI = ZoneInfo("Asia/Shanghai")


def environment(**options: object) -> Environment:
    """Jinja as the reports use it: it escapes by itself, and a name that does not exist is an error."""
    made = Environment(**{**options, "undefined": StrictUndefined, "autoescape": True})  # type: ignore[arg-type] # noqa: S701 - it is True
    made.globals.update(
        {
            "static": static,
            "url": reverse,
            "zh": lambda group, key: words(group, key).zh,
            "word": words,
            "at_work": worker.at_work,
            "shanghai": lambda at: at.astimezone(_SHANGHAI).strftime("%Y-%m-%d %H:%M"),
        }
    )
    return made
