"""Lists of days and of promises that resemble logs of sessions, and headings whose meaning hangs on what is around."""

from datetime import date

from tests.shapes.shape import Merged, Row, Shape, book, drawn, given, line, missed, shape, text, times


def _closed(day: str, kind: str = "holiday") -> Row:
    return {"day": day, "is_instructional": False, "day_type": kind}


@shape
def promises_in_force() -> Shape:
    """Minutes and their cycle under bare words, with first and last day: a promise, never sessions that were given."""
    rows = [
        ["Pine Ridge Cooperative"],
        ["Caseload in force, by clinician"],
        ["Clinician", "Pupil", "Pupil No", "Svc", "Mins", "Per", "Eff Dt", "Exp Dt"],
        ["Orla Finch", "Lind, Ada", "4411", "OT", 60, "Week", date(2025, 9, 2), date(2026, 9, 1)],
        ["Orla Finch", "Moss, Ben", "4412", "OT", 45, "Every 2 weeks", date(2025, 9, 2), date(2026, 9, 1)],
        ["Ivo Stern", "Moss, Ben", "4412", "PT", 90, "Month", date(2025, 9, 2), date(2026, 9, 1)],
    ]
    term = {"start_date": "2025-09-02", "end_date": "2026-09-01"}
    truth = [
        line("4411", "OT", 60, "week", provider="Finch, Orla", **term),
        line("4412", "OT", 45, "weeks:2", provider="Finch, Orla", **term),
        line("4412", "PT", 90, "month", provider="Stern, Ivo", **term),
    ]
    return Shape("promises_in_force", "caseload.xlsx", book({"In force": rows}), {"service_lines": truth})


@shape
def minutes_each_way() -> Shape:
    """Minutes a session over two columns, direct and indirect, a line each; ticks under where it is given."""
    rows = [
        [Merged("Grid of services", 9), *[""] * 8],
        ["Student", "Student ID", "Service", "Frequency", Merged("Minutes per Session", 2), "", Merged("Location", 2),
         "", "Start Date"],
        ["", "", "", "", "Direct", "Indirect", "General Education", "Special Education", ""],
        ["Lind, Ada", "4411", "OT", "2 times/week", 30, "", "", "X", date(2025, 9, 2)],
        ["Moss, Ben", "4412", "SLP", "1 time/month", 20, 10, "X", "", date(2025, 9, 2)],
        ["Nye, Cal", "4413", "PT", "1 time/week", "", 15, "", "X", date(2025, 9, 2)],
    ]  # fmt: skip
    start = {"start_date": "2025-09-02"}
    truth = [
        line("4411", "OT", 60, "week", setting="pull_out", student="Lind, Ada", **times(2, 30), **start),
        line("4412", "SLP", 20, "month", setting="push_in", student="Moss, Ben", **times(1, 20), **start),
        line(
            "4412", "SLP", 10, "month", setting="push_in", student="Moss, Ben", kind="indirect", **times(1, 10), **start
        ),
        line(
            "4413", "PT", 15, "week", setting="pull_out", student="Nye, Cal", kind="indirect", **times(1, 15), **start
        ),
    ]
    return Shape("minutes_each_way", "grid.xlsx", book({"Services": rows}), {"service_lines": truth})


@shape
def closings_with_who_comes() -> Shape:
    """Closings by first and last day, with what becomes of students and of staff: a calendar, though it names both."""
    rows = drawn("""
        Event|First Day|Last Day|Students|Staff
        Labor Day|Mon, Sep 1, 2025||No school|Off
        Staff development day|Fri, Oct 3, 2025||No school|Report
        Fall break|Thu, Oct 16, 2025|Fri, Oct 17, 2025|No school|Off
        Early release|Fri, Dec 19, 2025||Half day|Report
        """)
    truth = [
        _closed("2025-09-01"),
        _closed("2025-10-03", "staff_only"),
        _closed("2025-10-16"),
        _closed("2025-10-17"),
        {"day": "2025-12-19", "is_instructional": True, "day_type": "half"},
    ]
    return Shape("closings_with_who_comes", "closings.csv", text(rows), {"calendar_days": truth})


@shape
def what_is_mandatory() -> Shape:
    """A state's template: instructions, a row that says the same of each column, headings in one word, event words."""
    rows = [
        ["Calendar upload, version 4"],
        ["Fill in from row 6 on; dates as MM/DD/YYYY"],
        [],
        ["Mandatory", "Mandatory", "Mandatory", "Optional"],
        ["Mandatory", "Mandatory", "Mandatory", "Mandatory"],
        ["SchoolYear", "SchoolID", "Date", "CalendarEventDescriptor"],
        ["2026", "0417", "09/01/2025", "Holiday"],
        ["2026", "0417", "09/02/2025", "Instructional day"],
        ["2026", "0417", "01/15/2026", "Weather day"],
    ]
    truth = [
        {**_closed("2025-09-01"), "school": "0417"},
        {"school": "0417", "day": "2025-09-02", "is_instructional": True, "day_type": "full"},
        {**_closed("2026-01-15", "emergency_closed"), "school": "0417"},
    ]
    return Shape("what_is_mandatory", "upload.xlsx", book({"Template": rows}), {"calendar_days": truth})


