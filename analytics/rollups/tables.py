"""Which tables stored steps are, and by which swaps of steps they are made and read (decision 0097)."""

import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from analytics import statements
from analytics.statements import Swaps

FINAL: Swaps = (("ledger/balances", "rolled/final_balances"), ("ledger/cells", "rolled/final_cells"))
MOMENTS: Swaps = (("ledger/make_up_sides", "rolled/moment_sides"),)
FRESH: Swaps = (
    ("rolled/kept_months", "rolled/no_months"), ("rolled/read_from", "rolled/read_all"),
    ("rolled/first_whole", "rolled/first_whole_ever"), ("rolled/placed_before", "rolled/placed_never"),
    ("rolled/fact_lines", "rolled/fact_lines_all"),
)  # fmt: skip
"""The steps that are swapped where everything is made anew."""
NAMED: Swaps = (("base/line_providers", "rolled/named_providers"),)
SLICE: Swaps = (
    ("base/sessions_on_file", "rolled/slice_sessions"), ("base/chosen_lines", "rolled/slice_lines"),
    ("base/accruing_spans", "rolled/slice_spans"), ("base/given_lengths", "rolled/given_lengths"), *NAMED,
)  # fmt: skip
"""The steps that are swapped so that rows of some students are made at once."""
STANDING = {
    "clocks": "rolled/clocks",
    **{f"kept_{statements.last_name(step)}": step for step in (
        "base/days", "base/calendar_sources", "base/open_days", "base/years", "base/parts", "base/day_facts", "base/weeks",
        "base/running_days", "base/numbered_days", "base/day_numbers", "base/cycle_days", "base/cycle_spans",
        "base/lines", "base/windows", "base/line_spans", "base/force_spans", "base/iep_years", "rolled/clock_days",
    )},
}  # fmt: skip
"""Steps that hang on no log, each by the table that holds it until everything is made anew."""
TABLES: tuple[tuple[str, str, Swaps], ...] = (
    *((table, step, ()) for table, step in STANDING.items()),
    ("lines", "rolled/line_facts", ()),
    ("periods", "rolled/period_spans", ()),
    ("cycle_lengths", "ledger/days_in_cycle", ()),
    ("covers", "base/covers", ()),
    ("placed", "rolled/placed_since", ()),
    ("lengths", "rolled/lengths_since", ()),
    ("states", "rolled/states", MOMENTS),
    ("cells", "rolled/cell_states", MOMENTS),
    ("sums", "rolled/sums", (*FINAL, *MOMENTS)),
    ("month_sums", "rolled/month_sums", (*FINAL, *MOMENTS)),
    ("owing", "rolled/owing_spans", (*FINAL, *MOMENTS)),
    ("beside", "rolled/beside", ()),
    ("weeks", "rolled/school_weeks", ()),
    ("givers", "rolled/given_by", ()),
    ("outside", "rolled/given_outside", ()),
)
"""Each stored table (``rolled_`` before its name), the question whose rows it holds, and the steps that are swapped in it."""
TOTALS: tuple[str, str, Swaps] = ("month_totals", "rolled/month_totals", (("ledger/line_sums", "rolled/done_sums"),))
"""The table that is made of other stored tables."""
AGAIN: Swaps = (("rolled/final_months", "rolled/final_months_again"),)
"""The step that is swapped in it for those months of lines that are said anew."""
LENT = {
    "placed": "ledger/placings", "givers": "base/givers", "lengths": "base/given_lengths",
    "cycle_lengths": "ledger/days_in_cycle",
}  # fmt: skip
"""Stored tables that hold the rows of a step besides, whatever the as-of date."""
ONCE = (*STANDING, "periods", "weeks", "cycle_lengths")
"""Tables that hold until everything is made anew: when lines accrue hangs on no log."""
STALE = {
    "covers": "true",
    "lines": "line_no in (select n.line_no from rolled_new_lines as n)",
    "placed": "line_no in (select n.line_no from rolled_new_touched as n) and session_date >= date '{since}'",
    "givers": "student_id in (select n.student_id from rolled_new_students as n) and session_date >= date '{since}'",
    "lengths": "student_id in (select n.student_id from rolled_new_students as n) and session_date >= date '{since}'",
    "outside": "student_id in (select n.student_id from rolled_new_students as n) and session_date >= date '{since}'",
}
"""Which rows of other tables are made again after a change."""
SPANS = ("states", "cells", "sums", "month_sums", "owing", "beside")
"""Tables of spans of as-of dates, of which those before a change stay."""
PARTS = {"month_sums": "month", "owing": "period_key"}
"""Of which of these only some parts of a line are made again, by the column that names them."""
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
SINCE: Swaps = (("rolled/held_sums", "rolled/held_since"),)
"""The same by whether months are asked for, or all from the first day of a range on."""
APART: Swaps = (("rolled/apart", "rolled/apart_since"),)
"""The step that is swapped besides inside a range."""
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
OWING: Swaps = (("ledger/owing", "rolled/owing_now"),)
"""The step that is swapped where periods are asked for that lack something."""
ALONE: Swaps = (("ledger/key_sums", "rolled/alone"),)
"""The step that is swapped where lines are asked for, and each has an id of its own."""


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
        "made_event", "slice_no", "slice_lines", "first_month", "last_month", "sign",
        "told_to",
    }  # fmt: skip
    return tuple(sorted(named - asked))


@cache
def _sql() -> str:
    """What the SQL is that stored steps are made of: another version of it makes them anew."""
    text = "".join(statements.compose(question, swaps) for _, question, swaps in _all_made())
    return hashlib.sha256(text.encode()).hexdigest()


def made_of(values: Mapping[str, Any]) -> str:
    """What stored steps hang on beside what was written: their SQL, and the parameters that they are made with."""
    told = [(name, str(values[name])) for name in _stored_parameters()]
    return hashlib.sha256(repr((_sql(), told)).encode()).hexdigest()
