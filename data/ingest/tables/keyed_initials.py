"""Whose the initials under a heading that says no more are, where a key gives them names or students have ids beside them."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.legend import name_of_initials, treats
from data.ingest.values import names, words

_INITIALS = (frozenset({"initial"}), frozenset({"init"}))
_MOST, _ALIKE = 0.5, 0.75


def told(table: Table) -> Table:
    """The table with who gave each session, by name, where its key gives a name to most of the initials, and these are no
    student's."""
    if not table.legend or looks.written_for(table.headings, "sessions", "provider_name"):
        return table
    for place in of_whom(table):
        named = {text: table.legend.get(_code(text), "") for text in table.texts(place)}
        whole = {
            text: meaning for text, meaning in named.items()
            if name_of_initials(_code(text), names.provider(meaning) or "")
        }  # fmt: skip
        if len(whole) > _MOST * len(named):
            column = [whole.get(text or "", text) for text in table.body.column(place).to_pylist()]
            note = f"{table.headings[place]}: the names that the file's own key gives to whoever signed."
            return table.filled(place, column).called(place, "Provider").noted(note)
    return table


def of_whom(table: Table) -> list[int]:
    """The columns of bare initials that are of whoever signed, and no child's: they are names with credentials, by the key;
    students' names stand beside them; or ids of students do, of which one has several initials, or that are far more."""
    found = [at for at, heading in enumerate(table.headings) if is_of_initials(heading)]
    return [at for at in found if _are_of_staff(table, at) or _are_beside_students(table, at)]


def is_of_initials(heading: str) -> bool:
    """Whether a heading says that initials stand beneath, and not whose."""
    return words.said_by(heading) in _INITIALS


def _are_of_staff(table: Table, place: int) -> bool:
    texts = table.texts(place)
    return sum(treats(table.legend.get(_code(text), text)) for text in texts) > _MOST * len(texts)


def _are_beside_students(table: Table, place: int) -> bool:
    others = looks.written_for(table.headings, "sessions", "student_name")
    if any(at != place for at in others):
        return True
    ids = looks.meant_for(table.headings, "sessions", "student_id")
    return len(ids) == 1 and not _are_each_ones(table, ids[0], place)


def _are_each_ones(table: Table, ids: int, place: int) -> bool:
    """Whether each id has one kind of initials, and nearly each its own: a few children may share theirs."""
    rows = zip(table.body.column(ids).to_pylist(), table.body.column(place).to_pylist(), strict=True)
    pairs = {(one.strip(), _code(text)) for one, text in rows if one and text and text.strip()}
    students = {one for one, _ in pairs}
    return len(pairs) == len(students) and len({text for _, text in pairs}) >= _ALIKE * len(students)


def _code(text: str) -> str:
    return text.strip().casefold()
