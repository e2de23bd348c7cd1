"""Rows that amend others of the same log."""

import pytest

from tests.data.sheets import cells, reasons, table

HEADINGS = "Record Type|Student ID|Service|Service Date|Start Time|Minutes"
FIRST, LATER = "ORIGINAL|40011|OT|10/01/2025|09:00|30", "AMENDED|40011|OT|10/01/2025|09:00|20"
OTHER = "ORIGINAL|40012|OT|10/01/2025|10:00|30"


def test_the_amended_row_counts() -> None:
    found = table(HEADINGS, FIRST, LATER, OTHER)
    assert cells(found, "Student ID", "Minutes") == [("40011", "20"), ("40012", "30")]
    assert reasons(found) == {2: "an amended row stands for it"}


def test_of_two_sessions_of_a_day_the_one_with_its_start() -> None:
    found = table(HEADINGS, FIRST, "ORIGINAL|40011|OT|10/01/2025|13:00|30", LATER)
    assert cells(found, "Start Time", "Minutes") == [("13:00", "30"), ("09:00", "20")]


@pytest.mark.parametrize(
    "rows",
    [
        (FIRST, LATER.replace("10/01", "10/02")),  # of another day
        (FIRST, LATER.replace("40011", "40012")),  # of another child
        (FIRST, LATER.replace("|OT|", "|PT|")),
        (FIRST, FIRST.replace("09:00", "13:00"), LATER.replace("09:00", "11:00")),  # of either
        (FIRST, OTHER),
    ],
)
def test_rows_that_all_stay(rows: tuple[str, ...]) -> None:
    assert len(table(HEADINGS, *rows).body) == len(rows)


def test_words_beside_make_it_another_column() -> None:
    rows = (FIRST, LATER.replace("AMENDED", "Amended IEP"), OTHER)
    assert len(table(HEADINGS, *rows).body) == 3


def test_what_a_cell_was_amended_to_counts_but_for_days() -> None:
    found = table(
        "Student|Date|Minutes|Status|Amended Minutes|Corrected Status|Amended Date",
        "Lin, Ada|9/8/2025|30|Present|||", "Dole, Bo|9/9/2025|30|Present|20||9/12/2025",
        "Dole, Bo|9/10/2025|30|Present||Absent|9/12/2025",
    )  # fmt: skip
    assert cells(found, "Date", "Minutes", "Status") == [
        ("9/8/2025", "30", "Present"), ("9/9/2025", "20", "Present"), ("9/10/2025", "30", "Absent"),
    ]  # fmt: skip


VOIDED = ("Log ID|Student ID|Service|Date|Minutes|State|{}", "7|101|OT|10/1/2025|30|Posted|")


@pytest.mark.parametrize(
    ("heading", "rows", "kept"),
    [
        ("Replaces Log ID", ("8|101|OT|10/8/2025|60|Void|", "9|101|OT|10/8/2025|30|Posted|8"), ["7", "9"]),
        ("Superseded By", ("8|101|OT|10/8/2025|60|Void|9", "9|101|OT|10/8/2025|30|Posted|"), ["7", "9"]),
        (
            "Replaces Log ID",
            ("8|101|OT|10/8/2025|60|Void|", "9|101|OT|10/8/2025|45|Void|8", "10|101|OT|10/8/2025|30|Posted|9"),
            ["7", "10"],
        ),
        ("Superseded By", ("8|101|OT|10/8/2025|60|Void|99", "9|101|OT|10/8/2025|30|Void|7"), ["7", "8"]),
        ("Replaces Log ID", ("8|101|OT|10/8/2025|60|Posted|", "9|101|OT|10/8/2025|30|Posted|8"), ["7", "8", "9"]),
    ],
)
def test_a_row_that_was_taken_back_goes_where_another_stands_for_it(
    heading: str, rows: tuple[str, ...], kept: list[str]
) -> None:
    """A replacement of a replacement stands for both; a row that isn't there stands for none, and what wasn't taken back
    stays."""
    found = table(VOIDED[0].format(heading), VOIDED[1], *rows)
    assert [one for (one,) in cells(found, "Log ID")] == kept
