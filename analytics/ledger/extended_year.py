"""The extended school year: an obligation of its own, told by the SQL of the ledger with other lines and days (decision 0580)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, sqlfiles
from analytics.scope import ALL, Scope, Selection
from analytics.statements import Swaps

EXTENDED: Swaps = (("base/obligation", "esy/obligation"), ("base/summer_days", "esy/summer_days"))
"""The steps that are swapped: which lines are taken, and on which days they accrue. No roll-up holds them."""


def sums(
    cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any], keys: tuple[str, ...], columns: tuple[str, ...]
) -> pd.DataFrame:
    """The keys and these columns of ledger/by_key, of lines of the extended year; ``values``: its parameters."""
    return sqlfiles.frame(cur, "ledger/by_key", values, EXTENDED)[[*keys, *columns]]


def has_lines(
    cur: duckdb.DuckDBPyConnection, scope: Scope, *, known: int | None = None, restated: bool = False
) -> bool:
    """Whether a line of the extended school year is on file."""
    now = figures.NOW if known is None else known
    return bool(sqlfiles.rows(cur, "esy/any_lines", {"district": scope.district, "known": now})[0][0])


def since(as_of: date) -> date:
    """The first day of what pages tell of the extended year: the September before the last summer that has begun."""
    return date(as_of.year - (1 if as_of.month >= _JUNE else 2), 9, 1)


_JUNE = 6
EXTENDED_COLUMNS = ("lines", "lines_unlisted", "lines_without_days")


def on_file(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """What the figures of the extended year rest on, one row: how many of its IEP lines that can be read are on file (lines),
    how many of these count a day that no calendar lists, so that they are provisional (lines_unlisted), and how many lack a
    start or an end, and so are in no figure (lines_without_days)."""
    values = figures.parameters(cur, scope, as_of, selection, **asked)
    return sqlfiles.frame(cur, "esy/on_file", values, EXTENDED)[list(EXTENDED_COLUMNS)]
