"""What titles and headings say of weeks: the day on which one begins, weekdays, weeks over weekdays."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from data.ingest.tables import spread
from data.ingest.tables.layouts import melting
from data.ingest.values import dates, weekdays, words

FEWEST = 3
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+"
_ENDS = r"(?:week|wk)\.?[\s-]+end\w*|w/e\b"
_TITLE = re.compile(
    rf"\b(?:{_ENDS}|(?:week|wk)\b\.?\s*(?:of|begin\w*|start\w*|from)?)\s*(?:date|on)?\s*[:\-–]?\s*(?:{_WEEKDAY})?"
    rf"(?P<day>(?=\d|{_MONTH}\.?\s+\d)[A-Za-z0-9./, -]+)",
    re.IGNORECASE,
)
_ENDING = re.compile(rf"\b(?:{_ENDS})", re.IGNORECASE)
_RANGE = re.compile(
    r"^(?P<day>\d{1,2}[/._-]\d{1,2}(?:[/._-]\d{2,4})?|[A-Za-z]{3,9}\.?\s+\d{1,2})\s*(?:-|–|—|to|thru|through)\s*(?:[A-Za-z]{3,9}\.?\s+)?\d",
    re.IGNORECASE,
)
"""What a sheet is called that holds one week: 10.6-10.10, Oct 6 - 10."""
NUMBERED = re.compile(r"^(?:school )?(?:week|wk)\.?\s*(?:#|no\.?|number)?\s*(\d{1,2})\b", re.IGNORECASE)


def named_in(text: str) -> str | None:
    """The day with which a week begins, or ends (``ends``), that a title or the name of a sheet tells; None where it tells
    none."""
    bare = " ".join(text.replace("_", " ").split())
    match = _TITLE.search(bare) or _RANGE.match(bare)
    if match is None:
        return None
    said = re.sub(r"(?<=\d)\.(?=\d)", "/", match["day"]).strip(" ,-")
    first = re.split(
        r"\s*(?:–|—|\bto\b|\bthru\b|\bthrough\b|(?<=\d)\s*-\s*(?=[A-Za-z])|\s+-\s+|(?<=/\d)-(?=\d{1,2}/)|(?<=/\d\d)-(?=\d{1,2}/))\s*",
        said,
    )[0]
    return next((one for one in (first, first.replace("-", "/"), *_days_in(first)) if spread.is_date(one)), None)


def ends(text: str) -> bool:
    """Whether a text tells the day with which its week ends: Week ending 9/12."""
    return _ENDING.search(text) is not None


FIRST = frozenset(("first", "start", "starts", "starting", "begin", "begins", "beginning"))
LAST = frozenset(("last", "end", "ends", "ending"))
UNTIL = frozenset(("to", "thru", "through"))
"""Words of a heading over weeks that say which day of each stands below it, and those that do so before any weekday."""


def heads_last_days(heading: str) -> bool:
    """Whether the heading of a column of weeks says that these are told by their last day: Week Ending, Last Day of Week, Week
    through Sunday, but not Week (Mon to Fri)."""
    told = words.heading(heading).split()
    until = next((one for one in told if one in UNTIL or weekdays.of(one) is not None), "")
    return next((one for one in told if one in FIRST | LAST), until) in LAST | UNTIL


_WEEK = re.compile(r"^(?:week|wk)\b", re.IGNORECASE)


def is_one(text: str) -> bool:
    """Whether a text is nothing but a week: by its first day (Week of 9/8) or both ends (9/8-9/12)."""
    return first_of(text) is not None


def first_of(text: str) -> str | None:
    """The first day of the week that a text is and nothing else, also beside its number (Week 2: 9/8-9/12); None where it
    is none."""
    bare = " ".join(text.split())
    rest = NUMBERED.sub("", bare).strip(" ()[]:,-–")
    if rest and rest != bare and spread.is_date(rest):
        return rest
    is_week = (_WEEK.match(rest) or spread.is_range(rest)) and rest[-1:].isdigit() and not ends(rest)
    return named_in(rest) if is_week else None


def _days_in(text: str) -> list[str]:
    return [
        match[0]
        for match in re.finditer(
            rf"\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|{_MONTH}\.? \d{{1,2}}(?:,? \d{{4}})?", text, re.IGNORECASE
        )
    ]


def begins(texts: Sequence[str], evidence: Sequence[str]) -> date | None:
    """The first day of the week that the first of the texts names, its year from the evidence, and where that tells none,
    the Monday of a week that is told by its Monday and Friday (9/8-9/12), of the year ``dates.YEARLESS``; else None."""
    text, day = next(((text, day) for text in texts if (day := named_in(text) or first_of(text))), ("", None))
    whole = melting.date_of(day, tuple(evidence)) if day else None
    said = dates.read(whole).value if whole else None
    if not isinstance(said, date):
        return _yearless(text)
    return said - timedelta(said.weekday()) if ends(text) else said


def told_by(texts: Sequence[str]) -> str | None:
    """The day with which the first of the texts says that a week begins; None where none does, or it ends on it."""
    text, day = next(((text, day) for text in texts if (day := named_in(text) or first_of(text))), ("", None))
    return None if ends(text) else day


_SPAN = re.compile(
    r"(?<![\d/])(\d{1,2}/\d{1,2})\s*(?:-|–|—|to|thru|through)\s*(\d{1,2}/\d{1,2})(?![\d/])", re.IGNORECASE
)
_TO_FRIDAY = timedelta(4)


def _yearless(text: str) -> date | None:
    match = _SPAN.search(text)
    first, last = (dates.read_yearless(end) for end in match.groups()) if match else (None, None)
    return first if first and last and last - first == _TO_FRIDAY else None


def day_columns(headings: Sequence[str]) -> dict[int, int]:
    """The places of headings that are weekdays, and which; none where they make no week."""
    days = {place: day for place, heading in enumerate(headings) if (day := weekdays.of(heading)) is not None}
    return days if len(days) >= FEWEST and len(set(days.values())) == len(days) else {}


def are_over(above: Sequence[str | None], below: Sequence[str | None]) -> bool:
    """Whether a row of weeks (Week of October 6, Week 2, 10/6 - 10/10), two or more, stands over weekdays, each over one;
    what stands over nothing (Student, Total) is a heading of its own."""
    filled = [(week, day) for week, day in zip(above, below, strict=False) if week and day]
    return len(filled) > 1 and all(
        weekdays.of(day or "") is not None and (NUMBERED.match(week) or named_in(week)) for week, day in filled
    )


def under(week: str, heading: str) -> str:
    """The heading of a weekday beneath a week: Mon (Week of October 6); another one, of no week, as it is."""
    return heading if weekdays.of(heading) is None else f"{heading} ({' '.join(week.split())})"


_UNDER = re.compile(r"^(?P<day>[A-Za-z]+)\.? \((?P<week>.+)\)$")


def columns_of_days(headings: Sequence[str]) -> dict[int, tuple[str, int]]:
    """Column -> the week that stands over it and its weekday, as ``under`` wrote them; of one week alone "" is over all."""
    told = {place: match for place, one in enumerate(headings) if (match := _UNDER.match(one))}
    found = {place: (one["week"], day) for place, one in told.items() if (day := weekdays.of(one["day"])) is not None}
    several = len(found) >= FEWEST and len(set(found.values())) == len(found)
    return found if several else {place: ("", day) for place, day in day_columns(headings).items()}
