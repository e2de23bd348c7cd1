"""What a workbook says beside its values: formulas that were never calculated, and errors.

The reader gives an empty cell for both, and an error must become neither a blank nor a nought.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from data.ingest.model import UNCALCULATED
from data.ingest.readers import percents

Marks = dict[tuple[int, int], str]
"""(row, column), both from 0 -> what the cell shows instead of what was read."""

_TELLING = (b"<f", b't="e"')
_TELLING_PREFIXED = (b":f>", b":f ", b't="e"')
"""The same where the names of the tags have a prefix."""
_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>")
_MARKED = re.compile(rb'<(?:\w+:)?c(?:\s[^>]*(?<!/))?>(?=\s*<(?:\w+:)?f[\s/>])|<(?:\w+:)?c\s[^>]*\bt="e"[^>]*(?<!/)>')
_END = re.compile(rb"</(?:\w+:)?c>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</")
_PLACE = re.compile(rb'\br="([A-Z]*)(\d+)"')
_KIND = re.compile(rb'\bt="(\w+)"')


@dataclass(frozen=True)
class _Cell:
    row: int
    column: int
    kind: bytes
    formula: bool
    value: bytes


def marks(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Sheet name -> its cells that hold an error, a formula without a stored value or a percentage, of an xlsx or xlsm.

    A writer that can't calculate stores a nought for every formula and asks for calculation at the next opening:
    where that is so, every formula of the workbook counts as without a value.
    """
    book = archive.read("xl/workbook.xml")
    places, styled = paths(archive, book), percents.styles(archive)
    telling = {name: _read(archive, path) for name, path in places.items()}
    never = _never_calculated(book, [cell for cells in telling.values() for cell in cells])
    shares = {name: percents.on_page(archive.read(path), styled) if styled else {} for name, path in places.items()}
    return {
        name: shares[name] | {(cell.row, cell.column): shown for cell in cells if (shown := _shown(cell, never))}
        for name, cells in telling.items()
    }


def shown_in(book: bytes, bodies: dict[int, bytes]) -> dict[int, str]:
    """The same for cells as written, without their places: key -> what is shown, for those that show it."""
    found = {key: next(_cells(b'<c r="A1"' + body), None) for key, body in bodies.items()}
    cells = {key: cell for key, cell in found.items() if cell}
    never = _never_calculated(book, list(cells.values()))
    return {key: shown for key, cell in cells.items() if (shown := _shown(cell, never))}


def _never_calculated(book: bytes, cells: list[_Cell]) -> bool:
    return b'fullCalcOnLoad="1"' in book and all(cell.value in (b"", b"0") for cell in cells if cell.formula)


def _read(archive: zipfile.ZipFile, path: str) -> list[_Cell]:
    page = archive.read(path)
    signs = _TELLING if b"<sheetData" in page else _TELLING_PREFIXED
    return list(_cells(page)) if any(sign in page for sign in signs) else []


def _shown(cell: _Cell, never: bool) -> str | None:
    if cell.kind == b"e":
        return unescape(cell.value.decode("utf-8", "replace")) or "#VALUE!"
    if cell.formula and (never or (not cell.value and cell.kind != b"str")):
        return UNCALCULATED
    return None


def _cells(page: bytes) -> Iterator[_Cell]:
    """The cells of a sheet's XML that have a formula or an error."""
    starts = list(_MARKED.finditer(page))
    if all(_PLACE.search(start[0]) for start in starts):
        for start in starts:
            column, row = _PLACE.search(start[0]).groups()  # type: ignore[union-attr]
            yield _cell(page, start, int(row) - 1, percents.column(column))
    else:
        yield from _counted(page)


def _counted(page: bytes) -> Iterator[_Cell]:
    """The same where cells don't say their places: every row and cell is counted."""
    row, column = -1, -1
    for tag in _TAG.finditer(page):
        place = _PLACE.search(tag[0])
        if tag[1] == b"row":
            row, column = int(place[2]) - 1 if place else row + 1, -1
            continue
        column = percents.column(place[1]) if place and place[1] else column + 1
        if start := _MARKED.match(page, tag.start()):
            yield _cell(page, start, row, column)


def _cell(page: bytes, start: re.Match[bytes], row: int, column: int) -> _Cell:
    end = _END.search(page, start.end())
    body = page[start.end() : end.start() if end else None]
    kind, value = _KIND.search(start[0]), _VALUE.search(body)
    formula = _FORMULA.search(body) is not None
    return _Cell(row, column, kind[1] if kind else b"", formula, value[1].strip() if value else b"")


def paths(archive: zipfile.ZipFile, book: bytes) -> dict[str, str]:
    """Sheet name -> its place in the zip."""
    targets = {}
    for tag in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", archive.read("xl/_rels/workbook.xml.rels")):
        targets[_attribute(tag, "Id")] = _attribute(tag, "Target")
    found = {}
    for tag in re.findall(rb"<(?:\w+:)?sheet\b[^>]*>", book):
        target = targets.get(_attribute(tag, r"\w+:id"), "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if path in archive.namelist():
            found[_attribute(tag, "name")] = path
    return found


def _attribute(tag: bytes, name: str) -> str:
    match = re.search(rf"\s{name}=(?:\"([^\"]*)\"|'([^']*)')".encode(), tag)
    return unescape((match[1] or match[2] or b"").decode("utf-8", "replace")) if match else ""
