"""SQL in files, one question each, composed into one statement.

A file's header is comments: its question, grain, parameters and columns; ``-- uses: a/b, c/d`` names the steps that it
reads, each a file of its own, which it calls by their last name (``from d``). ``-- materialized`` computes a step once.
"""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

FOLDER = Path(__file__).with_name("sql")
_USES = re.compile(r"^--\s*uses:\s*(.+)$", re.MULTILINE)
_TABLE = re.compile(r"\b(from|join)\s+([a-z_]+)\b(?!\s*\()(\s+as\b)?")
_PARAMETER = re.compile(r"\$([a-z_][a-z_0-9]*)")


@cache
def text(name: str) -> str:
    """The text of one SQL file, such as ``ledger/by_key``; KeyError where there is none."""
    path = FOLDER / f"{name}.sql"
    if not path.is_file():
        raise KeyError(f"no SQL file {name}")
    return path.read_text(encoding="utf-8").strip().rstrip(";")


@cache
def uses(name: str) -> tuple[str, ...]:
    """The steps that a file names in its ``-- uses:`` lines, in order."""
    return tuple(step.strip() for line in _USES.findall(text(name)) for step in line.split(",") if step.strip())


@cache
def steps(name: str) -> tuple[str, ...]:
    """Every step that a file needs, each after those that it needs itself."""
    ordered: dict[str, None] = {}
    for step in uses(name):
        for needed in (*steps(step), step):
            ordered.setdefault(needed)
    return tuple(ordered)


@cache
def own_parameters(name: str) -> frozenset[str]:
    """The names of the parameters in one file, without its steps."""
    return frozenset(_PARAMETER.findall(re.sub(r"--.*", "", text(name))))


@cache
def parameters(name: str) -> frozenset[str]:
    """The names of the parameters that a file and all its steps need."""
    return frozenset().union(*(own_parameters(part) for part in (*steps(name), name)))


@cache
def is_kept(step: str) -> bool:
    """Whether a step is worked out once for a unit of work: its header says ``-- materialized``."""
    return bool(re.search(r"^--\s*materialized\s*$", text(step), re.MULTILINE))


@cache
def _with_steps(name: str) -> str:
    """The file with its steps that aren't kept as common table expressions; kept ones are {tables} to be named."""
    inlined = [step for step in steps(name) if not is_kept(step) and _needed_inline(name, step)]
    parts = [f"{_last(step)} as (\n{text(step)}\n)" for step in inlined]
    return f"with {', '.join(parts)}\n{text(name)}" if parts else text(name)


@cache
def _needed_inline(name: str, step: str) -> bool:
    """Whether a file reads a step by itself or through steps that aren't kept."""
    return step in uses(name) or any(not is_kept(other) and _needed_inline(other, step) for other in uses(name))


def _last(step: str) -> str:
    return step.rsplit("/", 1)[-1]


@cache
def compose(name: str) -> str:
    """One statement: the file with all its steps as common table expressions, for reading and for other engines."""
    parts = [f"{_last(step)} as {'materialized ' if is_kept(step) else ''}(\n{text(step)}\n)" for step in steps(name)]
    return f"with {', '.join(parts)}\n{text(name)}" if parts else text(name)


def rows(cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The rows of a query; of ``values`` only those that it needs are bound. KeyError names a missing one."""
    return _run(cursor, name, values).fetchall()


def frame(cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any]) -> pd.DataFrame:
    """The rows of a query as a frame, with the types that the SQL declares."""
    return _run(cursor, name, values).df()


def _run(cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any]) -> duckdb.DuckDBPyConnection:
    """Kept steps become temporary tables of the cursor, since one statement of forty steps takes longer to plan than
    to run; what they hold is the same for the same values as long as the unit of work lasts."""
    missing = parameters(name) - values.keys()
    if missing:
        raise KeyError(", ".join(sorted(missing)))
    names: dict[str, str] = {}
    made = _made(cursor) if any(is_kept(step) for step in steps(name)) else set()
    for step in steps(name):
        if is_kept(step):
            names[_last(step)] = _keep(cursor, step, values, names, made)
    return cursor.execute(_named(_with_steps(name), names), _bound(_with_steps(name), values))


def _made(cursor: duckdb.DuckDBPyConnection) -> set[str]:
    """The temporary tables that this cursor has."""
    return {
        str(name) for (name,) in cursor.execute("select table_name from duckdb_tables() where temporary").fetchall()
    }


def _keep(
    cursor: duckdb.DuckDBPyConnection, step: str, values: Mapping[str, Any], names: Mapping[str, str], made: set[str]
) -> str:
    """The temporary table of a step for these values, made where this cursor doesn't have it yet."""
    told = sorted((key, str(values[key])) for key in parameters(step))
    table = f"kept_{_last(step)}_{hashlib.sha256(repr((_composed_hash(step), told)).encode()).hexdigest()[:12]}"
    if table not in made:
        query = _with_steps(step)
        cursor.execute(f"create temp table {table} as {_named(query, names)}", _bound(query, values))
        made.add(table)
    return table


@cache
def _composed_hash(step: str) -> str:
    return hashlib.sha256(compose(step).encode()).hexdigest()


def _bound(query: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: values[key] for key in _PARAMETER.findall(re.sub(r"--.*", "", query))}


def _named(query: str, names: Mapping[str, str]) -> str:
    """The query with kept steps read from their tables, under their own names."""

    def told(found: re.Match[str]) -> str:
        table = names.get(found[2], found[2])
        alias = found[3] or (f" as {found[2]}" if found[2] in names else "")
        return f"{found[1]} {table}{alias}"

    return _TABLE.sub(told, re.sub(r"--.*", "", query))
