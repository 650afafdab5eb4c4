"""The library's door: the whole flow, one short function a scale.

from pathlib import Path
from lantu import pipeline

ledger = pipeline.ledger([Path("outline.md"), Path("report.txt")])
evaluation = pipeline.evaluate(ledger, date(2023, 12, 31))
"""

from lantu.extract.endpoint import Endpoint
from lantu.pipeline.checks import check, check_drafts, explain, replied, replies, rules
from lantu.pipeline.evaluation import evaluate, report, tell
from lantu.pipeline.joining import ledger, link_all
from lantu.pipeline.marking import MARKED, Marked, mark, wants_output
from lantu.pipeline.reading import Failure, Read, extract, picture, read, read_again, read_all, read_whole, reread
from lantu.read.data import read_data
from lantu.read.files import MAX_SIZE

__all__ = [
    "MARKED", "MAX_SIZE", "Endpoint", "Failure", "Marked", "Read", "check", "check_drafts", "evaluate", "explain", "extract", "ledger", "link_all", "mark", "picture", "read", "read_all", "read_again", "read_data", "read_whole", "replied", "replies", "report", "reread", "rules", "tell", "wants_output",
]  # fmt: skip
