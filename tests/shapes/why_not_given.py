"""Logs that mark only what wasn't given: who called it off and why, a code why not, minutes left blank."""

from datetime import date

from tests.shapes.shape import Merged, Shape, book, drawn, given, missed, shape, text


@shape
def called_off_by_whom() -> Shape:
    """A mark, who called the session off, and a note with the cause, all abbreviated; the times are the planned ones, so
    that blank minutes were not given."""
    rows = drawn("""
        Date|Student ID|Service|Planned Time|Min|Canc|Canc By|Canc Note
        1/7/26|98401|OT|8:30-9:00|30||
        1/14/26|98401|OT|8:30-9:00||X|Student|home sick
        1/14/26|98402|OT|9:10-9:40||X|School|assembly
        1/15/26|98403|Speech|1:15-1:45||X|Therapist|IEP mtg @ Elm St
        1/21/26|98401|OT|8:30-9:00||X|Therapist|out sick
        1/22/26|98403|Speech|1:15-1:45||X|Student|refused to come
        1/28/26|98402|OT|9:10-9:40||X|School|
        1/29/26|98403|Speech|1:15-1:40|25||
        """)
    early, late = {"start_time": "08:30", "end_time": "09:00"}, {"start_time": "13:15", "end_time": "13:45"}
    middle = {"start_time": "09:10", "end_time": "09:40"}
    truth = [
        given("98401", "2026-01-07", 30, **early),
        missed("98401", "2026-01-14", "student_absent", **early),
        missed("98402", "2026-01-14", "school_event", **middle),
        missed("98403", "2026-01-15", "provider_meeting", "SLP", **late),
        missed("98401", "2026-01-21", "provider_absent", **early),
        missed("98403", "2026-01-22", "student_refused", "SLP", **late),
        missed("98402", "2026-01-28", None, **middle),
        given("98403", "2026-01-29", 25, "SLP", start_time="13:15", end_time="13:40"),
    ]
    return Shape("called_off_by_whom", "jan contacts.csv", text(rows, encoding="cp1252"), {"sessions": truth})


@shape
def blank_minutes_beside_times() -> Shape:
    """Minutes that are blank, or 0, though the row has times: nothing says that the session was given."""
    rows = drawn("""
        Date|Student ID|Service|Start|End|Minutes
        1/7/2026|98411|OT|8:30|9:00|30
        1/7/2026|98412|OT|9:10|9:40|
        1/14/2026|98411|OT|8:30|9:00|0
        """)
    truth = [given("98411", "2026-01-07", 30, start_time="08:30", end_time="09:00")]
    held = {"sessions": {"waiting": [3, 4]}}
    return Shape("blank_minutes_beside_times", "log.csv", text(rows), {"sessions": truth}, held, ("(blank)",))


@shape
def ticks_that_nobody_explains() -> Shape:
    """A tick under a heading that nobody knows may say that nobody came: it is asked before minutes count as given."""
    rows = drawn("""
        Date|Student ID|Service|Min|NS
        1/7/2026|98421|OT|30|
        1/14/2026|98421|OT|30|X
        """)
    held = {"sessions": {"waiting": [2, 3]}}
    return Shape("ticks_that_nobody_explains", "log.csv", text(rows), {}, held, ("NS",))


@shape
def who_under_a_heading_that_nobody_knows() -> Shape:
    """Student and School under an unknown heading may say who called the session off."""
    rows = drawn("""
        Date|Student ID|Service|Min|Xd by
        1/7/2026|98431|OT|30|
        1/14/2026|98431|OT|30|School
        1/21/2026|98431|OT|30|Student
        """)
    truth = [given("98431", "2026-01-07", 30)]
    held = {"sessions": {"waiting": [3, 4]}}
    return Shape("who_under_a_heading_that_nobody_knows", "log.csv", text(rows), {"sessions": truth}, held, ("Xd by",))


