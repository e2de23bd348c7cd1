"""Each data-quality finding, and the comparison with another system's totals, on rows counted by hand.

Weeks begin on Mondays of September to November 2025, all weekdays open. Lines begin on Sep 1.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from analytics import comparing, findings
from analytics.scope import EVERYTHING, Selection
from tests.analytics.test_overview import CALENDAR
from tests.data.loading import Ledger

AS_OF = date(2025, 10, 31)
HEADINGS = (
    "Line ID,Student ID,Service,Setting,Grouping,Frequency,Start Date,End Date,School,Provider ID,Stated Year Minutes,"
    "Stated Delivered Minutes,Stated As Of\n"
)
LINES = (
    HEADINGS
    + """L1,S1,OT,Push-in,Individual,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1,360,60,09/30/2025
L2,S2,OT,Push-in,Individual,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1,390,0,09/30/2025
L3,S3,OT,Pull-out,Individual,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1,,,
L4,S3,OT,Push-in,Group,1 x 20 min Weekly,09/15/2025,11/28/2025,Birch,T1,,,
L5,S5,OT,Push-in,Individual,1 x 30 min Weekly,09/01/2025,11/28/2025,,T2,,,
L6,S6,OT,Push-in,Individual,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1,,,
L7,S6,OT,Push-in,Individual,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1,,,
L8,S8,PT,Pull-out,Individual,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,,,,
L9,S9,OT,Push-in,Individual,1 x 30 min Weekly,10/06/2025,11/28/2025,Birch,T1,390,,
"""
)
FEWER = "".join(one for one in LINES.splitlines(keepends=True) if not one.startswith("L5"))
"""A newer list of the same kind, without L5."""
LOG_HEADINGS = (
    "Session ID,Student ID,Line ID,Service,Session Date,Start Time,End Time,Minutes,Status,Grouping,Setting,Provider ID,"
    "Logged On\n"
)
LOG = (
    LOG_HEADINGS
    + """A1,S1,L1,OT,09/02/2025,09:00,09:30,30,Delivered,Group,Push-in,T1,09/03/2025
