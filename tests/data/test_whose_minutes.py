"""Whose minutes a column tells: the student's count, the group's and the provider's don't."""

import pytest

from data.ingest.tables import find
from tests.data.sheets import sheet


def _left(*headings: str) -> list[str]:
    """Of columns of minutes, those that are left of a log of two children."""
    cells = [f"{30 + at}" for at in range(len(headings))]
    rows = [
        ["Student ID", "Service", "Date", *headings],
        ["1", "OT", "9/8/2025", *cells],
        ["2", "OT", "9/9/2025", *cells],
    ]
    (found,) = find(sheet("\n".join("|".join(row) for row in rows)))
    return [heading for heading in found.headings if heading in headings]


@pytest.mark.parametrize(
    ("headings", "left"),
    [
        (("Student Minutes", "Group Total Minutes", "Prep Min", "Total Provider Min"), ["Student Minutes"]),
        (("Minutes per Student", "Total Group Min"), ["Minutes per Student"]),
        (("Therapist Minutes", "Child Minutes"), ["Child Minutes"]),
        (("Student Minutes", "Billable Minutes"), ["Student Minutes"]),
        (("Minutes", "Provider Minutes", "Travel Minutes"), ["Minutes"]),
    ],
)
def test_the_students_minutes_are_left(headings: tuple[str, ...], left: list[str]) -> None:
    assert _left(*headings) == left


@pytest.mark.parametrize(
    "headings",
    [
        ("Provider Minutes",),
        ("Group Total Minutes",),
        ("Minutes", "Teacher Consult Minutes"),
        ("Minutes", "Provider Absent Minutes"),
        ("Minutes", "Scheduled Minutes"),
        ("Minutes", "Billed Minutes"),
    ],
)
def test_others_stay(headings: tuple[str, ...]) -> None:
    """Alone, told by kinds, missed, planned: each of them says something of what the student had, or may."""
    assert _left(*headings) == list(headings)
