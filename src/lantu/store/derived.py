"""The schema of what follows from the documents of a place: made anew as a whole, never edited (see `keeping.py`).

Each row holds its frozen record (`record`) and, in columns, what pages ask for. Rows name each other by the records'
own ids, which stay the same when the ledger is joined again.
"""

from typing import ClassVar

from django.db import models

_NAME, _KEY, _WORD = 300, 400, 40


class Place(models.Model):
    """A place whose documents are joined (地区), and what they were joined from."""

    code = models.CharField(max_length=_NAME, unique=True)
    name = models.CharField(max_length=_NAME)
    inputs = models.CharField(max_length=64)  # digest of the readings and decisions it follows from
    as_of = models.DateField(null=True)  # of the latest evaluation
    joined = models.DateTimeField(auto_now=True)
    notes = models.JSONField()  # about the joining and the evaluation

    class Meta:
        """By code, as in every list of places."""

        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return f"{self.name} {self.code}"


class Derived(models.Model):
    """What every derived row has: its place, its record's id and its record."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=_KEY, db_index=True)
    record = models.JSONField()

    class Meta:
        """Each model has its own table."""

        abstract = True
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.key


class Publication(Derived):
    """What one or more documents are texts of (文件)."""

    kind = models.CharField(max_length=_WORD)
    title = models.TextField(blank=True)
    period = models.CharField(max_length=_WORD, blank=True)


class Series(Derived):
    """One indicator of the place in one measure through time (序列)."""

    indicator = models.CharField(max_length=_NAME, db_index=True)
    name = models.CharField(max_length=_NAME)
    measure = models.CharField(max_length=_WORD)
    unit = models.CharField(max_length=_NAME, blank=True)


class Observation(Derived):
    """One value of a series for a period in one vintage (观测值)."""

    series = models.CharField(max_length=_KEY, db_index=True)
    period = models.CharField(max_length=_WORD)
    vintage = models.IntegerField()


class Plan(Derived):
    """An adopted set of targets (规划、计划)."""

    five_year = models.BooleanField()
    period = models.CharField(max_length=_WORD)
    draft = models.BooleanField()


class Target(Derived):
    """What a plan wants of a series (目标)."""

    plan = models.CharField(max_length=_KEY, db_index=True)
    series = models.CharField(max_length=_KEY, db_index=True)
    name = models.CharField(max_length=_NAME)
    kind = models.CharField(max_length=_WORD)
    period = models.CharField(max_length=_WORD)
    binding = models.CharField(max_length=_WORD, blank=True)
    headline = models.BooleanField()
    part_of = models.CharField(max_length=_KEY, blank=True)


class Outcome(Derived):
    """One check's answer about one place of the documents (核查结果); `key` is not unique: two may rest on the same words."""

    rule = models.CharField(max_length=_WORD)  # N1 …
    answer = models.CharField(max_length=_WORD)
    severity = models.CharField(max_length=_WORD)


class Assessment(Derived):
    """How far a target is at a date (评估结论); `key` is the target's. `silence`: the later word on it."""

    as_of = models.DateField()
    status = models.CharField(max_length=_WORD)
    formula = models.CharField(max_length=_WORD, blank=True)
    provisional = models.BooleanField()
    silence = models.JSONField(null=True)


class PlanPage(Derived):
    """A plan as its page tells it (`report.telling.PlanTold`); `key` is the plan's."""

    as_of = models.DateField(null=True)


class TargetPage(Derived):
    """A target as its page tells it (`report.telling.TargetTold`), with its row of the overview; `key` is the target's.

    `documents`: every document that it rests on: the public sees an assessment only where all of them are public.
    """

    plan = models.CharField(max_length=_KEY, db_index=True)
    indicator = models.CharField(max_length=_NAME, db_index=True)
    name = models.CharField(max_length=_NAME)
    status = models.CharField(max_length=_WORD)
    binding = models.CharField(max_length=_WORD, blank=True)
    headline = models.BooleanField()
    row = models.JSONField()  # of the overview
    documents = models.JSONField()
