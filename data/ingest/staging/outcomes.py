"""What all the cells of one session's row say together: delivered, missed and why, or a question; never a guess."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from data.ingest.values import done, statuses
from data.ingest.values.session_outcome import GIVEN, Outcome
from data.ingest.values.wordings import is_excuse
from data.ingest.values.words import plain

BLANK, NO_STATUS, ONLY_PROMISED = "(blank)", "(no status)", "only_promised"
"""The words by which rows without any word are answered: those without minutes, those that have some."""
_STUDENTS_OWN = frozenset(
    {"student_unexcused", "student_refused", "parent_declined", "student_suspended", "school_event", "state_testing",
     "emergency_closure", "strike", "holiday"}
)  # fmt: skip
"""Reasons that only tell more of why a student was absent."""
_PROVIDERS_OWN = frozenset({"provider_meeting", "vacancy"})
"""Reasons that only tell more of why a provider was away."""
_NOT_THE_STUDENT = frozenset({"provider_absent", "vacancy", "provider_meeting", "tele_technical"})
"""Reasons beside a tick under absent that say that it was the provider."""
_VAGUE = ("other", "unknown")


@dataclass(frozen=True)
class Word:
    """One cell that says something of the session, with what it says."""

    heading: str
    text: str
    outcome: Outcome
    is_reason: bool = False


@dataclass(frozen=True)
class Clues:
    """What the cells of one row say. Flags are None where the row has none; ``has_minutes``: it has minutes above 0."""

    words: tuple[Word, ...] = ()
    absent: bool | None = None
    provider_absent: bool | None = None
    delivered: bool | None = None
    make_up: bool | None = None
    has_minutes: bool = False
    makes_up: bool = False
    missed: bool | None = None
    """Ticked as missed, nobody says why."""
    loses: bool = False
    """It has minutes that weren't given."""
    loses_all: bool = False
    """As many minutes were missed as it has, and nothing says that these were given."""
    is_cut_short: bool = False
    """Some of the minutes that were planned were given, as columns of both say."""
    is_told: bool = False
    """The log has a column that says of each session whether it was given."""
    is_blank: bool = False
    """Its own minutes are blank or 0, whatever its times say, and those of other rows aren't."""
    is_promised: bool = False
    """Its minutes are those that were planned or promised, and nothing else tells how long it was."""
    marks_absences: bool = False
    """The log has a column that marks those who were absent, in which the others came."""
    is_anybodys: bool = False
    """Absent is ticked, and the heading doesn't say whose absence that is."""


@dataclass(frozen=True)
class Verdict:
    """A session's status and reason, or what keeps its row out. ``asked`` is the text that an answer is given for."""

    status: str | None = None
    reason: str | None = None
    minutes: float | None = None
    makes_up_date: date | None = None
    kind: str | None = None
    grouping: str | None = None
    ignored: bool = False
    code: str = ""
    message: str = ""
    heading: str = ""
    asked: str | None = None
    assumed: bool = False
    """Delivered because of its minutes alone."""


_NO_MAKE_UP = Verdict(
    code="contradictory_make_up",
    message="one cell says that this is no make-up, another one which day it makes up; mend one of them",
)
NO_MINUTES = Verdict(code="no_minutes", message="the session was given, but its minutes aren't said; fill them in")


def settle(clues: Clues, answer: Callable[[str], Outcome | None] = lambda text: None) -> Verdict:
    """The session's status out of all clues; ``answer`` gives what a person said of a text that nobody else can read.

    A word that isn't known, words that contradict each other, and rows that say nothing wait.
    """
    if any(word.outcome.ignored for word in clues.words):
        return Verdict(ignored=True)
    clues = replace(clues, words=tuple(word for word in clues.words if not _tells_more(word, clues)))
    clues = replace(clues, words=_of_whom_told(_without_excuses(clues.words)))
    unknown = next((word for word in clues.words if not word.outcome.known), None)
    if unknown is not None:
        return _unknown(unknown)
    together = _together(clues)
    answered = answer(together) if together else None
    words = [answered] if answered else [word.outcome for word in clues.words]
    if answered and answered.ignored:
        return Verdict(ignored=True)
    minutes = next((word.outcome.minutes for word in clues.words if word.outcome.minutes is not None), None)
    day = next((word.outcome.makes_up_date for word in clues.words if word.outcome.makes_up_date), None)
    if clues.loses_all and clues.has_minutes and not any(one.status for one in words):
        return _unsaid(replace(clues, is_told=True), True, minutes, day, answer)
    flagged = [] if answered else _flags(clues)
    status = _status({one.status for one in (*words, *flagged) if one.status}, clues, words)
    reason = _reason(one.reason for one in (*words, *flagged) if one.reason)
    verdict = _checked(status, reason, minutes, day, clues, together, answer)
    if clues.make_up is False and clues.makes_up and not answered and verdict.status in ("delivered", "make_up"):
        return _NO_MAKE_UP
    told = (_only(one.kind for one in words), _only(one.grouping for one in words))
    return replace(verdict, kind=told[0] or verdict.kind, grouping=told[1]) if any(told) else verdict


