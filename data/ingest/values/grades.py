"""School grades: PK, TK, K, 1 to 12, 12+."""

import re

from data.ingest.values import dates
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import NOTHING, Read
from data.ingest.values.words import plain

_NAMES = {
    "k": "K", "kg": "K", "kdg": "K", "kn": "K", "kf": "K", "kindergarten": "K", "kinder": "K", "kg01": "K", "0": "K",
    "00": "K", "k5": "K", "5k": "K", "kh": "K", "ka": "K", "kp": "K", "k4": "PK", "4k": "PK", "k3": "PK", "3k": "PK",
    "tk": "TK", "transitional kindergarten": "TK", "transitional k": "TK", "pk": "PK",
    "pre k": "PK", "prek": "PK", "preschool": "PK", "pre kindergarten": "PK", "prekindergarten": "PK", "p3": "PK",
    "p4": "PK", "pk3": "PK", "pk4": "PK", "1 pk": "PK", "ps": "PK", "ec": "PK", "early childhood": "PK", "18": "12+",
    "12+": "12+", "13": "12+", "14": "12+", "transition": "12+", "post secondary": "12+", "postsecondary": "12+",
    "adult": "12+", "infant": "PK", "toddler": "PK", "16": "PK", "15": "PK",
}  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_BEFORE_SCHOOL = re.compile(r"^\s*-[1-9]\s*$")
"""Years before kindergarten, as PowerSchool counts them: -1."""
_BEHIND = re.compile(
    r"^\s*(?P<grade>[A-Za-z0-9]{1,4}(?: ?(?:st|nd|rd|th))?)\s*(?:[/|-]\s*|\s-\s|\(\s*)(?P<rest>[A-Za-z0-9][^/|()]*)\)?\s*$"
)
"""A grade with its teacher, room or year of graduation behind it: ``2/Halloran``, ``03 (2035)``, ``6-204``."""
_NUMBER = re.compile(r"^(?:g|gr|grade)?\s*0*([1-9]|1[0-2])(?:st|nd|rd|th)?$")


def read(text: str | None) -> Read:
    """The grade's canonical name; one that isn't known is asked about and holds nothing. 18 is California's 18+."""
    if error := error_in(text):
        return error
    if is_nothing(text):
        return NOTHING
    if _BEFORE_SCHOOL.match(text or ""):
        return Read("PK")
    grade = _grade(text or "") or _told_twice(text or "") or _with_more(text or "")
    return Read(grade) if grade else Read(None, "unknown_grade", "this grade isn't known", "ask")


def _grade(text: str) -> str | None:
    words = re.sub(r"\b(grade|gr|level)\b", " ", plain(text)).strip()
    if name := _NAMES.get(words) or _NAMES.get(words.lstrip("0")):
        return name
    if words in _ORDINALS:
        return str(_ORDINALS.index(words) + 1)
    match = _NUMBER.match(words)
    return match.group(1) if match else None


def _told_twice(text: str) -> str | None:
    """The one grade that all names of a text say (``Preschool/Prekindergarten``); none where they say two (K/1), or are
    numbers only (3/3)."""
    parts = text.split("/") if any(letter.isalpha() for letter in text) else []
    said = {_grade(part) for part in parts}
    return said.pop() if len(parts) > 1 and len(said) == 1 else None


def _with_more(text: str) -> str | None:
    """The grade of a text that tells its teacher or year behind it; none where what stands behind may be a grade too."""
    match = None if dates.looks_like(text) else _BEHIND.match(text)
    is_range = match and _grade(re.split(r"[\s-]", match["rest"])[0]) is not None
    return _grade(match["grade"]) if match and not is_range else None
