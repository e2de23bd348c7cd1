"""Columns that say what was given and how, by what stands in them: services, direct and indirect, groups."""

import re

from data.ingest.mapping.contents.few import CODE, FEW, HALF, SHORT, nearly_all
from data.ingest.values import (
    codes,
    families,
    flags,
    statuses,
)
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def is_named(heading: str, topic: str, texts: tuple[str, ...]) -> bool:
    """Whether yes and no stand under a heading that itself names a code of the topic: Small Group?, Inside Gen Ed."""
    ticks = all(flags.read(text).value is not None for text in texts)
    return ticks and codes.find(words_of(heading), topic) is not None


def is_how(heading: str, topic: str, texts: tuple[str, ...]) -> bool:
    """Settings, or groupings; In and Out alone tell nothing under a heading that doesn't say of what."""
    bare = {text.casefold() for text in texts}
    numbered = topic == "grouping" and not any(letter.isalpha() for text in texts for letter in text)
    named = not bare <= _IN_OUT and not (numbered and not _SIZES & said_by(heading))
    told = [text for text in texts if topic != "setting" or not codes.is_in_person(text)]
    return named and bool(told) and nearly_all(tuple(told), lambda text: codes.find(text, topic) is not None)


_IN_OUT = frozenset({"in", "out"})
_SIZES = frozenset({"group", "ratio", "size", "student", "count"})
"""Words of headings under which numbers alone (1:3) may be of groups."""


def is_kind(texts: tuple[str, ...]) -> bool:
    """Whether a few texts tell direct from indirect, at least half of them; some may tell individual from group instead."""
    told = [codes.find(text, "kind") if len(text) > CODE else None for text in texts]
    told = [said or codes.find(text, "grouping") for said, text in zip(told, texts, strict=True)]
    few = len(texts) <= FEW and max(map(len, texts), default=0) <= SHORT
    return few and "indirect" in told and sum(code is not None for code in told) >= HALF * len(texts)


def is_spelt_kind(texts: tuple[str, ...]) -> bool:
    """Whether a few long titles, each of them, tell direct from indirect, as a state's grid does (A. Consultation (indirect
    services to school personnel); C. Services in other settings (direct))."""
    told = {codes.find(text, "kind") for text in texts}
    return len(texts) <= FEW and max(map(len, texts)) <= _TITLE and told == {"direct", "indirect"}


_TITLE = 90


def are_services(texts: tuple[str, ...], least: float = HALF) -> bool:
    """Whether a few short texts are names of services, at least a share of them; why somebody was away (OT sick) is none."""
    few = 0 < len(texts) <= FEW and max(map(len, texts)) <= SHORT
    named = sum(codes.find(text, "service") is not None and statuses.read(text).status != "missed" for text in texts)
    return few and named >= least * len(texts)


_OF_ANOTHER = re.compile(r"\b(?:co ?(?:tx|rx|treat\w*|therapy|session)|joint|jointly)\b")
"""Headings of whose service was given at the same time: Co-tx?"""


def is_of_another(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column names the service that was given together with that of the row."""
    return _OF_ANOTHER.search(words_of(heading)) is not None and all(codes.find(text, "service") for text in texts)


def is_plan_type(_heading: str, texts: tuple[str, ...]) -> bool:
    """Whether nothing but kinds of plans stand in a column, one of them by its number or letters: IEP, 504."""
    named = any(text.strip().casefold() in _PLANS for text in texts)
    return named and all(codes.find(text, "plan_type") is not None for text in texts)


_PLANS = frozenset(("iep", "504", "504 plan", "section 504"))


def _are_rooms(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether offices and rooms stand under a heading of places: a counseling office is where, and no service."""
    named = said_by(heading) & (families.PLACES | {"where", "room"})
    return bool(named) and all(_ROOM.search(text) for text in texts)


_ROOM = re.compile(r"\b(?:office|room|rm|suite)\b", re.IGNORECASE)


def is_service(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether nearly all texts name services, under a heading that is of no remarks (*substitute OT covered*)."""
    is_other = bool(said_by(heading) & _REMARKS) or is_of_another(heading, texts) or _are_rooms(heading, texts)
    return not is_other and nearly_all(texts, lambda text: codes.find(text, "service") is not None)


_REMARKS = frozenset({"comment", "note", "remark"})
_OF_VISITS = frozenset({"visit", "session", "appointment", "appt", "encounter", "contact", "event"})


def is_type_of_service(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a type of visits, elsewhere what became of each, names nothing but services (OT TREATMENT, PT TREATMENT)."""
    told = said_by(heading)
    named = "type" in told and bool(_OF_VISITS & told)
    return named and all(codes.find(text, "service") and not statuses.read(text).known for text in texts)
