"""Loads and travel before and after a change, at once (rules 12)."""

from dataclasses import asdict, dataclass

import pandas as pd

from analytics.rebalance.changes import Change, Move, moved, staffed
from analytics.rebalance.loads import COLUMNS, Assignment, loads
from analytics.rebalance.problem import Problem
from analytics.rebalance.score import Score, score
from analytics.rebalance.staffing import supervised
from analytics.rebalance.terms import Terms

BESIDE = (
    "provider_id", "provider_name", "role", "fte_before", "fte_after", "capacity_before", "capacity_after",
    "load_before", "load_after", "utilisation_before", "utilisation_after", "travel_before", "travel_after",
    "students_before", "students_after", "schools_before", "schools_after",
)  # fmt: skip
TREATED = ("student_id", "line_id", "service", "school", "provider_id")


@dataclass(frozen=True)
class WhatIf:
    """Before and after; nothing is changed by it."""

    before: pd.DataFrame
    after: pd.DataFrame
    """``loads.COLUMNS``; a row with a null id is what nobody treats."""
    was: Score
    score: Score
    changed: pd.DataFrame
    """BESIDE: those whose load, capacity or travel differs."""
    without_therapist: int
    """Lines that nobody treats afterwards."""
    without_supervisor: tuple[str, ...]
    """Assistants with lines and no supervisor who is there."""
    treated: pd.DataFrame
    """TREATED: each line in force and who treats it afterwards; null: nobody."""

    @property
    def travel(self) -> tuple[float, float]:
        """Minutes of travel a week of those who are there, before and after."""
        return _travel(self.before), _travel(self.after)


def _travel(loads_of: pd.DataFrame) -> float:
    return float(loads_of.loc[loads_of["provider_id"].notna(), "travel_minutes"].sum())


def what_if(problem: Problem, changes: tuple[Change, ...]) -> WhatIf:
    """The loads that follow from the changes, the caseloads otherwise as they are."""
    cut, hands = moved(supervised(staffed(problem, changes)), changes)
    before, after = loads(problem, problem.now), loads(cut, hands)
    treating = {name for name in hands if name is not None}
    unsupervised = tuple(
        one.name for name, one in cut.therapists.items()
        if one.is_assistant and name in treating and not cut.is_there(one.supervisor)
    )  # fmt: skip
    return WhatIf(
        before, after, score(problem, problem.now), score(cut, hands), _changed(before, after),
        sum(len(case.lines) for case, has in zip(cut.cases, hands, strict=True) if has is None), unsupervised,
        _treated(cut, hands),
    )  # fmt: skip


def _treated(problem: Problem, hands: Assignment) -> pd.DataFrame:
    rows = [
        (case.student_id, line.line_id, case.service, case.school, has)
        for case, has in zip(problem.cases, hands, strict=True)
        for line in case.lines
    ]
    return pd.DataFrame(rows, columns=list(TREATED)).astype({"provider_id": "object"})


def beside(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Two tables of loads side by side: BESIDE; null where somebody isn't there."""
    keys = ["provider_id", "provider_name", "role"]
    short = {"capacity_minutes": "capacity", "load_minutes": "load", "travel_minutes": "travel"}
    first, second = (frame[list(COLUMNS)].rename(columns=short).drop(columns=["lines"]) for frame in (before, after))
    joined = first.merge(second, on=keys, how="outer", suffixes=("_before", "_after"))
    return joined[list(BESIDE)]


def _changed(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    joined = beside(before, after)
    differs = pd.Series(False, index=joined.index)
    for name in ("load", "capacity", "travel"):
        one, other = joined[f"{name}_before"].fillna(-1.0), joined[f"{name}_after"].fillna(-1.0)
        differs |= (one - other).abs() > 1e-6
    return joined[differs].reset_index(drop=True)


def still_possible(problem: Problem, moves: pd.DataFrame) -> pd.DataFrame:
    """Of a plan's moves (student_id, line_id, to_provider) those of lines that are in force, to somebody who is there."""
    known = {(case.student_id, line.line_id) for case in problem.cases for line in case.lines}
    kept = [
        (student, line) in known and problem.is_there(to)
        for student, line, to in moves[["student_id", "line_id", "to_provider"]].itertuples(index=False)
    ]
    return moves[pd.Series(kept, index=moves.index, dtype=bool)]


def as_changes(moves: pd.DataFrame) -> tuple[Move, ...]:
    """A plan's moves as changes of hands."""
    return tuple(
        Move(str(to), lines=tuple(zip(rows["student_id"], rows["line_id"], strict=True)))
        for to, rows in moves.groupby("to_provider", sort=False)
    )


def compared(problem: Problem, name: str, moves: pd.DataFrame, terms: Terms) -> dict[str, float | int | str]:
    """One plan's figures on these caseloads, with the staff and locks that it was made under; lines that aren't in force,
    and who isn't there, are left out."""
    problem = terms.put_into(problem)
    held = still_possible(problem, moves)
    result = what_if(problem, as_changes(held))
    there = result.after[result.after["provider_id"].notna()]
    return {
        "plan": name, "lines": len(held), "gone": len(moves) - len(held), **asdict(result.score),
        "travel_minutes": result.travel[1], "fullest": float(there["utilisation"].max()),
    }  # fmt: skip
