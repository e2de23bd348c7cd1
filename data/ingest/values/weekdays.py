"""Weekdays by their names and letters."""

import re

from data.ingest.values import words

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LETTERS = {"m": 0, "t": 1, "tu": 1, "w": 2, "th": 3, "r": 3, "f": 4}
_NAME = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:s|day|sday|nesday|r|rs|rsday|urday)?")
_RUN = re.compile(r"(?:M|Tu|Th|T|W|R|F){2,5}")
_LETTER = re.compile(r"Tu|Th|[MTWRF]")


def of(text: str) -> int | None:
    """The weekday, 0 for Monday, that a text is the name or the letter of; None of anything else."""
    bare = words.heading(text)
    named = _NAME.fullmatch(bare)
    return NAMES.index(named[1]) if named else LETTERS.get(bare)


def all_of(word: str) -> list[int] | None:
    """The weekdays of one word: Mon, Th, MWF."""
    if (day := of(word)) is not None:
        return [day]
    return [LETTERS[letter.lower()] for letter in _LETTER.findall(word)] if _RUN.fullmatch(word) else None
