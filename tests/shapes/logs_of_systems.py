"""Logs as agencies' and states' systems export them: their words for what became of a session, units, ids and keys."""

from tests.shapes.shape import Merged, Shape, book, drawn, given, missed, shape, text

BY = {"provider": "Quan, Rae"}


@shape
def promised_and_fulfilled() -> Shape:
    """Fulfilled in all its forms; excused and unexcused only say that beside the reason, in a column of its own."""
    rows = drawn("""
        Service Date|Pupil|SSID|Service|Clinician|Planned Minutes|Fulfilled Minutes|Fulfillment Status|Reason
        9/8/2025|Ana Lindgren|77101|OT|Rae Quan|30|30|Session fulfilled|
        9/9/2025|Bo Marchetti|77102|OT|Rae Quan|30|0|Not fulfilled (Unexcused)|Therapist in ARD
        9/10/2025|Ana Lindgren|77101|OT|Rae Quan|30|0|Missed - Excused|School play program
        9/11/2025|Bo Marchetti|77102|OT|Rae Quan|30|20|Fulfilled in part|
        9/12/2025|Bo Marchetti|77102|OT|Rae Quan|30|0|Unexcused|Clinician ill
        9/15/2025|Ana Lindgren|77101|OT|Rae Quan|30|0|Unexcused|
        """)
    truth = [
        given("77101", "2025-09-08", 30, **BY),
        missed("77102", "2025-09-09", "provider_meeting", minutes=0, **BY),
        missed("77101", "2025-09-10", "school_event", minutes=0, **BY),
        given("77102", "2025-09-11", 20, **BY) | {"status": "partial"},
        missed("77102", "2025-09-12", "provider_absent", minutes=0, **BY),
        missed("77101", "2025-09-15", "student_unexcused", minutes=0, **BY),
    ]
    return Shape("promised_and_fulfilled", "fulfillment.csv", text(rows), {"sessions": truth})


@shape
def only_approvals() -> Shape:
    """The only status is that of the log's approval, which says nothing of the session: minutes do."""
    rows = drawn("""
        Student ID|DOS|Service|Minutes|LogStatus
        77201|20250908|OT|30|Approved by supervisor
        77202|20250909|OT|45|Awaiting Approval
        77202|20250910|OT|30|Not yet verified
        """)
    truth = [
        given("77201", "2025-09-08", 30), given("77202", "2025-09-09", 45), given("77202", "2025-09-10", 30)
    ]  # fmt: skip
    return Shape("only_approvals", "claims.csv", text(rows), {"sessions": truth})


@shape
def verified_or_called_off() -> Shape:
    """Where all other words tell that a session was called off, a verified one with its minutes was given; one whose
    paperwork is open, or that has none, is asked about."""
    rows = drawn("""
        Appt ID|Appt Date|Client Name|Client ID|Staff Member|Service|Scheduled Duration|Actual Duration|Appt Status|Reason
        V1|9/8/2025|Ana Lindgren|77301|Rae Quan|OT|00:30|00:30|Verified|
        V2|9/9/2025|Bo Marchetti|77302|Rae Quan|OT|00:45||Canceled|Patient sick
        V3|9/10/2025|Ana Lindgren|77301|Rae Quan|OT|01:00|00:50|Verified|
        V4|9/11/2025|Bo Marchetti|77302|Rae Quan|OT|00:45|00:45|Open|
        V5|9/12/2025|Bo Marchetti|77302|Rae Quan|OT|00:45||Verified|
        """)
    truth = [
        given("77301", "2025-09-08", 30, session_id="V1", **BY),
        missed("77302", "2025-09-09", "student_absent", session_id="V2", minutes=45, **BY),
        given("77301", "2025-09-10", 50, session_id="V3", **BY),
    ]
    waiting = {"sessions": {"waiting": [5, 6]}}
    return Shape(
        "verified_or_called_off", "appointments.csv", text(rows), {"sessions": truth}, waiting, ("(no status)",)
    )


@shape
def lengths_in_seconds() -> Shape:
    """A platform's table: seconds as minutes, the service under service_line, arrivals and technical failures."""
    rows = drawn("""
        session_guid|student_id|student_name|service_line|start_at|elapsed_seconds|state|clinician
        q-1|ST771|Ana Lindgren|speech_therapy|2025-09-08T09:00:00|1800|Arrived|Rae Quan
        q-2|ST772|Bo Marchetti|counseling|2025-09-09T10:00:00|2700|Arrived|Rae Quan
        q-3|ST772|Bo Marchetti|counseling|2025-09-10T10:00:00|0|technical_failure|Rae Quan
        q-4|ST771|Ana Lindgren|speech_therapy|2025-09-11T09:00:00|0|cancelled_by_clinician|Rae Quan
        """)
    speech, talk = (
        {"service": "SLP", "start_time": "09:00", **BY},
        {"service": "COUNSELING", "start_time": "10:00", **BY},
    )
    truth = [
        given("ST771", "2025-09-08", 30, session_id="q-1", **speech),
        given("ST772", "2025-09-09", 45, session_id="q-2", **talk),
        missed("ST772", "2025-09-10", "tele_technical", session_id="q-3", minutes=0, **talk),
        missed("ST771", "2025-09-11", "provider_absent", session_id="q-4", minutes=0, **speech),
    ]
    return Shape("lengths_in_seconds", "sessions.csv", text(rows), {"sessions": truth})


