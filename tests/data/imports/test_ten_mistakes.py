"""Ten mistakes that a reader of districts' files can make, each with the value that a person works out."""

from datetime import date, timedelta

import pytest

from analytics import ledger as figures
from analytics.scope import Scope
from data import history
from tests.data.loading import Ledger, counts, only_file, sheet_of
from tests.quick import first

LINE = "Student ID,Service,Frequency,Start Date\n"
LOG = "Student ID,Service,Date,Minutes,Status\n"


@pytest.mark.parametrize("code", first(2, ["SA", "PNA", "CA", "TA"]))
def test_1_an_absence_is_no_delivered_session(ledger: Ledger, code: str) -> None:
    ledger.load("log.csv", f"{LOG}1,OT,9/8/2025,30,{code}\n1,OT,9/15/2025,30,Completed\n")
    assert ledger.ask("select status, minutes from sessions order by session_date") == [
        ("missed", 30),
        ("delivered", 30),
    ]


@pytest.mark.parametrize("word", first(3, ["P", "ZQ", "see below", "Rescheduled?", "Tuesday group"]))
def test_1_a_status_that_nobody_knows_waits(ledger: Ledger, word: str) -> None:
    report = ledger.load("log.csv", f"{LOG}1,OT,9/8/2025,30,{word}\n1,OT,9/15/2025,30,{word}\n")
    assert counts(sheet_of(report, "sessions")) == {"waiting": 2}
    assert ledger.rows("sessions", "status") == []
    assert word in {question.value for question in sheet_of(report, "sessions").questions}


def test_2_four_times_a_month_beside_minutes_is_four_times_the_minutes(ledger: Ledger) -> None:
    ledger.load("lines.csv", "Student ID,Service,Frequency,Minutes,Start Date\n1,OT,4x monthly,30,8/25/2025\n")
    # 4 sessions of 30 minutes are 120 a month
    assert ledger.rows("service_lines", "sessions_per_cycle", "minutes_per_session", "amount_minutes", "cycle") == [
        (4, 30, 120, "month")
    ]


def test_3_the_same_month_twice_counts_once(ledger: Ledger) -> None:
    log = f"{LOG}1,OT,9/8/2025,30,Completed\n1,OT,9/15/2025,30,Completed\n"
    ledger.load("september.csv", log)
    ledger.load("september again.csv", log + "1,OT,9/22/2025,30,Completed\n")
    # 30 + 30 of the first file, 30 of the one new row
    assert ledger.ask("select count(*), sum(minutes) from sessions where known_to is null") == [(3, 90)]


def test_4_scores_of_goals_are_no_sessions(ledger: Ledger) -> None:
    ledger.load("goals.csv", "Student ID,Goal,Baseline,Target,Date,Score\n1,Copies a word,10,80,9/8/2025,25\n")
    assert ledger.ask("select count(*) from sessions") == [(0,)]
    assert ledger.rows("measurements", "measured_on", "value") == [(date(2025, 9, 8), 25)]


@pytest.mark.parametrize(
    ("written", "value"), first(3, [("1%", 1), ("1", 1), ("0.5", 0.5), ("100%", 100), ("45 %", 45)])
)
def test_5_a_percent_stays_a_percent(ledger: Ledger, written: str, value: float) -> None:
    ledger.load("goals.csv", f"Student ID,Goal,Unit,Date,Score\n1,Copies a word,percent,9/8/2025,{written}\n")
    assert ledger.rows("measurements", "value", "trials") == [(value, None)]


def test_6_cycles_stay_what_they_are(ledger: Ledger) -> None:
    rows = "1,OT,300 min Yearly,8/25/2025\n2,OT,30 min every other week,8/25/2025\n3,OT,30 min Biweekly,8/25/2025\n"
    report = ledger.load("lines.csv", LINE + rows)
    assert ledger.rows("service_lines", "amount_minutes", "cycle") == [(300, "year"), (30, "weeks:2")]
    assert counts(sheet_of(report, "service_lines")) == {"new": 2, "waiting": 1}


