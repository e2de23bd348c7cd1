"""Ask the ledger and the plain reading the same question, and tell where their answers differ."""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any

import duckdb
import pandas as pd

from analytics import ledger as figures
from analytics.scope import EVERYTHING
from data.store import Store, open_store
from tests.reference.facts import Choices, Facts
from tests.reference.ledger import OUTSIDE_KEYS, ledger, outside_mandate
from tests.reference.reading import Reading
from tests.reference.store_facts import store_facts, write_facts

Key = tuple[Any, ...]
Rows = dict[Key, dict[str, Any]]
COUNTS = ("lines", "lines_on_track", "lines_without_evidence")
RATES = ("gross_rate", "adjusted_rate", "frequency_rate")


@contextmanager
def stored(facts: Facts, choices: Choices | None = None) -> Iterator[Store]:
    """A store with the facts and policies in it."""
    store = open_store(None)
    try:
        store_facts(store, facts, choices)
        yield store
    finally:
        store.close()


@cache
def _empty() -> Store:
    return open_store(None)


atexit.register(_empty.cache_clear)  # DuckDB complains on standard error about what outlives it


@contextmanager
def written(facts: Facts, choices: Choices | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor that alone sees the facts and policies, as long as the block lasts: quicker than a store of one's own."""
    with _empty().transaction(keep=False) as cur:
        write_facts(cur, facts, choices)
        yield cur


def ask_ledger(cur: duckdb.DuckDBPyConnection, keys: tuple[str, ...], as_of: date, from_day: date | None = None,
               to_day: date | None = None, *, known: int | None = None, extended: bool = False) -> Rows:  # fmt: skip
    """The ledger's rows by key; empty cells are None."""
    frame = figures.by(cur, EVERYTHING, as_of, keys=keys, from_day=from_day, to_day=to_day, known=known,
                       extended=extended)  # fmt: skip
    return rows_of(frame, keys)


def rows_of(frame: pd.DataFrame, keys: tuple[str, ...]) -> Rows:
    """The rows of an answer by key; empty cells are None."""
    rows: Rows = {}
    for record in frame.to_dict("records"):
        row = {str(name): plain(value) for name, value in record.items()}
        rows[tuple(row.pop(key) for key in keys)] = row
    return rows


def plain(value: Any) -> Any:
    """A cell as a plain value: None where empty, a date without a time."""
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def ask_reference(reading: Reading, keys: tuple[str, ...]) -> Rows:
    """The plain reading's rows, minutes outside any mandate among them where the keys allow it."""
    rows: Rows = {key: dict(row) for key, row in ledger(reading, keys).items()}
    if set(keys) <= set(OUTSIDE_KEYS) and not reading.extended:
        for key, minutes in outside_mandate(reading, keys).items():
            rows.setdefault(key, {})["outside_mandate_minutes"] = minutes
    return rows


def columns_to_compare(keys: tuple[str, ...], rows: Rows) -> list[str]:
    """The columns that the plain reading has, outside_mandate_minutes only where the keys allow it."""
    names = {name for row in rows.values() for name in row}
    if set(keys) <= set(OUTSIDE_KEYS):
        names.add("outside_mandate_minutes")
    return sorted(names)


def differences(expected: Rows, found: Rows, keys: tuple[str, ...]) -> list[str]:
    """Where two answers differ by more than 1e-6; a missing row has no minutes, no lines and no rates."""
    told = []
    for key in sorted(expected.keys() | found.keys(), key=repr):
        for name in columns_to_compare(keys, expected):
            empty = None if name in RATES else 0
            ours, theirs = expected.get(key, {}).get(name, empty), found.get(key, {}).get(name, empty)
            if not same(ours, theirs):
                told.append(f"{key} {name}: rules {show(ours)}, ledger {show(theirs)}")
    return told


def same(ours: Any, theirs: Any) -> bool:
    """Whether two values agree to 1e-6; nothing equals nothing only."""
    if ours is None or theirs is None:
        return ours is None and theirs is None
    return abs(float(ours) - float(theirs)) <= 1e-6


def show(value: Any) -> str:
    """A value as a number."""
    return "n/a" if value is None else f"{float(value):.6f}"
