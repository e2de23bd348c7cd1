"""One objective after the other: the best that HiGHS finds in the time given, and how good any plan could be at most."""

import math
import time
from dataclasses import astuple, dataclass

import numpy as np
from scipy.optimize import milp

from analytics.rebalance.allowed import must_leave
from analytics.rebalance.grouped import groups
from analytics.rebalance.model import Model, Sum
from analytics.rebalance.parts import parts
from analytics.rebalance.problem import Problem
from analytics.rebalance.score import NAMES, Score, score

WHOLE = (False, True, True, True, False)
"""Which objectives count whole things."""
SLACK = 1e-5


@dataclass(frozen=True)
class Found:
    """An assignment, its score, and for each objective the least that any plan could reach with the earlier ones no
    worse."""

    assignment: tuple[str | None, ...]
    score: Score
    bounds: tuple[float, ...]

    @property
    def gaps(self) -> tuple[float, ...]:
        """How far each figure may be from the best, as a share of it: 0 is proven best."""
        return tuple(_gap(found, bound) for found, bound in zip(astuple(self.score), self.bounds, strict=True))

    @property
    def gap(self) -> float:
        """The largest of the gaps."""
        return max(self.gaps)


def _gap(found: float, bound: float) -> float:
    return 0.0 if found - bound <= 10 * SLACK * max(1.0, abs(found)) else (found - bound) / abs(found)


def solve(problem: Problem, seconds: float) -> Found:
    """The best plan found in so many seconds; each part of the problem has its share by number of cases."""
    start, waiting = time.monotonic(), max(1, len(problem.cases))
    assignment = list(as_it_is(problem))
    bounds = np.zeros(len(NAMES))
    for part in parts(problem):
        left = seconds - (time.monotonic() - start)
        found = _Search(part.problem, left * len(part.places) / max(1, waiting)).run()
        waiting -= len(part.places)
        bounds += found.bounds
        for place, provider in zip(part.places, found.assignment, strict=True):
            assignment[place] = provider
    return Found(tuple(assignment), score(problem, assignment), tuple(map(float, bounds)))


def as_it_is(problem: Problem) -> tuple[str | None, ...]:
    """No move; what can't stay with its therapist is without one."""
    return tuple(None if must_leave(problem, case) else case.provider for case in problem.cases)


class _Search:
    """The objectives of one part, each minimised with the earlier ones held."""

    def __init__(self, problem: Problem, seconds: float) -> None:
        self.problem, self.ends = problem, time.monotonic() + seconds
        self.model = Model(problem, groups(problem, list(range(len(problem.cases)))))
        self.best = as_it_is(problem)
        self.score = score(problem, self.best)
        self.held: list[tuple[dict[int, float], float, float]] = []

    def run(self) -> Found:
        """All objectives in their order."""
        bounds = [self._minimise(place) for place in range(len(NAMES))]
        return Found(self.best, self.score, tuple(bounds))

    def _minimise(self, place: int) -> float:
        """Take a better plan where one is found, hold its figure, and say the least that any plan could reach."""
        objective = self.model.objectives[place]
        seconds = max(0.2, (self.ends - time.monotonic()) / (len(NAMES) - place))
        result = milp(
            self._costs(objective),
            integrality=np.array(self.model.program.is_integer),
            bounds=self.model.program.bounds(),
            constraints=self.model.program.constraint(self.held),
            options={"time_limit": seconds, "mip_rel_gap": 1e-7},
        )
        if result.x is not None:
            self._take(result.x)
        reached = astuple(self.score)[place]
        self.held.append((dict(objective.terms), -np.inf, reached - objective.constant + SLACK))
        bound = result.mip_dual_bound
        return 0.0 if bound is None else min(reached, _rounded(bound + objective.constant, WHOLE[place]))

    def _costs(self, objective: Sum) -> np.ndarray:
        costs = np.zeros(len(self.model.program.lower))
        for place, times in objective.terms.items():
            costs[place] = times
        return costs

    def _take(self, values: np.ndarray) -> None:
        decoded = self.model.decode(values)
        assignment = tuple(decoded[place] for place in range(len(self.problem.cases)))
        reached = score(self.problem, assignment)
        if reached.is_better_than(self.score):
            self.best, self.score = assignment, reached


def _rounded(bound: float, is_whole: bool) -> float:
    return max(0.0, math.ceil(bound - SLACK) if is_whole else bound)
