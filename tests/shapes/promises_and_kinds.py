"""Logs whose minutes are only promised, and logs with a second column that tells which sessions were missed or made up."""

from functools import partial
from typing import Any

from tests.shapes.shape import Row, Shape, book, drawn, given, missed, shape, text

_PROMISES = {
    "mandated_duration": ("Student|OSIS|Service|Date|Mandated Duration", "csv"),
    "iep_minutes": ("Student|OSIS|Service|Date|IEP Minutes", "csv"),
    "recommended_min": ("Student|OSIS|Service|Session Date|Recommended Min", "xlsx"),
    "authorized_minutes": ("Student|OSIS|Service|Date of Service|Authorized Minutes", "csv"),
    "prescribed_length": ("Student|OSIS|Service|Date|Prescribed length", "xlsx"),
    "required_minutes": ("Student|OSIS|Service|Date|Required minutes", "csv"),
    "scheduled_minutes": ("Student|OSIS|Service|Date|Scheduled Minutes", "csv"),
    "planned_duration": ("Student|OSIS|Service|DOS|Planned Duration", "csv"),
    "minutes_per_iep": ("Student|OSIS|Service|Date|Minutes per IEP", "csv"),
    "mandated_session_length": ("Student|OSIS|Service|Date|Mandated Session Length", "xlsx"),
    "contracted_minutes": ("Student|OSIS|Service|Date|Contracted Minutes", "csv"),
    "plan_minutes": ("Student|OSIS|Service|Date|Plan Mins", "csv"),
}
"""What nobody says was given -> its headings, and the form of the file."""


def _data(rows: list[list[str]], form: str) -> bytes:
    return book({"Log": rows}) if form == "xlsx" else text(rows)


def _only_promised(name: str, headings: str, form: str) -> Shape:
    """Days and promised minutes, and nothing that says that anybody was seen: both rows wait for one answer."""
    rows = drawn(f"""
        {headings}
        Hendry, Sage|410227001|OT|10/6/2025|30
        Wray, Jo|410227002|PT|10/7/2025|45
        """)
    held = {"sessions": {"waiting": [2, 3]}}
    return Shape(f"only_promised_{name}", f"log.{form}", _data(rows, form), {}, held, ("(no status)",))


for _name, _file in _PROMISES.items():
    shape(partial(_only_promised, _name, *_file))


@shape
def promised_minutes_in_front() -> Shape:
    """The promise before the student, and the paperwork of notes, which says nothing of a session."""
    rows = drawn("""
        DOS|Required Mins|Note Status|Service|OSIS|Student
        10/6/2025|30|Signed|OT|410227001|Hendry, Sage
        10/7/2025|45|Submitted|PT|410227002|Wray, Jo
        """)
    held = {"sessions": {"waiting": [2, 3]}}
    return Shape("promised_minutes_in_front", "log.csv", text(rows), {}, held, ("(no status)",))


@shape
def promised_minutes_and_reasons() -> Shape:
    """A column of why not tells that one was missed; of the other row nothing says that it was given."""
    rows = drawn("""
        Student|OSIS|Service|Date|Mandated Duration|Reason Missed
        Hendry, Sage|410227001|OT|10/6/2025|30|
        Wray, Jo|410227002|PT|10/7/2025|45|Student absent
        """)
    truth = [missed("410227002", "2025-10-07", "student_absent", "PT", minutes=45, student="Wray, Jo")]
    held = {"sessions": {"waiting": [2]}}
    return Shape("promised_minutes_and_reasons", "log.csv", text(rows), {"sessions": truth}, held, ("(no status)",))


@shape
def promised_minutes_beside_blank_ones() -> Shape:
    """Recommended minutes beside those of the session: where these are blank the promise isn't taken for them."""
    rows = drawn("""
        Student|OSIS|Service|Date|Recommended Min|Minutes
        Hendry, Sage|410227001|OT|10/6/2025|30|
        Wray, Jo|410227002|PT|10/7/2025|45|20
        """)
    truth = [given("410227002", "2025-10-07", 20, "PT", student="Wray, Jo")]
    held = {"sessions": {"waiting": [2]}}
    return Shape("promised_minutes_beside_blank_ones", "log.csv", text(rows), {"sessions": truth}, held)


