"""Rosters, staff, goals and calendars in more forms."""

from datetime import date

from tests.shapes.shape import Row, Shape, book, drawn, shape, text


@shape
def staff_percent() -> Shape:
    """A staff list whose FTE is a percentage; buildings, assignments, agencies."""
    rows = drawn("""
        Emp #|Staff Member|Assignment|FTE %|Base School|Agency|Hire Dt
        E501|Adler, Ben|Occupational Therapist|100%|Oak Elementary|District|08/15/2019
        E502|Bates, Cal|COTA|80%|Elm Middle|Bright Path|08/18/2025
        E503|Cohen, Dee|Speech-Language Pathologist|50%|Oak Elementary|District|01/06/2025
        """)

    def person(number: str, name: str, role: str, fte: float, school: str, employer: str, start: str) -> Row:
        return {"provider_id": number, "provider_name": name, "role": role, "fte": fte, "home_school": school,
                "employer": employer, "start_date": start}  # fmt: skip

    truth = [
        person("E501", "Adler, Ben", "OTR", 1.0, "Oak Elementary", "District", "2019-08-15"),
        person("E502", "Bates, Cal", "COTA", 0.8, "Elm Middle", "Bright Path", "2025-08-18"),
        person("E503", "Cohen, Dee", "SLP", 0.5, "Oak Elementary", "District", "2025-01-06"),
    ]
    return Shape("staff_percent", "staff.csv", text(rows), {"providers": truth})


@shape
def short_headings() -> Shape:
    """A student system's short headings; a withdrawn student; a middle name and a nickname that aren't the first."""
    rows = drawn("""
        Stu ID|Last|First|Middle|Nickname|Gr|Sch|Bdate|Enter|Leave
        93001|Dunn|Elsa|Marie|Ellie|3|Oak|02/03/2017|08/25/2025|
        93002|Eck|Finn|||KG|Elm|11/30/2019|08/25/2025|10/17/2025
        """)
    truth: list[Row] = [
        {"student_id": "93001", "last_name": "Dunn", "first_name": "Elsa", "grade": "3", "school": "Oak",
         "birth_date": "2017-02-03", "enrolled_from": "2025-08-25"},
        {"student_id": "93002", "last_name": "Eck", "first_name": "Finn", "grade": "K", "school": "Elm",
         "birth_date": "2019-11-30", "enrolled_from": "2025-08-25", "enrolled_to": "2025-10-17"},
    ]  # fmt: skip
    return Shape("short_headings", "stu.csv", text(rows), {"students": truth})


@shape
def scores_out_of() -> Shape:
    """Scores as 8/10 and 80%, a goal number, its text: never sessions."""
    rows = drawn("""
        Student ID|Goal #|Data Date|Correct|Out Of
        94001|1|9/8/2025|8|10
        94001|1|9/15/2025|9|10
        94002|2|9/8/2025|12|20
        """)

    def score(who: str, goal: str, day: str, value: float, trials: int) -> Row:
        return {"student_id": who, "goal_id": goal, "measured_on": day, "value": value, "trials": trials}

    truth = [
        score("94001", "1", "2025-09-08", 8, 10),
        score("94001", "1", "2025-09-15", 9, 10),
        score("94002", "2", "2025-09-08", 12, 20),
    ]
    return Shape("scores_out_of", "probes.csv", text(rows), {"measurements": truth})


@shape
def goals_with_domains() -> Shape:
    """Goals of a goal bank: domain, target as a percentage, dates, a progress statement that is no field."""
    rows = drawn("""
        Student ID|Goal ID|Domain|Annual Goal|Baseline|Target|Measured By|Start Date|Target Date|Person Responsible
        95001|G1|Fine Motor|Given a model, Ana will copy letters legibly|40%|80%|Percent|08/25/2025|06/05/2026|OT
        95002|G2|Self-Care|Ben will fasten three buttons|1|3|Buttons|08/25/2025|06/05/2026|OT
        """)
    told = {"service": "OT", "start_date": "2025-08-25", "due_date": "2026-06-05"}
    truth: list[Row] = [
        {"student_id": "95001", "goal_id": "G1", "area": "sensory_motor", "baseline": 40, "target": 80, "unit": "Percent",
         "goal_text": "Given a model, Ana will copy letters legibly", **told},
        {"student_id": "95002", "goal_id": "G2", "area": "self_care", "baseline": 1, "target": 3, "unit": "Buttons",
         "goal_text": "Ben will fasten three buttons", **told},
    ]  # fmt: skip
    return Shape("goals_with_domains", "goals.csv", text(rows), {"goals": truth})


