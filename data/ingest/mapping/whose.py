"""Columns of people under headings that nobody knows: by their values they are people on file, else it is asked."""

import re
from collections.abc import Callable

from data.contracts import synonyms
from data.contracts.synonyms import SLOTS
from data.ingest.mapping import choose, meaning, sampled
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.contents import staff
from data.ingest.mapping.likeness import SOMEBODY_ELSE
from data.ingest.mapping.persons import are_ids, are_people, is_person
from data.ingest.model import NOT_USED, Question
from data.ingest.tables import keyed_initials, looks
from data.ingest.tables import signed as signatures
from data.ingest.tables.labels import MAYBE_PROVIDERS
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.values import codes, dates, families, names, statuses, whom
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain, said_by

Whose = Callable[[tuple[str, ...]], str | None]
"""Distinct texts of a column -> the field of which they are by the people on file, or None."""
_NAMED_BY = {
    "student": ("student_id", "student_name", "student_last_name"),
    "provider": ("provider_id", "provider_name", "provider_last_name"),
}  # fmt: skip
_OF_STUDENTS = ("sessions", "service_lines", "goals", "measurements")
_TREATED = ("sessions", "service_lines")


def on_file(
    fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]], whose: Whose, forced: dict[int, str | None]
) -> dict[int, str | None]:
    """Columns without a place that hold the students, or the providers, whom the ledger knows: place -> field.

    Only where nothing else tells the student or provider, and one column alone does.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for place in _free(fit, headings, samples) if _lacking(fit) else ():
        field = whose(samples[place]) if place not in forced else None
        if field in {slot.name for slot in SLOTS[fit.dataset]}:
            found.setdefault(str(field).partition("_")[0], []).append((place, str(field)))
    return {
        places[0][0]: places[0][1] for person, places in found.items() if person in _lacking(fit) and len(places) == 1
    }


def seen(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> dict[int, str | None]:
    """The column of a log that says no more than who, over names of persons without credentials, where no other column
    is of students: those are the students."""
    if any(words_of(heading) in looks.of_students() for heading in headings):
        return {}
    found = [
        at for at, heading in enumerate(headings) if words_of(heading) in names_in_cell.WHOM and _are_seen(samples[at])
    ]
    return {found[0]: "student_name"} if len(found) == 1 else {}


def gave(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> dict[int, str | None]:
    """The column of a log that asks who gave each session, over names, where no other column is of those who treat."""
    if any(words_of(heading) in synonyms.headings("provider")["provider_name"] for heading in headings):
        return {}
    found = [at for at, heading in enumerate(headings) if whom.names_who_gave(heading) and are_people(samples[at])]
    return {found[0]: "provider_name"} if len(found) == 1 else {}


def taught(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> dict[int, str | None]:
    """The teacher, or instructor, of a log that itself says of sessions that the teacher called them off, or was away
    (teacher out), or whose credentials are those of a profession that treats (TVI): who gives them, where no other column
    names who does."""
    if any(words_of(heading) in synonyms.headings("provider")["provider_name"] for heading in headings):
        return {}
    found = [at for at, heading in enumerate(headings) if words_of(heading) in _TEACHERS and samples[at]]
    if len(found) == 1 and all(map(signatures.is_signature, samples[found[0]])):
        return {found[0]: "provider_name"}
    others = ((heading, text) for at, heading in enumerate(headings) if at not in found for text in samples[at])
    told = len(found) == 1 and any(_tells_of(words_of(headings[found[0]]), heading, text) for heading, text in others)
    return {found[0]: "provider_name"} if told else {}


def _tells_of(who: str, heading: str, text: str) -> bool:
    """Whether a text under a heading says that a teacher was away, or called a session off."""
    bare = plain(text)
    if bare == who:
        return whom.of_whom(heading, text) is not None
    return who in bare.split() and statuses.read(text).reason == "provider_absent"


_TEACHER, _TEACHERS = "teacher", ("teacher", "instructor")


def instructed(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> dict[int, str | None]:
    """The special education teacher of lines of which all are specialized instruction: who gives them. Any other teacher may
    be that of the class."""
    found = [at for at, heading in enumerate(headings) if {_TEACHER} < said_by(heading) <= _SPECIAL and samples[at]]
    told = [texts for heading, texts in zip(headings, samples, strict=True) if not families.PLACES & said_by(heading)]
    if len(found) != 1 or not any(
        texts and {codes.find(text, "service") for text in texts} == {"SDI"} for texts in told
    ):
        return {}
    return {found[0]: "provider_name"}


_SPECIAL = frozenset((_TEACHER, "name", "sped", "resource", "room", "rsp", "sai", "sdi", "intervention"))


def _are_seen(texts: tuple[str, ...]) -> bool:
    return bool(texts) and all(is_person(text) and not names.credentials(text) for text in texts)


def of_roles(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> dict[int, str | None]:
    """The columns of people that are headed by a role each (OT, PT), where there are several: whose a row is, a person
    must say."""
    found = [
        at for at, heading in enumerate(headings)
        if staff.is_role(heading) and samples[at] and all(map(is_person, samples[at]))
    ]  # fmt: skip
    return dict.fromkeys(found) if len(found) > 1 else {}


def signed(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> dict[int, str | None]:
    """The column of initials beside one of students' names, or beside ids of twice as many students: they are of whoever
    signed, and no child's. Signatures that are no names (signed, a tick) are nobody's either."""
    named = [said_by(heading) for heading in headings]
    students = any("student" in said and are_people(samples[at]) for at, said in enumerate(named))
    ids = max((len(samples[at]) for at, said in enumerate(named) if {"student", "id"} <= said), default=0)
    found = [at for at, said in enumerate(named) if said <= _SIGNED and "initial" in said]
    initials = [at for at in found if students or 0 < 2 * len(samples[at]) <= ids]
    nameless = [at for at, said in enumerate(named) if _is_signature(said) and not _are_names(samples[at])]
    return dict.fromkeys([*initials, *nameless])


def _is_signature(said: frozenset[str]) -> bool:
    return "signature" in said and said <= _SIGNED


def _are_names(texts: tuple[str, ...]) -> bool:
    bare = [names.provider(text) or "" for text in texts]
    return all(is_person(text) or names.is_initialled(text) for text in bare)


_SIGNED = families.STAFF | {"initial", "sign", "signature", "signed"}


def questions(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> list[Question]:
    """What columns that were left out may be by their values: names of people, where nothing says who gave the service;
    ids or names where nothing says whose the rows are, and ids beside names of which there are as many."""
    lacking, found = _lacking(fit), []
    for place in _free(fit, headings, samples):
        of_ids = _of_their_ids(fit, samples, place)
        if are_people(samples[place]) and (lacking or of_ids):
            found.append(_person(headings[place], sorted({*of_ids, *lacking}, reverse=True)))
        elif "provider" in lacking and keyed_initials.is_of_initials(headings[place]) and _are_initials(samples[place]):
            found.append(_signed(headings[place]))
        elif are_ids(samples[place]) and ("student" in lacking or _as_many(fit, samples, place)):
            found.append(_id(headings[place], "student"))
        elif are_ids(samples[place]) and (person := _each_has_one(fit, samples, place)):
            found.append(_id(headings[place], person))
    return found


_INITIALS = re.compile(r"(?:[A-Za-z]\.? ?){2,3}")


def _are_initials(texts: tuple[str, ...]) -> bool:
    return bool(texts) and all(map(_INITIALS.fullmatch, texts))


def _as_many(fit: Fit, samples: list[tuple[str, ...]], place: int) -> bool:
    """Whether a column has as many ids as there are students, of whom nothing but names is told."""
    taken = {name: at for at, (name, _) in enumerate(fit.taken) if name}
    named = next((taken[name] for name in ("student_name", "student_last_name") if name in taken), None)
    if fit.dataset not in _OF_STUDENTS or "student_id" in taken or named is None:
        return False
    return 1 < len(samples[place]) == len(samples[named]) < sampled.SAMPLE


def _of_their_ids(fit: Fit, samples: list[tuple[str, ...]], place: int) -> list[str]:
    """Of whom a column has as many names as there are ids, where no column names them: students, who treats."""
    taken = {name: at for at, (name, _) in enumerate(fit.taken) if name}
    counted = len(samples[place])
    return [
        person for person, (name, others) in _NAMES_OF.items()
        if fit.dataset in _OF_STUDENTS and name in taken and taken.keys().isdisjoint(others)
        and 1 < counted == len(samples[taken[name]]) < sampled.SAMPLE
    ]  # fmt: skip


_NAMES_OF = {
    "student": ("student_id", ("student_name", "student_last_name")),
    "provider": ("provider_id", ("provider_name", "provider_last_name")),
}


_LISTED = {
    "students": ("student", ("student_id", "other_ids"), ("student_name", "last_name")),
    "providers": ("provider", ("provider_id",), ("provider_name", "provider_last_name")),
}
"""Lists of people: of whom, the places of their ids, those of their names."""


def _each_has_one(fit: Fit, samples: list[tuple[str, ...]], place: int) -> str | None:
    """Of whom a list is, where nothing but names tells them apart and a column holds as many ids or more."""
    person, ids, named = _LISTED.get(fit.dataset, ("", (), ()))
    taken = {name: at for at, (name, _) in enumerate(fit.taken) if name}
    names = next((samples[taken[name]] for name in named if name in taken), ())
    return person if taken.keys().isdisjoint(ids) and 1 < len(names) <= len(samples[place]) else None


def _lacking(fit: Fit) -> list[str]:
    filled = {name for name, _ in fit.taken if name}
    wanted = {"student": _OF_STUDENTS, "provider": _TREATED}
    return [
        person for person, datasets in wanted.items() if fit.dataset in datasets and not filled & set(_NAMED_BY[person])
    ]


def _free(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> list[int]:
    """The columns without a place whose headings don't say that they are of somebody else."""
    return [
        place for place, (name, _) in enumerate(fit.taken)
        if name is None and samples[place] and headings[place].strip() and not choose.is_forbidden(headings[place])
        and words_of(headings[place]) not in MAYBE_PROVIDERS and not _is_of_others(headings[place])
    ]  # fmt: skip


def _is_of_others(heading: str) -> bool:
    """Whether a heading says that what stands beneath is somebody else's, a procedure's or of a month (Aug)."""
    of_time = dates.month_number(heading.strip(" .")) or said_by(heading) & _OF_TIME
    return bool(of_time or said_by(heading) & (meaning.strangers() | SOMEBODY_ELSE))


_OF_TIME = frozenset({"month", "week", "quarter", "semester", "year", "procedure"})


def _person(heading: str, persons: list[str]) -> Question:
    is_whose = "the student" if persons == ["student"] else "the person who gives the service"
    is_whose = "the student, or the person who gives the service" if len(persons) > 1 else is_whose
    choices = tuple(f"{person}_name" for person in persons)
    return Question(
        "column",
        heading,
        0,
        f"{heading!r} was left out, though it has names; is it {is_whose}?",
        (*choices, NOT_USED),
    )


def _signed(heading: str) -> Question:
    text = f"{heading!r} was left out; are the initials those of the person who gives the service?"
    return Question("column", heading, 0, text, ("provider_name", NOT_USED))


def _id(heading: str, person: str) -> Question:
    text = f"{heading!r} was left out; is it the {person}'s id?"
    return Question("column", heading, 0, text, (f"{person}_id", NOT_USED))
