"""A sheet as rows to look at: which cells are filled, and the text of single rows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.model import Merges, Sheet
from data.ingest.texts import coded, may_hold, whole

Cells = tuple[str | None, ...]


@dataclass(frozen=True)
class Grid:
    """A sheet's columns as plain arrays. Rows and columns are places from 0; ``numbers`` are the file's own rows."""

    name: str
    columns: tuple[pa.Array, ...]
    numbers: np.ndarray
    fills: dict[tuple[int, int], str] = field(default_factory=dict)
    """(row, column) -> colour of the cells that are filled with one."""
    merges: Merges = field(default_factory=dict)

    @property
    def height(self) -> int:
        """How many rows there are, blank ones too."""
        return len(self.numbers)

    def number(self, at: int) -> int:
        """The file's own number of a row."""
        return int(self.numbers[at])

    def where(
        self, column: int, start: int, end: int, test: Callable[[pa.Array], pa.Array], needs: Iterable[str] = ()
    ) -> np.ndarray:
        """In which rows from ``start`` up to ``end`` a column's text passes; each distinct text is tested once.

        ``needs``: of these, in small letters, a text that passes has one; where no text has, none is tested.
        """
        told = self._coded[column]
        passes = self._passes(column, test) if may_hold(told.dictionary, needs) else np.zeros(0, dtype=bool)
        if not passes.any():
            return np.zeros(end - start, dtype=bool)
        if passes.all() and not told.null_count:
            return np.ones(end - start, dtype=bool)
        indices = pc.fill_null(told.indices, len(passes)).to_numpy(zero_copy_only=False)
        return np.append(passes, False)[indices[start:end]]

    def _passes(self, column: int, test: Callable[[pa.Array], pa.Array]) -> np.ndarray:
        return pc.fill_null(test(self._coded[column].dictionary), False).to_numpy(zero_copy_only=False)

    @cached_property
    def _coded(self) -> list[pa.DictionaryArray]:
        return coded(self.columns)

    @cached_property
    def filled(self) -> np.ndarray:
        """Rows by columns: whether the cell holds more than blanks."""
        if not self.columns:
            return np.zeros((self.height, 0), dtype=bool)
        return np.column_stack([self.where(column, 0, self.height, _filled) for column in range(len(self.columns))])

    @cached_property
    def counts(self) -> np.ndarray:
        """Filled cells of each row."""
        return self.filled.sum(axis=1)

    @cached_property
    def firsts(self) -> pa.Array:
        """The first filled cell of each row, as written; null in a blank row."""
        if len(self.columns) and self.filled[:, 0].all():
            return self.columns[0]
        found = pa.nulls(self.height, pa.string())
        for place, column in enumerate(self.columns):
            if not found.null_count:
                break
            shown = pc.if_else(pa.array(self.filled[:, place]), column, pa.scalar(None, pa.string()))
            found = pc.coalesce(found, shown)
        return found

    def row(self, at: int) -> Cells:
        """The texts of a row, without blanks around them; null where nothing is."""
        return tuple(_bare(column[at].as_py()) for column in self.columns)

    def texts(self, column: int, rows: np.ndarray) -> list[str | None]:
        """A column's texts in some rows, as written."""
        return self.columns[column].take(pa.array(rows, pa.int64())).to_pylist()

    def redrawn(self, rows: Sequence[tuple[Cells, int]]) -> "Grid":
        """The sheet with other rows: the cells of each, and the row of this grid from which they come."""
        width = max(len(cells) for cells, _ in rows)
        columns = tuple(
            pa.array([cells[at] if at < len(cells) else None for cells, _ in rows], pa.string()) for at in range(width)
        )
        return Grid(self.name, columns, np.array([self.numbers[at] for _, at in rows], dtype=self.numbers.dtype))


def of_sheet(sheet: Sheet) -> Grid:
    """The grid of a sheet."""
    columns = tuple(map(whole, sheet.cells.columns))
    return Grid(sheet.name, columns, sheet.row_numbers.to_numpy(), sheet.fills, sheet.merges)


def _filled(texts: pa.Array) -> pa.Array:
    return pc.not_equal(pc.utf8_trim_whitespace(texts), "")


def _bare(text: str | None) -> str | None:
    return (text or "").strip() or None
