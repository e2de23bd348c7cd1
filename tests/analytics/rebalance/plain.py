"""The rules of a plan once more, in the plainest words, and every plan of a small district tried: nothing is shared with the
code under test but the problem's own fields."""

from collections.abc import Iterator
from itertools import product

from analytics.rebalance.problem import Case, Problem

Hands = tuple[str | None, ...]
FAMILY = {"OTR": "OT", "COTA": "OT", "PT": "PT", "PTA": "PT"}


def has_now(problem: Problem, case: Case) -> str | None:
    """Who treats a case today and is there on the plan's day."""
    one = problem.therapists.get(case.provider or "")
    return one.provider_id if one and one.is_present else None


def locks(problem: Problem, kind: str) -> set[tuple[str, str]]:
    """(provider, school) of a kind of lock."""
    return {(lock.provider, lock.school) for lock in problem.rules.locks if lock.kind == kind}


def is_barred(problem: Problem, case: Case) -> bool:
    return (case.provider, case.school) in locks(problem, "never_at")


def broken(problem: Problem, hands: Hands, highest: float | None = None) -> list[str]:
    """Every rule that an assignment breaks, in words; ``highest``: the share of capacity that a week may be filled to."""
    return list(_broken(problem, hands, problem.rules.full if highest is None else highest))


def _broken(problem: Problem, hands: Hands, highest: float) -> Iterator[str]:
    yield from _each(problem, hands)
    yield from _blocks(problem, hands)
    yield from _fixed(problem, hands)
    yield from _limits(problem, hands, highest)


def _each(problem: Problem, hands: Hands) -> Iterator[str]:
    for case, to in zip(problem.cases, hands, strict=True):
        had = has_now(problem, case)
        if to is None:
            if had is not None and not is_barred(problem, case):
                yield f"{case.student_id} lost its therapist"
            continue
        one = problem.therapists[to]
        if (to, case.school) in locks(problem, "never_at"):
            yield f"{to} is at {case.school}, where it never is to be"
        if to == had:
            continue
        if (had, case.school) in locks(problem, "keep_at") and not is_barred(problem, case):
            yield f"{case.student_id} left {had}, who is kept at {case.school}"
        if not one.is_present or not one.capacity or to in {name for name, _ in locks(problem, "leaves_on")}:
            yield f"{to} can't take anything"
        if FAMILY[one.role or ""] != case.service:
            yield f"{to} doesn't give {case.service}"
        boss = problem.therapists.get(one.supervisor or "")
        if one.role in ("COTA", "PTA") and not (boss and boss.is_present):
            yield f"{to} has no supervisor"


def places_now(problem: Problem, provider: str) -> set[str]:
    """Where a therapist is already."""
    made = {case.school for case in problem.cases if case.provider == provider}
    made |= {school for school, _ in problem.therapists[provider].half_days}
    return made | {school for name, school in locks(problem, "fixed_day") if name == provider}


def _blocks(problem: Problem, hands: Hands) -> Iterator[str]:
    """A therapist new to a school takes a whole block or nothing, unless nobody has the cases now."""
    for case, to in zip(problem.cases, hands, strict=True):
        had = has_now(problem, case)
        if to is None or to == had or had is None or is_barred(problem, case) or case.school in places_now(problem, to):
            continue
        block = [other for other, one in zip(hands, problem.cases, strict=True)
                 if (one.provider, one.service, one.school, one.programme)
                 == (case.provider, case.service, case.school, case.programme)]  # fmt: skip
        if set(block) != {to}:
            yield f"{to} took part of {case.provider}'s block at {case.school}"


def _limits(problem: Problem, hands: Hands, highest: float) -> Iterator[str]:
    moved = sum(
        len(case.lines)
        for case, to in zip(problem.cases, hands, strict=True)
        if to is not None and to != has_now(problem, case)
    )
    if problem.rules.max_moves is not None and moved > problem.rules.max_moves:
        yield f"{moved} lines move"
    now = weekly(problem, tuple(has_now(problem, case) for case in problem.cases))
    after = weekly(problem, hands)
    for name, one in problem.therapists.items():
        if not one.is_present or not one.capacity:
            continue
        if after[name] > max(highest * one.capacity, now[name]) + 1e-4:
            yield f"{name} is given more than a full week"
        most = max(
            problem.rules.max_schools or 99, len({case.school for case in problem.cases if case.provider == name})
        )
        if len({case.school for case, to in zip(problem.cases, hands, strict=True) if to == name}) > most:
            yield f"{name} serves too many schools"


