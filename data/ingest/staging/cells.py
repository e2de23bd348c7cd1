"""The cells of a record as written, without those that must not be kept."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.model import Table
from data.ingest.staging.columns import NONE, Heading, distinct
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


def words_of_hidden(
    rows: pa.Table, table: Table, hidden: frozenset[int], heard: list[Heading], hints: list[Heading]
) -> dict[int, pa.Array]:
    """Of the hidden columns those of which something was read, with the words that were (absent, of a note): a row that
    is read again once it is answered or mended must not count as given because they are gone. Of numbers of persons and
    diagnoses nothing is."""
    found: dict[int, pa.Array] = {}
    for key, one in (*(("k", one) for one in heard), *(("h", one) for one in hints)):
        if one.place in hidden and not _PRIVATE.search(words_of(table.headings[one.place])):
            told = _texts(one, rows.column(f"{key}{one.place}"))
            found[one.place] = pc.coalesce(found[one.place], told) if one.place in found else told
    return found


def _texts(one: Heading, keys: pa.ChunkedArray) -> pa.Array:
    kept = pa.array([None if _NUMBERS.search(text) else text for text in one.texts], pa.string())
    return kept.take(pc.if_else(pc.equal(keys, NONE), None, keys))


def _is_prose_or_number(table: Table, place: int) -> bool:
    texts, _ = distinct(table.body.column(place))
    long = bool(texts) and sum(map(len, texts)) / len(texts) > _PROSE
    return long or any(_NUMBERS.search(text) for text in texts)
