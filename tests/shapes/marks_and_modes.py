"""Logs whose marks a key explains or nobody does, sheets pasted as values, claims, and sessions given from afar."""

from datetime import date, time

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def treatment_key_at_the_foot() -> Shape:
    """The treatments' column, elsewhere one of notes, holds what became of each session, as the key at the foot says;
    times of missed ones are the planned ones, and the student's id stands under a state's own word."""
    rows = [
        ["THERAPY RECORD"],
        ["Student:", "Mina Ostrow", "", "PAsecureID:", "4410092213"],
        ["Practitioner:", "Rafael Dunn, OTR/L"],
        [],
        ["Date", "Time In", "Time Out", "Treatment Key", "Description of Service"],
        [date(2025, 11, 3), time(9, 0), time(9, 30), "T", "cutting"],
        [date(2025, 11, 5), time(9, 0), time(9, 30), "P", ""],
        [date(2025, 11, 7), time(10, 0), time(10, 30), "MK", "cutting"],
        [date(2025, 11, 10), time(9, 0), time(9, 30), "A", ""],
        [],
        ["T = therapy given for the full session"],
        ["MK = make-up therapy"],
        ["P = practitioner absent"],
        ["A = student absent"],
    ]
    early = {"start_time": "09:00", "end_time": "09:30", "provider": "Dunn, Rafael"}
    late = {**early, "start_time": "10:00", "end_time": "10:30", "status": "make_up"}
    truth = [
        given("4410092213", "2025-11-03", 30, **early),
        missed("4410092213", "2025-11-05", "provider_absent", **early),
        given("4410092213", "2025-11-07", 30, **late),
        missed("4410092213", "2025-11-10", "student_absent", **early),
    ]
    return Shape("treatment_key_at_the_foot", "OT log.xlsx", book({"Ostrow": rows}), {"sessions": truth})


@shape
def marks_without_a_key() -> Shape:
    """Letters that say in some districts that nobody came, under a heading that tells nothing of them: asked before the
    times count as given. Letters of prompts aren't asked about."""
    rows = drawn("""
        Date|Student ID|Service|Start|End|Tx|Prompts
        9/8/2025|70211|OT|9:00|9:30|P|V
        9/9/2025|70212|OT|9:00|9:30|P|I
        9/15/2025|70211|OT|9:00|9:30|A|
        9/16/2025|70212|OT|9:00|9:30|C|P
        """)
    return Shape("marks_without_a_key", "log.csv", text(rows), {}, {"sessions": {"waiting": [2, 3, 4, 5]}}, ("Tx",))


@shape
def description_of_outcomes() -> Shape:
    """A description that holds nothing but what became of each session is its status."""
    rows = drawn("""
        Date|Student ID|Service|Min|Description
        9/8/2025|70221|OT|30|Seen
        9/9/2025|70222|OT|20|Assembly
        9/15/2025|70221|OT|30|Make-up
        9/16/2025|70222|OT|20|School closed - fog
        """)
    truth = [
        given("70221", "2025-09-08", 30),
        missed("70222", "2025-09-09", "school_event", minutes=20),
        given("70221", "2025-09-15", 30, status="make_up"),
        missed("70222", "2025-09-16", "emergency_closure", minutes=20),
    ]
    return Shape("description_of_outcomes", "log.csv", text(rows), {"sessions": truth})


@shape
def pasted_as_values() -> Shape:
    """Days, times and lengths as Excel's numbers: 45931 is October 1, 0.375 is 9:00, 0.0208333333 of a day 30 minutes."""
    rows = drawn("""
        OT Log - October 2025
        Student ID|Date|In|Length|Outcome
        70231|45931|0.375|0.0208333333|Seen
        70232|45932|.5625|0.03125|Seen
        70231|45938|0.375|0.0208333333|Absent
        """)
    truth = [
        given("70231", "2025-10-01", 30, start_time="09:00"),
        given("70232", "2025-10-02", 45, start_time="13:30"),
        missed("70231", "2025-10-08", "student_absent", start_time="09:00", minutes=30),
    ]
    return Shape("pasted_as_values", "oct log.csv", text(rows), {"sessions": truth})


@shape
def moments_pasted_as_values() -> Shape:
    """Start and end with their day as one number each; without another column of days they tell it."""
    rows = drawn("""
        Student ID|Service|Session Start|Session End|Outcome
        70241|PT|45931.375|45931.3958333333|Seen
        70242|PT|45932.5416666667|45932.5625|Seen
        70241|PT|45938.375|45938.3958333333|Therapist absent
        """)
    early = {"start_time": "09:00", "end_time": "09:30"}
    truth = [
        given("70241", "2025-10-01", 30, "PT", **early),
        given("70242", "2025-10-02", 30, "PT", start_time="13:00", end_time="13:30"),
        missed("70241", "2025-10-08", "provider_absent", "PT", **early),
    ]
    return Shape("moments_pasted_as_values", "pt.csv", text(rows), {"sessions": truth})


