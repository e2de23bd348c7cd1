"""What each event wrote and ended, noted soon after it: it tells what was done to rows past the product (decision 0381)."""

import duckdb

from data.store.connect import DISTRICT, Store

HASHED = (
    "awards", "calendar_days", "decisions", "goals", "grading_periods", "measurements", "people", "providers", "schools",
    "service_lines", "sessions", "sessions_aside", "site_days", "students", "supervision",
)  # fmt: skip
"""Tables of versions whose rows have a hash of what they say: of these it and where they are from is noted."""
VERSIONS = (
    "batch_covers", "batch_log_students", "batch_logs", "batch_rows_listed", "line_answers", "policies", "proposed_days",
)  # fmt: skip
"""Tables of versions without one."""
ONLY = {
    "batch_rows": "t.dataset <> 'service_lines'",
    "batch_rows_listed": "t.dataset = 'service_lines'",
    "settings": "t.setting = 'calendar_confirmed'",
}
"""Which rows of a table are versions, are no versions, or shape a figure, where not all do (decisions 0296 and 0381)."""
ONCE = ("closed_days", "closed_figures", "closed_months", "closed_policies", "events")
"""Tables whose rows an event writes for good."""
IN_PLACE = {
    "batch_ends": ["batch_id", "dataset", "row_key", "answer", "ended_on"],
    "batch_goal_ids": ["batch_id", "student_id", "goal_id", "kept_id"],
    "batch_mends": ["batch_id", "mended_batch_id", "dataset", "source_sheet", "source_row"],
    "batch_sheets": [
        "batch_id", "source_sheet", "dataset", "shape", "header_row", "mapping_json", "report_json", "rows_read", "rows_new",
        "rows_changed", "rows_unchanged", "rows_duplicate", "rows_rejected", "rows_waiting", "rows_ignored", "rows_missing",
    ],
    "batches": [
        "batch_id", "batch_seq", "file_name", "sha256", "file_bytes", "loaded_at", "load_date", "loaded_by", "import_mode",
        "state", "undone_at", "undone_by", "reading",
    ],
    "held_rows": ["batch_id", "dataset", "shape", "source_sheet", "source_row", "record_no", "outcome", "problems_json"],
    "person_aliases": ["person_kind", "alias_key", "person_id", "batch_id"],
    "profiles": ["shape", "dataset", "answer_kind", "subject", "answer"],
    "settings": ["setting", "value"],
    "student_links": ["student_id", "link_key"],
}  # fmt: skip
"""Tables that are written in place, with what is read of them: noted as they are after the last event."""
BY_ROW = {
    "batch_people": [
        "batch_id", "person_kind", "person_ref", "last_name", "first_name", "full_name", "birth_date", "school", "grade", "role",
        "is_mention", "shape", "source_sheet", "source_row", "seen_at", "is_apart",
    ],
    "batch_rows": [
        "batch_id", "dataset", "row_key", "row_hash", "shape", "source_sheet", "source_row", "record_no", "action", "known_from",
        "known_to",
    ],
    "batch_runs": ["batch_id", "source_sheet", "first_row", "last_row", "record_lead", "event_seq"],
    "asides": ["row_key", "known_from", "aside"],
    "held_cells": ["batch_id", "dataset", "source_sheet", "source_row", "record_no", "cells_json"],
}  # fmt: skip
"""What files said row by row and what no hash of a row holds: written in place too, and so much that DuckDB's own hash sums it,
ten times as quick as one that outlives a version of DuckDB; the version that it is of stands before it (decision 0628)."""
STORED_IN = {"asides": "sessions_aside", "batch_rows": "batch_rows_listed", "held_cells": "held_rows"}
"""The table that holds what is noted under another name, where a part of it is noted apart."""
FROM = ("row_key", "row_hash", "shape", "batch_id", "source_sheet", "source_row")
"""Which row of which file a row is, and what it says."""
ENDED = "/"
"""Between the sum of what an event's rows say and that of the rows that it ended."""
TABLES = (*HASHED, *VERSIONS, *ONCE)


