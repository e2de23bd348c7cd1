"""Numbers that count time: the school days so far, the days that a child was enrolled; no school, cycle or yes among them."""

import re

from data.ingest.values import families, numbers
from data.ingest.values.words import said_by

_NAMES = re.compile(r"[^\W\d_]{3,}")
_LONGEST_ROTATION = 12


def is_of_time(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a heading that names a school names a unit of time too (School Day #, School Days Enrolled) and nothing but
    numbers, or that unit with them (Day 12), stands beneath: no school is called so."""
    told = said_by(heading) & (families.PERIODS | families.TIMES)
    named = (word for text in texts for word in _NAMES.findall(text) if not said_by(word) & told)
    return bool(told and texts) and next(named, None) is None


def are_counts(texts: tuple[str, ...]) -> bool:
    """Whether numbers above 1 stand where yes and no would, or 1 and 0 or a half: they count what there is."""
    told = [numbers.to_float(text) for text in texts]
    return bool(told) and None not in told and max(number or 0 for number in told) > 1


def are_no_rotation(texts: tuple[str, ...]) -> bool:
    """Whether numbers go on beyond the days of any rotation: they count the days of the year."""
    told = [numbers.to_float(text) for text in texts]
    return are_counts(texts) and max(number or 0 for number in told) > _LONGEST_ROTATION