@shape
def times_beside_promised_minutes() -> Shape:
    """Times from and to say how long a session was, whatever was promised; without them it isn't told."""
    rows = drawn("""
        Student|OSIS|Service|Date|Start Time|End Time|Mandated Duration
        Hendry, Sage|410227001|OT|10/6/2025|9:00 AM|9:25 AM|30
        Wray, Jo|410227002|PT|10/7/2025|||45
        """)
    more = {"start_time": "09:00", "end_time": "09:25", "student": "Hendry, Sage"}
    truth = [given("410227001", "2025-10-06", 25, **more)]
    held = {"sessions": {"waiting": [3]}}
    return Shape("times_beside_promised_minutes", "log.csv", text(rows), {"sessions": truth}, held, ("(no status)",))


@shape
def promised_minutes_of_sessions_that_were_held() -> Shape:
    """A status says that sessions were given: full ones are as long as promised, of a part it isn't said."""
    rows = drawn("""
        Student|OSIS|Service|Date|Prescribed Duration|Outcome
        Hendry, Sage|410227001|OT|10/6/2025|30|Completed
        Hendry, Sage|410227001|OT|10/8/2025|30|Partial
        Wray, Jo|410227002|PT|10/7/2025|45|Seen
        Wray, Jo|410227002|PT|10/9/2025|45|Student absent
        """)
    sage, jo = {"student": "Hendry, Sage"}, {"student": "Wray, Jo"}
    truth = [
        given("410227001", "2025-10-06", 30, **sage),
        given("410227002", "2025-10-07", 45, "PT", **jo),
        missed("410227002", "2025-10-09", "student_absent", "PT", minutes=45, **jo),
    ]
    held = {"sessions": {"waiting": [3]}}
    return Shape("promised_minutes_of_sessions_that_were_held", "log.csv", text(rows), {"sessions": truth}, held)


@shape
def promised_minutes_that_were_provided() -> Shape:
    """A heading that says that the minutes of the IEP were provided says that sessions were given."""
    rows = drawn("""
        Student|OSIS|Service|Date|IEP Minutes Provided
        Hendry, Sage|410227001|OT|10/6/2025|30
        Wray, Jo|410227002|PT|10/7/2025|45
        """)
    truth = [
        given("410227001", "2025-10-06", 30, student="Hendry, Sage"),
        given("410227002", "2025-10-07", 45, "PT", student="Wray, Jo"),
    ]
    return Shape("promised_minutes_that_were_provided", "log.csv", text(rows), {"sessions": truth})


@shape
def promised_minutes_and_ticks_of_absence() -> Shape:
    """A column of ticks for who was absent says that the others came."""
    rows = drawn("""
        Student|OSIS|Service|Date|Mandate Min|Student Absent
        Hendry, Sage|410227001|OT|10/6/2025|30|
        Wray, Jo|410227002|PT|10/7/2025|45|X
        """)
    truth = [
        given("410227001", "2025-10-06", 30, student="Hendry, Sage"),
        missed("410227002", "2025-10-07", "student_absent", "PT", minutes=45, student="Wray, Jo"),
    ]
    return Shape("promised_minutes_and_ticks_of_absence", "log.csv", text(rows), {"sessions": truth})


_KINDS = {
    "session_type": ("Session Type|Status", ("Regular", "Make-up", "Provider Absent"), "Completed", "csv"),
    "category": ("Category|Status", ("Treatment", "Make up", "Therapist Unavailable"), "Completed", "xlsx"),
    "activity": ("Activity|Status", ("Therapy", "Make-up Session", "Provider absent"), "Completed", "csv"),
    "event_type": ("Event Type|Log Status", ("Routine", "Makeup", "Provider not available"), "Complete", "csv"),
    "visit_kind": ("Visit Kind|Status", ("Standard", "MU", "Therapist absent"), "Completed", "xlsx"),
    "service_type": ("Service Type|Status", ("Individual", "Make-up", "Provider Absent"), "Completed", "csv"),
    "session_code": ("Session Code|Status", ("REG", "MU", "TA"), "Completed", "csv"),
    "record_type": ("Log Type|Record Status", ("Regular", "Make-up", "Provider Absence"), "Finalized", "csv"),
    "approved": ("Session Type|Status", ("Regular", "Make-up", "Provider Absent"), "Approved", "csv"),
    "locked": ("Encounter Type|Status", ("Regular", "Make-up", "Clinician absent"), "Locked", "xlsx"),
}
"""Where paperwork stands beside kinds of sessions -> headings, a usual one, a make-up and an absence, and the paperwork."""


