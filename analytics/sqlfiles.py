"""Questions in SQL files, asked on a cursor: with their parameters bound, and the steps that they share kept (statements)."""

from collections.abc import Mapping
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

import duckdb
import pandas as pd

from analytics import statements
from analytics.statements import Swaps

Key = tuple[str, tuple[tuple[str, str], ...]]
"""A step as it is composed, and the values that it is asked with."""
_tables: WeakKeyDictionary[duckdb.DuckDBPyConnection, dict[Key, str]] = WeakKeyDictionary()
KEPT = "kept_"
"""How the names of a cursor's own tables begin."""
CHOSEN = "base/chosen_lines"
WHOLE = {"services": "", "schools": "", "providers": "", "students": ""}
"""The values of the parameters that choose lines where nothing is chosen."""


def rows(
    cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any], swaps: Swaps = ()
) -> list[tuple[Any, ...]]:
    """The rows of a query; of ``values`` only those that it needs are bound. KeyError names a missing one."""
    return _run(cursor, name, values, swaps).fetchall()


def frame(cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any], swaps: Swaps = ()) -> pd.DataFrame:
    """The rows of a query as a frame, with the types that the SQL declares."""
    return _run(cursor, name, values, swaps).df()


def swapped_frame(
    cursor: duckdb.DuckDBPyConnection,
    name: str,
    values: Mapping[str, Any],
    swaps: Swaps,
    tables: Mapping[str, str],
    columns: tuple[str, ...] = (),
) -> pd.DataFrame:
    """The rows of a query with other steps, as one statement; ``tables`` stand in the place of steps by last name.

    Of ``columns`` only (all where none is named): others aren't worked out.
    """
    query = statements.whole(name, swaps, tuple(tables.items()), columns)
    return cursor.execute(query, _bound(query, values)).df()


def put_swapped(
    cursor: duckdb.DuckDBPyConnection, table: str, name: str, values: Mapping[str, Any], swaps: Swaps
) -> None:
    """Make the rows that ``swapped_frame`` gives a temporary table of the cursor."""
    query = f"create or replace temp table {table} as {statements.whole(name, swaps)}"
    cursor.execute(query, _bound(query, values))


def add_swapped(
    cursor: duckdb.DuckDBPyConnection,
    table: str,
    name: str,
    values: Mapping[str, Any],
    swaps: Swaps,
    tables: Mapping[str, str],
    columns: tuple[str, ...],
) -> None:
    """Add the rows that ``swapped_frame`` gives to a table, by the names of its columns; ``columns`` may be expressions."""
    query = f"insert into {table} by name {statements.whole(name, swaps, tuple(tables.items()), columns)}"
    cursor.execute(query, _bound(query, values))


def keep_swapped(
    cursor: duckdb.DuckDBPyConnection,
    step: str,
    values: Mapping[str, Any],
    asked: Mapping[str, Any],
    swaps: Swaps,
    tables: Mapping[str, str],
    columns: tuple[str, ...],
) -> None:
    """Keep what ``swapped_frame`` gives of a kept step, asked so, as its rows for these values."""
    made = _made(cursor)
    table, query = _free(made, step), statements.whole(step, swaps, tuple(tables.items()), columns)
    cursor.execute(f"create temp table {table} as {query}", _bound(query, asked))
    made[_key(step, values, ())] = table


def keep(cursor: duckdb.DuckDBPyConnection, step: str, values: Mapping[str, Any], swaps: Swaps) -> str:
    """The temporary table that holds a kept step for these values, or what to read its rows from."""
    _check_bound(step, values, swaps)
    return _keep(cursor, step, values, _made(cursor), swaps)


def store(
    cursor: duckdb.DuckDBPyConnection,
    table: str,
    name: str,
    values: Mapping[str, Any],
    swaps: Swaps = (),
    *,
    add: bool = False,
    is_own: bool = False,
) -> None:
    """Make ``table`` (the cursor's own, where told) anew of the rows of a query, or add them to it; its kept steps stay
    with the cursor."""
    made = f"create or replace {'temp ' if is_own else ''}table {table} as "
    _run(cursor, name, values, swaps, f"insert into {table} " if add else made)


