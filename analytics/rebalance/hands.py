"""Who takes what in a program: a school as a whole, a block of it, or single cases."""

from collections import defaultdict

from analytics.rebalance.grouped import Block, Group
from analytics.rebalance.problem import Problem
from analytics.rebalance.program import Program, Sum


class Hands:
    """The figures of a program that say who has what.

    A school is with one therapist alone, or several share it. The first is one figure for all that is there: plans rarely
    part a school, and so the program is smaller and its bounds are far better than with each group by itself.
    """

    def __init__(self, problem: Problem, groups: list[Group], program: Program) -> None:
        self.problem, self.groups, self.program = problem, groups, program
        self.at: dict[str, list[int]] = defaultdict(list)
        """The groups of each school."""
        for number, group in enumerate(groups):
            self.at[group.school].append(number)
        self.alone: dict[tuple[str, str | None], Sum] = {}
        """Whether a therapist has all of a school; None: nobody has any of it."""
        self.shares: dict[tuple[str, str], Sum] = {}
        """Whether a therapist is one of several at a school."""
        self.parts: dict[tuple[int, str], Sum] = {}
        """How many cases of a group go to a therapist who shares the school."""
        self.blocks: dict[tuple[Block, str], Sum] = {}
        """Whether a therapist who is new to a shared school takes the whole block."""
        self.moved: dict[tuple[int, str], Sum] = {}
        """How many cases of a group go to a therapist in any way."""
        self.left: list[Sum] = []
        """How many cases of a group stay (or go on without anybody)."""
        self.serves: dict[tuple[str, str], Sum] = defaultdict(Sum)
        """Whether a therapist is at a school."""
        self._alone()
        self._parted()
        self._left()
        for school in self.at:
            self._shared(school)

    def may_be_shared(self, school: str) -> bool:
        """Whether a plan could part what is at a school: never where it is one block that nobody there could share."""
        found = [self.groups[number] for number in self.at[school]]
        one = found[0]
        return bool(one.singly) or one.must_leave or any(group.block != one.block for group in found)

    def _alone(self) -> None:
        for school, numbers in self.at.items():
            found = [self.groups[number] for number in numbers]
            able = [one for one in self.problem.therapists if all(_may_have(group, one) for group in found)]
            for taker in able if school else ():
                self.alone[school, taker] = self.program.variable(1, whole=True)
                self.serves[taker, school].add(self.alone[school, taker])
            if school and all(group.must_leave for group in found):
                self.alone[school, None] = self.program.variable(1, whole=True)

    def _parted(self) -> None:
        """Single cases and blocks of the schools that are shared."""
        for number, group in enumerate(self.groups):
            if not group.school or not self.may_be_shared(group.school):
                continue
            for taker in group.singly:
                self.parts[number, taker] = self.program.variable(group.count, whole=True)
            for taker in group.whole:
                if (group.block, taker) not in self.blocks:
                    self.blocks[group.block, taker] = self.program.variable(1, whole=True)

    def _left(self) -> None:
        """What stays: all but what goes in any way."""
        gone: dict[Block, Sum] = {}
        for number, group in enumerate(self.groups):
            if group.block not in gone:
                gone[group.block] = self._gone(group)
            left = Sum(constant=float(group.count)).add(gone[group.block], -group.count)
            for taker in (*group.singly, *group.whole):
                moved = self.moved[number, taker] = Sum()
                if (group.school, taker) in self.alone:
                    moved.add(self.alone[group.school, taker], group.count)
                if (group.block, taker) in self.blocks:
                    moved.add(self.blocks[group.block, taker], group.count)
                if (number, taker) in self.parts:
                    moved.add(self.parts[number, taker])
                    left.add(self.parts[number, taker], -1)
            self.program.at_most(Sum().add(left, -1), 0)
            self.left.append(left)

    def _gone(self, group: Group) -> Sum:
        """Whether a block goes to somebody, as a whole or with the school."""
        total = Sum()
        for taker in (*group.singly, *group.whole):
            total.add(self.alone.get((group.school, taker), 0.0)).add(self.blocks.get((group.block, taker), 0.0))
        if not total.terms:
            return total
        gone = self.program.variable(1)
        self.program.at_most(total, gone)
        self.program.at_most(gone, total)
        return gone

    def _shared(self, school: str) -> None:
        """A school that nobody has alone is shared by two or more; cases that wait count as one of them."""
        if not school:
            return
        is_shared = Sum(constant=1.0)
        for (place, _), has in self.alone.items():
            if place == school:
                is_shared.add(has, -1)
        self.program.at_most(Sum().add(is_shared, -1), 0)
        if not self.may_be_shared(school):
            self.program.at_most(is_shared, 0)
            return
        several = Sum()
        for number in self.at[school]:
            self._is_there(number)
        for (provider, place), shares in self.shares.items():
            if place == school:
                self.serves[provider, school].add(shares)
                self.program.at_most(shares, is_shared)
                several.add(shares)
        if any(self.groups[number].must_leave for number in self.at[school]):
            several.add(self._waits(school))
        self.program.at_most(Sum().add(is_shared, 2), several)

    def _is_there(self, number: int) -> None:
        """Whoever has something of a group in a shared school is there."""
        group = self.groups[number]
        if not group.must_leave:
            owner = str(group.block[0])
            stays = Sum().add(self.left[number])
            if (group.school, owner) in self.alone:
                stays.add(self.alone[group.school, owner], -group.count)
            self.program.at_most(stays, Sum().add(self._share(owner, group.school), group.count))
        for taker in group.singly:
            self.program.at_most(self.parts[number, taker], Sum().add(self._share(taker, group.school), group.count))
        for taker in group.whole:
            if number == next(one for one in self.at[group.school] if self.groups[one].block == group.block):
                self.program.at_most(self.blocks[group.block, taker], self._share(taker, group.school))

    def _share(self, provider: str, school: str) -> Sum:
        if (provider, school) not in self.shares:
            self.shares[provider, school] = self.program.variable(1, whole=True)
        return self.shares[provider, school]

    def _waits(self, school: str) -> Sum:
        """Whether any case of a shared school goes on without anybody."""
        waits = self.program.variable(1)
        for number in self.at[school]:
            group = self.groups[number]
            if group.must_leave:
                left = Sum().add(self.left[number]).add(self.alone.get((school, None), 0.0), -group.count)
                self.program.at_most(left, Sum().add(waits, group.count))
        return waits


def _may_have(group: Group, provider: str) -> bool:
    """Whether a therapist may have all cases of a group."""
    stays = provider == group.block[0] and not group.must_leave
    return stays or provider in group.singly or provider in group.whole
