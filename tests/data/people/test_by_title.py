"""Columns that each name a title of who treats, over initials or names of whoever gave the session."""

import pytest

from tests.data.sheets import cells, table

ROWS = ("9/8/2025|Abara, Nell|30|{}|", "9/15/2025|Abara, Nell|30||{}", "9/16/2025|Boone, Cy|30|{}|")


@pytest.mark.parametrize(
    ("headings", "people", "roles"),
    [
        ("PT|PTA", ("KA", "BT"), ("PT", "PTA")), ("OT initials|COTA initials", ("KA", "BT"), ("OTR", "COTA")),
        ("SLP|SLPA", ("Amundsen, Kirsten", "Tom Burke"), ("SLP", "SLPA")),
    ],
)  # fmt: skip
def test_they_are_one_column_of_who_gave_each_session(
    headings: str, people: tuple[str, str], roles: tuple[str, str]
) -> None:
    rows = [row.format(who) for row, who in zip(ROWS, (*people, people[0]), strict=True)]
    found = table(f"Date|Student|Min|{headings}", *rows)
    assert cells(found, "Provider", "Provider Role") == [(people[at], roles[at]) for at in (0, 1, 0)]


@pytest.mark.parametrize(
    ("headings", "cells_of"),
    [
        ("PT|OT", ("KA", "BT")),  # of two services
        ("PT|PTA", ("30", "20")),  # minutes
        ("PT|PTA", ("PA", "SA")),  # what became of it
        ("PT|PTA", ("KA", "x")),
    ],
)
def test_other_columns_stay(headings: str, cells_of: tuple[str, str]) -> None:
    rows = [row.format(cell) for row, cell in zip(ROWS, (*cells_of, cells_of[0]), strict=True)]
    assert "Provider Role" not in table(f"Date|Student|Min|{headings}", *rows).headings


def test_two_of_one_session_stay_apart() -> None:
    found = table("Date|Student|Min|PT|PTA", "9/8/2025|Abara, Nell|30|KA|BT", "9/9/2025|Boone, Cy|30|KA|")
    assert found.headings == ("Date", "Student", "Min", "PT", "PTA")
