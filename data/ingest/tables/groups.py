"""Titles between records that tell when a group meets, or how long: Group 1, Mon/Wed, 9:00-9:30; Group 2 (30 min)."""

import re
from collections.abc import Sequence

from data.ingest.tables.labels import Pairs
from data.ingest.tables.steps.days import clocks
from data.ingest.values import codes, dates, durations, families, words

_CLOCKS = re.compile(
    r"(?<![\d:/])\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?|[ap]\b)?\s*(?:-|–|—|to|until)\s*\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?|[ap]\b)?",
    re.IGNORECASE,
)
_TOLD = frozenset(("time", "start", "end", "begin", "from", "to"))


def read(
    between: Sequence[tuple[int, int, str]], above: Sequence[tuple[int, str]], headings: Sequence[str]
) -> list[tuple[int, Pairs]]:
    """(row, label -> value) of the titles (row, column, text), where each that tells times, or how long, tells them of its
    records, as the title right above the table does; under another title nothing holds. None where a column tells the
    times itself."""
    found = {at: pairs for at, _, text in between if (pairs := of_title(text) or of_length(text, headings))}
    found |= {at: pairs for at, text in above[-1:] if (pairs := of_length(text, headings))}
    if not found or any(_TOLD & words.said_by(heading) for heading in headings):
        return []
    nothing = dict.fromkeys((label for pairs in found.values() for label in pairs), "")
    return [(at, nothing | found.get(at, {})) for at in sorted({*found, *(at for at, _, _ in between)})]


def of_title(text: str) -> Pairs:
    """From when to when, and whether in a group, as a title tells both; nothing where it tells no times, or two."""
    found = _CLOCKS.findall(text)
    grouping = codes.find(_CLOCKS.sub(" ", text), "grouping")
    ends = clocks.ends_of(found[0]) if len(found) == 1 else None
    return {"Start Time": ends[0], "End Time": ends[1], "Grouping": grouping} if ends and grouping else {}


def of_length(text: str, headings: Sequence[str]) -> Pairs:
    """How long a group meets, and that it is one, as the title of its rows in a grid of days tells both (Fine Motor Group
    (30 min)); nothing elsewhere, or where a column tells lengths."""
    days = sum(dates.looks_like(one) or dates.read_yearless(one) is not None for one in headings)
    minutes = durations.in_label(text)
    grouping = codes.find(_LENGTH.sub(" ", text), "grouping")
    if (
        days < _FEWEST
        or minutes is None
        or not grouping
        or any(families.TIMES & words.said_by(one) for one in headings)
    ):
        return {}
    return {"Minutes": f"{minutes:g}", "Grouping": grouping}


_FEWEST = 2
_LENGTH = re.compile(r"[(,;–-]?\s*\d{1,3}[ -]?(?:minutes?|mins?|m)\b.*$", re.IGNORECASE)
"""A length and what stands behind it (30 min, Tuesdays)."""
