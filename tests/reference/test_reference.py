"""The plain reading of the rules gives every worked case of rules 15."""

from collections import Counter
from fractions import Fraction

import pytest

from tests.reference.cal_a import CALENDAR, day, facts, line, row, seen, weekdays
from tests.reference.conformity import frequencies
from tests.reference.credit import accounts, expected
from tests.reference.facts import Choices, Facts
from tests.reference.ledger import ledger
from tests.reference.reading import Reading

NOT_MADE_UP = Choices(closures="not_made_up")


def read(given: Facts, as_of: str, choices: Choices | None = None, **cut: str) -> dict[str, object]:
    """The one row of the whole district."""
    reading = Reading(given, day(as_of), choices, **{name: day(text) for name, text in cut.items()})
    return ledger(reading).get((), {})  # type: ignore[return-value]


def short(row: dict[str, object]) -> tuple[object, ...]:
    """E, D, C, O and the adjusted rate."""
    names = ("expected_minutes", "delivered_minutes", "credited_minutes", "make_up_minutes", "adjusted_rate")
    return tuple(row[name] for name in names)


def week_of(start: str, end: str) -> dict[str, str]:
    return {"from_day": start, "to_day": end}


def test_cal_a_has_the_days_that_rules_14_count() -> None:
    counts = Counter(found.day.month for found in CALENDAR if found.is_instructional)
    assert counts == {8: 5, 9: 21, 10: 22, 11: 16, 12: 15, 1: 19, 2: 19, 3: 17, 4: 22, 5: 20, 6: 5}
    assert counts.total() == 181


def test_case_1_a_week_delivered() -> None:
    given = facts([line(60, sessions_per_cycle=2)], [row("9-08"), row("9-10")])
    assert short(read(given, "9-12", **week_of("9-08", "9-12"))) == (60, 60, 60, 0, 1)


def test_case_2_a_week_shortened_by_holidays() -> None:
    given = facts([line(60, start="11-24", end="11-28", sessions_per_cycle=2)], [row("11-24")])
    found = read(given, "11-28")
    assert short(found) == (60, 30, 30, 30, Fraction(1, 2))
    assert found["unaccounted_minutes"] == 0
    found = read(given, "11-28", NOT_MADE_UP)
    assert short(found) == (24, 30, 24, 0, 1)
    assert found["excess_minutes"] == 6


def test_case_3_a_week_without_instruction() -> None:
    found = read(facts([line(60)]), "12-26", **week_of("12-22", "12-26"))
    assert found.get("expected_minutes", 0) == 0
    assert found.get("gross_rate") is None
    assert found.get("adjusted_rate") is None


def test_case_4_a_line_from_thursday() -> None:
    assert read(facts([line(60, start="9-11")]), "9-12")["expected_minutes"] == 60 * Fraction(2, 5)


def test_case_5_an_amendment_in_the_middle_of_a_week() -> None:
    lines = [line(60, line_id="L1"), line(30, start="10-15", line_id="L2")]
    sessions = [row("10-06", 130, line_id="L1"), row("10-20", 74, line_id="L2")]
    found = ledger(Reading(facts(lines, sessions), day("10-31")), ("month",))[(day("10-01"),)]
    assert found["expected_minutes"] == 60 + 60 + 15 + Fraction(45, 2) + 30 + 30
    assert found["delivered_minutes"] == found["credited_minutes"] == 204
    assert found["make_up_minutes"] == 5 + Fraction(17, 2)
    assert found["adjusted_rate"] == Fraction(204) / Fraction(435, 2)
    by_line = ledger(Reading(facts(lines, sessions), day("10-31")), ("line", "month"))
    assert by_line[("L1", day("10-01"))]["make_up_minutes"] == 5
    assert by_line[("L2", day("10-01"))]["make_up_minutes"] == Fraction(17, 2)


def test_case_6_monthly_lines() -> None:
    september = read(facts([line(120, "month", start="9-16")]), "9-30")
    assert september["expected_minutes"] == Fraction(120 * 11, 21)
    august = read(facts([line(120, "month")]), "8-31")
    assert august["expected_minutes"] == Fraction(120 * 5, 19)


def october(more: tuple = (), as_of: str = "10-31") -> dict[str, object]:
    mondays_but_one_and_wednesdays = weekdays("9-29", "10-31") + weekdays("9-29", "10-31", 2)
    sessions = seen(mondays_but_one_and_wednesdays)
    missing = row("10-31", 30, "missed", reason="provider_absent")
    given = facts([line(60, sessions_per_cycle=2)], [*sessions, missing, *more])
    return ledger(Reading(given, day(as_of)), ("month",))[(day("10-01"),)]  # type: ignore[return-value]


def test_case_7_a_missed_session_and_its_make_up() -> None:
    assert short(october()) == (300, 270, 270, 30, Fraction(9, 10))
    make_up = row("11-05", 30, "make_up", makes_up_date=day("10-31"))
    assert short(october((make_up,))) == (300, 270, 270, 30, Fraction(9, 10))
    assert short(october((make_up,), "11-05")) == (300, 300, 300, 0, 1)


def test_case_7a_a_holiday_that_nobody_logged() -> None:
    given = facts([line(30, sessions_per_cycle=1)], seen(weekdays("8-25", "10-31")))
    found = ledger(Reading(given, day("10-31")), ("month",))[(day("10-01"),)]
    assert (*short(found), found["unaccounted_minutes"]) == (150, 120, 120, 30, Fraction(4, 5), 0)
    found = ledger(Reading(given, day("10-31"), NOT_MADE_UP), ("month",))[(day("10-01"),)]
    assert (*short(found), found["excused_minutes"]) == (144, 120, 120, 0, 1, 24)


