"""Books with keys to initials, remarks of make-ups, counts in titles, appointments with weekdays, staff with their week."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text, times


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


@shape
def buildings_with_their_counts() -> Shape:
    """How many stand under a building is no part of its name; a building in short capitals is one too."""
    rows = drawn("""
        Student|Grade|ID|Case Manager
        Lincoln Elementary - 2 students
        Lowe, Cass|1|S3101|Hart
        Mott, Zia|3|S3102|Hart
        PS 118
        Orr, Teo|6|S3201|Beck
        Adams High (n = 1)
        Rosen, Ivy|12|S3302|Stone
        """)
    told = [
        ("S3101", "Lowe", "Cass", "1", "Lincoln Elementary"),
        ("S3102", "Mott", "Zia", "3", "Lincoln Elementary"),
        ("S3201", "Orr", "Teo", "6", "PS 118"),
        ("S3302", "Rosen", "Ivy", "12", "Adams High"),
    ]
    names = ("student_id", "last_name", "first_name", "grade", "school")
    truth = [dict(zip(names, one, strict=True)) for one in told]
    return Shape("buildings_with_their_counts", "roster.csv", text(rows), {"students": truth})


@shape
def ratios_of_groups() -> Shape:
    """The group's ratio beside the service is how many it takes at most, on whichever side the one who treats stands."""
    rows = drawn("""
        Student ID|Related Service|Frequency|Period|Duration|Start|End
        NY1|Occupational Therapy - Group (1:3)|2|Weekly|30 min.|09/04/2025|06/26/2026
        NY2|Speech Therapy: Small Group 5:1|1|Weekly|40 min.|09/04/2025|06/26/2026
        NY3|Physical Therapy: Individual (1:1)|1|Weekly|30 min.|09/04/2025|06/26/2026
        """)
    d = {"start_date": "2025-09-04", "end_date": "2026-06-26"}
    truth = [
        line("NY1", "OT", 60, "week", **times(2, 30), **d, grouping="group", group_max=3),
        line("NY2", "SLP", 40, "week", **times(1, 40), **d, grouping="group", group_max=5),
        line("NY3", "PT", 30, "week", **times(1, 30), **d, grouping="individual"),
    ]
    return Shape("ratios_of_groups", "mandates.csv", text(rows), {"service_lines": truth})


@shape
def staff_weeks_with_supervisors() -> Shape:
    """A staff list with where each is on which weekday also says who supervises the assistants."""
    rows = drawn("""
        Name|Role|FTE|Mon|Tue|Wed|Thu|Fri|Supervising OT
        Roe, Al|OTR|1.0|Elm|Elm|Oak|Oak|Elm AM / Oak PM|
        Lund, Kay|COTA|0.8|Oak|Pine|Pine|Elm||Roe, Al
        """)
    days, people = (
        ["mon", "tue", "wed", "thu", "fri"],
        [row for row in rows if row and row[0] in ("Roe, Al", "Lund, Kay")],
    )
    ids = ("N-79e597350f68", "N-f7552f737b86")  # the importer's own: only the form of the score
    staff = [
        {"provider_id": one, "provider_name": r[0], "role": r[1], "fte": float(r[2])}
        for one, r in zip(ids, people, strict=True)
    ]
    where = [
        {
            "provider": r[0],
            "school": part.split()[0],
            "weekday": day,
            "half_day": part.lower().partition(" ")[2] or "full",
        }
        for r in people
        for day, cell in zip(days, r[3:8], strict=True)
        for part in (cell.split(" / ") if cell else [])
    ]
    over = [{"assistant": "Lund, Kay", "provider": "Roe, Al"}]
    truth = {"providers": staff, "site_days": where, "supervision": over}
    return Shape("staff_weeks_with_supervisors", "week.csv", text(rows), truth)


@shape
def lengths_in_titles_of_groups() -> Shape:
    """The title over a group's rows in a grid of days says how long it meets; under a title without a length nothing is
    said of it, and who came waits for minutes."""
    rows = drawn("""
        OT groups 2025-26
        Fine Motor Group (30 min)
        Student|9/9|9/16|9/23
        Bly, Una|P|A|P
        Cox, Ira|P|P|P
        Self-Reg Group - 45 minutes
        Student|9/11|9/18|9/25
        Dow, Eli|P|P|A
        Individuals
        Student|9/12|9/19|9/26
        Gil, Max|A|P|A
        P = present, A = absent
        """)
    told = [("Bly, Una", 9, 30, "PAP"), ("Cox, Ira", 9, 30, "PPP"), ("Dow, Eli", 11, 45, "PPA")]
    truth = [
        (given if mark == "P" else missed)(
            who, f"2025-09-{first + 7 * at:02}", *([mins] if mark == "P" else ["student_absent"]), grouping="group"
        )
        | {"minutes": mins}
        for who, first, mins, marks in told
        for at, mark in enumerate(marks)
    ]
    truth += [missed("Gil, Max", day, "student_absent") for day in ("2025-09-12", "2025-09-26")]
    held = {"sessions": {"waiting": [11]}}
    return Shape("lengths_in_titles_of_groups", "groups.csv", text(rows), {"sessions": truth}, held)


