"""Marks among minutes of several services side by side: each cell is a record, and none of its column is lost."""

import pytest

from tests.data.loading import Ledger, sheet_of

LOG = "Date,Student ID,OT,PT,Speech\n9/8/2025,7001,30,,{0}\n9/9/2025,7001,,45,30\n9/10/2025,7002,{0},30,\n"


@pytest.mark.parametrize("mark", ["A", "X", "NS"])
def test_minutes_count_and_marks_come_back_or_wait(ledger: Ledger, mark: str) -> None:
    """Four cells of minutes, two of a mark that nobody explains."""
    sheet = sheet_of(ledger.load("log.csv", LOG.format(mark)), "sessions")
    assert ledger.rows("sessions", "student_id", "service", "minutes", order="session_date, service") == [
        ("7001", "OT", 30), ("7001", "PT", 45), ("7001", "SLP", 30), ("7002", "PT", 30),
    ]  # fmt: skip
    assert sheet.waiting + sheet.rejected == 2


def test_an_absence_among_them_is_missed(ledger: Ledger) -> None:
    ledger.load("log.csv", LOG.format("Student absent"))
    missed = ledger.rows("sessions", "service", "reason", order="service")
    assert [one for one in missed if one[1]] == [("OT", "student_absent"), ("SLP", "student_absent")]
