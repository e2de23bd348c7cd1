"""The same few columns under each day, or week, of a row (9/9/2025 Min, 9/9/2025 Att, 9/16/2025 Min, ...)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
import pyarrow as pa

from data.ingest.tables import spread, week_names
from data.ingest.tables.layouts import melting, sideways
from data.ingest.tables.long import Long
from data.ingest.values import families, words

_LONGEST = 7
"""Words of a day, or of a week: Week of Oct 6 - Oct 10."""
_OUTCOMES = families.STATES | {"code", "mark", "key", "att"}
_NOTE = "What stands under a week is dated by its first day."


@dataclass(frozen=True)
class _Group:
    """Columns of a day: where the first one begins, how many a day has, and how many days there are."""

    first: int
    size: int
    times: int


def by_day(headings: tuple[str, ...], columns: list[pa.Array], evidence: Sequence[tuple[str, ...]] = ()) -> Long | None:
    """A record for each day of a row under which the same few columns stand, as a day merged over its columns reads, with
    the day as a column; of a week its first day, where a column tells what became of each session: minutes of a week
    alone are totals. ``evidence`` may say the year, row by row. None where no columns stand so."""
    parts = [_parted(heading) for heading in headings]
    found = _groups([(when.text if when else None, rest) for when, rest in parts])
    whens = [parts[found.first + found.size * at][0] for at in range(found.times)] if found else []
    is_of_weeks = any(when and when.is_week for when in whens)
    if found is None or (is_of_weeks and not any(map(_tells_outcome, (rest for _, rest in parts)))):
        return None
    days = [when.text for when in whens if when]
    return _stacked(tuple(rest for _, rest in parts), columns, found, days, evidence, _NOTE if is_of_weeks else "")


def _stacked(
    headings: tuple[str, ...],
    columns: list[pa.Array],
    found: _Group,
    days: list[str],
    evidence: Sequence[tuple[str, ...]],
    note: str,
) -> Long:
    """A record for each day of which anything is told; a row without any makes none."""
    told, body, source, which = sideways.stacked(headings, columns, (found.first, found.size, found.times))
    months = [part[0] for day in days if (part := spread.part(day))]
    rows = zip(source.tolist(), which.tolist(), strict=True)
    made = [melting.date_of(days[at], evidence[row] if evidence else (), months) for row, at in rows]
    kept = np.flatnonzero(sideways.any_filled(body[-found.size :]))
    filled = [column.take(pa.array(kept)) for column in (*body, pa.array(made, pa.string()))]
    return Long((*told, "Session Date"), filled, source[kept], note=note)


def days_in(headings: Sequence[str]) -> bool:
    """Whether headings begin with several days or weeks, which are no numbers that may be left out."""
    return len({when.text for when, _ in map(_parted, headings) if when}) > 1


def is_of_a_day(heading: str) -> bool:
    """Whether a heading begins with a day or a week, and tells something of it: Week of 10/6 Min."""
    return _parted(heading)[0] is not None


def _tells_outcome(heading: str) -> bool:
    return bool(_OUTCOMES & words.said_by(heading)) or words.heading(heading) in ("p a", "present absent")


def _groups(parts: list[tuple[str | None, str]]) -> _Group | None:
    """The same few columns under each day (day, rest of the heading); what stands under the last day and under no other one
    (Total) is of the row, and not of that day."""
    first = next((place for place, (day, _) in enumerate(parts) if day), len(parts))
    dated = list(takewhile(lambda part: part[0], parts[first:]))
    size = sum(day == dated[0][0] for day, _ in dated) if dated else 0
    if size < 2 or any(day for day, _ in parts[first + len(dated) :]):
        return None
    times = len({day for day, _ in dated})
    rows = [dated[size * number : size * (number + 1)] for number in range(times)]
    names = [name for _, name in rows[0]]
    alike = all(len({day for day, _ in row}) == 1 and [name for _, name in row] == names for row in rows)
    return _Group(first, size, times) if alike and times > 1 else None


@dataclass(frozen=True)
class _When:
    """A day as a heading says it, with its year or without; of a week the first one."""

    text: str
    is_week: bool = False


def _parted(heading: str) -> tuple[_When | None, str]:
    """The day with which a heading begins and the rest of it; (None, the heading) where it begins with none."""
    told = heading.split()
    for end in range(min(len(told) - 1, _LONGEST), 0, -1):
        rest = " ".join(told[end:])
        if not rest[0].isdigit() and (when := _when(" ".join(told[:end]))):
            return when, rest
    return None, heading


def _when(text: str) -> _When | None:
    if spread.is_date(text):
        return _When(text)
    week = week_names.first_of(text)
    return _When(week, is_week=True) if week else None
