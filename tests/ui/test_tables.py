"""Tables: the units of the screen, and downloads that no spreadsheet runs."""

import csv
import io
import pickle
from datetime import date

import openpyxl
import pandas as pd

from ui.parts import tables
from ui.parts.tables import Col

COLUMNS = {
    "name": Col("School"),
    "expected_minutes": Col("Expected", "hours", "Minutes that the IEP lines promise to date"),
    "adjusted_rate": Col("Delivered", "rate"),
    "seen": Col("Last seen", "date"),
}
FRAME = pd.DataFrame(
    {
        "seen": pd.to_datetime(["2025-10-31", None]),
        "name": ["=HYPERLINK(1)", "Ødegård"],
        "expected_minutes": [90.0, -30.0],
        "adjusted_rate": [0.5, float("nan")],
        "birth_date": ["2015-01-01", "2015-01-02"],
    }
)


def test_only_named_columns_reach_the_screen_in_their_order_and_units() -> None:
    table = tables.shown(FRAME, COLUMNS)
    assert list(table.columns) == ["name", "expected_minutes", "adjusted_rate", "seen"]
    assert table["expected_minutes"].tolist() == [1.5, -0.5]  # 90 / 60 and -30 / 60
    assert table["adjusted_rate"].iloc[0] == 50.0  # 0.5 as %


def test_an_empty_frame_has_the_same_columns() -> None:
    assert list(tables.shown(FRAME.head(0), COLUMNS).columns) == list(COLUMNS)


def test_csv_neutralises_text_and_leaves_numbers() -> None:
    text = tables.as_csv(tables.shown(FRAME, COLUMNS), COLUMNS).decode("utf-8-sig")
    heading, first, second = text.splitlines()
    assert heading == "School,Expected (hours),Delivered (%),Last seen"
    assert first == "'=HYPERLINK(1),1.5,50.0,2025-10-31"
    assert second == "Ødegård,-0.5,,"


def test_a_csv_says_what_it_is_in_its_first_row() -> None:
    marked = tables.as_csv(tables.shown(FRAME, COLUMNS), COLUMNS, "Birch; data as of Oct 31").decode("utf-8-sig")
    rows = list(csv.reader(marked.splitlines()))
    assert [row[-1] for row in rows] == ["Minute Ledger: what this is", "Birch; data as of Oct 31", ""]
    assert [len(row) for row in rows] == [5, 5, 5]
    none = tables.as_csv(tables.shown(FRAME.head(0), COLUMNS), COLUMNS, "Birch").decode("utf-8-sig")
    assert none.rstrip().endswith(",Minute Ledger: what this is")


def test_xlsx_holds_no_formula_and_explains_its_columns() -> None:
    content = tables.as_xlsx(tables.shown(FRAME, COLUMNS), COLUMNS, "Birch, data as of Oct 31")
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for row in book["Table"].iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert book["Table"]["B3"].value == -0.5
    assert book["Table"]["D2"].value.isoformat() == "2025-10-31T00:00:00"
    about = [tuple(cell.value for cell in row) for row in book["About"].iter_rows()]
    assert ("What this is", "Birch, data as of Oct 31") in about
    assert ("Expected", "Minutes that the IEP lines promise to date") in about


def test_a_table_is_marked_by_its_content() -> None:
    table = tables.shown(FRAME, COLUMNS)
    assert tables.content_mark(table) == tables.content_mark(tables.shown(FRAME.copy(), COLUMNS))
    assert tables.content_mark(table) != tables.content_mark(table.assign(adjusted_rate=[50.0, 51.0]))
    assert tables.content_mark(table) != tables.content_mark(table.head(1))
    assert tables.content_mark(table.head(0)) == b""


def test_the_name_of_a_file_follows_its_content() -> None:
    one, other = tables.file_name("ledger", b"10", "csv"), tables.file_name("ledger", b"11", "csv")
    assert one != other
    assert one == tables.file_name("ledger", b"10", "csv")


def test_months_sort_by_time_on_screen_and_stay_as_they_were_in_a_file() -> None:
    frame = pd.DataFrame({"month": [date(2026, 2, 1), None, date(2025, 11, 1)], "minutes": [22.5, 30.0, 0.0]})
    shown = {"month": tables.Col("Month", "month"), "minutes": tables.Col("Minutes", "amount")}
    table = tables.shown(frame, shown)
    assert table["month"].max() == pd.Timestamp(2026, 2, 1)
    assert tables.as_csv(table, shown).decode("utf-8-sig").split("\r\n") == [
        "Month,Minutes", "2026-02,22.5", ",30.0", "2025-11,0.0", "",
    ]  # fmt: skip


def test_a_table_for_the_browser_is_made_once_for_the_same_content() -> None:
    frame, again = (pickle.loads(pickle.dumps(FRAME)) for _ in range(2))  # as the cache of figures hands it out
    first = tables.as_sent(frame, COLUMNS)
    assert tables.as_sent(again, COLUMNS) is first
    assert tables.as_sent(frame, {**COLUMNS, "name": Col("Name")}) is not first
    assert tables.as_sent(frame.assign(name=["Alder", "Birch"]), COLUMNS) is not first
    assert first.table.to_pandas()["expected_minutes"].tolist() == [1.5, -0.5]  # 90 / 60 and -30 / 60
    assert "birth_date" not in first.table.column_names


