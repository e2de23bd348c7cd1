"""Who is on the watch list (rules 6, decision 0582), on lines seen every Monday from Sep 1, 2025, as of Nov 28.

`.` seen, `a` absent, `u` absent without excuse, `r` refused, `p` the provider was absent, `m` a make-up, `h` half a session
and absent.

| line | Mondays | last twelve | told |
|---|---|---|---|
| L1 | `.aaa` | 3 of 4, 3 in a row | in a row: four are enough |
| L2 | `.a.a.a` | 3 of 6 | not: no three in a row, and no twelve |
| L3 | `..a..u...a...` | 3 of 12 | a quarter of twelve |
| L4 | `a.a..a.......` | 2 of 12 | not: the first of the three is the thirteenth back |
| L5 | `...arr.......` | 1 of 12 | not: who refuses isn't absent |
| L6 | `aapa` | 3 of 4, 2 in a row | not |
| L7 | `.aama` | make-up isn't planned: 3 of 4, 3 in a row | in a row |
| L8 | `.aah` | 2 of 4 | not: who came for a half was seen |
| L9 | `.aaa`, the line ends on Oct 31 | | not: no longer in force |
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from analytics import ledger
from analytics.scope import EVERYTHING, Selection
from tests.analytics.test_overview import CALENDAR
from tests.data.loading import Ledger

AS_OF = date(2025, 11, 28)
SEEN = {
    "L1": ".aaa", "L2": ".a.a.a", "L3": "..a..u...a...", "L4": "a.a..a.......", "L5": "...arr.......", "L6": "aapa",
    "L7": ".aama", "L8": ".aah", "L9": ".aaa",
}  # fmt: skip
TOLD = {
    ".": "30,Delivered,", "a": "0,Missed,Student absent", "u": "0,Missed,Unexcused absence", "r": "0,Missed,Student refused",
    "p": "0,Missed,Provider absent", "m": "30,Make-up,", "h": "15,Partial,Student absent",
}  # fmt: skip
LINES = "Line ID,Student ID,Service,Frequency,Start Date,End Date,School,Provider ID\n" + "".join(
    f"{line},S{line[1:]},OT,1 x 30 min Weekly,09/01/2025,{'10/31' if line == 'L9' else '11/28'}/2025,Birch,T1\n"
    for line in SEEN
)
LOG = "Student ID,Service,Session Date,Minutes,Status,Reason,Provider ID\n" + "".join(
    f"S{line[1:]},OT,{date(2025, 9, 1) + timedelta(days=7 * week):%m/%d/%Y},{TOLD[mark]},T1\n"
    for line, marks in SEEN.items()
    for week, mark in enumerate(marks)
)


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    made = Ledger.holding(
        Path(tmp_path_factory.mktemp("watched")), ("calendar.csv", CALENDAR), ("lines.csv", LINES), ("log.csv", LOG)
    )
    with made.store.cursor() as cursor:
        yield cursor
    made.close()


def test_who_is_on_it_and_why(cur: duckdb.DuckDBPyConnection) -> None:
    found = ledger.watch_list(cur, EVERYTHING, AS_OF).set_index("line_id")
    told = found[["absences", "planned_sessions", "in_a_row", "why"]]
    assert {str(line): tuple(row) for line, row in told.iterrows()} == {
        "L1": (3, 4, 3, "in_a_row"), "L3": (3, 12, 1, "quarter"), "L7": (3, 4, 3, "in_a_row"),
    }  # fmt: skip
    assert found["last_absence"]["L3"].date() == date(2025, 11, 3)
    assert found["last_seen"]["L1"].date() == date(2025, 9, 1)


def test_it_stands_as_of_a_day_and_for_a_choice(cur: duckdb.DuckDBPyConnection) -> None:
    """On Sep 21 L1 had been absent twice; L9 was in force until Oct 31. L4's three of twelve were so until Nov 23."""
    assert ledger.watch_list(cur, EVERYTHING, date(2025, 9, 21)).empty
    assert set(ledger.watch_list(cur, EVERYTHING, date(2025, 10, 31))["line_id"]) == {"L1", "L7", "L9"}
    assert set(ledger.watch_list(cur, EVERYTHING, date(2025, 11, 23))["line_id"]) == {"L1", "L3", "L4", "L7"}
    one = ledger.watch_list(cur, EVERYTHING, AS_OF, Selection(students=("S3",)))
    assert one["line_id"].tolist() == ["L3"]
