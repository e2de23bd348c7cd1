"""A report of which its system changed the headings goes on as the report that it was (decision 0210).

Rules 4 finds a session again within a file shape. A file of another shape that tells an earlier shape's sessions again is
that report: each of those rows stands under the earlier shape, where the session stands that it tells.
"""

import json
from collections.abc import Iterable

import duckdb

from data.ingest.folding import asserted, fold, rows, standing
from data.ingest.mapping.shape import plain
from data.store.connect import DISTRICT

_ENOUGH = 5
"""Fewer sessions that two files tell alike may be two systems', unless all are told."""
_FEW = 3
"""So few may be a coincidence even then."""
_MOST = 0.8
"""The share of the earlier file's sessions that the later one must tell again."""
_SLOT = ("student_id", "service", "coalesce(kind, 'direct')", "session_date")
_SAID = (*_SLOT, "minutes", "status")
_NEVER_APART = (
    "(s.provider_id is null or u.provider_id is null or s.provider_id = u.provider_id) "
    "and (s.start_time is null or u.start_time is null or s.start_time = u.start_time)"
)
_TAKEN = ("session_id", "start_time", "kind")
"""What tells sessions apart, which a row takes from the session that it tells, known by its day."""


def settle(cur: duckdb.DuckDBPyConnection, headings: dict[str, frozenset[str]]) -> dict[str, int]:
    """Let the resolved sessions stand under the earlier shapes that their own shapes continue.

    ``headings`` are those of the file's logs (``plain``), by shape. Returns shape -> how many of its rows are sessions of
    an earlier one; where there are any, the sessions were resolved again, and ``continued`` (rec, shape, own_shape, ...)
    tells them. Call it when the groups of the rows are read into ``standing_sessions`` and nothing is placed yet.
    """
    kinds = rows.types(cur, "sessions")
    made = {"rec": "bigint", "row_key": "varchar", "shape": "varchar", "own_shape": "varchar", "by_id": "boolean"}
    rows.make(cur, "continued", made | {one: kinds[one] for one in (*_TAKEN, "provider_id")})
    mine = ", ".join(asserted.quoted(shape) for shape in headings) or "null"
    elsewhere = f"sessions where district = '{DISTRICT}' and known_to is null"
    if not standing.any_row(cur, f"{elsewhere} and shape not in ({mine})"):
        return {}
    _read_unmet(cur)
    _by_id(cur)
    _by_content(cur, headings)
    found = cur.execute("select own_shape, count(*) from continued group by own_shape").fetchall()
    if found:
        fold.resolve_again(cur, "sessions", "continued", _as_before())
    return {str(shape): int(count) for shape, count in found}


def _read_unmet(cur: duckdb.DuckDBPyConnection) -> None:
    """``unmet``: the file's rows that aren't on file under their own shape; ``earlier``: the stored rows that may be theirs."""
    cur.execute(
        "create or replace temp table unmet as select r.*, m.by_id from resolved_sessions as r join met_sessions as m "
        f"on m.rec = r.rec where not m.waits and m.group_key not in (select group_key from {standing.name('sessions')})"
    )
    own = f"nullif(t.session_id, {rows.derived_from_key('sessions', 't.row_key')})"
    cur.execute(
        f"create or replace temp table earlier as select t.* replace ({own} as session_id) "
        f"from {standing.in_force('sessions')} as t where t.session_date between "
        "(select min(session_date) from unmet) and (select max(session_date) from unmet) "
        "or t.session_id in (select session_id from unmet where by_id)"
    )


def _by_id(cur: duckdb.DuckDBPyConnection) -> None:
    """Rows whose id another shape has, where most of the ids that both have stand there for the same child's session of the
    same service and day."""
    cur.execute(
        "insert into continued with met as (select u.rec, s.row_key, s.shape, u.shape as own_shape, s.provider_id, "
        "u.student_id = s.student_id and u.session_date = s.session_date and u.service = s.service "
        "and coalesce(u.kind, 'direct') = coalesce(s.kind, 'direct') as is_same from unmet as u join earlier as s "
        "on s.session_id = u.session_id and s.shape <> u.shape where u.by_id), "
        "most as (select shape, own_shape from met group by 1, 2 having count(*) filter (where is_same) * 2 > count(*)) "
        "select m.rec, m.row_key, m.shape, m.own_shape, true, null, null, null, m.provider_id from met as m join most as n "
        "on n.shape = m.shape and n.own_shape = m.own_shape "
        "qualify row_number() over (partition by m.rec order by m.is_same desc, m.shape) = 1"
    )


def _by_content(cur: duckdb.DuckDBPyConnection, headings: dict[str, frozenset[str]]) -> None:
    """Rows of a shape with mostly the headings of an earlier one that tell nearly all of its sessions again, and with them
    the others of the same child, service, provider and day."""
    alike = [(mine, shape) for shape, told in _told(cur).items() for mine in headings if _alike(headings[mine], told)]
    if not alike:
        return
    cur.execute("create or replace temp table alike (own_shape varchar, shape varchar)")
    cur.executemany("insert into alike values (?, ?)", alike)
    _pair(cur, _SAID)
    _keep_likely(cur)
    _pair(cur, _SLOT)


