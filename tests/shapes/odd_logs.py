"""Logs whose headings are a therapist's own, and logs that must be asked about."""

from tests.shapes.shape import Shape, drawn, given, missed, shape, text


@shape
def own_words() -> Shape:
    """Headings that nobody else uses over values that can only be one thing."""
    rows = drawn("""
        Student|When|What|How long|Mark
        Yarrow, Ada|9/8/2025|Occupational Therapy|30|SA
        Yarrow, Ada|9/15/2025|Occupational Therapy|30|D
        Zeller, Bo|9/15/2025|Occupational Therapy|45|PNA
        """)
    truth = [
        missed("Yarrow, Ada", "2025-09-08", "student_absent", minutes=30),
        given("Yarrow, Ada", "2025-09-15", 30),
        missed("Zeller, Bo", "2025-09-15", "provider_absent", minutes=45),
    ]
    return Shape("own_words", "my sheet.csv", text(rows), {"sessions": truth})


@shape
def absent_in_remarks() -> Shape:
    """No status, but remarks that say the child was absent: the minutes beside them weren't given."""
    rows = drawn("""
        Student ID|Service|Date of Tx|Min|Comments
        28001|OT|9/8/2025|30|worked on grasp
        28001|OT|9/15/2025|30|Student absent
        28002|OT|9/15/2025|0|Therapist absent
        """)
    truth = [
        given("28001", "2025-09-08", 30),
        missed("28001", "2025-09-15", "student_absent", minutes=30),
        missed("28002", "2025-09-15", "provider_absent", minutes=0),
    ]
    return Shape("absent_in_remarks", "log.csv", text(rows), {"sessions": truth})


@shape
def planned_and_given() -> Shape:
    """Planned minutes beside given ones: a blank or a nought of the given ones is no delivered session."""
    rows = drawn("""
        Student ID|Service|Date|Scheduled Minutes|Actual Minutes
        29001|OT|9/8/2025|30|30
        29001|OT|9/15/2025|30|
        29001|OT|9/22/2025|30|0
        29002|OT|9/8/2025|45|40
        """)
    truth = [given("29001", "2025-09-08", 30), given("29002", "2025-09-08", 40)]
    waiting = {"sessions": {"waiting": [3, 4]}}
    return Shape("planned_and_given", "log.csv", text(rows), {"sessions": truth}, waiting, ("(blank)",))


@shape
def given_and_missed() -> Shape:
    """Minutes under Delivered and under Missed: nobody says why they were missed."""
    rows = drawn("""
        Student ID|Service|Date|Minutes|Delivered|Missed
        30101|OT|9/8/2025|30|30|
        30101|OT|9/15/2025|30||30
        30102|OT|9/8/2025|30|20|10
        """)
    truth = [given("30101", "2025-09-08", 30), missed("30101", "2025-09-15", None, minutes=30)]
    waiting = {"sessions": {"waiting": [4]}}
    return Shape("given_and_missed", "log.csv", text(rows), {"sessions": truth}, waiting)


@shape
def from_to_in_a_cell() -> Shape:
    """The times of a session in one cell, with and without the half of the day."""
    rows = drawn("""
        Student ID|Svc|Svc Date|Time|Attend|Prov
        32001|OT|09/08/2025|9:00-9:30|Yes|Ruiz, Paz
        32001|OT|09/15/2025|11:45 - 12:30 PM|Yes|Ruiz, Paz
        32002|OT|09/15/2025|1:00 PM to 1:30 PM|No|Ruiz, Paz
        """)
    paz = {"provider": "Ruiz, Paz"}
    truth = [
        given("32001", "2025-09-08", 30, start_time="09:00", end_time="09:30", **paz),
        given("32001", "2025-09-15", 45, start_time="11:45", end_time="12:30", **paz),
        missed("32002", "2025-09-15", None, start_time="13:00", end_time="13:30", **paz),
    ]
    return Shape("from_to_in_a_cell", "log.csv", text(rows), {"sessions": truth})


@shape
def several_in_a_cell() -> Shape:
    """Two whole names in one cell are two students; of first names alone nobody says whose they are: rejected."""
    rows = drawn("""
        Date|Students|Service|Minutes|Group Size
        9/8/2025|Lind, Ada; Moss, Bo|OT|30|2
        9/9/2025|Lind, Ada|OT|30|1
        9/10/2025|Ada; Bo|OT|30|2
        """)
    group = {"group_size": 2, "grouping": "group"}
    truth = [
        given("Lind, Ada", "2025-09-08", 30, **group),
        given("Moss, Bo", "2025-09-08", 30, **group),
        given("Lind, Ada", "2025-09-09", 30, group_size=1, grouping="individual"),
    ]
    rejected = {"sessions": {"rejected": [4]}}
    return Shape("several_in_a_cell", "group log.csv", text(rows), {"sessions": truth}, rejected)


@shape
def yes_of_what() -> Shape:
    """A yes and no whose heading doesn't say of what: minutes alone don't make a session delivered."""
    rows = drawn("""
        Student ID|Service|Date|Minutes|Session Occurred As Planned
        33001|OT|9/8/2025|30|Yes
        33001|OT|9/15/2025|30|No
        """)
    waiting = {"sessions": {"waiting": [2, 3]}}
    asked = ("Session Occurred As Planned",)
    return Shape("yes_of_what", "log.csv", text(rows), {}, waiting, asked)


@shape
def months_total() -> Shape:
    """Minutes by month are no sessions: nothing goes in."""
    rows = drawn("""
        Student ID|Service|Month|Minutes Delivered
        34001|OT|September 2025|120
        34001|OT|October 2025|90
        """)
    return Shape("months_total", "by month.csv", text(rows), {}, {"service_lines": {"rejected": [2, 3]}})
