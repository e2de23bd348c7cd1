"""Logs, lines and lists whose headings are in nobody's list word for word."""

from datetime import date, time

from tests.shapes.shape import Merged, Row, Shape, book, drawn, given, line, missed, shape, text, times

START, END = "2025-08-25", "2026-06-05"
DATES = {"start_date": START, "end_date": END}


@shape
def delivery_tracker() -> Shape:
    """Service delivery with a state id, planned and provided time as h:mm, status in words, the reason apart."""
    rows = drawn("""
        SASID|Student Last, First|Svc Provided|Dt of Svc|Scheduled Time|Provided Time|Svc Status|Non-Delivery Reason|Provided By
        S0001|Abbot, Ana|Occupational Therapy|09/08/2025|0:30|0:30|Delivered||Young, Pat
        S0001|Abbot, Ana|Occupational Therapy|09/15/2025|0:30|0:00|Not Delivered|Student Absent|Young, Pat
        S0002|Burr, Ben|Occupational Therapy|09/08/2025|0:45|0:25|Partially Delivered|Fire Drill|Young, Pat
        """)
    pat = {"provider": "Young, Pat"}
    truth = [
        given("S0001", "2025-09-08", 30, student="Abbot, Ana", **pat),
        missed("S0001", "2025-09-15", "student_absent", student="Abbot, Ana", **pat, minutes=0),
        given("S0002", "2025-09-08", 25, student="Burr, Ben", **pat, reason="school_event") | {"status": "partial"},
    ]
    return Shape("delivery_tracker", "delivery.csv", text(rows), {"sessions": truth})


@shape
def provider_names_apart() -> Shape:
    """A provider's name in two columns, a student's in three; room numbers; a session type that says group."""
    rows = drawn("""
        Student First|MI|Student Last|Student Local ID|Therapist First|Therapist Last|Date|Time In|Time Out|Session Type|Room #
        Cara|J|Cole|7001|Dan|Drew|9/9/2025|8:00 AM|8:30 AM|Group|12
        Ed||Ellis|7002|Dan|Drew|9/9/2025|9:00 AM|9:20 AM|Individual|12
        """)
    truth = [
        given("7001", "2025-09-09", 30, "PT", student="Cole, Cara", provider="Drew, Dan", start_time="08:00",
              end_time="08:30", grouping="group"),
        given("7002", "2025-09-09", 20, "PT", student="Ellis, Ed", provider="Drew, Dan", start_time="09:00",
              end_time="09:20", grouping="individual"),
    ]  # fmt: skip
    return Shape("provider_names_apart", "PT sessions.csv", text(rows), {"sessions": truth})


@shape
def real_times() -> Shape:
    """A workbook with true dates and times, a blank first column and a note below."""
    rows = [
        ["", "Speech Log", "", "", "", "", ""],
        ["", "", "", "", "", "", ""],
        ["", "Date", "Student Name", "ID", "From", "To", "Attendance"],
        ["", date(2025, 9, 10), "Fox, Gia", "7101", time(9, 0), time(9, 30), "Present"],
        ["", date(2025, 9, 17), "Fox, Gia", "7101", time(9, 0), time(9, 30), "Absent"],
        ["", "", "", "", "", "", ""],
        ["", "Logs are due by the 5th.", "", "", "", "", ""],
    ]
    gia = {"student": "Fox, Gia", "start_time": "09:00", "end_time": "09:30"}
    truth = [
        given("7101", "2025-09-10", 30, "SLP", **gia),
        missed("7101", "2025-09-17", "student_absent", "SLP", **gia),
    ]
    return Shape("real_times", "log.xlsx", book({"Fall": rows}), {"sessions": truth})


@shape
def weeks_across() -> Shape:
    """A column a week of the month: nobody says the day, so nothing is a session until a person does."""
    rows = drawn("""
        Student|ID|Service|Week 1|Week 2|Week 3|Week 4|Total
        Gore, Hal|7201|OT|30|30|0|30|90
        """)
    held = {"sessions": {"waiting": [2, 2, 2, 2]}}
    return Shape("weeks_across", "september.csv", text(rows), held=held, asked=("Week 1", "Week 2", "Week 4"))


