"""What nothing says was given isn't delivered: promised minutes, and absences among kinds of sessions beside a status."""

from datetime import date, timedelta

import pytest

from data.contracts.synonyms import SLOTS
from data.ingest.mapping import exceptions, meaning
from data.ingest.mapping.likeness import likeness
from data.ingest.staging.outcomes import NO_STATUS, ONLY_PROMISED, Clues, Word, settle
from data.ingest.values import statuses
from data.ingest.values.session_outcome import Outcome
from data.ingest.values.words import said_by
from tests.data.sheets import cells, table
from tests.data.staging import Result, staged

PROMISED = Clues(has_minutes=True, is_promised=True)


def _log(headings: str, *rows: str, **keywords: object) -> Result:
    head = f"student_id|service|session_date|{headings}"
    body = [f"5501|OT|{date(2025, 9, 8) + timedelta(at)}|{row}" for at, row in enumerate(rows)]
    return staged("sessions", "\n".join([head, *body]), **keywords)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Mandated Duration", True), ("IEP Minutes", True), ("Recommended Min", True), ("Authorized minutes", True),
        ("Prescribed length", True), ("Required Mins", True), ("Sched Min", True), ("Plan Mins", True),
        ("Minutes", False), ("IEP Minutes Delivered", False), ("Scheduled or Actual Start Time", False),
        ("Mandated Minutes Attended", False), ("Session Length", False),
    ],
)  # fmt: skip
def test_headings_of_promises(heading: str, *, expected: bool) -> None:
    assert meaning.is_promised(said_by(heading)) is expected


@pytest.mark.parametrize(
    "heading", ["Authorized Minutes", "Prescribed length", "Contracted Minutes", "Mandated Length"]
)
def test_promised_minutes_are_never_taken_for_those_given(heading: str) -> None:
    slots = {slot.name: slot for slot in SLOTS["sessions"]}
    assert likeness(heading, slots["minutes"]) == 0
    assert meaning.worth(heading.lower(), "minutes", "sessions") == 0
    assert meaning.worth(heading.lower(), "gross_minutes", "sessions") == meaning.WORTH


def test_promised_minutes_alone_wait_until_somebody_says_what_they_were() -> None:
    verdict = settle(PROMISED)
    assert (verdict.status, verdict.code, verdict.asked) == (None, ONLY_PROMISED, NO_STATUS)
    answered = settle(PROMISED, lambda text: Outcome("delivered") if text == NO_STATUS else None)
    assert (answered.status, answered.code) == ("delivered", "")
    assert settle(PROMISED, lambda _text: Outcome("missed", "provider_absent")).reason == "provider_absent"


def test_what_says_that_a_session_was_given_takes_the_promised_length_but_of_a_part() -> None:
    seen, part = (
        Clues((Word("h", one, Outcome(one)),), has_minutes=True, is_promised=True) for one in ("delivered", "partial")
    )
    assert settle(seen).status == "delivered"
    assert settle(part).code == "no_minutes"
    assert settle(Clues(delivered=True, has_minutes=True, is_promised=True)).status == "delivered"
    assert settle(Clues(has_minutes=True, is_promised=True, marks_absences=True)).status == "delivered"
    assert settle(Clues(loses=True, has_minutes=True, is_promised=True)).status == "partial"


def test_times_tell_the_length_where_minutes_are_promised_and_planned_times_dont() -> None:
    found = _log(
        "Mandated Duration|start_time|end_time",
        "30|9:00 AM|9:20 AM",
        "30||",
        fields={"Mandated Duration": "gross_minutes"},
    )
    assert found.column("outcome") == ["ok", "waiting"]
    assert found.column("minutes")[0] == 20
    planned = _log(
        "Scheduled Start|Scheduled End",
        "9:00 AM|9:20 AM",
        "9:00 AM|9:30 AM",
        fields={"Scheduled Start": "start_time", "Scheduled End": "end_time"},
    )
    assert planned.column("outcome") == ["waiting", "waiting"]


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Session Type", "Provider Absent", True), ("Session Type", "SA", True), ("Visit", "No Show", True),
        ("Category", "Make-up", True), ("Reg/MU", "MU", True), ("Comments", "Student absent", True),
        ("Session Type", "Regular", False), ("Session Type", "Seen", False), ("Session Type", "Partial", False),
        ("Staff Type", "TA", False), ("State", "PA", False), ("Make-up Status", "Cancelled", False),
        ("Make-up Status", "Made up", True),
    ],
)  # fmt: skip
def test_words_for_exceptions(heading: str, text: str, *, expected: bool) -> None:
    assert exceptions.is_one(text, heading) is expected


