"""A cell that shows percent is written as it is shown, however the workbook's sheets are read."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
import xlwt

from data.ingest.readers import old, percents, scanned, wire, workbook
from data.ingest.staging.calendar import COLOURLESS
from tests.data.staging import staged
from tests.data.workbooks import zipped
from tests.shapes.shape import Share, book

ROWS = [["Score", "Plain", "Word"], [Share(0.4), 0.4, "40"], [Share(0.01), 1, "x"], [Share(0.55), 0.55, "y"]]
SHOWN = ["Score", "40%", "1%", "55%"]


def test_sheets_cut_up_in_blocks() -> None:
    sheet = scanned.sheets("a.xlsx", book({"S": ROWS}))
    assert sheet is not None
    cells = sheet[0].cells
    assert (cells["c0"].to_pylist(), cells["c1"].to_pylist()) == (SHOWN, ["Plain", "0.4", "1", "0.55"])


def test_sheets_read_cell_by_cell() -> None:
    cells = workbook._whole("a.xlsx", book({"S": ROWS}), "xlsx")[0].cells
    assert (cells["c0"].to_pylist(), cells["c1"].to_pylist()) == (SHOWN, ["Plain", "0.4", "1", "0.55"])


def test_styles_that_multiply_by_a_hundred() -> None:
    codes = {164: "0.0%", 165: '0"%"', 166: "0\\%", 167: "General"}
    own = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for number, code in codes.items()
    )
    cells = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 9, 10, 164, 165, 166, 167))
    xml = (
        f"<styleSheet><numFmts>{own}</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs>{cells}</cellXfs>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/styles.xml", xml + "</styleSheet>")
        assert percents.styles(archive) == {1, 2, 3}


@pytest.mark.parametrize(
    ("value", "shown"), [(0.55, "55%"), (0.125, "12.5%"), (1, "100%"), (-0.05, "-5%"), (1e10, "10000000000")]
)
def test_a_share_as_it_is_shown(value: float, shown: str) -> None:
    assert percents.text(value) == shown


ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles>
 <style:style style:name="red" style:family="table-cell"><style:table-cell-properties fo:background-color="#ff0000"/>
 </style:style>
 <style:style style:name="bare" style:family="table-cell"><style:table-cell-properties fo:background-color="transparent"/>
 </style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="S">
 <table:table-column/><table:table-column table:default-cell-style-name="red"/>
 <table:table-row><table:table-cell office:value-type="string" table:style-name="bare"><text:p>Score</text:p></table:table-cell>
 <table:table-cell office:value-type="string" table:style-name="bare"><text:p>Plain</text:p></table:table-cell></table:table-row>
 <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="percentage" office:value="0.8">
 <text:p>80%</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="0.8"><text:p>0.8</text:p>
 </table:table-cell></table:table-row>
 </table:table></office:spreadsheet></office:body></office:document-content>"""


def test_an_open_document_tells_percent_and_colours() -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"></manifest:manifest>'
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    data = zipped({"mimetype": kind, "content.xml": re.sub(r">\s+<", "><", ODS), "META-INF/manifest.xml": manifest})
    (sheet,) = workbook.sheets("a.ods", data, "ods")
    assert sheet.cells["c0"].to_pylist() == ["Score", "80%", "80%"]
    assert sheet.cells["c1"].to_pylist() == ["Plain", "0.8", "0.8"]
    assert sheet.fills == {(1, 1): "#ff0000", (2, 1): "#ff0000"}


def _xls() -> bytes:
    """Scores in percent, a plain share, a filled blank, a white one and three merged cells."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    percent, signed = (xlwt.easyxf(num_format_str=form) for form in ("0%", "0.0%;[Red]-0.0%"))
    yellow, white = (xlwt.easyxf(f"pattern: pattern solid, fore_colour {name}") for name in ("yellow", "white"))
    for row, column, value, style in (
        (0, 0, "Score", None), (1, 0, 0.8, percent), (2, 0, -0.125, signed), (3, 0, 0.8, None), (1, 1, "", yellow),
        (2, 1, "x", white), (3, 1, "1", percent),
    ):  # fmt: skip
        sheet.write(row, column, value, *([style] if style else []))
    sheet.write_merge(4, 6, 0, 0, "Ada")
    sheet.write(6, 1, 3)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_old_workbook_tells_percent_colours_and_merged_cells() -> None:
    (sheet,) = workbook.sheets("a.xls", _xls(), "xls")
    assert sheet.cells["c0"].to_pylist() == ["Score", "80%", "-12.5%", "0.8", "Ada", None, None]
    assert sheet.cells["c1"].to_pylist() == [None, None, "x", "1", None, None, "3"]
    assert (sheet.fills, sheet.merges, sheet.is_bare) == ({(1, 1): "#ffff00"}, {0: ((4, 6),)}, False)


def test_a_large_old_workbook_tells_its_values_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old, "MOST_BYTES", 100)
    (sheet,) = workbook.sheets("a.xls", _xls(), "xls")
    assert sheet.cells["c0"].to_pylist()[:3] == ["Score", "0.8", "-0.125"]
    assert (sheet.fills, sheet.is_bare) == ({}, True)


def test_what_cannot_be_told_of_a_damaged_one_leaves_its_values() -> None:
    assert old.shown(_xls()[:3_000]) is None


def test_whether_a_sheet_is_bare_comes_out_of_the_child_process() -> None:
    sheet = workbook.sheets("a.xls", _xls(), "xls")[0]
    out = io.BytesIO()
    wire.pack([replace(sheet, is_bare=True), sheet], out)
    assert [one.is_bare for one in wire.unpack(out.getvalue())] == [True, False]


SCORES = "student_id|goal_id|measured_on|value\n1|g|2025-09-08|0.8\n1|g|2025-09-15|1"


def test_parts_of_one_wait_where_the_workbook_doesnt_say_how_it_shows_them() -> None:
    """0.8 may be 80 percent there: the formats of a large workbook aren't read."""
    asked = staged("measurements", SCORES, is_bare=True)
    assert asked.column("outcome") == ["waiting", "waiting"]
    assert asked.questions == [("code", "(parts of one)", 2)]
    said = staged("measurements", SCORES, is_bare=True, codes={"(parts of one)": "percent"})
    assert said.column("value", "outcome") == [(80, "ok"), (100, "ok")]
    written = staged("measurements", SCORES, is_bare=True, codes={"(parts of one)": "as written"})
    assert written.column("value", "outcome") == [(0.8, "ok"), (1, "ok")]


def test_other_files_say_it_themselves() -> None:
    assert staged("measurements", SCORES).column("value", "outcome") == [(0.8, "ok"), (1, "ok")]


def test_targets_that_a_workbook_doesnt_explain_are_asked_about_and_hold_nothing() -> None:
    goals = "student_id|goal_text|baseline|target\n1|Cuts|0.4|0.8"
    asked = staged("goals", goals, is_bare=True)
    assert (asked.column("target", "outcome"), asked.questions) == ([(0.8, "ok")], [("code", "(parts of one)", 0)])
    said = staged("goals", goals, is_bare=True, codes={"(parts of one)": "percent"})
    assert said.column("baseline", "target", "unit") == [(40, 80, "percent")]


def test_a_calendar_says_where_colours_are_not_read() -> None:
    days = "day|is_instructional\n2025-09-08|yes"
    assert staged("calendar_days", days, is_bare=True).staged.assumptions == [COLOURLESS]
    assert staged("calendar_days", days, is_bare=False).staged.assumptions == []
