"""The state without one batch: the remaining batches folded again, in their order, for the rows that it touched."""

import json
from collections.abc import Collection
from dataclasses import dataclass

import duckdb

from data.contracts import DATASETS
from data.contracts.datasets import Field
from data.ingest import held, logs
from data.ingest.folding import asserted, ends, fold, replay, rows, said, standing, twins
from data.ingest.people import matching, numbered
from data.store.connect import DISTRICT

ALL = (*replay.ORDER, rows.PEOPLE)


@dataclass
class Again:
    """An undo's side of ``replay.Side``: what stands is what was folded so far."""

    cur: duckdb.DuckDBPyConnection
    batch: fold.Batch
    event: int
    given: dict[str, set[str]]
    whole: bool
    by_hand: int = 0

    def source(self, dataset: str) -> str:
        """The rows folded so far."""
        return standing.name(dataset)

    def ready(self, dataset: str) -> None:
        """Everything that stands is there already."""

    def done(self, dataset: str, placed: fold.Placed) -> None:
        """Note what the batch's rows have become."""
        replay.apply(self.cur, dataset, self.batch, placed.became)
        if dataset == rows.PEOPLE:
            return
        _rewait(self.cur, dataset, self.batch.batch_id, waiting="waiting" in placed.became)
        said.take_back(self.cur, dataset, self.batch.batch_id, self.event)
        said.record(self.cur, dataset, self.batch, self.event)
        if dataset == said.VERSIONED:
            said.as_before(self.cur, self.batch.batch_id, self.event)
        if dataset == "sessions" and self.whole:
            logs.count_again(self.cur, self.batch.batch_id, self.event)


def without(cur: duckdb.DuckDBPyConnection, batch_id: str, event: int) -> None:
    """Write, as of the event, the state that the batches in force give without this one (marked undone before)."""
    whole = _is_whole(cur, batch_id)
    _again(cur, event, {dataset: None if whole else _touched_by(dataset, batch_id) for dataset in ALL})


def fold_everything(cur: duckdb.DuckDBPyConnection, event: int) -> None:
    """Write, as of the event, what the batches in force give by the persons' names as they are joined now."""
    _again(cur, event, dict.fromkeys(ALL))


def fold_rows(cur: duckdb.DuckDBPyConnection, dataset: str, row_keys: list[str], event: int) -> None:
    """Write, as of the event, what the batches in force give for some rows: something was said of them."""
    whole = _replaces(cur)
    cur.execute("create or replace temp table named_rows as select unnest($keys) as row_key", {"keys": row_keys})
    mine = f"select left(row_key, {rows.KEY_LENGTH}) as group_key from named_rows"
    none = "select '' as group_key where false"
    _again(cur, event, {one: None if whole else mine if one == dataset else none for one in ALL})


def _again(cur: duckdb.DuckDBPyConnection, event: int, groups: dict[str, str | None]) -> None:
    """Fold all batches in force again for the groups of rows that a query names, by dataset; None: all rows."""
    whole = None in groups.values()
    told = _told(cur)
    some = _stored(cur).union(*told.values())
    held = [dataset for dataset in ALL if dataset in some]
    for dataset in held:
        standing.start(cur, dataset)
        query = groups[dataset] or f"select group_key from {standing.in_force(dataset)}"
        cur.execute(f"insert into {standing.touched(dataset)} select distinct group_key from ({query}) as g")
        asserted.keep_contents(cur, dataset, None if whole else _wanted(cur, dataset))
    for batch in _remaining(cur):
        _fold_again(cur, batch, event, told.get(batch.batch_id, frozenset()), held, whole)
    for dataset in held:
        if dataset == "sessions":
            _set_aside(cur)
        standing.write(cur, dataset, event)


def _told(cur: duckdb.DuckDBPyConnection) -> dict[str, frozenset[str]]:
    """Batch -> the datasets of which it has rows."""
    found = cur.execute(
        "select batch_id, list(distinct dataset) from (select batch_id, dataset from batch_rows_listed where district = $d "
        "union all select batch_id, 'sessions' from batch_runs where district = $d) as r group by batch_id",
        {"d": DISTRICT},
    ).fetchall()
    return {str(batch_id): frozenset(datasets) for batch_id, datasets in found}


