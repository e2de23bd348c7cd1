"""Lapsed lines (rules 3): a line of 60 a week that ended on Sep 30, worked out on CAL-A.

After Sep 30: 3 of 5 days (36), then whole weeks from Oct 6, 13 (four days, still 60), 20 and 27.
"""

from dataclasses import replace
from fractions import Fraction as F  # noqa: N817

from tests.reference.cal_a import LAST, day, facts, line
from tests.reference.facts import Batch, Choices, Enrolment
from tests.spec.told import Case, check, table

ENDED = line(60, end="9-30", line_id="L1")
SIX_WEEKS = 5 * 60 + 24
"""E up to Sep 30: the weeks from Aug 25 to Sep 22, and 2 of 5 days."""


def later_iep(service: str) -> object:
    """The line ended on Sep 30 with its IEP; a later IEP of Oct 20 has no such line, its file has the service."""
    lines = [
        replace(ENDED, iep_id="I1", batch="august"),
        line(30, line_id="L2", iep_id="I2", start="10-20", service="SLP", batch="october"),
        line(30, line_id="L3", student_id="S2", start="6-05", service=service, batch="october"),
    ]
    given = facts(lines, loaded=("8-25", "6-05"))
    return replace(given, batches=(Batch("august", LAST), Batch("october", LAST), given.batches[-1]))


CASES = [
    Case("no successor: lapsed to the as-of date", facts([ENDED]), "10-31",
         {"expected_minutes": SIX_WEEKS, "lapsed_minutes": 36 + 4 * 60}),
    Case("not yet ended", facts([ENDED]), "9-30", {"lapsed_minutes": 0}),
    Case("not made up: five for each of the week's days", facts([ENDED]), "10-17",
         {"lapsed_minutes": F(60, 5) * (3 + 5 + 4)}, choices=Choices(closures="not_made_up")),
    Case("up to the day before the next line", facts([ENDED, line(30, line_id="L2", start="10-20")]), "10-31",
         {"expected_minutes": SIX_WEEKS + 2 * 30, "lapsed_minutes": 36 + 60 + 60}),
    Case("the next line of another setting will do", facts([
        ENDED, line(30, line_id="L2", start="10-20", setting="push_in")]), "10-31", {"lapsed_minutes": 36 + 120}),
    Case("a consult line is no successor", facts([
        ENDED, line(30, line_id="L2", start="10-20", kind="indirect")]), "10-31", {"lapsed_minutes": 36 + 240}),
    Case("a line beside it, begun earlier, is no successor", facts([
        ENDED, line(30, line_id="L2", start="9-15", setting="push_in")]), "10-03", {"lapsed_minutes": 36}),
    Case("ended by an amendment: not lapsed", facts([
        line(60, line_id="L1", end="12-19"), line(30, line_id="L2", start="10-01")]), "10-31", {"lapsed_minutes": 0}),
    Case("not while the student isn't enrolled", facts([ENDED], enrolments=[
        Enrolment("S1", None, None, None, day("10-10"))]), "10-31", {"lapsed_minutes": 36 + 60}),
    Case("only covered days", facts([ENDED], loaded=("8-25", "10-10")), "10-31", {"lapsed_minutes": 36 + 60}),
    Case("a range cuts lapsed days too", facts([ENDED]), "10-31", {"lapsed_minutes": 60 * 2},
         cut=("10-06", "10-17")),
    Case("by month the days after the end stand in their credit month", facts([ENDED]), "10-31",
         {"lapsed_minutes": 36 + 4 * 60, "expected_minutes": 24}, ("month",), (day("10-01"),)),
    Case("a later IEP without the service is no next line", later_iep("OT"), "10-31",  # type: ignore[arg-type]
         {"lapsed_minutes": 36 + 4 * 60}, ("line",), ("L1",)),
    Case("nor is one whose file doesn't have it", later_iep("PT"), "10-31",  # type: ignore[arg-type]
         {"lapsed_minutes": 36 + 4 * 60}, ("line",), ("L1",)),
    Case("a monthly line of 110: 22 days of October at 5", facts([line(110, "month", end="9-30")]), "10-31",
         {"lapsed_minutes": 110}),
    Case("a third block of two weeks that nobody follows: 5 of its 10 days", facts([
        line(60, "weeks:2", end="9-19")]), "9-26", {"expected_minutes": 60 + 60, "lapsed_minutes": 60 * F(5, 10)}),
    Case("an IEP year of 61 calendar days goes on by calendar days: Oct 20 to 31", facts([
        line(61, "iep_year", start="8-20", end="10-19")]), "10-31",
        {"expected_minutes": 7 + 30 + 19, "uncovered_minutes": 5, "lapsed_minutes": 12}),
    Case("nothing lapses after the last day of school", facts([line(60, end="6-01")]), "6-30",
         {"lapsed_minutes": 60 * F(4, 5)}),
]  # fmt: skip


@table(CASES)
def test_lapsed_lines(case: Case, engine: str) -> None:
    check(case, engine)
