"""How far the values under a heading speak for a place: the share of them that read as its kind of value."""

import re
from collections.abc import Callable
from functools import cache

from data.contracts.synonyms import Slot
from data.ingest.mapping.persons import id_of, person
from data.ingest.mapping.sampled import TOPICS
from data.ingest.tables import looks, spans, spread
from data.ingest.tables.steps.people import ids
from data.ingest.values import (
    blocks,
    codes,
    criteria,
    dates,
    durations,
    flags,
    frequencies,
    grades,
    marks,
    nothing,
    numbers,
    scores,
    statuses,
    terms,
)
from data.ingest.values.words import plain

NEUTRAL = 0.75
"""How far texts without a form of their own (ids, names, prose) speak for a field that takes any text."""
LARGEST_GROUP = 60
FEW_CODES, LONGEST_CODE = 15, 40
_OF_A_YEAR = ("stated_year_minutes", "stated_delivered_minutes", "amount_minutes", "contract_minutes")
"""Minutes of which there may be more than a day has."""
_MANY_MINUTES = 1_000_000.0
_PARTS_OF_NAMES = ("last_name", "first_name")
"""What nobody writes without a letter: numbers under Given are no given names."""
_MEASURED = ("baseline", "target")
"""Numbers that may be told with their unit (35 wpm)."""
_NUMBERED, _OF_PAPER = 0.4, 0.2
"""How far bare numbers, and words of paperwork (signed, active), speak for what became of a session."""
_UNIT = re.compile(
    r"%|\b(?:percent\w*|trials?|opportunit\w*|accura\w*|minutes?|seconds?|times?|words?|wpm|wcpm|letters?|prompts?|cues?|steps?|points?|"
    r"score|count|frequency|rate|duration|level\w*|rubric|scale|probes?|correct|number|numeric|items?|occurrences?|pct|gas)\b"
)
_WITHOUT_WORDS = re.compile(r"^(?=.*\d)[^A-Za-z]*[A-Za-z]{0,2}[^A-Za-z]*$")
"""Numbers, percents and ids (80%, 4/5, 1a), which are no words of a goal."""
_NO_UNIT = 0.3
"""How far words that aren't known as a unit speak for one: what is measured may be the goal itself."""


def share(texts: tuple[str, ...], slot: Slot) -> float | None:
    """The share of the texts that read as the slot's kind of value; None where there are no texts to judge by."""
    if not texts:
        return None
    if slot.name in ("student_id", "provider_id") and all(map(ids.split, texts)):
        return 0.0
    if judge := _by_place().get(slot.name):
        return sum(map(judge, texts)) / len(texts)
    if slot.name.endswith(_PARTS_OF_NAMES) and not any(letter.isalpha() for text in texts for letter in text):
        return 0.0
    if slot.reads == "time" and durations.are_of_a_clock(texts):
        return 0.0
    if slot.name in dates.DEADLINES:
        texts = tuple(map(dates.of_deadline, texts))
    if slot.reads == "date" and _are_days(texts):
        return 1.0
    topic = slot.name if slot.reads == "code" else "many" if slot.name in _OF_A_YEAR else slot.reads
    worth = [_reads(text, topic, slot.reads) for text in texts]
    if slot.name in _OF_A_LINE:
        told = [(one, text) for one, text in zip(worth, texts, strict=True) if not nothing.is_ended(text)]
        worth = [max(one, IN_WORDS * _is_amount(text)) for one, text in told] or worth
    return sum(worth) / len(worth)


