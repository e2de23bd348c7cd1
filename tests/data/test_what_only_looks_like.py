"""Words that stand in ordinary titles and headings and mean something else there: nothing is read by them."""

import pytest

from data.contracts.synonyms import slot_of
from data.ingest.mapping.contents.days import is_measured_on
from data.ingest.mapping.likeness import CLOSE, likeness
from data.ingest.tables import titles
from data.ingest.tables.steps.amounts import grid_hours


@pytest.mark.parametrize(
    ("title", "says_hours"),
    [
        ("Hours of OT given", True),
        ("Week total (hrs)", True),
        ("OT service log - quarter hour units", False),
        ("Hand in within two hours of the last visit", False),
        ("OT Extended Hours Program log", False),
        ("Credit hours", False),
    ],
)
def test_numbers_of_a_grid_are_hours_where_hours_are_their_unit(title: str, says_hours: bool) -> None:
    assert grid_hours.is_said_by(title) is says_hours


@pytest.mark.parametrize(
    ("title", "school"),
    [
        ("Sorrel High School Calendar 2025-26", "Sorrel High School"),
        ("Sequoia Union High School Calendar 2025-26", None),
        ("Juniper Elementary: March 2026", "Juniper Elementary"),
        ("March 2026: Juniper Elementary", "Juniper Elementary"),
        ("Juniper Elementary: 2025-26 Calendar", "Juniper Elementary"),
        ("Note: no school on March 9", None),
        ("Elementary: March 2026", None),
        ("Winter Recess Elementary: January 2026", None),
        ("Family Conferences Middle: November 2025", None),
        ("Thanksgiving Break High Calendar", None),
        ("Testing Dates Middle: April 2026", None),
        ("Window Rock Elementary: March 2026", "Window Rock Elementary"),
        ("Holiday Park Elementary Calendar", "Holiday Park Elementary"),
        ("Four Day Elementary Calendar", None),
        ("Regular High School Calendar", None),
        ("Fall Middle School Calendar", None),
        ("Spring Valley Elementary Calendar", "Spring Valley Elementary"),
    ],
)
def test_a_calendar_of_a_kind_of_year_or_of_a_district_is_no_schools(title: str, school: str | None) -> None:
    assert titles.school_of_calendar([title]) == school


def test_a_word_of_ten_letters_is_none_that_was_cut() -> None:
    assert likeness("STUDENTNAM", slot_of("sessions", "student_name")) == CLOSE
    assert likeness("SUPERVISOR", slot_of("service_lines", "otr_of_record_id")) < CLOSE


def test_a_day_on_which_a_goal_was_opened_or_sent_is_none_of_its_measuring() -> None:
    days = ("09/08/2025", "09/15/2025")
    assert is_measured_on("Collected On", days)
    assert not any(is_measured_on(one, days) for one in ("Goal Opened Dt", "Date Mailed", "Date Sent"))