def _together(clues: Clues) -> str:
    """The words of a row as they are answered together: several of them, or a make-up beside ticks that say that nobody came;
    "" where there is one alone."""
    texts = [word.text for word in clues.words]
    if len(texts) == 1 and clues.words[0].outcome.status == "make_up" and _is_flagged_missed(clues):
        texts.append("missed")
    return " + ".join(texts) if len(texts) > 1 else ""


def _is_flagged_missed(clues: Clues) -> bool:
    return bool(clues.absent or clues.provider_absent or clues.missed or clues.delivered is False)


def _only(said: Iterable[str | None]) -> str | None:
    """The one thing that is said; None where nothing is, or several are."""
    found = {one for one in said if one}
    return found.pop() if len(found) == 1 else None


_ANYBODYS = re.compile(
    r"^(?:an? |the )?(?:(?:out |home |called (?:in |out )?)?(?:ill(?:ness)?|sick)|sick(?:ness)?(?: day| leave)?|"
    r"personal(?: day| leave| reasons?| illness)?|vacation|"
    r"(?:doctors?|medical|dental|dr) (?:appointment|appt|visit)|appointment|family (?:emergency|illness)|jury duty|bereavement)$"
)
"""What keeps a student away as well as a provider."""


_GONE = re.compile(r"^(?:absent|absence|away|out|gone|not (?:here|present|available|there)|unavailable)$")
_STUDENTS = re.compile(r"(?i)\b(?:student|child|pupil)")
"""Words that say that somebody was away, under a heading that doesn't say who."""
_IN_WORDS = re.compile(r"[^\W\d]*[a-z]{4}[^\d]*|[^\d]* [^\d]* [^\d]*")
"""A remark rather than a code: child care, ice storm."""


def _tells_more(word: Word, clues: Clues) -> bool:
    """Whether a reason that doesn't say whose it is (illness), or a remark that only a person would understand (child
    care), stands beside what says who was away: it adds nothing. A code that nobody knows may say something else."""
    if not word.is_reason:
        return _is_explained(word, clues)
    is_shorter = clues.is_cut_short and word.outcome.reason in SHORTENS
    if _only_moved(word.text) and clues.has_minutes and _is_given(word, clues) and not is_shorter:
        return True
    is_remark = not word.outcome.known and _IN_WORDS.fullmatch(word.text.strip()) is not None
    if is_remark:
        return _is_settled(clues)
    is_nobodys = _ANYBODYS.match(plain(word.text)) or (
        _GONE.match(plain(word.text)) and not _STUDENTS.search(word.heading)
    )
    return bool(is_nobodys) and any(_others(word, clues))


_MOVED = re.compile(
    r"(?i)^\W*(?:(?:was|were|session|time|seen) )*(?:moved|rescheduled|switched|shifted|changed|swapped|early|earlier|later)\b"
)
"""A remark on why a session was at another time than usual."""
_PARTS = re.compile(r"(?i)\s*[,;.]\s*|\s+[-–—]\s+|\s+(?:and|but)\s+")


def _only_moved(text: str) -> bool:
    """Whether a remark says that a session was moved, and nowhere beside it that it, or the student, was missing."""
    others = [part for part in _PARTS.split(text)[1:] if part]
    is_denied = _NOT.search(text) is not None or any(statuses.read(part).status == "missed" for part in others)
    return _MOVED.match(text) is not None and not is_denied


_NOT = re.compile(r"(?i)\b(?:not|never|no)\b|n't\b")


def _is_given(word: Word, clues: Clues) -> bool:
    """Whether all that the other cells say of a row is that its session was given."""
    others = [one.outcome.status for one in clues.words if one is not word and not one.is_reason]
    denied = clues.absent or clues.provider_absent or clues.missed or clues.loses or clues.delivered is False
    return bool(others or clues.delivered) and set(others) <= set(GIVEN) and not denied


