"""The service logs as files: a workbook with a sheet a month, and the speech system's csv."""

from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.samples import district, stories, tables
from data.samples.needs import Student
from data.samples.sessions import Session

CREATED = datetime(2026, 3, 2, 8, 0)
REASONS = {
    "": "",
    "student_absent": "Student absent",
    "student_unexcused": "Unexcused absence",
    "student_refused": "Student refused",
    "parent_declined": "Parent declined",
    "provider_absent": "Provider absent",
    "provider_meeting": "Provider in IEP meeting",
    "vacancy": "Position vacant",
    "school_event": "Assembly",
    "state_testing": "State testing",
    "emergency_closure": "Power outage",
    "student_suspended": "Student suspended",
}
HEADINGS = (
    "Student ID", "Student Name", "Service", "Provider", "Date", "Start", "Minutes", "Status", "Absence Reason",
    "Direct/Consult", "Location", "Group Size", "School", "Make-Up For",
)  # fmt: skip
SPEECH_HEADINGS = (
    "Log ID", "Student ID", "Student Name", "Service Date", "Service", "Start Time", "End Time", "Total Minutes",
    "Session Status", "Reason Missed", "Place of Service", "Number of Students", "Therapist", "Makes Up Date",
)  # fmt: skip
MINUTES = HEADINGS.index("Minutes")


def workbook(rows: list[Session], students: list[Student]) -> bytes:
    """The OT and PT logs, one sheet a month: titles, headings, rows, a line of totals."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": False, "in_memory": True})
    book.set_properties({"created": CREATED, "title": "Related services log"})
    names = {one.student_id: one.name for one in students}
    bold, day, clock = book.add_format({"bold": True}), book.add_format(), book.add_format()
    day.set_num_format("mm/dd/yyyy")
    clock.set_num_format("h:mm AM/PM")
    for month, found in by_month(row for row in rows if row.need.service != "SLP"):
        _sheet(book.add_worksheet(f"{month:%b %Y}"), month, found, names, (bold, day, clock))
    book.close()
    return out.getvalue()


def by_month(rows: Iterable[Session]) -> list[tuple[date, list[Session]]]:
    """The rows of each month, with its first day."""
    found: dict[date, list[Session]] = {}
    for row in rows:
        found.setdefault(row.day.replace(day=1), []).append(row)
    return sorted(found.items())


def _sheet(
    sheet: Worksheet, month: date, rows: list[Session], names: dict[str, str], formats: tuple[Format, Format, Format]
) -> None:
    bold, day, clock = formats
    sheet.write_string(0, 0, f"{district.DISTRICT} - Related Services Log", bold)
    sheet.write_string(1, 0, f"{month:%B %Y} - Occupational and Physical Therapy")
    for column, heading in enumerate(HEADINGS):
        sheet.write_string(3, column, heading, bold)
    sheet.set_column(1, len(HEADINGS) - 1, 16)
    mistyped = _mistyped(month, rows)
    for number, row in enumerate(rows, 4):
        _row(sheet, number, row, names, day, clock)
        if row in mistyped:
            sheet.write_string(number, MINUTES, "3O")
    sheet.write_string(4 + len(rows), 0, "Total", bold)
    sheet.write_number(4 + len(rows), MINUTES, sum(row.minutes for row in rows), bold)


def _row(sheet: Worksheet, number: int, row: Session, names: dict[str, str], day: Format, clock: Format) -> None:
    need = row.need
    for column, cell in (
        (0, need.student_id), (1, names[need.student_id]), (2, tables.SERVICES[need.service]), (3, _by(row)),
        (7, row.status), (8, REASONS[row.reason]), (9, "Consult" if need.kind == "indirect" else "Direct"),
        (10, tables.PLACES.get(row.setting, "")), (12, need.school),
    ):  # fmt: skip
        if cell:
            sheet.write_string(number, column, cell)
    sheet.write_number(number, 4, _serial(row.day), day)
    sheet.write_number(number, 5, row.start / 1440, clock)
    sheet.write_number(number, MINUTES, row.minutes)
    if row.group_size:
        sheet.write_number(number, 11, row.group_size)
    if row.makes_up:
        sheet.write_number(number, 13, _serial(row.makes_up), day)


def _mistyped(month: date, rows: list[Session]) -> list[Session]:
    """The January rows whose minutes somebody typed with a letter."""
    if month != date(2026, 1, 1):
        return []
    plain = [row for row in rows if row.status == "Delivered" and row.need.minutes == 30 and row.need.kind == "direct"]
    return plain[100 :: len(plain) // stories.MISTYPED_ROWS][: stories.MISTYPED_ROWS]


def _by(row: Session) -> str:
    return district.provider(row.provider_id).name if row.provider_id else ""


def _serial(day: date) -> int:
    """A day as a workbook counts it."""
    return (day - date(1899, 12, 30)).days


def speech(rows: list[Session], students: list[Student]) -> bytes:
    """The speech log, as the speech system exports it."""
    names = {one.student_id: one.name for one in students}
    found = [row for row in rows if row.need.service == "SLP"]
    return tables.text(SPEECH_HEADINGS, (_speech_row(number, row, names) for number, row in enumerate(found, 700001)))


def _speech_row(number: int, row: Session, names: dict[str, str]) -> tuple[object, ...]:
    end = row.start + (row.minutes or row.need.minutes)
    return (
        number, row.need.student_id, names[row.need.student_id], row.day, tables.SERVICES["SLP"], _clock(row.start),
        _clock(end), row.minutes, row.status, REASONS[row.reason], tables.PLACES.get(row.setting, ""),
        row.group_size or "", _by(row), row.makes_up,
    )  # fmt: skip


def _clock(minutes: int) -> str:
    return f"{time(minutes // 60, minutes % 60):%I:%M %p}"
