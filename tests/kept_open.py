"""Databases that tests only read, kept open from one question to the next: what questions share is worked out once."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb
import pytest
from click.testing import Result
from typer.testing import CliRunner

import cli
from commands import opened
from data.store import Store, open_store
from data.store.warm import WarmCursors

_open: list[Store] = []


class _Kept(Store):
    """A store that stays open when those who ask it close it, and that lends the same cursor again."""

    def __init__(self, store: Store) -> None:
        super().__init__(store._connection, store.path)
        self._warm = WarmCursors(store)

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._warm.cursor(0) as cursor:
            yield cursor

    def close(self) -> None:
        return


@cache
def kept_open(path: Path) -> Store:
    """The store of a file; ``let_go`` closes it."""
    store = open_store(path)
    _open.append(store)
    return _Kept(store)


def asked_by_cli(*arguments: str) -> Result:
    """What a command does that only reads, on a file that is kept open."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(opened, "open_store", kept_open)
        return CliRunner().invoke(cli.app, list(arguments))


def let_go() -> None:
    """Close all that is kept open."""
    for store in _open:
        store.close()
    _open.clear()
    kept_open.cache_clear()
