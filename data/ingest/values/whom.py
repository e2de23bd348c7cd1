"""Whose absence a cell tells that only names who, under a heading that says what: Provider under Not available."""

import re

from data.ingest.values import vocabulary
from data.ingest.values.session_outcome import Outcome
from data.ingest.values.statuses import read
from data.ingest.values.words import heading, plain, spelt_out

_PEOPLE = re.compile(rf"(?:the )?(?:{vocabulary.WHO}|{vocabulary.CHILD}|{vocabulary.FAMILY})s?")
_ME = re.compile(r"(?:me|myself)")
_CANCELLED = "cancelled"
_OF_SCHOOL = frozenset(("school", "the school", "building", "district", "office", "facility", "agency", "site"))
_GONE_BY = (
    (re.compile(r"\bnot available\b|\bunavailable\b"), "not available"),
    (re.compile(r"\bno show\b"), "no show"),
    (re.compile(r"\babsen(?:t|ce|ces)\b|\bnot present\b|\bmissing\b"), "absent"),
    (re.compile(r"\bcancel\w*\b"), _CANCELLED),
    (re.compile(r"\brefus\w*\b"), "refused"),
)  # fmt: skip


_VERB = r"(?:provided|delivered|rendered|treated|seen|served|given|held|covered|conducted|performed|taught)"
_WHAT = r"(?:(?:related )?services?|sessions?|therapy|treatment|tx|visits?|lessons?|student|child)"
_GAVE = re.compile(
    rf"(?:(?:direct |actual )?{_WHAT} )?(?:actually |was |were )?{_VERB} by(?: whom)?(?: name)?|"
    rf"who (?:actually )?(?:{_VERB}|gave|saw)(?: (?:the )?{_WHAT})?"
)


def names_who_gave(told: str) -> bool:
    """Whether a heading asks who gave each session: Session Provided By, Who Saw the Student; not who cancelled or wrote."""
    return _GAVE.fullmatch(" ".join(heading(told).split())) is not None


def of_whom(told: str, text: str) -> Outcome | None:
    """What a cell that only names who says under a heading that says what: ``Provider`` under ``Not available``.

    Of a session that a student or the school called off it only says that it was missed: why is told elsewhere, if at all.
    """
    whose = "provider" if _ME.fullmatch(plain(text)) else plain(text)
    if not _PEOPLE.fullmatch(whose) and whose not in _OF_SCHOOL:
        return None
    heading_told = f"{plain(told)} {spelt_out(heading(told))}"
    gone = next((what for pattern, what in _GONE_BY if pattern.search(heading_told)), None)
    if gone == _CANCELLED and (whose in _OF_SCHOOL or re.fullmatch(f"(?:the )?{vocabulary.CHILD}s?", whose)):
        return Outcome("missed")
    said = read(f"{whose} {gone}") if gone and whose not in _OF_SCHOOL else None
    return said if said and said.known and said.status == "missed" else None


def is_whose(text: str) -> bool:
    """Whether a text names nothing but who called a session off, or was away: Student, Provider, School."""
    return _PEOPLE.fullmatch(plain(text)) is not None or plain(text) in _OF_SCHOOL
