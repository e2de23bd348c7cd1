"""What says only that a session wasn't missed in one way: not cancelled is no answer to whether the child came."""

import pytest

from data.ingest.values import narrated, statuses
from data.store import open_store
from tests.data.loading import tried

LOG = "Student ID,Service,Date,Minutes,{}\n1,OT,9/8/2025,{}\n"


def _became(headings: str, row: str) -> list[tuple[str, str | None]]:
    with tried(open_store(), "log.csv", LOG.format(headings, row).encode()) as trial:
        return [(str(status), reason) for status, reason in trial.rows("sessions", "status", "reason")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("headings", "row", "became"),
    [
        ("No Show,Cancelled", ",Y,N", ("missed", "student_absent")),
        ("Student Absent,Session Cancelled", ",Yes,No", ("missed", "student_absent")),
        ("Attended,Cancelled", ",N,N", ("missed", None)),
        ("Status,Cancelled", ",Absent,N", ("missed", "student_absent")),
        ("No Show,Cancelled", "30,N,N", ("delivered", None)),
        ("No Show,Cancelled", ",N,Y", ("missed", None)),
    ],
)
def test_what_was_not_cancelled_may_be_missed(headings: str, row: str, became: tuple[str, str | None]) -> None:
    assert _became(headings, row) == [became]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("headings", "row"),
    [("Attended,Cancelled", "30,Y,Y"), ("Student Absent,Missed", "30,Y,N"), ("Cancelled,Reason", "30,N,Student sick")],
)
def test_what_contradicts_itself_waits(headings: str, row: str) -> None:
    """*Missed: N* is of every way; a reason beside minutes that weren't cancelled may be of a session that was cut."""
    assert _became(headings, row) == []


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("Not Cancelled - Attended", "delivered", None),
        ("Not Canceled (Seen)", "delivered", None),
        ("Not a no-show - Present", "delivered", None),
        ("Not missed: completed", "delivered", None),
        ("Not cancelled, no show", "missed", "student_absent"),
        ("Not Attended - Student Absent", "missed", "student_absent"),
    ],
)
def test_a_denial_and_what_was_instead(text: str, status: str, reason: str | None) -> None:
    assert (statuses.read(text).status, statuses.read(text).reason) == (status, reason)


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("Ended Early - Fire Drill", "partial", "school_event"),
        ("Left early (sick)", "partial", "student_absent"),
        ("Session cut short by assembly", "partial", "school_event"),
        ("Partial - no show", None, None),
        ("Shortened (school closed)", None, None),
        ("Shortened: student refused", "partial", "student_refused"),
        ("Left early - dentist", "partial", None),
        ("Fire drill", "missed", "school_event"),
    ],
)
def test_a_session_cut_short_was_given_and_its_rest_missed_for_the_reason_told(
    text: str, status: str, reason: str | None
) -> None:
    assert (statuses.read(text).status, statuses.read(text).reason) == (status, reason)


@pytest.mark.parametrize(
    ("text", "status"),
    [("Tx provided", "delivered"), ("Visit was missed", "missed"), ("Treatment cancelled", "missed"),
     ("Lesson completed", "delivered"), ("Tx held", None)],
)  # fmt: skip
def test_what_became_of_a_session_whatever_it_is_called(text: str, status: str | None) -> None:
    """*Held* of a treatment may be given or withheld."""
    assert statuses.read(text).status == status


@pytest.mark.parametrize(
    "text",
    ["Not Cancelled", "Not Absent - Absent", "Not Missed - Student absent", "Not Cancelled - Cancelled by parent"],
)
def test_a_denial_alone_or_gainsaid_is_asked_about(text: str) -> None:
    assert not statuses.read(text).known


@pytest.mark.parametrize(
    "text",
    ["Attended: No", "Seen - N", "Delivered = No", "Present (no)", "Completed: False", "Attended: 0", "Seen - none",
     "Cancelled: No", "Absent - No", "Missed: N"],
)  # fmt: skip
def test_what_is_denied_behind_its_word_is_not_so(text: str) -> None:
    """Neither given nor missed: what became of it instead is asked."""
    assert not statuses.read(text).known


@pytest.mark.parametrize(
    ("text", "status"),
    [("Attended: Yes", "delivered"), ("Missed - none", "missed"), ("Absent - 0", "missed"), ("No - absent", "missed")],
)
def test_what_is_affirmed_or_has_no_reason_stays(text: str, status: str) -> None:
    assert statuses.read(text).status == status


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("Session Held - Shortened (fire drill)", "partial", None),
        ("Held - cut short, assembly", "partial", None),
        ("Provider Unavailable - IEP Meeting", "missed", "provider_meeting"),
        ("LiveLesson - Attended", "delivered", None),
        ("Session Not Held - School Closed", "missed", "holiday"),
    ],
)
def test_what_was_held_was_not_missed_for_what_cut_it_short(text: str, status: str, reason: str | None) -> None:
    assert (statuses.read(text).status, statuses.read(text).reason) == (status, reason)


@pytest.mark.parametrize(
    "text", ["Attended - fire drill", "Session Held - Student Absent", "Seen by nurse, sent home sick"]
)
def test_given_beside_a_reason_for_missing_is_asked_about(text: str) -> None:
    assert not statuses.read(text).known


@pytest.mark.parametrize(
    ("heading", "text", "became"),
    [
        ("Cancellation", "Not Cancelled", [("delivered", None)]),
        ("No Show", "Not a no-show", [("delivered", None)]),
        ("Status", "Not Cancelled", []),
        ("No Show", "Not Cancelled", []),
    ],
)
def test_a_denial_answers_only_its_own_heading(heading: str, text: str, became: list[tuple[str, str | None]]) -> None:
    rows = f"30,{text}\n2,OT,9/8/2025,,Cancelled by parent"
    assert [one for one in _became(heading, rows) if one[1] is None] == became


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Came late from assembly, worked on scissors", "partial"),
        ("Late due to fire drill", None),
        ("Assembly", "missed"),
        ("Fire drill, no session", "missed"),
    ],
)
def test_who_came_late_was_not_missed(text: str, status: str | None) -> None:
    assert statuses.read(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Seen in OT room, fine motor", "delivered"),
        ("Treated individually, no behaviors", "delivered"),
        ("Seen in hallway, did not come", None),
        ("Seen for evaluation", None),
        ("Seen in class, left early", None),
    ],
)
def test_where_a_child_was_seen(text: str, status: str | None) -> None:
    told = narrated.read(text)
    assert (told.status if told else None) == status