@shape
def codes_of_states() -> Shape:
    """No-show, late and remote sessions in a status list with make-up codes spelt out."""
    rows = drawn("""
        Student Number|Service Type|Session Dt|Length (min)|Session Disposition|Delivery Mode
        7301|Speech/Language|9/8/2025|30|Completed|In-Person
        7301|Speech/Language|9/15/2025|30|No Show|Virtual
        7302|Speech/Language|9/8/2025|30|Make-Up Completed|Virtual
        7302|Speech/Language|9/15/2025|30|Provider Unavailable|In-Person
        7302|Speech/Language|9/22/2025|30|Converted|In-Person
        """)
    truth = [
        given("7301", "2025-09-08", 30, "SLP"),
        missed("7301", "2025-09-15", "student_absent", "SLP", minutes=30, setting="tele"),
        given("7302", "2025-09-08", 30, "SLP", setting="tele") | {"status": "make_up"},
        missed("7302", "2025-09-15", "provider_absent", "SLP", minutes=30),
    ]
    waiting = {"sessions": {"waiting": [6]}}
    return Shape("codes_of_states", "sessions.csv", text(rows), {"sessions": truth}, waiting, ("Converted",))


@shape
def caseload_matrix() -> Shape:
    """A caseload with minutes a month for each service, and who is the case manager."""
    rows = [
        [Merged("Caseload 2025-26", 7)],
        ["Student ID", "Student", "Grade", "OT Minutes/Month", "PT Minutes/Month", "SLP Minutes/Month", "IEP Start"],
        ["7401", "Hess, Ida", "2", 120, "", 60, date(2025, 8, 25)],
        ["7402", "Ince, Joe", "K", "", 90, "", date(2025, 8, 25)],
    ]
    told = {"start_date": START}
    truth = [
        line("7401", "OT", 120, "month", student="Hess, Ida", **told),
        line("7401", "SLP", 60, "month", student="Hess, Ida", **told),
        line("7402", "PT", 90, "month", student="Ince, Joe", **told),
    ]
    return Shape("caseload_matrix", "caseload.xlsx", book({"All": rows}), {"service_lines": truth})


@shape
def iep_extract() -> Shape:
    """An extract with words run together and codes of cycles."""
    rows = drawn("""
        STUDENTID|STUDENTNAME|SERVICETYPE|SESSIONS|MINUTES|FREQUENCYCODE|STARTDATE|ENDDATE|LOCATION|PROVIDERNAME
        7501|Jett, Kim|OT|2|30|W|08/25/2025|06/05/2026|Resource Room|Lowe, Max
        7502|Kerr, Lee|SLP|4|20|M|08/25/2025|06/05/2026|Regular Classroom|Moss, Nat
        """)
    truth = [
        line("7501", "OT", 60, "week", student="Jett, Kim", **times(2, 30), **DATES, setting="pull_out",
             provider="Lowe, Max"),
        line("7502", "SLP", 80, "month", student="Kerr, Lee", **times(4, 20), **DATES, setting="push_in",
             provider="Moss, Nat"),
    ]  # fmt: skip
    return Shape("iep_extract", "EXTRACT.CSV", text(rows), {"service_lines": truth})


@shape
def statements_of_service() -> Shape:
    """Service, its amount in one text, where, and the dates in one cell."""
    rows = drawn("""
        Pupil|Pupil ID|Service|Amount/Frequency|Where Provided|Projected Dates
        Lind, Moe|7601|Occupational Therapy|30 minutes, once per week|Classroom|08/25/2025 - 06/05/2026
        Mohr, Ned|7602|Counseling|One hour monthly|Counselor's office|08/25/2025 - 06/05/2026
        """)
    truth = [
        line("7601", "OT", 30, "week", student="Lind, Moe", **times(1, 30), **DATES, setting="push_in"),
        line("7602", "COUNSELING", 60, "month", student="Mohr, Ned", **DATES),
    ]
    return Shape("statements_of_service", "services.csv", text(rows), {"service_lines": truth},
                 asked=("Counselor's office",))  # fmt: skip


@shape
def annual_and_esy() -> Shape:
    """Minutes a year with what was delivered, ESY lines beside, individual or group."""
    rows = drawn("""
        Student ID|Service|Individual/Group|Annual IEP Minutes|Delivered To Date|ESY?|Service Begin|Service End
        7701|OT|Individual|1080|240|No|8/25/2025|6/5/2026
        7701|OT|Individual|120|0|Yes|6/15/2026|7/17/2026
        """)
    truth = [
        line("7701", "OT", 1080, "year", **DATES, grouping="individual", stated_delivered_minutes=240),
        line("7701", "OT", 120, "year", start_date="2026-06-15", end_date="2026-07-17", grouping="individual",
             stated_delivered_minutes=0) | {"esy": True},
    ]  # fmt: skip
    return Shape("annual_and_esy", "annual.csv", text(rows), {"service_lines": truth})


