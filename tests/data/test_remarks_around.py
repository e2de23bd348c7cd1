"""Remarks around a table: which of them hold for all of its rows, and which end a line."""

import pytest

from data.ingest.tables import plan_titles
from data.ingest.tables.steps.amounts import rotating, stated_lengths
from data.ingest.values import ends, seasons


@pytest.mark.parametrize(
    ("remark", "minutes"),
    [
        ("All sessions 30 min unless noted", "30"),
        ("(each visit = 45 minutes)", "45"),
        ("OT log, October 2025, all sessions 30 min. M/U = make up", "30"),
        ("30 minute sessions, unless otherwise indicated", "30"),
        ("Minutes = 20 unless noted", "20"),
        ("Group sessions 30 min", None),
        ("Group sessions 30 min, individual 20 min", None),
        ("sessions last 45 min (K-2: 30 min)", None),
        ("All sessions 30 min per week", None),
        ("Sessions up to 30 min", None),
    ],
)
def test_the_length_of_all_sessions(remark: str, minutes: str | None) -> None:
    assert stated_lengths.in_remark(remark) == minutes


def test_a_length_of_one_service_among_several_is_not_of_all() -> None:
    assert stated_lengths.in_remark("All speech sessions 30 min", ("Date", "Student", "Service")) is None
    assert stated_lengths.in_remark("All speech sessions 30 min", ("Date", "Student")) == "30"


@pytest.mark.parametrize(
    ("remark", "days"),
    [
        ('"Cycle" = our 6-day rotation (days A to F)', {6}),
        ("We run a six-day cycle", {6}),
        ("* cycle = 6 school days", {6}),
        ("The cycle is 5 days", {5}),
        ("K-5 runs a 6-day cycle, 6-8 runs a 4-day cycle", {6, 4}),
        ("Services 25-26, 5 days a week", set()),
    ],
)
def test_the_days_of_a_cycle(remark: str, days: set[int]) -> None:
    assert rotating.in_remark(remark) == days


@pytest.mark.parametrize(
    ("remark", "day"),
    [
        ("D/C 11/14 - goals met", "11/14"),
        ("DC'd on 10/3, parent request", "10/3"),
        ("dismissed 12/5/25", "12/5/25"),
        ("W/D 12/5", "12/5"),
        ("moved 10/31", "10/31"),
        ("exited Nov 14, 2025", "Nov 14, 2025"),
        ("moved to group 10/31", None),
        ("D/C mtg 11/14", None),
        ("D/C 11/14?", None),
        ("D/C 11/14 - pending meeting", None),
        ("amended 10/20 (was 1x30:1)", None),
        ("likes trains", None),
    ],
)
def test_the_day_on_which_a_remark_ends_a_line(remark: str, day: str | None) -> None:
    assert ends.told(remark) == day


@pytest.mark.parametrize(
    ("title", "plan", "state"),
    [
        ("504 STUDENTS (2)", "504", None),
        ("Section 504", "504", None),
        ("PT 504 Caseload", "504", None),
        ("RTI / MTSS", "RTI", None),
        ("GRADE 3", None, None),
        ("DISCHARGED THIS YEAR", None, "Ended (DISCHARGED THIS YEAR)"),
        ("Pending consent", None, "Pending (Pending consent)"),
        ("Left hand goals", None, None),
    ],
)
def test_what_a_title_says_of_the_lines_beneath_it(title: str, plan: str | None, state: str | None) -> None:
    assert (plan_titles.plan(title), plan_titles.state(title)) == (plan, state)


def test_a_line_with_esy_too_is_not_of_the_extended_year_alone() -> None:
    assert seasons.is_extended("ESY")
    assert not seasons.is_extended("ESY too")