def _kinds(name: str, headings: str, kinds: tuple[str, str, str], paper: str, form: str, *, is_first: bool) -> Shape:
    """Completed is the paperwork of every row: what became of it stands among the kinds, before or after the status."""
    one, other = headings.split("|")
    rows = [["Student", "OSIS", "Service", "Date", "Minutes", *((one, other) if is_first else (other, one))]]
    days = ("10/6/2025", "10/8/2025", "10/10/2025")
    for day, kind in zip(days, kinds, strict=True):
        told = (kind, paper) if is_first else (paper, kind)
        rows.append(["Hendry, Sage", "410227001", "OT", day, "30", *told])
    sage: dict[str, Any] = {"student": "Hendry, Sage"}
    truth: list[Row] = [
        given("410227001", "2025-10-06", 30, **sage),
        given("410227001", "2025-10-08", 30, **sage) | {"status": "make_up"},
        missed("410227001", "2025-10-10", "provider_absent", minutes=30, **sage),
    ]
    side = "first" if is_first else "last"
    return Shape(f"kinds_{name}_{side}", f"log.{form}", _data(rows, form), {"sessions": truth})


for _name, _told in _KINDS.items():
    for _is_first in (True, False):
        shape(partial(_kinds, _name, *_told, is_first=_is_first))


@shape
def kinds_against_what_was_seen() -> Shape:
    """A status with words of its own for given and missed: where the kind says the contrary the row waits; a make-up at
    which the student was absent was tried."""
    rows = drawn("""
        Student|OSIS|Service|Date|Minutes|Session Type|Status
        Hendry, Sage|410227001|OT|10/6/2025|30|Regular|Seen
        Hendry, Sage|410227001|OT|10/7/2025|30|Make-up|Seen
        Hendry, Sage|410227001|OT|10/8/2025|30|Provider Absent|Seen
        Wray, Jo|410227002|OT|10/8/2025|30|Regular|Student Absent
        Wray, Jo|410227002|OT|10/9/2025|30|Make-up|Student Absent
        """)
    sage, jo = {"student": "Hendry, Sage"}, {"student": "Wray, Jo"}
    truth = [
        given("410227001", "2025-10-06", 30, **sage),
        given("410227001", "2025-10-07", 30, **sage) | {"status": "make_up"},
        missed("410227002", "2025-10-08", "student_absent", minutes=30, **jo),
        missed("410227002", "2025-10-09", "student_absent", minutes=30, **jo) | {"status": "attempt"},
    ]
    held = {"sessions": {"waiting": [4]}}
    asked = ("Seen + Provider Absent",)
    return Shape("kinds_against_what_was_seen", "log.csv", text(rows), {"sessions": truth}, held, asked)


@shape
def kinds_against_a_status_with_absences() -> Shape:
    """Completed beside absences in its own column says that the session was given: No Show beside it waits."""
    rows = drawn("""
        Student|OSIS|Service|Date|Minutes|Status|Visit Type
        Hendry, Sage|410227001|OT|10/6/2025|30|Completed|Standard
        Hendry, Sage|410227001|OT|10/7/2025|30|Completed|No Show
        Hendry, Sage|410227001|OT|10/8/2025|30|Student Absent|Standard
        """)
    truth = [
        given("410227001", "2025-10-06", 30, student="Hendry, Sage"),
        missed("410227001", "2025-10-08", "student_absent", minutes=30, student="Hendry, Sage"),
    ]
    held = {"sessions": {"waiting": [3]}}
    asked = ("Completed + No Show",)
    return Shape("kinds_against_a_status_with_absences", "log.csv", text(rows), {"sessions": truth}, held, asked)


@shape
def absences_among_kinds_of_sessions() -> Shape:
    """Individual and group beside an absence and a make-up, and yes under whether the session was held: a yes beside the
    absence waits."""
    rows = drawn("""
        Student|OSIS|Service|Date|Minutes|Delivered|Session Type
        Hendry, Sage|410227001|OT|10/6/2025|30|Y|Regular
        Hendry, Sage|410227001|OT|10/7/2025|30|Y|Make-up
        Hendry, Sage|410227001|OT|10/8/2025|30|Y|Cancelled
        """)
    truth = [
        given("410227001", "2025-10-06", 30, student="Hendry, Sage"),
        given("410227001", "2025-10-07", 30, student="Hendry, Sage") | {"status": "make_up"},
    ]
    held = {"sessions": {"waiting": [4]}}
    return Shape("absences_among_kinds_of_sessions", "log.csv", text(rows), {"sessions": truth}, held)


