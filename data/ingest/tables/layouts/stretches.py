"""Columns of weeks (Wk of 9/8/25) and of months (Sep, Oct, Nov) by the days of which their scores are."""

import re
from calendar import monthrange
from collections.abc import Sequence

from data.ingest.tables import spread, week_names, years
from data.ingest.tables.layouts import melting
from data.ingest.values import dates

FEWEST = 2
_MONTH = re.compile(
    r"^(?P<month>[A-Za-z]{3,9})\.?(?:[\s,'’-]+(?P<year>(?:20)?\d\d))?(?:\s+(?:avg|average|mean|score|data|percent|%))?\.?$",
    re.IGNORECASE,
)
_FEWEST_MONTHS = 3


def first_days(headings: tuple[str, ...], around: Sequence[str]) -> dict[int, str]:
    """The days that headings of weeks tell, two or more."""
    ranges = spread.week_cells(headings)
    named = {
        place: day for place, one in enumerate(headings)
        if (place in ranges or _WEEK.search(one)) and (day := week_names.named_in(one))
    }  # fmt: skip
    months = [part[0] for day in named.values() if (part := spread.part(day))]
    days = {place: melting.date_of(day, tuple(around), months) for place, day in named.items()}
    return days if len(days) >= FEWEST and len(set(days.values())) == len(days) else {}


_WEEK = re.compile(r"\b(?:week|wk|w/e)\b", re.IGNORECASE)


def last_days(headings: tuple[str, ...], around: Sequence[str]) -> dict[int, str]:
    """The last days of the months that headings are, three or more in their order; none where a year isn't told."""
    told = {
        place: (number, match["year"]) for place, one in enumerate(headings)
        if (match := _MONTH.match(one.strip())) and (number := dates.month_number(match["month"]))
    }  # fmt: skip
    months = [number for number, _ in told.values()]
    if any(place not in told and _begins_with(one, months) for place, one in enumerate(headings)):
        return {}
    order = [(number - years.NEW_YEAR) % 12 for number in months]
    if len(told) < _FEWEST_MONTHS or order != sorted(set(order)):
        return {}
    found: dict[int, str] = {}
    for place, (month, own) in told.items():
        year = 2000 + int(own) % 100 if own else years.of(month, around, months)
        if year is None:
            return {}
        found[place] = f"{year}-{month:02d}-{monthrange(year, month)[1]}"
    return found


def _begins_with(heading: str, months: Sequence[int]) -> bool:
    """Whether a heading is of one of some months and of something in it (Sep Code)."""
    first, _, rest = heading.strip().partition(" ")
    return bool(rest) and dates.month_number(first.strip(".")) in months


def by_last_days(headings: tuple[str, ...], around: Sequence[str]) -> tuple[str, ...]:
    """The headings with the last day of each month in place of its name, where the same columns stand
    under each of three months or more (Sep Code, Sep %, Oct Code, ...); as they are elsewhere."""
    parts = [heading.strip().partition(" ") for heading in headings]
    places = [at for at, (first, _, rest) in enumerate(parts) if rest and dates.month_number(first.strip("."))]
    named = list(dict.fromkeys(parts[at][0] for at in places))
    days = last_days(tuple(named), around)
    if not days or len(places) < FEWEST * len(days):
        return headings
    day_of = {name: days[at] for at, name in enumerate(named)}
    return tuple(f"{day_of[parts[at][0]]} {parts[at][2]}" if at in places else one for at, one in enumerate(headings))
