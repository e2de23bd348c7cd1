"""Titles between records that tell whose plans stand beneath them (504 STUDENTS; RTI), or that these lines aren't in force
(DISCHARGED THIS YEAR)."""

import re
from collections.abc import Callable

from data.ingest.tables import looks
from data.ingest.tables.labels import Pairs
from data.ingest.values import codes, words

Between = list[tuple[int, int, str]]
Above = list[tuple[int, str]]

_FILLING = frozenset(
    ("student", "students", "kids", "children", "caseload", "list", "plans", "plan", "only", "services", "service", "section",
     "accommodations", "private", "school",
     "support", "supports", "referrals", "my", "the", "s", "on", "with", "have", "has", "a", "an")
)  # fmt: skip
_COUNT = re.compile(r"\(\s*\d{1,3}\s*\)\s*$|\b20\d\d\s*[-–/]\s*(?:20)?\d\d\b")
_LONGEST = 7
_WHOM = r"students?|kids|services?|cases?|no longer"
_ENDED = (
    r"d/?c['’]?e?d?|discharged?|discharges|dismissed|dismissals|discontinued|exited|exits|in-?active|dropped|withdrawn|withdrew|"
    r"w/d|ended|moved(?: away| out)?|left|transferred(?: out)?|no longer (?:on caseload|served|seen|receiving(?: services)?)"
)
_WAITING = r"on hold|pending(?: start| consent| placement)?|awaiting consent"
_WHEN = rf"{_WHOM}|this year|(?:since |in )?20\d\d(?:[-–/](?:20)?\d\d)?|(?:from )?caseload|\(\d+\)"
_OUT = re.compile(
    rf"^(?:(?:{_WHOM})\b[\s:]*)*(?P<state>{_ENDED}|{_WAITING})\b(?:[\s:]*(?:{_WHEN}))*[\s:.!*-]*$", re.IGNORECASE
)
_STATES = {"pending": "Pending", "awaiting": "Pending", "on hold": "On hold"}


def plan(text: str) -> str | None:
    """The kind of plan that a title names and nothing else: 504 STUDENTS; Section 504 Plans (6); RTI/MTSS."""
    bare = words.plain(_COUNT.sub(" ", text))
    told = [one for one in bare.split() if one not in _FILLING and codes.find(one, "service") is None]
    return codes.find(" ".join(told), "plan_type") if told and len(bare.split()) <= _LONGEST else None


def state(text: str) -> str | None:
    """What a title says of lines that aren't in force: Discharged, Inactive students; else None."""
    match = _OUT.match(text.strip())
    if match is None:
        return None
    first = match["state"].lower()
    return f"{next((told for word, told in _STATES.items() if first.startswith(word)), 'Ended')} ({text.strip()})"


def read(between: Between, above: Above, headings: tuple[str, ...]) -> list[tuple[int, Pairs]]:
    """(row, label -> value) of the titles that tell the plan, or the state, of the lines beneath them in a list of amounts
    that has no column of it; a plan holds also where the title right above the first records names it."""
    if not _is_list(headings):
        return []
    found: list[tuple[int, Pairs]] = []
    if not looks.meant_for(headings, "service_lines", "plan_type"):
        found += _held("Plan Type", plan, between)
        found += [(at, {"Plan Type": told}) for at, text in above[-1:] if (told := plan(text))]
    if not any("status" in words.said_by(heading) for heading in headings):
        found += _held("Status", state, between)
    return found


def _held(label: str, told_by: Callable[[str], str | None], between: Between) -> list[tuple[int, Pairs]]:
    """What titles tell; another one that is written like these, in their column and as large, ends it, but right under one
    it is a part of that one."""
    told = {at: value for at, _, text in between if (value := told_by(text))}
    alike = {(place, text.isupper()) for at, place, text in between if at in told}
    others = {at for at, place, text in between if (place, text.isupper()) in alike and at - 1 not in told}
    return [(at, {label: told.get(at, "")}) for at in sorted({*told, *others})]


def _is_list(headings: tuple[str, ...]) -> bool:
    """Whether a table is one of amounts: by their headings, or with a column a service (OT, PT), and without days."""
    promised = any(map(looks.is_promised, headings)) or sum(map(_is_service, headings)) >= _SEVERAL
    return promised and not looks.meant_for(headings, "sessions", "session_date")


_SEVERAL = 2


def _is_service(heading: str) -> bool:
    return codes.find(heading, "service") is not None
