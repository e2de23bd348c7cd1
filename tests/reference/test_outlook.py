"""The plain reading of projection, not seen and mix, worked out on CAL-A."""

from fractions import Fraction

from tests.reference.cal_a import day, facts, line, row, seen, weekdays
from tests.reference.mix import delivered_mix, planned_mix, rollup
from tests.reference.outlook import days_not_seen, outlook
from tests.reference.reading import Reading


def test_half_of_every_week_projects_to_a_half() -> None:
    half = seen([*weekdays("8-25", "9-26"), day("9-02")])
    reading = Reading(facts([line(60, sessions_per_cycle=2)], half), day("9-26"))
    found = outlook(reading, reading.facts.lines[0])
    weeks_with_school = 41 - 2 - 1
    left = weeks_with_school - 5
    assert found.remaining == 60 * left
    assert found.pace == Fraction(5 * 30, 5 * 60)
    assert found.projected_rate == Fraction(150 + 30 * left, 300 + 60 * left)
    assert found.catch_up_per_week == Fraction(30 + 4 * 30, left)


def test_nothing_is_left_after_the_end() -> None:
    reading = Reading(facts([line(60, end="9-26")], [row("9-24", 60)]), day("9-26"))
    found = outlook(reading, reading.facts.lines[0])
    assert (found.remaining, found.catch_up_per_week) == (0, None)
    assert found.projected_rate == Fraction(60, 300)


def test_days_since_a_child_was_seen() -> None:
    absent = row("9-17", 30, "missed", reason="student_absent")
    reading = Reading(facts([line(60)], [row("9-10"), absent]), day("9-26"))
    assert days_not_seen(reading, reading.facts.lines[0]) == 2 + 5 + 5 - 1


def test_who_refuses_or_is_suspended_is_not_seen_either() -> None:
    kept = [row("9-17", 30, "missed", reason=reason) for reason in ("student_refused", "student_suspended")]
    reading = Reading(facts([line(60)], [row("9-10"), *kept]), day("9-26"))
    assert days_not_seen(reading, reading.facts.lines[0]) == 2 + 5 + 5


def test_days_since_a_start_without_any_session() -> None:
    reading = Reading(facts([line(60, start="9-24")]), day("9-26"))
    assert days_not_seen(reading, reading.facts.lines[0]) == 3


def test_drift_shows_between_planned_and_delivered() -> None:
    lines = [line(30, start="9-08", end="9-12", line_id=name, setting=name) for name in ("push_in", "pull_out")]
    reading = Reading(facts(lines, [row("9-08", 60, setting="pull_out")]), day("9-12"))
    assert planned_mix(reading) == {("direct", "push_in"): 30, ("direct", "pull_out"): 30}
    assert delivered_mix(reading) == {("direct", "pull_out"): 60}
    assert [rollup(setting) for setting in ("push_in", "tele", "consult_staff", None)] == [
        "direct integrated", "direct separate", "indirect", "indirect"]  # fmt: skip
