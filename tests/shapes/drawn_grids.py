"""Calendars and weeks that are drawn rather than listed, days without their year, and keys to codes."""

from datetime import date, timedelta

from tests.shapes.shape import Merged, Row, Shape, book, drawn, given, line, missed, shape, text, times


def _closed(day: str, kind: str = "holiday") -> Row:
    return {"day": day, "is_instructional": False, "day_type": kind}


@shape
def months_drawn() -> Shape:
    """Two months side by side and one beneath: day numbers under weekdays, codes in cells, a key, events beneath.

    A minimum day is a day of school, so the weekdays without a mark are too.
    """
    rows = [
        [Merged("Oak Unified School District 2025-26 Calendar", 11), *[""] * 10],
        ["September", "", "", "", "", "", "October", "", "", "", ""],
        ["M", "T", "W", "Th", "F", "", "M", "T", "W", "Th", "F"],
        ["H", 2, 3, 4, 5, "", "", "", 1, 2, 3],
        [8, 9, 10, 11, "12 MD", "", 6, 7, 8, 9, "10 SD"],
        [15, 16, 17, 18, 19, "", 13, 14, 15, 16, 17],
        [22, 23, 24, 25, 26, "", 20, 21, 22, 23, 24],
        [29, 30, "", "", "", "", 27, 28, 29, 30, 31],
        [],
        ["January", "", "", "", ""],
        ["Mon", "Tue", "Wed", "Thu", "Fri"],
        ["", "", "", 1, 2],
        ["", "", "", "New Year's Day - No School", ""],
        [5, 6, 7, 8, 9],
        [],
        ["H = Holiday", "", "MD = Minimum Day", "", "SD = Staff Development Day"],
    ]
    truth = [
        _closed("2025-09-01"),
        {"day": "2025-09-12", "is_instructional": True, "day_type": "half"},
        _closed("2025-10-10", "staff_only"),
        _closed("2026-01-01"),
    ]
    weekdays = {"2025-09": "2 3 4 5 8 9 10 11 15 16 17 18 19 22 23 24 25 26 29 30", "2026-01": "2 5 6 7 8 9",
                "2025-10": "1 2 3 6 7 8 9 13 14 15 16 17 20 21 22 23 24 27 28 29 30 31"}  # fmt: skip
    truth += [
        {"day": f"{month}-{int(day):02d}", "is_instructional": True, "day_type": "full"}
        for month, days in weekdays.items()
        for day in days.split()
    ]
    return Shape("months_drawn", "calendar.xlsx", book({"Calendar": rows}), {"calendar_days": truth})


@shape
def a_students_month() -> Shape:
    """One student's month as a calendar, with the minutes of each day beside its number."""
    rows = drawn("""
        Student: Lind, Ada||||Service: Occupational Therapy
        September 2025
        Sun|Mon|Tue|Wed|Thu|Fri|Sat
        |1|2|3 30 min|4|5|6
        7|8|9|10 30 min|11|12|13
        14|15|16|17 Student Absent|18|19|20
        """)
    ada = {"student": "Lind, Ada"}
    truth = [
        given("Lind, Ada", "2025-09-03", 30, **ada),
        given("Lind, Ada", "2025-09-10", 30, **ada),
        missed("Lind, Ada", "2025-09-17", "student_absent", **ada),
    ]
    return Shape("a_students_month", "Lind.xlsx", book({"Sept": rows}), {"sessions": truth})


def _at(school: str, weekday: str, half: str, who: str) -> Row:
    return {"school": school, "weekday": weekday, "half_day": half, "provider": who}


@shape
def halves_of_a_week() -> Shape:
    """One therapist's week: mornings and afternoons as rows, schools in the cells."""
    rows = drawn("""
        Therapist: Kim Lee, OTR/L

        |Monday|Tuesday|Wednesday|Thursday|Friday
        AM|Adams Elem|Baker Elem||Cole MS|Lunch
        PM|Baker Elem|Baker Elem|Adams Elem|Cole MS|
        """)
    weeks = (("mon", "Adams Elem", "Baker Elem"), ("tue", "Baker Elem", "Baker Elem"), ("thu", "Cole MS", "Cole MS"))
    truth = [_at(school, day, half, "Lee, Kim") for day, *two in weeks
             for half, school in zip(("am", "pm"), two, strict=True)]  # fmt: skip
    truth.append(_at("Adams Elem", "wed", "pm", "Lee, Kim"))
    return Shape("halves_of_a_week", "schedule.xlsx", book({"Week": rows}), {"site_days": truth})


