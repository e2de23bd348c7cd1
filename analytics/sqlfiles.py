"""SQL in files, one question each, composed into one statement.

A file's header is comments: its question, grain, parameters and columns; ``-- uses: a/b, c/d`` names the steps that it
reads, each a file of its own, which it calls by their last name (``from d``). ``-- materialized`` computes a step once.

``swaps`` answers the same question from other steps: ``(("a/b", "x/y"),)`` puts the text of x/y where a/b is read.

``-- by line`` says of a kept step that its rows of a line are the same whatever other lines are chosen: where the cursor
has it for all lines, a choice of lines reads those rows instead of making its own.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import count
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import duckdb
import pandas as pd

Swaps = tuple[tuple[str, str], ...]
FOLDER = Path(__file__).with_name("sql")
_USES = re.compile(r"^--\s*uses:\s*(.+)$", re.MULTILINE)
_TABLE = re.compile(r"\b(from|join)\s+([a-z_]+)\b(?!\s*\()(\s+as\b)?")
Key = tuple[str, tuple[tuple[str, str], ...]]
"""A step as it is composed, and the values that it is asked with."""
_tables: WeakKeyDictionary[duckdb.DuckDBPyConnection, dict[Key, str]] = WeakKeyDictionary()
_PARAMETER = re.compile(r"\$([a-z_][a-z_0-9]*)")
CHOSEN = "base/chosen_lines"
WHOLE = {"services": "", "schools": "", "providers": "", "students": ""}
"""The values of the parameters that choose lines where nothing is chosen."""


@cache
def text(name: str) -> str:
    """The text of one SQL file, such as ``ledger/by_key``; KeyError where there is none."""
    path = FOLDER / f"{name}.sql"
    if not path.is_file():
        raise KeyError(f"no SQL file {name}")
    return path.read_text(encoding="utf-8").strip().rstrip(";")


@cache
def _own_text(name: str, swaps: Swaps) -> str:
    return text(dict(swaps).get(name, name))


@cache
def uses(name: str, swaps: Swaps = ()) -> tuple[str, ...]:
    """The steps that a file names in its ``-- uses:`` lines, in order."""
    named = _USES.findall(_own_text(name, swaps))
    return tuple(step.strip() for line in named for step in line.split(",") if step.strip())


@cache
def steps(name: str, swaps: Swaps = ()) -> tuple[str, ...]:
    """Every step that a file needs, each after those that it needs itself."""
    ordered: dict[str, None] = {}
    for step in uses(name, swaps):
        for needed in (*steps(step, swaps), step):
            ordered.setdefault(needed)
    return tuple(ordered)


@cache
def own_parameters(name: str, swaps: Swaps = ()) -> frozenset[str]:
    """The names of the parameters in one file, without its steps."""
    return frozenset(_PARAMETER.findall(re.sub(r"--.*", "", _own_text(name, swaps))))


@cache
def parameters(name: str, swaps: Swaps = ()) -> frozenset[str]:
    """The names of the parameters that a file and all its steps need."""
    return frozenset().union(*(own_parameters(part, swaps) for part in (*steps(name, swaps), name)))


@cache
def is_kept(step: str, swaps: Swaps = ()) -> bool:
    """Whether a step is worked out once for a unit of work: its header says ``-- materialized``."""
    return _is_marked("materialized", step, swaps)


@cache
def is_by_line(step: str, swaps: Swaps = ()) -> bool:
    """Whether a kept step's rows of a line hang on no other line: its header says ``-- by line``."""
    return _is_marked("by line", step, swaps)


def _is_marked(mark: str, step: str, swaps: Swaps) -> bool:
    return bool(re.search(rf"^--\s*{mark}\s*$", _own_text(step, swaps), re.MULTILINE))


@cache
def _with_steps(name: str, swaps: Swaps) -> str:
    """The file with its steps that aren't kept as common table expressions; kept ones are {tables} to be named."""
    inlined = [step for step in steps(name, swaps) if not is_kept(step, swaps) and _needed_inline(name, step, swaps)]
    return _in_front(name, [(step, "") for step in inlined], swaps)


@cache
def _needed_inline(name: str, step: str, swaps: Swaps) -> bool:
    """Whether a file reads a step by itself or through steps that aren't kept."""
    named = uses(name, swaps)
    return step in named or any(not is_kept(x, swaps) and _needed_inline(x, step, swaps) for x in named)


