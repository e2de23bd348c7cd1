"""One batch's rows meet the rows in force: which are the same, changed, new, doubled, or unclear (rules 4).

``resolved_<dataset>``: the asserted rows with persons found: rec, source_sheet, source_row, shape, data, row_hash,
waits. ``placed_<dataset>``: rec, group_key, row_hash, by_id, row_key, action (new, changed, unchanged, duplicate,
waiting), why.
"""

from dataclasses import dataclass
from datetime import date

import duckdb

from data.ingest import asserted, rows, standing

NEW_AT = "coalesce(h.top, 0) + row_number() over (partition by p.group_key order by p.rec)"
GIVEN = "('delivered', 'partial')"


@dataclass(frozen=True)
class Batch:
    """The file that is being folded in; ``answers`` are what was said about persons and doubled rows."""

    batch_id: str
    seq: int
    load_date: date
    mode: str = "merge"


def resolve(cur: duckdb.DuckDBPyConnection, dataset: str) -> None:
    """``resolved_<dataset>`` from the asserted rows and the table ``resolution`` of persons."""
    persons = _person_columns(dataset)
    found = cur.execute("select count(*) from resolution").fetchone() or (0,)
    if not found[0] or not persons:
        cur.execute(
            f"create or replace temp view resolved_{dataset} as select * rename (asserted_hash as row_hash), "
            f"false as waits from {asserted.name(dataset)}"
        )
        return
    joins = " ".join(
        f"left join resolution as r{i} on r{i}.person_kind = '{kind}' and r{i}.person_ref = a.{column}"
        for i, (column, kind) in enumerate(persons)
    )
    placed = ", ".join(f"coalesce(r{i}.person_id, a.{column}) as {column}" for i, (column, _) in enumerate(persons))
    waits = " or ".join(f"coalesce(r{i}.waits, false)" for i in range(len(persons)))
    cur.execute(
        f"create or replace temp table resolved_{dataset}_ as select x.*, {rows.content(dataset)} as row_hash from ("
        f"select a.* exclude (asserted_hash) replace ({placed}), {waits} as waits from {asserted.name(dataset)} as a "
        f"{joins}) as x"
    )
    cur.execute(f"create or replace temp view resolved_{dataset} as select * from resolved_{dataset}_")


def _person_columns(dataset: str) -> list[tuple[str, str]]:
    kinds = {
        "student_id": "student", "provider_id": "provider", "otr_of_record_id": "provider", "assistant_id": "provider",
    }  # fmt: skip
    return [(column, kinds[column]) for column in rows.columns(dataset) if column in kinds]


def keep_what_it_lacks(cur: duckdb.DuckDBPyConnection, dataset: str, lacking: tuple[str, ...]) -> None:
    """A field that the file doesn't have keeps the value in force; call it when the groups are read."""
    if not lacking:
        return
    kept = ", ".join(f"coalesce(x.{column}, s.{column}) as {column}" for column in lacking)
    data = ", ".join(rows.columns(dataset))
    cur.execute(
        f"create or replace temp table merged_{dataset} as select y.*, {rows.content(dataset)} as row_hash from ("
        f"select x.* exclude (row_hash, group_key) replace ({kept}) from "
        f"(select *, {rows.group(dataset)} as group_key from resolved_{dataset}) as x "
        f"left join {standing.name(dataset)} as s on s.group_key = x.group_key) as y"
    )
    cur.execute(
        f"create or replace temp view resolved_{dataset} as "
        f"select rec, source_sheet, source_row, shape, {data}, row_hash, waits from merged_{dataset}"
    )


def groups(dataset: str) -> str:
    """SQL: the groups that the batch's rows belong to."""
    return f"select {rows.group(dataset)} as group_key from resolved_{dataset}"


def place(cur: duckdb.DuckDBPyConnection, dataset: str) -> None:
    """``placed_<dataset>``: what becomes of each row, against ``standing_<dataset>``."""
    cur.execute(
        f"create or replace temp table placed_{dataset} as select rec, {rows.group(dataset)} as group_key, row_hash, "
        f"{rows.by_id(dataset)} as by_id, cast(null as varchar) as row_key, "
        f"case when waits then 'waiting' end as action, case when waits then 'person' end as why from "
        f"resolved_{dataset}"
    )
    _within_the_file(cur, dataset)
    _identical(cur, dataset)
    _changed(cur, dataset)
    _new(cur, dataset)


