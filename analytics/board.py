"""What a board may see: the district, its services and schools as aggregates, small groups left out (rules 13)."""

from datetime import date
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from analytics import figures, ledger, rollups, suppression
from analytics.policies import Policies
from analytics.scope import ALL, Scope, Selection
from analytics.suppression import Counts

RATES = ("adjusted_rate", "gross_rate", "on_track_rate", "unaccounted_rate")
BOUNDS = tuple(rate.replace("_rate", "_bound") for rate in RATES)
SUMS = (
    "expected_minutes", "unaccounted_minutes", "adjusted_rate", "gross_rate", "lines_on_track", "lines_banded",
)  # fmt: skip
COLUMNS = ("students", *RATES, *BOUNDS, "band", "is_hidden")
BANDS = ("on_track", "watch", "at_risk")


def table(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Schools by services with their totals: school, service (null: all of them; a school of "" has none), COLUMNS.

    Rows: groups with expected minutes to date. students: different students; adjusted_rate and gross_rate as in the
    ledger; on_track_rate: lines on track / lines banded; unaccounted_rate: minutes without a record / expected; band: by the
    adjusted rate. Fractions, null where n/a. A bound is "above" or "below" where the rate stands for all beyond a cap
    (``suppression.capped``). Where is_hidden, everything of the row is null: the group has fewer students than the policy
    suppress_below, or would give one away that has (``suppression.hide``). Rules 13; decision 0099.
    """
    policies = _policies(cur, scope, as_of, asked)
    least = int(policies.number("suppress_below"))
    cells, by_school, by_service, all_of_them = sums = [
        _groups(cur, scope, as_of, selection, keys, asked)
        for keys in (("school", "service"), ("school",), ("service",), ())
    ]
    hidden = _hidden(cells, by_school, by_service, all_of_them, least)
    whole = pd.concat(sums, ignore_index=True).merge(hidden, on=["school", "service"], how="left")
    ordered = whole.sort_values(["school", "service"], na_position="first", kind="stable")
    typed = ordered.astype({"school": "str", "service": "str"})
    return _told(typed, policies, least)[["school", "service", *COLUMNS]]


def months(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """The whole selection month by month, to date: month, COLUMNS as in ``table``; months of few students are hidden, and
    one more so that the sum of all gives nothing back."""
    policies = _policies(cur, scope, as_of, asked)
    least = int(policies.number("suppress_below"))
    sums = _groups(cur, scope, as_of, selection, ("month",), asked)
    whole = int(_groups(cur, scope, as_of, selection, (), asked)["students"].sum())
    students, own = (_numbers(sums[name])[None, :] for name in ("students", "own_students"))
    counts = Counts(students, own, np.array([whole]), None, whole)
    marks = suppression.hide(counts, least).cells[0] if len(sums) else []
    return _told(sums.assign(is_hidden=marks), policies, least)[["month", *COLUMNS]]


def _policies(cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, asked: dict[str, Any]) -> Policies:
    found: Policies = asked.get("policies") or figures.policies(cur, scope, as_of, asked)
    return found


def _groups(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection,
    keys: tuple[str, ...],
    asked: dict[str, Any],
) -> pd.DataFrame:
    """The ledger's groups that have expected minutes, with their students and rates; lines without a school are those of
    the school "". Columns: school, service, month (None where not a key), students, own_students, RATES."""
    values = figures.parameters(cur, scope, as_of, selection, **asked) | ledger.by_flags(keys)
    students = rollups.frame(cur, "board/cells", values, (*keys, "students", "own_students"))
    sums = rollups.frame(cur, "ledger/by_key", values, (*keys, *SUMS))
    found = (
        students.merge(sums, on=list(keys), how="left")
        if keys
        else pd.concat([students, sums], axis=1).dropna(subset="students")
    )
    rates = {
        "on_track_rate": found["lines_on_track"] / found["lines_banded"].where(found["lines_banded"] > 0),
        "unaccounted_rate": found["unaccounted_minutes"]
        / found["expected_minutes"].where(found["expected_minutes"] > 0),
    }
    named: dict[str, Any] = {key: found[key] if key in keys else None for key in ("school", "service", "month")}
    if "school" in keys:
        named["school"] = found["school"].fillna("")
    return found.assign(**named, **rates)[["school", "service", "month", "students", "own_students", *RATES]]


def _hidden(
    cells: pd.DataFrame, by_school: pd.DataFrame, by_service: pd.DataFrame, whole: pd.DataFrame, least: int
) -> pd.DataFrame:
    """Which cells and totals are left out: school, service (null: all), is_hidden."""
    schools, services = by_school["school"].tolist(), by_service["service"].tolist()
    counts = Counts(
        _grid(cells, "students", schools, services),
        _grid(cells, "own_students", schools, services),
        _numbers(by_school["students"]),
        _numbers(by_service["students"]),
        int(whole["students"].sum()),
    )
    found = suppression.hide(counts, least)
    marks = [
        *((school, service, found.cells[row, column]) for row, school in enumerate(schools)
          for column, service in enumerate(services)),
        *((school, None, mark) for school, mark in zip(schools, found.rows, strict=True)),
        *((None, service, mark) for service, mark in zip(services, found.columns, strict=True)),
        (None, None, found.whole),
    ]  # fmt: skip
    return pd.DataFrame(marks, columns=["school", "service", "is_hidden"])


def _grid(cells: pd.DataFrame, column: str, schools: list[str], services: list[str]) -> suppression.Numbers:
    grid = cells.pivot(index="school", columns="service", values=column).reindex(index=schools, columns=services)
    return _numbers(grid.fillna(0))


def _numbers(values: Any) -> suppression.Numbers:
    return np.asarray(values, dtype=np.int64)


def _told(frame: pd.DataFrame, policies: Policies, least: int) -> pd.DataFrame:
    """Rates capped in small groups, bands, and nothing at all of hidden groups."""
    hidden = frame["is_hidden"].astype(bool)
    made: dict[str, Any] = {"is_hidden": hidden, "students": frame["students"].astype("Int64").mask(hidden)}
    for rate, bound in zip(RATES, BOUNDS, strict=True):
        told = [suppression.capped(one, int(of), least) for one, of in zip(frame[rate], frame["students"], strict=True)]
        made[rate] = pd.Series([one for one, _ in told], frame.index, dtype=float).mask(hidden)
        made[bound] = pd.Series([what for _, what in told], frame.index, dtype="str").mask(hidden)
    bands = [_band(policies, *one) for one in zip(made["adjusted_rate"], made["adjusted_bound"], strict=True)]
    return frame.assign(**made, band=pd.Series(bands, frame.index, dtype="str")).reset_index(drop=True)


def _band(policies: Policies, rate: float, bound: str) -> str | None:
    """The band of a group's adjusted rate (rules 8); of a capped one only where the cap itself settles it."""
    if pd.isna(rate):
        return None
    steps = [policies.number(name) for name in BANDS]
    if bound == "above" and any(step > suppression.HIGH for step in steps):
        return None
    return next((name for name, step in zip(BANDS, steps, strict=True) if round(rate, 6) >= step), "critical")
