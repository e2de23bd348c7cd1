"""Titles between records that tell a student with more beside the name: Lin, Ada | ID: 204118 | Occupational Therapy."""

import re
from collections.abc import Sequence
from functools import cache

from data.contracts import synonyms
from data.ingest.tables import looks, signed, years
from data.ingest.tables.labels import PAIR, Pairs
from data.ingest.tables.steps.people import ids
from data.ingest.values import codes, dates, frequencies, names, words

_APART = re.compile(r"\s*[|•·;\t]\s*|\s{3,}|\s+[-–—/]\s+")
_NUMBER = re.compile(
    r"^(?:(?:[A-Za-z]+ ){0,2}(?:ID|Id|id|No|no|Number|number|#)[\W_]*)?((?=[A-Z-]*\d{4})[A-Z0-9-]{4,15})$"
)
_WITH_NUMBER = re.compile(r"^([A-Za-z][A-Za-z ]{1,20}?)\s*[\s#]\s*((?=[A-Z-]*\d{4})[A-Z0-9-]{4,15})$")
"""The name of an id and the id behind it, without a sign between them: GTID 5153390127."""
_GRADE = re.compile(r"^(?:Grade|Gr\.?)\s*#?\s*(PK|Pre-?K|KG?|\d{1,2})$", re.IGNORECASE)
_PERSON = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*,\s*[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*$")
_LABELS = (("Student", "student", "student_name"), ("Student ID", "student", "student_id"),
           ("Provider", "provider", "provider_name"), ("School", "shared", "school"),
           ("Service", "shared", "service"), ("Grade", "student", "student_grade"))  # fmt: skip
_FEWEST = 2
"""What each band tells anew: under one that can't be read nobody stands."""


def read(text: str) -> Pairs | None:
    """What a band tells of the records below it; None where the text isn't one: a name with its id or grade, or with a
    label that says student, and at least one thing more."""
    text, plan = _without_plan(text.strip())
    parts = [part for part in _APART.split(text) if part]
    pairs: Pairs = {}
    known = len(plan)
    for place, part in enumerate(parts):
        found = _told(part, is_first=place == 0 or not pairs)
        known += bool(found)
        for label, value in found.items():
            pairs.setdefault(label, value)
    is_graded = "Grade" in pairs and _PERSON.match(parts[0]) is not None
    is_whole = "Student" in pairs and ("Student ID" in pairs or _is_labelled(parts) or is_graded)
    return pairs | plan if is_whole and known >= _FEWEST and len(parts) <= _MOST else None


def of_cells(cells: Sequence[str | None]) -> Pairs | None:
    """What a row tells whose cells are together such a band of a student (Student: Lin, Ada | Gr 6); None where they are
    none, or hold what a record does (Student: Lin, Ada | 10/6/2025 | OT | 30)."""
    told = _LABEL_ALONE.sub(": ", " | ".join(cell for cell in cells if cell))
    pairs = read(told) if " | " in told else None
    parts = told.split(" | ")
    if not pairs or any(is_of_a_record(part) for part in parts if part not in pairs.values()):
        return None
    return pairs if _is_labelled(parts[:1]) or "Grade" in pairs else None


def is_of_a_record(cell: str) -> bool:
    """Whether a cell beside a label is a value as records have: a day, a time, a number, or an amount (30 min/wk)."""
    return looks.is_value(cell) or frequencies.read(cell).amount_minutes is not None


_LABEL_ALONE = re.compile(r":\s*\|\s*")
"""Between a label and its value in the next cell."""
PLAN = ("IEP Start", "IEP End")
"""What a band tells of its student's plan: the lines beneath run with it, where no column has days of their own."""
_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}"
_OF_PLAN = re.compile(
    rf"[(\[]?\b(?i:iep|plan)\b(?i: (?:dates?|period|range|year|term|duration))?\s*:?\s*({_DAY})\s*(?:-|–|—|to|thru|through)"
    rf"\s*({_DAY})[)\]]?"
)


def _without_plan(text: str) -> tuple[str, Pairs]:
    """A band without the first and last day of the plan (IEP: 10/14/2025 - 10/13/2026), and these."""
    match = _OF_PLAN.search(text)
    if match is None or not all(map(dates.looks_like, match.groups())):
        return text, {}
    return f"{text[: match.start()]} | {text[match.end() :]}".strip(" |-–—,;"), dict(
        zip(PLAN, match.groups(), strict=True)
    )


def _side_of_plan(label: str) -> str | None:
    """Which end of the plan a label tells: IEP Start, Plan expires."""
    bare = words.heading(label)
    if not {"iep", "plan"} & set(bare.split()):
        return None
    listed = synonyms.headings("service_lines")
    return next(
        (side for side, name in zip(PLAN, ("start_date", "end_date"), strict=True) if bare in listed[name]), None
    )


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
    if match and (side := _side_of_plan(match[1])) and dates.looks_like(match[2].strip()):
        return {side: match[2].strip()}
    if is_first and (_PERSON.match(part) or ids.split(part)):
        return _with_id("Student", part)
    if (named := _WITH_NUMBER.match(part)) and is_student_id(named[1]):
        return {"Student ID": named[2]}
    if (number := _NUMBER.match(part)) and years.school_year(number[1]) is None:
        return {"Student ID": number[1]}
    if not is_first and (grade := _GRADE.match(part)):
        return {"Grade": grade[1]}
    if is_first and names.looks_whole(part) and part[:1].isupper() and not _is_no_name(part):
        return {"Student": part}
    service = codes.find(part, "service")
    return {"Service": part} if service else {}


def _is_no_name(part: str) -> bool:
    """Whether a part that has the form of a name is a service's, or that of a paper: IEP Progress Report."""
    return codes.find(part, "service") is not None or signed.is_mostly_other(part)


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
