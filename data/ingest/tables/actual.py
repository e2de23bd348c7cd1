"""Days that were planned beside those on which it happened: the actual day counts, the planned one where it is blank."""

import re

from data.ingest import texts
from data.ingest.model import Table
from data.ingest.values import dates, words

_PLANNED, _ACTUAL = "scheduled", "actual"
_OF_A_DAY = frozenset({"date", "day"})
_LOOKED_AT = 200


def taken(table: Table) -> Table:
    """The table with the planned day in the blank cells of the actual one: of a session that was missed only the plan
    has a day."""
    told = [words.said_by(heading) for heading in table.headings]
    for at, one in enumerate(told):
        planned = [place for place, other in enumerate(told) if other == one - {_ACTUAL} | {_PLANNED}]
        if _ACTUAL in one and one & _OF_A_DAY and len(planned) == 1 and _are_days(table, at, planned[0]):
            return _filled(table, at, planned[0])
    return table


_IF_DIFFERENT = re.compile(
    r"\b(?:only )?(?:if|when|where) (?:it )?(?:is |was |they )?(?:different|differs?|differed|changed|shorter|longer|other|"
    r"not (?:the )?(?:same|full|as (?:planned|scheduled)))\b.*"
)
_OF_LENGTH = frozenset({"minute", "duration", "length", "hour"})


def differing(table: Table) -> Table:
    """The table with the minutes that are told only where they differ (Actual minutes, only if different) in place of
    the usual ones; 0 is told too."""
    for at, heading in enumerate(table.headings):
        if (match := _IF_DIFFERENT.search(words.heading(heading))) is None:
            continue
        usual = [place for place, one in enumerate(table.headings) if place != at and _OF_LENGTH & words.said_by(one)]
        said = words.said_by(words.heading(heading)[: match.start()])
        if (
            len(usual) == 1
            and (_OF_LENGTH & said or said <= {_ACTUAL})
            and not _IF_DIFFERENT.search(words.heading(table.headings[usual[0]]))
        ):
            return _in_its_place(table, at, usual[0])
    return table


def _in_its_place(table: Table, at: int, usual: int) -> Table:
    told = texts.filled(table.body.column(at), table.body.column(usual))
    note = f"Where {table.headings[at]} is filled it counts, else {table.headings[usual]}."
    return table.filled(usual, told).without(at).noted(note)


def _are_days(table: Table, *places: int) -> bool:
    texts = [text for place in places for text in table.body.column(place).slice(0, _LOOKED_AT).to_pylist() if text]
    return bool(texts) and all(dates.looks_like(text) for text in texts if text.strip())


def _filled(table: Table, at: int, planned: int) -> Table:
    column = texts.filled(table.body.column(at), table.body.column(planned))
    note = f"Where {table.headings[at]} is blank the day under {table.headings[planned]} stands."
    return table.filled(at, column).noted(note)
