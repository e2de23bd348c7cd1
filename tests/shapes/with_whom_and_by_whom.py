"""Minutes with a child beside those of travel, staff by payroll, objectives by code, how many times, six weeks, visits kept."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text, times


@shape
def minutes_with_the_student() -> Shape:
    """What a unit stands over says with whom or for what the time was: with the student is the session's, and no id."""
    rows = drawn("""
        Itinerant log - Kit Moss, OTR
        Date|Pupil|Service|Minutes|||Outcome
        |||With student|For travel|On paperwork|
        9/3/2025|Abel, Una|OT|30|15|5|Seen
        9/4/2025|Bark, Ian|OT||15|5|Absent
        9/10/2025|Abel, Una|OT|25|15|5|Seen
        9/11/2025|Bark, Ian|OT|45|15|5|Seen
        """)
    una, ian, by = "Abel, Una", "Bark, Ian", {"provider": "Moss, Kit"}
    truth = [
        given(una, "2025-09-03", 30, **by),
        missed(ian, "2025-09-04", "student_absent", **by),
        given(una, "2025-09-10", 25, **by),
        given(ian, "2025-09-11", 45, **by),
    ]
    return Shape("minutes_with_the_student", "itinerant.csv", text(rows), {"sessions": truth})


@shape
def staff_by_payroll() -> Shape:
    """Staff by their number on the payroll, with who pays them and since when they are here."""
    rows = drawn("""
        Payroll No|Name|Position|FTE|Paid by|Here since|Leaving
        P7|Moss, Kit|Occupational Therapist|1|County Cooperative|8/1/2020|
        P9|Roe, Ann|Physical Therapist|0.5|Brook Staffing|8/1/2021|1/16/2026
        """)
    kit = {"provider_id": "P7", "provider_name": "Moss, Kit", "role": "OTR", "fte": 1, "employer": "County Cooperative",
           "start_date": "2020-08-01"}  # fmt: skip
    ann = {"provider_id": "P9", "provider_name": "Roe, Ann", "role": "PT", "fte": 0.5, "employer": "Brook Staffing",
           "start_date": "2021-08-01", "end_date": "2026-01-16"}  # fmt: skip
    return Shape("staff_by_payroll", "payroll.csv", text(rows), {"providers": [kit, ann]})


@shape
def staff_paid_by_funds() -> Shape:
    """Money that pays for somebody is no employer."""
    rows = drawn("""
        Staff ID|Name|Position|FTE|Paid by
        22|Moss, Kit|Occupational Therapist|1|IDEA
        23|Roe, Ann|Physical Therapist|0.5|Local funds
        """)
    kit = {"provider_id": "22", "provider_name": "Moss, Kit", "role": "OTR", "fte": 1, "employer": None}
    ann = {"provider_id": "23", "provider_name": "Roe, Ann", "role": "PT", "fte": 0.5, "employer": None}
    return Shape("staff_paid_by_funds", "funded.csv", text(rows), {"providers": [kit, ann]})


def _goals(name: str, first: str, ids: tuple[str, str], codes: tuple[str, str]) -> Shape:
    rows = [
        ["Student ID", *([first] if first else []), "Objective Code", "Measurable Annual Objective", "Present Level",
         "Criterion", "Objective Begins", "Objective Ends"],
        ["1001", *([ids[0]] if first else []), codes[0], "Writes a sentence", "20%", "80%", "9/1/2025", "8/31/2026"],
        ["1002", *([ids[1]] if first else []), codes[1], "Catches a ball", "10%", "90%", "9/8/2025", "9/7/2026"],
    ]  # fmt: skip
    shared = {"unit": "percent"}
    truth = [
        {"goal_id": ids[0], "student_id": "1001", "goal_text": "Writes a sentence", "baseline": 20, "target": 80,
         "start_date": "2025-09-01", "due_date": "2026-08-31", **shared},
        {"goal_id": ids[1], "student_id": "1002", "goal_text": "Catches a ball", "baseline": 10, "target": 90,
         "start_date": "2025-09-08", "due_date": "2026-09-07", **shared},
    ]  # fmt: skip
    return Shape(name, f"{name}.csv", text(rows), {"goals": truth})


@shape
def objectives_by_code() -> Shape:
    """An objective's code is its id, and when it begins and ends are its days."""
    return _goals("objectives_by_code", "", ("WR-1", "GM-1"), ("WR-1", "GM-1"))


@shape
def objectives_by_number_of_goal() -> Shape:
    """Beside the number of its goal an objective's code is no id."""
    return _goals("objectives_by_number_of_goal", "Goal #", ("1", "2"), ("WR-1", "GM-1"))


@shape
def times_of_a_service() -> Shape:
    """Times under a service are how many there are, and time is how long each is."""
    rows = drawn("""
        Student ID|Student|Service|Min each|Service Times|Per
        1001|Abel, Una|OT|30|2|wk
        1002|Bark, Ian|PT|20|3|mo
        """)
    truth = [
        line("1001", "OT", 60, "week", **times(2, 30), student="Abel, Una"),
        line("1002", "PT", 60, "month", **times(3, 20), student="Bark, Ian"),
    ]
    return Shape("times_of_a_service", "service times.csv", text(rows), {"service_lines": truth})


@shape
def cycles_of_grading() -> Shape:
    """Grading cycles whose days stand in one cell; the six weeks are numbered."""
    rows = drawn("""
        Grading Cycles 2025-2026
        Grading cycle|Runs from - to|Class days
        1st Six Weeks|8/13/2025 - 9/19/2025|27
        2nd Six Weeks|9/22/2025 - 10/31/2025|29
        """)
    truth = [
        {"school_year": "2025-26", "period": "6W1", "start_date": "2025-08-13", "end_date": "2025-09-19"},
        {"school_year": "2025-26", "period": "6W2", "start_date": "2025-09-22", "end_date": "2025-10-31"},
    ]
    return Shape("cycles_of_grading", "cycles.csv", text(rows), {"grading_periods": truth})


@shape
def visits_booked_and_kept() -> Shape:
    """Visits booked from and to with their day, and when somebody joined and left: of a missed one the plan stays."""
    rows = drawn("""
        Rec No|Student ID|Student|Discipline|Booked From|Booked To|Joined|Left|Outcome|Therapist|StaffPIC
        4401|1001|Abel, Una|OT|2025-09-03 09:00|2025-09-03 09:30|2025-09-03 09:05|2025-09-03 09:30|Completed|Moss, Kit|771
        4402|1001|Abel, Una|OT|2025-09-10 09:00|2025-09-10 09:30|||No-show|Moss, Kit|771
        4407|1002|Bark, Ian|OT|2025-09-11 09:00|2025-09-11 09:30|2025-09-11 09:00|2025-09-11 09:30|Completed|Moss, Kit|771
        """)
    by = {"provider": "Moss, Kit", "provider_id": "771"}
    una, ian = {"student": "Abel, Una", **by}, {"student": "Bark, Ian", **by}
    truth = [
        given("1001", "2025-09-03", 25, session_id="4401", start_time="09:05", end_time="09:30", **una),
        missed("1001", "2025-09-10", "student_absent", session_id="4402", start_time="09:00", end_time="09:30", **una),
        given("1002", "2025-09-11", 30, session_id="4407", start_time="09:00", end_time="09:30", **ian),
    ]
    return Shape("visits_booked_and_kept", "booked.csv", text(rows), {"sessions": truth})
