"""Sums of lines by any keys: expected, delivered, credited, and what became of the rest (rules 2a and 5 to 8)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, rollups, sqlfiles
from analytics.ledger import extended_year
from analytics.ledger.keys import KEYS, OUTSIDE_KEYS, by_flags, checked_keys
from analytics.lists import LEDGER_MINUTES
from analytics.policies import Policies
from analytics.scope import ALL, Scope, Selection

MINUTES = LEDGER_MINUTES
COLUMNS = (
    *MINUTES, "gross_rate", "adjusted_rate", "lines", "lines_on_track", "lines_without_evidence", "frequency_rate",
)  # fmt: skip
OUTSIDE = "outside_mandate_minutes"
COUNTS = ("lines", "lines_on_track", "lines_without_evidence")


def by(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    from_day: date | None = None,
    to_day: date | None = None,
    known: int | None = None,
    restated: bool = False,
    policies: Policies | None = None,
    extended: bool = False,
) -> pd.DataFrame:
    """The ledger by any of ``KEYS``, in their order as asked, up to ``as_of`` and inside the range (rules 5, 7, 8).

    ``extended``: that of the extended school year, of its lines and the sessions that go to them only (decision 0580).

    Columns: the keys, then COLUMNS: minutes; rates as fractions, null where there is nothing to divide by; counts of
    lines with expected minutes. Where every key is one that a session has by itself (OUTSIDE_KEYS), also
    outside_mandate_minutes. Nothing loaded gives no row. UserError names a key that there isn't.
    """
    asked = {"from_day": from_day, "to_day": to_day, "known": known, "restated": restated, "policies": policies,
             "extended": extended}  # fmt: skip
    return sums(cur, scope, as_of, selection, keys, COLUMNS, asked)


def last_summer(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    **asked: Any,
) -> pd.DataFrame:
    """The ledger of the extended school year (``by`` with ``extended``) of the last summer that has begun, and since."""
    return by(cur, scope, as_of, selection, keys=keys, from_day=extended_year.since(as_of), extended=True, **asked)


def sums(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection,
    keys: tuple[str, ...],
    columns: tuple[str, ...],
    asked: dict[str, Any],
) -> pd.DataFrame:
    """What ``by`` answers, with these columns of ledger/by_key instead of COLUMNS; ``asked``: its other arguments."""
    checked_keys(keys)
    is_extended = asked.pop("extended", False)
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(keys)
    if is_extended:
        return extended_year.sums(cur, values, keys, columns).assign(**dict.fromkeys(_outside_of(keys), 0.0))
    if not _has_lines(cur, values):
        return _logged(cur, keys, values).reindex(columns=[*keys, *columns, *_outside_of(keys)])
    frame = rollups.frame(cur, "ledger/by_key", values, (*keys, *columns))
    return _with_outside(cur, frame, keys, values) if _outside_of(keys) else frame


def _outside_of(keys: tuple[str, ...]) -> list[str]:
    return [OUTSIDE] if set(keys) <= set(OUTSIDE_KEYS) else []


def _has_lines(cur: duckdb.DuckDBPyConnection, values: dict[str, Any]) -> bool:
    return bool(sqlfiles.rows(cur, "ledger/any_lines", values)[0][0])


def _logged(cur: duckdb.DuckDBPyConnection, keys: tuple[str, ...], values: dict[str, Any]) -> pd.DataFrame:
    """Sessions without any mandate on file: delivered minutes, no rates, nothing outside a mandate (rules 2a)."""
    frame = sqlfiles.frame(cur, "ledger/logged", values)
    minutes = {name: frame.get(name, 0.0) for name in MINUTES}
    counts = dict.fromkeys(COUNTS, 0)
    rates = dict.fromkeys(("gross_rate", "adjusted_rate", "frequency_rate"), float("nan"))
    whole = frame.assign(**minutes, **counts, **rates, **dict.fromkeys(_outside_of(keys), 0.0))
    return whole[[*keys, *COLUMNS, *_outside_of(keys)]]


def _with_outside(
    cur: duckdb.DuckDBPyConnection, frame: pd.DataFrame, keys: tuple[str, ...], values: dict[str, Any]
) -> pd.DataFrame:
    outside = rollups.frame(cur, "ledger/outside", values)
    outside = outside[outside[OUTSIDE].notna()][[*keys, OUTSIDE]]
    if not keys:
        return frame.assign(**{OUTSIDE: float(outside[OUTSIDE].sum())}) if len(frame) else _alone(frame, outside)
    if outside.empty:
        return frame.assign(**{OUTSIDE: 0.0})
    beside = frame.merge(outside, on=list(keys), how="left")  # far quicker than an outer one, and mostly enough
    if beside[OUTSIDE].count() == len(outside):
        return beside.fillna({OUTSIDE: 0.0})
    return _filled(frame.merge(outside, on=list(keys), how="outer", sort=True))


def _alone(frame: pd.DataFrame, outside: pd.DataFrame) -> pd.DataFrame:
    return _filled(pd.concat([frame, outside], axis=1)) if len(outside) else frame.assign(**{OUTSIDE: 0.0})


def _filled(frame: pd.DataFrame) -> pd.DataFrame:
    """A group that only has minutes outside any mandate has no minutes, no lines and no rates of a ledger."""
    filled = [*MINUTES, OUTSIDE, *COUNTS]
    return frame.assign(**{name: frame[name].fillna(0) for name in filled})


def headline(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """The ledger of the whole selection in one row; ``asked``: from_day, to_day, known, policies as in ``by``.

    Columns: those of ``by`` without keys, then lines_banded, students (with expected minutes), students_behind (with a
    line two or more planned sessions short in closed periods), unusable_lines (rules 1). No row without lines.
    """
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(())
    if not _has_lines(cur, values):
        return pd.DataFrame(columns=[*COLUMNS, "lines_banded", "students", "students_behind", "unusable_lines"])
    counted = rollups.frame(cur, "ledger/headline", values, (*COLUMNS, "lines_banded", "students", "students_behind"))
    unusable = len(sqlfiles.rows(cur, "ledger/unusable", values, () if selection.providers else rollups.NAMED))
    return _with_outside(cur, counted, (), values).assign(unusable_lines=unusable)


REASON_COLUMNS = ("reason", "cause", "treatment", "minutes", "sessions")


def reasons(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    **asked: Any,
) -> pd.DataFrame:
    """Missed minutes as logged, uncapped, by reason, and minutes without any record (rules 5 and 6); most first.

    Columns: keys, reason (no_record for U), cause, treatment, minutes, sessions (inferred holidays: 0). Without any line
    on file: what the log says, under the session's own keys (rules 2a).
    """
    checked_keys(keys)
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(keys)
    question = "ledger/reasons" if _has_lines(cur, values) else "ledger/logged_missed"
    rollups.lend_shares(cur, values)
    frame = sqlfiles.frame(cur, question, values)
    return frame.reindex(columns=[*keys, *REASON_COLUMNS])


WENT_COLUMNS = (
    "expected", "credited", "excused", "review", "make_up_recorded", "no_record", "open", "excess",
)  # fmt: skip


def where_it_went(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    **asked: Any,
) -> pd.DataFrame:
    """Expected minutes split into parts that add up (rules 5): the keys (all but district), WENT_COLUMNS in minutes.

    From credited to open they add up to expected: make_up_recorded is O - U, no_record U, open what open periods still
    lack; excess stands beside them. No row where nothing was expected or given.
    """
    checked_keys(keys, KEYS[1:])
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(keys)
    return rollups.frame(cur, "ledger/went", values)[[*keys, *WENT_COLUMNS]]
