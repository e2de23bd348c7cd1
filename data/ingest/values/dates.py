"""Dates and times of day, in every form that an export writes them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Literal

from data.ingest.values import weekdays
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import NOTHING, Read, rejected, waiting

Order = Literal["month_first", "day_first", "unsure"]
FIRST_YEAR, FIRST_BIRTH_YEAR, LAST_YEAR = 2000, 1990, 2100
EPOCHS = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}

_ZONE = r"(?:Z|(?i:UTC|GMT|[ECMPAH][SD]?T)|[+-]\d{2}:?\d{2})"
_TIME = rf"(?:[T ,]+(?:at )?\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\.\d+)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*{_ZONE}?)?"
_WEEKDAY = r"(?:(?i:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[A-Za-z]*\.?,?\s+)?"
_ISO = re.compile(rf"^{_WEEKDAY}(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}$")
_SLASHED = re.compile(rf"^{_WEEKDAY}(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}|\d{{2}}){_TIME}$", re.IGNORECASE)
_NAMED = re.compile(
    rf"^{_WEEKDAY}([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}|\d{{2}}){_TIME}$", re.IGNORECASE
)
_DAY_NAMED = re.compile(rf"^{_WEEKDAY}(\d{{1,2}})[- ]([a-z]{{3,9}})\.?[-, ]+(\d{{4}}|\d{{2}}){_TIME}$", re.IGNORECASE)
_RUN_ON = re.compile(r"^(\d{1,2})(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(\d{4}|\d{2})$", re.IGNORECASE)
"""08SEP2025, as statistics programs write a day."""
_YMD = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})$")
_MDY = re.compile(r"^(\d{1,2})(\d{2})(\d{2})$")
_MDYYYY = re.compile(r"^(\d{1,2})(\d{2})((?:19|20)\d{2})$")
_SERIAL = re.compile(r"^(\d{5})(?:\.\d+)?$")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_CLOCK = re.compile(
    rf"^{_WEEKDAY}"
    + r"(?:(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|[A-Za-z]{3,9}\.? \d{1,2},? \d{4})(?:T|,? +(?:at )?))?"
    r"(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*([AaPp])?\.?(?:[Mm]\.?)?$"
)
YEARLESS = 5
"""The year of a day that is written without one; it has no February 29th, which no year could be guessed for."""
_MONTH_DAY = re.compile(r"^(\d{1,2})[/-](\d{1,2})$")
_MIDNIGHT = re.compile(r"\d[T ]+(?:0{1,2}:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)\s*Z?$", re.IGNORECASE)
_ZONED = re.compile(r"^(\d{4}-\d{2}-\d{2}[T ][\d:.]+?)\s*(?:Z|UTC|[+-]\d{2}:?\d{2})$")
"""A moment with its zone: the clock of the place is what is written."""
_NAMED_ZONE = re.compile(r"(?<=[\dMm.])\s*(?:UTC|GMT|[ECMPAH][SD]?T)$")
_MILITARY = re.compile(r"^(\d{1,2})(\d{2})\s*([AaPp])?\.?(?:[Mm]\.?)?$")


_BEHIND = re.compile(
    r"(?<=\d)(?:\s*\([A-Z]{1,2}\d{1,3}\)|[\s,(–-]+(?i:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?i:day|sday|nesday|rsday|urday)?\.?\)?)$"
)
"""What stands behind a day: the code of an entry or a withdrawal that a system writes there (08/11/2025 (E01)), its weekday
(12/1/2025 (Mon))."""
_NAMED_DAY = re.compile(
    r"^(mon|tue|wed|thu|fri|sat|sun)|[\s,(–-](mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\)?$", re.IGNORECASE
)
_FEWEST_NAMED = 2
"""Days with a weekday that tell the order of a file's slashed dates: one may be a slip."""


@dataclass(frozen=True)
class Form:
    """How one column's dates are written, from evidence: order of slashed dates, and the serials' epoch, if any."""

    order: Order = "month_first"
    epoch: int | None = None
    first_year: int = FIRST_YEAR


def month_number(word: str) -> int | None:
    """1 to 12 for a month's English name or its abbreviation, else None."""
    bare = "sep" if word.lower() == "sept" else word.lower()
    return next((number for number, name in enumerate(_MONTHS, 1) if len(bare) >= 3 and name.startswith(bare)), None)


def read_yearless(text: str) -> date | None:
    """A month and a day without a year (9/26), month first, in the year ``YEARLESS``; None where it is none."""
    match = _MONTH_DAY.match(text.strip())
    try:
        return date(YEARLESS, int(match[1]), int(match[2])) if match else None
    except ValueError:
        return None


_DEADLINE = re.compile(
    r"^(?:(?:to be )?(?:met|reached|mastered|achieved|completed|reviewed|due) )?"
    r"(?:by|due|no later than|on or before|until|thru|through)"
    r"(?: the)?:?\s+(?=\d|[a-z]{3,9}\.?\s+\d)",
    re.IGNORECASE,
)


