"""Sessions given in part, as a remark tells in figures or words, with why: 20 of 30, fire drill."""

import pytest

from data.ingest.values import durations, statuses
from tests.data.loading import Ledger


@pytest.mark.parametrize(
    ("text", "reason", "minutes"),
    [
        ("20 of 30, fire drill", "school_event", 20),
        ("15/30 min - assembly", "school_event", 15),
        ("only 10 min of 30 (fire drill)", "school_event", 10),
        ("10 min short - state testing", "state_testing", None),
        ("15 minutes lost due to fire drill", "school_event", None),
    ],
)
def test_how_much_was_given_and_why(text: str, reason: str, minutes: float | None) -> None:
    said = statuses.read(text)
    assert (said.status, said.reason, said.minutes) == ("partial", reason, minutes)


@pytest.mark.parametrize(
    "text", ["30 of 20, fire drill", "4 of 5 trials, fire drill", "20 of 30, student absent", "20 of 30"]
)
def test_what_is_no_part_of_a_session(text: str) -> None:
    """More than the whole, trials, somebody who wasn't there at all, and no reason."""
    assert statuses.read(text).status != "partial"


def test_what_was_missing_is_no_length() -> None:
    assert durations.in_label("10 min short, fire drill") is None
    assert durations.in_label("left 5 min early; 25 min of therapy") == 25


def test_a_remark_of_a_part_counts_beside_just_those_minutes(ledger: Ledger) -> None:
    """Beside 25 minutes *20 of 30* is no word of that session; *4 of 5* is a score; what is no reason leaves it as it is."""
    log = """Student ID,Date,Service,Minutes,Notes
1,9/30/2025,OT,20,"20 of 30, fire drill"
2,9/30/2025,OT,25,"20 of 30, assembly"
3,9/30/2025,OT,30,"4 of 5, assembly words"
4,9/30/2025,OT,20,10 min short - assembly
5,9/30/2025,OT,20,"20 of 30, came late"
6,9/30/2025,OT,30,absent
"""
    ledger.load("log.csv", log)
    assert ledger.rows("sessions", "student_id", "status", "reason", "minutes", order="student_id") == [
        ("1", "partial", "school_event", 20), ("2", "delivered", None, 25), ("3", "delivered", None, 30),
        ("4", "partial", "school_event", 20), ("5", "delivered", None, 20), ("6", "missed", "student_absent", 30),
    ]  # fmt: skip
