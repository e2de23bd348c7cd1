"""The landing page's figures and the findings, on a district small enough to count by hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from analytics import findings, ledger, overview, students
from analytics.scope import EVERYTHING, Selection
from data.errors import UserError
from tests.data.loading import Ledger

AS_OF = date(2025, 10, 31)
CALENDAR = "Date,Instructional\n" + "".join(
    f"{month:02d}/{day:02d}/2025,Yes\n"
    for month, days in ((9, 30), (10, 31), (11, 30))
    for day in range(1, days + 1)
    if date(2025, month, day).weekday() < 5
)
LINES = """Line ID,Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID
L1,S1,OT,Push-in,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1
L2,S2,OT,Push-in,1 x 30 min Weekly,09/01/2025,11/10/2025,Birch,
L3,S3,PT,Pull-out,1 x 30 min Weekly,09/01/2025,11/28/2025,Cedar,T2
"""
MONDAYS = [date(2025, 9, day) for day in (1, 8, 15, 22, 29)] + [date(2025, 10, day) for day in (6, 13, 20, 27)]
LOG = (
    "Student ID,Service,Session Date,Minutes,Status,Reason,Setting,Provider ID\n"
    + "".join(
        f"S1,OT,{day:%m/%d/%Y},30,Delivered,,{'Pull-out' if day.month == 10 else 'Push-in'},T1\n" for day in MONDAYS
    )
    + "S2,OT,09/02/2025,30,Missed,Vacancy,,\nS9,OT,10/07/2025,45,Delivered,,Pull-out,T1\n"
)
ROSTER = "Student ID,Last Name,First Name,School,Grade\nS1,Marlow,Tessa,Birch,3\nS2,Quill,Omar,Birch,4\n"


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    made = Ledger(Path(tmp_path_factory.mktemp("overview")))
    for name, text in (("calendar.csv", CALENDAR), ("roster.csv", ROSTER), ("lines.csv", LINES), ("log.csv", LOG)):
        report = made.load(name, text)
        assert report.exit_status == 0, name
    with made.store.cursor() as found:
        yield found
    made.close()


@pytest.mark.slow
def test_services(cur: duckdb.DuckDBPyConnection) -> None:
    """OT: two lines of 30 a week. Four weeks are September's (the one of Sep 29 has three days of October), five are
    October's: 2 x 9 x 30 = 540 expected, S1's nine sessions credited. PT has no log: nothing is expected, its weeks
    are not loaded."""
    rows = overview.services(cur, EVERYTHING, AS_OF).set_index("service")
    assert list(rows.index) == ["OT", "PT"]
    ot, pt = rows.loc["OT"], rows.loc["PT"]
    assert (ot["students"], ot["lines"], ot["unstaffed_lines"]) == (2, 2, 1)
    assert (ot["expected_minutes"], ot["adjusted_rate"]) == (540, 270 / 540)
    assert (ot["provider_caused_minutes"], ot["school_caused_minutes"], ot["unaccounted_minutes"]) == (30, 0, 240)
    assert (pt["students"], pt["expected_minutes"], pt["uncovered_minutes"]) == (1, 0, 270)
    assert pt["adjusted_rate"] != pt["adjusted_rate"]


def test_open_make_ups_of_a_service(cur: duckdb.DuckDBPyConnection) -> None:
    """S2's two closed periods, 120 and 150 minutes; S1 and PT have none."""
    rows = overview.services(cur, EVERYTHING, AS_OF).set_index("service")
    assert rows["open_make_ups"].to_dict() == {"OT": 2, "PT": 0}
    assert rows["open_make_up_minutes"].to_dict() == {"OT": 270, "PT": 0}


def test_the_history_ends_at_the_headline(cur: duckdb.DuckDBPyConnection) -> None:
    """September: 240 expected, S1's 120 credited, S2's 120 missing (30 of them a vacancy). S2 is four sessions short."""
    months = overview.history(cur, EVERYTHING, AS_OF)
    head = ledger.headline(cur, EVERYTHING, AS_OF).iloc[0]
    assert months["expected_minutes"].tolist() == [240, 540]
    assert months["adjusted_rate"].tolist() == pytest.approx([120 / 240, head["adjusted_rate"]])
    assert months["unaccounted_minutes"].tolist() == [90, head["unaccounted_minutes"]]
    assert months["students"].tolist() == [2, head["students"]]
    assert months["students_behind"].tolist() == [1, head["students_behind"]]


