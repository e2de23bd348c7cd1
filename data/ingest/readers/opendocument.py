"""What an OpenDocument sheet shows beside its values: numbers in percent, and cells that are filled with a colour."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from data.ingest.readers import fills, percents
from data.ingest.readers.fills import Fills

Marks = dict[tuple[int, int], str]
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_TELLING = (b'"percentage"', b"background-color")
_PLAIN = ("transparent", "#ffffff")
_MOST_REPEATED = 1_000
"""Cells or rows alike that are told one by one; more of them fill a sheet to its end."""


@dataclass
class Shown:
    """(row, column), both from 0 -> the text of a number in percent; -> the colour of a filled cell of a small sheet."""

    marks: Marks = field(default_factory=dict)
    fills: Fills = field(default_factory=dict)

    def small(self) -> "Shown":
        """Without the colours of a large sheet: they are looked at on drawn calendars and grids only."""
        return self if len(self.fills) <= fills.MOST_CELLS else Shown(self.marks)


@dataclass
class _Place:
    """Where the reading of a sheet stands."""

    name: str = ""
    row: int = 0
    styles: list[str] = field(default_factory=list)
    """The usual style of each column."""


def shown(data: bytes) -> dict[str, Shown]:
    """Sheet name -> what it shows, of sheets that show anything."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml")
    if not any(telling in content for telling in _TELLING):
        return {}
    found: dict[str, Shown] = {}
    colours: dict[str, str] = {}
    at = _Place()
    for event, element in ElementTree.iterparse(io.BytesIO(content), events=("start", "end")):
        if event == "start" and element.tag == f"{_TABLE}table":
            at = _Place(element.get(f"{_TABLE}name", ""))
        elif event == "end" and element.tag == f"{_STYLE}style":
            colours |= _colour(element)
        elif event == "end" and element.tag == f"{_TABLE}table-column":
            at.styles += [element.get(f"{_TABLE}default-cell-style-name", "")] * _times(element, "columns")
        elif event == "end" and element.tag == f"{_TABLE}table-row":
            _read(found.setdefault(at.name, Shown()), element, at, colours)
            element.clear()
    return {name: one.small() for name, one in found.items() if one.marks or one.fills}


def _colour(style: ElementTree.Element) -> dict[str, str]:
    told = style.find(f"{_STYLE}table-cell-properties")
    colour = told.get(f"{_FO}background-color", "") if told is not None else ""
    return {style.get(f"{_STYLE}name", ""): colour} if colour and colour.lower() not in _PLAIN else {}


def _times(element: ElementTree.Element, what: str) -> int:
    """How many cells, columns or rows one element stands for."""
    return min(int(element.get(f"{_TABLE}number-{what}-repeated", "1")), _MOST_REPEATED + 1)


def _read(one: Shown, row: ElementTree.Element, at: _Place, colours: dict[str, str]) -> None:
    times = _times(row, "rows")
    for column, cell in _cells(row) if times <= _MOST_REPEATED else ():
        usual = at.styles[column] if column < len(at.styles) else ""
        colour = colours.get(cell.get(f"{_TABLE}style-name", usual))
        share = cell.get(f"{_OFFICE}value") if cell.get(f"{_OFFICE}value-type") == "percentage" else None
        for number in range(at.row, at.row + times):
            if share is not None:
                one.marks[number, column] = percents.text(float(share))
            if colour:
                one.fills[number, column] = colour
    at.row += times


def _cells(row: ElementTree.Element) -> Iterator[tuple[int, ElementTree.Element]]:
    column = 0
    for cell in row:
        if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            times = _times(cell, "columns")
            if times <= _MOST_REPEATED:
                yield from ((column + number, cell) for number in range(times))
            column += times
