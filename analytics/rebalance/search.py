"""Objective after objective, the earlier ones held: small programs around the best plan so far improve it, while the whole
program proves how good any plan could be."""

import math
import random
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import astuple, dataclass, replace

import numpy as np
from scipy.optimize import OptimizeResult
from scipy.sparse import csr_array, vstack

from analytics.rebalance.around import around, parted_at_most, undivided, values_of
from analytics.rebalance.by_hand import by_hand
from analytics.rebalance.grouped import groups
from analytics.rebalance.loads import loads
from analytics.rebalance.model import Model
from analytics.rebalance.problem import Problem
from analytics.rebalance.program import Limits, least, minimised
from analytics.rebalance.score import NAMES, TOLERANCE, Score, score

WHOLE = (False, True, True, True, False)
"""Which objectives count whole things."""
LATER = (1e-3, 1e-4, 1e-3, 1e-5, 0.0)
"""What the objectives that follow weigh beside each objective: a tie among plans goes to the better rest."""
SHARES = (0.4, 0.25, 0.27, 0.05, 0.03)
"""Of the time for each objective; what one leaves over goes to those after it."""
NEIGHBOURS = 8
RELAXED = 5.0
"""Seconds that the relaxation has at least where there are as many: without it nothing is proven."""
SLACK = 1e-5
PAIRS, CHANGES = 1, 2
Assignment = tuple[str | None, ...]


@dataclass(frozen=True)
class Known:
    """What is known of the load before a search: its least, and a plan that reaches it with weeks filled up to the ceiling."""

    least: float = 0.0
    plan: Assignment | None = None


