"""A person's id in one cell with the name (Kowal, Mia (0105501)), in a column of its own."""

import re
from functools import cache

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.values import words

_NAME_AND_ID = re.compile(
    r"^(?P<name>[^\d()\[\]#]+?)\s*[(\[#]\s*(?:id\b\W*)?(?P<id>[A-Z]{0,3}-?\d{4,12})\s*[)\]]?$", re.IGNORECASE
)
_LOOKED_AT = 3000


def split(text: str) -> tuple[str, str] | None:
    """Name and id of a text that is nothing else; None where it isn't."""
    found = _NAME_AND_ID.match(text.strip())
    return (found["name"].strip(), found["id"]) if found else None


def apart(table: Table) -> Table:
    """The table with such ids in columns of their own; a column of which one cell isn't of that form stays as it is."""
    for place, heading in enumerate(table.headings):
        if words.heading(heading) in _persons():
            table = _apart(table, place)
    return table


@cache
def _persons() -> frozenset[str]:
    """The headings of columns that name one person."""
    listed = [synonyms.headings(of)[f"{of}_{part}"] for of in ("student", "provider") for part in ("name", "id")]
    return frozenset(word for found in listed for word in found)


def _apart(table: Table, place: int) -> Table:
    column = table.body.column(place)
    if not any(split(text or "") for text in column.slice(0, _LOOKED_AT).unique().to_pylist()):
        return table
    told = {text: split(text) for text in column.unique().to_pylist() if text and text.strip()}
    if not told or not all(told.values()):
        return table
    both = [told.get(text or "") for text in column.to_pylist()]
    heading = table.headings[place]
    named = table.instead(place, {_named(heading): [one and one[0] for one in both]})
    return named.also(f"{heading} ID", [one and one[1] for one in both])


def _named(heading: str) -> str:
    """The heading of names that ids stood behind (Student (ID)), without what it says of these."""
    return _OF_IDS.sub("", heading) or heading


_OF_IDS = re.compile(r"\s*(?:[(\[/&,-]|\band\b)\s*(?:id|no|num|number|#)\.?\s*[)\]]?$", re.IGNORECASE)
