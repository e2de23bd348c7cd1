"""When a session began and ended: day, start and end in one cell, or in two of which one says both, in columns of their own."""

import re
from collections.abc import Sequence
from datetime import time

import pyarrow as pa

from data.ingest.model import Table
from data.ingest.tables import looks, zones
from data.ingest.values import dates, durations, families, statuses, words

_MOST = 0.8
_LOOKED_AT = 300
_TIME = r"(\d{1,2}(?::\d{2})?)\s*([ap])?\.?(?:m\.?)?"
_CLOCK = re.compile(r"\d:\d\d")
_MOMENT = re.compile(
    r"^(.{6,20}?),?\s+(?:from\s+)?(\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m?\.?)?\s*(?:-|–|—|to)\s*\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?)"
    r"(?:\s*[(\[,–-]?\s*(\d{1,3})\s*min(?:ute)?s?\.?\s*[)\]]?)?$",
    re.IGNORECASE,
)
_SPAN = re.compile(rf"^\s*{_TIME}\s*(?:-|–|—|to|until)\s*{_TIME}\s*$", re.IGNORECASE)


def ends_of(text: str) -> tuple[str, str] | None:
    """Start and end of a span of times: 9:00-9:30; None where it is none."""
    first, last = _ends(text.strip())
    return (first, last) if first and last else None


def apart(table: Table) -> Table:
    """The table with a session's day, start and end in columns of their own, wherever they are told together."""
    for step in (_pasted, _came_and_left, _in_grid, _moments, _times, _clocked, _checked, _stamps, _stamped):
        table = step(table)
    return table


def _pasted(table: Table) -> Table:
    """Moments that a sheet pasted as values has as numbers (45931.375) as days with a time: 2025-10-01 09:00."""
    for place, heading in enumerate(table.headings):
        is_named = bool(words.said_by(heading) & _OF_MOMENTS) and dates.moment(table.first(place)) is not None
        told = {text: dates.moment(text) for text in table.texts(place)} if is_named else {}
        if told and all(told.values()):
            table = table.filled(place, [told.get(text or "") for text in table.body.column(place).to_pylist()])
    return table


def _came_and_left(table: Table) -> Table:
    """When a child arrived and left as start and end of the session, where nothing else tells how long one was: beside minutes
    they may be of the school day."""
    told = [words.heading(heading) for heading in table.headings]
    came, left = ([at for at, one in enumerate(told) if one in ends] for ends in (_ARRIVED, _LEFT))
    lengths = any(words.said_by(heading) & families.TIMES for heading in table.headings)
    if len(came) != 1 or len(left) != 1 or lengths or not all(_CLOCK.search(table.first(at)) for at in (*came, *left)):
        return table
    return table.called(came[0], "Start Time").called(left[0], "End Time")


_ARRIVED = frozenset({"arrive", "arrived", "arrival"})
_LEFT = frozenset({"leave", "left", "depart", "departed", "departure"})
_OF_MOMENTS = frozenset({"date", "day", "time", "start", "end", "in", "out", "when", "begin"})


def _moments(table: Table) -> Table:
    """A session's day, start and end in one cell (10/03/2025 9:30 AM - 10:00 AM) in columns of their own."""
    for place, heading in enumerate(table.headings):
        first = _first(table.body.column(place))
        if place == _of_cells(table) or ":" not in first or _MOMENT.match(first) is None:
            continue
        texts = table.body.column(place).to_pylist()
        told = [_MOMENT.match(text.strip()) if text else None for text in texts]
        filled = sum(bool(text and text.strip()) for text in texts)
        if sum(one is not None and dates.looks_like(one[1]) for one in told) >= _MOST * filled:
            days = [one[1] if one else text for one, text in zip(told, texts, strict=True)]
            made = {"Session Date": days} | _ends_under("", [one and one[2] for one in told])
            if any(one and one[3] for one in told) and not looks.written_for(table.headings, "sessions", "minutes"):
                made["Minutes"] = [one and one[3] for one in told]
            return table.instead(place, made).noted(f"{heading}: day, from and to.")
    return table


def _ends_under(plan: str, texts: Sequence[str | None]) -> dict[str, list[str | None]]:
    """Start and end of spans of times as columns; ``plan``: what their headings begin with."""
    told = [_ends(text) for text in texts]
    return {f"{plan}Start Time": [start for start, _ in told], f"{plan}End Time": [end for _, end in told]}


_LOG = re.compile(r"\b(?:logs?|records?|attendance|delivered|provided|seen)\b", re.IGNORECASE)


def _in_grid(table: Table) -> Table:
    """A grid of days whose cells tell from when to when, with the minutes of each in its cell and its times in columns of
    their own, where other cells say why nobody came, or a title that it is a log: else it may be a plan."""
    place = _of_cells(table)
    told = {text: _lasted(text) for text in table.texts(place)} if place is not None else {}
    meant = (table.legend.get(text.strip().casefold(), text) for text, lasted in told.items() if lasted is None)
    others = [statuses.read(text).status for text in meant]
    is_log = "missed" in others or any(map(_LOG.search, (*table.notes, table.sheet)))
    if place is None or not any(told.values()) or not all(others) or not is_log:
        return table
    texts = table.body.column(place).to_pylist()
    table = table.filled(place, [told.get(text or "") or text for text in texts])
    ends = [ends_of(text) if text and told.get(text) else None for text in texts]
    for at, name in enumerate(("Start Time", "End Time")):
        table = table.also(name, [both and both[at] for both in ends])
    return table


def _of_cells(table: Table) -> int | None:
    """The column of what stood under the days of a grid."""
    return table.headings.index(table.melted[1]) if table.melted and table.melted[1] in table.headings else None