class Search:
    """The best plan of one part found so far, and what is proven of it; nothing goes on for long after ``deadline``, a moment
    of the monotonic clock."""

    def __init__(
        self, problem: Problem, start: Assignment, tell: Callable[[Assignment], None], deadline: float = math.inf,
        known: Known = Known(),
    ) -> None:  # fmt: skip
        self.problem, self.tell, self.start, self.least = problem, tell, start, 0.0
        self.ends, self.deadline, self.last = 0.0, deadline, 0
        self.random = random.Random(1)
        self.bounds: tuple[float, ...] = (0.0,) * len(NAMES)
        self.best, self.score, self.loads = start, score(problem, start), loads(problem, start)
        self.known = known.least
        self.plans: dict[float, Assignment] = {} if known.plan is None else {problem.rules.highest_of_all: known.plan}
        self._pose(problem.rules.full)

    def _pose(self, highest: float) -> None:
        """The program with weeks filled up to that share of capacity, nothing held yet; the best plan is that of such weeks,
        the first one made by hand."""
        self.problem = replace(self.problem, rules=replace(self.problem.rules, limit=highest))
        self.model = Model(self.problem, groups(self.problem, list(range(len(self.problem.cases)))))
        program = self.model.program
        self.matrix, self.most = program.matrix(), np.array([row[1] for row in program.rows])
        self.is_whole = np.array(program.is_integer)
        self.limits: Limits = np.array(program.lower), np.array(program.upper)
        self.costs = [program.costs(one) for one in self.model.objectives]
        self.constants = [one.constant for one in self.model.objectives]
        if highest in self.plans:
            self._put(self.plans[highest])
        else:
            for plan in (*self.plans.values(), by_hand(self.problem)):
                self._try(plan)

    def begin(self, seconds: float) -> None:
        """A good plan of everything in little time: one that parts no school."""
        self.ends = time.monotonic() + seconds
        self.least = self._bound(0, self._whole(0, relaxed=True, seconds=max(RELAXED, seconds)))
        if not self._is_enough:
            self._fill(self.problem.rules.ceiling)
        if not self._is_reached(0, self.known):
            self._undivided(self.costs[0], seconds)  # by itself, since it ends as soon as nothing is above the ceiling
        self._undivided(self._with_later(0), (self.ends - time.monotonic()) / 2)

    @property
    def _is_enough(self) -> bool:
        """Whether full weeks may be enough: that they aren't is proven, or the ceiling is no more than a full week."""
        return self.least <= SLACK or self.problem.rules.ceiling <= self.problem.rules.full

    def run(self, seconds: float) -> None:
        """Improve load, pairs and students who change for so long; ``bounds`` are the least that any plan could reach."""
        self._each(range(CHANGES + 1), seconds)

    def finish(self, seconds: float) -> None:
        """The same for zones and levels, with what ``run`` reached."""
        self._each(range(CHANGES + 1, len(NAMES)), seconds)

    def _each(self, places: range, seconds: float) -> None:
        self.ends, self.last = time.monotonic() + seconds, places[-1]
        with ThreadPoolExecutor(1) as beside:
            for place in places:
                self._prove(place, self._objective(place, beside) if place else self._load(beside))

    def _prove(self, place: int, bound: float) -> None:
        """Keep what is proven, and tell it at once: the search may be ended at any moment."""
        if bound > self.bounds[place]:
            self.bounds = (*self.bounds[:place], min(bound, self._reached(place)), *self.bounds[place + 1 :])
            self.tell(self.best)

    def _load(self, beside: ThreadPoolExecutor) -> float:
        """Load above the ceiling. Weeks are filled beyond full ones, up to the ceiling, only where that makes it less."""
        full, ceiling = self.problem.rules.full, self.problem.rules.ceiling
        first, second = (full, ceiling) if self._is_enough else (ceiling, full)
        bounds, reached = {first: self._objective(0, beside)}, {first: self._reached(0)}
        is_settled = reached[first] <= SLACK if first == full else reached[first] < self.least - SLACK
        if is_settled or ceiling <= full:
            return bounds[first]
        self._fill(second)
        bounds[second], reached[second] = self._objective(0, beside), self._reached(0)
        chosen = ceiling if reached[ceiling] < reached[full] - TOLERANCE else full
        if chosen != second:
            self._fill(chosen)
            self._hold(0)
        return bounds[chosen] if chosen == ceiling else min(bounds.values())

    def _fill(self, highest: float) -> None:
        """Go on with weeks filled up to another share of capacity, from the best plan of such weeks."""
        self.plans[self.problem.rules.highest] = self.best
        if highest < self.problem.rules.highest and highest not in self.plans:
            self._put(self.start)
        self._pose(highest)

    def _put(self, assignment: Assignment) -> None:
        self.best, self.score, self.loads = assignment, score(self.problem, assignment), loads(self.problem, assignment)
        self.tell(assignment)

    def _undivided(self, costs: np.ndarray, seconds: float, *, but_where_cases_wait: bool = False) -> None:
        """A plan that parts no school, or only those where cases wait: a small program with good plans."""
        limits = undivided(self.model, self.limits, but_where_cases_wait=but_where_cases_wait)
        self._take(self._small(costs, limits, seconds))

    def _objective(self, place: int, beside: ThreadPoolExecutor) -> float:
        left = max(0.0, self.ends - time.monotonic())
        if (not left and place > CHANGES) or time.monotonic() >= self.deadline:
            return 0.0
        ends = time.monotonic() + left * SHARES[place] / sum(SHARES[place : self.last + 1])
        bound = self._bound(place, self._whole(place, relaxed=True, seconds=max(RELAXED, left / 2)))
        bound = bound if place else max(bound, self.known)
        if place:  # of the load, what is known hangs on how far weeks are filled
            self._prove(place, bound)
        if not self._is_reached(place, bound):
            proof = beside.submit(self._whole, place, relaxed=False, seconds=max(0.5, ends - time.monotonic()))
            self._improve(place, bound, ends, proof)
            result = proof.result()
            self._take(result.x)
            bound = max(bound, self._bound(place, result))
        self._hold(place)
        return min(bound, self._reached(place))

    def _whole(self, place: int, *, relaxed: bool, seconds: float) -> OptimizeResult:
        is_whole = np.zeros_like(self.is_whole) if relaxed else self.is_whole
        return minimised(
            self.costs[place], is_whole, self.limits, self.matrix, self.most, seconds=self._at_most(seconds)
        )

    def _at_most(self, seconds: float) -> float:
        """So many seconds, or what is left until the deadline."""
        return max(0.1, min(seconds, self.deadline - time.monotonic()))

    def _bound(self, place: int, result: OptimizeResult) -> float:
        bound = least(result) + self.constants[place] - SLACK
        return max(0.0, math.ceil(bound) if WHOLE[place] and math.isfinite(bound) else bound)

    def _reached(self, place: int) -> float:
        return float(astuple(self.score)[place])

    def _is_reached(self, place: int, bound: float) -> bool:
        return self._reached(place) <= bound + 10 * SLACK

    def _hold(self, place: int) -> None:
        """No later objective may cost anything of this one."""
        self.matrix = vstack([self.matrix, csr_array(self.costs[place][None, :])], format="csr")
        self.most = np.append(self.most, self._reached(place) - self.constants[place] + 2 * SLACK)
        if place == PAIRS:
            parted_at_most(self.model, self._reached(PAIRS), self.limits, nobody_waits=self._reached(0) <= SLACK)

    def _improve(self, place: int, bound: float, ends: float, proof: Future[OptimizeResult]) -> None:
        costs = self._with_later(place)
        for but_where_cases_wait in (False, True):
            if not self._is_reached(place, bound):
                seconds = (ends - time.monotonic()) / 2
                self._undivided(self.costs[place], seconds, but_where_cases_wait=but_where_cases_wait)
        while time.monotonic() < ends and not proof.done() and not self._is_reached(place, bound):
            limits = around(self.model, self.best, self._neighbours(place), self.limits)
            self._take(self._small(costs, limits, min(2.0, ends - time.monotonic())))

    def _with_later(self, place: int) -> np.ndarray:
        costs, weight = self.costs[place].copy(), 1.0
        for later in range(place + 1, len(NAMES)):
            weight *= LATER[later - 1]
            costs += weight * self.costs[later]
        return costs

    def _try(self, assignment: Assignment) -> None:
        """Take an assignment that was made elsewhere, where it is better and breaks no rule of the program."""
        values = values_of(self.model, assignment)
        limits = tuple(np.where(self.is_whole, values, limit) for limit in self.limits)
        self._take(self._small(self.costs[0], (limits[0], limits[1]), 2.0))

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

    def _small(self, costs: np.ndarray, limits: Limits, seconds: float) -> np.ndarray | None:
        """Solve with what is fixed taken out."""
        lower, upper = limits
        is_free = lower < upper
        fixed = np.where(is_free, 0.0, lower)
        if not is_free.any():
            return fixed if (self.matrix @ fixed <= self.most + SLACK).all() else None
        left = self.matrix[:, is_free]
        rows = np.diff(left.indptr) > 0
        result = minimised(
            costs[is_free], self.is_whole[is_free], (lower[is_free], upper[is_free]), left[rows],
            (self.most - self.matrix @ fixed)[rows], seconds=self._at_most(seconds), gap=1e-6,
        )  # fmt: skip
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
            self._put(assignment)
