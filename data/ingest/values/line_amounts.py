"""A line's amount from all that its columns say, each read on its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from data.ingest.values.frequencies import Frequency, contradictory, read, unreadable
from data.ingest.values.frequency_words import CODES

_T = TypeVar("_T")
WEEKS_OF_A_YEAR = 52
LONGEST = 480
"""Minutes that a session lasts at most: a long school day."""


@dataclass(frozen=True)
class Told:
    """What the columns of one line say about its amount, each read on its own (None: no such column, or blank)."""

    text: str | None = None
    minutes: float | None = None
    """A column that says only "minutes": a session's where sessions are counted, else the cycle's."""
    per_session: float | None = None
    total: float | None = None
    sessions: float | None = None
    cycle: str | None = None
    heading_cycle: str | None = None
    year_total: float | None = None
    is_counted: bool = False
    """Whether a column is there to count sessions, blank or not."""
    every: float | None = None
    """A column that says every how many weeks: the cycle is a block of so many weeks."""
    served: float = 1
    """In how many weeks of such a block there is service: what is told of a week is given so many times."""


def settle(told: Told) -> Frequency:
    """One line's amount from all that its columns say; contradictions and gaps name a problem."""
    said = _bare_number_settled(_without_code(read(told.text), told), told)
    over = _bare_number_settled(_without_code(read(told.cycle), told), told)
    problem = next((part for part in (said, over) if part.problem), None)
    if problem is not None:
        return problem
    if not (said.usable and over.usable):
        return Frequency(usable=False)
    if told.served > 1 and told.minutes is not None and not any(_sessions(said, over, told)):
        told = replace(told, sessions=1)
    said = _with_columns(said, over, told)
    return said if said.problem else _finished(said, told)


def _without_code(said: Frequency, told: Told) -> Frequency:
    """A cycle without its state code (20 Weekly), where other columns tell both the sessions and how long each is; beside
    minutes alone too, unless there may be so many sessions in it (40 Yearly)."""
    timed = told.per_session is not None or told.minutes is not None
    counted = timed and (said.cycle != _YEAR if told.sessions is None else said.bare != told.sessions)
    return replace(said, bare=None) if _is_code(said) and counted else said


def is_code_alone(said: Frequency) -> bool:
    """Whether a number before a cycle is its state code and can't be how often there is a session in it: 20 Weekly."""
    return _is_code(said) and said.cycle != _YEAR


def _is_code(said: Frequency) -> bool:
    return said.bare is not None and said.cycle is not None and CODES.get(f"{said.bare:g}") == said.cycle


_YEAR = CODES["40"]


def counted(texts: Sequence[str]) -> list[str]:
    """The texts of a column of frequencies, numbers before a cycle as how often there is a session in it where some of them
    are no state codes: 20 Weekly beside 5 Weekly, but not beside 30 Monthly."""
    said = [read(text) for text in texts]
    if all(_is_code(one) for one in said if one.bare is not None and one.cycle):
        return list(texts)
    return [
        _NUMBER.sub(r"\1 times", text, count=1) if _is_code(one) else text
        for text, one in zip(texts, said, strict=True)
    ]


_NUMBER = re.compile(r"^(\s*\d+(?:\.0+)?)\b")


def _bare_number_settled(said: Frequency, told: Told) -> Frequency:
    """A number without a unit: sessions beside a column of minutes, minutes beside one of sessions, else by its size."""
    if said.bare is None:
        return said
    has_minutes = any(part is not None for part in (told.minutes, told.per_session, told.total))
    if has_minutes or (told.sessions is None and said.bare <= 7):
        return replace(said, sessions=said.bare, bare=None)
    if told.sessions is not None:
        return replace(said, minutes_per_session=said.bare, bare=None)
    return replace(said, amount_minutes=said.bare, bare=None) if are_minutes(said) else unreadable()


def are_minutes(said: Frequency) -> bool:
    """Whether a number without a unit is more than there can be sessions in its cycle: 60 a week."""
    longest_count = {"month": 30, "quarter": 60, "semester": 100, "year": 200, "iep_year": 200}.get(
        said.cycle or "", 14
    )
    return said.bare is not None and said.bare > longest_count


