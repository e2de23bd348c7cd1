"""Students listed by grade or by school: a column for each, the names beneath; a record for each name."""

from collections.abc import Sequence

import pyarrow as pa

from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import by_school
from data.ingest.tables.long import Long, filled, long
from data.ingest.tables.steps.amounts import promised
from data.ingest.values import families, grades, names, words

FEWEST, MOST = 2, 500
_STUDENTS = frozenset(("student", "caseload", "roster"))
_GROWN_UPS = families.STAFF | {"team", "aide", "paraprofessional", "coverage"}
_KINDS = (("Grade", lambda text: is_grade(text)), ("School", by_school.is_school))


def is_grade(text: str) -> bool:
    """Whether a heading is a grade in words (Kindergarten, 1st Grade, 6th); a bare number is none."""
    return any(letter.isalpha() for letter in text) and not grades.read(text).failed and len(text) > 1


def is_header(cells: Cells, grid: Grid, at: int) -> bool:
    """Whether a row heads nothing but such columns, names beneath."""
    told = [(place, cell) for place, cell in enumerate(cells) if cell]
    if len(told) < FEWEST or not any(all(is_one(cell) for _, cell in told) for _, is_one in _KINDS):
        return False
    beneath = [
        cell for row in range(at + 1, min(at + 4, grid.height)) for place, _ in told if (cell := grid.row(row)[place])
    ]
    return bool(beneath) and all(map(_is_name, beneath))


def melt(headings: tuple[str, ...], columns: list[pa.Array], remarks: Sequence[str]) -> Long | None:
    """The long form of such a list; None where a cell is no name, or where titles don't say that they are students: those
    who teach are listed so as well."""
    if not columns or len(columns[0]) > MOST:
        return None
    said = frozenset().union(*map(words.said_by, remarks))
    if not said & _STUDENTS or said & _GROWN_UPS:
        return None
    for kind, is_one in _KINDS:
        places = [place for place, heading in enumerate(headings) if is_one(heading)]
        cells = filled({place: columns[place].to_pylist() for place in places})
        texts = [columns[place][row].as_py() for row, place in cells]
        if len(places) >= FEWEST and texts and all(map(_is_name, texts)):
            made = {"Student Name": texts, kind: [headings[place] for _, place in cells]}
            return long(headings, columns, places, cells, made)
    return None


def _is_name(text: str) -> bool:
    name = promised.bare(text)
    is_one = names.looks_whole(name) or (name != text and names.is_initialled(name))
    return is_one and name != name.lower() and not by_school.is_school(name)
