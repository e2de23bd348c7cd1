"""What stands behind the name of a student: absent, no show, a tick."""

import pytest

from data.ingest.tables.steps.sessions import marks
from tests.data.sheets import cells, table

WHO = ("Student Name", "Session Status")


@pytest.mark.parametrize(
    ("text", "name", "mark"),
    [
        ("Ida Amsel (absent)", "Ida Amsel", "absent"), ("Amsel, Ida - no show", "Amsel, Ida", "no show"),
        ("Ida Amsel ✓", "Ida Amsel", "✓"), ("✗ Ida Amsel", "Ida Amsel", "✗"), ("Ida Amsel: absent", "Ida Amsel", "absent"),
        ("Ida Amsel absent", "Ida Amsel", "absent"), ("Ida Amsel-Bohm", "Ida Amsel-Bohm", None), ("Ida", "Ida", None),
    ],
)  # fmt: skip
def test_a_name_and_its_mark(text: str, name: str, mark: str | None) -> None:
    assert marks.split(text) == (name, mark)


def test_marks_of_those_away_leave_the_others_there() -> None:
    found = table("Date|Minutes|Students", "10/7/2025|30|Ida Amsel; Otto Bohm (absent)", "10/8/2025|30|Eve Dorn")
    assert cells(found, *WHO) == [
        ("Ida Amsel", "Present, unmarked"),
        ("Otto Bohm", "absent"),
        ("Eve Dorn", "Present, unmarked"),
    ]


def test_a_name_without_a_mark_among_all_kinds_is_asked_about() -> None:
    found = table("Date|Minutes|Participants", "10/7/2025|30|Ida Amsel (Attended); Otto Bohm", "10/8/2025|30|Eve Dorn")
    assert [said for _, said in cells(found, *WHO)] == ["Attended", "(no mark)", "(no mark)"]


def test_a_mark_that_gainsays_the_rows_outcome_stands_beside_it() -> None:
    found = table(
        "Date|Minutes|Student|Status", "10/7/2025|30|Ida Amsel (absent)|Completed", "10/8/2025|30|Eve Dorn|Completed"
    )
    assert cells(found, "Student", "Status") == [("Ida Amsel", "Completed - absent"), ("Eve Dorn", "Completed")]


def test_what_is_no_outcome_is_no_mark() -> None:
    found = table("Date|Minutes|Student", "10/7/2025|30|Amsel, Ida (Bo)", "10/8/2025|30|Dorn, Eve (Rm 4)")
    assert found.headings == ("Date", "Minutes", "Student")


def test_students_side_by_side_with_their_marks() -> None:
    found = table(
        "Date|Minutes|Student 1|Student 2", "10/7/2025|30|Ida Amsel|Otto Bohm (absent)", "10/8/2025|30|Eve Dorn|"
    )
    assert cells(found, "Student", "Session Status", "Group Size") == [
        ("Ida Amsel", "Present, unmarked", "2"), ("Otto Bohm", "absent", "2"), ("Eve Dorn", "Present, unmarked", "1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells_of", "told"),
    [("+|-|+", ["+", "minus (-)", "+"]), ("P|-|P", ["P", "P"]), ("30|–|+", ["30", "minus (-)", "+"])],
)
def test_a_dash_beside_a_plus_is_a_mark_of_a_grid(cells_of: str, told: list[str]) -> None:
    """It may say that nobody came; beside other marks it says nothing."""
    found = table("Student|9/8/2025|9/10/2025|9/15/2025", f"Ida Amsel|{cells_of}")
    assert [text for (text,) in cells(found, "Value")] == told
