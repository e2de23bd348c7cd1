"""Which of several columns of minutes counts, and whether those of a group are each student's."""

import re

from data.contracts.synonyms import slot_of
from data.ingest.mapping import meaning, says
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.likeness import SURE, likeness
from data.ingest.mapping.sampled import Samples
from data.ingest.model import NOT_USED, Question
from data.ingest.values import numbers
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def twins(fit: Fit, headings: tuple[str, ...], samples: Samples, free: list[int]) -> list[Question]:
    """Samples of numbers whose headings differ from that of the minutes by a letter or a number only, or are told as
    minutes by no more than it is: both in words that nobody lists (Timed Min, Untimed Min)."""
    taken = next((number for number, (name, _) in enumerate(fit.taken) if name == "minutes"), None)
    if taken is None:
        return []
    slot = slot_of("sessions", "minutes")
    is_listed = likeness(headings[taken], slot) >= SURE
    return [
        _which_minutes(headings[number], headings[taken]) for number in free
        if (_stem(headings[number]) == _stem(headings[taken])
            or (not is_listed and not says.subject(headings[number])
                and _means_minutes(headings[number]) >= _means_minutes(headings[taken]) > 0))
        and samples[number] and all(numbers.to_float(text) is not None for text in samples[number])
    ]  # fmt: skip


def of_all_together(fit: Fit, headings: tuple[str, ...], samples: Samples) -> list[Question]:
    """Minutes of a group in all, where no other column tells minutes and no row says that all groups are of one: they may
    be those of several students together (rules 4: each gets the session's own)."""
    taken = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    said = said_by(headings[taken["minutes"]]) if "minutes" in taken else frozenset()
    sizes = samples[taken["group_size"]] if "group_size" in taken else ()
    alone = bool(sizes) and all(text in ("1", "1.0") for text in sizes)
    if not {"group", "total"} <= said or "student" in said or alone:
        return []
    heading = headings[taken["minutes"]]
    text = f"{heading!r} may be what all students of a group had together; is it how long each of them had?"
    return [Question("column", heading, 0, text, ("minutes", NOT_USED))]


def _means_minutes(heading: str) -> float:
    return meaning.worth(words_of(heading), "minutes", "sessions")


def _stem(heading: str) -> str:
    return re.sub(r"\s(?:[a-z]|\d{1,2})$", "", words_of(heading))


def _which_minutes(heading: str, taken: str) -> Question:
    text = f"{heading!r} and {taken!r} both tell minutes, and nothing tells them apart; which of them counts?"
    return Question("column", heading, 0, text, ("minutes", NOT_USED))
