"""Make-ups told in the row of the session that was missed, terms as grading periods, goals headed Target; and that a person
is told how a table was read."""

import pytest

from data.ingest import tables
from data.ingest.model import Table
from data.ingest.tables.steps.sessions import made_beside
from data.ingest.values import statuses
from data.store import Store
from tests.data.loading import Ledger, tried
from tests.data.sheets import sheet
from tests.data.sheets import table as sheet_table

_LOG = """
Service Date|Student Number|Service|Minutes|Attendance     |Make-Up Date|Make-Up Minutes
2025-10-01  |44012         |OT     |30     |Attended       |            |
2025-10-03  |44012         |OT     |0      |Provider Absent|2025-10-09  |30
"""


def _read(rows: str) -> Table:
    (table,) = tables.find(sheet(_LOG + rows))
    return table


def _column(table: Table, heading: str) -> list[str | None]:
    return [text or None for text in table.body.column(table.headings.index(heading)).to_pylist()]


def test_attendance_is_no_second_day_of_a_log_that_tells_its_make_ups() -> None:
    table = _read("")
    assert _column(table, "Session Date") == ["2025-10-01", "2025-10-03", "2025-10-09"]
    assert _column(table, "Minutes") == ["30", "0", "30"]
    assert _column(table, "Attendance") == ["Attended", "Provider Absent", "Make-up"]
    assert _column(table, "Makes Up Date") == [None, None, "2025-10-03"]
    assert table.told == ("A missed session and its make-up in one row are two records.",)


def test_what_lacked_of_a_session_given_in_part_is_made_up_too() -> None:
    """20 of 30 minutes on the 8th, the other 10 on the 10th."""
    table = _read("2025-10-08|44012|OT|20|Partial|2025-10-10|10")
    assert _column(table, "Minutes") == ["30", "0", "20", "30", "10"]
    assert _column(table, "Makes Up Date")[3:] == ["2025-10-03", "2025-10-08"]


def test_one_make_up_without_minutes_takes_none_from_the_others() -> None:
    table = _read("2025-10-15|44012|OT|0|Provider Absent|2025-10-16|")
    assert _column(table, "Session Date")[3:] == ["2025-10-09", "2025-10-16"]
    assert _column(table, "Minutes")[3:] == ["30", None]


def test_the_day_beside_a_session_that_was_given_stays_what_it_makes_up() -> None:
    table = _read("2025-10-22|44012|OT|30|Attended|2025-10-20|")
    assert _column(table, "Makes Up Date") == [None, None, "2025-10-20", "2025-10-03"]


_MISSED = ("Absent|10/9/2025|30", "Absent|10/16/2025|30")


def _with_outcomes(heading: str, *told: str) -> Table:
    heads = f"Date|Student|Service|Minutes|Status|Make-Up Date|Make-Up Minutes|{heading}"
    rows = [
        f"10/{2 + at}/2025|Ida Amsel|OT|0|{one}|{word}"
        for at, (one, word) in enumerate(zip(_MISSED, told, strict=True))
    ]
    return sheet_table(heads, "10/1/2025|Ida Amsel|OT|30|Seen|||", *rows)


@pytest.mark.parametrize(
    ("heading", "first", "second", "made"),
    [
        ("Make-Up Status", "Completed", "Student absent", ["Make-up", "attempt:student_absent"]),
        ("Make-Up Outcome", "Completed", "Scheduled", ["Make-up", "Make-up: Scheduled"]),
        ("Made Up?", "Yes", "No", ["Make-up"]),
        ("Made Up?", "Yes", "", ["Make-up", "Make-up"]),
    ],
)
def test_what_became_of_a_make_up_is_told_of_its_own_record(
    heading: str, first: str, second: str, made: list[str]
) -> None:
    """Tried and missed, or not known yet, it gave no minutes; where it wasn't made up it has no record."""
    table = _with_outcomes(heading, first, second)
    assert _column(table, "Status") == ["Seen", "Absent", "Absent", *made]
    assert heading not in table.headings


@pytest.mark.parametrize(
    ("day", "length", "rows"),
    [
        ("Scheduled Make-Up Date", "Make-Up Minutes", 2), ("Make-Up Date", "Make-Up Minutes Owed", 2),
        ("Scheduled Make-Up Date", "Make-Up Minutes Provided", 3), ("Make-Up Date", "Make-Up Minutes", 3),
    ],
)  # fmt: skip
def test_a_make_up_that_is_planned_or_owed_is_no_session(day: str, length: str, rows: int) -> None:
    table = sheet_table(
        f"Date|Student|Service|Minutes|Status|{day}|{length}",
        "10/1/2025|Ida Amsel|OT|30|Seen||", "10/2/2025|Ida Amsel|OT|0|Absent|10/9/2025|30",
    )  # fmt: skip
    assert table.body.num_rows == rows


