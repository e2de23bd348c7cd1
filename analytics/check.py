"""Whether this database can be trusted: the counts of its files and the conservation of minutes."""

from datetime import date, timedelta
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, ledger, rollups, sqlfiles
from analytics.scope import Scope
from data import spoken

Row = tuple[str, bool, str]
NEAR = 1e-6
ROLLED_BACK = (0, 17, 60, 200)
"""Days before the as-of date on which roll-ups are compared with the sessions."""


def run(cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date) -> pd.DataFrame:
    """Every check with its outcome: check (name), passed, detail (what was found, in a sentence)."""
    values = figures.parameters(cur, scope, as_of)
    rows = [
        *_keys(cur, values),
        _counts(cur, values),
        _held(cur, values),
        _given(cur, values),
        _periods(cur, values),
        *_additive(cur, scope, as_of),
        *_rolled_up(cur, scope, values, as_of),
    ]
    return pd.DataFrame(rows, columns=["check", "passed", "detail"])


def _keys(cur: duckdb.DuckDBPyConnection, values: dict[str, Any]) -> list[Row]:
    return [
        (
            f"one version in force: {dataset}",
            not doubled,
            f"{spoken.plural(doubled, 'row has', 'rows have')} a second version in force",
        )
        for dataset, doubled in sqlfiles.rows(cur, "check/keys", values)
    ]


def _counts(cur: duckdb.DuckDBPyConnection, values: dict[str, Any]) -> Row:
    broken = sqlfiles.rows(cur, "check/counts", values)
    return (
        "records of files add up",
        not broken,
        f"{spoken.plural(len(broken), 'sheet')} whose counts don't add up to the records read",
    )


def _held(cur: duckdb.DuckDBPyConnection, values: dict[str, Any]) -> Row:
    broken = sqlfiles.rows(cur, "check/held", values)
    return (
        "rejected and waiting records are kept",
        not broken,
        f"{spoken.plural(len(broken), 'file')} with held records missing",
    )


def _given(cur: duckdb.DuckDBPyConnection, values: dict[str, Any]) -> Row:
    """Minutes of the sessions loaded = credited + excess + all that is told apart (rules 4 and 5)."""
    (found,) = sqlfiles.frame(cur, "check/given", values).to_dict("records")
    loaded, *parts = (float(minutes) for minutes in found.values())
    told = [f"{one:g} {str(name).removesuffix('_minutes').replace('_', ' ')}"
            for name, one in zip(list(found)[1:], parts, strict=True) if one]  # fmt: skip
    apart = abs(loaded - sum(parts))
    return ("minutes given stand in one place", apart < NEAR * max(1.0, loaded),
            f"{loaded:g} minutes given are loaded: {', '.join(told) or 'none'}")  # fmt: skip


def _periods(cur: duckdb.DuckDBPyConnection, values: dict[str, Any]) -> Row:
    periods, broken = sqlfiles.rows(cur, "check/periods", values)[0]
    return (
        "credit periods add up",
        not broken,
        f"{broken} of {spoken.plural(periods, 'credit period')} {'does' if broken == 1 else 'do'}n't add up",
    )


def _rolled_up(cur: duckdb.DuckDBPyConnection, scope: Scope, values: dict[str, Any], as_of: date) -> list[Row]:
    """Stored roll-ups say of each line, month and group what the sessions say, on the day and in the year before it."""
    days = [as_of - timedelta(days=back) for back in ROLLED_BACK]
    asked = [{**values, "as_of": day, "roster_day": figures.roster_day(cur, scope, day)} for day in days]
    told = [_agrees(cur, held, one) for one in asked if (held := rollups.stored(cur, one))]
    return told or [("roll-ups", True, "none are stored for what is loaded; figures come from the sessions")]


def _agrees(cur: duckdb.DuckDBPyConnection, held: rollups.Stored, asked: dict[str, Any]) -> Row:
    apart = 0.0
    for keys in (("student", "line"), ("line", "month"), ("school",), ("provider",), ("month",)):
        flags = ledger.by_flags(keys)
        told, found = (
            sqlfiles.frame(cur, "ledger/by_key", asked | flags),
            held.frame(cur, "ledger/by_key", asked | flags),
        )
        both = told.merge(found, on=list(keys), how="outer", suffixes=("", "_rolled"))
        names = (*ledger.MINUTES, *ledger.COUNTS, "adjusted_rate")
        differences = ((both[name].fillna(0) - both[f"{name}_rolled"].fillna(0)).abs().max() for name in names)
        apart = max(apart, *(float(one) for one in differences if one == one), 0.0)
    return (
        f"roll-ups as of {asked['as_of']}",
        apart <= NEAR,
        f"lines, months and groups differ from the sessions by at most {apart:g}",
    )


def _additive(cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date) -> list[Row]:
    """The sums of any partition are the sums of the whole."""
    whole = ledger.by(cur, scope, as_of)
    rows: list[Row] = []
    for keys in (("school", "grade"), ("provider",), ("service", "setting"), ("line", "student"), ("month",)):
        parts = ledger.by(cur, scope, as_of, keys=keys)
        apart = max((abs(float(parts[name].sum()) - float(whole[name].sum())) for name in ledger.MINUTES), default=0.0)
        near = NEAR * max(1.0, float(whole["expected_minutes"].sum()))
        rows.append(
            (f"sums by {' and '.join(keys)}", apart < near, f"the parts differ from the whole by {apart:g} minutes")
        )
    return rows
