"""Teacher absent beside a service that teachers don't give is nobody's absence that is known."""

import pytest

from data.ingest.values import professions
from tests.data.staging import staged

LOG = "student_id|service|session_date|minutes|reason"


def became(service: str, reason: str) -> tuple[str | None, str | None, str]:
    """Status, reason and what becomes of a row without minutes."""
    found = staged("sessions", f"{LOG}\n1|{service}|2025-09-08|30|\n1|{service}|2025-09-15|0|{reason}")
    return found.column("status", "reason", "outcome")[1]


@pytest.mark.parametrize(
    ("service", "reason", "told"),
    [
        ("SDI", "teacher absent", "provider_absent"),
        ("Vision", "teacher out sick", "provider_absent"),
        ("Nursing", "nurse out", "provider_absent"),
        ("OT", "COTA absent", "provider_absent"),
        ("OT", "therapist absent", "provider_absent"),
        ("OT", "I was out, teacher told", "provider_absent"),
        ("Counseling", "psychologist at training", "provider_meeting"),
    ],
)
def test_who_gives_the_service_was_away(service: str, reason: str, told: str) -> None:
    assert became(service, reason) == ("missed", told, "ok")


@pytest.mark.parametrize(
    ("service", "reason"),
    [
        ("OT", "teacher absent"),
        ("Speech", "teacher absent"),
        ("PT", "COTA absent"),
        ("OT", "nurse out"),
        ("SDI", "gen ed teacher out"),
        ("OT", "classroom teacher out, class cancelled"),
    ],
)
def test_somebody_else_was_away_is_asked(service: str, reason: str) -> None:
    assert became(service, reason)[2] == "waiting"


def test_no_profession_is_named_where_any_provider_is() -> None:
    assert not professions.names_one("therapist absent, teacher told")
    assert professions.may_give("speech teacher out", "SLP")
