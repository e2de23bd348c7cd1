"""The day of another system's totals that a title tells: Data as of 11/14/2025; Delivered through November 14, 2025."""

import re
from itertools import pairwise

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates

_DAY = r"(?P<day>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b|\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}\b)"
_WHEN = (
    re.compile(rf"\b(?:as of|through|thru)\b[\s:]*{_DAY}", re.IGNORECASE),
    re.compile(rf"\b(?:report|run|printed|generated|extracted|updated)(?: date| on)?\b[\s:]*{_DAY}", re.IGNORECASE),
)
"""To when the totals go, else when the report was run."""


def told(table: Table) -> Table:
    """A list of lines with a total of what was delivered and the day of it, which its titles tell and no column does; as it
    is where they tell several such days or none."""
    totals = looks.written_for(table.headings, "service_lines", "stated_delivered_minutes")
    days = looks.written_for(table.headings, "service_lines", "stated_as_of")
    promised = any(looks.written_for(table.headings, "service_lines", name) for name in looks.PROMISED)
    day = _day(table.notes) if len(totals) == 1 and promised and not days else None
    if day is None:
        return table
    filled = [day if text and text.strip() else None for text in table.body.column(totals[0]).to_pylist()]
    return table.also("Stated As Of", filled)


def _day(titles: tuple[str, ...]) -> str | None:
    """The one day that the titles tell, a label and its day perhaps in two cells: when the totals end, else when the report
    was run."""
    parts = [f"{label} {value}" for label, value in pairwise(titles)]
    for pattern in _WHEN:
        found = {
            match["day"]
            for title in (*titles, *parts)
            for match in pattern.finditer(title)
            if dates.looks_like(match["day"])
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return None
