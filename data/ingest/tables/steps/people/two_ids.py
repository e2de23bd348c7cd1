"""A child's id in two forms in a column of ids (104422 and 9081234567, both beside Abel, Una): that which more children have."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.values import dates, words

_WHOLE, _PARTS, _BORN = "student_name", ("student_last_name", "student_first_name"), "student_birth_date"
_OF_A_CHILD = (("students", "school"), ("students", "grade"))
"""What namesakes have each of their own."""
_ONCE = (("sessions", "session_date"), ("measurements", "measured_on"), ("service_lines", "service"))
"""What a child has once: a session on a day, a measurement, or where no days are told a line of a service."""
_FORMS = 2
_FEWEST = 2
"""So many children must have both forms, and half of those who have the rarer one: others are namesakes, whose ids were given
in other years. One child's two forms must be made otherwise, and nobody else have the rarer one; where nothing but the name
says that they are one's, it is asked (decision 0430)."""
_SHORTEST = 4
"""Digits of an id by which two forms of numbers are told apart: 9 and 10 are one."""


@dataclass(frozen=True)
class Forms:
    """Ids of two forms in a column: of each other id the usual one that stands beside the same name, and whether it is the
    same child's for certain."""

    place: int
    meant: dict[str, str]
    is_certain: bool


def told(table: Table) -> Table:
    """The table with one form of id for each child whose name stands beside one of each, where these are certainly one's; as
    it is where the ids have more forms than two. A name with two ids of one form is that of namesakes."""
    found = of_names(table)
    if found is None or not found.is_certain:
        return table
    texts = [text.strip() if text else "" for text in table.body.column(found.place).to_pylist()]
    note = f"{table.headings[found.place]} has two forms of id for one name; a child is told by the one that more have."
    return table.filled(found.place, [found.meant.get(text, text or None) for text in texts]).noted(note)


def of_names(table: Table) -> Forms | None:
    """The ids of two forms that stand beside one name each; None where nothing speaks for one child, or something for two."""
    who = _who(table)
    places = [at for at, one in enumerate(table.headings) if at not in who and _is_of_ids(one)]
    place = places[0] if len(places) == 1 and who else None
    if place is None or len(forms := {_form(text) for text in table.texts(place)}) != _FORMS:
        return None
    if all(form.strip("9") == "" for form in forms) and min(map(len, forms)) < _SHORTEST:
        return None
    ids = [text.strip() if text else "" for text in table.body.column(place).to_pylist()]
    named = list(zip(*(table.body.column(at).to_pylist() for at in who), strict=True))
    of_each = _by_child(ids, named)
    both = [own for own in of_each.values() if own.keys() == forms and all(len(one) == 1 for one in own.values())]
    held = Counter(form for own in of_each.values() for form in own)
    rows = Counter(_form(one) for one in ids if one)
    usual = max(held, key=lambda form: (held[form], rows[form]))
    if 2 * len(both) < min(held.values()) or not (len(both) >= _FEWEST or _may_be_one(table, place, ids, both, held)):
        return None
    meant = {other: next(iter(own[usual])) for own in both for form in own if form != usual for other in own[form]}
    is_certain = len(both) >= _FEWEST or _is_born_alike(table) or _take_turns(table, place, ids, *meant.items())
    return Forms(place, meant, is_certain)


def _is_born_alike(table: Table) -> bool:
    """Whether days of birth, by which names are told apart, stand beside both ids."""
    return bool(_of(table, _BORN))


def _take_turns(table: Table, place: int, ids: Sequence[str], both: tuple[str, str]) -> bool:
    """Whether two ids have the same service in turns: a day of one lies between two of the other, as it would hardly for
    namesakes with days of their own. What is told beside each is the same: service, and who gave it."""
    dated = [at for slot in _ONCE[:2] for at in looks.meant_for(table.headings, *slot)]
    alike = [at for slot in _ALIKE for at in looks.meant_for(table.headings, *slot)]
    if not dated or any(_beside(table, at, ids, both[0]) != _beside(table, at, ids, both[1]) for at in alike):
        return False
    days = [dates.read(text or "").value for text in table.body.column(dated[0]).to_pylist()]
    told = sorted((day, one) for one, day in zip(ids, days, strict=True) if one in both and day)
    return len(list(groupby(one for _, one in told))) > len(both)


_ALIKE = (("sessions", "service"), ("sessions", "provider_name"), ("sessions", "provider_id"))


def _may_be_one(
    table: Table, place: int, ids: Sequence[str], both: Sequence[dict[str, set[str]]], held: Counter[str]
) -> bool:
    """Whether the only name with both forms may be one child: nobody else has the rarer form, which isn't the other with a
    digit more or less, and nothing else in the rows of both ids tells two children."""
    if len(both) != 1 or min(held.values()) > 1 or not _are_made_otherwise(*held):
        return False
    one, other = (next(iter(found)) for found in both[0].values())
    fixed, once = ([looks.meant_for(table.headings, *slot) for slot in slots] for slots in (_OF_A_CHILD, _ONCE))
    for at in (at for places in fixed for at in places):
        of_one, of_other = _beside(table, at, ids, one), _beside(table, at, ids, other)
        if of_one != of_other and len(of_one) == len(of_other) == 1:
            return False
    told_once = next((places for places in once if places), [])
    return not any(_beside(table, at, ids, one) & _beside(table, at, ids, other) for at in told_once)


def _are_made_otherwise(one: str, other: str) -> bool:
    """Whether two forms differ by more than a digit: numbers that were counted on to one more are of one kind."""
    return abs(len(one) - len(other)) > 1 or one.strip("9") != other.strip("9")


def _beside(table: Table, place: int, ids: Sequence[str], wanted: str) -> set[str]:
    """What a column says in the rows of an id."""
    return {
        text.strip()
        for text, own in zip(table.body.column(place).to_pylist(), ids, strict=True)
        if text and own == wanted
    }


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
