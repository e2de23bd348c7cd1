"""Goals (rules 10), worked out on CAL-A: the figures of the SQL and of the plain reading.

Unless a case says otherwise a goal goes from 40 to 80 percent between Mon Sep 1 and Mon May 11: 36 weeks, so the
aimline gains 40 / 36 = 1.11 a week. Week n is the Monday n weeks after Sep 1.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction as F  # noqa: N817
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import goals as figures
from analytics.scope import EVERYTHING, Selection
from data.errors import UserError
from data.store import Store, open_store
from tests.property.ask import plain
from tests.reference.cal_a import CALENDAR, LAST, QUARTERS, day, line
from tests.reference.facts import Batch, Enrolment, Facts, Line
from tests.reference.goals import Goal, Goals, Measurement
from tests.reference.store_goals import store_goals

START, DUE = date(2025, 9, 1), date(2026, 5, 11)
GOAL = Goal("G1", start_date=START, due_date=DUE)
DOWN = replace(GOAL, baseline=10, target=1, unit="times a day", direction="down")
BATCHES = (Batch("lines", LAST), Batch("goals", LAST))
CAL_A = Facts(CALENDAR, QUARTERS, batches=BATCHES)


@dataclass(frozen=True)
class Case:
    """``figures`` are those of goal G1; fractions of the way, units a week, None where n/a."""

    rule: str
    goal: Goal
    rows: tuple[Measurement, ...]
    as_of: str
    figures: Mapping[str, Any]
    facts: Facts = CAL_A


def week(number: int) -> date:
    """The Monday so many weeks after the goal's start."""
    return START + timedelta(weeks=number)


def measured(values: Mapping[int, float | F]) -> tuple[Measurement, ...]:
    """One measurement a week, by its number."""
    return tuple(Measurement("G1", week(number), value) for number, value in values.items())  # type: ignore[arg-type]


def run(first: int, values: Iterable[int]) -> tuple[Measurement, ...]:
    """Measurements of weeks in a row."""
    return measured(dict(enumerate(values, start=first)))


def code(text: str, word: str, **fields: Any) -> Measurement:
    """A progress code of a day."""
    return Measurement("G1", day(text), progress_code=word, **fields)


def on_file(*lines: Line, spells: tuple[Enrolment, ...] = ()) -> Facts:
    """A district with these lines and spells."""
    return Facts(CALENDAR, QUARTERS, enrolments=spells, lines=lines, batches=BATCHES)


def status(word: str, **more: Any) -> dict[str, Any]:
    return {"status": word, **more}


FIRST_IEP, SECOND_IEP = line(iep_id="I1", end=None), line(line_id="L2", iep_id="I2", start="11-03")
STEEP = run(1, [42, 44, 46, 48, 50, 52, 54, 56])
"""Two a week from 42: the median point is week 4.5, value 49; at week 36 it is 49 + 2 x 31.5 = 112."""
SEPTEMBER = (*run(0, [50, 50, 50]), Measurement("G1", day("9-26"), 50))
LEVELS = replace(GOAL, unit="level of assistance", baseline=1, target=5)