@shape
def absences_among_direct_and_consult() -> Shape:
    """A kind that is none but says that nobody came, beside Completed."""
    rows = drawn("""
        Student|OSIS|Service|Date|Minutes|Kind|Status
        Hendry, Sage|410227001|OT|10/6/2025|30|Direct|Completed
        Hendry, Sage|410227001|OT|10/7/2025|30|Consult|Completed
        Hendry, Sage|410227001|OT|10/8/2025|30|Student Absent|Completed
        """)
    sage = {"student": "Hendry, Sage"}
    truth = [
        given("410227001", "2025-10-06", 30, kind="direct", **sage),
        given("410227001", "2025-10-07", 30, kind="indirect", **sage),
        missed("410227001", "2025-10-08", "student_absent", minutes=30, **sage),
    ]
    return Shape("absences_among_direct_and_consult", "log.csv", text(rows), {"sessions": truth})


@shape
def how_a_miss_was_settled() -> Shape:
    """What became of a missed session later (Made up, under Resolution; Cancelled, of its make-up) leaves it missed."""
    rows = drawn("""
        Student|OSIS|Service|Date|Minutes|Status|Resolution|Make-up Status
        Hendry, Sage|410227001|OT|10/6/2025|30|Seen||
        Hendry, Sage|410227001|OT|10/8/2025|30|Student Absent|Made up|
        Wray, Jo|410227002|OT|10/8/2025|30|Provider Absent||Cancelled
        Wray, Jo|410227002|OT|10/9/2025|30|Seen||
        """)
    sage, jo = {"student": "Hendry, Sage"}, {"student": "Wray, Jo"}
    truth = [
        given("410227001", "2025-10-06", 30, **sage),
        missed("410227001", "2025-10-08", "student_absent", minutes=30, **sage),
        missed("410227002", "2025-10-08", "provider_absent", minutes=30, **jo),
        given("410227002", "2025-10-09", 30, **jo),
    ]
    return Shape("how_a_miss_was_settled", "log.csv", text(rows), {"sessions": truth})


@shape
def paperwork_beside_attendance() -> Shape:
    """Kinds without an exception and paperwork beside attendance, which alone says what became of each."""
    rows = drawn("""
        Student|OSIS|Service|Date|Minutes|Service Type|Attendance|Log Status
        Hendry, Sage|410227001|OT|10/6/2025|30|Individual|Present|Approved
        Hendry, Sage|410227001|OT|10/7/2025|30|Individual|Absent|Approved
        Hendry, Sage|410227001|OT|10/8/2025|30|Group|Present|Submitted
        """)
    sage = {"student": "Hendry, Sage"}
    truth = [
        given("410227001", "2025-10-06", 30, grouping="individual", **sage),
        missed("410227001", "2025-10-07", "student_absent", minutes=30, grouping="individual", **sage),
        given("410227001", "2025-10-08", 30, grouping="group", **sage),
    ]
    return Shape("paperwork_beside_attendance", "log.csv", text(rows), {"sessions": truth})


@shape
def codes_of_staff_and_of_physical_prompts() -> Shape:
    """TA is who treated and no absence, a partial prompt no part of a session, a parent's absence nobody's here."""
    rows = drawn("""
        Student|OSIS|Service|Date|Minutes|Status|Staff Role|Prompt|Parent Contact
        Hendry, Sage|410227001|OT|10/6/2025|30|Seen|TA|Partial|No show
        Hendry, Sage|410227001|OT|10/7/2025|30|Student Absent|PA||Reached
        Hendry, Sage|410227001|OT|10/8/2025|30|Seen|TA|Full|Reached
        """)
    sage = {"student": "Hendry, Sage"}
    truth = [
        given("410227001", "2025-10-06", 30, **sage),
        missed("410227001", "2025-10-07", "student_absent", minutes=30, **sage),
        given("410227001", "2025-10-08", 30, **sage),
    ]
    return Shape("codes_of_staff_and_of_physical_prompts", "log.csv", text(rows), {"sessions": truth})


@shape
def codes_that_collide_among_kinds() -> Shape:
    """PA may be the provider's absence or a part: among codes with a make-up it is asked, whatever the status says."""
    rows = drawn("""
        Student|OSIS|Service|Date|Minutes|Session Code|Status
        Hendry, Sage|410227001|OT|10/6/2025|30|REG|Completed
        Hendry, Sage|410227001|OT|10/7/2025|30|MU|Completed
        Hendry, Sage|410227001|OT|10/8/2025|30|PA|Completed
        """)
    truth = [
        given("410227001", "2025-10-06", 30, student="Hendry, Sage"),
        given("410227001", "2025-10-07", 30, student="Hendry, Sage") | {"status": "make_up"},
    ]
    held = {"sessions": {"waiting": [4]}}
    return Shape("codes_that_collide_among_kinds", "log.csv", text(rows), {"sessions": truth}, held, ("PA",))