@pytest.mark.slow
def test_a_week_that_counts_for_the_next_month_is_in_the_month_of_the_day(cur: duckdb.DuckDBPyConnection) -> None:
    """On Tuesday, Sep 30, the week of Sep 29 is October's, and one month of logs has no month before it."""
    day = date(2025, 9, 30)
    months, head = overview.history(cur, EVERYTHING, day), ledger.headline(cur, EVERYTHING, day).iloc[0]
    assert [f"{month:%Y-%m}" for month in months["month"]] == ["2025-09"]
    assert months["expected_minutes"].tolist() == [head["expected_minutes"]]
    assert head["expected_minutes"] > 240
    assert months["students_not_seen"].tolist() == [1]
    october = overview.history(cur, EVERYTHING, date(2025, 10, 1))
    assert [f"{month:%Y-%m}" for month in october["month"]] == ["2025-09", "2025-10"]


def test_the_history_counts_who_was_not_seen_at_each_months_end(cur: duckdb.DuckDBPyConnection) -> None:
    """S2 was never seen: 22 school days to Sep 30. S1's last session before Sep 30 was on Sep 29; PT has no log."""
    months = overview.history(cur, EVERYTHING, AS_OF)
    unseen = ledger.not_seen(cur, EVERYTHING, AS_OF)
    assert months["students_not_seen"].tolist() == [1, unseen["student_id"].nunique()] == [1, 1]


def test_what_is_loaded_and_what_is_not(cur: duckdb.DuckDBPyConnection) -> None:
    """Three lines, two students, 65 weekdays from Sep 1 to Nov 30; no staff list, no goals."""
    assert overview.loaded(cur, EVERYTHING, AS_OF) == {
        "service_lines": 3, "students": 2, "providers": 0, "site_days": 0, "goals": 0, "measurements": 0,
        "calendar_days": 65, "grading_periods": 0,
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "rows", "minutes"),
    [
        ("no_log_of_service", 1, 30),  # the PT line
        ("no_provider", 1, 30),  # S2's line
        ("setting_drift", 1, 120),  # S1's four Mondays of October, of 270 minutes
    ],
)
def test_findings(cur: duckdb.DuckDBPyConnection, name: str, rows: int, minutes: float) -> None:
    found = findings.all(cur, EVERYTHING, AS_OF).set_index("finding").loc[name]
    assert (found["rows"], found["minutes"]) == (rows, minutes)
    listed = findings.rows(cur, EVERYTHING, AS_OF, finding=name)
    assert tuple(listed.columns) == findings.ROW_COLUMNS
    assert (listed["source_file"] == "lines.csv").all()


def test_a_session_of_a_student_without_lines_is_outside_any_mandate(cur: duckdb.DuckDBPyConnection) -> None:
    """S9 has no line: 45 minutes, row 12 of the log (headings, nine Mondays, S2's miss)."""
    (row,) = findings.rows(cur, EVERYTHING, AS_OF, finding="outside_mandate").to_dict("records")
    assert (row["student_id"], row["minutes"], row["source_file"], row["source_row"]) == ("S9", 45, "log.csv", 12)


@pytest.mark.slow
def test_findings_follow_the_selection(cur: duckdb.DuckDBPyConnection) -> None:
    assert set(findings.all(cur, EVERYTHING, AS_OF, Selection(services=("PT",)))["finding"]) == {"no_log_of_service"}
    with pytest.raises(UserError):
        findings.rows(cur, EVERYTHING, AS_OF, finding="anything")


@pytest.mark.parametrize("text", ["marlow", "Marlow, Tessa", "tessa marlow", "S1", "s1"])
def test_a_student_is_found_by_name_or_id(cur: duckdb.DuckDBPyConnection, text: str) -> None:
    (row,) = students.find(cur, EVERYTHING, text).to_dict("records")
    assert (row["student_id"], row["student_name"], row["school"], row["grade"]) == (
        "S1",
        "Marlow, Tessa",
        "Birch",
        "3",
    )
    linked = students.by_link(cur, EVERYTHING, row["link_key"])
    assert linked is not None
    assert linked["student_id"] == "S1"


def test_nobody_is_found_by_nothing(cur: duckdb.DuckDBPyConnection) -> None:
    assert students.find(cur, EVERYTHING, "  ").empty
    assert students.by_link(cur, EVERYTHING, "") is None
    assert students.by_link(cur, EVERYTHING, "no such key") is None
