"""Stage 5: a ledger, a method and a date into assessments and the silence report."""

from lantu.evaluate.evaluation import evaluate

__all__ = ["evaluate"]
