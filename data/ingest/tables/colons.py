"""Headings that end in a colon, or are numbered, nearly all of a row (Name:, Date:, Minutes*:; 1) Name, 2) Date), as those
without: rows of values stand beneath."""

import re
from dataclasses import replace

import numpy as np

from data.ingest import texts
from data.ingest.tables import looks
from data.ingest.tables.grid import Cells, Grid

_LOOKED_AT, _FEWEST = 40, 3


def dropped(grid: Grid) -> Grid:
    """The sheet with its headings without their colons and numbers, each time they stand there; as it is where none are written
    so."""
    filled = np.flatnonzero(grid.counts >= _FEWEST)[:_LOOKED_AT]
    heads = {grid.row(int(at)) for at in filled if _are_headings(grid, int(at))}
    if not heads:
        return grid
    first = {cells[next(place for place, cell in enumerate(cells) if cell)] for cells in heads}
    alike = (int(at) for at in np.flatnonzero(grid.counts >= _FEWEST) if _first(grid, int(at)) in first)
    bare = {at: _bare(cells) for at in alike if (cells := grid.row(at)) in heads}
    columns = (
        texts.put(column, {at: cells[place] for at, cells in bare.items()}) for place, column in enumerate(grid.columns)
    )
    return replace(grid, columns=tuple(columns))


def _first(grid: Grid, at: int) -> str:
    return (grid.firsts[at].as_py() or "").strip()


def _are_headings(grid: Grid, at: int) -> bool:
    """Whether a row's cells end in a colon, or are numbered, but for one in four, most are headings without it, and the two
    rows beneath, or the last one, hold values and no colons: a head block has its values beside, or once beneath it."""
    cells = [cell for cell in grid.row(at) if cell]
    marked = [cell for cell in cells if _ends(cell) or _NUMBERED.match(cell)]
    if len(marked) * 4 < len(cells) * 3 or sum(looks.known(_plain(cell)) for cell in cells) * 5 < len(cells) * 3:
        return False
    beneath = [[cell for cell in grid.row(row) if cell] for row in range(at + 1, min(at + 3, grid.height))]
    return bool(beneath) and all(_are_values(row, len(cells)) for row in beneath)


def _are_values(cells: list[str], width: int) -> bool:
    few = 2 * len(cells) < width
    return not few and any(map(looks.is_typed, cells)) and not any(map(_ends, cells))


def _ends(cell: str) -> bool:
    return cell.rstrip(" *†‡").endswith(":")


def _plain(cell: str) -> str:
    bare = _NUMBERED.sub("", cell)
    return bare.rstrip(" *†‡").rstrip(" :") if _ends(bare) else bare


_NUMBERED = re.compile(r"^\(?(?:\d{1,2}|[A-Z])[.)]\s+(?=[^\d\s]{2})")


def _bare(cells: Cells) -> Cells:
    return tuple(cell and _plain(cell) for cell in cells)
