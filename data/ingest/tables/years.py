"""The year of a month or day that is written without it, from what stands around it; which of two years' columns counts."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.values import dates, words

NEW_YEAR = 7
"""The month with which a school year begins."""
_SCHOOL_YEAR = re.compile(
    r"(?<![\d/-])(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)(?![\d/-])|\bSY\s*'?(?:20)?(\d\d)\s*[-–—/]?\s*'?(?:20)?(\d\d)\b|"
    r"(?<![\d/-])'?(\d\d)\s*[-–—]\s*'?(\d\d)(?:\s*(?:school|academic|sy)\b)|"
    r"\b(?:(?:school|academic) year|calendar)\s*:?\s*'?(\d\d)\s*[-–—/]\s*'?(\d\d)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"[\s(\[]*(?<![\d/-])(?:\b[SFA]Y\s*)?'?(?:20)?(\d\d)\s*[-–—/]\s*'?(?:20)?(\d\d)(?![\d/-])"
    r"(?:\s+(?:school|academic) year\b)?[)\]:]*",
    re.IGNORECASE,
)
"""A school year in a heading: 2025-26 Grade; School (25-26)."""
_SEASON = re.compile(r"\b(fall|autumn|spring)\s*(?:semester|term)?\s*'?((?:20)?\d\d)\b", re.IGNORECASE)
_BARE = re.compile(r"(?<![\d/.-])(20\d\d)(?![\d/.-]*\d)")
_DAY = re.compile(
    r"(?<![\d/])(?P<slashed>\d{1,2})/\d{1,2}/(?P<slashed_year>(?:20)?\d\d)\b(?!/)|"
    r"(?<![\d/-])(?P<dashed>\d{1,2})-\d{1,2}-(?P<dashed_year>(?:20)?\d\d)\b(?![-/]\d)|"
    r"\b(?P<year>20\d\d)-(?P<month>\d\d)-\d\d\b"
)
"""A whole day; 9/8-9/12 is the two ends of a week, and holds none."""


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


def school_year(text: str) -> int | None:
    """The year in which a school year begins that a text is nothing but the name of."""
    match = _SCHOOL_YEAR.fullmatch(text.strip())
    return _of_school_year(text.strip()) if match else None


_NAMED_SO = re.compile(r"\b(?:school|academic) year\b|\b[SFA]Y\b", re.IGNORECASE)

_BY_TWO = re.compile(r"^\d\d\s*[-–—/]\s*\d\d$")


def in_short(text: str) -> str | None:
    """2025-26 for a text that is nothing but the name of a school year by both of its years; else None."""
    bare = " ".join(_NAMED_SO.sub(" ", text).split()).strip(" :'’")
    first = school_year(f"20{bare}" if _BY_TWO.match(bare) else bare)
    return None if first is None else f"{first}-{(first + 1) % 100:02d}"


def names_school_year(text: str) -> bool:
    """Whether a text names a school year by both of its years."""
    return _of_school_year(text) is not None


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
    found = {
        _began(
            2000 + int(one["slashed_year"] or one["dashed_year"] or one["year"]) % 100,
            int(one["slashed"] or one["dashed"] or one["month"]),
        )
        for one in _DAY.finditer(text)
    }
    return found.pop() if len(found) == 1 else None


_SPAN = re.compile(
    r"(\d{1,2}/\d{1,2}/(?:20)?\d\d)\s*(?:-|–|—|to|thru|through)\s*(\d{1,2}/\d{1,2}/(?:20)?\d\d)\b", re.IGNORECASE
)
_LONGEST = 366


def within(month: int, day: int, evidence: Iterable[str]) -> int | None:
    """The one year in which a day lies within the spans of at most a year that texts tell (IEP 9/5/2025 - 9/4/2026)."""
    spans = [
        tuple(dates.read(end).value for end in match.groups()) for text in evidence for match in _SPAN.finditer(text)
    ]
    found: set[int] = set()
    for first, last in spans:
        if isinstance(first, date) and isinstance(last, date) and 0 <= (last - first).days <= _LONGEST:
            found |= {year for year in {first.year, last.year} if first <= _day(year, month, day) <= last}
    return found.pop() if len(found) == 1 else None


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date.max


def told(table: Table, around: Sequence[str] = ()) -> Table:
    """A list of students with the columns of the year that it is of under their bare headings, where school and grade are
    told for several school years: that which the file's name, the sheet's or a title names; of one year alone, unless these
    name another."""
    found = {place: said for place, one in enumerate(table.headings) if (said := _of_heading(one))}
    own = {year for year, _ in found.values()}
    named = {year for text in (*table.notes, table.sheet, *around) for year, _ in _all_in(text)}
    meant = own & named if len(own) > 1 or named else own
    bare = {words.heading(heading) for heading in table.headings}
    if len(meant) != 1 or not any(bare & _of_students(name) for name in _WHO):
        return table
    for place, (year, rest) in found.items():
        if year in meant and words.heading(rest) not in bare:
            table = table.called(place, rest)
    return table


def _all_in(text: str) -> list[tuple[int, re.Match[str]]]:
    """The school years that a text names, by the year in which each begins."""
    matches = _BESIDE.finditer(text.replace("_", " "))
    return [(2000 + int(one[1]), one) for one in matches if int(one[2]) == (int(one[1]) + 1) % 100]


def apart(heading: str) -> tuple[int, str] | None:
    """The school year that a heading names, by the year in which it begins, and the heading without it; None where it names
    none, or several."""
    found = _all_in(heading)
    if len(found) != 1:
        return None
    year, match = found[0]
    return year, " ".join((heading[: match.start()] + " " + heading[match.end() :]).split()).strip(" -–:")


def _of_heading(heading: str) -> tuple[int, str] | None:
    """The school year of a heading and what is told for it, where that is a student's school or grade."""
    told = apart(heading)
    return told if told and any(words.heading(told[1]) in _of_students(name) for name in _PER_YEAR) else None


@cache
def _of_students(name: str) -> frozenset[str]:
    return frozenset(synonyms.headings("students").get(name) or synonyms.headings("student")[name])


_WHO = ("student_id", "student_name", "last_name")
_PER_YEAR = ("school", "grade")
