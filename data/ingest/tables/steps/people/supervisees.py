"""Whom each of a staff list supervises (Supervises: Burke, Tom; Cole, Amy), told beside those people as their supervisor."""

import re
from dataclasses import dataclass

from data.contracts.synonyms import slot_of
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes, names, words
from data.ingest.values.nothing import is_nothing
from data.ingest.values.vocabulary import ASSISTANTS

SUPERVISOR = "Supervisor"
_OF_SUPERVISION = frozenset(("supervising", "supervisee", "assistant", "oversee"))
_APART = re.compile(r"\s*(?:[;\n|/&]|\band\b)\s*")


@dataclass(frozen=True)
class _Person:
    """One of the staff: the row, its id and name as written, the name's parts in plain form."""

    row: int
    id: str
    written: str
    last: str
    first: str
    is_assistant: bool

    def is_called(self, text: str) -> bool:
        """Whether a text names the person: the whole name in any order, the family name, an initial before it, the id."""
        name = names.read(names.provider(text))
        first, last = words.plain(name.first or ""), words.plain(name.last or "")
        shortened = len(first) == 1 and self.first.startswith(first)
        return text == self.id or (last == self.last and (not first or shortened or first == self.first))


def told(table: Table) -> Table:
    """The list with a supervisor beside each assistant whom a column names, where that column says it of those who
    supervise, and no other one names supervisors. Who isn't an assistant of the list stays unsaid, with a note."""
    places = [place for place, heading in enumerate(table.headings) if words.said_by(heading) & _OF_SUPERVISION]
    staff = _staff(table) if len(places) == 1 else []
    if not any(one.is_assistant for one in staff):
        return table
    cells = [(text or "").strip() for text in table.body.column(places[0]).to_pylist()]
    above = [one for one in staff if not is_nothing(cells[one.row])]
    if not above or any(one.is_assistant for one in above):
        return table
    found = [(one, _assistants(cells[one.row], staff)) for one in above]
    named: dict[int, set[str]] = {}
    for one, below in found:
        for row in below or ():
            named.setdefault(row, set()).add(one.id or one.written)
    if not named:
        return table
    column = [next(iter(named[row])) if len(named.get(row, ())) == 1 else None for row in range(len(cells))]
    heading = table.headings[places[0]]
    rest = " Who is no assistant of this list, or has two of them, isn't told." if _are_left(found, named) else ""
    return (
        table.without(places[0])
        .also(SUPERVISOR, column)
        .noted(f"{heading} names whom each supervises: it is told beside them.{rest}")
    )


def _are_left(found: list[tuple[_Person, list[int] | None]], named: dict[int, set[str]]) -> bool:
    return any(below is None for _, below in found) or any(len(above) > 1 for above in named.values())


def _assistants(text: str, staff: list[_Person]) -> list[int] | None:
    """The rows of the assistants whom a cell names; None where one of them can't be found."""
    rows: list[int] = []
    for part in filter(None, _APART.split(text)):
        whole = _row(part, staff)
        each = [whole] if whole is not None else [_row(one.strip(), staff) for one in part.split(",")]
        if None in each:
            return None
        rows += [row for row in each if row is not None]
    return rows


def _row(text: str, staff: list[_Person]) -> int | None:
    found = [one.row for one in staff if one.is_assistant and one.is_called(text)]
    return found[0] if len(found) == 1 else None


def _staff(table: Table) -> list[_Person]:
    """The people of a staff list with their roles; none where it is no such list."""
    columns = {name: _column(table, name) for name in _NAMED}
    if not columns["role"] or not (columns["provider_name"] or columns["provider_last_name"]):
        return []
    found = []
    for row in range(table.body.num_rows):
        last, first, whole = (columns[name][row] if columns[name] else "" for name in _NAMED[:3])
        written = whole or ", ".join(filter(None, (last, first)))
        name = names.read(names.provider(written))
        plain = (words.plain(name.last or ""), words.plain(name.first or ""))
        own_id = columns["provider_id"][row] if columns["provider_id"] else ""
        is_assistant = codes.find(columns["role"][row], "role") in ASSISTANTS
        found.append(_Person(row, own_id, written, *plain, is_assistant))
    return found


_NAMED = ("provider_last_name", "provider_first_name", "provider_name", "provider_id", "role")


def _column(table: Table, name: str) -> list[str]:
    """The cells of the column for a place; where several are written for it, of the one with the commoner words."""
    listed = slot_of("providers", name).words
    places = looks.written_for(table.headings, "providers", name)
    place = min(places, key=lambda at: listed.index(words.heading(table.headings[at])), default=None)
    return [] if place is None else [(text or "").strip() for text in table.body.column(place).to_pylist()]
