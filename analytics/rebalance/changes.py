"""What if: a change of staff or of hands, put into the problem before loads are told or a plan is made."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from analytics.rebalance.allowed import gives
from analytics.rebalance.problem import Case, Problem, Therapist
from data.errors import UserError


@dataclass(frozen=True)
class SetFte:
    """Somebody works another share of a full week."""

    provider: str
    fte: float


@dataclass(frozen=True)
class Add:
    """Somebody comes: a hire, a substitute, a contractor. ``schools``: where the person is to be."""

    name: str
    role: str
    fte: float
    schools: tuple[str, ...] = ()
    supervisor: str | None = None

    @property
    def provider(self) -> str:
        """The id in loads and moves."""
        return f"new: {self.name}"


@dataclass(frozen=True)
class Remove:
    """Somebody is gone: leave, a vacancy. Their lines are nobody's until they are moved."""

    provider: str


@dataclass(frozen=True)
class Move:
    """Lines change hands: the lines named by student and line id, else all that ``provider`` has at ``school``."""

    to: str
    provider: str | None = None
    school: str | None = None
    lines: tuple[tuple[str, str], ...] = ()

    def concerns(self, case: Case, line_id: str, has: str | None) -> bool:
        """Whether a line that somebody has by now is among those that move."""
        if self.lines:
            return (case.student_id, line_id) in self._listed
        whose = self.provider in (has, case.provider) if self.provider else has is None
        return whose and self.school in (None, case.school)

    @cached_property
    def _listed(self) -> frozenset[tuple[str, str]]:
        return frozenset(self.lines)


Change = SetFte | Add | Remove | Move


def staffed(problem: Problem, changes: Iterable[Change]) -> Problem:
    """The problem with the changes of staff carried out. UserError names somebody who isn't there."""
    made = dict(problem.therapists)
    for change in changes:
        if isinstance(change, Add):
            made[change.provider] = _added(problem, change)
        elif isinstance(change, Remove):
            made[change.provider] = replace(_found(made, change.provider), is_present=False)
        elif isinstance(change, SetFte):
            made[change.provider] = _with_fte(problem, _found(made, change.provider), change.fte)
    return replace(problem, therapists=made)


def _found(therapists: dict[str, Therapist], provider: str) -> Therapist:
    if provider not in therapists:
        raise UserError(f"There is no provider {provider!r} on the staff list or in a line in force.")
    return therapists[provider]


def _added(problem: Problem, change: Add) -> Therapist:
    return Therapist(
        change.provider, change.name, change.role, change.fte, change.fte * problem.rules.fte_minutes,
        supervisor=change.supervisor, more_schools=change.schools,
    )  # fmt: skip


def _with_fte(problem: Problem, one: Therapist, fte: float) -> Therapist:
    """The capacity by the person's own week where it is known, else by the policies' week."""
    if fte < 0:
        raise UserError("An FTE can't be below 0; give a share of a full week such as 0.8.")
    week = problem.rules.fte_minutes
    if one.capacity and one.fte:
        week = (one.capacity + one.other_duties_minutes) / one.fte
    return replace(one, fte=fte, capacity=max(0.0, week * fte - one.other_duties_minutes))


def moved(problem: Problem, changes: Iterable[Change]) -> tuple[Problem, tuple[str | None, ...]]:
    """The problem with cases cut where only some of their lines move, and who treats each after the moves.

    UserError: a move to somebody who isn't there or doesn't give the service, or lines that aren't in force.
    """
    moves = [change for change in changes if isinstance(change, Move)]
    cases: list[Case] = []
    hands: list[str | None] = []
    for case, now in zip(problem.cases, problem.now, strict=True):
        for piece, taker in _pieces(case, now, moves):
            _check(problem, piece, now, taker)
            cases.append(piece)
            hands.append(taker)
    known = {(case.student_id, line.line_id) for case in problem.cases for line in case.lines}
    lost = [key for move in moves for key in move.lines if key not in known]
    if lost:
        raise UserError(f"{len(lost)} of the lines aren't in force on this day; take them out of the move.")
    return replace(problem, cases=tuple(cases)), tuple(hands)


def _pieces(case: Case, now: str | None, moves: list[Move]) -> list[tuple[Case, str | None]]:
    """A case by who treats its lines afterwards; of several moves the last one counts."""
    takers: dict[str | None, list[int]] = {}
    for place, line in enumerate(case.lines):
        taker = now
        for move in moves:
            if move.concerns(case, line.line_id, taker):
                taker = move.to
        takers.setdefault(taker, []).append(place)
    return [
        (replace(case, lines=tuple(case.lines[place] for place in places)), taker) for taker, places in takers.items()
    ]


def _check(problem: Problem, case: Case, now: str | None, taker: str | None) -> None:
    if taker == now or taker is None:
        return
    if not problem.is_there(taker):
        raise UserError(f"{problem.name(taker)} isn't there on this day, so nothing can move there.")
    if not gives(problem, taker, case.service):
        raise UserError(f"{problem.name(taker)} doesn't give {case.service}; choose somebody who does.")
