"""Columns that say what became of sessions, by what stands in them: outcomes, reasons, who was away; and paperwork."""

import re

from data.ingest.mapping.contents.few import CODE, FEW, HALF, MOST
from data.ingest.values import (
    families,
    flags,
    numbers,
    statuses,
    whom,
    why_not,
)
from data.ingest.values.session_outcome import GIVEN
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def is_of_attendance(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether marks, ticks or outcomes stand under a heading that names nothing but attendance (Att.): it is of who came,
    and of no school."""
    told = all(len(text) <= CODE or flags.read(text).value is not None or statuses.read(text).known for text in texts)
    return said_by(heading) == {"attendance"} and told


OF_PAPER = re.compile(
    r"\b(?:claim|bill\w*|sign\w*|approv\w*|note|notes|document\w*|eligib\w*|enrol\w*|consent|iep|plan|payment|report|record)\b"
)
"""Headings of paperwork: what stands beneath says nothing of a session."""
SIGNED = frozenset(("initial", "signature"))
"""Headings of who signed: a word for an absence may stand in the place of their letters."""


def is_status(heading: str, texts: tuple[str, ...]) -> bool:
    """Outcomes in words or codes, at least one of them a missed session: all, or of a few words the half.

    Single letters tell nothing by themselves: H is a holiday here and an origin there.
    """
    if OF_PAPER.search(words_of(heading)) or SIGNED & said_by(heading):
        return False
    if _tells_whom(heading, texts):
        return True
    if is_reason(heading, texts) and not any(statuses.read(text).status in GIVEN for text in texts):
        return False
    known = [text for text in texts if numbers.to_float(text) is None and statuses.read(text).minutes is None
             and statuses.read(text).known]  # fmt: skip
    missed = any(statuses.read(text).status == "missed" and len(text) > 1 for text in known)
    in_words = len(texts) <= FEW and min(map(len, known), default=0) > CODE
    return missed and len(known) >= (HALF if in_words else MOST) * len(texts)


def _tells_whom(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column says who was away: ``Student``, ``Provider`` under ``Not available``, half of a few words or more."""
    known = sum(whom.of_whom(heading, text) is not None for text in texts)
    return 0 < len(texts) <= FEW and known >= HALF * len(texts)


_WHY = frozenset({"reason", "explanation", "cause", "why"})
_OF_MISSED = families.MISSED | {"not", "undelivered"}
_WHAT = frozenset({"note", "comment", "remark", "code", "type", "detail", "description", "category", "explanation"})


def is_reason(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column that is called a reason, or a note or code of what was missed (Canc Note, Not Provided Code), holds
    a few words, the half of them known as why somebody was away."""
    missed = sum(bool(statuses.read(text).reason or why_not.reason(text)) for text in texts)
    told = said_by(heading)
    named = bool(_WHY & told) or bool(_OF_MISSED & told and _WHAT & told)
    return named and len(texts) <= FEW and missed >= HALF * len(texts)


def are_outcomes(texts: tuple[str, ...]) -> bool:
    """Whether a few texts, in words or by the file's key, say nothing but what became of sessions, given and missed ones."""
    said = [statuses.read(text) for text in texts if numbers.to_float(text) is None]
    told = {one.status for one in said}
    whole = len(said) == len(texts) <= FEW and all(one.known and not one.document for one in said)
    return whole and "missed" in told and bool(told.intersection(GIVEN))
