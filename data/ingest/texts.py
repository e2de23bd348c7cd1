"""Whole columns of text: what may stand in them, and their distinct texts."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pyarrow.compute as pc

FEW = 5_000
"""So many cells aren't worth a second thread."""


def holds(column: pa.ChunkedArray, sign: str) -> bool:
    """Whether some cell has the sign in it. The bytes beneath a column, which may be more than its own, are asked first."""
    return may_hold(column, [sign]) and bool(pc.any(pc.match_substring(column, sign)).as_py())


def may_hold(column: pa.Array | pa.ChunkedArray, signs: Iterable[str]) -> bool:
    """Whether the bytes beneath a column, which may be more than its own, have one of the signs in them, or none is asked.

    Words are given in small letters, and found in any.
    """
    wanted = [sign.encode() for sign in signs]
    if not wanted or not pa.types.is_string(column.type):
        return True
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    beneath = [one.to_pybytes() for chunk in chunks if (one := chunk.buffers()[2]) is not None]
    if any(map(bytes.isalpha, wanted)):
        beneath = [one.lower() for one in beneath]
    return any(sign in one for one in beneath for sign in wanted)


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