@shape
def codes_why_not_provided() -> Shape:
    """A code stands only where the session wasn't provided: where it is blank the actual minutes were given; the totals
    stand under the day."""
    rows = drawn("""
        SIS Number|Student Name|Service|Service Date|Scheduled Minutes|Actual Minutes|Not Provided Code|Comment
        98441|Dorsey, Mila|Occupational Therapy|1/6/2026|30|30||
        98441|Dorsey, Mila|Occupational Therapy|1/13/2026|30|0|SA - Student Absent|
        98441|Dorsey, Mila|Occupational Therapy|1/20/2026|30|15||came late
        98441|Dorsey, Mila|Occupational Therapy|1/27/2026|30|0|SE - School Event|spelling bee
        |||Totals|120|45||
        """)
    mila = {"student": "Dorsey, Mila"}
    truth = [
        given("98441", "2026-01-06", 30, **mila),
        missed("98441", "2026-01-13", "student_absent", minutes=0, **mila),
        given("98441", "2026-01-20", 15, **mila),
        missed("98441", "2026-01-27", "school_event", minutes=0, **mila),
    ]
    return Shape("codes_why_not_provided", "provider log.xlsx", book({"Report": rows}), {"sessions": truth})


@shape
def daily_lists_side_by_side() -> Shape:
    """Students, minutes and a code under each day, and a key that says what a blank code means."""
    week = [
        ["SPEECH DAILY LISTS - week of 10/6/2025"], ["Rosa Lindahl, CCC-SLP"], [],
        [Merged("Mon 10/6/2025", 3), "", "", Merged("Tue 10/7/2025", 3), "", ""],
        ["Student", "Min", "Code"] * 2,
        ["Ada Birch", 30, "", "Cy Dole", 30, "A"],
        ["Bo Crane", 20, "T", "Ada Birch", 20, "MU"],
        [],
        ["Code: blank = seen   A = student absent   T = therapist out   MU = make-up"],
    ]  # fmt: skip
    rosa = {"provider": "Lindahl, Rosa"}
    truth = [
        given("Birch, Ada", "2025-10-06", 30, "SLP", **rosa),
        missed("Dole, Cy", "2025-10-07", "student_absent", "SLP", minutes=30, **rosa),
        missed("Crane, Bo", "2025-10-06", "provider_absent", "SLP", minutes=20, **rosa),
        given("Birch, Ada", "2025-10-07", 20, "SLP", **rosa) | {"status": "make_up"},
    ]
    return Shape("daily_lists_side_by_side", "daily lists.xlsx", book({"Oct 6": week}), {"sessions": truth})


@shape
def from_and_to_with_their_days() -> Shape:
    """From and to are moments, no column is called the day or the minutes, and each row has a service id of its own."""
    rows = drawn("""
        Service ID|Student Last|Student First|State ID|Discipline|Service From|Service To|Status|Place|Clinician
        SV901|Eads|Flo|98451001|Occupational Therapy|2025-11-03 08:30|2025-11-03 09:00|Attended|Therapy Room|Ned Ash, OTR/L
        SV902|Eads|Flo|98451001|Occupational Therapy|2025-11-10 08:30|2025-11-10 09:00|No Show|Therapy Room|Ned Ash, OTR/L
        SV903|Fern|Gil|98451002|Speech Pathology|2025-11-12 13:00|2025-11-12 13:30|Make Up|Teletherapy|Ivy Beck, CCC-SLP
        """)
    flo = {"student": "Eads, Flo", "provider": "Ash, Ned", "setting": "pull_out", "start_time": "08:30"}
    gil = {"student": "Fern, Gil", "provider": "Beck, Ivy", "setting": "tele", "start_time": "13:00"}
    truth = [
        given("98451001", "2025-11-03", 30, session_id="SV901", end_time="09:00", **flo),
        missed("98451001", "2025-11-10", "student_absent", session_id="SV902", end_time="09:00", **flo),
        given("98451002", "2025-11-12", 30, "SLP", session_id="SV903", end_time="13:30", **gil) | {"status": "make_up"},
    ]
    return Shape("from_and_to_with_their_days", "services.csv", text(rows, ";"), {"sessions": truth})


