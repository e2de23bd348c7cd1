"""Instructional days, school years and grading periods (rules 1 and 2)."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from tests.reference.facts import CalendarDay, Facts, GradingPeriod

ONE_DAY = timedelta(days=1)


def monday(day: date) -> date:
    """The Monday of the day's week (rules 1: Monday to Sunday)."""
    return day - timedelta(days=day.weekday())


def month(day: date) -> date:
    """The first day of the calendar month."""
    return day.replace(day=1)


def school_year(day: date) -> int:
    """The year in which the day's school year began; one begins on July 1 (decision 0050)."""
    return day.year if day.month >= 7 else day.year - 1


def days_between(first: date, last: date) -> list[date]:
    """All days from first to last, both inclusive."""
    return [first + ONE_DAY * n for n in range((last - first).days + 1)]


def year_of_period(period: GradingPeriod) -> int:
    """The school year that the file names, where the period reaches into it, else that of its middle day (decision 0570)."""
    named = re.fullmatch(r"(20\d\d)-\d\d", period.school_year or "")
    first, last = school_year(period.start_date), school_year(period.end_date)
    if named and first <= int(named[1]) <= last:
        return int(named[1])
    return school_year(period.start_date + ONE_DAY * (((period.end_date - period.start_date).days + 1) // 2))


def days_of_rows(rows: list[CalendarDay], periods: Sequence[GradingPeriod]) -> set[date]:
    """Rules 2: only closed days listed: all other weekdays of the year; both listed: unlisted days are closed.

    July, in which one year's list may end and the next one's begin, says nothing of which of both a year is (decision 0570).
    """
    found = {row.day for row in rows if row.is_instructional}
    listed = {row.day for row in rows}
    without_july = [row for row in rows if row.day.month != 7]
    for year in {school_year(row.day) for row in without_july}:
        own = [row for row in without_july if school_year(row.day) == year]
        if not any(row.is_instructional for row in own):
            first, last = span_of(
                year, {row.day for row in own}, [period for period in periods if year_of_period(period) == year]
            )
            found |= {day for day in days_between(first, last) if day.weekday() < 5 and day not in listed}
    return found


def span_of(year: int, closed: set[date], periods: list[GradingPeriod]) -> tuple[date, date]:
    """The school year of a list of closed days (decision 0050)."""
    if periods:
        return min(period.start_date for period in periods), max(period.end_date for period in periods)
    first = max(day for day in days_between(date(year, 8, 1), date(year, 8, 31)) if day.weekday() == 0)
    last = min(day for day in days_between(date(year + 1, 6, 1), date(year + 1, 6, 30)) if day.weekday() == 4)
    return min(first, *closed), max(last, *closed)


def summer_days(open_days: set[date], closed: set[date]) -> set[date]:
    """Decision 0580: the weekdays of the summers beside each school year that no calendar lists, less two holidays."""
    years = [sorted(day for day in open_days if school_year(day) == year) for year in set(map(school_year, open_days))]
    found: set[date] = set()
    for days in years:
        year = school_year(days[0])
        found |= set(days_between(date(year, 6, 1), date(year, 8, 31)))
        found |= set(days_between(date(year + 1, 6, 1), date(year + 1, 8, 31)))
    within = {day for days in years for day in days_between(days[0], days[-1])}
    return {day for day in found - within - closed if day.weekday() < 5 and not is_summer_holiday(day)}


def is_summer_holiday(day: date) -> bool:
    """Juneteenth and Independence Day, of a weekend on the weekday nearest to it."""
    shifts = {0: (0, 1), 4: (0, -1)}.get(day.weekday(), (0,))
    return any((day - ONE_DAY * shift) in (date(day.year, 6, 19), date(day.year, 7, 4)) for shift in shifts)


class SchoolCalendar:
    """The calendar of one school (None: the district's own)."""

    def __init__(self, facts: Facts, school: str | None, *, summers: bool = False) -> None:
        district = [row for row in facts.calendar if row.school is None]
        own = [row for row in facts.calendar if row.school is not None and row.school == school]
        open_days = days_of_rows(district or own, facts.grading_periods) if district or own else set()
        for row in own:
            (open_days.add if row.is_instructional else open_days.discard)(row.day)
        if summers:
            open_days |= summer_days(open_days, {row.day for row in district + own if not row.is_instructional})
        self.days = sorted(open_days)
        self.is_open = open_days
        self._loaded = sorted({school_year(day) for day in open_days})
        listed = open_days if summers else open_days | {row.day for row in district + own}
        self.reach = (min(listed), max(listed)) if listed else None
        self.periods = facts.grading_periods
        self._years: dict[int, list[date]] = {}
        self._told: dict[tuple[str, int], list[tuple[date, date]]] = {}
        self._told_years = sorted({year_of_period(period) for period in self.periods})

    def days_of_year(self, year: int) -> list[date]:
        """The instructional days of one school year."""
        if year not in self._years:
            self._years[year] = [day for day in self.days if school_year(day) == year]
        return self._years[year]

    def years(self) -> list[int]:
        """The school years that have instructional days."""
        return self._loaded

    def reaches(self, day: date) -> bool:
        """Whether the day lies between the calendar's first and last listed day (decision 0050)."""
        return self.reach is not None and self.reach[0] <= day <= self.reach[1]

    def first_day(self, year: int) -> date:
        """The first day of the school year."""
        return self.days_of_year(year)[0]

    def last_day(self, year: int) -> date:
        """The last day of the school year."""
        return self.days_of_year(year)[-1]

    def days_in_week(self, week: date) -> list[date]:
        """The instructional days of the week that begins on that Monday."""
        return [day for day in days_between(week, week + ONE_DAY * 6) if day in self.is_open]

    def ends(self, what: str, year: int) -> list[date]:
        """The last days of the year's quarters or semesters.

        Rules 2: semesters are S1 and S2, else Q1+Q2 and Q3+Q4; without periods, equal counts of instructional days.
        """
        if told := self.told(what, year):
            return [last for _, last in told]
        days = [day for day in self.days_of_year(year) if self.year_of_part(what, day) == year]
        return equal_parts(days, 4 if what == "quarter" else 2)

    def told(self, what: str, year: int) -> list[tuple[date, date]]:
        """The first and last days of the year's quarters or semesters that grading periods tell; none: they tell none."""
        own = [period for period in self.periods if year_of_period(period) == year]
        named = {p.period.replace("MP", "Q"): (p.start_date, p.end_date) for p in own}
        if what == "quarter":
            quarters = [(p.start_date, p.end_date) for p in own if p.period not in ("S1", "S2")]
            return sorted(quarters, key=lambda days: days[1])
        if {"S1", "S2"} <= named.keys():
            return [named["S1"], named["S2"]]
        if {"Q1", "Q2", "Q3", "Q4"} <= named.keys() and "Q5" not in named:
            halves = (("Q1", "Q2"), ("Q3", "Q4"))
            return [(min(named[a][0], named[b][0]), max(named[a][1], named[b][1])) for a, b in halves]
        return []

    def year_of_part(self, what: str, day: date) -> int:
        """The school year of the quarter or semester that holds a day: its own, but where a period reaches over July 1."""
        around = (year for year in self._told_years if any(a <= day <= b for a, b in self._told_of(what, year)))
        year = school_year(day)
        return min((other for other in around if other != year), default=year)

    def _told_of(self, what: str, year: int) -> list[tuple[date, date]]:
        if (what, year) not in self._told:
            self._told[what, year] = self.told(what, year)
        return self._told[what, year]

    def part_of_year(self, what: str, day: date) -> tuple[int, int]:
        """(school year, number) of the quarter or semester; a date between two belongs to the next (rules 2)."""
        year = self.year_of_part(what, day)
        ends = self.ends(what, year)
        return year, min(bisect_left(ends, day), len(ends) - 1)

    def month_of_week(self, week: date) -> date:
        """Rules 5: the month with most of the week's instructional days; a tie: the later; none: its Wednesday's."""
        return self._most(week, [month(day) for day in self.days_in_week(week)], month)

    def quarter_of_week(self, week: date) -> tuple[int, int]:
        """Rules 5: the quarter with most of the week's instructional days."""
        quarters = [self.part_of_year("quarter", day) for day in self.days_in_week(week)]
        return self._most(week, quarters, lambda day: self.part_of_year("quarter", day))

    def year_of_week(self, week: date) -> int:
        """The school year with most of the week's instructional days."""
        return self._most(week, [school_year(day) for day in self.days_in_week(week)], school_year)

    @staticmethod
    def _most(week, found, of_day):  # type: ignore[no-untyped-def]
        if not found:
            return of_day(week + ONE_DAY * 2)
        counts = Counter(found)
        return max(counts, key=lambda part: (counts[part], part))


def equal_parts(days: list[date], parts: int) -> list[date]:
    """The last days of equal counts of days; where they don't divide, the earlier parts have one more (0050)."""
    size, left = divmod(len(days), parts)
    ends, position = [], 0
    for number in range(parts):
        position += size + (1 if number < left else 0)
        ends.append(days[position - 1] if position else date.min)
    return ends
