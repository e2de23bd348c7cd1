"""Credit periods, what is credited and when a period closes (rules 5), worked out on CAL-A."""

from fractions import Fraction as F  # noqa: N817

from tests.reference.cal_a import day, facts, line, row
from tests.reference.facts import Choices, GradingPeriod, Session
from tests.spec.told import Case, Figures, check, table

SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER, JANUARY = (day(f"{month}-01") for month in (9, 10, 11, 12, 1))


def figures(*values: F | int) -> Figures:
    """Expected, delivered, credited and make-up candidate minutes."""
    return dict(zip(("expected_minutes", "delivered_minutes", "credited_minutes", "make_up_minutes"), values,
                    strict=True))  # fmt: skip


def month(rule: str, of: object, sessions: list[Session], worked_out: Figures, as_of: str = "10-31",
          **fields: object) -> Case:  # fmt: skip
    """A case about one month of a line of 60 a week from Aug 25."""
    given = facts([fields.pop("of_line", line(60))], sessions, **fields.pop("given", {}))  # type: ignore[arg-type, list-item]
    return Case(rule, given, as_of, worked_out, ("month",), (of,), **fields)  # type: ignore[arg-type]


def by(policy: str) -> Choices:
    """A credit period."""
    return Choices(credit_period=policy)


HALVES = (
    GradingPeriod("Q1", day("8-25"), day("10-15"), "2025-26"),
    GradingPeriod("Q2", day("10-16"), day("6-05"), "2025-26"),
)
THREE_OF_FOUR = (
    GradingPeriod("Q1", day("8-25"), day("10-16"), "2025-26"),
    GradingPeriod("Q2", day("10-17"), day("6-05"), "2025-26"),
)
MONTHLY = line(220, "month", start="10-01")
QUARTER = line(480, "quarter")

