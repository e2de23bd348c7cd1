"""Whether the stored rows are those that the files brought: none went missing, none says anything else than was read."""

from collections.abc import Callable
from typing import Any

import duckdb

from data import spoken
from data.contracts import DATASETS
from data.ingest.folding import rows
from data.store import noting
from data.store.connect import DISTRICT

Check = tuple[str, bool, str]
"""The check's name, whether it passed, and what was found, in a sentence."""

OF_FILES = ("batch_people", "batch_rows_listed", "batch_runs")
"""What files said row by row."""


def checks(cur: duckdb.DuckDBPyConnection) -> list[Check]:
    """What was read is still there, as it was read: of every dataset the content of its rows, of every file how many rows
    went in with it, and of every event, an undo or a policy too, how many rows it wrote and ended, and which row of which file
    they are (``store.noting``). So are answers and links, and what files said row by row, which are written in place.
    """
    return [one(cur) for one in CHECKS]


def _as_read(cur: duckdb.DuckDBPyConnection) -> Check:
    said = {name: name for name in (*DATASETS, rows.PEOPLE)} | {"sessions_aside": "sessions"}
    other = {
        table: _count(cur, f"{table} as t", f"t.row_hash <> {rows.stored_content(dataset, 't')}")
        for table, dataset in said.items()
    }
    told = ", ".join(f"{found} of {name}" for name, found in other.items() if found)
    return "rows say what was read", not told, f"rows that say something else than was read: {told or 'none'}"


def _all_there(cur: duckdb.DuckDBPyConnection) -> Check:
    """The rows that a file brought anew or changed are versions that its import wrote."""
    lost = {name: missing for name in DATASETS if (missing := _missing(cur, name))}
    told = ", ".join(f"{found} of {name}" for name, found in lost.items())
    return "rows of files are on file", not told, f"rows that files brought and that are gone: {told or 'none'}"


def _missing(cur: duckdb.DuckDBPyConnection, dataset: str) -> int:
    """How many more rows files brought anew or changed than their imports have versions."""
    tables = [dataset, *(["sessions_aside"] if dataset == "sessions" else [])]
    written = " union all ".join(
        f"select t.batch_id, t.known_from from {table} as t where t.district = $d and t.row_key not like 'h:%'"
        for table in tables
    )
    return _one(
        cur,
        "select coalesce(sum(greatest(s.brought - coalesce(w.written, 0), 0)), 0) from (select e.batch_id, e.event_seq, "
        "sum(x.rows_new + x.rows_changed) as brought from events as e join batch_sheets as x on x.district = e.district "
        "and x.batch_id = e.batch_id and x.dataset = $n where e.district = $d and e.kind = 'import' group by all) as s "
        f"left join (select batch_id, known_from, count(*) as written from ({written}) as v group by all) as w "
        "on w.batch_id = s.batch_id and w.known_from = s.event_seq",
        {"d": DISTRICT, "n": dataset},
    )


def _as_written(cur: duckdb.DuckDBPyConnection) -> Check:
    """Every table still has of each event the rows that it wrote, and has ended those that it ended."""
    found = cur.execute(
        f"with now as (select * from ({noting.counted(cur, -1)}) as c where c.district = $d and (c.event_seq <= $noted "
        "or c.event_seq not in (select v.event_seq from events as v where v.district = $d))) "
        "select coalesce(n.table_name, e.table_name) as told, count(*) "
        "from (select * from event_rows where district = $d and not list_contains($in_place, table_name)) as e "
        "full join now as n on n.table_name = e.table_name and n.event_seq = e.event_seq "
        "where n.rows_written is distinct from e.rows_written or n.rows_ended is distinct from e.rows_ended "
        f"or (case when contains(e.content, '{noting.ENDED}') then n.content else split_part(n.content, '{noting.ENDED}', 1) end "
        "<> e.content and e.content <> '') group by told order by told",
        {"d": DISTRICT, "noted": noting.noted(cur), "in_place": [*noting.IN_PLACE, *noting.BY_ROW]},
    ).fetchall()
    told = ", ".join(f"{events} in {table}" for table, events in found)
    return "rows are those written", not told, f"events whose rows are others than they wrote: {told or 'none'}"


def _in_place(cur: duckdb.DuckDBPyConnection) -> Check:
    """Tables that are written in place are as they were after the last event; what isn't noted yet is taken as it is, and what
    another version of DuckDB summed is compared by its count."""
    found = cur.execute(
        f"select n.table_name from ({noting.standing(noting.noted(cur))}) as n join event_rows as e "
        "on e.district = n.district and e.table_name = n.table_name and e.event_seq = n.event_seq "
        "where (n.rows_written <> e.rows_written or (n.content <> e.content and (not list_contains($quickly, n.table_name) "
        "or split_part(n.content, ' ', 1) = split_part(e.content, ' ', 1)))) "
        "and e.event_seq = (select max(v.event_seq) from events as v where v.district = $d) order by n.table_name",
        {"d": DISTRICT, "quickly": list(noting.BY_ROW)},
    ).fetchall()
    told = ", ".join(dict.fromkeys(noting.STORED_IN.get(table, table) for (table,) in found))
    return (
        "what is written in place is as it was left",
        not told,
        f"tables that say something else than was written: {told or 'none'}",
    )


def _files(cur: duckdb.DuckDBPyConnection) -> Check:
    """Each import has its file and the file's sheets, and a file is undone where an undo says so."""
    strays = {table: found for table in OF_FILES if (found := _strays(cur, table))}
    told = ", ".join(f"{found} in {table}" for table, found in strays.items())
    broken = _one(
        cur,
        "select count(*) from (select distinct e.batch_id from events as e where e.district = $d and e.kind = 'import') as i "
        "left join batches as b on b.district = $d and b.batch_id = i.batch_id where b.batch_id is null "
        "or i.batch_id not in (select x.batch_id from batch_sheets as x where x.district = $d) "
        "or (b.state = 'undone') <> (i.batch_id in "
        "(select u.batch_id from events as u where u.district = $d and u.kind = 'undo'))",
        {"d": DISTRICT},
    )
    return (
        "files are as events have them",
        not (broken or strays),
        f"{spoken.plural(broken, 'file')} gone, without sheets, or undone by nobody; rows of no file: {told or 'none'}",
    )


def _strays(cur: duckdb.DuckDBPyConnection, table: str) -> int:
    """How many rows belong to no file that is on file."""
    return _count(
        cur, f"{table} as t",
        "not exists (select 1 from batches as b where b.district = t.district and b.batch_id = t.batch_id)",
    )  # fmt: skip


def _count(cur: duckdb.DuckDBPyConnection, table: str, condition: str) -> int:
    return _one(cur, f"select count(*) from {table} where t.district = $d and {condition}", {"d": DISTRICT})


def _one(cur: duckdb.DuckDBPyConnection, query: str, values: dict[str, Any]) -> int:
    row = cur.execute(query, values).fetchone()
    assert row is not None
    return int(row[0])


CHECKS: tuple[Callable[[duckdb.DuckDBPyConnection], Check], ...] = (
    _as_read,
    _all_there,
    _as_written,
    _in_place,
    _files,
)
"""What ``checks`` asks, in its order."""