_A_WORD = re.compile(r"(?i)[^\W\d]{4}")
_AGAIN = re.compile(r"(?i)\b(?:attempt|ma[dk]e|mu\b|part|late|early|short)")


def _is_explained(word: Word, clues: Clues) -> bool:
    """Whether a status in words that nobody can read (Not complete) stands in a row without minutes, of which another cell
    tells the reason why there was no session: it says no more than that. It may be an attempt by its words."""
    is_told = word.outcome.known or not _A_WORD.search(word.text) or _AGAIN.search(word.text)
    others = [one.outcome for one in clues.words if one is not word]
    missed = any(one.reason for one in others) and all(one.known and one.status in (None, "missed") for one in others)
    return not is_told and missed and (clues.is_blank or not clues.has_minutes)


def _is_settled(clues: Clues) -> bool:
    """Whether a status says that the session was missed and why, without its reasons."""
    said = [one.outcome for one in clues.words if not one.is_reason]
    return any(one.status == "missed" and one.reason and one.reason not in (*_VAGUE, "holiday") for one in said)


def _others(word: Word, clues: Clues) -> list[str | None]:
    """The reasons that the row's other cells give."""
    words = [one.outcome.reason for one in clues.words if one is not word and one.outcome.status == "missed"]
    return [*words, *["student_absent"] * bool(clues.absent), *["provider_absent"] * bool(clues.provider_absent)]


