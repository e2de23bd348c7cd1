"""How like a heading is to the words of each place of a dataset: the same, spelt otherwise, or with more beside them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from data.contracts import meanings
from data.contracts.synonyms import SLOTS, Slot
from data.ingest.mapping import meaning
from data.ingest.values import families
from data.ingest.values.words import forms, of_a_student, readings, spelt_out, two_names
from data.ingest.values.words import heading as words_of

CLOSE = 0.86
"""The likeness from which two headings may be the same words spelt differently."""
SURE = 0.9
"""The likeness from which a heading is a place's own."""
SOMEBODY_ELSE = frozenset(
    ("middle", "preferred", "ytd", "parent", "guardian", "mother", "father", "emergency", "next", "not", "accounted",
     "unaccounted", "remaining", "left", "balance", "maximum", "allowable", "if", "reason", "location", "percent", "due",
     "previous", "prior", "owed", "behind", "variance", "difference", "rate", "cost", "charge", "claim", "billing",
     "payment", "as", "start", "end", "birth", "approval", "signature", "consent", "alternate", "nickname", "former")
)  # fmt: skip
"""Words that make another thing of what stands beside them."""
_GROWN_UPS = families.STAFF
_OF_A_SESSION = ("minutes", "gross_minutes", "minutes_away", "minutes_missed")
PART_OF_NAME = frozenset(("first", "last"))
_PLANNED = meanings.words("planned") | meanings.words("promised")
_GIVEN = meanings.words("given") | {"net", "billed", "billable"}
_NOT_THE_SCORE = frozenset(("baseline", "target", "criterion", "initial", "previous", "prior"))
_ATTENDED = frozenset(("attendance", "school", "enroll", "enrollment", "see"))
_OF_ENTRY = frozenset(
    ("log", "enter", "entry", "submit", "create", "document", "sign", "posted", "claim", "bill", "billing")
)
_SAYS_OTHERWISE = {
    "minutes": _PLANNED, "gross_minutes": _GIVEN, "value": _NOT_THE_SCORE, "trials": frozenset(("consecutive",)),
    "due_date": _ATTENDED, "makes_up_date": _OF_ENTRY,
}  # fmt: skip
"""Words under which a place is never written, but where the whole heading is listed: a session's length as planned is
not what was given, a baseline no score, trials in a row not all of them, a last day attended no goal's, the day
on which a row was first entered none that is made up."""
OWN_NAME = 0.02
SPELT_OUT = 0.96
OF_TWO = 0.98
"""What a heading in two languages, or with two names, is worth by one of them."""
LONG_WORD, SHORT_WORD = 6, 3
ORDER = 0.0004
"""The words of a place are listed with the commonest first."""


@lru_cache(maxsize=20_000)
def likeness(heading: str, slot: Slot) -> float:
    """0 to 1: exact words, words in another order or spelling, or a heading that contains the place's words."""
    read = _read(heading)
    words = read.words
    if not words:
        return 0.0
    if words in _of(slot):
        return 1.0 if words == slot.words[0] else 1.0 - OWN_NAME - ORDER * slot.words.index(words)
    if (read.told == _CAME and slot.name in _SCHOOLS) or (slot.name == "student_id" and words.startswith("with ")):
        return 0.0
    if (
        read.told in forms(slot)
        or read.run_together in _run_together(slot)
        or _is_own(words, read.said, slot)
        or (read.names and all(name in _of(slot) for name in read.names))
    ):
        return SPELT_OUT
    if not _of_others(slot).isdisjoint(read.said) or _is_of_a_cycle(read.said, slot):
        return 0.0
    if _CUT.fullmatch(heading.strip()) and read.run_together in _cut_short(slot):
        return CLOSE
    is_length = read.is_in_time and slot.reads not in _LENGTHS
    in_two = [] if is_length else [likeness(part, slot) for part in read.readings]
    if meaning.without_owner(words, slot.name) in _of(slot):
        return SPELT_OUT
    if slot.name in _OF_A_LINE and words not in _listed() and meaning.without_promise(words) in _of(slot):
        return SPELT_OUT
    if slot.name == "session_id" and " ".join(words.split()) in _numbered(slot):
        return SPELT_OUT
    if slot.name == "student_id" and (
        of_a_student(heading) in slot.words
        or _NUMBERED.sub("", words) in slot.words
        or " ".join(words.split()) in _numbered(slot)
    ):
        return SPELT_OUT
    return max(max(in_two, default=0.0) * OF_TWO, _near(words, slot))


_CUT = re.compile(r"[A-Z][A-Z0-9_/-]{9}")
"""A heading as dBase cuts it, after ten letters: STUDENTNAM, STUDENT_NA."""
_LEAST_CUT = 8
"""So many letters are left of ten signs at least: a stroke or two are none."""
_OF_A_LINE = frozenset(("line_minutes", "minutes_per_session", "sessions_per_cycle", "frequency", "cycle", "group_max"))
"""Places of a promise, of which a word for promises tells nothing more: Mandate Duration."""
_CAME, _SCHOOLS = spelt_out("attended"), frozenset(("school", "student_school"))
"""Attended alone is whether a child came, though Attending is a school; what was with a child is no child's id."""


