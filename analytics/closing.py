"""The figures of a month as they are recorded when it is closed, and what changed them since, by which upload."""

from dataclasses import dataclass
from datetime import date

import duckdb
import pandas as pd

from analytics import known, ledger
from analytics import policies as stored
from analytics.known import Moment
from analytics.scope import ALL, Scope, Selection
from data import closing

FIGURES = (
    "expected_minutes", "delivered_minutes", "credited_minutes", "excused_minutes", "review_minutes",
    "make_up_minutes", "unaccounted_minutes", "uncovered_minutes", "gross_rate", "adjusted_rate",
)  # fmt: skip
CLOSE = 1e-6
Figures = dict[tuple[str, str], float | None]


def figures(
    cur: duckdb.DuckDBPyConnection, scope: Scope, month: date, as_of: date, *, known: int | None = None
) -> Figures:
    """(service, figure) -> value of a month (rules 5): FIGURES for each service, and under "" for all of them.

    ``as_of`` is the last day counted, ``known`` the event after which they are asked. Minutes, and rates as fractions
    (None where n/a). Empty where the month has no minutes.
    """
    chosen = stored.load(cur, scope, as_of, known=known)
    found: Figures = {}
    for keys in (("month",), ("service", "month")):
        frame = ledger.by(cur, scope, as_of, keys=keys, known=known, policies=chosen)
        mine = frame[pd.to_datetime(frame["month"]) == pd.Timestamp(month)]
        for row in mine.to_dict("records"):
            told = {name: None if pd.isna(row[name]) else float(row[name]) for name in FIGURES}
            found |= {(str(row.get("service", "")), name): value for name, value in told.items()}
    return found


def policies(cur: duckdb.DuckDBPyConnection, scope: Scope, month: date) -> dict[str, str]:
    """The policies of a month's school year by name, as they are recorded when it is closed."""
    return {name: str(value) for name, value in stored.load(cur, scope, month).parameters().items()}


@dataclass(frozen=True)
class Change:
    """A figure that is no longer what was recorded; None is n/a."""

    service: str
    figure: str
    closed: float | None
    now: float | None


@dataclass(frozen=True)
class Cause:
    """What changed figures of a closed month: an event, and what it changed."""

    moment: Moment
    changes: tuple[Change, ...]


def differences(before: Figures, after: Figures) -> tuple[Change, ...]:
    """The figures that differ by more than 1e-6, all services first."""
    return tuple(
        Change(service, figure, before.get((service, figure)), after.get((service, figure)))
        for service, figure in sorted(before.keys() | after.keys(), key=_place)
        if not _same(before.get((service, figure)), after.get((service, figure)))
    )


def _place(key: tuple[str, str]) -> tuple[str, int]:
    return key[0], FIGURES.index(key[1]) if key[1] in FIGURES else len(FIGURES)


def _same(before: float | None, after: float | None) -> bool:
    """Nothing and no minutes are one: a service that had none has no row."""
    return abs((before or 0.0) - (after or 0.0)) <= CLOSE


def changed(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, *, month: date
) -> tuple[Change, ...]:
    """What is no longer as it was when the month was closed, on the same as-of day; empty where nothing is, or the
    month is open. ``as_of`` and ``selection`` don't matter: a month is closed for the whole district."""
    closed = closing.of(cur, month)
    if closed is None:
        return ()
    return differences(closing.figures(cur, closed.event), figures(cur, scope, month, closed.as_of))


def compared(cur: duckdb.DuckDBPyConnection, scope: Scope, *, month: date) -> pd.DataFrame:
    """The figures of a closed month as recorded and as they are now, on the same as-of day: service ("" for all), figure (one
    of FIGURES), closed, now (minutes; rates as fractions; null where n/a). Empty where the month is open."""
    closed = closing.of(cur, month)
    before = closing.figures(cur, closed.event) if closed else {}
    after = figures(cur, scope, month, closed.as_of) if closed else {}
    keys = sorted(before.keys() | after.keys(), key=_place)
    rows = [(*key, before.get(key), after.get(key)) for key in keys]
    return pd.DataFrame(rows, columns=["service", "figure", "closed", "now"])


def causes(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, *, month: date
) -> tuple[Cause, ...]:
    """Which uploads and choices changed a closed month since, in order, each with what it changed (``known.movers``)."""
    closed = closing.of(cur, month)
    if closed is None:
        return ()
    as_closed = closed.as_of

    def at(event: int) -> Figures:
        return figures(cur, scope, month, as_closed, known=event)

    moved = known.movers(cur, scope, as_closed, closed.event, at)
    told = ((one, differences(before, after)) for one, before, after in moved)
    return tuple(Cause(one, changes) for one, changes in told if changes)
