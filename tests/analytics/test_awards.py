"""Balances of compensatory awards (rules 4, decision 0581), on sessions counted by hand as of Oct 31, 2025.

| award | awarded | given | left | beyond |
|---|---|---|---|---|
| C1 of S1, OT | 600 | 30 + 30 = 60 (one was missed, one is in November) | 540 | 0 |
| C2 of S1, SLP | 60 | 45 + 30 = 75 (30 of them OT: the session names C2) | 0 | 15 |
| C3 of S2, OT | 90 | none: S1's session that names C3 isn't S2's | 90 | 0 |
| C4 of S2, OT, of Nov 3 | not yet | | | |
| C3 of S1, C9 of S2 | not on file | 20, 25 | | |

L1 is S1's line of 30 minutes of OT a week: no minute of these is credited to it.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from analytics import awards, findings, ledger
from analytics.scope import EVERYTHING, Selection
from tests.analytics.test_overview import CALENDAR
from tests.data.loading import Ledger

AS_OF = date(2025, 10, 31)
AWARDS = """Award ID,Student ID,Service,Minutes,Awarded On
C1,S1,OT,600,09/02/2025
C2,S1,SLP,60,
C3,S2,OT,90,09/02/2025
C4,S2,OT,120,11/03/2025
"""
LINES = """Line ID,Student ID,Service,Frequency,Start Date,End Date,School,Provider ID
L1,S1,OT,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1
"""
LOG = """Session ID,Student ID,Service,Session Date,Minutes,Status,Reason,Award ID,Provider ID
A1,S1,OT,09/09/2025,30,Delivered,,C1,T1
A2,S1,OT,09/16/2025,30,Delivered,,C1,T1
A3,S1,OT,09/23/2025,30,Missed,Student absent,C1,T1
A4,S1,OT,11/04/2025,30,Delivered,,C1,T1
A5,S1,SLP,09/10/2025,45,Delivered,,C2,T2
A6,S1,OT,09/11/2025,30,Delivered,,C2,T1
A7,S1,OT,09/12/2025,20,Delivered,,C3,T1
A8,S2,OT,09/12/2025,25,Delivered,,C9,T1
A9,S1,OT,09/15/2025,30,Delivered,,,T1
"""
WORKED_OUT: dict[tuple[str, str], tuple[Any, ...]] = {
    ("C1", "S1"): (600, 60, 540, 0, 2, date(2025, 9, 16)),
    ("C2", "S1"): (60, 75, 0, 15, 2, date(2025, 9, 11)),
    ("C3", "S2"): (90, 0, 90, 0, 0, None),
    ("C3", "S1"): (None, 20, None, None, 1, date(2025, 9, 12)),
    ("C9", "S2"): (None, 25, None, None, 1, date(2025, 9, 12)),
}


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    made = Ledger.holding(
        Path(tmp_path_factory.mktemp("awards")),
        ("calendar.csv", CALENDAR), ("lines.csv", LINES), ("awards.csv", AWARDS), ("log.csv", LOG),
    )  # fmt: skip
    with made.store.cursor() as cursor:
        yield cursor
    made.close()


def told(cur: duckdb.DuckDBPyConnection, **choice: Any) -> dict[tuple[str, str], tuple[Any, ...]]:
    frame = awards.balances(cur, EVERYTHING, AS_OF, Selection(**choice)).astype("object")
    frame = frame.where(frame.notna(), None)
    names = ["awarded_minutes", "delivered_minutes", "left_minutes", "beyond_minutes", "sessions", "last_session"]
    return {
        (row.award_id, row.student_id): tuple(
            value.date() if hasattr(value, "date") else value for value in (getattr(row, name) for name in names)
        )
        for row in frame.itertuples()
    }


def test_what_is_left_of_each(cur: duckdb.DuckDBPyConnection) -> None:
    assert told(cur) == WORKED_OUT
    frame = awards.balances(cur, EVERYTHING, AS_OF)
    assert frame["is_on_file"].tolist() == [True, True, True, False, False]
    assert frame["source_row"].iloc[0] == 2


def test_they_are_chosen_by_student_service_and_therapist(cur: duckdb.DuckDBPyConnection) -> None:
    """C1 is of S1's OT, whose line is T1's; nobody has a line of S1's SLP or of S2."""
    assert set(told(cur, services=("SLP",))) == {("C2", "S1")}
    assert set(told(cur, students=("S2",))) == {("C3", "S2"), ("C9", "S2")}
    assert set(told(cur, providers=("T1",))) == {("C1", "S1"), ("C3", "S1")}


def test_no_minute_of_them_is_in_the_ledger(cur: duckdb.DuckDBPyConnection) -> None:
    """Only A9 is: 30 minutes."""
    row = ledger.by(cur, EVERYTHING, AS_OF).iloc[0]
    assert (row["delivered_minutes"], row["outside_mandate_minutes"]) == (30, 0)


def test_unknown_and_exceeded_awards_are_findings(cur: duckdb.DuckDBPyConnection) -> None:
    unknown = findings.rows(cur, EVERYTHING, AS_OF, finding="unknown_award")
    assert list(zip(unknown["student_id"], unknown["line_id"], unknown["minutes"], strict=True)) == [
        ("S1", "C3", 20), ("S2", "C9", 25),
    ]  # fmt: skip
    assert unknown["source_row"].tolist() == [8, 9]
    exceeded = findings.rows(cur, EVERYTHING, AS_OF, finding="award_exceeded")
    assert list(zip(exceeded["line_id"], exceeded["minutes"], strict=True)) == [("C2", 75 - 60)]