def test_a_make_up_that_may_be_a_session_of_the_log_is_asked_of_alone() -> None:
    """The log has a session of the 9th that doesn't say what it is; the other make-up is told nowhere else."""
    table = _with_outcomes("Remark", "", "")
    told = sheet_table(
        "|".join(table.headings[:5]) + "|Make-Up Date|Make-Up Minutes",
        "10/2/2025|Ida Amsel|OT|0|Absent|10/9/2025|30", "10/9/2025|Ida Amsel|OT|30|Seen||",
        "10/3/2025|Ida Amsel|OT|0|Absent|10/16/2025|20",
    )  # fmt: skip
    assert _column(told, "Status")[3:] == [made_beside.MAYBE, "Make-up"]
    assert not statuses.read(made_beside.MAYBE).known


@pytest.mark.parametrize(("last", "told"), [("10/16/2025|30|Seen|", False), ("10/17/2025|30|Seen|", True)])
def test_make_ups_of_which_the_log_has_no_session_are_told(last: str, *, told: bool) -> None:
    """Missed on the 8th, made up on the 16th: the log has a session of that day, or only one of the day after."""
    (table,) = tables.find(
        sheet(f"""
Date      |Student  |Service|Minutes|Status       |Date Made Up
10/01/2025|Lin, Ada |OT     |30     |Seen         |
10/08/2025|Lin, Ada |OT     |0      |Therapist out|10/16/2025
{last.replace('|', '|Lin, Ada |OT|', 1)}""")
    )  # fmt: skip
    (said,) = [one for one in table.told if "was made up" in one]
    assert said.endswith("not counted: 1.") is told


_GOALS = """Pupil,Area of need,{goal},Criteria,Start level,{first},{second}
"Abara, Ngozi",Fine motor,Will cut on a line within a finger,80% over 3 sessions,20%,45%,60%
"Beck, Tyler",Self-care,Will zip a coat without any help,4/5 trials,1/5,2/5,3/5
"""


@pytest.mark.parametrize("goal", ["Target", "Aim", "Expected Outcome", "Goal"])
@pytest.mark.parametrize(("first", "second"), [("Term 1", "Term 2"), ("1st Term", "2nd Term"), ("Q1", "Q2")])
def test_goals_headed_otherwise_with_their_terms(store: Store, goal: str, first: str, second: str) -> None:
    """Two goals, each with a score a term: 45 and 60 percent, 2 and 3 of 5."""
    with tried(store, "goals.csv", _GOALS.format(goal=goal, first=first, second=second).encode()) as trial:
        told = [(one.dataset, one.new) for one in trial.report.files[0].sheets]
        assert told == [("goals", 2), ("measurements", 4)]
        assert trial.rows("goals", "goal_text", "baseline", "target") == [
            ("Will cut on a line within a finger", 20, 80), ("Will zip a coat without any help", 1, 4)
        ]  # fmt: skip
        assert sorted(value for (value,) in trial.rows("measurements", "value")) == [2, 3, 45, 60]


def test_how_a_table_was_read_is_told_with_its_file(store: Store) -> None:
    log = "\n".join(",".join(cell.strip() for cell in line.split("|")) for line in _LOG.strip().splitlines())
    with tried(store, "log.csv", log.encode()) as trial:
        (one,) = trial.report.files[0].sheets
        assert "A missed session and its make-up in one row are two records." in one.assumptions


def test_a_remark_beside_a_make_up_tells_its_day(ledger: Ledger) -> None:
    """Only of make-ups, of days before their own, and with a word that says so: a bare 9/12 may be anything's."""
    log = """Student ID,Date,Service,Minutes,Outcome,Remarks
1,9/19/2025,OT,30,Make-up session,for 9/12
2,9/19/2025,OT,30,MU,missed 9/15
3,9/19/2025,OT,30,Seen,for 9/12
4,9/19/2025,OT,30,Make-up session,for 9/26
5,9/19/2025,OT,30,Make-up session,9/12
"""
    ledger.load("log.csv", log)
    told = ledger.rows("sessions", "student_id", "status", "makes_up_date", order="student_id")
    days = [None if day is None else str(day) for _, _, day in told]
    assert [status for _, status, _ in told] == ["make_up", "make_up", "delivered", "make_up", "make_up"]
    assert days == ["2025-09-12", "2025-09-15", None, None, None]
