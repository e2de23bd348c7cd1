"""Yes among words for absences: a session that was given where the column asks that, or says no and why."""

import pytest

from data.contracts.synonyms import SLOTS
from data.ingest.mapping import evidence
from data.ingest.mapping.likeness import likeness
from tests.data.staging import staged

ASKED = "asked"


def outcomes(heading: str, *texts: str) -> list[str | None]:
    rows = "\n".join(f"7001{at}|OT|2025-09-1{at}|30|{text}" for at, text in enumerate(texts))
    found = staged("sessions", f"student_id|service|session_date|minutes|{heading}\n{rows}", {heading: "status"})
    waiting = {row for row, _, _, severity in found.problems if severity == "wait"}
    return [ASKED if at in waiting else told for at, told in enumerate(found.column("status"))]


@pytest.mark.parametrize("heading", ["Was the session held?", "Did it take place", "Attended", "Status", "Outcome"])
@pytest.mark.parametrize(
    ("yes", "no"), [("Yes", "No - student absent"), ("Y", "N: therapist out"), ("yes", "No (assembly)")]
)
def test_yes_beside_no_and_why_is_given(heading: str, yes: str, no: str) -> None:
    assert outcomes(heading, yes, no, "No") == ["delivered", "missed", "missed"]


@pytest.mark.parametrize(("heading", "told"), [("Held?", "delivered"), ("Attended", "delivered"), ("Outcome", ASKED),
                                               ("Make-up needed?", ASKED), ("Not held", ASKED)])  # fmt: skip
def test_yes_beside_absences_is_given_where_the_heading_asks_that(heading: str, told: str) -> None:
    assert outcomes(heading, "Yes", "Student absent") == [told, "missed"]


def test_yes_that_tells_an_absence_makes_no_other_yes_one_that_was_given() -> None:
    assert outcomes("Any absence?", "Yes - student absent", "No", "Yes") == ["missed", ASKED, ASKED]


def test_attended_is_no_school_and_answers_are_none() -> None:
    school = next(slot for slot in SLOTS["sessions"] if slot.name == "school")
    assert likeness("Attended", school) == 0
    assert likeness("Attending", school) > 0.9  # a school
    assert evidence.share(("Yes", "No - ill"), school) == 0
    assert evidence.share(("No. 4", "No 12", "North", "Yesler Elementary"), school) == evidence.NEUTRAL
