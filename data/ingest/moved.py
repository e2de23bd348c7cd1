"""Sessions that a newer file of the same report tells under another provider or start time (decision 0211).

Without ids a session is known by its provider and start time too (rules 4). A report that is loaded again and has a session
no longer there, but one of the same child, service, day, minutes and status under another of them, tells the same session
mended: what stood before goes, and comes back with an undo of the file.
"""

import duckdb

from data.ingest import rows, scope, standing
from data.ingest.fold import Batch
from data.store.connect import DISTRICT

_ENOUGH = 5
"""Fewer sessions in common may be two part reports."""
_MOST = 0.8
"""The share of the sessions on file that a file must have again to be the same report."""
_PLAIN = ("shape", "student_id", "service", "session_date", "minutes", "status")


_UNMET = (
    "met_sessions as m join resolved_sessions as r on r.rec = m.rec where not m.waits and not m.by_id "
    f"and m.group_key not in (select group_key from {standing.name('sessions')})"
)


def find(cur: duckdb.DuckDBPyConnection, batch: Batch, *, mends: bool) -> int:
    """``moved``: row_key, group_key of the stored sessions that a row of the file tells mended; how many.

    Kept for the batch (``batch_ends``), so that every fold of it takes them out. None where the file replaces, or only
    completes earlier ones (``mends``). Call it when the groups of the rows are read and nothing is placed yet.
    """
    rows.make(cur, "moved", {"row_key": "varchar", "group_key": "varchar"})
    if batch.takes_out or mends or not standing.any_row(cur, "sessions"):
        return 0
    if standing.any_row(cur, "batch_ends where dataset = 'sessions'"):
        _keep(cur, batch, _before())
    if not standing.any_row(cur, _UNMET):
        return 0
    scope.find(cur, "sessions", standing.in_force("sessions"), same_shape=True)
    cur.execute(
        "create or replace temp table lacking as select row_key, group_key from spoken_for where aside is null "
        "and group_key not in (select group_key from met_sessions)"
    )
    if not standing.any_row(cur, "lacking"):
        return 0
    _pair(cur)
    _keep(cur, batch, "select row_key from moved")
    return int((cur.execute("select count(*) from moved").fetchone() or (0,))[0])


def _before() -> str:
    """SQL: sessions whose place an earlier batch's took, and of which the file has that one again: it would have taken the
    place itself, and still does if that batch is undone."""
    return (
        "select distinct e.row_key from batch_ends as e join batches as b on b.district = e.district "
        "and b.batch_id = e.batch_id and b.state = 'in_force' join sessions as s on s.row_key = e.row_key "
        f"join resolved_sessions as r on {_of('r')} = {_of('s')} where e.district = '{DISTRICT}' "
        f"and e.dataset = 'sessions' and left(e.row_key, {rows.KEY_LENGTH}) not in (select group_key from met_sessions)"
    )


def _pair(cur: duckdb.DuckDBPyConnection) -> None:
    """Pair what the file lacks with what it has beside it, each once, of the shapes of which it has nearly all again."""
    nth = "row_number() over (partition by said order by start_time, place) as n"
    own = rows.derived_from_key("sessions", "s.row_key")
    cur.execute(
        f"create or replace temp table beside as select l.row_key, l.group_key, l.shape from (select *, {nth} from (select "
        f"s.row_key, k.group_key, s.shape, s.start_time, s.row_key as place, {_of('s')} as said from sessions as s "
        f"join lacking as k on k.row_key = s.row_key where s.district = '{DISTRICT}' and s.known_to is null "
        f"and s.session_id = {own}) as t) as l join (select *, {nth} from (select r.start_time, r.rec as place, {_of('r')} "
        f"as said from {_UNMET}) as t) as f on f.said = l.said and f.n = l.n"
    )
    cur.execute(
        "insert into moved select row_key, group_key from beside where shape in (select s.shape from spoken_for as s "
        "left join lacking as k on k.row_key = s.row_key left join beside as b on b.row_key = s.row_key group by s.shape "
        f"having count(*) filter (where k.row_key is null or b.row_key is not null) >= greatest({_ENOUGH}, {_MOST} * count(*)))"
    )


def _of(alias: str) -> str:
    return rows.digest((*(f"{alias}.{one}" for one in _PLAIN), f"coalesce({alias}.kind, 'direct')"))


def _keep(cur: duckdb.DuckDBPyConnection, batch: Batch, row_keys: str) -> None:
    cur.execute(
        f"insert into batch_ends select $d, $b, 'sessions', m.row_key, 'ended', null from ({row_keys}) as m order by 1, 2, 4",
        {"d": DISTRICT, "b": batch.batch_id},
    )


def apply(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch) -> None:
    """Take out of ``standing_sessions`` what the batch tells mended."""
    if dataset == "sessions":
        cur.execute(
            f"delete from {standing.name(dataset)} where row_key in (select row_key from batch_ends where district = $d "
            "and batch_id = $b and dataset = 'sessions')",
            {"d": DISTRICT, "b": batch.batch_id},
        )


def in_words(sessions: int) -> str:
    """What a preview says of so many sessions that moved to another provider or start time."""
    those = "1 session on file stands" if sessions == 1 else f"{sessions:,} sessions on file stand"
    return f"{those} under another provider or start time in this file: as it tells them now, each counts once."
