"""A calendar at a glance, with a column a kind of day: a row a month and the numbers of its days (11, 26-28), or nothing but
days beneath; a record a day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pyarrow as pa

from data.ingest.tables import looks, spans, spread, years
from data.ingest.tables.layouts import melting
from data.ingest.tables.long import Long, filled, long
from data.ingest.values import dates, terms, words

FEWEST, MOST = 2, 200
"""Rows of such a calendar: months, of several schools perhaps."""
_DAYS = r"(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to|thru|through)\s*(\d{1,2})(?:st|nd|rd|th)?)?"
_PART = re.compile(rf"\s*{_DAYS}\s*(?:\(([^()]*)\)|[-–—:]?\s*([A-Za-z][^,;\n]*))?\s*(?:[,;\n&]\s*|\band\s+|$)")
_SATURDAY = 5


@dataclass(frozen=True)
class Days:
    """One day of a cell's list, or the first and last of several, and what is said of them."""

    first: int
    last: int
    remark: str | None


def melt(headings: tuple[str, ...], columns: list[pa.Array], evidence: Sequence[tuple[str, ...]]) -> Long | None:
    """The long form of such a calendar, the kind of day as its heading says it; None where it is none.

    It is none where a student is named, where a cell under a kind of day is no list of days, or where all such columns may
    as well count them.
    """
    if not columns or not FEWEST <= len(columns[0]) <= MOST:
        return None
    month = next((place for place, column in enumerate(columns) if _are_months(column)), None)
    if month is None or any(words.heading(heading) in looks.of_students() for heading in headings):
        return None
    lists = {place: told for place, heading in enumerate(headings) if place != month and _is_kind(heading)
             and (told := _lists(columns[place])) is not None}  # fmt: skip
    if not any(len(one) > 1 or any(part.first < part.last for part in one) for told in lists.values() for one in told):
        return None
    named = columns[month].to_pylist()
    months = [number for text in named if (number := dates.month_number(_bare(text or "")))]
    found: list[tuple[int, str, str, str | None]] = []
    of_rows = [_month(text or "", evidence[row], months) for row, text in enumerate(named)]
    lists = {place: told for place, told in lists.items() if not _count_days(headings[place], told, of_rows)}
    for row, own in enumerate(of_rows):
        if own:
            parts = [(headings[place], part) for place, told in lists.items() for part in told[row]]
            found += [(row, day, kind, part.remark) for kind, part in parts for day in _days(own, part)]
    made: dict[str, list[str | None]] = {
        "Date": [day for _, day, _, _ in found],
        "Day Type": [kind for _, _, kind, _ in found],
        "Comment": [remark for *_, remark in found],
    }
    gone = [place for place, heading in enumerate(headings) if words.heading(heading) not in _SCHOOLS]
    return long(headings, columns, gone, found, made) if found else None


def _count_days(heading: str, told: Sequence[Sequence[Days]], months: Sequence[tuple[int | None, int] | None]) -> bool:
    """Whether a column of days has one number in each month, which counts them: Staff Days 21, where the 21st is a Sunday."""
    if "day" not in words.said_by(heading) or not all(len(one) == 1 for one in told):
        return False
    days = [next(_days(own, one[0])) for one, own in zip(told, months, strict=True) if own and own[0] is not None]
    read = [dates.read(day).value for day in days]
    return any(day is None or day.weekday() >= _SATURDAY for day in read)


def by_kind(headings: tuple[str, ...], columns: list[pa.Array], evidence: Sequence[tuple[str, ...]]) -> Long | None:
    """The long form of a calendar with nothing but days under each kind of day (Holidays: 9/1, 11/26 - 11/28), maybe beside
    its schools, with what is said of each; None where it is none. A cell that holds anything else is of no day."""
    kinds = kinds_in(headings)
    if not kinds:
        return None
    wide = {place: columns[place].to_pylist() for place in kinds}
    cells = [(row, place, days_in(wide[place][row] or "")) for row, place in filled(wide)]
    if sum(bool(told) for *_, told in cells) < max(FEWEST, _MOST * len(cells)):
        return None
    found = [(row, place, *one) for row, place, told in cells for one in told or [(wide[place][row] or "", None)]]
    months = [part[0] for _, _, day, _ in found if (part := spread.part(day))]
    made: dict[str, list[str | None]] = {
        "Date": [melting.date_of(day, evidence[row], months) for row, _, day, _ in found],
        "Day Type": [kinds[place] for _, place, _, _ in found],
        "Comment": [remark for *_, remark in found],
    }
    return long(headings, columns, kinds, found, made)


