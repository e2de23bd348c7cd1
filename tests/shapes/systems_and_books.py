"""Exports with short headings and keys of their own, and books of what is owed, as they are kept beside one another."""

from datetime import date

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def keys_of_fields_on_a_sheet() -> Shape:
    """A sheet says of each column what its codes mean, a column in the first of its rows alone: 1 is OT, and attended."""
    rows = [
        ["Stu No", "Svc Dt", "Svc Cd", "Mins", "Attend Cd", "Loc Cd"],
        ["8001", "10/01/2025", "1", 30, "1", "A"],
        ["8001", "10/08/2025", "1", 30, "2", "A"],
        ["8002", "10/02/2025", "2", 20, "1", "B"],
        ["8002", "10/09/2025", "2", 20, "3", "B"],
    ]
    key = [
        ["Column", "Value", "Description"],
        ["Svc Cd", "1", "Occupational Therapy"], ["", "2", "Speech Therapy"],
        ["Attend Cd", "1", "Attended"], ["", "2", "Student absent"], ["", "3", "Therapist absent"],
        ["Loc Cd", "A", "Separate room"], ["", "B", "General ed class"],
    ]  # fmt: skip
    out, within = {"setting": "pull_out"}, {"setting": "push_in"}
    truth = [
        given("8001", "2025-10-01", 30, **out), missed("8001", "2025-10-08", "student_absent", minutes=30, **out),
        given("8002", "2025-10-02", 20, "SLP", **within),
        missed("8002", "2025-10-09", "provider_absent", "SLP", minutes=20, **within),
    ]  # fmt: skip
    return Shape("keys_of_fields_on_a_sheet", "ext 10.xlsx", book({"Log": rows, "Codes": key}), {"sessions": truth})


@shape
def days_first_set_for_each() -> Shape:
    """Each row has the day it was first set for: only what was held on another day makes up for it."""
    rows = drawn("""
        Student No|Svc|DOS|Orig Appt Date|Mins|Result
        S11|OT|2025-10-01|2025-10-01|30|Completed
        S11|OT|2025-10-09|2025-10-08|30|Completed
        S12|PT|2025-10-02|2025-10-02|20|Student Absent
        S12|PT|2025-10-16|2025-10-16|20|Completed
        """)
    truth = [
        given("S11", "2025-10-01", 30),
        given("S11", "2025-10-09", 30, makes_up_date="2025-10-08") | {"status": "make_up"},
        missed("S12", "2025-10-02", "student_absent", "PT", minutes=20),
        given("S12", "2025-10-16", 20, "PT"),
    ]
    return Shape("days_first_set_for_each", "appts.csv", text(rows), {"sessions": truth})


@shape
def times_of_one_and_consult_by_month() -> Shape:
    """How often (x per quarter) is of the minutes of one session; the consult has its month's minutes, and no count."""
    rows = [
        ["Student", "Service", "Direct min/visit", "x per quarter", "Indirect min/mo", "Initiation"],
        ["Arden, Pia", "OT", 30, 9, 15, "9/2/2025"],
        ["Arden, Pia", "ST", 20, 12, "", "9/2/2025"],
        ["Bell, Otis", "PT", "", "", 20, "10/6/2025"],
    ]
    start = {"start_date": "2025-09-02"}
    truth = [
        line("Arden, Pia", "OT", 270, "quarter", **times(9, 30), **start),
        line("Arden, Pia", "OT", 15, "month", **start, kind="indirect"),
        line("Arden, Pia", "SLP", 240, "quarter", **times(12, 20), **start),
        line("Bell, Otis", "PT", 20, "month", start_date="2025-10-06", kind="indirect"),
    ]
    return Shape("times_of_one_and_consult_by_month", "grid.xlsx", book({"Grid": rows}), {"service_lines": truth})


@shape
def a_balance_of_minutes() -> Shape:
    """A book a child: what a month adds to what is owed, and the balance before it, are no sessions."""
    rows = [
        ["Student:", "Corliss, Fay", "", "Service:", "SLP"],
        ["Day", "Minutes added", "Minutes provided", "Remaining", "Memo"],
        ["Bal fwd", "", "", 20, "from Sept"],
        ["10/1/2025", 90, "", 110, "Oct"],
        ["10/6/2025", "", 30, 80, ""],
        ["10/13/2025", "", 20, 60, ""],
        ["10/20/2025", "", 30, 30, ""],
    ]
    days = (("2025-10-06", 30), ("2025-10-13", 20), ("2025-10-20", 30))
    truth = [given("Corliss, Fay", day, minutes, "SLP") for day, minutes in days]
    return Shape("a_balance_of_minutes", "minutes owed.xlsx", book({"Fay": rows}), {"sessions": truth})


@shape
def a_months_minutes_beside_days() -> Shape:
    """What the plan promises of a month stands beside each session: of a missed one it tells no length."""
    rows = drawn("""
        Student|Service|Date|Minutes|IEP Minutes|Status
        Dunn, Mo|OT|10/1/2025|30|120|Present
        Dunn, Mo|OT|10/8/2025|30|120|Present
        Dunn, Mo|OT|10/15/2025||120|Absent
        Egan, Liv|OT|10/2/2025|20|80|Present
        """)
    truth = [
        given("Dunn, Mo", "2025-10-01", 30), given("Dunn, Mo", "2025-10-08", 30),
        missed("Dunn, Mo", "2025-10-15", "student_absent"), given("Egan, Liv", "2025-10-02", 20),
    ]  # fmt: skip
    return Shape("a_months_minutes_beside_days", "OT oct.csv", text(rows), {"sessions": truth})


