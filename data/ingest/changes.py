"""What a file changes, told before it is written: rows new, changed, unchanged and missing now, with their minutes."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from data.ingest.folding import asserted, rows, standing
from data.ingest.folding.fold import Batch
from data.store.connect import DISTRICT

MOST_LISTED = 200
"""So many rows of each list are shown; the counts and minutes are of all."""
GIVEN = "('delivered', 'partial', 'make_up')"
FEW, SHARE, FEWEST = 10, 0.10, 4
"""More rows than so many, and more than that share of what the file speaks for, need a second look; also where most of so
many at least would go."""
LISTED = {
    "sessions": ("student_id", "service", "session_date", "minutes", "status", "reason", "provider_id"),
    "service_lines": ("student_id", "service", "amount_minutes", "cycle", "start_date", "end_date", "provider_id"),
    "students": ("student_id", "school", "grade", "enrolled_from", "enrolled_to"),
    "goals": ("student_id", "service", "goal_text", "baseline", "target", "due_date"),
    "measurements": ("student_id", "goal_id", "measured_on", "value", "progress_code"),
}
"""What is shown of a row; of other datasets the first columns."""
_COLUMNS = 6


def shown(dataset: str) -> tuple[str, ...]:
    """The columns of a dataset that its lists show."""
    return LISTED.get(dataset) or rows.columns(dataset)[:_COLUMNS]


def note(cur: duckdb.DuckDBPyConnection, dataset: str, *, changed: bool, missing: bool) -> None:
    """``was_<dataset>``: the stored rows that the file changes; ``gone_<dataset>``: those that it lacks (``spoken_for``),
    if any are ``missing``.

    Call it before anything is written.
    """
    changes = f"s.row_key in (select row_key from placed_{dataset} where action = 'changed')"
    _note(cur, f"was_{dataset}", dataset, changes if changed else "")
    lacks = (
        "s.aside is distinct from 'twin' and s.row_key in (select row_key from spoken_for) "
        f"and s.row_key not in (select row_key from placed_{dataset})"
    )
    if missing:
        _note(cur, f"gone_{dataset}", dataset, lacks)


def _note(cur: duckdb.DuckDBPyConnection, table: str, dataset: str, where: str) -> None:
    """A temp table of the stored rows for which a condition holds, if any."""
    if not where:
        standing.make(cur, table, dataset)
        return
    cur.execute(
        f"create or replace temp table {table} as select * from {standing.in_force(dataset)} as s where {where}"
    )


def _count(cur: duckdb.DuckDBPyConnection, query: str) -> int:
    row = cur.execute(query).fetchone()
    return int(row[0]) if row else 0


def unusual(
    cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch, became: Mapping[str, int], missing: int, moved: int = 0
) -> str:
    """A sentence where an unusual share of the stored rows that the file speaks for would change or vanish; else "".

    ``became``: the file's rows by what became of them. Call it after the rows were written: a replace has taken rows out,
    and of the rows that are ``missing``, lines may have ended. ``moved``: those told under another key.
    """
    changed = became.get("changed", 0)
    replaced = _count(cur, "select count(*) from removed") if batch.takes_out else 0
    ended = _ended(cur, dataset, batch) if missing else 0
    touched = changed + replaced + ended + moved
    spoken_for = changed + became.get("unchanged", 0) + (replaced or missing) + moved
    most_go = spoken_for >= FEWEST and (replaced + ended) * 2 > spoken_for
    if touched <= SHARE * spoken_for or (touched <= FEW and not most_go):
        return ""
    parts = [
        f"{number:,} {what}"
        for number, what in (
            (changed, "would change"),
            (moved, "would be told under another key"),
            (replaced, "would be taken out"),
            (ended, "would end"),
        )
        if number
    ]
    return (
        f"Of {spoken_for:,} rows on file that this file speaks for, {' and '.join(parts)}: {touched / spoken_for:.0%}, "
        "more than a month's corrections usually are. Is it the right file, and whole?"
    )


def _ended(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch) -> int:
    return _count(
        cur,
        f"select count(*) from batch_ends where district = '{DISTRICT}' and batch_id = '{batch.batch_id}' "
        f"and dataset = '{dataset}' and answer = 'ended' and ended_on is not null",
    )


def twice(rows: int) -> str:
    """A sentence where rows may be sessions that another system's file brought already; else ""."""
    if not rows:
        return ""
    return (
        f"{rows:,} of the new sessions {'is' if rows == 1 else 'are'} of a student, service and day of which another kind of "
        "file has one too, and one of the two files tells no start time: are they the same sessions? Loaded, both are counted; "
        "to load them once, export them with their start times, or from one system only."
    )