@shape
def terms_by_their_short_names() -> Shape:
    """Terms with a long and a short name; the year itself is none of them."""
    rows = drawn("""
        Year|Term Name|Abbreviation|First Day of Term|Last Day of Term
        2025-2026|Quarter 1|Q1|08/25/2025|10/31/2025
        2025-2026|Quarter 2|Q2|11/03/2025|01/23/2026
        """)
    truth = [
        {"school_year": "2025-26", "period": "Q1", "start_date": "2025-08-25", "end_date": "2025-10-31"},
        {"school_year": "2025-26", "period": "Q2", "start_date": "2025-11-03", "end_date": "2026-01-23"},
    ]
    return Shape("terms_by_their_short_names", "terms.csv", text(rows), {"grading_periods": truth})


@shape
def two_days_in_halves() -> Shape:
    """Where an itinerant therapist is on two days of the week, a column each half of the day."""
    rows = drawn("""
        Therapist|Tuesday AM|Tuesday PM|Thursday AM|Thursday PM
        Orla Finch|Linden|Foxglove|Linden|
        """)
    at = [("tue", "am", "Linden"), ("tue", "pm", "Foxglove"), ("thu", "am", "Linden")]
    truth = [
        {"provider": "Finch, Orla", "weekday": day, "half_day": half, "school": school} for day, half, school in at
    ]
    return Shape("two_days_in_halves", "where.xlsx", book({"Where": rows}), {"site_days": truth})


@shape
def goals_across() -> Shape:
    """A data sheet of one student: dates down, goals across in their own words, the student in the head."""
    rows = drawn("""
        Data sheet
        Student: Ada Lind||ID: 4411

        Date|Cuts on a line (% accuracy)|Copies three words (number correct)
        9/12/2025|35|1
        9/26/2025|40|
        """)
    cuts, copies = "Cuts on a line (% accuracy)", "Copies three words (number correct)"
    truth = [
        {"student_id": "4411", "measured_on": "2025-09-12", "value": 35},
        {"student_id": "4411", "measured_on": "2025-09-12", "value": 1},
        {"student_id": "4411", "measured_on": "2025-09-26", "value": 40},
    ]
    goals = [{"student_id": "4411", "goal_text": one} for one in (cuts, copies)]
    return Shape("goals_across", "probes.xlsx", book({"Data": rows}), {"goals": goals, "measurements": truth})


@shape
def as_planned_and_as_given() -> Shape:
    """A start with its day and its distance from UTC; a length as planned beside the one that was given."""
    rows = drawn(
        """
        client_name,client_external_id,clinician,discipline,scheduled_start,scheduled_duration_min,actual_duration_min,status
        Ada Lind,T441,Orla Finch,Speech Therapy,2025-11-03T09:00:00-06:00,30,25,completed
        Ben Moss,T442,Orla Finch,Speech Therapy,2025-11-04T13:15:00-06:00,45,0,no_show
        """.replace(",", "|")
    )
    truth = [
        given("T441", "2025-11-03", 25, "SLP", start_time="09:00", provider="Finch, Orla"),
        missed("T442", "2025-11-04", "student_absent", "SLP", minutes=0, start_time="13:15", provider="Finch, Orla"),
    ]
    return Shape("as_planned_and_as_given", "sessions.tsv", text(rows, "\t"), {"sessions": truth})


@shape
def a_matrix_with_its_setting() -> Shape:
    """Titles between the services that resemble settings, where a column says the setting already."""
    rows = drawn("""
        Student Name:|Ada Lind||Student ID:|4411

        Service(s)|Frequency|Location (Setting)|Start Date|End Date
        Special Education||||
        Specially Designed Instruction - Reading|45 Minutes / 4 Times Weekly|General Education|09/10/2025|09/09/2026
        Related||||
        Occupational Therapy|30 Minutes / 2 Times Weekly|Special Education|09/10/2025|09/09/2026
        """)
    term = {"start_date": "2025-09-10", "end_date": "2026-09-09", "student": "Lind, Ada"}
    truth = [
        line("4411", "SDI", 180, "week", setting="push_in", **times(4, 45), **term),
        line("4411", "OT", 60, "week", setting="pull_out", **times(2, 30), **term),
    ]
    return Shape("a_matrix_with_its_setting", "matrix.xlsx", book({"Lind": rows}), {"service_lines": truth})
