"""Stretches of school and breaks, days in three columns, one year's column of several, shares of full time in words."""

from datetime import date

from tests.shapes.shape import Row, Shape, book, drawn, shape, text


def _day(day: str, kind: str, school: bool) -> Row:
    return {"day": day, "day_type": kind, "is_instructional": school}


@shape
def stretches_of_school() -> Shape:
    """Open and closed from a day to a day: the holiday within a stretch of school is none of its days."""
    rows = [
        ["Start", "End", "Status", "Why"],
        [date(2025, 9, 29), date(2025, 10, 9), "Open", ""],
        [date(2025, 10, 2), date(2025, 10, 2), "Closed", "Yom Kippur"],
        [date(2025, 10, 10), date(2025, 10, 10), "Open, half day", "Day before break"],
        [date(2025, 10, 13), date(2025, 10, 14), "Closed", "Fall break"],
        [date(2025, 10, 15), date(2025, 10, 15), "Closed to students", "Staff development"],
    ]
    open_days = [
        "2025-09-29",
        "2025-09-30",
        "2025-10-01",
        "2025-10-03",
        "2025-10-06",
        "2025-10-07",
        "2025-10-08",
        "2025-10-09",
    ]
    truth = [_day(day, "full", school=True) for day in open_days]
    truth += [_day(day, "holiday", school=False) for day in ("2025-10-02", "2025-10-13", "2025-10-14")]
    truth += [_day("2025-10-10", "half", school=True), _day("2025-10-15", "staff_only", school=False)]
    return Shape("stretches_of_school", "year.xlsx", book({"Year": rows}), {"calendar_days": truth})


@shape
def events_over_nine_weeks() -> Shape:
    """From and to with whether pupils come, and under it the nine weeks by bare ordinals: Q1 to Q4."""
    rows = drawn("""
        Moss County Schools 2025-2026
        From|To|Event|Students?
        8/18/2025|8/20/2025|Teacher Workdays|No
        9/1/2025||Labor Day|No
        12/18/2025|12/19/2025|Early Release|Yes

        NINE WEEKS
        Nine Weeks|Begins|Ends
        1st|8/21/2025|10/17/2025
        2nd|10/20/2025|12/19/2025
        3rd|1/6/2026|3/13/2026
        4th|3/16/2026|5/28/2026
        """)
    truth: dict[str, list[Row]] = {
        "calendar_days": [
            *(_day(f"2025-08-{day}", "staff_only", school=False) for day in (18, 19, 20)),
            _day("2025-09-01", "holiday", school=False),
            _day("2025-12-18", "half", school=True), _day("2025-12-19", "half", school=True),
        ],
        "grading_periods": [
            {"school_year": "2025-26", "period": "Q1", "start_date": "2025-08-21", "end_date": "2025-10-17"},
            {"school_year": "2025-26", "period": "Q2", "start_date": "2025-10-20", "end_date": "2025-12-19"},
            {"school_year": "2025-26", "period": "Q3", "start_date": "2026-01-06", "end_date": "2026-03-13"},
            {"school_year": "2025-26", "period": "Q4", "start_date": "2026-03-16", "end_date": "2026-05-28"},
        ],
    }  # fmt: skip
    return Shape("events_over_nine_weeks", "events.csv", text(rows), truth, asked=("(unlisted weekdays)",))


@shape
def days_in_three_columns() -> Shape:
    """A log whose days stand in a column each for year, month and day, months by name."""
    rows = drawn("""
        Student ID|Year|Month|Day|Service|Minutes
        7011|2025|Dec|18|OT|30
        7012|2025|Dec|19|OT|25
        7011|2026|Jan|8|OT|30
        """)
    truth = [
        {"student_id": who, "session_date": day, "minutes": minutes, "status": "delivered", "service": "OT"}
        for who, day, minutes in (("7011", "2025-12-18", 30), ("7012", "2025-12-19", 25), ("7011", "2026-01-08", 30))
    ]
    return Shape("days_in_three_columns", "log.csv", text(rows), {"sessions": truth})


@shape
def two_years_side_by_side() -> Shape:
    """School and grade of two years: those of the year in the file's name count, however the year is written."""
    rows = drawn("""
        Pupil No|Pupil|Grade SY24-25|School (24-25)|Grade SY25-26|School (25-26)
        00711|Frost, Ida|5|Alder Elementary|6|Birch Middle
        00712|Ngo, Kai|K|Alder Elementary|1|Alder Elementary
        """)
    truth = [
        {"student_id": "00711", "last_name": "Frost", "first_name": "Ida", "grade": "6", "school": "Birch Middle"},
        {"student_id": "00712", "last_name": "Ngo", "first_name": "Kai", "grade": "1", "school": "Alder Elementary"},
    ]
    return Shape("two_years_side_by_side", "moving up 2025-26.csv", text(rows), {"students": truth})


