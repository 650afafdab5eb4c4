"""Store: the ledger in a database, for years and for many (Reading ↔ rows). Django models are its only schema.

Frozen records go in and come out, so that the stages never see a row:

    from lantu import store
    store.open_ledger()
    from lantu.store import taking, giving
    taking.take(reading)
    giving.reading(sha256)
"""

from lantu.store.opening import open_ledger, where

__all__ = ["open_ledger", "where"]
