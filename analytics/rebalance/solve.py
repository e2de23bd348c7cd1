"""The plan of a whole problem, part by part, and how good it is proven to be."""

import time
from collections.abc import Callable
from dataclasses import astuple, dataclass, replace
from functools import partial

import numpy as np

from analytics.rebalance.by_hand import as_it_is
from analytics.rebalance.parts import Part, parts, whole
from analytics.rebalance.problem import Problem
from analytics.rebalance.score import NAMES, Score, score
from analytics.rebalance.search import Assignment, Known, Search
from analytics.rebalance.shares import Shares, shared_out


@dataclass(frozen=True)
class Found:
    """An assignment, its score, and for each objective the least that any plan could reach with the earlier ones no
    worse."""

    assignment: Assignment
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
    return 0.0 if found - bound <= 1e-4 * max(1.0, abs(found)) else (found - bound) / abs(found)


NOTHING = (0.0,) * len(NAMES)
"""What is known of any plan."""
FIRST = 0.2
"""Of the time for a plan of everything; the rest makes it better and proves how good it is."""
TOLD = 0.9
"""Of the time until load, pairs and students who change, which a plan is told by, are done with; zones and levels wait."""
SHARING = 0.4
"""Of the time at most for sharing a limit of lines out."""


def solve(problem: Problem, seconds: float, tell: Callable[[Found], None] = lambda found: None) -> Found:
    """The best plan found in so many seconds; each part of the problem has its share by number of cases.

    ``tell`` hears of every better plan on the way and of all that is proven, as soon as it is, so that nothing is lost where
    the search is ended; the first plan is one as made by hand. Of a limit of the lines that move each part has the share
    that leaves the least load in all; where not all are needed for that, everything is one part.
    """
    ends, found, most = time.monotonic() + seconds, parts(problem), problem.rules.max_moves
    if most is None or len(found) == 1:
        return Solving(problem, found, ends, tell).run()
    together = Solving(problem, [whole(problem)], ends, tell)
    shares = shared_out(found, most, SHARING * seconds)
    if shares is None:
        return together.run()
    apart = [_limited(part, lines) for part, lines in zip(found, shares.lines, strict=True)]
    return Solving(problem, apart, ends, tell, together.found, shares).run()


def _limited(part: Part, most: int) -> Part:
    return replace(part, problem=replace(part.problem, rules=replace(part.problem.rules, max_moves=most)))


class Solving:
    """The searches of the parts, and what they have found together."""

    def __init__(
        self, problem: Problem, parts: list[Part], ends: float, tell: Callable[[Found], None],
        first: Found | None = None, shares: Shares | None = None,
    ) -> None:  # fmt: skip
        self.problem, self.ends, self.tell, self.first, self.shares = problem, ends, tell, first, shares
        self.assignment: list[str | None] = list(as_it_is(problem))
        self.searches: list[Search] = []
        for number, part in enumerate(parts):
            held = tuple(self.assignment[place] for place in part.places)
            known = shares.known[number] if shares else Known()
            self.searches.append(Search(part.problem, held, partial(self._better, part), ends, known))

    def run(self) -> Found:
        """A plan of everything soon, then better ones."""
        start = time.monotonic()
        seconds = max(0.0, self.ends - start)
        for share, work in ((FIRST, Search.begin), (TOLD, Search.run), (1.0, Search.finish)):
            cases = len(self.problem.cases)
            for search in self.searches:
                left = max(0.0, share * seconds - (time.monotonic() - start))
                work(search, left * len(search.best) / max(1, cases))
                cases -= len(search.best)
                self.tell(self.found)
        return self.found

    def _better(self, part: Part, found: Assignment) -> None:
        for place, provider in zip(part.places, found, strict=True):
            self.assignment[place] = provider
        self.tell(self.found)

    @property
    def found(self) -> Found:
        """The plan of all parts with what is proven of it; the first plan while that is better."""
        reached, bounds = score(self.problem, self.assignment), self._bounds()
        if self.first is not None and self.first.score.is_better_than(reached):
            return replace(self.first, bounds=(bounds[0], *NOTHING[1:]))
        return Found(tuple(self.assignment), reached, bounds)

    def _bounds(self) -> tuple[float, ...]:
        """What the searches have proven so far, added up; with shares of a limit for the load of any, and for the rest only
        where no other shares would do."""
        load, *rest = map(float, np.sum([NOTHING, *(search.bounds for search in self.searches)], axis=0))
        if self.shares is None:
            return (load, *rest)
        is_certain = self.shares.are_needed([search.score.over_minutes for search in self.searches])
        return (self.shares.least, *(rest if is_certain else NOTHING[1:]))


def found_of(problem: Problem, assignment: Assignment) -> Found:
    """An assignment of which nothing is proven."""
    return Found(assignment, score(problem, assignment), NOTHING)
