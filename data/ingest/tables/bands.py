"""Titles between records that tell a student with more beside the name: Lin, Ada | ID: 204118 | Occupational Therapy."""

import re
from collections.abc import Sequence
from functools import cache

from data.contracts import synonyms
from data.ingest.tables import ids
from data.ingest.tables.labels import PAIR, Pairs
from data.ingest.values import codes, names, words

_APART = re.compile(r"\s*[|•·;\t]\s*|\s{3,}|\s+[-–—/]\s+")
_NUMBER = re.compile(
    r"^(?:(?:[A-Za-z]+ ){0,2}(?:ID|Id|id|No|no|Number|number|#)[\W_]*)?((?=[A-Z-]*\d{4})[A-Z0-9-]{4,15})$"
)
_WITH_NUMBER = re.compile(r"^([A-Za-z][A-Za-z ]{1,20}?)\s*[\s#]\s*((?=[A-Z-]*\d{4})[A-Z0-9-]{4,15})$")
"""The name of an id and the id behind it, without a sign between them: GTID 5153390127."""
_PERSON = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*,\s*[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*$")
_LABELS = (("Student", "student", "student_name"), ("Student ID", "student", "student_id"),
           ("Provider", "provider", "provider_name"), ("School", "shared", "school"),
           ("Service", "shared", "service"), ("Grade", "student", "student_grade"))  # fmt: skip
_FEWEST = 2
OF_BANDS = ("Student", "Student ID")
"""What each band tells anew: under one that can't be read nobody stands."""


def read(text: str) -> Pairs | None:
    """What a band tells of the records below it; None where the text isn't one: a name with its id, or with a label that
    says student, and at least one thing more."""
    parts = [part for part in _APART.split(text.strip()) if part]
    pairs: Pairs = {}
    known = 0
    for place, part in enumerate(parts):
        found = _told(part, is_first=place == 0 or not pairs)
        known += bool(found)
        for label, value in found.items():
            pairs.setdefault(label, value)
    is_whole = "Student" in pairs and ("Student ID" in pairs or _is_labelled(parts))
    return pairs if is_whole and known >= _FEWEST and len(parts) <= _MOST else None


_MOST = 9
_OF_STUDENTS = re.compile(r"\b(?:iep|504|grade|gr|dob|student|pupil|ssid|sis)\b", re.IGNORECASE)


def is_of_a_student(text: str) -> bool:
    """Whether a band itself says that it is of a student, by a word or the name of an id that only students have: with a
    name and an id alone it may be of a therapist."""
    named = (match for part in _APART.split(text) if (match := PAIR.match(part) or _WITH_NUMBER.match(part)))
    return _OF_STUDENTS.search(text) is not None or any(is_student_id(match[1]) for match in named)


_ANYBODYS = frozenset(("id", "number", "no", "identifier", "id number", "name key", "uid", "unique id", "key"))


def is_student_id(label: str) -> bool:
    """Whether a label is of ids of students, and of nobody else's (WVEIS #)."""
    bare = " ".join(words.heading(label).split())
    plain = re.sub(r" ?(?:#|id|no|number)$", "", bare)
    return bool({bare, plain} & (_labels()["Student ID"] - _ANYBODYS)) and bare not in _ANYBODYS


def _is_labelled(parts: Sequence[str]) -> bool:
    return any((match := PAIR.match(part)) and _of_label(match[1]) == "Student" for part in parts)


def _told(part: str, *, is_first: bool) -> Pairs:
    if (match := PAIR.match(part)) and (label := _of_label(match[1])):
        return _with_id(label, match[2].strip())
    if is_first and (_PERSON.match(part) or ids.split(part)):
        return _with_id("Student", part)
    if (named := _WITH_NUMBER.match(part)) and is_student_id(named[1]):
        return {"Student ID": named[2]}
    if number := _NUMBER.match(part):
        return {"Student ID": number[1]}
    if is_first and names.looks_whole(part) and part[:1].isupper() and not codes.find(part, "service"):
        return {"Student": part}
    service = codes.find(part, "service")
    return {"Service": part} if service else {}


def _with_id(label: str, value: str) -> Pairs:
    """A name with its id behind it as both."""
    both = ids.split(value) if label == "Student" else None
    return {"Student": both[0], "Student ID": both[1]} if both else {label: value}


def _of_label(label: str) -> str | None:
    bare = words.heading(label)
    told = next((name for name, said in _labels().items() if bare in said or words.spelt_out(bare) in said), None)
    return told or ("Student ID" if is_student_id(label) else None)


@cache
def _labels() -> dict[str, frozenset[str]]:
    """What each label is written as, also as its words are spelt out (Svc)."""
    listed = {name: synonyms.headings(topic)[field] for name, topic, field in _LABELS}
    return {name: frozenset((*told, *map(words.spelt_out, told))) for name, told in listed.items()}
