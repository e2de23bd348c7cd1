"""How many of the lines that may change hands each part of a problem has: as many as leave the least load in all."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import OptimizeResult

from analytics.rebalance.by_hand import as_it_is
from analytics.rebalance.grouped import groups
from analytics.rebalance.model import Model
from analytics.rebalance.parts import Part
from analytics.rebalance.problem import Problem
from analytics.rebalance.program import least, minimised
from analytics.rebalance.score import score
from analytics.rebalance.search import Assignment, Known

SLACK = 1e-3
"""Minutes a week that make no difference between two ways to share lines out."""


@dataclass(frozen=True)
class Shares:
    """So many lines for each part."""

    lines: tuple[int, ...]
    otherwise: float
    """No plan that shares the lines out in another way, or moves fewer, leaves less load in all."""
    known: tuple[Known, ...]
    """What each part needs no more to look for."""
    least: float
    """No plan leaves less load, however its lines are shared out."""

    def are_needed(self, loads: Sequence[float]) -> bool:
        """Whether no plan as good in all shares the lines out otherwise: what one part loses another may gain."""
        return len(loads) == len(self.lines) and sum(loads) + SLACK < self.otherwise


class Table:
    """What load a part is left with at least by the number of its lines that move, with weeks filled up to the ceiling."""

    def __init__(self, problem: Problem, most: int) -> None:
        rules = replace(problem.rules, max_moves=None, limit=problem.rules.highest_of_all)
        self.model = Model(replace(problem, rules=rules), groups(problem, list(range(len(problem.cases)))))
        program = self.model.program
        program.at_most(self.model.lines, 0)
        self.matrix, self.most = program.matrix(), np.array([row[1] for row in program.rows])
        self.plans: dict[int, Assignment] = {}
        self.least, self.reached = np.zeros(most + 1), np.full(most + 1, score(problem, as_it_is(problem)).over_minutes)
        self.is_settled = np.zeros(most + 1, dtype=bool)

    def relax(self, ends: float) -> None:
        """Bounds of fractions of lines, which are convex in their number: straight wherever the middle is."""
        last = len(self.least) - 1
        for lines in (0, last):
            self.least[lines] = self._bound(self._solved(lines, ends))
        self._between(0, last, ends)

    def _between(self, low: int, high: int, ends: float) -> None:
        middle = (low + high) // 2
        if middle == low or time.monotonic() > ends:
            return
        straight = np.interp(range(low, high + 1), [low, high], self.least[[low, high]])
        self.least[middle] = self._bound(self._solved(middle, ends))
        if abs(straight[middle - low] - self.least[middle]) <= SLACK:
            self.least[low : high + 1] = (straight - 2 * SLACK).clip(min=0)
            return
        self._between(low, middle, ends)
        self._between(middle, high, ends)

    def settle(self, lines: int, ends: float) -> None:
        """The least load of so many whole lines; fewer lines leave no less."""
        result = self._solved(lines, ends, whole=True)
        self.least[: lines + 1] = np.maximum(self.least[: lines + 1], self._bound(result))
        if result.status == 0:
            self.is_settled[lines] = True
            self.reached[lines:] = np.minimum(self.reached[lines:], result.fun + self.model.objectives[0].constant)
            decoded = self.model.decode(result.x)
            self.plans[lines] = tuple(decoded[place] for place in range(len(decoded)))

    def known(self, lines: int) -> Known:
        """What is known of so many lines: the plan of fewer where none of so many was looked for."""
        found = [one for one in self.plans if one <= lines]
        return Known(float(self.least[lines]), self.plans[max(found)] if found else None)

    def _bound(self, result: OptimizeResult) -> float:
        return max(0.0, least(result) + self.model.objectives[0].constant)

    def _solved(self, lines: int, ends: float, *, whole: bool = False) -> OptimizeResult:
        program, load = self.model.program, self.model.objectives[0]
        return minimised(
            program.costs(load), np.array(program.is_integer) * whole,
            (np.array(program.lower), np.array(program.upper)), self.matrix,
            np.append(self.most[:-1], self.most[-1] + lines), seconds=max(0.1, ends - time.monotonic()),
        )  # fmt: skip


def shared_out(parts: Sequence[Part], most: int, seconds: float) -> Shares | None:
    """The shares with the least load in all; None where fewer lines may be enough for it.

    The bounds choose; those of the chosen shares are settled and the choice is made anew, until it stands. Where time is over
    before, the shares are those of the best plans found.
    """
    ends = time.monotonic() + seconds
    tables = [Table(part.problem, most) for part in parts]
    with ThreadPoolExecutor(2) as two:
        list(two.map(lambda table: table.relax(ends), tables))
        while is_open := [one for one in _least(tables) if not one[0].is_settled[one[1]]]:
            if time.monotonic() > ends or sum(lines for _, lines in _least(tables)) < most:
                break
            is_open.sort(key=lambda one: one[0].least[one[1]])
            # the greatest load after the others, once it has a plan: how much of the limit is left for it hangs on them
            now = is_open[:-1] if is_open[-1][0].plans else is_open
            list(two.map(lambda one: one[0].settle(one[1], ends), now or is_open))
    found, bounds = least_in_all([table.reached.round(2) for table in tables]), [lines for _, lines in _least(tables)]
    chosen = found if sum(found) == most else bounds
    return _shares(tables, chosen) if sum(chosen) == most else None


def _shares(tables: Sequence[Table], chosen: Sequence[int]) -> Shares:
    each, bounds = list(zip(tables, chosen, strict=True)), [table.least for table in tables]
    return Shares(
        tuple(chosen),
        _otherwise(bounds, chosen),
        tuple(table.known(lines) for table, lines in each),
        _cost(bounds, least_in_all(bounds, a_line=0)),
    )


def _otherwise(costs: Sequence[np.ndarray], chosen: Sequence[int]) -> float:
    """The least cost of any shares but the chosen ones: these differ in some part."""
    found = np.inf
    for part, lines in enumerate(chosen):
        others = [cost.copy() for cost in costs]
        others[part][lines] = np.inf
        found = min(found, _cost(others, least_in_all(others, a_line=0)))
    return found


def _cost(costs: Sequence[np.ndarray], shares: Sequence[int]) -> float:
    """What shares cost in all."""
    return sum(float(cost[lines]) for cost, lines in zip(costs, shares, strict=True))


def _least(tables: Sequence[Table]) -> list[tuple[Table, int]]:
    """The shares with the least bounds; of those alike the ones that are settled."""
    costs = [table.least.round(2) + 1e-9 * ~table.is_settled for table in tables]
    return list(zip(tables, least_in_all(costs), strict=True))


def least_in_all(costs: Sequence[np.ndarray], a_line: float = 1e-6) -> list[int]:
    """How many lines each part has, of no more in all than a part's costs are told for, so that the costs are the least, and
    then the lines: ``a_line`` is what one more costs, 0 where the costs are all that matters."""
    most = len(costs[0]) - 1
    best, ways = np.append(0.0, np.full(most, np.inf)), []
    for one in costs:
        sums = np.full((most + 1, most + 1), np.inf)
        for lines, cost in enumerate(one + a_line * np.arange(most + 1)):
            sums[lines, lines:] = best[: most + 1 - lines] + cost
        best, way = sums.min(axis=0), sums.argmin(axis=0)
        ways.append(way)
    left, chosen = int(best.argmin()), []
    for way in reversed(ways):
        chosen.append(int(way[left]))
        left -= chosen[-1]
    return chosen[::-1]
