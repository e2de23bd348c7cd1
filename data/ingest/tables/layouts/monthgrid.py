"""Calendars drawn as months: columns of weekdays, day numbers in the cells, and beside or beneath them what is on."""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.model import LeftOut, Table, body_of
from data.ingest.tables import colours, labelled, labels, legend
from data.ingest.tables.grid import Grid
from data.ingest.tables.layouts import monthblocks
from data.ingest.tables.titles import school_of_calendar
from data.ingest.values import families, terms, words


@dataclass
class _Found:
    """The marked days so far, the file's rows that hold them, and why the others are none."""

    days: list[tuple[int, str, str]] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    colours: dict[str, str] = field(default_factory=dict)
    """The colours of which a key beside the months says what they mean."""
    plain: list[tuple[int, str, str | None]] = field(default_factory=list)
    """(row, day, colour) of the weekdays without a mark."""


def find(grid: Grid) -> Table | None:
    """The marked days of a sheet of months as a table of days, or None where it is none.

    A day without any mark is no record. The month stands above its weekdays; its year may follow from the school year.
    With a student's name above, the marks are what became of sessions.
    """
    blocks = [block for at in monthblocks.weeks(grid) for block in monthblocks.blocks(grid, at)]
    if not blocks:
        return None
    top = min(block.row for block in blocks)
    pairs, titles = _above(grid, top)
    found = _Found(colours=_key(grid))
    for block in blocks:
        end = min((other.row for other in blocks if other.row > block.row), default=grid.height)
        _read(grid, block, end, (*titles, grid.name), found)
    named = {}
    if not _of_students(pairs):
        found.days = sorted((*found.days, *_coloured(found)))
        named = _at_school(pairs, titles, grid.name)
    if not found.days:
        return None
    table = _table(grid, top, pairs | named, titles, found)
    return (
        table.noted(f"By its title or its sheet's name, this is the calendar of {named['School']}.") if named else table
    )


def _above(grid: Grid, top: int) -> tuple[labels.Pairs, list[str]]:
    pairs: labels.Pairs = {}
    titles: list[str] = []
    for at in range(top):
        own, texts = labels.read(grid.row(at))
        pairs |= own
        titles += [*texts, *(f"{label}: {value}" for label, value in own.items() if labels.is_period(label))]
    return {label: value for label, value in pairs.items() if not labels.is_period(label)}, titles


def _read(grid: Grid, block: monthblocks.Block, end: int, around: tuple[str, ...], found: _Found) -> None:
    """Note the marked days of one month."""
    month = monthblocks.month(grid, block, around)
    last: dict[int, int] = {}
    marks: dict[int, tuple[int, str]] = {}
    colours: dict[int, tuple[int, str | None]] = {}
    for at in range(block.row + 1, min(end, block.row + monthblocks.MOST_ROWS)):
        cells = [grid.row(at)[column] for column in block.columns]
        days = {place: day for place, cell in enumerate(cells) if cell and (day := monthblocks.day_of(cell))}
        if days and _in_order(days, block, month):
            start = next(day - place for place, day in days.items())
            last = {at: start + at for at, cell in enumerate(cells) if at in days or (cell and start + at > 0)}
            told = {day: _mark(cells[at] or "") if at in days else cells[at] or "" for at, day in last.items()}
        else:
            told = {last[place]: cell for place, cell in enumerate(cells) if cell and place in last}
            if any(cell and place not in last for place, cell in enumerate(cells)) or not told:
                last = {}
                continue
        found.seen.add(at)
        coloured = {day: grid.fills.get((at, block.columns[place])) for place, day in last.items() if place in days}
        colours |= {day: (at, one) for day, one in coloured.items() if _is_weekday(block, last, day)}
        for day, mark in told.items():
            if mark.strip():
                row, before = marks.get(day, (at, ""))
                marks[day] = row, f"{before} {mark.strip()}".strip()
    found.days += [(row, _named(month, day), mark) for day, (row, mark) in sorted(marks.items())]
    found.plain += [(row, _named(month, day), one) for day, (row, one) in colours.items() if day not in marks]


def _is_weekday(block: monthblocks.Block, days: dict[int, int], day: int) -> bool:
    place = next(place for place, one in days.items() if one == day)
    return (block.first + place) % 7 < monthblocks.SATURDAY


COLOURED = "coloured"


def _key(grid: Grid) -> dict[str, str]:
    """Colour -> meaning: words in a filled cell, or right of one that is filled and blank; none for two meanings."""
    found = colours.texts(grid, lambda _, text: monthblocks.day_of(text) is None and not monthblocks.weekdays(text))
    return {colour: meanings.pop() for colour, meanings in found.items() if len(meanings) == 1}


def _coloured(found: _Found) -> list[tuple[int, str, str]]:
    """The weekdays that have a colour and no mark, by what the key says of it, else as coloured: that is asked. A colour
    that most days have is their ground."""
    ground = {colour for colour in {one for *_, one in found.plain} if
              sum(one == colour for *_, one in found.plain) * 2 > len(found.plain)}  # fmt: skip
    return [
        (row, day, found.colours.get(colour) or f"{COLOURED} {colour}")
        for row, day, colour in found.plain
        if colour and colour not in ground
    ]


