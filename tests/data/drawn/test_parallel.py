"""Lists that run beside one another in the cells of a row."""

import pytest

from tests.data.sheets import cells, table

HEADINGS = "Student|Services|Minutes|Frequency"


def test_each_place_of_the_lists_is_a_record() -> None:
    found = table(HEADINGS, "Ava Lund|OT; SLP|30; 20|2x weekly; 3x weekly", "Ben Moor|PT|45|2x monthly")
    assert cells(found, "Student", "Services", "Minutes", "Frequency") == [
        ("Ava Lund", "OT", "30", "2x weekly"), ("Ava Lund", "SLP", "20", "3x weekly"), ("Ben Moor", "PT", "45", "2x monthly"),
    ]  # fmt: skip


def test_what_is_told_once_is_of_all() -> None:
    found = table(HEADINGS, "Ava Lund|OT; SLP|30; 20|2x weekly")
    assert cells(found, "Services", "Frequency") == [("OT", "2x weekly"), ("SLP", "2x weekly")]


@pytest.mark.parametrize(
    "row",
    [
        "Ava Lund|OT; SLP|30; 20; 15|2x weekly; 3x weekly",  # whose are the 15
        "Ava Lund|OT; SLP|30;|2x weekly; 3x weekly",
        "Ava Lund|OT; Room 4|30; 20|2x weekly; 3x weekly",  # no two services
    ],
)
def test_lists_that_do_not_agree_stay_whole(row: str) -> None:
    assert len(table(HEADINGS, row, "Ben Moor|PT|45|2x monthly").body) == 2


def test_commas_part_services_and_their_amounts() -> None:
    """And neither days nor names."""
    heads = "Student|Services|Minutes|Start Date|Case Manager"
    found = table(heads, "Ava Lund|OT, SLP|30, 20|Sep 8, 2025|Poe, Ivo", "Ben Moor|PT|45|Sep 8, 2025|Poe, Ivo")
    assert cells(found, "Services", "Minutes", "Start Date", "Case Manager") == [
        ("OT", "30", "Sep 8, 2025", "Poe, Ivo"), ("SLP", "20", "Sep 8, 2025", "Poe, Ivo"),
        ("PT", "45", "Sep 8, 2025", "Poe, Ivo"),
    ]  # fmt: skip


@pytest.mark.parametrize("amounts", ["30, 20, 15", "30", "Poe, Ivo"])
def test_commas_that_list_no_amount_for_each_service_part_nothing(amounts: str) -> None:
    assert len(table("Student|Services|Minutes", f"Ava Lund|OT, SLP|{amounts}", "Ben Moor|PT|45").body) == 2