def _in_front(name: str, told: list[tuple[str, str]], swaps: Swaps) -> str:
    parts = [f"{_last(step)} as {how}(\n{_own_text(step, swaps)}\n)" for step, how in told]
    own = _own_text(name, swaps)
    return f"with {', '.join(parts)}\n{own}" if parts else own


def _last(step: str) -> str:
    return step.rsplit("/", 1)[-1]


@cache
def compose(name: str, swaps: Swaps = ()) -> str:
    """One statement: the file with all its steps as common table expressions, for reading and for other engines."""
    kept = [(step, "materialized " if is_kept(step, swaps) else "") for step in steps(name, swaps)]
    return _in_front(name, kept, swaps)


def rows(
    cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any], swaps: Swaps = ()
) -> list[tuple[Any, ...]]:
    """The rows of a query; of ``values`` only those that it needs are bound. KeyError names a missing one."""
    return _run(cursor, name, values, swaps).fetchall()


def frame(cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any]) -> pd.DataFrame:
    """The rows of a query as a frame, with the types that the SQL declares."""
    return _run(cursor, name, values).df()


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
    query = _asked(name, swaps, tuple(tables.items()), columns)
    return cursor.execute(query, {key: values[key] for key in _parameters_of(query)}).df()


def put_swapped(
    cursor: duckdb.DuckDBPyConnection, table: str, name: str, values: Mapping[str, Any], swaps: Swaps
) -> None:
    """Make the rows that ``swapped_frame`` gives a temporary table of the cursor."""
    query = f"create or replace temp table {table} as {_asked(name, swaps, (), ())}"
    cursor.execute(query, {key: values[key] for key in _parameters_of(query)})


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
    query = f"insert into {table} by name {_asked(name, swaps, tuple(tables.items()), columns)}"
    cursor.execute(query, {key: values[key] for key in _parameters_of(query)})


@lru_cache(maxsize=200)
def _asked(name: str, swaps: Swaps, tables: tuple[tuple[str, str], ...], columns: tuple[str, ...]) -> str:
    query = _named(_whole(name, swaps), dict(tables))
    return f"select {', '.join(columns)} from ({query}) as answer" if columns else query


@lru_cache(maxsize=200)
def _parameters_of(query: str) -> frozenset[str]:
    return frozenset(_PARAMETER.findall(query))


def keep(cursor: duckdb.DuckDBPyConnection, step: str, values: Mapping[str, Any], swaps: Swaps) -> str:
    """The temporary table that holds a kept step for these values, or what to read its rows from."""
    _check_bound(step, values, swaps)
    return _keep(cursor, step, values, _made(cursor), swaps)


@cache
def _whole(name: str, swaps: Swaps) -> str:
    """``compose`` without comments; a step that only one other reads is worked out where that is."""
    read = Counter(step for reader in (*steps(name, swaps), name) for step in set(uses(reader, swaps)))
    told = [(step, "materialized " if is_kept(step, swaps) and read[step] > 1 else "") for step in steps(name, swaps)]
    return re.sub(r"--.*", "", _in_front(name, told, swaps))


def store(
    cursor: duckdb.DuckDBPyConnection,
    table: str,
    name: str,
    values: Mapping[str, Any],
    swaps: Swaps = (),
    *,
    add: bool = False,
) -> None:
    """Make ``table`` anew of the rows of a query, or add them to it; its kept steps stay with the cursor."""
    names = _kept_of(cursor, name, values, swaps)
    query = _with_steps(name, swaps)
    into = f"insert into {table}" if add else f"create or replace table {table} as"
    cursor.execute(f"{into} {_named(query, names)}", _bound(query, values))


def let_go(
    cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any], swaps: Swaps, parameter: str
) -> None:
    """Drop what the cursor keeps of a query's steps that hang on a parameter whose value won't come again."""
    made = _made(cursor)
    for step in steps(name, swaps):
        hangs = is_kept(step, swaps) and parameter in parameters(step, swaps)
        if hangs and (table := made.pop(_key(step, values, swaps), None)):
            cursor.execute(f"drop table {table}")


