"""Therapists by building and weekday, who supervises whom, students by grade, comings and goings, calendars at a glance."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text


def _at(who: str, school: str, weekday: str, half: str = "full") -> Row:
    return {"provider": who, "school": school, "weekday": weekday, "half_day": half}


@shape
def people_under_weekdays() -> Shape:
    """Who is where: schools down, weekdays across, people in the cells, some for half a day."""
    rows = [
        ["Who is where this year"],
        ["School", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
        ["Alder", "Mae Ortiz", "Mae Ortiz / Ben Cole (PM)", "", "Ben Cole", "off"],
        ["Birch", "Ben Cole AM; Lena Fisk PM", "", "Lena Fisk", "Mae Ortiz", "Mae Ortiz"],
    ]
    truth = [
        _at("Ortiz, Mae", "Alder", "mon"), _at("Ortiz, Mae", "Alder", "tue"), _at("Cole, Ben", "Alder", "tue", "pm"),
        _at("Cole, Ben", "Alder", "thu"), _at("Cole, Ben", "Birch", "mon", "am"), _at("Fisk, Lena", "Birch", "mon", "pm"),
        _at("Fisk, Lena", "Birch", "wed"), _at("Ortiz, Mae", "Birch", "thu"), _at("Ortiz, Mae", "Birch", "fri"),
    ]  # fmt: skip
    return Shape("people_under_weekdays", "where.xlsx", book({"Plan": rows}), {"site_days": truth})


@shape
def initials_under_weekdays() -> Shape:
    """Initials name nobody for certain, and the schools of a week's plan are no list of schools."""
    rows = drawn("""
        School|Monday|Tuesday|Wednesday|Thursday|Friday
        Alder|MO|MO|BC|BC|LF
        Birch|BC|LF|MO|LF|MO
        """)
    return Shape("initials_under_weekdays", "initials.csv", text(rows), refused="none of the datasets")


@shape
def supervisors_down() -> Shape:
    """The grid the other way round, in minutes a month: supervisors down, assistants across."""
    rows = drawn("""
        Supervision of assistants, minutes per month
        Supervising therapist|Ira Penn, COTA/L|Uma Voss, COTA|Jo Reed, PTA|Total
        Mae Ortiz, OTR/L|120|60||180
        Ben Cole, DPT|||30|30
        """)
    truth: list[Row] = [
        {"assistant": "Penn, Ira", "provider": "Ortiz, Mae", "hours_per_month": 2},
        {"assistant": "Voss, Uma", "provider": "Ortiz, Mae", "hours_per_month": 1},
        {"assistant": "Reed, Jo", "provider": "Cole, Ben", "hours_per_month": 0.5},
    ]
    return Shape("supervisors_down", "supervision.xlsx", book({"Sheet1": rows}), {"supervision": truth})


@shape
def students_beneath_their_school() -> Shape:
    """A column a school, the students beneath."""
    rows = drawn("""
        Caseload list, Mae Ortiz, fall 2025
        Alder Elementary|Birch Middle School
        Frost, Ida|Ngo, Kai
        de la Cruz, Ana|O'Hara, Sean
        Petit, Luc|
        """)
    truth = [
        {"last_name": last, "first_name": first, "school": school}
        for last, first, school in (
            ("Frost", "Ida", "Alder Elementary"), ("Ngo", "Kai", "Birch Middle School"),
            ("de la Cruz", "Ana", "Alder Elementary"),
            ("O'Hara", "Sean", "Birch Middle School"), ("Petit", "Luc", "Alder Elementary"),
        )
    ]  # fmt: skip
    return Shape("students_beneath_their_school", "fall.xlsx", book({"Sheet1": rows}), {"students": truth})


@shape
def teachers_beneath_their_grade() -> Shape:
    """The same picture of teachers: nothing says that they are students, so nobody is made one."""
    rows = drawn("""
        Classroom assignments
        Kindergarten|1st Grade|2nd Grade
        Frost, Ida|Ngo, Kai|Petit, Luc
        Hale, Ann|Cruz, Ana|Sanz, Eva
        """)
    return Shape("teachers_beneath_their_grade", "rooms.csv", text(rows), refused="none of the datasets")


@shape
def came_and_left() -> Shape:
    """Entries and withdrawals, a row each; a child who came and then left is one spell."""
    rows = drawn("""
        Effective Date|Entry/Withdrawal|Student ID|Student Name|Grade|School
        9/8/2025|Entry|7011|Frost, Ida|3|Alder
        9/29/2025|Withdrawn|7012|Ngo, Kai|6|Birch
        10/14/2025|Withdrawn|7011|Frost, Ida|3|Alder
        11/3/2025|Entry|7013|Petit, Luc|K|Alder
        """)
    truth = [
        {"student_id": "7011", "last_name": "Frost", "first_name": "Ida", "grade": "3", "school": "Alder",
         "enrolled_from": "2025-09-08", "enrolled_to": "2025-10-14"},
        {"student_id": "7012", "last_name": "Ngo", "first_name": "Kai", "grade": "6", "school": "Birch",
         "enrolled_to": "2025-09-29"},
        {"student_id": "7013", "last_name": "Petit", "first_name": "Luc", "grade": "K", "school": "Alder",
         "enrolled_from": "2025-11-03"},
    ]  # fmt: skip
    return Shape("came_and_left", "changes.csv", text(rows), {"students": truth})


