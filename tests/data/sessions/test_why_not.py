"""Reasons in a therapist's own words, where a heading asks why there was no session."""

import pytest

from data.ingest.values import why_not
from tests.data.staging import staged


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("home with the flu", "student_absent"),
        ("went home early with stomach ache", "student_absent"),
        ("she was out with strep throat today", "student_absent"),
        ("he was at the dentist", "student_absent"),
        ("not in school", "student_absent"),
        ("mom kept him home", "student_absent"),
        ("wouldn't come with me today", "student_refused"),
        ("refused to leave class", "student_refused"),
        ("mom asked to skip this week", "parent_declined"),
        ("parent said no", "parent_declined"),
        ("Zoom would not connect", "tele_technical"),
        ("laptop would not charge", "tele_technical"),
        ("OSS through Friday", "student_suspended"),
        ("no OT assigned", "vacancy"),
        ("Early release day", "school_event"),
        ("2-hour delay", "school_event"),
        ("school dismissed early", "school_event"),
    ],
)
def test_what_one_thing_says(text: str, reason: str) -> None:
    assert why_not.reason(text) == reason


@pytest.mark.parametrize(
    "text",
    ["doctor's appointment", "I had the flu", "sibling flu", "home visit", "teacher refused to release him",
     "would not come because mom said no", "would not leave; session given", "not in school, made up Friday",
     "parent said no school", "mom asked to come", "wouldn't let him leave", "home with mom", "half day"],
)  # fmt: skip
def test_what_may_be_something_else(text: str) -> None:
    """Whose appointment or illness, who refused, or what came of it isn't sure."""
    assert why_not.reason(text) is None


def test_only_a_reason_is_read_so() -> None:
    """Flu in a column of reasons beside no minutes is why; as a status it is asked."""
    head = "student_id|service|session_date|minutes"
    rows = (
        "1|OT|2025-09-08|0|flu\n1|OT|2025-09-15|0|student present, therapist absent\n1|OT|2025-09-22|0|student absent"
    )
    found = staged("sessions", f"{head}|reason\n{rows}")
    assert found.column("status", "reason") == [
        ("missed", "student_absent"), ("missed", "provider_absent"), ("missed", "student_absent"),
    ]  # fmt: skip
    found = staged("sessions", f"{head}|status\n1|OT|2025-09-08|0|flu\n1|OT|2025-09-15|0|absent")
    assert found.column("outcome") == ["waiting", "ok"]
