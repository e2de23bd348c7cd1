"""Cells that were cut at a comma of their own: headings (Student (Last, First)) or names (Pell, Ada) that no quotes held
together, so that what stands behind them is one column further on."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import pyarrow as pa

from data.contracts import synonyms
from data.ingest.tables.grid import Cells, Grid
from data.ingest.values import dates, durations, families, words

_LOOKED_AT, _FEWEST_COLUMNS, _FEWEST_ROWS, _TRIED = 20, 3, 2, 200


def joined(grid: Grid) -> Grid:
    """The sheet with such cells whole: the row of headings, where it alone is so much wider as its open brackets tell;
    each row beneath, where all are one wider than the headings and begin a name with one word and go on with another."""
    for at in range(min(grid.height, _LOOKED_AT)):
        cells = grid.row(at)
        width = len([cell for cell in cells if cell])
        if width < _FEWEST_COLUMNS or not all(cells[:width]):
            continue
        beneath = at + 1 + np.flatnonzero(grid.counts[at + 1 :] > 1)
        if len(beneath) < _FEWEST_ROWS:
            return grid
        filled = grid.filled[beneath]
        widest = int(np.flatnonzero(filled.any(axis=0)).max()) + 1
        if width - widest == _cuts(cells) > 0:
            return _changed(grid, {at}, _whole)
        if widest == width + 1:
            rows = [grid.row(int(row)) for row in beneath[:_TRIED]]
            place = _cut_name(cells[:width], rows)
            return grid if place is None else _changed(grid, set(map(int, beneath)), partial(_together, place))
        return grid
    return grid


def _cuts(cells: Cells) -> int:
    """How many commas of headings are cut: those within brackets that open in one cell and close in a later one."""
    return len([cell for cell in cells if cell]) - len([cell for cell in _whole(cells) if cell])


def _whole(cells: Cells) -> list[str | None]:
    """A row of headings with those that brackets hold together whole; as it is where brackets stay open."""
    found: list[str | None] = []
    for cell in cells:
        if found and cell and found[-1] and found[-1].count("(") > found[-1].count(")"):
            found[-1] = f"{found[-1]}, {cell.strip()}"
        else:
            found.append(cell)
    is_closed = all(cell.count("(") == cell.count(")") for cell in found if cell)
    return [*found, *[None] * (len(cells) - len(found))] if is_closed else list(cells)


def _cut_name(heads: Cells, rows: list[Cells]) -> int | None:
    """The one column of whole names whose rows hold one word each and another behind it, where what is headed by days or
    lengths behind them stands a cell further on in each row."""
    called = {*synonyms.headings("student")["student_name"], *synonyms.headings("provider")["provider_name"]}
    found = [
        place for place, heading in enumerate(heads) if words.heading(heading or "") in called
        and all(_is_part(row[place]) and _is_part(row[place + 1]) for row in rows)
        and any(_is_further_on(rows, at, heads[at] or "") for at in range(place + 1, len(heads)))
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _is_further_on(rows: list[Cells], at: int, heading: str) -> bool:
    """Whether no row has what a heading names beneath it, and each has it in the next cell."""
    said = words.said_by(heading)
    fits = dates.looks_like if said & families.DAYS else _is_length if said & families.LENGTHS else None
    return (
        fits is not None
        and not any(fits(row[at] or "") for row in rows)
        and all(fits(row[at + 1] or "") for row in rows)
    )


def _is_length(text: str) -> bool:
    return durations.read(text).value is not None


def _is_part(cell: str | None) -> bool:
    """Whether a cell is a part of a name: words of letters that begin with a capital."""
    told = (cell or "").replace("-", " ").replace("'", "").replace(".", "").split()
    return bool(told) and all(one.isalpha() for one in told) and told[0][0].isupper()


def _together(place: int, cells: Cells) -> list[str | None]:
    name = f"{(cells[place] or '').strip()}, {(cells[place + 1] or '').strip()}"
    return [*cells[:place], name, *cells[place + 2 :], None]


def _changed(grid: Grid, rows: set[int], change: Callable[[Cells], list[str | None]]) -> Grid:
    """The sheet with other cells in some rows, and without the last columns that are blank then."""
    told = [change(grid.row(at)) if at in rows else list(grid.row(at)) for at in range(grid.height)]
    columns = [pa.array(column, pa.string()) for column in zip(*told, strict=True)]
    width = max(place + 1 for place, column in enumerate(columns) if column.null_count < len(column))
    return replace(grid, columns=tuple(columns[:width]))
