"""The pages of the public site: plans, targets with their sentences, documents, open data, comments."""

from collections.abc import Mapping
from datetime import timedelta
from hashlib import blake2b

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET, require_POST

from lantu.report import marked
from lantu.store import giving, models, publishing
from lantu.web.portal import downloads, visible
from lantu.web.portal.guard import while_open

_A_DAY = 5  # comments from one address
_LONGEST = 1000
_DUTY = ("约束性", "预期性", "")


def _page(request: HttpRequest, name: str, lang: str, context: Mapping[str, object]) -> HttpResponse:
    english = lang == "en"
    both = {"lang": lang, "n": int(english), "suffix": "_en" if english else "", **context}
    return render(request, f"portal/{name}.html", both)


@require_GET
@while_open
def home(request: HttpRequest, lang: str) -> HttpResponse:
    """Every plan that is public, and the latest documents."""
    public = visible.hashes()
    plans = list(visible.plans(public))
    return _page(
        request, "home", lang, {"plans": plans, "documents": visible.documents()[:20], "other": "portal", "args": []}
    )


@require_GET
@while_open
def plan(request: HttpRequest, key: str, lang: str) -> HttpResponse:
    """A plan's headline targets, the binding ones first."""
    public = visible.hashes()
    found = visible.plan(key, public)
    if found is None:
        raise Http404
    page, told = found
    rows = [row for row in visible.rows(key, public) if row["headline"]]
    groups = [(duty, mine) for duty in _DUTY if (mine := [r for r in rows if r["binding"] == duty])]
    documents = [d for d in visible.documents() if d.sha256 in told["documents"]]
    context = {
        "place": page.place,
        "plan": told,
        "groups": groups,
        "documents": documents,
        "other": "portal_plan",
        "args": [key],
    }
    return _page(request, "plan", lang, context)


@require_GET
@while_open
def target(request: HttpRequest, key: str, lang: str) -> HttpResponse:
    """A target with its sentences, values, chart, and what readers say of it."""
    return _target(request, key, lang)


def _target(request: HttpRequest, key: str, lang: str, error: str = "", *, sent: bool = False) -> HttpResponse:
    public = visible.hashes()
    found = visible.target(key, public)
    if found is None:
        raise Http404
    page, told = found
    comments_on = publishing.is_on(publishing.COMMENTS)
    shown = models.Comment.objects.filter(target=key, state=models.Comment.State.SHOWN) if comments_on else ()
    context = {
        "place": page.place, "told": told, "row": told["row"], "comments_on": comments_on, "comments": list(shown), "error": error,
        "sent": sent or "sent" in request.GET, "said": request.POST.get("text", "") if error else "", "other": "portal_target", "args": [key],
    }  # fmt: skip
    answer = _page(request, "target", lang, context)
    if comments_on:
        patch_cache_control(answer, private=True)  # its form holds a token of this reader's
    if error:
        answer.status_code = 400
    return answer


@require_POST
@while_open
def comment(request: HttpRequest, key: str) -> HttpResponse:
    """What a reader says of a target; shown once a person has looked at it."""
    lang = "en" if request.POST.get("lang") == "en" else "zh"
    if not publishing.is_on(publishing.COMMENTS):
        raise Http404
    found = visible.target(key, visible.hashes())
    if found is None:
        raise Http404
    text, name = request.POST.get("text", "").strip(), request.POST.get("name", "").strip()
    if request.POST.get("website"):  # a field that no person sees
        return HttpResponseRedirect(f"{_address(key, lang)}?sent=1#comments")
    sender = _sender(request)
    wrong = _wrong(text, name, sender)
    if wrong:
        return _target(request, key, lang, wrong[lang == "en"])
    models.Comment.objects.create(place=found[0].place.code, target=key, name=name, text=text, sender=sender)
    return HttpResponseRedirect(f"{_address(key, lang)}?sent=1#comments")


def _address(key: str, lang: str) -> str:
    return reverse("portal_target_en" if lang == "en" else "portal_target", args=[key])


def _wrong(text: str, name: str, sender: str) -> tuple[str, str] | None:
    if not text or "\0" in text + name:
        return "请写下留言。", "Write something."
    if len(text) > _LONGEST or len(name) > 40:
        return f"留言不超过{_LONGEST}字，署名不超过40字。", f"At most {_LONGEST} characters, 40 for the name."
    since = timezone.now() - timedelta(days=1)
    if models.Comment.objects.filter(sender=sender, at__gt=since).count() >= _A_DAY:
        return f"一天最多留言{_A_DAY}条，请明天再来。", f"At most {_A_DAY} comments a day: come again tomorrow."
    return None


def _sender(request: HttpRequest) -> str:
    """A keyed hash of the day and the address: limits a sender for a day, and tells nobody who it was."""
    key = settings.SECRET_KEY.encode()[:64]
    words = f"{timezone.localdate().isoformat()} {request.META.get('REMOTE_ADDR', '')}"
    return blake2b(words.encode(), key=key, digest_size=32).hexdigest()


@require_GET
@while_open
def document(request: HttpRequest, sha256: str, lang: str) -> HttpResponse:
    """The text of a public document."""
    if sha256 not in visible.hashes():
        raise Http404
    read = giving.reading(sha256, decided=True)
    marks = (marked.Mark(s.id, s.start, s.end, n) for n, s in enumerate(read.statements, 1))
    context = {
        "document": read.document,
        "blocks": marked.blocks(read.document, marks),
        "other": "portal_document",
        "args": [sha256],
    }
    return _page(request, "document", lang, context)


@require_GET
@while_open
def data(request: HttpRequest, lang: str) -> HttpResponse:
    """The open data and what its columns mean."""
    return _page(
        request,
        "data",
        lang,
        {"tables": downloads.TABLES, "endings": downloads.ENDINGS, "other": "portal_data", "args": []},
    )
