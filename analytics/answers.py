"""What each day says under each key, worked out before anybody asks (decision 0097).

A question by one key of the whole district then reads the few rows of its day. The days are worked out one by one from the
stored steps, by the SQL that answers a question, the last day first; a day that isn't there yet is answered from the steps.
"""

from collections.abc import Callable
from datetime import date, timedelta

import duckdb

from analytics import figures, ledger, rollups, sqlfiles
from analytics.scope import EVERYTHING
from data.store import Store

DAYS = 400
"""How many days before the last session are worked out: its school year, and the end of the one before."""
KEYS = rollups.ANSWERED_KEYS
SUMS = (
    *ledger.MINUTES, "pace_gap_minutes", "provider_caused_minutes", "open_minutes", *ledger.COUNTS, "lines_banded",
    "counted_sessions", "required_sessions",
)  # fmt: skip
SPAN = ("cast($as_of as date) as from_day", "cast($next_day as date) as to_day")
"""As parameters, so that the text is the same for each day and taken apart once."""


def fill(store: Store, stop: Callable[[], bool] = lambda: False) -> int:
    """Work out the days that aren't yet, until told to ``stop`` or somebody writes; how many were.

    None where stored steps don't hold, or can't tell every line. A writer waits for no more than a day's rows.
    """
    done = 0
    with store.cursor() as cur:
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
    by_month = ("'month' as asked", "month")
    for question, keys, columns in (
        ("rolled/day_answers", KEYS[:-1], ("asked", *KEYS[:-1])), ("ledger/key_sums", KEYS[-1:], by_month),
    ):  # fmt: skip
        asked, swaps = held.told(question, values | ledger.by_flags(keys))
        told = (*SPAN, *columns, *SUMS)
        sqlfiles.add_swapped(cur, "new_answers", question, {**asked, "next_day": next_day}, swaps, told)
    return True