@shape
def days_in_words_and_flags() -> Shape:
    """Weekdays before the days, yes and no under headings that name the setting and the grouping."""
    rows = [
        ["GTID", "Student", "Service", "Service Date", "Min", "In Gen Ed? (Y/N)", "Small Group? (Y/N)"],
        ["9440551", "Dorsey, Mila", "Speech-Language", "Mon, Oct 6, 2025", 30, "N", "Y"],
        ["9440552", "Eads, Flo", "Occupational Therapy", "Thu, Oct 9, 2025", 20, "Y", "N"],
    ]
    truth = [
        given("9440551", "2025-10-06", 30, "SLP", student="Dorsey, Mila", setting="pull_out", grouping="group"),
        given("9440552", "2025-10-09", 20, student="Eads, Flo", setting="push_in", grouping="individual"),
    ]
    assert date(2025, 10, 6).weekday() == 0
    return Shape("days_in_words_and_flags", "log.xlsx", book({"Log": rows}), {"sessions": truth})


@shape
def answers_with_reasons() -> Shape:
    """A form that asks whether the session happened: yes, or no and why, the planned minutes in every row."""
    rows = drawn("""
        Timestamp|Student|Service|Session Date|Planned Minutes|Did the session happen?
        10/6/2025 15:02:11|Abbot, Lise|Physical Therapy|10/6/2025|30|Yes
        10/6/2025 15:04:40|Ordway, Finn|Physical Therapy|10/6/2025|45|No - PT out sick
        10/13/2025 14:55:03|Abbot, Lise|Physical Therapy|10/13/2025|30|No: field trip
        10/14/2025 08:10:27|Ordway, Finn|Physical Therapy|10/13/2025|45|Yes
        10/20/2025 15:30:00|Abbot, Lise|Physical Therapy|10/20/2025|30|No (absent)
        """)
    truth = [
        given("Abbot, Lise", "2025-10-06", 30, "PT", logged_on="2025-10-06"),
        missed("Ordway, Finn", "2025-10-06", "provider_absent", "PT", logged_on="2025-10-06", minutes=45),
        missed("Abbot, Lise", "2025-10-13", "school_event", "PT", logged_on="2025-10-13", minutes=30),
        given("Ordway, Finn", "2025-10-13", 45, "PT", logged_on="2025-10-14"),
        missed("Abbot, Lise", "2025-10-20", "student_absent", "PT", logged_on="2025-10-20", minutes=30),
    ]
    return Shape("answers_with_reasons", "PT sessions (Responses).csv", text(rows), {"sessions": truth})


@shape
def the_column_that_is_ticked() -> Shape:
    """A tick under one of several outcomes; no school is none's school, of which a remark says why, and a make-up is one of
    what is ticked instead."""
    rows = drawn("""
        Session date|Pupil|Length|Here|Pupil absent|PT absent|No School|Make-up|What we did
        12/2/2025|Lise Abbot|30|X|||||Stairs
        12/2/2025|Finn Ordway|||X||||
        12/9/2025|Lise Abbot||||X|||
        12/9/2025|Finn Ordway||||X|||
        12/12/2025|Finn Ordway|45|||||X|Balance
        12/16/2025|Lise Abbot|||||X||Ice storm
        12/23/2025|Lise Abbot|||||X||
        """)
    lise, finn = "Abbot, Lise", "Ordway, Finn"
    truth = [
        given(lise, "2025-12-02", 30, "PT"), missed(finn, "2025-12-02", "student_absent", "PT"),
        missed(lise, "2025-12-09", "provider_absent", "PT"), missed(finn, "2025-12-09", "provider_absent", "PT"),
        given(finn, "2025-12-12", 45, "PT") | {"status": "make_up"},
        missed(lise, "2025-12-16", "emergency_closure", "PT"), missed(lise, "2025-12-23", "holiday", "PT"),
    ]  # fmt: skip
    return Shape("the_column_that_is_ticked", "PT december.csv", text(rows), {"sessions": truth})