@shape
def marks_with_fewer_minutes() -> Shape:
    """A grid whose mark takes the row's minutes, or with a number the minutes that it tells, by a key of several codes."""
    rows = drawn("""
        PT Attendance - October 2025

        Student ID|Min|1|6|8|15
        70251|30|V|V20|A|V
        70252|45|V15||N|V

        V = visit held for the whole session
        V15, V20 = partial visit
        A = child absent
        N = therapist absent
        """)
    truth = [
        given("70251", "2025-10-01", 30, "PT"),
        given("70251", "2025-10-06", 20, "PT", status="partial"),
        missed("70251", "2025-10-08", "student_absent", "PT", minutes=30),
        given("70251", "2025-10-15", 30, "PT"),
        given("70252", "2025-10-01", 15, "PT", status="partial"),
        missed("70252", "2025-10-08", "provider_absent", "PT", minutes=45),
        given("70252", "2025-10-15", 45, "PT"),
    ]
    return Shape("marks_with_fewer_minutes", "oct.csv", text(rows), {"sessions": truth})


@shape
def status_told_by_its_reason() -> Shape:
    """A status in words that nobody can read is a missed session where the row has no minutes and tells why; without a
    reason, with minutes, or as an attempt it is asked about."""
    rows = drawn("""
        Student ID|Service|Date|Delivered Min|Session Status|Missed Reason
        70261|OT|3/2/2026|30|Complete|
        70261|OT|3/9/2026|0|Not Complete|Student suspended
        70262|OT|3/3/2026||Not Complete|Position vacant
        70262|OT|3/10/2026|0|Not Complete|
        70262|OT|3/17/2026|20|Not Complete|Assembly
        """)
    truth = [
        given("70261", "2026-03-02", 30),
        missed("70261", "2026-03-09", "student_suspended", minutes=0),
        missed("70262", "2026-03-03", "vacancy"),
    ]
    held = {"sessions": {"waiting": [5, 6]}}
    return Shape("status_told_by_its_reason", "detail.csv", text(rows), {"sessions": truth}, held, ("Not Complete",))


@shape
def claims_by_kind_of_unit() -> Shape:
    """Claims: days as MMDDYY, the service in a description, minutes beside units of two kinds, and paperwork's status."""
    rows = drawn("""
        Claim|Recipient|Local Student ID|DOS|Proc|Description|Unit Type|Qty|Svc Minutes|Claim Status
        C1|OSTROW, MINA|070271|090825|97530|OT Individual|15MIN|2|30|PAID
        C2|PELL, JUDE|070272|090925|92508|Speech Group|ENC|1|25|DENIED
        C3|PELL, JUDE|070272|091625|92507|Speech Individual|ENC|1|20|PENDING
        """)
    truth = [
        given("070271", "2025-09-08", 30, grouping="individual"),
        given("070272", "2025-09-09", 25, "SLP", grouping="group"),
        given("070272", "2025-09-16", 20, "SLP", grouping="individual"),
    ]
    return Shape("claims_by_kind_of_unit", "claims.csv", text(rows), {"sessions": truth})


@shape
def units_that_count_visits() -> Shape:
    """Units of fifteen minutes or of an hour are minutes; those that count encounters say nothing of how long they were."""
    rows = drawn("""
        Student ID|Service|Date of Service|Units|Unit Type
        70281|OT|9/8/2025|2|15 MIN
        70282|PT|9/9/2025|1|Hour
        70283|Speech|9/9/2025|1|Encounter
        """)
    truth = [given("70281", "2025-09-08", 30), given("70282", "2025-09-09", 60, "PT")]
    held = {"sessions": {"waiting": [4]}}
    return Shape("units_that_count_visits", "billing.csv", text(rows), {"sessions": truth}, held, ("(blank)",))


@shape
def remote_where_no_place_is_told() -> Shape:
    """In person or from afar in a column of its own: teletherapy is the place where no other is told."""
    rows = drawn("""
        Student ID|Service|Date|Min|Status|Location|deliveryMode
        70291|OT|1/12/2026|30|Completed|Therapy room|in_person
        70292|Counseling|1/13/2026|40|Completed||remote
        70291|OT|1/14/2026|30|Student absent||in_person
        """)
    truth = [
        given("70291", "2026-01-12", 30, setting="pull_out"),
        given("70292", "2026-01-13", 40, "COUNSELING", setting="tele"),
        missed("70291", "2026-01-14", "student_absent", minutes=30),
    ]
    return Shape("remote_where_no_place_is_told", "logs.csv", text(rows), {"sessions": truth})


