"""What a typed row must still pass: no formula in a name or an id, no session after the day of loading.

``verdicts``: sheet_no, record_no, source_row, column_name, code, value, message, outcome (rejected, waiting).
"""

from dataclasses import dataclass
from datetime import date

import duckdb

from data.contracts import DATASETS
from data.ingest import asserted
from data.ingest.model import Staged

_NAMES = (
    "last_name", "first_name", "provider_name", "school_name", "student_last_name", "student_first_name",
    "provider_name_text", "assistant_name_text", "otr_name_text", "school", "home_school", "student_school",
)  # fmt: skip
FORMULA = (
    "case when {column} >= '0' and {column} < '=' or {column} >= 'A' and {column} < '{{' then false "
    "else left(ltrim({column}), 1) in ('=', '+', '-', '@') or left({column}, 1) in (chr(9), chr(10), chr(13)) end"
)
"""Texts that begin with a digit or a letter are told quickly, and nearly all do."""


def start(cur: duckdb.DuckDBPyConnection) -> None:
    """Make the table, empty."""
    cur.execute(
        "create or replace temp table verdicts (sheet_no integer, record_no bigint, source_row integer, "
        "column_name varchar, code varchar, value varchar, message varchar, outcome varchar)"
    )


@dataclass(frozen=True)
class _Check:
    """What a column must not hold: ``where`` is SQL over the typed rows."""

    column: str
    code: str
    where: str
    message: str
    outcome: str


def judge(cur: duckdb.DuckDBPyConnection, staged: Staged, sheet: int, load_date: date) -> None:
    """Add the verdicts on the fit rows of one staged table."""
    given = asserted.has(cur, staged.rows_table)
    ids = [field.db_column for field in DATASETS[staged.dataset].fields if field.type == "id"]
    checks = [_formula(column) for column in dict.fromkeys((*ids, *_NAMES)) if given.get(column) == "VARCHAR"]
    checks += [_after(load_date)] if staged.dataset == "sessions" else []
    hits = ", ".join(f"coalesce(bool_or({check.where}), false)" for check in checks)
    found = cur.execute(f"select {hits or 'null'} from {staged.rows_table} where outcome = 'ok'").fetchone() or ()
    for check, hit in zip(checks, found, strict=False):
        if hit:
            _add(cur, staged, sheet, check)


def _formula(column: str) -> _Check:
    message = "begins as a formula does (= + - @); take the sign off"
    return _Check(column, "formula", FORMULA.format(column=column), message, "rejected")


def _after(load_date: date) -> _Check:
    message = "is after the day of loading; mend the date, or load the file later"
    return _Check("session_date", "after_load_date", f"session_date > date '{load_date}'", message, "waiting")


def _add(cur: duckdb.DuckDBPyConnection, staged: Staged, sheet: int, check: _Check) -> None:
    field = next((one.name for one in DATASETS[staged.dataset].fields if one.db_column == check.column), check.column)
    heading = next((str(one["heading"]) for one in staged.columns if one["field"] == field), check.column)
    cur.execute(
        f"insert into verdicts select {sheet}, record_no, source_row, $column, $code, cast({check.column} as varchar), "
        f"$message, $outcome from {staged.rows_table} where outcome = 'ok' and ({check.where})",
        {"column": heading, "code": check.code, "message": check.message, "outcome": check.outcome},
    )
