"""A sheet that is put together cell by cell, as pages of tags tell it: what they say twice or out of order stands once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import pyarrow as pa

from data.ingest.model import Sheet
from data.ingest.readers import fills, limits, merges
from data.ingest.readers.fills import Fills

_SHORT = re.compile(r"^#([0-9a-f])([0-9a-f])([0-9a-f])$")
_WHITE = frozenset(("white", "#fff", "#ffffff", "transparent", "none", "auto", "automatic"))


@dataclass
class Drawn:
    """One sheet while it is read; rows and columns are numbered from 0."""

    name: str
    hidden: bool = False
    columns: dict[int, dict[int, str]] = field(default_factory=dict)
    """Column -> row -> the text of a cell."""
    colours: Fills = field(default_factory=dict)
    ranges: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    """The first and the last cell of those that are merged."""

    def put(self, row: int, column: int, text: str | None, colour: str = "") -> None:
        """Say what a cell shows."""
        if text:
            self.columns.setdefault(column, {})[row] = text
        if colour and colour.lower() not in _WHITE and len(self.colours) <= fills.MOST_CELLS:
            self.colours[row, column] = _SHORT.sub(r"#\1\1\2\2\3\3", colour.lower())

    def merge(self, row: int, column: int, down: int, across: int) -> None:
        """Say that a cell reaches over so many more rows and columns."""
        if down > 0:
            self.ranges.append(((row, column), (row + down, column + across)))

    def sheet(self, file: str) -> Sheet:
        """The sheet, to the last row that shows something. Errors: FileRefused where it is larger than is read."""
        height = 1 + max((row for rows in self.columns.values() for row in rows), default=-1)
        width = 1 + max(self.columns, default=-1)
        limits.check_size(file, self.name, height, width)
        cells = pa.table({f"c{column}": self._column(column, height) for column in range(width)})
        limits.check_text(file, self.name, cells)
        colours = {} if len(self.colours) > fills.MOST_CELLS else self.colours
        numbers = pa.array(range(1, height + 1), pa.int32())
        return Sheet(self.name, cells, numbers, self.hidden, colours, merges.down(self._ranges(height)))

    def _column(self, column: int, height: int) -> pa.Array:
        texts = self.columns.get(column, {})
        return pa.array([texts.get(row) for row in range(height)], pa.string())

    def _ranges(self, height: int) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
        return ((first, (min(last[0], height - 1), last[1])) for first, last in self.ranges)