def test_case_8_credit_periods() -> None:
    sessions = [row("9-08", 90), row("9-15", 30), row("9-22", 60), row("9-02", 60)]
    given = facts([line(60, start="9-02", end="9-28", sessions_per_cycle=1)], sessions)
    assert read(given, "9-28")["adjusted_rate"] == Fraction(240, 240)
    assert read(given, "9-28", Choices(credit_period="cycle"))["adjusted_rate"] == Fraction(210, 240)
    minutes_met = facts([line(60, start="9-02", end="9-28", sessions_per_cycle=2)], [
        row("9-08", 30), row("9-09", 30), row("9-10", 30), row("9-15", 30), row("9-22", 30), row("9-23", 30),
        row("9-02", 30), row("9-03", 30)])  # fmt: skip
    reading = Reading(minutes_met, day("9-28"))
    cycles = frequencies(reading, minutes_met.lines[0])
    assert sum(cycle.counted >= cycle.required for cycle in cycles) == 3
    assert len(cycles) == 4


def test_case_9_no_student_pays_for_another() -> None:
    lines = [line(60, start="9-02", end="9-28", student_id=name) for name in ("A", "B")]
    sessions = [row("9-08", 360, student_id="A"), row("9-08", 120, student_id="B")]
    assert read(facts(lines, sessions), "9-28")["adjusted_rate"] == Fraction(3, 4)


@pytest.mark.parametrize(
    ("reason", "gross", "adjusted", "make_up"),
    [("student_absent", Fraction(7, 8), 1, 0), ("provider_absent", Fraction(7, 8), Fraction(7, 8), 30)],
)
def test_case_10_who_missed_it(reason: str, gross: Fraction, adjusted: Fraction, make_up: int) -> None:
    sessions = [row("9-08", 210), row("9-15", 30, "missed", reason=reason)]
    found = read(facts([line(60, start="9-02", end="9-28")], sessions), "9-28")
    assert found["expected_minutes"] == 240
    assert (found["gross_rate"], found["adjusted_rate"], found["make_up_minutes"]) == (gross, adjusted, make_up)


def test_case_11_a_group_gives_each_student_the_whole_time() -> None:
    names = ("A", "B", "C")
    lines = [line(30, start="9-08", end="9-12", student_id=name) for name in names]
    sessions = [row("9-08", 30, student_id=name) for name in names]
    found = ledger(Reading(facts(lines, sessions), day("9-12")), ("student",))
    assert [found[(name,)]["delivered_minutes"] for name in names] == [30, 30, 30]


def test_case_12_minutes_in_another_setting() -> None:
    lines = [
        line(30, start="9-08", end="9-12", line_id="in", setting="push_in"),
        line(30, start="9-08", end="9-12", line_id="out", setting="pull_out"),
    ]
    found = ledger(Reading(facts(lines, [row("9-08", 60, setting="pull_out")]), day("9-12")), ("line",))
    assert found[("in",)]["delivered_minutes"] == 0
    assert (found[("out",)]["credited_minutes"], found[("out",)]["excess_minutes"]) == (30, 30)


def test_case_13_a_quarter() -> None:
    def quarter(*sessions: tuple[str, int]) -> Facts:
        return facts([line(120, "quarter")], [row(text, minutes) for text, minutes in sessions])

    assert short(read(quarter(("9-15", 40)), "9-30")) == (65, 40, 40, 0, Fraction(40, 65))
    assert short(read(quarter(("9-15", 40), ("10-15", 60)), "10-31")) == (120, 100, 100, 20, Fraction(100, 120))


def test_case_14_what_was_said_and_what_was_not() -> None:
    sessions = [
        row("9-08", 150),
        row("9-15", 30, "missed", reason="student_absent"),
        row("9-16", 30, "missed", reason="provider_absent"),
    ]
    found = read(facts([line(60, start="9-02", end="9-28", minutes_per_session=30)], sessions), "9-28")
    assert short(found) == (240, 150, 150, 60, Fraction(150, 210))
    assert (found["excused_minutes"], found["unaccounted_minutes"]) == (30, 30)
    assert found["gross_rate"] == Fraction(150, 240)


def test_case_15_an_amount_that_cannot_be_read() -> None:
    assert read(facts([line(None, is_usable=False)], [row("9-08")]), "9-12") == {}


def test_case_16_one_large_line() -> None:
    large = line(1200, start="9-08", end="9-12", student_id="A")
    small = [line(30, start="9-08", end="9-12", student_id=f"B{n}") for n in range(9)]
    found = read(facts([large, *small], [row("9-08", 1200, student_id="A")]), "9-12")
    assert found["adjusted_rate"] == Fraction(1200, 1470)
    assert (found["lines_on_track"], found["lines"]) == (1, 10)


def test_every_line_and_period_adds_up() -> None:
    given = facts([line(60, sessions_per_cycle=2)], seen(weekdays("8-25", "10-31"), 45))
    reading = Reading(given, day("10-20"))
    for account in accounts(reading, given.lines[0]):
        assert account.expected == (
            account.credited + account.excused + account.review + account.make_up + account.pace_gap
        )
        assert account.delivered == account.credited + account.excess
    assert sum(expected(reading, given.lines[0]).values()) == 8 * 60 + Fraction(60, 5)
