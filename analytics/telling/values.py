"""A trace as plain values."""

import json
from typing import Any

import pandas as pd

from analytics import output
from analytics.settling import Period
from analytics.telling.credited import SPREAD
from analytics.telling.shaped import CHOICES
from analytics.trace import Trace


def as_values(trace: Trace) -> dict[str, Any]:
    """The frames of a trace as plain values."""
    month = pd.Timestamp(trace.month)
    mine = {name: trace.frames[name][trace.frames[name]["month"] == month] for name in ("days", "sessions", "holidays")}
    mine["beside"] = trace.frames["beside"]
    line = {name: value for name, value in trace.line.items() if name not in ("line_no", "row_key")}
    return {
        "line": _plain(line),
        "month": f"{trace.month:%Y-%m}",
        "as_of": trace.as_of.isoformat(),
        "provisional": list(trace.provisional),
        **{name: json.loads(output.to_json(_with_public_names(frame))) for name, frame in mine.items()},
        "periods": [
            _period_values(trace, trace.settled.periods[key])
            for key in trace.period_keys
            if key in trace.settled.periods
        ],
        "policies": {name: trace.of_month.value(name) for name, _ in CHOICES},
        "ledger": _plain(trace.row) if trace.row else None,
    }


def _period_values(trace: Trace, one: Period) -> dict[str, Any]:
    minutes = {f"{name}_minutes": getattr(one, name) for name in ("expected", "delivered", *SPREAD, "pace_gap")}
    days = {
        name: value.isoformat() if value else None
        for name, value in (("first_day", one.first_day), ("last_day", one.last_day))
    }
    return {**days, "is_closed": one.is_closed, **minutes, "share_of_month": one.share(trace.month)}


def _with_public_names(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.drop(columns="row_key", errors="ignore").rename(columns={"session_grouping": "grouping"})


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    (row,) = json.loads(output.to_json(pd.DataFrame([values])))
    return dict(row)
