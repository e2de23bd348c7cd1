"""Stored steps brought up to what was written: what changed is found, and all of it made and put in place (decision 0097)."""

import logging
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import duckdb

from analytics import figures, policies, sqlfiles
from analytics.rollups.making import make
from analytics.rollups.putting import put
from analytics.rollups.tables import NAMED, STANDING, made_of
from analytics.scope import EVERYTHING, Scope
from data.store import Store

_log = logging.getLogger(__name__)
WORTH_IT = 100_000
"""Sessions from which on the ledger is rolled up."""


def refresh(cur: duckdb.DuckDBPyConnection, scope: Scope = EVERYTHING) -> None:
    """Make all stored steps anew of what ``cur`` sees; inside a transaction."""
    values = _values(cur, scope)
    make(cur, values, figures.FIRST)
    put(cur, values, figures.FIRST)


def keep_up(store: Store, least: int = WORTH_IT) -> bool:
    """Bring the stored steps up to what was written since, where there are ``least`` sessions or more.

    Only what holds from the first changed day on is made again, all of it where more than sessions changed. Writers wait
    while rows are put in their place, not while they are worked out. Returns whether anything was brought up: False where
    all is held already, and where there is too little memory or somebody wrote meanwhile; then figures come from the
    sessions. A smaller district is answered from its sessions about as quickly. Rows that are still in the log and not yet
    in their place take a third longer to read, hence the checkpoint.
    Errors: StoreError where the disk is full or fails; what was written before is whole, and so are figures.
    """
    with store.working() as cur:
        event = store.data_version()
        values = _values(cur, EVERYTHING)
        (sessions,) = sqlfiles.rows(cur, "rolled/size", values)[0]
        if sessions < least or sqlfiles.rows(cur, "rolled/made", values) == [
            (event, made_of(values), values["told_to"])
        ]:
            return False
        try:
            since = _changed_from(cur, values)
            if since < figures.LAST:
                make(cur, values, since)
            with store.transaction(by=cur):
                if store.data_version() != event:
                    return False
                put(cur, values, since)
        except duckdb.OutOfMemoryException:
            _log.warning("There is too little memory to roll the ledger up; figures come from the sessions.")
            return False
        with suppress(duckdb.TransactionException):  # somebody writes just now; then it waits for the next write
            cur.execute("checkpoint")
    return True


def _values(cur: duckdb.DuckDBPyConnection, scope: Scope) -> dict[str, Any]:
    """The parameters under which steps are stored: as of after every session, since what hangs on the as-of date is in them as
    spans, up to the last that they tell."""
    last = last_day(cur, scope)
    asked = figures.parameters(cur, scope, figures.END_OF_TIME, policies=policies.load(cur, scope, last))
    return {**asked, "told_to": told_to(last)}


def _changed_from(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> date:
    """The first as-of date of which stored steps may say something else now: FIRST where all, LAST where none.

    A figure hangs on sessions dated up to its as-of date and on which days up to it are loaded, on nothing later.
    """
    made = sqlfiles.rows(cur, "rolled/made", values)
    if not made or made[0][1] != made_of(values):
        return figures.FIRST
    for table, step in STANDING.items():
        sqlfiles.read_stored(cur, f"rolled_{table}", step, values)
    event, _, told = made[0]
    changed_from, is_other = sqlfiles.rows(cur, "rolled/changed_since", {**values, "made_event": event}, NAMED)[0]
    if not is_other and told is not None:
        return min(changed_from, told + timedelta(days=1)) if changed_from else figures.LAST
    sqlfiles.start_over(cur)
    return figures.FIRST


def told_to(last: date) -> date:
    """The last as-of date that stored steps tell: the Sunday after the end of the month of the last session. Nothing that is
    loaded changes a figure later, but for days that aren't loaded, of which each line has one to come in each month."""
    end = date(last.year + last.month // 12, last.month % 12 + 1, 1) - timedelta(days=1)
    return end + timedelta(days=6 - end.weekday())


def last_day(cur: duckdb.DuckDBPyConnection, scope: Scope) -> date:
    """The day of the last session on file, whose school year's policies the stored steps follow but those by year."""
    (found,) = sqlfiles.rows(cur, "rolled/last_day", {"district": scope.district})[0]
    return found if isinstance(found, date) else date(2000, 1, 1)
