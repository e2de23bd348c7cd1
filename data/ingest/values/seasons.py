"""Which part of the year a text says that a line is of: the school year, or the extended one."""

import re
from collections.abc import Iterable

from data.ingest.values import flags
from data.ingest.values.read import Read

_EXTENDED = re.compile(
    r"\bE\.?S\.?Y\b\.?|(?i:\bextended (?:school )?year\b|\bsummer (?:terms?|sessions?|services?|programs?)\b)"
)
_BESIDE = re.compile(
    r"\b(?:and|incl\w*|with|without|non|not|no|regular|plus|eligib\w*|qualif\w*|determin\w*|decid\w*|decisions?|"
    r"too|also|as well|"
    r"consider\w*|pending|tbd)\b|[&+?]",
    re.IGNORECASE,
)
"""Words beside which the extended year is not what something is of, or not alone, or not decided yet."""
_WITHOUT = re.compile(r"\b(?:without|non|not|no|ineligible)\b", re.IGNORECASE)
_SUMMER = re.compile(r"\bsummer\b", re.IGNORECASE)


def names(text: str) -> bool:
    """Whether a text names the extended year at all."""
    return _EXTENDED.search(text) is not None


def is_extended(text: str) -> bool:
    """Whether a text says that what it is told of is of the extended year and of no other."""
    return names(text) and not _BESIDE.search(text)


_SCHOOL_YEAR = re.compile(
    r"\bregular (?:school |academic )?(?:year|term|session|services?)\b|\bschool year\b|\b20\d\d ?[-–/] ?(?:20)?\d\d\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 9


def of_title(text: str) -> bool | None:
    """Whether what stands under a title is of the extended year (B. ESY Services), or of the school year (School Year
    2025-26); None where it speaks of neither."""
    if len(text.split()) > _LONGEST_TITLE:
        return None
    return True if is_extended(text) else False if _SCHOOL_YEAR.search(text) and not names(text) else None


def read(text: str, others: Iterable[str] = ()) -> Read:
    """Whether a line is of the extended year: yes or no, or a season (Extended School Year 2026). Where ``others`` of its
    column name that one, any text that doesn't is of the school year."""
    said = flags.read(text)
    if not said.failed:
        return said
    if is_extended(text) or (_SUMMER.search(text) and not _BESIDE.search(text)):
        return Read(True)
    named = names(text) or _SUMMER.search(text)
    beside = not named and any(map(is_extended, others))
    return Read(False) if beside or (named and _WITHOUT.search(text)) else said
