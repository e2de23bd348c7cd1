"""Headings and labels whose cells are never kept: numbers of insurances and of persons, diagnoses, notes."""

import re
from functools import cache

from data.contracts.synonyms import FORBIDDEN
from data.ingest.values import words

_NUMBER = re.compile(r"(?: *#| (?:no|num|nbr|number|id))$")
"""What may stand behind the name of a number of a person: Medicaid #, RIN No."""
_OF_NUMBERS = ("ssn", "medicaid_id")


def is_never_kept(heading: str) -> bool:
    """Whether a heading is listed as one of these, whatever word it has for a number."""
    bare = " ".join(words.heading(heading).split())
    stem = _NUMBER.sub("", bare)
    return bare in _listed() or (stem != bare and stem in _numbered())


@cache
def _listed() -> frozenset[str]:
    return frozenset(word for listed in FORBIDDEN.values() for word in listed)


@cache
def _numbered() -> frozenset[str]:
    return frozenset(_NUMBER.sub("", word) for name in _OF_NUMBERS for word in FORBIDDEN[name]) - {""}
