"""Wordings that say that a session was given in part: how much of it, and why it was less."""

import re
from dataclasses import dataclass

_MIN = r" ?min(?:ute)?s?\.?"
_ENDED = r"(?:ended|left|finished|stopped|went home) early"
_BEGAN = r"(?:came|arrived|started|began) late"
_TAKEN = r"(?:picked up|checked out|signed out|taken out|dismissed|released|had to (?:leave|go)) early"
_HALF = r"(?:about |the |our |only )?(?:(?:first|last|other|second) )?half"
_SESSION = r"(?:session|visit|treatment|tx|therapy|service|student|lesson)"
_SHORT = re.compile(
    r"\b(?:cut short|shorter|shortened|partial(?:ly)?|part of the (?:time|session)|"
    rf"{_ENDED}|{_BEGAN}|{_TAKEN}|(?:only (?:got|had|did|saw)|got only|lost) {_HALF})\b(?! of (?!(?:the |our )?(?:session|time)))"
)
_LESS = (
    rf"(?:lost|missed|only (?:got|had|did|saw)|got|had(?= half)) (?:{_HALF}|(?:about |the )?(?:first |last )?\d{{1,3}}{_MIN}|"
    r"(?:the )?(?:some|most|rest|part|beginning|start|end))"
    rf"(?: of (?:the |our |his |her )?(?:{_SESSION}|time))?|(?:an? |very )?(?:short|half|partial|shortened) session|"
    rf"(?:(?:{_SESSION}|we|i) )?(?:was |were |had to be )?(?:cut short|shortened|partial|{_ENDED}|{_BEGAN}|{_TAKEN})|late start|"
    rf"(?:only|just) (?P<given>\d{{1,3}})(?:{_MIN})"
)
"""What says that there was less of a session, and no more."""
_BEHIND = r"(?:\s*[-–—:,;/(]+\s*|\.\s+|\s+(?:due to|because of|bc|b/c|by|for|to)\s+)(?P<why>[^,;/(–—-]+?)[).]?"
_BEFORE = r"(?P<why>[^,;/(–—-]+?)(?:\s*[-–—:,;/(]+\s*|\.\s+|\s+(?:and|so)\s+)"
_BECAUSE = r"(?:\s*[-–—:,;(]+\s*|\.\s+|\s+(?:due to|because of|bc|b/c)\s+)(?P<why>\D+?)[).]?"
_WORDINGS = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        rf"(?:only |seen |saw |got |did |had )?(?P<given>\d{{1,3}})(?:{_MIN})? ?(?:/|of|out of) ?(?:the )?(?P<whole>\d{{1,3}})"
        rf"(?:{_MIN})?{_BECAUSE}",
        rf"(?:(?:session|visit) )?(?:was )?(?:cut )?\d{{1,3}}{_MIN} (?:short|shorter|less|lost){_BECAUSE}",
        rf"(?:{_LESS}){_BEHIND}",
        rf"{_BEFORE}(?:{_LESS})[).]?",
        r"(?P<why>[^,;/(–—-]+?) (?:cut (?:the |our )?session short|ran (?:over|long|late))",
    )
)


@dataclass(frozen=True, slots=True)
class InPart:
    """Why there was less of a session, in words, and how many of its minutes were given, where that is said."""

    why: str
    given: float | None


def because(text: str) -> InPart | None:
    """``20 of 30, fire drill``, ``10 min short - assembly``, ``Ended early - fire drill``, ``fire drill, lost half``: what they
    say; None of other texts."""
    match = next((found for one in _WORDINGS if (found := one.fullmatch(text.strip()))), None)
    if match is None:
        return None
    told = match.groupdict()
    given, whole = told.get("given"), told.get("whole")
    if given and whole and int(given) >= int(whole):
        return None
    return InPart(told["why"], float(given) if given else None)


def is_told(bare: str) -> bool:
    """Whether a plain text says that a session was given in part, whatever else it says."""
    return _SHORT.search(bare) is not None


def begins(bare: str) -> bool:
    """Whether a plain text says so first of all."""
    return _SHORT.match(bare) is not None
