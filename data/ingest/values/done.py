"""What was done in the time of a session: a session and how it was given, or other work."""

import re

from data.ingest.values.vocabulary import EVALUATIONS, OFFICE_WORK
from data.ingest.values.words import heading, plain

SESSION = frozenset(
    ("live", "lesson", "session", "therapy", "visit", "class", "tele", "teletherapy", "telehealth", "virtual", "individual",
     "group", "direct", "treatment", "service", "person", "online", "remote")
)  # fmt: skip
NO_SESSION = OFFICE_WORK | EVALUATIONS | {
    "call", "phone", "email", "mail", "observation", "message", "text", "consult", "consultation", "parent",
}  # fmt: skip
_WITH_SOMEBODY = frozenset(("consult", "consultation", "parent", "observation"))
_TREATMENT = frozenset(("treatment", "therapy", "session", "tx", "intervention", "direct", "individual", "group"))
_BESIDE_TREATMENT = frozenset(("service", "services", "student", "students", "with", "small"))
_OF_CONSULTS = frozenset(("indirect", "consult", "consultation", "consultative", "staff", "teacher", "teachers", "parent",
                          "family", "indiv", "grp", "one", "on", "to", "1", "2", "3", "4", "5", "large", "individually", "seen",
                          "in", "a"))  # fmt: skip
"""Words of how a session was given; beside any other one it may be why none was (no group, left group)."""
_LONGEST_CODE = 3


def is_other_work(text: str) -> bool:
    """Whether a text names work that may be no session: a meeting, an evaluation, a call, travel."""
    return bool(set(heading(text).split()) & (NO_SESSION - _WITH_SOMEBODY))


def is_message(text: str) -> bool:
    """Whether a text says nothing but that somebody was called, written or spoken to: Phone, Emailed parent, Spoke with
    teacher. Voice is speech therapy."""
    told = set(_MAIL.sub(r"\1mail", heading(text)).split())
    return bool(told & _MESSAGES) and told <= _MESSAGES | _WITH_WHOM


_MAIL = re.compile(r"\b(e|voice) mail")
_MESSAGES = frozenset(
    ("phone", "telephone", "call", "calls", "email", "emails", "mail", "message", "messages", "text", "voicemail", "letter",
     "fax", "phoned", "called", "emailed", "mailed", "messaged", "texted", "faxed", "spoke", "talked")
)  # fmt: skip
_WITH_WHOM = frozenset(
    ("to", "with", "w", "from", "by", "the", "left", "parent", "parents", "family", "mother", "mom", "father", "dad",
     "grandmother", "grandfather", "grandparent", "guardian", "home", "teacher", "teachers", "aide", "nurse", "counselor",
     "principal", "case", "manager", "doctor", "staff", "school", "contact", "or", "and")
)  # fmt: skip


def is_no_treatment(text: str) -> bool:
    """Whether a text names an evaluation, or office work and no treatment: minutes that no mandate of therapy is owed. The
    name of a service (Occupational Therapy: Documentation), or treatment as the group of what was done (Treatment: Meeting),
    is no treatment beside it."""
    told = set(_SERVICE.sub(" ", heading(text)).split())
    office = bool(told & OFFICE_WORK) and not told & _TREATMENT
    return bool(told & EVALUATIONS) or office or any(map(is_only_other_work, _PARTS.split(text)[1:]))


_SERVICE = re.compile(r"\b(?:occupational|physical|speech|language|music|vision) (?:and language )?therapy\b")
_PARTS = re.compile(r"\s+[-–—]\s+|\s*[:>]\s*")
_BESIDE_WORK = frozenset(
    ("iep", "504", "team", "annual", "initial", "triennial", "tri", "re", "parent", "teacher", "staff", "school", "ot", "pt",
     "slp", "speech", "st", "occupational", "physical", "therapy", "with", "only", "completed", "attended", "student", "of",
     "for")
)  # fmt: skip


def is_only_other_work(text: str) -> bool:
    """Whether a text says nothing but that an evaluation or office work was done: Evaluation, IEP meeting with parent."""
    told = set(heading(text).split())
    work = OFFICE_WORK | EVALUATIONS
    return bool(told & work) and told <= work | _BESIDE_WORK


def is_session(text: str) -> bool:
    """Whether a text says no more than that it was a session, or which work it was instead."""
    return is_other_work(text) or set(heading(text).split()) <= SESSION


def is_treatment(text: str) -> bool:
    """Whether a text says no more than that a student was treated: Treatment, Group session."""
    told = set(heading(text).split())
    return bool(told & _TREATMENT) and told <= _TREATMENT | _BESIDE_TREATMENT


def is_how(text: str) -> bool:
    """Whether a word, and no code, only says how a session was given: Individual, Group, Consult with staff, Teletherapy -
    Individual."""
    told = set(_OF_PLACES.sub(" ", heading(text)).split())
    return len(text.strip()) > _LONGEST_CODE and told <= _TREATMENT | _BESIDE_TREATMENT | _OF_CONSULTS


_OF_PLACES = re.compile(r"\b(?:tele|teletherapy|telehealth|telepractice|virtual|in person|push in|pull out)\b")


_USUAL = re.compile(
    r"(?:reg|regular(?:ly scheduled)?|usual|standard|ordinary|normal|routine)(?: (?:session|visit|service|treatment|therapy)s?)?"
    r"|(?:(?:service|treatment|student) )?(?:service|session|visit|encounter)s?"
)


def is_usual(text: str) -> bool:
    """Whether a text says no more than that a session was one as usual: Regular, Service."""
    return _USUAL.fullmatch(plain(text)) is not None
