"""Tables that stand side by side, and pivots beside the data."""

import re
from dataclasses import dataclass, field, replace

import numpy as np

from data.ingest.tables import legend, looks
from data.ingest.tables.grid import Grid
from data.ingest.tables.joined import Header
from data.ingest.values import numbers, words

_PIVOT = re.compile(r"^(row labels|column labels|(sum|count|average|max|min) of .+|grand total|values)$", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """Some columns of a sheet as a table of their own; ``places`` are their columns in the sheet."""

    grid: Grid
    header: Header
    places: tuple[int, ...]
    elsewhere: np.ndarray
    """For each row of the sheet: whether it has something outside of this part."""
    notes: tuple[str, ...] = ()
    key: dict[str, str] = field(default_factory=dict)
    """The key to codes that stands beside it."""
    titles: tuple[str, ...] = ()
    """What stands right above its own header and not above the other tables'."""


def split(grid: Grid, header: Header, end: int) -> list[Part]:
    """The tables that share a header row: groups of columns with a blank column between them.

    A pivot beside the data is dropped with a note; columns that only leave a gap stay one table.
    """
    groups = _groups(grid, header, end)
    keys = {tuple(group): key for group in groups if len(groups) > 1 and (key := _key(grid, header, group, end))}
    if keys:
        rest = [group for group in groups if tuple(group) not in keys]
        bare = Header(header.rows, tuple("" if any(at in one for one in keys) else heading
                                         for at, heading in enumerate(header.headings)))  # fmt: skip
        told = {code: meaning for key in keys.values() for code, meaning in key.items()}
        return [replace(part, key=told) for part in _split(grid, bare, rest, end)]
    return _split(grid, header, groups, end)


def _key(grid: Grid, header: Header, group: list[int], end: int) -> dict[str, str]:
    """The key that two columns beside the data give to its codes; empty where they are none."""
    if len(group) != KEY or not _is_of_key(header, group):
        return {}
    rows = np.arange(header.row + 1, end)
    cells = list(zip(*(grid.texts(place, rows) for place in group), strict=True))
    filled = [tuple((text or "").strip() for text in pair) for pair in cells if any(pair)]
    pairs = [legend.pair([text for text in pair if text]) for pair in filled]
    found = legend.settled([pair for pair in pairs if pair])
    return found if pairs and all(pairs) and len(found) == len(pairs) else {}


def _is_of_key(header: Header, group: list[int]) -> bool:
    """Whether two columns are headed as a key is: code and what it means, or a heading of the data again (Loc, Meaning)."""
    code, meaning = (header.headings[place] for place in group)
    others = {words.heading(one) for place, one in enumerate(header.headings) if place not in group}
    return legend.is_of_codes(code) or (words.heading(code) in others and legend.is_of_meanings(meaning))


KEY = 2
"""Columns of a key: code and meaning."""


def _split(grid: Grid, header: Header, groups: list[list[int]], end: int) -> list[Part]:
    data = [group for group in groups if not _is_pivot(grid, header, group, end)]
    if not data or (len(groups) == 1 and not _leaves(grid, groups[0])):
        return [_part(grid, header, list(range(len(grid.columns))))]
    notes = ("Columns of a pivot beside the table were left out.",) if len(data) < len(groups) else ()
    if len(data) > 1 and (_goes_on(grid, header, data, end) or not all(_stands_alone(header, group) for group in data)):
        data = [sorted(place for group in data for place in group)]
    return [_part(grid, header, group, notes) for group in data]


def _leaves(grid: Grid, group: list[int]) -> bool:
    """Whether columns beside a group have something in them, which is no part of the table."""
    return any(grid.filled[:, place].any() for place in range(len(grid.columns)) if place > group[-1])


def _groups(grid: Grid, header: Header, end: int) -> list[list[int]]:
    used = [bool(heading) or bool(grid.filled[header.row : end, i].any()) for i, heading in enumerate(header.headings)]
    groups: list[list[int]] = []
    for place, is_used in enumerate(used):
        if is_used and place and used[place - 1] and groups:
            groups[-1].append(place)
        elif is_used:
            groups.append([place])
    return groups


def _is_pivot(grid: Grid, header: Header, group: list[int], end: int) -> bool:
    top = [header.headings[i] for i in group]
    first = grid.texts(group[0], np.arange(header.rows[0], min(header.row + 3, end)))
    return any(_PIVOT.match((text or "").strip()) for text in (*top, *first)) or _is_counted(grid, header, group, end)


_TOTAL = re.compile(r"^(?:grand )?total$", re.IGNORECASE)


def _is_counted(grid: Grid, header: Header, group: list[int], end: int) -> bool:
    """Whether two columns are names of something with numbers that end in their total, as a pivot without its headings."""
    if len(group) != KEY or any(words.heading(header.headings[place]) in looks.of_students() for place in group):
        return False
    rows = np.arange(header.row + 1, end)
    named, counts = ([(text or "").strip() for text in grid.texts(place, rows)] for place in group)
    pairs = [pair for pair in zip(named, counts, strict=True) if any(pair)]
    told = len(pairs) > 1 and _TOTAL.match(pairs[-1][0]) is not None
    return told and all(name and numbers.is_number(count) for name, count in pairs)


def _goes_on(grid: Grid, header: Header, groups: list[list[int]], end: int) -> bool:
    """Whether groups of columns are one table with a spacer between: the same rows filled, other headings in each, the
    student in one of them."""
    said = [{words.heading(header.headings[place]) for place in group} - {""} for group in groups]
    if len(set().union(*said)) < sum(map(len, said)) or sum(bool(one & looks.of_students()) for one in said) > 1:
        return False
    filled = [grid.filled[header.row + 1 : end, group].any(axis=1) for group in groups]
    return all(np.array_equal(one, filled[0]) for one in filled) and bool(filled[0].any())


def _stands_alone(header: Header, group: list[int]) -> bool:
    return sum(looks.known(header.headings[i]) for i in group) >= 2


def _part(grid: Grid, header: Header, group: list[int], notes: tuple[str, ...] = ()) -> Part:
    if len(group) == len(grid.columns):
        return Part(grid, header, tuple(group), np.zeros(grid.height, dtype=bool), notes)
    merges = {place: grid.merges[i] for place, i in enumerate(group) if i in grid.merges}
    fills = {(row, place): one for place, i in enumerate(group) for (row, at), one in grid.fills.items() if at == i}
    own = Grid(grid.name, tuple(grid.columns[i] for i in group), grid.numbers, fills, merges)
    headings = tuple(header.headings[i] for i in group)
    above = own.row(header.rows[0] - 1) if header.rows[0] else ()
    titles = tuple(cell for cell in above if cell)
    return Part(own, Header(header.rows, headings), tuple(group), grid.counts > own.counts, notes, titles=titles)