DEADLINES = ("due_date", "end_date")
"""The fields whose days may be told so."""


def of_deadline(text: str) -> str:
    """The day of a text that says until when: 5/29/2026 of *by 5/29/2026*; other texts as they are."""
    return _DEADLINE.sub("", text.strip())


def is_midnight(text: str) -> bool:
    """Whether a text is a day with the time 00:00 behind it, as exports write a day without any."""
    return _MIDNIGHT.search(text) is not None


def read(text: str | None, form: Form = Form()) -> Read:
    """A day. Impossible ones are rejected; one that could be read two ways waits where the file's order is unsure."""
    if error := error_in(text):
        return error
    if is_nothing(text):
        return NOTHING
    said, weekday = _written(text or "", form), weekday_in(text or "")
    if weekday is None or (said.failed and said.code != "date_order"):
        return said
    orders: tuple[Order, ...] = ("month_first", "day_first") if said.failed else (form.order,)
    found = {_written(text or "", replace(form, order=order)).value for order in orders} - {None}
    fitting = [day for day in found if day.weekday() == weekday]
    return _GAINSAID if not fitting else Read(fitting[0]) if len(fitting) == 1 else said


def _written(text: str, form: Form) -> Read:
    """The day that figures and names of months tell, whatever weekday stands with them."""
    bare = _BEHIND.sub("", text.strip())
    for pattern, reader in _READERS:
        if match := pattern.match(bare):
            return reader(match, form)
    return rejected("not_a_date", "this isn't a date")


_GAINSAID = waiting("wrong_weekday", "this day has another weekday than the one beside it")


def weekday_in(text: str) -> int | None:
    """The weekday, 0 for Monday, that stands before or behind a day (9/8/2025 - Mon), else None."""
    match = _NAMED_DAY.search(text.strip())
    return weekdays.NAMES.index((match[1] or match[2]).lower()) if match else None


def _iso(match: re.Match[str], form: Form) -> Read:
    return _day(int(match[1]), int(match[2]), int(match[3]), form)


def _slashed(match: re.Match[str], form: Form) -> Read:
    first, second, year = int(match[1]), int(match[2]), _year(match[3])
    if form.order == "unsure" and first != second and first <= 31 and second <= 12:
        return waiting("date_order", "the file has dates with the day first, so this one could be read two ways")
    month, day = (second, first) if form.order == "day_first" else (first, second)
    return _day(year, month, day, form)


def _named(match: re.Match[str], form: Form) -> Read:
    return _with_month(match[1], match[2], match[3], form)


def _day_named(match: re.Match[str], form: Form) -> Read:
    return _with_month(match[2], match[1], match[3], form)


def _with_month(word: str, day: str, year: str, form: Form) -> Read:
    month = month_number(word)
    return _day(_year(year), month, int(day), form) if month else rejected("not_a_date", "this isn't a date")


def _ymd(match: re.Match[str], form: Form) -> Read:
    return _day(int(match[1]), int(match[2]), int(match[3]), form)


def _mdy(match: re.Match[str], form: Form) -> Read:
    return _day(_year(match[3]), int(match[1]), int(match[2]), form)


def _serial(match: re.Match[str], form: Form) -> Read:
    if form.epoch is None:
        return _mdy(mdy, form) if (mdy := _MDY.match(match[0])) else rejected("not_a_date", "this isn't a date")
    day = EPOCHS[form.epoch] + timedelta(days=int(match[1]))
    return _day(day.year, day.month, day.day, form)


_READERS = (
    (_ISO, _iso), (_SLASHED, _slashed), (_NAMED, _named), (_DAY_NAMED, _day_named), (_RUN_ON, _day_named), (_YMD, _ymd),
    (_SERIAL, _serial), (_MDY, _mdy), (_MDYYYY, _mdy),
)  # fmt: skip


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text) if int(text) < 70 else 1900 + int(text)


def _day(year: int, month: int, day: int, form: Form) -> Read:
    try:
        value = date(year, month, day)
    except ValueError:
        return rejected("impossible_date", "there is no such day")
    if not form.first_year <= year <= LAST_YEAR:
        return rejected("date_out_of_range", f"this day isn't between {form.first_year} and {LAST_YEAR}")
    return Read(value)


@lru_cache(maxsize=20_000)
def looks_like(text: str) -> bool:
    """Whether a text has the form of a date (bare numbers only as YYYYMMDD)."""
    bare = _BEHIND.sub("", text.strip())
    return any(pattern.match(bare) for pattern in (_ISO, _SLASHED, _NAMED, _DAY_NAMED, _RUN_ON, _YMD))


def is_serial(text: str) -> bool:
    """Whether a text could be an Excel serial of a day from 2000 to 2100."""
    match = _SERIAL.match(text.strip())
    return match is not None and 36_526 <= int(match[1]) <= 73_415