@shape
def name_and_number_with_a_stroke() -> Shape:
    """Name and id in a cell under a heading that names both, and minutes parted by what insurers count as timed."""
    rows = drawn("""
        Learner / LASID|Visit Date|Facility|Disc|Provider|Visit Status|Timed Min|Untimed Min|Total Tx Min
        Lindgren, Ana - 770401|9/8/2025|Harbor Street School|OT|Quan, Rae|Arrived|15|15|30
        Marchetti, Bo - 770402|9/9/2025|Harbor Street School|ST|Osei, Ama|Cancel - Client Ill|0|0|0
        Marchetti, Bo - 770402|9/10/2025|Harbor Street School|ST|Osei, Ama|Tardy|0|20|20
        """)
    at = {"school": "Harbor Street School"}
    speech = {"service": "SLP", "student": "Marchetti, Bo", "provider": "Osei, Ama", **at}
    truth = [
        given("770401", "2025-09-08", 30, student="Lindgren, Ana", **BY, **at),
        missed("770402", "2025-09-09", "student_absent", minutes=0, **speech),
        given("770402", "2025-09-10", 20, **speech) | {"status": "partial"},
    ]
    return Shape("name_and_number_with_a_stroke", "visits.csv", text(rows), {"sessions": truth})


@shape
def codes_of_the_foot_in_one_cell() -> Shape:
    """Service and group as codes behind one another, which only the key at the foot tells."""
    rows = drawn("""
        Encounter log
        Date|Student|GTID|Code|Minutes|Provider
        9/8/2025|Lindgren, Ana|7705001|OCC|30|Quan, Rae
        9/9/2025|Marchetti, Bo|7705002|SPL+GRX|20|Osei, Ama
        9/10/2025|Lindgren, Ana|7705001|OCC+GRX|30|Quan, Rae

        OCC|Occupational therapy
        SPL|Speech therapy
        GRX|In a small group
        """)
    truth = [
        given("7705001", "2025-09-08", 30, **BY),
        given("7705002", "2025-09-09", 20, "SLP", grouping="group", provider="Osei, Ama"),
        given("7705001", "2025-09-10", 30, grouping="group", **BY),
    ]
    return Shape("codes_of_the_foot_in_one_cell", "encounters.xlsx", book({"Log": rows}), {"sessions": truth})


@shape
def minutes_under_their_reasons() -> Shape:
    """Minutes stand under what was given or under why they weren't; both in a row are a session cut short."""
    head = ["Date", "Student ID", "Service", "Minutes Provided", Merged("Not provided", columns=4)]
    under = ["", "", "", "", "Child absent", "Therapist absent", "Snow Day", "Assembly"]
    rows = drawn("""
        9/8/2025|77601|OT|30||||
        9/9/2025|77602|OT|||45||
        9/10/2025|77601|OT||||30|
        9/11/2025|77602|OT|25||||20
        9/12/2025|77601|OT||30|||
        """)
    truth = [
        given("77601", "2025-09-08", 30),
        missed("77602", "2025-09-09", "provider_absent", minutes=45),
        missed("77601", "2025-09-10", "emergency_closure", minutes=30),
        given("77602", "2025-09-11", 25) | {"status": "partial", "reason": "school_event"},
        missed("77601", "2025-09-12", "student_absent", minutes=30),
    ]
    data = book({"Minutes": [head, under, *rows]})
    return Shape("minutes_under_their_reasons", "minutes.xlsx", data, {"sessions": truth})


@shape
def where_children_went_afterwards() -> Shape:
    """What became of a child after a visit says nothing of the visit: its times do."""
    rows = drawn("""
        Visit Date|Student ID|Service|Time In|Time Out|Disposition
        9/8/2025|077701|Nursing|9:30 AM|10:00 AM|Back to class
        9/9/2025|077702|Nursing|11:00 AM|11:15 AM|Picked up by parent
        9/10/2025|077702|Nursing|11:00 AM|11:20 AM|Rested in health office
        """)
    truth = [
        given("077701", "2025-09-08", 30, "NURSING", start_time="09:30", end_time="10:00"),
        given("077702", "2025-09-09", 15, "NURSING", start_time="11:00", end_time="11:15"),
        given("077702", "2025-09-10", 20, "NURSING", start_time="11:00", end_time="11:20"),
    ]
    return Shape("where_children_went_afterwards", "visits.csv", text(rows), {"sessions": truth})


