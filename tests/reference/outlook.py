"""What is to come: projection and catch-up of one line (rules 9), and children not seen (rules 6)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.reference.coverage import is_covered
from tests.reference.credit import ZERO, accounts, days_in_force, expected, settle
from tests.reference.cycles import accrual
from tests.reference.facts import Line
from tests.reference.logs import counts_on, minutes_given, minutes_missed, reason_of, sessions_of
from tests.reference.mandates import start_of
from tests.reference.reading import Reading
from tests.reference.school_days import monday


@dataclass(frozen=True)
class Outlook:
    """Rates as fractions, minutes a week; None where n/a."""

    remaining: Fraction
    pace: Fraction | None
    projected_rate: Fraction | None
    catch_up_per_week: Fraction | None


def remaining(reading: Reading, line: Line) -> Fraction:
    """Rules 9: E after the as-of date, to the end of the line or of the school year."""
    return sum((accrual(reading, line, day) for day in days_in_force(reading, line) if day > reading.as_of), ZERO)


def recent_weeks(reading: Reading, line: Line) -> list[date]:
    """Rules 9: the last six weeks with covered instructional days of the line."""
    return sorted({monday(day) for day in expected(reading, line)})[-6:]


def pace(reading: Reading, line: Line) -> Fraction | None:
    """Rules 9: P = min(1, C / (E - X)) over those weeks, with C = min(D, E) over them together."""
    weeks = set(recent_weeks(reading, line))
    owed = sum((minutes for day, minutes in expected(reading, line).items() if monday(day) in weeks), ZERO)
    given, reasons = ZERO, {}
    for session in sessions_of(reading, line):
        if monday(counts_on(session)) in weeks:
            given += minutes_given(session)
            reason = reason_of(session)
            reasons[reason] = reasons.get(reason, ZERO) + minutes_missed(reading, line, session)
    settled = settle(reading, owed, given, reasons, closed=False)
    due = owed - settled["excused"]
    return min(Fraction(1), settled["credited"] / due) if due > 0 else None


def outlook(reading: Reading, line: Line) -> Outlook:
    """Rules 9: (C + P x remaining E) / (E - X + remaining E), and (O + R) / instructional weeks left."""
    found = accounts(reading, line)
    owed, credited, excused, review, make_up = (
        sum((getattr(account, name) for account in found), ZERO)
        for name in ("expected", "credited", "excused", "review", "make_up")
    )
    left, speed = remaining(reading, line), pace(reading, line)
    due = owed - excused + left
    rate = (credited + speed * left) / due if due > 0 and speed is not None else None
    weeks = {monday(day) for day in days_in_force(reading, line) if day > reading.as_of}
    return Outlook(left, speed, rate, (make_up + review) / len(weeks) if weeks else None)


def days_not_seen(reading: Reading, line: Line) -> int:
    """Rules 6: covered instructional days in force since the last delivered session, or since the start.

    Days of the student's own absence aren't counted.
    """
    sessions = sessions_of(reading, line)
    last_seen = max((s.session_date for s in sessions if minutes_given(s) > 0), default=None)
    absent = {s.session_date for s in sessions if s.status == "missed" and (s.reason or "").startswith("student_")}
    since = last_seen or start_of(reading, line)
    return sum(
        (day > since or (last_seen is None and day == since))
        and day <= reading.as_of
        and day not in absent
        and is_covered(reading, line, day)
        for day in days_in_force(reading, line)
    )