def keep_up(store: Store) -> None:
    """Note the events that aren't noted yet, if any.

    It stands beside a write, not in it: it takes longer than a small one.
    Errors: StoreError where the disk is full or fails; what was written before is whole.
    """
    with store.cursor() as cur:
        if store.data_version() == noted(cur):
            return
    with store.transaction() as cur:
        cur.execute(f"insert into event_rows {counted(cur, noted(cur))}")
        cur.execute("delete from event_rows where list_contains($tables, table_name)", {"tables": [*IN_PLACE, *BY_ROW]})
        cur.execute(f"insert into event_rows {standing(noted(cur))}")


def noted(cur: duckdb.DuckDBPyConnection) -> int:
    """The last event that is noted; -1 before any."""
    return int((cur.execute("select coalesce(max(event_seq), -1) from event_rows").fetchone() or (-1,))[0])


def counted(cur: duckdb.DuckDBPyConnection, after: int) -> str:
    """SQL: what ``event_rows`` says of the events after one, by the tables as they are now."""
    parts = " union all ".join(part for table, columns in _filled(cur) for part in _parts(table, columns, after))
    return (
        "select p.district, p.table_name, p.event_seq, sum(p.written) as rows_written, sum(p.ended) as rows_ended, "
        f"concat(max(p.content), '{ENDED}', max(p.ended_content)) as content from ({parts}) as p "
        "group by p.district, p.table_name, p.event_seq"
    )


def standing(event: int) -> str:
    """SQL: what ``event_rows`` says, at an event, of the tables that are written in place."""
    return " union all ".join(
        f"select '{DISTRICT}' as district, '{table}' as table_name, {event} as event_seq, count(*) as rows_written, "
        f"0 as rows_ended, coalesce({told}, '') as content from {STORED_IN.get(table, table)} as t "
        f"where t.district = '{DISTRICT}' and {ONLY.get(table, 'true')}"
        for table, told in [
            *((table, _content(columns)) for table, columns in IN_PLACE.items()),
            *((table, _quickly(columns)) for table, columns in BY_ROW.items()),
        ]
    )


def _filled(cur: duckdb.DuckDBPyConnection) -> list[tuple[str, list[str]]]:
    """The tables that have rows, of which there is always one in ``events``, each with its columns."""
    return cur.execute(
        "select c.table_name, list(c.column_name order by c.column_index) from duckdb_columns() as c "
        "join duckdb_tables() as t on t.table_name = c.table_name and not t.temporary "
        "where (t.estimated_size > 0 or t.table_name = 'events') and list_contains($tables, t.table_name) group by c.table_name",
        {"tables": list(TABLES)},
    ).fetchall()


def _parts(table: str, columns: list[str], after: int) -> list[str]:
    began = "event_seq" if table in ONCE else "known_from"
    content = _content([one for one in columns if one in FROM] if table in HASHED else columns)
    only = f" and {ONLY[table]}" if table in ONLY else ""
    written = (
        f"select t.district, '{table}' as table_name, t.{began} as event_seq, count(*) as written, 0 as ended, "
        f"{content} as content, null as ended_content from {table} as t where t.{began} > {after}{only} "
        f"group by t.district, t.{began}"
    )
    ended = (
        f"select t.district, '{table}', t.known_to, 0, count(*), null, {content} from {table} as t "
        f"where t.known_to > {after}{only} group by t.district, t.known_to"
    )
    return [written] if table in ONCE else [written, ended]


def _quickly(columns: list[str]) -> str:
    """SQL: the same by DuckDB's own hash, with the version that it is of before it."""
    told = ", ".join(f"t.{one}" for one in columns)
    return f"concat(version(), ' ', sum(hash({told})))"


def _content(columns: list[str]) -> str:
    """SQL: what the rows say, in whatever order they are; a column that is added later, and is null, changes nothing."""
    told = ", ".join(f"t.{one}" for one in columns if one != "known_to")
    return f"cast(sum(md5_number_lower(concat_ws(chr(31), {told}))) as varchar)"
