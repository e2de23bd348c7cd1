"""The same tables in DuckDB and in PostgreSQL, and the same statements of both, with their answers compared."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import count
from typing import Any

import duckdb
import psycopg

from analytics import sqlfiles, statements
from analytics.statements import Swaps

TYPES = {"DOUBLE": "double precision", "HUGEINT": "numeric"}
"""The types of DuckDB that PostgreSQL calls otherwise; HUGEINT is what a sum of whole numbers has."""
NEAR = 1e-6
_SHOWN = 5
Row = tuple[Any, ...]


class Both:
    """A cursor of DuckDB and a connection to PostgreSQL that hold the same."""

    def __init__(self, duck: duckdb.DuckDBPyConnection, server: psycopg.Connection) -> None:
        self.duck, self.server = duck, server
        self.asked: set[str] = set()
        """The files of SQL that both were asked."""
        self.told: set[str] = set()
        """Those of them that gave rows."""
        self._made: dict[sqlfiles.Key, str] = {}
        self._numbers = count()

    def copy(self) -> None:
        """Put DuckDB's stored tables and views into PostgreSQL."""
        for (table,) in self.duck.execute("select table_name from duckdb_tables() where not temporary").fetchall():
            self.copy_table(table)
        for (view,) in self.duck.execute("select sql from duckdb_views() where not internal").fetchall():
            self.server.execute(view)
        self.server.execute("analyze")

    def copy_table(self, table: str) -> None:
        """Put one table of DuckDB's into PostgreSQL."""
        told = self.duck.execute(
            "select column_name, data_type from duckdb_columns() where table_name = $1 order by column_index", [table]
        ).fetchall()
        columns = ", ".join(f"{name} {TYPES.get(kind, kind)}" for name, kind in told)
        self.server.execute(f"create table {table} ({columns})")
        with self.server.cursor().copy(f"copy {table} from stdin") as into:
            for row in self.duck.execute(f"select * from {table}").fetchall():
                into.write_row(row)

    def step(self, name: str, values: Mapping[str, Any], swaps: Swaps = (), table: str = "") -> str:
        """Make a step a table of both (``table``, where it must have a name), after those that it reads; once."""
        key = sqlfiles._key(name, values, swaps)
        if table or key not in self._made:
            needed = {statements.last_name(one): self.step(one, values, swaps) for one in statements.uses(name, swaps)}
            made = table or f"step_{next(self._numbers)}"
            rows = self.make(made, statements.read_from(statements._own_text(name, swaps), needed), values)
            self._made[key] = made
            own = dict(swaps).get(name, name)
            self.asked.add(own)
            self.told |= {own} if rows else set()
        return self._made[key]

    def make(self, table: str, query: str, values: Mapping[str, Any]) -> int:
        """Make the answer of a statement a table of both, and hold that they are the same; how many rows."""
        bound = {name: values[name] for name in statements.parameters_of(query)}
        self.duck.execute(f"create temp table {table} as {query}", bound)
        self.server.execute(f"create unlogged table {table} as {_with_percents(query)}", bound)
        self.server.execute(f"analyze {table}")
        return self._compare(f"select * from {table}")

    def _compare(self, query: str) -> int:
        ours = self.duck.execute(query)
        names, rows = [told[0] for told in ours.description or []], ours.fetchall()
        theirs = self.server.execute(query)
        assert [told.name for told in theirs.description or []] == names
        differences = list(_differences(names, rows, theirs.fetchall()))
        assert not differences, "; ".join(differences[:_SHOWN])
        return len(rows)

    def plan(self, name: str, values: Mapping[str, Any]) -> None:
        """Have PostgreSQL plan a question as the one statement that it is composed to."""
        query = f"explain {statements.bare(statements.compose(name))}"
        self.server.execute(_with_percents(query), {one: values[one] for one in statements.parameters_of(query)})

    def let_go(self, table: str) -> None:
        """Drop a table that was made with a name."""
        for one in (self.duck, self.server):
            one.execute(f"drop table {table}")
        self._made = {key: made for key, made in self._made.items() if made != table}


def _with_percents(query: str) -> str:
    """The statement with its parameters as psycopg has them."""
    return re.sub(r"\$([a-z_][a-z_0-9]*)", r"%(\1)s", query.replace("%", "%%"))


def _differences(names: list[str], ours: list[Row], theirs: list[Row]) -> Iterator[str]:
    if len(ours) != len(theirs):
        yield f"{len(ours)} rows in DuckDB, {len(theirs)} in PostgreSQL"
    for mine, yours in zip(_sorted(ours), _sorted(theirs), strict=False):
        for name, one, other in zip(names, mine, yours, strict=True):
            if not _same(one, other):
                yield f"{name}: {one!r} in DuckDB, {other!r} in PostgreSQL"


def _sorted(rows: list[Row]) -> list[Row]:
    """Rows in an order that doesn't hang on the last digits of a number."""
    plain = [tuple(_plain(cell) for cell in row) for row in rows]
    return sorted(plain, key=lambda row: [f"{cell:.3f}" if isinstance(cell, float) else repr(cell) for cell in row])


def _plain(cell: Any) -> Any:
    is_number = isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)
    return float(cell) + 0.0 if is_number else cell


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= NEAR * max(1.0, abs(one))
    return bool(one == other)
