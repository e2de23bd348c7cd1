"""An empty workbook for each dataset: its headings, two example rows, and what each field may hold."""

import io
from datetime import date, time
from typing import Any

import xlsxwriter

from data.contracts.datasets import DATASETS, Dataset, Field
from data.errors import UserError
from data.workbooks import TEXTS_STAY_TEXTS

HELP_SHEET = "Allowed values"
HELP_HEADINGS = ("Field", "Required", "What it holds", "Allowed values")
"""The headings of the help sheet, by which the import knows it and leaves it out."""
FREE_CYCLES = ("rotation:N (every N school days)", "weeks:N (every N weeks)")
_KINDS = {
    "text": "text", "id": "an id, as text", "date": "a date, YYYY-MM-DD", "time": "a time, HH:MM",
    "minutes": "minutes, a number", "number": "a number", "integer": "a whole number", "boolean": "yes or no",
    "code": "one of the words beside",
}  # fmt: skip

_STUDENTS: tuple[dict[str, Any], dict[str, Any]] = (
    {
        "student_id": "90001", "last_name": "Marlow", "first_name": "Tessa", "birth_date": date(2016, 3, 14),
        "school": "Juniper Elementary", "grade": "3", "enrolled_from": date(2025, 8, 25), "other_ids": "state=5550001",
    },
    {
        "student_id": "90002", "last_name": "Quill", "first_name": "Omar", "birth_date": date(2014, 11, 2),
        "school": "Juniper Elementary", "grade": "5", "enrolled_from": date(2025, 8, 25),
        "enrolled_to": date(2026, 1, 16),
    },
)  # fmt: skip
_EXAMPLES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "students": _STUDENTS,
    "schools": (
        {"school": "JUN", "school_name": "Juniper Elementary", "level": "elementary", "zone": "North"},
        {"school": "ASP", "school_name": "Aspen Middle", "level": "middle", "zone": "South"},
    ),
    "providers": (
        {
            "provider_id": "P901", "provider_name": "Rowe, Delia", "role": "OTR", "fte": 1, "contract_minutes": 2100,
            "other_duties_minutes": 120, "home_school": "Juniper Elementary", "employer": "district",
            "start_date": date(2021, 8, 16),
        },
        {
            "provider_id": "P902", "provider_name": "Finch, Marcus", "role": "COTA", "fte": 0.6,
            "contract_minutes": 1260, "home_school": "Aspen Middle", "employer": "Northside Therapy",
            "start_date": date(2024, 8, 19), "end_date": date(2026, 6, 12),
        },
    ),
    "supervision": (
        {"assistant_id": "P902", "provider_id": "P901", "school": "Juniper Elementary", "hours_per_month": 4},
        {"assistant_id": "P902", "provider_id": "P901", "school": "Aspen Middle", "hours_per_month": 2.5},
    ),
    "site_days": (
        {"provider_id": "P901", "school": "Juniper Elementary", "weekday": "mon", "half_day": "full"},
        {"provider_id": "P901", "school": "Aspen Middle", "weekday": "tue", "half_day": "am"},
    ),
    "service_lines": (
        {
            "line_id": "L9001", "student_id": "90001", "service": "OT", "plan_type": "IEP", "kind": "direct",
            "setting": "pull_out", "grouping": "individual", "minutes_per_session": 30, "sessions_per_cycle": 2,
            "amount_minutes": 60, "cycle": "week", "start_date": date(2025, 8, 25), "end_date": date(2026, 6, 12),
            "iep_id": "I9001", "provider_id": "P901", "school": "Juniper Elementary", "esy": False,
        },
        {
            "line_id": "L9002", "student_id": "90002", "service": "OT", "plan_type": "IEP", "kind": "indirect",
            "setting": "consult_staff", "amount_minutes": 45, "cycle": "month", "start_date": date(2025, 8, 25),
            "end_date": date(2026, 3, 2), "iep_id": "I9002", "provider_id": "P902", "otr_of_record_id": "P901",
            "school": "Juniper Elementary", "esy": False,
        },
    ),
    "sessions": (
        {
            "session_id": "S9001", "student_id": "90001", "line_id": "L9001", "provider_id": "P901",
            "school": "Juniper Elementary", "service": "OT", "kind": "direct", "session_date": date(2025, 9, 9),
            "start_time": time(9, 15), "end_time": time(9, 45), "minutes": 30, "status": "delivered",
            "setting": "pull_out", "grouping": "group", "group_size": 2, "group_id": "G1",
            "logged_on": date(2025, 9, 9),
        },
        {
            "session_id": "S9002", "student_id": "90001", "line_id": "L9001", "provider_id": "P901",
            "school": "Juniper Elementary", "service": "OT", "kind": "direct", "session_date": date(2025, 9, 11),
            "start_time": time(13, 0), "end_time": time(13, 30), "minutes": 30, "status": "missed",
            "reason": "student_absent", "setting": "pull_out", "grouping": "individual",
            "logged_on": date(2025, 9, 12),
        },
    ),
    "goals": (
        {
            "goal_id": "G901", "student_id": "90001", "service": "OT", "area": "sensory_motor",
            "goal_text": "Copies a sentence of eight words with letters on the line", "baseline": 40, "target": 80,
            "unit": "percent", "direction": "up", "trials": 10, "consecutive_required": 3,
            "start_date": date(2025, 8, 25), "due_date": date(2026, 6, 12),
        },
        {
            "goal_id": "G902", "student_id": "90002", "service": "OT", "area": "self_care",
            "goal_text": "Needs fewer reminders to pack the bag at the end of the day", "baseline": 6, "target": 1,
            "unit": "reminders", "direction": "down", "start_date": date(2025, 8, 25), "due_date": date(2026, 3, 2),
        },
    ),
    "measurements": (
        {
            "goal_id": "G901", "student_id": "90001", "measured_on": date(2025, 9, 26), "value": 45, "trials": 10,
            "period": "Q1",
        },
        {
            "goal_id": "G902", "student_id": "90002", "measured_on": date(2025, 9, 26), "value": 5,
            "progress_code": "sufficient", "period": "Q1",
        },
    ),
    "calendar_days": (
        {"day": date(2025, 9, 1), "is_instructional": False, "day_type": "holiday"},
        {
            "school": "Juniper Elementary", "day": date(2025, 9, 2), "is_instructional": True, "day_type": "half",
            "cycle_day": "A",
        },
    ),
    "grading_periods": (
        {"school_year": "2025-26", "period": "Q1", "start_date": date(2025, 8, 25), "end_date": date(2025, 10, 31)},
        {"school_year": "2025-26", "period": "Q2", "start_date": date(2025, 11, 3), "end_date": date(2026, 1, 30)},
    ),
    "decisions": (
        {
            "line_id": "L9001", "period": "2025-09", "decision": "offered", "minutes": 30,
            "decided_on": date(2025, 10, 6), "decided_by": "IEP team",
        },
        {
            "line_id": "L9002", "period": "2025-10", "decision": "declined_by_family", "minutes": 45,
            "decided_on": date(2025, 11, 4), "decided_by": "IEP team",
        },
    ),
    "awards": (
        {"award_id": "A901", "student_id": "90001", "service": "OT", "minutes": 240, "awarded_on": date(2025, 10, 20)},
        {"award_id": "A902", "student_id": "90002", "service": "OT", "minutes": 90, "awarded_on": date(2025, 11, 3)},
    ),
}  # fmt: skip
"""Two rows a dataset, of people who don't exist."""


