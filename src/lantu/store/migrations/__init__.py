"""The steps by which a ledger came to its present schema; never edited once released."""
