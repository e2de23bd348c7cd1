"""Who gave each session, told by initials in its row beside the names of those who treat: KA beside Kirsten Amundsen."""

import re
from collections.abc import Mapping, Sequence

from data.ingest.model import Table
from data.ingest.tables import looks, signed
from data.ingest.values import codes, families, names, words

FEWEST_PEOPLE = 2
_BETWEEN_STAFF = re.compile(r"\s+/\s+|\s*[;|&\n]\s*|\s+and\s+")
_INITIALS = re.compile(r"[A-Za-z]\.? ?(?:[A-Za-z]\.? ?){1,2}")
_OF_INITIALS = frozenset({"init", "initial"})
_OF_OTHERS = families.STUDENTS | {"child", "parent", "teacher", "guardian"}
_ROLE = "Provider Role"
_MOST = 0.5
Texts = Sequence[str | None]


def told(table: Table) -> Table:
    """The log with who gave each session where labels name those who treat (Staff: Rae Quan COTA / Jo Nagy OTR), and a
    column holds their initials: nothing but these, of several; or, headed as one of staff, of one of them and of others,
    who stay told by theirs, and have nothing else of whom the label names."""
    if not looks.meant_for(table.headings, "sessions", "session_date"):
        return table
    for label, heading in enumerate(table.headings):
        texts = table.texts(label)
        people = _named(texts[0]) if len(texts) == 1 and families.THERAPISTS & words.said_by(heading) else {}
        place = _place(table, label, people) if people else None
        if place is not None:
            return _in_full(table, label, place, people)
    return _of_title(table)


def _of_title(table: Table) -> Table:
    """The table with the name of the one whom its titles name with credentials in the place of that person's initials."""
    named = {name for note in table.notes if (name := signed.with_credentials(note))}
    people = _named(named.pop()) if len(named) == 1 else {}
    place = _place(table, None, people) if people else None
    if place is None or looks.written_for(table.without(place).headings, "sessions", "provider_name"):
        return table
    whole = [_whose(text, people) or _of_another(text) for text in table.body.column(place).to_pylist()]
    return table.filled(place, whole).noted(f"{table.headings[place]}: the initials of whom the title names.")


def _named(text: str) -> dict[str, str]:
    """Those whom a label or title names as who treat, by their initials; none where two have the same."""
    parts = [part.strip(" ,") for part in _BETWEEN_STAFF.split(text) if part.strip(" ,")]
    read = [names.read(names.provider(part)) for part in parts]
    are_people = all(one.last and one.first for one in read) and (
        len(parts) == 1 or all(map(signed.is_signature, parts))
    )
    found = {
        _letters(f"{(one.first or '')[:1]}{(one.last or '')[:1]}"): part for one, part in zip(read, parts, strict=True)
    }
    return found if are_people and len(found) == len(parts) else {}


def _place(table: Table, label: int | None, people: Mapping[str, str]) -> int | None:
    """The column of the initials of such people; None where there is none, or several."""
    found = [at for at in range(len(table.headings)) if at != label and _holds(table, at, people)]
    gave = [at for at in found if looks.written_for(table.headings[at : at + 1], "sessions", "provider_name")]
    found = gave if len(found) > 1 else found
    return found[0] if len(found) == 1 else None


def _holds(table: Table, at: int, people: Mapping[str, str]) -> bool:
    texts = table.texts(at)
    known = [text for text in texts if _whose(text, people)]
    if len(people) >= FEWEST_PEOPLE and texts and len(known) == len(texts):
        return True
    initials = [text for text in texts if _INITIALS.fullmatch(text.strip())]
    return bool(known) and len(initials) > _MOST * len(texts) and _is_of_staff(table.headings[at])


def _is_of_staff(heading: str) -> bool:
    """Whether a heading asks who gave a session, or whose initials stand beneath: not a student's or an overseer's."""
    said = words.said_by(heading)
    if said & _OF_OTHERS or signed.is_overseer(heading):
        return False
    is_who = words.heading(heading) == "who"
    return bool(is_who or said & _OF_INITIALS or looks.written_for((heading,), "sessions", "provider_name"))


def _whose(text: str | None, people: Mapping[str, str]) -> str | None:
    letters = _letters(text or "")
    return people.get(letters) or people.get(letters[:1] + letters[-1:])


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).casefold()


def _in_full(table: Table, label: int, place: int, people: Mapping[str, str]) -> Table:
    """The table with names for initials; where nobody signed it was whom the label alone names."""
    usual = table.texts(label)[0] if len(people) == 1 else None
    column = table.body.column(place).to_pylist()
    whole = [_whose(text, people) or _of_another(text) or usual for text in column]
    note = f"{table.headings[place]}: the initials of those whom {table.headings[label]} names."
    table = _without_role(table, whole, usual) if usual else table
    named = table.instead(place, {f"{table.headings[place]} in Full": whole}).without(label)
    return named.called(place - (label < place), "Provider").noted(note)


def _of_another(text: str | None) -> str | None:
    """What tells of somebody whom no label names: initials in capitals, so that they are one person's, or words as written."""
    bare = (text or "").strip()
    return (bare.upper() if _INITIALS.fullmatch(bare) else text) if bare else None


def _without_role(table: Table, whole: Texts, usual: str) -> Table:
    """The table with the role that stands beside a name only where it was that person; whoever stood in gave the same service."""
    for at in (at for at, heading in enumerate(table.headings) if heading == _ROLE):
        roles = table.body.column(at).to_pylist()
        services = [codes.find(role or "", "service") for role in roles]
        table = table.filled(at, [role if who == usual else None for role, who in zip(roles, whole, strict=True)])
        if not looks.meant_for(table.headings, "sessions", "service"):
            table = table.also("Service", services)
    return table
