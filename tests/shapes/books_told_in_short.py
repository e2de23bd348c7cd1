"""Books kept by hand that tell much in little: colours with a key, services that ended, weeks in a cell, notes that tell all."""

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text

KIT = {"provider": "Kit, Wren"}


@shape
def services_that_ended_beside_amounts() -> Shape:
    """A director's list with a unit in each heading; where a service ended the cell says so, and makes no line."""
    rows = [["IEP minutes 2025-26"], *drawn("""
        Student ID|Gr|Speech min/mo|OT min/wk|PT min/mo|Annual due
        7101|1|120|30||10/14/2026
        7102|2|discharged 10/3|15|60|11/20/2026
        7103|K|DNQ|-|30|5/18/2026
        """)]  # fmt: skip
    told = [("7101", "SLP", 120, "month"), ("7101", "OT", 30, "week"), ("7102", "OT", 15, "week"),
            ("7102", "PT", 60, "month"), ("7103", "PT", 30, "month")]  # fmt: skip
    truth = [line(who, service, minutes, cycle) for who, service, minutes, cycle in told]
    return Shape("services_that_ended_beside_amounts", "iep min.csv", text(rows), {"service_lines": truth})


@shape
def a_tab_a_child_with_why_in_remarks() -> Shape:
    """A tab a child: what is left of the month counts down; a remark says why there was nothing, not what cut it short."""
    first = drawn("""
        Name|Payne, Ola
        Service|Speech
        Therapist|Wren Kit
        |
        Date|Min|Left this month|Comment
        1/7/2026|30|90|fire drill, finished outside
        1/8/2026|0|90|picture day
        1/9/2026|0|90|I had a meeting
        |
        Total|30|90
        """)
    truth = [
        given("Payne, Ola", "2026-01-07", 30, "SLP", **KIT),
        missed("Payne, Ola", "2026-01-08", "school_event", "SLP", minutes=0, **KIT),
        missed("Payne, Ola", "2026-01-09", "provider_meeting", "SLP", minutes=0, **KIT),
    ]
    return Shape("a_tab_a_child_with_why_in_remarks", "jan.xlsx", book({"Payne O": first}), {"sessions": truth})


@shape
def planned_and_actual_times_under_one_title() -> Shape:
    """Scheduled and actual times, the same where nothing changed; school, service and therapist in the title alone."""
    rows = [["Fernwood Primary - Speech (Wren Kit)"], *drawn("""
        Date|Student|Sched.|Actual time|Here?
        3/2/2026|Ola Payne|9:00-9:30|same|yes
        3/2/2026|Ros Quade|10:15-10:45|10:25-10:45|yes
        3/4/2026|Ola Payne|9:00-9:30||no - assembly
        """)]  # fmt: skip
    where = {**KIT, "school": "Fernwood Primary"}
    truth = [
        given("Payne, Ola", "2026-03-02", 30, "SLP", start_time="09:00", end_time="09:30", **where),
        given("Quade, Ros", "2026-03-02", 20, "SLP", start_time="10:25", end_time="10:45", **where),
        missed("Payne, Ola", "2026-03-04", "school_event", "SLP", **where),
    ]
    return Shape("planned_and_actual_times_under_one_title", "march.csv", text(rows), {"sessions": truth})


@shape
def words_in_place_of_most_amounts_of_a_service() -> Shape:
    """A column of one service's minutes in which more words than numbers stand: each word is asked about, none is lost."""
    rows = drawn("""
        Student ID|Gr|Speech min/mo|OT min/wk
        7201|1|120|30
        7202|2|see notes|15
        7203|K|on hold|30
        """)
    unread = {
        "service": "SLP",
        "plan_type": "IEP",
        "kind": "direct",
        "esy": False,
        "cycle": "month",
        "is_usable": False,
    }
    told = [
        ("7201", "SLP", 120, "month"),
        ("7201", "OT", 30, "week"),
        ("7202", "OT", 15, "week"),
        ("7203", "OT", 30, "week"),
    ]
    truth = [line(*one) for one in told]
    truth += [{**unread, "student_id": who} for who in ("7202", "7203")]
    asked = ("see notes", "on hold")
    return Shape(
        "words_in_place_of_most_amounts_of_a_service", "min.csv", text(rows), {"service_lines": truth}, asked=asked
    )


