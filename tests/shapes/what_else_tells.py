"""What stands elsewhere tells: titles and keys on a cover, weekdays beside days, targets of times, days of baselines."""

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def a_cover_with_the_key() -> Shape:
    """The service, the month and the key to marks stand on the first sheet, days of the month over the marks of the second."""
    cover = [["Elm School"], ["Speech log - October 2025"], ["M = student absent; numbers are minutes"]]
    grid = [
        ["Pupil", 1, 3, 6, 8, 10, 14, 15, 17],
        ["Abel, Una", 30, "", "M", "", 30, "", "", 20],
        ["Bark, Ian", "", 45, "", "M", "", "", 45, ""],
    ]
    truth = [
        given("Abel, Una", "2025-10-01", 30, "SLP"), missed("Abel, Una", "2025-10-06", "student_absent", "SLP"),
        given("Abel, Una", "2025-10-10", 30, "SLP"), given("Abel, Una", "2025-10-17", 20, "SLP"),
        given("Bark, Ian", "2025-10-03", 45, "SLP"), missed("Bark, Ian", "2025-10-08", "student_absent", "SLP"),
        given("Bark, Ian", "2025-10-15", 45, "SLP"),
    ]  # fmt: skip
    return Shape("a_cover_with_the_key", "log.xlsx", book({"Cover": cover, "Marks": grid}), {"sessions": truth})


@shape
def closings_without_a_title() -> Shape:
    """Days and what is on, without headings and year: the weekdays beside them are those of one school year alone."""
    rows = drawn("""
        Mon Sep 1|Labor Day
        Thu Sep 4|First day of school
        Mon Oct 13|Columbus Day
        Tue Nov 11|Veterans Day
        Mon Jan 19|MLK Day
        Fri Jun 12|Last day of school
        """)
    days = [("2025-09-01", "holiday"), ("2025-09-04", "full"), ("2025-10-13", "holiday"), ("2025-11-11", "holiday"),
            ("2026-01-19", "holiday"), ("2026-06-12", "full")]  # fmt: skip
    truth = [{"day": day, "day_type": kind, "is_instructional": kind == "full"} for day, kind in days]
    return Shape("closings_without_a_title", "days.csv", text(rows), {"calendar_days": truth})


@shape
def times_under_a_target_of_minutes() -> Shape:
    """3:30 of 10 minutes is minutes and seconds; days without a year follow those of the baselines."""
    rows = drawn("""
        Learner ID|Goal|Baseline|Baseline Date|Target|10/6|11/3|1/12
        8101|Stays at the table|2:15|9/10/2025|10 min|3:30|4:45|6:00
        8102|Waits for a turn|0:30|9/12/2025|5 min|1:15|2:00|2:30
        """)
    goals = [
        {"student_id": "8101", "goal_text": "Stays at the table", "baseline": 2.25, "target": 10, "unit": "min"},
        {"student_id": "8102", "goal_text": "Waits for a turn", "baseline": 0.5, "target": 5, "unit": "min"},
    ]
    days, scores = ("2025-10-06", "2025-11-03", "2026-01-12"), ((3.5, 4.75, 6), (1.25, 2, 2.5))
    told = [
        (who, *one) for who, row in zip(("8101", "8102"), scores, strict=True) for one in zip(days, row, strict=True)
    ]
    measured = [{"student_id": who, "measured_on": day, "value": value} for who, day, value in told]
    return Shape("times_under_a_target_of_minutes", "goals.csv", text(rows), {"goals": goals, "measurements": measured})


@shape
def two_days_under_a_title() -> Shape:
    """A log of two days whose title names the school; minutes with where each session was."""
    rows = drawn("""
        OT sign-in - Birch School - week of 10/6/25
        Name|10/6|10/8
        Abel, Una|30 PI|absent
        Bark, Ian|20 PO|30 PO
        """)
    at = {"school": "Birch School"}
    truth = [
        given("Abel, Una", "2025-10-06", 30, setting="push_in", **at),
        missed("Abel, Una", "2025-10-08", "student_absent", **at),
        given("Bark, Ian", "2025-10-06", 20, setting="pull_out", **at),
        given("Bark, Ian", "2025-10-08", 30, setting="pull_out", **at),
    ]
    return Shape("two_days_under_a_title", "signin.csv", text(rows), {"sessions": truth})


