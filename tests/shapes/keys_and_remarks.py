"""Books with keys to initials, remarks of make-ups, counts in titles, appointments with weekdays, staff with their week."""

from tests.shapes.shape import Shape, drawn, given, missed, shape, text


@shape
def initials_and_marks_by_a_key() -> Shape:
    """The key gives the initials their names, and says what stands where minutes should: in a file of therapy one mark of it
    is testing, another one an absence. Whose initials it leaves out stays so called."""
    rows = drawn("""
        OT contacts
        Day|Initials|Minutes|Service
        10/6/2025|BT|30|OT
        10/6/2025|MR|A|OT
        10/6/2025|ZQ|25|OT
        10/7/2025|BT|T|OT
        10/7/2025|MR|30|OT

        BT: Bella Tran
        MR: Marco Reyes
        A: absent
        T: testing
        """)
    bella, marco = "Tran, Bella", "Reyes, Marco"
    truth = [
        given(bella, "2025-10-06", 30),
        missed(marco, "2025-10-06", "student_absent"),
        given("ZQ", "2025-10-06", 25),
        missed(bella, "2025-10-07", "state_testing"),
        given(marco, "2025-10-07", 30),
    ]
    return Shape("initials_and_marks_by_a_key", "contacts.csv", text(rows), {"sessions": truth})


@shape
def remarks_of_make_ups() -> Shape:
    """A remark that begins with which day it makes up is a make-up; one that asks for a make-up is none."""
    rows = drawn("""
        Date|Student|Min|Remarks|Service
        12/9/2025|Tran, Bella|30|cutting|OT
        12/16/2025|Tran, Bella||student absent|OT
        1/6/2026|Tran, Bella|30|Make-up for 12/16, zippers|OT
        1/8/2026|Tran, Bella|20|letters; MU for missed session on 12/16/25|OT
        1/13/2026|Tran, Bella|15|needs make-up for 1/13|OT
        """)
    who, of = "Tran, Bella", {"status": "make_up", "makes_up_date": "2025-12-16"}
    truth = [
        given(who, "2025-12-09", 30),
        missed(who, "2025-12-16", "student_absent"),
        given(who, "2026-01-06", 30) | of,
        given(who, "2026-01-08", 20) | of,
        given(who, "2026-01-13", 15),
    ]
    return Shape("remarks_of_make_ups", "notes.csv", text(rows), {"sessions": truth})


@shape
def appointments_with_weekdays() -> Shape:
    """The weekday before day and time; the type of each session names the service and how it is given."""
    rows = drawn("""
        Visit ID|Client|Staff|Session Type|Start Time|End Time|Status
        1|Bly, Una|Ray, Tova|PT: group|Monday, 09/08/2025 1:00 PM|Monday, 09/08/2025 1:30 PM|Completed
        2|Bly, Una|Ray, Tova|PT: individual|Tue, Sep 9, 2025 1:00 PM|Tue, Sep 9, 2025 1:45 PM|Completed
        3|Cox, Ira|Ray, Tova|PT: individual|Wed 2025-09-10 13:00|Wed 2025-09-10 13:30|No show
        """)
    by = {"provider": "Ray, Tova", "start_time": "13:00"}
    one, group = by | {"grouping": "individual"}, by | {"grouping": "group"}
    truth = [
        given("Bly, Una", "2025-09-08", 30, "PT", session_id="1", end_time="13:30", **group),
        given("Bly, Una", "2025-09-09", 45, "PT", session_id="2", end_time="13:45", **one),
        missed("Cox, Ira", "2025-09-10", "student_absent", "PT", session_id="3", end_time="13:30", **one),
    ]
    return Shape("appointments_with_weekdays", "visits.csv", text(rows), {"sessions": truth})
