"""What a cell of scores says: a number, so many of so many, a step of a scale in words, minutes and seconds, nothing."""

import re
from dataclasses import dataclass
from functools import lru_cache

from data.ingest.values import codes, numbers, spelt, statuses
from data.ingest.values.session_outcome import UNKNOWN
from data.ingest.values.words import plain

_OF = re.compile(
    r"^(?P<of>\d{1,3})\s*(?:/|out of|of)\s*(?P<all>\d{1,3})"
    r"(?:\s*(?:trials?|opportunit(?:y|ies)|opps?|times?|tries|attempts?|items?|correct|probes?|"
    r"(?!(?:weeks|months|quarters|terms|semesters|years|hours|minutes|absences|refusals)\b)[a-z]{3,14}s)\.?)?"
    r"(?:\s*[=,;(-]?\s*(?P<share>\d{1,3}(?:\.\d+)?)\s*%\s*\)?)?$",
    re.IGNORECASE,
)
_SHARE_FIRST = re.compile(
    r"^(?P<share>\d{1,3}(?:\.\d+)?)\s*%\s*[,;(-]?\s*(?P<of>\d{1,3})\s*(?:/|of)\s*(?P<all>\d{1,3})\)?$"
)
_STEP = re.compile(r"^(?P<step>[+-]?\d{1,2})\s*(?:[-–—=:.)]\s*|\()(?P<words>[A-Za-z][^()]*)\)?$")
_STEP_BEHIND = re.compile(r"^(?P<words>[A-Za-z][A-Za-z .+/-]*?)\s*(?:[-–—=:]\s*|\()(?P<step>[+-]?\d)\)?$")
_CLOCK = re.compile(r"^(?P<first>\d{1,3}):(?P<second>[0-5]\d)(?::(?P<third>[0-5]\d))?$")
_MIN_SEC = re.compile(r"\b(?:min\w*\s*[:/&]\s*sec\w*|mm?:ss|m:s)\b", re.IGNORECASE)
_LEVELS = re.compile(
    r"\b(?:dep|dependent|indep|independent|independently|ind|sba|cga|tot(?:al)?|max(?:imum|imal)?|mod(?:erate)?|min(?:imum|imal)?|"
    r"stand ?by|contact guard|supervision|supervised|set ?up|hand over hand|hoh|verbal|gestur\w*|visual|tactile|physical|"
    r"assist\w*|prompt\w*|cue[sd]?|full|partial)\b"
)
_OF_LEVELS = frozenset(
    ("a", "assist", "assistance", "prompt", "prompts", "cue", "cues", "support", "level", "with", "and", "only")
)
_MODIFIED = re.compile(r"^mod(?:ified)?\.? ?(?:ind\w*|i)$")
_NOT_MEASURED = frozenset(
    ("not tested", "nt", "dnt", "did not test", "no data", "n d", "not measured", "not assessed", "no probe", "not observed",
     "no data collected", "data not collected", "not taken", "not collected", "no session", "no school",
     "no data yet", "none yet", "not yet", "nothing yet", "no scores yet")
)  # fmt: skip
_SHORTEST_WORD = 3
_ALIKE = 1.0
"""Points by which a share that stands beside its fraction may be rounded."""


@dataclass(frozen=True, slots=True)
class Score:
    """One cell: ``value`` of ``out_of`` trials, in ``percent`` where it is told so; the step of a ``level`` in words."""

    value: float
    out_of: int | None = None
    is_percent: bool = False
    level: str | None = None


def is_share(text: str) -> bool:
    """Whether a cell is in percent, or so many of so many: 35 %, 2/5."""
    return text.strip().endswith("%") or fraction(text) is not None


@lru_cache(maxsize=20_000)
def fraction(text: str) -> Score | None:
    """``4/10``, ``4 out of 10 trials``; with its own percent beside it that percent; None where both don't agree."""
    bare = spelt.counts(" ".join(text.split()))
    match = _OF.match(bare) or _SHARE_FIRST.match(bare)
    if match is None:
        return None
    of, trials = int(match["of"]), int(match["all"])
    if not trials or of > trials:
        return None
    if match["share"] is None:
        return Score(float(of), trials)
    share = float(match["share"])
    return Score(share, trials, is_percent=True) if abs(share - 100 * of / trials) <= _ALIKE else None


@lru_cache(maxsize=20_000)
def level(text: str) -> Score | None:
    """``3 - Mod A``, ``Min Assist (4)``: the step of a scale that the cell itself numbers; words of progress are none."""
    bare = " ".join(text.split())
    match = _STEP.match(bare) or _STEP_BEHIND.match(bare)
    if match is None or codes.find(match["words"], "progress_code") or not is_level(match["words"]):
        return None
    return Score(float(match["step"]), level=plain(match["words"]))


@lru_cache(maxsize=20_000)
def is_level(text: str) -> bool:
    """Whether words say nothing but how much help it took: ``Mod A``, ``SBA``, ``verbal prompts``."""
    bare = plain(text)
    if _MODIFIED.match(bare):
        return True
    rest = _LEVELS.sub(" ", bare).split()
    return _LEVELS.search(bare) is not None and not set(rest) - _OF_LEVELS


def clock(text: str) -> tuple[int, int, int | None] | None:
    """The two or three numbers of ``3:30`` or ``0:03:30``; None where it is no such text."""
    match = _CLOCK.match(text.strip())
    return (
        (int(match["first"]), int(match["second"]), int(match["third"]) if match["third"] else None) if match else None
    )


def is_min_sec(heading: str) -> bool:
    """Whether a heading says that minutes and seconds stand beneath it: ``On task (min:sec)``."""
    return _MIN_SEC.search(heading) is not None


@lru_cache(maxsize=20_000)
def is_not_measured(text: str) -> bool:
    """Whether a cell says that there was nothing to measure: nobody came, no school, not tested."""
    bare = plain(text)
    if bare in _NOT_MEASURED:
        return True
    said = statuses.read(text) if len(bare) >= _SHORTEST_WORD and numbers.to_float(text) is None else UNKNOWN
    return said.known and said.status == "missed" and said.reason not in (None, "student_refused") and not said.minutes


@lru_cache(maxsize=20_000)
def is_measure(text: str) -> bool:
    """Whether a baseline or target can be told so: a step of a scale, minutes and seconds."""
    return level(text) is not None or is_level(text) or clock(text) is not None


@lru_cache(maxsize=20_000)
def is_score(text: str) -> bool:
    """Whether a cell can be a score, however it is told."""
    return (
        not numbers.read_measure(text).failed
        or fraction(text) is not None
        or level(text) is not None
        or is_level(text)
        or is_not_measured(text)
        or clock(text) is not None
    )
