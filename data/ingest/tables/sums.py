"""A last row that adds up the rows above it, or counts their cells, whatever it is called: it is nobody's."""

import re

from data.ingest.tables.grid import Cells, Grid
from data.ingest.values import families, numbers, words

MOST = 500
"""Records above; of more, sheets carry a word for their totals."""
_COLUMNS, _ADDENDS = 3, 2
"""Columns that must add up, and how many numbers one of them must have, so that no record does by chance."""


def is_sum(grid: Grid, above: list[int], at: int) -> bool:
    """Whether each number of a row is the sum of its column's, in three columns or more, or in fewer where the row holds
    nothing but such sums and the records have more.

    Numbers that stand behind one another in a row with text or days elsewhere than in its first two cells are a record's.
    """
    if _is_bare_sum(grid, above, at) or _is_count(grid, above, at):
        return True
    if not _COLUMNS <= len(above) + 1 <= MOST:
        return False
    told = _numbers(grid.row(at))
    texts = [place for place, cell in enumerate(grid.row(at)) if cell and place not in told]
    if len([number for number in told.values() if number]) < _COLUMNS or any(place > min(told) for place in texts):
        return False
    rows = [_numbers(grid.row(one)) for one in above]
    columns = {place: [row[place] for row in rows if row.get(place)] for place in told}
    several = sum(len(column) >= _ADDENDS for column in columns.values())
    return several > 0 and all(abs(sum(columns[place]) - number) < _CLOSE for place, number in told.items())


def adds_up(grid: Grid, above: list[int], at: int) -> bool:
    """Whether a row has numbers, and each is the sum of its column in the rows above, of several in one column at least."""
    told, rows = _numbers(grid.row(at)), [_numbers(grid.row(one)) for one in above[:MOST]]
    columns = {place: [row[place] for row in rows if row.get(place)] for place in told}
    several = any(len(column) >= _ADDENDS for column in columns.values())
    return several and all(abs(sum(columns[place]) - number) < _CLOSE for place, number in told.items())


def _is_bare_sum(grid: Grid, above: list[int], at: int) -> bool:
    """Whether a row is nothing but one or two sums of several numbers each, with or without the word for what they sum
    (Minutes) before them, beneath records with more cells than it."""
    told, filled = _numbers(grid.row(at)), sum(map(bool, grid.row(at)))
    named = [cell for place, cell in enumerate(grid.row(at)) if cell and place not in told]
    is_named = len(named) == 1 and not words.said_by(named[0]) - _OF_SUMS
    if not (0 < len(told) < _COLUMNS and (not named or is_named)) or not _ADDENDS <= len(above) <= MOST:
        return False
    rows = [_numbers(grid.row(one)) for one in above]
    columns = {place: [row[place] for row in rows if row.get(place)] for place in told}
    are_wider = all(int(grid.counts[one]) > filled for one in above)
    return are_wider and all(
        len(columns[place]) >= _ADDENDS and abs(sum(columns[place]) - number) < _CLOSE for place, number in told.items()
    )


def _is_count(grid: Grid, above: list[int], at: int) -> bool:
    """Whether a row tells, behind its name, of several columns how many of their cells are filled, where these hold texts
    (Students with a mandate: 3, 2, 2)."""
    told, cells = _numbers(grid.row(at)), grid.row(at)
    filled = [place for place, cell in enumerate(cells) if cell]
    if len(told) < _ADDENDS or len(filled) != len(told) + 1 or filled[0] in told or not _ADDENDS < len(above) <= MOST:
        return False
    rows = [grid.row(one) for one in above]
    columns = {place: [row[place] for row in rows if row[place]] for place in told}
    are_texts = not any(numbers.is_number(text or "") for column in columns.values() for text in column)
    several = max(map(len, columns.values())) >= _ADDENDS
    return are_texts and several and all(len(columns[place]) == number for place, number in told.items())


_OF_SUMS = families.CLOCK | {"total"}
_CLOSE = 1e-6
_MONEY = re.compile(r"^\s*\$\s*|,(?=\d{3}\b)")
"""What sums of money have beside their numbers: $1,191.25."""


def _numbers(cells: Cells) -> dict[int, float]:
    told = {place: numbers.to_float(_MONEY.sub("", cell)) for place, cell in enumerate(cells) if cell}
    return {place: number for place, number in told.items() if number is not None}