def _fixed(problem: Problem, hands: Hands) -> Iterator[str]:
    for name, school in locks(problem, "fixed_day"):
        mine = [
            to for case, to in zip(problem.cases, hands, strict=True) if (case.provider, case.school) == (name, school)
        ]
        if mine and has_now(problem, next(c for c in problem.cases if c.provider == name)) and name not in mine:
            yield f"{name} has a fixed day at {school} and no student there"


def weekly(problem: Problem, hands: Hands) -> dict[str | None, float]:
    """Minutes a week of everybody, None: of what nobody does."""
    rules, made = problem.rules, {name: one.supervision_minutes for name, one in problem.therapists.items()}
    total: dict[str | None, float] = {**made, None: 0.0}
    students: dict[str, set[str]] = {}
    schools: dict[str | None, set[str]] = {}
    for case, to in zip(problem.cases, hands, strict=True):
        sizes = [problem.therapists[name].group_size for name in (to, case.provider) if name in problem.therapists]
        size = next((one for one in sizes if one), 1.0)
        for line in case.lines:
            total[to] += line.individual_minutes + line.grouped_minutes / size + line.indirect_minutes
            total[to] += line.documentation_minutes
        schools.setdefault(to, set()).add(case.school)
        record = _record(problem, case, to)
        if record is not None:
            students.setdefault(record, set()).add(case.student_id)
    for name, one in problem.therapists.items():
        total[name] += len(students.get(name, ())) * (rules.evaluation_minutes + rules.meeting_minutes)
        before = len({case.school for case in problem.cases if case.provider == name})
        total[name] += trips(one.travel_now, before, len(schools.get(name, ())), rules.travel_minutes)
    return total


def _record(problem: Problem, case: Case, to: str | None) -> str | None:
    def there(name: str | None) -> str | None:
        return name if name in problem.therapists and problem.therapists[name].is_present else None

    if to is None:
        return there(case.record) if case.record != case.provider else None
    if to == case.provider:
        return case.record
    one = problem.therapists[to]
    return there(one.supervisor) if one.role in ("COTA", "PTA") else to


def trips(now: float, before: int, after: int, change: float) -> float:
    """Travel: as now with as many schools; a share less with each school fewer, a change more with each school more."""
    if before <= 1:
        return max(0.0, now + change * (after - 1))
    share = now / (before - 1)
    if after <= before:
        return max(0.0, share * (after - 1))
    return now + max(share, change) * (after - before)


def figures(problem: Problem, hands: Hands) -> tuple[float, int, int, int, float]:
    """The five figures of a plan, in their order."""
    total, rules = weekly(problem, hands), problem.rules
    over, uneven, pairs, crossed = total[None], 0.0, 0, 0
    for name, one in problem.therapists.items():
        if not one.is_present:
            continue
        schools = {case.school for case, to in zip(problem.cases, hands, strict=True) if to == name}
        pairs += len(schools)
        crossed += max(0, len({problem.zones[school] for school in schools}) - 1)
        if one.capacity:
            before = len({case.school for case in problem.cases if case.provider == name})
            work = total[name] - trips(one.travel_now, before, len(schools), rules.travel_minutes)
            over += max(0.0, total[name] - rules.ceiling * one.capacity)
            uneven += max(0.0, total[name] - rules.full * one.capacity) + max(0.0, rules.floor * one.capacity - work)
    changed = sum(
        has_now(problem, case) is not None and has_now(problem, case) != to
        for case, to in zip(problem.cases, hands, strict=True)
    )
    return (round(over, 3), pairs, changed, crossed, round(uneven, 3))


def best(problem: Problem) -> tuple[float, int, int, int, float]:
    """The least figures of all assignments that break no rule: every one of them is tried. Weeks are filled up to 100 %, and
    up to the ceiling only where less stays above it or without a therapist."""
    within, beyond = _least(problem, problem.rules.full), _least(problem, problem.rules.ceiling)
    return beyond if beyond[0] < within[0] else within


def _least(problem: Problem, highest: float) -> tuple[float, int, int, int, float]:
    return min(
        figures(problem, hands)
        for hands in product((*problem.therapists, None), repeat=len(problem.cases))
        if next(_broken(problem, hands, highest), None) is None  # the first rule that is broken is enough
    )
