"""Goals in SQL against the plain reading of the rules, over random goals and measurements.

Few examples by default; ``MINUTES_EXAMPLES=5000 pytest tests/property`` for a long search.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics import goals as figures
from analytics.scope import EVERYTHING
from data.store import open_store
from tests.property.ask import plain
from tests.property.patience import examples
from tests.reference.cal_a import CALENDAR, FIRST, LAST, QUARTERS
from tests.reference.facts import Batch, CalendarDay, Enrolment, Facts, GradingPeriod, Line
from tests.reference.goals import Goal, Goals, Measurement
from tests.reference.store_goals import store_goals

few, fewer = examples(8), examples(3)
"""Each example has ten goals."""
STUDENTS, SCHOOLS = ("S1", "S2"), (None, "North")
UNITS = ("percent", "Percent", "% correct", "words", "trials", "GAS", "prompt level", None)
CODES = ("not_introduced", "insufficient", "sufficient", "mastered", "discontinued")
SEMESTERS = (GradingPeriod("S1", FIRST, date(2026, 1, 23)), GradingPeriod("S2", date(2026, 1, 24), LAST))
PERIODS = ((), QUARTERS, QUARTERS, SEMESTERS, (*QUARTERS, *SEMESTERS))
OWN_DAYS = tuple(CalendarDay(date(2025, 10, n), n == 13, "North") for n in (8, 9, 10, 13))
CALENDARS = ((), CALENDAR, CALENDAR, (*CALENDAR, *OWN_DAYS))
NUMBERS = ("current_value", "percent_met", "slope_per_week", "projected_percent")
days = st.dates(FIRST, LAST)
asked_days = st.dates(date(2025, 12, 1), date(2026, 3, 31))
values = st.integers(0, 100) | st.builds(Fraction, st.integers(0, 200), st.just(2))


@dataclass(frozen=True)
class Asked:
    """A district with goals, and the day that is asked about."""

    facts: Facts
    goals: tuple[Goal, ...]
    rows: tuple[Measurement, ...]
    as_of: date


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """One line of an IEP, with or without an id."""
    return Line(
        draw(st.uuids()).hex, draw(st.sampled_from(STUDENTS)), service=draw(st.sampled_from(("OT", "OT", "SLP"))),
        start_date=draw(days), end_date=LAST, iep_id=draw(st.sampled_from((None, None, "I1", "I2"))),
        batch=draw(st.sampled_from(("lines", "more"))),
    )  # fmt: skip


@st.composite
def goals(draw: st.DrawFn, name: str) -> Goal:
    """One goal, most of them whole and in force."""
    often = st.sampled_from((True, True, True, True, True, True, True, False))
    start, due = (
        draw(st.dates(date(2025, 6, 1), date(2026, 1, 15))),
        draw(st.dates(date(2026, 1, 1), date(2026, 9, 30))),
    )
    return Goal(
        name, draw(st.sampled_from(STUDENTS)), draw(values) if draw(often) else None,
        draw(values) if draw(often) else None, start if draw(often) else None, due if draw(often) else None,
        draw(st.sampled_from(UNITS)), draw(st.sampled_from((None, "up", "down"))),
        draw(st.sampled_from((None, None, 0, 1, 5))), draw(st.sampled_from(("OT", "OT", "SLP", None))),
        trials=draw(st.sampled_from((None, 20))),
    )  # fmt: skip


@st.composite
def measurements(draw: st.DrawFn, goal: Goal, as_of: date) -> list[Measurement]:
    """Values at a pace, with scatter, up to about the as-of date; or codes; or both."""
    kind = draw(st.sampled_from(("values", "values", "values", "values", "codes", "both", "none")))
    if kind == "none":
        return []
    found = []
    step, size = draw(st.sampled_from((7, 3, 14, 0))), draw(st.sampled_from((9, 12, 6, 10, 5, 8, 4, 2)))
    first = as_of - timedelta(days=draw(st.sampled_from((0, 1, 30, 50, 80, -10))) + step * (size - 1))
    base, target = (50 if end is None else end for end in (goal.baseline, goal.target))
    pace = (target - base) * draw(st.sampled_from((Fraction(6, 10), Fraction(4, 10), Fraction(8, 10), 1, 0)))
    for number in range(size):
        value = base + pace * Fraction(number + 1, size) + draw(st.integers(-2, 2)) if kind != "codes" else None
        word = draw(st.sampled_from(CODES)) if kind != "values" else None
        day = None if draw(st.integers(0, 7)) == 0 else first + timedelta(days=step * number)
        period = draw(st.sampled_from((None, None, "Q1", "Q2", "S1")))
        batch = draw(st.sampled_from(("goals", "later")))
        trials = draw(st.sampled_from((None, None, None, 5, 20, 60, 100)))
        found.append(Measurement(goal.goal_id, day, value, word, period, goal.student_id, batch, trials))
    return found


@st.composite
def districts(draw: st.DrawFn) -> Asked:
    """A small district with ten goals."""
    spells = tuple(
        Enrolment(name, draw(st.sampled_from(SCHOOLS)), "3", FIRST, draw(st.none() | st.none() | days))
        for name in STUDENTS if draw(st.booleans())
    )  # fmt: skip
    batches = tuple(
        Batch(name, loaded) for name, loaded in
        zip(("lines", "more", "goals", "later"), (LAST, LAST, draw(days), LAST), strict=True)
    )  # fmt: skip
    facts = Facts(draw(st.sampled_from(CALENDARS)), draw(st.sampled_from(PERIODS)), spells,
                  tuple(draw(st.lists(lines(), max_size=4))), batches=batches)  # fmt: skip
    as_of = draw(asked_days)
    own = tuple(draw(goals(f"G{number}")) for number in range(10))
    rows = [row for goal in own for row in draw(measurements(goal, as_of))]
    order = [batch.name for batch in batches]
    return Asked(facts, own, tuple(sorted(rows, key=lambda row: order.index(row.batch))), as_of)


def differences(expected: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """Where two answers differ; numbers to 1e-6."""
    told = []
    for name, ours in expected.items():
        theirs = found[name]
        both = ours is not None and theirs is not None
        if not (abs(float(ours) - float(theirs)) <= 1e-6 if name in NUMBERS and both else ours == theirs):
            told.append(f"{name}: rules {ours}, figures {theirs}")
    return told


@few
@given(districts())
def test_every_goal_and_report_agrees_with_the_rules(asked: Asked) -> None:
    store = open_store(None)
    store_goals(store, asked.facts, asked.goals, asked.rows)
    with store.cursor() as cur:
        frame = figures.status(cur, EVERYTHING, asked.as_of)
        reports = figures.progress_reports(cur, EVERYTHING, asked.as_of)
        counts = figures.by(cur, EVERYTHING, asked.as_of)
        points = figures.measurements(cur, EVERYTHING, asked.as_of)
    store.close()
    plainly = Goals(asked.facts, asked.goals, asked.rows, asked.as_of)
    rows = {(row["student_id"], row["goal_id"]): {str(name): plain(value) for name, value in row.items()}
            for row in frame.to_dict("records")}  # fmt: skip
    expected = plainly.status()
    assert rows.keys() == expected.keys()
    assert {key: told for key in expected if (told := differences(expected[key], rows[key]))} == {}
    assert len(points) == sum(len(plainly.points(goal)) for goal in asked.goals)
    statuses = [row["status"] for row in expected.values()]
    assert {name: counts[name].sum() for name in figures.STATUSES} == {
        name: statuses.count(name) for name in figures.STATUSES
    }
    received = {name: (int(part["due"].sum()), int(part["received"].sum())) for name, part in reports.groupby("period")}
    assert received == plainly.reports()


@pytest.mark.slow
@fewer
@given(districts(), st.integers(1, 20))
def test_later_measurements_change_nothing_before_them(asked: Asked, after: int) -> None:
    """Rules 1: measurements after the as-of date don't exist for the figure."""
    late = [Measurement(goal.goal_id, asked.as_of + timedelta(days=after), 50, "mastered", None, goal.student_id, "later")
            for goal in asked.goals]  # fmt: skip
    with_late = replace(asked, rows=(*asked.rows, *late))
    frames = []
    for one in (asked, with_late):
        store = open_store(None)
        store_goals(store, one.facts, one.goals, one.rows)
        with store.cursor() as cur:
            frames.append(figures.status(cur, EVERYTHING, one.as_of))
        store.close()
    assert frames[0].equals(frames[1])