def in_minutes(text: str, *, digits: int = 1) -> str:
    """A text with numbers of so many digits or more that have a cycle and no unit told as minutes: OT 60/wk, OT 60 min/wk."""
    return _BARE.sub(lambda found: f"{found[1]} min/" if len(found[1]) >= digits else found[0], text)


_BARE = re.compile(r"(?<![\dx/.] )(?<![\dx/.])\b(\d{1,4})\s*/\s*(?=[a-z])", re.IGNORECASE)


def _with_columns(said: Frequency, over: Frequency, told: Told) -> Frequency:
    minutes = told.minutes
    known = {said.minutes_per_session, said.amount_minutes, over.minutes_per_session} - {None}
    alike = (
        _sessions(said, over, told),
        (said.cycle, over.cycle),
        (said.minutes_per_session, over.minutes_per_session, told.per_session),
        (said.amount_minutes, over.amount_minutes, told.total),
    )
    if any(len({*values} - {None}) > 1 for values in alike) or (minutes is not None and known and minutes not in known):
        return contradictory()
    sessions = _first(*_sessions(said, over, told))
    cycle = _first(said.cycle, over.cycle, told.heading_cycle)
    per_session = _first(said.minutes_per_session, over.minutes_per_session, told.per_session)
    total = _first(said.amount_minutes, over.amount_minutes, told.total)
    if minutes is not None and not known:
        if sessions is not None and (total is None or minutes * sessions == total):
            if per_session not in (None, minutes):
                return contradictory()
            per_session = minutes
        elif total is None and per_session is None:
            total = minutes
        elif minutes not in (total, per_session):
            return contradictory()
    return Frequency(per_session, sessions, total, cycle)


def _sessions(said: Frequency, over: Frequency, told: Told) -> tuple[float | None, ...]:
    return said.sessions, over.sessions, told.sessions


def _first(*values: _T | None) -> _T | None:
    return next((value for value in values if value is not None), None)


def _is_once(told: Told) -> bool:
    """Whether words of how often there is a session say no count, and mean one each time: every other week, and Weekly
    beside how long a session is."""
    if told.is_counted or told.every is not None:
        return False
    return (read(told.text).cycle or "").startswith("weeks:") or is_by_adverb(told)


def is_by_adverb(told: Told) -> bool:
    """Whether one word says how often there is a session of a told length (Weekly, 30 minutes per session) and nothing
    else tells of how many: once each time, in either reading of the minutes."""
    bare = (told.text or "").strip().casefold()
    beside = (told.minutes, told.total, told.sessions, told.every, told.cycle)
    return bare in _ADVERBS and told.per_session is not None and set(beside) == {None} and not told.is_counted


_ADVERBS = frozenset(("daily", "weekly", "monthly", "quarterly"))


def _too_long(minutes: float) -> Frequency:
    """Of several sessions each would outlast a school day: the minutes are all of them together, or of another cycle."""
    return Frequency(
        problem="too_long", message=f"no session lasts {minutes:g} minutes; of which period are these all?"
    )


def _finished(said: Frequency, told: Told) -> Frequency:
    per_session, sessions, amount, cycle = said.minutes_per_session, said.sessions, said.amount_minutes, said.cycle
    if sessions is amount is None and _is_once(told):
        sessions = 1
    if per_session is not None and sessions is not None:
        if amount not in (None, per_session * sessions):
            return contradictory()
        amount = per_session * sessions
        if sessions > 1 and per_session > LONGEST:
            return _too_long(per_session)
    if told.every is not None:
        if cycle not in (None, "week") or told.every not in range(1, WEEKS_OF_A_YEAR + 1):
            return contradictory()
        if cycle is None and sessions == told.served > 1:
            return contradictory()
        cycle = "week" if told.every == 1 else f"weeks:{told.every:.0f}"
        sessions, amount = sessions and sessions * told.served, amount and amount * told.served
    if amount is None and told.year_total is not None and cycle in (None, "year") and per_session is None:
        amount, cycle = told.year_total, "year"
    if amount is None:
        return Frequency(problem="no_amount", message="no amount of minutes can be read; fill it in")
    if amount <= 0:
        return Frequency(problem="no_amount", message="the amount isn't more than 0")
    if cycle is None:
        return Frequency(problem="no_cycle", message="it isn't said whether this is by week, month or year")
    return replace(said, sessions=sessions, amount_minutes=amount, cycle=cycle)
