"""Lines that a later IEP's file lacks go on, not confirmed by it (rules 3), on lists of three months.

| student | IEP of August | IEP from Sep 15 | then |
|---|---|---|---|
| S1 | I1: OT L1, SLP L2 | I2: OT L3 | L3 ended L1; L2 isn't confirmed since Sep 15, for September's list has OT alone |
| S2 | I3: SLP L4 | I4: OT L5 | October's list tells L4 again: confirmed |
| S3 | I5: SLP L6 | none | no later IEP: nothing to confirm |
| S4 | no id: SLP L7 | I6: OT L8 | not confirmed, as S1's |
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from analytics import findings, ledger
from analytics.scope import EVERYTHING, Selection
from tests.analytics.test_overview import CALENDAR
from tests.data.loading import Ledger

HEAD = "Line ID,Student ID,IEP ID,Service,Frequency,Start Date,End Date,School,Provider ID\n"
AUGUST = HEAD + "".join(
    f"{line},{student},{iep},{service},1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1\n"
    for line, student, iep, service in (
        ("L1", "S1", "I1", "OT"), ("L2", "S1", "I1", "SLP"), ("L4", "S2", "I3", "SLP"), ("L6", "S3", "I5", "SLP"),
        ("L7", "S4", "", "SLP"),
    )
)  # fmt: skip
SEPTEMBER = "Setting," + HEAD + "".join(
    f"Push-in,{line},{student},{iep},OT,1 x 30 min Weekly,09/15/2025,11/28/2025,Birch,T1\n"
    for line, student, iep in (("L3", "S1", "I2"), ("L5", "S2", "I4"), ("L8", "S4", "I6"))
)  # fmt: skip
OCTOBER = "Kind," + HEAD + "Direct,L4,S2,I3,SLP,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1\n"
SINCE = date(2025, 9, 15)


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    made = Ledger.holding(
        Path(tmp_path_factory.mktemp("unconfirmed")),
        ("calendar.csv", CALENDAR), ("august.csv", AUGUST), ("september.csv", SEPTEMBER), ("october.csv", OCTOBER),
    )  # fmt: skip
    with made.store.cursor() as cursor:
        yield cursor
    made.close()


def told(cur: duckdb.DuckDBPyConnection, as_of: date) -> list[tuple[str, str]]:
    found = findings.rows(cur, EVERYTHING, as_of, finding="not_confirmed")
    return list(zip(found["student_id"], found["line_id"], strict=True))


def test_lines_that_the_later_file_lacks(cur: duckdb.DuckDBPyConnection) -> None:
    assert told(cur, date(2025, 10, 31)) == [("S1", "L2"), ("S4", "L7")]
    assert told(cur, date(2025, 9, 14)) == []
    lines = ledger.unconfirmed(cur, EVERYTHING, date(2025, 10, 31), Selection(students=("S1",)))
    assert [day.date() for day in lines["unconfirmed_since"]] == [SINCE]


def test_they_count_on(cur: duckdb.DuckDBPyConnection) -> None:
    """Nothing is logged: all that is promised on the 45 days of Sep 1 to Oct 31 is on days that aren't loaded, 9 x 30 of L2."""
    rows = ledger.by(cur, EVERYTHING, date(2025, 10, 31), keys=("line",)).set_index("line")
    assert rows["uncovered_minutes"]["L2"] == pytest.approx(9 * 30)
    assert rows["uncovered_minutes"]["L1"] == pytest.approx(2 * 30)
