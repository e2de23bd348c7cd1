"""Groups of columns repeated sideways (Date, Minutes, Date, Minutes, ...), put below each other."""

import re
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import synonyms
from data.ingest.values import words

_TELLING = frozenset({"date", "day", "minutes", "mins", "min", "service", "goal", "score", "status", "session"})


def groups(headings: tuple[str, ...]) -> tuple[int, int, int] | None:
    """(first column, columns of a group, groups) of headings that repeat up to the last one, numbers apart; else None.

    Groups have at least two columns, and one of them speaks of sessions, services or goals: the parents of a student,
    listed as first and second, make no records.
    """
    bare = [_unnumbered(heading) for heading in headings]
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
    first, size, times = found
    height = len(columns[0])
    filled = np.column_stack([_filled(columns[first + size * i : first + size * (i + 1)]) for i in range(times)])
    filled[~filled.any(axis=1), 0] = True
    source, which = np.nonzero(filled)
    every = [pa.concat_arrays([columns[first + size * i + at] for i in range(times)]) for at in range(size)]
    places, rows = pa.array(which * height + source), pa.array(source)
    told = tuple(re.sub(r"[\s._#-]*\d+", "", heading).strip() or heading for heading in headings[first : first + size])
    body = [*(column.take(rows) for column in columns[:first]), *(column.take(places) for column in every)]
    return (*headings[:first], *told), body, source


def _filled(columns: list[pa.Array]) -> Any:
    shown = [pc.fill_null(pc.not_equal(pc.utf8_trim_whitespace(column), ""), False) for column in columns]
    return np.any([column.to_numpy(zero_copy_only=False) for column in shown], axis=0)
