"""Grading periods that are told by a letter, a word or nothing and their number: T1 T2 T3, Term 1 Term 2, R1 R2, 1st 2nd 3rd."""

import re
from collections.abc import Sequence

import pyarrow as pa

from data.ingest.values import codes, families, nothing, scores, terms, words

FEWEST = 2
UNDER_WAY = frozenset(("not_introduced", "no_progress", "insufficient", "sufficient"))
"""Codes that are told of a goal and of no session, as *completed* may be."""
_NUMBERED = re.compile(
    r"^(?P<stem>[A-Za-z]*(?: [A-Za-z]+)?)[\s._#-]*(?P<number>[1-9])(?P<nth>st|nd|rd|th)?(?:[\s:_-]+(?P<rest>[A-Za-z ]+))?$"
)
_OF_REPORTS = families.RATINGS | families.PERIODS | {"update", "status", "term", "period", "reporting"}
_NO_PERIODS = families.GOALS | families.TESTS | frozenset(
    ("skill", "trial", "session", "attempt", "step", "item", "target", "baseline", "prompt", "g", "o", "b")
)  # fmt: skip
"""What else is numbered in a list of goals."""


def places(headings: Sequence[str], columns: list[pa.Array], key: dict[str, str]) -> dict[int, str]:
    """The column of each period by its number, where nothing but codes of progress stand under all of them, by
    the file's key or in words, some of which no session would have, or nothing but scores under what is called a period
    (Term 1); empty where there is no such series."""
    found: dict[str, dict[int, tuple[int, str]]] = {}
    for place, heading in enumerate(headings):
        if (match := _NUMBERED.match(heading.strip())) and (alike := _alike(match)):
            found.setdefault(alike, {})[int(match["number"])] = (place, _name(match))
    series = [one for one in found.values() if len(one) >= FEWEST]
    if len(series) != 1:
        return {}
    told = dict(series[0].values())
    texts = {text.strip() for place in told for text in columns[place].to_pylist() if text and text.strip()}
    filled = [text for text in texts if not nothing.is_nothing(text)]
    scored = (
        all(_is_called_period(headings[place]) for place in told) and bool(filled) and all(map(scores.is_score, filled))
    )
    return told if scored or are_of_progress(filled, key) else {}


_CALLED = frozenset({"quarter", "trimester", "semester", "term", "period", "reporting", "rp", "gp"})


def _is_called_period(heading: str) -> bool:
    """Whether a numbered heading says that it is of a period: Term 1, RP2; T1 may be a trial."""
    match = _NUMBERED.match(heading.strip())
    return match is not None and bool(words.said_by(f"{match['stem']} {match['rest'] or ''}") & _CALLED)


def days_of(headings: Sequence[str], told: dict[int, str]) -> dict[int, str]:
    """The columns of days beside those of numbered periods, each with its period: R1 Date beside R1 Code."""
    read = {place: match for place, one in enumerate(headings) if (match := _NUMBERED.match(one.strip()))}
    of_each = {_whose(read[place]): period for place, period in told.items()}
    return {
        place: of_each[_whose(match)] for place, match in read.items()
        if place not in told and match["rest"] and words.said_by(match["rest"]) <= families.DAYS and _whose(match) in of_each
    }  # fmt: skip


def _whose(match: re.Match[str]) -> tuple[str, str]:
    return match["stem"].strip().casefold(), match["number"]


def are_of_progress(texts: Sequence[str], key: dict[str, str]) -> bool:
    """Whether texts are codes of progress, all of them, and some are of a goal that is under way."""
    known = {codes.find(key.get(text.casefold(), text), "progress_code") for text in texts}
    return None not in known and bool(known & UNDER_WAY)


def _alike(match: re.Match[str]) -> str:
    """What headings of one series share; empty where they number something else, or are a bare number."""
    stem, rest = match["stem"].strip(), match["rest"] or ""
    said = words.said_by(f"{stem} {rest}") if stem or rest else frozenset()
    is_named = bool(stem or match["nth"])
    is_other = bool(said & _NO_PERIODS) or not words.said_by(rest or "period") <= _OF_REPORTS
    return "" if is_other or not is_named else f"{stem}|{match['nth'] is None}|{rest}".casefold()


def _name(match: re.Match[str]) -> str:
    """The period as it is written, without the word for reports behind it."""
    of_period = match["rest"] and words.said_by(match["rest"]) & (families.PERIODS | {"term", "period"})
    return terms.period_name(
        match[0] if of_period else match[0][: match.end("nth") if match["nth"] else match.end("number")]
    )
