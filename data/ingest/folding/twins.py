"""The same session from two systems counts once; said both missed and given, it waits (rules 4).

Rows of different file shapes are one slot where student, provider, service, kind, day and start time agree, the start
time being known. A row that doesn't name its provider is of the provider whom the other system names (decision 0122).
Within a slot rows that agree in minutes, status, reason, date made up and award count as often as in
the file that has most of them, the one that names its provider, else the one loaded first, staying in sight.
"""

import duckdb

from data.ingest.folding import rows, standing
from data.store.connect import DISTRICT

_SLOT = ("student_id", "service", "coalesce(kind, 'direct')", "session_date", "start_time")
_SAID = ("minutes", "status", "reason", "makes_up_date", "award_id")
_GIVEN = "('delivered', 'partial')"


def possible(cur: duckdb.DuckDBPyConnection, rows_now: str) -> bool:
    """Whether rows of more than one shape stand or are coming: otherwise no row has a twin."""
    found = cur.execute(
        f"select count(*) from (select shape from sessions where known_to is null union select shape from sessions_aside "
        f"where known_to is null union select shape from {rows_now} as n)"
    ).fetchone()
    return bool(found and found[0] > 1)


def read_neighbours(cur: duckdb.DuckDBPyConnection, rows_now: str) -> None:
    """Read the stored rows of other shapes that share a slot with the rows of a query or with those that stand."""
    cur.execute(
        f"create or replace temp table slots as select distinct {rows.digest(_SLOT)} as slot_key, shape, session_date "
        f"from (select {_columns()} from {rows_now} where start_time is not null union all "
        f"select {_columns()} from {standing.name('sessions')} where start_time is not null)"
    )
    span = cur.execute("select min(session_date), max(session_date) from slots").fetchone()
    if span is None or span[0] is None:
        return
    standing.read(
        cur,
        "sessions",
        f"select r.group_key from (select group_key, shape, {rows.digest(_SLOT)} as slot_key "
        f"from {standing.in_force('sessions')} "
        f"where start_time is not null and session_date between date '{span[0]}' and date '{span[1]}') as r "
        "join slots as s on s.slot_key = r.slot_key where s.shape <> r.shape",
    )


def _columns() -> str:
    return "shape, student_id, service, kind, session_date, start_time"


def set_aside(cur: duckdb.DuckDBPyConnection) -> None:
    """Decide for every row of ``standing_sessions`` whether it counts, is another's twin, or waits in a conflict."""
    table = standing.name("sessions")
    cur.execute(f"update {table} set aside = null where aside is not null")
    cur.execute(
        f"create or replace temp table shared as with hours as (select s.row_key, {rows.digest(_SLOT)} as hour_key, "
        f"s.provider_id, {rows.digest(_SAID)} as said, s.shape, s.batch_seq, s.slot, s.status from {table} as s "
        f"where s.start_time is not null qualify min(s.shape) over (partition by hour_key) <> max(s.shape) over "
        f"(partition by hour_key)), slots as (select *, provider_id is null as is_nobody, hour_key || "
        f"coalesce(provider_id, min(provider_id) over (partition by hour_key), '') as slot_key from hours) "
        f"select row_key, slot_key, said, shape, batch_seq, slot, status, is_nobody from slots "
        f"qualify min(shape) over (partition by slot_key) <> max(shape) over (partition by slot_key)"
    )
    if not (cur.execute("select count(*) from shared").fetchone() or (0,))[0]:
        return
    cur.execute(
        f"update {table} as t set aside = 'conflict' from shared as s where s.row_key = t.row_key and s.slot_key in "
        f"(select slot_key from shared group by slot_key having bool_or(status = 'missed') "
        f"and bool_or(status in {_GIVEN}))"
    )
    cur.execute(
        f"update {table} as t set aside = 'twin' from ("
        "select row_key, row_number() over (partition by slot_key, said, n order by is_nobody, batch_seq, shape) as place from ("
        "select *, row_number() over (partition by slot_key, said, shape order by batch_seq, slot, row_key) as n "
        f"from shared)) as s where s.row_key = t.row_key and s.place > 1 and t.aside is null"
    )


def differing(cur: duckdb.DuckDBPyConnection) -> int:
    """How many rows of the batch share a slot with another system's row and differ from it: both are counted."""
    found = cur.execute(
        "select count(*) from placed_sessions as p join standing_sessions as t on t.row_key = p.row_key "
        "where p.action in ('new', 'changed') and t.aside is null and p.row_key in (select row_key from shared as s "
        "where s.slot_key in (select slot_key from shared group by slot_key having count(distinct said) > 1))"
    ).fetchone()
    return int(found[0]) if found else 0


def maybe_twice(cur: duckdb.DuckDBPyConnection) -> int:
    """How many new rows of the batch may be another system's sessions, of which no start time tells: the same student,
    service, kind and day, by no other provider. Both are counted; call it before the batch is written."""
    found = cur.execute(
        "select count(*) from placed_sessions as p join standing_sessions as t on t.row_key = p.row_key "
        "where p.action = 'new' and t.aside is null and exists (select 1 from sessions as o "
        f"where o.district = '{DISTRICT}' and o.known_to is null and o.student_id = t.student_id "
        "and o.service = t.service and o.session_date = t.session_date and o.shape <> t.shape "
        "and coalesce(o.kind, 'direct') = coalesce(t.kind, 'direct') "
        "and (o.start_time is null or t.start_time is null) "
        "and coalesce(o.provider_id, t.provider_id, '') = coalesce(t.provider_id, o.provider_id, ''))"
    ).fetchone()
    return int(found[0]) if found else 0
