"""Whole columns of text: what may stand in them, and their distinct texts."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar

import pyarrow as pa
import pyarrow.compute as pc

FEW = 5_000
"""So many cells aren't worth a second thread."""


def holds(column: pa.ChunkedArray, sign: str) -> bool:
    """Whether some cell has the sign in it. The texts beneath a column, which may be more than its own, are asked first."""
    return may_hold(column, [sign]) and bool(pc.any(pc.match_substring(column, sign)).as_py())


def may_hold(column: pa.Array | pa.ChunkedArray, signs: Iterable[str]) -> bool:
    """Whether the texts beneath a column, which may be more than its own, have one of the signs in them, or none is asked.

    Words are given in small letters, and found in any. Of a column whose texts were told apart, each is looked at once.
    """
    wanted = [sign.encode() for sign in signs]
    if not wanted or not pa.types.is_string(column.type):
        return True
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    beneath = [one.to_pybytes() for chunk in map(_distinct_beneath, chunks) if (one := chunk.buffers()[2]) is not None]
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


def put(column: pa.Array, cells: Mapping[int, str | None]) -> pa.Array:
    """A column with other texts in some of its rows."""
    told = column.to_pylist()
    for row, text in cells.items():
        told[row] = text
    return pa.array(told, pa.string())


def coded(columns: Iterable[pa.Array]) -> list[pa.DictionaryArray]:
    """Each column as its distinct texts and, for each row, which of them it has; on several threads.

    Within ``remembering`` a column whose texts were told apart before, alone or as the rows of a longer one, isn't again.
    """
    given = list(columns)
    told = list(map(_remembered, given))
    new = _told_apart([one for one, known in zip(given, told, strict=True) if known is None])
    return [_kept(one, next(new)) if known is None else known for one, known in zip(given, told, strict=True)]


def _told_apart(columns: list[pa.Array]) -> Iterator[pa.DictionaryArray]:
    if sum(map(len, columns)) <= FEW:
        return map(pc.dictionary_encode, columns)
    with ThreadPoolExecutor() as pool:
        return iter(list(pool.map(pc.dictionary_encode, columns)))


def distinct(column: pa.ChunkedArray) -> list[str]:
    """The distinct texts of a column, in the order in which they come; blank ones are none."""
    known = _remembered(column.chunk(0)) if column.num_chunks == 1 else None
    texts = (column.unique() if known is None else known.dictionary).to_pylist()
    return [text for text in texts if text and not text.isspace()]


_Place = tuple[int, ...]
_columns: ContextVar[OrderedDict[_Place, tuple[pa.Array, pa.DictionaryArray]] | None] = ContextVar(
    "columns", default=None
)
_MOST_COLUMNS = 128
"""Of the same rows some steps ask again and again, so that these are remembered beside the whole."""


@contextmanager
def remembering() -> Iterator[None]:
    """Have ``coded`` remember, until the end, the texts of the last columns, and of rows of theirs, that it told apart."""
    outer = _columns.set(OrderedDict())
    try:
        yield
    finally:
        _columns.reset(outer)


def _place(column: pa.Array) -> _Place | None:
    """Where the bytes of a long column of text stand: a part of its rows has them too. None for others."""
    if len(column) <= FEW or not pa.types.is_string(column.type):
        return None
    return tuple(beneath.address if beneath else 0 for beneath in column.buffers())


def _kept(column: pa.Array, told: pa.DictionaryArray) -> pa.DictionaryArray:
    place = _place(column)
    return told if place is None else _kept_at(place, column, told)


def _kept_at(place: _Place, column: pa.Array, told: pa.DictionaryArray) -> pa.DictionaryArray:
    known = _columns.get()
    if known is not None:
        known[place] = column, told  # the column keeps its bytes where they are
        if len(known) > _MOST_COLUMNS:
            known.popitem(last=False)
    return told


def _remembered(column: pa.Array) -> pa.DictionaryArray | None:
    known = _columns.get()
    place = _place(column) if known else None
    if not known or place is None or place not in known:
        return None
    own = (*place, column.offset, len(column))
    if own in known:
        return known[own][1]
    longer, told = known[place]
    start = column.offset - longer.offset
    part = _rows_of(told, start, len(column)) if 0 <= start <= len(longer) - len(column) else None
    return None if part is None else _kept_at(own, column, part)


def _distinct_beneath(column: pa.Array) -> pa.Array:
    """The distinct texts of a remembered column, or of the longer one that it is a part of; else its cells."""
    known = _columns.get()
    place = _place(column) if known else None
    if not known or place is None or place not in known:
        return column
    return known[place][1].dictionary


def _rows_of(told: pa.DictionaryArray, start: int, length: int) -> pa.DictionaryArray | None:
    """Some of the rows, with their own distinct texts; None where one of these stands in the rows before too, and so isn't
    in its own place among them."""
    keys = told.indices.slice(start, length)
    ends, before = pc.min_max(keys), pc.max(told.indices.slice(0, start)).as_py()
    first, last = ends["min"].as_py(), ends["max"].as_py()
    if first is None or (before is not None and first <= before):
        return None
    own = told.dictionary.slice(first, last - first + 1)
    return pa.DictionaryArray.from_arrays(pc.subtract(keys, pa.scalar(first, keys.type)), own)