def moment(text: str) -> str | None:
    """Day and time of an Excel serial that has both: 45931.375 is 2025-10-01 09:00; None of any other text."""
    bare = text.strip()
    if "." not in bare or not is_serial(bare) or (said := read_time(bare)).value is None:
        return None
    return f"{EPOCHS[1900] + timedelta(days=int(float(bare)))} {said.value:%H:%M}"


def only_day_first(text: str) -> bool:
    """Whether a slashed date can only be read day first: 25/09/2025."""
    return _is_only(text, day=1, month=2)


def only_month_first(text: str) -> bool:
    """Whether a slashed date can only be read month first: 09/25/2025."""
    return _is_only(text, day=2, month=1)


def _is_only(text: str, *, day: int, month: int) -> bool:
    """Whether of a slashed date's first two numbers only these can be the day and the month."""
    match = _SLASHED.match(_BEHIND.sub("", text.strip()))
    return match is not None and 12 < int(match[day]) <= 31 and 1 <= int(match[month]) <= 12


def order_of(texts: Iterable[str]) -> Order:
    """The order of a file's slashed dates: month first, unless some value can only be day first; then a question."""
    return "unsure" if any(only_day_first(text) for text in texts) else "month_first"


def order_by_weekdays(texts: Iterable[str]) -> Order | None:
    """The one order in which slashed dates are of the weekdays beside them; None where both or none fit, and of fewer than two
    days that are others in the other order (9/9 is one day in both)."""
    named = {text for text in texts if weekday_in(text) is not None and _SLASHED.match(_BEHIND.sub("", text.strip()))}
    orders: tuple[Order, ...] = ("month_first", "day_first")
    month_first, day_first = ({text: _written(text, Form(order)).value for text in named} for order in orders)
    telling = {(month_first[text], day_first[text]) for text in named if month_first[text] != day_first[text]}
    fitting = [order for order in orders if all(read(text, Form(order)).value for text in named)]
    return fitting[0] if len(telling) >= _FEWEST_NAMED and len(fitting) == 1 else None


def read_time(text: str | None) -> Read:
    """A time of day: 14:30, 2:30 PM, 0230p, 1430, 14:30:00, with or without a date before it.

    A time with its distance from UTC (09:00:00-06:00) is that of the clock where it was written.
    """
    if error := error_in(text):
        return error
    if is_nothing(text):
        return NOTHING
    bare = _NAMED_ZONE.sub("", _ZONED.sub(r"\1", (text or "").strip()))
    match = _CLOCK.match(bare) or _MILITARY.match(bare)
    if match is None:
        return _fraction(text or "")
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match.groups()[-1] or "").lower()
    if half and not 1 <= hour <= 12 and not 13 <= hour <= 23:
        return rejected("not_a_time", "this isn't a time of day")
    hour = hour % 12 + (12 if half == "p" else 0) if half and hour <= 12 else hour
    if hour > 23 or minute > 59:
        return rejected("not_a_time", "this isn't a time of day")
    return Read(time(hour, minute))


_NIGHT, _NOON = range(1, 6), 12
_HALF = re.compile(r"[ap]\.?\s*m?\.?\s*$|z$|[+-]\d\d:?\d\d$|\b[a-z]{2,4}t$", re.IGNORECASE)


def of_school_hours(text: str | None) -> Read:
    """A time of day; one to six o'clock without AM or PM is in the afternoon, when schools are open."""
    said = read_time(text)
    if said.value is None or said.value.hour not in _NIGHT or _HALF.search((text or "").strip()):
        return said
    return Read(said.value.replace(hour=said.value.hour + _NOON))


def _fraction(text: str) -> Read:
    """A share of a day (0.354166667), as a workbook stores a time, alone or behind the number of its day."""
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    share = share % 1 if is_serial(text) else share
    if not 0 < share < 1:
        return rejected("not_a_time", "this isn't a time of day")
    minutes = round(share * 1440)
    return Read(time(minutes // 60 % 24, minutes % 60))


_MONTH_WORD = re.compile(r"\b([A-Za-z]{3,9})\.?[\s,]+((?:19|20)\d{2})\b")
_MONTH_NUMBER = re.compile(
    r"(?<![\d/-])(0?[1-9]|1[0-2])[-/]((?:19|20)\d{2})\b|(?<![\d/-])((?:19|20)\d{2})[-/](0?[1-9]|1[0-2])\b(?![-/]\d)"
)


def month_in(text: str) -> tuple[int, int] | None:
    """(year, month) that a title such as ``September 2025`` or ``2025-09`` names, else None."""
    for match in _MONTH_WORD.finditer(text):
        if month := month_number(match[1]):
            return int(match[2]), month
    if number := _MONTH_NUMBER.search(text):
        return (int(number[2]), int(number[1])) if number[1] else (int(number[3]), int(number[4]))
    return None
