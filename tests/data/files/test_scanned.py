"""Sheets cut up in blocks say what calamine says of every cell, or are left to it."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineError

from data.ingest.model import UNCALCULATED, FileRefused, Sheet
from data.ingest.readers import limits, pages, scanned, workbook
from tests.data.workbooks import raw
from tests.data.workbooks import workbook as made

STRINGS = "<si><t>a</t></si><si><t xml:space='preserve'> b &amp; c </t></si><si><r><t>ri</t></r><r><t>ch</t></r></si>"
BODIES = (
    "/>", ' s="0"/>', "></c>", "><v>1</v></c>", "><v>0.1</v></c>", "><v>7.0999999999999996</v></c>", "><v>1e20</v></c>",
    ' t="s"><v>0</v></c>', ' t="s"><v>1</v></c>', ' t="s"><v>2</v></c>', ' t="b"><v>1</v></c>', ' t="e"><v>#N/A</v></c>',
    ' t="n"><v>-5</v></c>', "><f>A1</f></c>", "><f>A1</f><v></v></c>", "><f>A1</f><v>3</v></c>",
    ' t="str"><f>A1</f><v>x</v></c>', ' t="str"><v></v></c>', ' t="inlineStr"><is><t>a&lt;b</t></is></c>',
    ' t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>', ">\n <v>4</v>\n</c>\n", ' cm="1"><v>5</v></c>',
)  # fmt: skip
ODD = ("<!-- -->", "<x/>", "</c>", "<v>9</v>", "\r\n", " ", "<row r='9'/>")
PLACES = st.sets(st.tuples(st.integers(1, 12), st.integers(0, 30)), max_size=12)


def letters(column: int) -> str:
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)


def page(cells: dict[tuple[int, int], str], between: str, *, counted: bool = False) -> str:
    """The rows of a sheet; ``counted``: a cell doesn't say its place."""
    made = []
    for row in sorted({row for row, _ in cells}):
        own = sorted((column, body) for (at, column), body in cells.items() if at == row)
        inner = "".join("<c" + (body if counted else f' r="{letters(c)}{row}"{body}') for c, body in own)
        made.append(f'<row r="{row}" spans="1:30">{inner}</row>{between}')
    return "".join(made)


def told(sheets: list[Sheet]) -> list[dict[tuple[int, int], str]]:
    """What each sheet's cells say, by place."""
    return [
        {
            (row, column): text
            for column, texts in enumerate(sheet.cells.columns)
            for row, text in zip(sheet.row_numbers.to_pylist(), texts.to_pylist(), strict=True)
            if text is not None
        }
        for sheet in sheets
    ]


@pytest.mark.slow
@given(PLACES.flatmap(lambda places: st.fixed_dictionaries(dict.fromkeys(places, st.sampled_from(BODIES)))), st.data())
@settings(max_examples=80)
def test_each_cell_says_what_calamine_says(cells: dict[tuple[int, int], str], draw: st.DataObject) -> None:
    between = draw.draw(st.sampled_from(["", "", "\n  ", "<row r='13'/>", "<row r='13' ht='9'></row>"]))
    asks = draw.draw(st.sampled_from(["", '<calcPr fullCalcOnLoad="1"/>']))
    data = raw(page(cells, between), STRINGS, asks)
    found = scanned.sheets("a.xlsx", data)
    assert found is not None
    assert told(found) == told(workbook._whole("a.xlsx", data, "xlsx"))


@given(st.lists(st.tuples(st.integers(0, 3_000), st.sampled_from(ODD)), min_size=1, max_size=3))
@example([(0, "</c>")])
@settings(max_examples=60)
def test_what_is_not_plain_is_left_to_calamine(odd: list[tuple[int, str]]) -> None:
    xml = page({(row, column): BODIES[3 + (row + column) % 7] for row in range(1, 9) for column in range(4)}, "")
    for at, put in odd:
        at %= len(xml) + 1
        xml = xml[:at] + put + xml[at:]
    data = raw(xml, STRINGS)
    try:
        found = scanned.sheets("a.xlsx", data)
        whole = workbook._whole("a.xlsx", data, "xlsx")
    except (CalamineError, FileRefused):
        return
    assert found is None or told(found) == told(whole)


@pytest.mark.parametrize(
    "xml",
    [
        page({(1, 0): BODIES[3], (1, 1): BODIES[4]}, "", counted=True),
        '<row r="1"><c s="0" r="A1"><v>1</v></c></row>',
        "<row r=\"1\"><c r='A1'><v>1</v></c></row>",
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><!-- <c r="B1"/> -->',
        '<row r="1"><c r="A1"><v>1</v></c><row r="2"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 6_000_000,
    ],
)
def test_a_sheet_written_otherwise_is_not_plain(xml: str) -> None:
    assert pages.cut(io.BytesIO(f"<worksheet><sheetData>{xml}</sheetData></worksheet>".encode())) is None


def test_blocks_are_joined_where_rows_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a block's size, and also where a row is longer than one."""
    cells = {(row, column): BODIES[3 + (row * column) % 9] for row in range(1, 40) for column in range(12)}
    xml = f"<worksheet><sheetData>{page(cells, '')}</sheetData></worksheet>".encode()
    for size in (1, 100, 999, 5_000):
        monkeypatch.setattr(pages, "_BLOCK", size)
        found = pages.cut(io.BytesIO(xml))
        assert found is not None
        places = zip((found.rows + 1).tolist(), found.columns.tolist(), strict=True)
        bodies = [found.bodies[code].as_py().decode() for code in found.codes.tolist()]
        assert dict(zip(places, bodies, strict=True)) == cells


VALUES: list[Any] = [
    date(2025, 9, 8), datetime(2025, 9, 8, 13, 5, 9), time(8, 30), timedelta(hours=36, minutes=5), 0.1, 1 / 3, 1e15, 12,
    "000123", " x ", "", True, None, "=A1", "=1/0", "a\nb", "_x000D_", "O’Brien – <&>",
]  # fmt: skip


@pytest.mark.parametrize("options", [{}, {"date_1904": True}])
def test_dates_durations_and_strings_in_several_sheets(options: dict[str, Any]) -> None:
    rows = [[VALUES[(row * 7 + column) % len(VALUES)] for column in range(9)] for row in range(30)]
    data = made({"Log": rows, "Empty": [], "Old": rows[::-1][:5]}, hidden=("Old",), **options)
    found, whole = scanned.sheets("a.xlsx", data), workbook._whole("a.xlsx", data, "xlsx")
    assert found is not None
    assert told(found) == told(whole)
    assert [(one.name, one.hidden) for one in found] == [("Log", False), ("Empty", False), ("Old", True)]
    said = set(told(found)[0].values())
    assert {"36:05:00", "08:30:00", "000123", "0.333333333333333", UNCALCULATED} <= said
    assert ("2025-09-08" in said) and ("2025-09-08 13:05:09" in said)


def test_too_much_text_is_refused_before_it_is_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made({"Log": [["x" * 1_000]] * 50})
    monkeypatch.setattr(limits, "RESULT_BYTES", 49_999)
    with pytest.raises(FileRefused, match=r"a\.xlsx: sheet Log has 0 MB of text"):
        scanned.sheets("a.xlsx", data)


def test_a_damaged_zip_is_told_as_before() -> None:
    with zipfile.ZipFile(io.BytesIO(made({"Log": [["x"]]}))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "xl/workbook.xml"}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as copy:
        for name, content in parts.items():
            copy.writestr(name, content)
    with pytest.raises(FileRefused, match="damaged"):
        workbook.sheets("a.xlsx", out.getvalue(), "xlsx")