@shape
def mandates_told_each_week() -> Shape:
    """Mandated minutes beside the week of each row are by the week; what became of them is no session."""
    rows = drawn("""
        Week Of|Child ID|Service|Mandated Min|Provided Min
        9/8/2025|8201|OT|60|60
        9/15/2025|8201|OT|60|30
        9/8/2025|8202|PT|30|30
        9/15/2025|8202|PT|30|0
        """)
    truth = [line("8201", "OT", 60, "week"), line("8202", "PT", 30, "week")]
    return Shape("mandates_told_each_week", "weeks.csv", text(rows), {"service_lines": truth})


@shape
def how_each_was_given_as_its_status() -> Shape:
    """How a session was given stands where others say that nobody came; a make-up in a missed session's row may be a session
    that the log tells too."""
    rows = drawn("""
        Student ID|Service|Date|Minutes|Visit Status|Make-up Date|Make-up Minutes
        8301|ST|10/1/2025|30|Teletherapy - Individual||
        8301|ST|10/8/2025|0|Did Not Attend|10/10/2025|30
        8301|ST|10/10/2025|30|Teletherapy - Individual||
        8302|ST|10/2/2025|0|Did Not Attend|10/9/2025|20
        8302|ST|10/16/2025|30|Push-in - Group||
        """)
    tele, group = {"setting": "tele", "grouping": "individual"}, {"setting": "push_in", "grouping": "group"}
    made = given("8302", "2025-10-09", 20, "SLP", makes_up_date="2025-10-02")
    truth = [
        given("8301", "2025-10-01", 30, "SLP", **tele), missed("8301", "2025-10-08", "student_absent", "SLP", minutes=0),
        given("8301", "2025-10-10", 30, "SLP", **tele), missed("8302", "2025-10-02", "student_absent", "SLP", minutes=0),
        {**made, "status": "make_up"}, given("8302", "2025-10-16", 30, "SLP", **group),
    ]  # fmt: skip
    return Shape(
        "how_each_was_given_as_its_status", "visits.csv", text(rows), {"sessions": truth}, {"sessions": {"waiting": [3]}},
        ("Make-up that may be the session told of that day",),
    )  # fmt: skip


@shape
def children_called_as_rooms() -> Shape:
    """Kay Class may be a child or a class, and is asked about; OT Room is no child's name. ST 2 SES counts sessions."""
    rows = drawn("""
        Student|Mandate|Minutes|Period
        Kay Class|OT 1 SES|30|weekly
        OT Room|OT 1 SES|30|weekly
        Ira Moss|ST 2 SES|30|weekly
        """)
    truth = [line("Moss, Ira", "SLP", 60, "week", **times(2, 30))]
    held = {"service_lines": {"waiting": [2], "rejected": [3]}}
    return Shape("children_called_as_rooms", "list.csv", text(rows), {"service_lines": truth}, held, ("Kay Class",))


@shape
def objectives_with_their_status() -> Shape:
    """What became of each short-term objective, in words."""
    rows = drawn("""
        Student ID|Short Term Objective|STO Status|Date
        8401|cuts straight lines|Met|10/31/2025
        8401|cuts curves|Progressing|10/31/2025
        8402|opens buttons|Not Started|10/31/2025
        """)
    told = (
        ("8401", "cuts straight lines", "mastered"),
        ("8401", "cuts curves", "sufficient"),
        ("8402", "opens buttons", "not_introduced"),
    )
    goals = [{"student_id": who, "goal_text": one} for who, one, _ in told]
    measured = [{"student_id": who, "measured_on": "2025-10-31", "progress_code": code} for who, _, code in told]
    return Shape("objectives_with_their_status", "stos.csv", text(rows), {"goals": goals, "measurements": measured})
