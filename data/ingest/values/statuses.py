"""What a mark, code or word of a session's row says: delivered, missed and why, make-up; what may not be guessed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from data.contracts.datasets import KINDS, REASONS, STATUSES
from data.contracts.words import phrases
from data.ingest.values import became, codes, dates, done, durations, marks, vocabulary
from data.ingest.values.words import heading, plain


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

_MAKE_UP = re.compile(r"^(?:mu|make\s*-?\s*up|dm|m)\s*[/:\-\s(]?\s*(.*?)\)?$", re.IGNORECASE)
_MADE_UP = re.compile(r"^(\d{1,3} ?(?:min\w*\.?|m)?)\s*[(/–-]?\s*(?:mu|make\s*-?\s*up)\)?$", re.IGNORECASE)
_OWED = re.compile(
    r"\s*[-–(,;:/]*\s*\b(?:to be made up|(?:no )?(?:make[- ]?up|mu)(?: session)?(?: (?:is|not|to be|will be|must be))* "
    r"(?:required|needed|necessary|owed|due|pending|scheduled|planned|rescheduled)|"
    r"(?:(?:will|must|needs? to|has to|to) (?:be made[- ]?up|make(?: it| this)?[- ]?up)|needs? (?:a )?make[- ]?up)"
    r"(?: later| soon| next (?:week|time|session))?(?=\)?\s*$))\b\)?",
    re.IGNORECASE,
)
"""What is still to be made up doesn't make a session a make-up."""
_ONE_OF_STAFF = re.compile(rf"\b{vocabulary.WHO}(?:\s*/\s*|,? or )(?={vocabulary.WHO}\b)", re.IGNORECASE)
"""Of several who may treat (OT/COTA absent) the last one stands for all."""


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


@lru_cache(maxsize=20_000)
def read(text: str) -> Outcome:
    """What a status, outcome, reason or day cell says; ``known`` is False where it may not be guessed."""
    text = _ONE_OF_STAFF.sub("", _OWED.sub("", text) or text)
    bare = plain(text) or text.strip().lower()
    if bare in marks.CODES:
        return of_answer(marks.CODES[bare])
    if bare in marks.COLLIDING:
        return UNKNOWN
    bare = bare if bare in phrases("outcome") else _unabridged(bare)
    if bare in phrases("outcome"):
        return _grouped(of_answer(phrases("outcome")[bare]), text)
    canonical = text.strip().lower()
    if canonical.partition(":")[0] in STATUSES and (told := of_answer(canonical)).known:
        return told
    if code := became.status(bare):
        return _grouped(of_answer(code), text)
    if became.is_paperwork(bare):
        return Outcome(document=True)
    found = (said for way in _ways() if (said := way(text)))
    gainsaid = _begins_with_given(text) is not None
    told = next(found, None) or (None if gainsaid else _missed_words(bare)) or _closed_day(bare) or UNKNOWN
    return UNKNOWN if told.reason == "provider_absent" and was_seen(text) else told


_SEEN_ALL_THE_SAME = re.compile(
    r"[,;:.(–-]\s*(?:but |so |and )?(?:i |we |he |she |they |(?:the )?(?:student|child|kids?) )?(?:still )?(?:was |were )?"
    r"(?:worked with|seen (?:by|with)|saw (?:him|her|them|(?:the )?(?:student|child|kids?))|covered by|"
    r"(?:the )?sub(?:stitute)? (?:saw|worked|provided|covered|gave)|(?:good |full )?session (?:was )?(?:held|given))\b"
    r"(?! (?:no|none|nobody|others?|another)\b)",
    re.IGNORECASE,
)


def was_seen(text: str) -> bool:
    """Whether a text says behind the absence of one of the staff that somebody saw the child: teacher absent, worked with
    the sub."""
    return _SEEN_ALL_THE_SAME.search(text) is not None


def _ways() -> tuple[Callable[[str], Outcome | None], ...]:
    """Each way in which longer texts say what became of a session, in the order in which they are tried."""
    return (
        _coloured, _not_missed, _in_two, _made_up_with, _given_in_a_way, _no_because, _of_me, _make_up, _minutes,
        _with_minutes, _cut_short, _coded, _of_a_session, _by_school, _of_treatment,
    )  # fmt: skip


def _unabridged(bare: str) -> str:
    """Several words with those written short in full (stu abs) and people told as student or provider (patient ill); as
    they are where they say no more so."""
    told = bare.split()
    full = " ".join(vocabulary.ABRIDGED.get(word, word) for word in told)
    return full if len(told) > 1 and full in phrases("outcome") else bare


_COLOURED = re.compile(r"^(?P<rest>.*?) ?\(coloured [\w/.-]+\)$")


