"""Columns that say how long or how often, by what stands in them: minutes, amounts with their cycle, cycles."""

import re
from collections.abc import Callable

from data.contracts import meanings
from data.ingest.mapping import says
from data.ingest.mapping.contents.few import HALF, MOST, nearly_all
from data.ingest.values import (
    dates,
    durations,
    families,
    frequencies,
)
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def _of_time(heading: str) -> str | None:
    """Which minutes of a session a heading of time tells of: given, planned, missed or away; None where it is none."""
    told = said_by(heading)
    if not told & _TIMES or told & _NO_MINUTES:
        return None
    named = next((name for name, words in MINUTES if told & words), None)
    return named or ("minutes" if told <= _TIMES | _OF_SESSIONS else None)


_TIMES = families.TIMES
_OF_SESSIONS = frozenset({"session", "service", "therapy", "student", "provider", "total", "number", "count"})
_NO_MINUTES = frozenset(
    {"start", "end", "in", "out", "from", "to", "day", "week", "month", "year", "zone", "stamp", "due", "per"}
)
MINUTES = (
    ("minutes_missed", frozenset({"missed", "not", "cancel", "absent", "undelivered"})),
    ("minutes_away", frozenset({"away", "break", "interruption"})),
    ("gross_minutes", meanings.words("planned") | meanings.words("promised") | {"gross"}),
    ("minutes", meanings.words("given") | {"see", "direct", "spent", "net", "worked", "attendance"}),
)
LONGEST_SESSION = 300.0


def is_minutes(name: str) -> Callable[[str, tuple[str, ...]], bool]:
    def judge(heading: str, texts: tuple[str, ...]) -> bool:
        return _of_time(heading) == name and nearly_all(texts, _is_long)

    return judge


def _is_long(text: str) -> bool:
    said = durations.read(text)
    return said.value is not None and said.value <= LONGEST_SESSION


def is_frequency(heading: str, texts: tuple[str, ...]) -> bool:
    """Amounts with their cycle: nearly all of the texts, or the half where the heading names a service (OT Rx)."""
    says_of_all = dict(says.said(heading, "frequency", "service_lines"))
    least = HALF if "service" in says_of_all else MOST
    return nearly_all(texts, lambda text: _tells_amount(text, has_cycle="cycle" in says_of_all), least)


def are_often_amounts(texts: tuple[str, ...]) -> bool:
    """Whether the half of some texts say how many minutes there are, and in which cycle."""
    told = sum((said := frequencies.read(text)).cycle is not None and said.amount_minutes is not None for text in texts)
    return told > 1 and told >= HALF * len(texts)


def is_cycle(heading: str, texts: tuple[str, ...]) -> bool:
    """Words of cycles and nothing of an amount (``20 - Weekly``, ``per month``), under a heading of how often it is."""
    words = words_of(heading)
    named = _OF_A_CYCLE.search(words) is not None and OF_REPORTS.search(words) is None
    return named and nearly_all(texts, _tells_cycle)


_OF_A_CYCLE = re.compile(
    r"\b(?:freq\w*|cycle|interval|period\w*|per|often|unit|recurr\w*|repeat\w*|every|weeks?|wks?)\b"
)
OF_REPORTS = re.compile(
    r"\b(?:progress|report\w*|review\w*|evaluat\w*|meeting\w*|bill\w*|pay\w*|data|grading|goal\w*)\b"
)


def _tells_cycle(text: str) -> bool:
    said = frequencies.read(text)
    return said.cycle is not None and said.amount_minutes is None and not dates.looks_like(text)


def _tells_amount(text: str, *, has_cycle: bool) -> bool:
    """Whether a text says how much in which cycle; a heading may say the cycle of all (Weekly Mandate)."""
    said = frequencies.read(text)
    return (has_cycle or said.cycle is not None) and (said.amount_minutes is not None or said.sessions is not None)
