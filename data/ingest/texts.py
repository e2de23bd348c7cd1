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
    spelt = [(one, likely) for one in beneath if (likely := [sign for sign in wanted if _has_letters(one, sign)])]
    if any(map(bytes.isalpha, wanted)):
        spelt = [(one.lower(), likely) for one, likely in spelt]
    return any(sign in one for one, likely in spelt for sign in likely)


def _has_letters(beneath: bytes, sign: bytes) -> bool:
    """Whether each letter of a sign stands somewhere in the bytes: a column of ids has few, which is told at once."""
    return all(one in beneath or other in beneath for one, other in zip(sign, sign.upper(), strict=True))


def whole(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    """A column as one array: what is one already isn't copied."""
    if not isinstance(column, pa.ChunkedArray):
        return column
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def are_distinct(column: pa.Array | pa.ChunkedArray) -> bool:
    """Whether no two cells say the same, blank ones aside; of texts that rise from row to row that is told quickly."""
    texts = whole(column.drop_null())
    if pc.all(pc.less(texts[:-1], texts[1:])).as_py():
        return True
    return len(texts.unique()) == len(texts)


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
