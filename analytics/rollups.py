"""Stored steps of the ledger, so that any as-of date is answered at once (decision 0097).

The tables ``rolled_*`` hold, per line, what has settled by each day and how the credit periods stand that may still change.
They are made of the same SQL as the figures, after a write, and answer only while nothing was written since. After a log
came or went, rows up to its first day stay. Where they can't tell, the figures are worked out from the sessions themselves.
"""

import hashlib
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, policies, sqlfiles, statements
from analytics.scope import EVERYTHING, Scope
from analytics.statements import Swaps
from data.store import Store

_log = logging.getLogger(__name__)
WORTH_IT = 100_000
"""Sessions from which on the ledger is rolled up."""
WHENEVER = figures.END_OF_TIME
"""The as-of date under which stored steps are made: after every session. What hangs on the as-of date is in them as spans."""
FINAL: Swaps = (("ledger/balances", "rolled/final_balances"), ("ledger/cells", "rolled/final_cells"))
MOMENTS: Swaps = (("ledger/owed", "rolled/moment_owed"), ("ledger/booked", "rolled/moment_booked"))
FRESH: Swaps = (
    ("rolled/kept_months", "rolled/no_months"), ("rolled/read_from", "rolled/read_all"),
    ("rolled/first_whole", "rolled/first_whole_ever"),
)  # fmt: skip
"""The steps that are swapped where everything is made anew."""
NAMED: Swaps = (("base/line_providers", "rolled/named_providers"),)
SLICE: Swaps = (
    ("base/sessions_on_file", "rolled/slice_sessions"), ("base/chosen_lines", "rolled/slice_lines"),
    ("base/accruing_spans", "rolled/slice_spans"), *NAMED,
)  # fmt: skip
"""The steps that are swapped so that rows of some students are made at once."""
LINES_AT_ONCE = 50_000
MONTHS_AT_ONCE = 2_000_000
"""About so many lines are made at once, and months of lines summed: what is kept of them meanwhile fits into the memory that a
store allows itself."""
TABLES: tuple[tuple[str, str, Swaps], ...] = (
    ("lines", "rolled/line_facts", ()),
    ("periods", "rolled/period_spans", ()),
    ("clocks", "rolled/clocks", ()),
    ("covers", "base/covers", ()),
    ("states", "rolled/states", MOMENTS),
    ("cells", "rolled/cell_states", MOMENTS),
    ("sums", "rolled/sums", (*FINAL, *MOMENTS)),
    ("month_sums", "rolled/month_sums", (*FINAL, *MOMENTS)),
    ("beside", "rolled/beside", ()),
    ("weeks", "rolled/school_weeks", ()),
    ("givers", "rolled/given_by", ()),
    ("outside", "rolled/given_outside", ()),
)
"""Each stored table (``rolled_`` before its name), the question whose rows it holds, and the steps that are swapped in it."""
TOTALS: tuple[str, str, Swaps] = ("month_totals", "rolled/month_totals", (("ledger/line_sums", "rolled/done_sums"),))
"""The table that is made of other stored tables."""
ONCE = "periods"
"""The table that holds until everything is made anew: when lines accrue hangs on no log."""
STALE = {
    "lines": "line_no in (select n.line_no from rolled_new_touched as n)",
    "givers": "line_no in (select n.line_no from rolled_new_touched as n) and session_date >= date '{since}'",
    "outside": "student_id in (select n.student_id from rolled_new_students as n) and session_date >= date '{since}'",
}
"""Which rows of other tables are made again after a change."""
SPANS = ("states", "cells", "sums", "month_sums", "beside")
"""Tables of spans of as-of dates, of which those before a change stay."""
NOW: Swaps = (
    ("ledger/balances", "rolled/balances"), ("ledger/cells", "rolled/cells"), ("ledger/outside", "rolled/outside"),
    ("ledger/keyed_shares", "rolled/shares"),
)  # fmt: skip
"""The steps that are swapped in a question at an as-of date."""
KNOWN: Swaps = (("base/chosen_lines", "rolled/settled_lines"), ("ledger/line_sums", "rolled/settled_sums"))
"""The same where stored steps can tell every line."""
MIXED: Swaps = (
    ("rolled/other_sums", "rolled/worked_out"), ("base/chosen_lines", "rolled/chosen_lines"),
    ("ledger/line_sums", "rolled/line_sums"),
)  # fmt: skip
"""The same where some lines must be worked out from the sessions."""
BY_MONTH: Swaps = (("rolled/held_sums", "rolled/held_month_sums"),)
WHOLE: Swaps = (("ledger/accounts", "rolled/whole_accounts"),)
"""The same by whether months are asked for."""
CHOSEN: Swaps = (("rolled/asked_held", "rolled/chosen_held"), ("rolled/asked_moving", "rolled/chosen_moving"))
"""The same where the viewer chose some lines."""
ALL_MONTHS: Swaps = (("ledger/keyed_shares", "rolled/month_shares"),)
"""The step that is swapped besides where months of the whole district are asked for, and nothing else."""
OTHERS: Swaps = (("base/chosen_lines", "rolled/other_lines"),)
ANSWERED: Swaps = (("ledger/keyed_shares", "rolled/answers"),)
"""The step that is swapped where the as-of date was worked out before (analytics/answers)."""
WORKED_OUT = (("school", "provider", "service"), ("setting",), ("grade",), ("month",))
"""The keys that days are worked out by: what is asked for by some keys of one of these, or a choice by them, is read there."""
CHOICES = {"services": "service", "schools": "school", "providers": "provider", "students": "student"}
"""The parameters by which lines are chosen, each with its key."""
ALONE: Swaps = (("ledger/key_sums", "rolled/alone"),)
"""The step that is swapped where lines are asked for, and each has an id of its own."""


