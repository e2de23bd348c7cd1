"""Worklists of make-ups in a district's own columns and words, filled in by therapists: decisions, and no sessions or lines."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.data.loading import Ledger, counts, sheet_of

LINES = (
    "Line ID,Student ID,Student,Service,Minutes per Week,Start Date,End Date\n"
    'L1,81001,"Amsel, Ida",OT,60,8/25/2025,6/5/2026\nL2,81002,"Bohm, Otto",OT,30,8/25/2025,10/10/2025\n'
    'L3,81002,"Bohm, Otto",OT,45,10/11/2025,6/5/2026\nL4,81002,"Bohm, Otto",Speech,30,8/25/2025,6/5/2026\n'
)
DECIDED = ("line_id", "period", "decision", "minutes", "decided_on", "decided_by")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger(tmp_path)
    yield made
    made.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    "heads",
    [
        "Line ID,Student,Month,Minutes to make up,Decision,Minutes,Date,Decided by",
        "Service Line ID,Student,Month owed,Min owed,What happened,Min,On,Who",
        "Line ID,Name,Credit Month,Owed (min),Team decision,Minutes decided,Decided on,By",
    ],
)
def test_a_worklist_in_the_districts_own_columns_is_of_decisions(ledger: Ledger, heads: str) -> None:
    """Of 60 minutes owed 40 were made up: the decision's minutes are 40; a row that nobody filled in is none."""
    ledger.load("lines.csv", LINES)
    rows = (
        'L1,"Amsel, Ida",October 2025,60,Made up 11/13,40,11/13/2025,J. Hart\nL3,"Bohm, Otto",2025-10,45,,,,\n'
        'L4,"Bohm, Otto",10/2025,30,"Offered, mom declined",30,11/18/2025,IEP team\n'
    )
    sheet = sheet_of(ledger.load("owed.csv", f"{heads}\n{rows}"), "decisions")
    assert (counts(sheet)["new"], sheet.ignored, sheet.questions) == (2, 1, [])
    assert ledger.rows("decisions", *DECIDED, order="line_id") == [
        ("L1", "2025-10", "made_up", 40, date(2025, 11, 13), "J. Hart"),
        ("L4", "2025-10", "declined_by_family", 30, date(2025, 11, 18), "IEP team"),
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("who", ["Student ID", "Student"])
def test_a_worklist_that_names_no_line_is_of_the_only_one_in_force(ledger: Ledger, who: str) -> None:
    """In November only L3 of Otto's two lines of OT is in force; in October both were for some days: that row waits."""
    ledger.load("lines.csv", LINES)
    ida, otto = ("81001", "81002") if who == "Student ID" else ('"Amsel, Ida"', '"Bohm, Otto"')
    told = (
        f"{who},Service,Month owed,Min owed,What happened,Min,On,Who\n"
        f"{ida},OT,October 2025,60,Made up,60,12/4/2025,J. Hart\n"
        f"{otto},OT,November 2025,45,Team decided none needed,45,12/5/2025,J. Hart\n"
        f"{otto},OT,October 2025,30,Parent declined,30,12/5/2025,J. Hart\n"
        f"{otto},Speech,October 2025,30,Offered,30,12/5/2025,J. Hart\n"
    )
    sheet = sheet_of(ledger.load("owed.csv", told), "decisions")
    assert counts(sheet) == {"new": 3, "waiting": 1}
    assert [one.code for one in sheet.issues] == ["no_line"]
    assert ledger.rows("decisions", "student_id", "line_id", "period", "decision", order="line_id") == [
        ("81001", "L1", "2025-10", "made_up"), ("81002", "L3", "2025-11", "team_decided_none"),
        ("81002", "L4", "2025-10", "offered"),
    ]  # fmt: skip


def test_without_lines_on_file_each_decided_row_waits(ledger: Ledger) -> None:
    told = "Student ID,Service,Month owed,Min owed,Decision,Min,On,Who\n81001,OT,October 2025,60,Made up,60,12/4/2025,J. Hart\n"
    assert counts(sheet_of(ledger.load("owed.csv", told), "decisions")) == {"waiting": 1}
    assert ledger.rows("decisions", "line_id") == []


@pytest.mark.slow
def test_a_decision_in_words_that_nobody_knows_is_asked(ledger: Ledger) -> None:
    ledger.load("lines.csv", LINES)
    told = "Line ID,Month owed,Min owed,Decision,Min,On,Who\n" + "".join(
        f"L{number},2025-10,30,{what},30,12/4/2025,J. Hart\n"
        for number, what in ((1, "Made up"), (3, "Offered"), (4, "hmm"))
    )
    report = ledger.load("owed.csv", told, dataset="decisions")
    assert [one.value for one in sheet_of(report, "decisions").questions] == ["hmm"]


@pytest.mark.slow
def test_a_log_with_make_ups_by_the_month_stays_a_log(ledger: Ledger) -> None:
    told = (
        "Student ID,Service,Month,Date,Minutes,Status\n81001,OT,October 2025,10/6/2025,30,Made up\n"
        "81001,OT,October 2025,10/8/2025,0,Parent declined\n"
    )
    assert counts(sheet_of(ledger.load("log.csv", told), "sessions")) == {"new": 2}
