"""Expected, delivered, credited, excused, review, make-up candidate and no record (rules 2, 3 and 5)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from tests.reference.coverage import is_covered
from tests.reference.cycles import (
    accrual,
    choices_of,
    counts_calendar_days,
    credit_period,
    days_that_count,
    month_of,
)
from tests.reference.facts import Choices, Line, Session
from tests.reference.logs import counts_on, minutes_given, minutes_missed, reason_of, session_minutes, sessions_of
from tests.reference.mandates import end_of, has_lapsed, in_window
from tests.reference.reading import Reading
from tests.reference.school_days import ONE_DAY, SchoolCalendar, days_between, monday, school_year

ZERO = Fraction(0)
Cell = tuple[Any, date]
"""(credit period, month)"""
Sums = dict[Any, Fraction]


def sums() -> Sums:
    """Sums that begin at zero."""
    return defaultdict(Fraction)


def days_in_force(reading: Reading, line: Line) -> list[date]:
    """The days on which the line accrues, whatever the as-of date and the range."""
    return reading.remember(  # type: ignore[no-any-return]
        ("in force", line), lambda: [day for day in days_that_count(reading, line) if in_window(reading, line, day)]
    )


def days_to_date(reading: Reading, line: Line) -> list[date]:
    """The days on which the line accrues, up to the as-of date and inside the range."""
    return [day for day in days_in_force(reading, line) if day <= reading.as_of and reading.in_range(day)]


def expected(reading: Reading, line: Line) -> dict[date, Fraction]:
    """E by day (rules 2): only covered days."""
    return {day: accrual(reading, line, day) for day in days_to_date(reading, line) if is_covered(reading, line, day)}


def uncovered(reading: Reading, line: Line) -> dict[date, Fraction]:
    """Rules 2a: the accruals of days that no batch covers."""
    return {
        day: accrual(reading, line, day) for day in days_to_date(reading, line) if not is_covered(reading, line, day)
    }


def lapsed(reading: Reading, line: Line) -> dict[date, Fraction]:
    """Rules 3: A / B for each covered instructional day after the end of a lapsed line."""
    days = days_that_count(reading, line)
    if counts_calendar_days(reading, line):
        days = days_between(end_of(reading, line) + ONE_DAY, max(reading.as_of, end_of(reading, line)))
    return {
        day: accrual(reading, line, day)
        for day in days
        if has_lapsed(reading, line, day) and reading.in_range(day) and is_covered(reading, line, day)
    }


def is_unnamed_make_up(session: Session) -> bool:
    """Rules 5: a make-up that names no date."""
    return session.status == "make_up" and session.makes_up_date is None


def in_range_sessions(reading: Reading, line: Line) -> list[Session]:
    """The line's sessions that count on a day of the range."""
    return [session for session in sessions_of(reading, line) if reading.in_range(counts_on(session))]


@dataclass
class Delivered:
    """D by credit period and month, and what make-ups without a date brought to a period (of no month)."""

    by_cell: Sums = field(default_factory=sums)
    booked: Sums = field(default_factory=sums)

    def in_period(self, period: Any) -> Fraction:
        """D of one period."""
        return sum((minutes for cell, minutes in self.by_cell.items() if cell[0] == period), ZERO) + self.booked[period]


def cell_of(reading: Reading, line: Line, day: date) -> Cell:
    """The credit period and the month of a day."""
    return credit_period(reading, line, day), month_of(reading, line, day)


def by_period(cells: Sums) -> Sums:
    """Sums by credit period."""
    found = sums()
    for (period, _), minutes in cells.items():
        found[period] += minutes
    return found


def delivered(reading: Reading, line: Line, expected_in: Sums) -> Delivered:
    """D (rules 5): dated sessions first, then make-ups without a date, by session date and id.

    What a make-up finds doesn't hang on the range, since C is additive over whole credit periods; the range cuts what it
    filled in proportion to E, and what is left by the make-up's own date.
    """
    result, whole = Delivered(), whole_expected(reading, line)
    sessions = sessions_of(reading, line)
    everywhere = sums()
    for session in sessions:
        if not is_unnamed_make_up(session):
            everywhere[credit_period(reading, line, counts_on(session))] += minutes_given(session)
    for session in in_range_sessions(reading, line):
        if not is_unnamed_make_up(session):
            result.by_cell[cell_of(reading, line, counts_on(session))] += minutes_given(session)
    undated = [session for session in sessions if is_unnamed_make_up(session)]
    for session in sorted(undated, key=lambda session: (session.session_date, session.session_id)):
        filled, left = book_make_up(reading, line, session, whole, everywhere)
        for period, minutes in filled.items():
            result.booked[period] += minutes * expected_in[period] / whole[period]
        if reading.in_range(session.session_date):
            result.by_cell[cell_of(reading, line, session.session_date)] += left
    return result


