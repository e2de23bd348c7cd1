"""What every figure needs to be asked: who looks, at which day, at what, under which policies."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import policies as stored
from analytics import sqlfiles
from analytics.policies import Policies
from analytics.scope import ALL, Scope, Selection

NOW = stored.NOW
"""The event number that stands for now: later than every event."""
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
END_OF_TIME = date(2060, 12, 31)
"""The last day that figures can be asked as of (base/days): after everything that is on file."""
_MARK = chr(31)


def parameters(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    from_day: date | None = None,
    to_day: date | None = None,
    known: int | None = None,
    restated: bool = False,
    policies: Policies | None = None,
) -> dict[str, Any]:
    """The values of all parameters that figures share.

    ``known`` is the event after which the ledger is read (None: now), with the calendar and the policies of that day;
    ``restated``: with those of now. ``policies`` None: the stored ones, each minute's by its school year (decision 0545).
    """
    setting = NOW if known is None or restated else known
    chosen = policies or stored.load(cur, scope, as_of, known=setting)
    now = NOW if known is None else known
    return {
        **chosen.parameters(),
        "policies_by_year": chosen.by_year(),
        "district": scope.district,
        "as_of": as_of,
        "roster_day": roster_day(cur, scope, as_of, now),
        "known": now,
        "calendar_known": setting,
        "from_day": from_day or FIRST,
        "to_day": to_day or LAST,
        "services": wrapped(selection.services),
        "schools": wrapped(selection.schools),
        "providers": wrapped(selection.providers),
        "students": wrapped(selection.students),
    }


def frame(
    cur: duckdb.DuckDBPyConnection,
    question: str,
    scope: Scope,
    as_of: date,
    selection: Selection,
    asked: Mapping[str, Any],
    **more: Any,
) -> pd.DataFrame:
    """The rows of a question; ``asked`` are the keyword arguments of ``parameters``, ``more`` the question's own."""
    return sqlfiles.frame(cur, question, parameters(cur, scope, as_of, selection, **asked) | more)


def roster_day(cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, known: int = NOW) -> date:
    """The day from which on the roster has said what it says on ``as_of``.

    Lines and the sessions placed on them are the same for all as-of dates with one such day, and so worked out once.
    """
    values = {"district": scope.district, "as_of": as_of, "known": known}
    found: date = sqlfiles.rows(cur, "base/roster_day", values)[0][0]
    return found


def policies(cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, asked: Mapping[str, Any]) -> Policies:
    """The stored policies that figures use which are ``asked`` with known and restated."""
    return stored.load(cur, scope, as_of, known=None if asked.get("restated") else asked.get("known"))


def wrapped(values: Iterable[str]) -> str:
    """Values as one text that SQL of both engines can search: each between two marks; empty for all."""
    listed = list(values)
    return _MARK + _MARK.join(listed) + _MARK if listed else ""