def _coloured(text: str) -> Outcome | None:
    """``30 (coloured red)``: what nobody explained, and the minutes that it tells."""
    match = _COLOURED.match(text.strip())
    return replace(UNKNOWN, minutes=durations.read(match["rest"]).value) if match else None


def _grouped(said: Outcome, text: str) -> Outcome:
    """A session that was given, with what its word says of the group: Group session."""
    return replace(said, grouping=codes.find(text, "grouping")) if said.status in GIVEN else said


_NOT_MISSED = re.compile(
    r"^(?:was )?not (?:an? )?(?P<what>cancel\w*|missed|absent|(?:an? )?no[- ]show)\s*(?:[-–—:,;/]|\()\s*(?P<rest>.+?)\)?$",
    re.IGNORECASE,
)


def _not_missed(text: str) -> Outcome | None:
    """``Not Cancelled - Attended``: given, as the rest says; what wasn't cancelled may be an absence (Not cancelled - no
    show), and else a rest that gainsays is a question."""
    match = _NOT_MISSED.match(text.strip())
    if match is None:
        return None
    said = read(match["rest"])
    is_other_way = match["what"].lower().startswith("cancel") and "cancel" not in match["rest"].lower()
    is_other_way = is_other_way and said.status == "missed"
    return said if said.status in GIVEN or is_other_way else UNKNOWN


def _given_in_a_way(text: str) -> Outcome | None:
    """``Service provided - make-up``, ``HELD_MAKEUP``, ``Seen (makeup for 10/03)``, ``Seen - late arrival``: given, and as a
    make-up or in part."""
    parts = [part for part in re.split(r"\s[-–—]\s|\s*[():,;]\s*|(?<!\d)/|/(?!\d)|_", text) if part]
    said = {read(part) for part in parts} if len(parts) == 2 else set()
    way = next((one for one in said if one.status in ("make_up", "partial")), None)
    both = (
        way and {one.status for one in said} == {"delivered", way.status} and all(one.minutes is None for one in said)
    )
    return way if both else None


def _in_two(text: str) -> Outcome | None:
    """``Presente / Present``, ``Assembly or field trip``, ``School assembly or event``: two wordings that say the same, of
    which the second may go without the first word of both, and no bare numbers."""
    parts = _EITHER.split(text)
    if len(parts) == 2 and parts[0].strip() and not read(parts[1]).known:
        parts[1] = f"{parts[0].split()[0]} {parts[1]}"
    found = {read(part) for part in parts} if len(parts) > 1 else set()
    same = found.pop() if len(found) == 1 else UNKNOWN
    return same if same.known and same.minutes is None else None


_EITHER = re.compile(r" / |,? or ", re.IGNORECASE)


_NO = re.compile(r"^(?:no|n|not seen)\s*(?:\s[-–—]\s?|[:,(/])\s*(?P<why>.*?)\)?$", re.IGNORECASE)


def _no_because(text: str) -> Outcome | None:
    """``N - I was sick``, ``No (assembly)``: not given, and why, where that is known by itself."""
    match = _NO.match(text.strip())
    said = read(match["why"]) if match and match["why"] else UNKNOWN
    return Outcome("missed", said.reason) if said.reason and said.status in (None, "missed") else None


def is_no_because(text: str) -> bool:
    """Whether a text says that a session wasn't given and why, as an answer to whether it was: No - student absent."""
    return _no_because(text) is not None


_ME = re.compile(r"\b(?:me|myself)\b")
_AWAY = re.compile(rf"(?:(?:out|home|was) )?{vocabulary.GONE}(?: today)?")


def _of_me(text: str) -> Outcome | None:
    """``out sick (me)``: whoever keeps the log was away, and no child."""
    bare = plain(text)
    rest = " ".join(_ME.sub(" ", bare).split())
    return Outcome("missed", "provider_absent") if _ME.search(bare) and _AWAY.fullmatch(rest) else None


def _make_up(text: str) -> Outcome | None:
    """``MU/30``, ``30 make-up``, ``MU 9/12/2025``, ``M 2025-09-12``, ``Make-up for 10/03/2025``, ``MU from 9/26``: of
    a day without a year the year is that of ``dates.YEARLESS``."""
    if before := _MADE_UP.match(text.strip()):
        return Outcome("make_up", None, durations.read(before[1]).value)
    match = _MAKE_UP.match(text.strip())
    rest = _FOR.sub("", match[1].strip()) if match else ""
    if not match or not rest:
        return None
    minutes = durations.read(rest)
    if minutes.value is not None and text.strip().lower().startswith(("mu", "make", "dm")):
        return Outcome("make_up", None, minutes.value)
    day = dates.read(rest).value if dates.looks_like(rest) else dates.read_yearless(rest)
    return Outcome("make_up", None, None, day) if day else None


