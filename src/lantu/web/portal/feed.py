"""An Atom feed of what was opened to the public, the newest first."""

import re

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_GET

from lantu.store import models
from lantu.web.portal import visible
from lantu.web.portal.guard import while_open

_AT_MOST = 50
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold


@require_GET
@while_open
def feed(request: HttpRequest) -> HttpResponse:
    """Public documents by the day they were opened."""
    home = request.build_absolute_uri(reverse("portal"))
    made = Atom1Feed("蓝图 · 公开文档", home, "新公开的规划文档", "zh-CN", feed_url=request.build_absolute_uri())
    releases = models.Release.objects.filter(public=True, document__sha256__in=visible.hashes()).select_related(
        "document"
    )
    latest = {release.document_id: release for release in releases.order_by("pk")}
    for release in sorted(latest.values(), key=lambda r: -r.pk)[:_AT_MOST]:
        document = release.document
        address = request.build_absolute_uri(reverse("portal_document", args=[document.sha256]))
        title = _NO_XML.sub("", document.title or document.name)
        made.add_item(
            title, address, title, pubdate=release.at,
            updateddate=release.at, unique_id=f"urn:sha256:{document.sha256}",
        )  # fmt: skip
    return HttpResponse(made.writeString("utf-8"), content_type=made.content_type)
