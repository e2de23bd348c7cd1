"""Logs drawn as weeks, timetables and lists of who came, with what became of each session behind the name."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def tab_a_week() -> Shape:
    """A tab a week named by its days, a column a weekday; the year and who treats stand in the title."""
    title = ["OT     Wren Kit, COTA/L     School Year 2025-2026"]
    first = [title, *drawn("""
        Name|Mon|Tues|Wed|Thurs|Fri
        Ola Payne|30||abs||30 make-up
        Ros Quade||20|||
        """)]  # fmt: skip
    second = [title, *drawn("""
        Name|Mon|Tues|Wed|Thurs|Fri
        Ola Payne||30|||
        Ros Quade|OT absent|||25|
        """)]  # fmt: skip
    kit = {"provider": "Kit, Wren"}
    truth = [
        given("Payne, Ola", "2025-09-15", 30, **kit), missed("Payne, Ola", "2025-09-17", "student_absent", **kit),
        {**given("Payne, Ola", "2025-09-19", 30, **kit), "status": "make_up"}, given("Quade, Ros", "2025-09-16", 20, **kit),
        given("Payne, Ola", "2025-09-23", 30, **kit), missed("Quade, Ros", "2025-09-22", "provider_absent", **kit),
        given("Quade, Ros", "2025-09-25", 25, **kit),
    ]  # fmt: skip
    return Shape("tab_a_week", "weeks.xlsx", book({"9.15-9.19": first, "9.22-9.26": second}), {"sessions": truth})


@shape
def slots_with_marks() -> Shape:
    """A week's timetable used as a log: times down, days across, names with a tick or a word; lunch is nobody's."""
    rows = [
        ["Wren Kit, CCC-SLP    Speech    Week of February 2, 2026"],
        [],
        ["Time", "Mon 2/2", "Tue 2/3", "Thu 2/5"],
        ["9:00-9:30", "Ola Payne ✓", "Ros Quade ✓\nIda Amsel - absent", ""],
        ["11:30-12:00", "Lunch", "Lunch", "Lunch"],
        ["1:00-1:45", "IEP meeting", "", "Ola Payne (absent)"],
    ]
    kit = {"provider": "Kit, Wren"}
    nine, one = {"start_time": "09:00", "end_time": "09:30"}, {"start_time": "13:00", "end_time": "13:45"}
    alone, two = {"grouping": "individual", "group_size": 1}, {"grouping": "group", "group_size": 2}
    truth = [
        given("Payne, Ola", "2026-02-02", 30, "SLP", **kit, **nine, **alone),
        given("Quade, Ros", "2026-02-03", 30, "SLP", **kit, **nine, **two),
        missed("Amsel, Ida", "2026-02-03", "student_absent", "SLP", **kit, **nine, **two),
        missed("Payne, Ola", "2026-02-05", "student_absent", "SLP", **kit, **one, **alone),
    ]
    return Shape("slots_with_marks", "schedule feb.xlsx", book({"Schedule": rows}), {"sessions": truth})


@shape
def attendees_with_outcomes() -> Shape:
    """A teletherapy export: attendees with their own outcome in brackets in one cell, a zone behind the time."""
    rows = drawn("""
        Session Start|Length|Therapist|Therapy Type|Modality|Participants
        Mar 3, 2026 9:00 AM CST|30 min|Kit Wren|Speech Therapy|Virtual|Ola Payne (Attended); Ros Quade (No-show)
        Mar 5, 2026 9:00 AM CST|25 min|Kit Wren|Speech Therapy|Virtual|Ola Payne (Attended); Ros Quade
        """)
    both = {"provider": "Wren, Kit", "start_time": "09:00", "setting": "tele", "grouping": "group", "group_size": 2}
    truth = [
        given("Payne, Ola", "2026-03-03", 30, "SLP", **both),
        missed("Quade, Ros", "2026-03-03", "student_absent", "SLP", minutes=30, **both),
        given("Payne, Ola", "2026-03-05", 25, "SLP", **both),
    ]
    data = text(rows)
    held = {"sessions": {"waiting": [3]}}
    return Shape("attendees_with_outcomes", "tele.csv", data, {"sessions": truth}, held, ("(no mark)",))


@shape
def lengths_by_place() -> Shape:
    """A teacher's log with minutes in the classroom and in the resource room side by side, and ticks for those absent."""
    rows = drawn(
        """
        Specially Designed Instruction Log
        Date|Student|In Gen Ed Classroom (min)|In Resource Room (min)|Absent|Subject
        9/15/2025|Payne, Ola|30|45||Reading
        9/15/2025|Quade, Ros|0|40||Reading
        9/16/2025|Payne, Ola||||X|
        """.replace("||||X|", "|||X|")
    )
    truth = [
        given("Payne, Ola", "2025-09-15", 30, "SDI", setting="push_in"),
        given("Payne, Ola", "2025-09-15", 45, "SDI", setting="pull_out"),
        given("Quade, Ros", "2025-09-15", 40, "SDI", setting="pull_out"),
        missed("Payne, Ola", "2025-09-16", "student_absent", "SDI"),
    ]
    return Shape("lengths_by_place", "sdi.csv", text(rows), {"sessions": truth})


