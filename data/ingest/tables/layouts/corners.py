"""The open corner of a grid of days: a column without a heading, or under one of the week, left of the days, that can only be
its students."""

import re
from collections.abc import Sequence

import pyarrow as pa

from data.ingest.tables import week_names
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import melting
from data.ingest.tables.spread import day_cells, some_dates
from data.ingest.tables.steps.amounts import promised
from data.ingest.tables.titles import PERSON
from data.ingest.values import families, names, statuses, words

STUDENTS = "Student Name"
_NO_HEADING = "Column "


def is_over_people(grid: Grid, at: int) -> bool:
    """Whether a row of nothing but days leaves open, or to the week, the column in which people's names stand right beneath,
    and no row above it heads that column."""
    days = some_dates(grid.row(at)) or day_cells(grid.row(at))
    return bool(days) and has_people(grid, at, days[0])


def has_people(grid: Grid, at: int, first: int) -> bool:
    """Whether the column left of the ``first`` of a row of days is so."""
    if first == 0 or at + 1 >= grid.height:
        return False
    above = grid.row(at - 1)[first - 1] if at > 0 and grid.counts[at - 1] > 1 else None
    below = promised.bare(grid.row(at + 1)[first - 1] or "")
    corner = grid.row(at)[first - 1] or ""
    is_whole = (is_week(corner) or (not corner and bool(day_cells(grid.row(at))))) and _is_whole(below)
    return not above and (_is_a_student(below) or is_whole or names.is_initialled(below))


def named(
    headings: tuple[str, ...], columns: Sequence[pa.Array], titles: Sequence[str], around: Sequence[pa.Array]
) -> tuple[str, ...]:
    """The headings with that of the students in the open corner of a grid of days, or under its week (Week of 9/8), whose rows
    are all names: as Last, First, or whole ones or with an initial where a title tells of attendance or a cell of the sheet
    (``around``: its columns) says that a student was absent. As they are where the titles or credentials say that the rows are
    those of staff."""
    at = place(headings)
    if at is None or any(map(is_of_staff, titles)):
        return headings
    texts = [promised.bare(text) for text in _texts(columns[at])]
    is_said = any(ATTENDANCE & words.said_by(title) for title in titles) or any(map(misses, around))
    is_told = all(map(_is_a_student, texts)) or (is_said and all(map(_is_whole, texts)))
    return tuple(STUDENTS if texts and is_told and one == at else heading for one, heading in enumerate(headings))


def place(headings: Sequence[str]) -> int | None:
    """The corner of a grid of days: the column left of them, where it has no heading or that of the week; else None."""
    days = melting.day_columns(headings) or sorted(week_names.day_columns(headings))
    at = days[0] - 1 if days else -1
    return at if at >= 0 and (headings[at].startswith(_NO_HEADING) or is_week(headings[at])) else None


def _texts(column: pa.Array) -> list[str]:
    return [text.strip() for text in column.to_pylist() if text and text.strip()]


def misses(column: pa.Array) -> bool:
    """Whether any cell of a column, or a part of it as keys have them, says that a student was absent."""
    parts = {part for text in set(_texts(column)) for part in (text, *_OF_KEY.split(text))}
    return any((statuses.read(part).reason or "").startswith("student") for part in parts if part)


_OF_KEY = re.compile(r"\s{2,}|\s*[=;,]\s*")
ATTENDANCE = frozenset(("attendance", "caseload", "student"))


def _is_whole(text: str) -> bool:
    return (names.looks_whole(text) or names.is_initialled(text)) and not names.credentials(text)


def is_week(heading: str) -> bool:
    """Whether a heading tells of which week the days beside it are: Week of 9/8/2025."""
    return week_names.named_in(heading) is not None


def weeks(grid: Grid, headings: Sequence[str]) -> list[int]:
    """The rows that tell of another week where the headings tell of theirs: each begins the next week's block."""
    corner = next((place for place, heading in enumerate(headings) if is_week(heading)), None)
    if corner is None:
        return []
    week, texts = headings[corner : corner + 1], grid.columns[corner].to_pylist()
    return [at for at, text in enumerate(texts) if text and is_of_another_week((text,), week)]


def is_of_another_week(cells: Cells, headings: Sequence[str]) -> bool:
    """Whether a row tells of another week where the headings tell of theirs."""
    return any(
        is_week(cell or "") and is_week(week) and cell != week for cell, week in zip(cells, headings, strict=False)
    )


def _is_a_student(text: str) -> bool:
    return PERSON.match(text.strip()) is not None and not names.credentials(text)


def is_of_staff(title: str) -> bool:
    """Whether a title speaks of staff and names none: Therapist hours, but not Therapist: Patty Rowe."""
    return bool(words.said_by(title) & families.STAFF) and ":" not in title
