"""Whole columns of text: what may stand in them, and their distinct texts."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pyarrow.compute as pc

FEW = 5_000
"""So many cells aren't worth a second thread."""


def holds(column: pa.ChunkedArray, sign: str) -> bool:
    """Whether some cell has the sign in it. The bytes beneath a column, which may be more than its own, are asked first."""
    return _may_hold(column, sign.encode()) and bool(pc.any(pc.match_substring(column, sign)).as_py())


def _may_hold(column: pa.ChunkedArray, sign: bytes) -> bool:
    if not pa.types.is_string(column.type):
        return True
    beneath = (chunk.buffers()[2] for chunk in column.chunks)
    return any(sign in one.to_pybytes() for one in beneath if one is not None)


def filled(column: pa.ChunkedArray, other: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column with what another one says in its blank cells."""
    blank = pc.equal(pc.fill_null(pc.utf8_trim_whitespace(column), ""), "")
    return pc.if_else(blank, other, column)


def coded(columns: Iterable[pa.Array]) -> list[pa.DictionaryArray]:
    """Each column as its distinct texts and, for each row, which of them it has; on several threads."""
    given = list(columns)
    if sum(map(len, given)) <= FEW:
        return [pc.dictionary_encode(one) for one in given]
    with ThreadPoolExecutor() as pool:
        return list(pool.map(pc.dictionary_encode, given))
