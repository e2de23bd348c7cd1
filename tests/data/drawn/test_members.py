"""Students whom a log tells in short, by another sheet's list of them."""

import pytest

from data.ingest.model import Table
from data.ingest.tables.finding import find
from data.ingest.tables.members import named
from tests.data.sheets import cells, sheet

GROUPS = """
Group|Student|ID
Red|Amsel, Ida|S1
Red|Bohm, Otto|S2
Blue|Quade, Ros|S3
"""


def of_book(*drawn: str) -> list[Table]:
    return named([find(sheet(one.strip(), f"Sheet{number}"))[0] for number, one in enumerate(drawn)])


def log(away: str) -> str:
    return f"Date|Group|Min|Who was absent\n12/1/2025|Red|30|{away}\n12/2/2025|Blue|30|none"


def test_a_group_by_its_name_is_its_members_and_who_was_absent_missed_it() -> None:
    _, found = of_book(GROUPS, log("Otto"))
    assert cells(found, "Student Name", "Student ID", "Session Status") == [
        ("Amsel, Ida", "S1", "delivered"),
        ("Bohm, Otto", "S2", "missed:student_absent"),
        ("Quade, Ros", "S3", "delivered"),
    ]


@pytest.mark.parametrize("away", ["Ros", "somebody", "Otto, Mia"])
def test_somebody_absent_who_is_not_in_the_group_leaves_the_log_as_it_is(away: str) -> None:
    _, found = of_book(GROUPS, log(away))
    assert "Student Name" not in found.headings


def test_nobody_counts_as_there_where_nothing_tells_who_was_absent() -> None:
    _, found = of_book(GROUPS, "Date|Group|Min\n12/1/2025|Red|30")
    assert "Student Name" not in found.headings


def test_a_group_that_no_sheet_lists_is_left_as_it_is() -> None:
    _, found = of_book(GROUPS, "Date|Group|Min|Absent\n12/1/2025|Green|30|none")
    assert "Student Name" not in found.headings


def test_groups_whose_members_have_dates_are_not_believed() -> None:
    dated = "Group|Student|Start Date\nRed|Amsel, Ida|9/1/2025\nBlue|Quade, Ros|9/1/2025"
    _, found = of_book(dated, log("none"))
    assert "Student Name" not in found.headings


ROSTER = "ID|Last|First|Gr\n71|Wexford|Owen|3\n72|Tillman|Owen|4\n73|Weaver|Olga|4"


def test_a_first_name_with_its_letter_is_the_one_child_whom_the_list_has() -> None:
    _, found = of_book(ROSTER, "Date|Student|Min\n9/9/2025|Owen W.|30\n9/9/2025|Owen T.|20\n9/9/2025|Olga|15")
    assert cells(found, "Student Name", "Student ID") == [
        ("Wexford, Owen", "71"),
        ("Tillman, Owen", "72"),
        ("Olga", None),
    ]


def test_two_children_with_the_same_letter_are_neither_of_them() -> None:
    twins = f"{ROSTER}\n74|Walsh|Owen|2"
    _, found = of_book(twins, "Date|Student|Min\n9/9/2025|Owen W.|30\n9/9/2025|Owen T.|20")
    assert cells(found, "Student Name", "Student ID") == [("Owen W.", None), ("Tillman, Owen", "72")]


def test_a_log_alone_stays() -> None:
    (found,) = of_book("Date|Student|Min\n9/9/2025|Owen W.|30")
    assert cells(found, "Student") == [("Owen W.",)]
