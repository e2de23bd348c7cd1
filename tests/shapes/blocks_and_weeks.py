"""Logs in blocks of a student each, with what was carried forward; the same columns under each week; sums of other work."""

from tests.shapes.shape import Merged, Shape, book, drawn, given, missed, shape, text


@shape
def blocks_headed_in_cells() -> Shape:
    """Each block begins with its student and more in several cells; what was owed before is no session."""
    rows = drawn("""
        PT SERVICE RECORD - 2nd Quarter
        Therapist: Sato, Mina PT

        Student: Bohm, Otto||Room 12|
        Date|Status|Minutes|Left to give
        |Balance forward||90
        11/4/2025|Seen|30|60
        11/11/2025|Absent||60
        Subtotal||30|60

        Student: Amsel, Ida||Gr. 4|
        Date|Status|Minutes|Left to give
        |Carried over from Q1||45
        11/5/2025|Seen|45|0
        Subtotal||45|0
        """)
    by = {"service": "PT", "provider": "Sato, Mina"}
    truth = [
        given("Bohm, Otto", "2025-11-04", 30) | by,
        missed("Bohm, Otto", "2025-11-11", "student_absent") | by,
        given("Amsel, Ida", "2025-11-05", 45) | by,
    ]
    return Shape("blocks_headed_in_cells", "q2.xlsx", book({"Q2": rows}), {"sessions": truth})


@shape
def names_with_grades_over_blocks() -> Shape:
    """No word says student: a name with a grade is one."""
    rows = drawn("""
        OT notes 2025-26

        Bohm, Otto|Gr 6|OT
        Date|Min|Status
        11/4/2025|30|Present
        11/11/2025||Absent

        Amsel, Ida|Grade 2|OT
        Date|Min|Status
        11/5/2025|45|Present
        """)
    truth = [
        given("Bohm, Otto", "2025-11-04", 30),
        missed("Bohm, Otto", "2025-11-11", "student_absent"),
        given("Amsel, Ida", "2025-11-05", 45),
    ]
    return Shape("names_with_grades_over_blocks", "notes.csv", text(rows), {"sessions": truth})


@shape
def outcomes_under_weeks() -> Shape:
    """Minutes and outcome under each week, notes of the row behind the last one: a session a week, dated by its first day."""
    rows = [
        ["OT fall 2025 - Mina Sato, OTR/L", *[""] * 6],
        ["", Merged("Week of 10/6", 2), "", Merged("Week of 10/13", 2), "", "", ""],
        ["Student", "Min", "Outcome", "Min", "Outcome", "Total", "Notes"],
        ["Bohm, Otto", 30, "Seen", "", "Student absent", 30, "likes swings"],
        ["Amsel, Ida", "", "Therapist absent", 45, "Seen", 45, ""],
        ["Falk, Jon", "", "", 20, "Seen", 20, ""],
    ]
    by = {"provider": "Sato, Mina"}
    truth = [
        given("Bohm, Otto", "2025-10-06", 30, **by),
        missed("Bohm, Otto", "2025-10-13", "student_absent", **by),
        missed("Amsel, Ida", "2025-10-06", "provider_absent", **by),
        given("Amsel, Ida", "2025-10-13", 45, **by),
        given("Falk, Jon", "2025-10-13", 20, **by),
    ]
    return Shape("outcomes_under_weeks", "fall.xlsx", book({"OT": rows}), {"sessions": truth})


@shape
def minutes_under_weeks() -> Shape:
    """Minutes and visits under each week are its totals: neither sessions nor what is promised a week."""
    rows = drawn("""
        OT weekly 2025-26
        |Week of 10/6||Week of 10/13|
        Student|Min|Visits|Min|Visits
        Bohm, Otto|60|1|60|2
        Amsel, Ida|45|1|45|1
        """)
    return Shape("minutes_under_weeks", "weekly.csv", text(rows), refused="it tells minutes by week")


@shape
def times_under_days() -> Shape:
    """The dates stand in the row of the students' headings, the times beneath; a total of the row behind them."""
    rows = drawn("""
        Speech log
        Student ID|Student|10/6/2025|||10/13/2025|||Total
        ||In|Out|Min|In|Out|Min|Min
        6101|Bohm, Otto|8:30|9:00|30|8:30|9:00|30|60
        6102|Amsel, Ida||||9:00|9:45|45|45
        """)
    early, late = {"start_time": "08:30", "end_time": "09:00"}, {"start_time": "09:00", "end_time": "09:45"}
    truth = [
        given("6101", "2025-10-06", 30, "SLP", student="Bohm, Otto", **early),
        given("6101", "2025-10-13", 30, "SLP", student="Bohm, Otto", **early),
        given("6102", "2025-10-13", 45, "SLP", student="Amsel, Ida", **late),
    ]
    return Shape("times_under_days", "speech.csv", text(rows), {"sessions": truth})


@shape
def hours_with_other_work() -> Shape:
    """Charting and driving are nobody's minutes, and the total has them in it."""
    rows = drawn("""
        Svc Date|Student|Service|Therapy Hrs|Charting Hrs|Drive Hrs|Total Hrs
        9/8/2025|Bohm, Otto|PT|0.5|0.25|0.25|1
        9/8/2025|Amsel, Ida|PT|0.75|0.25||1
        9/9/2025|Bohm, Otto|PT|1||0.5|1.5
        """)
    truth = [
        given("Bohm, Otto", "2025-09-08", 30, "PT"),
        given("Amsel, Ida", "2025-09-08", 45, "PT"),
        given("Bohm, Otto", "2025-09-09", 60, "PT"),
    ]
    return Shape("hours_with_other_work", "agency.csv", text(rows), {"sessions": truth})


@shape
def kinds_with_their_total() -> Shape:
    """A session of each kind: the total of a row is of none of them."""
    rows = drawn("""
        Date|Student|Service|Direct Min|Indirect Min|Travel Min|Total Min
        9/8/2025|Bohm, Otto|OT|30|10|5|45
        9/8/2025|Amsel, Ida|OT|45|||45
        """)
    truth = [
        given("Bohm, Otto", "2025-09-08", 30, kind="direct"),
        given("Bohm, Otto", "2025-09-08", 10, kind="indirect"),
        given("Amsel, Ida", "2025-09-08", 45, kind="direct"),
    ]
    return Shape("kinds_with_their_total", "kinds.csv", text(rows), {"sessions": truth})


@shape
def cancelled_or_not_in_words() -> Shape:
    """Not Cancelled answers the column's own question; without minutes it is asked how long."""
    rows = drawn("""
        Student ID|Service|Date|Start|End|Cancellation
        6101|OT|10/6/2025|8:30|9:00|Not Cancelled
        6102|OT|10/6/2025|9:00|9:45|Cancelled by Parent
        6101|OT|10/8/2025|8:30|9:00|Cancelled - School Closed
        6102|OT|10/8/2025|||Not Cancelled
        """)
    early, late = {"start_time": "08:30", "end_time": "09:00"}, {"start_time": "09:00", "end_time": "09:45"}
    truth = [
        given("6101", "2025-10-06", 30, **early),
        missed("6102", "2025-10-06", "parent_declined", **late),
        missed("6101", "2025-10-08", "holiday", **early),
    ]
    held = {"sessions": {"waiting": [5]}}
    return Shape("cancelled_or_not_in_words", "cancelled.csv", text(rows), {"sessions": truth}, held)
