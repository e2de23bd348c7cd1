"""A trace in sentences, in the order of the arithmetic, so that it can be read aloud: each number leads to the next."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from analytics.telling.credited import credited
from analytics.telling.expected import expected
from analytics.telling.given import given, missed
from analytics.telling.left_out import left_out
from analytics.telling.promise import promised
from analytics.telling.shaped import policies
from analytics.telling.shown import shown
from analytics.telling.values import as_values
from analytics.telling.words import day, month_name
from analytics.trace import Trace

__all__ = ["Section", "heading", "sections", "text", "to_json"]


@dataclass(frozen=True)
class Section:
    """One step of the arithmetic."""

    title: str
    sentences: tuple[str, ...]


def sections(trace: Trace) -> list[Section]:
    """The whole trace; a section that has nothing to say isn't there."""
    steps: tuple[tuple[str, Callable[[Trace], Iterable[str]]], ...] = (
        ("What the plan promises", promised),
        ("What was expected", expected),
        ("What was given", given),
        ("What was missed, and why", missed),
        ("What was credited, and what is left", credited),
        ("What the ledger shows", shown),
        ("What was left out, and why", left_out),
        ("The policies that shaped it", policies),
    )
    told = [Section(title, tuple(step(trace))) for title, step in steps]
    return [one for one in told if one.sentences]


def heading(trace: Trace) -> str:
    """Which figure is told."""
    of = " of the extended school year" if trace.line["esy"] else ""
    return (
        f"Line {trace.line['line_id']}{of}, {month_name(trace.month, year=True)}, as of {day(trace.as_of, year=True)}"
    )


def text(trace: Trace) -> str:
    """Headings and sentences, for reading."""
    parts = [heading(trace)]
    for section in sections(trace):
        parts += ["", section.title, *(f"  {sentence}" for sentence in section.sentences)]
    return "\n".join(parts)


def to_json(trace: Trace) -> dict[str, Any]:
    """The same as plain values: dates YYYY-MM-DD, minutes and rates numbers or null; days and sessions are the month's."""
    return as_values(trace) | {
        "text": [{"title": one.title, "sentences": list(one.sentences)} for one in sections(trace)]
    }
