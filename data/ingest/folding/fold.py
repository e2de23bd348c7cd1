"""One batch's rows meet the rows in force: which are the same, changed, new, doubled, or unclear (rules 4).

``resolved_<dataset>``: the asserted rows with persons found: rec, source_sheet, source_row, shape, data, waits.
``met_<dataset>``: of them their hashes and groups, without the data. ``placed_<dataset>``: rec, source_sheet, source_row,
shape, asserted_hash, row_hash, group_key, row_key, action (new, changed, unchanged, duplicate, waiting), why;
``brought_<dataset>``: with the data.
"""

from dataclasses import dataclass
from datetime import date

import duckdb

from data.ingest.folding import asserted, renumbered, rows, standing
from data.ingest.staging.work import register
from data.store.connect import DISTRICT

_CONTRADICTIONS = (
    "select c.group_key from crowd as c join resolved_sessions as r on r.rec = c.rec group by c.group_key "
    "having bool_or(r.status = 'missed') and bool_or(r.status in ('delivered', 'partial'))"
)


@dataclass(frozen=True)
class Batch:
    """The file that is being folded in; ``answers`` are what was said about persons and doubled rows."""

    batch_id: str
    seq: int
    load_date: date
    mode: str = "merge"
    rereads: bool = False
    """Whether its very bytes are in force already, read otherwise: then it stands for that reading."""

    @property
    def takes_out(self) -> bool:
        """Whether rows on file go by it that it doesn't have."""
        return self.mode == "replace" or self.rereads


@dataclass(frozen=True)
class Placed:
    """What became of a dataset's rows: how many by action, and whether any stands otherwise than the file asserts it."""

    became: dict[str, int]
    hides: bool
    stands: bool
    """Whether rows of their groups stood before."""


def resolve_again(
    cur: duckdb.DuckDBPyConnection, dataset: str, told: str, replaced: str, *, but: str = "false"
) -> None:
    """Resolve the asserted rows with other values of some columns: ``replaced`` is SQL over the rows ``a`` and what the
    table ``told`` has of their records, ``t``; without those for which ``but`` holds."""
    table = asserted.name(dataset)
    cur.execute(
        f"create or replace temp table {table}_{told} as select a.* replace ({replaced}) from {table} as a "
        f"left join {told} as t on t.rec = a.rec where not coalesce({but}, false) order by a.rec"
    )
    cur.execute(f"create or replace temp view {table} as select * from {table}_{told}")
    resolve(cur, dataset)


def resolve(cur: duckdb.DuckDBPyConnection, dataset: str, *, few: bool = False) -> None:
    """``resolved_<dataset>`` and ``met_<dataset>`` from the asserted rows and the table ``resolution`` of persons.

    ``few``: whether there are so few rows that a table of them is made sooner than Arrow data.
    """
    if dataset == "measurements":
        _name_goals(cur)
    persons = _person_columns(dataset)
    found = cur.execute("select count(*) from resolution").fetchone() or (0,)
    otherwise = found[0] and persons
    query = (
        _with_persons(dataset, persons)
        if otherwise
        else f"select *, false as waits, {rows.content(dataset)} as asserted_hash from {asserted.name(dataset)}"
    )
    if dataset in renumbered.OF_GOALS and renumbered.any_of(cur):
        query, otherwise = f"{renumbered.under_kept_ids(query)} order by q.rec", True
    meet(cur, dataset, query, few=few, row_hash=rows.content(dataset) if otherwise else "")


def _name_goals(cur: duckdb.DuckDBPyConnection) -> None:
    """Measurements that name their goal by its text are those of the one goal in force that has it."""
    cur.execute(
        "create or replace temp table goal_texts as select coalesce(r.person_ref, g.student_id) as student_ref, "
        "lower(trim(g.goal_text)) as text, min(g.goal_id) as goal_id from goals as g left join resolution as r "
        "on r.person_kind = 'student' and r.person_id = g.student_id "
        f"where g.district = '{DISTRICT}' and g.known_to is null and g.goal_text is not null group by 1, 2 "
        "having count(distinct g.goal_id) = 1"
    )
    cur.execute(
        f"create or replace temp table goals_named as select a.* replace (coalesce(t.goal_id, a.goal_id) as goal_id) "
        f"from {asserted.name('measurements')} as a left join goal_texts as t on t.student_ref = a.student_id "
        "and t.text = lower(trim(a.goal_id)) order by a.rec"
    )
    cur.execute(f"create or replace temp view {asserted.name('measurements')} as select * from goals_named")


