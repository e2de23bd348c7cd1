"""What a mark, code or word of a session's row says: delivered, missed and why, make-up; what may not be guessed."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from data.contracts.datasets import STATUSES
from data.contracts.words import phrases
from data.ingest.values import became, codes, done, durations, in_part, marks, vocabulary
from data.ingest.values.make_ups import made_up_with, make_up
from data.ingest.values.session_outcome import GIVEN, UNKNOWN, Outcome, of_answer
from data.ingest.values.wordings import WHOSE, closed_day, coded, in_longer_words, phrase, unabridged
from data.ingest.values.words import heading, plain

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


@lru_cache(maxsize=20_000)
def read(text: str) -> Outcome:
    """What a status, outcome, reason or day cell says; ``known`` is False where it may not be guessed."""
    text = _ONE_OF_STAFF.sub("", _OWED.sub("", text) or text)
    bare = plain(text) or text.strip().lower()
    if bare in marks.CODES:
        return of_answer(marks.CODES[bare])
    if bare in marks.COLLIDING:
        return UNKNOWN
    bare = bare if bare in phrases("outcome") else unabridged(bare)
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
    told = next(found, None) or (None if gainsaid else in_longer_words(bare)) or closed_day(bare) or UNKNOWN
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
        _coloured, _not_missed, _in_part, _in_two, made_up_with, _given_in_a_way, _no_because, _of_me, make_up, _minutes,
        _with_minutes, _cut_short, coded, _of_a_session, _by_school, _of_treatment, _whose_reason, _at_notice,
    )  # fmt: skip


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


def _minutes(text: str) -> Outcome | None:
    minutes = durations.read(text)
    if minutes.value is None:
        return None
    return Outcome("delivered" if minutes.value > 0 else None, None, minutes.value)


def _with_minutes(text: str) -> Outcome | None:
    """``Present (30 min)``: an outcome and how long it was."""
    minutes, rest = durations.in_label(text), durations.without_label(text).strip(" -–:,;()/")
    said = phrase(rest) if minutes and rest else None
    if match := _WORD_AND_LENGTH.match(text.strip()):
        minutes, said = float(match["minutes"]), phrase(match["word"])
    given = said and minutes and said.status in GIVEN and minutes >= _SHORTEST
    return replace(said, minutes=minutes) if said and given else None


_WORD_AND_LENGTH = re.compile(r"^(?P<word>[A-Za-z]{3,10}) (?P<minutes>\d{2}|[12]\d\d|300)$")
_SHORTEST = 5
"""Minutes from which a bare number behind a word (saw 30) is how long it was."""


def tells_whom(text: str) -> bool:
    """Whether a text names nothing but who, one side or both: behind an absence it says whose that was."""
    return WHOSE.fullmatch(plain(text)) is not None


def given_as(text: str) -> Outcome | None:
    """The session that a word for how it was given stands for (Individual, Group, Consult with staff), where words for
    absences stand in the same column; None of other words, and of codes."""
    if not done.is_how(text):
        return None
    kind, grouping = codes.find(text, "kind"), codes.find(text, "grouping")
    return (
        Outcome("delivered", kind=kind, grouping=grouping) if kind or grouping or way_of(text) in _TOLD_ALONE else None
    )


def way_of(text: str) -> str | None:
    """Where a session was given, as a cell says that tells nothing else but how (Teletherapy - Individual; Push in), or its
    minutes (30 PI)."""
    mark = durations.beside_mark(text)
    is_way = mark[0].casefold() in _WAYS if mark else done.is_how(text)
    return codes.find(mark[0] if mark else text, "setting") if is_way else None


_WAYS = frozenset({"pi", "po"})
_TOLD_ALONE = frozenset({"push_in", "pull_out"})


def _of_a_session(text: str) -> Outcome | None:
    """``LiveLesson - Attended``: what became of a session, behind what kind of session it was."""
    parts = re.split(r"\s+[-–—:]\s+", text.strip())
    told = set(heading(parts[0]).split())
    if len(parts) != 2 or not told & done.SESSION or told & done.NO_SESSION or phrase(parts[0]):
        return None
    said = phrase(parts[1]) or in_longer_words(plain(parts[1]))
    return said if said and said.status in ("delivered", "missed", "partial") else None


def _begins_with_given(text: str) -> str | None:
    """What stands behind a first part that says that the session was given (Held - fire drill); None where none does."""
    first, *rest = re.split(r"\s+[-–—]\s+|\s*[,;:(]\s*", text.strip(), maxsplit=1)
    said = phrase(first) if rest else None
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


_NOBODY_CAME = re.compile(
    r"\b(?:absent|no ?show|did not (?:come|attend)|no (?:school|session)|closed|cancel\w*|holiday)\b"
)
"""What is no reason to end early: there was no session."""


def _in_part(text: str) -> Outcome | None:
    """``20 of 30, fire drill``, ``Ended early - fire drill``, ``assembly, lost half``: given in part, how much of it, and why."""
    told = in_part.because(text)
    why = read(told.why) if told and not _NOBODY_CAME.search(plain(text)) else UNKNOWN
    is_why = why.reason and why.status in (None, "missed")
    return Outcome("partial", why.reason, told.given) if told and is_why else None


def _cut_short(text: str) -> Outcome | None:
    """``Yes, but shorter than planned``, ``Session held - shortened (fire drill)``: given, and not in full."""
    bare = plain(text)
    if (rest := _begins_with_given(text)) and in_part.begins(plain(rest)):
        return Outcome("partial")
    gainsaid = in_longer_words(bare) or re.search(r"\b(?:no|not|never|cancel\w*|absent|missed)\b", bare)
    return Outcome("partial") if in_part.is_told(bare) and not gainsaid else None


_BY = r"(?:school|building|district|office|facility|student|child|pupil|client|patient)"
_CALLED_OFF = re.compile(
    rf"(?:cancel\w*|called off|stopped) by (?:the )?{_BY}|cancel\w* {_BY}|{_BY} (?:cancel\w*|called off)"
)


def _by_school(text: str) -> Outcome | None:
    """``Cancelled by school``, ``Student cancelled``: missed, and why is told elsewhere, if at all."""
    return Outcome("missed") if _CALLED_OFF.fullmatch(plain(text)) else None


_NOTICE = re.compile(
    r"[\s(,;–—-]*\b(?:late|early|same[- ]day|last minute|in advance|(?:with|without|no|short|less than)? ?"
    r"(?:\d\d ?h(?:ou)?rs?'? )?notice)\b[\s),;]*"
    r"|[\s(,;–—-]*(?:(?:less|more) than|[<>]|over|under|within)? ?\d\d ?h(?:ou)?rs?\b[\s),;]*",
    re.IGNORECASE,
)


def _at_notice(text: str) -> Outcome | None:
    """``Late Cancelled``, ``Canceled by client <24 hr``: how long before a session was called off says nothing more of it."""
    rest = " ".join(_NOTICE.sub(" ", text).split())
    is_called_off = re.search(r"(?i)\bcancel", rest) is not None and rest != text.strip()
    said = read(rest) if is_called_off else UNKNOWN
    return said if said.status == "missed" else None


_WHOSE_REASON = re.compile(
    r"(?P<who>student|child|staff|provider|therapist|school|district)(?:['’]?s)? (?:reason|related|issue|initiated)"
    r"\s*[-–—:,/(]\s*(?P<why>[^()]+)\)?",
    re.IGNORECASE,
)


def _whose_reason(text: str) -> Outcome | None:
    """``School reason - Closed``: whose a reason is, before what it is."""
    match = _WHOSE_REASON.fullmatch(text.strip())
    said = read(f"{match['who']} {match['why']}") if match else UNKNOWN
    return said if said.status == "missed" else None
