"""Texts in a student's place that are no child's name: groups, classes, rooms, grades, days without school, remarks."""

import re

from data.ingest.values import codes, grades, statuses, weekdays
from data.ingest.values.vocabulary import DUTIES
from data.ingest.values.words import plain

_SEVERAL = frozenset(
    ("group", "groups", "grp", "grps", "class", "classes", "classroom", "students", "kids", "children", "caseload")
)
_GATHERED = frozenset(
    (
        "bunch",
        "club",
        "circle",
        "crew",
        "gang",
        "buddies",
        "friends",
        "pals",
        "squad",
        "team",
        "session",
        "skills",
        "lesson",
    )
)
"""Several people behind a word for what they do (Lunch Bunch); alone, a family may be called so."""
_DONE = DUTIES | {
    "social",
    "friendship",
    "sensory",
    "motor",
    "articulation",
    "fluency",
    "life",
    "reading",
    "morning",
    "make",
}
_PLACE = re.compile(r".*\b(?:room|rm|push in|pull out)\b.*")
_OF_GRADES = re.compile(r"\b(?:grade|gr|graders?|kindergarten|kinder|pre ?k|preschool)\b")
_NUMBERED = re.compile(r"(?:block|cohort|period|section|slot|table|tier|unit|pod|row|line) ?\d{1,2}")
_REMARK = re.compile(
    r"(?:see|per|refer to|as) (?:the |my )?(?:notes?|comments?|remarks?|below|above|attached|lists?|roster|log|schedule|teacher)|"
    r"(?:(?:a )?new|unknown|unnamed|no|other|another) (?:students?|child|names?|kid)|unknown|unnamed"
)
_SHORTEST = 5
"""So many letters of one word that tells how a session went are no initials."""


def is_no_childs(text: str) -> bool:
    """Whether a text can't name one child: Lunch Bunch, OT group, Room 12, Mrs. Poe's class, Winter Break, See notes. With a
    comma behind a family name (Bunch, Tim) it is a name."""
    told = plain(text).split()
    if "," in text or not told:
        return False
    if _SEVERAL & {told[0], told[-1]} or _is_doing(told):
        return True
    bare = " ".join(told)
    is_grade = _OF_GRADES.search(bare) is not None and grades.read(text).value is not None
    return is_grade or any(one.fullmatch(bare) for one in (_PLACE, _NUMBERED, _REMARK)) or _is_outcome(text)


def may_be_childs(text: str) -> bool:
    """Whether a text that would name a class or a room may name a child as well, whose family is called so: Kay Class, Art
    Room; not OT Room, Resource Room, Poe's class, Mrs. Poe class, Grade 3 class."""
    told = plain(text).split()
    if len(told) != _OF_A_NAME or told[-1] not in _FAMILIES or not _NAMED.fullmatch(text.strip()):
        return False
    first = told[0]
    return not (_tells(first) or first in _SEVERAL or _OF_GRADES.search(first) or codes.find(text, "setting"))


def turned(text: str) -> str:
    """A name told with a comma, in plain form with the first name before the family's: Class, Kay."""
    last, _, first = text.partition(",")
    return plain(f"{first} {last}")


_OF_A_NAME, _FAMILIES = 2, frozenset(("class", "room"))
_NAMED = re.compile(r"[A-Z][a-z]{1,}(?<!s) [A-Z][a-z]+")


def _is_doing(told: list[str]) -> bool:
    """Whether a last word for several people, or what they do, stands behind nothing but words of that."""
    before, last = told[:-1], told[-1]
    return last in _GATHERED and bool(before) and all(map(_tells, before))


def _tells(word: str) -> bool:
    return word in _DONE or weekdays.of(word) is not None or codes.tells(word)


def _is_outcome(text: str) -> bool:
    """Whether a text says in a word, and not in a code, how a session went, or that there was no school."""
    return len(plain(text)) >= _SHORTEST and statuses.read(text).known


def is_vacant(text: str) -> bool:
    """Whether a text under names says that a post has nobody: Vacant, TBD (PT), VACANT (posted 9/2), Open position."""
    told = plain(_BRACKETS.sub(" ", text))
    return told in _VACANT or told.split()[:1] in (["vacant"], ["vacancy"])


_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_VACANT = frozenset(
    ("unassigned", "open", "open position", "tbd", "to be determined", "tbh", "to be hired", "not assigned", "no provider",
     "unfilled", "position open")
)  # fmt: skip
