"""What a file's cells become, with the file's own row numbers."""

import csv
import io
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from data.ingest import readers
from data.ingest.model import UNCALCULATED, FileRefused, Sheet
from data.ingest.readers.text import delimiter as delimiter_of
from tests.data.workbooks import raw, workbook, zipped


def rows(sheet: Sheet) -> dict[int, tuple[str | None, ...]]:
    columns = [column.to_pylist() for column in sheet.cells.columns]
    return dict(zip(sheet.row_numbers.to_pylist(), zip(*columns, strict=True), strict=True))


def only(name: str, data: bytes) -> dict[int, tuple[str | None, ...]]:
    (sheet,) = readers.read(name, data)
    return rows(sheet)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2025, 9, 1), "2025-09-01"),
        (datetime(2025, 9, 1, 13, 5), "2025-09-01 13:05:00"),
        (datetime(2025, 9, 1), "2025-09-01"),
        (time(8, 30), "08:30:00"),
        (timedelta(hours=36), "36:00:00"),
        (timedelta(minutes=30), "0:30:00"),
        (30, "30"),
        (30.5, "30.5"),
        (0.1 + 0.2, "0.3"),
        (12345678901, "12345678901"),
        (True, "TRUE"),
        (False, "FALSE"),
        ("0000001", "0000001"),
        ("  two  spaces ", "  two  spaces "),
        ("a\nb", "a\nb"),
        ("", None),
    ],
)
def test_value_of_a_workbook_as_text(value: object, text: str | None) -> None:
    assert only("a.xlsx", workbook({"Log": [["x", value]]}))[1] == (("x", text) if text else ("x",))


def test_blank_leading_rows_and_columns_keep_their_numbers() -> None:
    found = only("a.xlsx", workbook({"Log": [[], [None], [None, None, "Name"], [None, None, "Ada"]]}))
    assert found == {1: (None,) * 3, 2: (None,) * 3, 3: (None, None, "Name"), 4: (None, None, "Ada")}


def test_dates_since_1904() -> None:
    assert only("a.xlsx", workbook({"Log": [[date(2025, 9, 1)]]}, date_1904=True)) == {1: ("2025-09-01",)}


def test_hidden_sheets_are_flagged_and_empty_ones_dropped() -> None:
    found = readers.read("a.xlsx", workbook({"A": [["x"]], "B": [["y"]], "C": []}, hidden=("B",)))
    assert [(sheet.name, sheet.hidden) for sheet in found] == [("A", False), ("B", True)]


def test_formulas_never_calculated_say_so() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Minutes", 20])
    book.active.append(["=A1", "=B1+10"])
    out = io.BytesIO()
    book.save(out)
    assert only("a.xlsx", out.getvalue()) == {1: ("Minutes", "20"), 2: (UNCALCULATED, UNCALCULATED)}


def test_a_nought_stored_by_a_writer_that_cannot_calculate_is_no_value() -> None:
    assert only("a.xlsx", workbook({"Log": [[20, "=A1+10"]]})) == {1: ("20", UNCALCULATED)}


def test_calculated_formulas_and_errors() -> None:
    cells = (
        '<row r="3"><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="D3" t="str"><f>""</f><v></v></c><c r="E3" t="e"><v>#N/A</v></c><c r="F3"><f>B3</f></c></row>'
    )
    assert only("a.xlsx", raw(cells))[3] == (None, "2", "#DIV/0!", None, "#N/A", UNCALCULATED)


def test_formulas_are_placed_in_cells_without_a_reference() -> None:
    cells = "<row><c><v>7</v></c></row><row><c><v>1</v></c><c><f>A1</f></c></row>"
    assert only("a.xlsx", raw(cells)) == {1: ("7", None), 2: ("1", UNCALCULATED)}


def test_a_date_format_makes_a_serial_a_date_and_nothing_else_does() -> None:
    assert only("a.xlsx", workbook({"Log": [[45901, date(2025, 9, 1)]]})) == {1: ("45901", "2025-09-01")}


