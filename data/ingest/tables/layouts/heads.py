"""Students across with facts of each beneath (ids, minutes a week) before the days begin: a column a student under names
alone."""

from dataclasses import replace
from itertools import takewhile

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.tables import bands, looks
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import melting, turned
from data.ingest.values import words

_FIRST_ROWS, _MOST_FACTS = 30, 8
_FEWEST_DAYS = 2


def joined(grid: Grid) -> Grid:
    """The grid with such names, and the ids that stand beneath them, right above the first day; else as it is.

    Of the other facts only what they are stays, as a remark: they are of the students' plans and of no session.
    """
    for at in range(min(grid.height, _FIRST_ROWS)):
        if grid.counts[at] > turned.FEWEST and (first := _first_day(grid, at)) is not None and first > at:
            return _with_header(grid, at, first)
    return grid


def _first_day(grid: Grid, at: int) -> int | None:
    """The row of the first day beneath a row of students; None where it is none, or other than facts stand between."""
    cells, place = grid.row(at), _place(grid, at)
    if place is None or words.heading(cells[place] or "") not in synonyms.headings("student")["student_name"]:
        return None
    people = [cell for cell in cells[place + 1 :] if cell and not melting.is_sum(cell)]
    if not all(map(turned.is_person, people)):
        return None
    below = [grid.row(row) for row in range(at + 1, min(at + _MOST_FACTS + 2, grid.height))]
    facts = list(takewhile(lambda row: not _is_of_day(row, place), below))
    days = sum(1 for _ in takewhile(lambda row: _is_of_day(row, place), below[len(facts) :]))
    labelled = all(row[place] and (looks.like_heading(row[place] or "")) for row in facts)
    wanted = min(_FEWEST_DAYS, len(below) - len(facts))
    return at + 1 + len(facts) if labelled and days >= wanted > 0 else None


def _place(grid: Grid, at: int) -> int | None:
    return next((place for place, cell in enumerate(grid.row(at)) if cell), None)


def _is_of_day(row: Cells, place: int) -> bool:
    return bool(row[place]) and turned.is_day(row[place] or "")


def _with_header(grid: Grid, at: int, first: int) -> Grid:
    names, place = grid.row(at), _place(grid, at) or 0
    facts = [grid.row(row) for row in range(at + 1, first)]
    ids = next((row for row in facts if _is_of_ids(row[place] or "")), None)
    header = [f"{name} ({ids[at]})" if name and ids and ids[at] else name for at, name in enumerate(names)]
    header[place] = "Date"
    blank: Cells = (None,) * len(names)
    made = [blank, *(_only(row, place) if row is not ids else blank for row in facts)]
    made[-1] = tuple(header)
    rows = [*(grid.row(row) for row in range(at)), *made]
    columns = tuple(
        pa.concat_arrays([pa.array([row[number] for row in rows], pa.string()), column.slice(first)])
        for number, column in enumerate(grid.columns)
    )
    return replace(grid, columns=columns)


def _is_of_ids(label: str) -> bool:
    bare, told = words.heading(label), words.said_by(label)
    is_any = "id" in told and told <= _ANYBODYS
    return is_any or bare in synonyms.headings("student")["student_id"] or bands.is_student_id(label)


_ANYBODYS = frozenset(("id", "#", "number", "student"))
"""Under names of students any id is theirs."""


def _only(row: Cells, place: int) -> Cells:
    return tuple(cell if at == place else None for at, cell in enumerate(row))
