"""A cell that shows percent is written as it is shown, however the workbook's sheets are read."""

import io
import zipfile

import pytest

from data.ingest.readers import percents, scanned, workbook
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
