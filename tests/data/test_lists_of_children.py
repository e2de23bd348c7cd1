"""Lists of children that look like those of staff or of weeks, and a bare no to whether somebody was excused."""

import pytest

from tests.data.loading import Ledger


def test_bare_names_beside_types_of_providers_and_minutes_are_no_staff(ledger: Ledger) -> None:
    ledger.load("lines.csv", 'Name,Provider Type,Minutes per Week\n"Lin, Ada",OT,60\n"Poe, Max",PT,30\n')
    assert sorted(ledger.rows("service_lines", "service", "amount_minutes")) == [("OT", 60), ("PT", 30)]


@pytest.mark.parametrize("heading", ["Start Week", "Week Start Date"])
def test_lines_may_begin_with_a_week(ledger: Ledger, heading: str) -> None:
    rows = '5012,"Lin, Ada",OT,60,9/8/2025\n5013,"Poe, Max",PT,30,9/15/2025\n'
    ledger.load("lines.csv", f"Student ID,Student,Service,Minutes/Week,{heading}\n{rows}")
    assert sorted(ledger.rows("service_lines", "student_id", "amount_minutes")) == [("5012", 60), ("5013", 30)]


def test_a_bare_no_beside_minutes_is_asked_about(ledger: Ledger) -> None:
    rows = '9/8/2025,5012,"Lin, Ada",OT,30,No\n9/9/2025,5013,"Poe, Max",OT,30,\n'
    ledger.load("log.csv", f"Date,Student ID,Student,Service,Minutes,Excused\n{rows}")
    assert ledger.rows("sessions", "student_id", "status") == [("5013", "delivered")]
