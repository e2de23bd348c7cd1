"""A suggested rebalancing of caseloads: by building and then by child, with each move's reason; never applied."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import duckdb
import pandas as pd

from analytics.rebalance import facts, whatif
from analytics.rebalance.changes import Add, Change, Move, Remove, SetFte, staffed
from analytics.rebalance.job import Job
from analytics.rebalance.problem import Lock, Problem, Rules
from analytics.rebalance.result import MOVES, Plan, reopened, told
from analytics.rebalance.staffing import dated
from analytics.rebalance.terms import Terms
from analytics.rebalance.whatif import WhatIf
from analytics.scope import Scope

__all__ = [
    "Add",
    "Change",
    "Lock",
    "Move",
    "Plan",
    "Problem",
    "Question",
    "Remove",
    "SetFte",
    "Terms",
    "WhatIf",
    "ask",
    "compare",
    "plan",
    "problem",
    "reopen",
    "tried",
    "what_if",
]
SECONDS = 30.0


class Question:
    """A plan that is being looked for: the caseloads as they are, the problem to solve, and the search."""

    def __init__(self, today: Problem, terms: Terms, seconds: float) -> None:
        self.today, self.terms = today, terms
        self.problem = dated(staffed(today, terms.changes))
        self.job = Job(self.problem, seconds)

    @property
    def plan(self) -> Plan | None:
        """The best plan so far; None before the first."""
        found = self.job.latest
        return None if found is None else told(self.today, self.problem, found)

    def wait(self) -> Plan:
        """The plan at the end of the search."""
        return told(self.today, self.problem, self.job.wait())


def ask(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    *,
    max_moves: int | None = None,
    max_schools: int | None = None,
    locks: tuple[Lock, ...] = (),
    changes: tuple[Change, ...] = (),
    seconds: float = SECONDS,
    **asked: Any,
) -> Question:
    """Begin to look for a plan in a process of its own, for at most so many seconds; the arguments are those of ``plan``."""
    rules = Rules(max_moves=max_moves, max_schools=max_schools, locks=locks)
    today = facts.problem(cur, scope, as_of, rules, **asked)
    return Question(today, Terms(max_moves, max_schools, locks, changes), seconds)


def plan(cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, **rules: Any) -> Plan:
    """A plan for the lines in force on ``as_of`` (rules 12), with at most ``max_moves`` lines changing hands.

    In this order it keeps low: load above the policy overloaded_above and of lines without a therapist; therapist and
    school pairs; students who change therapist; zones beyond a therapist's first; load outside 80 to 100 % of capacity.
    A school, or a school's special class, moves as a whole; single lines only to therapists who are there already.
    ``rules``: max_moves (lines), max_schools (a therapist), locks, changes (of staff: SetFte, Add, Remove), seconds,
    known, policies.
    """
    return ask(cur, scope, as_of, **rules).wait()


def what_if(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, *, changes: tuple[Change, ...] = (), **asked: Any
) -> WhatIf:
    """Loads and travel before and after changes of staff or hands (rules 12), with nothing else moved.

    ``changes``: Move, SetFte, Add, Remove. UserError names somebody who isn't there or a line that isn't in force.
    """
    return tried(problem(cur, scope, as_of, **asked), changes)


def tried(today: Problem, changes: tuple[Change, ...]) -> WhatIf:
    """``what_if`` in caseloads that are at hand."""
    return whatif.what_if(today, changes)


def problem(cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, **asked: Any) -> Problem:
    """The caseloads on ``as_of``, in which changes are tried out and plans that were kept are told; ``asked``: known,
    policies."""
    return facts.problem(cur, scope, as_of, Rules(), **asked)


def compare(
    today: Problem, plans: Mapping[str, pd.DataFrame], terms: Mapping[str, Terms] = MappingProxyType({})
) -> pd.DataFrame:
    """Plans (moves by name) beside the caseloads as they are; ``terms``: by name, the staff and locks that a plan was made
    under.

    Columns: plan, lines, gone (lines of the plan that aren't in force any more), over_minutes, pairs, changes, crossings,
    uneven_minutes (``score.Score``), travel_minutes a week, fullest (the highest utilisation).
    """
    shown = {"As it is": pd.DataFrame(columns=list(MOVES)), **plans}
    return pd.DataFrame([whatif.compared(today, one, moves, terms.get(one, Terms())) for one, moves in shown.items()])


def reopen(today: Problem, *, moves: pd.DataFrame, terms: Terms, summary: str) -> Plan:
    """A plan that was kept, on the caseloads of today: of its moves (MOVES) those that are still possible. Nothing is proven
    of it any more, so its bounds are what it reaches itself."""
    return reopened(today, moves, terms, summary)
