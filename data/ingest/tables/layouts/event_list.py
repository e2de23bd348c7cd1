"""A school calendar as a list without headings: a day, or days, and what is on (August 24, Teacher Workday; Aug 24: First day),
maybe the numbers of days under the names of their months."""

import re
from dataclasses import dataclass

from data.ingest.tables import looks, spans
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import monthblocks
from data.ingest.values import dates, terms, words

HEADINGS = ("Date", "Event")
FEWEST, MOST, _SHARE, _SHARE_ALONE = 4, 300, 0.5, 0.8
"""Days from which rows are such a list, rows up to which one is looked for, and the share of them that says a kind of day, under
a title and without any."""
_BETWEEN = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s{2,}|\t")
_JOINED = re.compile(r"\s*(?:[-–—&/,]|\bto\b|\bthrough\b|\band\b)\s*")
_NUMBERS = re.compile(r"^\d{1,2}(?:\s*[-–—]\s*\d{1,2})?$")
_OF_YEARS = frozenset(("calendar", "holiday", "year", "important", "date"))


@dataclass(frozen=True)
class _Line:
    """A row: the days and what is on, or the month that it names, or neither."""

    day: str | None = None
    event: str | None = None
    month: str | None = None


def parted(grid: Grid) -> Grid:
    """The grid with headings over day and event, where its rows are such a list under a title of a calendar or without any; else
    as it is."""
    if not FEWEST <= grid.height <= MOST or grid.filled.any(axis=0).sum() > FEWEST:
        return grid
    rows = [grid.row(at) for at in range(grid.height)]
    lines = _lines(rows)
    told = [at for at, line in enumerate(lines) if line.day]
    if len(told) < FEWEST or not _is_calendar(rows[: told[0]], [lines[at] for at in told]):
        return grid
    first = told[0]
    above = [(cells, at) for at, cells in enumerate(rows[:first])]
    below = [(_drawn(lines[at], rows[at]), at) for at in range(first, grid.height)]
    return grid.redrawn([*above, (HEADINGS, max(first - 1, 0)), *below])


def _drawn(line: _Line, cells: Cells) -> Cells:
    return (line.day, line.event) if line.day else (f"Month: {line.month}",) if line.month else cells


def _lines(rows: list[Cells]) -> list[_Line]:
    found, month = [], ""
    for cells in rows:
        line = _read([cell.strip() for cell in cells if cell and cell.strip()], month)
        month = line.month or month
        found.append(line)
    return found


def _read(cells: list[str], month: str) -> _Line:
    if len(cells) == 1:
        if dates.month_number(cells[0].strip(" .:")) or dates.month_in(cells[0]):
            return _Line(month=cells[0].strip(" .:"))
        cells = _parts(cells[0])
    told = [cell for cell in cells if not _is_of_week(cell)]
    if len(told) != len(HEADINGS):
        return _Line()
    day, event = told
    if month and _NUMBERS.match(day):
        day = _of_month(month, day)
    is_one = spans.first_and_last(day)[0] is not None and not spans.first_and_last(event)[0]
    return _Line(day, event) if is_one and re.search(r"[A-Za-z]{3}", event) else _Line()


def _is_of_week(cell: str) -> bool:
    """Whether a cell names nothing but days of the week: Mon; Wed-Fri."""
    return all(map(monthblocks.weekdays, _JOINED.split(cell.strip(" .,"))))


def _parts(text: str) -> list[str]:
    """The days and the event of a text, as many days as it begins with: Dec 21 - Jan 1: Winter Recess."""
    parts = [(text[: sign.start()], text[sign.end() :]) for sign in _BETWEEN.finditer(text)]
    found = [both for both in parts if spans.first_and_last(both[0])[0]]
    return list(found[-1]) if found else []


def _of_month(month: str, numbers: str) -> str:
    """The days of a month whose title tells it, maybe with its year: Aug 24; Nov 25-27, 2026."""
    name, _, year = month.partition(" ")
    return f"{name} {numbers}, {year}" if year.strip().isdigit() else f"{name} {numbers}"


def _is_calendar(above: list[Cells], told: list[_Line]) -> bool:
    """Whether a title over days speaks of a calendar or a year, no headings stand there, and most events are kinds of day;
    without any title nearly all are."""
    titles = [cell for cells in above for cell in cells if cell]
    heads = any(sum(looks.known(cell) for cell in cells if cell) > 1 for cells in above)
    said = frozenset().union(*map(words.said_by, titles)) if titles else frozenset()
    kinds = sum(terms.day_type(line.event or "") is not None for line in told)
    share = _SHARE if _OF_YEARS & said else _SHARE_ALONE
    is_named = bool(_OF_YEARS & said) or not titles
    return is_named and not heads and kinds >= share * len(told)