def refresh(cur: duckdb.DuckDBPyConnection, scope: Scope = EVERYTHING) -> None:
    """Make all stored steps anew of what ``cur`` sees; inside a transaction."""
    values = _values(cur, scope)
    _make(cur, values, figures.FIRST)
    _put(cur, values, figures.FIRST)


def keep_up(store: Store, least: int = WORTH_IT) -> bool:
    """Bring the stored steps up to what was written since, where there are ``least`` sessions or more.

    Only what holds from the first changed day on is made again, all of it where more than sessions changed. Writers wait
    while rows are put in their place, not while they are worked out. Returns whether stored steps now hold all; False too
    where there is too little memory or somebody wrote meanwhile: then figures come from the sessions. A smaller district
    is answered from its sessions about as quickly. Rows that are still in the log and not yet in their place take a third
    longer to read, hence the checkpoint.
    Errors: StoreError where the disk is full or fails; what was written before is whole, and so are figures.
    """
    with store.working() as cur:
        event = store.data_version()
        values = _values(cur, EVERYTHING)
        (sessions,) = sqlfiles.rows(cur, "rolled/size", values)[0]
        if sessions < least or sqlfiles.rows(cur, "rolled/made", values) == [(event, _made_of(values))]:
            return False
        try:
            since = _changed_from(cur, values)
            if since < figures.LAST:
                _make(cur, values, since)
            with store.transaction(by=cur):
                if store.data_version() != event:
                    return False
                _put(cur, values, since)
        except duckdb.OutOfMemoryException:
            _log.warning("There is too little memory to roll the ledger up; figures come from the sessions.")
            return False
        with suppress(duckdb.TransactionException):  # somebody writes just now; then it waits for the next write
            cur.execute("checkpoint")
    return True


def _values(cur: duckdb.DuckDBPyConnection, scope: Scope) -> dict[str, Any]:
    """The parameters under which steps are stored."""
    return figures.parameters(cur, scope, WHENEVER, policies=policies.load(cur, scope, last_day(cur, scope)))