A2,S1,L1,OT,09/09/2025,09:00,09:45,45,Delivered,Individual,Push-in,T1,09/20/2025
A3,S1,L1,OT,09/13/2025,09:00,09:30,30,Delivered,Individual,Push-in,T1,10/05/2025
A4,S3,L3,OT,09/09/2025,09:15,09:45,30,Delivered,Individual,Pull-out,T1,09/10/2025
A5,S3,L4,OT,09/16/2025,10:00,10:20,20,Delivered,Group,Push-in,T1,09/17/2025
A6,S3,L4,OT,09/16/2025,10:10,10:30,20,Delivered,Group,Push-in,T2,09/17/2025
A7,S5,L5,OT,09/16/2025,11:00,11:30,30,Delivered,Individual,Push-in,T2,09/17/2025
A8,S6,L6,OT,10/07/2025,11:00,11:30,30,Delivered,Individual,Push-in,T1,10/08/2025
A9,S6,L7,OT,10/07/2025,13:00,13:30,30,Delivered,Individual,Push-in,T1,10/08/2025
"""
)
STAFF = "Provider ID,Provider Name,Role,FTE\nT1,Okafor Ada,OTR,1\nT2,Lund Nils,COTA,1\n"
GOALS = (
    "Student ID,Goal,Service,Baseline,Target,Unit,Start Date,Due Date\n"
    "S1,Copies a sentence,OT,10,80,percent,09/01/2025,11/28/2025\n"
)


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    made = Ledger(Path(tmp_path_factory.mktemp("findings")))
    for name, text, loaded in (
        ("calendar.csv", CALENDAR, date(2025, 9, 1)), ("staff.csv", STAFF, date(2025, 9, 1)),
        ("lines.csv", LINES, date(2025, 9, 2)), ("log.csv", LOG, date(2025, 10, 31)), ("goals.csv", GOALS, date(2025, 10, 31)),
        ("lines in october.csv", FEWER, date(2025, 10, 31)),
    ):  # fmt: skip
        report = made.load(name, text, load_date=loaded)
        assert report.exit_status == 0, (name, report)
    with made.store.cursor() as found:
        yield found
    made.close()


ROWS = [
    ("no_log_of_service", ["L8"]),  # PT has lines and no log
    ("no_log_of_line", ["L2", "L9"]),  # OT has a log, these lines have no row in it
    ("missing_from_snapshot", ["L5"]),  # the newer list doesn't have it
    ("changed_or_additional", ["L3", "L4"]),  # pull-out from Sep 1, push-in in a group from Sep 15, no IEP ids
    ("no_provider", ["L8"]),
    ("duplicate_mandate", ["L6", "L7"]),
    ("no_supervisor", ["L5"]),  # a COTA's line, nobody supervises
    ("no_school", ["L5"]),
    ("closed_day", ["L1"]),  # Sep 13 is a Saturday
    ("too_long", ["L1"]),  # 45 of 30 planned is longer by half
    ("logged_late", ["L1", "L1"]),  # Sep 9 on Sep 20, Sep 13 on Oct 5
    ("grouping_drift", ["L1"]),  # 30 of 105 minutes in a group
    ("overlap_student", ["L4", "L4"]),  # 10:00-10:20 and 10:10-10:30
    ("overlap_provider", ["L1", "L3"]),  # T1 with S1 and S3 on Sep 9
]


@pytest.mark.parametrize(("name", "lines"), ROWS, ids=[name for name, _ in ROWS])
def test_the_rows_of_a_finding(cur: duckdb.DuckDBPyConnection, name: str, lines: list[str]) -> None:
    found = findings.rows(cur, EVERYTHING, AS_OF, finding=name)
    assert found["line_id"].tolist() == lines
    assert tuple(found.columns) == findings.ROW_COLUMNS
    assert found["source_row"].notna().all()


def test_a_line_whose_therapist_sent_no_log_has_none(tmp_path: Path) -> None:
    """Of three therapists one sent a log: L2 owes 9 weeks of 30 that no log is loaded for, and no log has a row of it."""
    lines = HEADINGS + "".join(
        f"L{no},S{no},OT,Push-in,Individual,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T{no},,,\n"
        for no in (1, 2, 3)
    )
    log = LOG_HEADINGS + "A1,S1,L1,OT,09/02/2025,09:00,09:30,30,Delivered,Individual,Push-in,T1,09/03/2025\n"
    made = Ledger(tmp_path)
    for name, text in (("calendar.csv", CALENDAR), ("lines.csv", lines), ("log.csv", log)):
        assert made.load(name, text, load_date=date(2025, 10, 31)).exit_status == 0
    with made.store.cursor() as cur:
        found = findings.rows(cur, EVERYTHING, AS_OF, finding="no_log_of_line")
    made.close()
    assert found[["line_id", "minutes"]].values.tolist() == [["L2", 9 * 30], ["L3", 9 * 30]]


@pytest.mark.slow
def test_lines_whose_amount_cant_be_read(tmp_path: Path) -> None:
    """They are in no figure, so a finding lists them; a line of another plan isn't expected anyway."""
    made = Ledger(tmp_path)
    made.load("calendar.csv", CALENDAR, load_date=date(2025, 9, 1))
    made.load(
        "lines.csv",
        "Line ID,Student ID,Service,Frequency,Start Date,End Date,School,Provider ID,Plan Type\n"
        "L1,S1,OT,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1,IEP\n"
        "L2,S2,OT,as needed,09/01/2025,11/28/2025,Birch,T1,IEP\n"
        "L3,S3,PT,as needed,09/01/2025,11/28/2025,Cedar,T1,IEP\n",
        load_date=date(2025, 9, 2),
    )
    with made.store.cursor() as cur:
        told = findings.rows(cur, EVERYTHING, AS_OF, finding="unreadable_amount")
        assert told[["line_id", "source_file", "source_row"]].values.tolist() == [
            ["L2", "lines.csv", 3],
            ["L3", "lines.csv", 4],
        ]
        of_pt = findings.rows(cur, EVERYTHING, AS_OF, Selection(services=("PT",)), finding="unreadable_amount")
        assert of_pt["line_id"].tolist() == ["L3"]
    made.close()


def test_a_goal_without_measurements(cur: duckdb.DuckDBPyConnection) -> None:
    (row,) = findings.rows(cur, EVERYTHING, AS_OF, finding="unmeasured_goal").to_dict("records")
    assert (row["student_id"], row["source_file"]) == ("S1", "goals.csv")


GOAL_OF_ID = (
    "Goal ID,Student ID,Goal,Service,Baseline,Target,Unit,Start Date,Due Date\n"
    "G1,S1,Copies a sentence,OT,10,80,percent,09/01/2025,11/28/2025\n"
)
MEASURED = "Goal ID,Student ID,Date Measured,Value\nG1,S1,11/20/2025,20\n"


