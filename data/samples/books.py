"""The goals and the staff as workbooks."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import xlsxwriter

from data.samples import district
from data.samples.goals import Goal, measuring_days
from data.samples.logs import CREATED
from data.samples.needs import Student
from data.samples.tables import SERVICES

GOAL_HEADINGS = (
    "Student ID", "Student Name", "Goal ID", "Service", "Goal Area", "Goal", "Baseline", "Target", "Measured By",
    "Direction", "Start Date", "Due Date",
)  # fmt: skip
STAFF_HEADINGS = (
    "Staff ID", "Staff Name", "Position", "FTE", "Other Duties Minutes", "Home School", "Employer", "Start Date",
    "End Date",
)  # fmt: skip


def goals(found: list[Goal], students: list[Student]) -> bytes:
    """One row a goal, a column for each day of measuring."""
    names = {one.student_id: one.name for one in students}
    days = measuring_days()
    rows = [
        (
            goal.line.need.student_id, names[goal.line.need.student_id], goal.goal_id, SERVICES[goal.line.need.service],
            goal.area, goal.text, goal.baseline, goal.target, goal.unit.capitalize(), goal.direction.capitalize(),
            goal.start, goal.due, *(goal.values.get(day) for day in days),
        )
        for goal in found
    ]  # fmt: skip
    return book("Goals", ("IEP Goal Data 2025-26", "Measured every other week"), (*GOAL_HEADINGS, *days), rows)


def staff() -> bytes:
    """The related services staff, those who left included."""
    rows = [
        (
            one.provider_id, one.name, district.TITLES[one.role], one.fte, one.other_duties, one.schools[0],
            one.employer, one.start, one.end,
        )
        for one in district.PROVIDERS
    ]  # fmt: skip
    return book("Staff", (district.DISTRICT, "Related services staff 2025-26"), STAFF_HEADINGS, rows)


def book(name: str, titles: Sequence[str], headings: Sequence[object], rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook of one sheet: titles, a blank row, headings, rows; days are real dates."""
    out = BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "mm/dd/yyyy"})
    made.set_properties({"created": CREATED, "title": name})
    sheet = made.add_worksheet(name)
    for number, title in enumerate(titles):
        sheet.write_string(number, 0, title)
    for number, row in enumerate((headings, *rows), len(titles) + 1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value)
            elif value is not None:
                sheet.write(number, column, value)
    made.close()
    return out.getvalue()
