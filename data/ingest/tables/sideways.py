"""Groups of columns repeated sideways (Date, Minutes, Date, Minutes, ...), put below each other."""

import re
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import synonyms
from data.ingest.values import dates, terms, words

_DAY_FIRST = re.compile(r"^(\S+(?: \d{1,2},? \d{4})?)\s+(\D.*)$")
_TELLING = frozenset({"date", "day", "minutes", "mins", "min", "service", "goal", "score", "status", "session"})


def groups(headings: tuple[str, ...]) -> tuple[int, int, int] | None:
    """(first column, columns of a group, groups) of headings that repeat up to the last one, numbers apart; else None.

    Groups have at least two columns, and one of them speaks of sessions, services or goals: the parents of a student,
    listed as first and second, make no records.
    """
    bare = [_unnumbered(terms.without_period(heading)) for heading in headings]
    for first in range(len(bare)):
        rest = bare[first:]
        for size in range(2, len(rest) // 2 + 1):
            group = rest[:size]
            if len(rest) % size == 0 and group * (len(rest) // size) == rest and _tells(group):
                return first, size, len(rest) // size
    return None


def students(headings: tuple[str, ...]) -> list[int]:
    """The places of headings that are students of one session (Student 1, Student 2, ...); none where they are one."""
    named = synonyms.headings("student")["student_name"]
    found = [
        place
        for place, heading in enumerate(headings)
        if _unnumbered(heading) in named and words.heading(heading) != _unnumbered(heading)
    ]
    return found if len(found) > 1 and len({_unnumbered(headings[place]) for place in found}) == 1 else []


def apart(
    headings: tuple[str, ...], columns: list[pa.Array], places: list[int]
) -> tuple[tuple[str, ...], list[pa.Array], np.ndarray]:
    """The table with a record for each of a row's students, as ``stack`` gives it."""
    rest = [place for place in range(len(headings)) if place not in places]
    ordered = [*rest, *places]
    found = len(rest), 1, len(places)
    return stack(tuple(headings[place] for place in ordered), [columns[place] for place in ordered], found)


def _tells(group: list[str]) -> bool:
    return len(set(group)) == len(group) and any(_TELLING & set(heading.split()) for heading in group)


def _unnumbered(heading: str) -> str:
    return " ".join(re.sub(r"\d+", " ", words.heading(heading)).replace("#", " ").split())


def stack(
    headings: tuple[str, ...], columns: list[pa.Array], found: tuple[int, int, int]
) -> tuple[tuple[str, ...], list[pa.Array], np.ndarray]:
    """The table with one record for each filled group of a row, and the place of each record's row.

    A row without any filled group stays one record.
    """
    told, body, source, which = _stacked(headings, columns, found)
    first, size, times = found
    named = [terms.period_in(headings[first + size * number]) for number in range(times)]
    if all(named) and len(set(named)) == times:
        told = (*told, "Grading Period")
        body = [*body, pa.array(named, pa.string()).take(pa.array(which))]
    return told, body, source


def _stacked(
    headings: tuple[str, ...], columns: list[pa.Array], found: tuple[int, int, int]
) -> tuple[tuple[str, ...], list[pa.Array], np.ndarray, np.ndarray]:
    """As ``stack``, and the number of each record's group."""
    first, size, times = found
    height = len(columns[0])
    filled = np.column_stack([_filled(columns[first + size * i : first + size * (i + 1)]) for i in range(times)])
    filled[~filled.any(axis=1), 0] = True
    source, which = np.nonzero(filled)
    every = [pa.concat_arrays([columns[first + size * i + at] for i in range(times)]) for at in range(size)]
    places, rows = pa.array(which * height + source), pa.array(source)
    bare = (terms.without_period(heading) for heading in headings[first : first + size])
    told = tuple(re.sub(r"[\s._#-]*\d+", "", heading).strip() or heading for heading in bare)
    body = [*(column.take(rows) for column in columns[:first]), *(column.take(places) for column in every)]
    return (*headings[:first], *told), body, source, which


def days(headings: tuple[str, ...]) -> tuple[int, int, int] | None:
    """(first column, columns of a day, days) of headings with the same few columns under each day; else None.

    ``9/9/2025 Min``, ``9/9/2025 Att``, ``9/16/2025 Min``, ``9/16/2025 Att``: as a day merged over its columns reads.
    """
    parts = [_day_and_name(heading) for heading in headings]
    first = next((place for place, (day, _) in enumerate(parts) if day), len(parts))
    dated = parts[first:]
    size = sum(day == dated[0][0] for day, _ in dated) if dated else 0
    if size < 2 or len(dated) % size or len(dated) < 2 * size or not all(day for day, _ in dated):
        return None
    rows = [dated[place : place + size] for place in range(0, len(dated), size)]
    alike = all(
        len({day for day, _ in row}) == 1 and [name for _, name in row] == [name for _, name in rows[0]] for row in rows
    )
    return (first, size, len(rows)) if alike else None


def by_day(
    headings: tuple[str, ...], columns: list[pa.Array], found: tuple[int, int, int]
) -> tuple[tuple[str, ...], list[pa.Array], np.ndarray]:
    """The table with a record for each day of a row that has anything, with the day as a column; as ``stack``."""
    first, size, times = found
    days_told = [_day_and_name(headings[first + size * number])[0] for number in range(times)]
    plain = tuple(_day_and_name(heading)[1] or heading for heading in headings)
    told, body, source, which = _stacked(plain, columns, found)
    return (*told, "Session Date"), [*body, pa.array(days_told, pa.string()).take(pa.array(which))], source


def _day_and_name(heading: str) -> tuple[str | None, str]:
    match = _DAY_FIRST.match(heading)
    return (match[1], match[2]) if match and dates.looks_like(match[1]) else (None, heading)


def _filled(columns: list[pa.Array]) -> Any:
    shown = [pc.fill_null(pc.not_equal(pc.utf8_trim_whitespace(column), ""), False) for column in columns]
    return np.any([column.to_numpy(zero_copy_only=False) for column in shown], axis=0)