@shape
def therapists_by_weekday() -> Shape:
    """A row a therapist, schools under the weekdays; two in one cell say which half is where."""
    rows = drawn("""
        Provider|Mon|Tue|Wed|Thu|Fri
        Moe, Al|Cole|Dunn (AM) / Cole (PM)|Dunn|off|Dunn
        """)
    al = [("Cole", "mon", "full"), ("Dunn", "tue", "am"), ("Cole", "tue", "pm"), ("Dunn", "wed", "full"),
          ("Dunn", "fri", "full")]  # fmt: skip
    return Shape("therapists_by_weekday", "sites.csv", text(rows), {"site_days": [_at(*one, "Moe, Al") for one in al]})


@shape
def halves_by_school() -> Shape:
    """A row a therapist and school, halves or ticks under the weekdays."""
    rows = drawn("""
        Provider|School|Mon|Tue|Wed|Thu|Fri
        Moe, Al|Adams|AM||X||
        Moe, Al|Baker|PM|X|||AM
        """)
    al = [("Adams", "mon", "am"), ("Adams", "wed", "full"), ("Baker", "mon", "pm"), ("Baker", "tue", "full"),
          ("Baker", "fri", "am")]  # fmt: skip
    return Shape("halves_by_school", "sites.csv", text(rows), {"site_days": [_at(*one, "Moe, Al") for one in al]})


@shape
def breaks_without_years() -> Shape:
    """A calendar whose title says the school year and whose days don't; a break over New Year."""
    rows = drawn("""
        2025-2026 School Calendar
        Date|Event
        Aug 20|First Day of School
        Sept 1|Labor Day - No School
        Nov 27 - 28|Thanksgiving Break
        Dec 31 - Jan 2|Winter Break
        """)
    closed = ("2025-09-01", "2025-11-27", "2025-11-28", "2025-12-31", "2026-01-01", "2026-01-02")
    truth = [{"day": "2025-08-20", "is_instructional": True, "day_type": "full"}, *map(_closed, closed)]
    return Shape("breaks_without_years", "calendar.xlsx", book({"Days": rows}), {"calendar_days": truth})


@shape
def days_of_two_years() -> Shape:
    """Days without their year on both sides of New Year, one of them whole: its school year is that of all."""
    rows = drawn("""
        Student ID|Service|Date|Minutes
        81001|OT|9/8/2025|30
        81001|OT|12/15|30
        81001|OT|1/12|30
        """)
    days = ("2025-09-08", "2025-12-15", "2026-01-12")
    return Shape("days_of_two_years", "log.csv", text(rows), {"sessions": [given("81001", day, 30) for day in days]})


@shape
def a_bare_year() -> Shape:
    """A title with one year over days of two: whose January it is, nobody says."""
    rows = drawn("""
        OT Log 2025
        Student ID|Service|Date|Minutes
        81101|OT|9/8|30
        81101|OT|1/12|30
        """)
    held = {"sessions": {"waiting": [3, 4]}}
    return Shape("a_bare_year", "log.csv", text(rows), held=held, asked=("(no month)",))


@shape
def key_to_codes() -> Shape:
    """A month grid of letters that mean other things elsewhere; the file's own key says what they mean here."""
    marks = {3: "P", 10: "P", 17: "A", 24: "T"}
    rows = [
        ["Speech Attendance September 2025"],
        ["Student Name", "Student ID", *range(1, 31)],
        ["Vick, Pam", "81201", *(marks.get(day, "") for day in range(1, 31))],
        [],
        ["P = Present (20 min)", "", "A = Absent", "", "", "T = Therapist absent"],
    ]
    pam = {"student": "Vick, Pam"}
    truth = [
        given("81201", "2025-09-03", 20, "SLP", **pam),
        given("81201", "2025-09-10", 20, "SLP", **pam),
        missed("81201", "2025-09-17", "student_absent", "SLP", **pam),
        missed("81201", "2025-09-24", "provider_absent", "SLP", **pam),
    ]
    return Shape("key_to_codes", "attendance.xlsx", book({"Sept": rows}), {"sessions": truth})


@shape
def key_on_a_sheet() -> Shape:
    """Codes whose meanings stand on a sheet of their own."""
    first = date(2025, 9, 8)
    log = [["Student ID", "Service", "Date", "Minutes", "Code"]]
    log += [["81301", "OT", (first + timedelta(7 * week)).isoformat(), "30", code] for week, code in enumerate("PAC")]
    codes = [["Code", "Meaning"], ["P", "Service Provided"], ["A", "Student Absent"], ["C", "Provider cancelled"]]
    truth = [
        given("81301", "2025-09-08", 30),
        missed("81301", "2025-09-15", "student_absent", minutes=30),
        missed("81301", "2025-09-22", "provider_absent", minutes=30),
    ]
    return Shape("key_on_a_sheet", "log.xlsx", book({"Log": log, "Codes": codes}), {"sessions": truth})