def _told(cur: duckdb.DuckDBPyConnection) -> dict[str, frozenset[str]]:
    """The headings of the logs on file, by shape."""
    found = cur.execute(
        "select shape, mapping_json, report_json from batch_sheets where district = ? and dataset = 'sessions' "
        "and shape in (select shape from earlier)",
        [DISTRICT],
    ).fetchall()
    return {
        str(shape): plain([*json.loads(mapping)["mapping"], *json.loads(report)["unmapped"]])
        for shape, mapping, report in found
    }


def _alike(mine: Iterable[str], told: Iterable[str]) -> bool:
    """Whether the headings of one are all among the other's, or most of both are common; never the same headings."""
    here, there = frozenset(mine), frozenset(told)
    return here != there and (here <= there or there <= here or len(here & there) * 2 > max(len(here), len(there)))


def _pair(cur: duckdb.DuckDBPyConnection, same: tuple[str, ...]) -> None:
    """Pair the rows left with the stored ones left that agree in ``same``, each once, in their order."""
    nth = "row_number() over (partition by shape, {0} order by start_time, provider_id, {1}) as n"
    told = ", ".join(f"s.{one}" for one in _TAKEN)
    key = rows.digest(same)
    cur.execute(
        f"insert into continued select u.rec, s.row_key, s.shape, u.shape, false, {told}, s.provider_id from "
        f"(select *, {key} as said, {nth.format(key, 'rec')} from unmet where rec not in (select rec from continued)) as u "
        f"join (select *, {key} as said, {nth.format(key, 'source_sheet, source_row, row_key')} from earlier "
        "where row_key not in (select row_key from continued)) as s on s.said = u.said and s.n = u.n "
        f"join alike as a on a.own_shape = u.shape and a.shape = s.shape where {_NEVER_APART} "
        "qualify row_number() over (partition by u.rec order by s.shape) = 1"
    )


def _keep_likely(cur: duckdb.DuckDBPyConnection) -> None:
    """Leave in ``alike`` the shapes that have nearly all sessions of an earlier one on the file's days, of its services and
    providers. What was paired of others is forgotten, but for a shape nearly all of whose sessions the earlier one has, by
    providers whom that doesn't gainsay: of that file, a part of what is on file, only those are the same. A file that names
    nobody where the earlier one does may be of a third."""
    cur.execute(
        "create or replace temp table likely as select c.own_shape, c.shape from (select own_shape, shape, count(*) as again "
        "from continued where not by_id group by 1, 2) as c join (select a.own_shape, a.shape, count(*) as told from alike as "
        "a join earlier as s on s.shape = a.shape where s.session_date between (select min(session_date) from unmet) and "
        "(select max(session_date) from unmet) and s.service in (select service from unmet) and (s.provider_id is null or "
        "s.provider_id in (select provider_id from unmet) or s.student_id in (select student_id from unmet where provider_id "
        "is null)) group by 1, 2) as t on t.own_shape = c.own_shape and t.shape = c.shape "
        f"where c.again >= least({_ENOUGH}, greatest({_FEW}, t.told)) and c.again >= {_MOST} * t.told"
    )
    cur.execute(
        "create or replace temp table told_before as select c.own_shape, c.shape from (select k.own_shape, k.shape, count(*) as "
        "again from continued as k join unmet as u on u.rec = k.rec where not k.by_id group by 1, 2 "
        "having not bool_or(k.provider_id is not null and u.provider_id is null)) as c "
        "join (select shape, min(session_date) as first_day, max(session_date) as last_day from earlier group by shape) as s "
        "on s.shape = c.shape where c.again >= "
        f"greatest({_ENOUGH}, {_MOST} * (select count(*) from unmet as u where u.shape = c.own_shape "
        "and u.session_date between s.first_day and s.last_day))"
    )
    pair = "(own_shape, shape)"
    cur.execute(
        f"delete from continued where not by_id and {pair} not in (select {pair} from likely union all "
        f"select {pair} from told_before)"
    )
    cur.execute(f"delete from alike where {pair} not in (select {pair} from likely)")


def _as_before() -> str:
    """SQL: the columns that stand as the earlier shape has them: the shape, and what only one of the two files tells (id,
    start time, kind, provider). A provider whom only the earlier file names stays named."""
    taken = ", ".join(f"case when t.by_id is false then t.{one} else a.{one} end as {one}" for one in _TAKEN)
    nobody = "t.by_id is false and t.provider_id is null"
    provider = f"case when {nobody} then null else coalesce(a.provider_id, t.provider_id) end as provider_id"
    return f"coalesce(t.shape, a.shape) as shape, {provider}, {taken}"


def in_words(again: int) -> str:
    """What a preview says of so many rows that are an earlier shape's sessions."""
    those = "1 row is a session" if again == 1 else f"{again:,} rows are sessions"
    return f"{those} of an earlier file whose headings differ: this is the same report, changed, and each counts once."