def test_a_goal_that_is_measured_later_has_no_measurement_yet(tmp_path: Path) -> None:
    """Measured on Nov 20: as of Oct 31 nobody had, as of Nov 21 somebody has."""
    made = Ledger(tmp_path)
    for name, text in (("calendar.csv", CALENDAR), ("goals.csv", GOAL_OF_ID), ("scores.csv", MEASURED)):
        made.load(name, text, load_date=date(2025, 11, 21))
    with made.cursor() as cur:
        told = [
            len(findings.rows(cur, EVERYTHING, day, finding="unmeasured_goal"))
            for day in (AS_OF, date(2025, 11, 19), date(2025, 11, 21))
        ]
    assert told == [1, 1, 0]
    made.close()


TIMES = (
    "Session ID,Student ID,Service,Session Date,Start Time,Minutes,Status,Grouping,Provider ID\n"
    "B1,S1,OT,09/02/2025,09:00,30,Delivered,Individual,T1\nB2,S2,OT,09/02/2025,09:29,30,Delivered,Individual,T1\n"
    "B3,S3,OT,09/02/2025,09:59,30,Delivered,Individual,T1\nB4,S4,OT,09/02/2025,10:29,30,Missed,Individual,T1\n"
)


def test_a_session_without_an_end_takes_its_minutes(tmp_path: Path) -> None:
    """9:00 and 30 minutes reach past 9:29; 9:29 and 30 end at 9:59, where the third begins."""
    made = Ledger(tmp_path)
    for name, text in (("calendar.csv", CALENDAR), ("log.csv", TIMES)):
        made.load(name, text, load_date=date(2025, 10, 31))
    with made.cursor() as cur:
        told = findings.rows(cur, EVERYTHING, AS_OF, finding="overlap_provider")
    assert told["source_row"].tolist() == [2, 3]
    made.close()


def test_a_line_without_an_end_runs_past_a_calendar_that_ends_in_november(tmp_path: Path) -> None:
    """Its school year would end with the calendar, on Nov 28. A line that ends then by itself is not cut short."""
    made = Ledger(tmp_path)
    made.load("calendar.csv", CALENDAR, load_date=date(2025, 9, 1))
    lines = LINES.replace("11/28/2025,Birch,T1,360", ",Birch,T1,360")
    made.load("lines.csv", lines, load_date=date(2025, 9, 2))
    with made.cursor() as cur:
        for day in (AS_OF, date(2026, 1, 15)):
            told = findings.rows(cur, EVERYTHING, day, finding="calendar_ends")
            assert told["line_id"].tolist() == ["L1"], day
    made.close()


def test_a_calendar_that_ends_too_early(cur: duckdb.DuckDBPyConnection) -> None:
    """It ends on Nov 28, with all lines: nothing is cut short. As of Dec 5 no line is in force any more."""
    for day in (AS_OF, date(2025, 12, 5)):
        assert findings.rows(cur, EVERYTHING, day, finding="calendar_ends").empty


@pytest.mark.slow
def test_a_calendar_that_ends_before_the_lines_do(tmp_path: Path) -> None:
    made = Ledger(tmp_path)
    made.load("calendar.csv", CALENDAR, load_date=date(2025, 9, 1))
    made.load(
        "lines.csv", LINES.replace("11/28/2025,Birch,T1,360", "06/05/2026,Birch,T1,360"), load_date=date(2025, 9, 2)
    )
    with made.store.cursor() as cur:
        assert findings.rows(cur, EVERYTHING, AS_OF, finding="calendar_ends")["line_id"].tolist() == ["L1"]
    made.close()


@pytest.mark.slow
def test_every_finding_has_a_way_to_mend_it(cur: duckdb.DuckDBPyConnection) -> None:
    found = findings.all(cur, EVERYTHING, AS_OF)
    assert list(found["severity"]) == sorted(found["severity"], key=("high", "medium", "low").index)
    assert (found["fix"].str.len() > 20).all()
    assert set(found["place"]) <= {"import_files", "definitions", "delivery_mix", "goal_progress"}


def compared(cur: duckdb.DuckDBPyConnection) -> dict[str, dict[Any, Any]]:
    return {row["line_id"]: row for row in comparing.by_line(cur, EVERYTHING, AS_OF).to_dict("records")}


