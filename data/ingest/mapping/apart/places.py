"""What looks like a list of schools and is none: people, appointments, days, sessions."""

from data.contracts.synonyms import SLOTS
from data.ingest.mapping.apart.people import OF_A_STUDENT, is_anybodys, tells_of_staff, tells_of_students
from data.ingest.mapping.apart.sessions import tells_sessions
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.likeness import SURE, likeness
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by, spelt_out


def is_of_appointments(fit: Fit) -> bool:
    """Whether headings without a place tell dates, and from when to when: rows of a calendar at a place, no schools."""
    told = [said_by(heading) for heading in fit.rest]
    clocks = {word for said in told if "time" in said for word in said & {"start", "end", "begin"}}
    return len(clocks) > 1 and any("date" in said for said in told)


def is_of_schools(fit: Fit) -> bool:
    """Whether an id that no heading calls a student's stands, without a name, beside a school and its own id."""
    who = [words_of(fit.headings[place]) for name, place in fit.places.items() if name in OF_A_STUDENT]
    nameless = fit.places.keys().isdisjoint(OF_A_STUDENT[1:])
    of_students = any("student" in spelt_out(words).split() for words in who)
    own = {slot.name: slot for slot in SLOTS["schools"] if slot.name in ("school", "school_name")}
    told = [{one for one in fit.headings if likeness(one, slot) >= SURE} for slot in own.values()]
    return nameless and not of_students and all(told) and len(set().union(*told)) > 1


def are_no_schools(fit: Fit, table: Table, _samples: list[tuple[str, ...]]) -> bool:
    """Whether rows are people, appointments, weeks or sessions, or somebody's bare names."""
    only_named = fit.places.keys() <= {"school_name"}
    return (
        tells_of_students(table.headings)
        or tells_of_staff(fit)
        or is_of_appointments(fit)
        or sum(looks.is_weekday(heading) for heading in table.headings) >= _WEEK
        or tells_sessions(fit)
        or (only_named and (is_anybodys(fit) or _tells_services(table)))
    )


def _tells_services(table: Table) -> bool:
    """Whether a column beside bare names tells a service of each row (OT; ST 2 SES): those are children, or staff."""
    named = looks.meant_for(table.headings, "service_lines", "service")
    return any(table.all_are(at, lambda text: codes.find(text, "service")) for at in named)


_WEEK = 4
"""Columns of weekdays from which a sheet is of a week, and no list."""
