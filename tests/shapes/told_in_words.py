"""What stands in words, titles and shared cells: outcomes behind services, groups in a cell, hours beside minutes."""

from tests.shapes.shape import Row, Shape, book, drawn, given, line, missed, shape, text, times


@shape
def outcomes_behind_services() -> Shape:
    """An invoice: what became of a session stands behind its service, and nowhere else."""
    rows = drawn("""
        Date of Service|Student ID|Service Description|Hours
        10/1/2025|82001|Speech Therapy - Direct|0.5
        10/2/2025|82001|Speech Therapy - Consult|0.25
        10/8/2025|82002|Speech Therapy - Student No Show|0.5
        10/9/2025|82002|Speech Therapy - Therapist Cancelled|0.5
        """)
    truth = [
        given("82001", "2025-10-01", 30, "SLP", kind="direct"),
        given("82001", "2025-10-02", 15, "SLP", kind="indirect"),
        missed("82002", "2025-10-08", "student_absent", "SLP", minutes=30),
        missed("82002", "2025-10-09", "provider_absent", "SLP", minutes=30),
    ]
    return Shape("outcomes_behind_services", "invoice.csv", text(rows), {"sessions": truth})


@shape
def a_group_in_a_cell() -> Shape:
    """Group notes: all students of a session in one cell."""
    rows = drawn("""
        Date|Group Name|Students Attending|Start|End|Provider
        10/7/2025|Artic A|Ana Abt; Bo Bly|9:00 AM|9:30 AM|Corwin Dell, SLP
        10/9/2025|Artic A|Bo Bly|9:00 AM|9:20 AM|Corwin Dell, SLP
        """)
    corwin = {"provider": "Dell, Corwin", "start_time": "09:00", "group_id": "Artic A"}
    two = {**corwin, "end_time": "09:30", "group_size": 2, "grouping": "group"}
    truth = [
        given("Abt, Ana", "2025-10-07", 30, "SLP", **two),
        given("Bly, Bo", "2025-10-07", 30, "SLP", **two),
        given("Bly, Bo", "2025-10-09", 20, "SLP", **corwin, end_time="09:20", group_size=1, grouping="individual"),
    ]
    return Shape("a_group_in_a_cell", "groups.csv", text(rows), {"sessions": truth})


@shape
def moments_in_a_cell() -> Shape:
    """A session's day, start and end in one cell; who was absent stands behind the word."""
    rows = drawn("""
        Student Number|Session Date/Time|Minutes|Session Type|Attendance|Therapist
        82101|10/03/2025 9:30 AM - 10:00 AM|30|Group (3)|Present|Henrike Vann, PT
        82101|10/10/2025 1:00 PM - 1:40 PM|40|Individual|Absent - Student|Henrike Vann, PT
        82101|10/17/2025 1:00 PM - 1:40 PM|40|Individual|Absent - Provider|Henrike Vann, PT
        """)
    vann = {"provider": "Vann, Henrike"}
    alone = {**vann, "start_time": "13:00", "end_time": "13:40", "minutes": 40, "grouping": "individual"}
    truth = [
        given(
            "82101",
            "2025-10-03",
            30,
            "PT",
            start_time="09:30",
            end_time="10:00",
            grouping="group",
            group_size=3,
            **vann,
        ),
        missed("82101", "2025-10-10", "student_absent", "PT", **alone),
        missed("82101", "2025-10-17", "provider_absent", "PT", **alone),
    ]
    return Shape("moments_in_a_cell", "sessions.csv", text(rows), {"sessions": truth})


@shape
def students_across() -> Shape:
    """A month grid turned round: a row a day, a column a student."""
    rows = drawn("""
        Monthly attendance record
        Month: October 2025||Provider: Henrike Vann|Service: PT
        Day|Abt, Ana|Bly, Bo
        1|30|
        6|SA|45
        13|H|H
        """)
    ana, bo = ({"student": who, "provider": "Vann, Henrike"} for who in ("Abt, Ana", "Bly, Bo"))
    truth = [
        given("Abt, Ana", "2025-10-01", 30, "PT", **ana),
        missed("Abt, Ana", "2025-10-06", "student_absent", "PT", **ana),
        given("Bly, Bo", "2025-10-06", 45, "PT", **bo),
        missed("Abt, Ana", "2025-10-13", "holiday", "PT", **ana),
        missed("Bly, Bo", "2025-10-13", "holiday", "PT", **bo),
    ]
    return Shape("students_across", "october.xlsx", book({"Oct": rows}), {"sessions": truth})


