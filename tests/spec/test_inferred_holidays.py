"""Inferred holidays (rules 5), worked out on CAL-A: weekly lines in the weeks of Sep 1, Oct 13, Nov 10 and Nov 24.

Each case is one week of a line of 60 a week, two sessions of 30; the holiday shows as M, that is O less U.
"""

from tests.reference.cal_a import CALENDAR, day, facts, line, row
from tests.reference.facts import CalendarDay, Choices, Line, Session
from tests.spec.told import Case, Figures, check, table

LINE = line(60, sessions_per_cycle=2, start="9-29")
WEEK = ("10-13", "10-19")


def week(rule: str, sessions: list[Session], figures: Figures, *, of: Line = LINE, as_of: str = "10-31",
         **fields: object) -> Case:  # fmt: skip
    """A case about the weeks from Sep 29, each of which owes 60 and each but the one in question is delivered."""
    given = facts([of], [row("10-01", 60), row("10-08", 60), *sessions, row("10-22", 60), row("10-29", 60)])
    return Case(rule, given, as_of, figures, **fields)  # type: ignore[arg-type]


CASES = [
    week("one closed day excuses one session of 30", [row("10-15")],
         {"make_up_minutes": 30, "unaccounted_minutes": 0}),
    week("nothing delivered: 30 are inferred, 30 have no record", [],
         {"make_up_minutes": 60, "unaccounted_minutes": 30}),
    week("a missed session explains its own 30", [row("10-15", 30, "missed", reason="provider_absent")],
         {"make_up_minutes": 60, "unaccounted_minutes": 0}),
    week("both explained: nothing left to infer", [
        row("10-15", 60, "missed", reason="provider_absent")], {"make_up_minutes": 60, "unaccounted_minutes": 0}),
    week("not made up: E of the week is 48, the 18 short are excused", [row("10-15")],
         {"expected_minutes": 4 * 60 + 48, "excused_minutes": 18, "make_up_minutes": 0, "adjusted_rate": 1},
         choices=Choices(closures="not_made_up")),
    week("holidays under review, by policy", [row("10-15")], {"review_minutes": 30, "make_up_minutes": 0},
         choices=Choices(treatments={"holiday": "review"})),
    week("not before the week's last instructional day", [row("10-15")],
         {"expected_minutes": 2 * 60 + 45, "excused_minutes": 0}, as_of="10-16",
         choices=Choices(treatments={"holiday": "excused"})),
    week("on its last instructional day", [row("10-15")],
         {"expected_minutes": 3 * 60, "excused_minutes": 30}, as_of="10-17",
         choices=Choices(treatments={"holiday": "excused"})),
    week("a monthly line infers nothing", [], {"unaccounted_minutes": 20, "make_up_minutes": 20},
         of=line(260, "month", start="10-01", end="10-31", minutes_per_session=30)),
    week("only closed days inside the window: it began on the Tuesday", [row("10-15")],
         {"expected_minutes": 180, "delivered_minutes": 150, "make_up_minutes": 30, "unaccounted_minutes": 30},
         of=line(60, sessions_per_cycle=2, start="10-14")),
    week("an unnamed make-up stays in its own week here, though booked to an earlier period", [
        row("10-15", 60, "make_up")], {"make_up_minutes": 60, "unaccounted_minutes": 60},
        of=line(60, sessions_per_cycle=2, start="9-22")),
]  # fmt: skip


@table(CASES)
def test_inferred_holidays(case: Case, engine: str) -> None:
    check(case, engine)


THANKSGIVING = [
    Case("three closed days of one session each: at most the shortfall", facts(
        [line(60, start="11-17", sessions_per_cycle=2)], [row("11-19", 60)]), "11-28",
        {"make_up_minutes": 60, "unaccounted_minutes": 0}),
    Case("three closed days of 10 minutes: 30 of the 60", facts(
        [line(60, start="11-17", sessions_per_cycle=6)], [row("11-19", 60)]), "11-28",
        {"make_up_minutes": 60, "unaccounted_minutes": 30}),
    Case("a child that wasn't seen in the two weeks before isn't excused", facts(
        [line(60, start="11-03", sessions_per_cycle=2)], [row("11-05", 60)]), "11-28",
        {"make_up_minutes": 180, "unaccounted_minutes": 180 - 30}),
    Case("seen before the range began: in November's own range too a session of Veterans Day is inferred", facts(
        [line(60, start="10-27", sessions_per_cycle=2)], [row("10-29", 60), row("11-24", 60)]), "11-28",
        {"expected_minutes": 240, "make_up_minutes": 180, "unaccounted_minutes": 180 - 30}, cut=("11-03", "11-30")),
    Case("seen in the second week before Jan 19: one session of the holiday is inferred", facts(
        [line(60, start="12-08", end="1-23", sessions_per_cycle=2)], [row("1-07", 60)]), "1-23",
        {"expected_minutes": 5 * 60, "make_up_minutes": 240, "unaccounted_minutes": 240 - 30}),
    Case("seen before the break: the first week back has no closed weekday", facts(
        [line(60, start="12-15", end="1-09", sessions_per_cycle=2)], [row("12-16", 60)]), "1-09",
        {"expected_minutes": 2 * 60, "make_up_minutes": 60, "unaccounted_minutes": 60}),
    Case("two weeks with school before Jan 19 are Jan 5 and 12: Dec 16 is too old", facts(
        [line(60, start="12-15", end="1-23", sessions_per_cycle=2)], [row("12-16", 60)]), "1-23",
        {"expected_minutes": 4 * 60, "make_up_minutes": 180, "unaccounted_minutes": 180}),
    Case("days before the first day of school are no holidays", facts(
        [line(60, start="8-01", sessions_per_cycle=2)], [row("8-27")]), "8-31",
        {"make_up_minutes": 30, "unaccounted_minutes": 30}),
    Case("a session that makes up a date of the week counts there", facts(
        [line(60, start="11-17", sessions_per_cycle=2)],
        [row("11-19", 60), row("12-03", 60), row("12-05", 60, "make_up", makes_up_date=row("11-25").session_date)]),
        "12-05", {"make_up_minutes": 0, "credited_minutes": 180, "unaccounted_minutes": 0}),
    Case("not made up: 24 owed in two days to a line that never began: no holiday excuses an unserved child", facts(
        [line(60, start="11-24", end="11-28", sessions_per_cycle=2), line(60, line_id="L0", end="11-21")],
        [row("11-19", 30, line_id="L0")]), "11-28",
        {"expected_minutes": 24, "excused_minutes": 0, "gross_rate": 0, "adjusted_rate": 0}, ("line",), ("L1",),
        Choices(closures="not_made_up")),
    Case("closed days after the line's end are no holidays of its own: both days owe 30", facts(
        [line(60, start="11-24", end="11-25", sessions_per_cycle=2)], [row("11-24", 30)]), "11-28",
        {"expected_minutes": 60, "make_up_minutes": 30, "unaccounted_minutes": 30}),
    Case("Monday closed and made up by all on Saturday: the Monday still explains a session", facts(
        [line(60, start="10-13", end="10-18", sessions_per_cycle=2)], [row("10-15", 30)],
        calendar=(*CALENDAR, CalendarDay(day("10-18"), True))), "10-31",
        {"expected_minutes": 60, "make_up_minutes": 30, "unaccounted_minutes": 0}),
]  # fmt: skip


@table(THANKSGIVING)
def test_when_holidays_are_inferred(case: Case, engine: str) -> None:
    check(case, engine)
