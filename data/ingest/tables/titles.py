"""Section titles without a label that still say which service, school or person the records below them are of."""

import re

from data.contracts import synonyms
from data.ingest.tables.labels import Pairs
from data.ingest.values import codes, words

_SCHOOL = re.compile(r"\b(elementary|middle|high|school|academy|primary|preschool|charter|elem|k-8)\b", re.IGNORECASE)
PERSON = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*, [A-Z][\w'’-]+(?: [A-Z][\w'’.-]*)*$")

Between = list[tuple[int, int, str]]
Above = list[tuple[int, str]]


def sections(
    between: Between, above: Above, headings: tuple[str, ...], open_columns: dict[int, str]
) -> list[tuple[int, Pairs]]:
    """(row, label -> value) of titles (row, column, text) between records, and of like ones above the header.

    A title in a column that its records leave open (place -> heading) is that column's. Else it is a service, a school,
    or a name ``Last, First`` (whose, a person must say: the column is ``Section``), where the table tells none itself.
    """
    found = [
        (at, kind, text) for at, place, text in between if (kind := open_columns.get(place) or _untold(text, headings))
    ]
    kinds = {kind for _, kind, _ in found}
    first = [(at, kind, text) for at, text in above if (kind := _kind(text)) in kinds and kind]
    return [(at, {kind: text}) for at, kind, text in sorted([*first, *found])]


def _kind(text: str) -> str | None:
    if _SCHOOL.search(text):
        return "School"
    if codes.find(text, "service"):
        return "Service"
    return "Section" if PERSON.match(text) else None


def _untold(text: str, headings: tuple[str, ...]) -> str | None:
    kind = _kind(text)
    return kind if kind and not _has(kind, headings) else None


def _has(kind: str, headings: tuple[str, ...]) -> bool:
    listed = synonyms.headings("shared").get(kind.lower(), ("section",))
    return any(words.heading(heading) in listed for heading in headings)
