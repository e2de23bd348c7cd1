"""Text in which every row has as many cells as the first and quotes stand where they belong, read as one block.

Of such text all readers of csv say the same; whatever is not plain is left to the strict reader, which knows the row.
"""

import csv
import io

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from data.ingest.readers import limits

_QUOTE = 34
_BLOCK = 1 << 20


def table(text: str, separator: str, data: bytes | None = None) -> pa.Table | None:
    """The cells as string columns c0, c1, ..., an empty one null; None where the text isn't plain.

    Blank lines between the rows are rows of nulls; those at the end are left off. ``data``: the text's bytes, where they
    are at hand.
    """
    data = text.encode() if data is None else data
    rows = pa.py_buffer(data).slice(0, len(data) - _trailing(text))
    width = _width(text, separator)
    lines = 1 + max(_count(rows, sign) for sign in b"\r\n")
    if not width or lines > limits.ROWS or lines * width > limits.CELLS or not is_well_quoted(data, separator):
        return None
    names = [f"c{place}" for place in range(width)]
    try:
        cells = arrow_csv.read_csv(
            pa.BufferReader(rows),
            read_options=arrow_csv.ReadOptions(column_names=names, block_size=max(rows.size, 1) + 1),
            parse_options=arrow_csv.ParseOptions(
                delimiter=separator, ignore_empty_lines=False, newlines_in_values=True
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), null_values=[""], strings_can_be_null=True
            ),
        )
    except pa.ArrowInvalid:
        return None
    return cells if _longest(cells) <= limits.CELL_LENGTH else None


def _trailing(text: str) -> int:
    """How many ends of lines stand behind the last row."""
    end = len(text)
    while end and text[end - 1] in "\r\n":
        end -= 1
    return len(text) - end


def _count(data: pa.Buffer, letter: int) -> int:
    """How often a letter stands in the text: in blocks, which fit the processor's cache."""
    letters = np.frombuffer(data, np.uint8)
    return sum(int(np.count_nonzero(letters[at : at + _BLOCK] == letter)) for at in range(0, len(letters), _BLOCK))


def without_blank_tail(cells: pa.Table) -> pa.Table:
    """The cells without the rows at the end that hold nothing."""
    if cells.num_rows and any(column[-1].is_valid for column in cells.columns):
        return cells
    filled = np.zeros(cells.num_rows, dtype=bool)
    for column in cells.columns:
        filled |= column.is_valid().to_numpy()
    return cells.slice(0, int(filled.nonzero()[0][-1]) + 1 if filled.any() else 0)


def is_well_quoted(data: bytes, separator: str) -> bool:
    """Whether each quote opens or closes a whole cell, or is one of a pair inside of one."""
    if b'"' not in data:
        return True
    letters = np.frombuffer(data, np.uint8)
    blocks = range(0, len(data), _BLOCK)
    places = np.concatenate([at + np.flatnonzero(letters[at : at + _BLOCK] == _QUOTE) for at in blocks])
    if len(places) % 2:
        return False
    beside = np.zeros(256, dtype=bool)
    beside[[_QUOTE, *b"\r\n", *separator.encode()]] = True
    before, after = places[::2] - 1, places[1::2] + 1
    before, after = before[before >= 0], after[after < len(data)]
    return bool(beside[letters[before]].all() and beside[letters[after]].all())


def _width(text: str, separator: str) -> int:
    try:
        return len(next(csv.reader(io.StringIO(text[: limits.CELL_LENGTH * 2], newline=""), delimiter=separator), ()))
    except csv.Error:
        return 0


def _longest(cells: pa.Table) -> int:
    return max((pc.max(pc.binary_length(column)).as_py() or 0 for column in cells.columns), default=0)
