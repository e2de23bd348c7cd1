"""Hours and minutes side by side: parts of one amount where hours are whole, else the same amount told twice."""

import pytest

from tests.data.loading import Ledger, counts, sheet_of

HEAD = "Student ID,Service,Date,Minutes,Hours,Status\n"


def log(*cells: str) -> str:
    return HEAD + "".join(f"{at},OT,9/8/2025,{one},Seen\n" for at, one in enumerate(cells, start=1))


@pytest.mark.parametrize(
    ("cells", "minutes"),
    [
        (("30,0.5", "45,0.75", "20,0.33"), [30, 45, 20]),
        (("30,0.5", ",0.75"), [30, 45]),
        (("30,0.5", "45,"), [30, 45]),
        (("30,1", "0,1", "45,0"), [90, 60, 45]),
    ],
)
def test_what_they_tell_together(ledger: Ledger, cells: tuple[str, ...], minutes: list[int]) -> None:
    """0.33 hours are 20 minutes, rounded; 1 hour and 30 minutes are 90."""
    ledger.load("log.csv", log(*cells))
    assert [one for (one,) in ledger.rows("sessions", "minutes", order="student_id")] == minutes


def test_a_row_in_which_they_differ_comes_back(ledger: Ledger) -> None:
    """30 minutes or 45 of the second child aren't 75; the others tell the same in both, and are no sums."""
    report = ledger.load("log.csv", log("30,0.5", "30,0.75", "45,0.75"))
    assert counts(sheet_of(report, "sessions")) == {"new": 2, "rejected": 1}
    assert ledger.rows("sessions", "student_id", "minutes", order="1") == [("1", 30), ("3", 45)]


def test_so_does_an_amount_of_a_line_that_is_asked_about(ledger: Ledger) -> None:
    """Half an hour a week, or 45 minutes: the line is listed as one whose amount can't be read."""
    head = "Student ID,Service,Hours per Week,Minutes per Week,Start,End\n"
    rows = (f"{who},OT,{cells},9/1/2025,6/5/2026\n" for who, cells in ((1, "0.5,30"), (2, "0.5,45"), (3, "1,60")))
    report = ledger.load("lines.csv", head + "".join(rows))
    assert [one.value for one in sheet_of(report, "service_lines").questions] == ["45 / 0.5 h"]
    assert ledger.rows("service_lines", "amount_minutes", "is_usable", order="student_id") == [
        (30, True), (None, False), (60, True),
    ]  # fmt: skip
