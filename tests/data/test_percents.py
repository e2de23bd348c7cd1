"""A cell that shows percent is written as it is shown, however the workbook's sheets are read."""

import io
import re
import zipfile

import pytest

from data.ingest.readers import percents, scanned, workbook
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


SCORES = "student_id|goal_id|measured_on|value\n1|g|2025-09-08|0.8\n1|g|2025-09-15|1"


def test_parts_of_one_wait_where_the_workbook_doesnt_say_how_it_shows_them() -> None:
    """0.8 may be 80 percent there: an old workbook's formats aren't read."""
    asked = staged("measurements", SCORES, file_name="scores.XLS")
    assert asked.column("outcome") == ["waiting", "waiting"]
    assert asked.questions == [("code", "(parts of one)", 2)]
    said = staged("measurements", SCORES, file_name="scores.xls", codes={"(parts of one)": "percent"})
    assert said.column("value", "outcome") == [(80, "ok"), (100, "ok")]
    written = staged("measurements", SCORES, file_name="scores.xls", codes={"(parts of one)": "as written"})
    assert written.column("value", "outcome") == [(0.8, "ok"), (1, "ok")]


@pytest.mark.parametrize("name", ["scores.xlsx", "scores.csv", "scores.ods"])
def test_other_files_say_it_themselves(name: str) -> None:
    assert staged("measurements", SCORES, file_name=name).column("value", "outcome") == [(0.8, "ok"), (1, "ok")]


def test_targets_of_an_old_workbook_are_asked_about_and_hold_nothing() -> None:
    goals = "student_id|goal_text|baseline|target\n1|Cuts|0.4|0.8"
    asked = staged("goals", goals, file_name="goals.xlsb")
    assert (asked.column("target", "outcome"), asked.questions) == ([(0.8, "ok")], [("code", "(parts of one)", 0)])
    said = staged("goals", goals, file_name="goals.xlsb", codes={"(parts of one)": "percent"})
    assert said.column("baseline", "target", "unit") == [(40, 80, "percent")]


def test_a_calendar_of_an_old_workbook_says_that_colours_are_not_read() -> None:
    days = "day|is_instructional\n2025-09-08|yes"
    assert staged("calendar_days", days, file_name="calendar.xls").staged.assumptions == [COLOURLESS]
    assert staged("calendar_days", days, file_name="calendar.xlsx").staged.assumptions == []
