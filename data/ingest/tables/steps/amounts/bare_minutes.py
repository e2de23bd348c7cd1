"""Minutes with their unit (30 min) under a heading that says minutes: bare numbers, as the other steps compare them."""

import re

from data.ingest.model import Table
from data.ingest.values import families, words

_WITH_UNIT = re.compile(r"\s*(\d{1,4}(?:\.\d{1,2})?)\s*(?:minutes?|mins?|m)\.?\s*$", re.IGNORECASE)
_BARE = re.compile(r"\s*\d{1,4}(?:\.\d{1,2})?\s*")


def told(table: Table) -> Table:
    """The table with bare numbers in columns headed minutes that hold nothing but numbers, some with their unit."""
    for at, heading in enumerate(table.headings):
        if words.said_by(heading) & families.CLOCK == _MINUTES and _have_units(table, at):
            bare = [text and _WITH_UNIT.sub(r"\1", text) for text in table.body.column(at).to_pylist()]
            table = table.filled(at, bare)
    return table


_MINUTES = frozenset({"minute"})


def _have_units(table: Table, place: int) -> bool:
    return table.has_any(place, "mM") and table.all_are(place, _is_amount)


def _is_amount(text: str) -> bool:
    return bool(_BARE.fullmatch(text) or _WITH_UNIT.fullmatch(text))