CASES = [
    month("Monday Sep 29 is October's: its week has three days there", OCTOBER, [row("9-29", 60)],
          figures(300, 60, 60, 240)),
    month("so September has four weeks", SEPTEMBER, [row("9-29", 60)], figures(240, 0, 0, 240)),
    month("Friday Oct 3 too", OCTOBER, [row("10-03", 60)], figures(300, 60, 60, 240)),
    month("a tie goes to the later month: with Oct 3 closed, two days each", OCTOBER, [], figures(300, 0, 0, 300),
          given={"calendar": tuple(d for d in facts([]).calendar if d.day != day("10-03"))}),
    month("with Oct 2 and 3 closed the week is September's", SEPTEMBER, [], figures(300, 0, 0, 300),
          given={"calendar": tuple(d for d in facts([]).calendar if d.day not in (day("10-02"), day("10-03")))}),
    month("a week without school goes with its Wednesday: Dec 29 is December's", DECEMBER, [row("1-02", 60)],
          figures(180, 60, 60, 120), "1-30"),
    month("a monthly line stays with the calendar month", SEPTEMBER, [row("9-30", 60)], figures(110, 60, 60, 50),
          of_line=line(110, "month")),
    month("more in one week makes up for less in another of the month", SEPTEMBER, [row("9-08", 150), row("9-22", 60)],
          figures(240, 210, 210, 30)),
    month("but not for another month", OCTOBER, [row("9-08", 300), row("10-08", 240)], figures(300, 240, 240, 60)),
    month("each week alone: 60 of 150 + 60", SEPTEMBER, [row("9-08", 150), row("9-22", 60)], figures(240, 210, 120,
          120), choices=by("cycle")),
    month("a cycle policy leaves monthly lines by month", OCTOBER, [row("10-01", 220)], figures(220, 220, 220, 0),
          of_line=MONTHLY, choices=by("cycle")),
    month("each six-day rotation alone: days 27-30, 31-36, 37-42, 43-48; 6 x 5 of 100 in one", OCTOBER,
          [row("10-14", 100)], {"expected_minutes": 22 * 5, "delivered_minutes": 100, "credited_minutes": 30},
          of_line=line(30, "rotation:6"), choices=by("cycle")),
    month("a rotation line by month", OCTOBER, [row("10-14", 100)], figures(110, 100, 100, 10),
          of_line=line(30, "rotation:6")),
    month("by quarter, September gives October its surplus: (300 + 240) / 600 of 300", OCTOBER,
          [row("9-08", 300), row("10-08", 240)], figures(300, 240, 540 * F(300, 600), 60 * F(300, 600)),
          choices=by("grading_period")),
    month("by quarter, a week goes to the one with most of its days: Oct 17 with Oct 14-16 to Q1", SEPTEMBER,
          [row("10-17", 60)], {"expected_minutes": 240, "credited_minutes": 60 * F(240, 60 + 240 + 180)},
          "10-17", choices=by("grading_period"), given={"grading_periods": THREE_OF_FOUR}),
    month("by quarter, a tie goes to the later: Oct 14-15 and 16-17", SEPTEMBER, [row("10-14", 60)],
          {"expected_minutes": 240, "credited_minutes": 0}, "10-17", choices=by("grading_period"),
          given={"grading_periods": HALVES}),
    month("by quarter, a monthly line's days are cut: 10 of October's 22 are Q1's", OCTOBER,
          [row("10-20", 220)], {"expected_minutes": 220, "delivered_minutes": 220, "credited_minutes": 120},
          choices=by("grading_period"), of_line=MONTHLY, given={"grading_periods": HALVES}),
    month("by year, nothing closes in October", OCTOBER, [row("9-08", 300)], figures(300, 0, 300 * F(300, 600), 0),
          choices=by("year")),
    month("a quarterly line spreads by E: 26 of 48 days", SEPTEMBER, [row("10-15", 200)],
          {"expected_minutes": 480 * F(21, 48), "delivered_minutes": 0, "credited_minutes": 200 * F(21, 48),
           "make_up_minutes": 280 * F(21, 48)}, of_line=QUARTER),
    month("its D stays where it was", OCTOBER, [row("10-15", 200)],
          {"expected_minutes": 480 * F(22, 48), "delivered_minutes": 200, "credited_minutes": 200 * F(22, 48)},
          of_line=QUARTER),
    month("an open quarter has no make-up candidates", SEPTEMBER, [], figures(480 * F(21, 48), 0, 0, 0), "10-30",
          of_line=QUARTER),
    month("a block of two weeks over the end of a month: Sep 29 - Oct 12 has 2 + 8 days", SEPTEMBER,
          [row("9-09", 50), row("9-23", 50), row("10-08", 30)], {"expected_minutes": 50 + 50 + 50 * F(2, 10),
           "delivered_minutes": 100, "credited_minutes": 100 + 30 * F(2, 10)},
          of_line=line(50, "weeks:2", start="9-02")),
    month("a session on a Saturday counts in its week's month", OCTOBER, [row("10-04", 60)], figures(300, 60, 60, 240)),
    month("a month that isn't over stays open", OCTOBER, [], figures(240, 0, 0, 0), "10-24"),
    month("a month closes with its last instructional day: Friday Oct 31", OCTOBER, [], figures(300, 0, 0, 300)),
    month("a line that ends on Oct 8 closes then: 60 + 36", OCTOBER, [], figures(96, 0, 0, 96), "10-08",
          of_line=line(60, end="10-08")),
]  # fmt: skip


@table(CASES)
def test_credit_periods(case: Case, engine: str) -> None:
    check(case, engine)


