"""What each batch said of each of its rows, to be read from ``batch_rows``.

Sessions that were new and went in as they stand are told by runs of rows (``batch_runs``), since the versions that the
batch wrote say the rest; all others are listed one by one (``batch_rows_listed``).
"""

import duckdb

from data.ingest.folding.fold import Batch
from data.ingest.folding.standing import any_row
from data.store.connect import DISTRICT

LEAST_RUN = 2
"""Rows that a run must have on the average: shorter ones, as those of a grid, are listed."""
VERSIONED = "service_lines"
"""The dataset of which an earlier ledger is told by what each batch had said (analytics: base/lines_told)."""
_COLUMNS = (
    "district", "batch_id", "dataset", "row_key", "row_hash", "shape", "source_sheet", "source_row", "record_no", "action",
)  # fmt: skip
_PLAIN = "(action = 'new' and row_hash = asserted_hash and source_sheet is not null and source_row is not null)"


def record(
    cur: duckdb.DuckDBPyConnection,
    dataset: str,
    batch: Batch,
    event: int,
    *,
    plain: bool = False,
    placed: int | None = None,
) -> None:
    """Write what became of each placed row, and which rows the batch took out, as known from the event on.

    ``plain``: whether the new rows went in with the event, each as a version of its own; else they may not have.
    ``placed``: how many rows were placed, where that is known.
    """
    told = _runs(cur, batch, event, placed) if plain and dataset == "sessions" else 0
    if told != placed:
        cur.execute(
            f"insert into batch_rows_listed select '{DISTRICT}', $batch, '{dataset}', row_key, asserted_hash, shape, "
            f"source_sheet, source_row, rec, action, {event}, null from placed_{dataset} "
            f"{f'where not ({_PLAIN})' if told else ''}",
            {"batch": batch.batch_id},
        )
    if batch.takes_out:
        cur.execute(
            f"insert into batch_rows_listed select '{DISTRICT}', $batch, '{dataset}', r.row_key, r.row_hash, r.shape, "
            f"null, null, null, 'remove', {event}, null from removed as r order by r.row_key",
            {"batch": batch.batch_id},
        )


def _runs(cur: duckdb.DuckDBPyConnection, batch: Batch, event: int, placed: int | None) -> int:
    """Write the runs of the placed sessions, which tell all the plain ones; how many these are.

    None is told so where a row has several records, where tables stand side by side, or where rows among them were
    written that aren't plain.
    """
    cur.execute(
        "create or replace temp table runs as select source_sheet, rec - source_row as lead, min(source_row) as "
        f"first_row, max(source_row) as last_row, count(*) as row_count from placed_sessions where {_PLAIN} group by 1, 2"
    )
    apart = (
        "select sum(row_count), count(*) * $least <= sum(row_count) and "
        "not bool_or(coalesce(first_row <= row_before, false)) "
        "from (select *, lag(last_row) over (partition by source_sheet order by first_row, last_row) as row_before "
        "from runs) as r"
    )
    among = (
        f"(select source_sheet, source_row from placed_sessions where action in ('new', 'changed') and not {_PLAIN}) as p "
        "join runs as r on r.source_sheet = p.source_sheet and p.source_row between r.first_row and r.last_row"
    )
    plain, are_apart = cur.execute(apart, {"least": LEAST_RUN}).fetchone() or (0, False)
    if not are_apart or (plain != placed and any_row(cur, among)):
        return 0
    cur.execute(
        f"insert into batch_runs select '{DISTRICT}', $batch, source_sheet, first_row, last_row, lead, $event from runs "
        "order by source_sheet, first_row",
        {"batch": batch.batch_id, "event": event},
    )
    return int(plain)


def take_back(cur: duckdb.DuckDBPyConnection, dataset: str, batch_id: str, event: int) -> None:
    """Forget what an earlier batch said of the placed rows, and which rows it took out: it is recorded anew. What it said
    of service lines was known until the event."""
    if dataset == "sessions":
        _list(cur, batch_id)
    table = "batch_rows_listed"
    cur.execute(
        (f"update {table} set known_to = {event}" if dataset == VERSIONED else f"delete from {table}")
        + " where district = $d and batch_id = $batch and dataset = $dataset and known_to is null "
        f"and (record_no is null or record_no in (select rec from placed_{dataset}))",
        {"d": DISTRICT, "batch": batch_id, "dataset": dataset},
    )


def as_before(cur: duckdb.DuckDBPyConnection, batch_id: str, event: int) -> None:
    """Let stand what the batch said of service lines before the event and says again: it has no new version."""
    same = " and ".join(f"o.{name} is not distinct from n.{name}" for name in _COLUMNS)
    cur.execute(
        f"create or replace temp table told_again as select o.rowid as before, n.rowid as again from batch_rows_listed as o "
        f"join batch_rows_listed as n on {same} and n.known_from = $e and n.known_to is null "
        "where o.district = $d and o.batch_id = $b and o.dataset = $n and o.known_to = $e",
        {"d": DISTRICT, "b": batch_id, "n": VERSIONED, "e": event},
    )
    cur.execute("update batch_rows_listed set known_to = null where rowid in (select before from told_again)")
    cur.execute("delete from batch_rows_listed where rowid in (select again from told_again)")


def _list(cur: duckdb.DuckDBPyConnection, batch_id: str) -> None:
    """Tell the batch's sessions one by one."""
    mine = {"d": DISTRICT, "batch": batch_id}
    runs = "batch_runs where district = $d and batch_id = $batch"
    if not cur.execute(f"select 1 from {runs} limit 1", mine).fetchall():
        return
    cur.execute(
        "create or replace temp table told as select * from batch_rows where district = $d and batch_id = $batch and "
        "dataset = 'sessions'",
        mine,
    )
    cur.execute(
        "delete from batch_rows_listed where district = $d and batch_id = $batch and dataset = 'sessions' "
        "and exists (select 1 from told)",
        mine,
    )
    cur.execute(f"delete from {runs}", mine)
    cur.execute("insert into batch_rows_listed select *, 0, null from told")
