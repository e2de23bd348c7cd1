"""Several rows a student, each of one thing (Date, Min, Code), with a column a visit: a record for each visit."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.ingest.tables import looks
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import melting, turned
from data.ingest.values import words

_FIRST_COLUMNS, _HIGHEST = 4, 3_000
_SIZES = range(2, 7)
"""Rows of a block."""
FEWEST = 2
_Blocks = list[list[int]]


@dataclass(frozen=True)
class _Found:
    """The column in which the rows of each block are called what they are, their names, and where the blocks stand."""

    place: int
    names: tuple[str, ...]
    blocks: _Blocks

    @property
    def header(self) -> int:
        """The row right above the first block."""
        return self.blocks[0][0] - 1


def tall(grid: Grid) -> Grid:
    """The grid with a row a visit, where its rows come in such blocks under a heading of the student; else as it is.

    A visit that nothing is told of makes no record; sums beside the visits are left out.
    """
    if grid.height > _HIGHEST:
        return grid
    for place in range(1, min(_FIRST_COLUMNS, len(grid.columns))):
        found = _blocks(grid, place)
        if found and found.header >= 0 and any(looks.known(cell or "") for cell in grid.row(found.header)[:place]):
            return _turned(grid, found)
    return grid


def _blocks(grid: Grid, place: int) -> _Found | None:
    """The blocks whose rows are called the same things in a column, from its first known name to the last whole block."""
    told = [
        (at, words.heading(cell)) for at, cell in enumerate(grid.columns[place].to_pylist()) if cell and cell.strip()
    ]
    first = next((number for number, (_, name) in enumerate(told) if name in turned.DAYS), None)
    if first is None:
        return None
    for size in _SIZES:
        names = tuple(name for _, name in told[first : first + size])
        blocks: _Blocks = []
        while tuple(name for _, name in told[first + size * len(blocks) :][:size]) == names:
            start = first + size * len(blocks)
            blocks.append([at for at, _ in told[start : start + size]])
        if len(set(names)) == size and len(blocks) >= FEWEST and all(map(looks.known, names)) and _are_close(blocks):
            return _Found(place, names, blocks)
    return None


def _are_close(blocks: _Blocks) -> bool:
    """Whether the rows of each block follow one another."""
    return all(rows[-1] - rows[0] == len(rows) - 1 for rows in blocks)


def _turned(grid: Grid, found: _Found) -> Grid:
    top, last = grid.row(found.header), found.blocks[-1][-1]
    between = set(range(found.blocks[0][0], last + 1)) - {at for rows in found.blocks for at in rows}
    records = [one for rows in found.blocks for one in _visits(grid, rows, found.place, top)]
    others = [(grid.row(at), at) for at in sorted(between) if grid.counts[at]]
    above, below = ([(grid.row(at), at) for at in part] for part in (range(found.header), range(last + 1, grid.height)))
    names = (grid.columns[found.place][at].as_py() for at in found.blocks[0])
    whole = [*above, ((*top[: found.place], *names), found.header), *records, *others, *below]
    return grid.redrawn(whole)


def _visits(grid: Grid, rows: Sequence[int], place: int, top: Cells) -> list[tuple[Cells, int]]:
    cells = [grid.row(at) for at in rows]
    filled = [
        at for at in range(place + 1, len(grid.columns))
        if any(row[at] for row in cells) and not melting.is_sum(top[at] or "")
    ]  # fmt: skip
    return [((*cells[0][:place], *(row[at] for row in cells)), rows[0]) for at in filled]
