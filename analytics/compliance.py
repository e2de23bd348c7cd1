"""Beside the ledger: what a provider's reasons explain, students by rate, the year's end, the worklist by provider."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, ledger, rollups
from analytics.choices import year_of
from analytics.scope import ALL, Scope, Selection

MEASURES = ("adjusted_rate", "gross_rate", "provider_rate")
"""The three definitions of delivered %: student absences set aside, all expected, provider-caused only (decision 0074)."""
CAUSED_COLUMNS = ("provider_caused_minutes", "open_minutes", "provider_rate")


def by(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    **asked: Any,
) -> pd.DataFrame:
    """The ledger by any of ``ledger.KEYS`` (``ledger.by``) with CAUSED_COLUMNS beside it; decision 0074.

    provider_caused_minutes: of what is missing, the minutes that the log gives a provider's reason for; provider_rate:
    (E - these) / E, a fraction, null where E is 0; open_minutes: expected in periods that are still open (rules 5).
    """
    return ledger.sums(cur, scope, as_of, selection, keys, (*ledger.COLUMNS, *CAUSED_COLUMNS), asked)


def distribution(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """How many students stand at which rate, by each of MEASURES: measure, bin, students; bins with nobody have no row.

    Bin 0 to 9: from bin x 10 % to less than ten points more; bin 10: 100 %. Who has no rate is in none.
    """
    values = figures.parameters(cur, scope, as_of, selection, **asked) | ledger.by_flags(())
    return rollups.frame(cur, "compliance/distribution", values)


OUTLOOK_COLUMNS = (
    "credited_minutes", "due_minutes", "remaining_minutes", "pace", "projected_rate", "short_minutes",
    "catch_up_minutes_per_week", "ended_minutes", "weeks_left",
)  # fmt: skip


def outlook(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    **asked: Any,
) -> pd.DataFrame:
    """Where groups end at this pace, and what catching up takes (rules 9): the keys and OUTLOOK_COLUMNS.

    Keys: all but district and month. Pace sums C and E - X over the lines' last six covered weeks, a fraction, null
    where nothing was due; projected_rate: (C + pace x remaining) / (E - X + remaining), null without a pace;
    short_minutes: O + R; catch_up_minutes_per_week: the sum of the lines' own, null at no week left; ended_minutes:
    O + R of lines that have no week left, in no catch-up.
    """
    ledger.checked_keys(keys, ledger.KEYS[1:-1])
    return figures.frame(cur, "compliance/outlook", scope, as_of, selection, asked, **ledger.by_flags(keys))[
        [*keys, *OUTLOOK_COLUMNS]
    ]


WORKLIST_COLUMNS = (
    "provider_id", "provider_name", "items", "students", "make_up_minutes", "make_up_sessions", "unaccounted_minutes",
    "since", "offered", "attempts", "settled",
)  # fmt: skip


AMOUNTS = ("make_up_minutes", "make_up_sessions", "unaccounted_minutes", "attempts")


def worklists(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """The make-up worklist (``ledger.make_ups``) by provider, the most open minutes first: WORKLIST_COLUMNS.

    items, students, make_up_minutes, make_up_sessions, unaccounted_minutes (of these, without any record), since (the
    oldest), offered and attempts are of open items; settled counts the others. provider_id null: unassigned.
    """
    return by_provider(ledger.make_ups(cur, scope, as_of, selection, **asked))


def by_provider(items: pd.DataFrame) -> pd.DataFrame:
    """The sums of a worklist by provider, as in ``worklists``."""
    is_open, keys = items["is_open"].astype(bool), ["provider_id", "provider_name"]
    counts = {"items": is_open, "offered": is_open & (items["status"] == "offered"), "settled": ~is_open}
    amounts = {name: items[name].where(is_open, 0) for name in AMOUNTS}
    found = items[keys].assign(
        students=items["student_id"].where(is_open), since=items["since"].where(is_open),
        **{name: flag.astype("int64") for name, flag in counts.items()}, **amounts,
    )  # fmt: skip
    groups = found.groupby(keys, dropna=False)
    sums = groups[[*counts, *AMOUNTS]].sum()
    whole = sums.assign(students=groups["students"].nunique(), since=groups["since"].min()).reset_index()
    ordered = whole.sort_values(["make_up_minutes", "provider_name"], ascending=[False, True])
    return ordered[list(WORKLIST_COLUMNS)].reset_index(drop=True)


def by_year(items: pd.DataFrame) -> pd.DataFrame:
    """What is open on a worklist (``ledger.make_ups``) by the school year in which its period ended: school_year (the year in
    which that begins), items, make_up_minutes."""
    is_open = items[items["is_open"].astype(bool)]
    years = pd.to_datetime(is_open["period_end"]).map(year_of).astype("int64").rename("school_year")
    sums = is_open.groupby(years)["make_up_minutes"].agg(["size", "sum"])
    return sums.set_axis(["items", "make_up_minutes"], axis=1).reset_index()


FAR = 2
"""Sessions short from which a student is behind (rules 8)."""


def behind(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """The lines that put a student behind, two or more planned sessions short in closed periods, the furthest first.

    Columns: those of ``ledger.lines``, short_since (the first day of the oldest closed period in which minutes are short;
    null where all that is short is for review). ``asked``: known, restated, policies, and from_day, which cuts lines and leaves
    the periods that it lies in whole.
    """
    lines = ledger.lines(cur, scope, as_of, selection, **asked)
    items = ledger.make_ups(cur, scope, as_of, selection, **{**asked, "from_day": None})
    return behind_of(lines, items, asked.get("from_day"))


def behind_of(lines: pd.DataFrame, items: pd.DataFrame, from_day: date | None = None) -> pd.DataFrame:
    """What ``behind`` answers, of ``ledger.lines`` and ``ledger.make_ups`` that were asked already; ``from_day``: of lines that
    were asked from a day on, while items are to date."""
    if from_day is not None:
        items = items[pd.to_datetime(items["period_end"]) >= pd.Timestamp(from_day)]
    oldest = items.groupby(["student_id", "line_id"], as_index=False).agg(short_since=("period_start", "min"))
    far = lines[lines["sessions_short"] >= FAR - 1e-9]
    return far.merge(oldest, on=["student_id", "line_id"], how="left").sort_values(
        "sessions_short", ascending=False, kind="stable", ignore_index=True
    )