def kinds_in(headings: Sequence[str]) -> dict[int, str]:
    """Column -> the kind of day that it is headed by, where a header names nothing else but schools; empty for others."""
    schools = {place for place, heading in enumerate(headings) if words.heading(heading) in _SCHOOLS}
    told = {place: _kind(heading) for place, heading in enumerate(headings) if heading and place not in schools}
    found = {place: kind for place, kind in told.items() if kind}
    return found if len(found) == len(told) >= FEWEST else {}


_MOST = 0.8


def days_in(text: str) -> list[tuple[str, str | None]]:
    """The days that a cell lists, each with what is said of it, a span of them as one; empty where it holds anything else."""
    bare = text.strip()
    return [(bare, None)] if spans.ends_of(bare) else spans.noted(bare) or []


def _kind(heading: str) -> str | None:
    """A heading that is a kind of day, in the words by which it is known (Holiday for Holidays)."""
    return next((one for one in (heading, heading.removesuffix("s")) if terms.day_type(one)), None)


_SCHOOLS = frozenset(("school", "school name", "building"))


def _is_kind(heading: str) -> bool:
    """Whether a heading is a kind of day other than a usual one, of which a calendar gives the number."""
    kind = _kind(heading)
    return (kind is not None and terms.day_type(kind) != "full") or words.heading(heading) in _CLOSED


_CLOSED = frozenset(("closed", "no school", "no students", "holidays", "days off", "schools closed"))


def _bare(text: str) -> str:
    return re.sub(r"[\s,.'’\d]+", "", text)


def _are_months(column: pa.Array) -> bool:
    texts = [text for text in column.to_pylist() if text and text.strip()]
    return len(texts) >= FEWEST and all(dates.month_number(_bare(text)) for text in texts)


def _lists(column: pa.Array) -> list[list[Days]] | None:
    """The days of each cell of a column; None where one is anything else."""
    told = [listed(text.strip()) if spread.is_filled(text) else [] for text in column.to_pylist()]
    found = [one for one in told if one is not None]
    return found if len(found) == len(told) and any(found) else None


def listed(text: str) -> list[Days] | None:
    """The days of a month that a text lists by their numbers, none of them included; None where it is anything else."""
    at, found = 0, []
    if words.plain(text) in ("none", "n a", "na"):
        return []
    while at < len(text):
        match = _PART.match(text, at)
        if match is None or match.end() == at:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= 31:
            return None
        found.append(Days(first, last, (match[3] or match[4] or "").strip() or None))
        at = match.end()
    return found


def _month(text: str, evidence: tuple[str, ...], months: list[int]) -> tuple[int | None, int] | None:
    """(year, month) of a row; the year as titles tell it, where the cell doesn't."""
    if own := dates.month_in(text):
        return own
    number = dates.month_number(_bare(text))
    return (years.of(number, evidence, months), number) if number else None


def _days(month: tuple[int | None, int], part: Days) -> Iterator[str]:
    """The days as dates; of several in a row those of the week; as a span where their year isn't known."""
    year, number = month
    if year is None:
        yield f"{number}/{part.first}" if part.first == part.last else f"{number}/{part.first} - {number}/{part.last}"
        return
    try:
        first, last = date(year, number, part.first), date(year, number, part.last)
    except ValueError:
        yield f"{year}-{number:02d}-{part.first:02d}"
        return
    for ahead in range((last - first).days + 1):
        day = first + timedelta(ahead)
        if first == last or day.weekday() < _SATURDAY:
            yield day.isoformat()
