"""Grids whose cells hold more than a mark: the students of a timetable's slot, minutes beside the size of the group."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

import pyarrow as pa

from data.ingest.model import LeftOut, Table
from data.ingest.tables import looks, spread, week_names
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import turned, weeks
from data.ingest.tables.long import Long
from data.ingest.tables.steps.days import clocks
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.tables.steps.sessions import marks
from data.ingest.values import dates, statuses, words
from data.ingest.values.vocabulary import DUTIES, EVALUATIONS

_NOBODY = DUTIES | EVALUATIONS | {
    "evals", "evaluations", "testing", "notes", "consult", "iep", "ieps", "staff", "team", "open", "free", "available",
    "makeup", "makeups", "off", "closed", "holiday", "assembly", "none", "flex", "arrival", "dismissal",
}  # fmt: skip
"""What stands in a slot of a timetable in which nobody is seen."""
_SIZED = re.compile(r"^\s*(\d{1,3})\s*/\s*(\d{1,2})\s*$")
_SAYS_SIZE = re.compile(r"min\w*\b[^/]{0,20}/[^/]{0,40}\b(?:group|students|kids|children|many)\b", re.IGNORECASE)


def is_header(cells: Cells, grid: Grid, at: int) -> bool:
    """Whether a row heads a column of days and beside it nothing but times from and to, names beneath."""
    filled = [(place, cell) for place, cell in enumerate(cells) if cell]
    if len(filled) < 1 + FEWEST or words.heading(filled[0][1]) not in turned.DAYS:
        return False
    if not all(clocks.ends_of(cell) for _, cell in filled[1:]):
        return False
    below = [grid.row(row)[filled[0][0]] for row in range(at + 1, min(at + 4, grid.height))]
    return any(below) and all(turned.is_day(cell) for cell in below if cell)


def is_slot(cells: Sequence[str | None]) -> bool:
    """Whether a row begins with times from and to: what stands behind them is on then, and heads nothing."""
    first = next((cell for cell in cells if cell), "")
    return clocks.ends_of(first) is not None


def is_over_slots(grid: Grid, at: int) -> bool:
    """Whether a row of nothing but days leaves open the column in which times from and to stand beneath."""
    days = spread.some_dates(grid.row(at))
    below = grid.row(at + 1)[days[0] - 1] if days and days[0] > 0 and at + 1 < grid.height else None
    return below is not None and clocks.ends_of(below) is not None


def by_slot(headings: tuple[str, ...], columns: list[pa.Array], evidence: Sequence[tuple[str, ...]]) -> Long | None:
    """The long form of a sheet with a row a day and a column a slot (8:30-9:00), students in its cells; else None."""
    day = next((place for place, heading in enumerate(headings) if words.heading(heading) in turned.DAYS), None)
    slots = [place for place, heading in enumerate(headings) if clocks.ends_of(heading)]
    if day is None or len(slots) < FEWEST or any(words.heading(one) in looks.of_students() for one in headings):
        return None
    return turned.long_form(headings, columns, evidence, day, slots, "Time")


def of_week(headings: tuple[str, ...], columns: list[pa.Array], evidence: Sequence[tuple[str, ...]]) -> Long | None:
    """The long form of a timetable with a row a slot and a column a weekday, whose week a title tells; else None."""
    days = week_names.day_columns(headings)
    slots = [at for at in range(len(headings)) if at not in days and are_slots(columns[at])] if days else []
    if len(slots) != 1 or any(words.heading(one) in looks.of_students() for one in headings):
        return None
    begins = {one: week_names.begins([*one], one) for one in set(evidence)}
    if None in begins.values() or not begins:
        return None
    return weeks.of_weekdays(headings, columns, days, [begins[one] for one in evidence])


def are_slots(column: pa.Array) -> bool:
    """Whether a column holds times from and to, and nothing else."""
    texts = [text for text in column.to_pylist() if text and text.strip()]
    return len(texts) >= FEWEST and all(map(clocks.ends_of, texts))


FEWEST = 2
"""Slots from which a sheet is one of them, and days on which somebody must be marked as absent."""


def of_students(table: Table) -> Table:
    """The timetable with the names in its slots as its students; as it is where its cells don't hold names with marks.

    Slots of nobody (lunch, planning, a meeting) are no sessions. Names of which none is marked as seen, nor on several
    days somebody as absent, are a plan, and no log.
    """
    if table.melted is None or any(words.heading(one) in looks.of_students() for one in table.headings):
        return table
    day, place = map(table.headings.index, table.melted)
    texts = table.body.column(place).to_pylist()
    distinct = {text for text in texts if text and text.strip()}
    nobody = {text for text in distinct if not _is_marked(text) and _is_nobodys(text)}
    booked = distinct - nobody
    if (
        not booked
        or not all(names_in_cell.are_names(text) for text in booked)
        or not _is_log(table, booked, day, texts)
    ):
        return table
    kept = [row for row, text in enumerate(texts) if text in booked]
    found = replace(table.rows(kept).called(place, "Student Name"), melted=None)
    gone = sorted(set(table.row_numbers.to_pylist()) - set(found.row_numbers.to_pylist()))
    found = replace(found, left_out=(*table.left_out, *(LeftOut(number, "nobody's slots") for number in gone)))
    return found.noted(f"Slots of nobody ({', '.join(sorted(nobody))}) are no sessions.") if nobody else found


def _is_nobodys(text: str) -> bool:
    """Whether a slot is of other work, or of a day on which nobody was seen (no school): it doesn't say whose it was."""
    return bool(set(words.plain(text).split()) & _NOBODY) or statuses.read(text).status == "missed"