@shape
def days_of_an_invoice() -> Shape:
    """An invoice with a student's days in one cell, without their year, beside their count and sum."""
    rows = drawn("""
        Bright Paths Therapy, LLC
        Services rendered: October 2025
        Student|Service|Dates of Service|Session Length|# Sessions|Total Min|Amount
        Ola Payne|Speech Therapy - Individual|10/2, 10/9, 10/16|30 min|3|90|123
        Ros Quade|Speech Therapy - Group|10/3|20 min|1|20|27.5
        """)
    truth = [
        *(given("Payne, Ola", f"2025-10-{day:02d}", 30, "SLP", grouping="individual") for day in (2, 9, 16)),
        given("Quade, Ros", "2025-10-03", 20, "SLP", grouping="group"),
    ]
    return Shape("days_of_an_invoice", "invoice.csv", text(rows), {"sessions": truth})


@shape
def missed_on_and_made_up_on() -> Shape:
    """A tracker whose rows are a missed session and, where a second day is filled, its make-up."""
    rows = drawn("""
        Student|Service|Missed On|Min. Missed|Why?|Made Up On|Min. Made Up|Therapist
        Payne, Ola|Speech|10/7/2025|30|SLP out sick|10/17/2025|25|Kit Wren
        Quade, Ros|OT|10/9/2025|30|Student absent|||Noa Rhee
        """)
    kit, noa = {"provider": "Wren, Kit"}, {"provider": "Rhee, Noa"}
    made = {**given("Payne, Ola", "2025-10-17", 25, "SLP", makes_up_date="2025-10-07", **kit), "status": "make_up"}
    truth = [
        missed("Payne, Ola", "2025-10-07", "provider_absent", "SLP", minutes=30, **kit), made,
        missed("Quade, Ros", "2025-10-09", "student_absent", minutes=30, **noa),
    ]  # fmt: skip
    return Shape("missed_on_and_made_up_on", "tracker.csv", text(rows), {"sessions": truth})