class _Read(NamedTuple):
    """What is asked of a heading for every place: its words, these spelt out, and what else it may be read as."""

    words: str
    told: str
    said: frozenset[str]
    run_together: str
    names: tuple[str, ...]
    readings: tuple[str, ...]
    is_in_time: bool


@lru_cache(maxsize=5_000)
def _read(heading: str) -> _Read:
    words = words_of(heading)
    told = spelt_out(words)
    said, together = frozenset(told.split()), words.replace(" ", "")
    is_in_time = _IN_TIME.search(heading) is not None
    return _Read(words, told, said, together, two_names(heading), readings(heading), is_in_time)


_IN_TIME = re.compile(r"\((?:in )?(?:min(?:ute)?s?|h(?:ou)?rs?)\.?\)\s*$", re.IGNORECASE)
_LENGTHS = ("minutes", "number", "frequency")
"""What a heading can be that ends in a unit of time: Attended (min) is no flag, and no school."""


@cache
def _of_others(slot: Slot) -> frozenset[str]:
    """Words that make another thing of a heading, and that the place's own headings don't have."""
    others = meaning.strangers() | (_GROWN_UPS if slot.name.startswith("student_") else frozenset())
    others |= meaning.CYCLES if slot.name in _OF_A_SESSION else frozenset()
    return others - _own_words(slot) | _SAYS_OTHERWISE.get(slot.name, frozenset())


def _is_of_a_cycle(said: frozenset[str], slot: Slot) -> bool:
    """Whether an amount by the week or month, and of no session, stands where each session's length is looked for."""
    return slot.name == "minutes_per_session" and bool(said & meaning.CYCLES) and "session" not in said


@cache
def _own_words(slot: Slot) -> frozenset[str]:
    return frozenset(word for form in forms(slot) for word in form.split())


@cache
def _numbered(slot: Slot) -> frozenset[str]:
    """The words of ids with another word for a number behind them: MOSIS # for MOSIS ID."""
    bare = {_NUMBERED.sub("", words) for words in slot.words if _NUMBERED.search(words)} - {"", "id"}
    return frozenset(f"{one} {sign}" for one in bare for sign in ("#", "no", "num", "number", "id"))


_NUMBERED = re.compile(r"(?<=[a-z]) *(?:#|no|num|number|id)$")
"""What may stand behind the name of an id: OSIS #."""
_MARKS = frozenset(("flag", "individual", "indicator", "checkbox", "box", "tick", "yn"))
"""What says of a heading only that yes or no stands under it; ``ind`` is short for indicator too."""
_BUILDINGS = families.BUILDINGS
_THE_SCHOOL = frozenset(("name", "1"))
_OF_IDS = families.IDS
_BESIDE_IDS = frozenset(
    ("acct", "account", "local", "district", "code", "record", "file", "case", "unique", "external", "system")
)
_NAME_PARTS = {"provider_last_name": frozenset(("last",)), "provider_first_name": frozenset(("first",))}
_BESIDE_NAMES = frozenset(("name", "service", "legal", "rendering", "treating"))
_WHO_TREAT = _GROWN_UPS - {"teacher"}
_A_PERSON = frozenset(("person", "member"))
_OF_A_SENTENCE = re.compile(
    r"\b(?:student|pupil|child|learner|scholar|i|he|she|they|he she) will(?: (?:be able to|do|learn to))?$"
)
_PERSONS = {
    "student_id": frozenset(("student",)),
    "provider_id": frozenset(("provider", "staff", "employee", "specialist")),
}


def _is_own(words: str, said: frozenset[str], slot: Slot) -> bool:
    """Whether words as ``spelt_out`` gives them are the place's own by what it is: a yes or no without its mark
    (ESY_FLAG), a school however a building is called (Home Bldg, Campus No), a person with a word for ids (Pupil Ref), a
    part of a provider's name (Staff Last Name), a goal as the rest of a sentence (In one year the student will).
    """
    if slot.name == "goal_text":
        return _OF_A_SENTENCE.search(words) is not None
    if slot.reads == "flag":
        return bool(said & _MARKS) and " ".join(sorted(said - _MARKS)) in forms(slot)
    if slot.reads == "school" or slot.name == "school_name":
        return bool(said & _BUILDINGS) and _as_school(said) in _schools(slot)
    if slot.name in _NAME_PARTS:
        return bool(said & _GROWN_UPS) and said - _GROWN_UPS - _BESIDE_NAMES == _NAME_PARTS[slot.name]
    if slot.name == "provider_name":
        return bool(said & _WHO_TREAT) and not said - _WHO_TREAT - _BESIDE_NAMES - _A_PERSON
    person = _PERSONS.get(slot.name)
    return bool(person and said & person and said & _OF_IDS and not said - person - _OF_IDS - _BESIDE_IDS)