@shape
def titles_say_how() -> Shape:
    """Massachusetts' grid: the title of each block says direct or indirect, and where."""
    head = ["Focus on Goal #", "Type of Service", "Type of Personnel", "Frequency and Duration/Per Cycle", "Start Date"]
    rows = [
        ["IEP Service Delivery"],
        ["Student Name: Saga Lind", "", "SASID: 82201"],
        ["A. Consultation (Indirect Services to School Personnel and Parents)"],
        head,
        ["1", "Occupational Therapy", "OT", "1 x 15 min / 5-day cycle", "09/15/2025"],
        ["B. Special Education and Related Services in General Education Classroom (Direct Service)"],
        head,
        ["2", "Speech & Language", "SLP", "2 x 30 min / 5-day cycle", "09/15/2025"],
        ["C. Special Education and Related Services in Other Settings (Direct Service)"],
        head,
        ["1", "Physical Therapy", "PT", "1 x 45 min / 5-day cycle", "09/15/2025"],
    ]
    told = {"student": "Lind, Saga", "start_date": "2025-09-15"}
    truth = [
        line("82201", "OT", 15, "rotation:5", **times(1, 15), **told, setting="indirect") | {"kind": "indirect"},
        line("82201", "SLP", 60, "rotation:5", **times(2, 30), **told, setting="push_in"),
        line("82201", "PT", 45, "rotation:5", **times(1, 45), **told, setting="other"),
    ]
    return Shape("titles_say_how", "grid.xlsx", book({"Grid": rows}), {"service_lines": truth})


@shape
def hours_beside_minutes() -> Shape:
    """Hours and minutes of one amount in two columns; a grade before kindergarten."""
    rows = drawn("""
        Local ID|Current Grade|Special Education Service|Frequency|Duration Hours|Duration Minutes|Start Date
        82301|-1|Physical Therapy|1 per Week|1|0|08/18/2025
        82302|4|Specially Designed Instruction|5 per Week|1|30|08/18/2025
        82303|5|Speech/Language|2 per Week|0|20|08/18/2025
        """)
    told = {"start_date": "2025-08-18"}
    truth = [
        line("82301", "PT", 60, "week", **times(1, 60), **told),
        line("82302", "SDI", 450, "week", **times(5, 90), **told),
        line("82303", "SLP", 40, "week", **times(2, 20), **told),
    ]
    return Shape("hours_beside_minutes", "services.csv", text(rows), {"service_lines": truth})


@shape
def percent_goals() -> Shape:
    """Probes whose goal is told in percent by its signs alone."""
    rows = drawn("""
        Student ID|Goal #|Annual Goal|Baseline|Target|Probe Date|Score
        82401|1|Cuts along a curved line|40%|80%|09/12/2025|45%
        """)
    told = {"student_id": "82401", "goal_id": "1"}
    goals: list[Row] = [
        {**told, "goal_text": "Cuts along a curved line", "baseline": 40, "target": 80, "unit": "percent"}
    ]
    marks: list[Row] = [{**told, "measured_on": "2025-09-12", "value": 45}]
    return Shape("percent_goals", "probes.csv", text(rows), {"goals": goals, "measurements": marks})


@shape
def staff_by_hours() -> Shape:
    """A staff list with the share of a post in percent and the contract in hours a week."""
    rows = drawn("""
        Staff ID|Name|Title|FTE %|Home Base|Contract Hrs/Wk
        8250|Ash, Rosa|Occupational Therapist|100%|Lark|37.5
        8251|Dell, Corwin|Speech-Language Pathologist|80%|Tama|30
        """)
    truth: list[Row] = [
        {
            "provider_id": "8250",
            "provider_name": "Ash, Rosa",
            "role": "OTR",
            "fte": 1,
            "home_school": "Lark",
            "contract_minutes": 37.5 * 60,
        },
        {
            "provider_id": "8251",
            "provider_name": "Dell, Corwin",
            "role": "SLP",
            "fte": 0.8,
            "home_school": "Tama",
            "contract_minutes": 30 * 60,
        },
    ]
    return Shape("staff_by_hours", "staff.csv", text(rows), {"providers": truth})
