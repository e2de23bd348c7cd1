"""A sheet as its reader gives it, and the tables found in it."""

from collections import abc
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import pyarrow as pa

from data.errors import UserError
from data.ingest.texts import distinct, holds


class FileRefused(UserError):  # noqa: N818 - the sentence names the outcome
    """A whole file can't be read; the message is one sentence: which file, what is wrong, what to do."""


Merges = dict[int, tuple[tuple[int, int], ...]]
"""Column -> (first row, last row) of each of its cells that is merged down, all from 0."""


@dataclass(frozen=True)
class Sheet:
    """One sheet as text. ``cells`` has string columns c0, c1, ...; row_numbers are the file's own, from 1.

    Text of cells: dates YYYY-MM-DD (with HH:MM:SS where the cell has a time), times HH:MM:SS, durations [h]:MM:SS,
    numbers in their shortest form, booleans TRUE/FALSE, errors as Excel shows them (#DIV/0!), a formula without a
    stored value as UNCALCULATED, an empty cell null. Text cells are as written.
    """

    name: str
    cells: pa.Table
    row_numbers: pa.Array
    hidden: bool = False
    fills: dict[tuple[int, int], str] = field(default_factory=dict)
    """(row, column), both from 0 -> colour of the cells of a small sheet that are filled with one, blank ones too."""
    merges: Merges = field(default_factory=dict)
    is_bare: bool = False
    """Whether its reader tells neither colours nor which numbers are shown in percent."""


UNCALCULATED = "#UNCALCULATED!"


@dataclass(frozen=True)
class LeftOut:
    """A row that isn't a record, and why (banner, total, repeated header, section title, comment, blank, ...)."""

    row: int
    reason: str


FIRST_ROWS = 300
"""The rows of a column that tell what it is; all of them only have to bear it out."""
Texts: TypeAlias = pa.Array | pa.ChunkedArray | Sequence[str | None]
"""The cells of a column."""


@dataclass(frozen=True)
class Table:
    """A table found in a sheet. ``body`` has one string column a heading, in order (c0, c1, ...).

    Head-block values (student, provider, month above the grid) and section titles have become columns of their own.
    A month grid or a column-a-date sheet has been turned to long form with the columns named in ``melted``.
    """

    sheet: str
    headings: tuple[str, ...]
    body: pa.Table
    row_numbers: pa.Array
    header_row: int | None
    left_out: tuple[LeftOut, ...] = ()
    melted: tuple[str, str] | None = None
    """(date heading, value heading) of a table that was turned to long form."""
    notes: tuple[str, ...] = ()
    """Titles and banners above the table, as evidence (month, year, dataset words)."""
    legend: dict[str, str] = field(default_factory=dict)
    """The key that rows beside the records, or other sheets, give to codes: code in lower case -> meaning in words."""
    told: tuple[str, ...] = ()
    """Sentences for a person on how it was read, where it isn't a plain one, and on what is not read."""

    _texts: dict[int, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _opening: dict[int, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was told of columns: most steps ask the same of a table, and leave it as it is."""

    def texts(self, place: int) -> tuple[str, ...]:
        """The distinct texts of a column, as written; blank ones are none."""
        if place not in self._texts:
            self._texts[place] = tuple(distinct(self.body.column(place)))
        return self._texts[place]

    def opening(self, place: int) -> tuple[str, ...]:
        """The texts of a column's first rows, as written; blank ones are none."""
        if place not in self._opening:
            first = self.body.column(place).slice(0, FIRST_ROWS).to_pylist()
            self._opening[place] = tuple(text for text in first if text and not text.isspace())
        return self._opening[place]

    def all_are(self, place: int, judge: abc.Callable[[str], object]) -> bool:
        """Whether a column holds something, and each of its texts passes; most columns fail in their first rows."""
        if not all(map(judge, dict.fromkeys(self.opening(place)))):
            return False
        texts = self.texts(place)
        return bool(texts) and all(map(judge, texts))

    def first(self, place: int) -> str:
        """The first text of a column that says something, of its first rows; "" where none of them does."""
        return next(iter(self.opening(place)), "")

    def has_any(self, place: int, signs: Iterable[str]) -> bool:
        """Whether some cell of a column has one of the signs in it; most columns don't, and are looked at no further."""
        return any(holds(self.body.column(place), sign) for sign in signs)

    def also(self, heading: str, column: Texts) -> "Table":
        """The table with one more column, after all others."""
        return replace(self, headings=(*self.headings, heading), body=body_of([*self.body.columns, column]))

    def instead(self, place: int, made: abc.Mapping[str, Texts]) -> "Table":
        """The table with columns of these headings in a column's place."""
        headings, columns = list(self.headings), list(self.body.columns)
        headings[place : place + 1], columns[place : place + 1] = made.keys(), made.values()
        return replace(self, headings=tuple(headings), body=body_of(columns))

    def filled(self, place: int, column: Texts) -> "Table":
        """The table with other texts under a heading."""
        return self.instead(place, {self.headings[place]: column})

    def called(self, place: int, heading: str) -> "Table":
        """The table with a column under another heading."""
        return replace(self, headings=(*self.headings[:place], heading, *self.headings[place + 1 :]))

    def without(self, *places: int) -> "Table":
        """The table without some columns."""
        kept = [place for place in range(len(self.headings)) if place not in places]
        headings = tuple(self.headings[place] for place in kept)
        return replace(self, headings=headings, body=body_of(self.body.column(place) for place in kept))

    def rows(self, source: Sequence[int]) -> "Table":
        """The table with these of its rows, in this order; one may come several times, as a record each."""
        taken = pa.array(source, pa.int64())
        body = body_of(column.take(taken) for column in self.body.columns)
        return replace(self, body=body, row_numbers=self.row_numbers.take(taken))

    def in_parts(self, parts: abc.Mapping[int, Sequence[Sequence[str | None]]]) -> "Table":
        """The table with a record for each part of a row's cells, by column; a row without any part stays one."""
        sizes = [max(1, *map(len, told)) for told in zip(*parts.values(), strict=True)]
        found = [(row, number) for row, size in enumerate(sizes) for number in range(size)]
        table = self.rows([row for row, _ in found])
        for place, told in parts.items():
            table = table.filled(place, [told[row][at] if at < len(told[row]) else None for row, at in found])
        return table

    def noted(self, note: str) -> "Table":
        """The table with one more sentence for a person on how it was read, or on what is not read."""
        return replace(self, notes=(*self.notes, note), told=(*self.told, note))

    def leaving(self, rows: Collection[int], reason: str) -> "Table":
        """The table without some of its rows, which are left out for a reason."""
        numbers = self.row_numbers.to_pylist()
        out = (*self.left_out, *(LeftOut(numbers[row], reason) for row in rows))
        kept = self.rows([row for row in range(len(numbers)) if row not in rows])
        return replace(kept, left_out=tuple(sorted(out, key=lambda one: one.row)))


def body_of(columns: Iterable[Texts]) -> pa.Table:
    """The body of a table with these columns, in order."""
    return pa.table({f"c{number}": _column(column) for number, column in enumerate(columns)})


def _column(texts: Texts) -> pa.Array | pa.ChunkedArray:
    return texts if isinstance(texts, (pa.Array, pa.ChunkedArray)) else pa.array(texts, pa.string())
