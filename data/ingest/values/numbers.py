"""Plain numbers and integers."""

import re

from data.ingest.values import spelt
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import NOTHING, Read, rejected
from data.ingest.values.words import plain

_NUMBER = re.compile(r"^[+-]?(\d{1,3}(,\d{3})+|\d+|(?=\.\d))(\.\d+)?(e[+-]?\d+)?$", re.IGNORECASE)
_TAIL = re.compile(r"\s*(%|percent|pct)\s*$", re.IGNORECASE)


LARGEST_SHARE = 5
"""Above it a share is told in percent."""


def to_float(text: str) -> float | None:
    """A number written with or without thousands separators, else None. Never infinite, never NaN."""
    bare = text.strip()
    if not bare or not _NUMBER.match(bare) or not any(letter.isdigit() for letter in bare):
        return None
    value = float(bare.replace(",", ""))
    return value if abs(value) < 1e15 else None


def is_number(text: str) -> bool:
    """Whether a text is a number."""
    return to_float(text) is not None


def read(text: str | None) -> Read:
    """A number as it is written; ``45%`` is 45, since a percent score stays a percent score."""
    if error := error_in(text):
        return error
    if is_nothing(text):
        return NOTHING
    value = to_float(_TAIL.sub("", text or ""))
    return rejected("not_a_number", "this isn't a number") if value is None else Read(value)


def read_measure(text: str | None) -> Read:
    """A number, with or without the unit that it is told in: ``8 per day`` and ``four days`` are 8 and 4."""
    said = read(text)
    match = _WITH_UNIT.match(spelt.counts(text or "").strip()) if said.code == "not_a_number" else None
    return Read(to_float(match[1])) if match and to_float(match[1]) is not None else said


_WITH_UNIT = re.compile(r"^([+-]?[\d,]*\.?\d+)\s*(?!(?:st|nd|rd|th)\b)[A-Za-z][A-Za-z /.%-]{0,40}$")


def read_integer(text: str | None) -> Read:
    """A whole number."""
    result = read(text)
    if result.failed or result.value is None:
        return result
    if result.value != int(result.value) or abs(result.value) > 2_000_000_000:
        return rejected("not_an_integer", "this isn't a whole number")
    return Read(int(result.value))


def read_share(text: str | None) -> Read:
    """A part of full time: 0.8, ``80%`` or a bare 80 are 0.8, ``half-time`` is 0.5; part time says no share, and is asked
    about. What it was before, in brackets behind it, is another time's: ``0.5 (1.0 until 10/31)``."""
    bare = _WAS.sub("", text or "").strip()
    if (share := _WORK_TIMES.get(plain(bare))) is not None:
        return Read(share)
    if match := _PARTS.match(bare):
        return Read(round(int(match[1]) / int(match[2]), 4))
    amount = _OF_TIME.sub("", match[1] if (match := _TIMED.match(bare)) else bare)
    result = read(amount if to_float(_TAIL.sub("", amount)) is not None else text)
    if result.code == "not_a_number" and any(letter.isalpha() for letter in bare):
        return Read(None, "unknown_share", "it isn't said how much of full time this is", "ask")
    percent = not result.failed and result.value is not None and (_TAIL.search(amount) or result.value > LARGEST_SHARE)
    return Read(result.value / 100) if percent else result


def is_work_time(text: str) -> bool:
    """Whether a text tells in words how much somebody works: full-time, half time, 3/4 time, part-time."""
    told = plain(text)
    return told in _PART_TIME or (not read_share(text).failed and any(letter.isalpha() for letter in told))


_WAS = re.compile(
    r"\s*[(\[]\s*(?:(?:was|previously|formerly|before|prior)\b:?\s*[.\d]+\s*%?(?:\s*fte)?"
    r"|[.\d]+\s*%?(?:\s*fte)?\s*(?:until|till?|thru|through|before|up to|prior to)\b[^()\[\]]*)\s*[)\]]\s*$",
    re.IGNORECASE,
)
_WORK_TIMES = {
    "full time": 1.0, "fulltime": 1.0, "full": 1.0, "ft": 1.0, "half time": 0.5, "halftime": 0.5, "half": 0.5,
    "one half time": 0.5, "quarter time": 0.25, "one quarter time": 0.25, "three quarter time": 0.75,
    "three quarters time": 0.75, "three fourths time": 0.75, "three quarters": 0.75,
}  # fmt: skip
_PART_TIME = frozenset(("part time", "parttime", "pt", "part"))
_PARTS = re.compile(r"^([1-9])\s*/\s*([1-9]|10)(?:[\s-]*(?:time|fte))?$", re.IGNORECASE)
_TIMED = re.compile(
    r"^(?:(?:full|part|half)[\s-]*time|[fp]t)[\s:,-]*\(?\s*([\d.]+\s*%?)(?:\s*fte)?\s*\)?$", re.IGNORECASE
)
_OF_TIME = re.compile(r"\s*-?\s*(?:(?:of )?(?:full )?time|fte)\.?$", re.IGNORECASE)


_MEASURED = re.compile(r"^(?P<number>[\d.,]+\s*%?)\s*(?P<unit>[A-Za-z][A-Za-z ]{1,24})?$")
_OF_PERCENT = re.compile(
    r"^(?:percent|pct|%)?\s*(?:accura\w*|correct\w*|of (?:the )?(?:time|trials|opportunities)|success)?$", re.IGNORECASE
)


def measured(text: str) -> tuple[float, str | None] | None:
    """(number, unit) of a measure with its unit behind it: ``6 prompts``, ``80% accuracy`` (percent); else None."""
    match = _MEASURED.match(text.strip())
    value = to_float(_TAIL.sub("", match["number"])) if match else None
    if match is None or value is None:
        return None
    unit = (match["unit"] or "").strip()
    if "%" in match["number"] or unit.lower().split()[:1] in (["percent"], ["pct"]):
        return (value, "percent") if _OF_PERCENT.match(unit) else None
    return value, unit or None
