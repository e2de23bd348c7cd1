"""What a note on a session says of it in its first words: Seen 20 min. Buttons on vest; Refused to come, tried twice."""

import re

from data.ingest.values import statuses
from data.ingest.values.session_outcome import Outcome
from data.ingest.values.words import plain

_FIRST = re.compile(r"^(?P<first>.*?)(?:[.;,\n](?=\s|$)|$)\s*(?P<rest>.*)$", re.DOTALL)
_SEEN = re.compile(
    r"^(?:(?:was |student |child |pt |we )?(?:seen|saw|met|worked|treated|served|held|session|therapy|tx)\b"
    r"(?: (?:with|him|her|them|student|child|session|individually|in group))* )?(?:for )?"
    r"(?P<minutes>\d{1,3}) ?(?:min|mins|minutes?|m)\b(?P<where>[^\d]*)$"
)
_SEEN_SOMEWHERE = re.compile(
    r"^(?:(?:was |student |child |pt )?(?:seen|treated|worked with) )(?:in|at|for|1 1|individually)\b(?P<where>[^\d]*)$"
)
_NO_TREATMENT = re.compile(
    r"\b(?:nurse|evaluat\w*|assess\w*|screen\w*|observ\w*|consult\w*|teacher|parent|mom|dad|hall\w*)\b"
)
_WHEN = re.compile(r" (?:again|today|this (?:week|time|morning|afternoon|date)|all (?:day|week))$")
_MINUTES = re.compile(r"\d\s*(?:min|hr|hour)")
_GAINSAYS = re.compile(
    r"\b(?:absen\w*|cancel\w*|miss(?:ed|ing)|make ?-?ups?|made up|mu|no[- ]show\w*|sick|ill|refus\w*|left|leav\w*|early|late|"
    r"short\w*|instead|would ?n[o’']?t|didn[’']?t|did not|unable|never|owed?s?|resched\w*|only|not (?:seen|here|available)|"
    r"testing|assembly|drill|meeting|mtg|but|except|ended|stopped|cut)\b",
    re.IGNORECASE,
)
"""Words behind a session that was given which may take some of it back."""
_GIVES = re.compile(r"\b(?:seen|saw|worked|met|session held|make ?-?up|made up|mu|then|but|later)\b", re.IGNORECASE)
_SHORTEST, _LONGEST = 5, 240


def read(text: str) -> Outcome | None:
    """What a note tells by its first words, where nothing behind them may take it back; None where it tells nothing. One
    word behind an absence may say whose it is (No show, both)."""
    match = _FIRST.match(text.strip())
    if match is None or len(text.split()) < 2:
        return None
    rest = match["rest"]
    if given := _SEEN.match(plain(match["first"])):
        minutes = float(given["minutes"])
        told = _GAINSAYS.search(f"{given['where']} {rest}") or _MINUTES.search(rest)
        return Outcome("delivered", None, minutes) if not told and _SHORTEST <= minutes <= _LONGEST else None
    if (seen := _SEEN_SOMEWHERE.match(plain(match["first"]))) and not _NO_TREATMENT.search(plain(text)):
        told = _GAINSAYS.search(f"{seen['where']} {rest}") or _MINUTES.search(rest)
        return None if told else Outcome("delivered")
    said = statuses.read(_WHEN.sub("", plain(match["first"])))
    doubtful = bool(_GIVES.search(rest) or _MINUTES.search(rest)) or len(rest.split()) == 1
    return said if said.status == "missed" and said.reason and not doubtful and not _is_other(rest, said) else None


def _is_other(rest: str, said: Outcome) -> bool:
    """Whether what stands behind an absence gives another reason for it, or says whose it was."""
    if statuses.tells_whom(rest):
        return True
    other = statuses.read(rest) if rest else said
    return other.known and (other.status, other.reason) != (said.status, said.reason)