def meet(cur: duckdb.DuckDBPyConnection, dataset: str, resolved: str, *, few: bool, row_hash: str = "") -> None:
    """Show the rows of a query as the resolved ones: hashed as they are read, they need not be joined with their hashes.

    The query gives ``asserted_hash``; ``row_hash`` is SQL of the other one, where it is another.
    """
    hashed = f", {row_hash} as row_hash" if row_hash else ""
    query = (
        f"select *, {rows.group(dataset)} as group_key, {rows.by_id(dataset)} as by_id{hashed} from ({resolved}) as g"
    )
    table = f"{'few' if few else 'many'}_{dataset}"
    if few:
        cur.execute(f"create or replace temp table {table} as {query}")
    else:
        cur.complete()
        register(cur, table, cur.sql(query).to_arrow_table())
    _show(cur, dataset, table if row_hash else f"(select *, asserted_hash as row_hash from {table}) as k")


_MET = "rec, source_sheet, source_row, shape, waits, asserted_hash, row_hash, group_key, by_id"


def _show(cur: duckdb.DuckDBPyConnection, dataset: str, table: str) -> None:
    cur.execute(f"create or replace temp view resolved_{dataset} as select * from {table}")
    cur.execute(f"create or replace temp view met_{dataset} as select {_MET} from {table}")


def _with_persons(dataset: str, persons: list[tuple[str, str]]) -> str:
    """SQL: the asserted rows with the persons whom they mean, and the hash of what the file says."""
    joins = " ".join(
        f"left join resolution as r{i} on r{i}.person_kind = '{kind}' and r{i}.person_ref = a.{column}"
        for i, (column, kind) in enumerate(persons)
    )
    found = ", ".join(f"coalesce(r{i}.person_id, a.{column}) as {column}" for i, (column, _) in enumerate(persons))
    waits = " or ".join(f"coalesce(r{i}.waits, false)" for i in range(len(persons)))
    said = rows.digest(tuple(f"a.{column}" for column in rows.columns(dataset)))
    return (
        f"select a.* replace ({found}), {waits} as waits, {said} as asserted_hash "
        f"from {asserted.name(dataset)} as a {joins} order by a.rec"
    )


def _person_columns(dataset: str) -> list[tuple[str, str]]:
    kinds = {
        "student_id": "student", "provider_id": "provider", "otr_of_record_id": "provider", "assistant_id": "provider",
    }  # fmt: skip
    return [(column, kinds[column]) for column in rows.columns(dataset) if column in kinds]


def keep_what_it_lacks(cur: duckdb.DuckDBPyConnection, dataset: str, lacking: tuple[str, ...]) -> None:
    """A field that the file doesn't have keeps the value in force; call it when the groups are read."""
    if not lacking or not standing.any_row(cur, standing.name(dataset)):
        return
    kept = ", ".join(f"coalesce(x.{column}, s.{column}) as {column}" for column in lacking)
    cur.execute(
        f"create or replace temp table merged_{dataset} as select * replace ({rows.content(dataset)} as row_hash) from ("
        f"select x.* replace ({kept}) from resolved_{dataset} as x left join {standing.name(dataset)} as s "
        "on s.group_key = x.group_key) as m order by rec"
    )
    _show(cur, dataset, f"merged_{dataset}")


def stand_as(cur: duckdb.DuckDBPyConnection, dataset: str, kept: str) -> None:
    """Let the resolved rows of a table's records (``rec``) say what the table has of them."""
    data = ", ".join(
        f"case when k.rec is null then x.{c} else k.{c} end as {c}" for c in (*rows.columns(dataset), "row_hash")
    )
    cur.execute(
        f"create or replace temp table merged_{dataset} as select x.* replace ({data}) from resolved_{dataset} as x "
        f"left join {kept} as k on k.rec = x.rec order by x.rec"
    )
    _show(cur, dataset, f"merged_{dataset}")


def groups(dataset: str) -> str:
    """SQL: the groups that the batch's rows belong to."""
    return f"select group_key from met_{dataset}"


