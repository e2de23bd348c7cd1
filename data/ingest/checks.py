"""What a typed row must still pass: no formula in a name or an id, no session after the day of loading.

``verdicts``: sheet_no, record_no, source_row, column_name, code, value, message, outcome (rejected, waiting).
"""

from datetime import date

import duckdb

from data.contracts import DATASETS
from data.ingest import asserted
from data.ingest.model import Staged

_NAMES = (
    "last_name", "first_name", "provider_name", "school_name", "student_last_name", "student_first_name",
    "provider_name_text", "school", "home_school", "student_school",
)  # fmt: skip
_FORMULA = "left(ltrim({column}), 1) in ('=', '+', '-', '@') or {column} similar to '[\\t\\r\\n].*'"


def start(cur: duckdb.DuckDBPyConnection) -> None:
    """Make the table, empty."""
    cur.execute(
        "create or replace temp table verdicts (sheet_no integer, record_no bigint, source_row integer, "
        "column_name varchar, code varchar, value varchar, message varchar, outcome varchar)"
    )


def judge(cur: duckdb.DuckDBPyConnection, staged: Staged, sheet: int, load_date: date) -> None:
    """Add the verdicts on the fit rows of one staged table."""
    given = asserted.has(cur, staged.rows_table)
    ids = [field.db_column for field in DATASETS[staged.dataset].fields if field.type == "id"]
    for column in [name for name in dict.fromkeys((*ids, *_NAMES)) if given.get(name) == "VARCHAR"]:
        _add(
            cur, staged, sheet, column, "formula", f"cast({column} as varchar)", _FORMULA.format(column=column),
            "begins as a formula does (= + - @); take the sign off", "rejected",
        )  # fmt: skip
    if staged.dataset == "sessions":
        _add(
            cur, staged, sheet, "session_date", "after_load_date", "cast(session_date as varchar)",
            f"session_date > date '{load_date}'", "is after the day of loading; mend the date, or load the file later",
            "waiting",
        )  # fmt: skip


def _add(
    cur: duckdb.DuckDBPyConnection,
    staged: Staged,
    sheet: int,
    column: str,
    code: str,
    value: str,
    where: str,
    message: str,
    outcome: str,
) -> None:
    field = next((one.name for one in DATASETS[staged.dataset].fields if one.db_column == column), column)
    heading = next((str(one["heading"]) for one in staged.columns if one["field"] == field), column)
    cur.execute(
        f"insert into verdicts select {sheet}, record_no, source_row, $column, $code, {value}, $message, $outcome "
        f"from {staged.rows_table} where outcome = 'ok' and ({where})",
        {"column": heading, "code": code, "message": message, "outcome": outcome},
    )
