"""Whole months of which nothing is on file for a service, a school or a provider: no log is loaded, or one without a row of
theirs (rules 2a and 5)."""

from datetime import date, timedelta
from typing import Any

import duckdb
import pandas as pd

from analytics import ledger, sqlfiles
from analytics.scope import Scope


def not_loaded(cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, values: dict[str, Any]) -> pd.DataFrame:
    """Lines in whole months to which some log reaches, but none of their service, of their school or of their provider.

    Columns: line_key, student_id, service, school, provider_id, month, place (service, school or provider: the largest that
    lacks a log), uncovered_minutes. ``values``: those of ``figures.parameters``. Without any log there is no such month:
    nothing is loaded then, and pages say so.
    """
    latest = ledger.default_as_of(cur, scope, known=values["known"])
    tomorrow = min(as_of, latest or date.min) + timedelta(days=1)
    return sqlfiles.frame(
        cur, "overview/not_loaded", values | ledger.by_flags(("month",)) | {"before": tomorrow.replace(day=1)}
    )


def silent(schools: pd.DataFrame, providers: pd.DataFrame, lines: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Of the ledger by school and month, and by provider and month, what logs cover that have no row of it: neither session nor
    reason. ``lines``: school and provider_id of each line.

    Each line is told once: under its school, but where one person has all of the school's lines and is silent too, under that
    person, who is to be asked.
    """
    pairs = lines[["school", "provider_id"]].drop_duplicates()
    people = pairs.groupby("school")["provider_id"].agg(list).to_dict()
    places = pairs.groupby("provider_id")["school"].agg(list).to_dict()
    quiet = _months(providers, "provider")
    of_schools = {
        (school, month) for school, month in _months(schools, "school")
        if len(people.get(school, ())) != 1 or (people[school][0], month) not in quiet
    }  # fmt: skip
    of_people = {
        (person, month) for person, month in quiet
        if any((school, month) not in of_schools for school in places.get(person, (None,)))
    }  # fmt: skip
    return _only(schools, "school", of_schools), _only(providers, "provider", of_people)


def _months(frame: pd.DataFrame, place: str) -> set[tuple[Any, Any]]:
    """The places and months of whose minutes nothing at all is on file."""
    nothing = frame[frame["unaccounted_minutes"] >= frame["expected_minutes"] - 1e-6].dropna(subset=place)
    return set(zip(nothing[place], nothing["month"], strict=True))


def _only(frame: pd.DataFrame, place: str, wanted: set[tuple[Any, Any]]) -> pd.DataFrame:
    kept = [pair in wanted for pair in zip(frame[place], frame["month"], strict=True)]
    return frame[pd.Series(kept, index=frame.index, dtype=bool)]
