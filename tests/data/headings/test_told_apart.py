"""Columns that tell several things, or one thing together: lists of who came, stand-ins, scores by period, counts of days."""

import pytest

from tests.data.sheets import cells, table

WHO = ("Student Name", "Session Status", "Group Size")


def test_a_record_for_each_student_of_both_lists() -> None:
    found = table("Date|Service|Present|Absent", "10/7/2025|OT|Ida Amsel; Otto Bohm|Una Cray", "10/8/2025|OT|Eve Dorn|")
    assert cells(found, *WHO) == [
        ("Ida Amsel", "delivered", "2"), ("Otto Bohm", "delivered", "2"), ("Una Cray", "missed:student_absent", None),
        ("Eve Dorn", "delivered", "1"),
    ]  # fmt: skip
    assert found.row_numbers.to_pylist() == [2, 2, 2, 3]


def test_the_only_one_who_came_of_a_group_has_no_size() -> None:
    found = table("Date|Service|Present|Absent", "10/7/2025|OT|Ida Amsel|Una Cray", "10/8/2025|OT|Ida Amsel; Eve Dorn|")
    assert [size for _, _, size in cells(found, *WHO)] == [None, None, "2", "2"]


def test_a_name_that_is_not_of_the_group_leaves_the_lists_as_they_are() -> None:
    log = ("10/7/2025|30|Ida Amsel; Otto Bohm|Otto Bohm", "10/8/2025|30|Ida Amsel; Otto Bohm|Una Cray")
    assert "Absent" in table("Date|Minutes|Students|Absent", *log).headings


def test_ticks_under_absent_are_no_list() -> None:
    found = table("Date|Minutes|Student|Absent", "10/7/2025|30|Ida Amsel|x", "10/8/2025|30|Otto Bohm|")
    assert (found.headings, found.body.num_rows) == (("Date", "Minutes", "Student", "Absent"), 2)


def test_who_stood_in() -> None:
    found = table("Date|Student|Minutes|Regular Provider|Actual Provider (if not regular)",
                  "10/7/2025|Ida Amsel|30|Hart, Jo|", "10/8/2025|Ida Amsel|30|Hart, Jo|Nagy, Lil")  # fmt: skip
    assert cells(found, "Provider") == [("Hart, Jo",), ("Nagy, Lil",)]


def test_two_providers_that_no_heading_tells_apart_stay() -> None:
    found = table("Date|Student|Minutes|Provider|Teacher", "10/7/2025|Ida Amsel|30|Hart, Jo|Nagy, Lil")
    assert found.headings[3:] == ("Provider", "Teacher")


def test_scores_by_period() -> None:
    found = table("Student ID|Goal|Q1|Q2", "93001|Buttons a coat|40%|55", "93002|Copies a shape|20|")
    assert cells(found, "Student ID", "Grading Period", "Score") == [
        ("93001", "Q1", "40%"), ("93001", "Q2", "55"), ("93002", "Q1", "20"),
    ]  # fmt: skip


def test_words_and_scores_by_period_are_not_told_apart() -> None:
    assert "Q1" in table("Student ID|Goal|Q1|Q2", "93001|Buttons a coat|40%|see the notes").headings


DAYS = "|".join(map(str, range(1, 11)))


def test_a_month_of_its_own_row_and_counts_beside_the_days() -> None:
    found = table("School year 2025-26", f"Month|Student|Min|{DAYS}|Days seen|Group", "September|Ida Amsel|30|x|||x|||||||2|3",
                  "January|Ida Amsel|30||x|||||||||1|3")  # fmt: skip
    assert found.headings == ("Month", "Student", "Min", "Group", "Date", "Value")
    assert cells(found, "Date", "Group") == [("2025-09-01", "3"), ("2025-09-04", "3"), ("2026-01-02", "3")]


def test_minutes_beside_the_days_are_no_count() -> None:
    found = table("October 2025", f"Student|{DAYS}|Session", "Ida Amsel|x|||x|||||||30")
    assert "Session" in found.headings


def test_outcomes_among_kinds_of_sessions_get_a_column() -> None:
    found = table(
        "Date|Student|Hours|Kind of visit", "10/3/2025|Ida Amsel|0.5|Direct", "10/4/2025|Ida Amsel|0|Student absent"
    )
    told = cells(found, "Kind of visit", "Kind of visit / Session Type Status")
    assert told == [("Direct", "delivered"), (None, "Student absent")]


def test_days_at_midnight_are_no_sessions() -> None:
    found = table("Student ID|Service|Service Start|Minutes Per Week", "93001|OT|2025-09-08 00:00:00|60")
    assert "Session Date" not in found.headings


def test_numbers_under_bare_services_are_minutes_only_where_they_can_be() -> None:
    log = ("Date|Student|OT Direct|OT Consult", "10/3/2025|Ida Amsel|30|15")
    assert table(*log).headings == ("Date", "Student", "OT Direct Minutes", "OT Consult Minutes")
    assert table(log[0], "10/3/2025|Ida Amsel|2|1").headings == ("Date", "Student", "OT Direct", "OT Consult")


@pytest.mark.parametrize(
    ("told", "is_apart"),
    [
        (["from 20% to 80%", "1/5 to 5/5"], True),
        (["20% → 80%"], True),
        (["from 20% to 4/5"], False),
        (["Ada will grow from 20% to 80%"], False),
        (["from 20% to 80%", "soon"], False),
        (["9/8/2025 to 3/6/2026"], False),
    ],
)
def test_from_what_to_what_a_goal_goes(told: list[str], is_apart: bool) -> None:
    """Two units in a cell, a sentence, days and words say nothing of that kind."""
    found = table("Student|Goal|Growth", *(f"Ada Lin|Cuts a square|{cell}" for cell in told))
    assert (found.headings == ("Student", "Goal", "Baseline", "Target")) is is_apart