@shape
def one_row_a_service_of_each_student() -> Shape:
    """What is told of a student is the same on each row, and nothing is promised: a list of students."""
    rows = drawn("""
        Student ID|Name|DOB|Grade|Case Manager|Related Service|Began
        7011|Frost, Ida|5/4/2017|03|Hale, Ann|OT|9/2/2025
        7011|Frost, Ida|5/4/2017|03|Hale, Ann|Speech|9/2/2025
        7012|Ngo, Kai|8/30/2014|06|Hale, Ann|PT|10/6/2025
        7012|Ngo, Kai|8/30/2014|06|Hale, Ann|OT|10/6/2025
        """)
    truth = [
        {"student_id": "7011", "last_name": "Frost", "first_name": "Ida", "grade": "3", "birth_date": "2017-05-04"},
        {"student_id": "7012", "last_name": "Ngo", "first_name": "Kai", "grade": "6", "birth_date": "2014-08-30"},
    ]
    return Shape("one_row_a_service_of_each_student", "extract.csv", text(rows), {"students": truth})


def _day(day: str, kind: str, school: bool) -> Row:
    return {"day": day, "day_type": kind, "is_instructional": school}


@shape
def months_with_lists_of_days() -> Shape:
    """A row a month with lists of days, the year in the title; words behind a day say why, and a count is no day."""
    rows = drawn("""
        District calendar 2025-26
        Month|Schools Closed|Early Release|Days in Session
        Sept.|1 (Labor Day)|10, 24|21
        October|13 (Columbus Day), 30-31|8|20
        Nov.|10-11; 26-28|25|15
        """)
    closed = ["2025-09-01", "2025-10-13", "2025-10-30", "2025-10-31", "2025-11-10", "2025-11-11", "2025-11-26", "2025-11-27",
              "2025-11-28"]  # fmt: skip
    truth = [_day(day, "holiday", school=False) for day in closed]
    truth += [_day(day, "half", school=True) for day in ("2025-09-10", "2025-09-24", "2025-10-08", "2025-11-25")]
    name = "months_with_lists_of_days"
    return Shape(name, "glance.csv", text(rows), {"calendar_days": truth}, asked=("(unlisted weekdays)",))


@shape
def days_by_who_is_in() -> Shape:
    """Whether students come decides; where only staff do it is their day, and the last day before a break is one of school."""
    rows = drawn("""
        Date|What is on|Pupils|Staff
        8/28/2025|Room set-up|out|in
        9/2/2025|First day of school|in|in
        10/13/2025|Columbus Day|out|out
        12/19/2025|Last day before winter break|half|half
        12/22/2025|Winter break|out|out
        """)
    truth = [
        _day("2025-08-28", "staff_only", school=False), _day("2025-09-02", "full", school=True),
        _day("2025-10-13", "holiday", school=False), _day("2025-12-19", "half", school=True),
        _day("2025-12-22", "holiday", school=False),
    ]  # fmt: skip
    return Shape("days_by_who_is_in", "who.csv", text(rows), {"calendar_days": truth}, asked=("(unlisted weekdays)",))


@shape
def days_counted_with_decimals() -> Shape:
    """What a day counts for attendance, and the day of a rotation that stands still on days off."""
    rows = drawn("""
        Calendar Date|Counts As|Rotation Day|Comment
        Mon 03/02/2026|1.00|Day A|
        Tue 03/03/2026|0.00||Parent conferences - no school
        Wed 03/04/2026|0.50|Day B|Early dismissal
        Thu 03/05/2026|1.00|Day C|
        """)
    truth = [
        {"day": "2026-03-02", "is_instructional": True, "cycle_day": "A"},
        {"day": "2026-03-03", "is_instructional": False, "day_type": "holiday"},
        {"day": "2026-03-04", "is_instructional": True, "day_type": "half", "cycle_day": "B"},
        {"day": "2026-03-05", "is_instructional": True, "cycle_day": "C"},
    ]
    return Shape("days_counted_with_decimals", "counted.csv", text(rows), {"calendar_days": truth})


@shape
def events_of_one_district() -> Shape:
    """An id that is the same on every row is the district's, and events of its days are no sessions."""
    rows = drawn("""
        District ID|Event Date|Event Type|Day Type|Event Duration
        0417|20250815|In-Service Day|Non-instructional|1.0
        0417|20250902|Labor Day|Non-instructional|1.0
        0417|20251010|Shortened Day|Instructional|0.5
        0417|20260120|Inclement Weather|Non-instructional|1.0
        """)
    truth = [
        _day("2025-08-15", "staff_only", school=False), _day("2025-09-02", "holiday", school=False),
        _day("2025-10-10", "half", school=True), _day("2026-01-20", "emergency_closed", school=False),
    ]  # fmt: skip
    name = "events_of_one_district"
    return Shape(name, "events.csv", text(rows), {"calendar_days": truth}, asked=("(unlisted weekdays)",))


@shape
def staff_by_credentials() -> Shape:
    """Credentials in short, two of them of one role, days in one number, and when a post ended."""
    rows = drawn("""
        Employee ID|Last Name|First Name|Cred.|FTE|Pos Start Date|Pos Sep Date
        E71|Ortiz|Mae|OTR/L|1.0|20190812|
        E72|Cole|Ben|PT, DPT|.5|20240819|20260130
        """)
    truth = [
        {"provider_id": "E71", "provider_name": "Ortiz, Mae", "role": "OTR", "fte": 1.0, "start_date": "2019-08-12"},
        {"provider_id": "E72", "provider_name": "Cole, Ben", "role": "PT", "fte": 0.5, "start_date": "2024-08-19",
         "end_date": "2026-01-30"},
    ]  # fmt: skip
    return Shape("staff_by_credentials", "posts.csv", text(rows), {"providers": truth})