def _run(
    cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any], swaps: Swaps = ()
) -> duckdb.DuckDBPyConnection:
    names = _kept_of(cursor, name, values, swaps)
    query = _with_steps(name, swaps)
    return cursor.execute(_named(query, names), _bound(query, values))


def _check_bound(name: str, values: Mapping[str, Any], swaps: Swaps) -> None:
    missing = parameters(name, swaps) - values.keys()
    if missing:
        raise KeyError(", ".join(sorted(missing)))


def _kept_of(cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any], swaps: Swaps) -> dict[str, str]:
    """Kept steps become temporary tables of the cursor, since one statement of forty steps takes longer to plan than
    to run; what they hold is the same for the same values as long as the unit of work lasts."""
    _check_bound(name, values, swaps)
    kept = _kept_directly(name, swaps)
    return _names(cursor, kept, values, _made(cursor), swaps) if kept else {}


def _names(
    cursor: duckdb.DuckDBPyConnection,
    kept: tuple[str, ...],
    values: Mapping[str, Any],
    made: dict[Key, str],
    swaps: Swaps,
) -> dict[str, str]:
    return {_last(step): _keep(cursor, step, values, made, swaps) for step in kept}


@cache
def _kept_directly(name: str, swaps: Swaps) -> tuple[str, ...]:
    """The kept steps that a file reads itself or through steps that aren't kept."""
    return tuple(step for step in steps(name, swaps) if is_kept(step, swaps) and _needed_inline(name, step, swaps))


def _made(cursor: duckdb.DuckDBPyConnection) -> dict[Key, str]:
    """The tables of kept steps that this cursor has; asking the database for them takes longer than most steps."""
    return _tables.setdefault(cursor, {})


def _keep(
    cursor: duckdb.DuckDBPyConnection, step: str, values: Mapping[str, Any], made: dict[Key, str], swaps: Swaps
) -> str:
    """The temporary table of a step for these values, made where this cursor doesn't have it yet; of a choice of lines
    their rows of the table of all lines, where it has that."""
    key = _key(step, values, swaps)
    if key in made:
        return made[key]
    if is_by_line(step, swaps) and (whole := made.get(_key(step, {**values, **WHOLE}, swaps))):
        chosen = _keep(cursor, CHOSEN, values, made, swaps)
        return f"(select w.* from {whole} as w where w.line_no in (select c.line_no from {chosen} as c))"
    query = _with_steps(step, swaps)
    names = _names(cursor, _kept_directly(step, swaps), values, made, swaps)
    table = _free(made, step)
    cursor.execute(f"create temp table {table} as {_named(query, names)}", _bound(query, values))
    made[key] = table
    return table


def _free(made: dict[Key, str], step: str) -> str:
    """The first name that no table of a cursor has: the same on every cursor that is asked the same things, of whatever
    day, so that the texts of its statements are known already."""
    names = (f"kept_{_last(step)}_{number}" for number in count(1))
    return next(name for name in names if name not in made.values())


def _key(step: str, values: Mapping[str, Any], swaps: Swaps) -> Key:
    """What the rows of a step hang on."""
    return _composed_hash(step, swaps), tuple((name, str(values[name])) for name in _in_order(step, swaps))


@cache
def _in_order(step: str, swaps: Swaps) -> tuple[str, ...]:
    return tuple(sorted(parameters(step, swaps)))


@cache
def _composed_hash(step: str, swaps: Swaps) -> str:
    return hashlib.sha256(compose(step, swaps).encode()).hexdigest()


def _bound(query: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: values[key] for key in _parameters_of(_bare(query))}


@cache
def _bare(query: str) -> str:
    """The query without comments."""
    return re.sub(r"--.*", "", query)


def _named(query: str, names: Mapping[str, str]) -> str:
    """The query with kept steps read from their tables, under their own names."""
    return _read_from(query, tuple(names.items()))


@lru_cache(maxsize=1000)
def _read_from(query: str, tables: tuple[tuple[str, str], ...]) -> str:
    names = dict(tables)

    def told(found: re.Match[str]) -> str:
        table = names.get(found[2], found[2])
        alias = found[3] or (f" as {found[2]}" if found[2] in names else "")
        return f"{found[1]} {table}{alias}"

    return _TABLE.sub(told, _bare(query))
