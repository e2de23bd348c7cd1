"""A person's id in one cell with the name (Kowal, Mia (0105501)), in a column of its own."""

import re
from functools import cache

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.values import names, words

_NAME_AND_ID = re.compile(
    r"^(?P<name>[^\d()\[\]#]+?)\s*[(\[#][\s#]*(?:id\b\W*)?(?P<id>[A-Z]{0,3}-?\d{4,12})\s*[)\]]?$", re.IGNORECASE
)
_ID = r"(?P<id>[A-Z]{0,3}-?\d{4,12})"
_BESIDE = (
    re.compile(rf"^(?P<name>[^\d()\[\]#]+?)\s*(?:[-–—/|;:]|\n|\s)\s*(?:id\b\W*)?{_ID}$", re.IGNORECASE),
    re.compile(rf"^(?:id\b\W*)?{_ID}\s*(?:[-–—/|;:]|\n|\s)\s*(?P<name>[^\d()\[\]#]+?)$", re.IGNORECASE),
)
"""Without brackets, before the name or behind it; the name must be a whole one."""
_LOOKED_AT = 3000


def split(text: str) -> tuple[str, str] | None:
    """Name and id of a text that is nothing else; None where it isn't."""
    bare = text.strip()
    if bare.isdecimal():
        return None
    if found := _NAME_AND_ID.match(bare):
        return found["name"].strip(), found["id"]
    beside = (match for pattern in _BESIDE if (match := pattern.match(bare)))
    return next(((one["name"].strip(), one["id"]) for one in beside if names.looks_whole(one["name"].strip())), None)


def without(text: str) -> str:
    """The name of a text that is a name and an id; any other text as it is."""
    told = split(text)
    return told[0] if told else text


_YEAR = re.compile(r"20\d\d")


def in_brackets(text: str) -> tuple[str, str] | None:
    """Name and id of a text that is a whole name with an id in brackets or behind #, and no year; None where it isn't."""
    found = _NAME_AND_ID.match(text.strip())
    if found is None or _YEAR.fullmatch(found["id"]) or not names.looks_whole(found["name"]):
        return None
    return found["name"].strip(), found["id"]


def apart(table: Table) -> Table:
    """The table with such ids in columns of their own; a column of which one cell isn't of that form stays as it is."""
    for place, heading in enumerate(table.headings):
        if _is_of_a_person(heading):
            table = _apart(table, place)
    return table


def _is_of_a_person(heading: str) -> bool:
    """Whether a heading names one person, by itself or with whatever id behind it: Student (State ID), Pupil / SSID."""
    parts = [words.heading(part) for part in _PARTS.split(heading) if part.strip()]
    return words.heading(heading) in _persons() or (0 < len(parts) <= len(("name", "id")) and parts[0] in _persons())


_PARTS = re.compile(r"[()\[\]/&,|\n]|\s[-–]\s|\band\b")


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
    heading = next(
        (part.strip() for part in _PARTS.split(table.headings[place]) if part.strip()), table.headings[place]
    )
    named = table.instead(place, {heading: [one and one[0] for one in both]})
    return named.also(f"{heading} ID", [one and one[1] for one in both])
