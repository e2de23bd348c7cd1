"""Words that say of a session that somebody was at it, that it was a make-up, or why it was at another time."""

import pytest

from data.ingest.values import statuses
from tests.data.staging import staged


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("present for session", "delivered", None), ("attended the session", "delivered", None),
        ("absent from session", "missed", "student_absent"), ("Yes - this was a make-up", "make_up", None),
        ("Yes, as a make-up session", "make_up", None),
    ],
)  # fmt: skip
def test_who_was_at_it_and_what_it_was(text: str, status: str, reason: str | None) -> None:
    told = statuses.read(text)
    assert (told.status, told.reason) == (status, reason)


@pytest.mark.parametrize(
    "text", ["present for part of session", "present in class", "No - make-up", "Yes - will be a make-up"]
)
def test_what_may_be_otherwise_is_asked(text: str) -> None:
    assert not statuses.read(text).known


def log(*rows: str) -> tuple[list[object], list[object]]:
    whole = ["student_id|service|session_date|minutes|status|reason", *(f"1|OT|2025-09-08|{row}" for row in rows)]
    found = staged("sessions", "\n".join(whole))
    return found.column("outcome"), found.column("status")


def test_why_a_session_was_moved_doesnt_make_it_missed() -> None:
    assert log("20|delivered|Moved for picture day") == (["ok"], ["delivered"])


@pytest.mark.parametrize("row", ["20|delivered|picture day", "|missed|Moved for picture day"])
def test_a_reason_of_no_move_or_no_session_stays(row: str) -> None:
    assert log(row)[1] != ["delivered"]


@pytest.mark.parametrize("remark", ["Session moved, student absent", "moved and not held", "rescheduled - no show"])
def test_a_move_beside_which_the_student_was_missing_is_asked_about(remark: str) -> None:
    assert log(f"20|delivered|{remark}")[1] != ["delivered"]


@pytest.mark.parametrize(
    ("text", "setting", "given"),
    [
        ("Teletherapy - Individual", "tele", True), ("Push-in - Group", "push_in", True), ("Pull out", "pull_out", True),
        ("30 PI", "push_in", True), ("20 PO", "pull_out", True), ("Virtual", "tele", False), ("30 PX", None, False),
        ("PO", None, False), ("Pulled out early", None, False), ("Individual", None, True),
    ],
)  # fmt: skip
def test_how_a_session_was_given_as_its_status(text: str, setting: str | None, *, given: bool) -> None:
    """Virtual alone may be a day without school."""
    assert statuses.way_of(text) == setting
    rows = f"1|OT|2025-10-01|30|{text}\n1|OT|2025-10-02|30|Student absent"
    found = staged("sessions", f"student_id|service|session_date|minutes|status\n{rows}")
    assert (found.column("status")[0] == "delivered") is (given and "3" not in text and "2" not in text)


def test_minutes_beside_how_they_were_given_are_a_grids_sessions() -> None:
    rows = "1|OT|2025-10-01|30 PI\n1|OT|2025-10-02|20PO\n1|OT|2025-10-03|3 PI"
    found = staged(
        "sessions", f"student_id|service|Date|Value\n{rows}\n1|OT|2025-10-04|Student absent",
        {"Date": "session_date", "Value": "status"}, melted=("Date", "Value"),
    )  # fmt: skip
    assert found.column("status", "minutes", "setting") == [
        ("delivered", 30, "push_in"), ("delivered", 20, "pull_out"), (None, None, "push_in"), ("missed", None, None),
    ]  # fmt: skip
