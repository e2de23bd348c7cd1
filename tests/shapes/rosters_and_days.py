"""Rosters with more than a grade in its cell, staff by site, logs of closings, a year of days with a row a month."""

from datetime import date

from tests.shapes.shape import Row, Shape, book, drawn, shape, text


@shape
def grade_and_teacher() -> Shape:
    """A case manager's list: grade and teacher in one cell, the school and its number in the title."""
    rows = drawn("""
        Birchwood Elementary (204)
        Student Name|Student Number|Grade/Teacher|Next IEP
        Ames, Lou|55011|2/Harlow|3/4/2026
        Bell, Tia|55012|K/Ode|5/1/2026
        Cho, Ray|55013|4/Harlow|1/9/2026
        """)
    truth = [
        {
            "student_id": "55011",
            "last_name": "Ames",
            "first_name": "Lou",
            "grade": "2",
            "school": "Birchwood Elementary",
        },
        {
            "student_id": "55012",
            "last_name": "Bell",
            "first_name": "Tia",
            "grade": "K",
            "school": "Birchwood Elementary",
        },
        {
            "student_id": "55013",
            "last_name": "Cho",
            "first_name": "Ray",
            "grade": "4",
            "school": "Birchwood Elementary",
        },
    ]
    return Shape("grade_and_teacher", "caseload.xlsx", book({"List": rows}), {"students": truth})


@shape
def grade_with_its_class() -> Shape:
    """A system's export that calls schools entities and tells the year of graduation beside the grade."""
    rows = drawn("""
        Full Name|Student ID|Entity Name|Grade (Grad Yr)|Enrollment Start
        Ames, Lou|55011|North Fork High|11 (2027)|8/20/2025
        Bell, Tia|55012|North Fork Middle|KG (2038)|8/20/2025
        """)
    day = {"enrolled_from": "2025-08-20"}
    truth = [
        {
            "student_id": "55011",
            "last_name": "Ames",
            "first_name": "Lou",
            "grade": "11",
            "school": "North Fork High",
            **day,
        },
        {
            "student_id": "55012",
            "last_name": "Bell",
            "first_name": "Tia",
            "grade": "K",
            "school": "North Fork Middle",
            **day,
        },
    ]
    return Shape("grade_with_its_class", "browse.csv", text(rows), {"students": truth})


@shape
def staff_by_site_with_a_total() -> Shape:
    """A row a person and site: the share of each site adds up to the person's FTE. An aide is no therapist."""
    rows = drawn("""
        Emp ID|Employee Name|Title|Building|Building FTE|Total FTE|Term Date
        E1|Rowe, Dana|OT|North Fork High|0.5|0.8|
        E1|Rowe, Dana|OT|Birchwood Elem|0.3|0.8|
        E2|Sung, Kay|SLP Asst|Birchwood Elem|1|1|12/19/2025
        E3|Todd, Max|SLP Aide|Birchwood Elem|0.4|0.4|
        """)
    truth: list[Row] = [
        {"provider_id": "E1", "provider_name": "Rowe, Dana", "role": "OTR", "fte": 0.8},
        {"provider_id": "E2", "provider_name": "Sung, Kay", "role": "SLPA", "fte": 1, "home_school": "Birchwood Elem",
         "end_date": "2025-12-19"},
        {"provider_id": "E3", "provider_name": "Todd, Max", "fte": 0.4, "home_school": "Birchwood Elem"},
    ]  # fmt: skip
    return Shape("staff_by_site_with_a_total", "staff.csv", text(rows), {"providers": truth}, asked=("SLP Aide",))


@shape
def closings_and_their_make_ups() -> Shape:
    """A log of weather days, each beside the day that makes it up; a delay stays a day of school."""
    rows = drawn("""
        Snow day log 2025-26
        Date|Schools|What happened|Made up on
        12/8/2025|All|Closed - ice|2/16/2026
        12/9/2025|District-wide|2 hour delay - ice|
        1/20/2026|North Fork High|Closed: power outage|3/6/2026
        """)

    def told(day: date, is_open: bool, kind: str, school: str = "") -> Row:
        return {"day": day.isoformat(), "is_instructional": is_open, "day_type": kind, "school": school}

    truth = [
        told(date(2025, 12, 8), False, "emergency_closed"), told(date(2026, 2, 16), True, "make_up_day"),
        told(date(2025, 12, 9), True, "late_start"), told(date(2026, 1, 20), False, "emergency_closed", "North Fork High"),
        told(date(2026, 3, 6), True, "make_up_day", "North Fork High"),
    ]  # fmt: skip
    return Shape("closings_and_their_make_ups", "weather.csv", text(rows), {"calendar_days": truth})


@shape
def a_row_a_month_of_marked_days() -> Shape:
    """A year at a glance: months down without a year, days across, letters by the key beneath; a count at the end."""
    days = range(1, 32)
    marks = {(11, 26): "N", (11, 27): "H", (11, 28): "H", (12, 19): "E"}
    rows: list[list[object]] = [["Days of school 2025-26"], ["Month", *days, "Total"]]
    truth: list[Row] = []
    for number, name, last in ((11, "November", 30), (12, "December", 19)):
        row: list[object] = [name]
        for day in days:
            is_day = day <= last and date(2025, number, day).weekday() < 5
            mark = marks.get((number, day), "X") if is_day else ""
            row.append(mark)
            kind = {"X": "full", "N": "staff_only", "H": "holiday", "E": "half"}.get(mark)
            if kind:
                told = {"is_instructional": mark in "XE", "day_type": kind}
                truth.append({"day": date(2025, number, day).isoformat(), **told})
        rows.append([*row, sum(mark in ("X", "E") for mark in row)])
    rows += [[], ["X = Student day"], ["N = No students, teacher work day"], ["H = Holiday"], ["E = Early release"]]
    return Shape("a_row_a_month_of_marked_days", "year.xlsx", book({"Year": rows}), {"calendar_days": truth})


@shape
def periods_as_spans_without_years() -> Shape:
    """Nine weeks and semesters, first and last day in one cell without a year; the title has the school year."""
    rows = drawn("""
        2025-26 Grading Periods
        Term|Dates|# Days
        1st Nine Weeks|Aug 11 - Oct 10|44
        2nd Nine Weeks|Oct 13 - Dec 19|45
        1st Semester|Aug 11 - Dec 19|89
        2nd Semester|Jan 6 - May 22|92
        """)
    told = [("Q1", "2025-08-11", "2025-10-10"), ("Q2", "2025-10-13", "2025-12-19"), ("S1", "2025-08-11", "2025-12-19"),
            ("S2", "2026-01-06", "2026-05-22")]  # fmt: skip
    truth = [
        {"school_year": "2025-26", "period": period, "start_date": first, "end_date": last}
        for period, first, last in told
    ]
    return Shape("periods_as_spans_without_years", "terms.csv", text(rows), {"grading_periods": truth})