@shape
def sent_home_among_outcomes() -> Shape:
    """Among outcomes a child who was sent home may as well have missed the session: it is asked."""
    rows = drawn("""
        Date|Student ID|Service|Minutes|Disposition
        9/8/2025|77801|OT|30|Completed
        9/9/2025|77802|OT|30|Sent home
        9/10/2025|77802|OT|30|Absent
        """)
    truth = [given("77801", "2025-09-08", 30), missed("77802", "2025-09-10", "student_absent", minutes=30)]
    waiting = {"sessions": {"waiting": [3]}}
    return Shape("sent_home_among_outcomes", "log.csv", text(rows), {"sessions": truth}, waiting, ("Sent home",))


@shape
def logs_of_service_and_of_other_work() -> Shape:
    """A type that says only that a row is a log says nothing of the session; rows of nobody are other work; a place of
    treatment beside consult is direct."""
    rows = drawn("""
        Log #|Log Type|Log Date|Student|Student ID|Service|Model|Minutes|Missed Service Option
        501|Service Log|9/8/2025|Lindgren, Ana|77901|OT|Pull-Out|30|
        502|Service Log|9/9/2025|Marchetti, Bo|77902|OT|Consult|15|
        503|Other|9/9/2025|||Documentation and planning||60|
        504|Service Log|9/10/2025|Lindgren, Ana|77901|OT|In Class|30|STAAR
        """)
    truth = [
        given("77901", "2025-09-08", 30, session_id="501", kind="direct", setting="pull_out"),
        given("77902", "2025-09-09", 15, session_id="502", kind="indirect", setting="indirect"),
        missed("77901", "2025-09-10", "state_testing", session_id="504", minutes=30, kind="direct", setting="push_in"),
    ]
    return Shape("logs_of_service_and_of_other_work", "logs.csv", text(rows), {"sessions": truth})


@shape
def alone_and_in_groups() -> Shape:
    """Minutes alone and in a group side by side are a session each, and no scores; the group's size is the group's."""
    rows = drawn("""
        Speech therapy sessions by Rae Quan, CCC-SLP
        Student|Student ID|Date|Ind Mins|Grp Mins|# in Grp
        Lindgren, Ana|78101|9/8/2025|30||
        Marchetti, Bo|78102|9/9/2025||20|3
        Lindgren, Ana|78101|9/10/2025|15|20|2
        """)
    by = {"service": "SLP", "provider": "Quan, Rae"}
    truth = [
        given("78101", "2025-09-08", 30, grouping="individual", **by),
        given("78102", "2025-09-09", 20, grouping="group", group_size=3, **by),
        given("78101", "2025-09-10", 15, grouping="individual", **by),
        given("78101", "2025-09-10", 20, grouping="group", group_size=2, **by),
    ]
    return Shape("alone_and_in_groups", "speech.xlsx", book({"Sept": rows}), {"sessions": truth})


@shape
def notes_of_sessions_among_missed_ones() -> Shape:
    """A session note is the record of one that was given, where the same column tells those that weren't; an evaluation
    is asked about."""
    rows = drawn("""
        Log Date|Entry Type|Consumer|Consumer No.|Service|Minutes|Reason for Variance
        9/8/2025|Session Note|Lindgren, Ana|78201|OT|30|
        9/9/2025|Missed Session|Lindgren, Ana|78201|OT|30|Convocation
        9/10/2025|Makeup Session|Lindgren, Ana|78201|OT|30|
        9/11/2025|Evaluation|Lindgren, Ana|78201|OT|60|
        9/12/2025|Missed Session|Lindgren, Ana|78201|OT|30|Practitioner in training
        """)
    truth = [
        given("78201", "2025-09-08", 30),
        missed("78201", "2025-09-09", "school_event", minutes=30),
        given("78201", "2025-09-10", 30) | {"status": "make_up"},
        missed("78201", "2025-09-12", "provider_meeting", minutes=30),
    ]
    waiting = {"sessions": {"waiting": [5]}}
    name = "notes_of_sessions_among_missed_ones"
    return Shape(name, "entries.csv", text(rows), {"sessions": truth}, waiting, ("Evaluation",))


