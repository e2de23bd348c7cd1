"""School grades: PK, TK, K, 1 to 12, 12+."""

import re

from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import NOTHING, Read
from data.ingest.values.words import plain

_NAMES = {
    "k": "K", "kg": "K", "kdg": "K", "kn": "K", "kf": "K", "kindergarten": "K", "kinder": "K", "kg01": "K", "0": "K",
    "00": "K", "k5": "K", "tk": "TK", "transitional kindergarten": "TK", "transitional k": "TK", "pk": "PK",
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
_NUMBER = re.compile(r"^(?:g|gr|grade)?\s*0*([1-9]|1[0-2])(?:st|nd|rd|th)?$")


def read(text: str | None) -> Read:
    """The grade's canonical name; one that isn't known is asked about and holds nothing. 18 is California's 18+."""
    if error := error_in(text):
        return error
    if is_nothing(text):
        return NOTHING
    if _BEFORE_SCHOOL.match(text or ""):
        return Read("PK")
    words = re.sub(r"\b(grade|gr|level)\b", " ", plain(text or "")).strip()
    if words in _NAMES:
        return Read(_NAMES[words])
    if words in _ORDINALS:
        return Read(str(_ORDINALS.index(words) + 1))
    match = _NUMBER.match(words)
    return Read(match.group(1)) if match else Read(None, "unknown_grade", "this grade isn't known", "ask")