def minutes(cur: duckdb.DuckDBPyConnection, sheet: int) -> dict[str, float]:
    """Minutes given of one table's sessions by what becomes of them; ``changed_from`` are those before."""
    low, high = sheet * asserted.SHEET_STEP, (sheet + 1) * asserted.SHEET_STEP - 1
    found = cur.execute(
        f"select case when s.aside = 'twin' and p.action in ('new', 'changed') then 'duplicate' else p.action end as "
        f"became, sum(p.minutes) filter (where p.status in {GIVEN}), sum(w.minutes) filter (where w.status in {GIVEN}) "
        f"from brought_sessions as p "
        f"left join was_sessions as w on w.row_key = p.row_key left join standing_sessions as s on s.row_key = p.row_key "
        f"where p.rec between {low} and {high} group by became"
    ).fetchall()
    told = {str(became): float(after or 0) for became, after, _ in found}
    before = sum(float(one or 0) for became, _, one in found if became == "changed")
    return told | ({"changed_from": before} if "changed" in told else {})


def minutes_missing(cur: duckdb.DuckDBPyConnection, shape: str) -> float:
    """Minutes given of the stored sessions of a shape that the file lacks."""
    row = cur.execute(
        f"select sum(minutes) filter (where status in {GIVEN}) from gone_sessions where shape = ?", [shape]
    ).fetchone()
    return float(row[0] or 0) if row else 0.0


def lists(cur: duckdb.DuckDBPyConnection, dataset: str, sheet: int) -> dict[str, list[dict[str, Any]]]:
    """The first new and changed rows of one table: row, student, the columns of ``shown``, and what they were."""
    low, high = sheet * asserted.SHEET_STEP, (sheet + 1) * asserted.SHEET_STEP - 1
    columns = shown(dataset)
    placed = (
        f"placed_{dataset} as p join resolved_{dataset} as r on r.rec = p.rec "
        f"left join was_{dataset} as w on w.row_key = p.row_key"
    )
    made: dict[str, list[dict[str, Any]]] = {}
    for action in ("new", "changed"):
        made[action] = _listed(
            cur, columns, placed, f"p.action = '{action}' and p.rec between {low} and {high}", "p.source_row", "p.rec",
            was=_was(dataset) if action == "changed" else "null",
        )  # fmt: skip
    return {action: found for action, found in made.items() if found}


def missing(cur: duckdb.DuckDBPyConnection, dataset: str, shape: str) -> list[dict[str, Any]]:
    """The first stored rows of a shape that the file lacks, with their keys."""
    where = f"r.shape = {asserted.quoted(shape)}"
    return _listed(cur, shown(dataset), f"gone_{dataset} as r", where, "r.source_row", "r.row_key", key="r.row_key")


def stored(cur: duckdb.DuckDBPyConnection, dataset: str, keys: Sequence[str]) -> list[dict[str, Any]]:
    """The first of the rows in force with these keys, as ``missing`` lists them."""
    named = ", ".join(asserted.quoted(key) for key in keys) or "null"
    where = f"r.district = '{DISTRICT}' and r.known_to is null and r.row_key in ({named})"
    return _listed(cur, shown(dataset), f"{dataset} as r", where, "r.source_row", "r.row_key", key="r.row_key")


def _listed(
    cur: duckdb.DuckDBPyConnection,
    columns: tuple[str, ...],
    rows_from: str,
    where: str,
    row: str,
    order: str,
    *,
    was: str = "null",
    key: str = "null",
) -> list[dict[str, Any]]:
    data = ", ".join(f"r.{column}" for column in columns)
    student = _name("r.student_id") if "student_id" in columns else "null"
    provider = _provider("r.provider_id") if "provider_id" in columns else "null"
    found = cur.execute(
        f"select {row}, {student} as student, {data}, {provider} as provider, {was} as was, {key} as row_key "
        f"from {rows_from} where {where} order by {order} limit {MOST_LISTED}"
    )
    names = ("row", "student", *columns, "provider", "was", "row_key")
    return [dict(zip(names, values, strict=True)) for values in found.fetchall()]


def _name(student: str) -> str:
    """SQL: what a student is called, by the roster, else by those who name them; else the id."""
    named = "select {0} from {1} as n where n.known_to is null and n.{2} = {3} and n.last_name is not null limit 1"
    full = "n.last_name || coalesce(', ' || n.first_name, '')"
    return (
        f"coalesce(({named.format(full, 'students', 'student_id', student)}), "
        f"({named.format(full, 'people', 'person_id', student)}), {student})"
    )


def _provider(provider: str) -> str:
    """SQL: what a provider is called; else the id."""
    return (
        f"coalesce((select n.provider_name from providers as n where n.known_to is null and n.provider_id = {provider} "
        f"and n.provider_name is not null limit 1), (select n.full_name from people as n where n.known_to is null "
        f"and n.person_kind = 'provider' and n.person_id = {provider} and n.full_name is not null limit 1), {provider})"
    )


def _was(dataset: str) -> str:
    """SQL: each column that differs, as it was: "minutes 30, status missed"."""
    parts = ", ".join(
        f"case when w.{column} is distinct from r.{column} then "
        f"'{column.replace('_', ' ')} ' || coalesce(cast(w.{column} as varchar), 'blank') end"
        for column in rows.columns(dataset)
        if column != rows.OWN_ID.get(dataset) and column not in ("birth_date", "assumed")
    )
    return f"concat_ws(', ', {parts})"