@shape
def timed_and_untimed_without_their_sum() -> Shape:
    """What insurers count as timed and untimed is one session's minutes together."""
    rows = drawn("""
        Visit Date|Child (EIN)|Disc|Visit Status|Timed Min|Untimed Min
        9/8/2025|Lindgren, Ana (0078301)|OT|Arrived|15|15
        9/9/2025|Marchetti, Bo (0078302)|ST|Arrived|0|30
        9/10/2025|Marchetti, Bo (0078302)|ST|Absent today|0|0
        """)
    truth = [
        given("0078301", "2025-09-08", 30, student="Lindgren, Ana"),
        given("0078302", "2025-09-09", 30, "SLP", student="Marchetti, Bo"),
        missed("0078302", "2025-09-10", "student_absent", "SLP", student="Marchetti, Bo", minutes=0),
    ]
    return Shape("timed_and_untimed_without_their_sum", "visits.csv", text(rows), {"sessions": truth})


@shape
def modifiers_in_columns_of_their_own() -> Shape:
    """Modifiers beside a procedure that several professions bill say which service it was, and that it was a group's;
    one that says neither (U1) doesn't matter."""
    rows = drawn("""
        DOS|Student ID|CPT|Mod 1|Mod 2|Minutes
        9/8/2025|78401|97530|GO||30
        9/9/2025|78402|97530|GP|U1|30
        9/10/2025|78402|92508|GN|HQ|20
        """)
    truth = [
        given("78401", "2025-09-08", 30),
        given("78402", "2025-09-09", 30, "PT"),
        given("78402", "2025-09-10", 20, "SLP", grouping="group"),
    ]
    return Shape("modifiers_in_columns_of_their_own", "claims.csv", text(rows), {"sessions": truth})


@shape
def excused_minutes_are_not_given() -> Shape:
    """Of three columns of minutes those that were excused were missed; where nothing was given or excused it is asked."""
    rows = drawn("""
        Date|Student ID|Service|Scheduled Minutes|Minutes Excused|Minutes Fulfilled
        9/8/2025|78501|OT|30|0|30
        9/9/2025|78502|OT|30|30|0
        9/10/2025|78502|OT|30|0|0
        """)
    truth = [given("78501", "2025-09-08", 30), missed("78502", "2025-09-09", None, minutes=30)]
    waiting = {"sessions": {"waiting": [4]}}
    return Shape("excused_minutes_are_not_given", "log.csv", text(rows), {"sessions": truth}, waiting, ("(blank)",))


@shape
def minutes_in_words_that_nobody_knows() -> Shape:
    """Two columns are minutes by the same word and differ in one that nobody knows: it is asked which of them counts."""
    rows = drawn("""
        Date|Student ID|Service|Yellow Minutes|Orange Minutes
        9/8/2025|78601|OT|30|15
        9/9/2025|78602|OT|0|45
        """)
    waiting = {"sessions": {"waiting": [2, 3]}}
    return Shape("minutes_in_words_that_nobody_knows", "log.csv", text(rows), {}, waiting, ("Orange Minutes",))


@shape
def a_make_up_as_a_type_of_log() -> Shape:
    """The type of log says of a row that it is a make-up; N° ID and Group Ref are the student's id and the group's."""
    rows = drawn("""
        N° ID|Service|Date of Service|Log Type|Group Ref|Minutes|Make-Up For
        K0931|OT|10/1/2025|Service Log|T-4|30|
        K0931|OT|10/8/2025|Missed - Provider Unavailable||30|
        K0931|OT|10/10/2025|Make-Up Log||30|10/8/2025
        """)
    truth = [
        given("K0931", "2025-10-01", 30, group_id="T-4"),
        missed("K0931", "2025-10-08", "provider_absent", minutes=30),
        given("K0931", "2025-10-10", 30, makes_up_date="2025-10-08") | {"status": "make_up"},
    ]
    return Shape("a_make_up_as_a_type_of_log", "OT export.csv", text(rows), {"sessions": truth})


@shape
def kinds_absences_and_make_ups_under_one_type() -> Shape:
    """Direct, an absence and a make-up under a type of session: the first is a kind, the others say what became of it."""
    rows = drawn("""
        Student|Date|Type of session|Minutes
        Ilves, Mari|10/1/2025|Direct|30
        Ilves, Mari|10/8/2025|Student absent|30
        Ilves, Mari|10/9/2025|Make-up|30
        """)
    truth = [
        given("Ilves, Mari", "2025-10-01", 30, kind="direct"),
        missed("Ilves, Mari", "2025-10-08", "student_absent", minutes=30),
        given("Ilves, Mari", "2025-10-09", 30) | {"status": "make_up"},
    ]
    return Shape("kinds_absences_and_make_ups_under_one_type", "OT log.csv", text(rows), {"sessions": truth})
