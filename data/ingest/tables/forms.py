"""Answers of an online form: when it was begun and sent is no time of a session."""

from dataclasses import replace

from data.ingest.model import Table, body_of
from data.ingest.values import words

_BEGUN, _SENT = "start time", "completion time"
_OF_A_FORM = frozenset({"email", "name", "id", "last modified time"})


def told(table: Table) -> Table:
    """The table without the moment at which its form was begun, and with the one at which it was sent as its timestamp."""
    named = [words.heading(heading) for heading in table.headings]
    if not {_BEGUN, _SENT} <= set(named) or len(_OF_A_FORM & set(named)) < 2:
        return table
    kept = [place for place, one in enumerate(named) if one != _BEGUN]
    headings = tuple("Timestamp" if named[place] == _SENT else table.headings[place] for place in kept)
    note = "Start time and Completion time are those of the form, and no session's."
    return replace(table, headings=headings, body=body_of(table.body.column(place) for place in kept),
                   notes=(*table.notes, note))  # fmt: skip
