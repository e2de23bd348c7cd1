"""Objective after objective, the earlier ones held: small programs around the best plan so far improve it, while the whole
program proves how good any plan could be."""

import math
import random
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import astuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array, vstack

from analytics.rebalance.by_hand import by_hand
from analytics.rebalance.grouped import groups
from analytics.rebalance.loads import loads
from analytics.rebalance.model import Model
from analytics.rebalance.problem import Problem
from analytics.rebalance.score import NAMES, Score, score

WHOLE = (False, True, True, True, False)
"""Which objectives count whole things."""
LATER = (1e-3, 1e-4, 1e-3, 1e-5, 0.0)
"""What the objectives that follow weigh beside each objective: a tie among plans goes to the better rest."""
SHARES = (0.15, 0.3, 0.45, 0.07, 0.03)
"""Of the time for each objective; what one leaves over goes to those after it."""
NEIGHBOURS = 8
RELAXED = 2.0
"""Seconds that the relaxation has at least: without it nothing is proven."""
SLACK = 1e-5
Assignment = tuple[str | None, ...]


class Search:
    """The best plan of one part found so far."""

    def __init__(self, problem: Problem, start: Assignment, tell: Callable[[Assignment], None]) -> None:
        self.problem, self.tell = problem, tell
        self.model = Model(problem, groups(problem, list(range(len(problem.cases)))))
        self.best, self.score, self.loads = start, score(problem, start), loads(problem, start)
        self.ends = 0.0
        program = self.model.program
        self.rules: tuple[csr_array, np.ndarray] = program.matrix(), np.array([row[1] for row in program.rows])
        self.matrix, self.most = self.rules
        self.is_whole = np.array(program.is_integer)
        self.lower, self.upper = np.array(program.lower), np.array(program.upper)
        self.costs = [program.costs(one) for one in self.model.objectives]
        self.constants = [one.constant for one in self.model.objectives]
        self.random = random.Random(1)
        self.bounds: tuple[float, ...] = (0.0,) * len(NAMES)
        self._try(by_hand(problem))

    def run(self, seconds: float) -> None:
        """Improve the plan in all objectives for so long; ``bounds`` are the least that any plan could reach in each."""
        self.ends = time.monotonic() + seconds
        self.matrix, self.most = self.rules
        with ThreadPoolExecutor(1) as beside:
            self.bounds = tuple(self._objective(place, beside) for place in range(len(NAMES)))

    @property
    def is_proven(self) -> bool:
        """Whether no plan can be better."""
        return all(self._is_reached(place, bound) for place, bound in enumerate(self.bounds))

    def _objective(self, place: int, beside: ThreadPoolExecutor) -> float:
        left = max(0.0, self.ends - time.monotonic())
        ends = time.monotonic() + left * SHARES[place] / sum(SHARES[place:])
        bound = self._bound(place, self._whole(place, relaxed=True, seconds=max(RELAXED, left / 2)))
        if not self._is_reached(place, bound):
            proof = beside.submit(self._whole, place, relaxed=False, seconds=max(0.5, ends - time.monotonic()))
            self._improve(place, bound, ends, proof)
            result = proof.result()
            self._take(result.x)
            bound = max(bound, self._bound(place, result))
        self._hold(place)
        return min(bound, self._reached(place))

    def _whole(self, place: int, *, relaxed: bool, seconds: float) -> OptimizeResult:
        return milp(
            self.costs[place],
            integrality=np.zeros_like(self.is_whole) if relaxed else self.is_whole,
            bounds=Bounds(self.lower, self.upper),
            constraints=LinearConstraint(self.matrix, -np.inf, self.most),
            options={"time_limit": max(0.1, seconds), "mip_rel_gap": 1e-7},
        )

    def _bound(self, place: int, result: OptimizeResult) -> float:
        least = (
            result.mip_dual_bound if result.mip_dual_bound is not None else (result.fun if result.status == 0 else None)
        )
        if least is None or not math.isfinite(least):
            return 0.0
        least += self.constants[place]
        return max(0.0, math.ceil(least - SLACK) if WHOLE[place] else least - SLACK)

    def _reached(self, place: int) -> float:
        return float(astuple(self.score)[place])

    def _is_reached(self, place: int, bound: float) -> bool:
        return self._reached(place) <= bound + 10 * SLACK

    def _hold(self, place: int) -> None:
        """No later objective may cost anything of this one."""
        self.matrix = vstack([self.matrix, csr_array(self.costs[place][None, :])], format="csr")
        self.most = np.append(self.most, self._reached(place) - self.constants[place] + 2 * SLACK)

    def _improve(self, place: int, bound: float, ends: float, proof: Future[OptimizeResult]) -> None:
        costs = self._with_later(place)
        while time.monotonic() < ends and not proof.done() and not self._is_reached(place, bound):
            values = self._values(self.best)
            lower, upper = self._around(self._neighbours(place), values)
            self._take(self._small(costs, lower, upper, min(2.0, ends - time.monotonic())))

    def _with_later(self, place: int) -> np.ndarray:
        costs, weight = self.costs[place].copy(), 1.0
        for later in range(place + 1, len(NAMES)):
            weight *= LATER[later - 1]
            costs += weight * self.costs[later]
        return costs

    def _try(self, assignment: Assignment) -> None:
        """Take an assignment that was made elsewhere, where it is better and breaks no rule of the program."""
        values = self._values(assignment)
        lower, upper = np.where(self.is_whole, values, self.lower), np.where(self.is_whole, values, self.upper)
        self._take(self._small(self.costs[0], lower, upper, 2.0))

    def _values(self, assignment: Assignment) -> np.ndarray:
        """The whole variables of an assignment; the others are nought."""
        values = np.zeros(len(self.lower))
        for number, group in enumerate(self.model.groups):
            takers = [assignment[place] for place in group.cases]
            for taker in set(takers):
                moved = self.model.moved.get((number, str(taker)))
                if moved is not None:
                    ((variable, times),) = moved.terms.items()
                    values[variable] = round(takers.count(taker) / times)
        for case, provider in zip(self.problem.cases, assignment, strict=True):
            serves = self.model.serves.get((str(provider), case.school))
            if serves is not None:
                values[next(iter(serves.terms))] = 1.0
        return values

    def _neighbours(self, place: int) -> set[str]:
        """Some therapists whose caseloads are opened: one, those near, and some from anywhere."""
        names = [name for name, one in self.problem.therapists.items() if one.is_present and one.capacity]
        if len(names) <= NEIGHBOURS:
            return set(names)
        seed = self.random.choice(self._uneven(names) if self.random.random() < 0.5 else names)
        zones = {self.problem.zones.get(school) for school in self.problem.are_at(seed)}
        near = [name for name in names if zones & {self.problem.zones.get(one) for one in self.problem.are_at(name)}]
        chosen = {seed, *self.random.sample(near, min(len(near), NEIGHBOURS // 2))}
        return chosen | set(self.random.sample(names, NEIGHBOURS - NEIGHBOURS // 2))

    def _uneven(self, names: list[str]) -> list[str]:
        """The few who are the fullest and the emptiest."""
        has = dict(zip(self.loads["provider_id"], self.loads["utilisation"], strict=True))
        ranked = sorted(names, key=lambda name: has.get(name, 0.0))
        return ranked[: NEIGHBOURS // 2] + ranked[-NEIGHBOURS:]

    def _around(self, opened: set[str], values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Bounds that leave to the caseloads opened whatever they may exchange, and hold the rest."""
        lower, upper = self.lower.copy(), self.upper.copy()
        for (number, taker), moved in self.model.moved.items():
            variable = next(iter(moved.terms))
            owner = self.model.groups[number].block[0]
            is_open = owner in opened or self.model.groups[number].must_leave
            if not (is_open and taker in opened):
                upper[variable] = values[variable]
                if not is_open and taker not in opened:
                    lower[variable] = values[variable]
        for (provider, _), serves in self.model.serves.items():
            if provider not in opened:
                variable = next(iter(serves.terms))
                lower[variable] = upper[variable] = values[variable]
        return lower, upper

    def _small(self, costs: np.ndarray, lower: np.ndarray, upper: np.ndarray, seconds: float) -> np.ndarray | None:
        """Solve with what is fixed taken out."""
        is_free = lower < upper
        fixed = np.where(is_free, 0.0, lower)
        if not is_free.any():
            return fixed if (self.matrix @ fixed <= self.most + SLACK).all() else None
        left = self.matrix[:, is_free]
        rows = np.diff(left.indptr) > 0
        result = milp(
            costs[is_free],
            integrality=self.is_whole[is_free],
            bounds=Bounds(lower[is_free], upper[is_free]),
            constraints=LinearConstraint(left[rows], -np.inf, (self.most - self.matrix @ fixed)[rows]),
            options={"time_limit": max(0.1, seconds), "mip_rel_gap": 1e-6},
        )
        if result.x is None:
            return None
        fixed[is_free] = result.x
        return fixed

    def _take(self, values: np.ndarray | None) -> None:
        if values is None:
            return
        decoded = self.model.decode(values)
        assignment = tuple(decoded[place] for place in range(len(self.problem.cases)))
        reached: Score = score(self.problem, assignment)
        if reached.is_better_than(self.score):
            self.best, self.score, self.loads = assignment, reached, loads(self.problem, assignment)
            self.tell(assignment)