@shape
def make_ups_ticked_beside_seen() -> Shape:
    """Where a make-up that was given is ticked as seen too, one that isn't was offered and failed."""
    rows = drawn("""
        Date|Student|Min|Seen|Absent|Make-up
        12/2/2025|Lise Abbot|30|X||
        12/2/2025|Finn Ordway|||X|
        12/4/2025|Finn Ordway|30|X||X
        12/5/2025|Lise Abbot|30|||X
        """)
    lise, finn = "Abbot, Lise", "Ordway, Finn"
    truth = [
        given(lise, "2025-12-02", 30, "PT"), missed(finn, "2025-12-02", "student_absent", "PT"),
        given(finn, "2025-12-04", 30, "PT") | {"status": "make_up"},
        missed(lise, "2025-12-05", None, "PT", minutes=30) | {"status": "attempt"},
    ]  # fmt: skip
    return Shape("make_ups_ticked_beside_seen", "PT ticks.csv", text(rows), {"sessions": truth})


@shape
def flags_of_two_ways_to_miss() -> Shape:
    """Yes in one of two flags is enough; the outcome in words denies one way and tells another."""
    rows = drawn("""
        Log #|Child ID|Discipline|Date|Min|No-Show|Canceled|Outcome
        L1|7301|PT|10/6/2025|30|No|No|Not canceled - attended
        L2|7301|PT|10/13/2025||Yes|No|Not canceled - no show
        L3|7302|PT|10/6/2025||No|Yes|Therapist absent
        L4|7302|PT|10/13/2025|45|No|No|Not canceled - attended
        """)
    truth = [
        given("7301", "2025-10-06", 30, "PT", session_id="L1"), given("7302", "2025-10-13", 45, "PT", session_id="L4"),
        missed("7301", "2025-10-13", "student_absent", "PT", session_id="L2"),
        missed("7302", "2025-10-06", "provider_absent", "PT", session_id="L3"),
    ]  # fmt: skip
    return Shape("flags_of_two_ways_to_miss", "pt flags.csv", text(rows), {"sessions": truth})


@shape
def called_off_by_a_tick() -> Shape:
    """A tick under who called the session off: a child's own cause isn't told; whether there was a group is yes or no."""
    rows = drawn("""
        Txn|STI|Student|Service|Date|Min|Group Y/N|Cancelled by student|Cancelled by therapist|Closed
        T-7001|1000441|Abbot, Lise|OT|12/2/2025|30|Y|||
        T-7002|1000467|Ordway, Finn|OT|12/2/2025|30|N|||
        T-7004|1000441|Abbot, Lise|OT|12/9/2025||Y|x||
        T-7005|1000467|Ordway, Finn|OT|12/9/2025||N||x|
        T-7009|1000441|Abbot, Lise|OT|12/16/2025||Y|||x
        """)
    lise = {"student": "Abbot, Lise", "grouping": "group"}
    finn = {"student": "Ordway, Finn", "grouping": "individual"}
    truth = [
        given("1000441", "2025-12-02", 30, session_id="T-7001", **lise),
        given("1000467", "2025-12-02", 30, session_id="T-7002", **finn),
        missed("1000441", "2025-12-09", None, session_id="T-7004", **lise),
        missed("1000467", "2025-12-09", "provider_absent", session_id="T-7005", **finn),
        missed("1000441", "2025-12-16", "holiday", session_id="T-7009", **lise),
    ]
    return Shape("called_off_by_a_tick", "OT detail.csv", text(rows), {"sessions": truth})


@shape
def planned_minutes_beside_ticks() -> Shape:
    """The minutes stand beside what nobody gave too: they don't say that a make-up was given."""
    rows = drawn("""
        Date|Student|Min|Seen|Make-up
        12/2/2025|Lise Abbot|30|X|
        12/2/2025|Finn Ordway|30||
        12/4/2025|Finn Ordway|30|X|
        12/5/2025|Lise Abbot|30||X
        """)
    lise, finn = "Abbot, Lise", "Ordway, Finn"
    truth = [
        given(lise, "2025-12-02", 30, "PT"), missed(finn, "2025-12-02", None, "PT", minutes=30),
        given(finn, "2025-12-04", 30, "PT"), missed(lise, "2025-12-05", None, "PT", minutes=30) | {"status": "attempt"},
    ]  # fmt: skip
    return Shape("planned_minutes_beside_ticks", "PT planned.csv", text(rows), {"sessions": truth})
