"""The service-delivery mix: what is planned in which setting, and what was delivered there (rules 11)."""

from datetime import date
from typing import Any, Literal

import duckdb
import pandas as pd

from analytics import figures, ledger, sqlfiles
from analytics.scope import ALL, Scope, Selection

KEYS = ("district", "school", "provider", "service", "grade", "student", "month")
COLUMNS = ("setting", "rollup", "planned_minutes", "delivered_minutes", "planned_share", "delivered_share")
Clock = Literal["student", "provider"]


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
    fractions of all minutes within the same keys. rollup: direct_integrated, direct_separate, indirect.
    """
    wanted = tuple(key for key in keys if key != "setting")
    ledger.checked_keys(wanted, KEYS)
    values = figures.parameters(cur, scope, as_of, selection, **asked) | ledger.by_flags(wanted)
    frame = sqlfiles.frame(cur, "mix/by_key", values | {"by_provider_clock": clock == "provider"})
    return frame[[*wanted, *COLUMNS]]


def drift(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Lines with minutes delivered in another setting than the IEP's, most minutes first (rules 7 and 11).

    Columns: student_id, link_key, student_name, line_key, line_id, school, provider_id, provider_name, service, kind,
    setting, delivered_setting, delivered_minutes (there), drift_share (of all delivered minutes of the line).
    """
    return sqlfiles.frame(cur, "mix/drift", figures.parameters(cur, scope, as_of, selection, **asked))
