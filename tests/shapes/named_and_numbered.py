"""Logs that name a session by its id, tell minutes attended, absences of nobody's own, and groups beside a place."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text


@shape
def make_up_for_an_id() -> Shape:
    """A make-up names the log which it is for: it is one, and makes up that log's day; one of a log that the file lacks is
    a make-up too."""
    rows = drawn("""
        Log No|Student ID|Service|Date|Minutes|Status|Makeup For
        S-101|97101|OT|9/8/2025|30|delivered|
        S-102|97102|OT|9/9/2025|0|student absent|
        S-103|97102|OT|9/16/2025|30|delivered|s-102
        S-104|97101|OT|9/17/2025|25|delivered|S-077
        """)
    truth = [
        given("97101", "2025-09-08", 30),
        missed("97102", "2025-09-09", "student_absent", minutes=0),
        given("97102", "2025-09-16", 30) | {"status": "make_up", "makes_up_date": "2025-09-09"},
        given("97101", "2025-09-17", 25) | {"status": "make_up"},
    ]
    return Shape("make_up_for_an_id", "log.csv", text(rows), {"sessions": truth})


@shape
def minutes_attended() -> Shape:
    """The minutes attended count, and not those that were booked; an absence of both sides is asked about."""
    rows = drawn("""
        Client ID|Discipline|Session Start|Booked (min)|Attended (min)|Status
        97201|OT|10/7/2025 9:00 AM|30|22|Completed
        97202|OT|10/7/2025 9:30 AM|30|0|No Show - Client
        97203|OT|10/7/2025 10:00 AM|30|0|No Show - Both
        """)
    truth = [
        given("97201", "2025-10-07", 22, start_time="09:00"),
        missed("97202", "2025-10-07", "student_absent", minutes=0, start_time="09:30"),
    ]
    waiting = {"sessions": {"waiting": [4]}}
    return Shape("minutes_attended", "log.csv", text(rows), {"sessions": truth}, waiting, ("No Show - Both",))


@shape
def groups_in_a_place() -> Shape:
    """The place says where and with how many; what stands in brackets behind a placement may be away from school."""
    rows = drawn("""
        Student ID|Service|Date|Minutes|Status|Service Location|School Location
        97301|OT|1/6/2026|30|delivered|Therapy Room (Small Group)|Birch Elementary
        97302|OT|1/6/2026|30|delivered|Therapy Room (Individual)|Birch Elementary
        97303|OT|1/7/2026|20|delivered|Special Education (Home)|Birch Elementary
        """)
    truth = [
        given("97301", "2026-01-06", 30, setting="pull_out", grouping="group", school="Birch Elementary"),
        given("97302", "2026-01-06", 30, setting="pull_out", grouping="individual", school="Birch Elementary"),
        given("97303", "2026-01-07", 20, setting="home", school="Birch Elementary"),
    ]
    return Shape("groups_in_a_place", "log.csv", text(rows), {"sessions": truth})


@shape
def facts_under_names_across() -> Shape:
    """Students across, their ids and promised minutes beneath, and then the days down: the promised minutes are no session."""
    rows = drawn("""
        Therapist: Vera Lindt|||
        Name|Oslo, Kim|Pratt, Ana|Total
        ID #|970401|970402|
        Minutes a week|60|30|90
        Date|||
        10/7/2025|30|absent|30
        10/9/2025|25|30|55
        Total|55|30|85
        """)
    of_kim, of_ana = {"student": "Oslo, Kim", "student_id": "970401"}, {"student": "Pratt, Ana", "student_id": "970402"}
    by = {"provider": "Lindt, Vera"}
    truth = [
        given("970401", "2025-10-07", 30, service="OT") | of_kim | by,
        missed("970402", "2025-10-07", "student_absent", service="OT") | of_ana | by,
        given("970401", "2025-10-09", 25, service="OT") | of_kim | by,
        given("970402", "2025-10-09", 30, service="OT") | of_ana | by,
    ]
    return Shape("facts_under_names_across", "OT log.csv", text(rows), {"sessions": truth})


@shape
def areas_under_a_cycle() -> Shape:
    """The cycle stands over columns of services, two of them areas of one: each amount is a line."""
    rows = drawn("""
        ||MIN PER WEEK||MIN PER MONTH||Plan|
        Student ID|Grade|SDI Reading|SDI Math|OT|OT consult|begins|ends
        97501|3|90|120|||9/2/2025|9/1/2026
        97502|4||45|60|15|10/1/2025|9/30/2026
        """)
    first = {"start_date": "2025-09-02", "end_date": "2026-09-01"}
    second = {"start_date": "2025-10-01", "end_date": "2026-09-30"}
    truth = [
        line("97501", "SDI", 90, "week", **first),
        line("97501", "SDI", 120, "week", **first),
        line("97502", "SDI", 45, "week", **second),
        line("97502", "OT", 60, "month", **second),
        line("97502", "OT", 15, "month", **second) | {"kind": "indirect"},
    ]
    return Shape("areas_under_a_cycle", "minutes.csv", text(rows), {"service_lines": truth})