def let_go(
    cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any], swaps: Swaps, parameter: str
) -> None:
    """Drop what the cursor keeps of a query's steps that hang on a parameter whose value won't come again."""
    made = _made(cursor)
    for step in statements.steps(name, swaps):
        hangs = statements.is_kept(step, swaps) and parameter in statements.parameters(step, swaps)
        if hangs and (table := made.pop(_key(step, values, swaps), None)):
            cursor.execute(f"drop table {table}")


def read_stored(cursor: duckdb.DuckDBPyConnection, table: str, step: str, values: Mapping[str, Any]) -> None:
    """Have the cursor read a kept step for these values from a table that holds its rows, where it has none of its own yet."""
    _made(cursor).setdefault(_key(step, values, ()), table)


def has(cursor: duckdb.DuckDBPyConnection, step: str, values: Mapping[str, Any]) -> bool:
    """Whether the cursor has the rows of a kept step for these values."""
    return _key(step, values, ()) in _made(cursor)


def start_over(cursor: duckdb.DuckDBPyConnection) -> None:
    """Drop all that the cursor keeps, and read nothing from stored tables."""
    made = _made(cursor)
    for table in made.values():
        if table.startswith(KEPT):
            cursor.execute(f"drop table {table}")
    made.clear()


def _run(
    cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any], swaps: Swaps = (), into: str = ""
) -> duckdb.DuckDBPyConnection:
    """Kept steps become temporary tables of the cursor, since one statement of forty steps takes longer to plan than
    to run; what they hold is the same for the same values as long as the unit of work lasts."""
    _check_bound(name, values, swaps)
    query = _query(cursor, name, values, _made(cursor), swaps)
    return cursor.execute(into + query, _bound(query, values))


def _check_bound(name: str, values: Mapping[str, Any], swaps: Swaps) -> None:
    missing = statements.parameters(name, swaps) - values.keys()
    if missing:
        raise KeyError(", ".join(sorted(missing)))


def _made(cursor: duckdb.DuckDBPyConnection) -> dict[Key, str]:
    """The tables of kept steps that this cursor has; asking the database for them takes longer than most steps."""
    return _tables.setdefault(cursor, {})


def _query(
    cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any], made: dict[Key, str], swaps: Swaps
) -> str:
    """A file that reads its kept steps from their tables, each made first where the cursor doesn't have it."""
    kept = statements.kept_directly(name, swaps)
    names = {statements.last_name(step): _keep(cursor, step, values, made, swaps) for step in kept}
    return statements.read_from(statements.with_steps(name, swaps), names)


def _keep(
    cursor: duckdb.DuckDBPyConnection, step: str, values: Mapping[str, Any], made: dict[Key, str], swaps: Swaps
) -> str:
    """The temporary table of a step for these values, made where this cursor doesn't have it yet; of a choice of lines
    their rows of the table of all lines, where it has that."""
    key = _key(step, values, swaps)
    if key in made:
        return made[key]
    if statements.is_by_line(step, swaps) and (whole := made.get(_key(step, {**values, **WHOLE}, swaps))):
        chosen = _keep(cursor, CHOSEN, values, made, swaps)
        return f"(select w.* from {whole} as w where w.line_no in (select c.line_no from {chosen} as c))"
    query = _query(cursor, step, values, made, swaps)
    table = _free(made, step)
    cursor.execute(f"create temp table {table} as {query}", _bound(query, values))
    made[key] = table
    return table


def _free(made: dict[Key, str], step: str) -> str:
    """The first name that no table of a cursor has: the same on every cursor that is asked the same things, of whatever
    day, so that the texts of its statements are known already."""
    names = (f"{KEPT}{statements.last_name(step)}_{number}" for number in count(1))
    return next(name for name in names if name not in made.values())


def _key(step: str, values: Mapping[str, Any], swaps: Swaps) -> Key:
    """What the rows of a step hang on."""
    asked = statements.in_order(step, swaps)
    return statements.composed_hash(step, swaps), tuple((name, str(values[name])) for name in asked)


def _bound(query: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: values[key] for key in statements.parameters_of(query)}
