"""A binary workbook (xlsb) tells which numbers it shows in percent, and which cells are filled with a colour."""

import io
import struct
import zipfile
from collections.abc import Sequence

import pytest

from data.ingest.readers import binary, workbook
from tests.data.loading import Ledger
from tests.data.workbooks import zipped

Cell = tuple[int, str | float, int]
"""Column, value, style: 0 plain, 1 shows 0%, 2 shows 0.0% by a format of its own, 3 shows a literal %, 4 is yellow, 5 white."""
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = "application/vnd.ms-excel"


def _record(number: int, content: bytes = b"") -> bytes:
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    size = len(content)
    return head + (bytes([size]) if size < 0x80 else bytes([size & 0x7F | 0x80, size >> 7])) + content


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _cell(cell: Cell) -> bytes:
    column, value, style = cell
    head = struct.pack("<I", column) + style.to_bytes(3, "little") + b"\0"
    if isinstance(value, str):
        return _record(6, head + _text(value)) if value else _record(1, head)
    if value == int(value):
        return _record(2, head + struct.pack("<i", int(value) << 2 | 2))
    return _record(5, head + struct.pack("<d", value))


def _styles() -> bytes:
    formats = b"".join(
        _record(44, struct.pack("<H", number) + _text(code)) for number, code in ((164, "0.0%"), (165, '0"%"'))
    )
    plain = struct.pack("<I", 0) + bytes(64)
    fills = [plain, plain, *(struct.pack("<I", 1) + bytes([2 << 1 | 1, 0, 0, 0, *rgb, 255]) + bytes(56)
                             for rgb in ((255, 255, 0), (255, 255, 255)))]  # fmt: skip
    cells = ((0, 0), (9, 0), (164, 0), (165, 0), (0, 2), (0, 3))
    xfs = b"".join(_record(47, struct.pack("<HHHH", 0xFFFF, form, 0, fill) + bytes(8)) for form, fill in cells)
    return b"".join((
        _record(278), _record(615, struct.pack("<I", 2)), formats, _record(616), _record(603, struct.pack("<I", len(fills))),
        *(_record(45, fill) for fill in fills), _record(604), _record(626), _record(47, bytes(16)), _record(627),
        _record(617, struct.pack("<I", len(cells))), xfs, _record(618), _record(279),
    ))  # fmt: skip


def xlsb(rows: Sequence[Sequence[Cell]]) -> bytes:
    """A workbook of one sheet, Log."""
    width = max(column for row in rows for column, _, _ in row)
    told = b"".join(
        _record(0, struct.pack("<IIHBB", at, 0, 300, 0, 0) + bytes(5)) + b"".join(map(_cell, row))
        for at, row in enumerate(rows)
    )
    sheet = b"".join((_record(129), _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width)), _record(145), told,
                      _record(146), _record(130)))  # fmt: skip
    book = b"".join((_record(131), _record(143), _record(156, struct.pack("<II", 0, 1) + _text("rId1") + _text("Log")),
                     _record(144), _record(132)))  # fmt: skip
    types = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_KINDS}.{kind}"/>'
        for part, kind in (("workbook.bin", "sheet.binary.macroEnabled.main"), ("worksheets/sheet1.bin", "worksheet"),
                           ("styles.bin", "styles"))
    )  # fmt: skip
    return zipped({
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.bin"/><Relationship Id="rId2" '
        f'Type="{_RELATIONS}/styles" Target="styles.bin"/></Relationships>',
        "xl/workbook.bin": book, "xl/worksheets/sheet1.bin": sheet, "xl/styles.bin": _styles(),
    })  # fmt: skip


BOOK = [
    [(0, "Score", 0), (1, "Seen", 0)],
    [(0, 0.8, 1), (1, "", 4)],
    [(0, -0.125, 2), (1, "x", 5)],
    [(0, 0.8, 0), (1, 0.4, 3)],
    [(0, 1, 1), (1, "1", 1)],
]


def test_percent_and_colours() -> None:
    """0.8 is 80% by a format of Excel's own, -0.125 is -12.5% by one of the book's; a literal % multiplies nothing."""
    (sheet,) = workbook.sheets("a.xlsb", xlsb(BOOK), "xlsb")
    assert sheet.cells["c0"].to_pylist() == ["Score", "80%", "-12.5%", "0.8", "100%"]
    assert sheet.cells["c1"].to_pylist() == ["Seen", None, "x", "0.4", "1"]
    assert (sheet.fills, sheet.is_bare) == ({(1, 1): "#ffff00"}, False)


def test_a_large_one_tells_its_values_alone_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binary, "MOST_BYTES", 10)
    (sheet,) = workbook.sheets("a.xlsb", xlsb(BOOK), "xlsb")
    assert sheet.cells["c0"].to_pylist()[:3] == ["Score", "0.8", "-0.125"]
    assert (sheet.fills, sheet.is_bare) == ({}, True)


@pytest.mark.parametrize("part", ["xl/_rels/workbook.bin.rels", "xl/styles.bin"])
def test_what_cannot_be_told_of_a_damaged_one(part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(xlsb(BOOK))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert binary.shown(zipped(parts | {part: parts[part][:20]})) is None


def test_a_number_in_four_bytes_may_be_half_of_a_long_one_or_in_hundredths() -> None:
    """0.5 is the long 0x3FE0000000000000; 50 / 100 is the whole 50 with its mark for hundredths."""
    head = bytes(8)
    assert binary._value(2, head + struct.pack("<I", 0x3FE00000)) == 0.5
    assert binary._value(2, head + struct.pack("<i", 50 << 2 | 3)) == 0.5


@pytest.mark.slow
def test_a_score_shown_as_40_percent_is_40(ledger: Ledger) -> None:
    heads = ["Student ID", "Goal ID", "Date", "Score"]
    rows = [
        [(at, one, 0) for at, one in enumerate(heads)],
        [(0, "1", 0), (1, "G1", 0), (2, "9/8/2025", 0), (3, 0.4, 1)],
    ]
    report = ledger.load("scores.xlsb", xlsb(rows))
    assert report.files[0].sheets[0].questions == []
    assert [float(value) for (value,) in ledger.rows("measurements", "value")] == [40.0]
