"""What a cell looks like: a heading that is known, a number, a date, a day of a month, a total."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby

from data.contracts import synonyms
from data.ingest.values import dates, families, words

_NUMBER = re.compile(r"^[($-]*\d[\d,]*(\.\d+)?(e[+-]?\d+)?[)%]*$", re.IGNORECASE)
_CLOCK = re.compile(r"^\d{1,2}:\d{2}(:\d{2})?\s*([ap]\.?m\.?)?$", re.IGNORECASE)
_DAY = re.compile(
    r"^(?:[a-z]{1,9}\.?[\s-]+)??(?:day\s*)?(\d{1,2})(?:st|nd|rd|th)?(?:[\s-]+[a-z]{1,9}\.?)?$", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"^(m|t|w|r|f|s|u|th|tu|sa|su|mo|we|fr|(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*)\.?$", re.IGNORECASE
)
_ERROR = re.compile(r"^#[A-Z/0-9]+[!?]?$")
LONGEST_HEADING = 80


@cache
def vocabulary() -> frozenset[str]:
    """Every heading that some dataset is written under, in plain form."""
    slots = {word for listed in synonyms.SLOTS.values() for slot in listed for word in slot.words}
    return frozenset(slots | {word for listed in synonyms.FORBIDDEN.values() for word in listed})


@cache
def of_students() -> frozenset[str]:
    """Every heading that tells something of a student, in plain form."""
    return frozenset(word for listed in synonyms.headings("student").values() for word in listed)


@cache
def of_staff() -> frozenset[str]:
    """Every heading that tells something of one who works here, in plain form."""
    return frozenset(word for slot in synonyms.SLOTS["providers"] for word in slot.words)


def written_for(headings: Sequence[str], dataset: str, name: str) -> list[int]:
    """The columns whose headings are written for a place of a dataset."""
    listed = synonyms.slot_of(dataset, name).words
    return [place for place, heading in enumerate(headings) if words.heading(heading) in listed]


def meant_for(headings: Sequence[str], dataset: str, name: str) -> list[int]:
    """The same, also where the words are written short or in another order: Svc Cd for Service Code."""
    listed = words.forms(synonyms.slot_of(dataset, name))
    return [place for place, heading in enumerate(headings) if words.spelt_out(words.heading(heading)) in listed]


def only_one_for(headings: Sequence[str], dataset: str, name: str) -> int | None:
    """The one column that is written for a place of a dataset; None where none or several are."""
    found = written_for(headings, dataset, name)
    return found[0] if len(found) == 1 else None


def heads_lists_of_people(cells: Sequence[str | None]) -> bool:
    """Whether a header is that of lists of students, or of staff, side by side, the same in each, with a blank column
    between: what stands above them are their titles."""
    said = tuple(words.heading(cell or "") for cell in cells)
    lists = [tuple(run) for is_filled, run in groupby(said, bool) if is_filled]
    alike = len(lists) > 1 and len(set(lists)) == 1
    return alike and any(own.issuperset(lists[0]) and not who.isdisjoint(lists[0]) for own, who in _of_people())


@cache
def _of_people() -> list[tuple[frozenset[str], frozenset[str]]]:
    """The headings of lists of students and of staff: all, and those that say who each is."""
    slots = [synonyms.SLOTS[dataset] for dataset in ("students", "providers")]
    return [
        (frozenset(word for slot in own for word in slot.words),
         frozenset(word for slot in own for word in slot.words if slot.name in _WHO)) for own in slots
    ]  # fmt: skip


PROMISED = ("frequency", "cycle", "amount_minutes", "line_minutes", "minutes_per_session", "sessions_per_cycle")
"""The places that tell how much a line obliges."""
_BIDDEN = frozenset({"prescribed"})
_GIVEN = families.MISSED | {"deliver", "given", "total", "actual", "balance", "owed", "award"}


def is_promised(heading: str) -> bool:
    """Whether a heading is of how much there is to be, by itself or in each cycle: Frequency; OT Min/Wk."""
    said = words.said_by(heading)
    in_cycles = bool(said & families.CLOCK and said & (families.CYCLES | _BIDDEN)) and not said & _GIVEN
    return in_cycles or any(written_for([heading], "service_lines", name) for name in PROMISED)


_WHO = ("student_id", "student_name", "last_name", "provider_id", "provider_name", "provider_last_name")


@cache
def _spelt_out() -> frozenset[str]:
    told = (form for one in vocabulary() for form in (words.spelt_out(one), one.replace(" ", "")))
    return frozenset(told) - {""}


_EXPLAINS = re.compile(
    r"^(?:what|how|when|where|who|which|why|describe|include|list|state|give|write|explain|measure|indicate|identify|specify|"
    r"must|should|e\.?g\b|for example|for instance)\b",
    re.IGNORECASE,
)
_OF_AMOUNTS = families.AMOUNTS | families.DAYS | {"unit"}
_SENTENCE = 4


def unexplained(text: str) -> str:
    """A heading without the sentence that forms write beneath it (Criteria, and on the next line *measure to determine if
    the goal has been achieved*); whole where it tells of time or days, of which the sentence may say which is meant."""
    first, _, rest = text.strip().partition("\n")
    told = words.said_by(first)
    is_told = bool(told) and not told & _OF_AMOUNTS
    explains = len(rest.split()) >= _SENTENCE and _EXPLAINS.match(rest.strip())
    return first.strip() if is_told and explains else text


@lru_cache(maxsize=20_000)
def known(text: str) -> bool:
    """Whether a text is a heading that districts use."""
    text = unexplained(text)
    if len(text) > LONGEST_HEADING or text.endswith(":"):
        return False
    told = {
        form
        for one in (text, *words.readings(text))
        for form in (words.heading(one), words.spelt_out(words.heading(one)))
    }
    both = words.two_names(text)
    return not (told.isdisjoint(vocabulary()) and told.isdisjoint(_spelt_out())) or (
        bool(both) and vocabulary().issuperset(both)
    )


@lru_cache(maxsize=20_000)
def is_value(text: str) -> bool:
    """Whether a text is a number, a date, a time or an error: never a heading by itself."""
    return bool(_NUMBER.match(text) or _CLOCK.match(text) or _ERROR.match(text) or dates.looks_like(text))


@lru_cache(maxsize=20_000)
def is_typed(text: str) -> bool:
    """Whether a text has digits as dates, times, numbers and ids have them, and is short."""
    return is_value(text) or (len(text) <= 20 and any(letter.isdigit() for letter in text) and " " not in text)


def like_heading(text: str) -> bool:
    """Whether a text could be a heading: words, not too many, no value."""
    text = unexplained(text)
    return len(text) <= LONGEST_HEADING and any(letter.isalpha() for letter in text) and not is_value(text)


def day_of(text: str) -> int | None:
    """1 to 31 for a heading that is a day of a month (``7``, ``Mon 7``, ``7th``), else None."""
    match = _DAY.match(text)
    if match is None or not 1 <= int(match[1]) <= 31:
        return None
    around = text.replace(match[1], " ", 1).split()
    told = [word for word in around if word.lower() not in ("st", "nd", "rd", "th", "day")]
    return int(match[1]) if all(is_weekday(word) or dates.month_number(word.strip(".")) for word in told) else None


def is_weekday(text: str) -> bool:
    """Whether a text is a weekday's name, abbreviation or letter."""
    return _WEEKDAY.match(text) is not None
