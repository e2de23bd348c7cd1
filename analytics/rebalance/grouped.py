"""Cases that are alike as one integer, and the blocks that they make: the same plans in a far smaller model."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from analytics.rebalance.allowed import is_kept, may_take, must_leave
from analytics.rebalance.loads import group_size
from analytics.rebalance.problem import Case, Problem

Block = tuple[str | None, str, str, str]
Takers = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Group:
    """Cases alike in all that a plan looks at."""

    block: Block
    record: str | None
    cases: tuple[int, ...]
    """Their places in the problem."""
    lines: int
    """Lines of one case."""
    own_minutes: float
    """Minutes of one case that don't depend on the groups of who treats."""
    grouped_minutes: float
    size_now: float
    student: str
    """Set where the student has several cases, since a therapist of record counts the student once."""
    is_kept: bool
    must_leave: bool
    singly: tuple[str, ...]
    """Who may take one of them: therapists who are at the school already; anybody, where nobody has them now."""
    whole: tuple[str, ...]
    """Who may take them only as part of the whole block."""

    @property
    def count(self) -> int:
        """How many cases."""
        return len(self.cases)

    @property
    def school(self) -> str:
        """Where they are."""
        return self.block[2]

    def load(self, size: float | None) -> float:
        """Minutes a week that one case puts on a therapist with such groups (None: no group logged)."""
        return self.own_minutes + self.grouped_minutes / (size or self.size_now)


def groups(problem: Problem, chosen: list[int]) -> list[Group]:
    """The chosen cases of a problem, grouped; in the order of their first case."""
    several = Counter(problem.cases[place].student_id for place in chosen)
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place in chosen:
        case = problem.cases[place]
        alone = (place, case.student_id) if several[case.student_id] > 1 else (0, "")
        alike[(case.block, case.record, len(case.lines), _own(case), _grouped(case), *alone)].append(place)
    takers: dict[Block, Takers] = {}
    return [_group(problem, key, places, takers) for key, places in alike.items()]


def _own(case: Case) -> float:
    return round(sum(x.individual_minutes + x.indirect_minutes + x.documentation_minutes for x in case.lines), 6)


def _grouped(case: Case) -> float:
    return round(sum(line.grouped_minutes for line in case.lines), 6)


def _group(problem: Problem, key: tuple[object, ...], places: list[int], takers: dict[Block, Takers]) -> Group:
    case = problem.cases[places[0]]
    if case.block not in takers:
        takers[case.block] = _takers(problem, case)
    singly, whole = takers[case.block]
    return Group(
        case.block, case.record, tuple(places), len(case.lines), _own(case), _grouped(case),
        group_size(problem, case.provider, case), str(key[-1]), is_kept(problem, case), must_leave(problem, case),
        singly, whole,
    )  # fmt: skip


def _takers(problem: Problem, case: Case) -> Takers:
    if is_kept(problem, case) or not case.school:
        return (), ()
    able = [provider for provider in problem.therapists if may_take(problem, provider, case)]
    if must_leave(problem, case):
        return tuple(able), ()
    here = [provider for provider in able if case.school in problem.are_at(provider)]
    return tuple(here), tuple(provider for provider in able if provider not in here)
