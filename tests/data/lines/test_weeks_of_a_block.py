"""Service in some of so many weeks: what texts tell it, and what becomes of amounts that are told by the week."""

import pytest

from data.ingest.staging import amounts
from data.ingest.staging.amounts import Cell
from data.ingest.values import blocks, frequencies
from data.ingest.values.blocks import Block


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 of 4 weeks", Block(3, 4)),
        ("three weeks out of every four", Block(3, 4)),
        ("2 of 3 weeks per month", Block(2, 3)),
        ("3 weeks on, 1 week off", Block(3, 4)),
        ("3:1 model", Block(3, 4)),
        ("4 of 4 weeks", Block(1, 1)),
        ("Every week", Block(1, 1)),
        ("every other week", Block(1, 2)),
        ("2x weekly", None),
        ("3 of 4", None),
        ("3:1", None),
        ("4 of 3 weeks", None),
    ],
)
def test_what_a_text_tells(text: str, expected: Block | None) -> None:
    assert blocks.read(text) == expected


@pytest.mark.parametrize("text", ["3 of 4", "3 on / 1 off", "3:1"])
def test_weeks_that_stand_in_the_heading(text: str) -> None:
    assert blocks.read(text, of_weeks=True) == Block(3, 4)


def test_a_group_of_one_is_no_block() -> None:
    assert blocks.read("1:1", of_weeks=True) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Speech caseload - 3:1 model", Block(3, 4)),
        ("Direct 3 weeks of every 4; in the 4th week consult", Block(3, 4)),
        ("Goal: 3 of 4 trials", None),
        ("Week of 10/6", None),
    ],
)
def test_what_a_title_speaks_of(title: str, expected: Block | None) -> None:
    assert blocks.within(title) == expected


WEEKS = Cell("every_weeks", "Every Weeks", "3 of 4 weeks")


def settled(*cells: Cell, by: str | None = None) -> tuple[object, ...]:
    found = amounts.settle([*cells, WEEKS], by, {})
    return found.minutes_per_session, found.sessions, found.minutes, found.cycle, found.problem


def test_sessions_of_a_week_in_some_weeks() -> None:
    """2 a week of 30 minutes, in 3 of 4 weeks: 6 sessions, 180 minutes in four weeks."""
    times, each = Cell("sessions_per_cycle", "x/wk", "2", "week"), Cell("line_minutes", "Min", "30")
    assert settled(times, each, by="week") == (30, 6, 180, "weeks:4", "")


def test_minutes_of_a_week_in_some_weeks() -> None:
    assert settled(Cell("amount_minutes", "Min/wk", "60", "week"), by="week")[2:] == (180, "weeks:4", "")


def test_minutes_without_a_week_are_those_of_one() -> None:
    """Rules 1: 30 a week in 3 of 4 weeks is 90."""
    assert settled(Cell("line_minutes", "Minutes", "30")) == (30, 3, 90, "weeks:4", "")


def test_as_many_sessions_as_weeks_may_be_those_of_all() -> None:
    """3 sessions in 3 of 4 weeks: three in each, or one in each?"""
    cells = Cell("sessions_per_cycle", "Sessions", "3"), Cell("line_minutes", "Min", "30")
    assert settled(*cells)[4] == "contradictory_frequency"


def test_minutes_of_a_month_have_no_such_weeks() -> None:
    assert settled(Cell("amount_minutes", "Min/mo", "60", "month"), by="month")[4] == "contradictory_frequency"


@pytest.mark.parametrize("text", ["2 x 20-30 min/wk", "2x20-30/wk", "20 to 30 x 2 weekly"])
def test_a_range_in_a_product_is_its_least(text: str) -> None:
    """2 sessions of 20 minutes at least: 40 a week."""
    said = frequencies.read(text)
    assert (said.sessions, said.minutes_per_session, said.amount_minutes, said.cycle) == (2, 20, 40, "week")


@pytest.mark.parametrize(
    ("answer", "expected"), [("weekly", (60, "week", "")), ("3 of 4 weeks", (180, "weeks:4", "")), (None, (None, None))]
)
def test_weeks_that_only_a_title_tells_are_asked(answer: str | None, expected: tuple[object, ...]) -> None:
    """60 a week, or 3 x 60 in four weeks; unanswered it is neither."""
    text = "3 of 4 weeks, as a title says"
    cells = [Cell("amount_minutes", "Min/wk", "60", "week"), Cell("every_weeks", "Every Weeks", text)]
    found = amounts.settle(cells, "week", {text: answer} if answer else {})
    said = found.minutes, found.cycle, found.problem
    assert said == expected or (answer is None and found.problem == "some_weeks")
