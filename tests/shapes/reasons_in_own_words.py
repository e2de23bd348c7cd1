"""Reasons beside no minutes as therapists write them, and who was away by profession."""

from tests.shapes.shape import Shape, drawn, given, missed, shape, text


@shape
def whose_teacher_was_out() -> Shape:
    """A log of several services: the teacher's absence is the provider's where the teacher gives the service; beside
    occupational therapy it is asked why there was none."""
    rows = drawn("""
        Learner ID|Related Service|Visit Date|Min|Why Not Seen
        70211|SDI|10/6/2025|60|
        70211|SDI|10/7/2025|0|Teacher absent
        70211|OT|10/7/2025|0|Teacher absent
        70211|OT|10/8/2025|30|
        70218|Nursing|10/7/2025|0|Nurse out
        70218|PT|10/9/2025|0|Nurse out
        70218|PT|10/10/2025|0|PTA out sick
        """)
    truth = [
        given("70211", "2025-10-06", 60, "SDI"),
        missed("70211", "2025-10-07", "provider_absent", "SDI", minutes=0),
        given("70211", "2025-10-08", 30),
        missed("70218", "2025-10-07", "provider_absent", "NURSING", minutes=0),
        missed("70218", "2025-10-10", "provider_absent", "PT", minutes=0),
    ]
    held = {"sessions": {"waiting": [4, 7]}}
    asked = ("Teacher absent", "Nurse out")
    return Shape("whose_teacher_was_out", "october.csv", text(rows), {"sessions": truth}, held, asked)


@shape
def why_there_was_none() -> Shape:
    """Why there was no session as it comes to mind; whose appointment it was isn't said, and is asked."""
    rows = drawn("""
        Learner ID|Learner|Service|Session Date|Minutes Provided|If not provided, why?
        70231|Abara, Obi|Speech|10/2/2025|30|
        70231|Abara, Obi|Speech|10/9/2025|0|stayed home with a stomach bug
        70231|Abara, Obi|Speech|10/16/2025|0|didn't want to leave recess
        70231|Abara, Obi|Speech|10/23/2025|0|dad asked us to skip this week
        70231|Abara, Obi|Speech|10/30/2025|0|iPad would not connect
        70231|Abara, Obi|Speech|11/6/2025|0|in ISS all day
        70231|Abara, Obi|Speech|11/13/2025|0|student here, SLP absent
        70231|Abara, Obi|Speech|11/20/2025|0|doctor's appointment
        """)
    who = {"service": "SLP", "student": "Abara, Obi"}
    told = [("2025-10-09", "student_absent"), ("2025-10-16", "student_refused"), ("2025-10-23", "parent_declined"),
            ("2025-10-30", "tele_technical"), ("2025-11-06", "student_suspended"), ("2025-11-13", "provider_absent")]  # fmt: skip
    truth = [given("70231", "2025-10-02", 30, **who)]
    truth += [missed("70231", day, reason, minutes=0, **who) for day, reason in told]
    held = {"sessions": {"waiting": [9]}}
    return Shape("why_there_was_none", "obi.csv", text(rows), {"sessions": truth}, held, ("doctor's appointment",))


@shape
def taken_back_and_replaced() -> Shape:
    """Entries that were voided: one that another replaces is gone, one that nothing replaces is asked about."""
    rows = drawn("""
        Encounter #|Learner ID|Service|Service Date|Minutes|Result|Entry State|Replaces Encounter
        90001|70240|OT|10/7/2025|30|Attended|Final|
        90002|70240|OT|10/14/2025|45|Attended|Voided|
        90003|70240|OT|10/14/2025|30|Attended|Final|90002
        90004|70241|OT|10/7/2025|30|Absent|Final|
        90005|70241|OT|10/14/2025|30|Attended|Voided|
        """)
    truth = [
        given("70240", "2025-10-07", 30, session_id="90001"),
        given("70240", "2025-10-14", 30, session_id="90003"),
        missed("70241", "2025-10-07", "student_absent", minutes=30, session_id="90004"),
    ]
    held = {"sessions": {"waiting": [6]}}
    return Shape("taken_back_and_replaced", "encounters.csv", text(rows), {"sessions": truth}, held)


@shape
def make_ups_among_kinds() -> Shape:
    """Direct, indirect and what was made up of either in one column, beside why others weren't given."""
    rows = drawn("""
        Learner ID|Therapy|Date of Visit|Length|Kind of Visit
        70251|OT|10/6/2025|30|Direct
        70251|OT|10/13/2025|30|Therapist absent
        70251|OT|10/15/2025|30|Direct Make-up
        70252|OT|10/6/2025|15|Indirect
        70252|OT|10/16/2025|15|Indirect Make-up
        """)
    direct, indirect = {"kind": "direct"}, {"kind": "indirect"}
    truth = [
        given("70251", "2025-10-06", 30, **direct),
        missed("70251", "2025-10-13", "provider_absent", minutes=30),
        given("70251", "2025-10-15", 30, **direct) | {"status": "make_up"},
        given("70252", "2025-10-06", 15, **indirect),
        given("70252", "2025-10-16", 15, **indirect) | {"status": "make_up"},
    ]
    return Shape("make_ups_among_kinds", "visits.csv", text(rows), {"sessions": truth})
