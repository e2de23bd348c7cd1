"""How all rows of a table are given, where a title or a remark says it: all 1:1, pull-out; everyone is push-in; OT groups."""

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
        said = (
            _said([piece.strip() for piece in _PIECES.split(match["how"])])
            if match
            else _of_groups(part) or _of_a_place(part)
        )
        if any(found.get(topic, code) != code for topic, code in said.items()):
            return {}
        found |= said
    return found


def _of_groups(part: str) -> dict[str, str]:
    """What a title says that is nothing but groups, maybe of a service (OT groups; Small Group Attendance)."""
    said = plain(part).split()
    rest = " ".join(word for word in said if word not in _GROUPS | _OF_PAPER)
    is_one = bool(_GROUPS & {*said}) and (not rest or codes.find(rest, "service") is not None) and len(said) <= _LONGEST
    return {"grouping": "group"} if is_one and codes.find(rest, "grouping") is None else {}


def _of_a_place(part: str) -> dict[str, str]:
    """What a title says that is nothing but a service and where in a school it is given: OT push-in; Pull-out Speech Log."""
    said = plain(part).split()
    rest = [word for word in said if word not in _OF_PAPER]
    joined = " ".join(rest)
    if len(said) > _LONGEST or not (how := _IN_SCHOOL.search(joined)):
        return {}
    others = " ".join(_IN_SCHOOL.sub(" ", joined).split())
    is_alone = len(_IN_SCHOOL.findall(joined)) == 1 and (not others or codes.find(others, "service") is not None)
    code = codes.find(how[0], "setting")
    return {"setting": code} if is_alone and code else {}


_IN_SCHOOL = re.compile(r"\b(?:push ?in|pull ?out|co ?teach(?:ing)?|co ?taught)\b")
_GROUPS = frozenset(("group", "groups", "grp", "grps"))
_OF_PAPER = frozenset(
    ("small", "log", "logs", "attendance", "sheet", "sheets", "sessions", "therapy", "tracker", "record")
)
_LONGEST = 5


def is_of_individuals(text: str) -> bool:
    """Whether a title speaks of children seen one by one, so that one of groups beside it isn't said of all."""
    return _ONE_BY_ONE.search(plain(text)) is not None


_ONE_BY_ONE = re.compile(r"\b(?:individuals?|individually|indiv|one (?:on|to) one|1 (?:on|to) 1|1 1|singles?|solo)\b")


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
