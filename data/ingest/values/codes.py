"""Canonical codes out of words: services, kinds, settings, groupings, roles and the shorter lists.

A phrase is looked up whole; else whole words decide (never parts of words), and only where they all point one way.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from data.contracts.words import phrases
from data.ingest.values import names, rated, vocabulary
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import NOTHING, Read
from data.ingest.values.words import plain

HOW = ("kind", "setting", "grouping")
"""Topics of how a service is given."""
TOPICS = ("service", *HOW)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CODE_BEFORE = re.compile(r"^\s*\d{2,4}(?:\s*[-–:]\s*|\s+)(?=[A-Za-z(])")
_STEP_BEFORE = re.compile(r"^\s*(?:[0-9]|[A-Z]{1,3})\s*(?:[-–—:=.)]\s*|\()(?=[A-Za-z]{2})")
"""The step of a key that stands before what it means: ``2 - Limited Progress``, ``PS = Progressing Satisfactorily``."""
_IN_BRACKETS = re.compile(r"(?<=\w)\s*\([^)]*\)?\s*$")
_SIZE = re.compile(
    r"(?:group|\bgrp|^\s*[gi](?=\s*\())\s*(?:of|size|/)?\s*\(?(\d{1,2})\b|^\s*1\s*:\s*(\d{1,2})\s*$|^\s*(\d{1,2})\s*:\s*1(?:\s*:\s*\d)?\s*$",
    re.IGNORECASE,
)
_RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "service": vocabulary.SERVICE,
    "kind": vocabulary.KIND,
    "setting": vocabulary.SETTING,
    "grouping": vocabulary.GROUPING,
    "role": vocabulary.ROLE,
    "progress_code": vocabulary.PROGRESS,
    "decision": vocabulary.DECISION,
}


@lru_cache(maxsize=50_000)
def find(text: str, topic: str) -> str | None:
    """The code of a topic (service, kind, setting, grouping, role, plan_type, ...) that a text names, else None.

    ``450 - Occupational Therapy`` is OT; words of two services are none.
    """
    known = phrases(topic)
    if topic == "progress_code":
        text = rated.bare(_STEP_BEFORE.sub("", _without_aside(text)) or text)
    without_code = plain(_CODE_BEFORE.sub("", text))
    for bare in dict.fromkeys((plain(text), without_code, plain(_CAMEL.sub(" ", text)))):
        if bare in known:
            return known[bare]
    if topic == "progress_code" and not _is_short(without_code):
        return None
    if topic == "progress_code" and (both := _of_both(text)):
        return both
    if topic == "role" and vocabulary.NO_ROLE & set(without_code.split()):
        return None
    if topic == "setting" and (_names_two(text) or _IN_PART.search(text)):
        return None
    if topic in HOW and (full := _in_full(without_code)) != without_code:
        said = known.get(full) or _by_words(full, _RULES[topic])
    else:
        said = _by_words(without_code, _RULES.get(topic, ()))
    more = {"role": _of_all, "setting": _beside_school, "grouping": _by_size}.get(topic)
    return said or (more(text) if more else None)


def _of_both(text: str) -> str | None:
    """The progress that two wordings both tell, with a stroke between them or one in brackets behind the other: Achieved /
    goal mastered; Achieved (goal mastered)."""
    aside = _TWO_WORDINGS.match(text)
    parts = list(aside.groups()) if aside else text.split("/")
    is_words = len(parts) > 1 and all(len(part.strip()) >= _SHORTEST_WORD for part in parts)
    found = {find(part.strip(), "progress_code") for part in parts} if is_words else set()
    return found.pop() if len(found) == 1 else None


_TWO_WORDINGS = re.compile(r"^([^()]+?)\s*\(([^()]+)\)\s*$")
_SHORTEST_WORD = 3
"""Letters of a word of progress (Met), where fewer are a code."""


def _by_size(text: str) -> str | None:
    """Whether there is a group, by how many there are together: G (3)."""
    size = group_size(text)
    return None if size is None else "group" if size > 1 else "individual"


def _in_full(bare: str) -> str:
    """Words of how a service is given without their shortenings: therapy rm, consult w tchr."""
    return " ".join(vocabulary.IN_FULL.get(word, word) for word in bare.split())


_AND = re.compile(r"\s*(?:[/;\n&+]|\band\b)\s*", re.IGNORECASE)


def _names_two(text: str) -> bool:
    """Whether a text lists two settings: General Ed / Special Ed."""
    parts = _AND.split(text.strip())
    return len(parts) > 1 and len({find(part, "setting") for part in parts} - {None}) > 1


_IN_PART = re.compile(
    r"(?:less than|under|below|at least|at most|more than|over|up to|[<>≤≥]=?|\d\s*%?\s*(?:-|–|—|to|through|and))"
    r"\s*\d{1,3}\s*(?:%|percent)|\d{1,3}\s*(?:%|percent)\s*(?:or|and) (?:more|less|greater|above|over|under)\b",
    re.IGNORECASE,
)
"""How much of the day a child is in a class, within bounds: where the child is, and not where a service is given."""


def _of_all(text: str) -> str | None:
    """The role that each of several credentials behind one another says: ``PT, DPT``."""
    parts = [part for part in text.split(",") if part.strip()]
    told = {find(part, "role") for part in parts} if len(parts) > 1 else set()
    return told.pop() if len(told) == 1 else None


def _beside_school(text: str) -> str | None:
    return _apart_from_school(text) or _in_school(text)


_SCHOOL_BEFORE = re.compile(r"^\s*(?:at |in )?school\s*(?:[-–—:/>]|\s)\s*(?=\w)", re.IGNORECASE)
_ELSEWHERE, _AT_SCHOOL = ("home", "tele", "community"), ("push_in", "pull_out", "co_teach")


def _in_school(text: str) -> str | None:
    """The place behind the word for its building: School - Classroom."""
    behind = _SCHOOL_BEFORE.match(text)
    code = phrases("setting").get(plain(text[behind.end() :])) if behind else None
    return code if code in _AT_SCHOOL else None


def _apart_from_school(text: str) -> str | None:
    """The setting that stands in brackets behind a placement, where that isn't at school: Special Education (Home)."""
    inner = re.search(r"\w\s*\(([^()]+)\)\s*$", text)
    code = phrases("setting").get(plain(inner[1])) if inner else None
    return code if code in _ELSEWHERE else None


