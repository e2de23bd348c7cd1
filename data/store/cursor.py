"""A cursor that takes the text of each statement apart once a process.

Where rows are few, DuckDB spends a quarter of a statement's time on its text (it reads it more than once), and the same
texts come again with every file and every figure.
"""

import atexit
import itertools
import threading
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any, cast
from weakref import WeakKeyDictionary

import duckdb

MOST_TEXTS = 1_000
"""Texts that are kept, some 35 kB each; many hold a number of their own and never come again."""
_known: OrderedDict[str, duckdb.Statement | str] = OrderedDict()
_numbers: WeakKeyDictionary[object, Iterator[int]] = WeakKeyDictionary()
_lock = threading.Lock()
atexit.register(_known.clear)  # DuckDB complains on standard error about what outlives it


class _Cursor:
    """What ``duckdb`` gives as a cursor, with another ``execute``."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor
        self.fetchone, self.fetchall, self.close = cursor.fetchone, cursor.fetchall, cursor.close

    def execute(self, query: duckdb.Statement | str, parameters: object = None) -> "_Cursor":
        self._cursor.execute(_statement(self._cursor, query) if isinstance(query, str) else query, parameters)
        return self

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


def quick(cursor: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The cursor, to be used as before."""
    return cast(duckdb.DuckDBPyConnection, _Cursor(cursor))


def next_number(cursor: duckdb.DuckDBPyConnection) -> int:
    """1, 2, 3 ... on each cursor, for the names of its temporary tables, which no other cursor sees: the same texts come
    again on the next cursor."""
    with _lock:
        return next(_numbers.setdefault(cursor, itertools.count(1)))


def _statement(cursor: duckdb.DuckDBPyConnection, text: str) -> duckdb.Statement | str:
    """The statement of a text; a text of several stays a text. The one asked for longest ago makes room for a new one."""
    with _lock:
        if text in _known:
            _known.move_to_end(text)
            return _known[text]
    statements = cursor.extract_statements(text)
    found = statements[0] if len(statements) == 1 else text
    with _lock:
        _known[text] = found
        if len(_known) > MOST_TEXTS:
            _known.popitem(last=False)
    return found