def _changed_from(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> date:
    """The first as-of date of which stored steps may say something else now: FIRST where all, LAST where none.

    A figure hangs on sessions dated up to its as-of date and on which days up to it are loaded, on nothing later.
    """
    made = sqlfiles.rows(cur, "rolled/made", values)
    if not made or made[0][1] != _made_of(values):
        return figures.FIRST
    found = sqlfiles.rows(cur, "rolled/changed_since", {**values, "made_event": made[0][0]}, NAMED)
    changed_from, is_other = found[0]
    return figures.FIRST if is_other else changed_from or figures.LAST


def _make(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any], since: date) -> None:
    """Work out the rows that hold from ``since`` on, in tables of their own that nobody reads."""
    fresh = FRESH if since == figures.FIRST else ()
    made = sqlfiles.rows(cur, "rolled/made", values) if since > figures.FIRST else []
    asked = {**values, "made_from": since, "made_event": made[0][0] if made else 0, "slice_lines": LINES_AT_ONCE}
    sqlfiles.store(cur, "rolled_new_touched", "rolled/touched_lines" if made else "rolled/all_lines", asked)
    sqlfiles.store(cur, "rolled_new_students", "rolled/made_students", asked)
    found = cur.execute("select distinct slice_no from rolled_new_students order by slice_no").fetchall()
    for place, number in enumerate([row[0] for row in found] or [0]):
        _make_slice(cur, {**asked, "slice_no": number}, fresh, is_first=place == 0)


def _make_slice(cur: duckdb.DuckDBPyConnection, asked: Mapping[str, Any], fresh: Swaps, *, is_first: bool) -> None:
    """The rows of some students; with the first of them what is the same for all."""
    told = [(table, question, (*swaps, *SLICE, *fresh)) for table, question, swaps in TABLES if fresh or table != ONCE]
    for table, question, swaps in told:
        if is_first or _is_sliced(question, swaps):
            sqlfiles.store(cur, f"rolled_new_{table}", question, asked, swaps, add=not is_first)
    for _, question, swaps in told:
        sqlfiles.let_go(cur, question, asked, swaps, "slice_no")


def _is_sliced(question: str, swaps: Swaps) -> bool:
    return "slice_no" in statements.parameters(question, (*swaps, *SLICE))


def _put(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any], since: date) -> None:
    """Put the rows in the place of those that they follow; inside a transaction."""
    if since < figures.LAST:
        _put_tables(cur, since)
        _put_totals(cur, values)
        _put_answers_aside(cur, since)
    kinds = sqlfiles.rows(cur, "rolled/kinds_of_lines", values)[0]
    cur.execute("delete from rolled_up where district = $district", {"district": values["district"]})
    cur.execute(
        "insert into rolled_up (district, event_seq, made_of, has_others, has_moved, has_twins) "
        "select $district, coalesce(max(event_seq), 0), $made_of, $others, $moved, $twins from events where district = $district",
        {
            "district": values["district"],
            "made_of": _made_of(values),
            **dict(zip(("others", "moved", "twins"), kinds, strict=True)),
        },
    )


def _put_tables(cur: duckdb.DuckDBPyConnection, since: date) -> None:
    """All tables take the place of the old ones, or rows of the lines that were made that of their older rows."""
    for table, question, swaps in TABLES:
        if since == figures.FIRST or not _is_sliced(question, swaps):
            cur.execute(f"drop table if exists rolled_{table}")
            cur.execute(f"alter table rolled_new_{table} rename to rolled_{table}")
        elif table == ONCE:
            continue
        elif table in SPANS:
            _follow(cur, f"rolled_{table}", f"rolled_new_{table}", since)
        else:
            cur.execute(f"delete from rolled_{table} where {STALE[table].format(since=since)}")
            _add(cur, f"rolled_{table}", f"rolled_new_{table}")
    cur.execute("drop table rolled_new_students")
    cur.execute("drop table rolled_new_touched")


def _follow(cur: duckdb.DuckDBPyConnection, table: str, new: str, since: date) -> None:
    """Rows of the lines that were made end at ``since``, and the new ones follow; months of lines that have no new row go on."""
    cur.execute(f"delete from {table} where from_day >= $since", {"since": since})
    if table == "rolled_month_sums":
        cur.execute(
            f"update {table} as t set to_day = $since, is_final = false "
            f"from (select distinct n.line_no, n.month from {new} as n) as m "
            f"where m.line_no = t.line_no and m.month is not distinct from t.month and t.to_day > $since",
            {"since": since},
        )
    else:
        cur.execute(
            f"update {table} set to_day = $since "
            f"where to_day > $since and line_no in (select n.line_no from rolled_new_touched as n)",
            {"since": since},
        )
    _add(cur, table, new)