@cache
def _by_place() -> dict[str, Callable[[str], float]]:
    """The places that have a judge of their own, whatever they are read as."""
    return {
        **dict.fromkeys(("group_size", "group_max"), _few),
        **dict.fromkeys(("is_instructional", "staff_in"), _tells_a_day),
        **dict.fromkeys(_MEASURED, _is_measure),
        "day_type": lambda text: terms.day_type(text) is not None,
        "unit": lambda text: NEUTRAL if _UNIT.search(plain(text)) else _NO_UNIT,
        "goal_text": lambda text: 0.0 if _WITHOUT_WORDS.match(text) else _prose(text),
        "value": scores.is_score,
        "fte": _is_share,
        "hours_per_month": _fits(frequencies.hours_a_month),
        "sessions_per_cycle": _is_count,
        "every_weeks": _tells_weeks,
    }


def _tells_a_day(text: str) -> float:
    """How far a text says whether there is school: yes or no, a kind of day, a part of a day, who is in."""
    return max(_flag(text), float(terms.day_type(text) is not None or _is_part(text) or terms.is_in(text) is not None))


def _tells_weeks(text: str) -> float:
    return float(
        bool(numbers.is_number(text) or blocks.read(text) or blocks.within(text) or blocks.are_of_a_year(text))
    )


_OF_A_LINE = ("amount_minutes", "line_minutes")
IN_WORDS = 0.8
"""What an amount in words (2x30, 60/month) under a heading of numbers is worth beside a number."""


@cache
def _is_amount(text: str) -> bool:
    said = frequencies.read(text)
    is_range = said.bare is not None and said.cycle is None
    return not said.problem and (said.amount_minutes is not None or is_range)


def _is_count(text: str) -> float:
    """How far a text says how many sessions there are: a number, or words of no minutes (1 to 2 per week, 2x)."""
    if _fits(numbers.read)(text):
        return 1.0
    said = frequencies.read(text)
    counts = said.cycle is not None and (said.sessions is not None or said.bare is not None)
    return IN_WORDS * ((counts and said.amount_minutes is None and said.minutes_per_session is None) or not said.usable)


def _is_share(text: str) -> bool:
    """Whether a text can be how much of full time somebody works."""
    return _fits(numbers.read_share)(text) > 0 or numbers.is_work_time(text)


def _is_measure(text: str) -> bool:
    """Whether a text can be what a goal begins with or is to reach; a yes or no, with a day behind it or without, can't."""
    if _ANSWER.match(text):
        return False
    return _fits(numbers.read_measure)(text) > 0 or criteria.read(text) is not None or scores.is_measure(text)


_ANSWER = re.compile(r"(?i)^\s*(?:yes\b|[yn]\b|no\s*(?:$|[-–—(,;:/]))")


@cache
def _reads(text: str, topic: str, reads: str) -> float:
    if reads in (*TOPICS, "code"):
        said = codes.find(text, topic) is not None or (topic == "setting" and codes.is_in_person(text))
        return float(said or (topic in codes.HOW and _is_tick(text)))
    return _JUDGES.get("many" if topic == "many" else reads, _any_text)(text)


def _is_tick(text: str) -> bool:
    return text.casefold() in ("x", "✓", "yes", "no", "y", "n", "true", "false", "1", "0")


def _is_part(text: str) -> bool:
    """A part of a day's membership: 0.5."""
    number = numbers.to_float(text)
    return number is not None and 0 < number < 1


def _few(text: str) -> float:
    """A number of students who can be in one room."""
    said = numbers.to_float(text)
    return float((said is not None and said <= LARGEST_GROUP) or codes.group_size(text) is not None)


def all_few(texts: tuple[str, ...]) -> bool:
    """Whether all texts are numbers of students who can be in one room."""
    return bool(texts) and all(numbers.to_float(text) is not None and _few(text) for text in texts)


def are_few_codes(texts: tuple[str, ...]) -> bool:
    """Whether all texts are codes or short words, and few."""
    return 0 < len(texts) <= FEW_CODES and all(_is_code(text) for text in texts)


def _is_code(text: str) -> bool:
    return len(text) <= LONGEST_CODE and numbers.to_float(text) is None and not dates.looks_like(text)


def _any_text(_text: str) -> float:
    return NEUTRAL


