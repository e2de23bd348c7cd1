"""Web pages and Excel's XML of 2003 under the name of xls: what they show goes in as it would from a workbook."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.ingest.model import UNCALCULATED, FileRefused, Sheet
from data.ingest.readers import child, hypertext, read, spreadsheetml
from tests.data.files.test_readers import rows
from tests.data.loading import Ledger, sheet_of
from tests.data.workbooks import workbook

Cell = str | None
WEB = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><title>Export</title>
<style>td {{ mso-number-format:"\\@"; }}</style><xml><x:Name>Sheet1</x:Name></xml></head><body>{}</body></html>"""
BOOK = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles><Style ss:ID="Default"/>
 <Style ss:ID="share"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="of" ss:Parent="share"/>
 <Style ss:ID="red"><Interior ss:Color="#FF0000" ss:Pattern="Solid"/></Style></Styles>{}</Workbook>"""
LOG = [
    ["Student ID", "Service", "Date", "Minutes", "Status"],
    ["0041", "OT", date(2025, 9, 8), 30, "Delivered"],
    ["0042", "OT", date(2025, 9, 9), 0, "Student absent"],
]


def web(body: str) -> Sheet:
    (sheet,) = hypertext.sheets("export.xls", WEB.format(body).encode())
    return sheet


def book(table: str, after: str = "") -> Sheet:
    page = f'<Worksheet ss:Name="Log"><Table>{table}</Table>{after}</Worksheet>'
    (sheet,) = spreadsheetml.sheets("export.xls", BOOK.format(page).encode())
    return sheet


def data(kind: str, said: str) -> str:
    return f'<Cell><Data ss:Type="{kind}">{said}</Data></Cell>'


def test_a_page_shows_its_text_and_its_tables_row_by_row() -> None:
    sheet = web(
        "<h2>Service &amp; Log</h2><p>October<br>2025</p>"
        "<table><thead><tr><th>Student</th><th>Minutes</th></tr></thead>"
        "<tr><td>Doe,&nbsp;  Ada</td><td>30</td></tr><tr></tr><tr><td>Roe<br>Bo</td><td> </td></tr></table>"
        "Printed<script>alert(1)</script> today"
    )
    assert (sheet.name, sheet.hidden) == ("export", False)
    assert rows(sheet) == {
        1: ("Service & Log", None),
        2: ("October", None),
        3: ("2025", None),
        4: ("Student", "Minutes"),
        5: ("Doe, Ada", "30"),
        6: (None, None),
        7: ("Roe\nBo", None),
        8: ("Printed today", None),
    }


def test_merged_cells_of_a_page_stand_where_a_workbook_has_them() -> None:
    sheet = web(
        "<table><tr><td colspan=2>Log</td><td>OT</td></tr><tr><td rowspan=2>Ada</td><td>9/8</td><td>30</td></tr>"
        "<tr><td>9/9</td><td>20</td></tr><tr><td>Bo<td>9/9<td>15</table>"
    )
    assert rows(sheet) == {
        1: ("Log", None, "OT"), 2: ("Ada", "9/8", "30"), 3: (None, "9/9", "20"), 4: ("Bo", "9/9", "15"),
    }  # fmt: skip
    assert sheet.merges == {0: ((1, 2),)}


def test_a_merge_beyond_the_last_row_ends_there() -> None:
    assert web("<table><tr><td rowspan=9>Ada<td>1</td></tr><tr><td>2</table>").merges == {0: ((0, 1),)}


def test_tables_that_only_lay_a_page_out_lose_nothing() -> None:
    sheet = web("<table><tr><td>Left<table><tr><td>a</td><td>b</td></tr></table>more</td><td>Right</td></tr></table>")
    assert rows(sheet) == {1: ("Leftmore", "Right"), 2: ("a", "b")}


def test_what_a_page_fills_with_a_colour() -> None:
    sheet = web(
        '<table><tr bgcolor="#FFFF00"><td>a</td><td style="color:red; background-color: #0F0">b</td></tr>'
        '<tr><td style="background:white">c</td><td>d</td></tr></table>'
    )
    assert sheet.fills == {(0, 0): "#ffff00", (0, 1): "#00ff00"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_encodings_of_a_page(encoding: str) -> None:
    page = '<?xml version="1.0" encoding="x"?><html><body><table><tr><td>Zoë</td></tr></table></body></html>'
    (sheet,) = read("export.xls", page.encode(encoding))
    assert rows(sheet) == {1: ("Zoë",)}


@pytest.mark.parametrize(
    ("kind", "said", "text"),
    [
        ("String", "0041", "0041"),
        ("String", "Doe, &lt;Ada&gt;", "Doe, <Ada>"),
        ("Number", "30", "30"),
        ("Number", "30.5000000000000001", "30.5"),
        ("Number", "1.2345678901E10", "12345678901"),
        ("DateTime", "2025-09-08T00:00:00.000", "2025-09-08"),
        ("DateTime", "2025-09-08T13:05:00.000", "2025-09-08 13:05:00"),
        ("DateTime", "1899-12-31T08:30:00.000", "08:30:00"),
        ("DateTime", "1900-01-01T12:00:00.000", "36:00:00"),
        ("Boolean", "1", "TRUE"),
        ("Boolean", "0", "FALSE"),
        ("Error", "#DIV/0!", "#DIV/0!"),
    ],
)
def test_value_of_an_xml_workbook_as_text(kind: str, said: str, text: str) -> None:
    assert rows(book(f"<Row>{data(kind, said)}</Row>")) == {1: (text,)}


def test_values_are_the_same_as_those_of_a_workbook_of_today() -> None:
    values = [date(2025, 9, 8), datetime(2025, 9, 8, 13, 5), time(8, 30), timedelta(hours=36), 30, 30.5, True, "0041"]
    told = [
        ("DateTime", "2025-09-08T00:00:00.000"), ("DateTime", "2025-09-08T13:05:00.000"),
        ("DateTime", "1899-12-31T08:30:00.000"), ("DateTime", "1900-01-01T12:00:00.000"), ("Number", "30"),
        ("Number", "30.5"), ("Boolean", "1"), ("String", "0041"),
    ]  # fmt: skip
    (today,) = read("a.xlsx", workbook({"Log": [values]}))
    assert rows(book(f"<Row>{''.join(data(*one) for one in told)}</Row>")) == rows(today)


def test_places_of_rows_and_cells_that_are_left_out() -> None:
    sheet = book(
        f"<Row>{data('String', 'a')}</Row><Row ss:Index='4'><Cell ss:Index='3'><Data ss:Type='String'>b</Data></Cell>"
        f"{data('String', 'c')}</Row><Row ss:Span='1'/><Row>{data('String', 'd')}</Row>"
    )
    shown = {row: cells for row, cells in rows(sheet).items() if any(cells)}
    assert shown == {1: ("a", None, None, None), 4: (None, None, "b", "c"), 7: ("d", None, None, None)}


def test_merged_cells_of_an_xml_workbook() -> None:
    sheet = book(
        '<Row><Cell ss:MergeAcross="1" ss:MergeDown="2"><Data ss:Type="String">Ada</Data></Cell>'
        f"{data('Number', '30')}</Row><Row/><Row><Cell ss:Index='3'><Data ss:Type='Number'>20</Data></Cell></Row>"
    )
    assert rows(sheet) == {1: ("Ada", None, "30"), 2: (None, None, None), 3: (None, None, "20")}
    assert sheet.merges == {0: ((0, 2),)}


def test_percent_and_colour_of_cells_rows_and_columns() -> None:
    sheet = book(
        '<Column ss:Index="2" ss:StyleID="of"/><Row ss:StyleID="red"><Cell><Data ss:Type="Number">0.5</Data></Cell></Row>'
        f"<Row>{data('Number', '0.5')}{data('Number', '0.125')}"
        '<Cell ss:StyleID="share"><Data ss:Type="String">0.5</Data></Cell></Row>'
    )
    assert rows(sheet) == {1: ("0.5", None, None), 2: ("0.5", "12.5%", "0.5")}
    assert sheet.fills == {(0, 0): "#ff0000"}


def test_a_formula_without_a_value_is_no_blank_and_a_hidden_sheet_is_flagged() -> None:
    options = '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
    sheet = book(f"<Row><Cell ss:Formula='=RC[1]*2'/>{data('Number', '15')}</Row>", options)
    assert rows(sheet) == {1: (UNCALCULATED, "15")}
    assert sheet.hidden


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (WEB.format("<p>Your session has ended. Sign in.</p>"), "web page without a table"),
        ("<html><table>" + "<td rowspan=65000 colspan=1000>x" * 50, "2,000 columns"),
        ('<?xml version="1.0"?><rss><channel/></rss>', "XML file that isn't a workbook"),
        (BOOK.format('<Worksheet ss:Name="L"><Table><Row><Cell>'), "damaged"),
        (BOOK.format('<Worksheet ss:Name="L"><Table><Row ss:Index="x"/></Table></Worksheet>'), "damaged"),
        (BOOK.format("").replace("<Workbook", '<!DOCTYPE w [<!ENTITY a "aaaa">]><Workbook', 1), "declares entities"),
        (
            BOOK.format(f'<Worksheet ss:Name="L"><Table><Row ss:Index="9999999">{data("String", "x")}</Row></Table></Worksheet>'),
            "9,999,999 rows",
        ),
    ],
)  # fmt: skip
def test_pages_that_are_refused_in_a_sentence(page: str, said: str) -> None:
    with pytest.raises(FileRefused, match=said) as refusal:
        read("export.xls", page.encode())
    assert "\n" not in str(refusal.value)


def _as_web() -> str:
    lines = ["".join(f"<td>{cell}</td>" for cell in row) for row in LOG]
    return WEB.format(f"<h3>Sessions</h3><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>")


def _as_book() -> str:
    kinds = {int: "Number", str: "String", date: "DateTime"}
    lines = [
        "".join(
            data(kinds[type(cell)], f"{cell}T00:00:00.000" if isinstance(cell, date) else str(cell)) for cell in row
        )
        for row in LOG
    ]
    table = "".join(f"<Row>{line}</Row>" for line in lines)
    return BOOK.format(f'<Worksheet ss:Name="Log"><Table>{table}</Table></Worksheet>')


@pytest.mark.parametrize(("page", "first"), [(_as_web(), 3), (_as_book(), 2)])
def test_a_log_goes_in_as_it_would_from_a_workbook(ledger: Ledger, page: str, first: int) -> None:
    found = sheet_of(ledger.load("export.xls", page.encode()), "sessions")
    assert (found.new, found.rejected, found.waiting) == (2, 0, 0)
    assert ledger.rows("sessions", "student_id", "session_date", "minutes", "status", "source_row") == [
        ("0041", date(2025, 9, 8), 30, "delivered", first),
        ("0042", date(2025, 9, 9), 0, "missed", first + 1),
    ]


@given(
    st.sampled_from([_as_web(), _as_book()]),
    st.lists(st.tuples(st.integers(0, 5_000), st.binary(max_size=8)), max_size=6),
)
@settings(max_examples=60)
def test_a_damaged_page_is_read_or_refused(page: str, cuts: list[tuple[int, bytes]]) -> None:
    content = bytearray(page.encode())
    for at, put in cuts:
        at %= len(content)
        content[at : at + len(put)] = put
    try:
        found = child.sheets("export.xls", bytes(content), "html" if page == _as_web() else "xml")
    except FileRefused as refusal:
        assert str(refusal).endswith(".") and "\n" not in str(refusal)
    else:
        assert all(len(sheet.row_numbers) == sheet.cells.num_rows for sheet in found)
