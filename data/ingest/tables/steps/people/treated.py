"""Who treated beside who is assigned or bills (Rendering Provider ID, Assigned Provider ID): names and ids of who did."""

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest import texts
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import families, words

_TREATED = frozenset(
    {"rendering", "rendered", "treating", "performing", "performed", "servicing", "deliver", "actual", "see"}
)
_ASSIGNED = frozenset({"assigned", "scheduled", "usual", "regular", "primary", "record", "responsible", "of"})
_BILLS = frozenset({"billing"})
_NO_PART = families.STAFF - {"teacher"} | {"name", "full", "service"}
_OF_WHOM = families.IDS | {"last", "first", "npi"}
"""What a column tells of a person besides the whole name."""

Said = list[frozenset[str]]


def told(table: Table) -> Table:
    """A log with only those who treated: what is told of who was assigned stands in their place in rows that tell of nobody
    who did, and who bills treats nobody; as it is where no column is of who treated."""
    said = [words.said_by(heading) for heading in table.headings]
    theirs = _columns(said, _TREATED)
    assigned = _columns(said, _ASSIGNED) | _columns(said, frozenset())
    others = {at: part for at, part in (assigned | _columns(said, _BILLS)).items() if at not in theirs}
    is_log = bool(looks.meant_for(table.headings, "sessions", "session_date"))
    if not is_log or len(set(theirs.values())) < len(theirs) or not set(theirs.values()) & set(others.values()):
        return table
    nobody = _are_blank(table, list(theirs))
    for at, part in theirs.items():
        usual = [place for place in others if place in assigned and others[place] == part]
        if usual:
            own = texts.whole(table.body.column(at))
            table = table.filled(at, pc.if_else(nobody, _agreed(table, usual), own))
    names = [table.headings[at] for at in theirs]
    return table.without(*others).noted(f"{', '.join(names)}: who treated, not who was assigned or bills.")


def _columns(said: Said, signs: frozenset[str]) -> dict[int, frozenset[str]]:
    """Each column of staff whose heading has one of the signs, or none besides, with the part of a person that it tells."""
    found = {}
    for at, one in enumerate(said):
        part = one - _NO_PART - signs
        if one & families.STAFF and (one & signs or not signs) and part <= _OF_WHOM:
            found[at] = part
    return found


def _agreed(table: Table, places: list[int]) -> pa.Array:
    """What some columns tell of each row; none where they tell of several."""
    first, *others = (texts.whole(table.body.column(at)) for at in places)
    for one in others:
        first = pc.if_else(pc.fill_null(pc.equal(first, one), False), first, None)
    return first


def _are_blank(table: Table, places: list[int]) -> pa.Array:
    """Of each row, whether none of the columns says anything."""
    blank = [pc.equal(pc.utf8_trim_whitespace(pc.fill_null(table.body.column(at), "")), "") for at in places]
    return texts.whole(_all(blank))


def _all(answers: list[pa.ChunkedArray]) -> pa.ChunkedArray:
    every = answers[0]
    for one in answers[1:]:
        every = pc.and_(every, one)
    return every