_FOR = re.compile(r"^(?:(?:for|of|session|from|missed|absence|on|the)\s+)+", re.IGNORECASE)


_LENGTH = r"(?P<minutes>\d{1,3}) ?(?:min\w*\.?|m)"
_OF_DAY = (
    r"(?:(?:made|make)[- ]?up|mu|m/u)\s+(?:for |of |from )?(?:the )?(?P<day>\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?: session)?"
)
_WITH_DAY = (
    re.compile(rf"^{_OF_DAY}\s*[,;:(–-]\s*{_LENGTH}\)?$", re.IGNORECASE),
    re.compile(rf"^{_LENGTH}\s*[,;:(–-]\s*{_OF_DAY}\)?$", re.IGNORECASE),
    re.compile(rf"^(?P<minutes>\d{{2,3}})\s*\({_OF_DAY}\)$", re.IGNORECASE),
)


def _made_up_with(text: str) -> Outcome | None:
    """``made up 12/16, 30 min``, ``30 min - make up for 10/6``: a make-up of a day, and how long it was."""
    match = next((found for pattern in _WITH_DAY if (found := pattern.match(text.strip()))), None)
    day = match and (dates.read(match["day"]).value or dates.read_yearless(match["day"]))
    return Outcome("make_up", None, float(match["minutes"]), day) if match and isinstance(day, date) else None


def _minutes(text: str) -> Outcome | None:
    minutes = durations.read(text)
    if minutes.value is None:
        return None
    return Outcome("delivered" if minutes.value > 0 else None, None, minutes.value)


def _with_minutes(text: str) -> Outcome | None:
    """``Present (30 min)``: an outcome and how long it was."""
    minutes, rest = durations.in_label(text), durations.without_label(text).strip(" -–:,;()/")
    said = _phrase(rest) if minutes and rest else None
    if match := _WORD_AND_LENGTH.match(text.strip()):
        minutes, said = float(match["minutes"]), _phrase(match["word"])
    given = said and minutes and said.status in GIVEN and minutes >= _SHORTEST
    return replace(said, minutes=minutes) if said and given else None


_WORD_AND_LENGTH = re.compile(r"^(?P<word>[A-Za-z]{3,10}) (?P<minutes>\d{2}|[12]\d\d|300)$")
_SHORTEST = 5
"""Minutes from which a bare number behind a word (saw 30) is how long it was."""


def _coded(text: str) -> Outcome | None:
    """``SA - Student Absent`` and ``Student Absent (SA)`` are read by their words; ``Attended: No`` isn't what it names."""
    parts = re.split(
        r"\s*(?:[-–:=(/,;]|\bdue to\b|\bbecause of\b)\s*", text.strip(" )"), maxsplit=1, flags=re.IGNORECASE
    )
    if len(parts) != 2 or not all(parts):
        return None
    found = [outcome for part in parts if (outcome := _phrase(part)) is not None]
    if len(found) == 2:
        excused = [is_excuse(part) for part in parts]
        plain_miss = excused == [False, True] and found[0] == Outcome("missed")
        return found[0] if plain_miss else _together(*found)
    other = plain(next((part for part in parts if _phrase(part) is None), ""))
    if found and (plain(parts[1]) in _NO_ANSWER or (found[0].status in GIVEN and plain(parts[1]) in _NOTHING)):
        return UNKNOWN
    if found and other in ("late", "tardy"):
        return UNKNOWN
    if found and found[0].status == "missed" and _NONE_HELD.fullmatch(other):
        return found[0]
    if found and _WHOSE.fullmatch(other):
        return UNKNOWN if other in _NOBODYS_OWN or phrases("service").get(other) else None
    return (_missed_words(plain(text)) or found[0]) if found and len(other) <= 4 else None


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


def tells_whom(text: str) -> bool:
    """Whether a text names nothing but who, one side or both: behind an absence it says whose that was."""
    return _WHOSE.fullmatch(plain(text)) is not None


_NOBODYS_OWN = frozenset(("both", "all", "we", "us"))
"""Words behind a word for an absence that name no one side: No Show - Both."""
_WHOSE = re.compile(rf"(?:{'|'.join(sorted(_NOBODYS_OWN))}|{vocabulary.WHO}|{vocabulary.CHILD})s?")


def given_as(text: str) -> Outcome | None:
    """The session that a word for how it was given stands for (Individual, Group, Consult with staff), where words for
    absences stand in the same column; None of other words, and of codes."""
    if not done.is_how(text):
        return None
    kind, grouping = codes.find(text, "kind"), codes.find(text, "grouping")
    return Outcome("delivered", kind=kind, grouping=grouping) if kind or grouping else None


