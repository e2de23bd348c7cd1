"""How all rows of a table are given, where a title or a remark says it: all 1:1, pull-out; everyone is push-in."""

import re
from functools import lru_cache

from data.contracts.words import phrases
from data.ingest.values import codes
from data.ingest.values.words import plain

_PARTS = re.compile(r"[.;|()\n]|\s[-–—]\s")
_PIECES = re.compile(r"[,&+/]|\band\b")
UNLESS_NOTED = r"(?:unless|except (?:as|where)|if not) (?:otherwise )?(?:noted|stated|indicated|specified|marked)"
"""How what is said of all is not said of those that note something else."""
_ALL = re.compile(
    r"^(?:all|everyone|everybody|every student|each student)"
    r"(?: (?:students?|kids|children|sessions?|services?|lines?|minutes|visits?|therapy|tx|treatment|is|are|were|was|seen|served|"
    rf"given|provided|done))*\b\W*(?P<how>\S.*?)(?:,? {UNLESS_NOTED}\b.*)?$",
    re.IGNORECASE,
)
_NOT_BY_ITSELF = frozenset(
    {"in", "out", "inside", "outside", "other", "class", "home", "eval", "evaluation", "assessment", "pull", "push"}
)
"""Words that say more than where something is given, or only with others."""


_EXCEPT = re.compile(r"\b(?:unless|except|if not)\b", re.IGNORECASE)


def has_exceptions(text: str) -> bool:
    """Whether what a title says of all rows isn't said of those that note something else: all pull-out unless noted."""
    return _EXCEPT.search(text) is not None


@lru_cache(maxsize=2_000)
def told(text: str) -> dict[str, str]:
    """Topic (kind, setting, grouping) -> the code that a title says of all rows; empty where it says anything else of them
    (all 1:1 except Ada), or two of a topic."""
    found: dict[str, str] = {}
    for part in _PARTS.split(text):
        match = _ALL.match(part.strip())
        said = _said([piece.strip() for piece in _PIECES.split(match["how"])]) if match else {}
        if any(found.get(topic, code) != code for topic, code in said.items()):
            return {}
        found |= said
    return found


def _said(pieces: list[str]) -> dict[str, str]:
    """What pieces say of how something is given, each of one topic; empty where one says nothing, or two gainsay each other."""
    found: dict[str, str] = {}
    for piece in pieces:
        bare = plain(piece)
        topic = next((topic for topic in codes.HOW if bare in phrases(topic)), None)
        if topic is None or len(bare) < _SHORTEST or bare in _NOT_BY_ITSELF or topic in found:
            return {}
        found[topic] = phrases(topic)[bare]
    return found


_SHORTEST = 2
