"""Remarks that there was no session, and whose absence that was: the student's or the therapist's, by the names of the row."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.staging.columns import NONE, Heading
from data.ingest.values import statuses
from data.ingest.values.words import plain

_NONE_HELD = re.compile(
    r"^\W*no (?:session|therapy|treatment|tx|visit|services?)(?: (?:held|today))?"
    r"\s*(?:[-–—:,;(]|\bdue to\b|\bbecause\b)\s*(?P<why>.+?)\W*$",
    re.IGNORECASE,
)
_WHO_WAS_AWAY = re.compile(
    r"(?P<who>[^\W\d_][\w'’-]*) (?:(?:was|is) )?(?:absent|(?:out|home|ill|sick)(?: sick| ill)?)(?: today)?",
    re.IGNORECASE,
)
_STUDENTS = ("student_name", "student_first_name")
_PROVIDERS = ("provider_name", "provider_first_name")
_MOST, _LONGEST = 200, 12
"""Different remarks with names that are looked at, and the words of the longest."""


def told(texts: tuple[str, ...], keys: pa.Array, headings: list[Heading]) -> dict[int, str]:
    """The place of each remark that says that there was no session and why (No session - school assembly), and nothing else,
    with what it says; where it tells by name who was away (No session - Rae absent), by the rows' own names."""
    whole = {at: text for at, text in enumerate(texts) if _NONE_HELD.match(text) and _is_missed(text)}
    return whole | _by_names(texts, keys, headings)


def _is_missed(text: str) -> bool:
    return len(text.split()) <= _LONGEST and statuses.read(text).status == "missed"


def _by_names(texts: tuple[str, ...], keys: pa.Array, headings: list[Heading]) -> dict[int, str]:
    """Of remarks that say by name who was away: the student of all of its rows was absent, or who treats in all of them; none
    where the name is both's or nobody's."""
    found = {at: who for at, text in enumerate(texts) if (who := _who(text))}
    sure = {}
    for at in list(found)[:_MOST]:
        rows = pc.equal(keys, at)
        sides = [_is_of(found[at], rows, headings, fields) for fields in (_STUDENTS, _PROVIDERS)]
        if sides[0] != sides[1]:
            sure[at] = "student absent" if sides[0] else "provider absent"
    return sure


def _who(text: str) -> str | None:
    held = _NONE_HELD.match(text)
    away = _WHO_WAS_AWAY.fullmatch(held["why"]) if held else None
    return plain(away["who"]) if away and not statuses.read(text).known else None


def _is_of(who: str, rows: pa.Array, headings: list[Heading], fields: tuple[str, ...]) -> bool:
    """Whether a name is one of those that some columns tell in each of the rows."""
    named = [one for one in headings if one.field in fields]
    return any(
        all(at != NONE and who in plain(one.texts[at]).split() for at in one.keys.filter(rows).unique().to_pylist())
        for one in named
    )
