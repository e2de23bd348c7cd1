"""Calendars whose kinds of day stand in a short code with its meaning in the column beside, or under a bare *Schedule*."""

from dataclasses import replace

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import terms, words

_MEANINGS = ("description", "desc", "name", "meaning", "text")
_LONGEST = 4
SCHEDULE = "Schedule of the Day"


def told(table: Table) -> Table:
    """The table with the meanings that the column beside gives to its codes (Day Type LE, Day Type Description Late
    arrival) as its key, where each code has one meaning and some are kinds of day."""
    for place in looks.written_for(table.headings, "calendar_days", "day_type") if _is_calendar(table) else ():
        bare = words.heading(table.headings[place])
        meant = [
            at for at, one in enumerate(table.headings) if words.heading(one) in {f"{bare} {m}" for m in _MEANINGS}
        ]
        if len(meant) == 1 and (key := _key(table, place, meant[0])):
            return replace(table, legend=key | table.legend)
    return table


def _key(table: Table, code: int, meaning: int) -> dict[str, str]:
    """Code in lower case -> meaning; empty where a code is long, means two things, or no meaning is a kind of day."""
    columns = [[(text or "").strip() for text in table.body.column(place).to_pylist()] for place in (code, meaning)]
    pairs = {(one.casefold(), other) for one, other in zip(*columns, strict=True) if one and other}
    key = dict(pairs)
    is_plain = len(key) == len(pairs) and all(len(one) <= _LONGEST for one in key)
    return key if is_plain and any(map(terms.day_type, key.values())) else {}


def scheduled(table: Table) -> Table:
    """A calendar with what its column *Schedule* says of each day (No school, Dismiss at noon) as the kind of that day."""
    places = [place for place, one in enumerate(table.headings) if words.heading(one) == "schedule"]
    if len(places) != 1 or not _is_calendar(table):
        return table
    texts = table.texts(places[0])
    known = [text for text in texts if terms.day_type(text)]
    is_of_days = len(known) * 2 > len(texts) and any(words.plain(text) in _CLOSED for text in known)
    return table.called(places[0], SCHEDULE) if is_of_days else table


def _is_calendar(table: Table) -> bool:
    """Whether days are told, and nothing of a student."""
    of_people = any(words.heading(one) in looks.of_students() - _OF_ANYTHING for one in table.headings)
    return bool(looks.written_for(table.headings, "calendar_days", "day")) and not of_people


_OF_ANYTHING = frozenset(("id", "school"))
_CLOSED = terms.CLOSED | {"no students", "holiday"}
