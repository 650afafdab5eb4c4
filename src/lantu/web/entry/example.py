"""The example in a ledger: what a new user sees first, with the public site on."""

from django.db import transaction

from lantu.examples_at import example_paths
from lantu.store import models, publishing
from lantu.web.entry import jobs

_BY = "示例"


@transaction.atomic
def fill() -> bool:
    """Put the example into a ledger that has no document yet, its documents public and the site on; whether it was done.

    Whole or not at all: stopped half-way, the next start finds the ledger empty and begins anew.
    """
    if models.Document.objects.exists():
        return False
    with example_paths() as paths:
        brought = jobs.bring_in(paths)
    for place in brought.places:
        jobs.join(place)
    for document, _ in brought.documents:
        publishing.release(document.sha256, _BY, "随附示例")
    publishing.switch(publishing.PUBLIC, _BY, on=True)
    return True
