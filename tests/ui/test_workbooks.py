"""Workbooks that people open and print: widths, formats, headings on each page."""

import io

import openpyxl
import pandas as pd

from ui.parts import tables
from ui.parts.tables import Col

COLUMNS = {
    "student": Col("Student"), "minutes": Col("Minutes", "minutes"), "expected": Col("Expected", "hours"),
    "rate": Col("Delivered %", "rate"), "seen": Col("Last seen", "date"),
}  # fmt: skip
FRAME = pd.DataFrame(
    {
        "student": ["Balogun-Price, Xiomara Annabella", "Osei, Jamal"], "minutes": [29.99999999999999, 14.28571428571429],
        "expected": [228.0, 65467.0], "rate": [0.5, 0.9123], "seen": [pd.Timestamp("2026-01-12"), pd.NaT],
    }
)  # fmt: skip


def sheet() -> openpyxl.worksheet.worksheet.Worksheet:
    content = tables.as_xlsx(tables.shown(FRAME, COLUMNS), COLUMNS, "Birch")
    return openpyxl.load_workbook(io.BytesIO(content))["Table"]


def test_numbers_are_whole_and_written_as_on_screen() -> None:
    cells = [[(cell.value, cell.number_format) for cell in row[1:4]] for row in sheet().iter_rows(min_row=2)]
    assert cells == [
        [(30, "#,##0"), (3.8, "#,##0.0"), (50, "0.0")],
        [(14.285714286, "#,##0"), (1091.116667, "#,##0.0"), (91.23, "0.0")],
    ]


def test_a_column_is_as_wide_as_its_longest_text_or_heading() -> None:
    """The longest name has 32 letters; *Delivered %* has 11, with room for the arrow beside it."""
    widths = sheet().column_dimensions
    assert int(widths["A"].width) == 32 + 2
    assert int(widths["D"].width) == 11 + 4


def test_a_sheet_prints_as_wide_as_a_page_with_its_headings_on_each() -> None:
    found = sheet()
    assert (found.page_setup.orientation, found.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", True)
    assert found.page_setup.fitToHeight == 0
    assert found.print_title_rows == "$1:$1"
    assert found.auto_filter.ref == "A1:E3"
