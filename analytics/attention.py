"""What needs a decision since the last upload: at most ten things, each with its students and minutes at stake."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, ledger, missing_logs, overview, rollups, sqlfiles
from analytics.scope import ALL, Scope, Selection

MOST = 10
ENDS_WITHIN = timedelta(days=45)
FELL_BY = 0.10
"""A school's or provider's month that is so much worse than the one before needs a look: ten points."""
BAD = ("critical", "no_service")


@dataclass(frozen=True)
class Decision:
    """Something that waits for a person: what, where, how many students and minutes are at stake, and which lines."""

    kind: str
    """not_seen, never_started, vacancy, fell, newly_critical, ending, reports_missing, no_log, not_loaded"""
    place: str
    """The kind of ``where``: service, school, provider, period, or empty for the whole selection."""
    where: str
    students: int
    lines: int
    minutes: float
    """What is at stake, in minutes; 0 where it can't be told."""
    fresh: int = 0
    """How many of the lines were not so before the last upload."""
    line_keys: tuple[str, ...] = ()
    """The service lines behind it, by line_key; empty where it isn't about single lines."""
    detail: tuple[str, ...] = ()
    """fell: the rates before and after, and the month; no_log, not_loaded: the months; reports_missing: how many were due."""


@dataclass(frozen=True)
class _State:
    """The lines as they are, and as they were before the last upload."""

    as_of: date
    lines: pd.DataFrame
    unseen: pd.DataFrame
    lines_before: pd.DataFrame
    unseen_before: frozenset[str]
    since: date


