"""The service-delivery mix: what is planned in which setting, and what was delivered there (rules 11)."""

from datetime import date
from typing import Any, Literal

import duckdb
import pandas as pd

from analytics import figures, ledger
from analytics.scope import ALL, Scope, Selection

KEYS = ("district", "school", "provider", "service", "grade", "grade_band", "student", "month")
MEASURES = ("planned_minutes", "delivered_minutes", "planned_share", "delivered_share")
COLUMNS = ("setting", "rollup", *MEASURES)
INTEGRATED = "direct_integrated"
GROUP_COLUMNS = ("students_together", "student_minutes", "provider_minutes", "sessions", "student_sessions")
Clock = Literal["student", "provider"]
Split = Literal["kind", "grouping"]


def by(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    clock: Clock = "student",
    **asked: Any,
) -> pd.DataFrame:
    """Planned and delivered minutes by setting within each combination of ``keys`` (of KEYS; setting itself is always one).

    ``clock``: student-minutes, or provider-minutes (three students for 30 minutes in a group are 90 and 30). planned is
    E by the line's setting, delivered is D by the session's; null where no line, or no log, is loaded. Shares are
    fractions of all minutes within the same keys. rollup: direct_integrated, direct_separate, indirect. grade_band is
    "PK to K", "1 to 2", "3 to 5", "6 to 8" or "9 and up"; null where no grade is on file. UserError names a key that
    there isn't.
    """
    wanted = tuple(key for key in keys if key != "setting")
    frame = _parts(cur, scope, as_of, selection, wanted, "setting", clock, asked).rename(columns={"part": "setting"})
    return frame[[*wanted, *COLUMNS]]


def split(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    by: Split,
    keys: tuple[str, ...] = (),
    clock: Clock = "student",
    **asked: Any,
) -> pd.DataFrame:
    """The same minutes by kind (direct, indirect) or grouping (individual, group; other: not stated) instead of setting.

    Columns: ``keys``, the split's name, MEASURES. planned is by the line, delivered by the session (rules 11).
    """
    frame = _parts(cur, scope, as_of, selection, keys, by, clock, asked).rename(columns={"part": by})
    return frame[[*keys, by, *MEASURES]]


def _parts(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection,
    keys: tuple[str, ...],
    part: str,
    clock: Clock,
    asked: dict[str, Any],
) -> pd.DataFrame:
    ledger.checked_keys(keys, KEYS)
    more = {"by_provider_clock": clock == "provider", "split": part, **ledger.by_flags(keys, KEYS)}
    return figures.frame(cur, "mix/by_key", scope, as_of, selection, asked, **more)


def integrated(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    clock: Clock = "student",
    **asked: Any,
) -> pd.DataFrame:
    """The integrated share over time (rules 11): month, planned_share and delivered_share of minutes in push-in,
    co-teach and community settings, as fractions of the month's planned and delivered minutes; null where the month
    has none."""
    frame = by(cur, scope, as_of, selection, keys=("month",), clock=clock, **asked)
    minutes = ["planned_minutes", "delivered_minutes"]
    whole = frame.groupby("month")[minutes].sum()
    part = frame[frame["rollup"] == INTEGRATED].groupby("month")[minutes].sum().reindex(whole.index, fill_value=0.0)
    shares = (part / whole.where(whole > 0)).set_axis(["planned_share", "delivered_share"], axis=1)
    return shares.reset_index()


def against_plan(found: pd.DataFrame, key: str) -> pd.DataFrame:
    """The rows of ``by`` one key with against_minutes: minutes delivered in a setting beyond (below 0: short of) the planned
    share of all that its group was delivered; null where the group has no plan or no log. Groups with most minutes in other
    settings than planned come first, each with its settings together (months stay in their order).
    """
    whole = found.groupby(key, dropna=False)["delivered_minutes"].transform("sum")
    against = (found["delivered_minutes"] - found["planned_share"] * whole).astype(float)
    made = found.assign(against_minutes=against)
    if key == "month":
        return made
    elsewhere = against.clip(lower=0).groupby(found[key], dropna=False).transform("sum").fillna(0.0)
    order = elsewhere.round(6).sort_values(ascending=False, kind="stable").index
    return made.loc[order]


def group_sizes(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """How many students were together in direct sessions that were given (rules 11), one row a number of students.

    Columns: students_together, student_minutes, provider_minutes (a group's minutes once), sessions (by the provider's
    clock), student_sessions (each student's). The number is the larger of the stated group size and the students
    logged by one provider at one time, or under one group id.
    """
    return figures.frame(cur, "mix/group_sizes", scope, as_of, selection, asked)[list(GROUP_COLUMNS)]


def drift(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Lines with minutes delivered in another setting than the IEP's, most minutes first (rules 7 and 11).

    Columns: student_id, link_key, student_name, line_key, line_id, school, provider_id, provider_name, service, kind,
    setting, delivered_setting, delivered_minutes (there), drift_share (of all delivered minutes of the line).
    """
    return figures.frame(cur, "mix/drift", scope, as_of, selection, asked)