def place(cur: duckdb.DuckDBPyConnection, dataset: str) -> Placed:
    """``placed_<dataset>`` and ``brought_<dataset>``: what becomes of each row, against ``standing_<dataset>``.

    Whether rows are of one group is told by numbers that stand for the keys, which is quick; two keys of one number only
    have it looked for in vain.
    """
    count, crowded, waits, hides, stands = cur.execute(
        "select count(*), count(distinct hash(group_key)) filter (where not waits) < count(*) filter (where not waits), "
        "coalesce(bool_or(waits), false), coalesce(bool_or(row_hash <> asserted_hash), false), "
        f"(select count(*) from {standing.name(dataset)}) > 0 from met_{dataset}"
    ).fetchall()[0]
    if not (crowded or stands or waits):
        new = "group_key as row_key, 'new' as action, cast(null as varchar) as why"
        for view, rows_of in (("placed", "met"), ("brought", "resolved")):
            cur.execute(f"create or replace temp view {view}_{dataset} as select *, {new} from {rows_of}_{dataset}")
        return Placed({"new": count} if count else {}, hides, False)
    _settle_all(cur, dataset, crowded=crowded, stands=stands)
    show_placed(
        cur,
        dataset,
        f"select m.*, coalesce(s.row_key, m.group_key) as row_key, coalesce(s.action, 'new') as action, s.why "
        f"from met_{dataset} as m left join settled as s on s.rec = m.rec",
    )
    cur.execute(
        f"create or replace temp view brought_{dataset} as select p.*, {_columns(dataset, 'r')} from placed_{dataset} as p "
        f"join resolved_{dataset} as r on r.rec = p.rec"
    )
    became = _counted(cur, dataset)
    return Placed(became, hides or not became.keys() <= {"new", "changed", "unchanged"}, stands)


def _settle_all(cur: duckdb.DuckDBPyConnection, dataset: str, *, crowded: bool, stands: bool) -> None:
    """``settled``: rec, row_key, action, why of the rows that aren't simply new under their group's key."""
    cur.execute(
        "create or replace temp table settled as select rec, group_key as row_key, 'waiting' as action, 'person' as why "
        f"from met_{dataset} where waits"
    )
    if crowded:
        _within_the_file(cur, dataset)
    if stands:
        twin = "row_number() over (partition by x.group_key, x.row_hash order by x.{}) as n"
        _pair(cur, dataset, "unchanged", twin, "and s.row_hash = p.row_hash")
        _pair(cur, dataset, "changed", "row_number() over (partition by x.group_key order by x.{}) as n", "")
    if crowded or stands:
        _several(cur, dataset, crowded=crowded)


def show_placed(cur: duckdb.DuckDBPyConnection, dataset: str, query: str) -> None:
    """``placed_<dataset>`` as the rows of a query."""
    cur.execute(f"create or replace temp table placed_{dataset}_ as {query}")
    cur.execute(f"create or replace temp view placed_{dataset} as select * from placed_{dataset}_")


def _counted(cur: duckdb.DuckDBPyConnection, dataset: str) -> dict[str, int]:
    """How many of the placed rows became what."""
    return dict(cur.execute(f"select action, count(*) from placed_{dataset} group by action").fetchall())


def _within_the_file(cur: duckdb.DuckDBPyConnection, dataset: str) -> None:
    """Rows of the file that double or contradict one another."""
    cur.execute(
        f"create or replace temp table crowded as select group_key, count(distinct row_hash) as kinds from met_{dataset} "
        f"where not waits and group_key in (select group_key from met_{dataset} where not waits group by group_key "
        "having count(*) > 1) group by group_key"
    )
    cur.execute(
        f"create or replace temp table crowd as select m.*, c.kinds, "
        f"row_number() over (partition by m.group_key, m.row_hash order by m.rec) as nth "
        f"from met_{dataset} as m join crowded as c on c.group_key = m.group_key where not m.waits"
    )
    single = "by_id" if dataset in rows.SEVERAL else "true"
    once = single if dataset in rows.COUNTED else "true"
    _settle(cur, "waiting", "same_key", f"{single} and kinds > 1")
    _settle(cur, "duplicate", "twice", f"{once} and nth > 1")
    if dataset == "sessions":
        _settle(cur, "waiting", "missed_and_given", f"not by_id and group_key in ({_CONTRADICTIONS})")


