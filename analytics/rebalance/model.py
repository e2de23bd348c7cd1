"""The plan as a mixed-integer program: groups and blocks, therapists and schools, in HiGHS's terms."""

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import coo_array, csr_array

from analytics.rebalance.allowed import record_of
from analytics.rebalance.grouped import Block, Group
from analytics.rebalance.halves import fixed_halves
from analytics.rebalance.loads import loads, travel_slopes
from analytics.rebalance.problem import Problem

INFINITE = np.inf


@dataclass
class Sum:
    """A linear expression."""

    terms: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    constant: float = 0.0

    def add(self, other: "Sum | float", times: float = 1.0) -> "Sum":
        """Add another expression, so many times."""
        if isinstance(other, Sum):
            self.constant += times * other.constant
            for place, value in other.terms.items():
                self.terms[place] += times * value
        else:
            self.constant += times * other
        return self


class Program:
    """Variables and rows, collected one by one."""

    def __init__(self) -> None:
        self.lower: list[float] = []
        self.upper: list[float] = []
        self.is_integer: list[int] = []
        self.rows: list[tuple[dict[int, float], float]] = []
        """Left side and the most that it may be."""

    def variable(self, upper: float = INFINITE, *, lower: float = 0.0, whole: bool = False) -> Sum:
        """A new variable, as an expression."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.is_integer.append(int(whole))
        return Sum(defaultdict(float, {len(self.lower) - 1: 1.0}))

    def at_most(self, left: Sum, right: Sum | float) -> None:
        """left <= right"""
        row = Sum().add(left).add(right, -1)
        self.rows.append((dict(row.terms), -row.constant))

    def matrix(self) -> csr_array:
        """The left sides of all rows."""
        rows = self.rows
        sizes = [len(terms) for terms, _ in rows]
        at = np.repeat(np.arange(len(rows)), sizes)
        columns = np.fromiter((place for terms, _ in rows for place in terms), dtype=np.int64, count=sum(sizes))
        values = np.fromiter((x for terms, _ in rows for x in terms.values()), dtype=float, count=sum(sizes))
        return coo_array((values, (at, columns)), shape=(len(rows), len(self.lower))).tocsr()

    def costs(self, expression: Sum) -> np.ndarray:
        """An expression's factors, one a variable."""
        made = np.zeros(len(self.lower))
        for place, times in expression.terms.items():
            made[place] = times
        return made


class Model:
    """The program of a problem's groups; ``objectives`` are expressions in the order of ``score.NAMES``."""

    def __init__(self, problem: Problem, groups: list[Group]) -> None:
        self.problem, self.groups = problem, groups
        self.program = Program()
        self.program.variable(0)  # a program without any variable can't be told to HiGHS
        self.moved: dict[tuple[int, str], Sum] = {}
        """How many cases of a group go to a therapist."""
        self.blocks: dict[tuple[Block, str], Sum] = {}
        """Whether a therapist who is new to the school takes the whole block."""
        self.work: dict[tuple[str, str], Sum] = defaultdict(Sum)
        """Minutes that each therapist treats at each school."""
        self.left: list[Sum] = []
        """How many cases of a group stay (or go on without anybody)."""
        self.load: dict[str, Sum] = {}
        self.most: dict[str, float] = {}
        """The highest load that each therapist may have."""
        self.serves: dict[tuple[str, str], Sum] = {}
        self.objectives = [Sum() for _ in range(5)]
        self._hands()
        self._pairs()
        self._loads()
        self._ceilings()
        self._tighten()
        self._limits()

    def _hands(self) -> None:
        """Who takes what: single cases, or a block as a whole."""
        gone = self._blocks()
        for number, group in enumerate(self.groups):
            left = Sum(constant=float(group.count))
            for taker in group.singly:
                self.moved[number, taker] = self.program.variable(group.count, whole=True)
                left.add(self.moved[number, taker], -1)
            for taker in group.whole:
                self.moved[number, taker] = Sum().add(self.blocks[group.block, taker], group.count)
            if group.whole:
                left.add(gone[group.block], -group.count)
            self.program.at_most(Sum().add(left, -1), 0)
            self.left.append(left)

    def _blocks(self) -> dict[Block, Sum]:
        """For each block whether a therapist new to the school takes it, and whether any does."""
        gone: dict[Block, Sum] = {}
        for group in self.groups:
            if not group.whole or group.block in gone:
                continue
            gone[group.block], total = self.program.variable(1), Sum()
            for taker in group.whole:
                self.blocks[group.block, taker] = self.program.variable(1, whole=True)
                total.add(self.blocks[group.block, taker])
            self.program.at_most(total, gone[group.block])
            self.program.at_most(gone[group.block], total)
        return gone

    def _pairs(self) -> None:
        """Who serves which school afterwards, in which zones."""
        for number, group in enumerate(self.groups):
            if not group.must_leave and group.school:
                self.program.at_most(
                    self.left[number], Sum().add(self._at(str(group.block[0]), group.school), group.count)
                )
            for taker in group.singly:
                self.program.at_most(self.moved[number, taker], Sum().add(self._at(taker, group.school), group.count))
        for (block, taker), goes in self.blocks.items():
            self.program.at_most(goes, self._at(taker, block[2]))
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

    def _at(self, provider: str, school: str) -> Sum:
        if (provider, school) not in self.serves:
            self.serves[provider, school] = self.program.variable(1, whole=True)
        return self.serves[provider, school]

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
        """Minutes above the ceiling, and outside floor and full; nobody above full is given more, or brought there."""
        rules, before = self.problem.rules, _loads_now(self.problem)
        for name, one in self.problem.therapists.items():
            if not one.is_present or not one.capacity:
                continue
            full = rules.full * one.capacity
            over, below = self.program.variable(), self.program.variable()
            above = self.program.variable(max(0.0, before[name] - full))
            self.most[name] = max(full, before[name])
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
        if rules.max_moves is not None:
            total = Sum()
            for (number, _), moved in self.moved.items():
                total.add(moved, self.groups[number].lines)
            self.program.at_most(total, float(rules.max_moves))
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


def value(expression: Sum, values: np.ndarray) -> float:
    """What an expression is worth in a solution."""
    return expression.constant + float(sum(times * values[place] for place, times in expression.terms.items()))
