"""The database that a command works on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from analytics import rollups
from commands.printed import say
from data.store import Store, StoreError, default_database, noting, open_store

NO_ROOM_FOR_ROLL_UPS = (
    "The disk is full or can't be written. What you did is saved, and figures are right, but slow until there is room for "
    "what makes them quick: free some."
)
before_the_command: ContextVar[Path | None] = ContextVar("before_the_command", default=None)
"""The ``--db`` that stands before the command's name."""


def path_of(db: Path | None, default: Path | None = None) -> Path:
    """The file named by the command, or before it, or by MINUTES_DB; else ``default``, else the data folder's."""
    named = db or before_the_command.get()
    return named or (default if default and not os.environ.get("MINUTES_DB") else default_database())


@contextmanager
def opened(db: Path | None, *, default: Path | None = None) -> Iterator[Store]:
    """The store of ``path_of``, closed afterwards; what was written is noted, and rolled up where the district is large."""
    store = open_store(path_of(db, default))
    before = store.data_version()
    try:
        yield store
        if store.data_version() != before:
            _keep_up(store)
    finally:
        store.close()


def _keep_up(store: Store) -> None:
    try:
        noting.keep_up(store)
        rollups.keep_up(store)
    except StoreError:
        say(NO_ROOM_FOR_ROLL_UPS)
