"""Small tables with mappings made by hand, staged and read back."""

import atexit
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import duckdb
import pyarrow as pa

from data.ingest.model import Answers, Column, Context, Mapping, Options, Staged, Table
from data.ingest.staging import stage
from data.store.cursor import quick

LOADED = date(2025, 12, 1)


class Result:
    """What came out of a staging: ``rows`` as dicts in order, ``problems`` as (row, column, code, severity)."""

    def __init__(self, cur: duckdb.DuckDBPyConnection, staged: Staged) -> None:
        self.staged = staged
        self.rows = _dicts(
            cur, f"select * from {staged.rows_table} join {staged.cells_view} using (record_no) order by record_no"
        )
        told = f'select * from {staged.problems_table} order by record_no, "column", code'
        self.told = _dicts(cur, told) if staged.has_problems else []

    @property
    def problems(self) -> list[tuple[int, str, str, str]]:
        return [(one["record_no"], one["column"], one["code"], one["severity"]) for one in self.told]

    @property
    def questions(self) -> list[tuple[str, str, int]]:
        return [(one.kind, one.value, one.rows) for one in self.staged.questions]

    def column(self, *names: str) -> list[Any]:
        """A column's values, or tuples of several columns'."""
        return [row[names[0]] if len(names) == 1 else tuple(row[name] for name in names) for row in self.rows]


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """A cursor's temporary tables are its own, so that one database is enough."""
    return duckdb.connect()


atexit.register(_database.cache_clear)  # DuckDB complains on standard error about what outlives it


def _dicts(cur: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    found = cur.execute(query)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def staged(
    dataset: str,
    text: str,
    fields: dict[str, str | None] | None = None,
    *,
    says: dict[str, tuple[tuple[str, str], ...]] | None = None,
    codes: dict[str, str] | None = None,
    answers: Answers | None = None,
    sheet: str = "Sheet1",
    file_name: str = "file.csv",
    melted: tuple[str, str] | None = None,
    evidence: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    is_bare: bool = False,
) -> Result:
    """Stage a table written as lines of cells parted by ``|``; the first line has the headings.

    ``fields``: heading -> field where the heading isn't the field's own name (None: unmapped).
    """
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    headings, rows = tuple(lines[0]), lines[1:]
    body = pa.table(
        {f"c{place}": pa.array([row[place] or None for row in rows], pa.string()) for place in range(len(headings))}
    )
    columns = tuple(
        Column(one, (fields or {}).get(one, one), 1.0, "by hand", (says or {}).get(one, ())) for one in headings
    )
    table = Table(sheet, headings, body, pa.array(range(2, len(rows) + 2), pa.int32()), 1, melted=melted, notes=notes)
    context = Context(file_name, LOADED, Options(codes=codes or {}), answers or Answers(), evidence, is_bare=is_bare)
    with closing(quick(_database().cursor())) as cur:
        return Result(cur, stage(cur, table, replace(Mapping(dataset, 1.0, columns, "shape-1")), context))
