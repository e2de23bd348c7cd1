"""The same facts as the csv files that a district would load, for the whole way from file to figure."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from tests.reference.facts import Batch, ChosenCover, Facts, Line, Session, WaitingRow
from tests.reference.store_facts import LOADED_AT, public

UNREADABLE_AMOUNT = "as needed"
UNKNOWN_STATUS = "zq"


@dataclass(frozen=True)
class File:
    """One file to load, with what the user says beside it."""

    name: str
    data: bytes
    load_date: date
    covers: tuple[ChosenCover, ...] = ()


def files_of(facts: Facts) -> list[File]:
    """All files in the order of loading: calendar, periods and roster first, then each batch that has rows."""
    loaded = LOADED_AT.date()
    first = [
        ("calendar_days.csv", [public(row) for row in facts.calendar]),
        ("grading_periods.csv", [public(row) for row in facts.grading_periods]),
        ("students.csv", [public(row) for row in facts.enrolments]),
    ]
    files = [File(name, csv_of(rows), loaded) for name, rows in first if rows]
    return files + [file for batch in facts.batches if (file := file_of(facts, batch))]


def file_of(facts: Facts, batch: Batch) -> File | None:
    """One batch's file."""
    lines = [line_row(line) for line in facts.lines if line.batch == batch.name]
    logs = [session_row(session) for session in facts.sessions if session.batch == batch.name]
    waits = [waiting_row(row, n) for n, row in enumerate(facts.waiting) if row.batch == batch.name]
    rows = lines or logs + waits
    name = f"{'service_lines' if lines else 'sessions'}-{batch.name}.csv"
    return File(name, csv_of(rows), batch.load_date, batch.covers) if rows else None


def line_row(line: Line) -> dict[str, Any]:
    """A line in the words of the template."""
    row = public(line)
    del row["batch"], row["is_usable"]
    if not line.is_usable:
        row["amount_minutes"] = UNREADABLE_AMOUNT
    return row


def session_row(session: Session) -> dict[str, Any]:
    """A session in the words of the template."""
    row = public(session)
    del row["batch"]
    return row


def waiting_row(row: WaitingRow, number: int) -> dict[str, Any]:
    """A row whose status nobody knows."""
    session = Session(f"waiting-{number}", row.student_id, row.session_date, 30, UNKNOWN_STATUS, None, row.service,
                      row.kind, provider_id=row.provider_id, batch=row.batch)  # fmt: skip
    return session_row(session)


def csv_of(rows: Iterable[dict[str, Any]]) -> bytes:
    """Rows as csv, empty cells for nothing."""
    found = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(found[0]))
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in found)
    return text.getvalue().encode()


def cell(value: Any) -> str:
    """A value as it stands in a file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction):
        return str(int(value)) if value.denominator == 1 else str(float(value))
    return str(value)
