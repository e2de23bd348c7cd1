"""Section titles without a label that still say which service, school or person the records below them are of."""

import re

from data.contracts import synonyms
from data.ingest.tables.labels import Pairs
from data.ingest.values import codes, words

_SCHOOL = re.compile(r"\b(elementary|middle|high|school|academy|primary|preschool|charter|elem|k-8)\b", re.IGNORECASE)
_PERSON = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*, [A-Z][\w'’-]+(?: [A-Z][\w'’.-]*)*$")

Titles = list[tuple[int, str]]


def sections(between: Titles, above: Titles, headings: tuple[str, ...]) -> list[tuple[int, Pairs]]:
    """(row, label -> value) of titles that stand between records, and of those above the header that are alike.

    A title is a service, a school, or a name ``Last, First`` (whose, a person must say: the column is ``Section``).
    Nothing is told where the table has a column of its own for it.
    """
    found = [(at, kind, text) for at, text in between if (kind := _kind(text)) and not _has(kind, headings)]
    kinds = {kind for _, kind, _ in found}
    first = [(at, kind, text) for at, text in above if (kind := _kind(text)) in kinds and kind]
    return [(at, {kind: text}) for at, kind, text in sorted([*first, *found])]


def _kind(text: str) -> str | None:
    if _SCHOOL.search(text):
        return "School"
    if codes.find(text, "service"):
        return "Service"
    return "Section" if _PERSON.match(text) else None


def _has(kind: str, headings: tuple[str, ...]) -> bool:
    listed = synonyms.headings("shared").get(kind.lower(), ("section",))
    return any(words.heading(heading) in listed for heading in headings)
