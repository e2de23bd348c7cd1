"""In how many weeks of a year there is service, in a column of its own beside amounts by the week (Days/Week, Weeks/Year)."""

import math

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.amounts import cycles
from data.ingest.values import dates, numbers, words

WHOLE_YEAR, MOST = 30, 53
"""Weeks from which a year of school is meant, however a district counts its own."""
_HOW_MANY = frozenset(("year", "count", "total", "service", "number", "school"))
_BY_WEEK = frozenset(("day", "session", "times", "minute", "hour", "visit"))


def of_a_year(table: Table) -> Table:
    """The table, where a row's weeks are fewer than a school year's, with these as the weeks in which there is service: it
    isn't clear which ones they are, and what is owed by the week hangs on it."""
    if table.melted or cycles.EVERY in table.headings or looks.written_for(table.headings, "sessions", "session_date"):
        return table
    said = [words.said_by(heading) for heading in table.headings]
    places = [
        at for at, one in enumerate(said) if "week" in one and one <= _HOW_MANY | {"week"} and _are_weeks(table, at)
    ]
    if len(places) != 1 or not any("week" in one and one & _BY_WEEK for one in said):
        return table
    weeks = [numbers.to_float(text or "") for text in table.body.column(places[0]).to_pylist()]
    spans = _spans(table)
    few = [
        f"{one:g} weeks a year{cycles.BY_A_COLUMN}" if one and one < min(WHOLE_YEAR, span) else None
        for one, span in zip(weeks, spans, strict=True)
    ]
    return table.also(cycles.EVERY, few) if any(few) else table


def _spans(table: Table) -> list[float]:
    """The weeks from each row's start to its end, less the fifth that holidays may take; endless where it has no days."""
    places = [looks.written_for(table.headings, "service_lines", name)[:1] for name in ("start_date", "end_date")]
    if not all(places):
        return [math.inf] * len(table.body)
    days = [[dates.read(text or "").value for text in table.body.column(place).to_pylist()] for (place,) in places]
    return [
        _OF_SCHOOL * (end - start).days / 7 if start and end else math.inf for start, end in zip(*days, strict=True)
    ]


_OF_SCHOOL = 0.8


def _are_weeks(table: Table, place: int) -> bool:
    """Whether a column holds nothing but whole numbers of weeks, more than a month of them in some row."""
    told = [numbers.to_float(text) for text in table.texts(place)]
    some = [one for one in told if one is not None and one.is_integer() and 0 < one < MOST]
    return len(some) == len(told) > 0 and max(some) > _A_MONTH


_A_MONTH = 5
