"""Load against capacity, where providers work, and how many of them the lines need (rules 12)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, ledger, sqlfiles
from analytics.scope import ALL, Scope, Selection
from data import spoken

LOADS = (
    "direct_minutes", "indirect_minutes", "documentation_minutes", "travel_minutes", "evaluation_minutes",
    "meeting_minutes", "supervision_minutes",
)  # fmt: skip
COLUMNS = (
    "provider_id", "provider_name", "role", "fte", "capacity_minutes", *LOADS, "load_minutes", "utilisation",
    "students", "lines", "schools", "caseload_per_fte", "caseload_cap", "missed_provider_minutes", "note",
)  # fmt: skip


def providers(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Each provider's load a week against capacity, the most loaded first; ``asked``: known, policies, and from_day for what
    was missed: a load is today's.

    The selection chooses whom to show; a load is always of the whole caseload, since a part of it says nothing against
    capacity. Columns: COLUMNS, all minutes a week. capacity_minutes and utilisation are null where the staff list gives
    neither FTE nor contract minutes; an FTE is never assumed. missed_provider_minutes: missed to date for a provider's
    cause, as logged, of the lines chosen. caseload_cap: students per FTE that the district entered for the role (the one
    with an assistant for who supervises any; an assistant has none), null where none is entered. The row with a null
    provider_id is the unassigned lines. note says what was inferred or observed, and what is missing.
    """
    today = {**asked, "from_day": None}
    frame = figures.frame(cur, "caseload/loads", scope, as_of, selection, today)
    load = frame[list(LOADS)].sum(axis=1)
    capacity, fte = frame["capacity_minutes"].where(frame["capacity_minutes"] > 0), frame["fte"].where(frame["fte"] > 0)
    made = frame.assign(
        load_minutes=load,
        utilisation=load / capacity,
        caseload_per_fte=frame["students"] / fte,
        missed_provider_minutes=_missed(cur, scope, as_of, selection, asked, frame["provider_id"]),
        note=[_note(row) for row in frame.itertuples()],
    )
    return made.sort_values(["utilisation", "provider_id"], ascending=[False, True])[list(COLUMNS)].reset_index(
        drop=True
    )


def _missed(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection,
    asked: dict[str, Any],
    ids: pd.Series,
) -> pd.Series:
    reasons = ledger.reasons(cur, scope, as_of, selection, keys=("provider",), **asked)
    minutes = reasons[reasons["cause"] == "provider"].groupby("provider", dropna=False)["minutes"].sum()
    return ids.map(lambda one: float(minutes.get(one, 0.0)) if isinstance(one, str) else _unassigned(minutes))


def _unassigned(minutes: pd.Series) -> float:
    return float(minutes[minutes.index.isna()].sum())


def _note(row: Any) -> str:
    told = (
        ("no longer on staff", not row.is_present),
        ("travel observed in the logs", row.is_observed),
        (
            f"{spoken.plural(row.inferred_lines, 'line')} by who logged {'it' if row.inferred_lines == 1 else 'them'}",
            row.inferred_lines > 0 and isinstance(row.provider_id, str),
        ),
        (f"{spoken.plural(row.without_record, 'line')} without a therapist of record", row.without_record > 0),
    )
    return "; ".join(text for text, holds in told if holds)


def sites(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Provider by school: provider_id, provider_name, school, half_days (null: none listed), students, load_minutes
    (direct, indirect and documentation, a week), basis (site days, lines, or both)."""
    return figures.frame(cur, "caseload/sites", scope, as_of, selection, asked)


def fte_needed(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """FTE for the lines in force: service, zone, load_minutes (a week, travel and supervision left out), fte_needed,
    load_minutes_next_year and fte_needed_next_year (the same lines renewed, without students who are in grade 12 now; who
    changes school stays in the zone of today), fte_present (of the staff whose work is mostly there; null where the list
    has nobody)."""
    values = figures.parameters(cur, scope, as_of, selection, **asked)
    needed, present = (sqlfiles.frame(cur, f"caseload/{name}", values) for name in ("needed", "present"))
    return needed.merge(present, on=["service", "zone"], how="left")
