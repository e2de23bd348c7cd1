"""The forms in which one column writes its values, by name."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

Days = Callable[[date], Any]
Lengths = Callable[[int], Any]
Times = Callable[[time], Any]

DATES: dict[str, Days] = {
    "09/08/2025": lambda day: f"{day:%m/%d/%Y}",
    "9/8/2025": lambda day: f"{day.month}/{day.day}/{day.year}",
    "9/8/25": lambda day: f"{day.month}/{day.day}/{day:%y}",
    "2025-09-08": lambda day: f"{day:%Y-%m-%d}",
    "2025-09-08T00:00:00": lambda day: f"{day:%Y-%m-%d}T00:00:00",
    "2025-09-08 00:00:00.000": lambda day: f"{day:%Y-%m-%d} 00:00:00.000",
    "Sep 8, 2025": lambda day: f"{day:%b} {day.day}, {day.year}",
    "September 8, 2025": lambda day: f"{day:%B} {day.day}, {day.year}",
    "Monday, September 8, 2025": lambda day: f"{day:%A}, {day:%B} {day.day}, {day.year}",
    "Mon 9/8/2025": lambda day: f"{day:%a} {day.month}/{day.day}/{day.year}",
    "8-Sep-25": lambda day: f"{day.day}-{day:%b-%y}",
    "08-SEP-2025": lambda day: f"{day:%d-%b-%Y}".upper(),
    "20250908": lambda day: f"{day:%Y%m%d}",
    "9/8/2025 12:00:00 AM": lambda day: f"{day.month}/{day.day}/{day.year} 12:00:00 AM",
    "09-08-2025": lambda day: f"{day:%m-%d-%Y}",
    "a cell": lambda day: day,
    "a serial": lambda day: str((day - date(1899, 12, 30)).days),
    "9.8.25": lambda day: f"{day.month}.{day.day}.{day:%y}",
    "(Mon) Sep 8 2025": lambda day: f"{day:%a} {day:%b} {day.day} {day.year}",
}
CLOCKS: dict[str, Times] = {
    "9:00 AM": lambda at: f"{at.hour % 12 or 12}:{at:%M %p}",
    "09:00 AM": lambda at: f"{at:%I:%M %p}",
    "9:00am": lambda at: f"{at.hour % 12 or 12}:{at:%M%p}".lower(),
    "9:00 a.m.": lambda at: f"{at.hour % 12 or 12}:{at:%M} {'a.m.' if at.hour < 12 else 'p.m.'}",
    "09:00": lambda at: f"{at:%H:%M}",
    "09:00:00": lambda at: f"{at:%H:%M:%S}",
    "9:00A": lambda at: f"{at.hour % 12 or 12}:{at:%M}{'A' if at.hour < 12 else 'P'}",
    "a cell": lambda at: datetime.combine(date(1899, 12, 31), at).time(),
    "0900": lambda at: f"{at:%H%M}",
}
RANGES: dict[str, Callable[[str, str], str]] = {
    "9:00-9:30": lambda start, end: f"{start}-{end}",
    "9:00 - 9:30": lambda start, end: f"{start} - {end}",
    "9:00 to 9:30": lambda start, end: f"{start} to {end}",
}
LENGTHS: dict[str, Lengths] = {
    "30": lambda minutes: minutes,
    "30 min": lambda minutes: f"{minutes} min",
    "30 mins": lambda minutes: f"{minutes} mins",
    "30 minutes": lambda minutes: f"{minutes} minutes",
    "30m": lambda minutes: f"{minutes}m",
    "30 Minute(s)": lambda minutes: f"{minutes} Minute(s)",
    "0:30": lambda minutes: f"{minutes // 60}:{minutes % 60:02d}",
    "00:30": lambda minutes: f"{minutes // 60:02d}:{minutes % 60:02d}",
    "00:30:00": lambda minutes: f"{minutes // 60:02d}:{minutes % 60:02d}:00",
    "30.0": lambda minutes: f"{minutes:.1f}",
    "0 hr 30 min": lambda minutes: f"{minutes // 60} hr {minutes % 60} min",
}
HOURS: dict[str, Lengths] = {
    "0.50": lambda minutes: f"{minutes / 60:.2f}",
    "0.5": lambda minutes: f"{minutes / 60:g}",
    "0.5 hr": lambda minutes: f"{minutes / 60:g} hr",
    "0:30": lambda minutes: f"{minutes // 60}:{minutes % 60:02d}",
}
UNITS: dict[str, Lengths] = {
    "2": lambda minutes: minutes // 15,
    "2.00": lambda minutes: f"{minutes / 15:.2f}",
}
NAMES: dict[str, Callable[[str, str], str]] = {
    "Last, First": lambda last, first: f"{last}, {first}",
    "Last,First": lambda last, first: f"{last},{first}",
    "LAST, FIRST": lambda last, first: f"{last}, {first}",
    "First Last": lambda last, first: f"{first} {last}",
}
SPELLINGS: dict[str, Callable[[str], str]] = {
    "as written": str,
    "CAPITALS": str.upper,
    "small": str.lower,
    "UNDER_SCORES": lambda heading: "_".join(heading.upper().split()),
    "with colon:": lambda heading: f"{heading}:",
    "with star*": lambda heading: f"{heading}*",
    "spaces around": lambda heading: f" {heading}  ",
    "a line\nbreak": lambda heading: "\n".join(heading.split(" ", 1)),
    "camelCase": lambda heading: "".join(
        word.title() if at else word.lower() for at, word in enumerate(heading.split())
    ),
    "RunTogether": lambda heading: "".join(word[:1].upper() + word[1:] for word in heading.split()),
}
_OF_WORDS = {"UNDER_SCORES", "camelCase", "RunTogether", "a line\nbreak"}


def spellings(heading: str) -> list[str]:
    """The spellings that leave a heading what it is."""
    is_words = heading.replace(" ", "").isalpha() and heading.istitle()
    return [name for name in SPELLINGS if is_words or name not in _OF_WORDS]
