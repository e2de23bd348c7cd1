"""Logs that tell in few words, or by ticks under who was away, what became of a session; and what is no child's id, no
setting and no cycle."""

from datetime import date

from tests.shapes.shape import Merged, Shape, book, drawn, given, line, missed, shape, text, times


@shape
def ticks_under_who_was_away() -> Shape:
    """Ticks in columns that Absent stands over: Student, Therapist; the child is told above the table."""
    rows = [
        ["Student:", "Una Boll", "", "ID#:", "98501"],
        ["Service:", "Physical Therapy"],
        [],
        [Merged("Date", rows=2), Merged("Minutes", rows=2), Merged("Present", rows=2), Merged("Absent", columns=3), "", "",
         Merged("Remarks", rows=2)],
        ["", "", "", "Student", "Therapist", "School closed"],
        [date(2025, 9, 8), 30, "X"],
        [date(2025, 9, 15), "", "", "X", "", "", "a cold"],
        [date(2025, 9, 22), "", "", "", "X"],
        [date(2025, 10, 13), "", "", "", "", "X"],
    ]  # fmt: skip
    away = [("2025-09-15", "student_absent"), ("2025-09-22", "provider_absent"), ("2025-10-13", "holiday")]
    truth = [
        given("98501", "2025-09-08", 30, "PT", student="Boll, Una"),
        *(missed("98501", day, reason, "PT", student="Boll, Una") for day, reason in away),
    ]
    return Shape("ticks_under_who_was_away", "log.xlsx", book({"Log": rows}), {"sessions": truth})


@shape
def make_ups_among_types() -> Shape:
    """A type of session says that one is a make-up, and its status that it was held, or that nobody came."""
    rows = drawn("""
        Student ID|Date|Service|Session Type|Minutes|Status
        98511|1/26/2026|OT|INDIVIDUAL|30|COMPLETED
        98512|1/26/2026|OT|GROUP|30|COMPLETED
        98511|1/29/2026|OT|MAKEUP|45|COMPLETED
        98512|1/30/2026|OT|MAKEUP|30|STUDENT_ABSENT
        """)
    alone, together = {"grouping": "individual"}, {"grouping": "group"}
    truth = [
        given("98511", "2026-01-26", 30, **alone),
        given("98512", "2026-01-26", 30, **together),
        given("98511", "2026-01-29", 45) | {"status": "make_up"},
        missed("98512", "2026-01-30", "student_absent", minutes=30) | {"status": "attempt"},
    ]
    return Shape("make_ups_among_types", "sessions.csv", text(rows), {"sessions": truth})


@shape
def outcomes_written_short() -> Shape:
    """Outcomes of words that are written short, and what kept a session by video from being held."""
    rows = drawn("""
        Student ID|Date|Svc|Ind/Grp|Length|Outcome
        98521|12/1/2025|OT|Grp/3|30 min|Svc Provided
        98522|12/3/2025|OT|Grp/3|30 min|Stu Abs
        98522|12/8/2025|OT|Ind|30 min|Prov Abs
        98523|12/9/2025|OT|Ind|30 min|Sch Closed
        98523|12/10/2025|OT|Ind|30 min|Held in full
        98523|12/11/2025|OT|Ind|30 min|Internet outage at school
        """)
    three, alone = {"grouping": "group", "group_size": 3}, {"grouping": "individual"}
    truth = [
        given("98521", "2025-12-01", 30, **three),
        missed("98522", "2025-12-03", "student_absent", minutes=30, **three),
        missed("98522", "2025-12-08", "provider_absent", minutes=30, **alone),
        missed("98523", "2025-12-09", "holiday", minutes=30, **alone),
        given("98523", "2025-12-10", 30, **alone),
        missed("98523", "2025-12-11", "tele_technical", minutes=30, **alone),
    ]
    return Shape("outcomes_written_short", "history.csv", text(rows), {"sessions": truth})


@shape
def a_location_that_is_a_school() -> Shape:
    """Under Location stand schools by their names, and no settings."""
    rows = drawn("""
        Student ID|Date|Service|Minutes|Appointment Status|Location
        98531|11/3/2025|OT|30|Show|Flint Elem
        98532|11/4/2025|OT|30|No Show|Marsh Middle School
        """)
    truth = [
        given("98531", "2025-11-03", 30, school="Flint Elem"),
        missed("98532", "2025-11-04", "student_absent", minutes=30, school="Marsh Middle School"),
    ]
    return Shape("a_location_that_is_a_school", "appointments.csv", text(rows), {"sessions": truth})


