"""The one database: how it is opened, read, written, migrated and backed up."""

from data.store.connect import Store, StoreError, open_store
from data.store.paths import DEMO_DATABASE, default_database

__all__ = ["DEMO_DATABASE", "Store", "StoreError", "default_database", "open_store"]
