"""Which figures of a program a small search leaves open: those of some caseloads, or of plans that part no school."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from analytics.rebalance.allowed import must_leave
from analytics.rebalance.grouped import Group
from analytics.rebalance.model import Model
from analytics.rebalance.program import Limits

Assignment = Sequence[str | None]


def values_of(model: Model, assignment: Assignment) -> np.ndarray:
    """The whole variables of an assignment; the others are nought."""
    values, hands = np.zeros(len(model.program.lower)), model.hands
    for school, numbers in hands.at.items():
        has = {assignment[place] for number in numbers for place in model.groups[number].cases}
        one = next(iter(has))
        if len(has) == 1 and (school, one) in hands.alone:
            values[hands.alone[school, one].variable] = 1.0
        elif school:
            _put_shared(model, values, school, assignment)
    return values


def _put_shared(model: Model, values: np.ndarray, school: str, assignment: Assignment) -> None:
    hands = model.hands
    for number in hands.at[school]:
        group = model.groups[number]
        takers = [assignment[place] for place in group.cases]
        for taker in {one for one in takers if one is not None}:
            if (taker, school) in hands.shares:
                values[hands.shares[taker, school].variable] = 1.0
            if (number, taker) in hands.parts:
                values[hands.parts[number, taker].variable] = takers.count(taker)
            if (group.block, taker) in hands.blocks:
                values[hands.blocks[group.block, taker].variable] = 1.0


def around(model: Model, best: Assignment, opened: set[str], limits: Limits) -> Limits:
    """Limits that leave to the caseloads opened whatever they may exchange, and hold the rest as in the best plan."""
    lower, upper, hands, values = limits[0].copy(), limits[1].copy(), model.hands, values_of(model, best)
    holders = _holders(model, best)
    for (school, taker), alone in hands.alone.items():
        if not (holders[school] <= opened and (taker is None or taker in opened)):
            lower[alone.variable] = upper[alone.variable] = values[alone.variable]
    goes = [(model.groups[number].block[0], taker, part.variable) for (number, taker), part in hands.parts.items()]
    goes += [(block[0], taker, moves.variable) for (block, taker), moves in hands.blocks.items()]
    for owner, taker, place in goes:
        gives = owner in opened or not model.problem.is_there(owner)
        if not (gives and taker in opened):
            upper[place] = values[place]
        if not gives and taker not in opened:
            lower[place] = values[place]
    for (provider, _), shares in hands.shares.items():
        if provider not in opened:
            lower[shares.variable] = upper[shares.variable] = values[shares.variable]
    return lower, upper


def _holders(model: Model, best: Assignment) -> dict[str, set[str]]:
    """Who has something at each school."""
    made: dict[str, set[str]] = defaultdict(set)
    for case, provider in zip(model.problem.cases, best, strict=True):
        if provider is not None:
            made[case.school].add(provider)
    return made


def undivided(model: Model, limits: Limits, *, but_where_cases_wait: bool) -> Limits:
    """Limits under which a school is with one therapist wherever somebody could have it alone."""
    upper, hands = limits[1].copy(), model.hands
    alone = {school for school, taker in hands.alone if taker is not None}
    if but_where_cases_wait:
        alone -= {case.school for case in model.problem.cases if must_leave(model.problem, case)}
    for (_, school), shares in hands.shares.items():
        if school in alone:
            upper[shares.variable] = 0.0
    return limits[0].copy(), upper


def parted_at_most(model: Model, pairs: float, limits: Limits, *, nobody_waits: bool) -> None:
    """Each school more that is shared is a pair more: with as many pairs as schools that must be served none is shared,
    those apart where cases may wait."""
    certain = {
        school: [(nobody_waits and group.load(None) > 0) or not group.must_leave for group in _groups(model, numbers)]
        for school, numbers in model.hands.at.items()
        if school
    }
    if pairs > sum(map(any, certain.values())):
        return
    for (_, school), shares in model.hands.shares.items():
        if all(certain[school]):
            limits[1][shares.variable] = 0.0


def _groups(model: Model, numbers: list[int]) -> list[Group]:
    return [model.groups[number] for number in numbers]
