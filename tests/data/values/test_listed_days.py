"""Days that stand in one cell, with what is said of each, and columns behind days that only add them up."""

import pytest

from data.ingest.mapping import propose
from data.ingest.model import Answers, Options
from data.ingest.tables import spans
from tests.data.sheets import cells, table


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("10/1, 10/8 (20 min), 10/29", [("10/1", None), ("10/8", "20 min"), ("10/29", None)]),
        ("10/16 absent, 10/30 field trip", [("10/16", "absent"), ("10/30", "field trip")]),
        ("10/16 - absent; 10/30: trip", [("10/16", "absent"), ("10/30", "trip")]),
        ("10/16/25 10/30/25", [("10/16/25", None), ("10/30/25", None)]),
        ("Oct 2, Oct 9 (late) and Oct 16", [("Oct 2", None), ("Oct 9", "late"), ("Oct 16", None)]),
        ("10/16 (made up 10/20)", [("10/16", "made up 10/20")]),
    ],
)
def test_days_are_listed_with_what_stands_behind_each(text: str, said: list[tuple[str, str | None]]) -> None:
    assert spans.noted(text) == said


@pytest.mark.parametrize("text", ["10/20-10/24 absent", "10/20 to 10/24", "absent 10/16", "three times"])
def test_what_is_no_list_of_days_is_none(text: str) -> None:
    assert spans.noted(text) is None


def test_days_of_lists_are_what_their_headings_say() -> None:
    found = table("Student|Min each|Dates seen|Dates missed", "Ola Payne|30|10/1, 10/8 (20 min)|10/15 absent")
    told = cells(found, "Session Date", "Min each", "Session Status", "Missed Reason")
    assert told == [
        ("10/1", "30", "delivered", None),
        ("10/8", "20", "delivered", None),
        ("10/15", "30", "missed", "absent"),
    ]


def test_a_day_that_another_list_calls_cancelled_was_not_given() -> None:
    found = table("Student|Session dates|Dates cancelled|Min each", "Ola Payne|10/1, 10/8|10/8 (fire drill)|30")
    told = cells(found, "Session Date", "Session Status", "Missed Reason")
    assert told == [("10/1", "delivered", None), ("10/8", "missed", "fire drill")]


def test_days_of_one_list_are_what_stands_behind_them() -> None:
    found = table("Student|Dates|Min each", "Ola Payne|10/1, 10/8 absent, 10/15 (20 min)|30")
    told = cells(found, "Session Date", "Session Status", "Min each")
    assert told == [("10/1", "Present, unmarked", "30"), ("10/8", "absent", "30"), ("10/15", "Present, unmarked", "20")]


def test_minutes_that_may_be_those_of_all_days_are_nobodys() -> None:
    found = table("Student|Dates seen|Dates missed|Minutes", "Ola Payne|10/1, 10/8|10/15|60", "Ros Quade|10/2|10/9|30")
    assert [row[1] for row in cells(found, "Session Date", "Minutes")] == [None, None, None, "30", "30"]


@pytest.mark.parametrize("heading", ["Given", "Min given", "Minutes delivered", "Sum for wk"])
def test_what_a_weeks_days_add_up_to_is_no_column_of_its_sessions(heading: str) -> None:
    days = "Week of|Student|M|T|W|Th|F"
    found = table(f"{days}|{heading}", "10/6/2025|Ola Payne|30||30|||60", "10/13/2025|Ola Payne|A||20 MU|||20")
    assert heading not in found.headings
    assert cells(found, "Date", "Value") == [
        ("2025-10-06", "30"), ("2025-10-08", "30"), ("2025-10-13", "A"), ("2025-10-15", "20 MU"),
    ]  # fmt: skip


def test_what_is_no_sum_of_the_days_stays() -> None:
    found = table(
        "Week of|Student|M|T|W|Th|F|Owed", "10/6/2025|Ola Payne|30||30|||90", "10/13/2025|Ola Payne|||20|||90"
    )
    assert "Owed" in found.headings


def test_numbers_under_given_are_no_given_names() -> None:
    found = table("Student|Date|Given|Minutes", "Ola Payne|10/6/2025|60|30", "Ros Quade|10/7/2025|40|20")
    taken = {column.heading: column.field for column in propose(found, Answers(), Options())[0].columns}
    assert taken["Given"] is None
    assert taken["Minutes"] == "minutes"


def test_days_of_a_month_by_their_numbers_are_those_of_the_titles_month() -> None:
    found = table("OT sheet, October 2025", "Student|Min each|Days seen|Days absent", "Ola Payne|30|1, 8|15 (sick)")
    assert cells(found, "Session Date", "Session Status", "Missed Reason") == [
        ("2025-10-01", "delivered", None), ("2025-10-08", "delivered", None), ("2025-10-15", "missed:student_absent", "sick"),
    ]  # fmt: skip


def test_lists_of_days_may_be_called_no_more_than_seen_and_missed() -> None:
    found = table("Student|Min each|Seen|Missed", "Ola Payne|30|10/1/25 10/8/25|10/15/25 absent")
    assert cells(found, "Session Date", "Session Status") == [
        ("10/1/25", "delivered"), ("10/8/25", "delivered"), ("10/15/25", "missed"),
    ]  # fmt: skip


def test_counts_under_seen_and_missed_are_no_days() -> None:
    found = table("Student|Month|Seen|Missed", "Ola Payne|October 2025|8|1", "Ros Quade|October 2025|4|2")
    assert "Session Date" not in found.headings


def test_numbers_that_count_the_days_of_each_month_are_no_dates() -> None:
    """The 21st of September 2025 is a Sunday: what has one number a month counts, in columns of days only."""
    rows = "September 2025|21|1|19", "October 2025|23|13|24", "November 2025|17|11, 26-28|26"
    found = table("Month|Staff Days|No School Dates|Early Release", *rows)
    assert {"9/21/2025", "2025-09-21"}.isdisjoint(found.body.column(found.headings.index("Date")).to_pylist())
    half = table("Month|Half Days|No School", "September 2025|19|1", "October 2025|24|13", "November 2025|26|11, 26-28")
    assert "2025-10-24" in half.body.column(half.headings.index("Date")).to_pylist()
