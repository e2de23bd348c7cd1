"""Sessions and lines that a newer file tells again under another key (decisions 0211 and 0214).

Without ids a session is known by its provider and start time too, and a line by its setting and grouping (rules 4). A report
that no longer has a row on file, but one that says the same beside what its key consists of, tells that row mended: what stood
before goes, and comes back with an undo of the file.
"""

import duckdb

from data.ingest.folding import rows, scope, standing
from data.ingest.folding.fold import Batch
from data.store.connect import DISTRICT

_ENOUGH = 5
"""Fewer rows in common may be two part reports."""
_MOST = 0.8
"""The share of the rows on file that a file must have again to be the same report."""
_SAYS = {
    "sessions": ("shape", "student_id", "service", "kind", "session_date", "minutes", "status"),
    "service_lines": ("student_id", "plan_type", "service", "kind", "start_date", "amount_minutes", "cycle", "esy"),
}
_BESIDE = {"sessions": ("start_time",), "service_lines": ("setting", "line_grouping")}
"""What rows that say the same are paired by, and its first column their order."""
_NEVER_APART = {
    "sessions": "true",
    "service_lines": "coalesce(l.setting = f.setting, true) and coalesce(l.line_grouping = f.line_grouping, true)",
}
_SAME_HOUR = {"sessions": "coalesce(l.start_time = f.start_time, true)", "service_lines": "true"}
"""Whether a pair shows that the file has a row again: another start time may as well be the day's second session."""
_PLACED = "answer = 'ended' and ended_on is null"
"""How ``batch_ends`` keeps a row of which another took the place; one that ended has its day."""


def find(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch, *, mends: bool) -> int:
    """``moved``: row_key, group_key of the stored rows that a row of the file tells mended; how many.

    Kept for the batch (``batch_ends``), so that every fold of it takes them out. None where the file replaces, or only
    completes earlier ones (``mends``). Call it where rows of the dataset are on file, when the groups of the rows are read and
    nothing is placed yet.
    """
    rows.make(cur, "moved", {"row_key": "varchar", "group_key": "varchar"})
    if batch.takes_out or mends:
        return 0
    if standing.any_row(cur, f"batch_ends where dataset = '{dataset}' and {_PLACED}"):
        _keep(cur, dataset, batch, _before(dataset))
    if not standing.any_row(cur, _unmet(dataset)):
        return 0
    _find_spoken_for(cur, dataset)
    cur.execute(
        "create or replace temp table lacking as select row_key, group_key from spoken_for where aside is null "
        f"and group_key not in (select group_key from met_{dataset})"
    )
    if not standing.any_row(cur, "lacking"):
        return 0
    _pair(cur, dataset)
    _keep(cur, dataset, batch, "select row_key from moved")
    return int((cur.execute("select count(*) from moved").fetchone() or (0,))[0])


def _unmet(dataset: str) -> str:
    """SQL: the file's rows that aren't on file."""
    return (
        f"met_{dataset} as m join resolved_{dataset} as r on r.rec = m.rec where not m.waits "
        f"and m.group_key not in (select group_key from {standing.name(dataset)})"
    )


def _find_spoken_for(cur: duckdb.DuckDBPyConnection, dataset: str) -> None:
    """``spoken_for``: of sessions as for what is missing; of lines those of the file's services and providers, of any shape,
    since a column more may be what tells them apart."""
    if dataset == "sessions":
        scope.find(cur, dataset, standing.in_force(dataset), same_shape=True)
        return
    cur.execute(
        f"create or replace temp table spoken_for as select t.row_key, t.group_key, t.row_hash, t.shape, t.aside "
        f"from {standing.in_force(dataset)} as t where t.service in (select service from resolved_{dataset}) and "
        f"(t.provider_id is null or t.provider_id in (select provider_id from resolved_{dataset}) "
        f"or not exists (select 1 from resolved_{dataset} where provider_id is not null))"
    )


