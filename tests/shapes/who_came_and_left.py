"""Logs of teams that share a page, and of visits: one of several roles over the names, times of coming and going."""

from datetime import date, time

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


def between(start: str, end: str) -> dict[str, str]:
    """When a session began and ended."""
    return {"start_time": start, "end_time": end}


@shape
def one_of_two_roles_over_the_names() -> Shape:
    """Who treated stands under both of a team's roles, and the key tells the absence of either."""
    rows = drawn("""
        Date|SLP / SLPA|Student|Min|Code
        9/8/2025|Marsh, Tove|Dorn, Ila|30|P
        9/9/2025|Pell, Ugo|Esker, Max|20|P
        9/15/2025|Marsh, Tove|Dorn, Ila||SA
        9/16/2025|Pell, Ugo|Esker, Max||TA
        ||||
        P = Present
        SA = Student absent
        TA = SLP/SLPA absent
        """)
    marsh, pell = {"provider": "Marsh, Tove", "service": "SLP"}, {"provider": "Pell, Ugo", "service": "SLP"}
    truth = [
        given("Dorn, Ila", "2025-09-08", 30, **marsh),
        given("Esker, Max", "2025-09-09", 20, **pell),
        missed("Dorn, Ila", "2025-09-15", "student_absent", **marsh),
        missed("Esker, Max", "2025-09-16", "provider_absent", **pell),
    ]
    return Shape("one_of_two_roles_over_the_names", "speech team log.csv", text(rows), {"sessions": truth})


@shape
def visits_from_arrival_to_leaving() -> Shape:
    """How long a visit was is told only by when the therapist arrived and left."""
    rows = [
        ["Date", "Student", "Arrived", "Left", "Status", "Miles"],
        [date(2026, 2, 3), "Falk, Ned", time(9, 0), time(9, 50), "Completed", 4.2],
        [date(2026, 2, 5), "Gore, Una", time(13, 10), time(13, 40), "Completed", 3.1],
        [date(2026, 2, 10), "Falk, Ned", "", "", "Parent cancelled", ""],
    ]
    truth = [
        given("Falk, Ned", "2026-02-03", 50, "PT", **between("09:00", "09:50")),
        given("Gore, Una", "2026-02-05", 30, "PT", **between("13:10", "13:40")),
        missed("Falk, Ned", "2026-02-10", "parent_declined", "PT"),
    ]
    return Shape("visits_from_arrival_to_leaving", "PT home visits.xlsx", book({"Feb": rows}), {"sessions": truth})


@shape
def logged_on_and_off() -> Shape:
    """A platform's times beside its minutes; when the row was written is no time of the session."""
    rows = drawn("""
        Session Date|Student|Logged On|Logged Off|Minutes|Outcome|Logged At
        5/4/2026|Hove, Sid|8:00 AM|8:30 AM|30|Completed|4:01 PM
        5/5/2026|Ives, Lou|1:00 PM|1:25 PM|25|Completed|4:12 PM
        5/6/2026|Hove, Sid||||No show|3:55 PM
        """)
    truth = [
        given("Hove, Sid", "2026-05-04", 30, setting="tele", **between("08:00", "08:30")),
        given("Ives, Lou", "2026-05-05", 25, setting="tele", **between("13:00", "13:25")),
        missed("Hove, Sid", "2026-05-06", "student_absent", setting="tele"),
    ]
    return Shape("logged_on_and_off", "OT tele log.csv", text(rows), {"sessions": truth})


@shape
def times_at_school_beside_minutes() -> Shape:
    """When children arrived and left that day isn't when they were seen: the minutes say otherwise."""
    rows = drawn("""
        Date|Student|Arrived|Left|Minutes
        9/8/2025|Dorn, Ila|8:00|3:00|30
        9/9/2025|Esker, Max|8:10|3:00|20
        """)
    truth = [given("Dorn, Ila", "2025-09-08", 30), given("Esker, Max", "2025-09-09", 20)]
    return Shape("times_at_school_beside_minutes", "OT log Sept.csv", text(rows), {"sessions": truth})


@shape
def no_session_and_whose_absence() -> Shape:
    """Minutes filled down for every day: a comment that there was no session, and why, takes one back; the name in it is the
    child's or the therapist's. Who was away last week, and a name that is nobody's of the row, say nothing sure."""
    rows = drawn("""
        OT log
        Therapist: Gale Upton, OTR/L

        Student|Date|Minutes|Comments
        Bly, Una|10/1/2025|30|scissor skills
        Bly, Una|10/8/2025|30|no session - Una absent
        Bly, Una|10/15/2025|30|was absent last week; worked on keyboarding
        Cox, Ira|10/1/2025|20|no session (Gale was sick)
        Cox, Ira|10/8/2025|20|no session: school assembly
        Cox, Ira|10/15/2025|20|no session - Bea absent
        """)
    una, ira = ({"student": name, "provider": "Upton, Gale"} for name in ("Bly, Una", "Cox, Ira"))
    truth = [
        given("Bly, Una", "2025-10-01", 30, **una),
        missed("Bly, Una", "2025-10-08", "student_absent", minutes=30, **una),
        given("Bly, Una", "2025-10-15", 30, **una),
        missed("Cox, Ira", "2025-10-01", "provider_absent", minutes=20, **ira),
        missed("Cox, Ira", "2025-10-08", "school_event", minutes=20, **ira),
    ]
    held = {"sessions": {"waiting": [10]}}
    return Shape("no_session_and_whose_absence", "OT log.csv", text(rows), {"sessions": truth}, held)


@shape
def students_pushed_in_and_pulled_out() -> Shape:
    """Two columns of names by where students were seen: each is a session there, though both are of one time."""
    rows = drawn("""
        Date|Time|Service|Students Push In|Students Pull Out
        10/6/2025|9:00-9:30|OT|Una Bly; Ira Cox|
        10/7/2025|9:00-9:30|OT||Eli Dow
        10/8/2025|9:00-9:30|OT|Una Bly|Eli Dow; Ira Cox
        """)
    inside, outside = ({"setting": one, **between("09:00", "09:30")} for one in ("push_in", "pull_out"))
    two, alone = {"grouping": "group", "group_size": 2}, {"grouping": "individual", "group_size": 1}
    truth = [
        given("Bly, Una", "2025-10-06", 30, **inside, **two),
        given("Cox, Ira", "2025-10-06", 30, **inside, **two),
        given("Dow, Eli", "2025-10-07", 30, **outside, **alone),
        given("Bly, Una", "2025-10-08", 30, **inside, **alone),
        given("Dow, Eli", "2025-10-08", 30, **outside, **two),
        given("Cox, Ira", "2025-10-08", 30, **outside, **two),
    ]
    return Shape("students_pushed_in_and_pulled_out", "log.csv", text(rows), {"sessions": truth})
