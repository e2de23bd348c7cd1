"""Titles between records that tell when a group meets: Group 1, Mon/Wed, 9:00-9:30."""

import re
from collections.abc import Sequence

from data.ingest.tables import clocks
from data.ingest.tables.labels import Pairs
from data.ingest.values import codes, words

_CLOCKS = re.compile(
    r"(?<![\d:/])\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?|[ap]\b)?\s*(?:-|–|—|to|until)\s*\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?|[ap]\b)?",
    re.IGNORECASE,
)
_TOLD = frozenset(("time", "start", "end", "begin", "from", "to"))


def read(between: Sequence[tuple[int, int, str]], headings: Sequence[str]) -> list[tuple[int, Pairs]]:
    """(row, label -> value) of the titles (row, column, text), where each that tells times tells them of its records; under
    another title nothing holds. None where a column tells the times itself."""
    found = {at: pairs for at, _, text in between if (pairs := of_title(text))}
    if not found or any(_TOLD & words.said_by(heading) for heading in headings):
        return []
    nothing = dict.fromkeys((label for pairs in found.values() for label in pairs), "")
    return [(at, nothing | found.get(at, {})) for at, _, _ in sorted(between)]


def of_title(text: str) -> Pairs:
    """From when to when, and whether in a group, as a title tells both; nothing where it tells no times, or two."""
    found = _CLOCKS.findall(text)
    grouping = codes.find(_CLOCKS.sub(" ", text), "grouping")
    ends = clocks.ends_of(found[0]) if len(found) == 1 else None
    return {"Start Time": ends[0], "End Time": ends[1], "Grouping": grouping} if ends and grouping else {}