@shape
def progress_by_quarter() -> Shape:
    """A column a quarter with progress codes; M could be mastered, maintained or more, and is asked."""
    rows = drawn("""
        Student ID|Goal No|Q1|Q2|Q3|Q4
        96001|1|SP|SP|M|
        96001|2|NI|IP - Insufficient|SP|
        """)

    def code(goal: str, period: str, said: str) -> Row:
        return {"student_id": "96001", "goal_id": goal, "period": period, "progress_code": said}

    truth = [
        code("1", "Q1", "sufficient"), code("1", "Q2", "sufficient"), code("2", "Q1", "not_introduced"),
        code("2", "Q2", "insufficient"), code("2", "Q3", "sufficient"),
    ]  # fmt: skip
    waiting = {"measurements": {"waiting": [2]}}
    return Shape("progress_by_quarter", "progress.csv", text(rows), {"measurements": truth}, waiting, ("M",))


@shape
def students_and_staff_days() -> Shape:
    """A calendar with two flags: only the students' says whether the day is instructional."""
    rows = [
        ["2025-26 School Calendar", "", "", "", ""],
        ["Date", "Day", "Event", "Students Attend", "Staff Report"],
        [date(2025, 8, 21), "Thu", "Teacher Work Day", "No", "Yes"],
        [date(2025, 8, 25), "Mon", "First Day of School", "Yes", "Yes"],
        [date(2025, 9, 1), "Mon", "Labor Day", "No", "No"],
        [date(2025, 10, 17), "Fri", "Early Release", "Yes", "Yes"],
    ]

    def day(when: str, is_open: bool, kind: str) -> Row:
        return {"day": when, "is_instructional": is_open, "day_type": kind}

    truth = [
        day("2025-08-21", False, "staff_only"),
        day("2025-08-25", True, "full"),
        day("2025-09-01", False, "holiday"),
        day("2025-10-17", True, "half"),
    ]
    return Shape("students_and_staff_days", "calendar.xlsx", book({"Days": rows}), {"calendar_days": truth})


@shape
def ranges_in_a_cell() -> Shape:
    """Breaks as a span of days in one cell, single days beside them."""
    rows = drawn("""
        Dates|Holiday
        9/1/2025|Labor Day
        11/26/2025 - 11/28/2025|Thanksgiving Break
        3/23/2026 - 3/27/2026|Spring Break
        """)
    closed = [
        "2025-09-01", "2025-11-26", "2025-11-27", "2025-11-28", "2026-03-23", "2026-03-24", "2026-03-25", "2026-03-26",
        "2026-03-27",
    ]  # fmt: skip
    truth: list[Row] = [{"day": day, "is_instructional": False, "day_type": "holiday"} for day in closed]
    return Shape("ranges_in_a_cell", "holidays.csv", text(rows), {"calendar_days": truth})


@shape
def assistants() -> Shape:
    """Who supervises whom, with names beside the ids."""
    rows = drawn("""
        COTA ID|COTA Name|Supervising OTR ID|Supervising OTR Name|Hrs/Month
        E502|Bates, Cal|E501|Adler, Ben|4
        E504|Drew, Eve|E501|Adler, Ben|2.5
        """)
    truth: list[Row] = [
        {"assistant_id": "E502", "provider_id": "E501", "hours_per_month": 4},
        {"assistant_id": "E504", "provider_id": "E501", "hours_per_month": 2.5},
    ]
    return Shape("assistants", "supervision.csv", text(rows), {"supervision": truth})
