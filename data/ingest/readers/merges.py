"""Which cells of a sheet are merged down several rows: what the first one says is said of all of them."""

import re
from collections.abc import Iterable

from data.ingest.model import Merges

MOST_BYTES = 1 << 22
"""Of what follows the rows of a sheet; merged cells beyond it are as blank as they are written."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')
Corner = tuple[int, int]


def of_tail(tail: bytes) -> Merges:
    """Column -> (first row, last row) of cells merged down, all from 0, of the XML behind the rows of a sheet."""
    return down(((int(a) - 1, _column(at)), (int(b) - 1, 0)) for at, a, b in _MERGED.findall(tail))


def down(ranges: Iterable[tuple[Corner, Corner]]) -> Merges:
    """Of ranges (first row, first column), (last row, last column) those that go down, by their first column.

    A range that overlaps an earlier one, as only a damaged workbook has it, is passed over.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    for (first, column), (last, _) in sorted(ranges):
        spans = found.setdefault(column, [])
        if last > first and (not spans or first > spans[-1][1]):
            spans.append((first, last))
    return {column: tuple(spans) for column, spans in found.items() if spans}


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1
