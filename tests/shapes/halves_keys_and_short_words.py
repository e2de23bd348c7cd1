"""Halves of weekdays, a key beside the week, mandates called by their service, and what is told in a word or two."""

from datetime import date, time

from tests.shapes.shape import Merged, Shape, book, drawn, given, line, missed, shape, text, times


@shape
def key_at_the_right_of_the_week() -> Shape:
    """A line of the key stands in each child's row: it is said of none of them. One is in the row of sums."""
    rows = [
        ["Speech - week of November 3, 2025"],
        ["Child", "Mon 11/3", "Tue 11/4", "Wed 11/5", "Thu 11/6", "Fri 11/7", "Total", "", "Legend"],
        ["Ames, Ruth", 30, "", "AB", "", "", 30, "", "# = minutes of therapy"],
        ["Boyle, Ken", "", 20, "", "", "25 MU", 45, "", "AB = student absent"],
        ["Croft, Nia", "OUT", "", 40, "", "", 40, "", "OUT = therapist out"],
        ["Dunne, Eli", "", "AS", "", 20, "", 20, "", "AS = assembly"],
        ["Total", 30, 20, 40, 20, 25, 135, "", "MU = make-up"],
    ]
    truth = [
        given("Ames, Ruth", "2025-11-03", 30, "SLP"), missed("Ames, Ruth", "2025-11-05", "student_absent", "SLP"),
        given("Boyle, Ken", "2025-11-04", 20, "SLP"),
        given("Boyle, Ken", "2025-11-07", 25, "SLP") | {"status": "make_up"},
        missed("Croft, Nia", "2025-11-03", "provider_absent", "SLP"), given("Croft, Nia", "2025-11-05", 40, "SLP"),
        missed("Dunne, Eli", "2025-11-04", "school_event", "SLP"), given("Dunne, Eli", "2025-11-06", 20, "SLP"),
    ]  # fmt: skip
    return Shape("key_at_the_right_of_the_week", "11-3.xlsx", book({"11-3": rows}), {"sessions": truth})


@shape
def parts_of_sessions_in_comments() -> Shape:
    """Less than was planned was given, and the comment says so, with why before or behind; one only speaks of a half."""
    rows = drawn("""
        Student|Service date|Planned min|Min given|Comments
        Ames, Ruth|10/1/2025|30|30|
        Ames, Ruth|10/8/2025|30|15|checked out early by grandma
        Boyle, Ken|10/1/2025|45|25|assembly, only got half
        Boyle, Ken|10/8/2025|45|45|did first half of worksheet
        Croft, Nia|10/2/2025|30|0|Student absent
        Croft, Nia|10/9/2025|30|20|fire drill - lost 10 min
        """)
    part = {"status": "partial"}
    truth = [
        given("Ames, Ruth", "2025-10-01", 30), given("Ames, Ruth", "2025-10-08", 15) | part,
        given("Boyle, Ken", "2025-10-01", 25, reason="school_event") | part, given("Boyle, Ken", "2025-10-08", 45),
        missed("Croft, Nia", "2025-10-02", "student_absent", minutes=0),
        given("Croft, Nia", "2025-10-09", 20, reason="school_event") | part,
    ]  # fmt: skip
    return Shape("parts_of_sessions_in_comments", "OT minutes.csv", text(rows), {"sessions": truth})


@shape
def mandates_called_by_their_service() -> Shape:
    """Without a column of services: the heading names it, and one of the mandates can't be read."""
    rows = drawn("""
        SPEECH CASELOAD 2025-26|||||
        Student|School|Gr|Speech mandate|IEP date|Therapist
        Ruth Ames|Fern ES|1|2 individual 30-minute sessions weekly|9/30/25|Ada Orr
        Ken Boyle|Fern ES|3|one 30 min group (max of 4) per week, pull-out|10/7/25|Ada Orr
        Nia Croft|Alder MS|6|two 20-minute push-in sessions per month|2/3/26|Ada Orr
        Eli Dunne|Alder MS|7|see IEP at a glance|3/12/26|Ada Orr
        """)
    orr = {"provider": "Orr, Ada"}
    fern, alder = {"school": "Fern ES", **orr}, {"school": "Alder MS", **orr}
    group = {"grouping": "group", "group_max": 4, "setting": "pull_out"}
    truth = [
        line("Ames, Ruth", "SLP", 60, "week", **times(2, 30), grouping="individual", **fern),
        line("Boyle, Ken", "SLP", 30, "week", **times(1, 30), **group, **fern),
        line("Croft, Nia", "SLP", 40, "month", **times(2, 20), setting="push_in", **alder),
        line("Dunne, Eli", "SLP", None, None, is_usable=False, **alder),
    ]
    name = "mandates_called_by_their_service"
    return Shape(name, "speech 25-26.csv", text(rows), {"service_lines": truth}, asked=("see IEP at a glance",))


