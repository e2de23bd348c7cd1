"""Columns that tell nothing of the dataset, though they are full of numbers, days and words of the trade."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.shapes.composed.chooser import Chooser
from tests.shapes.composed.draft import Column, Draft

Cells = Callable[[Random, int], Any]
_NOTES = (
    "worked on grasp 3 of 5 trials", "Goal 2: 80% accuracy", "see note 10/2/2025", "needed 2 prompts", "parent called 9/12",
    "practised /r/ for 15 min", "", "",
)  # fmt: skip


def _day(first: date) -> Cells:
    return lambda random, at: f"{first + timedelta(days=random.randint(0, 200)):%m/%d/%Y}"


def _any(*options: Any) -> Cells:
    return lambda random, at: random.choice(options)


_ANYWHERE: dict[str, Cells] = {
    "Gender": _any("F", "M"), "Medicaid ID": lambda random, at: f"{random.randint(10**8, 10**9 - 1)}A",
    "Case Manager": _any("Hale, Ruth", "Ives, Tom"), "Primary Disability": _any("SLI", "AUT", "OHI"),
    "Next IEP Due Date": _day(date(2026, 1, 5)), "Triennial Due": _day(date(2027, 1, 5)),
    "Parent Phone": lambda random, at: f"555-01{random.randint(10, 99)}", "Row #": lambda random, at: at + 1,
    "Teacher": _any("Ms. Hale", "Mr. Ives"), "Home Language": _any("English", "Spanish"), "District": _any("Example USD"),
    "Medicaid Eligible": _any("Y", "N"), "Last IEP Meeting Date": _day(date(2025, 1, 5)), "Age": _any(6, 7, 9, 11),
    "Race/Ethnicity": _any("Hispanic", "White", "Asian"), "Data Source": _any("SIS"), "Record Status": _any("Active"),
    "Consent Date": _day(date(2025, 3, 1)), "SSN (last 4)": lambda random, at: f"{random.randint(1000, 9999)}",
    "Last Updated": lambda random, at: f"{date(2025, 12, 1) + timedelta(days=at):%m/%d/%Y} 08:15:00 AM",
}  # fmt: skip
_OF_SESSIONS: dict[str, Cells] = {
    "Session Notes": _any(*_NOTES), "Progress Note": _any(*_NOTES), "NPI": lambda random, at: random.randint(10**9, 10**10 - 1),
    "CPT Code": _any("97530", "97110", "92507"), "Goal #": _any(1, 2, 3), "Date Billed": _day(date(2025, 12, 8)),
    "Billable?": _any("Y", "N"), "Claim Status": _any("Paid", "Denied", "Pending"), "Rate": _any(65.0, 72.5),
    "Supervisor Signature": _any("R. Hale", ""), "Activity": _any("fine motor", "articulation", "strengthening"),
    "Mandated Min/Wk": _any(60, 90), "Year-to-date Minutes": _any(120, 240, 360), "Minutes Remaining": _any(600, 900),
    "Trials": _any("4/5", "7/10"), "Accuracy": _any("80%", "65%"), "ICD-10": _any("F80.2", "R27.8"), "Week #": _any(1, 2, 3),
    "Month": _any("September", "October"), "Grade": _any("K", "2", "5"), "DOB": _day(date(2015, 2, 1)),
    "Travel Time (min)": _any(0, 10, 15), "Prep Minutes": _any(5, 10), "Documentation Time": _any(5, 10),
    "Invoice Number": lambda random, at: 88010 + at, "Diagnosis": _any("Apraxia", ""), "Approved By": _any("Hale, Ruth", ""),
}  # fmt: skip
_OF_LINES: dict[str, Cells] = {
    "IEP Date": _day(date(2025, 2, 3)), "Annual Review Due": _day(date(2026, 2, 3)), "Notes": _any(*_NOTES),
    "Grade": _any("K", "2", "5"), "DOB": _day(date(2015, 2, 1)), "Comments": _any(*_NOTES), "LRE %": _any("82%", "40%"),
    "Service Order": lambda random, at: at + 1, "Funding Code": _any("6500", "3310"), "Signed Date": _day(date(2025, 2, 3)),
    "Minutes Delivered to Date": _any(120, 300), "Transportation": _any("Y", "N"), "Goal Count": _any(2, 3),
}  # fmt: skip
_OF_STUDENTS: dict[str, Cells] = {
    "Homeroom": _any("12", "Room 7"), "Counselor": _any("Hale, Ruth"), "Address": _any("12 Elm St", "9 Oak Ave"),
    "Zip": _any("94110", "02138"), "Email": _any("a@example.org"), "Eligibility Date": _day(date(2024, 5, 1)),
    "Middle Name": _any("J", "Q", ""), "Bus Route": _any("14", "22"), "504": _any("N"), "ELL Status": _any("Y", "N"),
}  # fmt: skip
_OF_CALENDAR: dict[str, Cells] = {"Week": _any(1, 2, 3), "Weekday": _any("Monday"), "Minutes in Day": _any(390, 240)}
_OTHERS = {
    "sessions": {**_ANYWHERE, **_OF_SESSIONS}, "service_lines": {**_ANYWHERE, **_OF_LINES},
    "students": {**_ANYWHERE, **_OF_STUDENTS}, "goals": {**_ANYWHERE, "Comments": _any(*_NOTES)},
    "providers": {"Email": _any("a@example.org"), "Phone": _any("555-0102"), "NPI": _any(1234567890), "Notes": _any(*_NOTES)},
    "calendar_days": {},
}  # fmt: skip
TOLD_BY: dict[str, str] = {"Minutes Delivered to Date": "stated_delivered_minutes"}
"""What is a field of its own dataset after all."""


def add(draft: Draft, chooser: Chooser) -> None:
    """Up to four such columns, anywhere."""
    options = {name: cells for name, cells in _OTHERS[draft.dataset].items() if _fits(draft, name)}
    for _ in range(min(chooser.one((0, 1, 1, 2, 3, 4)), len(options))):
        name = chooser.part("beside", options)
        cells = options.pop(name)
        column = Column(f"beside {name}", name, [cells(chooser.random, at) for at in range(len(draft.truth))])
        draft.columns.insert(chooser.random.randint(1, len(draft.columns)), column)
        if name in TOLD_BY:
            draft.tell(TOLD_BY[name], column.cells)


def _fits(draft: Draft, name: str) -> bool:
    """Whether a careful person isn't led astray: no second note, no teacher where nobody else gives the service."""
    taken = {column.heading.strip(" :*").lower() for column in draft.columns}
    told = {field for column in draft.columns for field in column.fields}
    people = name in ("Teacher", "Case Manager", "Counselor") and "provider" not in told
    return name.lower() not in taken and not people and not (name == "Grade" and "grade" in told)
