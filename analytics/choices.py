"""What a viewer can choose from, and which kinds of rows are loaded."""

from dataclasses import dataclass
from datetime import date

import duckdb

from analytics import sqlfiles
from analytics.scope import Scope

FIRST_MONTH = 7
"""A school year is named from July to June, so that summer school's planning falls in the year to come."""


@dataclass(frozen=True)
class Choices:
    """Services, schools and providers that occur: (id, name) in the order of names."""

    services: tuple[str, ...]
    schools: tuple[tuple[str, str], ...]
    providers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Loaded:
    """How many rows of each kind are in force, and from when to when they reach; None where nothing dated is loaded."""

    first_day: date | None
    last_day: date | None
    lines: int
    sessions: int
    goals: int
    students: int
    providers: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all to make a figure of."""
        return not (self.lines or self.sessions or self.goals or self.students or self.providers)


def choices(cur: duckdb.DuckDBPyConnection, scope: Scope) -> Choices:
    """The services, schools and providers of the rows in force."""
    values = {"district": scope.district}
    return Choices(
        services=tuple(str(row[0]) for row in sqlfiles.rows(cur, "choices/services", values)),
        schools=tuple((str(a), str(b)) for a, b in sqlfiles.rows(cur, "choices/schools", values)),
        providers=tuple((str(a), str(b)) for a, b in sqlfiles.rows(cur, "choices/providers", values)),
    )


def loaded(cur: duckdb.DuckDBPyConnection, scope: Scope) -> Loaded:
    """Counts of the rows in force by kind, and their first and last day."""
    return Loaded(*sqlfiles.rows(cur, "choices/extent", {"district": scope.district})[0])


def year_of(day: date) -> int:
    """The year in which the school year begins that holds a day (July to June)."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def name_of_year(first: int) -> str:
    """The school year that begins in a year, such as ``2025-26``."""
    return f"{first}-{(first + 1) % 100:02d}"


def school_year(day: date) -> str:
    """The school year that holds a day, such as ``2025-26``."""
    return name_of_year(year_of(day))


def year_bounds(year: str) -> tuple[date, date]:
    """First and last day of a school year such as ``2025-26``; ValueError where it isn't one."""
    first = int(year[:4])
    return date(first, FIRST_MONTH, 1), date(first + 1, FIRST_MONTH - 1, 30)


def school_years(extent: Loaded) -> tuple[str, ...]:
    """Every school year from the first to the last loaded day, the latest first."""
    if extent.first_day is None or extent.last_day is None:
        return ()
    first, last = int(school_year(extent.first_day)[:4]), int(school_year(extent.last_day)[:4])
    return tuple(school_year(date(year, 9, 1)) for year in range(last, first - 1, -1))
