"""Whether columns that were left out say what became of sessions: in ticks, in marks, in a few words."""

import re

from data.ingest.mapping import evidence, exceptions, meaning, persons
from data.ingest.mapping.choose import Fit, is_forbidden
from data.ingest.mapping.contents import outcomes, services
from data.ingest.mapping.sampled import Samples
from data.ingest.model import NOT_USED, Question
from data.ingest.tables import looks
from data.ingest.values import codes, done, families, flags, marks, statuses, whom
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def held(fit: Fit, headings: tuple[str, ...], samples: Samples, free: list[int]) -> list[Question]:
    """Whether yes means that a session was given, where no other column says what became of it; reasons alone say it of no
    row without one."""
    placed = fit.places.keys() & set(OUTCOMES)
    if placed - {"reason"}:
        return []
    read = _ticked_for_missed(headings, samples, free)
    found = [number for number in free if number not in read and _may_say(headings[number], samples[number])]
    if placed:
        found = [number for number in found if not _is_read(headings[number], samples[number])]
    coded = [number for number in found if placed and not flags.are_all(samples[number])]
    return [_other_outcome(headings[number]) if number in coded else _outcome(headings[number]) for number in found]


def others(fit: Fit, headings: tuple[str, ...], samples: Samples, free: list[int], asked: set[str]) -> list[Question]:
    """Whether columns that nobody was asked about may tell of missed or made-up sessions."""
    is_placed = bool(fit.places.keys() & set(OUTCOMES))
    return [
        _other_outcome(headings[number]) for number in free if headings[number] not in asked
        and not services.is_of_another(headings[number], samples[number])
        and not (is_placed and _is_read(headings[number], samples[number]))
        and (_tells_of_others(headings[number], samples[number])
             or (not (is_placed or asked) and _are_marks(headings[number], samples[number])))
    ]  # fmt: skip


OUTCOMES = ("status", "reason", "absent", "provider_absent", "provider_present", "delivered_flag", "missed_flag")
_TELLS_OUTCOME = re.compile(
    r"\b(?:attend\w*|present|absen\w*|seen|deliver\w*|provided|served|complet\w*|miss\w*|held|show\w*|occur\w*|cancel\w*|"
    r"took place|happened|came|status|outcome|given|rendered|treated|deliv|del|rend)\b"
)