def _stored(cur: duckdb.DuckDBPyConnection) -> set[str]:
    """The datasets of which any row is in force, and the people, whom names are looked for among."""
    any_row = (f"(select '{one}' from {one} where known_to is null limit 1)" for one in replay.ORDER)
    return {rows.PEOPLE, *(str(dataset) for (dataset,) in cur.execute(" union all ".join(any_row)).fetchall())}


def _is_whole(cur: duckdb.DuckDBPyConnection, batch_id: str) -> bool:
    """Whether every row must be folded again: where names were matched, ids of other systems, or a batch replaced."""
    row = cur.execute(
        "select exists (select 1 from batch_people as p where p.district = $d and p.person_ref like '~%') "
        "or exists (select 1 from students as s where s.district = $d and s.other_ids is not null) "
        "or exists (select 1 from batches as b where b.district = $d and b.batch_id = $b and (b.import_mode = 'replace' "
        "or exists (select 1 from batches as e where e.district = $d and e.sha256 = b.sha256 and e.batch_id <> $b "
        "and e.state = 'in_force')))",
        {"d": DISTRICT, "b": batch_id},
    ).fetchone()
    return (
        bool(row and row[0])
        or numbered.any_of(cur, batch_id)
        or _replaces(cur)
        or standing.any_row(cur, "batch_goal_ids")
    )


def _replaces(cur: duckdb.DuckDBPyConnection) -> bool:
    """Whether a batch in force takes rows out that it doesn't have."""
    return any(batch.takes_out for batch in _remaining(cur))


def _touched_by(dataset: str, batch_id: str) -> str:
    """SQL: the groups of the rows that a batch spoke of."""
    batch = asserted.quoted(batch_id)
    if dataset == rows.PEOPLE:
        return (
            f"select {rows.digest(('person_kind', 'person_ref'))} as group_key from batch_people "
            f"where district = '{DISTRICT}' and batch_id = {batch} and is_mention"
        )
    key = f"left(row_key, {rows.KEY_LENGTH}) as group_key"
    return " union all ".join(
        f"select {key} from {table} where district = '{DISTRICT}' and batch_id = {batch} and dataset = '{dataset}'"
        for table in ("batch_rows", "batch_ends")
    )


def _wanted(cur: duckdb.DuckDBPyConnection, dataset: str) -> str:
    """The contents that the touched groups were ever given, as a table."""
    cur.execute(
        f"create or replace temp table wanted as select distinct row_hash from batch_rows where district = "
        f"'{DISTRICT}' "
        f"and dataset = '{dataset}' and left(row_key, {rows.KEY_LENGTH}) in "
        f"(select group_key from {standing.touched(dataset)})"
    )
    return "wanted"


def _remaining(cur: duckdb.DuckDBPyConnection) -> list[fold.Batch]:
    found = cur.execute(
        "select batch_id, batch_seq, load_date, import_mode, "
        "row_number() over (partition by sha256 order by batch_seq) > 1 from batches where district = ? "
        "and state = 'in_force' order by batch_seq",
        [DISTRICT],
    ).fetchall()
    return [fold.Batch(*row) for row in found]


def in_force(cur: duckdb.DuckDBPyConnection, batch_id: str) -> fold.Batch:
    """The batch of that id, which is in force."""
    return next(batch for batch in _remaining(cur) if batch.batch_id == batch_id)


def _fold_again(
    cur: duckdb.DuckDBPyConnection, batch: fold.Batch, event: int, told: frozenset[str], held: list[str], whole: bool
) -> None:
    counts = {
        dataset: asserted.again(cur, dataset, batch.batch_id, None if whole else standing.touched(dataset))
        for dataset in replay.ORDER
        if dataset in told
    }
    present = {dataset: count for dataset, count in counts.items() if count}
    named = f"(select * from batch_people where district = '{DISTRICT}' and batch_id = '{batch.batch_id}'"
    if not whole:
        person = rows.digest(("person_kind", "person_ref"))
        named += f" and {person} in (select group_key from {standing.touched(rows.PEOPLE)})"
    side = Again(cur, batch, event, _given(cur, batch.batch_id), whole)
    found = replay.fold_in(cur, side, batch, present, named + ")", {})
    if whole:
        _ask_again(cur, batch.batch_id, present.keys(), found)
    for dataset in ends.SNAPSHOTS.keys() & {*held} - present.keys():
        ends.apply(cur, dataset, batch)


