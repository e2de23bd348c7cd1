"""Figures as text: aligned table, CSV, JSON."""

import json
import math
from datetime import date, datetime, time
from typing import Any

import pandas as pd


def to_csv(frame: pd.DataFrame) -> str:
    """Comma-separated, headings first, ISO dates, empty for n/a; figures unrounded."""
    return frame.map(_plain).to_csv(index=False, lineterminator="\n").rstrip("\n")


def to_json(frame: pd.DataFrame) -> str:
    """An array of objects, one a row; minutes and rates are numbers or null, dates YYYY-MM-DD."""
    names = list(frame.columns)
    rows = [dict(zip(names, map(_plain, row), strict=True)) for row in frame.itertuples(index=False, name=None)]
    return json.dumps(rows, ensure_ascii=False, indent=2 if rows else None)


def to_table(frame: pd.DataFrame) -> str:
    """Aligned columns for reading: minutes to 0.1, rates to 0.1 %, a dash for n/a."""
    shown = pd.DataFrame({name: [_shown(name, value) for value in frame[name]] for name in frame.columns})
    return shown.to_string(index=False) if len(shown) else "Nothing is loaded for this."


def with_keys_told(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its keys as they are said: a month as YYYY-MM, lines of no provider as unassigned (rules 5)."""
    told = frame.copy()
    if "month" in told:
        told["month"] = [None if pd.isna(month) else f"{month:%Y-%m}" for month in told["month"]]
    if "provider" in told:
        told["provider"] = told["provider"].astype(object).where(told["provider"].notna(), "unassigned")
    return told


def _plain(value: Any) -> Any:
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)) or value is pd.NA:
        return None
    if isinstance(value, pd.Timestamp | datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


def _shown(name: str, value: Any) -> str:
    plain = _plain(value)
    if plain is None:
        return "-"
    if isinstance(plain, float):
        is_share = name.endswith(("_rate", "_share", "utilisation"))
        return f"{plain:.1%}" if is_share else f"{plain:,.1f}"
    return str(plain)