def _add(cur: duckdb.DuckDBPyConnection, table: str, new: str) -> None:
    cur.execute(f"insert into {table} select * from {new}")
    cur.execute(f"drop table {new}")


def _put_totals(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> None:
    """What months that are done bring together, so many months at once that memory holds their lines."""
    table, question, swaps = TOTALS
    for place, (first, last) in enumerate(_months_at_once(cur)):
        asked = {**values, "first_month": first, "last_month": last}
        sqlfiles.store(cur, f"rolled_{table}", question, asked, swaps, add=place > 0)
        sqlfiles.let_go(cur, question, asked, swaps, "first_month")


def _months_at_once(cur: duckdb.DuckDBPyConnection) -> list[tuple[date, date]]:
    """Spans of months, together all, each of about MONTHS_AT_ONCE lines and months."""
    found = cur.execute(
        "select m.month, count(*) from rolled_month_sums as m where m.month is not null group by m.month order by m.month"
    ).fetchall()
    begins, rows = [figures.FIRST], 0
    for month, count in found:
        if rows and rows + count > MONTHS_AT_ONCE:
            begins.append(month)
            rows = 0
        rows += count
    ends = [begin - timedelta(days=1) for begin in begins[1:]]
    return list(zip(begins, [*ends, figures.LAST], strict=True))


def _put_answers_aside(cur: duckdb.DuckDBPyConnection, since: date) -> None:
    """Days from ``since`` on are worked out again; what was said of those before it stays."""
    if since == figures.FIRST:
        sqlfiles.store(cur, "rolled_answers", "rolled/no_answers", {})
    else:
        cur.execute("delete from rolled_answers where from_day >= $since", {"since": since})
        cur.execute("update rolled_answers set to_day = $since where to_day > $since", {"since": since})


def last_day(cur: duckdb.DuckDBPyConnection, scope: Scope) -> date:
    """The day of the last session on file, whose school year's policies the stored steps follow."""
    (found,) = sqlfiles.rows(cur, "rolled/last_day", {"district": scope.district})[0]
    return found if isinstance(found, date) else date(2000, 1, 1)


def _all_made() -> tuple[tuple[str, str, Swaps], ...]:
    """Every stored table with its question and swapped steps."""
    sliced = ((table, question, (*swaps, *SLICE)) for table, question, swaps in TABLES)
    return (*sliced, TOTALS, ("answers", "ledger/key_sums", (*NOW, *WHOLE, *KNOWN)))


@cache
def _stored_parameters() -> tuple[str, ...]:
    """The parameters that the stored steps are made of, but those that say which day and which lines are asked for."""
    named = frozenset().union(*(statements.parameters(question, swaps) for _, question, swaps in _all_made()[:-1]))
    asked = {
        "as_of", "from_day", "to_day", "roster_day", "services", "schools", "providers", "students", "by_month", "made_from",
        "made_event", "slice_no", "slice_lines", "first_month", "last_month",
    }  # fmt: skip
    return tuple(sorted(named - asked))


@cache
def _sql() -> str:
    """What the SQL is that stored steps are made of: another version of it makes them anew."""
    text = "".join(statements.compose(question, swaps) for _, question, swaps in _all_made())
    return hashlib.sha256(text.encode()).hexdigest()


def _made_of(values: Mapping[str, Any]) -> str:
    told = [(name, str(values[name])) for name in _stored_parameters()]
    return hashlib.sha256(repr((_sql(), told)).encode()).hexdigest()


def stored(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> "Stored | None":
    """The stored steps that answer a question of these ``values``; None where it must be worked out from the sessions.

    They hold for what is known now, all days up to the as-of date, the policies that they were made with, and as long as
    nothing was written since.
    """
    whole = values["from_day"] == figures.FIRST and values["to_day"] >= values["as_of"]
    if not whole or values["known"] != figures.NOW or values["calendar_known"] != figures.NOW:
        return None
    found = sqlfiles.rows(cur, "rolled/validity", {"district": values["district"]})
    if not found or found[0][0] != _made_of(values):
        return None
    _, has_others, has_moved, has_twins = found[0]
    return Stored(has_others=has_others, has_moved=has_moved, has_twins=has_twins)


@dataclass(frozen=True)
class Stored:
    """Stored steps that hold for a question."""

    has_others: bool
    """There are lines that they can't tell."""
    has_moved: bool
    """There are students whose calendar changes with their school, and so perhaps what is outside a mandate."""
    has_twins: bool
    """There are lines of one id."""

    def frame(
        self, cur: duckdb.DuckDBPyConnection, question: str, values: Mapping[str, Any], columns: tuple[str, ...] = ()
    ) -> pd.DataFrame:
        """The answer of a question that reads line_shares, chosen_lines or outside; of ``columns`` only, if any."""
        asked, swaps = self.told(question, values)
        if not self.has_others:
            return sqlfiles.swapped_frame(cur, question, asked, (*swaps, *_answered(cur, question, asked)), {}, columns)
        made = {"other_sums_made": sqlfiles.keep(cur, "rolled/other_sums", asked, OTHERS)}
        return sqlfiles.swapped_frame(cur, question, asked, swaps, made, columns)

    def told(self, question: str, values: Mapping[str, Any]) -> tuple[dict[str, Any], Swaps]:
        """The values and the swapped steps with which the stored steps answer a question."""
        is_whole = _is_whole(values) and "ledger/keyed_shares" in statements.steps(question)
        by_provider = (
            values["by_provider"] or values["providers"] or "by_provider" not in statements.parameters(question)
        )
        asked = {
            **values,
            "only_open": is_whole,
            "with_providers": bool(by_provider),
            "answered_by": answered_by(values),
        }
        swaps = (*NOW, *(BY_MONTH if values["by_month"] else WHOLE), *(CHOSEN if _is_chosen(values) else ()),
                 *(ALL_MONTHS if is_whole else ()), *(ALONE if values["by_line"] and not self.has_twins else ()))  # fmt: skip
        return asked, (*swaps, *(MIXED if self.has_others else KNOWN))


def _answered(cur: duckdb.DuckDBPyConnection, question: str, asked: Mapping[str, Any]) -> Swaps:
    """The step to swap where the day was worked out before by keys that hold the question's."""
    if not asked["answered_by"] or "ledger/keyed_shares" not in statements.steps(question):
        return ()
    return ANSWERED if sqlfiles.rows(cur, "rolled/has_answers", asked)[0][0] else ()


def answered_by(values: Mapping[str, Any]) -> str:
    """The keys, as one text, by which days are worked out that hold all that are asked for or chosen by; empty where none do."""
    asked = {name.removeprefix("by_") for name in values if name.startswith("by_") and values[name]} - {"district"}
    asked |= {key for name, key in CHOICES.items() if values[name]}
    return next((" ".join(keys) for keys in WORKED_OUT if asked <= set(keys)), "")


def _is_whole(values: Mapping[str, Any]) -> bool:
    """Whether months are asked for, and of the whole district."""
    by_others = any(values[name] for name in values if name.startswith("by_") and name != "by_month")
    return bool(values["by_month"]) and not by_others and not _is_chosen(values)


def _is_chosen(values: Mapping[str, Any]) -> bool:
    return any(values[name] for name in CHOICES)


def frame(
    cur: duckdb.DuckDBPyConnection, question: str, values: Mapping[str, Any], columns: tuple[str, ...] = ()
) -> pd.DataFrame:
    """The rows of a question about sums of lines, from stored steps where they hold, else from the sessions.

    Of ``columns`` only; all where none is named.
    """
    held = stored(cur, values)
    if held is None or (question == "ledger/outside" and held.has_moved):
        found = sqlfiles.frame(cur, question, values)
        return found[list(columns)] if columns else found
    return held.frame(cur, question, values, columns)
