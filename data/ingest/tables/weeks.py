"""Weeks as rows with a column a weekday (Week of, Mon, Tue, ...), turned to one record for each filled day."""

import re
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from data.ingest.tables import melting, spread
from data.ingest.values import dates, words

FEWEST = 3
_WEEK = re.compile(r"^(?:the )?(?:school )?(?:week|wk)(?: (?:of|beginning|starting|start|begin|ending|end|date))*$")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LETTERS = {"m": 0, "t": 1, "tu": 1, "w": 2, "th": 3, "r": 3, "f": 4}


def melt(headings: tuple[str, ...], columns: list[pa.Array]) -> melting.Long | None:
    """The long form of a table of weeks, or None where it is none."""
    days = {place: day for place, heading in enumerate(headings) if (day := _weekday(heading)) is not None}
    weeks = [place for place, heading in enumerate(headings) if _WEEK.match(words.heading(heading))]
    if len(weeks) != 1 or len(days) < FEWEST or len(set(days.values())) != len(days):
        return None
    week = columns[weeks[0]].to_pylist()
    if not any(dates.looks_like(text) for text in week if text):
        return None
    ends = "end" in words.heading(headings[weeks[0]])
    wide = {place: columns[place].to_pylist() for place in days}
    places = [(row, place) for row in range(len(week)) for place in days if spread.is_filled(wide[place][row])]
    source = np.array([row for row, _ in places], dtype=np.int64)
    clear = not any(dates.only_day_first(text) for text in week if text)
    found = [
        (headings[at], column.take(pa.array(source))) for at, column in enumerate(columns) if at not in (*days, *weeks)
    ]
    told = [_date(week[row], days[place], headings[place], ends=ends, clear=clear) for row, place in places]
    found.append(("Date", pa.array(told, pa.string())))
    found.append(("Value", pa.array([wide[place][row] for row, place in places], pa.string())))
    return melting.Long(
        tuple(heading for heading, _ in found), [column for _, column in found], source, ("Date", "Value")
    )


def _weekday(heading: str) -> int | None:
    bare = words.heading(heading)
    if bare in _LETTERS:
        return _LETTERS[bare]
    named = re.fullmatch(r"(mon|tue|wed|thu|fri|sat|sun)(?:s|day|sday|nesday|r|rs|rsday|urday)?", bare)
    return _DAYS.index(named[1]) if named else None


def _date(week: str | None, weekday: int, heading: str, *, ends: bool, clear: bool) -> str:
    """The day of a week; weeks named by their Sunday begin with it, unless they end on it."""
    said = dates.read(week).value if clear else None
    if not isinstance(said, date):
        return f"{heading} of {week or 'no week'}"
    sunday = said.weekday() == 6 and not ends
    monday = said + timedelta(1) if sunday else said - timedelta(said.weekday())
    return (monday + timedelta(weekday)).isoformat()