@shape
def absences_among_groupings() -> Shape:
    """Letters for absences where others tell individual or group: those that are known are read, the others asked about."""
    rows = drawn("""
        Date|Student ID|Service|Start|End|I/G
        9/8/2025|70301|OT|9:00|9:30|I
        9/9/2025|70302|OT|9:00|9:30|G
        9/15/2025|70301|OT|9:00|9:30|TA
        9/16/2025|70302|OT|9:00|9:30|A
        """)
    times = {"start_time": "09:00", "end_time": "09:30"}
    truth = [
        given("70301", "2025-09-08", 30, grouping="individual", **times),
        given("70302", "2025-09-09", 30, grouping="group", **times),
        missed("70301", "2025-09-15", "provider_absent", **times),
    ]
    held = {"sessions": {"waiting": [5]}}
    return Shape("absences_among_groupings", "log.csv", text(rows), {"sessions": truth}, held, ("A",))


@shape
def totals_of_students_on_each_row() -> Shape:
    """Total minutes that are longer than the session's own are a student's sum, and no session's; an absence stands where
    the size of the group is told."""
    rows = drawn("""
        Date|Student ID|Service|Minutes|Group Size|TotalMinutes
        9/8/2025|70311|OT|30|2|60
        9/9/2025|70312|OT|20|3|20
        9/15/2025|70311|OT|30|2|60
        9/16/2025|70312|OT|20|Absent|20
        """)
    truth = [
        given("70311", "2025-09-08", 30, grouping="group", group_size=2),
        given("70312", "2025-09-09", 20, grouping="group", group_size=3),
        given("70311", "2025-09-15", 30, grouping="group", group_size=2),
    ]
    held = {"sessions": {"waiting": [5]}}
    asked = ("absent in Group Size",)
    return Shape("totals_of_students_on_each_row", "log.csv", text(rows), {"sessions": truth}, held, asked)


@shape
def marks_among_procedures() -> Shape:
    """A mark for a session that was called off among codes of what was done: asked before the minutes count as given."""
    rows = drawn("""
        Date|Student ID|Service|Min|Tx Code
        9/8/2025|70321|OT|30|97530
        9/9/2025|70321|OT|30|NS
        """)
    held = {"sessions": {"waiting": [2, 3]}}
    return Shape("marks_among_procedures", "log.csv", text(rows), {}, held, ("Tx Code",))


@shape
def marks_of_attendance() -> Shape:
    """Att. is of who came, and of no school: ones and zeros are read, letters that nobody explains asked about."""
    rows = drawn("""
        Date|Student ID|Service|Time|Att.
        9/8/2025|70331|OT|9:00-9:30|1
        9/9/2025|70331|OT|9:00-9:30|0
        """)
    times = {"start_time": "09:00", "end_time": "09:30"}
    truth = [given("70331", "2025-09-08", 30, **times), missed("70331", "2025-09-09", None, **times)]
    return Shape("marks_of_attendance", "log.csv", text(rows), {"sessions": truth})


@shape
def letters_of_attendance() -> Shape:
    """The same in letters."""
    rows = drawn("""
        Date|Student ID|Service|Time|Attendance
        9/8/2025|70341|OT|9:00-9:30|P
        9/9/2025|70341|OT|9:00-9:30|UA
        """)
    held = {"sessions": {"waiting": [2, 3]}}
    return Shape("letters_of_attendance", "log.csv", text(rows), {}, held, ("P", "UA"))


@shape
def none_delivered_of_some_minutes() -> Shape:
    """Minutes of which none were delivered are none that were given; a remark that says only who was out is asked about."""
    rows = drawn("""
        Date|Student ID|Service|Mins|Mins Delivered|Comment
        9/8/2025|70351|OT|30|30|acted out
        9/9/2025|70351|OT|30|0|
        9/10/2025|70351|OT|30|15|
        9/11/2025|70351|OT|30|30|Therapist out today
        """)
    truth = [given("70351", "2025-09-08", 30), given("70351", "2025-09-10", 15)]
    held = {"sessions": {"waiting": [3, 5]}}
    asked = ("(blank)", "out in Comment")
    return Shape("none_delivered_of_some_minutes", "log.csv", text(rows), {"sessions": truth}, held, asked)