@shape
def places_beside_lengths() -> Shape:
    """A place in words beside a number of minutes is where these were; PO behind a number is a code, to be asked about."""
    rows = drawn("""
        Provider: Jo Nagy SLP
        Name|10/6/2025|10/7/2025|10/8/2025|10/9/2025
        Bly, Una|30||30 (virtual)|
        Cox, Ira||20 tele||20
        Dow, Eli|push-in 25|||30
        """)
    told = [
        ("Bly, Una", 6, 30, None), ("Bly, Una", 8, 30, "tele"), ("Cox, Ira", 7, 20, "tele"), ("Cox, Ira", 9, 20, None),
        ("Dow, Eli", 6, 25, "push_in"), ("Dow, Eli", 9, 30, None),
    ]  # fmt: skip
    truth = [
        given(who, f"2025-10-{day:02}", mins, "SLP", provider="Nagy, Jo") | ({"setting": where} if where else {})
        for who, day, mins, where in told
    ]
    return Shape("places_beside_lengths", "grid.csv", text(rows), {"sessions": truth})


@shape
def remarks_of_some_sessions() -> Shape:
    """Notes that some rows have say how these were given, or why not: the others were given by their minutes. Whose
    session it was together with, is no service of the row."""
    rows = drawn("""
        Date|Student|Service|Provider|Minutes|Co-tx?|Note
        10/06/2025|Bly, Una|OT|Lund, Kay|30||
        10/07/2025|Bly, Una|OT|Lund, Kay|30|PT|co-treat w/ PT
        10/08/2025|Cox, Ira|OT|Lund, Kay|0||field trip
        10/08/2025|Dow, Eli|OT|Lund, Kay|25|SLP|group
        """)
    by = {"provider": "Lund, Kay"}
    truth = [
        given("Bly, Una", "2025-10-06", 30, **by),
        given("Bly, Una", "2025-10-07", 30, **by),
        missed("Cox, Ira", "2025-10-08", "school_event", **by) | {"minutes": 0},
        given("Dow, Eli", "2025-10-08", 25, **by),
    ]
    return Shape("remarks_of_some_sessions", "notes.csv", text(rows), {"sessions": truth})


@shape
def whose_service_it_was_with() -> Shape:
    """The file is an OT's log: under Co-tx stands who else was there."""
    rows = drawn("""
        OT Daily Log
        Date|Name|In|Out|Min|Co-tx?
        10/6/2025|Bly, Una|9:00|9:30|30|PT
        10/6/2025|Cox, Ira|9:30|10:00|30|
        10/7/2025|Bly, Una|9:00|9:20|20|SLP
        """)
    truth = [
        given("Bly, Una", "2025-10-06", 30, start_time="09:00", end_time="09:30"),
        given("Cox, Ira", "2025-10-06", 30, start_time="09:30", end_time="10:00"),
        given("Bly, Una", "2025-10-07", 20, start_time="09:00", end_time="09:20"),
    ]
    return Shape("whose_service_it_was_with", "log.csv", text(rows), {"sessions": truth})


@shape
def initials_of_those_named_above() -> Shape:
    """Two who treat stand above the log, and the initials of one of them in each row; neither is a service."""
    rows = drawn("""
        Staff: Rae Quan COTA / Jo Nagy OTR
        Date|Student|Who|Mins|Comments
        9/8/25|Bly, Una|RQ|30|
        9/8/25|Cox, Ira|JN|25|co-tx PT
        9/9/25|Bly, Una|RQ||student absent
        """)
    truth = [
        given("Bly, Una", "2025-09-08", 30, provider="Quan, Rae"),
        given("Cox, Ira", "2025-09-08", 25, provider="Nagy, Jo"),
        missed("Bly, Una", "2025-09-09", "student_absent", provider="Quan, Rae"),
    ]
    return Shape("initials_of_those_named_above", "log.csv", text(rows), {"sessions": truth})