@shape
def minutes_a_term() -> Shape:
    """A term may be a quarter, a trimester or a semester: its line waits for an answer."""
    rows = drawn("""
        Student ID|Service|Minutes|Service Frequency|Start Date
        98541|OT|60|Week|9/2/2025
        98542|OT|90|Term|9/2/2025
        """)
    truth = [line("98541", "OT", 60, "week", start_date="2025-09-02")]
    held = {"service_lines": {"waiting": [3]}}
    return Shape("minutes_a_term", "services.csv", text(rows), {"service_lines": truth}, held, ("Term",))


@shape
def counts_beneath_each_block() -> Shape:
    """How many students and lines a block has is told beneath it: the number is no id of those of the next one."""
    rows = drawn("""
        Therapist: Ida Amsel
        Student|School|Svc|Min/Session|Sessions|Per|Start
        Boll, Una|Flint|OT|30|2|Week|9/2/2025
        Cray, Vic|Flint|OT|45|2|Month|9/3/2025
        Students: 2     Lines: 2

        Therapist: Otto Bohm
        Student|School|Svc|Min/Session|Sessions|Per|Start
        Cray, Vic|Flint|PT|30|3|Month|9/3/2025
        Dorn, Eve|Marsh|PT|20|3|Week|9/4/2025
        Students: 2     Lines: 2
        """)
    ida, otto = {"provider": "Amsel, Ida", "school": "Flint"}, {"provider": "Bohm, Otto"}
    truth = [
        line("Boll, Una", "OT", 60, "week", start_date="2025-09-02", **times(2, 30), **ida),
        line("Cray, Vic", "OT", 90, "month", start_date="2025-09-03", **times(2, 45), **ida),
        line("Cray, Vic", "PT", 90, "month", start_date="2025-09-03", school="Flint", **times(3, 30), **otto),
        line("Dorn, Eve", "PT", 60, "week", start_date="2025-09-04", school="Marsh", **times(3, 20), **otto),
    ]
    return Shape("counts_beneath_each_block", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def an_id_that_several_children_share() -> Shape:
    """What stands beside several children's names is no id of theirs, whatever it is called."""
    rows = drawn("""
        Student ID|Student Name|Date|Service|Minutes|Status
        7|Boll, Una|9/8/2025|OT|30|Delivered
        7|Cray, Vic|9/9/2025|OT|30|Delivered
        7|Dorn, Eve|9/10/2025|OT|30|Student Absent
        """)
    truth = [
        given("Boll, Una", "2025-09-08", 30),
        given("Cray, Vic", "2025-09-09", 30),
        missed("Dorn, Eve", "2025-09-10", "student_absent", minutes=30),
    ]
    return Shape("an_id_that_several_children_share", "log.csv", text(rows), {"sessions": truth})


@shape
def sessions_covered_by_others() -> Shape:
    """Who covers is who gave the session; where nobody did, it is the regular one's. Who signed or wrote is neither."""
    rows = drawn("""
        Visit ID|Pupil ID|Svc|Date of Visit|Min|Regular Provider|Covered By|Note Completed By|Supervised By|Outcome
        V-1|8801|Speech|10/6/2025|30|Ames, Pia||Ames, Pia|Zeh, Tom|Seen
        V-2|8801|Speech|10/13/2025|30|Ames, Pia|Boyd, Rex|Boyd, Rex|Zeh, Tom|Seen
        V-3|8802|Speech|10/13/2025||Ames, Pia||Office, Ann|Zeh, Tom|Student absent
        V-4|8802|Speech|10/20/2025|25|Ames, Pia|Cole, Uma|Cole, Uma|Zeh, Tom|Seen
        """)
    ames = {"provider": "Ames, Pia"}
    truth = [
        given("8801", "2025-10-06", 30, "SLP", session_id="V-1", **ames),
        given("8801", "2025-10-13", 30, "SLP", session_id="V-2", provider="Boyd, Rex"),
        missed("8802", "2025-10-13", "student_absent", "SLP", session_id="V-3", **ames),
        given("8802", "2025-10-20", 25, "SLP", session_id="V-4", provider="Cole, Uma"),
    ]
    return Shape("sessions_covered_by_others", "visits.csv", text(rows), {"sessions": truth})
