"""Frequency, evidence and bands of a line (rules 7 and 8)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from tests.reference.coverage import is_covered
from tests.reference.credit import ZERO, days_in_force, in_range_sessions
from tests.reference.cycles import cycle_of, days_in_cycle, days_that_count, month_of
from tests.reference.facts import Line
from tests.reference.logs import counts_on, minutes_given, session_minutes
from tests.reference.reading import Reading
from tests.reference.school_days import school_year


def six_places(value: Fraction) -> Fraction:
    """Rules 2: every comparison is on values rounded to 1e-6."""
    return round(value, 6)


def days_by_cycle(reading: Reading, line: Line) -> dict[Any, list[date]]:
    """The days on which the line accrues, by cycle, whatever the as-of date and the range."""

    def find() -> dict[Any, list[date]]:
        found: dict[Any, list[date]] = defaultdict(list)
        for day in days_in_force(reading, line):
            found[cycle_of(reading, line, day)].append(day)
        return found

    return reading.remember(("days by cycle", line), find)  # type: ignore[no-any-return]


def closed_cycles(reading: Reading, line: Line) -> dict[Any, list[date]]:
    """Cycles whose days in the window are all past and covered, with those days."""
    return {
        cycle: days
        for cycle, days in days_by_cycle(reading, line).items()
        if reading.as_of >= days[-1] and all(is_covered(reading, line, day) for day in days)
    }


def has_closed_a_whole_cycle(reading: Reading, line: Line) -> bool:
    """Rules 8: one whole cycle of the line, every instructional day of it inside the window, has closed."""
    sizes: dict[Any, int] = defaultdict(int)
    for day in days_that_count(reading, line):
        sizes[cycle_of(reading, line, day)] += 1
    return any(len(days) == sizes[cycle] for cycle, days in closed_cycles(reading, line).items())


@dataclass(frozen=True)
class Frequency:
    """One closed cycle: sessions required and counted. ``month`` is that of the cycle's last day in the window."""

    month: date
    required: int
    counted: int


def frequencies(reading: Reading, line: Line) -> list[Frequency]:
    """Rules 7: per closed cycle floor(sessions x instructional days inside the window / B), and sessions that count."""
    if not line.sessions_per_cycle or not line.is_usable:
        return []
    counted = sessions_counted(reading, line)
    found = []
    for cycle, days in closed_cycles(reading, line).items():
        inside = [day for day in days if reading.in_range(day)]
        if not inside:
            continue
        b = days_in_cycle(reading, line, days[0])
        required = floor(six_places(Fraction(line.sessions_per_cycle) * len(inside) / b))
        found.append(Frequency(month_of(reading, line, days[-1]), required, counted[cycle]))
    return found


def cycles_met(reading: Reading, line: Line) -> tuple[int, int]:
    """Rules 7: how many cycles reach the sessions that they require, and how many require any: one that requires none has
    nothing to reach (decision 0625)."""
    asking = [one for one in frequencies(reading, line) if one.required > 0]
    return sum(one.counted >= one.required for one in asking), len(asking)


def sessions_counted(reading: Reading, line: Line) -> dict[Any, int]:
    """Rules 7: sessions whose minutes reach half of the planned length (policy), by the cycle of their day."""
    found: dict[Any, int] = defaultdict(int)
    for session in in_range_sessions(reading, line):
        minutes, policy = minutes_given(session), reading.choices.of(school_year(counts_on(session)))
        enough = session_minutes(reading, line) * policy.session_counts_at
        if minutes > 0 and six_places(minutes) >= six_places(enough):
            found[cycle_of(reading, line, counts_on(session))] += 1
    return found


def evidence_months(reading: Reading, line: Line) -> set[date]:
    """Rules 7: months in which the line has a delivered session, on the day that it counts on."""
    return {
        month_of(reading, line, counts_on(session))
        for session in in_range_sessions(reading, line)
        if minutes_given(session) > 0
    }


def adjusted_rate(credited: Fraction, expected: Fraction, excused: Fraction) -> Fraction | None:
    """Rules 5: C / (E - X), None where there is nothing to divide by."""
    return credited / (expected - excused) if six_places(expected - excused) > 0 else None


def band(
    reading: Reading, line: Line, credited: Fraction, expected: Fraction, excused: Fraction, short: Fraction
) -> str:
    """Rules 8. ``short`` is E - X - C of the closed periods."""
    if not has_closed_a_whole_cycle(reading, line):
        return "too early"
    rate = adjusted_rate(credited, expected, excused)
    if rate is None:
        return "n/a"
    choices, rounded = reading.choices_now, six_places(rate)
    if rounded >= choices.on_track:
        return "on track"
    if rounded >= choices.watch or six_places(short) < six_places(2 * session_minutes(reading, line)):
        return "watch"
    if rounded >= choices.at_risk:
        return "at risk"
    return "critical" if rounded > ZERO else "no service"
