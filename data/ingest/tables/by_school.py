"""A calendar with a column a school: a row a day, what is on in the cells; one record for each filled cell."""

import re

import numpy as np
import pyarrow as pa

from data.ingest.tables import melting, spread, turned
from data.ingest.values import terms, words

FEWEST = 2
_MOST = 0.8
_SCHOOL = re.compile(
    r"(?i:\b(?:elementary|elem|middle|junior|jr|senior|high|school|academy|primary|preschool|charter|k-8)\b)|\b(?:ES|MS|HS)$"
)


def is_school(heading: str) -> bool:
    """Whether a heading could be the name of a school."""
    return _SCHOOL.search(heading) is not None and len(heading.split()) > 1


def melt(headings: tuple[str, ...], columns: list[pa.Array]) -> melting.Long | None:
    """The long form of such a calendar, or None where it is none."""
    day = next((place for place, heading in enumerate(headings) if words.heading(heading) in turned.DAYS), None)
    schools = [place for place, heading in enumerate(headings) if is_school(heading)]
    if day is None or len(schools) < FEWEST:
        return None
    wide = {place: columns[place].to_pylist() for place in schools}
    told = [text for texts in wide.values() for text in texts if spread.is_filled(text)]
    if not told or sum(terms.day_type(text) is not None for text in told) < _MOST * len(told):
        return None
    filled = [(row, place) for row in range(len(columns[0])) for place in schools if spread.is_filled(wide[place][row])]
    source = np.array([row for row, _ in filled], dtype=np.int64)
    rest = [(headings[at], column.take(pa.array(source))) for at, column in enumerate(columns) if at not in schools]
    rest.append(("School", pa.array([headings[place] for _, place in filled], pa.string())))
    rest.append(("Day Type", pa.array([wide[place][row] for row, place in filled], pa.string())))
    return melting.Long(tuple(name for name, _ in rest), [column for _, column in rest], source, None)
