"""A suggested rebalancing of caseloads: by building and then by child, with each move's reason; never applied."""

from datetime import date
from typing import Any

import duckdb

from analytics.rebalance import facts
from analytics.rebalance.problem import Lock, Rules, dated
from analytics.rebalance.result import Plan, told
from analytics.rebalance.solve import solve
from analytics.scope import Scope

__all__ = ["Lock", "Plan", "Rules", "plan"]


def plan(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    *,
    max_moves: int | None = None,
    max_schools: int | None = None,
    locks: tuple[Lock, ...] = (),
    seconds: float = 30.0,
    **asked: Any,
) -> Plan:
    """A plan for the lines in force on ``as_of`` (rules 12), with at most ``max_moves`` lines changing hands.

    In this order it keeps low: load above the policy overloaded_above and of lines without a therapist; therapist and
    school pairs; students who change therapist; zones beyond a therapist's first; load outside 80 to 100 % of capacity.
    ``asked``: known, policies.
    """
    rules = Rules(max_moves=max_moves, max_schools=max_schools, locks=locks)
    problem = dated(facts.problem(cur, scope, as_of, rules, **asked))
    return told(problem, solve(problem, seconds))
