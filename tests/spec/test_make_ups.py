"""Make-ups (rules 5), worked out on CAL-A with a line of 60 a week.

Credit months: August one week (60), September four (240), October five (300), November four weeks from Nov 3 (240).
"""

from fractions import Fraction as F  # noqa: N817

from tests.reference.cal_a import day, facts, line, row
from tests.reference.facts import Choices, Session
from tests.spec.told import Case, Figures, check, table

AUGUST, SEPTEMBER, OCTOBER, NOVEMBER = (day(f"{month}-01") for month in (8, 9, 10, 11))


def of_month(rule: str, month: object, sessions: list[Session], figures: Figures, as_of: str = "10-31",
             **fields: object) -> Case:  # fmt: skip
    """A case about one month of a line from Aug 25."""
    return Case(rule, facts([line(60)], sessions), as_of, figures, ("month",), (month,), **fields)  # type: ignore[arg-type]


FULL = [row("8-27", 60), row("9-10", 240)]
SHORT = [row("8-27", 50), row("9-10", 200)]
"""10 short in August, 40 in September."""


def make_up(text: str, minutes: int, makes_up: str | None = None, **fields: object) -> Session:
    """A make-up session."""
    return row(text, minutes, "make_up", makes_up_date=day(makes_up) if makes_up else None, **fields)


TWO = [*SHORT, make_up("10-07", 10, session_id="b"), make_up("10-06", 25, session_id="a")]
CASES = [
    of_month("a make-up counts in the period of the date that it names", SEPTEMBER, [*SHORT, make_up(
        "10-06", 30, "9-17")], {"delivered_minutes": 230, "make_up_minutes": 10}),
    of_month("and not in its own", OCTOBER, [*SHORT, make_up("10-06", 30, "9-17")], {"delivered_minutes": 0}),
    of_month("it is unknown before its own day", SEPTEMBER, [*SHORT, make_up("10-06", 30, "9-17")],
             {"delivered_minutes": 200, "make_up_minutes": 40}, "10-05"),
    of_month("too many minutes for its period are excess there", SEPTEMBER, [*SHORT, make_up("10-06", 60, "9-17")],
             {"delivered_minutes": 260, "credited_minutes": 240, "excess_minutes": 20, "make_up_minutes": 0}),
    of_month("an unnamed one goes to the oldest shortfall", AUGUST, [*SHORT, make_up("10-06", 30)],
             {"delivered_minutes": 60, "make_up_minutes": 0}),
    of_month("then to the next oldest: 30 - 10", SEPTEMBER, [*SHORT, make_up("10-06", 30)],
             {"delivered_minutes": 220, "make_up_minutes": 20}),
    of_month("what is left counts on its own date: 60 - 10 - 40", OCTOBER, [*SHORT, make_up("10-06", 60)],
             {"delivered_minutes": 10}),
    of_month("never to its own period nor to a later one", SEPTEMBER, [row("8-27", 60), row("9-10", 200), make_up(
        "9-24", 30)], {"delivered_minutes": 230, "make_up_minutes": 10}),
    of_month("nothing short before it: on its own date", OCTOBER, [*FULL, make_up("10-06", 30)],
             {"delivered_minutes": 30}),
    of_month("named ones are booked first, though given later", AUGUST, [
        row("8-27", 40), row("9-10", 240), make_up("10-06", 30), make_up("10-20", 15, "8-28")],
        {"delivered_minutes": 40 + 15 + 5}),
    of_month("and the unnamed one keeps 25 of its 30", OCTOBER, [
        row("8-27", 40), row("9-10", 240), make_up("10-06", 30), make_up("10-20", 15, "8-28")],
        {"delivered_minutes": 25}),
    of_month("unnamed ones by date: 25 on Oct 6 fill August (10) and 15 of September", SEPTEMBER, TWO,
             {"delivered_minutes": 200 + 15 + 10}),
    of_month("each week alone: the make-up fills the week that it names", SEPTEMBER, [
        row("9-10", 60), row("9-17", 20), row("9-24", 60), row("9-03", 60), make_up("9-25", 40, "9-17")],
        {"credited_minutes": 240, "excess_minutes": 0}, choices=Choices(credit_period="cycle")),
    of_month("each week alone: an unnamed one fills the earliest week", SEPTEMBER, [
        row("8-27", 60), row("9-10", 60), row("9-17", 20), row("9-24", 60), row("9-03", 60), make_up("9-25", 50)],
        {"delivered_minutes": 60 + 60 + 20 + 60 + 50, "credited_minutes": 240, "excess_minutes": 10},
        choices=Choices(credit_period="cycle")),
]  # fmt: skip


@table(CASES)
def test_make_ups(case: Case, engine: str) -> None:
    check(case, engine)


ENDED = line(60, end="9-19", line_id="L1")
NEXT = line(30, start="9-22", line_id="L2", setting="push_in")
PLACES = [
    Case("a line that ended before the make-up takes it: of three weeks 150 and 30", facts(
        [ENDED], [row("9-10", 150), make_up("10-06", 30, "9-17")]), "10-31",
        {"expected_minutes": 180, "delivered_minutes": 180, "make_up_minutes": 0}, ("month",), (SEPTEMBER,)),
    Case("it goes to the line in force on the date made up", facts([ENDED, NEXT], [make_up("10-06", 30, "9-17")]),
         "10-10", {"delivered_minutes": 30}, ("line",), ("L1",)),
    Case("without a date, to the line in force on its own day", facts([ENDED, NEXT], [make_up("10-06", 30)]),
         "10-10", {"delivered_minutes": 30}, ("line",), ("L2",)),
    Case("naming a date before the line: outside any mandate", facts(
        [line(60, line_id="L0", end="8-29"), line(60, start="9-22")], [make_up("10-06", 30, "9-10")]), "10-10",
        {"delivered_minutes": 0, "outside_mandate_minutes": 30}),
    Case("an attempt brings no minutes and proves diligence", facts([ENDED], [row("9-17", 30, "attempt")]), "9-19",
         {"delivered_minutes": 0, "make_up_minutes": 240, "unaccounted_minutes": 240, "lines_without_evidence": 1}),
    Case("a quarter is one period: an unnamed make-up in it stays on its own date", facts(
        [line(480, "quarter", end="10-31")], [row("9-10", 100), make_up("10-06", 80)]), "10-31",
        {"expected_minutes": 480 * F(22, 48), "delivered_minutes": 80, "credited_minutes": 180 * F(22, 48)},
        ("month",), (OCTOBER,)),
    Case("an unnamed make-up after a quarter goes to the quarter: its D by month in proportion to E", facts(
        [line(480, "quarter")], [row("9-10", 100), make_up("11-05", 80)]), "11-07",
        {"delivered_minutes": 80 * F(22, 48), "credited_minutes": 180 * F(22, 48)}, ("month",), (OCTOBER,)),
]  # fmt: skip


@table(PLACES)
def test_where_make_ups_go(case: Case, engine: str) -> None:
    check(case, engine)
