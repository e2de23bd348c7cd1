"""Parts of a problem that share no therapist: each is planned by itself."""

from collections import defaultdict
from dataclasses import dataclass, replace

from analytics.rebalance.allowed import gives
from analytics.rebalance.problem import Problem


@dataclass(frozen=True)
class Part:
    """A problem of its own, and the places of its cases in the whole."""

    problem: Problem
    places: tuple[int, ...]


def parts(problem: Problem) -> list[Part]:
    """The parts, the smallest first; a limit of the lines that move is left to each of them as it is."""
    services = sorted({case.service for case in problem.cases})
    if len(services) <= 1:
        return [whole(problem)]
    root = _joined(problem, services)
    places: dict[str, list[int]] = defaultdict(list)
    for place, case in enumerate(problem.cases):
        places[root[case.service]].append(place)
    staff = _staff(problem, services, root)
    made = [
        Part(
            replace(
                problem,
                cases=tuple(problem.cases[place] for place in found),
                therapists={name: problem.therapists[name] for name in problem.therapists if name in staff[service]},
            ),
            tuple(found),
        )
        for service, found in places.items()
    ]
    return sorted(made, key=lambda part: len(part.places))


def whole(problem: Problem) -> Part:
    """All of a problem as one part."""
    return Part(problem, tuple(range(len(problem.cases))))


def _joined(problem: Problem, services: list[str]) -> dict[str, str]:
    """Each service's part, named by its first service: services that one person gives belong together."""
    root = {service: service for service in services}
    for given in _given(problem, services).values():
        for service in [one for one in services if root[one] in {root[other] for other in given}]:
            root[service] = min(root[other] for other in given)
    return root


def _given(problem: Problem, services: list[str]) -> dict[str, set[str]]:
    made = {name: {one for one in services if gives(problem, name, one)} for name in problem.therapists}
    for case in problem.cases:
        for name in {case.provider, case.record} - {None}:
            made.setdefault(str(name), set()).add(case.service)
    return {name: given for name, given in made.items() if given}


def _staff(problem: Problem, services: list[str], root: dict[str, str]) -> dict[str, set[str]]:
    """Who belongs to each part; whoever gives nothing stands in the first."""
    made: dict[str, set[str]] = defaultdict(set)
    given = _given(problem, services)
    for name in problem.therapists:
        made[root[min(given[name])] if name in given else root[services[0]]].add(name)
    return made
