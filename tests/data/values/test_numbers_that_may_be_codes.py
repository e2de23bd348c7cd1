"""Numbers before a cycle that are state codes or counts, and units beside the times of their sessions."""

import pytest

from data.ingest.values import line_amounts
from tests.data.loading import Ledger

HEAD = "Student ID,Student,Service,Minutes,Frequency\n"


@pytest.mark.parametrize(
    ("texts", "counted"),
    [
        (["5 Weekly", "20 Weekly"], ["5 Weekly", "20 times Weekly"]),
        (["20 Weekly", "30 Monthly"], ["20 Weekly", "30 Monthly"]),
        (["20 Weekly", "1x/week"], ["20 Weekly", "1x/week"]),
    ],
)
def test_a_code_is_a_count_beside_other_counts(texts: list[str], counted: list[str]) -> None:
    assert line_amounts.counted(texts) == counted


def test_twenty_a_week_beside_five_a_week_are_twenty_sessions(ledger: Ledger) -> None:
    ledger.load("lines.csv", f'{HEAD}5012,"Lin, Ada",OT,10,5 Weekly\n5013,"Poe, Max",OT,10,20 Weekly\n')
    assert sorted(ledger.rows("service_lines", "student_id", "amount_minutes")) == [("5012", 50), ("5013", 200)]


def test_a_code_alone_is_no_count(ledger: Ledger) -> None:
    ledger.load("lines.csv", f'{HEAD}5012,"Lin, Ada",OT,60,20 Weekly\n5013,"Poe, Max",OT,30,30 Monthly\n')
    assert sorted(ledger.rows("service_lines", "amount_minutes", "cycle")) == [(30, "month"), (60, "week")]


def test_units_that_are_billed_give_way_to_the_times_of_a_session(ledger: Ledger) -> None:
    ledger.load(
        "log.csv",
        "Date,Student ID,Student,Service,Start,End,Units,Minutes per Unit\n"
        '9/8/2025,5012,"Lin, Ada",OT,9:00,9:40,3,15\n9/9/2025,5013,"Poe, Max",OT,9:00,9:20,1,15\n',
    )
    assert sorted(ledger.rows("sessions", "minutes")) == [(20,), (40,)]