def _without_aside(text: str) -> str:
    """Words of progress without what stands in brackets behind them, unless that judges it too: Progressing (less than
    anticipated) is less than Progressing (P)."""
    aside = _IN_BRACKETS.search(text)
    said = plain(aside[0]) if aside else ""
    judges = vocabulary.LESSENS & set(said.split()) or any(re.search(one, said) for one, _ in vocabulary.PROGRESS)
    return text if judges else _IN_BRACKETS.sub("", text)


def _is_short(bare: str) -> bool:
    """Whether words of progress are so few that they are a rating rather than a remark, and none of them takes it back."""
    rest = bare
    for pattern, _ in vocabulary.PROGRESS:
        rest = re.sub(pattern, " ", rest)
    return len(bare.split()) <= vocabulary.MOST_WORDS and not vocabulary.UNSURE & set(rest.split())


def _by_words(bare: str, rules: tuple[tuple[str, str], ...]) -> str | None:
    found, rest = set(), bare
    for pattern, code in rules:
        if re.search(pattern, rest):
            found.add(code)
            rest = re.sub(pattern, " ", rest)
    return found.pop() if len(found) == 1 else None


_ANY_PROVIDER = frozenset(
    ("therapist", "provider", "service provider", "related service provider", "clinician", "staff", "specialist", "teacher",
     "contractor", "practitioner")
)  # fmt: skip


def is_title(text: str) -> bool:
    """Whether a text says what a provider is, and so names nobody: ``Therapist``, ``OTR``, ``Occ. Therapist``, ``PT/PTA``."""
    told = plain(text).split()
    return (
        plain(text) in _ANY_PROVIDER
        or plain(text) in phrases("role")
        or (bool(told) and told[-1] in _POSTS and set(told) <= _POSTS | _OF_POSTS)
        or _are_roles(told)
        or ("/" in text and all(map(is_title, text.split("/"))))
    )


def _are_roles(told: list[str]) -> bool:
    """Whether words are those of several roles and how they stand to one another: COTA supervised by OTR, SLP or SLPA."""
    roles = [word for word in told if word in phrases("role") and word not in _OF_NAMES]
    return len(roles) > 1 and told[0] in roles and set(told) <= {*roles, *_BETWEEN_ROLES}


_BETWEEN_ROLES = frozenset(
    ("by", "under", "supervised", "supervision", "of", "or", "and", "with", "an", "a", "the", "l")
)
_OF_NAMES = frozenset(("st", "lot"))


def is_organisation(text: str) -> bool:
    """Whether a text names an agency, a district or an office, and no person: ``100 - District of Service``, ``Bright Harbor
    Therapies (NPA)``; a whole name beside it (``Ann Holt, Harbor Therapies``) is a person's."""
    told = [phrases("organisation").get(word) for word in plain(text).split()]
    parts = (part for between in _PARTED for part in between.split(text))
    people = (part for part in parts if not any(map(phrases("organisation").get, plain(part).split())))
    return "company" in told or ("body" in told and not any(map(names.looks_whole, people)))


