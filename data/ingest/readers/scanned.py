"""A workbook whose sheets are plain: their cells are cut out in blocks, and each distinct cell is read once.

What a cell says is calamine's to tell, of a workbook with the same styles and strings whose only sheet holds each
distinct cell once; where it stands is told by its place. A sheet that isn't plain is left to calamine altogether.
"""

import io
import zipfile
from itertools import accumulate, chain, pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data.ingest.model import Sheet
from data.ingest.readers import fills, formulas, limits, merges, percents
from data.ingest.readers.cells import text
from data.ingest.readers.pages import Page, cut

_MAIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_SENTINEL = b"><v>7</v></c>"
"""The first and last cell of the sheet of distinct cells: it begins and ends where it should."""
_KEPT = (".xml", ".rels")


def sheets(name: str, data: bytes) -> list[Sheet] | None:
    """The sheets of an xlsx or xlsm, hidden ones flagged; None where one isn't plain.

    Errors: FileRefused where a sheet is more than the limits allow; calamine's own where the workbook is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = archive.read("xl/workbook.xml")
        paths = formulas.paths(archive, book)
        limits.check_sheets(name, len(paths))
        pages = _pages(name, archive, paths)
        if not pages:
            return None
        bodies = pa.concat_arrays([page.bodies for page in pages.values()])
        reader = _reader(archive, list(dict.fromkeys(paths.values())), bodies)
        shares = percents.of_bodies(bodies, percents.styles(archive))
        filled = fills.styles(archive)
    texts = _texts(reader, next(iter(paths)), bodies, book, shares)
    if texts is None:
        return None
    starts = accumulate((len(page.bodies) for page in pages.values()), initial=0)
    own = {title: texts.slice(at, len(page.bodies)) for (title, page), at in zip(pages.items(), starts, strict=False)}
    return [
        _sheet(name, one.name, pages[one.name], own[one.name], filled, one.visible != SheetVisibleEnum.Visible)
        for one in reader.sheets_metadata
        if one.typ == SheetTypeEnum.WorkSheet and one.name in pages
    ]


def _pages(name: str, archive: zipfile.ZipFile, paths: dict[str, str]) -> dict[str, Page] | None:
    """Sheet name -> its cells, for all sheets; None where one isn't plain."""
    found = {}
    for title, path in paths.items():
        with archive.open(path) as xml:
            page = cut(xml)
        if page is None:
            return None
        limits.check_cells(name, title, len(page.rows))
        found[title] = page
    return found


def _reader(archive: zipfile.ZipFile, pages: list[str], bodies: pa.Array) -> CalamineWorkbook:
    """The workbook with each distinct cell once, one below the other, in place of its sheets."""
    cells = b"</row><row><c".join([_SENTINEL, *bodies.to_pylist(), _SENTINEL])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as copy:
        for info in archive.infolist():
            if info.filename not in pages and info.filename.endswith(_KEPT):
                copy.writestr(info.filename, archive.read(info))
        for path in pages:
            copy.writestr(path, b"%b<row><c%b</row></sheetData></worksheet>" % (_MAIN, cells))
            cells = _SENTINEL
    out.seek(0)
    return CalamineWorkbook.from_filelike(out)


def _texts(reader: CalamineWorkbook, first: str, bodies: pa.Array, book: bytes, shares: list[int]) -> pa.Array | None:
    """What each distinct cell says; null for nothing. None where calamine found another number of cells.

    ``shares`` are the cells that are shown in percent.
    """
    values = list(chain.from_iterable(reader.get_sheet_by_name(first).iter_rows()))
    if len(values) != len(bodies) + 2 or values[0] != 7 or values[-1] != 7:
        return None
    found = [value or None if type(value) is str else text(value) for value in values[1:-1]]
    for at in shares:
        if isinstance(value := values[at + 1], (int, float)):
            found[at] = percents.text(value)
    telling = pc.or_(pc.match_substring(bodies, b"<f"), pc.match_substring(bodies, b't="e"'))
    told = {at: bodies[at].as_py() for at in np.flatnonzero(telling.to_numpy(zero_copy_only=False)).tolist()}
    for at, shown in formulas.shown_in(book, told).items():
        found[at] = shown
    return pa.array(found, pa.string())


def _sheet(file: str, title: str, page: Page, texts: pa.Array, styled: dict[int, str], hidden: bool) -> Sheet:
    filled = texts.is_valid().to_numpy(zero_copy_only=False)[page.codes]
    rows, columns, codes = page.rows[filled], page.columns[filled], page.codes[filled]
    height, width = (int(places.max()) + 1 if len(places) else 0 for places in (rows, columns))
    limits.check_size(file, title, height, width)
    _check_lengths(file, title, texts, codes)
    order = np.argsort(columns.astype(np.uint16), kind="stable")
    rows, codes = rows[order], codes[order]
    ends = np.searchsorted(columns[order], np.arange(width + 1))
    cells = {f"c{i}": _column(texts, rows[a:b], codes[a:b], height) for i, (a, b) in enumerate(pairwise(ends))}
    coloured = fills.of_cells(page.rows, page.columns, page.codes, page.bodies, styled)
    numbers = pa.array(np.arange(1, height + 1, dtype=np.int32))
    return Sheet(title, pa.table(cells), numbers, hidden, coloured, merges.of_tail(page.tail))


def _check_lengths(file: str, title: str, texts: pa.Array, codes: np.ndarray) -> None:
    """Refuse too long a cell, or too much text in all, before any of it is written out."""
    lengths = pc.fill_null(pc.binary_length(texts), 0).to_numpy()
    longest = pc.max(pc.utf8_length(texts)).as_py() or 0
    limits.check_length(file, title, longest, int(lengths[codes].sum(dtype=np.int64)))


def _column(texts: pa.Array, rows: np.ndarray, codes: np.ndarray, height: int) -> pa.Array:
    at = np.full(height, -1, np.int32)
    at[rows] = codes
    return texts.take(pa.array(at, mask=at < 0))
