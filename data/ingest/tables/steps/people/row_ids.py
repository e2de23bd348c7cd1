"""A bare ID that is each row's own (1, 2, 3; 5012, 5013 beside names that come again): no child's id."""

from collections import Counter

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import words

_ID, _RECORD = "id", "Record ID"
_FEWEST = 3
_OF_RECORDS = (("sessions", "session_date"), ("service_lines", "service"), ("goals", "goal_text"))
"""What a list of students has no column for, whose ID is theirs even where it counts on."""


def told(table: Table) -> Table:
    """The table of sessions, lines or goals whose ID, another on each row, isn't taken for the student's: without it where
    it numbers the rows from 1, as forms and lists do (another file's 1 is another row), and as the record's own id where
    half of the rows are of names that come again."""
    place = next((at for at, one in enumerate(table.headings) if words.heading(one) == _ID), None)
    names = [
        at
        for name in ("student_name", "student_last_name")
        for at in looks.written_for(table.headings, "sessions", name)
    ]
    if place is None or not names or len(table.body) < _FEWEST or not _are_records(table):
        return table
    ids = table.body.column(place).to_pylist()
    if None in ids or len(set(ids)) < len(ids):
        return table
    if ids == [str(number) for number in range(1, len(ids) + 1)]:
        return table.without(place).noted(f"{table.headings[place]} numbers the rows, and is no student's.")
    return table.called(place, _RECORD) if any(_come_again(table, at) for at in names) else table


def _are_records(table: Table) -> bool:
    return any(looks.meant_for(table.headings, *one) for one in _OF_RECORDS)


def _come_again(table: Table, place: int) -> bool:
    """Whether half of the rows or more are of a name of a column that others are of too."""
    often = Counter(table.body.column(place).to_pylist())
    return 2 * sum(rows for name, rows in often.items() if name and rows > 1) >= len(table.body)
