"""Words of a school calendar: grading periods by their short names, kinds of day."""

import re

from data.contracts.datasets import DAY_TYPES
from data.ingest.values import codes
from data.ingest.values.words import plain

_TERM = r"quarter|qtr|q|mp|marking period|grading period|semester|sem|s"
_PERIOD = re.compile(rf"^(?:({_TERM})\s*([1-4])|([1-4])(?:st|nd|rd|th)?\s*({_TERM}))$")
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}


def is_period(text: str) -> bool:
    """Whether a text names a quarter or semester."""
    return _PERIOD.match(_told(text)) is not None


def period_name(text: str) -> str:
    """Q1 to Q4 or S1, S2 for a quarter or semester however it is written; other texts as they are."""
    match = _PERIOD.match(_told(text))
    if match is None:
        return text.strip()
    word, number = match[1] or match[4], match[2] or match[3]
    return f"{'S' if word.startswith('s') else 'Q'}{number}"


def _told(text: str) -> str:
    bare = plain(text)
    for word, digit in _ORDINALS.items():
        bare = re.sub(rf"\b{word}\b", digit, bare)
    return bare


_IN_HEADING = re.compile(
    r"\b(?:(?:quarter|qtr|q|mp|marking period|grading period|semester|sem)[\s._-]*[1-4]|"
    r"(?:[1-4](?:st|nd|rd|th)|first|second|third|fourth)[\s_-]+"
    r"(?:quarter|qtr|marking period|grading period|semester|sem))(?![0-9])[\s:_-]*",
    re.IGNORECASE,
)


def period_in(heading: str) -> str | None:
    """The quarter or semester that a longer heading names (``Q1 Score`` is Q1), else None."""
    match = _IN_HEADING.search(heading)
    return period_name(match[0].replace("_", " ").strip(" :-")) if match else None


def without_period(heading: str) -> str:
    """A heading without the quarter or semester in it, where more than that is in it."""
    return _IN_HEADING.sub("", heading).strip(" :_-") or heading


_WORDS = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"\b(?:early (?:release|dismissal|out)|half day|minimum day|noon dismissal)\b", "half"),
        (r"\b(?:late start|delayed (?:start|opening)|\d hour delay)\b", "late_start"),
        (r"\bmake ?up\b", "make_up_day"),
        (r"\b(?:snow|weather|hurricane|flood|act of god|calamity) days?\b|\bemergency\b|\b(?:inclement|bad|severe) weather\b",
         "emergency_closed"),
        (r"\b(?:state )?(?:testing|assessment|exam) days?\b", "testing"),
        (r"\b(?:staff|teachers?|professional) (?:\w+ )?(?:day|development|workday|in ?service)\b|\bin ?service\b|"
         r"\b(?:non|no) students?\b|\bstudents? (?:free|off|do not attend)\b|\bprofessional (?:development|learning)\b",
         "staff_only"),
        (r"\b(?:holiday|no school|recess|vacation|break|schools? closed|thanksgiving|christmas)\b|"
         r"\bnon (?:instructional|attendance|school) days?\b", "holiday"),
        (r"\b(?:first|last) day of (?:school|classes)\b|\bschool (?:begins|starts)\b", "full"),
    )
)  # fmt: skip


def day_type(text: str) -> str | None:
    """The kind of day that a text names, by the known words, else by words within it that all point one way."""
    if known := codes.find(text, "day_type", DAY_TYPES):
        return known
    bare = plain(text)
    return next((kind for pattern, kind in _WORDS if pattern.search(bare)), None)
