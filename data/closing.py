"""Months that were closed: the figures, the calendar and the policies as they were then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from data.calendar import IN_FORCE, month_end
from data.errors import UserError
from data.store import Store
from data.store.connect import DISTRICT
from data.store.events import next_event, now

Figures = Mapping[tuple[str, str], float | None]
"""(service, figure) -> value; the service is empty for all services together."""


class ClosingError(UserError):
    """The month can't be closed; the message says why."""


@dataclass(frozen=True)
class Closed:
    """One closing of a month; ``event`` is its number, ``as_of`` the last day that its figures count."""

    month: date
    event: int
    as_of: date
    closed_at: datetime
    closed_by: str


def close(store: Store, month: date, as_of: date, figures: Figures, policies: Mapping[str, str], who: str) -> Closed:
    """Record a month (its first day) with its figures, its calendar and the policies; closing it again records it anew.

    ClosingError where there is no figure to record.
    """
    if not figures:
        raise ClosingError(f"Nothing is loaded for {month:%B %Y}; load its logs first.")
    with store.transaction() as cur:
        event = next_event(cur, "close", who)
        closed = Closed(month, event, as_of, now(), who)
        cur.execute(
            "insert into closed_months values (?, ?, ?, ?, ?, ?)",
            [DISTRICT, month, event, as_of, closed.closed_at, who],
        )
        cur.execute(
            "insert into closed_figures select $d, $e, unnest($services), unnest($figures), "
            "unnest(cast($values as double[]))",
            {
                "d": DISTRICT, "e": event, "services": [service for service, _ in figures],
                "figures": [figure for _, figure in figures], "values": list(figures.values()),
            },
        )  # fmt: skip
        cur.execute(
            "insert into closed_policies select $d, $e, unnest($names), unnest($values)",
            {"d": DISTRICT, "e": event, "names": list(policies), "values": list(policies.values())},
        )
        _days(cur, event, month)
    return closed


def _days(cur: duckdb.DuckDBPyConnection, event: int, month: date) -> None:
    """The month's days as loaded, or as proposed where no district-wide calendar is."""
    cur.execute(
        f"insert into closed_days select $d, $e, school, day, is_instructional from {IN_FORCE} as x "
        "where day between $first and $last",
        {"d": DISTRICT, "e": event, "first": month, "last": month_end(month)},
    )


def closings(cur: duckdb.DuckDBPyConnection) -> list[Closed]:
    """The last closing of each month, by month."""
    found = cur.execute(
        "select month_start, event_seq, as_of, closed_at, closed_by from closed_months where district = ? "
        "qualify row_number() over (partition by month_start order by event_seq desc) = 1 order by month_start",
        [DISTRICT],
    ).fetchall()
    return [Closed(*row) for row in found]


def of(cur: duckdb.DuckDBPyConnection, month: date) -> Closed | None:
    """The last closing of a month; None where it is open."""
    return next((one for one in closings(cur) if one.month == month), None)


def figures(cur: duckdb.DuckDBPyConnection, event: int) -> dict[tuple[str, str], float | None]:
    """What a closing recorded."""
    found = cur.execute(
        "select service, figure, value from closed_figures where district = ? and event_seq = ? order by 1, 2",
        [DISTRICT, event],
    ).fetchall()
    return {(str(service), str(figure)): value for service, figure, value in found}


def policies(cur: duckdb.DuckDBPyConnection, event: int) -> dict[str, str]:
    """The policies that a closing recorded."""
    found = cur.execute(
        "select policy, value from closed_policies where district = ? and event_seq = ? order by 1", [DISTRICT, event]
    ).fetchall()
    return {str(policy): str(value) for policy, value in found}
