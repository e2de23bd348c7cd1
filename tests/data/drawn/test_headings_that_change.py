"""A row of headings further down of which one is another: what stands beneath is told by it."""

import pytest

from tests.data.loading import Ledger

LOG = "Date,Student ID,Service,{0},Status\n9/8/2025,7001,OT,30,Delivered\nDate,Student ID,Service,{1},Status\n9/9/2025,7002,OT,{2},Delivered\n"  # noqa: E501
LINES = "Student ID,Service,{0},Start,End\n7001,OT,30,9/1/2025,6/5/2026\nStudent ID,Service,{1},Start,End\n7002,OT,60,9/1/2025,6/5/2026\n"  # noqa: E501


@pytest.mark.parametrize(
    ("first", "second", "cell", "minutes"),
    [("Minutes", "Hours", "1", 60), ("Hours", "Minutes", "45", 45), ("Min", "Minutes", "45", 45)],
)
def test_the_unit_is_that_of_the_headings_above(
    ledger: Ledger, first: str, second: str, cell: str, minutes: int
) -> None:
    """1 under Hours are 60 minutes, also where Minutes stood before; Min and Minutes are one heading."""
    ledger.load(
        "log.csv", LOG.format(first, second, cell).replace(",OT,30,", ",OT,0.5," if first == "Hours" else ",OT,30,")
    )
    assert ledger.rows("sessions", "student_id", "minutes") == [("7001", 30), ("7002", minutes)]


@pytest.mark.parametrize(
    ("first", "second", "cycles"),
    [
        ("Minutes per Week", "Minutes per Month", ["week", "month"]),
        ("Minutes per Month", "Minutes per Year", ["month", "year"]),
        ("Minutes per Week", "Min/Wk", ["week", "week"]),
    ],
)
def test_the_cycle_is_that_of_the_headings_above(ledger: Ledger, first: str, second: str, cycles: list[str]) -> None:
    ledger.load("lines.csv", LINES.format(first, second))
    found = ledger.rows("service_lines", "amount_minutes", "cycle", order="student_id")
    assert found == list(zip((30, 60), cycles, strict=True))
