"""What a text can say of a session: what became of it and why, how long it was, how it was given."""

from dataclasses import dataclass
from datetime import date

from data.contracts.datasets import KINDS, REASONS, STATUSES


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one text says of a session. ``status`` None: it says nothing of it. ``ignored``: no session at all."""

    status: str | None = None
    reason: str | None = None
    minutes: float | None = None
    makes_up_date: date | None = None
    known: bool = True
    ignored: bool = False
    document: bool = False
    """Words of paperwork (signed, submitted): they say nothing of the session."""
    kind: str | None = None
    """Direct or indirect, where a word for what was done says it."""
    grouping: str | None = None
    """Individual or group, where the word says that."""


UNKNOWN = Outcome(known=False)
GIVEN = ("delivered", "partial", "make_up")


def of_answer(answer: str) -> Outcome:
    """The outcome that an answer such as ``missed:student_absent``, ``indirect`` (given, and so) or ``ignored`` stands
    for; unknown where it is none."""
    status, _, reason = (part.strip().lower() for part in answer.partition(":"))
    if status in ("ignored", "ignore"):
        return Outcome(ignored=True)
    if status in KINDS and not reason:
        status, reason = "delivered", status
    if status in GIVEN and reason in KINDS:
        return Outcome(status, kind=reason)
    if status in STATUSES and (not reason or reason in REASONS):
        return Outcome(status, reason or None)
    return Outcome(None, status) if status in REASONS else UNKNOWN
