"""Ledger: documents and their review, plans, targets, findings, search (store → pages)."""
