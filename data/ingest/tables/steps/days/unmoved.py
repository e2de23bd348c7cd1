"""The day for which a session was first set (Original Date), told of each: of one that was held on it the column says nothing."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.sessions import refers
from data.ingest.values import dates, words

_FIRST_SET = frozenset(("original", "rescheduled"))


def days(table: Table) -> Table:
    """The table without the original day of the sessions that were held on it: they make up for none. As it is where a
    column of original days is filled for moved sessions alone."""
    day = refers.day_of_sessions(table)
    for place in looks.meant_for(table.headings, "sessions", "makes_up_date") if day is not None else ():
        if place == day or not _FIRST_SET & words.said_by(table.headings[place]):
            continue
        own = [_day(text) for text in table.body.column(day or 0).to_pylist()]
        told = table.body.column(place).to_pylist()
        moved = [text if _day(text) != held else None for text, held in zip(told, own, strict=True)]
        if moved != told:
            note = f"{table.headings[place]} is left blank where it is the session's own day."
            table = table.filled(place, moved).noted(note)
    return table


def _day(text: str | None) -> object:
    bare = (text or "").strip()
    return dates.read(bare).value or bare or None
