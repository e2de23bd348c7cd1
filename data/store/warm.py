"""Cursors that stay open between questions, so that the steps which figures share are worked out once a data version."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import duckdb

from data.store.connect import Store

MOST_IDLE = 3
MOST_TABLES = 1000
MOST_ROWS = 50_000_000
"""A cursor with more temporary tables than this, or with more rows in them, is let go, and its memory with it."""


class WarmCursors:
    """A few cursors of one store, each lent to one unit of work at a time; those of an older data version are closed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._idle: list[duckdb.DuckDBPyConnection] = []
        self._version = -1
        store.before_reopening(self.close)

    @contextmanager
    def cursor(self, version: int) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor whose temporary tables, if any, were made at ``version``. Fetch everything inside the block.

        A cursor on which something was raised is closed: its state isn't known.
        """
        cursor = self._lend(version)
        try:
            yield cursor
        except BaseException:
            cursor.close()
            raise
        self._take_back(cursor, version)

    def close(self) -> None:
        """Let all idle cursors go."""
        with self._lock:
            self._let_go()

    def _lend(self, version: int) -> duckdb.DuckDBPyConnection:
        with self._lock:
            if version != self._version:
                self._let_go()
                self._version = version
            return self._idle.pop() if self._idle else self._store.open_cursor()

    def _take_back(self, cursor: duckdb.DuckDBPyConnection, version: int) -> None:
        full = _is_full(cursor)
        with self._lock:
            if version == self._version and not full and len(self._idle) < MOST_IDLE:
                self._idle.append(cursor)
                return
        cursor.close()

    def _let_go(self) -> None:
        for cursor in self._idle:
            with suppress(duckdb.Error):
                cursor.close()
        self._idle.clear()


def _is_full(cursor: duckdb.DuckDBPyConnection) -> bool:
    tables, rows = cursor.execute(
        "select count(*), coalesce(sum(estimated_size), 0) from duckdb_tables() where temporary"
    ).fetchall()[0]
    return bool(tables > MOST_TABLES or rows > MOST_ROWS)