@shape
def quarters_sideways() -> Shape:
    """A code and a score under each quarter."""
    rows = drawn("""
        Student ID|Goal #|Annual Goal|Q1 Progress|Q1 Score|Q2 Progress|Q2 Score
        81401|1|Cuts along a line|SP|45|SP|60
        """)
    told = {"student_id": "81401", "goal_id": "1"}
    goals = [{**told, "goal_text": "Cuts along a line"}]
    marks = [{**told, "progress_code": "sufficient", "value": value, "period": period}
             for period, value in (("Q1", 45), ("Q2", 60))]  # fmt: skip
    return Shape("quarters_sideways", "progress.csv", text(rows), {"goals": goals, "measurements": marks})


@shape
def missed_and_made_up() -> Shape:
    """A tracker: what was missed and why, and the make-up beside it in the same row."""
    rows = drawn("""
        Student ID|Service|Date Missed|Minutes Missed|Reason|Date Made Up|Minutes Made Up|Balance Owed
        81501|OT|9/8/2025|30|Provider sick|9/12/2025|30|0
        81502|OT|9/9/2025|20|Student absent|||20
        """)
    truth = [
        missed("81501", "2025-09-08", "provider_absent", minutes=30),
        given("81501", "2025-09-12", 30, makes_up_date="2025-09-08") | {"status": "make_up"},
        missed("81502", "2025-09-09", "student_absent", minutes=20),
    ]
    return Shape("missed_and_made_up", "tracker.csv", text(rows), {"sessions": truth})


@shape
def tables_before_names() -> Shape:
    """Headings with the names of database tables before them, and a count a week that a cell says by month."""
    rows = drawn("""
        student.studentNumber|student.lastName|student.firstName|iepServices.serviceName|iepServices.minutes|iepServices.timesPerWeek
        81601|Gray|Ann|Speech/Language|20|2
        81602|Hill|Bo|Occupational Therapy|30|1x/month
        """)
    truth = [
        line("81601", "SLP", 40, "week", **times(2, 20), student="Gray, Ann"),
        line("81602", "OT", 30, "month", **times(1, 30), student="Hill, Bo"),
    ]
    return Shape("tables_before_names", "adhoc.csv", text(rows), {"service_lines": truth})


@shape
def yes_is_no_service() -> Shape:
    """A service with its grouping in the name beside a flag that is called a service too; a make-up that is owed."""
    rows = drawn("""
        Student ID|Service|Date of Service|Total Time (Minutes)|IEP Service?|Session Status
        81701|Speech Therapy - Group|09/09/2025|30|Yes|Service Provided
        81701|Speech Therapy - Group|09/16/2025|30|Yes|Provider Absent - Make-up required
        """)
    truth = [
        given("81701", "2025-09-09", 30, "SLP", grouping="group"),
        missed("81701", "2025-09-16", "provider_absent", "SLP", minutes=30, grouping="group"),
    ]
    return Shape("yes_is_no_service", "log.csv", text(rows), {"sessions": truth})


@shape
def meetings_are_no_absences() -> Shape:
    """An invoice of activities: a meeting there is what was done, not why a session was missed."""
    rows = drawn("""
        Date|Clinician|Student ID|Service|Session Type|Hours|Amount
        9/3/2025|Nash, Gil|81801|Speech Therapy|Direct Therapy|0.5|$47.50
        9/4/2025|Nash, Gil|81801|Speech Therapy|IEP Meeting|1|$95.00
        """)
    truth = [given("81801", "2025-09-03", 30, "SLP", provider="Nash, Gil")]
    held = {"sessions": {"waiting": [3]}}
    return Shape("meetings_are_no_absences", "invoice.csv", text(rows), {"sessions": truth}, held, ("IEP Meeting",))


@shape
def days_under_an_open_corner() -> Shape:
    """The first two weeks of a month, weekends left out, over rows of students whose column has no heading; the key says that
    an A is an absence."""
    rows = drawn("""
        School: Elm Elementary
        OT - October 2025

        |1|2|3|6|7|8|9|10|13|14
        Ada Lane|30||||30||||H|30
        Ben Moss||20||||A|||H|

        H=holiday|A=absent
        """)
    at = {"school": "Elm Elementary"}
    truth = [
        *(given("Lane, Ada", f"2025-10-{day}", 30, **at) for day in ("01", "07", "14")),
        given("Moss, Ben", "2025-10-02", 20, **at),
        missed("Moss, Ben", "2025-10-08", "student_absent", **at),
        *(missed(who, "2025-10-13", "holiday", **at) for who in ("Lane, Ada", "Moss, Ben")),
    ]
    return Shape("days_under_an_open_corner", "october.csv", text(rows), {"sessions": truth})
