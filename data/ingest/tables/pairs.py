"""Two facts in a cell, as the heading says: Service / Type over Speech Therapy / Group."""

import re

from data.ingest.model import Table
from data.ingest.values import words

_IN_HEADING = re.compile(r"\s*/\s*|\s+(?:and|&)\s+")
_IN_CELLS = (" / ", " | ", " - ", " – ", "\n", "; ")
_AMOUNTS = frozenset(
    ("frequency", "minute", "amount", "duration", "time", "session", "week", "month", "length", "hour")
)
"""Words of headings whose cells are read as one: 30 min / week."""
_MOST = 0.9


def apart(table: Table) -> Table:
    """The table with each such column as two, where nearly all cells have the same sign once."""
    for place in reversed(range(len(table.headings))):
        names = _names(table.headings[place])
        if names and (sign := _sign(table.texts(place))):
            table = _apart(table, place, names, sign)
    return table


def _names(heading: str) -> tuple[str, str] | None:
    """The two names of a heading; one thing in two languages, or an amount, is one."""
    parts = [part for part in _IN_HEADING.split(heading.strip()) if part]
    told = [words.said_by(part) for part in parts]
    if len(parts) != len(("one", "other")) or told[0] == told[1] or _AMOUNTS & (told[0] | told[1]):
        return None
    return parts[0], parts[1]


def _sign(texts: list[str]) -> str | None:
    return next(
        (sign for sign in _IN_CELLS if texts and sum(text.count(sign) == 1 for text in texts) >= _MOST * len(texts)),
        None,
    )


def _apart(table: Table, place: int, names: tuple[str, str], sign: str) -> Table:
    told = [((text or "").partition(sign)) for text in table.body.column(place).to_pylist()]
    sides = ([one[side].strip() or None for one in told] for side in (0, 2))
    made = dict(zip(names, sides, strict=True))
    return table.instead(place, made).noted(f"{table.headings[place]}: two columns in one.")
