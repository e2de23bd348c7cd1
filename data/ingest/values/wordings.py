"""Wordings that are known for what became of a session: listed phrases, longer ones of absences, days without school."""

import re

from data.contracts.words import phrases
from data.ingest.values import became, codes, marks, vocabulary
from data.ingest.values.session_outcome import GIVEN, UNKNOWN, Outcome, of_answer
from data.ingest.values.words import plain


def unabridged(bare: str) -> str:
    """Several words with those written short in full (stu abs) and people told as student or provider (patient ill); as
    they are where they say no more so."""
    told = bare.split()
    full = " ".join(vocabulary.ABRIDGED.get(word, word) for word in told)
    return full if len(told) > 1 and full in phrases("outcome") else bare


def coded(text: str) -> Outcome | None:
    """``SA - Student Absent`` and ``Student Absent (SA)`` are read by their words; ``Attended: No`` isn't what it names."""
    parts = re.split(
        r"\s*(?:[-–:=(/,;]|\bdue to\b|\bbecause of\b)\s*", text.strip(" )"), maxsplit=1, flags=re.IGNORECASE
    )
    if len(parts) != 2 or not all(parts):
        return None
    found = [outcome for part in parts if (outcome := phrase(part)) is not None]
    if len(found) == 2:
        excused = [is_excuse(part) for part in parts]
        plain_miss = excused == [False, True] and found[0] == Outcome("missed")
        return found[0] if plain_miss else _together(*found)
    other = plain(next((part for part in parts if phrase(part) is None), ""))
    if found and (plain(parts[1]) in _NO_ANSWER or (found[0].status in GIVEN and other in _NO_ANSWER | _NOTHING)):
        return UNKNOWN
    if found and other in ("late", "tardy"):
        return UNKNOWN
    if found and found[0].status == "missed" and _NONE_HELD.fullmatch(other):
        return found[0]
    if found and WHOSE.fullmatch(other):
        return UNKNOWN if other in _NOBODYS_OWN or phrases("service").get(other) else None
    return (in_longer_words(plain(text)) or found[0]) if found and len(other) <= 4 else None


_NO_ANSWER, _NOTHING = frozenset(("no", "n", "not", "false")), frozenset(("0", "none", "nil"))
"""What denies the word before it, and what denies only that a session was given: no reason may be none."""
_NONE_HELD = re.compile(
    r"(?:so )?(?:no (?:session|service|therapy|treatment|tx|visit)s?|(?:was |were )?not (?:seen|held|served|given))"
    r"(?: (?:held|given|provided|today|this week))?"
)
"""What stands beside why nobody came and says no more: absent - no session."""


def is_excuse(text: str) -> bool:
    """Whether a word says only whether an absence was excused: beside another one it says neither whose it was nor why."""
    return plain(text) in ("excused", "unexcused")


_NOBODYS_OWN = frozenset(("both", "all", "we", "us"))
"""Words behind a word for an absence that name no one side: No Show - Both."""
WHOSE = re.compile(rf"(?:{'|'.join(sorted(_NOBODYS_OWN))}|{vocabulary.WHO}|{vocabulary.CHILD})s?")


def phrase(part: str) -> Outcome | None:
    """What a listed phrase, a mark or a longer wording says; None where it is none that is known."""
    bare = plain(part)
    meaning = phrases("outcome").get(unabridged(bare)) or marks.CODES.get(bare) or became.status(bare)
    return of_answer(meaning) if meaning else in_longer_words(bare) if " " in bare else None


def _together(first: Outcome, second: Outcome) -> Outcome | None:
    """Two meanings of one text, where the second only adds a reason to the first or repeats it."""
    if first == second:
        return first
    if first.status == second.status and None in (first.reason, second.reason):
        return Outcome(first.status, first.reason or second.reason)
    reasons = {first.reason, second.reason}
    if first.status == second.status and "student_absent" in reasons and not reasons & _OF_PROVIDERS:
        return second if first.reason == "student_absent" else first
    return None


_RULES = tuple((re.compile(pattern), reason) for pattern, reason in vocabulary.MISSED)
_OF_PROVIDERS = frozenset(("provider_absent", "provider_meeting"))
_UNDONE = re.compile(
    r"\bmake ?up\b|\bmade up\b|\bdeliver|\bprovided\b|\bcompleted\b|\bpresent\b|\bexcept\b|\bor\b|\bboth\b|\bnot absent\b|"
    r"\b(?:came|arrived|late) (?:late|from|after|due to|because)\b|\bworked on\b|"
    r"\bbut (?:came|seen|saw|worked|here)\b|\b(?:first|last|part|half|until|till)\b|"
    r"\b(?:back|returned|returning) from\b|\b(?:after|before) (?:\w+ )?(?:vacation|illness|absence|being)\b|"
    r"\bwill be (?:on|out|absent|away|gone|unavailable)\b"
)
_WITH_NURSE = re.compile(r"\bsent home\b|\b(?:by|to|with|at|see|seeing|saw|in) (?:the )?(?:school )?nurses?\b")
"""What is told of a child who was ill, and not of the nurse."""


def in_longer_words(bare: str) -> Outcome | None:
    """Longer wordings whose whole words point to one reason: "student was absent today"; a cause beside the student's
    absence is that reason, as the provider's meeting is beside the provider's absence, but where both were away (per teacher,
    student absent) it may be either."""
    found = {reason for pattern, reason in _RULES if pattern.search(bare)}
    if len(found) > 1 and not found & _OF_PROVIDERS:
        found -= {"student_absent"}
    if found == _OF_PROVIDERS:
        found -= {"provider_absent"}
    if found == {"provider_absent"} and _WITH_NURSE.search(bare):
        return None
    if len(found) != 1 or _UNDONE.search(re.sub(r"\bnot (?:provided|delivered|completed|present)\b", "", bare)):
        return None
    return Outcome("missed", found.pop())


_CLOSED = {"holiday": "holiday", "emergency_closed": "emergency_closure"}
_SEASONS_BREAK = re.compile(
    r"^(?:fall|autumn|winter|mid ?winter|spring|summer|christmas|thanksgiving|easter|holiday) (?:break|recess|vacation)$"
)


def closed_day(bare: str) -> Outcome | None:
    """A day without school by its name (Labor Day, fall break), which the list of days of a calendar has."""
    if " " not in bare:
        return None
    kind = "holiday" if _SEASONS_BREAK.match(bare) else codes.find(bare, "day_type")
    return Outcome("missed", _CLOSED[kind]) if kind in _CLOSED else None
