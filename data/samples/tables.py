"""The lists of the sample district as small csv files: roster, schools, staff, calendar, plans."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from data.samples import district
from data.samples.days import FIRST_DAY, HALF_DAYS, LAST_DAY, QUARTERS, closed, weekdays
from data.samples.ieps import Line
from data.samples.needs import Student

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SERVICES = {
    "OT": "Occupational Therapy",
    "PT": "Physical Therapy",
    "SLP": "Speech-Language Therapy",
    "COUNSELING": "Counseling",
}
PLACES = {
    "push_in": "General education classroom",
    "pull_out": "Therapy room",
    "consult_staff": "Teacher consultation",
}


def text(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A csv file as Excel writes it: with a byte order mark and CRLF; dates as MM/DD/YYYY."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    return f"{value:%m/%d/%Y}" if isinstance(value, date) else "" if value is None else value


def students(found: list[Student]) -> bytes:
    """The roster."""
    headings = (
        "Student ID", "Last Name", "First Name", "Date of Birth", "School", "Grade", "Entry Date", "Exit Date",
    )  # fmt: skip
    return text(
        headings,
        (
            (one.student_id, one.last_name, one.first_name, one.birth, one.school, one.grade, one.enrolled_from,
             one.enrolled_to)
            for one in found
        ),
    )  # fmt: skip


def schools() -> bytes:
    """The schools and their zones."""
    rows = ((one.name, one.full_name, one.level, one.zone) for one in district.SCHOOLS)
    return text(("School", "School Name", "Level", "Zone"), rows)


def supervision() -> bytes:
    """Which OTR supervises which assistant."""
    rows = (
        (one.provider_id, one.supervisor, one.schools[0], district.SUPERVISION_HOURS)
        for one in district.PROVIDERS
        if one.supervisor
    )
    return text(("COTA ID", "Supervising OTR ID", "School", "Hours Per Month"), rows)


def site_days() -> bytes:
    """Where each provider is on which half-day; those who left are nowhere."""
    rows = (
        (one.provider_id, school, WEEKDAYS[day], {"full": "Full day"}.get(half, half.upper()))
        for one in district.PROVIDERS
        if one.end is None
        for school, day, half in district.site_days(one)
    )
    return text(("Provider ID", "School", "Weekday", "AM/PM"), rows)


def calendar() -> bytes:
    """Every weekday of the school year."""
    shut = closed()
    rows = (
        (day, "N" if day in shut else "Y", shut.get(day) or ("Half day" if day in HALF_DAYS else "Full day"))
        for day in weekdays(FIRST_DAY, LAST_DAY)
    )
    return text(("Date", "Instructional Day", "Day Type"), rows)


def grading_periods() -> bytes:
    """The quarters."""
    return text(
        ("School Year", "Grading Period", "Start Date", "End Date"),
        (("2025-26", name, first, last) for name, first, last in QUARTERS),
    )


def service_lines(lines: list[Line], found: list[Student]) -> bytes:
    """The service grid of every plan on file."""
    names = {one.student_id: one.name for one in found}
    headings = (
        "Student ID", "Student Name", "IEP ID", "Service ID", "Service", "Direct/Indirect", "Frequency", "Location",
        "Individual/Group", "Start Date", "End Date", "Provider", "OTR of Record ID", "School",
    )  # fmt: skip
    return text(headings, (_service_line(line, names) for line in lines))


def _service_line(line: Line, names: dict[str, str]) -> tuple[object, ...]:
    need = line.need
    return (
        need.student_id, names[need.student_id], line.iep_id, line.line_id, SERVICES[need.service],
        "Consult" if need.kind == "indirect" else "Direct", line.frequency, PLACES[line.setting],
        need.grouping.capitalize() if need.kind == "direct" else "", line.start, line.end,
        district.provider(need.provider_id).name, line.otr_of_record, need.school,
    )  # fmt: skip