CASES = [
    Case("rules 15, 17: 48, 50, 49, 51 are all below 50.0, 51.1, 52.2, 53.3; (51 - 40) / 40", GOAL,
         run(9, [48, 50, 49, 51]), "11-24", status("off_track", percent_met=F(11, 40), n_measurements=4)),
    Case("rules 15, 18: of the 15 slopes in order the eighth is 1.5", GOAL,
         measured({0: 40, 2: 44, 4: 46, 6: 90, 8: 52, 10: 55}), "11-24",
         status("on_track", slope_per_week=F(3, 2), current_value=55, percent_met=F(15, 40), projected_percent=None)),
    Case("one of four at the aimline: on track", GOAL, run(9, [48, 50, 49, F(160, 3)]), "11-24", status("on_track")),  # type: ignore[list-item]
    Case("four-point rule of a goal that goes down: aimline 10 - 9 x 9/36 = 7.75, 7.5, 7.25, 7", DOWN,
         run(9, [8, 8, 8, 8]), "11-24", status("off_track", percent_met=F(2, 9))),
    Case("down: one at 7 in week 12 is on the line", DOWN, run(9, [8, 8, 8, 7]), "11-24", status("on_track")),
    Case("measurements after the day don't exist", GOAL, run(9, [48, 50, 49, 51]), "11-23",
         status("insufficient_data", n_measurements=3, current_value=49, slope_per_week=None)),
    Case("not started on the day before", GOAL, (), "8-31", status("not_started", n_measurements=0)),
    Case("started, nothing measured", GOAL, (), "9-01", status("insufficient_data", last_measured=None)),
    Case("three in a row at the target master it, before four are needed", GOAL, run(1, [80, 85, 80]), "9-22",
         status("mastered", percent_met=1)),
    Case("the last of the three below", GOAL, run(1, [80, 80, 79]), "9-22", status("insufficient_data")),
    Case("beyond the target: (90 - 40) / 40 isn't clamped", GOAL, run(1, [80, 85, 90]), "9-22",
         status("mastered", percent_met=F(5, 4))),
    Case("five in a row required, four given", replace(GOAL, consecutive_required=5), run(1, [80] * 4), "9-29",
         status("on_track")),
    Case("one required", replace(GOAL, consecutive_required=1), run(1, [50, 80]), "9-15", status("mastered")),
    Case("down: at or under the target", DOWN, run(1, [1, 0, 1]), "9-22", status("mastered", percent_met=1)),
    Case("up as stated says nothing against 10 to 1", replace(DOWN, direction="up"), run(1, [9, 9, 9]), "9-22",
         status("insufficient_data")),
    Case("eight: 112 is held at 100 percent, (100 - 40) / 40 = 150 %", GOAL, STEEP, "10-27",
         status("on_track", slope_per_week=2, projected_percent=F(3, 2))),
    Case("eight in words a minute: no scale, (112 - 40) / 40 = 180 %", replace(GOAL, unit="words"), STEEP, "10-27",
         status("on_track", projected_percent=F(9, 5))),
    Case("eight of at most 90 trials: (90 - 40) / 40", replace(GOAL, unit="trials", trials=90), STEEP, "10-27",
         status("on_track", projected_percent=F(5, 4))),
    Case("12 of 20 trials beside a target of 80 without a unit may be 60 percent, or of another measure",
         replace(GOAL, unit=None), (replace(run(1, [12])[0], trials=20),), "10-27",
         status("insufficient_data", current_value=None, percent_met=None)),
    Case("60 of 90 trials can reach 80: they are 60, (60 - 40) / 40", replace(GOAL, unit=None),
         (replace(run(1, [60])[0], trials=90),), "10-27", status("insufficient_data", current_value=60, percent_met=F(1, 2))),
    Case("12 of 20 trials in percent: 60", GOAL, (replace(run(1, [12])[0], trials=20),), "10-27",
         status("insufficient_data", current_value=60)),
    Case("45 of 60 trials of a goal of at most 90: 67.5", replace(GOAL, unit="trials", trials=90),
         (replace(run(1, [45])[0], trials=60),), "10-27", status("insufficient_data", current_value=F(135, 2))),
    Case("12 of 20 trials in words: 12, as they are", replace(GOAL, unit="words"),
         (replace(run(1, [12])[0], trials=20),), "10-27", status("insufficient_data", current_value=12, percent_met=F(-7, 10))),
    Case("1 a week from 41: 44.5 + 31.5 = 76; 36 / 40 = 90 %", GOAL, run(1, range(41, 49)), "10-27",
         status("at_risk", projected_percent=F(9, 10))),
    Case("exactly 80 %: 1 a week from 37: 40.5 + 31.5 = 72; 32 / 40", GOAL, run(1, range(37, 45)), "10-27",
         status("at_risk", projected_percent=F(8, 10))),
    Case("1 a week from 36: 39.5 + 31.5 = 71; 31 / 40", GOAL, run(1, range(36, 44)), "10-27",
         status("off_track", projected_percent=F(31, 40))),
    Case("exactly 100 %: 1 a week from 45: 48.5 + 31.5 = 80", GOAL, run(1, range(45, 53)), "10-27",
         status("on_track", projected_percent=1)),
    Case("down by 1 in 4 weeks, 9.5 at week 4.5: 9.5 - 31.5 / 4 = 1.625; 8.375 / 9", DOWN,
         measured({n: F(85, 8) - F(n, 4) for n in range(1, 9)}), "10-27",
         status("at_risk", slope_per_week=F(-1, 4), projected_percent=F(67, 72))),
    Case("seven points use the four-point rule, whatever the trend", GOAL, run(1, range(36, 43)), "10-20",
         status("off_track", slope_per_week=1, projected_percent=None)),
    Case("levels are steps: no slope, and four points decide even of eight", LEVELS, run(1, [1, 1, 1, 1, 1, 1, 1, 2]),
         "10-27", status("on_track", slope_per_week=None, projected_percent=None, percent_met=F(1, 4))),
    Case("levels: aimline 1 + 4 x 5/36 to 8/36 is above 1", LEVELS, run(1, [1] * 8), "10-27", status("off_track")),
    Case("baseline = target: n/a, four points against 80", replace(GOAL, baseline=80), run(1, [79] * 8), "10-27",
         status("off_track", percent_met=None, projected_percent=None)),
    Case("without a due date there is no aimline to judge by", replace(GOAL, due_date=None), STEEP, "10-27",
         status("insufficient_data", projected_percent=None, slope_per_week=2)),
    Case("four on one day have no slope", GOAL, tuple(Measurement("G1", week(9), v) for v in (48, 48, 48, 50)), "11-24",
         status("on_track", slope_per_week=None)),
    # Sep 29 to Oct 31 are 25 weekdays less Oct 13, Nov 3 to 7 are five: 29, so Nov 10 is the 30th.
    Case("29 instructional days after Sep 26", GOAL, SEPTEMBER,
         "11-09", status("on_track", last_measured=day("9-26"))),
    Case("30 instructional days after Sep 26", GOAL, SEPTEMBER,
         "11-10", status("stale")),
    Case("without a calendar weekdays count: Nov 7 is the 30th", GOAL,
         SEPTEMBER, "11-07", status("stale"), Facts(batches=BATCHES)),
    Case("the due date itself is in time", GOAL, run(31, [80, 80, 80]), "5-11", status("mastered")),
    Case("past due, mastered or not", GOAL, run(31, [80, 80, 80]), "5-12", status("ended", percent_met=1)),
    Case("only codes: the latest, as reported", GOAL, (code("10-30", "insufficient"), code("11-03", "sufficient")),
         "11-14", status("reported", reported="sufficient", n_measurements=0, current_value=None, percent_met=None)),
    # Quarter 2 ends Jan 23; Jan 26 - 30 and Feb 2 - 6 are its ten days.
    Case("nothing since quarter 1, on the ninth day after quarter 2", GOAL, (code("10-31", "sufficient"),), "2-05",
         status("reported")),
    Case("nothing since quarter 1, on the tenth day after quarter 2", GOAL, (code("10-31", "sufficient"),), "2-06",
         status("stale", reported="sufficient", last_measured=day("10-31"))),
    Case("a code of quarter 2's first day", GOAL, (code("11-01", "sufficient"),), "2-06", status("reported")),
    Case("a code without a day stands on its period's end", GOAL,
         (Measurement("G1", None, None, "sufficient", "Q1"),), "10-31",
         status("reported", last_measured=day("10-31"))),
    Case("a marking period is the quarter of its number", GOAL,
         (Measurement("G1", None, None, "sufficient", "MP1"),), "10-31",
         status("reported", last_measured=day("10-31"))),
    Case("a code without a day isn't there before its period's end", GOAL,
         (Measurement("G1", None, None, "sufficient", "Q1"),), "10-30", status("insufficient_data", reported=None)),
    Case("with values and codes the values decide", GOAL,
         (*run(9, [48, 50, 49, 51]), code("11-10", "sufficient")), "11-24",
         status("off_track", reported="sufficient")),
    Case("discontinued from the code's day", GOAL, (code("10-30", "sufficient"), code("11-03", "discontinued")),
         "11-03", status("ended", reported="discontinued")),
    Case("taken up again", GOAL, (code("10-30", "discontinued"), code("11-03", "sufficient")), "11-03",
         status("reported")),
    Case("the earlier IEP's goal, on the day before the later one", GOAL, (), "11-02", status("insufficient_data"),
         on_file(FIRST_IEP, SECOND_IEP)),
    Case("the earlier IEP's goal, from the later one's start", GOAL, (), "11-03", status("ended"),
         on_file(FIRST_IEP, SECOND_IEP)),
    Case("a goal of the later IEP", replace(GOAL, start_date=day("11-03")), (), "11-03", status("insufficient_data"),
         on_file(FIRST_IEP, SECOND_IEP)),
    Case("the later IEP's file doesn't have the goal's service", replace(GOAL, service="SLP"), (), "11-03",
         status("insufficient_data"), on_file(FIRST_IEP, SECOND_IEP)),
    Case("a 504 plan supersedes no IEP", GOAL, (), "11-03", status("insufficient_data"),
         on_file(FIRST_IEP, replace(SECOND_IEP, plan_type="504"))),
    Case("the only IEP on file began after the goal", GOAL, (), "11-03", status("insufficient_data"),
         on_file(SECOND_IEP)),
    Case("the last day in the district", GOAL, (), "10-17", status("insufficient_data"),
         on_file(spells=(Enrolment("S1", enrolled_to=day("10-17")),))),
    Case("the student has left", GOAL, (), "10-18", status("ended"),
         on_file(spells=(Enrolment("S1", enrolled_to=day("10-17")),))),
]  # fmt: skip


