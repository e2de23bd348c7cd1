"""The plan of a small district is the best of all plans, and no plan breaks a rule."""

from dataclasses import replace

import pytest

from analytics.rebalance.problem import Lock
from analytics.rebalance.score import score
from analytics.rebalance.solve import solve
from analytics.rebalance.staffing import dated
from tests.analytics.rebalance import plain, small


@pytest.mark.parametrize("seed", range(14))
def test_the_best_of_every_plan(seed: int) -> None:
    problem = dated(small.district(seed))
    found = solve(problem, 60)
    assert plain.broken(problem, found.assignment) == []
    assert plain.figures(problem, found.assignment) == pytest.approx(plain.best(problem), abs=0.02)
    assert found.gaps == (0, 0, 0, 0, 0)


@pytest.mark.parametrize("seed", range(100, 108))
def test_no_rule_is_broken_and_the_score_is_what_it_says(seed: int) -> None:
    """Districts too large to try every plan: the rules are checked one by one, and the figures once more."""
    problem = dated(small.district(seed, cases=14))
    found = solve(problem, 2)
    assert plain.broken(problem, found.assignment) == []
    said = (found.score.over_minutes, found.score.pairs, found.score.changes, found.score.crossings,
            found.score.uneven_minutes)  # fmt: skip
    assert plain.figures(problem, found.assignment) == pytest.approx(said, abs=0.02)
    nothing = score(
        problem, tuple(case.provider if problem.is_there(case.provider) else None for case in problem.cases)
    )
    assert not nothing.is_better_than(found.score)


def test_the_plain_check_sees_what_is_wrong() -> None:
    """An assistant without a supervisor takes a case of a school where it is new, out of a block of two."""
    problem = small.district(23)
    hands = ("T3", "T3", "T1", "T1", "T4")
    assert plain.broken(problem, hands) == ["T3 has no supervisor"]
    kept = Lock("keep_at", "T4", "B")
    locked = replace(problem, rules=replace(problem.rules, locks=(kept,)))
    assert plain.broken(locked, hands) == ["S1 left T4, who is kept at B", "T3 has no supervisor"]
