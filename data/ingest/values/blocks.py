"""In how many of how many weeks there is service: 3 of 4, three weeks on and one off, every other week."""

import re
from dataclasses import dataclass

from data.ingest.values import frequencies, spelt

_WEEK = r"w(?:ee)?ks?\b"
_OF = (
    rf"(?<![\d.])(?P<some>[1-9])\s*(?:{_WEEK}\s*)?(?:out\s*)?of\s*(?:every\s*|each\s*|the\s*)?(?P<all>[2-9])\b(?:\s*{_WEEK})?"
    r"(?:\s*(?:per|a|/|each|every|of the)\s*month)?"
)
_ON_AND_OFF = rf"(?<![\d.])(?P<on>[1-9])\s*(?:{_WEEK}\s*)?on\b\W*(?:and\s*)?(?P<off>[1-9])\s*(?:{_WEEK}\s*)?off\b"
_TO_ONE = r"(?<![\d:.])(?P<to>[2-5])\s*:\s*1\b(?!\s*[:\d])(?:\s*(?:model|schedule|rotation|cycle))?"
_TOLD = re.compile("|".join((_OF, _ON_AND_OFF, _TO_ONE)))
_OF_WEEKS = re.compile(rf"\b{_WEEK}|\d\s*:\s*1\s*(?:model|schedule|rotation|cycle)")


@dataclass(frozen=True)
class Block:
    """Service in ``served`` of each ``weeks`` weeks; each week is 1 of 1."""

    served: int
    weeks: int

    @property
    def text(self) -> str:
        """The block in words that are read as the same."""
        return f"{self.served} of {self.weeks} weeks" if self.weeks > 1 else "every week"


def read(text: str, *, of_weeks: bool = False) -> Block | None:
    """The block that a whole text tells; one that names no weeks (3 of 4, 3:1) only where it is ``of_weeks``."""
    bare = _bare(text)
    match = _TOLD.fullmatch(bare)
    if match:
        return _block(match) if of_weeks or _OF_WEEKS.search(bare) else None
    if bare in _EACH:
        return Block(1, 1)
    said = frequencies.read(bare)
    plain = said.cycle is not None and said == frequencies.Frequency(cycle=said.cycle)
    name, _, number = (said.cycle or "").partition(":")
    return Block(1, int(number or 1)) if plain and name in ("week", "weeks") else None


_EACH = frozenset(("all weeks", "all", "every", "each week"))


def within(text: str) -> Block | None:
    """The block of less than all weeks that a title or a heading speaks of: Direct 3 weeks of every 4, 3:1 model."""
    match = next((one for one in _TOLD.finditer(_bare(text)) if _OF_WEEKS.search(one[0])), None)
    found = _block(match) if match else None
    return found if found and found.weeks > 1 else None


def are_of_a_year(text: str) -> bool:
    """Whether a text tells how many weeks of a year there is service in: 18 weeks a year."""
    return _OF_A_YEAR.match(text) is not None


_OF_A_YEAR = re.compile(r"\d{1,2} weeks a year\b")


def _bare(text: str) -> str:
    return spelt.in_figures(" ".join(text.lower().split())).strip(" .")


def _block(match: re.Match[str]) -> Block | None:
    told = {name: int(number) for name, number in match.groupdict().items() if number}
    served, rest = told.get("some") or told.get("on") or told.get("to", 0), told.get("off", 1)
    weeks = told.get("all") or served + rest
    return None if served > weeks else Block(1, 1) if served == weeks else Block(served, weeks)