def test_6_a_second_line_of_the_same_service_stays(ledger: Ledger) -> None:
    ledger.load("lines.csv", f"{LINE}1,OT,30 min Weekly,8/25/2025\n1,OT,60 min Monthly,8/25/2025\n")
    assert ledger.rows("service_lines", "amount_minutes", "cycle") == [(30, "week"), (60, "month")]


@pytest.mark.parametrize(
    ("written", "service"),
    first(3, [("Physical Therapy", "PT"), ("Adapted Physical Education", "APE"), ("OT", "OT"), ("Speech", "SLP"),
              ("Vision Therapy", "VISION"), ("Occupational Therapy", "OT")]),
)  # fmt: skip
def test_7_services_are_known_by_whole_words(ledger: Ledger, written: str, service: str) -> None:
    ledger.load("lines.csv", f"{LINE}1,{written},30 min Weekly,8/25/2025\n")
    assert ledger.rows("service_lines", "service") == [(service,)]


@pytest.mark.parametrize("written", first(3, ["Therapy", "T", "Otter Club", "Support"]))
def test_7_part_of_a_word_is_no_service(ledger: Ledger, written: str) -> None:
    report = ledger.load("lines.csv", f"{LINE}1,{written},30 min Weekly,8/25/2025\n")
    assert ledger.rows("service_lines", "service") == []
    assert counts(sheet_of(report, "service_lines")) == {"waiting": 1}


def test_8_every_error_is_told_and_an_upload_is_undone(ledger: Ledger) -> None:
    bad = "".join(f"{student},OT,13/45/2025,30,Completed\n" for student in range(1, 51))
    report = ledger.load("log.csv", f"{LOG}99,OT,9/8/2025,30,Completed\n{bad}")
    sheet = sheet_of(report, "sessions")
    assert counts(sheet) == {"new": 1, "rejected": 50}
    assert len({issue.row for issue in sheet.issues}) == 50
    history.undo(ledger.store, str(only_file(report).batch_id), "tester")
    assert ledger.rows("sessions", "minutes") == []


def test_9_a_line_break_in_a_cell_stays_in_its_row(ledger: Ledger) -> None:
    log = "Student ID,Service,Date,Minutes,Location,Status\r\n"
    row = '1,OT,9/8/2025,30,"Therapy\r\nRoom",Completed\r\n2,OT,9/8/2025,45,"Classroom",Completed\r\n'
    ledger.load("log.csv", log + row)
    assert ledger.rows("sessions", "student_id", "minutes", "setting") == [("1", 30, "pull_out"), ("2", 45, "push_in")]


@pytest.mark.slow
def test_10_what_is_expected_and_what_is_left_count_school_days(ledger: Ledger) -> None:
    """Weeks of Sep 8 and 22, and of Sep 29 and Oct 13, with a closed week between each two; 30 of 60 was given."""
    mondays = (date(2025, 9, 8), date(2025, 9, 22), date(2025, 9, 29), date(2025, 10, 13))
    days = [monday + timedelta(day) for monday in mondays for day in range(5)]
    rows = "".join(f"{day:%m/%d/%Y},Yes\n" for day in days)
    ledger.load("calendar.csv", f"Date,Instructional Day\n9/15/2025,No\n10/6/2025,No\n{rows}")
    ledger.load("lines.csv", f"{LINE}1,OT,30 min Weekly,9/8/2025\n")
    ledger.load("log.csv", f"{LOG}1,OT,9/8/2025,30,Completed\n1,OT,9/22/2025,30,Therapist Absent\n")
    with ledger.store.cursor() as cur:
        told = figures.headline(cur, Scope(), date(2025, 9, 26)).iloc[0]
        line = figures.lines(cur, Scope(), date(2025, 9, 26)).iloc[0]
    # Two weeks of 30 so far, not three. The 30 not given are caught up in the two school weeks left, not in three:
    # 30 / 2 a week. Two weeks of 30 are to come; after two weeks it is too early to tell where the year ends.
    assert (told["expected_minutes"], told["delivered_minutes"]) == (2 * 30, 30)
    assert line["catch_up_minutes_per_week"] == pytest.approx(30 / 2)
    assert line["remaining_minutes"] == pytest.approx(2 * 30)
    assert line["projected_rate"] != line["projected_rate"]
