"""Columns that each name a title of who treats (PT beside PTA), over names or initials: one of who gave each session."""

import re

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes, marks, names, statuses, words
from data.ingest.values.vocabulary import SERVICE_OF_ROLE

_FEWEST = 2
_BESIDE = re.compile(r"\b(?:seen|treated|given|by|initials?|init|name|signature)\b")
_INITIALS = re.compile(r"[A-Z]{2,3}")


def told(table: Table) -> Table:
    """The log with who gave each session and that person's title, where columns of two titles or more of one service hold
    nothing but people, and no row has two of them: a supervisor beside an assistant may have only signed."""
    titles = {at: title for at, heading in enumerate(table.headings) if (title := _title(heading))}
    if len(titles) < _FEWEST or not _are_of_who_gave(table, titles):
        return table
    columns = [[(text, title) if text and text.strip() else None for text in table.body.column(at).to_pylist()]
               for at, title in titles.items()]  # fmt: skip
    rows = [[one for one in row if one] for row in zip(*columns, strict=True)]
    if any(len(row) > 1 for row in rows):
        return table
    gave, role = ([row[0][part] if row else None for row in rows] for part in (0, 1))
    headed = " and ".join(table.headings[at] for at in titles)
    named = table.without(*titles).also("Provider", gave).also("Provider Role", role)
    return named.noted(f"{headed}: who gave each session, by title.")


def _title(heading: str) -> str | None:
    return codes.find(_BESIDE.sub(" ", words.heading(heading)).strip(), "role")


def _are_of_who_gave(table: Table, titles: dict[int, str]) -> bool:
    """Whether columns of titles of one service hold people alone, in a log that tells by no other column who treated."""
    others = table.without(*titles).headings
    is_open = looks.meant_for(others, "sessions", "session_date") and not looks.written_for(
        others, "sessions", "provider_name"
    )
    one_service = len({SERVICE_OF_ROLE.get(title) for title in titles.values()}) == 1
    apart = len(set(titles.values())) == len(titles)
    return bool(is_open) and one_service and apart and all(table.all_are(at, _is_person) for at in titles)


def _is_person(text: str) -> bool:
    bare = text.strip()
    is_initials = _INITIALS.fullmatch(bare) and not statuses.read(bare).known and not marks.is_mark(bare)
    return bool(is_initials) or (names.looks_whole(names.provider(bare) or "") and not codes.tells(bare))
