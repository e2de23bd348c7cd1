"""The database that a command works on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from analytics import rollups
from data.store import Store, default_database, open_store

before_the_command: ContextVar[Path | None] = ContextVar("before_the_command", default=None)
"""The ``--db`` that stands before the command's name."""


def path_of(db: Path | None, default: Path | None = None) -> Path:
    """The file named by the command, or before it, or by MINUTES_DB; else ``default``, else the data folder's."""
    named = db or before_the_command.get()
    return named or (default if default and not os.environ.get("MINUTES_DB") else default_database())


@contextmanager
def opened(db: Path | None, *, default: Path | None = None) -> Iterator[Store]:
    """The store of ``path_of``, closed afterwards; what was written is rolled up where the district is large."""
    store = open_store(path_of(db, default))
    before = store.data_version()
    try:
        yield store
        if store.data_version() != before:
            rollups.keep_up(store)
    finally:
        store.close()