def whole_expected(reading: Reading, line: Line) -> Sums:
    """E to date by credit period, whatever the range."""
    found = sums()
    for day in days_in_force(reading, line):
        if day <= reading.as_of and is_covered(reading, line, day):
            found[credit_period(reading, line, day)] += accrual(reading, line, day)
    return found


def book_make_up(
    reading: Reading, line: Line, session: Session, expected_in: Sums, given_in: Sums
) -> tuple[Sums, Fraction]:
    """Rules 5: to the oldest shortfall in a period before the make-up's own, and so on; and what is left for its own date."""
    filled, left = sums(), minutes_given(session)
    own = credit_period(reading, line, session.session_date)
    for period in sorted(period for period in expected_in if period < own):
        taken = min(left, max(ZERO, expected_in[period] - given_in[period]))
        if taken:
            filled[period] = taken
            given_in[period] += taken
            left -= taken
    given_in[own] += left
    return filled, left


def missed(reading: Reading, line: Line) -> dict[Any, Sums]:
    """Minutes missed by credit period and treatment, inferred holidays included (rules 5 and 6)."""
    found: dict[Any, Sums] = defaultdict(sums)
    for session in in_range_sessions(reading, line):
        minutes = minutes_missed(reading, line, session)
        if minutes:
            treatment = treatment_of(reading, session)
            found[credit_period(reading, line, counts_on(session))][treatment] += minutes
    for week, minutes in inferred_holidays(reading, line).items():
        found[credit_period(reading, line, week)][choices_of(reading, line, week).treatment("holiday")] += minutes
    return found


def treatment_of(reading: Reading, session: Session) -> str:
    """Rules 6: how a missed session's reason is treated in the school year of the day that it counts on."""
    return reading.choices.of(school_year(counts_on(session))).treatment(reason_of(session))


def inferred_holidays(reading: Reading, line: Line) -> dict[date, Fraction]:
    """Rules 5: the unexplained shortfall of weeks with closed weekdays, by the week's Monday; weekly lines only."""
    if line.cycle != "week":
        return {}
    owed = sums()
    for day, minutes in expected(reading, line).items():
        owed[monday(day)] += minutes
    found = {week: inferred_holiday(reading, line, week, minutes) for week, minutes in owed.items()}
    return {week: minutes for week, minutes in found.items() if minutes}


def inferred_holiday(reading: Reading, line: Line, week: date, owed: Fraction) -> Fraction:
    """Rules 5: E less D less missed of the week, at most the minutes per session for each closed weekday."""
    calendar = reading.calendar_of(line)
    closed = [day for day in closed_weekdays(reading, line, week) if in_window(reading, line, day)]
    reached = reading.as_of >= calendar.days_in_week(week)[-1]
    if not (closed and reached and was_seen_lately(reading, line, week)):
        return ZERO
    sessions = [s for s in in_range_sessions(reading, line) if monday(counts_on(s)) == week]
    explained = sum((minutes_given(s) + minutes_missed(reading, line, s) for s in sessions), ZERO)
    return max(ZERO, min(owed - explained, session_minutes(reading, line) * len(closed)))


def closed_weekdays(reading: Reading, line: Line, week: date) -> list[date]:
    """Rules 5: Monday to Friday, closed, between the calendar's first and last day."""
    is_open, spans = reading.calendar_of(line).is_open, spans_of_school(reading.calendar_of(line))
    weekdays = days_between(week, week + ONE_DAY * 4)
    return [day for day in weekdays if day not in is_open and any(first <= day <= last for first, last in spans)]


def spans_of_school(calendar: SchoolCalendar) -> list[tuple[date, date]]:
    """The first and last days of school years; those that are at most a week apart are one (decision 0627)."""
    spans: list[tuple[date, date]] = []
    for year in calendar.years():
        first, last = calendar.first_day(year), calendar.last_day(year)
        if spans and first - spans[-1][1] <= ONE_DAY * 7:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return spans