@shape
def two_weeks_side_by_side() -> Shape:
    """Two weeks over their weekdays beside the IEP's minutes, which are no session and no line here; the key beneath."""
    rows = [
        ["OT minutes", "", "", "", "", "", "", "", ""],
        ["Wren Kit, COTA/L", "", "", "", "", "", "", "", ""],
        ["", "", "Week of November 3, 2025", "", "", "Week of November 10, 2025", "", "", ""],
        *drawn("""
        Student|IEP min/wk|Mon|Tue|Wed|Mon|Tue|Wed|Total
        Ola Payne|60|30||30|AB|NS|30 MU|90
        Ros Quade|45||TO|||NS|25|25
        Ida Amsel|30|FT||||NS||0
        """),
        [],
        ["AB = student absent", "", "TO = therapist out", "", "NS = no school", "", "FT = field trip", "", ""],
    ]
    kit = {"provider": "Kit, Wren"}
    closed = [missed(who, "2025-11-11", "holiday", **kit) for who in ("Payne, Ola", "Quade, Ros", "Amsel, Ida")]
    truth = [
        given("Payne, Ola", "2025-11-03", 30, **kit), given("Payne, Ola", "2025-11-05", 30, **kit),
        missed("Payne, Ola", "2025-11-10", "student_absent", **kit),
        {**given("Payne, Ola", "2025-11-12", 30, **kit), "status": "make_up"},
        missed("Quade, Ros", "2025-11-04", "provider_absent", **kit), given("Quade, Ros", "2025-11-12", 25, **kit),
        missed("Amsel, Ida", "2025-11-03", "school_event", **kit), *closed,
    ]  # fmt: skip
    return Shape("two_weeks_side_by_side", "OT minutes.xlsx", book({"OT": rows}), {"sessions": truth})


@shape
def joined_and_left() -> Shape:
    """A teletherapy export: how long a learner was there counts, and never how long was planned."""
    rows = drawn("""
        Session #|Learner ID|Therapist|Therapy|Scheduled Start|Scheduled End|Learner Joined|Learner Left|Outcome|Mode
        T1|71301|Wren Kit|Speech|11/3/2025 9:00 AM|11/3/2025 9:30 AM|11/3/2025 9:03 AM|11/3/2025 9:30 AM|Completed|Virtual
        T2|71302|Wren Kit|Speech|11/3/2025 10:00 AM|11/3/2025 10:30 AM|||Learner absent|Virtual
        T3|71301|Wren Kit|Speech|11/10/2025 9:00 AM|11/10/2025 9:30 AM|11/10/2025 9:00 AM|11/10/2025 9:20 AM|Ended early|Virtual
        """)
    kit = {"provider": "Kit, Wren", "setting": "tele"}
    truth = [
        given("71301", "2025-11-03", 27, "SLP", session_id="T1", start_time="09:03", end_time="09:30", **kit),
        missed("71302", "2025-11-03", "student_absent", "SLP", session_id="T2", start_time="10:00", end_time="10:30", **kit),
        {**given("71301", "2025-11-10", 20, "SLP", session_id="T3", start_time="09:00", end_time="09:20", **kit),
         "status": "partial"},
    ]  # fmt: skip
    return Shape("joined_and_left", "tele.csv", text(rows), {"sessions": truth})


@shape
def minutes_in_brackets_behind_marks() -> Shape:
    """The key says of the mark and of the number behind it: P (min) = provided."""
    rows = drawn("""
        OT log of Rae Okoye|||||
        Provider|Student|9/2/2025|9/4/2025|9/9/2025|9/11/2025
        Okoye, Rae|Yates, Una|P (30)|P (30)|A|P (30)
        Okoye, Rae|Zeller, Vic|P (45)|TX|P (45)|S
        |||||
        Key: P (min) = provided  A = absent  TX = therapist absent  S = school activity|||||
        """)
    una, vic, by = "Yates, Una", "Zeller, Vic", {"provider": "Okoye, Rae"}
    truth = [
        *(given(una, day, 30, **by) for day in ("2025-09-02", "2025-09-04", "2025-09-11")),
        missed(una, "2025-09-09", "student_absent", **by),
        *(given(vic, day, 45, **by) for day in ("2025-09-02", "2025-09-09")),
        missed(vic, "2025-09-04", "provider_absent", **by), missed(vic, "2025-09-11", "school_event", **by),
    ]  # fmt: skip
    return Shape("minutes_in_brackets_behind_marks", "log.csv", text(rows), {"sessions": truth})
