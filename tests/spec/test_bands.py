"""Lines on track, without evidence and counted (rules 7 and 8), worked out on CAL-A. 60 a week.

Sep 2 - 28 is the credit month of September: 240."""

from fractions import Fraction as F  # noqa: N817

from tests.reference.cal_a import day, facts, line, row
from tests.reference.facts import Choices, Line, Session
from tests.spec.told import Case, Figures, check, table


def counts(lines: int, on_track: int, without_evidence: int = 0) -> Figures:
    """The three counts of lines."""
    return {"lines": lines, "lines_on_track": on_track, "lines_without_evidence": without_evidence}


def seen(minutes: int | F, *more: Session, of: Line | None = None) -> object:
    """A line with so many minutes delivered on Sep 10."""
    return facts([of or line(60, start="9-02", end="9-28")], [row("9-10", minutes), *more])  # type: ignore[arg-type]


CASES = [
    Case("95 % is on track: 228 of 240", seen(228), "9-28", counts(1, 1)),  # type: ignore[arg-type]
    Case("227 of 240 isn't", seen(227), "9-28", counts(1, 0)),  # type: ignore[arg-type]
    Case("excused minutes leave the denominator: 171 of 240 - 60", seen(171, row(  # type: ignore[arg-type]
        "9-17", 60, "missed", reason="student_absent")), "9-28", counts(1, 1)),
    Case("all excused: n/a, on no track", facts([line(60, start="9-08", end="9-12")], [row(
        "9-10", 60, "missed", reason="student_absent")]), "9-12",
        {**counts(1, 0, 1), "gross_rate": 0, "adjusted_rate": None}),
    Case("too early before one whole week has closed", seen(60, of=line(60, start="9-08")), "9-11",  # type: ignore[arg-type]
         counts(1, 0)),
    Case("after it: on track", seen(60, of=line(60, start="9-08")), "9-12", counts(1, 1)),  # type: ignore[arg-type]
    Case("the week of the start is not whole when it begins on a Wednesday", seen(  # type: ignore[arg-type]
        60, of=line(60, start="9-10")), "9-12", counts(1, 0)),
    Case("the next one is", seen(96, of=line(60, start="9-10")), "9-19", counts(1, 1)),  # type: ignore[arg-type]
    Case("a short week is a whole one", facts([line(60, start="9-02")], [row("9-03", 60)]), "9-05", counts(1, 1)),
    Case("a quarterly line is early until its quarter closes", facts([line(120, "quarter")], [row("9-10", 120)]),
         "10-30", counts(1, 0)),
    Case("then it is on track", facts([line(120, "quarter")], [row("9-10", 120)]), "10-31", counts(1, 1)),
    Case("a policy of 80 %", seen(192), "9-28", counts(1, 1), choices=Choices(on_track=F(80, 100))),  # type: ignore[arg-type]
    Case("a line without E isn't counted", facts([line(60, start="9-08"), line(60, "week", line_id="L2",
         start="10-20", setting="push_in")], [row("9-10", 60)]), "9-12", counts(1, 1)),
    Case("a line without a session has no evidence", facts([line(60, start="9-02", end="9-28"), line(
        60, line_id="L2", student_id="S2", start="9-02", end="9-28")], [row("9-10", 240)]), "9-28",
        counts(2, 1, 1)),
    Case("a partial session is evidence", facts([line(60, start="9-02", end="9-28")], [row(
        "9-10", 10, "partial")]), "9-28", counts(1, 0, 0)),
    Case("a missed one isn't", facts([line(60, start="9-02", end="9-28")], [row("9-10", 10, "missed")]), "9-28",
         counts(1, 0, 1)),
    Case("on track in one month", facts([line(60, start="9-02")], [row("9-10", 240)]), "10-31", counts(1, 1),
         ("month",), (day("9-01"),)),
    Case("and not in the next", facts([line(60, start="9-02")], [row("9-10", 240)]), "10-31", counts(1, 0, 1),
         ("month",), (day("10-01"),)),
]  # fmt: skip


@table(CASES)
def test_lines_on_track(case: Case, engine: str) -> None:
    check(case, engine)
