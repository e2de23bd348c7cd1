"""What a binary workbook (xlsb) shows beside its values: numbers in percent, and cells filled with a colour.

The reader of values tells none of it. A part of such a workbook is records one after the other: number, length, content.
"""

import io
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath
from xml.etree import ElementTree

from data.ingest.readers import percents
from data.ingest.readers.opendocument import Shown

MOST_BYTES = 24_000_000
"""Of sheets, unpacked, that are gone through a second time; of larger ones it isn't told."""
_ROW, _RK, _REAL, _FORMULA, _LAST_CELL, _BLANK = 0, 2, 5, 9, 11, 1
_FORMAT, _FILL, _STYLE, _CELL_STYLES, _SHEET = 44, 45, 47, (617, 618), 156
"""The numbers of the records that are read; cells are all from a blank one to the last kind of formula."""
_SOLID, _RGB, _WHITE = 1, 2, b"\xff\xff\xff"
_BUILT_IN = (9, 10)
"""The numbers of Excel's own formats 0% and 0.00%."""
_NO_TEXT = 0xFFFFFFFF


@dataclass
class _Styles:
    """The numbers of the cell styles that show percent, and the colour of those that are filled."""

    percent: set[int] = field(default_factory=set)
    colours: dict[int, str] = field(default_factory=dict)


def shown(data: bytes) -> dict[str, Shown] | None:
    """Sheet name -> what it shows; None where that can't be told."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _sheets(archive)
            if sum(archive.getinfo(part).file_size for part in parts.values()) > MOST_BYTES:
                return None
            styles = _styles(archive.read("xl/styles.bin")) if "xl/styles.bin" in archive.namelist() else _Styles()
            if not styles.percent and not styles.colours:
                return {}
            return {name: _sheet(archive.read(part), styles) for name, part in parts.items()}
    except (
        KeyError,
        IndexError,
        ValueError,
        struct.error,
        zipfile.BadZipFile,
        ElementTree.ParseError,
    ):  # damaged in this
        return None


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The number and content of each record."""
    at = 0
    while at < len(part):
        number, at = _varying(part, at, most=2)
        size, at = _varying(part, at, most=4)
        if at + size > len(part):
            raise ValueError("a record is cut short")
        yield number, part[at : at + size]
        at += size


def _varying(part: bytes, at: int, *, most: int) -> tuple[int, int]:
    """A number in as many bytes as it takes, seven bits in each, and where it ends."""
    value = 0
    for place in range(most):
        byte = part[at]
        value |= (byte & 0x7F) << (7 * place)
        at += 1
        if byte < 0x80:
            break
    return value, at


def _text(content: bytes, at: int) -> tuple[str, int]:
    """A text behind its length, and where it ends."""
    (length,) = struct.unpack_from("<I", content, at)
    end = at + 4 + (0 if length == _NO_TEXT else 2 * length)
    return content[at + 4 : end].decode("utf-16-le"), end


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name -> the part that holds it."""
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.bin.rels"))
    parts = {link.get("Id"): normpath(join("xl", link.get("Target", ""))).lstrip("/") for link in links}
    found: dict[str, str] = {}
    for number, content in _records(archive.read("xl/workbook.bin")):
        if number == _SHEET:
            link, end = _text(content, 8)
            part = parts.get(link, "")
            found |= {_text(content, end)[0]: part} if "worksheets/" in part else {}
    return found


def _styles(part: bytes) -> _Styles:
    found, formats, fills, in_cells, place = _Styles(), set(_BUILT_IN), list[str](), False, 0
    for number, content in _records(part):
        if number == _FORMAT:
            (own,) = struct.unpack_from("<H", content)
            formats = formats | {own} if percents.shows(_text(content, 2)[0]) else formats - {own}
        elif number == _FILL:
            fills.append(_colour(content))
        elif number in _CELL_STYLES:
            in_cells = number == _CELL_STYLES[0]
        elif number == _STYLE and in_cells:
            form, fill = struct.unpack_from("<H", content, 2)[0], struct.unpack_from("<H", content, 6)[0]
            found.percent |= {place} if form in formats else set()
            found.colours |= {place: fills[fill]} if fills[fill] else {}
            place += 1
    return found


def _colour(fill: bytes) -> str:
    """The name of a plain fill's colour; "" where it is none, or white."""
    (pattern,) = struct.unpack_from("<I", fill)
    kind, index, tint, rgb = fill[4] >> 1, fill[5], struct.unpack_from("<h", fill, 6)[0], fill[8:11]
    if pattern != _SOLID or not kind or (kind == _RGB and rgb == _WHITE):
        return ""
    return f"#{rgb.hex()}" if kind == _RGB else f"{kind}/{index}/{tint}"


def _sheet(part: bytes, styles: _Styles) -> Shown:
    found, row = Shown(), 0
    for number, content in _records(part):
        if number == _ROW:
            (row,) = struct.unpack_from("<I", content)
        elif _BLANK <= number <= _LAST_CELL and len(content) >= 8:
            (column,), style = struct.unpack_from("<I", content), int.from_bytes(content[4:7], "little")
            if style in styles.percent and number in (_RK, _REAL, _FORMULA):
                found.marks[row, column] = percents.text(_value(number, content))
            if style in styles.colours:
                found.fills[row, column] = styles.colours[style]
    return found.small()


def _value(number: int, content: bytes) -> float:
    """A cell's number; one in four bytes is whole or the first half of a long one, maybe in hundredths."""
    if number != _RK:
        return float(struct.unpack_from("<d", content, 8)[0])
    (packed,) = struct.unpack_from("<i", content, 8)
    is_whole, in_hundredths = packed & 2, packed & 1
    value = float(packed >> 2) if is_whole else struct.unpack("<d", b"\0\0\0\0" + struct.pack("<i", packed & ~3))[0]
    return value / 100 if in_hundredths else value