@pytest.mark.parametrize("heading", ["Parent Contact", "Next Session", "Bus", "Goal Status", "Approval"])
def test_columns_of_others_tell_no_exception_of_the_row(heading: str) -> None:
    assert exceptions.are_told("Session Type", ("Regular", "No show"))
    assert not exceptions.are_told(heading, ("Reached", "No show"))
    assert not exceptions.are_told("Session Type", ("Regular", "Group"))


@pytest.mark.parametrize(
    ("status", "kind", "expected"),
    [
        ("Completed", "Regular", "delivered"), ("Completed", "Make-up", "make_up"), ("Completed", "Provider Absent", "missed"),
        ("Signed", "Regular", "delivered"), ("Signed", "No Show", "missed"), ("Draft", "Cancelled", "missed"),
        ("", "Provider Absent", "missed"), ("", "Make-up", None), ("", "Regular", None),
    ],
)  # fmt: skip
def test_paperwork_beside_kinds(status: str, kind: str, expected: str | None) -> None:
    rows = ("30|Completed|Regular", "30|Completed|Student Absent", f"30|{status}|{kind}")
    assert _log("minutes|status|Session Type", *rows).column("status")[2] == expected


@pytest.mark.parametrize(
    ("status", "kind", "expected"),
    [
        ("Seen", "Make-up", "make_up"), ("Seen", "Provider Absent", None), ("Completed", "No Show", None),
        ("Student Absent", "Regular", "missed"), ("Student Absent", "Make-up", "attempt"),
        ("Student Absent", "Provider Absent", None), ("Seen", "QX", "delivered"),
    ],
)  # fmt: skip
def test_a_status_with_absences_of_its_own_beside_kinds(status: str, kind: str, expected: str | None) -> None:
    rows = ("30|Seen|Regular", "30|Student Absent|Regular", f"30|{status}|{kind}", "30|Seen|Make-up")
    found = _log("minutes|status|Session Type", *rows)
    assert found.column("status")[2] == expected
    assert found.column("outcome")[2] == ("ok" if expected else "waiting")


def test_a_row_that_waits_for_two_columns_goes_in_once_they_are_answered() -> None:
    rows = ("30|Seen|Regular", "30|Student Absent|Regular", "30|Seen|Provider Absent")
    found = _log("minutes|status|Session Type", *rows)
    assert found.questions == [("code", "Seen + Provider Absent", 1)]


def test_a_settled_miss_stays_one() -> None:
    found = _log("minutes|status|Resolution", "30|Seen|", "30|Student Absent|Made up")
    assert found.column("status") == ["delivered", "missed"]


def test_no_word_for_a_missed_session_among_kinds_leaves_it_delivered() -> None:
    """Every status with every kind: where one of them says missed nothing is delivered in full."""
    told = ("Completed", "Seen", "Signed", "Student Absent", "Cancelled", "Scheduled")
    kinds = ("Regular", "Make-up", "Provider Absent", "No Show", "Student unavailable", "Missed")
    rows = [f"30|{status}|{kind}" for status in told for kind in kinds]
    found = _log("minutes|status|Session Type", *rows).column("status")
    for row, status in zip(rows, found, strict=False):
        _, first, second = row.split("|")
        missed = "missed" in {statuses.read(first).status, statuses.read(second).status}
        assert not missed or status not in ("delivered", "make_up", "partial"), row


@pytest.mark.parametrize(
    ("head", "texts", "told"),
    [
        (
            [],
            ("Direct", "Student Absent", "Indirect", "Direct Make-Up", "Indirect Make-Up"),
            [("direct", "delivered"), (None, "Student Absent"), ("indirect", "delivered"), ("direct", "Make-up"),
             ("indirect", "Make-up")],
        ),
        (
            ["Service Type: D = Direct; DM = Direct Make-Up; SA = Student Absent", ""],
            ("D", "SA", "DM"),
            [("direct", "delivered"), (None, "Student Absent"), ("direct", "Make-up")],
        ),
    ],
)  # fmt: skip
def test_a_make_up_among_kinds_keeps_its_kind(
    head: list[str], texts: tuple[str, ...], told: list[tuple[str, str]]
) -> None:
    rows = [f"1|10/{at}/2025|30|{text}" for at, text in enumerate(texts, 1)]
    found = table(*head, "Student ID|Date|Minutes|Service Type", *rows)
    found_kinds = cells(found, "Service Type", "Service Type / Session Type Status")
    assert [(kind and kind.lower(), became) for kind, became in found_kinds] == told
