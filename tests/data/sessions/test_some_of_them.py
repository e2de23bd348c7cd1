"""What a cell says of some of a row's own students, of the days of a day sheet, and the minutes behind names."""

import pytest

from tests.data.sheets import cells, table

HERE = "Present, unmarked"
GROUP = "Time|Students|11/7/2025|11/14/2025|11/21/2025"


@pytest.mark.parametrize(
    ("said", "of_each"),
    [
        ("Ros absent", (HERE, "absent", HERE)),
        ("Ros & Ida were absent", (HERE, "absent", "absent")),
        ("Ola, Ros absent; Ida refused", ("absent", "absent", "refused")),
        ("Ros Q. absent, others here", (HERE, "absent", HERE)),
        ("absent: Ola and Ida", ("absent", HERE, "absent")),
        ("all but Ola", ("missed", HERE, HERE)),
        ("no Ros", (HERE, "missed", HERE)),
        ("only Ida", ("missed", "missed", HERE)),
        ("only Ida absent", (HERE, HERE, "absent")),
    ],
)
def test_what_is_said_of_some_is_theirs_alone(said: str, of_each: tuple[str, ...]) -> None:
    found = table(GROUP, f"9:00-9:30|Ola Payne; Ros Quade; Ida Amsel|{said}||")
    assert cells(found, "Student Name", "Value") == list(
        zip(("Ola Payne", "Ros Quade", "Ida Amsel"), of_each, strict=True)
    )


@pytest.mark.parametrize("said", ["Ros at gym", "Ros here", "absent", "I was out", "Ros absent, Ida?", "Sam absent"])
def test_what_is_of_all_or_not_understood_stands_with_each(said: str) -> None:
    found = table(GROUP, f"9:00-9:30|Ola Payne; Ros Quade; Ida Amsel|{said}|Ola absent|")
    assert [value for (value,) in cells(found, "Value")] == [said, said, said, "absent", HERE, HERE]


def test_a_first_name_that_two_of_a_group_have_is_nobodys() -> None:
    found = table(GROUP, "9:00-9:30|Ola Payne; Ola Quade|Ola absent|Ola Q. absent|")
    assert [value for (value,) in cells(found, "Value")] == ["Ola absent", "Ola absent", HERE, "absent"]


def test_who_was_absent_by_first_names() -> None:
    found = table(
        "Date|Students|Min|Who was absent", "11/7/2025|Ola Payne; Ros Quade|30|Ros", "11/8/2025|Ida Amsel|30|"
    )
    assert cells(found, "Student Name", "Session Status") == [
        ("Ola Payne", HERE), ("Ros Quade", "absent"), ("Ida Amsel", HERE),
    ]  # fmt: skip


def test_minutes_behind_names_are_each_ones() -> None:
    found = table(
        "Date|In|Out|Students (min)",
        "12/2/2025|8:30|10:30|Ola Payne 30, Ros Quade (45); Ida Amsel - absent",
    )
    assert cells(found, "Student Name", "Minutes", "Session Status") == [
        ("Ola Payne", "30", HERE), ("Ros Quade", "45", HERE), ("Ida Amsel", None, "absent"),
    ]  # fmt: skip
    assert {"In", "Out", "Group Size"}.isdisjoint(found.headings)


def test_a_number_behind_a_name_is_no_length_where_nothing_says_so() -> None:
    found = table("Date|Students|Minutes", "12/2/2025|Ola Payne 3; Ros Quade 4|30")
    assert cells(found, "Students", "Minutes") == [("Ola Payne 3; Ros Quade 4", "30")]


def test_times_of_a_session_stay_where_the_minutes_are_those() -> None:
    found = table("Date|In|Out|Students", "12/2/2025|8:30|9:00|Ola Payne - 30 min; Ros Quade - 30 min")
    assert cells(found, "Student Name", "In", "Out", "Minutes") == [
        ("Ola Payne", "8:30", "9:00", "30"), ("Ros Quade", "8:30", "9:00", "30"),
    ]  # fmt: skip


DAYS = (
    "Date|8:30-9:00|1:00-1:20",
    "1/12/2026|Ola Payne|Ros Quade - absent",
    "1/13/2026|IEP meeting|Ida Amsel (absent)",
)


def test_a_day_sheet_with_absences_is_a_log() -> None:
    found = table("PT day sheet", *DAYS)
    assert cells(found, "Date", "Start Time", "Student Name", "Session Status") == [
        ("1/12/2026", "8:30", "Ola Payne", HERE), ("1/12/2026", "1:00", "Ros Quade", "absent"),
        ("1/13/2026", "1:00", "Ida Amsel", "absent"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows", [("PT schedule, January", *DAYS), DAYS[:2], tuple(row.replace("absent", "gym") for row in DAYS)]
)
def test_a_day_sheet_that_may_be_a_plan_is_no_log(rows: tuple[str, ...]) -> None:
    assert "Student Name" not in table(*rows).headings


def test_a_group_is_told_by_the_whole_names_of_its_children() -> None:
    found = table("Group|Time|10/7/2025|10/14/2025|10/21/2025", "Ola Payne; Ros Quade|9:00-9:30|x|Ros abs.|x")
    assert cells(found, "Student Name", "Date", "Value")[2:4] == [
        ("Ola Payne", "10/14/2025", HERE),
        ("Ros Quade", "10/14/2025", "abs"),
    ]


def test_names_before_a_comma_are_apart_where_a_mark_stands_behind_one() -> None:
    found = table(
        "Date|Students", "12/2/2025|Ola Payne (30 min), Ros Quade (45 min)", "12/3/2025|Van Horn, Mary Ann - 20 min"
    )
    assert cells(found, "Student Name", "Minutes") == [
        ("Ola Payne", "30"),
        ("Ros Quade", "45"),
        ("Van Horn, Mary Ann", "20"),
    ]


def test_a_day_without_school_is_nobodys_slot() -> None:
    found = table("PT day sheet", *DAYS, "1/14/2026|no school|no school")
    assert len(found.body) == 3
    assert [one.reason for one in found.left_out if one.row == 5] == ["nobody's slots"]
