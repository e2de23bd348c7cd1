"""Which days are loaded (rules 2a), worked out on CAL-A. A line of 60 a week owes 60 in each week with school.

September has credit for the weeks of Sep 1 (4 days), 8, 15 and 22; Sep 29 and 30 are 2 of 5 days of the next week.
So the days of September owe 4 x 60 + 24 = 264, those of August 60, those of October 36 + 4 x 60 = 276.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction as F  # noqa: N817
from pathlib import Path

from analytics import ledger
from analytics.scope import EVERYTHING
from tests.data.loading import Ledger
from tests.reference.cal_a import LAST, day, facts, line, row, seen, weekdays
from tests.reference.facts import Batch, ChosenCover, Facts, Line, Session, WaitingRow
from tests.spec.told import Case, check, table

AUGUST, SEPTEMBER, OCTOBER = 60, 264, 276
TODAY = "10-31"


def logs(lines: list[Line], sessions: list[Session], *, loaded: date = LAST, covers: tuple[ChosenCover, ...] = (),
         waiting: tuple[WaitingRow, ...] = (), more: tuple[Batch, ...] = ()) -> Facts:  # fmt: skip
    """Facts whose coverage comes from the sessions, batch ``logs`` first."""
    given = facts(lines, sessions, loaded=None)
    return replace(given, waiting=waiting, batches=(Batch("lines", LAST), Batch("logs", loaded, covers), *more))


def loaded(rule: str, given: Facts, expected: F | int, uncovered: F | int, **fields: object) -> Case:
    """A case about E and what isn't loaded."""
    return Case(rule, given, TODAY, {"expected_minutes": expected, "uncovered_minutes": uncovered}, **fields)  # type: ignore[arg-type]


WEEKLY = [line(60)]
SPEECH = line(60, line_id="L2", service="SLP")
CONSULT = line(60, line_id="L2", kind="indirect")
OF_FIVE = [line(60, line_id=f"L{n}", student_id=f"S{n}", provider_id=f"P{n}") for n in range(1, 6)]
SLIP = (*seen(weekdays("9-02", "9-30", 2)), row("12-10"))
"""Wednesdays of September, and one row of December."""


def many(count: int, of: str) -> list[Session]:
    """So many rows on one day."""
    return [row(of, 1, session_id=f"{of}-{n:03}") for n in range(count)]


CASES = [
    loaded("one session covers its whole month", logs(WEEKLY, [row("9-10")]), SEPTEMBER, AUGUST + OCTOBER),
    loaded("from the first to the last month, an empty one between them too", logs(
        WEEKLY, [row("8-27"), row("10-08")]), AUGUST + SEPTEMBER + OCTOBER, 0),
    loaded("never past the day of loading: Sep 10 is 3 of 5 days", logs(
        WEEKLY, [row("9-10")], loaded=day("9-10")), 60 + 36, AUGUST + 24 + 2 * 60 + 24 + OCTOBER),
    loaded("a missed session shows that the log is loaded", logs(WEEKLY, [row("9-10", None, "missed")]), SEPTEMBER,
           AUGUST + OCTOBER),
    loaded("a compensatory session too", logs(WEEKLY, [row("9-10", award_id="A1")]), SEPTEMBER, AUGUST + OCTOBER),
    loaded("a waiting row too", logs(WEEKLY, [], waiting=(WaitingRow("S1", day("9-10")),)), SEPTEMBER,
           AUGUST + OCTOBER),
    loaded("a session after the as-of date too", logs(WEEKLY, [row("9-10"), row("11-05")]), SEPTEMBER + OCTOBER,
           AUGUST),
    loaded("another service's log covers nothing", logs(WEEKLY, [row("9-10", service="SLP")]), 0,
           AUGUST + SEPTEMBER + OCTOBER),
    loaded("each service by its own sessions", logs([*WEEKLY, SPEECH], [row("9-10"), row("10-08", service="SLP")]),
           SEPTEMBER + OCTOBER, AUGUST + OCTOBER + AUGUST + SEPTEMBER),
    loaded("each kind by its own sessions", logs([*WEEKLY, CONSULT], [row("9-10"), row("10-08", kind="indirect")]),
           SEPTEMBER + OCTOBER, AUGUST + OCTOBER + AUGUST + SEPTEMBER),
    loaded("the union over the batches", logs(
        WEEKLY, [row("8-27"), row("10-08", batch="more")], more=(Batch("more", LAST),)), AUGUST + OCTOBER, SEPTEMBER),
    loaded("a month alone with under 1 % of the rows is a slip: 1 of 101", logs(
        WEEKLY, [*many(100, "9-10"), row("12-10")]), SEPTEMBER, AUGUST + OCTOBER),
    loaded("1 of 100 rows is 1 %, no slip", logs(WEEKLY, [*many(99, "9-10"), row("12-10")]), SEPTEMBER + OCTOBER,
           AUGUST),
    loaded("a month beside another isn't alone", logs(WEEKLY, [*many(100, "9-10"), row("10-08")]),
           SEPTEMBER + OCTOBER, AUGUST),
    loaded("1 of 6 rows is no slip", logs(WEEKLY, list(SLIP)), SEPTEMBER + OCTOBER, AUGUST),
    loaded("what a person chose stands instead: Sep 8 to 19", logs(
        WEEKLY, [row("9-10")], covers=(ChosenCover("OT", day("9-08"), day("9-19")),)), 2 * 60,
        AUGUST + 60 + 60 + 24 + OCTOBER),
    loaded("a choice for one service leaves the other as it is", logs(
        [*WEEKLY, SPEECH], [row("9-10"), row("9-10", service="SLP")],
        covers=(ChosenCover("OT", day("9-08"), day("9-19")),)), 2 * 60 + SEPTEMBER,
        AUGUST + 60 + 60 + 24 + OCTOBER + AUGUST + OCTOBER),
    loaded("a choice for one school: North's lines only", logs(
        [line(60, school="North"), line(60, line_id="L2", student_id="S2", school="South")], [row("9-10")],
        covers=(ChosenCover("OT", day("9-01"), day("9-30"), school="North"),)), SEPTEMBER,
        AUGUST + OCTOBER + AUGUST + SEPTEMBER + OCTOBER),
    loaded("a choice for one provider: P1's line only", logs(
        OF_FIVE[:2], [row("9-10", provider_id="P1")],
        covers=(ChosenCover("OT", day("9-08"), day("9-19"), provider_id="P1"),)), 2 * 60,
        2 * (AUGUST + OCTOBER) + SEPTEMBER + SEPTEMBER - 2 * 60),
    loaded("two of five providers: only their lines", logs(
        OF_FIVE, [row("9-10", provider_id="P1"), row("9-10", student_id="S2", provider_id="P2")]), 2 * SEPTEMBER,
        5 * (AUGUST + OCTOBER) + 3 * SEPTEMBER),
    loaded("two of four providers are half: all lines", logs(
        OF_FIVE[:4], [row("9-10", provider_id="P1"), row("9-10", student_id="S2", provider_id="P2")]), 4 * SEPTEMBER,
        4 * (AUGUST + OCTOBER)),
    loaded("a log without providers: all lines", logs(OF_FIVE, [row("9-10")]), 5 * SEPTEMBER,
           5 * (AUGUST + OCTOBER)),
    loaded("providers of earlier logs count too: P1 is one of three", logs(
        [line(60, provider_id="P1"), line(60, line_id="L2", student_id="S2", provider_id="P2")],
        [row("9-10", student_id="S2", provider_id="P3"), row("10-08", provider_id="P1", batch="more")],
        more=(Batch("more", LAST),)), 2 * SEPTEMBER + OCTOBER, 2 * AUGUST + OCTOBER),
]  # fmt: skip