def percent_cells() -> bytes:
    """0.6 as 0%, 0.125 as a format of the book's own, 0.45 plain, 1 as 0%, words as 0%, 3 with a percent sign in quotes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Data")
    whole, own, quoted = (book.add_format({"num_format": shown}) for shown in ("0%", "0.0%;[Red]-0.0%", '0 "%"'))
    for row, (value, style) in enumerate(
        [(0.6, whole), (0.125, own), (0.45, None), (1, whole), ("done", whole), (3, quoted)]
    ):
        sheet.write(row, 0, value, style)
    book.close()
    return out.getvalue()


def test_a_number_shown_as_percent_says_what_is_shown() -> None:
    told = [cells[0] for cells in only("a.xlsx", percent_cells()).values()]
    assert told == ["60%", "12.5%", "0.45", "100%", "done", "3"]


TABLE = "Name,Note\nAda,naïve\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert only("a.csv", TABLE.encode(encoding)) == {1: ("Name", "Note"), 2: ("Ada", "naïve")}


def test_curly_quotes_and_dashes_of_windows() -> None:
    assert only("a.csv", "Name\nO’Brien – Ada\n".encode("cp1252")) == {1: ("Name",), 2: ("O’Brien – Ada",)}


def test_commas_in_names_are_no_delimiter_beside_more_cells() -> None:
    rows = ["Session Report", "Pupil|SVC_DT|Minutes|Attendance", "Provider: Roy Quillan, MA"]
    rows += [f"Almgren, Tova|2025-09-{day:02}|30|Completed" for day in range(1, 7)]
    assert delimiter_of("\n".join(rows)) == "|"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    text = "\r\n".join(
        delimiter.join(f'"{cell}"' for cell in cells)
        for cells in (["Sessions"], ["Name", "Date", "Minutes"], ["Lin, Ada", "1", "30"], ["Oda; Bo|x", "2", "45"])
    )
    assert only("a.txt", text.encode()) == {
        1: ("Sessions", None, None),
        2: ("Name", "Date", "Minutes"),
        3: ("Lin, Ada", "1", "30"),
        4: ("Oda; Bo|x", "2", "45"),
    }


def test_names_with_commas_do_not_make_a_semicolon_file_a_comma_file() -> None:
    text = "Student;Date;Minutes\nLin, Ada;1;30\nOda, Bo;2;45\n"
    assert only("a.csv", text.encode())[2] == ("Lin, Ada", "1", "30")


def test_a_line_break_in_quotes_stays_in_its_cell_and_blank_lines_count() -> None:
    text = 'Name,Note\n"Ada","one\ntwo"\n\nBo,"said ""hi"""\n'
    assert only("a.csv", text.encode()) == {
        1: ("Name", "Note"),
        2: ("Ada", "one\ntwo"),
        3: (None, None),
        4: ("Bo", 'said "hi"'),
    }


def test_sep_line_names_the_delimiter_and_is_row_one() -> None:
    assert only("a.csv", b"sep=|\nName|A,B,C\nAda|1,2,3\n") == {2: ("Name", "A,B,C"), 3: ("Ada", "1,2,3")}


def test_rows_of_different_lengths_are_padded() -> None:
    assert only("a.csv", b"a,b,c\n1\n1,2,3,4\n1,2,3\n") == {
        1: ("a", "b", "c", None),
        2: ("1", None, None, None),
        3: ("1", "2", "3", "4"),
        4: ("1", "2", "3", None),
    }


def test_ids_of_text_keep_their_noughts() -> None:
    assert only("a.csv", b"ID,Minutes\n0000001,030\n")[2] == ("0000001", "030")


def test_large_text_reads_the_same_in_the_child_process(monkeypatch: pytest.MonkeyPatch) -> None:
    data = 'Name,Note\n"Lin, Ada",naïve\n,\n'.encode()
    here = readers.read("Log of May.csv", data)
    monkeypatch.setattr("data.ingest.readers.limits.HERE_BYTES", 0)
    (there,) = readers.read("Log of May.csv", data)
    assert there == here[0]
    assert there.name == "Log of May"


def test_a_zip_is_unpacked_without_what_systems_leave_in_it() -> None:
    book = workbook({"Log": [["x"]]})
    packed = zipped(
        {
            "May/log.csv": "a,b",
            "May/book.xlsx": book,
            "__MACOSX/May/._log.csv": "x",
            ".DS_Store": "x",
            "read me.pdf": "%PDF",
        }
    )
    assert readers.unpack("all.zip", packed) == [
        ("May/log.csv", b"a,b"),
        ("May/book.xlsx", book),
        ("read me.pdf", b"%PDF"),
    ]
    with pytest.raises(FileRefused, match="is a PDF document"):
        readers.read("read me.pdf", b"%PDF")


def test_a_workbook_or_a_csv_is_not_unpacked() -> None:
    book = workbook({"Log": [["x"]]})
    assert readers.unpack("a.zip", book) == [("a.zip", book)]
    assert readers.unpack("a.csv", b"a,b") == [("a.csv", b"a,b")]


def test_opendocument_sheets() -> None:
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{urn}:office:1.0" xmlns:table="{urn}:table:1.0" '
        f'xmlns:text="{urn}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Log"><table:table-row>'
        '<table:table-cell office:value-type="string"><text:p>Ada</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="30"><text:p>30</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2025-09-02"><text:p/></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="{urn}:manifest:1.0"></manifest:manifest>'
    data = zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})
    assert only("a.ods", data) == {1: ("Ada", "30", "2025-09-02")}


@given(
    st.lists(
        st.lists(st.text(st.sampled_from('aé€ ,;|\t"\n0=#'), max_size=6), min_size=2, max_size=4),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(",;\t|"),
)
def test_what_a_csv_writer_wrote_is_read_back(table: list[list[str]], encoding: str, delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    out.write(f"sep={delimiter}\r\n")
    writer.writerows([["x", *row] for row in table])
    found = only("a.csv", out.getvalue().encode(encoding))
    width = max(len(row) for row in table)
    told = [("x", *(cell or None for cell in row), *[None] * (width - len(row))) for row in table]
    assert found == {number: tuple(row) for number, row in enumerate(told, 2)}
