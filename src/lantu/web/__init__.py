"""Web: people and the ledger. The stages run over what the store holds (files → ledger → pages)."""
