"""Yes or no whether a session is a make-up, with the day that it makes up in the same cell (Yes, for 10/2)."""

import re

from data.ingest.model import Table
from data.ingest.tables import spread
from data.ingest.values import flags, words

_WITH_DAY = re.compile(
    r"^(?P<flag>[a-z]+)\b[\s,:;(–-]*(?:\b(?:for|from|of|missed|the|session|on|makes?|up)\b\s*)*(?P<day>.*?)\)?$",
    re.IGNORECASE,
)


def make_ups(table: Table) -> Table:
    """The table with the day apart from the yes beside it, where a column of make-ups holds yes and no alone but for such."""
    for at, heading in enumerate(table.headings):
        if "makeup" not in words.said_by(heading):
            continue
        told = {text: _parts(text) for text in table.texts(at)}
        if not any(day for _, day in told.values()) or not all(_is_flag(flag) for flag, _ in told.values()):
            continue
        parts = [told.get(text or "", (text, None)) for text in table.body.column(at).to_pylist()]
        made = {heading: [flag for flag, _ in parts], "Makes Up Date": [day for _, day in parts]}
        return table.instead(at, made).noted(f"{heading} says with yes or no, and beside it, which day was made up.")
    return table


def _parts(text: str) -> tuple[str, str | None]:
    """(yes or no, the day) of a cell; the whole cell and nothing where it isn't written so."""
    match = _WITH_DAY.match(text.strip())
    if match and spread.is_date(match["day"].strip()) and flags.read(match["flag"]).value is True:
        return match["flag"], match["day"].strip()
    return text, None


def _is_flag(text: str) -> bool:
    return flags.read(text).value is not None
