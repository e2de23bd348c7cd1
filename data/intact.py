"""Whether the stored rows are those that the files brought: none went missing, none says anything else than was read."""

from typing import Any

import duckdb

from data.contracts import DATASETS
from data.ingest import rows
from data.store.connect import DISTRICT

Check = tuple[str, bool, str]
"""The check's name, whether it passed, and what was found, in a sentence."""


def checks(cur: duckdb.DuckDBPyConnection) -> list[Check]:
    """What was read is still there, as it was read: of every dataset the content of its rows, and of every file how many
    rows went in with it.
    """
    return [_as_read(cur), _all_there(cur)]


def _as_read(cur: duckdb.DuckDBPyConnection) -> Check:
    other = {name: _count(cur, f"{name} as t", f"t.row_hash <> {rows.stored_content(name, 't')}") for name in DATASETS}
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


def _count(cur: duckdb.DuckDBPyConnection, table: str, condition: str) -> int:
    return _one(cur, f"select count(*) from {table} where t.district = $d and {condition}", {"d": DISTRICT})


def _one(cur: duckdb.DuckDBPyConnection, query: str, values: dict[str, Any]) -> int:
    row = cur.execute(query, values).fetchone()
    assert row is not None
    return int(row[0])
