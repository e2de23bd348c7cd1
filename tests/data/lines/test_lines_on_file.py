"""A log that names lines by their ids takes service and kind from the lines on file."""

import pytest

from tests.data.loading import Ledger, counts, sheet_of

LINES = """Line ID,Student ID,Service,Delivery,Minutes,Times,Per
S-1,81419,Occupational Therapy,Direct,30,2,Week
S-2,81419,Occupational Therapy,Consult,15,1,Month
S-3,81420,Speech Therapy,Direct,30,1,Week
"""
LOG = """Log #,Line ID,Student ID,Session Date,Minutes,Session Status
4101,S-1,81419,10/6/2025,30,Held
4102,S-2,81419,10/7/2025,15,Held
4103,S-3,81420,10/7/2025,0,Student Absent
4104,S-1,81419,10/8/2025,30,Held
4105,S-9,81420,10/9/2025,30,Held
"""
STORED = [("4101", "OT", "direct"), ("4102", "OT", "indirect"), ("4103", "SLP", "direct"), ("4104", "OT", "direct")]


def stored(ledger: Ledger) -> list[tuple[object, ...]]:
    return ledger.rows("sessions", "session_id", "service", "kind")


def test_the_service_is_that_of_the_line(ledger: Ledger) -> None:
    ledger.load("lines.csv", LINES)
    sheet = sheet_of(ledger.load("log.csv", LOG), "sessions")
    assert counts(sheet) == {"new": 4, "waiting": 1}
    assert "The service is that of the line under Line ID, where no column says it." in sheet.assumptions
    assert stored(ledger) == STORED


@pytest.mark.slow
def test_before_its_lines_a_log_waits_and_loses_nothing(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("log.csv", LOG), "sessions")
    assert (sheet.waiting, [one.value for one in sheet.questions]) == (5, ["(no service)"])
    ledger.load("lines.csv", LINES)
    ledger.load("log.csv", LOG)
    assert stored(ledger) == STORED