@contextmanager
def asked(facts: Facts, goals: Iterable[Goal], rows: Iterable[Measurement]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor on a store with these goals."""
    store = open_store(None)
    store_goals(store, facts, goals, rows)
    with store.cursor() as cur:
        yield cur
    store.close()


@pytest.fixture(scope="module")
def told() -> dict[int, dict[str, Any]]:
    """Each case's row, asked once for all cases of the same facts and day: each is a goal of its own."""
    found: dict[int, dict[str, Any]] = {}
    for facts in {case.facts for case in CASES}:
        own = {number: case for number, case in enumerate(CASES) if case.facts == facts}
        goals = [replace(case.goal, goal_id=f"G{number}") for number, case in own.items()]
        rows = [replace(row, goal_id=f"G{number}") for number, case in own.items() for row in case.rows]
        with asked(facts, goals, rows) as cur:
            for as_of in {case.as_of for case in own.values()}:
                frame = figures.status(cur, EVERYTHING, day(as_of)).set_index("goal_id")
                found |= {n: dict(frame.loc[f"G{n}"]) for n, case in own.items() if case.as_of == as_of}
    return found


def compare(found: Mapping[str, Any], worked_out: Mapping[str, Any]) -> None:
    for name, value in worked_out.items():
        if isinstance(value, int | float | F):
            assert found[name] is not None, name
            assert float(found[name]) == pytest.approx(float(value), abs=1e-9), name
        else:
            assert found[name] == value, name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_by_the_plain_reading(case: Case) -> None:
    told = Goals(case.facts, [case.goal], case.rows, day(case.as_of)).status()
    compare(told["S1", "G1"], case.figures)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.rule for case in CASES])