def _within_the_file(cur: duckdb.DuckDBPyConnection, dataset: str) -> None:
    cur.execute(
        f"create or replace temp table crowded as select group_key, count(distinct row_hash) as kinds "
        f"from placed_{dataset} where action is null group by group_key having count(*) > 1"
    )
    if not (cur.execute("select count(*) from crowded").fetchone() or (0,))[0]:
        return
    single = "by_id" if dataset in rows.SEVERAL else "true"
    _mark(
        cur,
        dataset,
        "waiting",
        "same_key",
        f"{single} and group_key in (select group_key from crowded where kinds > 1)",
    )
    once = single if dataset in rows.COUNTED else "true"
    _mark(cur, dataset, "duplicate", "twice", f"{once} and rec not in (select min(rec) from placed_{dataset} "
          "where action is null group by group_key, row_hash)")  # fmt: skip
    if dataset == "sessions":
        _mark(cur, dataset, "waiting", "missed_and_given", f"not by_id and group_key in ({_contradictions(dataset)})")


def _contradictions(dataset: str) -> str:
    return (
        f"select p.group_key from placed_{dataset} as p join resolved_{dataset} as r on r.rec = p.rec "
        f"where p.action is null and p.group_key in (select group_key from crowded) group by p.group_key "
        f"having bool_or(r.status = 'missed') and bool_or(r.status in {GIVEN})"
    )


def _mark(cur: duckdb.DuckDBPyConnection, dataset: str, action: str, why: str, where: str) -> None:
    cur.execute(f"update placed_{dataset} set action = '{action}', why = '{why}' where action is null and {where}")


def _identical(cur: duckdb.DuckDBPyConnection, dataset: str) -> None:
    twin = "row_number() over (partition by x.group_key, x.row_hash order by x.{}) as n"
    _pair(cur, dataset, "unchanged", twin.format("rec"), twin.format("slot"), "and s.row_hash = p.row_hash")


def _changed(cur: duckdb.DuckDBPyConnection, dataset: str) -> None:
    place = "row_number() over (partition by x.group_key order by x.{}) as n"
    _pair(cur, dataset, "changed", place.format("rec"), place.format("slot"), "")


def _pair(cur: duckdb.DuckDBPyConnection, dataset: str, action: str, nth: str, slot: str, same: str) -> None:
    cur.execute(
        f"update placed_{dataset} as t set action = '{action}', row_key = f.row_key from ("
        f"select p.rec, s.row_key from (select x.rec, x.group_key, x.row_hash, {nth} from placed_{dataset} as x "
        f"where x.action is null) as p join (select x.row_key, x.group_key, x.row_hash, {slot} "
        f"from {standing.name(dataset)} as x where x.row_key not in "
        f"(select row_key from placed_{dataset} where row_key is not null)) as s "
        f"on s.group_key = p.group_key and s.n = p.n {same}) as f where f.rec = t.rec"
    )


def _new(cur: duckdb.DuckDBPyConnection, dataset: str) -> None:
    cur.execute(
        f"update placed_{dataset} as t set action = 'new', row_key = n.group_key || "
        f"case when n.slot = 1 then '' else '#' || n.slot end from ("
        f"select p.rec, p.group_key, {NEW_AT} as slot from placed_{dataset} as p left join "
        f"(select group_key, max(slot) as top from {standing.name(dataset)} group by group_key) as h "
        f"on h.group_key = p.group_key where p.action is null) as n where n.rec = t.rec"
    )
    cur.execute(f"update placed_{dataset} set row_key = group_key where row_key is null")


def apply(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch) -> None:
    """Put the new and changed rows in force in ``standing_<dataset>``."""
    own = rows.OWN_ID.get(dataset)
    data = ", ".join(
        f"{rows.derived(dataset, 'p.row_key')} as {column}" if column == own else f"r.{column}"
        for column in rows.columns(dataset)
    )
    table = standing.name(dataset)
    cur.execute(f"delete from {table} where row_key in (select row_key from placed_{dataset} where action = 'changed')")
    cur.execute(
        f"insert into {table} select p.row_key, p.group_key, "
        f"cast(coalesce(nullif(substr(p.row_key, {rows.KEY_LENGTH + 2}), ''), '1') as integer), {data}, r.shape, "
        f"p.row_hash, $batch, $seq, r.source_sheet, r.source_row, null from placed_{dataset} as p "
        f"join resolved_{dataset} as r on r.rec = p.rec where p.action in ('new', 'changed')",
        {"batch": batch.batch_id, "seq": batch.seq},
    )