@shape
def a_sessions_minutes_beside_days() -> Shape:
    """What the plan promises of a session stands beside each: a missed one was to be so long, one cut short isn't far."""
    rows = drawn("""
        Student|Service|Date|Minutes|IEP Minutes|Status
        Dunn, Mo|OT|10/1/2025|30|30|Present
        Dunn, Mo|OT|10/8/2025|15|30|Present
        Dunn, Mo|OT|10/15/2025||30|Absent
        """)
    truth = [
        given("Dunn, Mo", "2025-10-01", 30), given("Dunn, Mo", "2025-10-08", 15),
        missed("Dunn, Mo", "2025-10-15", "student_absent", minutes=30),
    ]  # fmt: skip
    return Shape("a_sessions_minutes_beside_days", "OT log 10.csv", text(rows), {"sessions": truth})


@shape
def planned_times_of_the_missed() -> Shape:
    """A session that was missed has the time that was planned; one that was given without a time has none."""
    rows = drawn("""
        Student ID|Service|Scheduled Date|Scheduled Start|Actual Date|Actual Start|Actual Minutes|Outcome
        6101|OT|9/9/2025|9:00 AM|9/9/2025|9:05 AM|25|Delivered
        6101|OT|9/16/2025|9:00 AM||||Student Absent
        6102|OT|9/10/2025|10:00 AM|9/10/2025||30|Delivered
        """)
    truth = [
        given("6101", "2025-09-09", 25, start_time="09:05"),
        missed("6101", "2025-09-16", "student_absent", start_time="09:00"),
        given("6102", "2025-09-10", 30),
    ]
    return Shape("planned_times_of_the_missed", "sched v actual.csv", text(rows), {"sessions": truth})


@shape
def who_was_out_of_a_group() -> Shape:
    """The kids in group are those who came, and who was out stands beside them."""
    rows = drawn("""
        Date|Kids in group|Min|Out
        10/7/25|Fry, Ann; Gow, Ben; Hale, Cy|30|
        10/9/25|Fry, Ann; Hale, Cy|30|Gow, Ben
        """)
    three, two = {"group_size": 3, "grouping": "group"}, {"group_size": 2, "grouping": "group"}
    ann, ben, cy = "Fry, Ann", "Gow, Ben", "Hale, Cy"
    truth = [given(who, "2025-10-07", 30, "SLP", **three) for who in (ann, ben, cy)]
    truth += [given(who, "2025-10-09", 30, "SLP", **two) for who in (ann, cy)]
    truth += [missed(ben, "2025-10-09", "student_absent", "SLP", minutes=30)]
    return Shape("who_was_out_of_a_group", "speech groups.csv", text(rows), {"sessions": truth})


@shape
def scores_of_so_many_given() -> Shape:
    """How many were right, of how many that were given, and the percent of them, told by no word but their numbers."""
    rows = drawn("""
        Date|Student|Goal|# right|Given|%
        9/15/2025|Ito, Jun|1|4|10|40%
        9/29/2025|Ito, Jun|1|5|8|63%
        9/16/2025|Kerr, Lo|2|9|20|45%
        """)
    truth = [
        {"student": who, "goal_id": goal, "trials": trials, "value": value, "measured_on": day}
        for who, goal, trials, value, day in (
            ("Ito, Jun", "1", 10, 40.0, "2025-09-15"), ("Ito, Jun", "1", 8, 63.0, "2025-09-29"),
            ("Kerr, Lo", "2", 20, 45.0, "2025-09-16"),
        )
    ]  # fmt: skip
    return Shape("scores_of_so_many_given", "probes.csv", text(rows), {"measurements": truth})


@shape
def bills_posted_at_the_end() -> Shape:
    """When a line of a bill was posted is no day on which the session was entered."""
    rows = drawn("""
        Client Ref|Date of Svc|Discipline|Duration (h:mm)|Rate|Line Total|Posted
        C-31|10/01/25|OT|0:45|$90.00|$67.50|10/31/25
        C-31|10/08/25|OT|0:30|$90.00|$45.00|10/31/25
        C-32|10/02/25|PT|1:00|$90.00|$90.00|10/31/25
        """)
    truth = [
        given("C-31", "2025-10-01", 45), given("C-31", "2025-10-08", 30), given("C-32", "2025-10-02", 60, "PT"),
    ]  # fmt: skip
    return Shape("bills_posted_at_the_end", "invoice 10.csv", text(rows), {"sessions": truth})


@shape
def not_cancelled_after_all() -> Shape:
    """A remark that denies an absence speaks against nothing; one that tells of it does."""
    rows = [
        ["OT log - Ms. Varga", "", "", ""],
        ["Date", "Student", "Min Seen", "Remarks"],
        [date(2025, 9, 8), "Lam, Ida", 30, "not cancelled, came at 10"],
        [date(2025, 9, 10), "Lam, Ida", 30, "wasn't absent"],
        [date(2025, 9, 15), "Moe, Kit", 30, "absent for the first ones"],
    ]
    truth = [given("Lam, Ida", day, 30, provider="Varga") for day in ("2025-09-08", "2025-09-10")]
    held = {"sessions": {"waiting": [5]}}
    return Shape("not_cancelled_after_all", "Varga.xlsx", book({"Sept": rows}), {"sessions": truth}, held=held)
