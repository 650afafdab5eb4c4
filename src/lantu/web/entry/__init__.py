"""Entry: documents come in, places are joined again (files → store)."""