def _without_excuses(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, of which those that only say whether a miss was excused (Unexcused, Provider absent), or that the school
    was closed (School closed, ice storm), say no reason where another one tells it."""
    if any(word.outcome.reason == "emergency_closure" for word in words):
        words = tuple(_without_reason(word) if _only_closed(word) else word for word in words)
    if not any(word.outcome.reason and not is_excuse(word.text) for word in words):
        return words
    return tuple(_without_reason(word) if is_excuse(word.text) else word for word in words)


def _of_whom_told(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, of which a bare Absent under a heading that doesn't say whose yields to a reason that says it was the
    provider's (Therapist out)."""
    if not any(word.is_reason and word.outcome.reason in _NOT_THE_STUDENT for word in words):
        return words
    return tuple(_without_reason(word) if _is_anybodys(word) else word for word in words)


def _is_anybodys(word: Word) -> bool:
    return not word.is_reason and _GONE.match(plain(word.text)) is not None and not _STUDENTS.search(word.heading)


def _only_closed(word: Word) -> bool:
    """Whether a word says no more than that the school was closed, and nobody answered why."""
    return word.outcome.reason != "emergency_closure" and _CLOSED.search(word.text) is not None


_CLOSED = re.compile(
    r"(?i)^(?:the )?schools? (?:(?:was|is) )?(?:closed|not in session)$|^closed$|^no school(?: today)?$"
)


def _without_reason(word: Word) -> Word:
    return replace(word, outcome=Outcome("missed"))


def _flags(clues: Clues) -> list[Outcome]:
    found = []
    if clues.absent:
        told = clues.is_anybodys and any(
            word.is_reason and word.outcome.reason in _NOT_THE_STUDENT for word in clues.words
        )
        found.append(Outcome("missed", None if told else "student_absent"))
    if clues.provider_absent:
        found.append(Outcome("missed", "provider_absent"))
    if clues.loses:
        found.append(Outcome("partial" if clues.has_minutes else "missed"))
    if clues.missed is not None:
        found.append(Outcome("missed" if clues.missed else "delivered"))
    if clues.delivered is not None:
        found.append(Outcome("delivered" if clues.delivered else "missed"))
    return found


_CLASH = "clash"
SHORTENS = frozenset(
    {
        "school_event",
        "state_testing",
        "emergency_closure",
        "student_refused",
        "provider_meeting",
        "tele_technical",
        "other",
    }
)
"""Reasons for which a session may end early, where others keep somebody away from all of it."""


def _only_shortened(clues: Clues) -> bool:
    """Whether nothing but reasons, or that it was given, stand beside some of the planned minutes, and the reasons may all
    have cut it short."""
    given = clues.is_cut_short and (clues.absent, clues.provider_absent, clues.missed) == (None,) * 3
    why = [word.outcome.reason in SHORTENS for word in clues.words if word.is_reason]
    others = {word.outcome.status for word in clues.words if not word.is_reason}
    return given and clues.delivered is not False and bool(why) and all(why) and others <= {"delivered"}


def _status(said: set[str], clues: Clues, words: list[Outcome]) -> str | None:
    """One status out of those that are said; reasons alone mean missed; _CLASH where they contradict each other."""
    if _only_shortened(clues):
        return "partial"
    if not said:
        return "missed" if any(one.reason for one in words) else None
    if "missed" in said and clues.make_up and said <= {"missed", "attempt"}:
        return "attempt"
    if said == {"missed", "partial"} or said == {"delivered", "partial"}:
        return "partial"
    if said <= {"missed", "attempt"}:
        return "attempt" if "attempt" in said else "missed"
    if said <= {"delivered", "make_up"}:
        return "make_up" if "make_up" in said or clues.make_up or clues.makes_up else "delivered"
    return said.pop() if len(said) == 1 else _CLASH


def _reason(said: Iterable[str]) -> str | None:
    """The reason that tells most; _CLASH where two reasons exclude each other."""
    found = set(said)
    plain = found - set(_VAGUE) or found
    if "student_absent" in plain and plain - {"student_absent"} <= _STUDENTS_OWN and len(plain) > 1:
        plain = plain - {"student_absent"}
    if "provider_absent" in plain and plain - {"provider_absent"} <= _PROVIDERS_OWN and len(plain) > 1:
        plain = plain - {"provider_absent"}
    if plain <= set(_VAGUE) and len(plain) > 1:
        return "other"
    return None if not plain else plain.pop() if len(plain) == 1 else _CLASH


def _checked(
    status: str | None,
    reason: str | None,
    minutes: float | None,
    day: date | None,
    clues: Clues,
    together: str,
    answer: Callable[[str], Outcome | None],
) -> Verdict:
    has_minutes = clues.has_minutes or bool(minutes)
    if _CLASH in (status, reason):
        return _contradiction(clues, together)
    if status is None:
        return _unsaid(clues, has_minutes, minutes, day, answer)
    if status in GIVEN and not has_minutes:
        return NO_MINUTES
    if status == "partial" and clues.is_promised and minutes is None and not clues.loses:
        return NO_MINUTES
    if status in ("delivered", "make_up") and reason is not None:
        return _contradiction(clues, together)
    return Verdict(status, reason, minutes, day)


def _unsaid(
    clues: Clues,
    has_minutes: bool,
    minutes: float | None,
    day: date | None,
    answer: Callable[[str], Outcome | None],
) -> Verdict:
    """No word and no flag says whether the session was given: minutes do where no column says it of each session, else
    only a person can."""
    given = "make_up" if clues.make_up or clues.makes_up else "delivered"
    is_promised = clues.is_promised and minutes is None and not clues.marks_absences
    if has_minutes and not clues.is_told and not clues.is_blank and not is_promised:
        return Verdict(given, None, minutes, day, assumed=True)
    asked = NO_STATUS if has_minutes and not clues.is_blank else BLANK
    answered = answer(asked)
    if answered and answered.ignored:
        return Verdict(ignored=True)
    if answered and answered.status in ("missed", "attempt"):
        return Verdict(answered.status, answered.reason)
    if answered and has_minutes and answered.status:
        status = given if answered.status == "delivered" else answered.status
        return Verdict(status, None, minutes, day, answered.kind)
    if is_promised and has_minutes and not clues.is_told:
        message = "its minutes are those that were planned or promised, and nothing says that the session was given"
        return Verdict(code=ONLY_PROMISED, message=message, asked=asked)
    message = (
        "nothing says whether the session was given, as it is said of the others"
        if asked == NO_STATUS
        else "neither a status nor minutes say whether the session was given"
    )
    return Verdict(code="no_status", message=message, asked=asked)


def _unknown(word: Word) -> Verdict:
    kind = "reason" if word.is_reason and not done.is_no_treatment(word.text) else "status"
    return Verdict(code=f"unknown_{kind}", message=f"this {kind} isn't known", heading=word.heading, asked=word.text)


def _contradiction(clues: Clues, together: str) -> Verdict:
    heading = clues.words[0].heading if clues.words else ""
    message = "the cells of this row say both that the session was given and that it was missed, or why in two ways"
    return Verdict(code="contradictory_status", message=message, heading=heading, asked=together or None)
