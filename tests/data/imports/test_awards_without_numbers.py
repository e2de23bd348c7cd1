"""A list of compensatory awards that gives them no number: each is told by its student, service and day."""

from pathlib import Path

import pytest

from tests.data.loading import Ledger, counts, sheet_of

HEAD = "Student ID,Service,Comp Minutes Awarded,Date Awarded,Comp Minutes Served,Balance\n"
TWO = "901,Speech Therapy,300,9/5/2025,120,180\n902,OT,240,9/12/2025,0,240\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.holding(tmp_path, ("comp.csv", HEAD + TWO))


def test_each_is_an_award_with_an_id_of_its_own(ledger: Ledger) -> None:
    rows = ledger.rows("awards", "student_id", "service", "minutes", "cast(awarded_on as varchar)")
    assert rows == [("901", "SLP", 300, "2025-09-05"), ("902", "OT", 240, "2025-09-12")]
    assert len(set(ledger.rows("awards", "award_id"))) == 2


def test_told_again_it_is_the_same_award(ledger: Ledger) -> None:
    """What was served meanwhile is another month's; one award grew by 60 minutes."""
    before = ledger.rows("awards", "award_id")
    report = ledger.load("comp 2.csv", HEAD + "901,Speech Therapy,360,9/5/2025,150,210\n902,OT,240,9/12/2025,30,210\n")
    assert counts(sheet_of(report, "awards")) == {"changed": 1, "unchanged": 1}
    assert ledger.rows("awards", "minutes", order="student_id") == [(360,), (240,)]
    assert sorted(ledger.rows("awards", "award_id")) == sorted(before)


def test_two_of_one_student_service_and_day_wait(tmp_path: Path) -> None:
    rows = "901,OT,300,9/5/2025,,\n901,OT,120,9/5/2025,,\n902,OT,60,9/5/2025,,\n"
    report = Ledger(tmp_path).load("comp.csv", HEAD + rows)
    assert counts(sheet_of(report, "awards")) == {"new": 1, "waiting": 2}


def test_without_a_number_and_a_day_it_comes_back(tmp_path: Path) -> None:
    """Two awards could be taken for one."""
    report = Ledger(tmp_path).load("comp.csv", HEAD + TWO + "903,OT,300,,,\n")
    assert counts(sheet_of(report, "awards")) == {"new": 2, "rejected": 1}


@pytest.mark.parametrize(
    "text",
    [
        "Student ID,Service,Minutes per Week,Comp Minutes Awarded,Start Date\n901,OT,30,300,9/5/2025\n",
        "Student ID,Service,Date,Minutes,Attendance,Comp Minutes Awarded\n901,OT,9/5/2025,30,Present,\n",
    ],
)
def test_lines_and_logs_beside_which_something_was_awarded_are_no_awards(tmp_path: Path, text: str) -> None:
    ledger = Ledger(tmp_path)
    ledger.load("list.csv", text)
    assert ledger.rows("awards", "award_id") == []
