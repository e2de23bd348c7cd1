"""What columns that logs have no place for may be: outcomes, other minutes, a group, the day that a make-up is for."""

import re

from data.ingest.mapping import evidence, meaning
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.sampled import Samples
from data.ingest.mapping.score import is_group
from data.ingest.mapping.unplaced.minutes import of_all_together, twins
from data.ingest.mapping.unplaced.outcomes import held, others
from data.ingest.model import NOT_USED, Question
from data.ingest.values import dates, families
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by, spelt_out


def of_sessions(fit: Fit, headings: tuple[str, ...], samples: Samples, free: list[int]) -> list[Question]:
    """What is asked of columns that logs have no place for: what became of each session, which minutes count, how many were
    together, what a make-up is for."""
    found = [*held(fit, headings, samples, free)]
    found += others(fit, headings, samples, free, {one.value for one in found})
    found += twins(fit, headings, samples, free)
    found += of_all_together(fit, headings, samples)
    found += [_clock(headings[number]) for number in free if _may_be_time(fit, headings[number], samples[number])]
    found += [_group(headings[number]) for number in free
              if is_group(headings[number]) and evidence.all_few(samples[number])]  # fmt: skip
    return found + [_make_up(headings[number]) for number in free if _is_make_up(headings[number], samples[number])]


def _group(heading: str) -> Question:
    text = f"{heading!r} was left out; is it how many students were in the group, or which group it was?"
    return Question("column", heading, 0, text, ("group_size", "group_id", NOT_USED))


def _may_be_time(fit: Fit, heading: str, texts: tuple[str, ...]) -> bool:
    """Whether times of day stand under a heading that makes nothing else of them, where a session's start or end has no
    column."""
    lacking = not {"start_time", "end_time"} <= fit.places.keys()
    told = bool(texts) and all(_OF_DAY.search(text) and dates.read_time(text).value for text in texts)
    return lacking and told and not said_by(heading) & (meaning.strangers() - _ENDS | _ENTERED)


_OF_DAY = re.compile(r"^\d{1,2}:\d\d(?::\d\d)?\s*(?:[AaPp]\.?[Mm]?\.?)?$")
_ENDS = families.ENDS | {"leave"}
_ENTERED = families.ENTERED | {"scheduled", "bell", "arrival", "arrived", "missed", "date"}


def _clock(heading: str) -> Question:
    text = f"{heading!r} was left out, though it has times of day; did the session begin, or end, then?"
    return Question("column", heading, 0, text, ("start_time", "end_time", NOT_USED))


_OF_MAKE_UP = re.compile(r"\bma(?:k|d)es? up\b|\bmissed\b")


def _is_make_up(heading: str, texts: tuple[str, ...]) -> bool:
    named = _OF_MAKE_UP.search(words_of(heading)) or "makeup" in spelt_out(words_of(heading)).split()
    return bool(named) and bool(texts) and all(dates.looks_like(text) for text in texts)


def _make_up(heading: str) -> Question:
    text = (
        f"{heading!r} was left out: a session that was made up needs a row of its own, with its day and minutes. "
        "Or is it the day that the row makes up?"
    )
    return Question("column", heading, 0, text, ("makes_up_date", NOT_USED))
