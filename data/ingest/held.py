"""Records that did not go in, kept with their cells and the reasons, and the problems of the report."""

import duckdb

from data.contracts import DATASETS
from data.ingest.folding import asserted, standing
from data.ingest.model import Problem, Staged
from data.store.connect import DISTRICT

WHY = {
    "person": ("person", "the name resembles someone known without being certain; say who it is"),
    "same_key": (
        "same_id_differs",
        "the same row stands in the file twice with different content; keep one, or give each an id of its own",
    ),
    "missed_and_given": ("missed_and_given", "the same session is both missed and delivered; say which"),
    "same_ids": ("same_ids", "its id stands on file for another session; say whether these are others"),
    "conflict": ("missed_and_given", "a row of another file says the opposite of the same session; say which"),
}


def start(cur: duckdb.DuckDBPyConnection) -> None:
    """Make ``late``, the rows that other rows or persons keep waiting, empty."""
    cur.execute("create or replace temp table late (dataset varchar, rec bigint, why varchar)")


def wait(cur: duckdb.DuckDBPyConnection, dataset: str, *, waiting: bool = True, conflicts: bool = True) -> None:
    """Note the rows of the placed table that wait, if any, and sessions that another system contradicts, if any may."""
    if waiting:
        cur.execute(f"insert into late select '{dataset}', rec, why from placed_{dataset} where action = 'waiting'")
    if dataset == "sessions" and conflicts:
        cur.execute(
            "insert into late select 'sessions', p.rec, 'conflict' from placed_sessions as p "
            "join standing_sessions as s on s.row_key = p.row_key "
            "where p.action in ('new', 'changed', 'unchanged') and s.aside = 'conflict'"
        )


def problems(cur: duckdb.DuckDBPyConnection, staged: Staged, sheet: int) -> None:
    """``troubles``: all problems of one staged table, if not all of it fits: record_no, row, column, code, value, message,
    outcome."""
    staged.is_late = standing.any_row(cur, f"late where dataset = '{staged.dataset}'")
    if staged.all_fit:
        return
    late = "".join(
        " union all "
        f"select t.record_no, t.source_row, {asserted.quoted(_heading(staged, why))}, '{code}', null, '{message}', "
        f"'waiting' from late as l "
        f"join {staged.rows_table} as t on t.record_no = l.rec - {sheet * asserted.SHEET_STEP} "
        f"where l.dataset = '{staged.dataset}' and l.why = '{why}' "
        f"and l.rec between {sheet * asserted.SHEET_STEP} and {(sheet + 1) * asserted.SHEET_STEP - 1}"
        for why, (code, message) in WHY.items()
        if staged.is_late
    )
    told = (
        f'select record_no, "row" as source_row, "column" as column_name, code, value, message, '
        f"case severity when 'reject' then 'rejected' when 'wait' then 'waiting' else 'asked' end as outcome "
        f"from {staged.problems_table} union all "
        if staged.has_problems
        else ""
    )
    judged = f"select record_no, source_row, column_name, code, value, message, outcome from verdicts where sheet_no = {sheet}"
    cur.execute(f"create or replace temp table troubles as {told}{judged}{late}")


_SHOWN_AT = {
    "person": ("student_name", "student_last_name", "last_name", "provider_name"),
    "same_key": ("session_id", "line_id", "goal_id", "student_id"),
    "missed_and_given": ("status", "reason", "absent"),
    "same_ids": ("session_id",),
    "conflict": ("status", "reason", "absent"),
}
"""The fields whose cell is the one to mend, the first that the table has."""


def shown_at(why: str, dataset: str) -> str:
    """The field whose cell is to be mended, where cells stand under the names of fields."""
    if why == "person":
        return "student_name"
    return next((field.name for field in DATASETS[dataset].fields if field.name in _SHOWN_AT[why]), "")


def _heading(staged: Staged, why: str) -> str:
    of = {column["field"]: str(column["heading"]) for column in staged.columns}
    return next((of[field] for field in _SHOWN_AT[why] if field in of), "")


def keep(cur: duckdb.DuckDBPyConnection, staged: Staged, sheet: int, batch_id: str) -> None:
    """Write the rejected and waiting records of one staged table, with the table ``troubles`` as reasons."""
    if staged.all_fit:
        return
    if not cur.execute(f"select 1 from ({outcomes(staged, sheet)}) as o where o.outcome <> 'ok' limit 1").fetchall():
        return
    cur.execute(
        f"insert into held_rows select '{DISTRICT}', $batch, '{staged.dataset}', $shape, r.source_sheet, r.source_row, "
        f"{sheet * asserted.SHEET_STEP} + r.record_no, h.outcome, coalesce(cast(c.held_json as varchar), '{{}}'), "
        f"h.told "
        f"from {staged.rows_table} as r join {staged.cells_view} as c on c.record_no = r.record_no "
        f"join (select x.record_no, x.outcome, coalesce(t.told, '[]') as told from ({outcomes(staged, sheet)}) as x "
        f"left join (select record_no, cast(to_json(list({{'row': source_row, 'column': column_name, 'code': code, "
        f"'value': value, 'message': message}})) as varchar) as told from troubles group by record_no) as t "
        f"on t.record_no = x.record_no) as h on h.record_no = r.record_no "
        f"where h.outcome in ('rejected', 'waiting') order by r.record_no",
        {"batch": batch_id, "shape": staged.shape},
    )


def outcomes(staged: Staged, sheet: int) -> str:
    """SQL: record_no and its last outcome: staging's, else a verdict's, else that of a row that waits late."""
    if not staged.is_judged and not staged.is_late:
        return f"select record_no, outcome from {staged.rows_table}"
    step = sheet * asserted.SHEET_STEP
    return (
        f"select t.record_no, case when t.outcome <> 'ok' then t.outcome else coalesce(v.outcome, l.outcome, 'ok') end "
        f"as outcome from {staged.rows_table} as t left join (select record_no, min(outcome) as outcome from verdicts "
        f"where sheet_no = {sheet} group by record_no) as v on v.record_no = t.record_no "
        f"left join (select distinct rec - {step} as record_no, 'waiting' as outcome from late "
        f"where dataset = '{staged.dataset}') as l on l.record_no = t.record_no"
    )


def issues(cur: duckdb.DuckDBPyConnection, staged: Staged) -> list[Problem]:
    """The problems of the table, in the order of the rows."""
    if staged.all_fit:
        return []
    found = cur.execute(
        "select source_row, coalesce(column_name, ''), code, coalesce(value, ''), message from troubles "
        "order by record_no, column_name, code"
    ).fetchall()
    return [
        Problem(int(row or 0), str(column), str(code), str(value), str(message))
        for row, column, code, value, message in found
    ]
