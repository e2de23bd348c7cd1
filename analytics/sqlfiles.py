"""SQL in files, one question each, composed into one statement.

A file's header is comments: its question, grain, parameters and columns; ``-- uses: a/b, c/d`` names the steps that it
reads, each a file of its own, which it calls by their last name (``from d``). ``-- materialized`` computes a step once.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

FOLDER = Path(__file__).with_name("sql")
_USES = re.compile(r"^--\s*uses:\s*(.+)$", re.MULTILINE)
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
def compose(name: str) -> str:
    """One statement: the file with all its steps as common table expressions."""
    parts = [f"{step.rsplit('/', 1)[-1]} as {_materialized(step)}(\n{text(step)}\n)" for step in steps(name)]
    return f"with {', '.join(parts)}\n{text(name)}" if parts else text(name)


def _materialized(step: str) -> str:
    return "materialized " if re.search(r"^--\s*materialized\s*$", text(step), re.MULTILINE) else ""


@cache
def parameters(name: str) -> frozenset[str]:
    """The names of the parameters that the composed statement needs."""
    code = re.sub(r"--.*", "", compose(name))
    return frozenset(_PARAMETER.findall(code))


def rows(cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The rows of a query; of ``values`` only those that it needs are bound. KeyError names a missing one."""
    return _run(cursor, name, values).fetchall()


def frame(cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any]) -> pd.DataFrame:
    """The rows of a query as a frame, with the types that the SQL declares."""
    return _run(cursor, name, values).df()


def _run(cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any]) -> duckdb.DuckDBPyConnection:
    return cursor.execute(compose(name), {key: values[key] for key in parameters(name)})