def template(dataset: str) -> bytes:
    """An .xlsx for a dataset's name: a sheet with its headings and two example rows, and one with the allowed values.

    Loading it as it is gives two rows; UserError names an unknown dataset.
    """
    if dataset not in DATASETS:
        raise UserError(f"There is no dataset {dataset!r}; it is one of {', '.join(DATASETS)}.")
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, TEXTS_STAY_TEXTS)
    bold = book.add_format({"bold": True})
    _rows(book, DATASETS[dataset], bold)
    _help(book, DATASETS[dataset], bold)
    book.close()
    return out.getvalue()


def _rows(book: xlsxwriter.Workbook, dataset: Dataset, bold: Any) -> None:
    sheet = book.add_worksheet(dataset.name)
    forms = {"date": "yyyy-mm-dd", "time": "hh:mm", "id": "@"}
    formats = {kind: book.add_format({"num_format": form}) for kind, form in forms.items()}
    for column, field in enumerate(dataset.fields):
        shown = formats.get(field.type)
        sheet.set_column(column, column, max(12, len(field.name) + 2), shown)
        sheet.write_string(0, column, field.name, bold)
        for row, example in enumerate(_EXAMPLES[dataset.name], start=1):
            _write(sheet, row, column, example.get(field.name), shown)
    sheet.freeze_panes(1, 0)


def _write(sheet: Any, row: int, column: int, value: Any, shown: Any) -> None:
    if isinstance(value, bool):
        sheet.write_string(row, column, "yes" if value else "no")
    elif isinstance(value, date | time):
        sheet.write_datetime(row, column, value, shown)
    elif value is not None:
        sheet.write(row, column, value, shown)


def _help(book: xlsxwriter.Workbook, dataset: Dataset, bold: Any) -> None:
    sheet = book.add_worksheet(HELP_SHEET)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (heading, width) in enumerate(zip(HELP_HEADINGS, (24, 10, 60, 60), strict=True)):
        sheet.set_column(column, column, width, wrap)
        sheet.write_string(0, column, heading, bold)
    for row, field in enumerate(dataset.fields, start=1):
        cells = (field.name, "yes" if field.required else "no", field.doc, allowed(field))
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text)
    sheet.freeze_panes(1, 0)


def allowed(field: Field) -> str:
    """What a field may hold, in words: its codes, else its kind of value."""
    codes = (*field.codes, *(FREE_CYCLES if field.name == "cycle" else ()))
    return ", ".join(codes) if codes else _KINDS[field.type]
