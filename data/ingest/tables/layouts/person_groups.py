"""The same columns under each of several names (Lin, Ada over Date, Min; Dole, Bo over Date, Min)."""

from dataclasses import dataclass
from itertools import groupby

import pyarrow as pa

from data.ingest.tables import looks, signed
from data.ingest.tables.layouts import sideways
from data.ingest.tables.long import Long
from data.ingest.tables.titles import PERSON

_LONGEST_NAME = 5
_NOTE = "What stands under each name was put below each other."


@dataclass(frozen=True)
class _Of:
    """Whose a column is, and what it is of."""

    person: str | None
    rest: str


def by_person(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """A record for each filled group of columns that stands under a name, one of them of days, with the name as a column:
    a student's, or where a column beneath is of students, that of who treats. None where the columns aren't all so."""
    parts = [_parted(heading) for heading in headings]
    runs = [(person, [one.rest for one in run]) for person, run in groupby(parts, lambda one: one.person)]
    rests = runs[0][1] if runs else []
    people = [person for person, _ in runs if person]
    alike = all(own == rests for _, own in runs) and len(set(rests)) == len(rests) > 1
    is_dated = len(looks.written_for(rests, "sessions", "session_date")) == 1
    if len(people) < len(runs) or not people or not alike or not is_dated:
        return None
    told, body, source, which = sideways.stacked(
        tuple(one.rest for one in parts), columns, (0, len(rests), len(people))
    )
    named = pa.array(people, pa.string()).take(pa.array(which))
    who = "Provider" if any(map(_is_of_students, rests)) else "Student Name"
    return Long((*told, who), [*body, named], source, note=_NOTE)


def _parted(heading: str) -> _Of:
    words = heading.split()
    for end in range(min(len(words) - 1, _LONGEST_NAME), 1, -1):
        person = " ".join(words[:end])
        if PERSON.match(person) and signed.is_person(person) and looks.known(" ".join(words[end:])):
            return _Of(person, " ".join(words[end:]))
    return _Of(None, heading)


def _is_of_students(heading: str) -> bool:
    return heading.lower() in looks.of_students()