def _lasted(text: str) -> str | None:
    """The minutes of a span of times (9:00-9:30), as a text."""
    both = ends_of(text) if ":" in text else None
    minutes = durations.between(*(dates.of_school_hours(one).value for one in both)).value if both else None
    return f"{minutes:g}" if minutes else None


def _times(table: Table) -> Table:
    taken = {words.heading(heading) for heading in table.headings}
    if taken & {"start time", "end time", "time in", "time out", "start", "end"}:
        return table
    for place, heading in enumerate(table.headings):
        column = table.body.column(place)
        if ":" not in _first(column) or place == _of_cells(table):
            continue
        texts = [text for text in column.to_pylist() if text and text.strip()]
        if sum(_SPAN.match(text) is not None for text in texts) >= _MOST * len(texts):
            return _parted(table, place, heading)
    return table


def _parted(table: Table, place: int, heading: str) -> Table:
    plan = "Scheduled " if "scheduled" in words.said_by(heading) else ""
    made = _ends_under(plan, table.body.column(place).to_pylist())
    return table.instead(place, made).noted(f"{'Times' if plan else heading}: from and to.")


def _ends(text: str | None) -> tuple[str | None, str | None]:
    match = _SPAN.match(text or "")
    if match is None:
        return text, None
    start, first, end, last = match.groups()
    if last and not first:
        first = last if _clock(start) <= _clock(end) else "a"
    return tuple(f"{clock} {half}m" if half else clock for clock, half in ((start, first), (end, last)))  # type: ignore[return-value]


def _clock(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) % 12 * 60 + int(minute or 0)


def _clocked(table: Table) -> Table:
    """A session's day with the clock (12/02/2025 8:30 AM), where no column is of times: it is also when it began."""
    if any(looks.written_for(table.headings, "sessions", name) for name in ("start_time", "end_time")):
        return table
    both = [at for at, heading in enumerate(table.headings) if _says_both(words.said_by(heading))]
    for place in (*looks.written_for(table.headings, "sessions", "session_date"), *both):
        texts = table.opening(place)
        if all(map(zones.in_utc, texts)) and zones.are_midnights(texts):
            continue
        clocks = {dates.read_time(text).value for text in texts if ":" in text}
        if texts and len(clocks) > 1 and all(map(_is_stamp, texts)) and all(map(_of_school, clocks)):
            return table.also("Start Time", table.body.column(place))
    return table


def _says_both(said: frozenset[str]) -> bool:
    """Whether a heading is of the day and time of a session: Session Date/Time."""
    return {"date", "time"} <= said <= {"date", "time", "session", "service", "appointment", "visit", "of", "and"}


def _of_school(clock: object) -> bool:
    """Whether a time is one at which schools are open: others are those of a system."""
    return isinstance(clock, time) and _OPEN <= clock.hour <= _CLOSED


_OPEN, _CLOSED = 6, 18


def _first(column: pa.ChunkedArray) -> str:
    """The first text of a column that says something; "" where none does."""
    return next((cell.as_py() for cell in column if (cell.as_py() or "").strip()), "")


_NO_SESSION = families.ENTERED | {"log", "end"}


def _stamped(table: Table) -> Table:
    """A start with its day (scheduled_start 2025-10-14T09:30:00), where no column is called the day: that is the day."""
    if looks.written_for(table.headings, "sessions", "session_date"):
        return table
    for place, heading in enumerate(table.headings):
        told = words.said_by(heading)
        texts = table.opening(place)
        if (
            "start" in told
            and not told & _NO_SESSION
            and texts
            and all(map(_is_stamp, texts))
            and not all(map(dates.is_midnight, texts))
        ):
            return table.also("Session Date", table.body.column(place))
    return table


def _is_stamp(text: str) -> bool:
    return _CLOCK.search(text) is not None and dates.looks_like(text)


def _checked(table: Table) -> Table:
    """When somebody checked in and out, each with its day (CheckInDT 2025-10-02 09:00), as start and end, where no column is
    called so, nor the day."""
    if any(looks.written_for(table.headings, "sessions", name) for name in ("start_time", "end_time", "session_date")):
        return table
    told = [words.said_by(heading) for heading in table.headings]
    sides = [[at for at, one in enumerate(told) if _CHECKED & one and side in one] for side in ("in", "out")]
    if [len(side) for side in sides] != [1, 1] or not all(map(_is_stamp, (table.first(at) for (at,) in sides))):
        return table
    return table.called(sides[0][0], "Start Time").called(sides[1][0], "End Time")


_CHECKED = frozenset({"check", "checked", "clock", "clocked", "sign", "signed", "log", "logged"})


def _stamps(table: Table) -> Table:
    """Start and end with their day (2025-09-08 09:00), both of one day, where no column is called the day."""
    starts, ends = (looks.written_for(table.headings, "sessions", name) for name in ("start_time", "end_time"))
    if len(starts) != 1 or len(ends) != 1 or looks.written_for(table.headings, "sessions", "session_date"):
        return table
    pairs = list(
        zip(*(table.body.column(place).slice(0, _LOOKED_AT).to_pylist() for place in (*starts, *ends)), strict=True)
    )
    told = [pair for pair in pairs if all(pair)]
    if not told or sum(_of_one_day(*pair) for pair in told) < _MOST * len(told):
        return table
    return table.also("Session Date", table.body.column(starts[0]))


def _of_one_day(start: str, end: str) -> bool:
    first, last = dates.read(start).value, dates.read(end).value
    return first is not None and first == last and all(_CLOCK.search(text) for text in (start, end))
