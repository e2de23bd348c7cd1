"""The History page: its blocks, and the ledger as it stood after an earlier upload."""