@table(CASES)
def test_coverage(case: Case, engine: str) -> None:
    check(case, engine)


ABSENT = [
    Case("no log at all: no rates", logs(WEEKLY, []), TODAY, {
        "expected_minutes": 0, "uncovered_minutes": 600, "gross_rate": None, "adjusted_rate": None, "lines": 0,
        "make_up_minutes": 0}),
    Case("a log without mandates: delivered, no rates, nothing outside", logs([], [row("9-10")]), TODAY, {
        "delivered_minutes": 30, "expected_minutes": 0, "adjusted_rate": None, "lines": 0,
        "outside_mandate_minutes": 0}),
    Case("October isn't loaded whole: its period stays open", logs(
        WEEKLY, [row("9-10"), row("10-15")], loaded=day("10-15")), TODAY, {
        "expected_minutes": 24 + 36 + 60 + 30, "make_up_minutes": 0}, ("month",), (day("10-01"),)),
    Case("September's credit month is loaded: 60 x 4 owed, 30 given", logs(
        WEEKLY, [row("9-10"), row("10-15")], loaded=day("10-15")), TODAY, {
        "expected_minutes": 240, "delivered_minutes": 30, "make_up_minutes": 210}, ("month",), (day("9-01"),)),
]  # fmt: skip


@table(ABSENT)
def test_what_is_not_loaded(case: Case, engine: str) -> None:
    check(case, engine)


def test_a_date_after_the_day_of_loading_covers_no_day(tmp_path: Path) -> None:
    """60 a week from Sep 1 and weekdays from Sep 2: September owes 4 x 60 and 2 of the 5 days from Sep 29, 24, so 264. A log of
    Sep 10 that is loaded on Oct 3 speaks for September, whatever its row of December was meant to say (decision 0485): the
    3 days of October, 36, aren't loaded."""
    days = (date.fromordinal(date(2025, 9, 2).toordinal() + n) for n in range(60))
    calendar = "Date,Instructional\n" + "".join(f"{one:%m/%d/%Y},Yes\n" for one in days if one.weekday() < 5)
    lines = "Line ID,Student ID,Service,Kind,Frequency,Start Date,End Date\nL1,S1,OT,Direct,60 min Weekly,09/01/2025,10/31/2025\n"
    log = "Student ID,Service,Kind,Session Date,Minutes,Status\n" + "".join(
        f"S1,OT,Direct,{one}/2025,30,Delivered\n" for one in ("09/10", "12/10")
    )
    made = Ledger.holding(tmp_path, ("calendar.csv", calendar), ("lines.csv", lines))
    (sheet,) = made.load("log.csv", log, load_date=date(2025, 10, 3)).files[0].sheets
    with made.cursor() as cur:
        (row_,) = ledger.by(cur, EVERYTHING, date(2025, 10, 3), keys=()).to_dict("records")
    made.close()
    assert (sheet.new, sheet.waiting) == (1, 1)
    assert (round(row_["expected_minutes"], 6), round(row_["uncovered_minutes"], 6)) == (264, 36)
