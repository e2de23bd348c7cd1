"""Who may take which case: service, role, supervision and locks."""

from analytics.rebalance.problem import SERVICES_OF, Case, Problem


def gives(problem: Problem, provider: str, service: str) -> bool:
    """Whether a therapist gives a service: the role's own, else what the person gives now."""
    role = problem.therapists[provider].role or ""
    if role in SERVICES_OF:
        return SERVICES_OF[role] == service
    return any(case.provider == provider and case.service == service for case in problem.cases)


def record_of(problem: Problem, provider: str) -> str | None:
    """The therapist of record of whatever a provider takes over: the therapist, or the supervisor of an assistant."""
    found = problem.therapists[provider]
    if not found.is_assistant:
        return provider
    return found.supervisor if problem.is_there(found.supervisor) else None


def may_take(problem: Problem, provider: str, case: Case) -> bool:
    """Whether a therapist may be given a case that another has, or nobody."""
    found = problem.therapists[provider]
    return (
        found.is_present
        and bool(found.capacity)
        and provider != case.provider
        and gives(problem, provider, case.service)
        and record_of(problem, provider) is not None
        and not is_barred(problem, provider, case.school)
        and not problem.locks("leaves_on", provider)
    )


def is_barred(problem: Problem, provider: str, school: str) -> bool:
    """Whether a lock says never at this school."""
    return any(lock.school == school for lock in problem.locks("never_at", provider))


def is_kept(problem: Problem, case: Case) -> bool:
    """Whether a case may not leave its therapist: kept at the school, or a therapist whose capacity nobody knows."""
    if case.provider is None or not problem.is_there(case.provider):
        return False
    if is_barred(problem, case.provider, case.school):
        return False
    unknown = problem.therapists[case.provider].capacity is None
    return unknown or any(lock.school == case.school for lock in problem.locks("keep_at", case.provider))


def must_leave(problem: Problem, case: Case) -> bool:
    """Whether a case can't stay as it is: nobody has it, who had it is gone, or a lock bars the therapist."""
    return (
        case.provider is None or not problem.is_there(case.provider) or is_barred(problem, case.provider, case.school)
    )
