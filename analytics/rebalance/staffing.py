"""Who is there on the plan's day: locks with a date, and another supervisor where an assistant's is gone."""

from dataclasses import replace

from analytics.rebalance.allowed import gives
from analytics.rebalance.loads import loads
from analytics.rebalance.problem import Case, Problem, Therapist


def dated(problem: Problem) -> Problem:
    """The problem with the locks "starts on" and "leaves on" carried out: who isn't there on the day is absent."""
    made = dict(problem.therapists)
    for lock in problem.rules.locks:
        if lock.day is None or lock.provider not in made:
            continue
        late = lock.kind == "starts_on" and lock.day > problem.day
        gone = lock.kind == "leaves_on" and lock.day <= problem.day
        if late or gone:
            made[lock.provider] = replace(made[lock.provider], is_present=False)
    return supervised(replace(problem, therapists=made))


def supervised(problem: Problem) -> Problem:
    """The problem with a supervisor for each assistant whose own is gone: one of the same service who is at one of the
    assistant's schools, else anybody's; of several the one with most room. None is found where there is nobody."""
    lost = [one for one in problem.therapists.values() if one.is_assistant and one.is_present and _lost(problem, one)]
    if not lost:
        return problem
    frame = loads(problem, problem.now)
    room = dict(zip(frame["provider_id"], frame["utilisation"], strict=True))
    made, heirs = dict(problem.therapists), {}
    for one in lost:
        heir = _heir(problem, one, room)
        if heir is not None:
            heirs[one.provider_id] = heir
            share = problem.therapists[str(one.supervisor)].supervision_minutes / _assistants(problem, one.supervisor)
            made[one.provider_id] = replace(made[one.provider_id], supervisor=heir)
            made[heir] = replace(made[heir], supervision_minutes=made[heir].supervision_minutes + share)
    cases = tuple(_under(problem, case, heirs) for case in problem.cases)
    return replace(problem, therapists=made, cases=cases)


def _lost(problem: Problem, one: Therapist) -> bool:
    return one.supervisor in problem.therapists and not problem.is_there(one.supervisor)


def _assistants(problem: Problem, supervisor: str | None) -> int:
    return sum(one.supervisor == supervisor for one in problem.therapists.values())


def _heir(problem: Problem, assistant: Therapist, room: dict[str | None, float]) -> str | None:
    services = {case.service for case in problem.cases if case.provider == assistant.provider_id}
    able = [
        name for name, one in problem.therapists.items()
        if one.is_present and not one.is_assistant and one.capacity
        and any(gives(problem, name, service) for service in services)
    ]  # fmt: skip
    schools = problem.are_at(assistant.provider_id)
    return min(able, key=lambda name: (not schools & problem.are_at(name), room.get(name, 0.0), name), default=None)


def _under(problem: Problem, case: Case, heirs: dict[str, str]) -> Case:
    if case.provider in heirs and not problem.is_there(case.record):
        return replace(case, record=heirs[case.provider])
    return case
