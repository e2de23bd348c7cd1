"""The plan of a whole problem, part by part, and how good it is proven to be."""

import time
from collections.abc import Callable
from dataclasses import astuple, dataclass
from functools import partial

import numpy as np

from analytics.rebalance.allowed import must_leave
from analytics.rebalance.parts import Part, parts
from analytics.rebalance.problem import Problem
from analytics.rebalance.score import NAMES, Score, score
from analytics.rebalance.search import Assignment, Search


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


def solve(problem: Problem, seconds: float, tell: Callable[[Found], None] = lambda found: None) -> Found:
    """The best plan found in so many seconds; each part of the problem has its share by number of cases.

    ``tell`` hears of every better plan on the way and of all that is proven, as soon as it is, so that nothing is lost where
    the search is ended; the first plan is one as made by hand.
    """
    start, assignment = time.monotonic(), list(as_it_is(problem))
    searches: list[Search] = []

    def better(part: Part, found: Assignment) -> None:
        for place, provider in zip(part.places, found, strict=True):
            assignment[place] = provider
        tell(_proven(problem, assignment, searches))

    for part in parts(problem):
        held = tuple(assignment[place] for place in part.places)
        searches.append(Search(part.problem, held, partial(better, part), start + seconds))
    for share, work in ((FIRST, Search.begin), (1.0, Search.run)):
        cases = len(problem.cases)
        for search in searches:
            left = max(0.0, share * seconds - (time.monotonic() - start))
            work(search, left * len(search.best) / max(1, cases))
            cases -= len(search.best)
            tell(_proven(problem, assignment, searches))
    return _proven(problem, assignment, searches)


def _proven(problem: Problem, assignment: list[str | None], searches: list[Search]) -> Found:
    """The assignment with what the searches have proven so far, added up."""
    bounds = np.sum([NOTHING, *(search.bounds for search in searches)], axis=0)
    return Found(tuple(assignment), score(problem, assignment), tuple(map(float, bounds)))


def found_of(problem: Problem, assignment: Assignment) -> Found:
    """An assignment of which nothing is proven."""
    return Found(assignment, score(problem, assignment), NOTHING)


def as_it_is(problem: Problem) -> Assignment:
    """No move; what can't stay with its therapist is without one."""
    return tuple(None if must_leave(problem, case) else case.provider for case in problem.cases)