def _of_students(pairs: labels.Pairs) -> bool:
    students = {word for listed in synonyms.headings("student").values() for word in listed}
    return any(words.heading(label) in students for label in pairs)


def _at_school(pairs: labels.Pairs, titles: list[str], name: str) -> labels.Pairs:
    """The school whose calendar it is by a title, else by the sheet's name, where no label tells one."""
    if not labelled.headings_of_schools().isdisjoint(map(words.heading, pairs)):
        return {}
    school = school_of_calendar(titles) or school_of_calendar([name])
    return {"School": school} if school else {}


def _in_order(days: dict[int, int], block: monthblocks.Block, month: tuple[int | None, int] | None) -> bool:
    """Whether the days of a week follow each other, and are on their weekdays where the month is known."""
    firsts = {day - place for place, day in days.items()}
    if len(firsts) != 1:
        return False
    if month is None or month[0] is None:
        return True
    length = calendar.monthrange(month[0], month[1])[1]
    return all(
        day <= length and date(month[0], month[1], day).weekday() == (block.first + place) % 7
        for place, day in days.items()
    )


def _mark(cell: str) -> str:
    match = monthblocks.STAMP.match(cell) or monthblocks.CELL.match(cell)
    return match[2] if match else ""


def _named(month: tuple[int | None, int] | None, day: int) -> str:
    if month is None:
        return str(day)
    year, number = month
    return f"{calendar.month_name[number]} {day}" if year is None else f"{year}-{number:02d}-{day:02d}"


OPEN_DAY = "School Day"
_OPEN = ("full", "half", "late_start", "testing")
SUMMER = (6, 7, 8)
FIRST, LAST = (re.compile(rf"\b{word}\b.*\b(?:day|school|classes)\b|\bschool {verb}", re.IGNORECASE)
                 for word, verb in (("first", "(?:begins|starts)"), ("last", "(?:ends|closes)")))  # fmt: skip


def _open_days(found: _Found, key: dict[str, str]) -> list[tuple[int, str, str]]:
    """The weekdays without a mark, where other marks are of days on which school is open: they are school days too.

    From the first to the last day of school where marks say which; else those of summer only between such marks.
    """
    told = [(day, key.get(mark.casefold(), mark)) for _, day, mark in found.days if monthblocks.STAMP.match(day)]
    opened = sorted(day for day, mark in told if terms.day_type(mark) in _OPEN)
    if not opened or len(told) < len(found.days):
        return []
    of_school = [(day, mark) for day, mark in told if not _is_of_staff(mark) and not terms.names_term(mark)]
    start = next((day for day, mark in of_school if FIRST.search(mark)), None)
    end = next((day for day, mark in of_school if LAST.search(mark)), None)
    return [
        (row, day, OPEN_DAY)
        for row, day, colour in found.plain
        if colour is None and monthblocks.STAMP.match(day)
        and (day > start if start else int(day[5:7]) not in SUMMER or day > opened[0])
        and (day < end if end else int(day[5:7]) not in SUMMER or day < opened[-1])
    ]  # fmt: skip


def _is_of_staff(mark: str) -> bool:
    """Whether a first or last day is that of those who work there, and not of students: no day of school begins with it."""
    said = words.said_by(mark)
    return bool(said & families.STAFF) and "student" not in said


def _table(grid: Grid, top: int, pairs: labels.Pairs, titles: list[str], found: _Found) -> Table:
    of_sessions = _of_students(pairs)
    if not of_sessions:
        other = {at for at in range(grid.height) if at not in found.seen}
        days = _open_days(found, legend.read(grid.row(at) for at in other))
        found.days = sorted((*found.days, *days))
        titles = [*titles, *(["Weekdays without a mark are school days."] if days else [])]
    rows = [row for row, _, _ in found.days]
    names = ("Date", "Value" if of_sessions else "Event")
    columns = [[day for _, day, _ in found.days], [mark for _, _, mark in found.days]]
    columns += [[value] * len(rows) for value in pairs.values()]
    body = body_of(pa.array(column, pa.string()) for column in columns)
    why = {at: _why(grid, at, top, found) for at in range(grid.height) if at not in rows and at != top}
    left_out = tuple(LeftOut(grid.number(at), reason) for at, reason in why.items())
    key = legend.read(grid.row(at) for at, reason in why.items() if reason in ("banner", "note beside the months"))
    numbers = pa.array(grid.numbers[rows], pa.int32())
    return Table(
        grid.name, (*names, *pairs), body, numbers, grid.number(top), left_out,
        names if of_sessions else None, tuple(titles), key,
    )  # fmt: skip


def _why(grid: Grid, at: int, top: int, found: _Found) -> str:
    if not grid.counts[at]:
        return "blank"
    return "banner" if at < top else "no day marked" if at in found.seen else "note beside the months"
