"""A table's own words for its columns and rows."""

import pyarrow as pa

from data.ingest.model import LeftOut, Table, body_of


def _table() -> Table:
    """Rows 3 to 5 of a sheet: two names in the first, none in the last."""
    body = body_of((["Ada; Bo", "Cy", None], ["10/2", "10/3", "10/4"], ["30", "20", "15"]))
    return Table("Log", ("Student", "Date", "Min"), body, pa.array([3, 4, 5], pa.int32()), 2, (LeftOut(6, "total"),))


def _rows(table: Table) -> list[tuple[str | None, ...]]:
    return list(zip(*(column.to_pylist() for column in table.body.columns), strict=True))


def test_each_part_of_a_cell_is_a_record_with_its_own_row_number_and_a_blank_one_stays() -> None:
    found = _table().in_parts({0: [["Ada", "Bo"], ["Cy"], []]})
    assert _rows(found) == [("Ada", "10/2", "30"), ("Bo", "10/2", "30"), ("Cy", "10/3", "20"), (None, "10/4", "15")]
    assert found.row_numbers.to_pylist() == [3, 3, 4, 5]


def test_a_shorter_column_of_parts_leaves_the_other_records_without() -> None:
    found = _table().in_parts({0: [["Ada", "Bo"], ["Cy"], []], 2: [["30"], ["20"], ["15"]]})
    assert [row[2] for row in _rows(found)] == ["30", None, "20", "15"]


def test_columns_take_the_place_of_one_and_others_go() -> None:
    found = _table().instead(1, {"Start": ["9", "9", "9"], "End": ["10", "10", "10"]}).without(0).called(0, "From")
    assert found.headings == ("From", "End", "Min")
    assert _rows(found)[0] == ("9", "10", "30")


def test_rows_that_are_left_out_are_told_by_their_number_in_the_sheet_in_order() -> None:
    found = _table().leaving({2}, "nobody's time").noted("Lunch is no session.")
    assert found.left_out == (LeftOut(5, "nobody's time"), LeftOut(6, "total"))
    assert found.row_numbers.to_pylist() == [3, 4]
    assert found.notes == ("Lunch is no session.",)


def test_a_column_is_all_of_a_kind_where_it_holds_something_and_blank_cells_say_nothing() -> None:
    found = _table().also("Note", [None, " ", ""])
    assert found.all_are(0, str.istitle) and found.all_are(2, str.isdigit)
    assert not found.all_are(1, str.isdigit) and not found.all_are(3, str.isdigit)
