"""Cells merged down rows: what the first one says is said of all of them, and of no row besides."""

import io

import pytest
import xlsxwriter

from data.ingest import readers, tables
from data.ingest.readers import merges, wire, workbook
from tests.data.sheets import of_rows, reasons, records

ROWS = [
    ["Date", "Student ID", "Student", "Minutes"],
    ["2025-10-06", "11", "Ada Lin", 30],
    [None, "12", "Bo Oda", 45],
    [None, None, "Daily Total", 75],
    ["2025-10-08", "11", "Ada Lin", 20],
    [None, None, "Ada Lin", 25],
    [None, "", "Cy Ito", 15],
]


def merged(*ranges: str) -> bytes:
    """ROWS with cells merged; each range keeps what its first cell says."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Detail")
    for row, values in enumerate(ROWS):
        sheet.write_row(row, 0, values)
    for one in ranges:
        sheet.merge_range(one, ROWS[int(one[1]) - 1]["AB".index(one[0])])
    book.close()
    return out.getvalue()


def test_a_day_merged_over_its_sessions_and_an_id_over_its_two_rows() -> None:
    """Rows 2 to 4 are of the 6th, 5 and 6 of the 8th; row 6 is student 11's. Row 7 stands below both: it has neither."""
    (sheet,) = readers.read("t.xlsx", merged("A2:A4", "A5:A6", "B5:B6"))
    (table,) = tables.find(sheet)
    assert records(table) == [
        (2, "2025-10-06", "11", "Ada Lin", "30"),
        (3, "2025-10-06", "12", "Bo Oda", "45"),
        (5, "2025-10-08", "11", "Ada Lin", "20"),
        (6, "2025-10-08", "11", "Ada Lin", "25"),
        (7, None, None, "Cy Ito", "15"),
    ]
    assert reasons(table)[4] == "total"
    assert [note for note in table.notes if "filled" in note] == [
        "Merged cells of Date were filled from above.",
        "Merged cells of Student ID were filled from above.",
    ]


def test_both_ways_of_reading_tell_the_same_and_so_does_the_wire() -> None:
    """Column A: rows 2 to 4 and 5 to 6, B: 5 to 6, from 0 one less."""
    data = merged("A2:A4", "A5:A6", "B5:B6")
    (quick,), (slow,) = workbook.sheets("t.xlsx", data, "xlsx"), workbook._whole("t.xlsx", data, "xlsx")
    assert quick.merges == slow.merges == {0: ((1, 3), (4, 5)), 1: ((4, 5),)}
    out = io.BytesIO()
    wire.pack([quick], out)
    assert wire.unpack(out.getvalue())[0].merges == quick.merges


@pytest.mark.parametrize(
    ("ranges", "found"),
    [
        ([((0, 0), (0, 3))], {}),  # a banner goes across, not down
        ([((2, 1), (5, 3))], {1: ((2, 5),)}),  # down and across: by its first column
        ([((4, 0), (9, 0)), ((0, 0), (5, 0))], {0: ((0, 5),)}),  # rows 4 and 5 in both: the later one is passed over
        ([((0, 0), (1, 0)), ((2, 0), (3, 0))], {0: ((0, 1), (2, 3))}),
    ],
)
def test_only_what_goes_down_counts(
    ranges: list[tuple[tuple[int, int], tuple[int, int]]], found: merges.Merges
) -> None:
    assert merges.down(ranges) == found


def test_places_are_read_from_behind_the_rows() -> None:
    """AA is the 27th column, 26 from 0."""
    assert merges.of_tail(b'<mergeCells count="2"><mergeCell ref="AA3:AB4"/><x:mergeCell ref="B1:B2"/>') == {
        26: ((2, 3),), 1: ((0, 1),)}  # fmt: skip


def test_a_day_that_leads_its_students_is_filled_though_no_cell_is_merged() -> None:
    """As a csv keeps such a list: each day once, in its first row."""
    rows = [["Date", "Student", "Minutes"], ["10/6/2025", "Ada Lin", "30"], [None, "Bo Oda", "30"],
            ["10/8/2025", "Ada Lin", "30"], [None, "Bo Oda", "30"]]  # fmt: skip
    (table,) = tables.find(of_rows(rows))
    assert [row[1] for row in records(table)] == ["10/6/2025", "10/6/2025", "10/8/2025", "10/8/2025"]


def test_days_left_out_of_a_list_in_which_they_come_again_are_not_filled() -> None:
    """The 6th stands in two blocks, so the days are no blocks: a blank may be any day."""
    rows = [["Date", "Student", "Minutes"], ["10/6/2025", "Ada Lin", "30"], [None, "Bo Oda", "30"],
            ["10/6/2025", "Cy Ito", "30"], [None, "Bo Oda", "20"]]  # fmt: skip
    (table,) = tables.find(of_rows(rows))
    assert [row[1] for row in records(table)] == ["10/6/2025", None, "10/6/2025", None]


@pytest.mark.slow
def test_a_cell_merged_beyond_the_sheet_ends_with_it() -> None:
    """Merged to the last row that Excel has: no more rows come of it."""
    (sheet,) = readers.read("t.xlsx", merged("A5:A1048576"))
    (table,) = tables.find(sheet)
    assert [row[1] for row in records(table)] == ["2025-10-06", None, "2025-10-08", "2025-10-08", "2025-10-08"]
