"""A workbook's values as text, in the forms that Sheet promises."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=100_000, typed=True)
def text(value: Any) -> str | None:
    """The text of one value: null when empty; see data.ingest.model.Sheet for the forms."""
    return _AS_TEXT[type(value)](value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"


def _moment(value: datetime) -> str:
    # Excel stores a time as a fraction of a day: half past eight comes back a microsecond early
    whole = (value + timedelta(microseconds=500_000)).replace(microsecond=0) if value.year < 9999 else value
    return whole.isoformat(sep=" ") if whole.time() != time() else whole.date().isoformat()


def _clock(value: time) -> str:
    seconds = round(value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6) % 86_400
    return _hours(seconds, "02d")


def _span(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    return ("-" if seconds < 0 else "") + _hours(abs(seconds), "d")


def _hours(seconds: int, hours: str) -> str:
    return f"{seconds // 3600:{hours}}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


_AS_TEXT: dict[type, Callable[[Any], str | None]] = {
    type(None): lambda _: None,
    str: lambda value: value or None,
    bool: lambda value: "TRUE" if value else "FALSE",
    int: str,
    float: _number,
    datetime: _moment,
    date: lambda value: value.isoformat(),
    time: _clock,
    timedelta: _span,
}
