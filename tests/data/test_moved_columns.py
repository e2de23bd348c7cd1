"""Position decides nothing: columns in the opposite order, or beside one more that says nothing of ours, are read the same."""

import csv
import io
from dataclasses import replace

import pytest

from data.ingest.readers.text import delimiter
from data.store import Store
from tests.ingest_score import score
from tests.shapes import SHAPES, Shape
from tests.shapes.shape import text

FEWEST = 3
SIGNED = {"sessions", "service_lines"}


def _rows(shape: Shape) -> list[list[str]]:
    """The rows of a csv whose first one names every column, once each, and whose others are records that fill the first
    one: no totals, blocks or keys; else none."""
    if not shape.file.endswith(".csv") or shape.refused:
        return []
    try:
        rows = [row for row in csv.reader(io.StringIO(shape.data.decode("utf-8-sig"))) if any(map(str.strip, row))]
    except UnicodeDecodeError:
        return []
    width = len(rows[0])
    names_each = all(map(str.strip, rows[0])) and len(set(rows[0])) == width and max(map(len, rows)) == width
    rows = [row + [""] * (width - len(row)) for row in rows]
    return rows if names_each and all(map(_is_record, rows)) else []


def _is_record(row: list[str]) -> bool:
    return bool(row[0]) and sum(map(bool, row)) >= FEWEST and "=" not in "".join(row)


EVERY = 4
"""Of so many shapes one is turned about: all of them take minutes."""
ALL = [(shape, rows) for shape in SHAPES if len(rows := _rows(shape)) > FEWEST]
PLAIN = {shape.name: (shape, rows) for shape, rows in ALL[::EVERY]}


def _same(shape: Shape, rows: list[list[str]], store: Store) -> None:
    before = score(shape, store)
    after = score(replace(shape, data=text(rows), held={}), store)
    assert (after.wrong, after.asked, after.silent) <= (before.wrong, before.asked, before.silent), after.faults


@pytest.mark.slow
@pytest.mark.parametrize("name", PLAIN)
def test_the_order_of_columns_decides_nothing(name: str, store: Store) -> None:
    shape, rows = PLAIN[name]
    _same(shape, [row[::-1] for row in rows], store)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, (shape, _) in PLAIN.items() if shape.truth.keys() & SIGNED])
def test_a_column_of_signatures_decides_nothing(name: str, store: Store) -> None:
    shape, rows = PLAIN[name]
    _same(shape, [[*rows[0], "Signed"], *([*row, "Y"] for row in rows[1:])], store)


@pytest.mark.slow
@pytest.mark.parametrize(
    "shape", [one for one in SHAPES if one.file.endswith(".csv")][::EVERY], ids=lambda one: one.name
)
def test_an_empty_first_column_decides_nothing(shape: Shape, store: Store) -> None:
    try:
        body = shape.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    rows = list(csv.reader(io.StringIO(body), delimiter=delimiter(body)))
    if not shape.refused and max(map(len, rows)) > 1:
        _same(shape, [["", *row] for row in rows], store)
