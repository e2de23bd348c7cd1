"""A calendar with a column a school: a row a day, what is on in the cells; one record for each filled cell."""

import re

import pyarrow as pa

from data.ingest.tables import spread
from data.ingest.tables.layouts import turned
from data.ingest.tables.long import Long, filled, long
from data.ingest.values import terms, words

FEWEST = 2
_MOST = 0.8
_SCHOOL = re.compile(
    r"(?i:\b(?:elementary|elem|middle|junior|jr|senior|high|school|academy|primary|preschool|charter|k-8)\b)|\b(?:ES|MS|HS)$"
)


def is_school(heading: str) -> bool:
    """Whether a heading could be the name of a school."""
    return _SCHOOL.search(heading) is not None and len(heading.split()) > 1


def melt(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """The long form of such a calendar, or None where it is none."""
    day = next((place for place, heading in enumerate(headings) if words.heading(heading) in turned.DAYS), None)
    schools = [place for place, heading in enumerate(headings) if is_school(heading)]
    if day is None or len(schools) < FEWEST:
        return None
    wide = {place: columns[place].to_pylist() for place in schools}
    told = [text for texts in wide.values() for text in texts if spread.is_filled(text)]
    if not told or sum(terms.day_type(text) is not None for text in told) < _MOST * len(told):
        return None
    cells = filled(wide)
    made = {"School": [headings[at] for _, at in cells], "Day Type": [wide[at][row] for row, at in cells]}
    return long(headings, columns, schools, cells, made)