@shape
def two_years_of_no_file() -> Shape:
    """The same columns where nothing says which year it is: neither counts."""
    rows = drawn("""
        Pupil No|Pupil|2024-25 Grade|2025-26 Grade
        00711|Frost, Ida|5|6
        00712|Ngo, Kai|K|1
        """)
    truth = [
        {"student_id": "00711", "last_name": "Frost", "first_name": "Ida"},
        {"student_id": "00712", "last_name": "Ngo", "first_name": "Kai"},
    ]
    return Shape("two_years_of_no_file", "grades.csv", text(rows), {"students": truth})


@shape
def homerooms_behind_grades() -> Shape:
    """Grade and homeroom in one cell, by number and by letter."""
    rows = drawn("""
        ID|Student|Gr-HR|Enr Date
        7011|Frost, Ida|6-204|8/25/2025
        7012|Ngo, Kai|K-B|8/25/2025
        """)
    truth = [
        {"student_id": "7011", "last_name": "Frost", "first_name": "Ida", "grade": "6", "enrolled_from": "2025-08-25"},
        {"student_id": "7012", "last_name": "Ngo", "first_name": "Kai", "grade": "K", "enrolled_from": "2025-08-25"},
    ]
    return Shape("homerooms_behind_grades", "class.csv", text(rows), {"students": truth})


@shape
def shares_of_full_time_in_words() -> Shape:
    """Full and part of full time in words; part time says no share. Who left has an end."""
    rows = drawn("""
        Staff ID|Name|Role|Time|Building|Date Left
        E71|Ortiz, Mae|OTR|full-time|Alder|
        E72|Cole, Ben|PT|3/4 time|Birch|12/19/2025
        E73|Fisk, Lena|SLP|60% time|Alder|
        E74|Penn, Ira|COTA|part-time|Birch|
        """)
    truth: list[Row] = [
        {"provider_id": "E71", "provider_name": "Ortiz, Mae", "role": "OTR", "fte": 1.0, "home_school": "Alder"},
        {
            "provider_id": "E72",
            "provider_name": "Cole, Ben",
            "role": "PT",
            "fte": 0.75,
            "home_school": "Birch",
            "end_date": "2025-12-19",
        },
        {"provider_id": "E73", "provider_name": "Fisk, Lena", "role": "SLP", "fte": 0.6, "home_school": "Alder"},
        {"provider_id": "E74", "provider_name": "Penn, Ira", "role": "COTA", "home_school": "Birch"},
    ]
    return Shape("shares_of_full_time_in_words", "people.csv", text(rows), {"providers": truth})


@shape
def loads_beside_contracts() -> Shape:
    """A worksheet of workloads: what is required of each therapist's students is no line and no session."""
    rows = [
        ["Workload worksheet, fall"],
        [
            "Emp ID",
            "Therapist",
            "Role",
            "FTE",
            "Contract Min/Wk",
            "Lunch Min/Wk",
            "Other Duties Min/Wk",
            "# Students",
            "Direct Min/Wk",
        ],
        ["E71", "Mae Ortiz", "OTR/L", 1, 2250, 150, 60, 41, 1180],
        ["E72", "Ben Cole", "PTA", 0.5, 1125, 75, 0, 19, 520],
    ]
    truth: list[Row] = [
        {
            "provider_id": "E71",
            "provider_name": "Ortiz, Mae",
            "role": "OTR",
            "fte": 1.0,
            "contract_minutes": 2250,
            "other_duties_minutes": 60,
        },
        {
            "provider_id": "E72",
            "provider_name": "Cole, Ben",
            "role": "PTA",
            "fte": 0.5,
            "contract_minutes": 1125,
            "other_duties_minutes": 0,
        },
    ]
    return Shape("loads_beside_contracts", "loads.xlsx", book({"Sheet1": rows}), {"providers": truth})


@shape
def classes_side_by_side() -> Shape:
    """Two lists of students under the same headings, each under the name of its school, one of them shorter."""
    rows = drawn("""
        Resource rooms 2025-26
        Alder Elementary||||Birch Middle
        Child|ID|Grade||Child|ID|Grade
        Frost, Ida|7011|3||Ngo, Kai|7012|6
        Petit, Luc|7013|4
        """)
    truth: list[Row] = [
        {"student_id": "7011", "last_name": "Frost", "first_name": "Ida", "grade": "3", "school": "Alder Elementary"},
        {"student_id": "7013", "last_name": "Petit", "first_name": "Luc", "grade": "4", "school": "Alder Elementary"},
        {"student_id": "7012", "last_name": "Ngo", "first_name": "Kai", "grade": "6", "school": "Birch Middle"},
    ]
    return Shape("classes_side_by_side", "rooms.xlsx", book({"Rooms": rows}), {"students": truth})
