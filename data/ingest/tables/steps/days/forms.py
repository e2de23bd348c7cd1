"""Answers of an online form: when it was begun and sent is no time of a session."""

from data.ingest.model import Table
from data.ingest.values import words

_BEGUN, _SENT = "start time", "completion time"
_OF_A_FORM = frozenset({"email", "name", "id", "last modified time"})


def told(table: Table) -> Table:
    """The table without the moment at which its form was begun, and with the one at which it was sent as its timestamp."""
    named = [words.heading(heading) for heading in table.headings]
    if not {_BEGUN, _SENT} <= set(named) or len(_OF_A_FORM & set(named)) < 2:
        return table
    note = "Start time and Completion time are those of the form, and no session's."
    return table.called(named.index(_SENT), "Timestamp").without(named.index(_BEGUN)).noted(note)
