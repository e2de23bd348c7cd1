"""Grids of days whose numbers are hours, as only a title, the tab or the heading of their sums says: Week total (hrs)."""

import re
from collections.abc import Iterable

from data.ingest.model import Table
from data.ingest.tables.layouts import melting
from data.ingest.values import numbers
from data.ingest.values.words import said_by

_MOST = 8.0
_OF_OTHERS = frozenset(
    (
        "school",
        "office",
        "business",
        "bell",
        "work",
        "contract",
        "minute",
        "promised",
        "mandate",
        "required",
        "quarter",
        "half",
        "unit",
        "credit",
        "comp",
        "within",
        "extended",
        "operation",
        "attendance",
        "program",
        "club",
    )
)
_NUMBERED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|eight|ten|twelve))\s*-?\s*(?:hours?|hrs?)\b|\d\s*:\d\d", re.IGNORECASE
)
"""A remark of so many hours, or of a clock, which says nothing of the numbers below."""


def told(table: Table, headings: Iterable[str]) -> Table:
    """The grid with its unit behind each of its numbers, where all are so small and some so broken that they are hours, and
    where what stands around it, or one of the ``headings`` of its sums, says hours and not minutes."""
    if not table.melted or table.melted[1] not in table.headings:
        return table
    place = table.headings.index(table.melted[1])
    around = (*table.notes, table.sheet, *filter(melting.is_sum, headings), *filter(_is_of_a_sum, headings))
    if not any(map(is_said_by, around)) or not _are_hours(table.texts(place)):
        return table
    cells = [f"{text} hr" if text and numbers.to_float(text) else text for text in table.body.column(place).to_pylist()]
    return table.filled(place, cells).noted("The numbers under its days are hours.")


def _is_of_a_sum(heading: str) -> bool:
    return "total" in said_by(heading) or said_by(heading) == {"hour"}


def is_said_by(text: str) -> bool:
    """Whether a title says that numbers are hours, and not what hours are of: a school's, a limit, a part of one."""
    said = said_by(text)
    return "hour" in said and not said & _OF_OTHERS and _NUMBERED.search(text) is None


def _are_hours(texts: tuple[str, ...]) -> bool:
    told = [number for text in texts if (number := numbers.to_float(text))]
    return bool(told) and all(0 < one <= _MOST for one in told) and any(not one.is_integer() for one in told)
