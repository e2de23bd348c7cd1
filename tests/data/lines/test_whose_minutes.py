"""Whose minutes a column tells: the student's count, the group's and the provider's don't."""

import pytest

from data.ingest.tables import find
from tests.data.sheets import sheet


def _log(*rows: str) -> list[str]:
    """The headings that are left of a log with these rows of headings and cells."""
    starts = ("Student ID|Service|Date", "1|OT|9/8/2025", "2|OT|9/9/2025", "1|OT|9/10/2025")
    (found,) = find(sheet("\n".join(f"{start}|{row}" for start, row in zip(starts, rows, strict=False))))
    return list(found.headings)[3:]


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
        (("Student Minutes", "Total Time"), ["Student Minutes"]),
        (("Duration", "Total Time"), ["Duration", "Total Time"]),
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


@pytest.mark.parametrize("heading", ["Minutes", "Student Minutes"])
def test_a_groups_minutes_stay_where_the_student_has_no_others(heading: str) -> None:
    """Alone for 30 minutes or in a group for 20: each row has one of the two. Travel without a session is none."""
    assert _log(f"{heading}|Group Minutes", "30|", "|20", "30|0") == [heading, "Group Minutes"]
    assert _log(f"{heading}|Group Minutes", "30|60", "20|60", "|") == [heading]
    assert _log(f"{heading}|Travel Minutes", "30|", "|20", "30|10") == [heading]


def test_a_total_is_not_the_students_time() -> None:
    """Not even where the student's own isn't told; but it is if nobody told any, or if it sums up own and group minutes."""
    assert _log("Student Minutes|Total Time", "30|45", "|30", "20|30") == ["Student Minutes"]
    assert _log("Min w/ Student|Total Time", "30|30", "|30", "20|20") == ["Min w/ Student"]
    assert _log("Student Minutes|Total Time", "|45", "|30", "|30") == ["Student Minutes", "Total Time"]
    parted = ["Student Minutes", "Group Minutes", "Total Time"]
    assert _log("|".join(parted), "30||30", "|20|20", "20||20") == parted
    assert _log("|".join(parted), "30||45", "|20|30", "20||30") == parted[:2]
