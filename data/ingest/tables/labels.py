"""Labels with their values beside a table: Student: Ada Lin; Month: September 2025."""

import re
from functools import cache
from itertools import takewhile

from data.contracts import synonyms
from data.ingest.tables import signed
from data.ingest.tables.grid import Cells
from data.ingest.tables.looks import is_typed, is_value, known
from data.ingest.values import codes, names, private, words

Pairs = dict[str, str]
_SPLIT = re.compile(r"\s{3,}|[\n\t;|]")
PAIR = re.compile(r"^([^:=]{2,40}?)\s*(?::|=|\s[-–—]\s)\s*(.+)$", re.DOTALL)
_PERIODS = (
    "month", "school year", "year", "month year", "month of", "month and year", "period", "reporting period",
    "service month", "billing month", "date range", "academic year", "sy", "for the month of", "log month", "week of",
)  # fmt: skip
_GOAL = (
    "goal", "annual goal", "iep goal", "measurable annual goal", "goal text", "goal number", "goal no", "goal #", "baseline",
    "target", "goal area",
)  # fmt: skip
_PLAN = (
    "iep dates", "iep date range", "iep period", "iep start", "iep end", "iep start date", "iep end date", "iep begin date",
    "iep effective dates", "plan dates", "plan start", "plan end", "service dates",
)  # fmt: skip
NAME_ABOVE = "Name above"
"""What a person's name is called that stands above a table by itself."""
MAYBE_PROVIDERS = (
    NAME_ABOVE.lower(),
    "teacher",
    "instructor",
    "case manager",
    "case carrier",
    "case coordinator",
    "iep case manager",
    "iep manager",
    "teacher of record",
)
"""Often someone else than who treats."""
_OTHERS = ("homeroom teacher", "classroom teacher", "general education teacher", "gen ed teacher")
"""Who looks after a student, and treats nobody."""
_DATES = ("session date", "service date", "date of service", "date of session", "date")


@cache
def vocabulary() -> frozenset[str]:
    """Labels whose value holds for every row below: student, provider, school, service, period."""
    people = [
        word for topic in ("student", "provider") for listed in synonyms.headings(topic).values() for word in listed
    ]
    shared = synonyms.headings("shared")
    awards = synonyms.headings("sessions")["award_id"]
    others = (*shared["service"], *shared["school"], *awards, *_PERIODS, *_DATES, *_GOAL, *_PLAN)
    return frozenset({*people, *others, *MAYBE_PROVIDERS, *_OTHERS})


@cache
def forbidden() -> frozenset[str]:
    """Labels whose value is never kept."""
    return frozenset(word for listed in synonyms.FORBIDDEN.values() for word in listed)


@cache
def _spelt_out() -> frozenset[str]:
    return frozenset(map(words.spelt_out, vocabulary()))


@cache
def _run_together() -> frozenset[str]:
    """Labels of several words as they stand without anything between them: PAsecureID."""
    return frozenset(one.replace(" ", "") for one in vocabulary() | forbidden() if " " in one)


def is_label(text: str) -> bool:
    """Whether a text is such a label, with or without a colon, however its words are written."""
    bare = words.heading(text)
    run_together = bare.replace(" ", "") in _run_together() and " " not in text.strip()
    return bare in vocabulary() or private.is_never_kept(text) or words.spelt_out(bare) in _spelt_out() or run_together


def is_period(text: str) -> bool:
    """Whether a label names the months of a table rather than a person or place."""
    return words.heading(text) in _PERIODS


def begins(text: str) -> bool:
    """Whether a cell begins with such a label and its sign (``strict``): a row between records that doesn't is none."""
    part = next((part.strip() for part in _SPLIT.split(text) if part.strip()), "")
    match = PAIR.match(part)
    return (
        bool(match and (is_label(match[1]) or _number_of_goal(match)))
        or _opens(part, True)
        or bool(match and ":" in part and _tells(text))
    )


def are_pairs(texts: list[str]) -> bool:
    """Whether all texts are labels with values, known ones or not (Homeroom: 12)."""
    return all(PAIR.match(text) and ":" in text for text in texts)


def _tells(text: str) -> bool:
    """Whether one of several labels of a cell is known (Homeroom: 12   Grade: 2)."""
    pairs, titles = read((text,), strict=True)
    return bool(pairs) and are_pairs(titles)


