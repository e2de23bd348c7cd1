"""What tells lists of students from lists of staff, and whose name a bare one is."""

from data.contracts.synonyms import SLOTS
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.likeness import SURE, likeness
from data.ingest.model import Table
from data.ingest.people.resemblance import initials
from data.ingest.people.resemblance import words as names_of
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def is_of_staff(fit: Fit) -> bool:
    """Whether nothing but a bare name tells the student, beside a column that only a list of staff has (FTE)."""
    who = [words_of(fit.headings[place]) for name, place in fit.places.items() if name in OF_A_STUDENT]
    own = [slot for slot in SLOTS["providers"] if slot.name in OF_STAFF]
    if any("fte" in said_by(one) for one in who):
        return True
    return set(who) <= ANYBODY and any(likeness(heading, slot) >= SURE for heading in fit.rest for slot in own)


def is_of_colleagues(fit: Fit, table: Table) -> bool:
    """Whether those who sign in to a training, or who are employed, are told: a bare name beside a role and no other name of
    who treated, nor an id of theirs that isn't each row's own; or initials that are those of the provider in each row."""
    places = {place for name, place in fit.places.items() if name in OF_A_STUDENT}
    bare = bool(places) and {words_of(fit.headings[place]) for place in places} <= ANYBODY
    treats = fit.places.get("provider_name")
    if treats is None:
        if "service" in fit.places and fit.places.keys() & _OF_A_PROMISE:
            return False
        treating = fit.places.get("provider_id")
        return bare and "provider_role" in fit.places and (treating is None or _are_each_ones(table, places, treating))
    return len(places) == 1 and _are_initials(table, places.pop(), treats)


_OF_A_PROMISE = frozenset(("frequency", "sessions_per_cycle", "esy"))
"""What is told of a service that a child is promised, and of nobody's work."""


def _are_each_ones(table: Table, who: set[int], ids: int) -> bool:
    """Whether every one of several rows has a name and an id of its own: a list of staff, where a log tells of more than one
    child whom somebody treated."""
    told = [table.body.column(place).slice(0, ROWS).to_pylist() for place in sorted(who)]
    names, numbers = set(zip(*told, strict=True)), set(table.body.column(ids).slice(0, ROWS).to_pylist())
    return 1 < len(told[0]) == len(names) == len(numbers)


def _are_initials(table: Table, place: int, of: int) -> bool:
    """Whether a column holds the initials, in either order, of the names in another one, in each of the first rows."""
    rows = zip(*(table.body.column(one).slice(0, ROWS).to_pylist() for one in (place, of)), strict=True)
    told = [(sorted(initials(text or "")), sorted(word[0] for word in names_of(name))) for text, name in rows]
    return bool(told) and all(len(text) > 1 and text == own for text, own in told)


OF_STAFF = ("fte", "contract_minutes")
OF_A_STUDENT = ("student_id", "student_name", "student_last_name", "student_first_name", "last_name", "first_name")
ANYBODY = frozenset(("id", "name", "full name", "last name", "first name", "last", "first", "surname", "given name"))


def tells_of_students(headings: tuple[str, ...]) -> bool:
    """Whether a heading that is a student's stands over some column: no list of schools or staff has one."""
    return any(words_of(heading) in _STUDENTS for heading in headings)


def tells_of_staff(fit: Fit) -> bool:
    """Whether headings without a place tell a role, who employs somebody, or how much of the week they work: no school
    does."""
    slots = [slot for slot in SLOTS["providers"] if slot.name in ("contract_minutes", "fte", "employer", "role")]
    return any(likeness(one, slot) >= SURE for one in fit.rest for slot in slots)


_STUDENTS = frozenset(
    ("student", "student name", "student id", "pupil", "pupil name", "students name", "name of student")
)
ROWS = 3000
"""The first rows of a table, by which it is judged."""


def is_anybodys(fit: Fit) -> bool:
    """Whether the only heading with a place says no more than name, beside several that have none."""
    taken = [words_of(fit.headings[place]) for place in fit.places.values()]
    return taken in (["name"], ["full name"]) and sum(bool(heading.strip()) for heading in fit.rest) > 1