def test_by_the_figures(number: int, told: dict[int, dict[str, Any]]) -> None:
    compare({name: plain(value) for name, value in told[number].items()}, CASES[number].figures)


TWO = on_file(
    line(student_id="S1", provider_id="P1", end="10-31"), line(student_id="S1", provider_id="P2", line_id="L2", start="11-01"),
    line(student_id="S2", provider_id="P1"), line(student_id="S2", provider_id="P3", service="SLP", line_id="L3"),
    spells=(Enrolment("S1", "North", "3"), Enrolment("S2", "South", "4")),
)  # fmt: skip
GOALS = [
    GOAL,
    replace(GOAL, goal_id="G2", area="self_care"),
    replace(GOAL, goal_id="G1", student_id="S2"),
    replace(GOAL, goal_id="G3", student_id="S2", service="SLP", start_date=day("12-01")),
]
ROWS = [*run(9, [48, 50, 49, 51]), *(replace(row, goal_id="G2") for row in run(9, [60, 60, 60, 60])),
        Measurement("G1", day("10-15"), 45, student_id="S2")]  # fmt: skip


def test_counts_by_key_say_how_many_of_each_status() -> None:
    """S1: one off track, one on track (1 of 2 judged); S2: one measured once, one that begins in December."""
    with asked(TWO, GOALS, ROWS) as cur:
        frame = figures.by(cur, EVERYTHING, day("11-24"), keys=("school", "service"))
        only = figures.by(cur, EVERYTHING, day("11-24"), Selection(providers=("P2",)), keys=("area", "grade"))
    assert list(frame.columns) == ["school", "service", *figures.COLUMNS]
    rows = frame.set_index(["school", "service"])
    assert rows.loc[("North", "OT"), ["goals", "on_track", "off_track", "on_track_rate"]].tolist() == [2, 1, 1, 0.5]
    assert rows.loc[("South", "OT"), ["goals", "insufficient_data"]].tolist() == [1, 1]
    assert pd.isna(rows.loc[("South", "OT"), "on_track_rate"])
    assert rows.loc[("South", "SLP"), ["goals", "not_started"]].tolist() == [1, 1]
    assert [(plain(row.area), row.grade, row.goals) for row in only.itertuples()] == [
        ("self_care", "3", 1),
        (None, "3", 1),
    ]


