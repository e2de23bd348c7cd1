"""Days from one to another, and lists of days, as they are written in a cell: Dec 22 - Jan 2; 2/13 & 2/16."""

import re
from datetime import date, timedelta

from data.ingest.tables import spread
from data.ingest.tables.spread import is_date
from data.ingest.values import dates

_BETWEEN = re.compile(
    r"(\s+(?:-|–|—|to|thru|through)\s+|\s*[–—]\s*|(?<=\d{4})-(?=\d)|(?:(?<=[a-z.] \d)|(?<=[a-z.] \d\d))-(?=[A-Za-z])|"
    r"(?:(?<=/\d)|(?<=/\d\d))-(?=\d{1,2}/))"
)
_IN_MONTH = re.compile(r"^([A-Za-z]{3,9}\.?)\s+(\d{1,2})\s*[-–—]\s*(\d{1,2})(?:,?\s+(\d{4}))?$")
LONGEST, LONGEST_OF_SCHOOL = 120, 320
"""Days of a span from which it is no break of school, and no stretch of school."""


def ends_of(text: str) -> tuple[str, str] | None:
    """First and last day of a span as written, with or without a year: Dec 22 - Jan 2; None where it is none."""
    first, last = first_and_last(text.strip())
    return (first, last) if first and last else None


def may_be(text: str) -> bool:
    """Whether a text has the sign of a span; what stands on both its sides may be anything yet."""
    return bool(_IN_MONTH.match(text) or _BETWEEN.search(text))


def first_and_last(text: str) -> tuple[str | None, str | None]:
    """(first day, last day) of a span; (day, None) of a day alone; (None, None) of anything else."""
    if match := _IN_MONTH.match(text):
        month, first, last, year = match.groups()
        ending = f", {year}" if year else ""
        return f"{month} {first}{ending}", f"{month} {last}{ending}"
    if is_date(text):
        return text, None
    first, _, last = (
        part.strip() for part in (_BETWEEN.split(text, maxsplit=1) if _BETWEEN.search(text) else ("", "", ""))
    )
    if is_date(first) and spread.part(first) and dates.looks_like(last):
        first = _with_year_of(first, last)
    return (first, last) if is_date(first) and is_date(last) else (None, None)


def _with_year_of(first: str, last: str) -> str:
    """``Nov 26 - Nov 28, 2025``: the first day is in the year of the last one, or the one before."""
    end, part = dates.read(last).value, spread.part(first)
    if not isinstance(end, date) or part is None:
        return first
    year = end.year if part <= (end.month, end.day) else end.year - 1
    return f"{year}-{part[0]:02d}-{part[1]:02d}"


_AND = re.compile(r"\s*(?:&|;|\+|\band\b)\s*|,\s+(?=\d{1,2}/)")
_OF_THE_SAME = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(,?\s+\d{4})?$")


def listed(text: str | None) -> list[str | None]:
    """The days that a text lists, the month and year of one said for the others; the text alone where it lists none."""
    if not text or not _AND.search(text):
        return [text]
    text = text.strip()
    parts = [part for part in _AND.split(text) if part]
    if not parts:
        return [text]
    year = (match := re.search(r",?\s+(\d{4})$", parts[-1])) and match[1]
    days: list[str | None] = []
    for part in parts:
        same = _OF_THE_SAME.match(part)
        if same and days and (before := spread.part(_without_year(days[-1] or ""))):
            part = f"{before[0]}/{same[1]}"
        elif not is_date(part):
            return [text]
        days.append(f"{part}, {year}" if year and spread.part(part) and "/" not in part else part)
    if year:
        days = [f"{day}/{year}" if day and re.fullmatch(r"\d{1,2}/\d{1,2}", day) else day for day in days]
    return days


def _without_year(day: str) -> str:
    return re.sub(r",?\s+\d{4}$|/\d{4}$", "", day)


def weekdays(
    first: str | None, last: str | None, order: dates.Order | None, longest: int = LONGEST
) -> list[str | None]:
    """Each weekday from the first day to the last; what can't be read stays as it is written, a break with both ends."""
    if not last or not last.strip():
        return [first]
    form = dates.Form(order or "month_first")
    start, end = dates.read(first, form).value, dates.read(last, form).value
    unclear = order is None and any(dates.only_day_first(text) for text in (first, last) if text)
    if unclear or not isinstance(start, date) or not isinstance(end, date) or not 0 <= (end - start).days <= longest:
        return [f"{first} - {last}" if first else last]
    days = (start + timedelta(number) for number in range((end - start).days + 1))
    return [day.isoformat() for day in days if day.weekday() < 5]


_DAY = (
    r"\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?(?![/\d])|\d{4}-\d{2}-\d{2}(?!\d)|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:, ?\d{4})?(?![/\d:])"
)
_NOTED = re.compile(
    rf"(?P<day>{_DAY})(?:\s*[:=-]?\s*\((?P<inner>[^()]*)\)|\s*[-–—:=]?\s*(?P<behind>(?:(?!{_DAY})[^,;|\n()])*?))?"
    rf"\s*(?:[,;|\n&+]\s*(?:and\b)?|\band\b|$|(?=\b(?:{_DAY})))\s*",
    re.IGNORECASE,
)
_TO_ANOTHER = re.compile(rf"(?:{_DAY})\s*(?:-|–|—|\bto\b|\bthru\b|\bthrough\b)\s*(?:{_DAY})", re.IGNORECASE)
_APART = (re.compile(r"\s*[;\n|]\s*"), re.compile(r"\s*(?:,|&|\band\b)\s*"))


def noted(text: str) -> list[tuple[str, str | None]] | None:
    """The days that a text lists, each with what stands behind it (10/8, 10/22 (20 min); 10/16 absent); None where it
    holds anything else, or days from one to another."""
    text = text.strip(" ,;")
    if is_date(text):
        return [(text, None)]
    for pattern in _APART:
        parts = [part for part in pattern.split(text) if part]
        if len(parts) > 1 and all(map(is_date, parts)):
            return [(part, None) for part in parts]
    if _TO_ANOTHER.search(text):
        return None
    found, at = [], 0
    while at < len(text):
        match = _NOTED.match(text, at)
        if match is None:
            return None
        found.append((match["day"], (match["inner"] or match["behind"] or "").strip() or None))
        at = match.end()
    return found or None
