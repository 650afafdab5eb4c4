"""API: published rows for programs, read-only (store → JSON)."""