_PLAN = re.compile(r"schedul|\bplan", re.IGNORECASE)
_HERE = r"(?:seen|present|here|served|given|held|attended|delivered|treated)"
_UNMARKED = re.compile(
    rf"\b{_HERE}\b,? (?:unless|if not|except (?:where|when|as|if)) (?:otherwise )?(?:marked|noted|indicated|coded)|"
    rf"\b(?:unmarked|not marked|no marks?|without (?:a )?mark)\b\W+(?:(?:means?|is|are|was|were) )?{_HERE}\b",
    re.IGNORECASE,
)
"""What says of a timetable that it was marked after it: those without a mark were seen."""


def noted(table: Table, remarks: Iterable[str]) -> Table:
    """The table with a remark that the unmarked were seen among its notes."""
    told = [text for text in remarks if text not in table.notes and _UNMARKED.search(text)]
    return replace(table, notes=(*table.notes, *told)) if told else table


def _is_log(table: Table, booked: Set[str], day: int, texts: list[str | None]) -> bool:
    """Whether somebody is marked as seen, a note says that the unmarked were, or somebody is marked as absent on several whole
    days in what isn't called a schedule."""
    if any(map(_is_seen, booked)) or any(map(_UNMARKED.search, table.notes)):
        return True
    away = {text for text in booked if "missed" in _statuses(text)}
    days = {when for when, text in zip(table.body.column(day).to_pylist(), texts, strict=True) if text in away}
    planned = any(map(_PLAN.search, (*table.notes, table.sheet)))
    return not planned and len(days) >= FEWEST and all(dates.looks_like(one or "") for one in days)


def _is_marked(text: str) -> bool:
    return bool(_statuses(text))


def _is_seen(text: str) -> bool:
    return any(said != "missed" for said in _statuses(text))


def _statuses(text: str) -> list[str]:
    found = [mark for part in names_in_cell.parts(text) if (mark := marks.split(part)[1])]
    return [said for mark in found if (said := marks.status(mark))]


def sized(table: Table) -> Table:
    """The grid with what stands in its cells behind a stroke as the size of the group, where a line above it says so
    (25/3 = 25 minutes, group of 3)."""
    if table.melted is None or not any(map(_SAYS_SIZE.search, table.notes)):
        return table
    place = table.headings.index(table.melted[1])
    found = [_SIZED.match(text or "") for text in table.body.column(place).to_pylist()]
    if not any(found):
        return table
    texts = table.body.column(place).to_pylist()
    value = [match[1] if match else text for match, text in zip(found, texts, strict=True)]
    return table.filled(place, value).also("Group Size", [match and match[2] for match in found])
