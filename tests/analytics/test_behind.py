"""Who is behind, by how much and since when."""

import pandas as pd

from analytics.compliance import behind_of

LINES = pd.DataFrame(
    {
        "student_id": ["S1", "S2", "S3", "S4"], "line_id": ["L1", "L1", "L1", "L1"],
        "sessions_short": [2.0, 1.9, 3.5, 2.5],
    }
)  # fmt: skip
ITEMS = pd.DataFrame(
    {
        "student_id": ["S1", "S1", "S2", "S3"], "line_id": ["L1", "L1", "L1", "L1"],
        "period_start": pd.to_datetime(["2025-11-01", "2025-10-01", "2025-09-01", "2025-12-01"]),
    }
)  # fmt: skip


def test_the_furthest_stand_first_each_since_its_oldest_short_period() -> None:
    """S2 is under two sessions; all that S4 lacks is for review, of which no period can be made up."""
    found = behind_of(LINES, ITEMS)
    assert found["student_id"].tolist() == ["S3", "S4", "S1"]
    assert [None if pd.isna(one) else f"{one:%b %d}" for one in found["short_since"]] == ["Dec 01", None, "Oct 01"]


def test_where_nobody_is_behind_there_is_no_row() -> None:
    assert behind_of(LINES.assign(sessions_short=0.0), ITEMS).empty
    assert len(behind_of(LINES, ITEMS.head(0))) == 3
