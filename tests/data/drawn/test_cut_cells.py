"""Headings and names that were cut at a comma of their own are whole again; what only looks so stays."""

from data.ingest.model import Table
from data.ingest.tables import finding
from tests.data.sheets import cells, sheet


def _found(*rows: str) -> Table:
    return finding.find(sheet("\n".join(rows)))[0]


def test_a_heading_whose_brackets_were_cut_is_one() -> None:
    found = _found("Student (Last|First)|Svc|Date|Min|", "Pell, Ada|OT|10/1/2025|30||", "Quill, Ben|PT|10/2/2025|45||")
    assert found.headings == ("Student (Last, First)", "Svc", "Date", "Min")
    assert cells(found, "Svc", "Date") == [("OT", "10/1/2025"), ("PT", "10/2/2025")]


def test_brackets_that_close_elsewhere_or_of_as_many_cells_stay() -> None:
    """Each heading has its own column beneath."""
    found = _found("Student (Last|First)|Svc|Date", "Pell|Ada|OT|10/1/2025", "Quill|Ben|PT|10/2/2025")
    assert found.headings[:2] == ("Student (Last", "First)")


def test_names_that_were_cut_in_each_row_are_whole() -> None:
    rows = "OT|Pell|Ada|10/1/2025|30|", "PT|Quill|Ben|10/2/2025|45|Present"
    found = _found("Svc|Student Name|Date|Min|Status|", *rows)
    assert cells(found, "Student Name", "Date", "Min", "Status") == [
        ("Pell, Ada", "10/1/2025", "30", None), ("Quill, Ben", "10/2/2025", "45", "Present"),
    ]  # fmt: skip


def test_a_last_column_without_a_heading_cuts_no_name() -> None:
    rows = "Ada|Ray|10/1/2025|30|makeup", "Ben|Lee|10/2/2025|45|late"
    found = _found("Student|Therapist|Date|Min|", *rows)
    assert cells(found, "Student", "Therapist", "Date") == [("Ada", "Ray", "10/1/2025"), ("Ben", "Lee", "10/2/2025")]
