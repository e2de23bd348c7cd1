"""Whether texts can only be whole names of people, or ids of several."""

import re

from data.ingest.mapping.sampled import CODED
from data.ingest.values import (
    codes,
    dates,
    frequencies,
    marks,
    names,
    numbers,
    statuses,
    terms,
)
from data.ingest.values.words import plain

_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._/#-]{0,39}$")
_NO_PERSON = frozenset(
    ("school", "elementary", "middle", "high", "academy", "campus", "center", "centre", "charter", "primary", "district",
     "room", "county", "city", "street", "program", "site", "building", "online", "zoom", "teams")
)  # fmt: skip
FEWEST = 2
_MOST_PEOPLE = 0.9


def are_people(texts: tuple[str, ...]) -> bool:
    """Whether two texts or more, and nearly all of them, can only be whole names of people."""
    return len(texts) >= FEWEST and sum(map(is_person, texts)) >= _MOST_PEOPLE * len(texts)


def is_person(text: str) -> bool:
    """Whether a text can only be a person's whole name: no place, no code, no outcome."""
    capital = all(word[:1].isupper() for word in text.replace(",", " ").split() if len(word) > _PARTICLE)
    if not capital or person(text) <= _ANY_NAME:
        return False
    is_place = not _NO_PERSON.isdisjoint(plain(text).split())
    return not is_place and not codes.tells(text, CODED) and not statuses.read(text).known


_PARTICLE, _ANY_NAME = 3, 0.9


def are_ids(texts: tuple[str, ...]) -> bool:
    """Whether texts can be ids of several students: with digits, much of a length, no days, periods or small numbers."""
    lengths = {len(text) for text in texts}
    fit = all(id_of(text) > _ANY_ID and not is_small(text) for text in texts)
    are_others = all(map(terms.is_period, texts)) or all(map(_DAY.match, texts))
    return len(texts) >= FEWEST and fit and not are_others and max(lengths) - min(lengths) <= _PARTICLE


_ANY_ID, _SMALL = 0.8, 500
_DAY = re.compile(r"^\d{1,2}/\d{1,4}$")
"""A day without its year, or a month with it: 10/26."""


def is_small(text: str) -> bool:
    """Whether a text is a number that counts rather than one of many ids."""
    number = numbers.to_float(text)
    return number is not None and (number <= _SMALL or not number.is_integer())


def id_of(text: str) -> float:
    if dates.looks_like(text) or terms.day_type(text) or "%" in text or marks.is_tick(text):
        return 0.0
    if _IN_TIMES.search(text) and (said := frequencies.read(text)).cycle and said.amount_minutes:
        return 0.0  # 2x30/wk and 60 min/month are promises, whatever the column is called
    numbered = _ID.match(text) and any(letter.isdigit() for letter in text)
    return (
        0.9 if numbered and not terms.is_period(text) else 0.45
    )  # S1 and T2 may be a child's id as well as a semester


_IN_TIMES = re.compile(r"\d ?[x×] ?\d|\d ?/ ?[a-z]|\d (?:min|hr|hour|x)", re.IGNORECASE)


def person(text: str) -> float:
    if terms.day_type(text) or plain(text) in terms.IN_OR_OFF or marks.is_tick(text):
        return 0.0
    if any(letter.isdigit() for letter in text) or _names_nobody(text):
        return 0.1
    return 0.95 if names.looks_whole(text) else 0.6


def _names_nobody(text: str) -> bool:
    """Whether a text is a post, an organisation or a kind of agency."""
    return codes.is_title(text) or codes.is_organisation(text) or codes.is_agency(text)
