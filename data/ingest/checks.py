"""What a typed row must still pass: no formula in a name or an id, no session after the day of loading, no id of several.

``verdicts``: sheet_no, record_no, source_row, column_name, code, value, message, outcome (rejected, waiting).
"""

from dataclasses import dataclass
from datetime import date

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import DATASETS
from data.ingest.folding.asserted import quoted
from data.ingest.model import Staged
from data.ingest.people import several

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
    ids = [field.db_column for field in DATASETS[staged.dataset].fields if field.type == "id"]
    checks = [_formula(column) for column in dict.fromkeys((*ids, *_NAMES)) if _may_be_formulas(staged.rows, column)]
    checks += [_after(load_date)] if staged.dataset == "sessions" and _may_be_after(staged.rows, load_date) else []
    checks += [_of_several(found)] if (found := several.ids(cur, staged)) else []
    if not checks:
        return
    hits = ", ".join(f"coalesce(bool_or({check.where}), false)" for check in checks)
    told = cur.execute(f"select {hits} from {staged.rows_table} where outcome = 'ok'").fetchone() or ()
    for check, hit in zip(checks, told, strict=False):
        if hit:
            _add(cur, staged, sheet, check)


def _may_be_formulas(rows: pa.Table, column: str) -> bool:
    """Whether some text of a column is none of those that ``FORMULA`` tells quickly."""
    if column not in rows.column_names or not _is_text(rows.schema.field(column).type):
        return False
    texts = rows.column(column)
    ends = pc.min_max(texts).as_py()
    if ends["min"] is None or (ends["min"] >= "A" and ends["max"] < "{"):
        return False
    if ends["min"] < "0" or ends["max"] >= "{":
        return True
    return bool(pc.any(pc.and_(pc.greater_equal(texts, "="), pc.less(texts, "A"))).as_py())


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _may_be_after(rows: pa.Table, load_date: date) -> bool:
    last = pc.max(rows.column("session_date")).as_py() if "session_date" in rows.column_names else None
    return bool(last and last > load_date)


def _formula(column: str) -> _Check:
    message = "begins as a formula does (= + - @); take the sign off"
    return _Check(column, "formula", FORMULA.format(column=column), message, "rejected")


def _after(load_date: date) -> _Check:
    message = "is after the day of loading; mend the date, or load the file later"
    return _Check("session_date", "after_load_date", f"session_date > date '{load_date}'", message, "waiting")


def _of_several(ids: list[str]) -> _Check:
    message = "stands with the names of different children in this file; mend the id, or the name"
    return _Check("student_id", "id_of_several", f"student_id in ({', '.join(map(quoted, ids))})", message, "waiting")


def _add(cur: duckdb.DuckDBPyConnection, staged: Staged, sheet: int, check: _Check) -> None:
    field = next((one.name for one in DATASETS[staged.dataset].fields if one.db_column == check.column), check.column)
    heading = next((str(one["heading"]) for one in staged.columns if one["field"] == field), check.column)
    staged.is_judged = True
    cur.execute(
        f"insert into verdicts select {sheet}, record_no, source_row, $column, $code, cast({check.column} as varchar), "
        f"$message, $outcome from {staged.rows_table} where outcome = 'ok' and ({check.where})",
        {"column": heading, "code": check.code, "message": check.message, "outcome": check.outcome},
    )