def read(cells: Cells, strict: bool = False) -> tuple[Pairs, list[str]]:
    """(label -> value, the texts that belong to no label) of a row above or between tables.

    ``strict`` asks for a colon: between records a bare word is no label.
    """
    parts = [
        one for cell in cells if cell for part in _SPLIT.split(cell) if part.strip() for one in _series(part.strip())
    ]
    if not strict and alternate(parts):
        return _alternating(parts)
    pairs: Pairs = {}
    titles: list[str] = []
    at = 0
    while at < len(parts):
        part, after = parts[at], parts[at + 1] if at + 1 < len(parts) else None
        before = parts[at - 1] if at else ""
        at += 1
        if (match := PAIR.match(part)) and (told := _told(match)):
            for label, value in told.items():
                _keep(pairs, label, value)
        elif after and part.endswith(":") and _names_provider(part.rstrip(": "), after):
            _keep(pairs, "Provider", after)
            _keep(pairs, "Provider Role", part)
            at += 1
        elif after and part.endswith(":") and _says_where(part, after):
            _keep(pairs, part, after)
            at += 1
        elif _opens(part, strict) and (ahead := _values(parts[at:], strict)) >= SEVERAL and ahead == len(parts) - at:
            titles.append(part)
        elif _opens(part, strict) and after and not _opens(after, strict) and not _is_pair(after):
            _keep(pairs, part, after)
            at += 1
        else:
            titles.append(part)
            within = {} if strict else _within(part)
            for label, value in within.items():
                _keep(pairs, label, value)
            if not strict and not within and not signed.is_overseer(before) and (name := signed.with_credentials(part)):
                _keep(pairs, "Provider", name)
    return pairs, titles


_STROKES = re.compile(r"\s+[-–—•]\s+(?=[A-Za-z# ]{2,30}:\s)")


def _series(text: str) -> list[str]:
    """Several known labels with their values between strokes, each by itself (Student: Ada Lin - School: Oak Elementary); a
    text that is no such series, as it is."""
    found = _STROKES.split(text) if ":" in text else [text]
    matches = [PAIR.match(part) for part in found]
    return found if all(match and is_label(match[1]) for match in matches) else [text]


_PARTS = re.compile(r"\s+[-–—•]\s+|\s*[()]\s*|,\s+(?=[A-Za-z ]{2,30}:\s)")


def _within(title: str) -> Pairs:
    """What labels with a colon inside a title say of who, where and what: OT log, Room 12 - provider: Rae Quan."""
    matches = (PAIR.match(part) for part in _PARTS.split(title) if ":" in part)
    told = [
        pair
        for match in matches
        if match and ":" in match[0][match.end(1) : match.start(2)]
        for pair in _told(match).items()
    ]
    return {label: value for label, value in told if not is_period(label) and words.heading(label) not in _OF_RECORDS}


_OF_RECORDS = frozenset((*_DATES, *_GOAL, *_PLAN))
"""Labels that a title, which is of all its records, only seems to have."""


def _told(match: re.Match[str]) -> Pairs:
    """What a text says that holds a label and its value; empty where it is no such pair."""
    label, value = match[1], match[2]
    if number := _number_of_goal(match):
        return {"Goal Number": number, "Goal Text": value}
    if _names_provider(label, value):
        return {"Provider": value, "Provider Role": label}
    if ":" in match[0][match.end(1) : match.start(2)] and _says_where(label, value):
        return {label: value}
    return {label: value} if is_label(label) and not _is_code(match) and not _is_title(match) else {}


_NUMBERED_GOAL = re.compile(
    r"^(?:(?:annual|iep|measurable) )*(?:goal|objective|obj)\.?\s*(?:#|no\.?|number)?\s*(\d{1,2}[a-z]?)$", re.IGNORECASE
)


def _number_of_goal(match: re.Match[str]) -> str | None:
    """The number of a goal whose words stand behind it: ``Goal 2: Ada will name the main idea``."""
    told = _NUMBERED_GOAL.match(match[1].strip())
    return told[1] if told and len(match[2].split()) >= SEVERAL else None


