"""What columns that were left out may be: questions on which amounts, outcomes or people may depend."""

import re

from data.contracts.synonyms import slot_of
from data.ingest.mapping import evidence
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.contents import days
from data.ingest.mapping.contents.few import FEW
from data.ingest.mapping.sampled import Samples
from data.ingest.mapping.score import is_anothers
from data.ingest.mapping.unplaced.lines import of_lines
from data.ingest.mapping.unplaced.sessions import of_sessions
from data.ingest.model import NOT_USED, Question
from data.ingest.tables.labels import MAYBE_PROVIDERS
from data.ingest.values import families
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def questions(fit: Fit, headings: tuple[str, ...], samples: Samples) -> list[Question]:
    """What columns that were left out may be: the number of sessions beside minutes, or the provider."""
    free = [number for number, (name, _) in enumerate(fit.taken)
            if name is None and headings[number].strip() and not is_anothers(headings[number], headings)]  # fmt: skip
    found = []
    if fit.dataset == "service_lines":
        found = of_lines(fit, headings, samples, free)
    if fit.dataset == "sessions":
        found = of_sessions(fit, headings, samples, free)
    if fit.dataset == "calendar_days" and "cycle_day" not in fit.places:
        found = [
            _schedule(headings[number]) for number in free if days.may_be_letter(headings[number], samples[number])
        ]
    if fit.dataset in ("service_lines", "sessions") and fit.places.keys().isdisjoint(("provider_id", "provider_name")):
        found += [
            _provider(headings[at]) for at in free
            if words_of(headings[at]) in MAYBE_PROVIDERS or _is_numbered_provider(fit, headings[at], samples[at])
        ]  # fmt: skip
    if fit.dataset in ("service_lines", "sessions"):
        found += [_place(headings[number], left) for number in free
                  if (left := _may_be_place(fit, headings[number], samples[number]))]  # fmt: skip
    asked = {one.value for one in found}
    return found + [_alike(headings[number], *like) for number in free if headings[number] not in asked
                    and samples[number] and (like := _read_alike(fit, headings, number))]  # fmt: skip


_NUMBER = re.compile(r"\d+")


def _read_alike(fit: Fit, headings: tuple[str, ...], left: int) -> tuple[str, str] | None:
    """The heading and field of a column that has a place, and that only its numbers tell from one that was left out: T2
    (3/13/2026) beside T1 (12/5/2025)."""
    form = _NUMBER.sub("#", words_of(headings[left]))
    if "#" not in form:
        return None
    return next(
        (
            (headings[at], name) for at, (name, _) in enumerate(fit.taken)
            if name and headings[at] != headings[left] and _NUMBER.sub("#", words_of(headings[at])) == form
        ), None,
    )  # fmt: skip


def _alike(heading: str, read: str, name: str) -> Question:
    text = f"{heading!r} was left out, though {read!r}, which is called alike, is read; which of them counts?"
    return Question("column", heading, 0, text, (name, NOT_USED))


_WHICH = re.compile(r"#|\b\d+(?:st|nd|rd|th)?\b|\b(?:first|second|third)\b")


def _is_numbered_provider(fit: Fit, heading: str, texts: tuple[str, ...]) -> bool:
    """Whether names stand under one of several columns of who treats (Provider 1, Provider 2)."""
    bare = " ".join(_WHICH.sub(" ", words_of(heading)).split())
    is_numbered = bare != words_of(heading) and bare in slot_of(fit.dataset, "provider_name").words
    return is_numbered and bool(texts) and not any(_NUMBER.search(text) for text in texts)


_OF_CODES = families.IDS | {"code", "service"}


def _may_be_place(fit: Fit, heading: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The places that a few codes under a word for a location (Location Code: 01, 02) may be of, and that no column has."""
    told = said_by(heading)
    coded = evidence.are_few_codes(texts) or (bool(texts) and all(map(str.isdigit, texts)) and len(texts) <= FEW)
    is_place = told & families.PLACES and told <= families.PLACES | _OF_CODES
    return tuple(name for name in ("school", "setting") if is_place and coded and name not in fit.places)


def _place(heading: str, names: tuple[str, ...]) -> Question:
    which = " or ".join(
        {"school": "the school", "setting": "where in a school the service is given"}[name] for name in names
    )
    text = f"{heading!r} was left out; does it tell {which}?"
    return Question("column", heading, 0, text, (*names, NOT_USED))


def _schedule(heading: str) -> Question:
    text = f"{heading!r} was left out; is it the day of the rotation, or a bell schedule and not used?"
    return Question("column", heading, 0, text, ("cycle_day", NOT_USED))


def _provider(heading: str) -> Question:
    text = f"{heading!r} was left out; is it the person who gives the service?"
    return Question("column", heading, 0, text, ("provider_name", NOT_USED))
