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
from analytics.rebalance.result import Plan, told
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
    "Question",
    "Remove",
    "SetFte",
    "Terms",
    "WhatIf",
    "ask",
    "compare",
    "plan",
    "what_if",
]
SECONDS = 30.0


class Question:
    """A plan that is being looked for: the caseloads as they are, the problem to solve, and the search."""

    def __init__(self, today: Problem, terms: Terms, seconds: float) -> None:
        self.today, self.terms = today, terms
        self.problem = problem = dated(staffed(today, terms.changes))
        self.job = Job(problem, seconds)

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
    return whatif.what_if(facts.problem(cur, scope, as_of, Rules(), **asked), changes)


def compare(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, *, plans: Mapping[str, pd.DataFrame],
    terms: Mapping[str, Terms] = MappingProxyType({}), **asked: Any,
) -> pd.DataFrame:  # fmt: skip
    """Plans (moves by name) beside the caseloads as they are, all on the lines in force on ``as_of``; ``terms``: by name,
    the staff and locks that a plan was made under.

    Columns: plan, lines, gone (lines of the plan that aren't in force any more), over_minutes, pairs, changes, crossings,
    uneven_minutes (``score.Score``), travel_minutes a week, fullest (the highest utilisation).
    """
    problem = facts.problem(cur, scope, as_of, Rules(), **asked)
    known = {(case.student_id, line.line_id) for case in problem.cases for line in case.lines}
    shown: dict[str, pd.DataFrame | None] = {"As it is": None, **plans}
    return pd.DataFrame(
        [whatif.compared(problem, one, moves, known, terms.get(one, Terms())) for one, moves in shown.items()]
    )
