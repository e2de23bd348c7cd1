"""Minutes out of durations: whole minutes, h:mm, decimal hours, units, labels, start and end."""

import re
from datetime import time
from fractions import Fraction
from typing import Literal

from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.numbers import to_float
from data.ingest.values.read import NOTHING, Read, rejected, waiting

Unit = Literal["minutes", "hours", "units", "days"]
MINUTES_PER = {"minutes": 1, "hours": 60, "units": 15, "days": 1440}
MOST_MINUTES = 1440.0

_COLON = re.compile(r"^(\d{1,4}):(\d{2})(?::(\d{2}))?$")
_HOURS = re.compile(r"(\d+(?:\.\d+)?|\.\d+)\s*(?:hours?|hrs?|hr|h)\b\.?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d+(?:\.\d+)?)\s*-?\s*(?:minutes?|mins?|min|mns|m)\b\.?", re.IGNORECASE)
_HOURS_AND = re.compile(
    r"\b(\d{1,2}) ?(?:hours?|hrs?|hr|h) ?([0-5]\d)(?: ?(?:min(?:ute)?s?|m))?\b(?!\s*-?\s*[\d/:])", re.IGNORECASE
)
"""Minutes behind hours that are called nothing: 1h15."""
_UNITS = re.compile(r"^(\d+(?:\.\d+)?)\s*(?:units?|u)\b(?:\s*\(?of\s*15.*)?$", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?:-|–|—|to)\s*\d", re.IGNORECASE)
_OF_AN_HOUR = r"[ -]*(?:of )?(?:an? )?(?=(?:hours?|hrs?|hr|h)\b)"
_FRACTION = re.compile(
    rf"(?:\b(?P<whole>\d{{1,2}})(?:[ -]| and | & ))?\b(?P<part>[1-3])/(?P<of>[2-4]){_OF_AN_HOUR}", re.IGNORECASE
)
_AND_A_PART = re.compile(r"\b(hours?|hrs?|hr|h)\.?,? (?:and|&) (?:a |an )?(half|quarter)\b", re.IGNORECASE)
_IN_WORDS = tuple(
    (re.compile(pattern + _OF_AN_HOUR, re.IGNORECASE), number)
    for pattern, number in ((r"\bthree[ -]?quarters?", "0.75 "), (r"\b(?:a |one )?half", "0.5 "),
                            (r"\b(?:a |one )?quarter", "0.25 "), (r"\b(?:an|one)", "1 "), (r"\btwo", "2 "))
)  # fmt: skip
_BARE_PART = re.compile(r"(?:\d{1,2}[ -]?)?(?:[1-3]/[2-4]|[½¼¾])")
_SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_PLURAL = re.compile(r"\(s\)", re.IGNORECASE)
_REST = re.compile(r"[\s,;.()]|\band\b", re.IGNORECASE)


def read(text: str | None, unit: Unit = "minutes", most: float = MOST_MINUTES) -> Read:
    """Minutes as a float; bare numbers are in the column's unit, words in the cell say otherwise. At most a day."""
    if error := error_in(text):
        return error
    if is_nothing(text):
        return NOTHING
    bare = (text or "").strip()
    value = _colon(bare) if ":" in bare else _bare(bare, unit)
    if value is None:
        return rejected("not_minutes", "this isn't a number of minutes")
    if value < 0:
        return rejected("negative_minutes", "minutes can't be negative")
    if value > most:
        return rejected("too_many_minutes", f"this is more than {most:.0f} minutes")
    return Read(value)


def _colon(text: str) -> float | None:
    match = _COLON.match(text)
    if match is None or int(match[2]) > 59:
        return None
    return int(match[1]) * 60 + int(match[2]) + int(match[3] or 0) / 60


def _bare(text: str, unit: Unit) -> float | None:
    text = _PLURAL.sub("s", text)
    number = to_float(text)
    if number is not None:
        minutes = float(Fraction(str(number)) * MINUTES_PER[unit])
        return round(minutes, 2) if unit == "days" else minutes
    if match := _UNITS.match(text):
        return float(match[1]) * 15
    return in_words(f"{text} hr" if unit == "hours" and _BARE_PART.fullmatch(text) else text)