def _as_school(told: Iterable[str]) -> str:
    """A heading with each word for buildings as school; the name or the first of several is the school itself."""
    said = {"school" if word in _BUILDINGS else word for word in told}
    return " ".join(sorted(said - _THE_SCHOOL or said))


@cache
def _schools(slot: Slot) -> frozenset[str]:
    return frozenset(_as_school(form.split()) for form in forms(slot))


@cache
def _run_together(slot: Slot) -> frozenset[str]:
    """The words of a place without the spaces between them: STUDENTID, or PAsecureID, whose capitals part it amiss."""
    return frozenset(words.replace(" ", "") for words in slot.words)


@cache
def _cut_short(slot: Slot) -> frozenset[str]:
    """The beginnings of a place's words that end within a word: STUDENTNAM; SUPERVISOR is a word of its own."""
    found: set[str] = set()
    for words in slot.words:
        ends = accumulate(map(len, words.split()))
        whole = words.replace(" ", "")
        found.update(whole[:cut] for cut in {*range(_LEAST_CUT, 11)} - {*ends} if cut < len(whole))
    return frozenset(found)


def _near(words: str, slot: Slot) -> float:
    """How near a heading's words come to those of a place: spelt differently, or with more beside them."""
    near = _neighbours(words)
    return max((near[other] for other in near.keys() & _of(slot)), default=0.0) if near else 0.0


@lru_cache(maxsize=5_000)
def _neighbours(words: str) -> dict[str, float]:
    """Each heading that any place is written under and that these words come near -> how near: asked once for all places."""
    mine = frozenset(spelt_out(words).split())
    of_others = SOMEBODY_ELSE & mine
    alike = process.extract(
        " ".join(sorted(words.split())), _in_order(), scorer=fuzz.ratio, score_cutoff=100 * CLOSE, limit=None
    )
    ratios = {other: ratio / 100 for _, ratio, other in alike}
    within = {other for word in mine for other, theirs in _by_first_word().get(word, ()) if theirs <= mine}
    near = {
        other: _nearness(words, mine, ratios.get(other, 0.0), other, _listed()[other])
        for other in within | ratios.keys()
        if of_others <= _listed()[other]
    }
    return {other: worth for other, worth in near.items() if worth}


@cache
def _of(slot: Slot) -> frozenset[str]:
    return frozenset(slot.words)


@cache
def _listed() -> dict[str, frozenset[str]]:
    """Every heading that a place of any dataset is written under -> the words that it is spelt out in."""
    every = dict.fromkeys(words for slots in SLOTS.values() for slot in slots for words in slot.words)
    return {words: frozenset(spelt_out(words).split()) for words in every}


@cache
def _by_first_word() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """The listed headings of several words, by the first of these in the order of letters."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for words, told in _listed().items():
        if len(told) > 1:
            found[min(told)].append((words, told))
    return found


@cache
def _in_order() -> dict[str, str]:
    return {words: " ".join(sorted(words.split())) for words in _listed()}


def _nearness(words: str, mine: frozenset[str], ratio: float, other: str, theirs: frozenset[str]) -> float:
    return 0.92 * ratio if ratio and len(other) > 3 and _misspelt(words, other) else _contains(mine, theirs)


def _misspelt(words: str, other: str) -> bool:
    """Whether two headings have the same words, some of them with a letter or two amiss: site is not type."""
    mine, theirs = set(words.split()) - set(other.split()), set(other.split()) - set(words.split())
    return len(mine) == len(theirs) and all(any(_is_amiss(one, word) for word in theirs) for one in mine)


def _is_amiss(one: str, other: str) -> bool:
    """Whether two words differ in a letter, long ones in two; min is no word of two letters with one more, and incorrect
    none for correct."""
    if {one, other} == _TIMES or _are_opposites(one, other):
        return False
    shortest = min(len(one), len(other))
    return shortest >= SHORT_WORD and OSA.distance(one, other) <= 1 + (shortest > LONG_WORD)


def _are_opposites(one: str, other: str) -> bool:
    return any(f"{no}{one}" == other or f"{no}{other}" == one for no in ("in", "im", "un", "non", "dis"))


_TIMES = frozenset(("time", "times"))
"""Times are how often, and time is how long."""


def _contains(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """What it is worth that a heading has all words of another one, with up to three more beside them."""
    if len(theirs) < 2 or not theirs <= mine:
        return 0.0
    more = mine - theirs
    if len(more) > 3 or SOMEBODY_ELSE & more or len(PART_OF_NAME & more) == 1:
        return 0.0
    return 0.8 - 0.03 * len(more)
