"""What a short word for a service (SP) stands for, where the roles of the people in its rows tell it."""

from data.contracts.words import phrases
from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Work
from data.ingest.values import codes
from data.ingest.values.vocabulary import SERVICE_OF_ROLE
from data.ingest.values.words import plain

_SHORTEST = 2


def services(work: Work, heading: Heading) -> dict[str, str]:
    """Short word -> service: nobody lists it, all its rows name roles that give one service, and a word listed for that
    service begins with its letters."""
    role = next(iter(work.at("provider_role")), None)
    unknown = {key: text for key, text in enumerate(heading.texts) if not codes.find(text, "service")}
    if role is None or not unknown:
        return {}
    given = [SERVICE_OF_ROLE.get(codes.find(text, "role") or "") for text in role.texts]
    named: dict[int, set[str | None]] = {}
    for key, of_role in set(zip(heading.keys.to_pylist(), role.keys.to_pylist(), strict=True)):
        named.setdefault(key, set()).add(given[of_role] if of_role >= 0 else None)
    found = {text: _only(named.get(key, set())) for key, text in unknown.items()}
    return {text: service for text, service in found.items() if service and _begins(text, service)}


def _only(services: set[str | None]) -> str | None:
    return services.pop() if len(services) == 1 else None


def _begins(text: str, service: str) -> bool:
    bare = plain(text)
    listed = phrases("service").items()
    return len(bare) >= _SHORTEST and any(code == service and word.startswith(bare) for word, code in listed)
