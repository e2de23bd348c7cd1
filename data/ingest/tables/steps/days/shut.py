"""Calendars with a yes or no of whether schools are closed (Schools Closed: Yes), which is no yes of school."""

import re

from data.ingest.model import Table
from data.ingest.tables.steps.days import day_codes
from data.ingest.values import flags, terms, words

_SHUT = re.compile(
    r"^(?:(?:is|are|was|were) )?(?:(?:all|the) )?(?:(?:schools?|students?|campus(?:es)?|buildings?|district) )?(?:(?:is|are) )?"
    r"(?:closed|off|not in session)(?: (?:for|to) (?:all )?students)?$|"
    r"^no (?:school|students|classes)(?: days?)?$|"
    r"^non ?(?:instructional|attendance|school|student)(?: days?)?$|^days? (?:off|closed)$|^closed days?$"
)
BOTH = "told as both"
"""What stands for a day that is told as closed and by a kind that there is school: it is asked about."""


def told(table: Table) -> Table:
    """The calendar with whether there is school in place of such a yes or no; as it is where another column tells that, or
    the column holds anything else, as which schools or how many."""
    if table.melted or not day_codes.is_calendar(table) or day_codes.written(table, *day_codes.IS_THERE_SCHOOL):
        return table
    places = [at for at, one in enumerate(table.headings) if _SHUT.match(words.heading(one)) and _are_flags(table, at)]
    if len(places) != 1:
        return table
    open_days = _told_as_open(table, places[0])
    made = [_in_session(text, row in open_days) for row, text in enumerate(table.body.column(places[0]).to_pylist())]
    note = f"{table.headings[places[0]]}: there is no school on days with a yes."
    return table.instead(places[0], {day_codes.IN_SESSION: made}).noted(note)


def _are_flags(table: Table, place: int) -> bool:
    """Whether a column holds nothing but yes and no; ones alone may count schools."""
    texts = {text.strip() for text in table.texts(place)}
    return texts != {"1"} and flags.are_all(texts)


def _in_session(text: str | None, is_open: bool) -> str | None:
    shut = flags.read(text).value
    return None if shut is None else BOTH if shut and is_open else "no" if shut else "yes"


def _told_as_open(table: Table, place: int) -> set[int]:
    """The rows in which another column names a kind of day with school."""
    others = [at for at in day_codes.written(table, "day_type", "remark") if at != place]
    return {
        row
        for at in others
        for row, text in enumerate(table.body.column(at).to_pylist())
        if text and terms.day_type(text) in _OPEN
    }


_OPEN = ("full", "half", "late_start", "testing", "make_up_day")