@shape
def halves_under_their_weekdays() -> Shape:
    """Who is where: the weekday stands over two halves; nobody is anywhere on a half that is open or a dash."""
    rows = [
        ["PT team - buildings"],
        ["Staff", Merged("Monday", 2), "", Merged("Wednesday", 2), "", Merged("Friday", 2), ""],
        ["", "AM", "PM", "AM", "PM", "AM", "PM"],
        ["Orr, Ada", "Fern", "Fern", "Alder", "", "Alder", "Fern"],
        ["Pike, Sam", "Alder", "Birch", "Alder", "Alder", "-", "Birch"],
    ]
    where = {
        "Orr, Ada": "mon am Fern, mon pm Fern, wed am Alder, fri am Alder, fri pm Fern",
        "Pike, Sam": "mon am Alder, mon pm Birch, wed am Alder, wed pm Alder, fri pm Birch",
    }
    told = [(who, *one.split()) for who, listed in where.items() for one in listed.split(", ")]
    truth = [{"provider": who, "weekday": day, "half_day": half, "school": school} for who, day, half, school in told]
    return Shape("halves_under_their_weekdays", "PT buildings.xlsx", book({"Team": rows}), {"site_days": truth})


@shape
def closures_with_whether_pupils_come() -> Shape:
    """Under Pupils stands whether they come, and no pupil."""
    rows = drawn("""
        Elk County Schools - days off & short days 2025-2026||
        Date|Event|Pupils
        9/1|Labor Day|no school
        10/13|Staff Development Day|no school
        11/26 - 11/28|Thanksgiving Break|no school
        12/19|Early Dismissal|1/2 day
        """)

    def off(day: str, kind: str = "holiday") -> dict[str, object]:
        return {"day": day, "is_instructional": False, "day_type": kind}

    truth = [off("2025-09-01"), off("2025-10-13", "staff_only"), *map(off, ("2025-11-26", "2025-11-27", "2025-11-28")),
             {"day": "2025-12-19", "is_instructional": True, "day_type": "half"}]  # fmt: skip
    return Shape("closures_with_whether_pupils_come", "days off.csv", text(rows), {"calendar_days": truth})


@shape
def made_up_for_a_day_in_the_remark() -> Shape:
    """The outcome says that a session was a make-up, the remark for which day; that of another row plans ahead."""
    rows = drawn("""
        Student|Date of session|Start|End|What happened?|Anything else?
        Ames, Ruth|9/8/2025|9:00 AM|9:30 AM|Session held|
        Ames, Ruth|9/15/2025|9:00 AM|9:30 AM|I was out|
        Ames, Ruth|9/18/2025|1:00 PM|1:30 PM|This was a make-up session|for 9/15
        Boyle, Ken|9/18/2025|2:00 PM|2:40 PM|Session held|for 9/25 bring scissors
        """)
    morning = {"start_time": "09:00", "end_time": "09:30"}
    noon = {"start_time": "13:00", "end_time": "13:30", "makes_up_date": "2025-09-15"}
    truth = [
        given("Ames, Ruth", "2025-09-08", 30, **morning),
        missed("Ames, Ruth", "2025-09-15", "provider_absent", **morning),
        given("Ames, Ruth", "2025-09-18", 30, **noon) | {"status": "make_up"},
        given("Boyle, Ken", "2025-09-18", 40, start_time="14:00", end_time="14:40"),
    ]
    return Shape("made_up_for_a_day_in_the_remark", "OT form.csv", text(rows), {"sessions": truth})


@shape
def attendance_and_times_in_short() -> Shape:
    """Arr. and Dep. are times, a group is told by the title, and each outcome is a word cut short."""
    rows = [
        ["OT Groups - Fall 2025"],
        ["Date", "Pupil", "Arr.", "Dep.", "Attn"],
        [date(2025, 10, 6), "Ames, Ruth", time(8, 30), time(9, 0), "Pres"],
        [date(2025, 10, 6), "Boyle, Ken", time(8, 30), time(9, 0), "Abs-unexc"],
        [date(2025, 10, 7), "Croft, Nia", time(10, 15), time(11, 0), "Susp"],
        [date(2025, 10, 7), "Dunne, Eli", time(10, 15), time(11, 0), "Fld trip"],
    ]
    early = {"start_time": "08:30", "end_time": "09:00", "grouping": "group"}
    late = {"start_time": "10:15", "end_time": "11:00", "grouping": "group"}
    truth = [
        given("Ames, Ruth", "2025-10-06", 30, **early), missed("Boyle, Ken", "2025-10-06", "student_unexcused", **early),
        missed("Croft, Nia", "2025-10-07", "student_suspended", **late),
        missed("Dunne, Eli", "2025-10-07", "school_event", **late),
    ]  # fmt: skip
    return Shape("attendance_and_times_in_short", "OT groups.xlsx", book({"Fall": rows}), {"sessions": truth})


@shape
def minutes_of_each_in_short() -> Shape:
    """How often stands beside Min ea.; one is told as 1h15."""
    rows = drawn("""
        Student|Svc|How often|Min ea.|D/C
        Ames, Ruth|OT|2x/wk|30|D
        Boyle, Ken|PT|1x/mo|1h15|D
        Croft, Nia|OT|1x/mo|20|C
        """)
    truth = [
        line("Ames, Ruth", "OT", 60, "week", **times(2, 30)),
        line("Boyle, Ken", "PT", 75, "month", **times(1, 75)),
        line("Croft, Nia", "OT", 20, "month", **times(1, 20)) | {"kind": "indirect"},
    ]
    return Shape("minutes_of_each_in_short", "lines.csv", text(rows), {"service_lines": truth})