def test_weeks_assumed(cur: duckdb.DuckDBPyConnection) -> None:
    """Sep 1 to Nov 28 are 13 weeks: 390. A stated 360 is 12 weeks."""
    row = compared(cur)["L1"]
    assert (row["year_minutes"], row["year_difference"]) == (390, -30)
    assert row["year_cause"].startswith("theirs counts 12 weeks, the calendar has 13")


def test_the_same_total_has_no_cause(cur: duckdb.DuckDBPyConnection) -> None:
    row = compared(cur)["L2"]
    assert (row["year_difference"], row["year_cause"]) == (0, "")
    assert (row["delivered_difference"], row["delivered_cause"]) == (0, "")


def test_a_start_in_mid_year(cur: duckdb.DuckDBPyConnection) -> None:
    """From Oct 6 on: 8 weeks of 13, 40 of 65 school days; the stated 390 is the whole year's."""
    row = compared(cur)["L9"]
    assert (row["year_minutes"], row["year_difference"]) == (240, 150)
    assert row["year_cause"].endswith("the line is in force on 40 of 65 school days")


def test_causes_of_rarer_cycles(tmp_path: Path) -> None:
    """65 school days in 13 weeks: 13 rotations of 5 days, 7 blocks of 2 weeks (the last has one), 2 semesters. From Oct 6 on 40
    of 65 days of a school year's 650 are 400; Sep 1 to Jun 30 are 303 of 365 days of an IEP year's 1460: 1212."""
    lines = (
        "line_id,student_id,service,kind,amount_minutes,cycle,start_date,end_date,stated_year_minutes\n"
        "R,S1,OT,direct,30,rotation:5,2025-09-01,2025-11-28,360\nB,S2,OT,direct,60,weeks:2,2025-09-01,2025-11-28,360\n"
        "S,S3,OT,direct,195,semester,2025-09-01,2025-11-28,195\nY,S4,OT,direct,650,year,2025-10-06,2025-11-28,650\n"
        "I,S5,OT,direct,1460,iep_year,2025-09-01,2026-08-31,1460\nO,S6,OT,direct,650,year,2025-09-01,2025-11-28,600\n"
    )
    made = Ledger.holding(tmp_path, ("calendar.csv", CALENDAR), ("lines.csv", lines))
    with made.cursor() as found:
        told = {line: row["year_cause"] for line, row in compared(found).items()}
    made.close()
    in_force = "in which the line is in force"
    assert told == {
        "R": f"theirs counts 12 rotations of 5 school days, the calendar has 13 {in_force}",
        "B": f"theirs counts 6 blocks of 2 weeks, the calendar has 7 {in_force}",
        "S": f"theirs counts 1 semester, the calendar has 2 {in_force}",
        "Y": "theirs is the whole school year's amount; 400 of them are due in this school year while the line is in force",
        "I": "theirs is the whole IEP year's amount; 1,212 of them are due in this school year while the line is in force",
        "O": "theirs is another amount than the line's 650 a school year",
    }


def test_late_entries_explain_what_their_total_lacks(cur: duckdb.DuckDBPyConnection) -> None:
    """105 minutes were given by Sep 30, 60 are stated; the 30 of Sep 13 were entered on Oct 5, the file can't tell of 15."""
    row = compared(cur)["L1"]
    assert (row["delivered_minutes"], row["delivered_difference"]) == (105, -45)
    assert row["delivered_cause"] == "sessions in the loaded logs that their system doesn't count for this line"


def test_a_total_of_a_later_day_is_told_so(tmp_path: Path) -> None:
    """195 are stated to Nov 28, 105 were given by Oct 31, to which the ledger is asked: what came after isn't known."""
    made = Ledger(tmp_path)
    for name, text in (
        ("calendar.csv", CALENDAR),
        ("lines.csv", LINES.replace("60,09/30", "195,11/28")),
        ("log.csv", LOG),
    ):
        made.load(name, text, load_date=date(2025, 11, 3))
    with made.cursor() as cur:
        row = compared(cur)["L1"]
    assert (row["delivered_minutes"], row["delivered_difference"]) == (105, 90)
    assert row["delivered_cause"] == "their total reaches to Nov 28, 2025, the ledger's to Oct 31, 2025"
    made.close()


def test_lines_without_stated_totals_are_not_compared(cur: duckdb.DuckDBPyConnection) -> None:
    assert set(compared(cur)) == {"L1", "L2", "L9"}
