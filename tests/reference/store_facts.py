"""Write plain facts into a store as imports would have left them: batches, versions of rows, logs, policies."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import duckdb
import pyarrow as pa

from data.store import Store
from data.store.connect import DISTRICT
from tests.reference.facts import Choices, Facts, Line, Session, WaitingRow
from tests.reference.school_days import month

LOADED_AT = datetime(2025, 7, 1, 8, 0)
ROSTER = "roster"
SCHOOL_YEARS = ("2024-25", "2025-26", "2026-27")
Row = dict[str, Any]


def store_facts(store: Store, facts: Facts, choices: Choices | None = None) -> None:
    """Put the facts into an empty store, each batch as one event, after one batch of calendar and roster."""
    with store.transaction() as cur:
        write_facts(cur, facts, choices)


def write_facts(cur: duckdb.DuckDBPyConnection, facts: Facts, choices: Choices | None = None) -> None:
    """The same in a transaction of one's own."""
    sequence = write_batches(cur, facts)
    write_calendar(cur, facts)
    write_people(cur, facts)
    write_lines(cur, facts.lines, sequence)
    write_sessions(cur, facts.sessions, sequence)
    write_logs(cur, [*facts.sessions, *facts.waiting])
    write_policies(cur, choices or Choices())


def insert(cur: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows of the same fields."""
    found = [{name: float(v) if isinstance(v, Fraction) else v for name, v in row.items()} for row in rows]
    if not found:
        return
    cur.register("rows_to_insert", pa.Table.from_pylist(found))
    names = ", ".join(found[0])
    cur.execute(f"insert into {table} (district, {names}) select '{DISTRICT}', {names} from rows_to_insert")
    cur.unregister("rows_to_insert")


def write_batches(cur: duckdb.DuckDBPyConnection, facts: Facts, after: int = 0) -> dict[str, int]:
    """Batches, their events (numbered ``after`` the last one) and chosen covers; the number of each batch's event."""
    names = [*([] if after else [ROSTER]), *(batch.name for batch in facts.batches)]
    sequence = {name: number for number, name in enumerate(names, start=after + 1)}
    dates = {ROSTER: LOADED_AT.date(), **{batch.name: batch.load_date for batch in facts.batches}}
    insert(cur, "events", [
        {"event_seq": number, "kind": "import", "batch_id": name, "happened_at": LOADED_AT, "done_by": "test"}
        for name, number in sequence.items()
    ])  # fmt: skip
    insert(cur, "batches", [
        {"batch_id": name, "batch_seq": number, "file_name": f"{name}.csv", "sha256": name, "file_bytes": 1,
         "loaded_at": LOADED_AT, "load_date": dates[name], "loaded_by": "test", "import_mode": "merge",
         "state": "in_force"}
        for name, number in sequence.items()
    ])  # fmt: skip
    for batch in facts.batches:
        insert(cur, "batch_covers", [{"batch_id": batch.name, **public(cover)} for cover in batch.covers])
    return sequence


def public(fact: Any) -> Row:
    """The fields of a fact."""
    return {found.name: getattr(fact, found.name) for found in fields(fact)}


def version(key: str, batch: str, number: int) -> Row:
    """What every stored row carries."""
    return {"row_key": key, "shape": "test", "row_hash": key, "batch_id": batch, "source_sheet": "Sheet1",
            "source_row": 2, "known_from": number}  # fmt: skip


def write_calendar(cur: duckdb.DuckDBPyConnection, facts: Facts) -> None:
    """Calendar rows (an empty school is the district's) and grading periods."""
    insert(cur, "calendar_days", [
        {**version(f"{row.school or ''}|{row.day}", ROSTER, 1), "school": row.school or "", "day": row.day,
         "is_instructional": row.is_instructional, "day_type": "full" if row.is_instructional else "holiday"}
        for row in facts.calendar
    ])  # fmt: skip
    insert(cur, "grading_periods", [
        {**version(f"{row.school_year}|{row.period}|{row.start_date}", ROSTER, 1), **public(row),
         "school_year": row.school_year or ""}
        for row in facts.grading_periods
    ])  # fmt: skip


def write_people(cur: duckdb.DuckDBPyConnection, facts: Facts) -> None:
    """Spells of enrolment; students on no roster are mentioned only."""
    insert(cur, "students", [
        {**version(f"{spell.student_id}|{spell.enrolled_from}", ROSTER, 1), **public(spell)}
        for spell in facts.enrolments
    ])  # fmt: skip
    everyone = {row.student_id for row in (*facts.lines, *facts.sessions, *facts.waiting)}
    mentioned = everyone - {spell.student_id for spell in facts.enrolments}
    insert(cur, "people", [
        {**version(f"student|{name}", ROSTER, 1), "person_kind": "student", "person_id": name}
        for name in sorted(mentioned)
    ])  # fmt: skip
    insert(cur, "student_links", [
        {"student_id": name, "link_key": f"k{number}"}
        for number, name in enumerate(sorted(everyone | {spell.student_id for spell in facts.enrolments}))
    ])  # fmt: skip


def write_lines(cur: duckdb.DuckDBPyConnection, lines: tuple[Line, ...], sequence: dict[str, int]) -> None:
    """Service lines and what their batches said."""
    rows = []
    for line in lines:
        row = public(line)
        row["line_grouping"] = row.pop("grouping")
        batch = row.pop("batch")
        rows.append({**version(f"{line.student_id}|{line.line_id}", batch, sequence[batch]), **row})
    insert(cur, "service_lines", rows)
    write_batch_rows(cur, "service_lines", rows)


def write_sessions(cur: duckdb.DuckDBPyConnection, sessions: tuple[Session, ...], sequence: dict[str, int]) -> None:
    """Sessions and what their batches said."""
    rows = []
    for session in sessions:
        row = public(session)
        row["session_grouping"] = row.pop("grouping")
        batch = row.pop("batch")
        rows.append({**version(session.session_id, batch, sequence[batch]), **row})
    insert(cur, "sessions", rows)
    write_batch_rows(cur, "sessions", rows)


def write_batch_rows(cur: duckdb.DuckDBPyConnection, dataset: str, rows: list[Row]) -> None:
    """What each batch said of each row."""
    kept = ("row_key", "row_hash", "shape", "source_sheet", "source_row", "batch_id")
    insert(cur, "batch_rows_listed", [
        {**{name: row[name] for name in kept}, "dataset": dataset, "action": "new"} for row in rows
    ])  # fmt: skip


def write_logs(cur: duckdb.DuckDBPyConnection, rows: list[Session | WaitingRow]) -> None:
    """Which months each batch has rows of, by service, kind and provider; by student where they wait or say no kind."""
    counted: dict[tuple[Any, ...], list[date]] = {}
    students: dict[tuple[Any, ...], list[date]] = {}
    for row in rows:
        waits = isinstance(row, WaitingRow)
        who = row.student_id if waits else None
        key = (row.batch, row.service, row.kind, row.provider_id, who, month(row.session_date), waits)
        counted.setdefault(key, []).append(row.session_date)
        if row.kind is None and not waits:
            mine = (row.batch, row.service, row.student_id, month(row.session_date))
            students.setdefault(mine, []).append(row.session_date)
    names = ("batch_id", "service", "kind", "provider_id", "student_id", "month_start", "is_waiting")
    insert(cur, "batch_logs", [
        {**dict(zip(names, key, strict=True)), "shape": "test", "row_count": len(found), "first_day": min(found),
         "last_day": max(found)}
        for key, found in counted.items()
    ])  # fmt: skip
    names = ("batch_id", "service", "student_id", "month_start")
    insert(cur, "batch_log_students", [
        {**dict(zip(names, key, strict=True)), "last_day": max(found)} for key, found in students.items()
    ])  # fmt: skip


def policies_of(choices: Choices) -> dict[str, str]:
    """The choices that differ from the defaults, by policy."""
    default = Choices()
    names = [found.name for found in fields(choices) if found.name not in ("treatments", "others")]
    changed = {name: getattr(choices, name) for name in names if getattr(choices, name) != getattr(default, name)}
    texts = {name: str(float(v)) if isinstance(v, Fraction) else v for name, v in changed.items()}
    return {**texts, **choices.treatments}


def write_policies(cur: duckdb.DuckDBPyConnection, choices: Choices) -> None:
    """Stored policies, for the years around the school year."""
    insert(cur, "policies", [
        {"school_year": year, "policy": name, "value": value, "set_at": LOADED_AT, "set_by": "test", "known_from": 1}
        for year in SCHOOL_YEARS
        for name, value in policies_of(choices.of(int(year[:4]))).items()
    ])  # fmt: skip