def needs_decision(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> list[Decision]:
    """At most MOST things to decide, those with the most students first, then the most minutes (rules 6, 8 and 10).

    Each kind that occurs is among them with its gravest, or one kind would hide the others. ``fresh`` compares with
    ``overview.before``.
    """
    state = _state(cur, scope, as_of, selection, asked)
    values = figures.parameters(cur, scope, as_of, selection, **asked)
    rollups.lend_shares(cur, values | ledger.by_flags(("month",)))
    schools, providers = (
        _whole_months(ledger.by(cur, scope, as_of, selection, keys=(place, "month"), **asked), as_of)
        for place in ("school", "provider")
    )
    silent_schools, silent_providers = missing_logs.silent(schools, providers, state.lines)
    found = [
        *_not_seen(state),
        *_newly_critical(state),
        *_vacancies(sqlfiles.frame(cur, "overview/vacant", values | {"since": state.since}), state),
        *_fell("school", "school", schools, state),
        *_fell("provider", "provider_id", providers, state),
        *_no_log("school", "school", silent_schools, state),
        *_no_log("provider", "provider_id", silent_providers, state),
        *_not_loaded(missing_logs.not_loaded(cur, scope, as_of, values), state),
        *_ending(sqlfiles.frame(cur, "overview/ending", values | {"until": as_of + ENDS_WITHIN}), state),
        *_reports(sqlfiles.frame(cur, "overview/reports", values)),
    ]
    return ranked(found)


LISTED = ("kind", "place", "where", "students", "lines", "minutes", "fresh", "detail")


def listed(found: Iterable[Decision]) -> pd.DataFrame:
    """Decisions as rows: LISTED, of which detail is one text."""
    rows = [[*(getattr(one, name) for name in LISTED[:-1]), " ".join(one.detail)] for one in found]
    return pd.DataFrame(rows, columns=list(LISTED))


def ending(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Lines in force that end within ENDS_WITHIN without a successor on file, the soonest first: line_key, student_id,
    line_id, link_key, student_name, service, setting, school, provider_name, ends_on."""
    return figures.frame(cur, "overview/ending", scope, as_of, selection, asked, until=as_of + ENDS_WITHIN)


def _state(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection, asked: dict[str, Any]
) -> _State:
    then = overview.before(cur, scope, as_of, selection, **asked)
    earlier = {**asked, "known": then.known}
    if then.known is None or _says_the_same(cur, scope, then.as_of, selection, asked, earlier):
        earlier = asked
    lines, unseen = _lines(cur, scope, as_of, selection, asked)
    lines_before, unseen_before = _lines(cur, scope, then.as_of, selection, earlier)
    since = then.as_of + timedelta(days=1)
    return _State(as_of, lines, unseen, lines_before, frozenset(unseen_before["line_key"]), since)


def _says_the_same(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection,
    asked: dict[str, Any],
    earlier: dict[str, Any],
) -> bool:
    """Whether the earlier ledger says of its day what that of now says of it, which is quicker asked."""
    now, then = (figures.parameters(cur, scope, as_of, selection, **one) for one in (asked, earlier))
    return rollups.is_as_now(cur, now, then)


def _lines(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection, asked: dict[str, Any]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The lines of ``ledger.lines``, as far as decisions look at them, and those of ``ledger.not_seen``."""
    values = figures.parameters(cur, scope, as_of, selection, **asked) | ledger.by_flags(())
    rollups.lend_shares(cur, values)
    lines = sqlfiles.frame(cur, "overview/standing_lines", values)
    return lines, lines[lines["is_unseen"].astype(bool)]


def ranked(found: Iterable[Decision]) -> list[Decision]:
    """The MOST with the most students at stake, then minutes; the first of every kind is always among them."""
    ordered = sorted(found, key=lambda one: (-one.students, -one.minutes, one.kind, one.where))
    firsts = {id(one) for one in {one.kind: one for one in reversed(ordered)}.values()}
    rest = [one for one in ordered if id(one) not in firsts][: MOST - len(firsts)]
    kept = firsts | {id(one) for one in rest}
    return [one for one in ordered if id(one) in kept]


def _of_schools(frame: pd.DataFrame, kind: str, minutes: str, known: Iterable[str] = ()) -> Iterator[Decision]:
    """One a school of the frame's lines; ``known`` are the lines of which this was so before."""
    before = set(known)
    for school, rows in frame.groupby("school", dropna=True):
        keys = tuple(str(key) for key in rows["line_key"])
        stake = float(rows[minutes].fillna(0).sum())
        fresh = sum(key not in before for key in keys)
        yield Decision(kind, "school", str(school), int(rows["student_id"].nunique()), len(rows), stake, fresh, keys)


def _not_seen(state: _State) -> Iterator[Decision]:
    begun = ~state.unseen["never_started"].astype(bool)
    yield from _of_schools(state.unseen[begun], "not_seen", "make_up_minutes", state.unseen_before)
    yield from _of_schools(state.unseen[~begun], "never_started", "make_up_minutes", state.unseen_before)


def _newly_critical(state: _State) -> Iterator[Decision]:
    was = state.lines_before
    known = set(was.loc[was["band"].isin(BAD), "line_key"])
    fresh = state.lines[state.lines["band"].isin(BAD) & ~state.lines["line_key"].isin(known)]
    yield from _of_schools(fresh, "newly_critical", "make_up_minutes")


def _vacancies(vacant: pd.DataFrame, state: _State) -> Iterator[Decision]:
    """Lines without a provider, or with sessions missed for a vacancy since the last upload."""
    was = state.lines_before
    yield from _of_schools(vacant, "vacancy", "vacancy_minutes", was.loc[was["provider_id"].isna(), "line_key"])


def _fell(place: str, column: str, months: pd.DataFrame, state: _State) -> Iterator[Decision]:
    """Schools or providers whose last whole month is FELL_BY or more below the one before."""
    students = state.lines.groupby(column)["student_id"].nunique()
    of_place: dict[str, list[Any]] = {}
    for row in months[months[place].notna()].itertuples():
        of_place.setdefault(str(getattr(row, place)), []).append(row)
    for where, rows in of_place.items():
        yield from _fall(place, where, rows, int(students.get(where, 0)))


def _fall(place: str, where: str, months: list[Any], students: int) -> Iterator[Decision]:
    if len(months) < 2:
        return
    last = months[-1]
    was, now = months[-2].adjusted_rate, last.adjusted_rate
    if pd.isna(was) or pd.isna(now) or was - now < FELL_BY:
        return
    lines, stake = int(last.lines), float(last.make_up_minutes)
    told = (f"{was:.4f}", f"{now:.4f}", f"{pd.Timestamp(last.month):%Y-%m}")
    yield Decision("fell", place, where, students, lines, stake, lines, (), told)


def _whole_months(frame: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Months that ended before the as-of day's own, in order; the as-of day's own where it is the month's end."""
    tomorrow = as_of + timedelta(days=1)
    ended = frame[pd.to_datetime(frame["month"]) < pd.Timestamp(tomorrow.replace(day=1))]
    return ended[ended["expected_minutes"] > 0].sort_values("month")


def _no_log(place: str, column: str, silent: pd.DataFrame, state: _State) -> Iterator[Decision]:
    """Schools or providers of whose minutes of whole months nothing at all is on file."""
    for where, rows in silent.groupby(place, dropna=True):
        mine = state.lines[state.lines[column] == where]
        lines, stake = int(rows["lines"].max()), float(rows["unaccounted_minutes"].sum())
        ends = pd.to_datetime(rows["month"]) + pd.offsets.MonthEnd(0)
        fresh = lines if (ends >= pd.Timestamp(state.since)).any() else 0
        told = tuple(f"{month:%Y-%m}" for month in ends)
        yield Decision("no_log", place, str(where), int(mine["student_id"].nunique()), lines, stake, fresh, (), told)


def _not_loaded(months: pd.DataFrame, state: _State) -> Iterator[Decision]:
    """Services, schools or providers of which no log is loaded for whole months in which they owe minutes."""
    for place, column in (("service", "service"), ("school", "school"), ("provider", "provider_id")):
        for where, rows in months[months["place"] == place].groupby(column):
            yield _without_log(place, str(where), rows, state)


def _without_log(place: str, where: str, rows: pd.DataFrame, state: _State) -> Decision:
    """One of them; a line is fresh where no log lacked of it before the last upload."""
    ends = pd.to_datetime(rows["month"]) + pd.offsets.MonthEnd(0)
    keys = tuple(dict.fromkeys(rows["line_key"].astype(str)))
    before = rows.loc[ends < pd.Timestamp(state.since), "line_key"].nunique()
    told = tuple(f"{month:%Y-%m}" for month in sorted(ends.unique()))
    students, stake = int(rows["student_id"].nunique()), float(rows["uncovered_minutes"].sum())
    return Decision("not_loaded", place, where, students, len(keys), stake, len(keys) - before, keys, told)


def _ending(frame: pd.DataFrame, state: _State) -> Iterator[Decision]:
    """All schools in one: annual reviews come due everywhere, and the list is the same person's work."""
    if frame.empty:
        return
    soon = pd.Timestamp(state.since - timedelta(days=1) + ENDS_WITHIN)
    fresh = int((pd.to_datetime(frame["ends_on"]) > soon).sum())
    keys = tuple(str(key) for key in frame["line_key"])
    yield Decision("ending", "", "", int(frame["student_id"].nunique()), len(frame), 0.0, fresh, keys)


def _reports(frame: pd.DataFrame) -> Iterator[Decision]:
    """By grading period; minutes aren't at stake."""
    row: Any
    for row in frame[frame["missing"] > 0].itertuples():
        told = (str(int(row.due)),)
        yield Decision(
            "reports_missing", "period", str(row.period), int(row.students), int(row.missing), 0.0, detail=told
        )
