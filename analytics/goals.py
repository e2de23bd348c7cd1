"""Goals: how each stands as of a day, the measurements behind it, progress reports due and missing (rules 10)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, sqlfiles
from analytics.ledger import by_flags, checked_keys
from analytics.scope import ALL, Scope, Selection

KEYS = ("district", "school", "provider", "service", "grade", "student", "area")
STATUSES = (
    "mastered", "on_track", "at_risk", "off_track", "stale", "insufficient_data", "reported", "not_started", "ended",
)  # fmt: skip
COLUMNS = ("goals", *STATUSES, "on_track_rate")


def status(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Each goal and how it stands as of a day (rules 10); ``asked``: known, policies.

    Columns: goal_id, student_id, link_key, student_name, school (the student's), provider_id (of the student's line of
    the service; null: unassigned), service, area, goal_text, baseline, target, unit, direction, start_date, due_date,
    status (one of STATUSES), reported (the latest progress code), n_measurements, last_measured (a day), current_value
    (the latest, in the unit), percent_met and projected_percent (fractions of the way from baseline to target, not
    clamped, null where n/a; projected at the due date, from eight measurements on), slope_per_week (Theil-Sen, in the
    unit, from four measurements on; null for ordinal scales).
    """
    return figures.frame(cur, "goals/status", scope, as_of, selection, asked)


FLAT = 0.1
"""The way from baseline to target that a trend must make over the goal's time not to be flat (decision 0133)."""


def is_flat(found: pd.DataFrame) -> pd.Series:
    """Which goals of ``status`` are flat: at its trend the goal would make less than a tenth of the way from baseline to
    target between its start and its due date, or move away from the target (decision 0133). False where there is no trend
    (fewer than four measurements, ordinal scales), no baseline, no target or no dates.
    """
    weeks = (pd.to_datetime(found["due_date"]) - pd.to_datetime(found["start_date"])).dt.days / 7
    way = pd.to_numeric(found["target"]) - pd.to_numeric(found["baseline"])
    made = pd.to_numeric(found["slope_per_week"]) * weeks / way.where(way != 0)
    return (made < FLAT).fillna(value=False).astype(bool)


def against_aimline(found: pd.DataFrame) -> pd.DataFrame:
    """The goals of ``status`` with where their aimline (rules 10) was on the day of the latest measurement, from the due date
    on the target: aimline_value (in the unit), aimline_percent (fraction of the way from baseline to target) and behind (how
    much less of that way the latest measurement has made, below 0 where it is ahead). Null where nothing was measured or
    baseline, target or dates lack.
    """
    start, due, last = (pd.to_datetime(found[name]) for name in ("start_date", "due_date", "last_measured"))
    days = (due - start).dt.days
    gone = ((last - start).dt.days / days.where(days > 0)).clip(0, 1)
    baseline, target = (pd.to_numeric(found[name]) for name in ("baseline", "target"))
    aimline = baseline + (target - baseline) * gone
    behind = (gone - pd.to_numeric(found["percent_met"])).astype(float)
    return found.assign(aimline_value=aimline, aimline_percent=gone.where(behind.notna()).astype(float), behind=behind)


def by(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    **asked: Any,
) -> pd.DataFrame:
    """How many goals stand in each status within each combination of ``keys`` (of KEYS), as of a day (rules 10).

    Columns: the keys, goals (all of them), a count a status (STATUSES), on_track_rate: mastered and on track, of these
    and those at risk and off track; a fraction, null where there are none. UserError names a key that there isn't.
    """
    checked_keys(keys, KEYS)
    flags = by_flags(keys, KEYS)
    return figures.frame(cur, "goals/by_key", scope, as_of, selection, asked, **flags)[[*keys, *COLUMNS]]


def measurements(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    student_id: str | None = None,
    goal_id: str | None = None,
    **asked: Any,
) -> pd.DataFrame:
    """The measurements and progress codes of the chosen goals, or of one, in the order of their days.

    Columns: student_id, goal_id, measured_on (for a row without a day: the last day of the period that it names),
    value (in the goal's unit; null for a code alone), progress_code, period (its short name), source_file, source_sheet,
    source_row, batch_id.
    """
    one = {"only_student": student_id or "", "only_goal": goal_id or ""}
    return figures.frame(cur, "goals/measurements_of", scope, as_of, selection, asked, **one)


def progress_reports(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Progress reports of the school year's grading periods that closed ten instructional days ago or earlier.

    Columns: period, provider_id, provider_name (null: unassigned), due (goals in force on the period's last day),
    received (of these, with a measurement or progress code for the period), missing. Counts of goals.
    """
    return figures.frame(cur, "goals/progress_reports", scope, as_of, selection, asked)


def readiness(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """How ready the reports are of a grading period that has begun and isn't counted yet (rules 10).

    Columns: period, end_date, provider_id, provider_name (null: unassigned), goals (in force to the period's last day),
    ready (with a measurement or progress code for it by the as-of date), to_measure. Counts of goals.
    """
    return figures.frame(cur, "goals/readiness", scope, as_of, selection, asked)


def missing_reports(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Each goal with nothing on file for a grading period that has begun: due and missing, or still to be measured.

    Columns: student_id, link_key, student_name, goal_id, service, area, goal_text, school, provider_id, provider_name,
    period, end_date, is_counted (false: its report isn't due yet).
    """
    return figures.frame(cur, "goals/missing_reports", scope, as_of, selection, asked)


WHY = {"stale": "stale", "insufficient_data": "too few measurements"}
"""Statuses of goals that need a measurement, in words."""
TO_MEASURE_COLUMNS = (
    "student_id", "link_key", "student_name", "goal_id", "service", "area", "goal_text", "school", "provider_id", "why",
    "last_measured",
)  # fmt: skip


def to_measure(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Goals that wait for a measurement, each once: TO_MEASURE_COLUMNS.

    Those that are stale or have fewer than four measurements (rules 10), and those with nothing on file for a grading
    period whose report isn't due yet; why names all reasons, last_measured is null where nothing was measured.
    """
    goals = status(cur, scope, as_of, selection, **asked)
    thin = goals[goals["status"].isin(WHY)]
    coming = missing_reports(cur, scope, as_of, selection, **asked)
    coming = coming[~coming["is_counted"].astype(bool)]
    return _joined(
        thin.assign(why=thin["status"].map(WHY)),
        coming.assign(why="nothing yet for " + coming["period"]).merge(
            goals[["student_id", "goal_id", "last_measured"]], on=["student_id", "goal_id"], how="left"
        ),
    )


def _joined(thin: pd.DataFrame, coming: pd.DataFrame) -> pd.DataFrame:
    """Both lists as one; a goal that stands in both has its reasons beside one another."""
    columns = list(TO_MEASURE_COLUMNS)
    both = pd.concat([thin[columns].astype(object), coming[columns].astype(object)], ignore_index=True)
    keys = ["provider_id", "student_id", "goal_id"]
    reasons = both.groupby(keys, dropna=False)["why"].transform("; ".join)
    return (
        both.assign(why=reasons)
        .drop_duplicates(keys)
        .astype({"last_measured": "datetime64[us]"})
        .reset_index(drop=True)
    )


def default_as_of(
    cur: duckdb.DuckDBPyConnection, scope: Scope, selection: Selection = ALL, **asked: Any
) -> date | None:
    """The latest day on which a goal was measured, days after the file's load date set aside; None where none was."""
    values = figures.parameters(cur, scope, figures.END_OF_TIME, selection, **asked)
    found: date | None = sqlfiles.rows(cur, "goals/latest_day", values)[0][0]
    return found
