"""Grids kept by hand: months over the numbers of their days, names with an initial in an open corner, a key in one line."""

import pytest

from data.ingest.values import names
from tests.data.loading import Ledger, counts, sheet_of
from tests.data.sheets import table

ROWS = """Lin A.,30,ab,30,mtg
Moss B.,20,20,20,mtg
,,,,
ab = student absent   mtg = therapist at meeting,,,,
"""


def _sessions(ledger: Ledger, text: str) -> list[tuple[object, ...]]:
    sheet = sheet_of(ledger.load("grid.csv", text), "sessions")
    assert counts(sheet)["new"] == 8
    return ledger.rows("sessions", "source_row", "session_date::varchar", "minutes::int", "status", "reason")


@pytest.mark.parametrize("corner", ["Student", ""])
def test_months_over_the_numbers_of_their_days(ledger: Ledger, corner: str) -> None:
    """Of two students on four days one was absent on Sept 25, and on Oct 9 the therapist was at a meeting."""
    grid = f"OT attendance 2025-26,,,,\n{corner},Sept,,Oct,\n,18,25,2,9\n{ROWS}"
    assert _sessions(ledger, grid) == [
        (4, "2025-09-18", 30, "delivered", None), (4, "2025-09-25", None, "missed", "student_absent"),
        (4, "2025-10-02", 30, "delivered", None), (4, "2025-10-09", None, "missed", "provider_meeting"),
        (5, "2025-09-18", 20, "delivered", None), (5, "2025-09-25", 20, "delivered", None),
        (5, "2025-10-02", 20, "delivered", None), (5, "2025-10-09", None, "missed", "provider_meeting"),
    ]  # fmt: skip


def test_names_with_an_initial_under_an_open_corner(ledger: Ledger) -> None:
    """No title speaks of attendance, but the key says that a student was absent."""
    grid = f"OT 2025-26,,,,\n,9/18,9/25,10/2,10/9\n{ROWS}"
    found = _sessions(ledger, grid)
    assert [minutes for _, _, minutes, *_ in found] == [30, None, 30, None, 20, 20, 20, None]


@pytest.mark.parametrize("over", ["|Sept||Oct", "Room|Sept|||", "Lunch|Sept||Oct|"])
def test_other_rows_over_numbers_are_no_months_of_students(over: str) -> None:
    """A number that falls has its month above it, and the corner is the students' or names them."""
    found = table(over, "|18|25|2|9", "Room B|30|5|30|4", "Room C|20|20|20|8")
    assert "Date" not in found.headings


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Abbott L.", True), ("Lena A", True), ("J. Moss", True), ("O’Hara, K", True), ("Room B", False), ("Group A", False),
     ("AB", False), ("Lena", False), ("Day 3", False)],
)  # fmt: skip
def test_a_name_with_an_initial(text: str, is_one: bool) -> None:
    assert names.is_initialled(text) is is_one
