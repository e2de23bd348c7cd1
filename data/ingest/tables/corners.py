"""The open corner of a grid of days: a column without a heading, left of the days, that can only be its students."""

from collections.abc import Sequence

import pyarrow as pa

from data.ingest.tables import melting, week_names
from data.ingest.tables.grid import Grid
from data.ingest.tables.spread import some_dates
from data.ingest.tables.titles import PERSON
from data.ingest.values import families, names, words

STUDENTS = "Student Name"
_NO_HEADING = "Column "


def is_over_people(grid: Grid, at: int) -> bool:
    """Whether a row of nothing but days leaves open the column in which people's names stand right beneath, and no row above
    it heads that column."""
    days = some_dates(grid.row(at))
    if not days or days[0] == 0 or at + 1 >= grid.height:
        return False
    above = grid.row(at - 1)[days[0] - 1] if at > 0 and grid.counts[at - 1] > 1 else None
    below = grid.row(at + 1)[days[0] - 1]
    return not above and bool(below and _is_a_student(below))


def named(headings: tuple[str, ...], columns: Sequence[pa.Array], titles: Sequence[str]) -> tuple[str, ...]:
    """The headings with that of the students in the open corner of a grid of days whose rows are all names (Last, First);
    as they are where the titles or credentials say that the rows are those of staff."""
    days = melting.day_columns(headings) or sorted(week_names.day_columns(headings))
    at = days[0] - 1 if days else -1
    if at < 0 or not headings[at].startswith(_NO_HEADING) or any(map(_is_of_staff, titles)):
        return headings
    texts = [text for text in columns[at].to_pylist() if text and text.strip()]
    if not texts or not all(map(_is_a_student, texts)):
        return headings
    return tuple(STUDENTS if place == at else heading for place, heading in enumerate(headings))


def _is_a_student(text: str) -> bool:
    return PERSON.match(text.strip()) is not None and not names.credentials(text)


def _is_of_staff(title: str) -> bool:
    """Whether a title speaks of staff and names none: Therapist hours, but not Therapist: Patty Rowe."""
    return bool(words.said_by(title) & families.STAFF) and ":" not in title
