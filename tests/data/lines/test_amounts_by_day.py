"""Headings and cells that tell an amount together: minutes per day, days per week, every so many weeks, one service."""

import pytest

from data.contracts.synonyms import SLOTS
from data.ingest.mapping import says
from data.ingest.mapping.likeness import likeness
from data.ingest.staging import amounts
from data.ingest.staging.amounts import Cell
from data.ingest.values import criteria, frequencies


def settled(*cells: Cell, heading_cycle: str | None = None) -> tuple[object, ...]:
    found = amounts.settle(list(cells), heading_cycle, {})
    return found.minutes_per_session, found.sessions, found.minutes, found.cycle, found.problem


BY_DAY = Cell("amount_minutes", "Minutes Per Day", "25", "rotation:1")


def test_minutes_per_day_alone_are_those_of_a_day() -> None:
    assert settled(BY_DAY, heading_cycle="rotation:1") == (None, None, 25, "rotation:1", "")


def test_minutes_per_day_beside_days_a_week_are_each_sessions() -> None:
    days = Cell("sessions_per_cycle", "Days Per Week", "3", "week")
    assert settled(BY_DAY, days, heading_cycle="week") == (25, 3, 75, "week", "")


def test_minutes_per_day_beside_a_frequency_of_a_month() -> None:
    assert settled(BY_DAY, Cell("frequency", "Frequency", "2 days per month"), heading_cycle="rotation:1") == (
        25, 2, 50, "month", "",
    )  # fmt: skip


@pytest.mark.parametrize(("weeks", "cycle"), [("1", "week"), ("2", "weeks:2"), ("4", "weeks:4")])
def test_every_so_many_weeks(weeks: str, cycle: str) -> None:
    times = Cell("sessions_per_cycle", "Times per Week", "2", "week")
    each = Cell("minutes_per_session", "Minutes", "30")
    found = settled(times, each, Cell("every_weeks", "Every N Weeks", weeks), heading_cycle="week")
    assert found == (30, 2, 60, cycle, "")


@pytest.mark.parametrize(("weeks", "cycle"), [("2", "month"), ("0", "week"), ("1.5", "week")])
def test_weeks_that_fit_no_cycle_contradict(weeks: str, cycle: str) -> None:
    total = Cell("amount_minutes", "Minutes", "60")
    assert (
        settled(total, Cell("every_weeks", "Every N Weeks", weeks), heading_cycle=cycle)[4] == "contradictory_frequency"
    )


@pytest.mark.parametrize(
    ("heading", "field", "expected"),
    [
        ("DAYS_PER_WEEK", "sessions_per_cycle", {"cycle": "week"}),
        ("Days/Mo", "sessions_per_cycle", {"cycle": "month"}),
        ("Minutes per day", "amount_minutes", {"cycle": "rotation:1"}),
        ("Minutes per day", "minutes_per_session", {}),
        ("O&M Consult Minutes", "amount_minutes", {"service": "O_AND_M", "kind": "indirect"}),
        ("OT/PT Minutes", "amount_minutes", {}),
        ("In Class (min/wk)", "amount_minutes", {"cycle": "week", "setting": "push_in"}),
        ("Resource Minutes per Week", "amount_minutes", {"cycle": "week", "setting": "pull_out"}),
        ("Minutes In", "amount_minutes", {}),
        ("Consult every 4th week (min)", "amount_minutes", {"cycle": "weeks:4", "kind": "indirect"}),
        ("Minutes every other week", "amount_minutes", {"cycle": "weeks:2"}),
    ],
)
def test_what_a_heading_says(heading: str, field: str, expected: dict[str, str]) -> None:
    assert dict(says.said(heading, field, "service_lines")) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("OT Ind/Grp", ("OT", "ind grp")),
        ("Speech Therapist", ("SLP", "therapist")),
        ("OT", None),
        ("Supervising OT", None),
        ("OT PT Location", None),
    ],
)
def test_whose_column_stands_beside_an_amount(heading: str, expected: tuple[str, str] | None) -> None:
    assert says.owner(heading) == expected


@pytest.mark.parametrize(
    ("dataset", "name", "heading", "is_it"),
    [
        ("service_lines", "esy", "ESY_FLAG", True),
        ("service_lines", "esy", "ESY Indicator", True),
        ("service_lines", "student_id", "pupil_ref", True),
        ("service_lines", "student_id", "Child Key", True),
        ("service_lines", "student_id", "Number of Students", False),
        ("service_lines", "student_id", "Student File", False),
        ("schools", "school", "Campus No", True),
        ("schools", "school_name", "Bldg Name", True),
        ("providers", "home_school", "Home Bldg", True),
        ("providers", "provider_id", "Staff Ref No", True),
    ],
)
def test_a_heading_is_a_places_own_by_what_the_place_is(dataset: str, name: str, heading: str, is_it: bool) -> None:
    slot = next(slot for slot in SLOTS[dataset] if slot.name == name)
    assert (likeness(heading, slot) > 0.9) == is_it


@pytest.mark.parametrize(
    ("text", "sessions", "each", "amount"),
    [
        ("20 min ea Mon/Wed/Fri", 3, 20, 60),
        ("20 min Mon-Fri", 5, 20, 100),
        ("30 min every Monday", 1, 30, 30),
        ("1/2 hour 2x/week", 2, 30, 60),
        ("1/2 hr weekly", None, None, 30),
    ],
)
def test_weekdays_say_how_often(text: str, sessions: float | None, each: float | None, amount: float) -> None:
    said = frequencies.read(text)
    assert (said.sessions, said.minutes_per_session, said.amount_minutes, said.cycle) == (
        sessions,
        each,
        amount,
        "week",
    )


@pytest.mark.parametrize("text", ["30 min every other Monday", "30 min 1st Monday", "30 min Mon or Wed"])
def test_some_weekdays_only_are_asked_about(text: str) -> None:
    assert frequencies.read(text).problem == "unreadable_frequency"


@pytest.mark.parametrize("text", ["-2", "-1", "-5%"])
def test_a_level_below_nothing_keeps_its_sign(text: str) -> None:
    """A start level of -2 on an attainment scale isn't 2."""
    assert criteria.read(text) is None
