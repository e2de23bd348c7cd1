"""Columns under numbered weeks, absences that don't say whose, and ids of contacts."""

import pytest

from data.contracts.synonyms import SLOTS
from data.ingest.mapping.likeness import likeness
from data.ingest.tables.layouts import sideways
from tests.data.sheets import cells, table
from tests.data.staging import staged


@pytest.mark.parametrize("week", ["Week {}", "Wk {} -", "WEEK #{}:"])
def test_columns_under_numbered_weeks_with_a_day_are_a_record_a_week(week: str) -> None:
    headings = [f"{week.format(at)} {one}" for at in (1, 2) for one in ("Date", "Min")]
    found = table("Student ID|" + "|".join(headings), "70371|9/8/2025|30|9/15/2025|25", "70372|9/9/2025|20||")
    assert cells(found, "Student ID", "Date", "Min") == [
        ("70371", "9/8/2025", "30"), ("70371", "9/15/2025", "25"), ("70372", "9/9/2025", "20"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "headings", [("Week 1", "Week 2"), ("Week 1 Min", "Week 2 Min"), ("Week 1 Date", "Week 1 Min")]
)
def test_weeks_without_a_day_of_their_own_are_none_of_these(headings: tuple[str, ...]) -> None:
    assert sideways.by_week(headings, []) is None


@pytest.mark.parametrize(
    ("who", "why", "heading", "told"),
    [
        ("Provider", "Absent", "Reason", "provider_absent"), ("Student", "Absent", "Reason", "student_absent"),
        ("Therapist", "Out", "Why", "provider_absent"), ("Provider", "Absent", "Reason Student Not Available", "asked"),
        ("Provider", "Student absent", "Reason", "asked"),
    ],
)  # fmt: skip
def test_an_absence_that_does_not_say_whose_is_theirs_who_were_away(
    who: str, why: str, heading: str, told: str
) -> None:
    found = staged(
        "sessions", f"student_id|service|session_date|minutes|Not Available|{heading}\n70371|OT|2025-09-08||{who}|{why}",
        {"Not Available": "status", heading: "reason"},
    )  # fmt: skip
    waits = any(severity == "wait" for *_, severity in found.problems)
    assert ("asked" if waits else found.column("reason")[0]) == told


@pytest.mark.parametrize("heading", ["Contact ID", "Contact Log ID", "Treatment ID"])
def test_ids_of_contacts_are_those_of_sessions(heading: str) -> None:
    slot = next(slot for slot in SLOTS["sessions"] if slot.name == "session_id")
    assert likeness(heading, slot) > 0.9


@pytest.mark.parametrize(
    ("heading", "listed"), [("grp_ct", True), ("Group Ct.", True), ("CT", False), ("Visit Ct", False)]
)
def test_counts_of_a_group_written_short(heading: str, listed: bool) -> None:
    slot = next(slot for slot in SLOTS["sessions"] if slot.name == "group_size")
    assert (likeness(heading, slot) > 0.9) == listed
