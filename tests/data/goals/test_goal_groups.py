"""Goals side by side, each before its grading periods: what is and isn't such a row."""

import pytest

from data.ingest.tables.layouts import goal_groups
from tests.data.sheets import cells, table


def test_each_goal_has_its_own_periods() -> None:
    found = table(
        "Student|Goal 1|Goal 1 Q1|Goal 1 Q2|Goal 2|Goal 2 Q1|Goal 2 Q2", "Lu Ender|Cuts|35%|45%|Buttons|10%|20%"
    )
    assert cells(found, "Goal", "Grading Period", "Score") == [
        ("Cuts", "Q1", "35%"), ("Cuts", "Q2", "45%"), ("Buttons", "Q1", "10%"), ("Buttons", "Q2", "20%"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heads",
    [
        "Student|Goal 1|Q1|Q2|Goal 3|Q1|Q2",
        "Student|Goal 1|Q1|Q2|Goal 2|Q1",
        "Student|Goal 1|G1 Q1|G1 Q2|Goal 2|G1 Q3|G1 Q4",
        "Student|Goal 1|Baseline 1|Goal 2|Baseline 2",
        "Student|Goal 1|Q1|Q2",
    ],
)
def test_other_rows_with_numbered_goals_are_left_to_others(heads: str) -> None:
    """Goals that aren't counted on, or have other columns behind them, or none of periods."""
    headings = tuple(heads.split("|"))
    assert goal_groups.melt(headings, [], {}) is None
