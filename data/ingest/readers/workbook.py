"""A workbook's sheets as text. For the child process only: a hostile workbook can end its reader."""

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data.ingest.model import FileRefused, Sheet
from data.ingest.readers import binary, limits, merges, old, opendocument, scanned
from data.ingest.readers.cells import text
from data.ingest.readers.formulas import Marks, marks
from data.ingest.readers.opendocument import Shown

_BLOCK = 10_000
"""Rows turned to text at a time: Python's objects take ten times the room of the text."""


def sheets(name: str, data: bytes, kind: str) -> list[Sheet]:
    """The sheets of a workbook that have something in them, hidden ones flagged; chart sheets are skipped.

    Errors: FileRefused for a password, a damaged file, or more than the limits allow.
    """
    try:
        plain = scanned.sheets(name, data) if kind == "xlsx" else None
        found = _whole(name, data, kind) if plain is None else plain
    except PasswordError as error:
        raise FileRefused(
            f"{name} is protected by a password; save it without a password and choose it again."
        ) from error
    except (CalamineError, zipfile.BadZipFile, KeyError, OSError) as error:
        raise FileRefused(f"{name} is damaged and can't be read; open it in Excel and save it again.") from error
    return [sheet for sheet in found if sheet.cells.num_rows]


def _whole(name: str, data: bytes, kind: str) -> list[Sheet]:
    """The sheets as calamine reads them, cell by cell."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    limits.check_sheets(name, len(book.sheet_names))
    with ThreadPoolExecutor(1) as beside:
        asked = beside.submit(_SHOWN.get(kind, lambda _: None), data)
        return [_told(name, book.get_sheet_by_name(title), hidden, asked.result()) for title, hidden in _grids(book)]


def _told(file: str, grid: CalamineSheet, hidden: bool, told: dict[str, Shown] | None) -> Sheet:
    """One sheet, bare where nothing can be told of what its cells show."""
    sheet = _sheet(file, grid, hidden, (told or {}).get(grid.name, Shown()))
    return sheet if told is not None else replace(sheet, is_bare=True)


def _grids(book: CalamineWorkbook) -> Iterator[tuple[str, bool]]:
    for one in book.sheets_metadata:
        if one.typ == SheetTypeEnum.WorkSheet:
            yield one.name, one.visible != SheetVisibleEnum.Visible


def _of_xlsx(data: bytes) -> dict[str, Shown]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: Shown(found) for name, found in marks(archive).items()}


_SHOWN: dict[str, Callable[[bytes], dict[str, Shown] | None]] = {
    "xlsx": _of_xlsx, "xlsb": binary.shown, "ods": opendocument.shown, "xls": old.shown,
}  # fmt: skip
"""What tells, beside the values, what the cells of a workbook show; None where it can't."""


def _sheet(file: str, grid: CalamineSheet, hidden: bool, told: Shown) -> Sheet:
    shown = told.marks
    left = grid.start[1] if grid.start else 0
    last, end = grid.end or (-1, -1)
    height = 1 + max([last, *(row for row, _ in shown)])
    width = 1 + max([end, *(column for _, column in shown)])
    limits.check_size(file, grid.name, height, width)
    columns: list[list[pa.Array]] = [[] for _ in range(width)]
    rows = iter(grid.iter_rows()) if grid.start else iter(())
    marked = _by_block(shown)
    for number, first in enumerate(range(0, height, _BLOCK)):
        _block(columns, list(islice(rows, _BLOCK)), left, min(_BLOCK, height - first), marked.get(number, {}))
    arrays = [pa.chunked_array(column, pa.string()) for column in columns]
    cells = pa.table({f"c{i}": array for i, array in enumerate(arrays)})
    limits.check_text(file, grid.name, cells)
    merged = merges.down(grid.merged_cell_ranges or ())
    return Sheet(grid.name, cells, pa.array(range(1, height + 1), pa.int32()), hidden, told.fills, merged)


def _by_block(shown: Marks) -> dict[int, dict[int, list[tuple[int, str]]]]:
    """Block of rows -> column -> (row in the block, mark)."""
    found: dict[int, dict[int, list[tuple[int, str]]]] = {}
    for (row, column), mark in shown.items():
        found.setdefault(row // _BLOCK, {}).setdefault(column, []).append((row % _BLOCK, mark))
    return found


def _block(
    columns: list[list[pa.Array]],
    rows: list[list[Any]],
    left: int,
    height: int,
    marked: dict[int, list[tuple[int, str]]],
) -> None:
    """Append one block of rows to each column."""
    texts = list(zip(*rows, strict=True)) if rows else []
    for at, column in enumerate(columns):
        values = texts[at - left] if left <= at < left + len(texts) else ()
        cells = (
            list(values) if _only_texts(values) else [value if type(value) is str else text(value) for value in values]
        )
        cells += [None] * (height - len(cells))
        for place, mark in marked.get(at, ()):
            cells[place] = mark
        column.append(_without_empty(pa.array(cells, pa.string())))


def _only_texts(values: Sequence[Any]) -> bool:
    return set(map(type, values)) <= {str}


def _without_empty(cells: pa.Array) -> pa.Array:
    return pc.if_else(pc.equal(cells, ""), pa.scalar(None, pa.string()), cells)