@shape
def a_star_with_its_footnote() -> Shape:
    """A star that a footnote explains says that nobody came; where it stands nowhere a person says what holds."""
    rows = drawn("""
        Date|Student ID|Service|Minutes|Flag
        9/8/2025|70361|OT|30|
        9/9/2025|70361|OT|30|*

        * student absent
        """)
    truth = [missed("70361", "2025-09-09", "student_absent", minutes=30)]
    held = {"sessions": {"waiting": [2]}}
    return Shape("a_star_with_its_footnote", "log.csv", text(rows), {"sessions": truth}, held, ("(no status)",))


@shape
def procedures_billed_once_a_session() -> Shape:
    """A unit of a procedure that is billed once a session says nothing of its length; paperwork says nothing of what
    became of it, and times beside units tell more than these."""
    rows = drawn("""
        Student ID|From DOS|CPT|Service|Units|Status
        70371|9/8/2025|97530|OT|2|PAID
        70372|9/9/2025|92507|Speech|1|DENIED
        """)
    truth = [given("70371", "2025-09-08", 30)]
    held = {"sessions": {"waiting": [3]}}
    return Shape("procedures_billed_once_a_session", "claims.csv", text(rows), {"sessions": truth}, held, ("(blank)",))


@shape
def units_beside_times() -> Shape:
    """Units are rounded or count visits: the times beside them tell the length. The day stands in three columns."""
    rows = drawn("""
        Student ID|Calendar Year|Month Name|Day of Month|Service|Units|Time In|Time Out
        70381|2025|September|8|OT|2|9:00|9:30
        70382|2025|October|9|Speech|1|10:00|10:30
        """)
    truth = [
        given("70381", "2025-09-08", 30, start_time="09:00", end_time="09:30"),
        given("70382", "2025-10-09", 30, "SLP", start_time="10:00", end_time="10:30"),
    ]
    return Shape("units_beside_times", "log.csv", text(rows), {"sessions": truth})


@shape
def in_person_or_called_off() -> Shape:
    """In person, from afar, or called off, in one column of types."""
    rows = drawn("""
        Date|Student ID|Service|Minutes|Session Type
        9/8/2025|70391|OT|30|In-Person
        9/9/2025|70391|OT|30|Virtual
        9/10/2025|70391|OT|30|No Show
        """)
    truth = [
        given("70391", "2025-09-08", 30),
        given("70391", "2025-09-09", 30, setting="tele"),
        missed("70391", "2025-09-10", "student_absent", minutes=30),
    ]
    return Shape("in_person_or_called_off", "log.csv", text(rows), {"sessions": truth})


@shape
def all_of_the_minutes_missed() -> Shape:
    """As many minutes missed as stand in the row, or a make-up that is needed: the minutes may be those planned."""
    rows = drawn("""
        Date|Student ID|Service|Minutes|Missed Minutes|Make-up needed?
        9/8/2025|70401|OT|30|0|N
        9/9/2025|70401|OT|30|30|
        9/10/2025|70401|OT|30|0|Y
        9/11/2025|70401|OT|20|10|N
        """)
    truth = [given("70401", "2025-09-08", 30), given("70401", "2025-09-11", 20, status="partial")]
    held = {"sessions": {"waiting": [3, 4]}}
    asked = ("(no status)", "make-up needed in Make-up needed?")
    return Shape("all_of_the_minutes_missed", "log.csv", text(rows), {"sessions": truth}, held, asked)


@shape
def ones_in_a_grid() -> Shape:
    """Ones under the days are no minutes: they are asked about."""
    rows = drawn("""
        OT Attendance - October 2025

        Student|Student ID|Min|1|6|8|15|20
        Lin, Ada|70411|30|1|0|1|1|0
        """)
    held = {"sessions": {"waiting": [4] * 5}}
    return Shape("ones_in_a_grid", "oct.csv", text(rows), {}, held, ("1",))


@shape
def parts_without_their_minutes() -> Shape:
    """A part of a session without a number isn't the row's minutes, which are those of all of it."""
    rows = drawn("""
        OT Attendance - October 2025

        Student|Student ID|Min|1|6|8|15
        Lin, Ada|70421|30|S|PT|A|S

        S = seen
        PT = part of the session
        A = absent
        """)
    truth = [
        given("70421", "2025-10-01", 30),
        missed("70421", "2025-10-08", "student_absent", minutes=30),
        given("70421", "2025-10-15", 30),
    ]
    held = {"sessions": {"waiting": [4]}}
    asked = ("(no minutes)",)
    return Shape("parts_without_their_minutes", "oct.csv", text(rows), {"sessions": truth}, held, asked)