def _alternating(parts: list[str]) -> tuple[Pairs, list[str]]:
    """Labels with their values behind them; those that nobody knows are titles."""
    pairs: Pairs = {}
    titles: list[str] = []
    for label, value in zip(parts[::2], parts[1::2], strict=True):
        if is_label(label):
            _keep(pairs, label, value)
        else:
            titles.append(f"{label} {value}")
    return pairs, titles


def alternate(parts: list[str]) -> bool:
    """Whether parts of a row are two labels or more, each with its value behind it: Service, Speech Therapy, Mandate, 3x30x3."""
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    if len(parts) % 2 or len(pairs) < 2 or not any(is_label(label) for label, _ in pairs):
        return False
    told = [_is_of(label, value) for label, value in pairs]
    named = [not known(value) and names.looks_whole(value) for _, value in pairs]
    return any(told) and all(one or name for one, name in zip(told, named, strict=True))


def _is_of(label: str, value: str) -> bool:
    """Whether a cell is plainly a value of the label before it: with digits, or a service under one for services."""
    if is_value(label) or known(value):
        return False
    of_service = words.heading(label) in synonyms.headings("shared")["service"]
    return is_typed(value) or (of_service and codes.find(value, "service") is not None)


def _values(parts: list[str], strict: bool) -> int:
    """How many parts in a row are no labels, known ones or not."""
    return sum(
        1 for _ in takewhile(lambda one: not _opens(one, strict) and not PAIR.match(one) and one[-1] != ":", parts)
    )


SEVERAL = 3
"""Values to the end of a row from which a bare label before them tells none of them: Student, Ada, Ben, Cy are a column each."""


def _is_code(match: re.Match[str]) -> bool:
    """Whether a label is rather a code of a key: ``SC = school closed``."""
    return len(match[1]) <= _CODE and "=" in match[0][: match.start(2)]


_CODE = 3
_MONTH = re.compile(r"[A-Za-z]{3,9}\.?,? *[-–]? *20\d\d")


def _is_title(match: re.Match[str]) -> bool:
    """Whether what stands before a dash only sounds like a label of goals (Annual goals - Prairie Lakes), or a label of
    something else only tells the month: ``Services rendered: October 2025``."""
    sign = match[0][match.end(1) : match.start(2)]
    of_goals = words.heading(match[1]) not in vocabulary() and "goal" in words.said_by(match[1])
    return _is_when(match) or (of_goals and not set(":=") & set(sign))


def _is_when(match: re.Match[str]) -> bool:
    return (
        _MONTH.fullmatch(match[2].strip()) is not None
        and not is_period(match[1])
        and words.heading(match[1]) not in _DATES
    )


def _names_provider(label: str, value: str) -> bool:
    """``PT: Quan, Rae``: a role that stands before a person's name; one that may only look after the student is none."""
    is_role = codes.find(label, "role") is not None and words.heading(label) not in (*MAYBE_PROVIDERS, *_OTHERS)
    bare = names.provider(value) or value
    is_person = names.looks_whole(bare) and not codes.find(bare, "service") and not signed.is_other(bare)
    if signed.is_signature(label) or signed.is_overseer(label) or signed.is_body(value):
        return False
    return is_role and not is_label(label) and is_person


def _says_where(label: str, value: str) -> bool:
    """``Location: Home``: a label of places before one where service is given, which holds for every row below."""
    is_place = words.heading(label) in synonyms.headings("shared")["setting"]
    return is_place and codes.find(value, "setting") not in (None, "other")


def _is_pair(text: str) -> bool:
    """Whether a text is a label with its value itself, and no value with its code before it (ST - Speech Therapy) nor from
    one value to another (9/1/2025 - 9/30/2025)."""
    match = PAIR.match(text)
    if match is None or (is_typed(match[1]) and is_typed(match[2])):
        return False
    return ":" in text or "=" in text or is_label(match[1]) or not codes.find(text, "service")


def _opens(part: str, strict: bool) -> bool:
    bare = part.rstrip(": ")
    return is_label(bare) and (
        part.rstrip().endswith(":") or (not strict and known(bare)) or (not strict and is_period(bare))
    )


def _keep(pairs: Pairs, label: str, value: str) -> None:
    heading, bare = " ".join(label.strip(" :").split()), value.strip(" _")
    if bare and not private.is_never_kept(heading):
        pairs.setdefault(heading, bare)
