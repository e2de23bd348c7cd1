"""Columns that are of places by what stands in them: settings, schools."""

import re

from data.contracts import meanings
from data.ingest.mapping.contents.few import FEW, HALF
from data.ingest.values import (
    codes,
    families,
)
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def is_of_settings(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a few texts under a word for a place (Site), the half of them and more than one kind, are settings and no
    schools, as where the file's key says what its numbers mean; or all are called settings or have the codes of a state's
    list of them (2c), or are places of any child (Home, School), or one is a child's home among places that are no schools."""
    is_placed = bool(texts) and bool(PLACES & said_by(heading))
    if is_placed and (all(text.casefold() in _ANYWHERE for text in texts) or _at_home(texts)):
        return True
    if is_placed and all(_IN_A_LIST.fullmatch(text) or "setting" in said_by(text) for text in texts):
        return True
    found = [codes.find(text, "setting") for text in texts] if PLACES & said_by(heading) else []
    told = [code for code in found if code]
    return 0 < len(texts) <= FEW and len(set(told)) > 1 and len(told) >= HALF * len(texts)


def are_short_codes(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether nothing but single letters stand under a place (Loc: S, R), or no more than two signs under one of services
    (Svc Loc Cd: 01): codes that may be of where in a school."""
    told = said_by(heading)
    most = 2 if "service" in told else 1
    short = all(len(text) <= most and (text.isalpha() or (most > 1 and text.isalnum())) for text in texts)
    return bool(told & families.PLACES) and bool(texts) and short


_IN_A_LIST = re.compile(r"\d[a-z]", re.IGNORECASE)


def _at_home(texts: tuple[str, ...]) -> bool:
    homes = [text for text in texts if codes.find(text, "setting") == "home"]
    few = len(texts) <= FEW and len(homes) >= HALF * len(texts) > 0
    return few and not any(_is_like_a_school(text) for text in texts if text not in homes)


def tells_school(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether names of schools, half of them told as such and none of them a setting, stand under a place, or under a word
    for a building with one that nobody lists before it (Village School, ECSE Site)."""
    if is_of_schools(heading, texts):
        return True
    *before, last = words_of(heading).split() or [""]
    told = said_by(" ".join(before))
    named = (
        0 < len(before) <= _BEFORE
        and said_by(last) <= _BUILDINGS
        and not told & _OTHER_SCHOOLS
        and not any(map(str.isdigit, before))
    )
    like = sum(map(_is_like_a_school, texts))
    return named and like >= HALF * len(texts) and not any(codes.find(text, "setting") for text in texts)


_BEFORE = 2
_BUILDINGS = families.BUILDINGS | {"school"}
_OTHER_SCHOOLS = meanings.words("strangers") | frozenset(
    ("last", "old", "new", "future", "sending", "receiving", "feeder", "boundary", "zoned", "neighborhood", "resident",
     "residence", "home", "elementary", "middle", "high", "secondary", "after", "before", "summer", "sister")
)  # fmt: skip
"""What makes another school of a heading than the one where a student is served, or a kind of school."""


def is_of_schools(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether all texts under a word for a place (Location) are names of schools: Lin Heights Elem, and not High School."""
    return bool(texts) and bool(PLACES & said_by(heading)) and all(map(_is_school, texts))


_SCHOOLS = frozenset(
    ("school", "elementary", "elem", "middle", "high", "primary", "intermediate", "academy", "es", "ms", "hs", "charter",
     "junior", "senior", "public", "preschool", "kindergarten", "special", "day", "home", "private", "the", "a", "of", "at")
)  # fmt: skip
"""Words of a school's name that many have, and others that make none of it; the name ends in one of ``_ENDS``."""
_ENDS = frozenset(
    ("school", "elementary", "elem", "middle", "high", "primary", "intermediate", "academy", "es", "ms", "hs")
)


def _is_school(text: str) -> bool:
    told = words_of(text).split()
    return bool(told) and told[-1] in _ENDS and not set(told) <= _SCHOOLS and codes.find(text, "setting") is None


def _is_like_a_school(text: str) -> bool:
    told = words_of(text).split()
    return len(told) > 1 and (bool(_OF_SCHOOLS & set(told)) or told[-1] in _ENDS)


_OF_SCHOOLS = frozenset(
    ("school", "elementary", "elem", "academy", "preschool", "prek", "kindergarten", "montessori", "charter", "intermediate",
     "head", "campus", "k8", "magnet", "lyceum", "nursery")
)  # fmt: skip
"""Words that a school's name has and hardly another place's: Head Start East."""
PLACES = frozenset({"site", "location", "place", "where"})
_ANYWHERE = frozenset(
    {"home", "school", "clinic", "daycare", "day care", "preschool", "community", "office", "agency", "hospital"}
)
