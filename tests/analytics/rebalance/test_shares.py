"""A limit of the lines that change hands, shared out over services that have no therapist in common."""

from datetime import date

import numpy as np
import pytest

from analytics.rebalance.parts import parts
from analytics.rebalance.problem import Case, Line, Problem, Rules, Therapist
from analytics.rebalance.search import Known
from analytics.rebalance.shares import Shares, least_in_all, shared_out
from analytics.rebalance.solve import solve
from tests.analytics.rebalance import plain


def district(most: int) -> Problem:
    """Ann has 60 + 60 + 30 of treatment and 3 x 7 of record, 171 of 100 minutes, Pat 60 + 70 + 14 = 144: 61 and 34 above their
    ceilings of 110. Bea and Quin are at the school with nothing to do."""
    minutes = {"ann": (60.0, 60.0, 30.0), "pat": (60.0, 70.0)}
    cases = [
        Case(
            f"{one}{place}", "OT" if one == "ann" else "PT", "Elm", "", one, one, (Line(place, f"{one}{place}", each),)
        )
        for one, all_of in minutes.items()
        for place, each in enumerate(all_of)
    ]
    roles = {"ann": "OTR", "bea": "OTR", "pat": "PT", "quin": "PT"}
    staff = {
        one: Therapist(one, one, role, 1.0, 100.0, half_days=(("Elm", ("mon", "am")),)) for one, role in roles.items()
    }
    return Problem(date(2026, 8, 10), staff, tuple(cases), {"Elm": "north"}, {}, Rules(max_moves=most))


@pytest.mark.parametrize(
    ("most", "shares", "least"),
    [(1, (1, 0), 34), (2, (1, 1), 0), (3, None, 0)],
)
def test_lines_go_where_they_leave_the_least_load(most: int, shares: tuple[int, int] | None, least: float) -> None:
    """One line takes 67 from Ann or 67 from Pat: with one only, Ann's, since she is 61 above and Pat 34. A third isn't needed
    for the load, so the services are one program. Either way the plan is the best of every plan, and proven."""
    problem = district(most)
    found = shared_out(sorted(parts(problem), key=lambda part: part.problem.cases[0].service), most, 60)
    assert (found.lines if found else None) == shares
    assert found is None or found.least == pytest.approx(least, abs=0.01)
    plan = solve(problem, 60)
    assert plan.score.over_minutes == pytest.approx(least, abs=0.01)
    assert plain.broken(problem, plan.assignment, problem.rules.ceiling) == []
    assert plain.figures(problem, plan.assignment) == pytest.approx(plain.best(problem), abs=0.02)
    assert plan.gaps == (0, 0, 0, 0, 0)


def test_the_least_of_all_sums_with_the_fewest_lines() -> None:
    """Of two lines: 10 + 3, 6 + 3 or 5 + 8. Where one is enough the second is kept."""
    assert least_in_all([np.array([10.0, 6.0, 5.0]), np.array([8.0, 3.0, 3.0])]) == [1, 1]
    assert least_in_all([np.array([5.0, 0.0, 0.0]), np.array([0.0, 0.0, 0.0])]) == [1, 0]


def test_where_the_load_is_all_that_matters_a_line_is_worth_the_least_of_it() -> None:
    """5 or 5 - 0.0000005: a line costs 0.000001 where fewer are better, and nothing where the bound is told."""
    costs = [np.array([5.0, 5.0 - 5e-7])]
    assert (least_in_all(costs), least_in_all(costs, a_line=0)) == ([0], [1])


def test_what_is_proven_for_shares_holds_for_all_only_where_no_other_shares_do() -> None:
    """Any other shares leave 61 at least: a plan with 34 in all has none beside it, one with 61 might."""
    shares = Shares((1, 0), 61.0, (Known(), Known()), 34.0)
    assert shares.are_needed([0.0, 34.0])
    assert not shares.are_needed([27.0, 34.0])
    assert not shares.are_needed([0.0])


@pytest.mark.parametrize("apart", ["OT", "PT"])
def test_nothing_but_the_load_is_proven_where_two_shares_leave_the_same(apart: str) -> None:
    """Ann and Pat have 2 x 60 of 110 each, one of them a line at Oak: one line may move, either's takes 60 away, and that at
    Oak takes a pair of therapist and school with it. No bound is above the best of every plan."""
    cases = [
        Case(
            f"{who}{at}",
            service,
            "Oak" if at and service == apart else "Elm",
            "",
            who,
            who,
            (Line(at, f"{who}{at}", 60.0),),
        )
        for service, who in (("OT", "ann"), ("PT", "pat"))
        for at in range(2)
    ]
    half_days = (("Elm", ("mon", "am")), ("Oak", ("mon", "pm")))
    roles = {"ann": "OTR", "bea": "OTR", "pat": "PT", "quin": "PT"}
    staff = {one: Therapist(one, one, role, 1.0, 100.0, half_days=half_days) for one, role in roles.items()}
    rules = Rules(max_moves=1, travel_minutes=0.0)
    problem = Problem(date(2026, 8, 10), staff, tuple(cases), {"Elm": "north", "Oak": "north"}, {}, rules)
    plan = solve(problem, 30)
    best = plain.best(problem)
    assert plan.score.over_minutes == pytest.approx(best[0], abs=0.01)
    assert all(bound <= figure + 0.02 for bound, figure in zip(plan.bounds, best, strict=True))
