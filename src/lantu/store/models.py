"""The schema of the ledger: what was read, and what people decided about it.

Columns hold what queries ask for, JSON (`codec.py`) the rest of a record. Numbers are kept as text, as printed: no
database rounds them. What the machine read and what a person said never share a row.
"""

from typing import ClassVar

from django.db import models

from lantu.store.derived import Assessment, Observation, Outcome, Place, Plan, Publication, Series, Target

__all__ = [
    "Assessment", "Body", "Decision", "Document", "Observation", "Original", "Outcome", "Passage", "Place", "Plan", "Publication",
    "Sentence", "Series", "Statement", "Target",
]  # fmt: skip

_NAME, _HASH, _ID, _WORD = 300, 64, 16, 40


class Document(models.Model):
    """One file as read (文档), without its text: that is in `Body`."""

    class State(models.TextChoices):
        """Whether a document counts."""

        PROPOSED = "proposed", "待确认"
        COUNTED = "counted", "已入账"
        WITHDRAWN = "withdrawn", "已撤回"

    sha256 = models.CharField(max_length=_HASH, unique=True)
    name = models.CharField(max_length=_NAME)
    format = models.CharField(max_length=_WORD)
    encoding = models.CharField(max_length=_WORD, blank=True)
    kind = models.CharField(max_length=_WORD, db_index=True)
    title = models.TextField(blank=True)
    place = models.CharField(max_length=_NAME, blank=True, db_index=True)  # code; empty where it is not said
    dated = models.CharField(max_length=10, blank=True)  # ISO
    reporting_year = models.IntegerField(null=True)
    planning_year = models.IntegerField(null=True)
    front = models.JSONField()
    reading = models.CharField(
        max_length=_HASH
    )  # digest of all that was read: the same file read alike changes nothing
    version = models.CharField(max_length=_WORD)  # of Lantu, when it was read
    state = models.CharField(max_length=_WORD, choices=State.choices, default=State.COUNTED)
    taken = models.DateTimeField(auto_now_add=True)
    read_again = models.DateTimeField(null=True)

    class Meta:
        """Newest last, as they came in."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """A document's text, and what of its layout and remainder no query asks for."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="body", primary_key=True)
    text = models.TextField()
    layout = models.JSONField()  # tables, anchors, pages, corrections, notes
    remainder = models.JSONField()  # text cells, numbers left out, numbers unread

    def __str__(self) -> str:
        return self.text[:40]


class Original(models.Model):
    """The bytes of a document: to be read again by a newer grammar, shown, and given back as they came."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="original", primary_key=True)
    data = models.BinaryField()

    def __str__(self) -> str:
        return self.document.name


class Passage(models.Model):
    """A heading, paragraph, list item or table (段落)."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="passages")
    index = models.IntegerField()
    kind = models.CharField(max_length=_WORD)
    text = models.TextField()
    segments = models.JSONField()
    headings = models.JSONField()
    level = models.IntegerField()

    class Meta:
        """In the order of the document."""

        ordering: ClassVar = ["document", "index"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["document", "index"], name="passage_once")]

    def __str__(self) -> str:
        return self.text[:40]


class Sentence(models.Model):
    """A sentence or table row, as it is searched; `indexed` are its words (`tokens.py`), kept in step by the database."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="sentences")
    passage = models.IntegerField()
    start = models.IntegerField()
    end = models.IntegerField()
    text = models.TextField()
    indexed = models.TextField()

    class Meta:
        """In the order of the text."""

        ordering: ClassVar = ["document", "start"]

    def __str__(self) -> str:
        return self.text[:40]


class Statement(models.Model):
    """One measured quantity as the machine read it (表述); a person's word on it is a `Decision`."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="statements")
    key = models.CharField(max_length=_ID, unique=True)  # Statement.id
    reading = models.CharField(max_length=_ID)  # Statement.reading
    passage = models.IntegerField()
    start = models.IntegerField()
    end = models.IntegerField()
    text = models.TextField()
    indicator = models.CharField(max_length=_NAME, db_index=True)
    value = models.CharField(max_length=_WORD)
    high = models.CharField(max_length=_WORD, blank=True)
    unit = models.CharField(max_length=_NAME, blank=True)
    comparator = models.CharField(max_length=_WORD)
    measure = models.CharField(max_length=_WORD)
    nature = models.CharField(max_length=_WORD)
    period = models.CharField(max_length=_WORD, db_index=True)
    place = models.CharField(max_length=_NAME, blank=True)  # where it is not the document's own
    binding = models.CharField(max_length=_WORD, blank=True)
    rest = models.JSONField()  # rule, confidence, section, responsible, qualifiers, cell, repaired, corrected

    class Meta:
        """In the order of the text."""

        ordering: ClassVar = ["document", "start"]
        indexes: ClassVar = [models.Index(fields=["document", "start"], name="statement_at")]

    def __str__(self) -> str:
        return f"{self.indicator} {self.text}"


class Decision(models.Model):
    """A person's word on a statement (审定). None is ever changed: the latest of a statement counts, the others are history.

    It names the text and the reading it was made on. When a document read again says otherwise there, `reopened` is set.
    """

    class Verdict(models.TextChoices):
        """What was decided."""

        CONFIRMED = "confirmed", "确认"
        CORRECTED = "corrected", "更正"
        REJECTED = "rejected", "不是表述"

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="decisions")
    statement = models.CharField(
        max_length=_ID, db_index=True
    )  # its id: the statement may be gone after another reading
    reading = models.CharField(max_length=_ID)
    text = models.TextField()
    verdict = models.CharField(max_length=_WORD, choices=Verdict.choices)
    fields = models.JSONField(default=dict)  # of a correction: what is read instead, as `codec.plain` writes it
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=_NAME)
    at = models.DateTimeField(auto_now_add=True)
    reopened = models.DateTimeField(null=True)

    class Meta:
        """As they were made."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.verdict} {self.text}"
