"""The year of a month or day that is written without it, from what stands around it."""

import re
from collections.abc import Iterable

from data.ingest.values import dates

NEW_YEAR = 7
"""The month with which a school year begins."""
_SCHOOL_YEAR = re.compile(
    r"(?<![\d/-])(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)(?![\d/-])|\bSY\s*'?(?:20)?(\d\d)\s*[-–—/]?\s*'?(?:20)?(\d\d)\b|"
    r"(?<![\d/-])'?(\d\d)\s*[-–—]\s*'?(\d\d)(?:\s*(?:school|academic|sy)\b)|"
    r"\b(?:school|academic) year\s*:?\s*'?(\d\d)\s*[-–—/]\s*'?(\d\d)\b",
    re.IGNORECASE,
)
_SEASON = re.compile(r"\b(fall|autumn|spring)\s*(?:semester|term)?\s*'?((?:20)?\d\d)\b", re.IGNORECASE)
_BARE = re.compile(r"(?<![\d/.-])(20\d\d)(?![\d/.-]*\d)")
_DAY = re.compile(r"\b(\d{1,2})[/-]\d{1,2}[/-]((?:20)?\d\d)\b|\b(20\d\d)-(\d\d)-\d\d\b")


def of(month: int, evidence: Iterable[str], months: Iterable[int] = ()) -> int | None:
    """The year of a month: by a school year, a month or a season with a year, days; else by a bare year.

    ``months`` are those that stand beside it: a bare year doesn't tell the year of September and January both.
    """
    texts = [text.replace("_", " ") for text in evidence]
    for told in (_of_school_year, _of_month, _of_season, _of_days):
        for text in texts:
            if first := told(text):
                return first if month >= NEW_YEAR else first + 1
    beside = {month, *months}
    if min(beside) < NEW_YEAR < max(beside):
        return None
    return next((int(match[1]) for text in texts if (match := _BARE.search(text))), None)


def _of_school_year(text: str) -> int | None:
    """The year in which the school year begins that a text names: 2025-26, SY 25/26."""
    for match in _SCHOOL_YEAR.finditer(text):
        first, second = (int(number) % 100 for number in match.groups() if number)
        if second == (first + 1) % 100:
            return 2000 + first
    return None


def _of_month(text: str) -> int | None:
    named = dates.month_in(text)
    return None if named is None else _began(*named)


def _began(year: int, month: int) -> int:
    return year if month >= NEW_YEAR else year - 1


def _of_season(text: str) -> int | None:
    if match := _SEASON.search(text):
        year = 2000 + int(match[2]) % 100
        return year - 1 if match[1].lower() == "spring" else year
    return None


def _of_days(text: str) -> int | None:
    """The one school year of the whole days in a text."""
    found = {_began(2000 + int(match[2] or match[3]) % 100, int(match[1] or match[4])) for match in _DAY.finditer(text)}
    return found.pop() if len(found) == 1 else None
