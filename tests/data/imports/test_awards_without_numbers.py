"""A list of compensatory awards that gives them no number: each is told by its student, service and day."""

from itertools import permutations
from pathlib import Path

import pytest

from data import history
from tests.data.loading import Ledger, counts, sheet_of
from tests.quick import first

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


LATER = ("comp 2.csv", HEAD + "901,Speech Therapy,360,9/5/2025,,\n902,OT,240,9/12/2025,,\n")
MORE = ("comp 3.csv", HEAD + "901,Speech Therapy,420,9/5/2025,,\n903,OT,90,10/3/2025,,\n")


def standing(ledger: Ledger) -> list[tuple[object, ...]]:
    return ledger.rows("awards", "award_id", "student_id", "minutes", order="student_id")


@pytest.mark.parametrize(
    "order", first(2, ((order,) for order in permutations(range(3)))), ids=lambda one: "".join(map(str, one))
)
def test_undone_in_any_order_and_loaded_again_they_are_the_same(tmp_path: Path, order: tuple[int, ...]) -> None:
    """Three lists: 300, 360, then 420 minutes of student 901; 240 of 902 in the first two; 90 of 903 in the last. What stands
    after each undo is what the other lists alone would have given."""
    files = [("comp.csv", HEAD + TWO), LATER, MORE]
    ledger = Ledger.holding(tmp_path, *files)
    before, ids = standing(ledger), dict(ledger.rows("awards", "student_id", "award_id"))
    batches = [one for (one,) in ledger.ask("select batch_id from batches order by batch_seq")]
    minutes = ({"901": 300, "902": 240}, {"901": 360, "902": 240}, {"901": 420, "903": 90})
    left = [0, 1, 2]
    for number in order:
        history.undo(ledger.store, str(batches[number]), "somebody")
        left.remove(number)
        expected: dict[str, int] = {}
        for one in left:
            expected |= minutes[one]
        assert standing(ledger) == [(ids[who], who, expected[who]) for who in sorted(expected)]
    for file in files:
        ledger.load(*file)
    assert standing(ledger) == before
