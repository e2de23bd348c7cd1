"""Keys in sentences (Place an X for each session provided), an X beside codes that the key explains, late cancellations."""

import pytest

from data.ingest.tables import legend
from data.ingest.values import codes, statuses
from tests.data.loading import Ledger, sheet_of

GRID = (
    "Related Services Provider: Rae Quan,,,,,,,\nOctober 2025,,,,,,,\nService: OT,,,,,,,\nStudent,ID,Min,1,3,6,8,10\n"
    '"Lind, Ada",4101,30,X,P,X,,\n"Marsh, Bo",4102,30,X,X,A,,\n,,,,,,,\n{key},,,,,,,\n'
)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Place an X for each session received/provided. For others use these codes:", {"x": "session received/provided"}),
        ("Use P for present and A for absent", {"p": "present", "a": "absent"}),
        ("Enter TX if therapist was out; mark H when school was closed",
         {"tx": "therapist was out", "h": "school was closed"}),
        ("Write the number of minutes for each session", {}),
        ("Put a check for each day", {}),
        ("The OT for each session signs below", {}),
        ("Do not place an X if the student was absent", {}),
        ("Never enter X when a session was missed.", {}),
        ("Don't use X for absent; mark A if absent", {"a": "absent"}),
    ],
)  # fmt: skip
def test_codes_that_a_sentence_bids_to_write(line: str, told: dict[str, str]) -> None:
    assert legend.read([(line,)]) == told


def test_an_x_beside_a_p_that_the_key_explains_was_given(ledger: Ledger) -> None:
    found = sheet_of(ledger.load("grid.csv", GRID.format(key="A = absent; P = provider was absent")), "sessions")
    assert (found.new, found.questions) == (6, [])
    assert sorted(ledger.rows("sessions", "status", "reason"), key=str) == [
        *[("delivered", None)] * 4, ("missed", "provider_absent"), ("missed", "student_absent"),
    ]  # fmt: skip
    assert all(who for (who,) in ledger.rows("sessions", "provider_id"))


def test_an_x_beside_a_p_that_nobody_explains_is_asked(ledger: Ledger) -> None:
    found = sheet_of(ledger.load("grid.csv", GRID.format(key="A = absent")), "sessions")
    assert {(one.value, one.rows) for one in found.questions} == {("X", 4), ("P", 1)}


@pytest.mark.parametrize("text", ["Late Cancelled", "late cancel", "Cancelled late", "Same day cancellation"])
def test_when_a_session_was_called_off_tells_no_reason(text: str) -> None:
    assert (statuses.read(text).status, statuses.read(text).reason) == ("missed", None)


@pytest.mark.parametrize("text", ["session received/provided", "given or provided", "services were received"])
def test_what_was_received_was_given(text: str) -> None:
    assert statuses.read(text).status == "delivered"


def test_what_an_office_received_is_no_session() -> None:
    assert not statuses.read("Received by office").known


@pytest.mark.parametrize("heading", ["Missed Service (Y/N)", "Visit Cancelled?", "Session Missed (Y/N)"])
def test_whether_a_session_was_missed_stands_beside_why(ledger: Ledger, heading: str) -> None:
    log = (
        f"Student Name,Date,Length of Session,Service,{heading},Reason Service Was Missed\n"
        '"Lind, Ada",9/8/2025,30 min,OT,N,\n"Marsh, Bo",9/8/2025,,OT,Y,Student absent\n'
        '"Lind, Ada",9/15/2025,,OT,Y,Provider out sick\n"Marsh, Bo",9/15/2025,30 min,OT,N,\n'
    )
    found = sheet_of(ledger.load("log.csv", log), "sessions")
    assert (found.new, found.questions) == (4, [])
    assert ledger.rows("sessions", "status", "reason") == [
        ("delivered", None), ("missed", "student_absent"), ("missed", "provider_absent"), ("delivered", None),
    ]  # fmt: skip


def test_reasons_under_missed_service_are_reasons(ledger: Ledger) -> None:
    log = "Student,Date,Minutes,Service,Missed Service\n4101,9/8/2025,30,OT,\n4101,9/15/2025,0,OT,Student absent\n"
    ledger.load("log.csv", log)
    assert ledger.rows("sessions", "status", "reason") == [("delivered", None), ("missed", "student_absent")]


@pytest.mark.parametrize(("area", "code"), [("Language", "other"), ("Speech Fluency", "other"), ("Fluency", None)])
def test_areas_of_speech_and_the_one_that_reading_has_too(area: str, code: str | None) -> None:
    assert codes.find(area, "area") == code


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Canceled by Client <24 hr", None), ("Cancelled with 24 hours notice", None), ("Canceled - Client", None),
        ("Cancelled by parent - less than 24 hours notice", "parent_declined"), ("Late cancel by therapist", "provider_absent"),
        ("School Reason - Closed", "holiday"), ("Staff Reason - Illness", "provider_absent"),
        ("Provider issue: sick", "provider_absent"), ("School related - assembly", "school_event"),
    ],
)  # fmt: skip
def test_notice_tells_no_reason_and_whose_reason_stands_before_it(text: str, reason: str | None) -> None:
    assert (statuses.read(text).status, statuses.read(text).reason) == ("missed", reason)


@pytest.mark.parametrize("text", ["Late", "Student late", "Given 24 hours notice"])
def test_late_alone_is_no_cancellation(text: str) -> None:
    assert statuses.read(text).status != "missed"
