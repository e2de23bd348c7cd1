"""A plan as it is told: moves with reasons, loads before and after, half-days, and how good it is proven to be."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analytics.rebalance import halves
from analytics.rebalance.allowed import is_barred
from analytics.rebalance.changes import moved as moved_by
from analytics.rebalance.loads import Assignment, group_size, loads
from analytics.rebalance.problem import Case, Problem, Rules
from analytics.rebalance.score import Score, score
from analytics.rebalance.solve import Found
from analytics.rebalance.terms import Terms
from analytics.rebalance.whatif import as_changes, beside, still_possible

MOVES = ("line_id", "student_id", "from_provider", "to_provider", "service", "school", "minutes", "reason")
NOTHING, BEST, BOUND = "nothing to do", "best possible", "within a bound"


@dataclass(frozen=True)
class Plan:
    """A suggestion: nothing is changed by it."""

    problem: Problem
    assignment: Assignment
    moves: pd.DataFrame
    """One row a line that would change hands: MOVES; minutes a week on the clock of who takes it."""
    before: pd.DataFrame
    """``loads.COLUMNS`` as it is today."""
    after: pd.DataFrame
    was: Score
    score: Score
    bounds: Score
    """For each figure of the score the least that any plan could reach with the earlier ones no worse."""
    gap: float
    """How far the plan is from the best by what is proven: the largest distance of a figure from its bound, of load, pairs
    and students who change, as a share of the figure; 0 where those three are proven best."""
    status: str
    """nothing to do, best possible (all five figures proven), or within a bound"""
    summary: str

    @cached_property
    def half_days(self) -> pd.DataFrame:
        """School by therapist with half-days, now and afterwards: ``halves.COLUMNS``."""
        return halves.table(self.problem, self.assignment)

    @cached_property
    def beside(self) -> pd.DataFrame:
        """Loads before and after side by side: ``whatif.BESIDE``."""
        return beside(self.before, self.after)

    @cached_property
    def continuity(self) -> dict[str, int]:
        """Students, each service counted, who keep their therapist, change, find one, and have none."""
        pairs = list(zip(self.problem.now, self.assignment, strict=True))
        return {
            "keep": sum(had is not None and had == has for had, has in pairs),
            "change": sum(had is not None and has is not None and had != has for had, has in pairs),
            "find": sum(had is None and has is not None for had, has in pairs),
            "without": sum(has is None for _, has in pairs),
        }


def told(today: Problem, problem: Problem, found: Found) -> Plan:
    """The plan of a solution; ``today`` is the problem before anybody left, came or changed the FTE."""
    moves = moved(today, problem, found.assignment)
    before, after = loads(today, today.now), loads(problem, found.assignment)
    was, gap = score(problem, problem.now), max(found.gaps[:3])
    status = NOTHING if moves.empty else (BEST if max(found.gaps) == 0 else BOUND)
    return Plan(
        problem, found.assignment, moves, before, after, was, found.score, Score.of(found.bounds), gap, status,
        summary(moves, was, found, filled(problem.rules, before, after)),
    )  # fmt: skip


def reopened(today: Problem, moves: pd.DataFrame, terms: Terms, summary: str) -> Plan:
    """A plan of moves that were kept, on the problem of today, with the sentences of the day on which it was found."""
    problem = terms.put_into(today)
    held = still_possible(problem, moves)
    cut, hands = moved_by(problem, as_changes(held))
    before, after, reached = loads(today, today.now), loads(cut, hands), score(cut, hands)
    return Plan(
        cut, hands, held.reset_index(drop=True), before, after, score(problem, problem.now), reached, reached, 0.0, BOUND,
        summary,
    )  # fmt: skip


def filled(rules: Rules, before: pd.DataFrame, after: pd.DataFrame) -> int:
    """How many therapists are brought above a full week: only where not everything fits into full weeks."""
    had = before.set_index("provider_id")["utilisation"].astype(float)
    has = after.dropna(subset=["provider_id"]).set_index("provider_id")["utilisation"].astype(float)
    highest = had.reindex(has.index).fillna(0.0).clip(lower=rules.full)
    return int((has > highest + 1e-6).sum())


def moved(today: Problem, problem: Problem, assignment: Assignment) -> pd.DataFrame:
    """A row a line whose therapist changes. Columns: MOVES."""
    frame = loads(today, today.now)
    fullness = dict(zip(frame["provider_id"], frame["utilisation"], strict=True))
    whole = _whole_blocks(problem, assignment)
    rows = [
        (line.line_id, case.student_id, case.provider, to, case.service, case.school,
         line.load(group_size(problem, to, case)), _reason(problem, case, to, fullness, whole))
        for case, had, to in zip(problem.cases, problem.now, assignment, strict=True)
        if to is not None and to != had
        for line in case.lines
    ]  # fmt: skip
    made = pd.DataFrame(rows, columns=list(MOVES))
    return made.sort_values(["service", "school", "to_provider", "student_id", "line_id"], ignore_index=True)


def _whole_blocks(problem: Problem, assignment: Assignment) -> set[object]:
    """The blocks that go to one therapist entirely."""
    takers: dict[object, Counter[str | None]] = {}
    for case, to in zip(problem.cases, assignment, strict=True):
        takers.setdefault(case.block, Counter())[to] += 1
    return {block for block, counts in takers.items() if len(counts) == 1}


def _reason(problem: Problem, case: Case, to: str, fullness: dict[str, float], whole: set[object]) -> str:
    """Why it leaves and why it goes there."""
    taker, school = problem.name(to), problem.school_names.get(case.school, case.school)
    if case.block in whole:
        place = f"the {case.programme} at {school}" if case.programme else f"all of this caseload at {school}"
        return f"{_why(problem, case, fullness)}; {taker} takes {place}"
    there = f"is at {school} already" if case.school in problem.are_at(to) else f"would come to {school}"
    return f"{_why(problem, case, fullness)}; {taker} {there}{_room(fullness.get(to))}"


def _why(problem: Problem, case: Case, fullness: dict[str, float]) -> str:
    name = problem.name(case.provider)
    if case.provider is None:
        return "Nobody gives this line now"
    if not problem.is_there(case.provider):
        return f"{name} isn't there"
    if is_barred(problem, case.provider, case.school):
        return f"{name} isn't to work at this school"
    load = fullness.get(case.provider)
    if load is not None and load > problem.rules.ceiling:
        return f"{name} is at {load:.0%} of capacity"
    return f"So that {name} serves fewer schools or has room for others"


def _room(load: float | None) -> str:
    return "" if load is None or pd.isna(load) else f", at {load:.0%} of capacity"


def summary(moves: pd.DataFrame, was: Score, found: Found, above_full: int) -> str:
    """The plan in a few sentences; "best possible" and "within 2 %" only where that is proven. ``above_full``: how many
    therapists are brought above a full week."""
    now = found.score
    if moves.empty:
        over = f"{_hours(now.over_minutes)} a week stay above the ceiling or without a therapist"
        return (
            f"No move is suggested: {over if now.over_minutes > 0.5 else 'nobody is above the ceiling'}. {proof(found)}"
        )
    more = f" {_many(above_full, 'therapist')} would come above 100% of capacity." if above_full else ""
    pairs = f"stay at {now.pairs}" if now.pairs == was.pairs else f"go from {was.pairs} to {now.pairs}"
    return (
        f"{_many(len(moves), 'line')} would change hands and {_many(now.changes, 'student')} their therapist. Load above "
        f"the ceiling or without a therapist goes from {_hours(was.over_minutes)} to {_hours(now.over_minutes)} a week; "
        f"therapist-school pairs {pairs}.{more} {proof(found)}"
    )


def proof(found: Found) -> str:
    """How good the plan is known to be, in words; each figure is judged with those before it held."""
    gaps, now, least = found.gaps[:3], found.score, found.bounds
    if max(found.gaps) == 0:
        return "This is the best possible plan under these rules."
    if max(gaps) == 0:
        return "Load, pairs and the number of students who change are the best possible under these rules."
    told = {
        "less load": _figure("the load is", "low", _hours(now.over_minutes), gaps[0],
                             f"less than {_hours(least[0])}" if least[0] >= _SHOWN else ""),
        "fewer pairs": _figure("the pairs are", "few", f"{now.pairs:,.0f}", gaps[1], _fewer(least[1])),
        "fewer students who change": _figure("the students who change are", "few", f"{now.changes:,.0f}", gaps[2],
                                             _fewer(least[2])),
    }  # fmt: skip
    unknown = [name for name, said in told.items() if not said]
    if len(unknown) == len(told):
        return UNKNOWN
    more = f" Whether {' and '.join(unknown)} would do is not known yet." if unknown else ""
    return f"How good it is: {'; '.join(filter(None, told.values()))}.{more}"


UNKNOWN = "How far it is from the best possible plan is not known: the search ended before it could tell."
_SHOWN = 3
"""Minutes that are told as 0.1 h: a bound below that says nothing."""


def _fewer(bound: float) -> str:
    return f"fewer than {bound:,.0f}" if bound >= 1 else ""


def _figure(name: str, how: str, reached: str, gap: float, bound: str) -> str:
    """What is known of one figure; empty where nothing is."""
    if gap == 0:
        return f"{name} as {how} as can be"
    if gap <= 0.1:
        return f"{name} within {max(1, -int(-gap * 100 // 1)):d} % of the lowest possible"
    return f"{name} {reached}, where no plan has {bound}" if bound else ""


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _hours(minutes: float) -> str:
    return f"{minutes / 60:,.1f} h"
