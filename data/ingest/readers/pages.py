"""The XML of a sheet whose rows and cells follow one another plainly, cut up in whole blocks.

Every byte belongs to a row's tag, a cell's place or a cell's body; where one doesn't, the sheet is left to the reader
that knows all of XML.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_BLOCK = 1 << 20
"""Bytes looked at together: what fits the processor's cache is many times quicker."""
_OPEN, _CLOSE, _END_OF_ROW = b"<sheetData>", b"</sheetData>", b"</row>"
_BETWEEN = r"^(?:</row>)?\s*(?:<row(?:\s[^<>]*)?>\s*)*$"
"""What may stand before a row's first cell and behind its last one."""
_BODY = r"(?s)^[^<>]*(?:/>|>.*</c>)\s*$"
_LETTERS, _DIGITS = 3, 7
_COLUMNS = 1 << 14


@dataclass(frozen=True)
class Page:
    """The cells of a sheet from left to right and top to bottom, rows and columns from 0.

    ``bodies`` are the distinct cells as written, without their places; ``codes`` say which of them each cell is.
    """

    rows: np.ndarray
    columns: np.ndarray
    codes: np.ndarray
    bodies: pa.Array


def cut(xml: bytes) -> Page | None:
    """The cells of a sheet; None where it isn't plain: other tags among the rows, cells without a place or out of order."""
    start, end = xml.find(_OPEN), xml.rfind(_CLOSE)
    if start < 0 and b"<sheetData/>" in xml:
        return _whole([])
    if not 0 <= start < end or b"\r" in xml:
        return None
    letters = np.frombuffer(xml, np.uint8)
    with ThreadPoolExecutor(2) as beside:
        found = list(beside.map(lambda part: _block(letters, *part), _parts(xml, start + len(_OPEN), end)))
    return _whole([one for one in found if one is not None]) if all(one is not None for one in found) else None


def _parts(xml: bytes, start: int, end: int) -> list[tuple[int, int]]:
    """The blocks, each of them whole rows."""
    parts = []
    while start < end:
        last = xml.rfind(_END_OF_ROW, start, start + _BLOCK) if end - start > _BLOCK else -1
        stop = end if end - start <= _BLOCK else last if last >= 0 else xml.find(_END_OF_ROW, start, end)
        stop = end if stop in (-1, end) else stop + len(_END_OF_ROW)
        parts.append((start, stop))
        start = stop
    return parts


_Block = tuple[np.ndarray, np.ndarray, pa.DictionaryArray]


def _block(letters: np.ndarray, start: int, end: int) -> _Block | None:
    """(rows, columns, bodies) of the cells between two places of the XML; None where they aren't plain."""
    part = letters[start : end + 20]  # a place is read to its end, also where the block's end cuts it
    tags = np.flatnonzero(part[: end - start] == ord("<"))
    first, second, third = part[tags + 1], part[tags + 2], part[tags + 3]
    if (first == ord("!")).any():
        return None
    cells = tags[(first == ord("c")) & (second == ord(" "))]
    row_ends = tags[(first == ord("/")) & (second == ord("r")) & (third == ord("o"))]
    places = _places(part, cells)
    if places is None:
        return None
    rows, columns, bodies = places
    pieces, body_of, row_of = _pieces(part[: end - start], cells, bodies, row_ends)
    if not pc.all(pc.match_substring_regex(pieces.take(row_of), _BETWEEN)).as_py():
        return None
    return rows, columns, pc.dictionary_encode(pieces.take(body_of))


def _places(part: np.ndarray, cells: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray] | None:
    """(row, column, where the body begins) of each cell, of ``<c r="AB12"``; None where one is written otherwise."""
    plain = (part[cells + 3] == ord("r")) & (part[cells + 4] == ord("=")) & (part[cells + 5] == ord('"'))
    at = cells + 6
    column, row = np.zeros(len(cells), np.int32), np.zeros(len(cells), np.int32)
    for _ in range(_LETTERS):
        letter = part[at] - np.uint8(ord("A"))
        told = letter < 26
        column = np.where(told, column * 26 + letter + 1, column)
        at = at + told
    for _ in range(_DIGITS):
        digit = part[at] - np.uint8(ord("0"))
        told = digit < 10
        if not told.any():
            break
        row = np.where(told, row * 10 + digit, row)
        at = at + told
    plain &= (part[at] == ord('"')) & (row > 0) & (column > 0) & (column <= _COLUMNS)
    return (row - 1, column - 1, at + 1) if plain.all() else None


def _pieces(
    part: np.ndarray, cells: np.ndarray, bodies: np.ndarray, row_ends: np.ndarray
) -> tuple[pa.Array, pa.Array, pa.Array]:
    """The block as pieces that follow one another: which are bodies of cells, and which stand around the rows."""
    between = np.concatenate([[0], row_ends])
    before = np.searchsorted(cells, between)
    shift = np.cumsum(np.bincount(before, minlength=len(cells) + 1))[: len(cells)]
    place_at = 2 * np.arange(len(cells)) + shift
    row_at = 2 * before + np.arange(len(between))
    offsets = np.empty(2 * len(cells) + len(between) + 1, np.int32)
    offsets[place_at], offsets[place_at + 1], offsets[row_at], offsets[-1] = cells, bodies, between, len(part)
    pieces = pa.Array.from_buffers(pa.binary(), len(offsets) - 1, [None, pa.py_buffer(offsets), pa.py_buffer(part)])
    return pieces, pa.array(place_at + 1), pa.array(row_at)


def _whole(blocks: list[_Block]) -> Page | None:
    """The blocks as one; None where cells don't follow one another or a body isn't whole."""
    rows = np.concatenate([np.zeros(0, np.int32), *(rows for rows, _, _ in blocks)])
    columns = np.concatenate([np.zeros(0, np.int32), *(columns for _, columns, _ in blocks)])
    if not (np.diff(rows.astype(np.int64) * _COLUMNS + columns) > 0).all():
        return None
    kind = pa.dictionary(pa.int32(), pa.binary())
    coded = pa.chunked_array([bodies for _, _, bodies in blocks], kind).unify_dictionaries()
    distinct = coded.chunk(0).dictionary if coded.num_chunks else pa.array([], pa.binary())
    if not pc.all(pc.match_substring_regex(distinct, _BODY), min_count=0).as_py():
        return None
    codes = np.concatenate([np.zeros(0, np.int32), *(chunk.indices.to_numpy() for chunk in coded.chunks)])
    return Page(rows, columns, codes, distinct)