def _prose(text: str) -> float:
    return 0.9 if len(text.split()) > 3 else 0.5


def _fits(read: Callable[[str], object]) -> Callable[[str], float]:
    def judge(text: str) -> float:
        said = read(text)
        return float(not getattr(said, "failed", False) and getattr(said, "value", None) is not None)

    return judge


def _date(text: str) -> float:
    """A bare number may be a day number of Excel, MMDDYY, or a day of a month that stands elsewhere."""
    if dates.is_serial(text):
        return 1.0
    if _WHOLE_DAY.match(text) and _fits(dates.read)(text):
        return 0.9
    if numbers.to_float(text) is not None:
        return 0.8 if len(text) >= 6 and _fits(dates.read)(text) else 0.5 if looks.day_of(text) else 0.0
    if spread.part(text):
        return 0.9
    if spans.ends_of(text):
        return NEUTRAL
    return float(dates.looks_like(text) or _fits(dates.read)(text) > 0 or dates.read(text).severity == "wait")


def _are_days(texts: tuple[str, ...]) -> bool:
    """Whether several numbers of a form are all days (090825, 09082025): of so many ids some would be none."""
    same = len(texts) >= _FEWEST_DAYS and {len(text) for text in texts} in ({6}, {8}) and all(map(str.isdigit, texts))
    return same and all(_fits(dates.read)(text) for text in texts)


_FEWEST_DAYS = 3
_WHOLE_DAY = re.compile(r"^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")
"""YYYYMMDD, which hardly any other number is."""


def _time(text: str) -> float:
    """A day at midnight is a day, no time."""
    return 0.0 if dates.is_midnight(text) else _fits(dates.read_time)(text)


def _frequency(text: str) -> float:
    said = frequencies.read(text)
    if said.bare is not None:
        return 0.5
    if said.problem == "unreadable_frequency":
        return 0.3 if len(text) > 3 else 0.0
    says_something = said.cycle or said.sessions or said.amount_minutes or said.minutes_per_session
    return float(bool(says_something) or not said.usable or bool(said.problem and said.problem != "unreadable"))


def _flag(text: str) -> float:
    """Yes or no; minutes under ``Missed`` or ``Delivered`` say it too, if less surely."""
    return 0.6 if numbers.to_float(text) is not None else _fits(flags.read)(text)


_YES_OR_NO = frozenset({"yes", "no", "true", "false"})


def _outcome(text: str) -> float:
    """An unknown code speaks for a status too: it must be asked about, and never be passed over; paper speaks for none,
    and yes and no for a flag."""
    if numbers.to_float(text) is not None:
        return _NUMBERED
    if text.casefold() in _YES_OR_NO:
        return 0.2
    if statuses.read(text).known:
        return _OF_PAPER if statuses.read(text).document else 1.0
    return 0.0 if any(letter.isdigit() for letter in text) else 0.5 if len(text) <= 4 else 0.2


def _text(text: str) -> float:
    return 0.3 if dates.looks_like(text) or numbers.to_float(text) is not None else NEUTRAL


_ANSWERS = re.compile(r"^(?:yes|no)(?![.\w])(?!\W*\d)", re.IGNORECASE)
"""No. 4 and No 12 are schools."""


def _school(text: str) -> float:
    """Any text but a tick, or an answer to whether something was so (Yes, No - ill)."""
    return 0.0 if marks.is_tick(text) or _ANSWERS.match(text.strip()) else NEUTRAL


_JUDGES: dict[str, Callable[[str], float]] = {
    "id": id_of, "person": person, "prose": _prose, "date": _date, "time": _time,
    "minutes": _fits(durations.read), "many": _fits(lambda text: durations.read(text, most=_MANY_MINUTES)),
    "number": _fits(numbers.read), "flag": _flag,
    "frequency": _frequency, "outcome": _outcome, "grade": _fits(grades.read), "school": _school, "text": _text,
}  # fmt: skip