@shape
def notes_that_tell_all() -> Shape:
    """Day, child and a note whose first words tell the outcome and minutes; one that takes something back is asked about."""
    rows = [["OT notes - Wren Kit, OTR/L"], *drawn("""
        Date|Student|What happened
        2/3/2026|Ola Payne|Seen 30 min in OT room. Cutting on a curve, 4/5 trials.
        2/4/2026|Ros Quade|Absent today.
        2/10/2026|Ola Payne|Seen 30 min, but left early for the dentist
        2/11/2026|Ros Quade|saw him for 25 minutes; 7 of 10 letters
        """)]  # fmt: skip
    truth = [
        given("Payne, Ola", "2026-02-03", 30, **KIT),
        missed("Quade, Ros", "2026-02-04", "student_absent", **KIT),
        given("Quade, Ros", "2026-02-11", 25, **KIT),
    ]
    held = {"sessions": {"waiting": [5]}}
    return Shape("notes_that_tell_all", "feb.csv", text(rows), {"sessions": truth}, held, ("(no minutes)",))


@shape
def initials_of_who_came_in_a_grid() -> Shape:
    """A grid that an OT and an assistant share: initials say who came, the key whose they are."""
    rows = [["OT log, Fall 2025"], *drawn("""
        Student|Min|Tu 9/2|Th 9/4|Tu 9/9
        Payne, Ola|30|WK||X
        Quade, Ros|20|BO|BO|A
        |
        WK = seen by Wren Kit, OTR/L
        BO = Bo Oda, COTA/L
        A = student absent
        X = therapist absent
        """)]  # fmt: skip
    truth = [
        given("Payne, Ola", "2025-09-02", 30, **KIT),
        missed("Payne, Ola", "2025-09-09", "provider_absent", minutes=30),
        given("Quade, Ros", "2025-09-02", 20, provider="Oda, Bo"),
        given("Quade, Ros", "2025-09-04", 20, provider="Oda, Bo"),
        missed("Quade, Ros", "2025-09-09", "student_absent", minutes=20),
    ]
    return Shape("initials_of_who_came_in_a_grid", "fall.csv", text(rows), {"sessions": truth})


@shape
def services_in_a_cell_with_who_gives_each() -> Shape:
    """A director's list with all related services of a child in one cell, the therapist's name behind each."""
    rows = [["Student", "School", "Related services (min)"],
            ["Payne, Ola", "Fernwood", "Speech 60/mo (Holm)\nOT 10/wk (Kit)"],
            ["Quade, Ros", "Oak Ridge", "PT 45/mo (Marsh)"]]  # fmt: skip
    truth = [
        line("Payne, Ola", "SLP", 60, "month", school="Fernwood", provider="Holm"),
        line("Payne, Ola", "OT", 10, "week", school="Fernwood", provider="Kit"),
        line("Quade, Ros", "PT", 45, "month", school="Oak Ridge", provider="Marsh"),
    ]
    return Shape("services_in_a_cell_with_who_gives_each", "by child.csv", text(rows), {"service_lines": truth})


@shape
def weekdays_in_the_cells_of_weeks() -> Shape:
    """A column a week, in each cell the weekdays with minutes or a mark of the key at the foot."""
    rows = [["Speech minutes - October 2025 - Wren Kit, CCC-SLP"], *drawn("""
        Student|Wk of 10/6|Wk of 10/13
        Payne, Ola|M 30, W 30|M NS, W abs
        Quade, Ros|Th 20|T 20, Th mtg
        |
        abs = student absent, mtg = I had a meeting, NS = no school
        """)]  # fmt: skip
    truth = [
        given("Payne, Ola", "2025-10-06", 30, "SLP", **KIT), given("Payne, Ola", "2025-10-08", 30, "SLP", **KIT),
        missed("Payne, Ola", "2025-10-13", "holiday", "SLP", **KIT),
        missed("Payne, Ola", "2025-10-15", "student_absent", "SLP", **KIT),
        given("Quade, Ros", "2025-10-09", 20, "SLP", **KIT), given("Quade, Ros", "2025-10-14", 20, "SLP", **KIT),
        missed("Quade, Ros", "2025-10-16", "provider_meeting", "SLP", **KIT),
    ]  # fmt: skip
    return Shape("weekdays_in_the_cells_of_weeks", "oct.csv", text(rows), {"sessions": truth})