def _before(dataset: str) -> str:
    """SQL: rows whose place an earlier batch's took, and of which the file has that one again (not merely one that says the
    same): it would have taken the place itself, and still does if that batch is undone."""
    same = (f"{_told(one, 't')} is not distinct from {_told(one, 's')}" for one in _SAYS[dataset])
    return (
        "select distinct e.row_key from batch_ends as e join batches as b on b.district = e.district "
        f"and b.batch_id = e.batch_id and b.state = 'in_force' join {dataset} as s on s.row_key = e.row_key "
        f"join {dataset} as t on t.batch_id = e.batch_id and {' and '.join(same)} "
        f"join met_{dataset} as m on m.group_key = left(t.row_key, {rows.KEY_LENGTH}) where e.district = '{DISTRICT}' "
        f"and e.dataset = '{dataset}' and e.answer = 'ended' and e.ended_on is null "
        f"and left(e.row_key, {rows.KEY_LENGTH}) not in (select group_key from met_{dataset})"
    )


def _pair(cur: duckdb.DuckDBPyConnection, dataset: str) -> None:
    """Pair what the file lacks with what it has beside it, each once, of the shapes of which it has nearly all again."""
    nth = f"row_number() over (partition by said order by {_BESIDE[dataset][0]}, place) as n"
    told = ", ".join(f"{{0}}.{one}" for one in _BESIDE[dataset])
    cur.execute(
        f"create or replace temp table beside as select l.row_key, l.group_key, l.shape, {_SAME_HOUR[dataset]} as is_again "
        f"from (select *, {nth} from (select s.row_key, k.group_key, "
        f"s.shape, {told.format('s')}, s.row_key as place, {_says(dataset, 's')} as said "
        f"from {dataset} as s join lacking as k on k.row_key = s.row_key where s.district = '{DISTRICT}' "
        f"and s.known_to is null) as t) as l join (select *, {nth} from (select {told.format('r')}, r.rec as place, "
        f"{_says(dataset, 'r')} as said from {_unmet(dataset)}) as t) as f on f.said = l.said and f.n = l.n "
        f"where {_NEVER_APART[dataset]}"
    )
    cur.execute(
        "insert into moved select row_key, group_key from beside where shape in (select s.shape from spoken_for as s "
        "left join lacking as k on k.row_key = s.row_key left join beside as b on b.row_key = s.row_key group by s.shape "
        f"having count(*) filter (where k.row_key is null or b.is_again) >= greatest({_ENOUGH}, {_MOST} * count(*)))"
    )


def _says(dataset: str, alias: str) -> str:
    return rows.digest(tuple(_told(one, alias) for one in _SAYS[dataset]))


def _told(column: str, alias: str) -> str:
    return f"coalesce({alias}.kind, 'direct')" if column == "kind" else f"{alias}.{column}"


def _keep(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch, row_keys: str) -> None:
    cur.execute(
        f"insert into batch_ends select $d, $b, $n, m.row_key, 'ended', null from ({row_keys}) as m order by 1, 2, 4",
        {"d": DISTRICT, "b": batch.batch_id, "n": dataset},
    )


def apply(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch) -> None:
    """Take out of what stands the rows that the batch tells mended."""
    if dataset in _SAYS:
        cur.execute(
            f"delete from {standing.name(dataset)} where row_key in (select row_key from batch_ends where district = $d "
            f"and batch_id = $b and dataset = $n and {_PLACED})",
            {"d": DISTRICT, "b": batch.batch_id, "n": dataset},
        )


def in_words(dataset: str, number: int) -> str:
    """What a preview says of so many rows on file that the file tells under another key."""
    if dataset == "sessions":
        those = "1 session on file stands" if number == 1 else f"{number:,} sessions on file stand"
        return f"{those} under another provider, start time or id in this file: as it tells them now, each counts once."
    those = "1 line on file stands" if number == 1 else f"{number:,} lines on file stand"
    return f"{those} under another id, setting or grouping in this file: as it tells them now, each counts once."
