"""Portal: the public site, of published rows only (store → pages that anyone may read)."""
