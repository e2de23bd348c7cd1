"""Numbers and days as people say them, for whatever tells of an import: the page, the terminal and the JSON alike."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

DASH = "–"


def is_missing(value: Any) -> bool:
    """Whether a cell of a frame holds nothing: None, NaN, NaT or NA."""
    if value is None:
        return True
    try:
        return bool(value != value)
    except TypeError:
        return True


def decimal(value: float, digits: int = 1) -> str:
    """A number with thousands and so many digits behind the point, a half away from zero: as the browser writes the cells
    of a table, so that 0.25 h is the same number in a sentence, in a chart and in a table."""
    step = Decimal(1).scaleb(-digits)
    return f"{Decimal(round(float(value), 6)).quantize(step, ROUND_HALF_UP):,}"


def hours(minutes: Any) -> str:
    """Minutes as hours, 0.1: "1,234.5 h"; a dash where there is nothing to say."""
    return DASH if is_missing(minutes) else f"{decimal(float(minutes) / 60)} h"


def count(value: Any) -> str:
    """A whole number with its thousands."""
    return DASH if is_missing(value) else f"{int(value):,}"


def plural(number: Any, one: str, many: str = "") -> str:
    """ "1 student", "1,204 students"."""
    return f"{count(number)} {one if int(number) == 1 else many or one + 's'}"


def day(value: Any, *, year: bool = False) -> str:
    """A date as people write it: "Oct 31" or "Oct 31, 2025"."""
    if is_missing(value):
        return DASH
    when = value if isinstance(value, date | datetime) else datetime.fromisoformat(str(value))
    text = f"{when:%b} {when.day}"
    return f"{text}, {when.year}" if year else text