def is_agency(text: str) -> bool:
    """Whether a text is the capitals of a kind of agency and at most its number: ``LEA``, ``ESD 112``; Lea is a name."""
    told = [word for word in plain(text).split() if not word.isdigit()]
    return text.isupper() and len(told) == 1 and told[0] in phrases("agency")


_PARTED = (re.compile(r"\s+[-–—|/]\s+"), re.compile(r"[,;(]"))
_POSTS = frozenset(
    ("teacher", "therapist", "pathologist", "psychologist", "counselor", "nurse", "assistant", "specialist", "worker", "aide",
     "paraprofessional", "interpreter", "provider", "interventionist", "clinician", "analyst", "audiologist", "educator",
     "coordinator", "instructor", "tchr", "teach", "para", "asst", "psych", "couns", "spec")
)  # fmt: skip
_OF_POSTS = frozenset(
    ("special", "education", "ed", "sped", "general", "classroom", "school", "speech", "language", "occupational", "physical",
     "therapy", "social", "mental", "health", "resource", "room", "reading", "behavior", "certified", "licensed", "registered",
     "instructional", "related", "service", "services", "the", "of", "and", "vision", "hearing", "mobility", "orientation",
     "adapted", "intervention", "itinerant", "district", "contracted", "guidance", "deaf",
     "occ", "occup", "phys", "sp", "spec", "lang", "soc", "psych", "interv", "adapt", "behav")
)  # fmt: skip
"""What is said of a post, and of nobody by name: Special Education Classroom Teacher."""


_BEHIND = re.compile(r"^(.*\S)\s*(?:,|\s[-–—|])\s*([^,|]+)$")


def without_title(text: str) -> str:
    """A person's name without what they are, or whom they work for, told behind a comma or a dash: ``Osei, Ama,
    Occupational Therapist``."""
    parted = _BEHIND.match(text.strip())
    if parted is None or _is_first_name(*parted.groups()):
        return text
    return parted[1] if is_title(parted[2]) or is_organisation(parted[2]) else text


def _is_first_name(last: str, rest: str) -> bool:
    """Whether a short word behind one alone is written as a name and no title is: Jett, Om; but Jett, OM."""
    return " " not in last and len(rest) <= _SHORT_NAME and rest.istitle()


_SHORT_NAME = 3


def is_in_person(text: str) -> bool:
    """Whether a text says no more than that a session wasn't given from afar: In person, face-to-face."""
    return re.fullmatch(vocabulary.IN_PERSON, plain(text)) is not None


def group_size(text: str) -> int | None:
    """How many students ``Group of 3``, ``1:3``, ``5:1`` or ``small group (4)`` names, else None."""
    match = _SIZE.search(text)
    return next(int(number) for number in match.groups() if number) if match else None


def of_ind(texts: Sequence[str], heading: str) -> str | None:
    """What ``Ind`` is short for in a column: ``individual`` where groups stand beside it, ``indirect`` where direct does,
    or where the heading says direct or indirect; None where it may be either."""
    grouped = any(find(text, "grouping") == "group" for text in texts)
    parted = any(find(text, "kind") == "direct" for text in texts) or "direct" in plain(heading)
    return None if grouped == parted else "individual" if grouped else "indirect"


IND = "ind"
_DIRECT_IND = re.compile(r"\bdirect[\s,(–-]+ind\b|\bind[\s,).–-]+direct\b", re.IGNORECASE)


def is_direct_ind(text: str) -> bool:
    """Whether ``Ind`` stands beside direct and is individual so: Direct (Ind); ``Direct/Ind`` may be of both kinds."""
    return _DIRECT_IND.search(text) is not None


_MOST = re.compile(
    r"(?:not to exceed|no more than|at most|up to|max(?:imum)?(?: of)?|<=?|≤)\s*(\d{1,2})\b|"
    r"\b(\d{1,2})\s*(?:max(?:imum)?\b|or (?:fewer|less)\b)",
    re.IGNORECASE,
)


def group_most(text: str) -> int | None:
    """The most students together that ``Group (not to exceed 3)``, ``group of up to 5`` or ``small group, max 4`` allows."""
    match = _MOST.search(text) if "group" in text.casefold() or "grp" in text.casefold() else None
    return next((int(number) for number in match.groups() if number), None) if match else None


def tells(text: str, topics: Iterable[str] = TOPICS) -> bool:
    """Whether a text names a code of any of some topics: of those of a service and how it is given."""
    return any(find(text, topic) for topic in topics)


def read(text: str | None, topic: str) -> Read:
    """The code of a field; nothing is None; an unknown word waits, so that it can be asked about."""
    if error := error_in(text):
        return error
    if is_nothing(text):
        return NOTHING
    value = find(text or "", topic)
    if value:
        return Read(value)
    return Read(None, f"unknown_{topic}", f"this {topic.replace('_', ' ')} isn't known", "wait")
