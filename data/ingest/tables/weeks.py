"""Weeks as rows with a column a weekday (Week of, Mon, Tue, ...), turned to one record for each filled day."""

import re
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from data.ingest.tables import melting, spread
from data.ingest.values import dates, words
from data.ingest.values.read import Read, waiting

FEWEST = 3
_WEEK = re.compile(r"^(?:the )?(?:school )?(?:week|wk)(?: (?:of|beginning|starting|start|begin|ending|end|date))*$")
_NUMBERED = re.compile(r"^(?:school )?(?:week|wk)\.?\s*(?:#|no\.?|number)?\s*(\d{1,2})\b", re.IGNORECASE)
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
        (headings[at], column.take(pa.array(source)))
        for at, column in enumerate(columns)
        if at not in (*days, *weeks) and not (at > min(days) and _is_total(headings[at]))
    ]
    told = [_date(week[row], days[place], headings[place], ends=ends, clear=clear) for row, place in places]
    found.append(("Date", pa.array(told, pa.string())))
    found.append(("Value", pa.array([wide[place][row] for row, place in places], pa.string())))
    return melting.Long(
        tuple(heading for heading, _ in found), [column for _, column in found], source, ("Date", "Value")
    )


def _is_total(heading: str) -> bool:
    return melting.is_sum(heading) or "total" in words.spelt_out(words.heading(heading)).split()


def numbered(headings: tuple[str, ...], columns: list[pa.Array]) -> melting.Long | None:
    """The long form of a table with a column a week (Week 1, Week 2, ...), a record for each filled one; else None.

    A heading that says the week's days (Week 1 (9/1-9/5)) is their first; of others a person must say when they begin.
    """
    places = [place for place, heading in enumerate(headings) if _number(heading)]
    if len(places) < FEWEST:
        return None
    wide = {place: columns[place].to_pylist() for place in places}
    filled = [(row, at) for row in range(len(columns[0])) for at in places if spread.is_filled(wide[at][row])]
    source = np.array([row for row, _ in filled], dtype=np.int64)
    last = max(places)
    rest = [(heading, columns[at].take(pa.array(source))) for at, heading in enumerate(headings)
            if at not in places and not (at > last and melting.is_sum(heading))]  # fmt: skip
    rest.append(("Date", pa.array([_begins(headings[at]) for _, at in filled], pa.string())))
    rest.append(("Value", pa.array([wide[at][row] for row, at in filled], pa.string())))
    return melting.Long(tuple(name for name, _ in rest), [column for _, column in rest], source, ("Date", "Value"))


def _number(heading: str) -> int | None:
    match = _NUMBERED.match(" ".join(heading.split()))
    return int(match[1]) if match else None


def _begins(heading: str) -> str:
    """The first day that a week's heading says, else the week by its number."""
    said = _NUMBERED.sub("", " ".join(heading.split())).strip(" ()[]:,-–")
    return (
        re.split(r"\s*(?:-|–|—|\bto\b)\s*", said)[0]
        if any(letter.isdigit() for letter in said)
        else f"Week {_number(heading)}"
    )


def is_numbered(text: str) -> bool:
    """Whether a text is a week told by its number alone: another one next month."""
    return _NUMBERED.fullmatch(text.strip()) is not None


def read(text: str, answer: str | None) -> Read | None:
    """The first day of a week that is told by its number, as a person said it; None where the text is no such week."""
    if not is_numbered(text):
        return None
    said = dates.read(answer) if answer else None
    return said if said and not said.failed else waiting("no_week", "it isn't said when this week begins")


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
