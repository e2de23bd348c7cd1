"""The batches: what each brought, and taking one back."""

from typing import Any

import duckdb
import pandas as pd

from data import calendar
from data.contracts import DATASETS
from data.errors import UserError
from data.ingest.changes import GIVEN
from data.ingest.folding import undoing
from data.store import Store
from data.store.connect import DISTRICT
from data.store.events import next_event, now


class HistoryError(UserError):
    """A batch can't be shown or undone; the message says why."""


def batches(cur: duckdb.DuckDBPyConnection, district: str) -> pd.DataFrame:
    """One row a batch, newest first.

    Columns: batch_id, file_name, loaded_at (UTC), loaded_by, load_date, mode (merge, replace), state (in_force,
    undone), undone_at, undone_by (null while in force), datasets (comma-separated), and the counts of records as they
    were at loading: rows_read, rows_new, rows_changed, rows_unchanged, rows_duplicate, rows_rejected, rows_waiting,
    rows_ignored, rows_missing.
    """
    counts = ("read", "new", "changed", "unchanged", "duplicate", "rejected", "waiting", "ignored", "missing")
    sums = ", ".join(f"cast(coalesce(sum(s.rows_{name}), 0) as bigint) as rows_{name}" for name in counts)
    return cur.execute(
        f"select b.batch_id, b.file_name, b.loaded_at, b.loaded_by, b.load_date, b.import_mode as mode, b.state, "
        f"b.undone_at, b.undone_by, string_agg(distinct s.dataset, ', ' order by s.dataset) as datasets, {sums} "
        "from batches as b left join batch_sheets as s on s.district = b.district and s.batch_id = b.batch_id "
        "where b.district = ? group by all order by max(b.batch_seq) desc",
        [district],
    ).df()


def sheets(cur: duckdb.DuckDBPyConnection, district: str, batch_id: str) -> pd.DataFrame:
    """One row a sheet and dataset of a batch, as they follow one another in the file: source_sheet, dataset, header_row,
    mapping_json, report_json, counts.

    ``mapping_json`` holds {"mapping": {heading: field}}; ``report_json`` questions, assumptions, left_out and unmapped.
    """
    return cur.execute(
        "select * exclude (district, batch_id) from batch_sheets where district = ? and batch_id = ? order by rowid",
        [district, batch_id],
    ).df()


def dependents(cur: duckdb.DuckDBPyConnection, district: str, batch_id: str) -> pd.DataFrame:
    """What an undo of the batch would meet: later batches in force that speak of the same rows.

    Columns: batch_id, file_name, dataset, rows_changed (rows that the later batch changed: they stay as it says),
    rows_same (rows that it found as they were: they stay). Empty where the batch stands alone.
    """
    return cur.execute(
        "select b.batch_id, b.file_name, r.dataset, "
        "count(*) filter (where r.action = 'changed') as rows_changed, "
        "count(*) filter (where r.action = 'unchanged') as rows_same "
        "from batch_rows as r join batches as b on b.district = r.district and b.batch_id = r.batch_id "
        "join batches as mine on mine.district = r.district and mine.batch_id = $b "
        "where r.district = $d and b.state = 'in_force' and b.batch_seq > mine.batch_seq "
        "and (r.dataset, r.row_key) in (select (m.dataset, m.row_key) from batch_rows as m "
        "where m.district = $d and m.batch_id = $b) group by all order by min(b.batch_seq), r.dataset",
        {"d": district, "b": batch_id},
    ).df()


def undo(store: Store, batch_id: str, who: str) -> dict[str, Any]:
    """Take a batch back: the state is then what loading the remaining batches in their order gives (design, section 2).

    Rows that other batches brought or confirmed stay, as those say. Returns batch_id, file and the number of the event.
    Raises HistoryError where the batch doesn't exist or was undone before.
    """
    with store.transaction() as cur:
        file = _in_force(cur, batch_id)
        event = _take_back(cur, batch_id, who)
        calendar.propose(cur)
    return {"batch_id": batch_id, "file": file, "event": event}


def _take_back(cur: duckdb.DuckDBPyConnection, batch_id: str, who: str) -> int:
    event = next_event(cur, "undo", who, batch_id)
    cur.execute(
        "update batches set state = 'undone', undone_at = ?, undone_by = ? where district = ? and batch_id = ?",
        [now(), who, DISTRICT, batch_id],
    )
    undoing.without(cur, batch_id, event)
    return event


def effects(store: Store, batch_id: str) -> pd.DataFrame:
    """What an undo of the batch would change: it is done and rolled back.

    One row a dataset that changes: dataset, rows_gone (no longer in force), rows_back (in force again: they were taken
    out or kept out by this batch), rows_as_before (as an earlier batch had them), minutes_before, minutes_after (given,
    of the rows that change; 0 for other datasets than sessions). HistoryError as in ``undo``.
    """
    with store.transaction(keep=False) as cur:
        _in_force(cur, batch_id)
        event = _take_back(cur, batch_id, "preview")
        made = [_effect(cur, dataset, event) for dataset in DATASETS]
    columns = ["dataset", "rows_gone", "rows_back", "rows_as_before", "minutes_before", "minutes_after"]
    return pd.DataFrame([one for one in made if any(one[1:4])], columns=columns)


def _effect(cur: duckdb.DuckDBPyConnection, dataset: str, event: int) -> tuple[Any, ...]:
    minutes = f"coalesce(sum(minutes) filter (where status in {GIVEN}), 0)" if dataset == "sessions" else "0 * count(*)"
    of = f"from {dataset} where district = '{DISTRICT}' and row_key not like 'h:%' and"
    ended, begun = f"{of} known_to = {event}", f"{of} known_from = {event} and known_to is null"
    row = cur.execute(
        f"select (select count(*) {ended} and row_key not in (select row_key {begun})), "
        f"(select count(*) {begun} and row_key not in (select row_key {ended})), "
        f"(select count(*) {begun} and row_key in (select row_key {ended})), "
        f"(select {minutes} {ended}), (select {minutes} {begun})"
    ).fetchone()
    assert row is not None
    return (dataset, *(int(one) for one in row[:3]), *(float(one) for one in row[3:]))


def completed_by(cur: duckdb.DuckDBPyConnection, district: str, batch_id: str) -> list[str]:
    """Files in force that brought held rows of the batch again, mended: they stay when it is undone."""
    found = cur.execute(
        "select distinct b.file_name from batch_mends as m join batches as b on b.district = m.district "
        "and b.batch_id = m.batch_id where m.district = ? and m.mended_batch_id = ? and b.state = 'in_force' order by 1",
        [district, batch_id],
    ).fetchall()
    return [str(name) for (name,) in found]


def _in_force(cur: duckdb.DuckDBPyConnection, batch_id: str) -> str:
    row = cur.execute(
        "select file_name, state from batches where district = ? and batch_id = ?", [DISTRICT, batch_id]
    ).fetchone()
    if row is None:
        raise HistoryError(f"There is no batch {batch_id}; the history lists them.")
    if row[1] != "in_force":
        raise HistoryError(f"Batch {batch_id} was undone before.")
    return str(row[0])
