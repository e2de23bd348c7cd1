"""What is to come: projection and catch-up of one line (rules 9), and children not seen (rules 6)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import sqrt
from statistics import NormalDist, stdev

from tests.reference.coverage import is_covered
from tests.reference.credit import ZERO, accounts, days_in_force, expected, settle, sums, treatment_of
from tests.reference.cycles import accrual, counts_calendar_days
from tests.reference.facts import Line
from tests.reference.logs import counts_on, minutes_given, minutes_missed, provider_of, sessions_of
from tests.reference.mandates import start_of
from tests.reference.reading import Reading
from tests.reference.school_days import ONE_DAY, monday, school_year


@dataclass(frozen=True)
class Outlook:
    """Rates as fractions, minutes a week; None where n/a."""

    remaining: Fraction
    pace: Fraction | None
    projected_rate: Fraction | None
    catch_up_per_week: Fraction | None


def remaining(reading: Reading, line: Line) -> Fraction:
    """Rules 9: E after the as-of date, to the end of the line or of the school year."""
    return sum((accrual(reading, line, day) for day in days_to_come(reading, line)), ZERO)


def days_to_come(reading: Reading, line: Line) -> list[date]:
    """The days on which the line accrues after the as-of date, in the same school year."""
    year = school_year(reading.as_of)
    return [day for day in days_in_force(reading, line) if day > reading.as_of and school_year(day) == year]


def recent_weeks(reading: Reading, line: Line) -> list[date]:
    """Rules 9: the last six weeks with covered instructional days of the line."""
    return sorted({monday(day) for day in expected(reading, line)})[-6:]


def pace(reading: Reading, line: Line) -> Fraction | None:
    """Rules 9: P = min(1, C / (E - X)) over those weeks, with C = min(D, E) over them together."""
    weeks = set(recent_weeks(reading, line))
    owed = sum((minutes for day, minutes in expected(reading, line).items() if monday(day) in weeks), ZERO)
    given, missed_by = ZERO, sums()
    for session in sessions_of(reading, line):
        if monday(counts_on(session)) in weeks:
            given += minutes_given(session)
            missed_by[treatment_of(reading, session)] += minutes_missed(reading, line, session)
    settled = settle(reading.choices_now, owed, given, missed_by, closed=False)
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
    weeks = {monday(day) for day in days_to_come(reading, line)}
    return Outlook(left, speed, rate, (make_up + review) / len(weeks) if weeks else None)


def closed_weeks(reading: Reading, line: Line) -> int:
    """How many of the last six weeks with covered days have come to their last day."""
    return sum(last_day_of(reading, line, week) <= reading.as_of for week in recent_weeks(reading, line))


def last_day_of(reading: Reading, line: Line, week: date) -> date:
    """The last day of a week on which the line's school is open; of lines by calendar days, Sunday."""
    if counts_calendar_days(reading, line):
        return week + 6 * ONE_DAY
    return reading.calendar_of(line).days_in_week(week)[-1]


def weekly(reading: Reading, line: Line) -> dict[date, tuple[Fraction, Fraction]]:
    """Credited and due minutes of each closed, covered week of a weekly line."""
    if line.cycle != "week":
        return {}
    days: dict[date, list[date]] = {}
    for day in days_in_force(reading, line):
        days.setdefault(monday(day), []).append(day)
    found = {}
    for week, of_week in days.items():
        if of_week[-1] <= reading.as_of and all(is_covered(reading, line, day) for day in of_week):
            owed = sum((accrual(reading, line, day) for day in of_week), ZERO)
            given, missed_by = ZERO, sums()
            for session in sessions_of(reading, line):
                if monday(counts_on(session)) == week:
                    given += minutes_given(session)
                    missed_by[treatment_of(reading, session)] += minutes_missed(reading, line, session)
            choices = reading.choices.of(school_year(of_week[-1]))
            settled = settle(choices, owed, given, missed_by, closed=False)
            found[week] = settled["credited"], owed - settled["excused"]
    return found


def spread(reading: Reading, line: Line) -> tuple[float, int] | None:
    """Standard deviation of the weekly rates and how many weeks: the line's, else its provider's; None under four."""
    own = [float(given / due) for given, due in weekly(reading, line).values() if due > 0]
    if len(own) >= 4:
        return stdev(own), len(own)
    provider = provider_of(reading, line)
    by_week: dict[date, list[Fraction]] = {}
    for other in reading.facts.lines:
        if (
            provider
            and provider_of(reading, other) == provider
            and other.is_usable
            and other.plan_type == "IEP"
            and not other.esy
        ):
            for week, (given, due) in weekly(reading, other).items():
                both = by_week.setdefault(week, [ZERO, ZERO])
                both[0] += given
                both[1] += due
    rates = [float(given / due) for given, due in by_week.values() if due > 0]
    return (stdev(rates), len(rates)) if len(rates) >= 4 else None


def projected_range(reading: Reading, line: Line) -> tuple[float, float] | None:
    """Where the year ends four times in five; None without a pace, without four closed weeks, or without a spread."""
    found, varies, speed = outlook(reading, line), spread(reading, line), pace(reading, line)
    if found.projected_rate is None or speed is None or closed_weeks(reading, line) < 4 or varies is None:
        return None
    weeks = len({monday(day) for day in days_to_come(reading, line)})
    margin = NormalDist().inv_cdf(0.9) * varies[0] * sqrt(1 / weeks + 1 / min(6, varies[1])) if weeks else 0.0
    found_in = accounts(reading, line)
    credited = float(sum((account.credited for account in found_in), ZERO))
    due = float(sum((account.expected - account.excused for account in found_in), ZERO) + found.remaining)
    low, high = max(0.0, float(speed) - margin), min(1.0, float(speed) + margin)
    left = float(found.remaining)
    return (credited + low * left) / due, (credited + high * left) / due


def days_not_seen(reading: Reading, line: Line) -> int:
    """Rules 6: covered instructional days in force since the last delivered session, or since the start.

    Days of the student's own absence aren't counted; who refuses is there, and a suspension is the school's.
    """
    sessions = sessions_of(reading, line)
    last_seen = max((s.session_date for s in sessions if minutes_given(s) > 0), default=None)
    own = ("student_absent", "student_unexcused")
    absent = {s.session_date for s in sessions if s.status == "missed" and s.reason in own}
    since = last_seen or start_of(reading, line)
    return sum(
        (day > since or (last_seen is None and day == since))
        and day <= reading.as_of
        and day not in absent
        and is_covered(reading, line, day)
        for day in days_in_force(reading, line)
    )
