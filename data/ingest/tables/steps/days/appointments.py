"""Calendars out of a calendar program (Subject, Start Date, Start Time, End Date, All day event): the clock is no session's."""

from collections.abc import Sequence

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes, flags, terms, words

_ALL_DAY = frozenset(("all day", "all day event", "allday", "is all day", "all day long"))
_CLOCKS = frozenset(("start time", "end time", "begin time", "finish time", "from time", "to time"))
_REASON = "an event of some hours"


def told(table: Table) -> Table:
    """The calendar without its clocks and its yes or no to *All Day*, and without events of some hours (Band Concert, 18:30)
    that tell nothing of school itself; as it is where a column is of students, or most such events name a service: those
    are somebody's appointments."""
    place = next((at for at, one in enumerate(table.headings) if words.heading(one) in _ALL_DAY), None)
    if place is None or table.melted or not flags.are_all(table.texts(place)) or _is_of_students(table):
        return table
    clocks = [at for at, one in enumerate(table.headings) if words.heading(one) in _CLOCKS]
    rows = list(zip(*(column.to_pylist() for column in table.body.columns), strict=True))
    some = [
        at for at, row in enumerate(rows)
        if flags.read(row[place] or "").value is False and not any(terms.day_type(text) for text in row if text)
    ]  # fmt: skip
    if _are_of_services([text for at in some for text in rows[at] if text], len(some)):
        return table
    note = f"{table.headings[place]}: events of some hours are left out, but those that tell of school itself."
    return table.leaving(some, _REASON).without(place, *clocks).noted(note)


def _are_of_services(told: Sequence[str], events: int) -> bool:
    """Whether most of some events name a service (Speech - Abel, U.)."""
    return 2 * sum(codes.find(text, "service") is not None for text in told) > events > 0


def _is_of_students(table: Table) -> bool:
    return any(words.heading(one) in looks.of_students() for one in table.headings)
