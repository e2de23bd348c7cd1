"""A plan as it is told: moves with reasons, loads before and after, half-days, and how good it is proven to be."""

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from analytics.rebalance.allowed import is_barred
from analytics.rebalance.loads import group_size, loads
from analytics.rebalance.problem import Case, Problem
from analytics.rebalance.score import Score, score
from analytics.rebalance.solve import Found

MOVES = ("line_id", "student_id", "from_provider", "to_provider", "service", "school", "minutes", "reason")


@dataclass(frozen=True)
class Plan:
    """A suggestion: nothing is changed by it."""

    moves: pd.DataFrame
    """One row a line that would change hands: MOVES; minutes a week on the clock of who takes it."""
    before: pd.DataFrame
    after: pd.DataFrame
    """``loads.COLUMNS``, the same providers."""
    was: Score
    score: Score
    bounds: Score
    """For each figure of the score the least that any plan could reach with the earlier ones no worse."""
    gap: float
    """The largest distance to such a bound, as a share; 0: best possible."""
    status: str
    """nothing to do, best possible, within bound"""
    summary: str


def told(problem: Problem, found: Found) -> Plan:
    """The plan of a solution."""
    was = score(problem, problem.now)
    moves = moved(problem, found.assignment)
    bounds = Score(*found.bounds)  # type: ignore[arg-type]
    status = "nothing to do" if moves.empty else ("best possible" if found.gap == 0 else "within bound")
    return Plan(
        moves, loads(problem, problem.now), loads(problem, found.assignment), was, found.score, bounds, found.gap,
        status, summary(moves, was, found, status),
    )  # fmt: skip


def moved(problem: Problem, assignment: tuple[str | None, ...]) -> pd.DataFrame:
    """A row a line whose therapist changes. Columns: MOVES."""
    before = loads(problem, problem.now).set_index("provider_id")["utilisation"]
    whole = _whole_blocks(problem, assignment)
    rows = [
        (line.line_id, case.student_id, case.provider, to, case.service, case.school,
         line.load(group_size(problem, to, case)), _reason(problem, case, to, before, whole))
        for case, had, to in zip(problem.cases, problem.now, assignment, strict=True)
        if to is not None and to != had
        for line in case.lines
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(MOVES))
    return frame.sort_values(["service", "school", "to_provider", "student_id", "line_id"], ignore_index=True)


def _whole_blocks(problem: Problem, assignment: tuple[str | None, ...]) -> set[object]:
    """The blocks that go to one therapist entirely."""
    takers: dict[object, Counter[str | None]] = {}
    for case, to in zip(problem.cases, assignment, strict=True):
        takers.setdefault(case.block, Counter())[to] += 1
    return {block for block, counts in takers.items() if len(counts) == 1}


def _reason(problem: Problem, case: Case, to: str, before: pd.Series, whole: set[object]) -> str:
    taker, school = problem.name(to), problem.school_names.get(case.school, case.school)
    why = _why(problem, case, before)
    if case.block in whole:
        block = f"{school}'s {case.programme}" if case.programme else school
        return f"{why}; {taker} takes all of {block}"
    there = f"is at {school} already" if case.school in problem.are_at(to) else f"starts at {school}"
    return f"{why}; {taker} {there}{_room(before.get(to))}"


def _why(problem: Problem, case: Case, before: pd.Series) -> str:
    name = problem.name(case.provider)
    if case.provider is None:
        return "Nobody gives this line now"
    if not problem.is_there(case.provider):
        return f"{name} isn't there"
    if is_barred(problem, case.provider, case.school):
        return f"{name} isn't to work at this school"
    load = before.get(case.provider)
    if load is not None and load > problem.rules.ceiling:
        return f"{name} is at {load:.0%} of capacity"
    return "Fewer schools for each therapist"


def _room(load: float | None) -> str:
    return "" if load is None or pd.isna(load) else f", at {load:.0%} of capacity"


def summary(moves: pd.DataFrame, was: Score, found: Found, status: str) -> str:
    """The plan in one or two sentences; "best possible" and "within 2 %" only where that is proven."""
    now = found.score
    if status == "nothing to do":
        said = f"No move is suggested: {_hours(now.over_minutes)} a week are above the ceiling or without a therapist."
        return said if now.over_minutes > 0.5 else "No move is suggested: nobody is above the ceiling."
    return (
        f"{_many(len(moves), 'line')} would change hands, {_many(now.changes, 'student')} would change therapist; "
        f"load above the ceiling or without a therapist falls from {_hours(was.over_minutes)} to "
        f"{_hours(now.over_minutes)} a week, and therapists serve {now.pairs} schools instead of {was.pairs} in all. "
        f"{_proof(found.gap)}"
    )


def _proof(gap: float) -> str:
    if gap == 0:
        return "This is the best possible plan under these rules."
    return f"It is proven to be within {max(1, round(gap * 100 + 0.499)):d} % of the best possible plan."


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _hours(minutes: float) -> str:
    return f"{minutes / 60:,.1f} h"