def test_a_goal_is_of_the_provider_of_its_service_now() -> None:
    with asked(TWO, GOALS, ROWS) as cur:
        october = figures.status(cur, EVERYTHING, day("10-31"))
        november = figures.status(cur, EVERYTHING, day("11-24"))
    assert october["provider_id"].tolist() == ["P1", "P1", "P1", "P3"]
    assert november["provider_id"].tolist() == ["P2", "P2", "P1", "P3"]


def test_a_key_that_there_is_not() -> None:
    with asked(TWO, [], []) as cur, pytest.raises(UserError, match="month"):
        figures.by(cur, EVERYTHING, day("11-24"), keys=("month",))


def test_the_measurements_of_one_goal_in_order_with_their_row() -> None:
    late = [Measurement("G1", day("11-10"), 49), Measurement("G1", None, None, "sufficient", "Quarter 1"), *ROWS]
    with asked(TWO, GOALS, late) as cur:
        found = figures.measurements(cur, EVERYTHING, day("11-10"), student_id="S1", goal_id="G1")
        everything = figures.measurements(cur, EVERYTHING, day("11-24"))
    rows = [(plain(r.measured_on), plain(r.value), plain(r.progress_code), r.source_file, r.source_row)
            for r in found.itertuples()]  # fmt: skip
    assert rows == [
        (day("10-31"), None, "sufficient", "goals.csv", 3),
        (day("11-03"), 48, None, "goals.csv", 4),
        (day("11-10"), 49, None, "goals.csv", 2),
        (day("11-10"), 50, None, "goals.csv", 5),
    ]
    assert len(everything) == len(late)


def test_reports_are_due_ten_days_after_a_period_and_missing_without_a_word() -> None:
    """Quarter 1 ends Oct 31; Nov 3 - 7, 10, 12 - 14 and 17 are ten days (Nov 11 is closed).

    S1's goals have a code dated in those ten days, and nothing in quarter 1; S2's a value of October; the speech goal
    begins in December.
    """
    rows = [code("11-14", "sufficient"), Measurement("G2", day("11-14"), 50), ROWS[-1]]
    with asked(TWO, GOALS, rows) as cur:
        before = figures.progress_reports(cur, EVERYTHING, day("11-16"))
        after = figures.progress_reports(cur, EVERYTHING, day("11-17"))
        only = figures.progress_reports(cur, EVERYTHING, day("11-17"), Selection(schools=("South",)))
        later = figures.progress_reports(cur, EVERYTHING, day("2-06"))
    assert before.empty
    columns = ["period", "provider_id", "due", "received", "missing"]
    assert after[columns].to_numpy().tolist() == [["Q1", "P1", 1, 1, 0], ["Q1", "P2", 2, 1, 1]]
    assert only[columns].to_numpy().tolist() == [["Q1", "P1", 1, 1, 0]]
    second = later[later["period"] == "Q2"]
    assert second[columns].to_numpy().tolist() == [["Q2", "P1", 1, 0, 1], ["Q2", "P2", 2, 2, 0], ["Q2", "P3", 1, 0, 1]]


def test_a_row_counts_for_the_period_that_it_names() -> None:
    """Entered in quarter 2 for quarter 1: quarter 1 is in, quarter 2 is not."""
    with asked(TWO, [GOAL], [code("12-01", "sufficient", period="Q1")]) as cur:
        found = figures.progress_reports(cur, EVERYTHING, day("2-06"))
    assert found[["period", "received", "missing"]].to_numpy().tolist() == [["Q1", 1, 0], ["Q2", 0, 1]]


def test_the_latest_day_measured_leaves_out_days_after_the_file() -> None:
    slip = Measurement("G2", date(2062, 1, 5), 50)
    with asked(TWO, GOALS, [*ROWS, slip]) as cur:
        assert figures.default_as_of(cur, EVERYTHING) == week(12)
        assert figures.default_as_of(cur, EVERYTHING, Selection(students=("S2",))) == day("10-15")
        assert figures.default_as_of(cur, EVERYTHING, Selection(students=("S3",))) is None


def test_an_empty_ledger_keeps_every_column(store: Store) -> None:
    with store.cursor() as cur:
        frames = [figures.status(cur, EVERYTHING, LAST), figures.by(cur, EVERYTHING, LAST, keys=("school",)),
                  figures.measurements(cur, EVERYTHING, LAST), figures.progress_reports(cur, EVERYTHING, LAST)]  # fmt: skip
        assert figures.default_as_of(cur, EVERYTHING) is None
    assert [len(frame) for frame in frames] == [0, 0, 0, 0]
    assert [len(frame.columns) for frame in frames] == [23, 1 + 11, 10, 6]
