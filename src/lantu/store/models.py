"""The schema of the ledger: what was read, and what people decided about it.

Columns hold what queries ask for, JSON (`codec.py`) the rest of a record. Numbers are kept as text, as printed: no
database rounds them. What the machine read and what a person said never share a row.
"""

from typing import ClassVar

from django.db import models

from lantu.store.derived import (
    Assessment,
    Observation,
    Outcome,
    Place,
    Plan,
    PlanPage,
    Publication,
    Series,
    Target,
    TargetPage,
)  # fmt: skip

__all__ = [
    "Answer", "Assessment", "Body", "Comment", "Decision", "Document", "Job", "Look", "Naming", "Observation", "Original", "Outcome",
    "Passage", "Place", "Plan", "PlanPage", "Publication", "Release", "Sentence", "Series", "Setting", "Statement", "Target", "TargetPage",
]  # fmt: skip

_NAME, _HASH, _ID, _WORD = 300, 64, 16, 40


class Document(models.Model):
    """One file as read (文档), without its text: that is in `Body`."""

    class State(models.TextChoices):
        """Whether a document counts."""

        PROPOSED = "proposed", "待确认"
        COUNTED = "counted", "已入账"
        WITHDRAWN = "withdrawn", "已撤回"
        REPLACED = "replaced", "已被后文替换"

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
    public = models.BooleanField(default=False, db_index=True)  # the latest `Release` says so
    replaced_by = models.CharField(max_length=_HASH, blank=True)  # sha256 of the later text
    state_reason = models.TextField(blank=True)  # why it was withdrawn
    state_by = models.CharField(max_length=_NAME, blank=True)  # who counted, withdrew or replaced it on a page
    taken = models.DateTimeField(auto_now_add=True)
    read_again = models.DateTimeField(null=True)

    class Meta:
        """Newest last, as they came in."""

        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["-dated", "-id"], name="document_newest")]  # a search walks them

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


class Said(models.Model):
    """What a person said or asked for, and when: in the order in which it came."""

    by = models.CharField(max_length=_NAME)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Each has its own table."""

        abstract = True
        ordering: ClassVar = ["id"]


class Decision(Said):
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
    reopened = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.verdict} {self.text}"


class Release(Said):
    """A document opened to the public, or closed again (公开). None is ever changed; `Document.public` is the latest."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="releases")
    public = models.BooleanField()
    reason = models.TextField(blank=True)  # must be there where a finding of severity error is unanswered

    def __str__(self) -> str:
        return f"{self.document} {self.public}"


class Naming(Said):
    """What a name that the documents of a place print is called there (指标归并): holds for every later document.

    None is ever changed: the latest of a name counts, and an empty `called` takes it back.
    """

    place = models.CharField(max_length=_NAME, db_index=True)
    read_as = models.CharField(max_length=_NAME)
    called = models.CharField(max_length=_NAME, blank=True)
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.read_as} → {self.called}"


class Answer(Said):
    """What the office replies to a finding (答复): `model.Reply`. None is ever changed: the latest of a finding counts."""

    class Kind(models.TextChoices):
        """As `model.ReplyKind`; an answer can be taken back."""

        ACCEPTED = "accepted", "已说明"
        CORRECTED = "corrected", "已更正"
        NOT_APPLICABLE = "not_applicable", "不适用"
        TAKEN_BACK = "taken_back", "撤回答复"

    place = models.CharField(max_length=_NAME, db_index=True)
    finding = models.CharField(max_length=_ID, db_index=True)  # Outcome.id: of the words it rests on
    kind = models.CharField(max_length=_WORD, choices=Kind.choices)
    reason = models.TextField()
    check_id = models.CharField(max_length=_WORD)
    texts = models.JSONField()  # the sentences and rows that the finding rested on
    documents = models.JSONField()  # names of the files

    def __str__(self) -> str:
        return f"{self.finding} {self.kind}"


class Look(Said):
    """What a person saw of a place's targets when last looking at their overview; the newest two are kept."""

    place = models.CharField(max_length=_NAME, db_index=True)
    seen = models.JSONField()  # by target: status, latest value, number of findings

    def __str__(self) -> str:
        return f"{self.place} {self.at}"


class Job(Said):
    """Long work that was asked for on a page (任务): how far it is, and what became of it."""

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", "等待"
        RUNNING = "running", "进行中"
        DONE = "done", "完成"
        FAILED = "failed", "未完成"

    kind = models.CharField(max_length=_WORD)  # import, read_again, join
    asked = models.JSONField()  # what it is about: files by their place in the folder of uploads, a place's code
    state = models.CharField(max_length=_WORD, choices=State.choices, default=State.WAITING, db_index=True)
    at_work = models.TextField(blank=True)  # the file or place whose turn it is
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    told = models.JSONField(default=list)  # a line a file: what was understood, or why not
    heard = models.DateTimeField(null=True)  # when its worker last said something
    ended = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Setting(models.Model):
    """A switch of the site, by name: `public`, `comments` (both off until switched on)."""

    name = models.CharField(max_length=_WORD, primary_key=True)
    value = models.JSONField()
    by = models.CharField(max_length=_NAME)
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name


class Comment(models.Model):
    """What a reader says of a target on the public site (留言): shown once a person has looked at it."""

    class State(models.TextChoices):
        """Whether it is shown."""

        WAITING = "waiting", "待审"
        SHOWN = "shown", "已公开"
        REFUSED = "refused", "不予公开"

    place = models.CharField(max_length=_NAME, db_index=True)
    target = models.CharField(max_length=400, db_index=True)  # Target.id
    name = models.CharField(max_length=_NAME, blank=True)
    text = models.TextField()
    state = models.CharField(max_length=_WORD, choices=State.choices, default=State.WAITING, db_index=True)
    sender = models.CharField(max_length=_HASH)  # keyed hash of the address of the day: to limit, never to know
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=_NAME, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    decided = models.DateTimeField(null=True)

    class Meta:
        """As they came."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.text[:40]
