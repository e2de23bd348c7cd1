"""The plan as a mixed-integer program: what everybody carries, the objectives, and the limits."""

from collections import defaultdict

import numpy as np

from analytics.rebalance.allowed import record_of
from analytics.rebalance.grouped import Group
from analytics.rebalance.halves import fixed_halves
from analytics.rebalance.hands import Hands
from analytics.rebalance.loads import loads, travel_slopes
from analytics.rebalance.problem import Problem
from analytics.rebalance.program import Program, Sum, value


class Model:
    """The program of a problem's groups; ``objectives`` are expressions in the order of ``score.NAMES``."""

    def __init__(self, problem: Problem, groups: list[Group]) -> None:
        self.problem, self.groups = problem, groups
        self.program = Program()
        self.program.variable(0)  # a program without any variable can't be told to HiGHS
        self.hands = Hands(problem, groups, self.program)
        self.moved, self.left, self.serves = self.hands.moved, self.hands.left, self.hands.serves
        self.work: dict[tuple[str, str], Sum] = defaultdict(Sum)
        """Minutes that each therapist treats at each school."""
        self.load: dict[str, Sum] = {}
        self.most: dict[str, float] = {}
        """The highest load that each therapist may have."""
        self.lines = Sum()
        """How many lines change hands."""
        self.objectives = [Sum() for _ in range(5)]
        self._pairs()
        self._loads()
        self._ceilings()
        self._tighten()
        self._limits()

    def _pairs(self) -> None:
        """Therapists and schools, and the zones that they cross."""
        zones: dict[tuple[str, str], Sum] = {}
        for (provider, school), serves in self.serves.items():
            self.objectives[1].add(serves)
            zone = self.problem.zones.get(school)
            if zone:
                if (provider, zone) not in zones:
                    zones[provider, zone] = self.program.variable(1)
                self.program.at_most(serves, zones[provider, zone])
        for provider in {one for one, _ in zones}:
            crossed = self.program.variable()
            self.objectives[3].add(crossed)
            total = Sum(constant=-1.0)
            for (one, _), variable in zones.items():
                if one == provider:
                    total.add(variable)
            self.program.at_most(total, crossed)

    def _loads(self) -> None:
        """What everybody treats and evaluates afterwards; travel comes on top."""
        therapists = self.problem.therapists
        self.load = {name: Sum(constant=one.supervision_minutes) for name, one in therapists.items()}
        records: dict[tuple[str, str], list[Sum]] = defaultdict(list)
        for number, group in enumerate(self.groups):
            provider, left = group.block[0], self.left[number]
            if group.must_leave:
                self.objectives[0].add(left, group.load(None))
                self._record(records, group, self._record_left(group), left)
                self.objectives[2].add(group.count * self.problem.is_there(group.block[0]))
            else:
                self.load[str(provider)].add(left, group.load(therapists[str(provider)].group_size))
                self._record(records, group, group.record, left)
                self.objectives[2].add(group.count).add(left, -1)
            for taker in (*group.singly, *group.whole):
                moved = self.moved[number, taker]
                self.load[taker].add(moved, group.load(therapists[taker].group_size))
                self._record(records, group, record_of(self.problem, taker), moved)
        for (_, record), parts in records.items():
            self.load[record].add(self._any(parts), self._per_student)

    @property
    def _per_student(self) -> float:
        return self.problem.rules.evaluation_minutes + self.problem.rules.meeting_minutes

    def _record_left(self, group: Group) -> str | None:
        return group.record if group.record != group.block[0] and self.problem.is_there(group.record) else None

    def _record(self, records: dict[tuple[str, str], list[Sum]], group: Group, record: str | None, number: Sum) -> None:
        """Evaluations and meetings of so many students; a student of several cases counts once."""
        if record is None or record not in self.load:
            return
        if group.student:
            records[group.student, record].append(number)
        else:
            self.load[record].add(number, self._per_student)

    def _any(self, parts: list[Sum]) -> Sum:
        """1 where one of several yes-or-no figures is 1."""
        if len(parts) == 1:
            return parts[0]
        found, total = self.program.variable(1), Sum()
        for part in parts:
            self.program.at_most(part, found)
            total.add(part)
        self.program.at_most(found, total)
        return found

    def _ceilings(self) -> None:
        """Minutes above the ceiling, and outside floor and full; nobody above the highest is given more, or brought
        there."""
        rules, before = self.problem.rules, _loads_now(self.problem)
        for name, one in self.problem.therapists.items():
            if not one.is_present or not one.capacity:
                continue
            full = rules.full * one.capacity
            over, below = self.program.variable(), self.program.variable()
            self.most[name] = max(rules.highest * one.capacity, before[name])
            above = self.program.variable(max(0.0, self.most[name] - full))
            load = Sum().add(self.load[name]).add(self._travel(name))
            self.program.at_most(load, Sum(constant=rules.ceiling * one.capacity).add(over))
            self.program.at_most(load, Sum(constant=full).add(above))
            self.program.at_most(Sum(constant=rules.floor * one.capacity).add(self.load[name], -1), below)
            self.objectives[0].add(over)
            self.objectives[4].add(below).add(above)

    def _tighten(self) -> None:
        """A therapist's work at a school fits into the week: true of every plan anyway, and it makes bounds far better."""
        work, therapists = self.work, self.problem.therapists
        for number, group in enumerate(self.groups):
            owner = str(group.block[0])
            if not group.must_leave and group.school:
                work[owner, group.school].add(self.left[number], group.load(therapists[owner].group_size))
            for taker in (*group.singly, *group.whole):
                load = group.load(therapists[taker].group_size)
                work[taker, group.school].add(self.moved[number, taker], load)
        for (provider, school), total in work.items():
            most = self.most.get(provider)
            if most is not None and total.constant + sum(max(0.0, times) for times in total.terms.values()) > most:
                self.program.at_most(total, Sum().add(self.serves[provider, school], most))

    def _schools(self, provider: str) -> Sum:
        total = Sum()
        for (one, _), serves in self.serves.items():
            if one == provider:
                total.add(serves)
        return total

    def _travel(self, provider: str) -> Sum:
        now = len(self.problem.schools_now.get(provider, ()))
        one, schools, travel = self.problem.therapists[provider], self._schools(provider), self.program.variable()
        for slope, start in travel_slopes(one.travel_now, now, self.problem.rules.travel_minutes):
            self.program.at_most(Sum(constant=start).add(schools, slope), travel)
        return travel

    def _limits(self) -> None:
        """Most lines that move, most schools a therapist, fixed days."""
        rules, problem = self.problem.rules, self.problem
        for (number, _), moved in self.moved.items():
            self.lines.add(moved, self.groups[number].lines)
        if rules.max_moves is not None:
            self.program.at_most(self.lines, float(rules.max_moves))
        for name in problem.therapists:
            most = min(problem.therapists[name].week, rules.max_schools or problem.therapists[name].week)
            now = len(problem.schools_now.get(name, ()))
            self.program.at_most(self._schools(name), float(max(most, now)))
            fixed = fixed_halves(problem, name)
            for school in fixed:
                self._stays(name, school)
            if fixed and name in self.most:
                self._elsewhere(name, fixed)

    def _elsewhere(self, name: str, fixed: dict[str, int]) -> None:
        """What is done at other schools fits into the half-days that aren't fixed, or is no more than now."""
        work = Sum()
        for (provider, school), total in self.work.items():
            if provider == name and school not in fixed:
                work.add(total)
        share = 1 - sum(fixed.values()) / self.problem.therapists[name].week
        now = sum(
            group.count * group.load(self.problem.therapists[name].group_size)
            for group in self.groups
            if group.block[0] == name and group.school not in fixed
        )
        self.program.at_most(work, max(self.most[name] * max(0.0, share), now))

    def _stays(self, provider: str, school: str) -> None:
        staying = Sum()
        for number, group in enumerate(self.groups):
            if group.block[0] == provider and group.school == school and not group.must_leave:
                staying.add(self.left[number])
        if staying.terms:
            self.program.at_most(Sum(constant=1.0), staying)

    def decode(self, values: np.ndarray) -> dict[int, str | None]:
        """Who treats each case, by its place, in a solution; of cases alike the first ones move."""
        made: dict[int, str | None] = {}
        for number, group in enumerate(self.groups):
            waiting = list(group.cases)
            for taker in (*group.singly, *group.whole):
                many = round(value(self.moved[number, taker], values))
                made.update(dict.fromkeys(waiting[:many], taker))
                waiting = waiting[many:]
            made.update(dict.fromkeys(waiting, None if group.must_leave else group.block[0]))
        return made


def _loads_now(problem: Problem) -> dict[str, float]:
    frame = loads(problem, problem.now)
    return dict(zip(frame["provider_id"], frame["load_minutes"].astype(float), strict=True))