@shape
def campus_roster() -> Shape:
    """A student system's roster with underscores, an exit reason, parents' names and phones."""
    rows = drawn("""
        student_number|stateid|last_name|first_name|birthdate|grade|calendar_school|start_date|end_date|end_status|guardian_name|phone
        8801|9990001|Nash|Ora|2016-03-04|03|Oak Elementary|2025-08-25|||Nash, Sue|555-0100
        8802|9990002|Orr|Pip|2014-07-19|05|Oak Elementary|2025-08-25|2025-11-07|W1|Orr, Tim|555-0101
        """)
    truth: list[Row] = [
        {"student_id": "8801", "last_name": "Nash", "first_name": "Ora", "birth_date": "2016-03-04", "grade": "3",
         "school": "Oak Elementary", "enrolled_from": "2025-08-25", "other_ids": "stateid=9990001"},
        {"student_id": "8802", "last_name": "Orr", "first_name": "Pip", "birth_date": "2014-07-19", "grade": "5",
         "school": "Oak Elementary", "enrolled_from": "2025-08-25", "enrolled_to": "2025-11-07",
         "other_ids": "stateid=9990002"},
    ]  # fmt: skip
    return Shape("campus_roster", "roster.csv", text(rows), {"students": truth})


@shape
def goals_over_time() -> Shape:
    """A row a goal with a column a date of scores, baseline and goal level before them."""
    rows = drawn("""
        Student ID|Goal #|Goal Statement|Baseline|Goal Level|9/5/2025|9/12/2025|9/19/2025
        8901|1|Quin will tie shoes|20%|80%|25%|30%|
        8902|1|Rae will copy a square|1|4|1||2
        """)
    goals: list[Row] = [
        {
            "student_id": "8901",
            "goal_id": "1",
            "goal_text": "Quin will tie shoes",
            "baseline": 20,
            "target": 80,
            "unit": "percent",
        },
        {"student_id": "8902", "goal_id": "1", "goal_text": "Rae will copy a square", "baseline": 1, "target": 4},
    ]
    points: list[Row] = [
        {"student_id": who, "goal_id": "1", "measured_on": day, "value": value}
        for who, day, value in (("8901", "2025-09-05", 25), ("8901", "2025-09-12", 30), ("8902", "2025-09-05", 1),
                                ("8902", "2025-09-19", 2))
    ]  # fmt: skip
    return Shape("goals_over_time", "goal data.csv", text(rows), {"goals": goals, "measurements": points})


@shape
def calendar_of_events() -> Shape:
    """A board's calendar: begin and end of each break, half days, first and last day."""
    rows = drawn("""
        Event|Begin Date|End Date
        First Day of School|8/25/2025|8/25/2025
        Labor Day - No School|9/1/2025|9/1/2025
        Fall Break|10/13/2025|10/14/2025
        Early Dismissal|11/25/2025|11/25/2025
        """)
    truth: list[Row] = [
        {"day": "2025-08-25", "is_instructional": True, "day_type": "full"},
        {"day": "2025-09-01", "is_instructional": False, "day_type": "holiday"},
        {"day": "2025-10-13", "is_instructional": False, "day_type": "holiday"},
        {"day": "2025-10-14", "is_instructional": False, "day_type": "holiday"},
        {"day": "2025-11-25", "is_instructional": True, "day_type": "half"},
    ]
    return Shape("calendar_of_events", "board calendar.csv", text(rows), {"calendar_days": truth})


@shape
def therapists() -> Shape:
    """A list of therapists with discipline, license, days a week and a vacancy."""
    rows = drawn("""
        Therapist ID|Therapist Name|Discipline|License Type|Contracted FTE|Base Site|Employer
        T01|Sims, Tad OTR/L|OT|OTR/L|1.0|Oak|District
        T02|Uva, Val|OT|COTA/L|0.5|Elm|Agency
        """)
    truth: list[Row] = [
        {"provider_id": "T01", "provider_name": "Sims, Tad", "role": "OTR", "fte": 1.0, "home_school": "Oak",
         "employer": "District"},
        {"provider_id": "T02", "provider_name": "Uva, Val", "role": "COTA", "fte": 0.5, "home_school": "Elm",
         "employer": "Agency"},
    ]  # fmt: skip
    return Shape("therapists", "therapists.csv", text(rows), {"providers": truth})