def _settle(cur: duckdb.DuckDBPyConnection, action: str, why: str, where: str) -> None:
    cur.execute(
        f"insert into settled select rec, group_key, '{action}', '{why}' from crowd "
        f"where {where} and rec not in (select rec from settled)"
    )


def _pair(cur: duckdb.DuckDBPyConnection, dataset: str, action: str, nth: str, same: str) -> None:
    cur.execute(
        f"insert into settled select p.rec, s.row_key, '{action}', null from ("
        f"select x.rec, x.group_key, x.row_hash, {nth.format('rec')} from met_{dataset} as x "
        f"where x.group_key in (select group_key from {standing.name(dataset)}) "
        f"and x.rec not in (select rec from settled)) as p join ("
        f"select x.row_key, x.group_key, x.row_hash, {nth.format('slot')} from {standing.name(dataset)} as x "
        f"where x.row_key not in (select row_key from settled where action = 'unchanged')) as s "
        f"on s.group_key = p.group_key and s.n = p.n {same}"
    )


def _several(cur: duckdb.DuckDBPyConnection, dataset: str, *, crowded: bool) -> None:
    """New rows of a group that has others, or stands already, take the next places in it."""
    beside = "or m.group_key in (select group_key from crowded)" if crowded else ""
    cur.execute(
        f"insert into settled select n.rec, n.group_key || case when n.slot = 1 then '' else '#' || n.slot end, 'new', "
        f"null from (select m.rec, m.group_key, coalesce(h.top, 0) + "
        f"row_number() over (partition by m.group_key order by m.rec) as slot from met_{dataset} as m left join "
        f"(select group_key, max(slot) as top from {standing.name(dataset)} group by group_key) as h "
        f"on h.group_key = m.group_key where (h.top is not null {beside}) "
        f"and m.rec not in (select rec from settled)) as n"
    )


def apply(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch, became: dict[str, int]) -> None:
    """Put the new and changed rows, if any, in force in ``standing_<dataset>``."""
    table = standing.name(dataset)
    if became.keys().isdisjoint(("new", "changed")):
        return
    if "changed" in became:
        cur.execute(
            f"delete from {table} where row_key in (select row_key from placed_{dataset} where action = 'changed')"
        )
    cur.execute(
        f"insert into {table} select p.row_key, p.group_key, {rows.slot('p.row_key')}, {_data(dataset)}, p.shape, "
        f"p.row_hash, $batch, $seq, p.source_sheet, p.source_row, null from brought_{dataset} as p "
        f"where p.action in ('new', 'changed')",
        {"batch": batch.batch_id, "seq": batch.seq},
    )


def write(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch, event: int, became: dict[str, int]) -> None:
    """Write the new and changed rows where nothing else can change by them, without ``standing_<dataset>``."""
    if "changed" in became:
        cur.execute(
            f"update {dataset} as t set known_to = {event} where t.district = '{DISTRICT}' and t.known_to is null "
            f"and t.row_key in (select row_key from placed_{dataset} where action = 'changed')"
        )
    names = f"row_key, {', '.join(rows.columns(dataset))}, {', '.join(rows.BOOKKEEPING)}"
    cur.execute(
        f"insert into {dataset} (district, {names}, known_from) select '{DISTRICT}', p.row_key, {_data(dataset)}, "
        f"p.shape, p.row_hash, $batch, p.source_sheet, p.source_row, {event} from brought_{dataset} as p "
        f"where p.action in ('new', 'changed') {_ordered(dataset, sum(became.values()))}",
        {"batch": batch.batch_id},
    )


ROW_GROUP = 122_880
"""Rows that DuckDB keeps together, and knows the first and last day of."""


def _ordered(dataset: str, rows_of: int) -> str:
    """SQL: in which order rows are written: by day, so that those of a month stand together, where one group holds them
    anyway as they come."""
    if dataset not in rows.DATE_OF:
        return "order by p.row_key"
    return f"order by p.{rows.DATE_OF[dataset]}" if rows_of > ROW_GROUP else ""


def _columns(dataset: str, alias: str) -> str:
    return ", ".join(f"{alias}.{column}" for column in rows.columns(dataset))


def _data(dataset: str) -> str:
    own = rows.OWN_ID.get(dataset)
    return ", ".join(
        f"{rows.derived(dataset, 'p.row_key')} as {column}" if column == own else f"p.{column}"
        for column in rows.columns(dataset)
    )
