"""What each day says by school, provider and service, and by other keys, worked out before anybody asks (decision 0097).

A question by these keys, of all lines or a choice by them, then reads the rows of its day. The days are worked out one by
one from the stored steps, by the SQL that answers a question, the last day first; a day that isn't there yet is answered
from the steps.
"""

from collections.abc import Callable
from datetime import date, timedelta

import duckdb

from analytics import figures, ledger, rollups, sqlfiles
from analytics.lists import LISTS, MINUTES
from analytics.scope import EVERYTHING
from data.store import Store

DAYS = 400
"""How many days before the last session are worked out: its school year, and the end of the one before."""
LINES = "day_shares"
"""The cursor's table that holds what the lines of a day bring."""
SUMS = (*MINUTES, *LISTS["line_counts"], "counted_sessions", "required_sessions")
SPAN = ("cast($as_of as date) as from_day", "cast($next_day as date) as to_day")
"""As parameters, so that the text is the same for each day and taken apart once."""


def fill(store: Store, stop: Callable[[], bool] = lambda: False) -> int:
    """Work out the days that aren't yet, until told to ``stop`` or somebody writes; how many were.

    None where stored steps don't hold, or can't tell every line. A writer waits for no more than a day's rows.
    Errors: StoreError where the disk is full or fails.
    """
    done = 0
    with store.working() as cur:
        event = store.data_version()
        for day, next_day in _unanswered(cur):
            if stop() or not _answer(cur, day, next_day):
                break
            with store.transaction(by=cur):
                if store.data_version() != event:
                    break
                cur.execute("insert into rolled_answers select * from new_answers")
            done += 1
    return done


def _unanswered(cur: duckdb.DuckDBPyConnection) -> list[tuple[date, date]]:
    """The days to work out, each with the one before which nothing changes."""
    last = rollups.last_day(cur, EVERYTHING)
    held = rollups.stored(cur, figures.parameters(cur, EVERYTHING, last))
    if held is None or held.has_others:
        return []
    return sqlfiles.rows(cur, "rolled/unanswered_days", {"since": last - timedelta(days=DAYS)})


def _answer(cur: duckdb.DuckDBPyConnection, day: date, next_day: date) -> bool:
    """Put what the day says into the cursor's table new_answers; False where stored steps don't hold for it."""
    values = figures.parameters(cur, EVERYTHING, day)
    held = rollups.stored(cur, values)
    if held is None:
        return False
    cur.execute("create or replace temp table new_answers as select * from rolled_answers where false")
    asked, swaps = held.told("ledger/line_shares", values | ledger.by_flags(()))
    sqlfiles.put_swapped(cur, LINES, "ledger/line_shares", asked, swaps)
    for keys in rollups.WORKED_OUT:
        asked, swaps = held.told("ledger/key_sums", {**values, "next_day": next_day} | ledger.by_flags(keys))
        columns = (*SPAN, "$answered_by as asked", *keys, *SUMS)
        tables = {} if "month" in keys else {"line_shares": LINES}
        sqlfiles.add_swapped(cur, "new_answers", "ledger/key_sums", asked, swaps, tables, columns)
    return True