def was_seen_lately(reading: Reading, line: Line, week: date) -> bool:
    """Rules 5: a delivered session in that week or in the two weeks with instructional days before it, in the range or not."""
    before = sorted({monday(day) for day in reading.calendar_of(line).days if day < week})[-2:]
    return any(
        minutes_given(session) > 0 and monday(counts_on(session)) in {week, *before}
        for session in sessions_of(reading, line)
    )


def is_closed(reading: Reading, line: Line, period: Any) -> bool:
    """Rules 5: the as-of date has reached its last instructional day in the window, and all of them are covered."""
    days = days_by_period(reading, line).get(period, [])
    return bool(days) and reading.as_of >= days[-1] and all(is_covered(reading, line, day) for day in days)


def days_by_period(reading: Reading, line: Line) -> dict[Any, list[date]]:
    """The days on which the line accrues by credit period, whatever the as-of date and the range."""

    def find() -> dict[Any, list[date]]:
        found: dict[Any, list[date]] = defaultdict(list)
        for day in days_in_force(reading, line):
            found[credit_period(reading, line, day)].append(day)
        return found

    return reading.remember(("periods", line), find)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Account:
    """One line's figures for one credit period, or for one month's share of it. All minutes."""

    period: Any
    month: date
    closed: bool
    expected: Fraction = ZERO
    delivered: Fraction = ZERO
    credited: Fraction = ZERO
    excess: Fraction = ZERO
    excused: Fraction = ZERO
    review: Fraction = ZERO
    make_up: Fraction = ZERO
    unaccounted: Fraction = ZERO
    pace_gap: Fraction = ZERO


def choices_of_period(reading: Reading, line: Line, period: Any) -> Choices:
    """The policies of the school year in which the period ends."""
    days = days_by_period(reading, line).get(period, [])
    return reading.choices.of(school_year(days[-1])) if days else reading.choices


def settle(choices: Choices, owed: Fraction, given: Fraction, missed_by: Sums, closed: bool) -> dict[str, Fraction]:
    """Rules 5: C, excess, X, R, O and U of one line and credit period, of the minutes missed by treatment."""
    by_treatment = sums() | missed_by
    credited = min(given, owed)
    first = by_treatment["make_up"] if choices.shortfall_order == "provider_first" else ZERO
    left = owed - credited - min(first, owed - credited)
    excused = min(by_treatment["excused"], left)
    review = min(by_treatment["review"], left - excused)
    short = owed - credited - excused - review
    no_record = min(short, max(ZERO, owed - given - sum(missed_by.values(), ZERO)))
    return {
        "credited": credited,
        "excess": given - credited,
        "excused": excused,
        "review": review,
        "make_up": short if closed else ZERO,
        "unaccounted": no_record if closed else ZERO,
        "pace_gap": ZERO if closed else short,
    }


def accounts(reading: Reading, line: Line) -> list[Account]:
    """The line's figures by credit period and month; E and D by date, the rest of a period in proportion to E."""
    return reading.remember(("accounts", line), lambda: find_accounts(reading, line))  # type: ignore[no-any-return]


def find_accounts(reading: Reading, line: Line) -> list[Account]:
    """See accounts."""
    owed = sums()
    for day, minutes in expected(reading, line).items():
        owed[cell_of(reading, line, day)] += minutes
    expected_in = by_period(owed)
    given = delivered(reading, line, expected_in)
    not_given = missed(reading, line)
    found = []
    for period in sorted({*expected_in, *(cell[0] for cell in given.by_cell)}):
        closed = is_closed(reading, line, period)
        choices = choices_of_period(reading, line, period)
        settled = settle(choices, expected_in[period], given.in_period(period), not_given.get(period, {}), closed)
        months = sorted({cell[1] for cell in (*owed, *given.by_cell) if cell[0] == period})
        for of in months:
            cell = (period, of)
            share = owed[cell] / expected_in[period] if expected_in[period] else ZERO
            spread = {name: minutes * share for name, minutes in settled.items()}
            if not expected_in[period]:
                spread["excess"] = given.by_cell[cell]
            dated = given.by_cell[cell] + given.booked[period] * share
            found.append(Account(period, of, closed, owed[cell], dated, **spread))
    return found
