"""A file that was loaded before: whether it still says the same, and how it is reported."""

from typing import Any

import duckdb

from data.ingest import held, logs, reported
from data.ingest.folding import asserted, fold, recounted, rows
from data.ingest.model import FileReport, Options, Staged
from data.ingest.opening import File
from data.ingest.outcome import MACROS, Sheets, counted, not_loaded
from data.store.connect import DISTRICT


def says_the_same(
    cur: duckdb.DuckDBPyConnection, earlier: str, staged: Sheets, options: Options, said_of_ids: str | None
) -> bool:
    """Whether a batch of the same bytes was read the same way, and nothing that waits could go in now. Rows of it that wait
    for what is said of their ids are noted (``late``)."""
    asked = recounted.waiting_before(cur, earlier)
    if asked and said_of_ids:
        return False
    row = cur.execute(
        "select b.import_mode, (select count(*) from batch_rows as r where r.district = b.district and r.batch_id = "
        "b.batch_id and r.action = 'waiting'), (select max(event_seq) from events) = (select max(e.event_seq) from "
        "events "
        "as e where e.district = b.district and e.batch_id = b.batch_id), b.reading from batches as b where b.district = ? "
        "and b.batch_id = ?",
        [DISTRICT, earlier],
    ).fetchone()
    assert row is not None
    mode, waiting, is_latest, reading = row
    if mode != options.mode or (waiting and options.codes) or ((waiting or asked) and not is_latest):
        return False
    if reading and reading != _reading(cur):
        return False
    return not _differs(cur, earlier, staged, but="sessions" if reading else "")


def keep_reading(cur: duckdb.DuckDBPyConnection, batch_id: str) -> None:
    """Keep what the asserted sessions of a batch say that stand otherwise on file, so that its file is known again."""
    cur.execute(
        "update batches set reading = ? where district = ? and batch_id = ?", [_reading(cur), DISTRICT, batch_id]
    )


def _reading(cur: duckdb.DuckDBPyConnection) -> str:
    """What the asserted sessions say, but for those that wait for what is said of their ids."""
    row = cur.execute(
        f"select md5(string_agg(said, '' order by rec)) from (select rec, {rows.content('sessions')} as said "
        f"from {asserted.name('sessions')}) as a where rec not in (select rec from late where why = 'same_ids')"
    ).fetchone()
    return str(row[0]) if row else ""


def _differs(cur: duckdb.DuckDBPyConnection, earlier: str, staged: Sheets, *, but: str) -> bool:
    """Whether the asserted rows are others than a batch had, but for those of one dataset."""
    datasets = dict.fromkeys(one.dataset for _, one in staged if one.dataset != but)
    mine = (f"select '{name}', rec, {rows.content(name)} from {asserted.name(name)}" for name in datasets)
    now = " union all ".join(mine) or "select null, null, null where false"
    then = (
        f"select dataset, record_no, row_hash from batch_rows where district = '{DISTRICT}' and batch_id = '{earlier}' "
        f"and action <> 'remove' and record_no >= 0 and dataset <> '{but}'"
    )
    row = cur.execute(
        f"select count(*) from ((({now}) except all ({then})) union all (({then}) except all ({now})))"
    ).fetchone()
    return bool(row and row[0])


def report(cur: duckdb.DuckDBPyConnection, file: File, earlier: str, staged: Sheets) -> FileReport:
    """The report of a file that is in force already: what went in is unchanged, the rest is as it was."""
    told = FileReport(file.name, batch_id=earlier)
    for dataset in dict.fromkeys(one.dataset for _, one in staged):
        _placed_before(cur, earlier, dataset)
    for number, one in staged:
        held.problems(cur, one, number)
        sheet = counted(cur, file.opened[number], number, one)
        if one.dataset == "sessions":
            sheet.covers = covers(cur, earlier, one)
            waits = sum(1 for issue in sheet.issues if issue.code == "same_ids")
            sheet.questions += [recounted.question(waits)] if waits else []
        if file.has_macros and not told.sheets:
            sheet.assumptions.append(MACROS)
        reported.add(told, sheet)
    told.sheets += [not_loaded(one) for one in file.opened if not one.mapping.dataset]
    return told


def _placed_before(cur: duckdb.DuckDBPyConnection, batch_id: str, dataset: str) -> None:
    fold.show_placed(
        cur,
        dataset,
        f"select record_no as rec, row_key, row_hash, "
        f"case when action in ('new', 'changed') then 'unchanged' else action end as action, "
        f"case when action = 'waiting' then 'person' end as why from batch_rows "
        f"where district = '{DISTRICT}' and batch_id = '{batch_id}' and dataset = '{dataset}' and record_no is not null",
    )
    if dataset == "sessions":
        cur.execute(
            "create or replace temp table standing_sessions as select row_key, aside from sessions_aside "
            f"where district = '{DISTRICT}' and known_to is null"
        )
    held.wait(cur, dataset)


def covers(cur: duckdb.DuckDBPyConnection, batch_id: str, staged: Staged) -> dict[str, Any]:
    """The days that a loaded batch's logs of one shape speak for, by service."""
    row = cur.execute(
        "select load_date from batches where district = ? and batch_id = ?", [DISTRICT, batch_id]
    ).fetchone()
    assert row is not None
    return logs.told(cur, batch_id, staged.shape, row[0], logs.chosen(cur, batch_id)).covers
