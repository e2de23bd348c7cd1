"""Lists of who was there and who wasn't, in columns of their own, told apart: a record for each student of each list."""

from collections.abc import Set

from data.ingest.model import Table
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.values import families, names, statuses, words
from data.ingest.values.session_outcome import GIVEN, Outcome

_ABOUT = families.STUDENTS | {"name", "who", "list", "group"}
_AWAY = dict.fromkeys(("missing", "out", "gone", "not here", "not there", "away", "not in attendance"), "absent")
_STATE = families.STATES

Lists = dict[int, Outcome | None]
"""Column -> what became of the sessions of the students listed in it; None where its heading says only students."""


def apart(table: Table) -> Table:
    """The table with a record for each student of such lists; as it is where there are none.

    Where the heading of one list says no more than students, its names say whether it is the whole group or those who
    came; where they say neither, nothing is decided.
    """
    lists = _lists(table)
    outcomes = [one for one in lists.values() if one]
    others = [words.spelt_out(words.heading(one)) for at, one in enumerate(table.headings) if at not in lists]
    if any(_STATE & set(one.split()) for one in others):
        return table
    if len(lists) < 2 or not any(one.status == "missed" for one in outcomes) or len(lists) - len(outcomes) > 1:
        return table
    told = {place: names_in_cell.listed(table, place) for place in lists}
    rows = [{place: one[row] for place, one in told.items()} for row in range(table.body.num_rows)]
    whole = next((place for place, said in lists.items() if said is None), None)
    clear = lists if whole is None else _settled(lists, whole, rows)
    return table if clear is None else _exploded(table, clear, [_called(clear, row) for row in rows])


def _settled(lists: Lists, whole: int, rows: list[dict[int, list[str]]]) -> Lists | None:
    """The lists with what that of all students is: those who came, where nobody of it is in another list; the whole
    group (None), where everybody of the others is in it; None in their stead where it is neither."""
    pairs = [
        (
            set(map(words.plain, row[whole])),
            {words.plain(name) for place in lists if place != whole for name in row[place]},
        )
        for row in rows
    ]
    if all(not others & group for group, others in pairs):
        return {**lists, whole: Outcome("delivered")}
    return lists if all(others <= group for group, others in pairs) else None


def _lists(table: Table) -> Lists:
    """The columns that may be such lists by their headings and are by their cells; none where no heading says missed."""
    found = {place: said(heading) for place, heading in enumerate(table.headings)}
    if not any(one and one.status == "missed" for one in found.values()):
        return {}
    return {
        place: one
        for place, one in found.items()
        if (one.status if one else _is_whole(table.headings[place])) and _are_names(table, place)
    }


def is_of_absent(heading: str) -> bool:
    """Whether a heading is of those who weren't there: Who was absent."""
    told = said(heading)
    return told is not None and told.status == "missed"


def said(heading: str, about: Set[str] = _ABOUT) -> Outcome | None:
    """What a heading says became of the sessions of whom, or on which days, stands beneath it, without its words for
    those; None where it says nothing."""
    rest = _without(heading, about)
    told = statuses.read(_AWAY.get(rest, rest)) if rest else None
    return told if told and told.known and told.status else None


def _is_whole(heading: str) -> bool:
    return _without(heading, _ABOUT) in ("", "in") and names_in_cell.is_of_students(heading)


def _without(heading: str, about: Set[str]) -> str:
    kept = [word for word in words.heading(heading).split() if words.spelt_out(word) not in about]
    return " ".join(word for word in kept if word not in ("of", "was", "were", "the"))


def _are_names(table: Table, place: int) -> bool:
    """Whether whole names stand in a column, and nothing of what became of a session (Student Absent)."""
    texts = table.texts(place)
    told = any(statuses.read(text).known for text in texts)
    return (
        bool(texts)
        and not told
        and all(names.looks_whole(part) for text in texts for part in names_in_cell.parts(text))
    )


def _called(lists: Lists, row: dict[int, list[str]]) -> list[tuple[str, Outcome]]:
    """(student, outcome) of a row."""
    group = [name for place, said in lists.items() if said is None for name in row[place]]
    told = {words.plain(name): said for place, said in lists.items() if said for name in row[place]}
    if group:
        return [(name, told.get(words.plain(name), Outcome("delivered"))) for name in group]
    return [(name, said) for place, said in lists.items() if said for name in row[place]]


def _exploded(table: Table, lists: Lists, called: list[list[tuple[str, Outcome]]]) -> Table:
    rows: list[tuple[int, str | None, Outcome | None]] = []
    for row, found in enumerate(called):
        rows += [(row, *one) for one in found] or [(row, None, None)]
    here = [_together(found) for found in called]
    listed = " and ".join(table.headings[place] for place in lists)
    each = table.without(*lists).rows([row for row, _, _ in rows]).noted(f"Each student under {listed} is a record.")
    each = each.also("Student Name", [name for _, name, _ in rows])
    each = each.also("Session Status", [written(said) for _, _, said in rows])
    sizes = [here[row] if said and said.status in GIVEN else None for row, _, said in rows]
    return each.also("Group Size", sizes)


def _together(found: list[tuple[str, Outcome]]) -> str | None:
    """How many were there; the only one of a group who came makes no session alone, and no size is told."""
    here = sum(said.status in GIVEN for _, said in found)
    return str(here) if here > 1 or len(found) == 1 else None


def written(said: Outcome | None) -> str | None:
    return ":".join(part for part in (said.status, said.reason) if part) if said else None
