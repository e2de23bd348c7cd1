"""The plan that a careful person makes by hand in an afternoon: keep, then the next move that helps most."""

from analytics.rebalance.allowed import is_kept, may_take, must_leave, record_of
from analytics.rebalance.loads import group_size, loads
from analytics.rebalance.problem import Case, Problem

Assignment = tuple[str | None, ...]


class Greedy:
    """Cases without a therapist go to who has most room, those at the school first; then each overloaded therapist hands
    over single cases, largest first, to colleagues at the school, then whole blocks, smallest first, to anybody."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.hands = list(as_it_is(problem))
        frame = loads(problem, self.hands)
        self.load = dict(zip(frame["provider_id"], frame["load_minutes"].astype(float), strict=True))
        self.moves = problem.rules.max_moves
        self.student = problem.rules.evaluation_minutes + problem.rules.meeting_minutes

    def run(self) -> Assignment:
        """The assignment."""
        for place, case in enumerate(self.problem.cases):
            if self.hands[place] is None:
                self._give([place], case, here_only=False)
        for name in sorted(self.load, key=lambda one: -self._over(one)):
            self._relieve(name)
        return tuple(self.hands)

    def _relieve(self, name: str | None) -> None:
        blocks: dict[object, list[int]] = {}
        for place, case in enumerate(self.problem.cases):
            if name is not None and self.hands[place] == name == case.provider and not is_kept(self.problem, case):
                blocks.setdefault(case.block, []).append(place)
        for places in blocks.values():
            for place in sorted(places, key=lambda one: -self._minutes(self.problem.cases[one], name)):
                if self._over(name) > 0:
                    self._give([place], self.problem.cases[place], here_only=True)
        for places in sorted(blocks.values(), key=len):
            whole = all(self.hands[place] == name for place in places)
            if self._over(name) > 0 and whole:
                self._give(places, self.problem.cases[places[0]], here_only=False)

    def _over(self, name: str | None) -> float:
        one = self.problem.therapists.get(name or "")
        if one is None or not one.capacity or not one.is_present:
            return 0.0
        return self.load[name] - self.problem.rules.ceiling * one.capacity

    def _minutes(self, case: Case, name: str | None) -> float:
        return sum(line.load(group_size(self.problem, name, case)) for line in case.lines)

    def _give(self, places: list[int], case: Case, *, here_only: bool) -> None:
        """To who has most room, those at the school before others; nobody is filled beyond a full week."""
        able = [name for name in self.problem.therapists if may_take(self.problem, name, case)]
        ranked = sorted(able, key=lambda name: (case.school not in self.problem.are_at(name), -self._room(name)))
        for name in ranked:
            here = case.school in self.problem.are_at(name)
            needs = sum(self._minutes(self.problem.cases[one], name) for one in places) + self.student * len(places)
            needs += 0 if here else self.problem.rules.travel_minutes
            if (here or not here_only) and needs <= self._room(name) and self._may_move(places):
                self._move(places, name, needs)
                return

    def _room(self, name: str) -> float:
        return self.problem.rules.highest * (self.problem.therapists[name].capacity or 0.0) - self.load.get(name, 0.0)

    def _may_move(self, places: list[int]) -> bool:
        lines = sum(len(self.problem.cases[place].lines) for place in places)
        return self.moves is None or lines <= self.moves

    def _move(self, places: list[int], name: str, needs: float) -> None:
        for place in places:
            case, had = self.problem.cases[place], self.hands[place]
            if had is not None:
                self.load[had] -= self._minutes(case, had)
                self.load[record_of(self.problem, had) or had] -= self.student
            self.hands[place] = name
        if self.moves is not None:
            self.moves -= sum(len(self.problem.cases[place].lines) for place in places)
        self.load[name] += needs


def by_hand(problem: Problem) -> Assignment:
    """The plan by hand."""
    return Greedy(problem).run()


def as_it_is(problem: Problem) -> Assignment:
    """No move; what can't stay with its therapist is without one."""
    return tuple(None if must_leave(problem, case) else case.provider for case in problem.cases)
