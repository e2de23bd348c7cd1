"""A table on its side: headings down the first column, a column a record; it is stood upright before it is read."""

import numpy as np
import pyarrow as pa

from data.contracts import synonyms
from data.ingest.tables import looks
from data.ingest.tables.grid import Cells, Grid
from data.ingest.values import dates, words

_FEWEST_HEADINGS, _FEWEST_RECORDS = 4, 2
_HIGHEST = 60
"""Filled rows from which a sheet has more of them than any table has columns."""
_KNOWN, _ALIKE = 0.6, 0.25


def upright(grid: Grid) -> Grid:
    """The grid with the last block of rows turned, where these are a heading and its values each; else as it is.

    The rows of the records are then numbered by their columns in the sheet.
    """
    if not 0 < int((grid.counts > 0).sum()) <= _HIGHEST or len(grid.columns) <= _FEWEST_RECORDS:
        return grid
    rows = [grid.row(at) for at in range(grid.height)]
    place = next((at for at in range(len(grid.columns)) if grid.filled[:, at].any()), 0)
    last = max((at for at in range(grid.height) if grid.counts[at] > _FEWEST_RECORDS), default=0)
    first = last
    while first > 0 and grid.counts[first - 1] > 1 and rows[first - 1][place]:
        first -= 1
    while first < last and grid.counts[first] <= _FEWEST_RECORDS:
        first += 1
    block = rows[first : last + 1]
    return _turned(grid, (first, last), block, place) if _is_across(block, place) else grid


def _is_across(block: list[Cells], place: int) -> bool:
    """Whether the first cells of all rows are headings, and hardly any others are."""
    names = [(row[place] or "").rstrip(":* ") for row in block]
    others = [cell for row in block for cell in row[place + 1 :] if cell]
    if len(block) < _FEWEST_HEADINGS or len(set(names)) < len(names) or not others:
        return False
    days = {name for name in names if dates.looks_like(name)} if _are_goals(names) else set()
    known = sum(name in days or looks.known(name) or _is_amount(name) for name in names)
    is_tall = known >= _KNOWN * len(names) and all(name in days or looks.like_heading(name) for name in names)
    firsts = [cell for cell in block[0][place + 1 :] if cell]
    return (
        is_tall
        and sum(map(looks.known, others)) <= _ALIKE * len(others)
        and sum(map(looks.known, firsts)) * 2 <= len(firsts)
    )


def _are_goals(names: list[str]) -> bool:
    """Whether headings are of a student and a goal: days beneath them are those of its scores."""
    told = {words.heading(name) for name in names}
    goals = synonyms.headings("goals")["goal_text"]
    return not told.isdisjoint(looks.of_students()) and not told.isdisjoint(goals)


def _is_amount(name: str) -> bool:
    """Whether a heading is of minutes or hours a week or month, whatever they are of (Speech (min/wk))."""
    told = words.said_by(name)
    return bool(told & {"minute", "hour"}) and bool(told & {"week", "month"})


def _turned(grid: Grid, rows: tuple[int, int], block: list[Cells], place: int) -> Grid:
    """The grid with the block from the first to the last of ``rows`` turned; what stands above and below stays there."""
    first, last = rows
    above, below = ([grid.row(at) for at in part] for part in (range(first), range(last + 1, grid.height)))
    records = [tuple(row[at] for row in block) for at in range(place, len(grid.columns))]
    records = [record for record in records if any(record)]
    width = max(len(grid.columns), len(block))
    whole = [(*row, *(None,) * (width - len(row))) for row in (*above, *records, *below)]
    columns = tuple(pa.array([row[at] for row in whole], pa.string()) for at in range(width))
    turned = np.arange(place + 1, place + 1 + len(records))
    numbers = np.concatenate([grid.numbers[:first], turned, grid.numbers[last + 1 :]])
    return Grid(grid.name, columns, numbers)
