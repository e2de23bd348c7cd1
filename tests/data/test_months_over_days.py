"""Grids kept by hand: months over the numbers of their days, names with an initial in an open corner, a key in one line."""

import pytest

from data.ingest.tables import years
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


def test_days_without_a_year_lie_within_the_plan_that_is_told_above(ledger: Ledger) -> None:
    """Of 9/8 and 9/22 only those of 2025 lie between 9/5/2025 and 9/4/2026; the make-up was for the 10th."""
    log = """Student: Ada Lin   ID: 77   School: Oak Elementary
IEP: 09/05/2025 - 09/04/2026
OT 2 x 30 min/week
Date,Length,Activity,Result
9/8,30,cutting,Seen
9/15,15,scissors,Seen - late arrival
9/22,30,MU for 9/10,Seen
"""
    assert counts(sheet_of(ledger.load("log.csv", log), "sessions")) == {"new": 3, "ignored": 3}
    assert ledger.rows("sessions", "session_date::varchar", "minutes::int", "status", "makes_up_date::varchar") == [
        ("2025-09-08", 30, "delivered", None), ("2025-09-15", 15, "partial", None),
        ("2025-09-22", 30, "make_up", "2025-09-10"),
    ]  # fmt: skip


def test_a_day_that_lies_twice_within_spans_has_no_year_by_them() -> None:
    """January 5 lies in both plans, Sept 4 in one of them, and a span of more than a year tells nothing."""
    plans = ("9/5/2024 - 9/4/2025", "9/5/2025 to 9/4/2026")
    assert years.within(1, 5, plans) is None
    assert years.within(1, 5, plans[1:]) == 2026
    assert years.within(9, 4, plans[1:]) == 2026
    assert years.within(2, 30, plans[1:]) is None
    assert years.within(1, 5, ("1/1/2024 - 9/4/2026",)) is None


@pytest.mark.parametrize(
    ("cell", "told"), [("", {"new": 9, "ignored": 2}), ("30", {"new": 9, "waiting": 1, "ignored": 2})]
)
def test_a_remark_of_one_day_is_of_no_other(ledger: Ledger, cell: str, told: dict[str, int]) -> None:
    """No school on the 15th: the other days are as their cells say; minutes on that day contradict it."""
    grid = f"""Oct-25,,,,,,,
Pupil,Svc,1,8,15,22,29,Comments
Lin,OT,30,30,{cell},30,30,no school 10/15
Moss,OT,30,30,ab,30,30,
ab = student absent,,,,,,,
"""
    assert counts(sheet_of(ledger.load("grid.csv", grid), "sessions")) == told
    days = ledger.rows("sessions", "distinct session_date::varchar", order="1")
    assert days == [("2025-10-01",), ("2025-10-08",), ("2025-10-15",), ("2025-10-22",), ("2025-10-29",)]


def test_a_last_row_of_one_sum_is_nobodys(ledger: Ledger) -> None:
    """30 + 30 + 20 = 80: a total without a word; 70 would be a row that lacks its day."""
    log = (
        "Student ID,Date,Service,Minutes,Note\n7,10/1/2025,OT,30,a\n7,10/8/2025,OT,30,\n7,10/15/2025,OT,20,b\n,,,{},\n"
    )
    assert counts(sheet_of(ledger.load("one.csv", log.format(80)), "sessions")) == {"new": 3, "ignored": 1}
    assert "rejected" in counts(sheet_of(ledger.load("two.csv", log.format(70)), "sessions"))
