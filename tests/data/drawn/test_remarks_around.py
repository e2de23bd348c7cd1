"""Remarks around a table: which of them hold for all of its rows, and which end a line."""

import pytest

from data.ingest.tables import plan_titles, signed
from data.ingest.tables.steps.amounts import cycles, rotating, stated_lengths
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
        ("OT attendance 25-26 - 30 min sessions (groups 45)", None),
        ("OT attendance 25-26, since 9/8/25 - 30 min sessions", "30"),
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
    ("remark", "words"),
    [
        ("d/c'd", "d/c'd"),
        ("on hold since 12/1", "on hold"),
        ("D/C 11/14?", "D/C"),
        ("D/C 11/14 - goals met", None),
        ("D/C mtg 11/14", None),
        ("discharged from hospital 10/3", None),
        ("exit ticket data", None),
    ],
)
def test_a_remark_of_an_end_without_a_day_is_asked_about(remark: str, words: str | None) -> None:
    assert ends.open_words(remark) == words


@pytest.mark.parametrize(
    ("remark", "period"),
    [
        ("Room 12 - OT/PT/Speech minutes (weekly unless noted)", "week"),
        ("Minutes per month unless otherwise noted", "month"),
        ("Newsletter weekly unless it rains", None),
    ],
)
def test_the_period_of_all_amounts_that_say_none(remark: str, period: str | None) -> None:
    assert cycles.in_remark(remark) == period


def test_whose_caseload_it_is() -> None:
    assert signed.with_credentials("Caseload of L. Ortiz, SLP") == "L. Ortiz, SLP"


@pytest.mark.parametrize(
    ("title", "plan", "state"),
    [
        ("504 STUDENTS (2)", "504", None),
        ("Section 504", "504", None),
        ("PT 504 Caseload", "504", None),
        ("RTI / MTSS", "RTI", None),
        ("Private school (ISP)", "OTHER", None),
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
