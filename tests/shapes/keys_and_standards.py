"""Codes that only a file's own key makes say something, values by the addresses of a data standard, states' staff reports."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text, times

TIES, JOINS = "Ties both shoes", "Joins a game at recess"


@shape
def na_is_a_rating_by_the_key() -> Shape:
    """NA is nothing elsewhere; here the key makes it a rating, and *progressing inconsistently* isn't enough."""
    rows = drawn(f"""
        Student ID|Goal #|Annual Goal|Q1|Q2
        61001|1|{TIES}|NA|PI
        61002|1|{JOINS}|PS|A

        A - Achieved
        PS - Progressing Satisfactorily
        PI - Progressing Inconsistently
        NA - Not Achieved
        """)
    goals = [
        {"student_id": "61001", "goal_id": "1", "goal_text": TIES},
        {"student_id": "61002", "goal_id": "1", "goal_text": JOINS},
    ]
    found = [
        {"student_id": student, "goal_id": "1", "period": period, "progress_code": code}
        for student, period, code in (
            ("61001", "Q1", "no_progress"), ("61001", "Q2", "insufficient"),
            ("61002", "Q1", "sufficient"), ("61002", "Q2", "mastered"),
        )
    ]  # fmt: skip
    return Shape("na_is_a_rating_by_the_key", "ratings.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def where_goals_stand_without_a_day() -> Shape:
    """Present performance beside the aim, and no day but the goal's: the baseline, and no measurement of that day."""
    rows = drawn(f"""
        Student ID|Goal Area|Annual Goal|Present Performance|Goal Level|Goal Date
        61001|Reading|Reads aloud|47 words per minute|75 words per minute|2/23/2026
        61002|Behavior|{JOINS}|20%|80%|5/8/2026
        """)
    goals = [
        {"student_id": "61001", "goal_text": "Reads aloud", "area": "academics",
         "unit": "words per minute", "baseline": 47, "target": 75, "due_date": "2026-02-23"},
        {"student_id": "61002", "goal_text": JOINS, "area": "behavior_interaction",
         "unit": "percent", "baseline": 20, "target": 80, "due_date": "2026-05-08"},
    ]  # fmt: skip
    return Shape("where_goals_stand_without_a_day", "levels.csv", text(rows), {"goals": goals, "measurements": []})


@shape
def services_by_the_addresses_of_a_standard() -> Shape:
    """Descriptors of Ed-Fi say what stands behind the address."""
    of, at = "uri://ed-fi.org/ServicePrescriptionDescriptor#", "uri://ed-fi.org/LocationDescriptor#"
    rows = drawn(f"""
        studentUniqueId|iepBeginDate|servicePrescriptionDescriptor|serviceFrequency|serviceDurationMinutes|serviceLocationDescriptor
        61001|2025-09-03|{of}Occupational Therapy|2 times per week|30|{at}General Education Classroom
        61002|2025-10-15|{of}Physical Therapy|1 time per month|45|{at}Therapy Room
        """)
    lines = [
        line("61001", "OT", 60, "week", setting="push_in", start_date="2025-09-03", **times(2, 30)),
        line("61002", "PT", 45, "month", setting="pull_out", start_date="2025-10-15", **times(1, 45)),
    ]
    return Shape("services_by_the_addresses_of_a_standard", "lines.csv", text(rows), {"service_lines": lines})


@shape
def a_state_report_of_staff() -> Shape:
    """Names in two columns; days and pay of the contract are no minutes."""
    rows = drawn("""
        OrgId|SPN|LastName|FirstName|JobTitle|HireDate|FullTimeEquivalency|ContractDays|ContractSalary
        1235|003187|Alder|Mia|Occupational Therapist|2014-08-04|1.00|185|71250.00
        1241|003188|Birch|Fay|Occupational Therapy Assistant|2023-08-07|0.80|180|38400.00
        """)
    staff = [
        {"provider_id": "003187", "provider_name": "Alder, Mia", "role": "OTR", "fte": 1.0, "start_date": "2014-08-04"},
        {
            "provider_id": "003188",
            "provider_name": "Birch, Fay",
            "role": "COTA",
            "fte": 0.8,
            "start_date": "2023-08-07",
        },
    ]
    return Shape("a_state_report_of_staff", "staff.csv", text(rows), {"providers": staff})


@shape
def make_ups_that_a_key_calls_direct() -> Shape:
    """A key that says of each code whether it is direct, also of one for make-ups; an absence is of no kind."""
    rows = drawn("""
        Student ID|Discipline|Date|Minutes|Service Type
        70911|OT|9/8/2025|30|D
        70911|OT|9/10/2025||SA
        70911|OT|9/12/2025|25|DM

        Service Type:|D = Direct|SA = Student absent|DM = Direct session: make-up session
        """)
    truth = [
        given("70911", "2025-09-08", 30, kind="direct"),
        missed("70911", "2025-09-10", "student_absent"),
        given("70911", "2025-09-12", 25, kind="direct") | {"status": "make_up"},
    ]
    return Shape("make_ups_that_a_key_calls_direct", "log.csv", text(rows), {"sessions": truth})