def _may_say(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column of yes and no, or of a few words or codes, by its name says if the session was held."""
    told = _TELLS_OUTCOME.search(words_of(heading)) is not None or bool(families.STATES & said_by(heading))
    named = told and not is_forbidden(heading)
    ticks = flags.are_all(texts)
    paper = all(statuses.read(text).document for text in texts)
    if _are_strange_ticks(heading, texts):
        return True
    if _names_by_whom(heading, texts):
        return False
    return named and (
        ticks or (evidence.are_few_codes(texts) and not paper and outcomes.OF_PAPER.search(words_of(heading)) is None)
    )


def _names_by_whom(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether names of people stand under a heading that asks by whom something was done, and nothing that was called off."""
    asks = whom.names_who_gave(heading) or words_of(heading).split()[-1:] == ["by"]
    return asks and not families.MISSED & said_by(heading) and persons.are_people(texts)


def _ticked_for_missed(headings: tuple[str, ...], samples: Samples, free: list[int]) -> list[int]:
    """The columns of ticks whose headings are known words for a session that was missed, where one says so in more than a
    word (Canceled by therapist): alone, Closed may be said of the record."""
    told = [
        number
        for number in free
        if "missed" in (statuses.read(headings[number]).status, statuses.read(words_of(headings[number])).status)
        and _are_ticks(samples[number])
    ]
    return told if any(" " in words_of(headings[number]) for number in told) else []


def _are_ticks(texts: tuple[str, ...]) -> bool:
    return bool(texts) and all(flags.read(text).value is not None for text in texts)


def _are_strange_ticks(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether some rows have a tick under a short heading of which nobody knows what it says (NS, Xd): it may be that
    nobody came."""
    told = said_by(heading)
    strange = len(told) <= _SHORT and not told & meaning.strangers() and not told & meaning.words("neutral")
    ticks = bool(texts) and all(flags.read(text).value is True or _SIGNS.fullmatch(text) for text in texts)
    return ticks and strange and not looks.known(heading) and outcomes.OF_PAPER.search(words_of(heading)) is None


_SHORT = 2
_SIGNS = re.compile(r"[*#!†‡^~@]{1,3}")
"""Signs that a footnote would explain."""


def _outcome(heading: str) -> Question:
    text = f"{heading!r} was left out; does yes mean that the session was given, or that it was missed?"
    return Question("column", heading, 0, text, ("delivered_flag", "missed_flag", NOT_USED))


_SIGNED = re.compile(r"[A-Z]\.?[A-Z]?\.?[A-Z]?\.?")


def _is_signature(text: str) -> bool:
    """Whether initials are no mark that says in some files that nobody came: BF, but not SA."""
    return _SIGNED.fullmatch(text) is not None and not marks.is_mark(text)


def _is_missed(text: str) -> bool:
    return statuses.read(text).status == "missed" and len(text.strip()) > _LONGEST_MARK


def _names_roles(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column tells of who treated what they are (Provider Title: OTR), and not whose an absence was."""
    said = said_by(heading)
    of_staff = said & (families.STAFF | {"title", "role", "credential", "license", "position"})
    return bool(of_staff) and not said & families.MISSED and all(codes.find(text, "role") for text in texts)


def _tells_of_others(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column under any name holds a few words or codes, one of which says missed, make-up or attempt."""
    if (
        not evidence.are_few_codes(texts)
        or outcomes.OF_PAPER.search(words_of(heading))
        or all("@" in text for text in texts)
    ):
        return False
    said = {statuses.read(text).status for text in texts}
    if outcomes.SIGNED & said_by(heading) and all(_is_signature(text) or _is_missed(text) for text in texts):
        return False
    if not is_forbidden(heading):
        are_whose = all(map(whom.is_whose, texts)) and not _names_roles(heading, texts)
        return bool(said - {None, "delivered"}) or are_whose or _are_contacts(heading, texts)
    known = [text for text in texts if done.is_session(text) or statuses.read(text).known or codes.find(text, "kind")]
    other = bool(said - {None, "delivered"}) or any(map(done.is_other_work, texts))
    return words_of(heading) in _ACTIVITIES and other and len(known) * 2 >= len(texts)


def _are_contacts(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether among kinds of contacts are some in which nobody was treated: Phone, Email beside Visit."""
    named = said_by(heading) & (families.KINDS | {"contact"}) and not said_by(heading) & meaning.strangers()
    return bool(named) and any(map(done.is_message, texts))


def _is_read(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column's words for missed and made-up sessions are read beside another one's, and all others are plain."""
    return exceptions.are_told(heading, texts) and exceptions.are_plain(texts, heading)


def _are_marks(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether marks that say in some files that nobody came (P, A, C) stand under a heading that tells nothing else of its
    letters (Key, Tx, Treatment Key): minutes beside them may have been planned."""
    strange = not said_by(heading) & (meaning.strangers() | _LETTERED) and not all(map(looks.is_weekday, texts))
    short = bool(texts) and all(text.isalnum() and len(text) <= _LONGEST_CODE for text in texts)
    told = [text for text in texts if text.isalpha() and len(text) <= _LONGEST_MARK and marks.is_mark(text)]
    among_codes = any(len(text) > 1 for text in told) and _CODED & said_by(heading)
    many = len(told) >= _MOST_MARKS * len(texts)
    return strange and short and bool(many or among_codes) and not all(map(marks.is_mark_of_given, texts))


_LONGEST_MARK, _LONGEST_CODE, _MOST_MARKS = 3, 6, 0.75
_CODED = frozenset(("code", "key", "type", "treatment", "procedure"))
_LETTERED = frozenset(
    ("day", "grade", "level", "prompt", "prompting", "cue", "cueing", "group", "ratio", "rating", "school", "building", "term",
     "period", "initial", "step", "response", "race", "ethnicity", "schedule", "state")
)  # fmt: skip
"""What letters are told of that says nothing of a session's outcome."""
_ACTIVITIES = ("activity", "activities")
"""What is done in a session, or instead of one: a note, or a word of a list."""


def _other_outcome(heading: str) -> Question:
    text = f"{heading!r} was left out, though it may tell of missed or made-up sessions; does it say what happened?"
    return Question("column", heading, 0, text, ("status", NOT_USED))
