"""One student's mandates, minutes by week and reports, on a district small enough to count by hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from analytics import goals, students
from analytics.scope import EVERYTHING, Selection
from tests.data.loading import Ledger

AS_OF = date(2025, 11, 28)
CALENDAR = "Date,Instructional\n" + "".join(
    f"{month:02d}/{day:02d}/2025,Yes\n"
    for month, days in ((9, 30), (10, 31), (11, 30), (12, 31))
    for day in range(1, days + 1)
    if date(2025, month, day).weekday() < 5
)
PERIODS = "School Year,Period,Start Date,End Date\n2025-26,Q1,09/01/2025,10/31/2025\n2025-26,Q2,11/01/2025,12/31/2025\n"
LINES = """Line ID,Student ID,Service,Plan Type,Setting,Frequency,Start Date,End Date,Provider ID
L1,S1,OT,IEP,Push-in,2 x 30 min Weekly,09/01/2025,12/31/2025,T1
L2,S1,OT,IEP,Push-in,1 x 30 min Weekly,10/15/2025,12/31/2025,T1
L3,S1,PT,504,,as needed,09/01/2025,12/31/2025,T2
L4,S2,OT,IEP,Pull-out,1 x 30 min Weekly,09/01/2025,10/10/2025,T1
"""
LOG = """Student ID,Service,Session Date,Minutes,Status,Reason,Provider ID
S1,OT,09/08/2025,30,Delivered,,T1
S1,OT,09/10/2025,20,Partial,,T1
S1,OT,09/15/2025,0,Missed,Student absent,T1
S1,PT,09/16/2025,25,Delivered,,T2
S2,OT,09/08/2025,30,Delivered,,T1
"""
GOALS = """Student ID,Goal ID,Goal,Service,Baseline,Target,Unit,Start Date,Due Date,Date,Score
S1,G1,Copies a sentence,OT,10,80,percent,09/01/2025,12/31/2025,09/09/2025,20
S1,G2,Cuts a line,OT,10,80,percent,09/01/2025,12/31/2025,11/10/2025,30
S2,G3,Holds a pencil,OT,10,80,percent,09/01/2025,12/31/2025,,
"""


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    made = Ledger(Path(tmp_path_factory.mktemp("students")))
    files = {"calendar.csv": CALENDAR, "periods.csv": PERIODS, "lines.csv": LINES, "log.csv": LOG, "goals.csv": GOALS}
    for name, text in files.items():
        report = made.load(name, text)
        assert not report.files[0].refused, (name, report.files[0].refused)
    with made.store.cursor() as found:
        yield found
    made.close()


def _day(value: object) -> date:
    return pd.Timestamp(value).date()  # type: ignore[arg-type]


@pytest.mark.slow
def test_mandates_with_their_amendments(cur: duckdb.DuckDBPyConnection) -> None:
    """L2 begins on Oct 15 with the same service, kind, setting and grouping, so it ends L1 the day before (rules 3)."""
    rows = students.mandates(cur, EVERYTHING, AS_OF, Selection(students=("S1",))).set_index("line_id")
    assert list(rows.index) == ["L1", "L2", "L3"]
    assert (_day(rows.loc["L1", "window_to"]), rows.loc["L1", "ended_by"]) == (date(2025, 10, 14), "amendment")
    assert rows["is_in_force"].tolist() == [False, True, True]
    assert (rows.loc["L2", "amount_minutes"], rows.loc["L2", "cycle"]) == (30, "week")
    unread = rows.loc["L3"]
    assert (bool(unread["is_usable"]), unread["amount_text"], unread["plan_type"]) == (False, "as needed", "504")
    assert rows["source_row"].tolist() == [2, 3, 4]


@pytest.mark.slow
def test_a_line_that_has_ended_is_not_in_force(cur: duckdb.DuckDBPyConnection) -> None:
    (row,) = students.mandates(cur, EVERYTHING, AS_OF, Selection(students=("S2",))).to_dict("records")
    assert (_day(row["window_to"]), row["is_in_force"], row["ended_by"]) == (date(2025, 10, 10), False, "end")


def test_minutes_by_week(cur: duckdb.DuckDBPyConnection) -> None:
    """The week of Sep 8: 30 + 20 of OT; the missed session of Sep 15 gives none, so that week has PT alone."""
    rows = students.given_by_week(cur, EVERYTHING, AS_OF, Selection(students=("S1",)))
    assert [(row.service, _day(row.week), row.given_minutes) for row in rows.itertuples()] == [
        ("OT", date(2025, 9, 8), 50), ("PT", date(2025, 9, 15), 25),
    ]  # fmt: skip


def test_causes_of_reasons(cur: duckdb.DuckDBPyConnection) -> None:
    causes = students.causes(cur, EVERYTHING, AS_OF)
    assert (causes["student_absent"], causes["vacancy"], causes["holiday"]) == ("student", "provider", "calendar")
    assert len(causes) == 16  # the reasons of rules 6


def test_reports_due_and_those_that_are_coming(cur: duckdb.DuckDBPyConnection) -> None:
    """Q1 counts from Nov 14, ten school days after Oct 31: three goals, one measured in it. Of Q2, still running, G2 has
    a measurement on Nov 10."""
    due = goals.progress_reports(cur, EVERYTHING, AS_OF)
    assert due.groupby("period")[["due", "received", "missing"]].sum().to_dict("index") == {
        "Q1": {"due": 3, "received": 1, "missing": 2}
    }
    coming = goals.readiness(cur, EVERYTHING, AS_OF)
    assert coming.groupby("period")[["goals", "ready", "to_measure"]].sum().to_dict("index") == {
        "Q2": {"goals": 3, "ready": 1, "to_measure": 2}
    }
    lacking = goals.missing_reports(cur, EVERYTHING, AS_OF)
    told = {(row.goal_id, row.period, bool(row.is_counted)) for row in lacking.itertuples()}
    assert told == {("G2", "Q1", True), ("G3", "Q1", True), ("G1", "Q2", False), ("G3", "Q2", False)}


def test_goals_that_wait_for_a_measurement_stand_once_with_all_reasons(cur: duckdb.DuckDBPyConnection) -> None:
    """Nobody has four measurements; G2 has one in the quarter that runs, the others have none."""
    found = goals.to_measure(cur, EVERYTHING, AS_OF).set_index("goal_id")
    assert found["why"].to_dict() == {
        "G1": "too few measurements; nothing yet for Q2", "G2": "too few measurements",
        "G3": "too few measurements; nothing yet for Q2",
    }  # fmt: skip
    assert found["last_measured"]["G2"] == pd.Timestamp("2025-11-10")
    assert pd.isna(found["last_measured"]["G3"])
    assert list(goals.to_measure(cur, EVERYTHING, AS_OF).columns) == list(goals.TO_MEASURE_COLUMNS)
    assert goals.to_measure(cur, EVERYTHING, date(2024, 9, 1)).empty


def test_before_the_ten_days_nothing_is_missing_yet(cur: duckdb.DuckDBPyConnection) -> None:
    before = date(2025, 11, 13)
    assert goals.progress_reports(cur, EVERYTHING, before).empty
    assert set(goals.readiness(cur, EVERYTHING, before)["period"]) == {"Q1", "Q2"}