def _of_a_session(text: str) -> Outcome | None:
    """``LiveLesson - Attended``: what became of a session, behind what kind of session it was."""
    parts = re.split(r"\s+[-–—:]\s+", text.strip())
    told = set(heading(parts[0]).split())
    if len(parts) != 2 or not told & done.SESSION or told & done.NO_SESSION or _phrase(parts[0]):
        return None
    said = _phrase(parts[1]) or _missed_words(plain(parts[1]))
    return said if said and said.status in ("delivered", "missed", "partial") else None


def _begins_with_given(text: str) -> str | None:
    """What stands behind a first part that says that the session was given (Held - fire drill); None where none does."""
    first, *rest = re.split(r"\s+[-–—]\s+|\s*[,;:(]\s*", text.strip(), maxsplit=1)
    said = _phrase(first) if rest else None
    return rest[0] if said and said.status in GIVEN else None


_TREATMENT = re.compile(
    r"(?:(?:tx|treatment|therapy|visit|appointment|appt|lesson|service|session|intervention)s? )(?:(?:was|were) )?(?P<became>.+)"
)


def _of_treatment(text: str) -> Outcome | None:
    """``Tx provided``, ``Visit was missed``: what became of what was to be given, whatever it is called; not *held*, which
    therapists also say of what they withheld."""
    match = _TREATMENT.fullmatch(plain(text))
    meaning = phrases("outcome").get(match["became"]) if match and match["became"] != "held" else None
    return of_answer(meaning) if meaning else None


_SHORT = re.compile(
    r"\b(?:cut short|shorter|shortened|partial(?:ly)?|part of the (?:time|session)|(?:ended|left|finished) early|"
    r"(?:came|arrived) late)\b"
)


_SHORT_BECAUSE = re.compile(
    r"^(?:(?:session|visit|treatment|tx|therapy|service|student|lesson) )?(?:was )?(?:cut short|shortened|partial(?: session)?|"
    r"(?:ended|left|finished|stopped) early|(?:came|arrived) late)\s*(?:[-–—:,;/(]|\bdue to\b|\bbecause of\b|\bby\b|\bfor\b)"
    r"\s*(?P<why>[^,;/(–—-]+?)\)?$",
    re.IGNORECASE,
)


_NOBODY_CAME = re.compile(
    r"\b(?:absent|no ?show|did not (?:come|attend)|no (?:school|session)|closed|cancel\w*|holiday)\b"
)
"""What is no reason to end early: there was no session."""


def _cut_short(text: str) -> Outcome | None:
    """``Yes, but shorter than planned``, ``Session held - shortened (fire drill)``: given, and not in full; ``Ended early - fire
    drill``: and why."""
    bare = plain(text)
    if (rest := _begins_with_given(text)) and _SHORT.match(plain(rest)):
        return Outcome("partial")
    match = _SHORT_BECAUSE.match(text.strip())
    why = read(match["why"]) if match and not _NOBODY_CAME.search(bare) else UNKNOWN
    if why.reason and why.status in (None, "missed"):
        return Outcome("partial", why.reason)
    gainsaid = _missed_words(bare) or re.search(r"\b(?:no|not|never|cancel\w*|absent|missed)\b", bare)
    return Outcome("partial") if _SHORT.search(bare) and not gainsaid else None


def _by_school(text: str) -> Outcome | None:
    """``Cancelled by school``, ``Student cancelled``: missed, and why is told elsewhere, if at all."""
    told = re.fullmatch(
        r"(?:cancel\w*|called off|stopped) by (?:the )?(?:school|building|district|office|student|child|pupil|client)"
        r"|(?:student|child|pupil|client) (?:cancel+ed|called off)",
        plain(text),
    )
    return Outcome("missed") if told else None


def _phrase(part: str) -> Outcome | None:
    bare = plain(part)
    meaning = phrases("outcome").get(_unabridged(bare)) or marks.CODES.get(bare) or became.status(bare)
    return of_answer(meaning) if meaning else _missed_words(bare) if " " in bare else None


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
    r"\bbut (?:came|seen|saw|worked|here)\b"
)


_WITH_NURSE = re.compile(r"\bsent home\b|\b(?:by|to|with|at|see|seeing|saw|in) (?:the )?(?:school )?nurses?\b")
"""What is told of a child who was ill, and not of the nurse."""


def _missed_words(bare: str) -> Outcome | None:
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


def _closed_day(bare: str) -> Outcome | None:
    """A day without school by its name (Labor Day, fall break), which the list of days of a calendar has."""
    if " " not in bare:
        return None
    kind = "holiday" if _SEASONS_BREAK.match(bare) else codes.find(bare, "day_type")
    return Outcome("missed", _CLOSED[kind]) if kind in _CLOSED else None
