"""Headings that are days: of a month (1, 2, 3, ...) or whole dates, one column a day."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.looks import day_of
from data.ingest.values import dates, words

FEWEST_DAYS = 8
FEWEST_WITH_GAPS, GAPS = 4, 2
FEWEST_WITH_A_WEEKEND, A_WEEKEND = 6, 3
FEWEST_DATES = 3
_NOT_FILLED = frozenset({"", "-", "--", "–", "—", "."})
_WEEKDAY = r"(?:(?:mon?|tues?|tue?|wed?|thurs?|thu?|fri?|sat?|sun?|m|t|w|th|f|r)[a-z]*\.?,?[\s-]+)?"
_PART = re.compile(
    rf"^{_WEEKDAY}(?:(\d{{1,2}})[/.-](\d{{1,2}})|([A-Za-z]{{3,9}})\.?[\s-]+(\d{{1,2}})(?:st|nd|rd|th)?|"
    r"(\d{1,2})[\s-]([A-Za-z]{3,9})\.?)$",
    re.IGNORECASE,
)


def days(headings: Sequence[str | None]) -> list[int]:
    """The places of headings that are the days of one month, in order; none where they are too few."""
    found = [(i, day) for i, cell in enumerate(headings) if cell and (day := day_of(cell))]
    run: list[tuple[int, int]] = []
    for place, day in found:
        if not run or day > run[-1][1]:
            run.append((place, day))
    return [place for place, _ in run] if len(run) == len(found) and _are_enough([day for _, day in run]) else []


def _are_enough(days: Sequence[int]) -> bool:
    """Whether numbers are so many that they are days of a month; fewer where they leave days out, as no count does."""
    leaps = sum(later > day + 1 for day, later in pairwise(days))
    weekends = any(later == day + A_WEEKEND for day, later in pairwise(days))
    with_gaps = len(days) >= FEWEST_WITH_GAPS and leaps >= GAPS
    return len(days) >= FEWEST_DAYS or with_gaps or (len(days) >= FEWEST_WITH_A_WEEKEND and weekends)


def some_dates(headings: Sequence[str | None]) -> list[int]:
    """The places of headings that are dates, with or without a year; none where they are too few. Two are enough beside
    nothing but who a student is."""
    found = [i for i, cell in enumerate(headings) if cell and _is_date(cell)]
    return found if len(found) >= FEWEST_DATES or _are_beside_students(headings, found) else []


def _are_beside_students(headings: Sequence[str | None], found: Sequence[int]) -> bool:
    """Whether two different days stand behind the name of a student, beside headings that tell no more than who, where, of
    what and by whom."""
    if len(found) != FEWEST_DATES - 1 or len({headings[place] for place in found}) != len(found):
        return False
    others = {place: words.heading(cell) for place, cell in enumerate(headings) if cell and place not in found}
    named = synonyms.headings("student")["student_name"]
    before = any(one in named and place < min(found) for place, one in others.items())
    return before and _beside_days().issuperset(others.values())


@cache
def _beside_days() -> frozenset[str]:
    """Every heading that tells who a student is, or of what, where and by whom all days of a log are."""
    shared = (word for name in ("school", "service") for word in synonyms.headings("shared")[name])
    return looks.of_students() | {*shared, *synonyms.headings("provider")["provider_name"]}


def day_cells(headings: Sequence[str | None]) -> list[int]:
    """The places of headings that are days of a month, of one month or of several; none where they are too few."""
    found = [(i, day) for i, cell in enumerate(headings) if cell and (day := day_of(cell))]
    falls = sum(later <= day for (_, day), (_, later) in pairwise(found))
    rising = not falls and _are_enough([day for _, day in found])
    return [place for place, _ in found] if rising or len(found) >= FEWEST_DAYS * max(1, falls) else []


_RANGE = re.compile(
    r"^(?:(?:week|wk)\b.{0,12})?(?:\d{1,2}[/.]\d{1,2}|[A-Za-z]{3,9}\.? \d{1,2})(?P<year>/(?:20)?\d\d)?\s*"
    r"(?:-|–|—|to|thru)\s*(?:\d{1,2}[/.]|[A-Za-z]{3,9}\.? )?\d{1,2}(?(year)/(?:20)?\d\d)$"
)
FEWEST_WEEKS = 2


def is_range(text: str) -> bool:
    """Whether a text is the first and last day of a week: 10/6-10/10."""
    return _RANGE.match(text.strip()) is not None


def week_cells(headings: Sequence[str | None]) -> list[int]:
    """The places of headings that are the first and last day of a week (10/6-10/10); none where they are too few."""
    found = [i for i, cell in enumerate(headings) if cell and is_range(cell)]
    return found if len(found) >= FEWEST_WEEKS else []


def is_day(heading: str) -> bool:
    """Whether a heading is a day of a month or a date."""
    return day_of(heading) is not None or _is_date(heading)


def _is_date(heading: str) -> bool:
    return is_date(heading) or dates.is_serial(heading)


def is_date(text: str) -> bool:
    """Whether a text is a day, with its year or without."""
    return dates.looks_like(text) or part(text) is not None


def are_dates(table: Table, place: int) -> bool:
    """Whether a column holds something, and each of its first texts is a day, with its year or without."""
    texts = table.opening(place)
    return bool(texts) and all(map(is_date, texts))


def part(heading: str) -> tuple[int, int] | None:
    """(month, day) of a heading that names a day without its year: 9/6, Sep 6, 6-Sep."""
    match = _PART.match(heading.strip())
    if match is None:
        return None
    month = int(match[1]) if match[1] else dates.month_number(match[3] or match[6])
    day = int(match[2] or match[4] or match[5])
    return (month, day) if month and 1 <= month <= 12 and 1 <= day <= 31 else None


def is_filled(text: str | None) -> bool:
    """Whether a day's cell holds more than a blank or a dash."""
    return text is not None and text.strip() not in _NOT_FILLED
