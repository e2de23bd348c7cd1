"""What stored steps tell, lent to a cursor, which works out the rest of a question from there (decision 0525)."""

from collections.abc import Mapping
from typing import Any

import duckdb

from analytics import figures, sqlfiles
from analytics.rollups.answering import SHARE_COLUMNS, SHARES, Stored, has, stored
from analytics.rollups.tables import LENT, NAMED, OWING, STANDING
from analytics.scope import Scope

OWED = "ledger/owing"
LINES = "base/lines"
"""The step that says of which school and grade students are: that changes with the roster."""
KNOWING = ("known", "calendar_known", "roster_day")
THEN = "covers_then"
"""The cursor's table of what was loaded at an earlier event."""


def lend(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> None:
    """Have the cursor read what stored steps tell of all as-of dates and ranges in questions of these ``values``, where they
    hold: where sessions went, and when lines accrue. What it has of its own already stays."""
    held = stored(cur, {**values, "as_of": figures.FIRST, "from_day": figures.FIRST, "to_day": figures.LAST})
    if held is not None:
        _lend_tables(cur, values, held)


def lend_shares(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> None:
    """``lend``, and what each line brings at the as-of date beside it (ledger/line_shares)."""
    lend(cur, values)
    held = stored(cur, values)
    if held is not None and not has(cur, SHARES, values):
        held.keep(cur, SHARES, values, SHARE_COLUMNS)


def lend_owing(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> None:
    """``lend``, and which closed periods lack something at the as-of date (ledger/owing), where they tell every line."""
    lend(cur, values)
    held = stored(cur, values)
    if held is not None and not held.has_others and not has(cur, OWED, values):
        held.keep(cur, OWED, values, more=OWING)


def _lend_tables(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any], held: Stored) -> None:
    """They are as the roster says it last; but for schools and grades that is the same whatever it says, unless a student's
    calendar changes with it."""
    whole = {**values, **sqlfiles.WHOLE}
    made_for = figures.roster_day(cur, Scope(values["district"]), figures.END_OF_TIME)
    is_any_day = not (held.has_others or held.has_moved)
    for table, step in {**STANDING, **LENT}.items():
        if values["roster_day"] == made_for or (is_any_day and step != LINES):
            sqlfiles.read_stored(cur, f"rolled_{table}", step, whole)


def is_as_now(cur: duckdb.DuckDBPyConnection, now: Mapping[str, Any], then: Mapping[str, Any]) -> bool:
    """Whether the ledger as known after an earlier event (``then``, the values of a question) surely says of its as-of date
    what it says now: policies are the same, and all that came or went since is sessions dated later, and days loaded later
    (``rolled/changed_since``)."""
    if any(now[name] != then[name] for name in now if name not in KNOWING):
        return False
    lend(cur, now)
    held = stored(cur, now)
    if held is None or held.has_others:
        return False
    sqlfiles.store(cur, THEN, "base/covers", then, NAMED, is_own=True)
    swaps = (*NAMED, ("rolled/covers_before", "rolled/covers_then"))
    since = {**now, "made_event": then["known"]}
    changed_from, is_other = sqlfiles.rows(cur, "rolled/changed_since", since, swaps)[0]
    return not is_other and (changed_from is None or changed_from > now["as_of"])
