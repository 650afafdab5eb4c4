"""Load: readers at a PostgreSQL ledger of a province's size (`make load`)."""
