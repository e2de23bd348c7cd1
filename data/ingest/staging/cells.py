"""The cells of a record as written, without those that must not be kept."""

import re

from data.ingest.model import Table
from data.ingest.staging.columns import distinct
from data.ingest.staging.sql import literal
from data.ingest.values import private
from data.ingest.values.words import heading as words_of

_NUMBERS = re.compile(r"\d{3}-\d{2}-\d{4}")
_PRIVATE = re.compile(
    r"\bssn\b|\bsocial security\b|\bmedicaid\b|\bmedi cal\b|\bdiagnos\w+\b|\bicd\b|\bicd ?10|\bdisabil"
)
_PROSE = 40
"""A column that no field was found for and whose cells are so long on average holds notes."""


def as_json(table: Table, hidden: frozenset[int]) -> str:
    """SQL over the typed rows: the cells by heading; the hidden columns are an empty text."""
    shown = headings(table)
    pairs = (
        f"{literal(heading)}, " + ("''" if place in hidden else f"c{place}") for place, heading in enumerate(shown)
    )
    return f"json_object({', '.join(pairs)})"


def headings(table: Table) -> list[str]:
    """The headings, told apart where two are the same or one is empty."""
    shown: list[str] = []
    for place, written in enumerate(table.headings):
        heading = written.strip() or f"Column {place + 1}"
        names = (heading if n == 1 else f"{heading} ({n})" for n in range(1, len(table.headings) + 2))
        shown.append(next(name for name in names if name not in shown))
    return shown


def forbidden(table: Table, mapped: set[int]) -> frozenset[int]:
    """Places of the columns whose cells are neither stored nor kept: numbers of persons, diagnoses, notes."""
    found = set()
    for place, heading in enumerate(table.headings):
        words = words_of(heading)
        unmapped = place not in mapped
        if _PRIVATE.search(words) or (
            unmapped and (private.is_never_kept(heading) or _is_prose_or_number(table, place))
        ):
            found.add(place)
    return frozenset(found)


def _is_prose_or_number(table: Table, place: int) -> bool:
    texts, _ = distinct(table.body.column(place))
    long = bool(texts) and sum(map(len, texts)) / len(texts) > _PROSE
    return long or any(_NUMBERS.search(text) for text in texts)