def in_words(text: str) -> float | None:
    """Minutes of a text that is nothing but hours and minutes in words: ``1 hr 30 min``, ``45 minutes``."""
    text = _HOURS_AND.sub(r"\1h \2m", _with_numbers(text))
    if _RANGE.search(text):
        return None
    hours, minutes = _HOURS.findall(text), _MINUTES.findall(text)
    rest = _REST.sub("", _MINUTES.sub("", _HOURS.sub("", text)))
    if rest or len(hours) > 1 or len(minutes) > 1 or not (hours or minutes):
        return None
    return float(sum(Fraction(h) * 60 for h in hours) + sum(Fraction(m) for m in minutes))


def _with_numbers(text: str) -> str:
    """A text with the parts of an hour as decimals: 3/4 hr, 1½ hours, half an hour, an hour and a half."""
    for sign, part in _SIGNS.items():
        text = text.replace(sign, f" {part}")
    text = _AND_A_PART.sub(lambda found: f"{found[1]} {30 if found[2].lower() == 'half' else 15} min", text.strip())
    for pattern, number in _IN_WORDS:
        text = pattern.sub(number, text)
    return _FRACTION.sub(_decimal, text)


def _decimal(found: re.Match[str]) -> str:
    return f"{float(int(found['whole'] or 0) + Fraction(int(found['part']), int(found['of'])))} "


def is_range(text: str) -> bool:
    """Whether a text is a length from one to another: 30-45 min."""
    ends = re.fullmatch(
        r"(\d{1,3})(?: ?min\w*\.?)?\s*(?:-|–|—|to|or)\s*(\d{1,3})(?: ?min\w*\.?)?", text.strip(), re.IGNORECASE
    )
    return ends is not None and int(ends[1]) < int(ends[2])


def are_of_a_clock(texts: tuple[str, ...]) -> bool:
    """Whether texts are lengths in hours and minutes (0:30, 1:15) and no times of day: none is six hours or more, and some
    are of less than an hour, when no school is open."""
    told = [_COLON.match(text.strip()) for text in texts]
    hours = [int(one[1]) for one in told if one]
    is_short = any(one and int(one[1]) == 0 and int(one[2]) for one in told)
    return all(told) and is_short and max(hours) < _OPENS


_OPENS = 6
_LONGEST_PART, _SHORTEST_PART, _OFF = 0.2, 5, 0.01


def are_of_a_day(numbers: list[float]) -> bool:
    """Whether numbers can only be parts of a day, as lengths (0:30) have them that were pasted as values: 0.0208333; as
    hours none would be as long as a quarter of one."""
    parts = [number for number in numbers if number]
    minutes = [number * MINUTES_PER["days"] for number in parts]
    whole = all(one >= _SHORTEST_PART and abs(one - round(one)) < _OFF for one in minutes)
    return bool(parts) and whole and max(parts) < _LONGEST_PART


def in_label(text: str | None) -> float | None:
    """Minutes that stand inside a longer label: ``Occupational Therapy - 30 Minutes`` is 30; none or several: None. How much
    was missing (10 min short, lost 10 min) is no length."""
    found = {float(Fraction(minutes)) for minutes in _LASTED.findall(text or "")}
    return found.pop() if len(found) == 1 else None


_LASTED = re.compile(
    rf"(?<!lost )(?<!missed )(?<!\d){_MINUTES.pattern}(?!\s+(?:short|shorter|less|lost|early|late)\b)", re.IGNORECASE
)
_BESIDE_MARK = re.compile(
    r"^(?:([A-Za-z]{1,4})(?:[ /:-]| ?\()?(\d{1,3})\)?|(\d{1,3})(?:[ /-]| ?\()?([A-Za-z]{1,4})\)?)$"
)


def beside_mark(text: str) -> tuple[str, float] | None:
    """A mark and the number that stands behind or before it (G20, 30i, P (30)); None where it isn't written so."""
    match = _BESIDE_MARK.match(text.strip())
    return (match[1] or match[4], float(match[2] or match[3])) if match else None


def without_label(text: str) -> str:
    """A label without the minutes that stand in it."""
    return _MINUTES.sub(" ", text)


def between(start: time | None, end: time | None) -> Read:
    """Minutes from start to end of the same day; an end before its start waits."""
    if start is None or end is None:
        return NOTHING
    minutes = (end.hour * 60 + end.minute) - (start.hour * 60 + start.minute)
    return Read(float(minutes)) if minutes >= 0 else waiting("end_before_start", "the session ends before it starts")