def test_the_browser_gets_the_first_rows_and_the_number_of_all() -> None:
    sent = tables.as_sent(pd.DataFrame({"name": ["Alder"] * (tables.MOST_ROWS + 1)}), COLUMNS)
    assert (len(sent.table), sent.rows) == (tables.MOST_ROWS, tables.MOST_ROWS + 1)


def test_a_column_is_as_wide_as_a_text_that_the_browser_does_not_measure() -> None:
    """It measures ten rows: of *Speech-language* in the eleventh it would show *Speech-lan*. 15 letters of 6 pixels and 18."""
    services = ["OT"] * 10 + ["Speech-language"]
    sent = tables.as_sent(pd.DataFrame({"name": services, "adjusted_rate": 0.5}), COLUMNS)
    assert sent.widths == {"name": 108}
    assert tables.config(COLUMNS, sent.widths)["name"]["width"] == 108
    far_longer = ["Speech-language", *services[:10]]
    assert tables.as_sent(pd.DataFrame({"name": far_longer}), COLUMNS).widths == {"name": 108}, (
        "an outlier is no measure"
    )
    for rows in (["OT"] * 3 + ["Speech-language"], ["OT", "Speech-language"] * 5 + services):
        assert tables.as_sent(pd.DataFrame({"name": rows}), COLUMNS).widths == {}
    long = tables.as_sent(pd.DataFrame({"name": ["OT"] * 10 + ["x" * 90]}), COLUMNS)
    assert long.widths == {"name": tables.WIDEST}
    own = {"name": tables.Col("Name", width=92)}
    assert tables.config(own, {"name": 125})["name"]["width"] == 92


def test_a_long_file_name_is_cut_in_its_middle_on_screen_and_whole_in_a_download() -> None:
    name = "Service tracking Sept-Oct 2025 (final, corrected, v3).xlsx"
    files = {"file_name": tables.Col("File", "file")}
    frame = pd.DataFrame({"file_name": [name, "logs.csv"]})
    assert tables.as_sent(frame, files).table.to_pandas()["file_name"].tolist() == [
        "Service tracking S…ected, v3).xlsx", "logs.csv",
    ]  # fmt: skip
    assert name in tables.as_csv(tables.shown(frame, files), files).decode("utf-8-sig")


def test_a_heading_of_a_download_names_its_unit_once() -> None:
    columns = {
        "made": Col("Minutes decided", "minutes"),
        "rate": Col("Of all expected %", "rate"),
        "load": Col("Load", "hours"),
    }
    table = tables.shown(pd.DataFrame({"made": [30.0], "rate": [0.5], "load": [90.0]}), columns)
    assert tables.as_csv(table, columns).decode("utf-8-sig").splitlines() == [
        "Minutes decided,Of all expected %,Load (hours)", "30.0,50.0,1.5",
    ]  # fmt: skip


def test_columns_that_wait_under_the_eye_are_told_and_downloaded() -> None:
    """Of four columns two wait: they are hidden at first, told beneath the table, and in the file like the others."""
    some = {**COLUMNS, "adjusted_rate": Col("Delivered", "rate", aside=True), "seen": Col("Seen", "date", aside=True)}
    hidden = {name: column["hidden"] for name, column in tables.config(some).items()}
    assert hidden == {"name": False, "expected_minutes": False, "adjusted_rate": True, "seen": True}
    assert tables.counted(2, 2) == "2 rows · 2 more columns under :material/visibility: above"
    assert tables.counted(1, 0) == "1 row"
    assert tables.counted(0, 2, opens=True) == "0 rows"
    assert tables.counted(1, 0, opens=True) == "1 row; a click or Shift + Space opens one"
    assert tables.counted(664, 0, opens=True) == "664 rows, here the first 500; a click or Shift + Space opens one"
    assert tables.counted(1204, 1) == "1,204 rows, here the first 500 · 1 more column under :material/visibility: above"
    text = tables.as_csv(tables.shown(FRAME, some), some).decode("utf-8-sig")
    assert text.splitlines()[0] == "School,Expected (hours),Delivered (%),Seen"


def test_a_way_is_shown_from_nothing_to_all() -> None:
    """Rules 10: the percent of a goal that is met is shown clamped; the frame keeps what it was."""
    frame = pd.DataFrame({"percent_met": [-0.057, 0.4, 1.25, None]})
    columns = {"percent_met": Col("Of the goal met", "way")}
    assert tables.shown(frame, columns)["percent_met"].tolist()[:3] == [0, 40, 100]
    assert (
        tables.as_csv(tables.shown(frame, columns), columns).decode("utf-8-sig").splitlines()[0]
        == "Of the goal met (%)"
    )
    assert frame["percent_met"].tolist()[:3] == [-0.057, 0.4, 1.25]
