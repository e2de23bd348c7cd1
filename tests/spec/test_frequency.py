"""The frequency test (rules 7), worked out on CAL-A: 60 a week as 2 x 30 unless a case says otherwise.

Required in a closed cycle is floor(sessions x days inside the window / B).
"""

from fractions import Fraction as F  # noqa: N817

from tests.reference.cal_a import facts, line, row, seen, weekdays
from tests.reference.facts import Choices, Line, Session
from tests.spec.told import Case, check, table


def rate(rule: str, sessions: list[Session], worked_out: F | int | None, *, of: Line | None = None,
         as_of: str = "10-03", **fields: object) -> Case:  # fmt: skip
    """A case about four weeks: eight sessions are required."""
    lines = [of or line(60, start="9-08", end="10-03", sessions_per_cycle=2)]
    return Case(rule, facts(lines, sessions), as_of, {"frequency_rate": worked_out}, **fields)  # type: ignore[arg-type]


WEEKLY = list(seen(weekdays("9-08", "10-03")))
TWICE = WEEKLY + list(seen(weekdays("9-08", "10-03", 2)))
CASES = [
    rate("all eight", TWICE, 1),
    rate("one a week: 4 of 8", WEEKLY, F(4, 8)),
    rate("never more than required", [*TWICE, row("9-12"), row("9-19")], 1),
    rate("a week with three makes up for a week with one", [*TWICE[1:], row("9-12"), row("9-19")], 1),
    rate("half of the planned length counts: 15 of 30", [*WEEKLY, row("9-10", 15)], F(5, 8)),
    rate("14 of 30 doesn't", [*WEEKLY, row("9-10", 14)], F(4, 8)),
    rate("a policy of the whole length", [*WEEKLY, row("9-10", 29)], F(4, 8), choices=Choices(session_counts_at=F(1))),
    rate("missed sessions and attempts don't count", [
        *WEEKLY, row("9-10", 30, "missed"), row("9-11", 30, "attempt")], F(4, 8)),
    rate("make-ups and partials do", [*WEEKLY, row("9-10", 30, "make_up"), row("9-11", 20, "partial")], F(6, 8)),
    rate("a make-up counts in the week of its named date: the week that closed",
         [row("9-08"), row("9-15", 30, "make_up", makes_up_date=row("9-10").session_date)], 1, as_of="9-15"),
    rate("no session count: n/a", TWICE, None, of=line(60, start="9-08", end="10-03")),
    rate("only closed weeks: 2 of 2 as of Sep 18", TWICE, 1, as_of="9-18"),
    rate("no closed week: n/a", TWICE, None, as_of="9-11"),
    rate("a week from Wednesday requires floor(2 x 3/5) = 1", [row("9-10")], 1, as_of="9-12",
         of=line(60, start="9-10", sessions_per_cycle=2)),
    rate("a week from Thursday requires floor(2 x 2/5) = 0: n/a", [row("9-11")], None, as_of="9-12",
         of=line(60, start="9-11", sessions_per_cycle=2)),
    rate("a short week requires both", [row("10-15")], F(1, 2), as_of="10-17",
         of=line(60, start="10-13", sessions_per_cycle=2)),
    rate("not made up: floor(2 x 4/5) = 1", [row("10-15")], 1, as_of="10-17",
         of=line(60, start="10-13", sessions_per_cycle=2), choices=Choices(closures="not_made_up")),
    rate("a month: floor(4 x 11/21) = 2", [row("9-16")], F(1, 2), as_of="9-30",
         of=line(120, "month", start="9-16", sessions_per_cycle=4)),
    rate("August: floor(4 x 5/19) = 1", [row("8-26")], 1, as_of="8-29",
         of=line(120, "month", sessions_per_cycle=4)),
    rate("every other week: floor(1 x 9/9) = 1 in each of two blocks", [row("9-03")], F(1, 2), as_of="9-28",
         of=line(30, "weeks:2", start="9-02", end="9-28", sessions_per_cycle=1)),
    rate("a quarter: 6 sessions, 3 given", [row("9-10"), row("9-24"), row("10-08")], F(3, 6), as_of="10-31",
         of=line(180, "quarter", sessions_per_cycle=6)),
    rate("a daily line: four days, three sessions", [row("9-08", 15), row("9-09", 15), row("9-11", 15)], F(3, 4),
         as_of="9-11", of=line(15, "rotation:1", start="9-08", sessions_per_cycle=1)),
    rate("a six-day rotation from Aug 25: days 1-6 and 7-12 have closed by Sep 10", [row("8-26"), row("9-04")],
         F(2, 4), as_of="9-10", of=line(60, "rotation:6", sessions_per_cycle=2)),
    rate("cut by the range: two weeks", WEEKLY, F(2, 4), cut=("9-15", "9-28")),
]  # fmt: skip


@table(CASES)
def test_frequency(case: Case, engine: str) -> None:
    check(case, engine)


GROUPS = [
    Case("a group sums its lines, each at most what it requires: (2 + 0) / 4", facts(
        [line(60, start="9-08", sessions_per_cycle=2),
         line(60, line_id="L2", student_id="S2", start="9-08", sessions_per_cycle=2)],
        [row("9-08"), row("9-09"), row("9-10"), row("9-11")]), "9-12", {"frequency_rate": F(2, 4)}),
]  # fmt: skip


@table(GROUPS)
def test_frequency_of_a_group(case: Case, engine: str) -> None:
    check(case, engine)
