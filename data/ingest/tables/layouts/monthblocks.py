"""Where the months of a drawn calendar stand: columns of weekdays over day numbers, and the month above them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.tables import years
from data.ingest.tables.grid import Cells, Grid
from data.ingest.values import dates, words

FEWEST_DAYS, MOST_ROWS = 3, 20
CELL = re.compile(r"^(\d{1,2})(?![\d:/.])\s*[-–:.)]?\s*(.*)$", re.DOTALL)
STAMP = re.compile(r"^(\d{4}-\d\d-\d\d)(?:[ T]00:00:00)?\s*(.*)$", re.DOTALL)
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LETTERS = {"m": {0}, "t": {1, 3}, "w": {2}, "r": {3}, "f": {4}, "s": {5, 6}, "u": {6}}
_MONDAY, SATURDAY, _SUNDAY = 0, 5, 6
_SHORTEST_WEEK = 5
_MAY_BE_WEEKDAY = r"(?i)^\W*(?:[mtwrfsu]|mo\w*|tu\w*|we\w*|th\w*|fr\w*|sa\w*|su\w*)\W*$"


@dataclass(frozen=True)
class Block:
    """One month: its header row, columns, the weekday of the first column."""

    row: int
    columns: tuple[int, ...]
    first: int


def weeks(grid: Grid) -> list[int]:
    """The rows with so many cells that may be weekdays that they make a week."""
    if len(grid.columns) < _SHORTEST_WEEK:
        return []
    told = np.zeros(grid.height, dtype=int)
    for column in range(len(grid.columns)):
        told += grid.where(column, 0, grid.height, _may_be_weekdays, _LETTERS)
    return np.flatnonzero(told >= _SHORTEST_WEEK).tolist()


def _may_be_weekdays(texts: pa.Array) -> pa.Array:
    return pc.match_substring_regex(texts, _MAY_BE_WEEKDAY)


def blocks(grid: Grid, at: int) -> Iterator[Block]:
    """The months whose weekdays stand in a row: five from Monday, or seven, with days in the rows below."""
    cells = grid.row(at)
    place = 0
    while place < len(cells):
        size = next((size for size in (7, 5) if _first(cells[place : place + size], size) is not None), 0)
        if size and not _goes_on(cells, place + size) and _has_days(grid, at, place, size):
            yield Block(at, tuple(range(place, place + size)), _first(cells[place : place + size], size) or 0)
        place += (size if not _goes_on(cells, place + size) else len(cells)) or 1


def _goes_on(cells: Cells, after: int) -> bool:
    """Whether the weekdays go on beyond a week: columns of the days of a month."""
    return after < len(cells) and bool(weekdays(cells[after]))


def _first(cells: Cells, size: int) -> int | None:
    told = [weekdays(cell) for cell in cells]
    if len(told) != size or not all(told):
        return None
    starts = (_SUNDAY, _MONDAY) if size == 7 else (_MONDAY,)
    return next((start for start in starts if all((start + k) % 7 in one for k, one in enumerate(told))), None)


def weekdays(cell: str | None) -> set[int]:
    bare = words.plain(cell or "")
    if bare in _LETTERS:
        return _LETTERS[bare]
    return {day for day, name in enumerate(_NAMES) if len(bare) >= 2 and name.startswith(bare.rstrip("s") or bare)}


def _has_days(grid: Grid, at: int, place: int, size: int) -> bool:
    rows = (grid.row(row)[place : place + size] for row in range(at + 1, min(at + MOST_ROWS, grid.height)))
    found = [[day for cell in cells if (day := day_of(cell))] for cells in rows]
    weeks = [days for days in found if days and days == list(range(days[0], days[0] + len(days)))]
    follow = [later[0] > days[-1] for days, later in pairwise(weeks)]
    return bool(follow) and follow[0] and any(len(days) >= FEWEST_DAYS for days in weeks)


def day_of(cell: str | None) -> int | None:
    if stamp := STAMP.match(cell or ""):
        return date.fromisoformat(stamp[1]).day
    match = CELL.match(cell or "")
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None


def month(grid: Grid, block: Block, around: tuple[str, ...]) -> tuple[int | None, int] | None:
    """(year, month) that stands above a month's weekdays, or in its days; a month that fits no year is none."""
    for at in range(block.row, max(block.row - 4, -1), -1):
        cells = grid.row(at)
        own = [cells[column] for column in block.columns if cells[column]]
        others = [cell for cell in cells if cell] if at == block.row or sum(map(bool, cells)) == 1 else []
        for text in (*own, *others):
            if text and (named := dates.month_in(text)):
                return named
            if text and (number := _only(text)):
                return years.of(number, around), number
    stamps = {
        stamp[1][:7]
        for at in range(block.row + 1, min(block.row + 8, grid.height))
        for column in block.columns
        if (stamp := STAMP.match(grid.row(at)[column] or ""))
    }
    if len(stamps) == 1:
        year, _, number_text = stamps.pop().partition("-")
        return int(year), int(number_text)
    return next((named for text in around if (named := dates.month_in(text))), None)


def _only(text: str) -> int | None:
    bare = words.plain(text).split()
    return dates.month_number(bare[0]) if len(bare) == 1 else None
