"""Lists of other systems."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text


@shape
def staff_directory() -> Shape:
    """Staff with minutes of their week, two names apart, no ids of ours."""
    rows = drawn("""
        Employee ID|Last Name|First Name|Job Title|FTE|Weekly Contract Minutes|Building|Status
        7001|Oaks|Pat|Occupational Therapist|1.0|2250|Oak|Active
        7002|Pugh|Quin|Occupational Therapy Assistant|0.5|1125|Elm|Active
        """)
    truth: list[Row] = [
        {"provider_id": "7001", "provider_name": "Oaks, Pat", "role": "OTR", "fte": 1.0, "contract_minutes": 2250,
         "home_school": "Oak"},
        {"provider_id": "7002", "provider_name": "Pugh, Quin", "role": "COTA", "fte": 0.5, "contract_minutes": 1125,
         "home_school": "Elm"},
    ]  # fmt: skip
    return Shape("staff_directory", "staff directory.csv", text(rows), {"providers": truth})


@shape
def enrolment() -> Shape:
    """An extract of enrolment in capitals, birth dates run together, codes of withdrawal."""
    rows = drawn("""
        STUDENT_ID|LAST_NAME|FIRST_NAME|BIRTHDATE|GRADE|SCHOOL_NAME|ENROLL_DATE|WITHDRAW_DATE|WITHDRAW_CODE
        0002001|QUIRK|RAE|20170203|03|OAK ELEMENTARY|20250825||
        0002002|ROWE|SAM|20191130|KG|ELM ELEMENTARY|20250825|20251017|W2
        """)
    truth: list[Row] = [
        {"student_id": "0002001", "last_name": "QUIRK", "first_name": "RAE", "birth_date": "2017-02-03", "grade": "3",
         "school": "OAK ELEMENTARY", "enrolled_from": "2025-08-25"},
        {"student_id": "0002002", "last_name": "ROWE", "first_name": "SAM", "birth_date": "2019-11-30", "grade": "K",
         "school": "ELM ELEMENTARY", "enrolled_from": "2025-08-25", "enrolled_to": "2025-10-17"},
    ]  # fmt: skip
    return Shape("enrolment", "ENROLL.csv", text(rows), {"students": truth})


@shape
def probes() -> Shape:
    """Goals with their text and a percentage a day."""
    rows = drawn("""
        Student ID|Student Name|Goal|Date Probed|% Accuracy|Staff
        2101|Sims, Tad|Tad will say /r/ in words|9/5/2025|45%|Uva, Val
        2101|Sims, Tad|Tad will say /r/ in words|9/12/2025|52%|Uva, Val
        """)
    truth: list[Row] = [
        {"student_id": "2101", "student": "Sims, Tad", "measured_on": day, "value": value}
        for day, value in (("2025-09-05", 45), ("2025-09-12", 52))
    ]
    goals: list[Row] = [{"student_id": "2101", "student": "Sims, Tad", "goal_text": "Tad will say /r/ in words"}]
    return Shape("probes", "probe data.csv", text(rows), {"goals": goals, "measurements": truth})


@shape
def goal_report() -> Shape:
    """Goals with criteria in words and dates of review."""
    rows = drawn("""
        Student ID|Goal #|Goal Area|Measurable Annual Goal|Baseline %|Criterion %|Begin|Projected Mastery Date
        2201|1|Handwriting|Ulla will write her name|20|80|8/25/2025|5/29/2026
        2202|1|Sensory|Vern will use a calming strategy|50|90|8/25/2025|5/29/2026
        """)
    told = {"goal_id": "1", "unit": "percent", "start_date": "2025-08-25", "due_date": "2026-05-29"}
    truth: list[Row] = [
        {"student_id": "2201", "area": "academics", "goal_text": "Ulla will write her name", "baseline": 20, "target": 80,
         **told},
        {"student_id": "2202", "area": "sensory_motor", "goal_text": "Vern will use a calming strategy", "baseline": 50,
         "target": 90, **told},
    ]  # fmt: skip
    return Shape("goal_report", "goals.csv", text(rows), {"goals": truth})


@shape
def terms() -> Shape:
    """Terms of the year in words."""
    rows = drawn("""
        School Year|Term|Begins On|Ends On|Days
        2025-2026|First Quarter|Aug 25, 2025|Oct 31, 2025|48
        2025-2026|Second Quarter|Nov 3, 2025|Jan 23, 2026|45
        """)
    truth: list[Row] = [
        {"school_year": "2025-26", "period": "Q1", "start_date": "2025-08-25", "end_date": "2025-10-31"},
        {"school_year": "2025-26", "period": "Q2", "start_date": "2025-11-03", "end_date": "2026-01-23"},
    ]
    return Shape("terms", "terms.csv", text(rows), {"grading_periods": truth})


@shape
def closures() -> Shape:
    """A list of days off with weekday names and what they are for."""
    rows = [
        ["DISTRICT HOLIDAYS AND NON-STUDENT DAYS"],
        ["Day", "Date", "Occasion"],
        ["Monday", "September 1, 2025", "Labor Day"],
        ["Friday", "October 10, 2025", "Staff Development Day"],
        ["Tuesday", "November 11, 2025", "Veterans Day"],
    ]
    truth: list[Row] = [
        {"day": "2025-09-01", "is_instructional": False, "day_type": "holiday"},
        {"day": "2025-10-10", "is_instructional": False, "day_type": "staff_only"},
        {"day": "2025-11-11", "is_instructional": False, "day_type": "holiday"},
    ]
    return Shape("closures", "holidays.xlsx", book({"Sheet1": rows}), {"calendar_days": truth})


@shape
def where_when() -> Shape:
    """Half-days at schools as a list."""
    rows = drawn("""
        Therapist ID|Therapist|Site|Day of Week|AM/PM
        7001|Oaks, Pat|Oak|Monday|AM
        7001|Oaks, Pat|Elm|Monday|PM
        7002|Pugh, Quin|Oak|Tuesday|Full Day
        """)
    truth: list[Row] = [
        {"provider_id": "7001", "school": "Oak", "weekday": "mon", "half_day": "am"},
        {"provider_id": "7001", "school": "Elm", "weekday": "mon", "half_day": "pm"},
        {"provider_id": "7002", "school": "Oak", "weekday": "tue", "half_day": "full"},
    ]
    return Shape("where_when", "sites.csv", text(rows), {"site_days": truth})