BLOCKS = [line(90, "weeks:2", start="9-01", end="9-28")]
MAY = [line(60, start="5-11")]
CLOSING = [
    Case("a block of two weeks is open on its last day but one: 8 of 9 days", facts(BLOCKS, [row("9-10", 40)]), "9-11",
         figures(90 * F(8, 9), 40, 40, 0)),
    Case("it closes with its last day, in the middle of a month", facts(BLOCKS, [row("9-10", 40)]), "9-12",
         figures(90, 40, 40, 50)),
    Case("by year, May's surplus of 20 goes to June: 200 of 4 x 60 on the last day of school", facts(
        MAY, [row("5-12", 200)]), "6-05", figures(240, 200, 200, 40), choices=Choices(credit_period="year")),
    Case("by month it stays in May: 180 of 200", facts(MAY, [row("5-12", 200)]), "6-05", figures(240, 200, 180, 60)),
]  # fmt: skip


@table(CLOSING)
def test_when_a_period_closes(case: Case, engine: str) -> None:
    check(case, engine)


SEEN = [row("9-08", 100), row("9-23", 60)]
WEEKLY_30 = [row(day, 30) for day in ("9-29", "10-06", "10-15", "10-20", "11-03", "11-10", "11-17", "11-24")]
RANGES = [
    Case("caps apply to the part of a period inside the range: 100 of 120", facts([line(60)], SEEN), "10-31",
         figures(120, 100, 100, 20), cut=("9-08", "9-19")),
    Case("the other part of the month has its own cap: 60 of 60", facts([line(60)], [row("9-08", 300), row(
        "9-23", 60)]), "10-31", figures(60, 60, 60, 0), cut=("9-22", "9-28")),
    Case("a part of an open period makes no candidates", facts([line(60)], SEEN), "9-24", figures(120, 100, 100, 0),
         cut=("9-08", "9-19")),
    Case("a named make-up counts on the date made up, in the range or not", facts([line(60)], [
        row("10-08", 60, "make_up", makes_up_date=day("9-09"))]), "10-31", figures(120, 60, 60, 60),
        cut=("9-08", "9-19")),
    Case("an unnamed make-up of November fills October's 30 in the range of October too", facts(
        [line(30, start="9-29")], [*WEEKLY_30, row("11-05", 30, "make_up")]), "11-28",
         {"delivered_minutes": 150, "credited_minutes": 150, "excess_minutes": 0, "make_up_minutes": 0},
         cut=("9-29", "11-02")),
    Case("and is nothing in November's: 4 x 30 of 4 x 30", facts(
        [line(30, start="9-29")], [*WEEKLY_30, row("11-05", 30, "make_up")]), "11-28",
         {"delivered_minutes": 120, "credited_minutes": 120, "excess_minutes": 0}, cut=("11-03", "11-30")),
    Case("what it filled of a part of October goes by E: 60 of 150 expected, so 12 of its 30, and two sessions", facts(
        [line(30, start="9-29")], [*WEEKLY_30, row("11-05", 30, "make_up")]), "11-28",
         {"expected_minutes": 60, "delivered_minutes": 72, "credited_minutes": 60, "excess_minutes": 12},
         cut=("9-29", "10-12")),
    Case("what a make-up leaves counts on its own day: 30 fill October, 15 of 45 are November's", facts(
        [line(30, start="9-29")], [*WEEKLY_30, row("11-05", 45, "make_up")]), "11-28",
         {"delivered_minutes": 135, "credited_minutes": 120, "excess_minutes": 15}, cut=("11-03", "11-30")),
    Case("the range of the make-up's first week: 30 of its own and the 15 left", facts(
        [line(30, start="9-29")], [*WEEKLY_30, row("11-05", 45, "make_up")]), "11-28",
         {"expected_minutes": 30, "delivered_minutes": 45, "credited_minutes": 30}, cut=("11-03", "11-09")),
    Case("by line and month the parts of two students never help each other", facts(
        [line(60), line(60, line_id="L2", student_id="S2")], [row("9-08", 480)]), "9-28",
        {"expected_minutes": 600, "delivered_minutes": 480, "credited_minutes": 240, "excess_minutes": 240}),
]  # fmt: skip


@table(RANGES)
def test_ranges(case: Case, engine: str) -> None:
    check(case, engine)
