"""Grading periods by their short names."""

import re

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
