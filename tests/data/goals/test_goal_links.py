"""Measurements that name their goal by its words belong to that goal."""

from pathlib import Path

import pytest

from tests.data.loading import Ledger

WIDE = 'Student,ID,Goal,Baseline,Criterion,9/12/2025,9/26/2025,10/10/2025\n"Abt, Ana",7,Ties shoes,20%,80%,25%,30%,1%\n'


@pytest.mark.slow
def test_dates_across_are_measurements_of_the_goal_beside_them(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    try:
        ledger.load("goals.csv", WIDE)
        ((goal, unit),) = ledger.rows("goals", "goal_id", "unit")
        told = ledger.ask("select goal_id, value from measurements where known_to is null order by measured_on")
        assert unit == "percent"
        assert told == [(goal, 25.0), (goal, 30.0), (goal, 1.0)]
        assert ledger.load("goals.csv", WIDE.replace("1%", "2%")).files[0].sheets[-1].changed == 1
    finally:
        ledger.close()


def test_a_goal_whose_text_has_other_spaces_is_the_same_goal(tmp_path: Path) -> None:
    """A list is exported with a line break one quarter and with two spaces the next."""
    ledger = Ledger(tmp_path)
    try:
        head = "Student ID,Goal,Baseline,Target,Start Date,Due Date\n"
        ledger.load("q1.csv", head + '7,"Ties shoes\nwithout help",20,80,9/1/2025,6/1/2026\n')
        (sheet,) = ledger.load("q2.csv", head + "7,Ties shoes  without help,20,80,9/1/2025,6/1/2026\n").files[0].sheets
        assert (sheet.new, sheet.missing, len(ledger.rows("goals", "goal_id"))) == (0, 0, 1)
    finally:
        ledger.close()
