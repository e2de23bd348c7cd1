"""A child's id in two forms in a column of ids (104422 and 9081234567, both beside Abel, Una): that which more children have."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import names_in_cell
from data.ingest.values import words

_WHOLE, _PARTS, _BORN = "student_name", ("student_last_name", "student_first_name"), "student_birth_date"
_FORMS = 2
_FEWEST = 2
"""So many children must have both forms, and half of those who have the rarer one: others are namesakes, whose ids were given
in other years."""
_SHORTEST = 4
"""Digits of an id by which two forms of numbers are told apart: 9 and 10 are one."""


def told(table: Table) -> Table:
    """The table with one form of id for each child whose name stands beside one of each; as it is where the ids have more
    forms than two. A name with two ids of one form is that of namesakes."""
    who = _who(table)
    places = [at for at, one in enumerate(table.headings) if at not in who and _is_of_ids(one)]
    place = places[0] if len(places) == 1 and who else None
    if place is None or len(forms := {_form(text) for text in table.texts(place)}) != _FORMS:
        return table
    if all(form.strip("9") == "" for form in forms) and min(map(len, forms)) < _SHORTEST:
        return table
    ids = [text.strip() if text else "" for text in table.body.column(place).to_pylist()]
    named = list(zip(*(table.body.column(at).to_pylist() for at in who), strict=True))
    of_each = _by_child(ids, named)
    both = [own for own in of_each.values() if own.keys() == forms and all(len(one) == 1 for one in own.values())]
    held = Counter(form for own in of_each.values() for form in own)
    usual = held.most_common(1)[0][0]
    if len(both) < _FEWEST or 2 * len(both) < min(held.values()):
        return table
    meant = {other: next(iter(own[usual])) for own in both for form in own if form != usual for other in own[form]}
    note = f"{table.headings[place]} has two forms of id for one name; a child is told by the one that more have."
    return table.filled(place, [meant.get(text, text or None) for text in ids]).noted(note)


def _by_child(
    ids: Sequence[str], named: Sequence[tuple[str | None, ...]]
) -> dict[tuple[str, ...], dict[str, set[str]]]:
    """The ids of each form that stand beside each name."""
    found: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one, who in zip(ids, named, strict=True):
        if one and all(part and part.strip() for part in who):
            found[tuple(words.plain(part or "") for part in who)][_form(one)].add(one)
    return found


def _form(text: str) -> str:
    """How an id is made, its digits apart: 9 for each, and its letters."""
    return re.sub(r"\d", "9", text.strip().upper())


def _who(table: Table) -> list[int]:
    """The columns that tell who is meant: a whole name or its parts, and the day of birth; none where no name is told."""
    whole, born = _of(table, _WHOLE), _of(table, _BORN)
    parts = [at for name in _PARTS for at in _of(table, name)]
    names = whole if len(whole) == 1 else parts if len(parts) == len(_PARTS) else []
    return [*names, *born] if names else []


def _is_of_ids(heading: str) -> bool:
    return names_in_cell.is_of_ids(heading) or words.said_by(heading) == {"student", "number"}


def _of(table: Table, name: str) -> list[int]:
    listed = synonyms.headings("student")[name]
    return [place for place, heading in enumerate(table.headings) if words.heading(heading) in listed]