def _ask_again(cur: duckdb.DuckDBPyConnection, batch_id: str, present: Collection[str], found: matching.Found) -> None:
    """The batch asks about the persons of whom it isn't known now who they are, and about no others."""
    kept = cur.execute(
        "select source_sheet, dataset, report_json from batch_sheets where district = ? and batch_id = ?",
        [DISTRICT, batch_id],
    ).fetchall()
    for sheet, dataset, report in kept:
        told = json.loads(report)
        mine = (
            matching.asked(cur, found, dataset, f"a.source_sheet = {asserted.quoted(sheet)}")
            if dataset in present
            else []
        )
        asked = [vars(question) | {"choices": list(question.choices)} for question in matching.first_asked(mine)]
        others = [question for question in told["questions"] if question["kind"] != "person"]
        if [one for one in told["questions"] if one["kind"] == "person"] != asked:
            cur.execute(
                "update batch_sheets set report_json = ? where district = ? and batch_id = ? and source_sheet = ? "
                "and dataset = ?",
                [
                    json.dumps(told | {"questions": others + asked}, ensure_ascii=False),
                    DISTRICT,
                    batch_id,
                    sheet,
                    dataset,
                ],
            )


def _given(cur: duckdb.DuckDBPyConnection, batch_id: str) -> dict[str, set[str]]:
    found = cur.execute(
        "select dataset, mapping_json from batch_sheets where district = ? and batch_id = ?", [DISTRICT, batch_id]
    ).fetchall()
    given: dict[str, set[str]] = {}
    for dataset, mapping in found:
        given.setdefault(dataset, set()).update(json.loads(mapping)["given"])
    return given


def _set_aside(cur: duckdb.DuckDBPyConnection) -> None:
    stored = (
        f"(select * from {standing.in_force('sessions')} where group_key in "
        f"(select group_key from {standing.touched('sessions')}))"
    )
    twins.read_neighbours(cur, stored)
    twins.set_aside(cur)


def _rewait(cur: duckdb.DuckDBPyConnection, dataset: str, batch_id: str, *, waiting: bool) -> None:
    """Rows that no longer wait are no longer held; rows that wait now, if any, are, with the cells that are known."""
    key = {"d": DISTRICT, "batch": batch_id, "dataset": dataset}
    cur.execute(
        "delete from held_rows where district = $d and batch_id = $batch and dataset = $dataset "
        f"and record_no in (select rec from placed_{dataset} where action <> 'waiting')",
        key,
    )
    if not waiting:
        return
    names = (_name(kind) for kind in ("student", "provider") if f"{kind}_id" in rows.columns(dataset))
    data = ", ".join([*(_cell(field) for field in DATASETS[dataset].fields), *names])
    for why, (code, message) in held.WHY.items():
        cur.execute(
            f"insert into held_rows select $d, $batch, $dataset, a.shape, coalesce(a.source_sheet, ''), "
            f"coalesce(a.source_row, 0), a.rec, 'waiting', cast(json_object({data}) as varchar), "
            f"cast(to_json([{{'row': a.source_row, 'column': '{held.shown_at(why, dataset)}', 'code': '{code}', 'value': null, "
            f"'message': '{message}'}}]) as varchar) from {asserted.name(dataset)} as a "
            f"join placed_{dataset} as p on p.rec = a.rec where p.action = 'waiting' and p.why = '{why}' and a.rec "
            f"not in "
            f"(select record_no from held_rows where district = $d and batch_id = $batch and dataset = $dataset)",
            key,
        )


def _cell(field: Field) -> str:
    """SQL: a cell under the field's own name, without what stands for a person who has no id."""
    content = f"cast(a.{field.db_column} as varchar)"
    return f"'{field.name}', case when {content} not like '{asserted.REF}%' then {content} end"


def _name(kind: str) -> str:
    """SQL: the cell with the name of a person whom the batch names, last name first."""
    full = "coalesce(nullif(concat_ws(', ', n.last_name, n.first_name), ''), n.full_name)"
    return (
        f"'{kind}_name', (select {full} from batch_people as n where n.district = $d and n.batch_id = $batch "
        f"and n.person_kind = '{kind}' and n.person_ref = a.{kind}_id limit 1)"
    )
