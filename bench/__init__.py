"""Measurements: speed, and what the checks find of errors planted in drafts of ours and in the corpus."""
