"""When students came and left, told in one column of a list: In 9/2/25, Out 11/7/25."""

import re

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates

_IN, _OUT = "in", "out"
_MOVE = re.compile(
    r"(?:moved |came |went )?(?:(?P<in>in|entered|enrolled|added|new|arrived|joined)|(?P<out>out|exited|withdrew|withdrawn|left|"
    r"dropped|departed))(?: on)?\s*[:-]?\s*(?P<day>\d[\d/.-]*|[a-z]{3,9}\.? \d{1,2},? \d{4})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;/\n&]|\band\b|\bthen\b)?\s*")


def apart(table: Table) -> Table:
    """The table with the days of coming and leaving in columns of their own; as it is where a cell says anything else,
    or a student came twice."""
    if not any(
        looks.written_for(table.headings, "students", name) for name in ("student_name", "student_id", "last_name")
    ):
        return table
    for place, heading in enumerate(table.headings):
        if not _read(table.first(place)):
            continue
        texts = table.texts(place)
        told = {text: _read(text) for text in texts}
        if texts and all(told.values()):
            cells = [told.get(text or "") or {} for text in table.body.column(place).to_pylist()]
            made = {"Enrolled From": [one.get(_IN) for one in cells], "Enrolled To": [one.get(_OUT) for one in cells]}
            return table.instead(place, made).noted(f"{heading}: when students came and left.")
    return table


def _read(text: str) -> dict[str, str] | None:
    """The day of coming and that of leaving; None where a cell tells anything else, or one of them twice."""
    found: dict[str, str] = {}
    at, bare = 0, text.strip()
    while at < len(bare):
        match = _MOVE.match(bare, at)
        kind = _IN if match and match["in"] else _OUT
        if match is None or kind in found or not dates.looks_like(match["day"].strip(".")):
            return None
        found[kind] = match["day"].strip(".")
        at = _BETWEEN.match(bare, match.end()).end()  # type: ignore[union-attr]
    return found or None
