"""A grid turned round: a row a day, a column a student; one record for each filled cell."""

import re
from collections.abc import Sequence

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.tables import looks, spread
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import melting
from data.ingest.tables.long import Long, filled, long
from data.ingest.tables.steps.people import ids
from data.ingest.tables.titles import PERSON
from data.ingest.values import names, words

FEWEST = 2
_MOST = 0.8
_NAME = re.compile(r"^[A-Z][a-z'’-]+(?: [A-Z][\w'’.-]*)* [A-Z][a-z'’-]+$")
_SCHOOL = re.compile(r"(?i:\b(?:elementary|elem|middle school|high school|school|academy)\b)|\b(?:ES|MS|HS|High)$")
DAYS = frozenset({"date", "day", "dates", "days", "session date", "service date", "date of service"})


def is_header(cells: Cells, grid: Grid, at: int) -> bool:
    """Whether a row heads such a grid: a column of days, names of persons over all others that follow."""
    filled = [(place, cell) for place, cell in enumerate(cells) if cell]
    if len(filled) < 1 + FEWEST or words.heading(filled[0][1]) not in DAYS:
        return False
    people = [cell for _, cell in filled[1:] if is_person(cell)]
    below = [grid.row(row)[filled[0][0]] for row in range(at + 1, min(at + 4, grid.height))]
    days = [cell for cell in below if cell]
    return len(people) >= FEWEST and len(people) * 2 > len(filled) - 1 and bool(days) and all(map(is_day, days))


_IN_BRACKETS = re.compile(r"^(?P<about>[^\[\]()]*?)\s*[\[(]\s*(?P<name>[^\[\]()]+?)\s*[\])]$")


def asked(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """The long form of a form's answers with a column a student (Attendance [Ada Lin], Attendance [Bo Ray]); None where
    there are no such columns, a column names the student, or what stands beneath are names themselves."""
    named: dict[str, dict[int, str]] = {}
    for place, heading in enumerate(headings):
        match = _IN_BRACKETS.match(" ".join(heading.split()))
        if match and match["about"] and names.looks_whole(match["name"]) and is_person(match["name"]):
            named.setdefault(words.heading(match["about"]), {})[place] = match["name"]
    if len(named) != 1 or any(words.heading(heading) in looks.of_students() for heading in headings):
        return None
    ((about, people),) = named.items()
    if len(people) < FEWEST:
        return None
    wide = {place: columns[place].to_pylist() for place in people}
    cells = filled(wide)
    if cells and all(names.looks_whole(wide[at][row] or "") for row, at in cells):
        return None  # a question whom on several branches: Student [Elm Street]
    made = {"Student Name": [people[at] for _, at in cells], about.title(): [wide[at][row] for row, at in cells]}
    return long(headings, columns, people, cells, made)


def melt(headings: tuple[str, ...], columns: list[pa.Array], evidence: Sequence[tuple[str, ...]]) -> Long | None:
    """The long form of such a grid, or None where it is none."""
    day = next((place for place, heading in enumerate(headings) if words.heading(heading) in DAYS), None)
    people = [place for place, heading in enumerate(headings) if is_person(heading) and not looks.known(heading)]
    if (
        day is None
        or len(people) < FEWEST
        or any(words.heading(heading) in looks.of_students() for heading in headings)
    ):
        return None
    told = [text for text in columns[day].to_pylist() if text]
    if not told or sum(map(is_day, told)) < _MOST * len(told):
        return None
    return long_form(headings, columns, evidence, day, people, "Student Name")


def long_form(
    headings: tuple[str, ...],
    columns: list[pa.Array],
    evidence: Sequence[tuple[str, ...]],
    day: int,
    places: list[int],
    called: str,
) -> Long:
    """A record for each filled cell of some columns of a sheet with a row a day: its column's heading (``called`` so), its
    day, and what stands in it."""
    days, wide = columns[day].to_pylist(), {place: columns[place].to_pylist() for place in places}
    cells = filled(wide)
    months = [part[0] for text in days if text and (part := spread.part(text))]
    gone = [at for at, one in enumerate(headings) if at in (day, *places) or melting.is_sum(one)]
    made: dict[str, list[str | None]] = {
        called: [headings[at] for _, at in cells],
        "Date": [melting.date_of(days[row].strip(), evidence[row], months) if days[row] else None for row, _ in cells],
        "Value": [wide[at][row] for row, at in cells],
    }
    return long(headings, columns, gone, cells, made, ("Date", "Value"))


def is_person(text: str) -> bool:
    """Whether a heading is a person's whole name, its id behind it or not (Lin, Ada (204118))."""
    text = ids.without(text)
    if _SCHOOL.search(text):
        return False
    if PERSON.match(text):
        return True
    is_heading = looks.known(text) or not synonyms.listed_words().isdisjoint(words.heading(text).split())
    return _NAME.match(text) is not None and not is_heading


def is_day(text: str) -> bool:
    """Whether a cell is a day, however little of it is told."""
    bare = text.strip()
    return spread.is_date(bare) or looks.day_of(bare) is not None
