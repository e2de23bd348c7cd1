"""Who is at which school for how many half-days, now and under a plan, and how many students keep their therapist."""

from collections import defaultdict

import pandas as pd

from analytics.rebalance.loads import Assignment, group_size
from analytics.rebalance.problem import Problem, Therapist

COLUMNS = (
    "school", "provider_id", "provider_name", "half_days_now", "half_days_after", "students_now", "students_after",
    "students_kept", "load_after",
)  # fmt: skip
Place = tuple[str, str]


def table(problem: Problem, assignment: Assignment) -> pd.DataFrame:
    """A row a school and therapist, now or afterwards: COLUMNS.

    half_days_now: from the site days, null where none are listed. half_days_after: as now where the therapist's students
    stay the same; else the week's half-days shared out by load, at least one a school and no fewer than are fixed.
    load_after: treatment and documentation a week. students_kept: treated there by the same therapist now and then.
    """
    now, after, work = _students(problem, problem.now), _students(problem, assignment), _work(problem, assignment)
    listed = _listed(problem)
    planned: dict[Place, float] = {}
    for one in problem.therapists.values():
        planned |= _planned(problem, one, now, after, work, listed)
    rows = [
        (school, provider, problem.name(provider), listed.get((provider, school)), planned.get((provider, school)),
         len(now[provider, school]), len(after[provider, school]),
         len(now[provider, school] & after[provider, school]), work.get((provider, school), 0.0))
        for provider, school in sorted({*now, *after, *listed}, key=lambda key: (key[1], key[0]))
        if school
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({"half_days_now": "float64", "half_days_after": "float64"})


def _students(problem: Problem, assignment: Assignment) -> dict[Place, set[str]]:
    made: dict[Place, set[str]] = defaultdict(set)
    for case, provider in zip(problem.cases, assignment, strict=True):
        if provider is not None:
            made[provider, case.school].add(case.student_id)
    return made


def _work(problem: Problem, assignment: Assignment) -> dict[Place, float]:
    made: dict[Place, float] = defaultdict(float)
    for case, provider in zip(problem.cases, assignment, strict=True):
        if provider is not None:
            size = group_size(problem, provider, case)
            made[provider, case.school] += sum(line.load(size) for line in case.lines)
    return made


def _listed(problem: Problem) -> dict[Place, int]:
    made: dict[Place, int] = defaultdict(int)
    for name, one in problem.therapists.items():
        for school, _ in one.half_days:
            made[name, school] += 1
    return dict(made)


def _planned(
    problem: Problem, one: Therapist, now: dict[Place, set[str]], after: dict[Place, set[str]],
    work: dict[Place, float], listed: dict[Place, int],
) -> dict[Place, float]:  # fmt: skip
    name = one.provider_id
    mine = {place for place in {*now, *after, *listed} if place[0] == name and place[1]}
    if one.is_present and all(now[place] == after[place] for place in mine):
        return {place: float(listed[place]) for place in mine if place in listed}
    fixed = fixed_halves(problem, name)
    schools = sorted({school for _, school in mine if after[name, school]} | set(fixed))
    if not one.is_present or not schools:
        return {}
    shares = shared_out(one.week, {school: work.get((name, school), 0.0) for school in schools}, fixed)
    return {(name, school): float(number) for school, number in shares.items()}


def fixed_halves(problem: Problem, provider: str) -> dict[str, int]:
    """Half-days a week that locks fix at each school."""
    made: dict[str, int] = defaultdict(int)
    for lock in problem.locks("fixed_day", provider):
        made[lock.school] += 2 if lock.half_day == "full" else 1
    return dict(made)


def shared_out(week: int, work: dict[str, float], fixed: dict[str, int]) -> dict[str, int]:
    """So many half-days by work: each school its fixed ones, at least one, then one by one where most is wanting."""
    made = {school: max(1, fixed.get(school, 0)) for school in work}
    total = sum(work.values())
    while sum(made.values()) < week and total > 0:
        made[max(made, key=lambda school: (week * work[school] / total - made[school], school))] += 1
    return made
