"""Sheets made of cards: labels with their values, the same ones again for each record."""

import pytest

from data.ingest import tables
from data.ingest.tables.grid import of_sheet
from data.ingest.tables.layouts import cards
from tests.data.sheets import reasons, records, sheet


def test_a_row_a_card_with_those_whom_it_is_of() -> None:
    (table,) = tables.find(
        sheet("""
Goal book
Student:|Ada Lin|ID:|071
Goal:   |Cuts   |   |
Target: |80%    |Due:|3/6/2026
Goal:   |Copies |   |
Target: |90%    |Due:|
Student:|Bo Oda |   |
Goal:   |Ties   |   |
Target: |4 of 5 |Due:|5/1/2026""")
    )
    assert table.headings == ("Goal", "Target", "Due", "Student", "ID")
    assert records(table) == [
        (3, "Cuts", "80%", "3/6/2026", "Ada Lin", "071"),
        (5, "Copies", "90%", None, "Ada Lin", "071"),
        (8, "Ties", "4 of 5", "5/1/2026", "Bo Oda", None),
    ]
    assert reasons(table) == {1: "banner", **dict.fromkeys((4, 6, 7, 9), "part of a record")}


def test_scores_under_the_days_of_one_goal() -> None:
    """A day without a score makes no record; a second pair of rows goes on where the first one ended."""
    (table,) = tables.find(
        sheet("""
Student: Ada Lin
Goal 1: |Cuts
Target: |80%
Date    |9/8/2025 |9/15/2025|9/22/2025
Score   |10%      |         |20%
Date    |10/6/2025|10/13/2025|
Score   |40%      |50%""")
    )
    assert table.headings == ("Goal", "Target", "Date", "Score", "Student")
    days = [(row, day, score) for row, _, _, day, score, _ in records(table)]
    assert days == [
        (5, "9/8/2025", "10%"), (5, "9/22/2025", "20%"), (7, "10/6/2025", "40%"), (7, "10/13/2025", "50%"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "drawn",
    [
        """
Student:|Ada Lin
Date    |Minutes|Service
9/8/2025|30     |OT
Student:|Bo Oda
Date    |Minutes|Service
9/9/2025|20     |OT""",
        """
Goal:  |Cuts
Target:|80%
Target:|90%
Goal:  |Copies
Target:|80%
Due:   |3/6/2026""",
        """
Goal:  |Cuts
Target:|80%
Score: |10%|20%
Goal:  |Copies
Target:|80%
Score: |10%|20%""",
    ],
)
def test_what_is_more_than_cards_stays_as_it_is(drawn: str) -> None:
    """Tables beneath their students; a label twice in a card; scores of no day."""
    grid = of_sheet(sheet(drawn))
    assert cards.listed(grid) is grid
