"""The XML of a sheet whose rows and cells follow one another plainly, cut up in whole blocks.

Every byte belongs to a row's tag, a cell's place or a cell's body; where one doesn't, the sheet is left to the reader
that knows all of XML.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.readers import merges

_BLOCK = 1 << 20
"""Bytes looked at together: what fits the processor's cache is many times quicker."""
_OPEN, _CLOSE, _NO_ROWS, _END_OF_ROW = b"<sheetData>", b"</sheetData>", b"<sheetData/>", b"</row>"
_LONGEST_ROW, _LONGEST_PLACE = 1 << 22, 20
_BETWEEN = r"^(?:</row>)?\s*(?:<row(?:\s[^<>]*)?>\s*)*$"
"""What may stand before a row's first cell and behind its last one."""
_BODY = r"(?s)^[^<>]*(?:/>|>.*</c>)\s*$"
_LETTERS, _DIGITS = 3, 7
_COLUMNS = 1 << 14
_READERS = 2
"""Threads that look at blocks: the one that unpacks them mostly waits."""


@dataclass(frozen=True)
class Page:
    """The cells of a sheet from left to right and top to bottom, rows and columns from 0.

    ``bodies`` are the distinct cells as written, without their places; ``codes`` say which of them each cell is.
    """

    rows: np.ndarray
    columns: np.ndarray
    codes: np.ndarray
    bodies: pa.Array
    tail: bytes = b""
    """What follows the rows."""


def cut(xml: IO[bytes]) -> Page | None:
    """The cells of a sheet; None where it isn't plain: other tags among the rows, cells without a place or out of order.

    Blocks are looked at while the next one is unpacked.
    """
    found, tail = [], bytearray()
    with ThreadPoolExecutor(_READERS) as beside:
        for block in _blocks(xml, tail):
            if block is None:
                return None
            found.append(beside.submit(_block, block))
        blocks = [one.result() for one in found]
    plain = [one for one in blocks if one is not None]
    return _whole(plain, bytes(tail)) if len(plain) == len(blocks) else None


def _blocks(xml: IO[bytes], tail: bytearray) -> Iterator[bytes | None]:
    """The rows of a sheet, some whole rows at a time; None where they don't begin or end plainly.

    What follows the rows is put into ``tail``, as much of it as is looked at.
    """
    rest, begun, ended = b"", False, False
    while chunk := xml.read(_BLOCK):  # to the end of the page: only then is it known to be undamaged
        if ended:
            tail += chunk[: merges.MOST_BYTES - len(tail)]
            continue
        rest += chunk
        if not begun:
            if _NO_ROWS in rest:
                return
            start = rest.find(_OPEN)
            begun, rest = start >= 0, rest[start + len(_OPEN) :] if start >= 0 else rest
        ended = begun and _CLOSE in rest
        stop = rest.find(_CLOSE) if ended else rest.rfind(_END_OF_ROW) + len(_END_OF_ROW) if _END_OF_ROW in rest else 0
        if ended:
            tail += rest[stop:]
        if begun and stop:
            yield rest[:stop]
            rest = rest[stop:]
        if len(rest) > _LONGEST_ROW and not ended:
            break
    if not ended:
        yield None


_Block = tuple[np.ndarray, np.ndarray, pa.DictionaryArray]


def _block(block: bytes) -> _Block | None:
    """(rows, columns, bodies) of the cells of some rows; None where they aren't plain."""
    if b"\r" in block:
        return None
    end, part = len(block), np.frombuffer(block + bytes(_LONGEST_PLACE), np.uint8)
    tags = np.flatnonzero(part[:end] == ord("<"))
    first, second, third = part[tags + 1], part[tags + 2], part[tags + 3]
    if (first == ord("!")).any():
        return None
    cells = tags[(first == ord("c")) & (second == ord(" "))]
    row_ends = tags[(first == ord("/")) & (second == ord("r")) & (third == ord("o"))]
    places = _places(part, cells)
    if places is None:
        return None
    rows, columns, bodies = places
    pieces, body_of, row_of = _pieces(part[:end], cells, bodies, row_ends)
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


def _whole(blocks: list[_Block], tail: bytes) -> Page | None:
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
    return Page(rows, columns, codes, distinct, tail)
