"""Direct and indirect times side by side, progress in a state's whole sentences, and every so many weeks by a key."""

from tests.shapes.shape import Shape, book, drawn, given, line, shape, text, times


@shape
def contact_and_consult_times() -> Shape:
    """Times of contact with the child and of consultation in one row; where it was stands above."""
    rows = [
        ["Early childhood OT contact log", "", "", "", ""],
        ["Child:", "Vance, Ola", "Student ID:", "88120", ""],
        ["Therapist:", "Grant, Lena", "Location:", "Home", ""],
        [],
        ["Date", "Direct Time In", "Direct Time Out", "Consult Time In", "Consult Time Out"],
        ["10/02/2025", "9:00 AM", "9:30 AM", "", ""],
        ["10/09/2025", "9:00 AM", "9:30 AM", "9:30 AM", "9:45 AM"],
        ["10/16/2025", "", "", "1:00 PM", "1:20 PM"],
    ]
    who = {"student": "Vance, Ola", "provider": "Grant, Lena", "setting": "home"}
    seen = {"start_time": "09:00", "end_time": "09:30", "kind": "direct", **who}
    truth = [
        given("88120", "2025-10-02", 30, **seen),
        given("88120", "2025-10-09", 30, **seen),
        given("88120", "2025-10-09", 15, start_time="09:30", end_time="09:45", kind="indirect", **who),
        given("88120", "2025-10-16", 20, start_time="13:00", end_time="13:20", kind="indirect", **who),
    ]
    return Shape("contact_and_consult_times", "Vance OT Oct.xlsx", book({"Oct": rows}), {"sessions": truth})


@shape
def progress_in_sentences() -> Shape:
    """Two reports, each called nothing but its day; the key tells the letters in whole sentences."""
    rows = drawn("""
        Student|Goal No.|Goal|10/31/25|1/23/26
        Landry, Cole|1|Cole will copy a sentence with correct spacing|B|C
        Landry, Cole|2|Cole will fasten three buttons independently|A|B
        Mbeki, Tess|1|Tess will cut a 4 inch circle|D|B
        """)
    key = [
        ["A - The student has met the goal"],
        ["B - The student is making adequate progress toward this goal"],
        ["C - The student is not making adequate progress to meet the goal by the end of the IEP"],
        ["D - This goal has not been introduced"],
    ]
    said = {"A": "mastered", "B": "sufficient", "C": "insufficient", "D": "not_introduced"}
    days = ("2025-10-31", "2026-01-23")
    goals = [{"student": who, "goal_id": number, "goal_text": words} for who, number, words, *_ in rows[1:4]]
    marks = [
        {"student": who, "goal_id": number, "measured_on": day, "progress_code": said[mark]}
        for who, number, _, *letters in rows[1:4]
        for day, mark in zip(days, letters, strict=True)
    ]
    truth = {"goals": goals, "measurements": marks}
    return Shape("progress_in_sentences", "progress report.csv", text([*rows[:4], [], *key]), truth)


@shape
def every_so_many_weeks_by_key() -> Shape:
    """A number tells in which weeks there is service, and a remark above says what it means."""
    rows = drawn("""
        Weeks: 1 = every week, 2 = every second week, 3 = every third week
        Student ID|Legal Name|Service|Minutes per Day|Days per Week|Weeks|Start Date|End Date
        5512001|Ostrander, Lia|Speech|20|2|1|8/18/2025|5/20/2026
        5512001|Ostrander, Lia|OT|30|1|2|8/18/2025|5/20/2026
        5512044|Pike, Ruben|OT|45|1|3|8/18/2025|5/20/2026
        """)
    lia, ruben = ({"student": name, "start_date": "2025-08-18", "end_date": "2026-05-20"}
                  for name in ("Ostrander, Lia", "Pike, Ruben"))  # fmt: skip
    truth = [
        line("5512001", "SLP", 40, "week", **times(2, 20), **lia),
        line("5512001", "OT", 30, "weeks:2", **times(1, 30), **lia),
        line("5512044", "OT", 45, "weeks:3", **times(1, 45), **ruben),
    ]
    return Shape("every_so_many_weeks_by_key", "lines.csv", text(rows), {"service_lines": truth})


@shape
def a_key_of_progress_in_two_wordings() -> Shape:
    """The key beneath says one code in two wordings; M isn't mastered here."""
    rows = drawn("""
        Student ID|Goal ID|Reporting Period|Report Date|Progress Code
        62301|1|Q1|11/07/2025|M
        62301|2|Q1|11/07/2025|A
        62302|1|Q1|11/07/2025|I

        A = Met / Goal achieved
        M = Making sufficient progress
        I = Insufficient progress
        """)
    truth = [
        {"student_id": who, "goal_id": goal, "period": "Q1", "measured_on": "2025-11-07", "progress_code": code}
        for who, goal, code in (
            ("62301", "1", "sufficient"),
            ("62301", "2", "mastered"),
            ("62302", "1", "insufficient"),
        )
    ]
    return Shape("a_key_of_progress_in_two_wordings", "progress.csv", text(rows), {"measurements": truth})


@shape
def a_key_with_its_heading_before_each_code() -> Shape:
    """The key on a second sheet writes the heading of the column before each of its codes, and other codes bare."""
    rows = [
        ["SID", "Last", "First", "Svc", "Freq", "Dur", "Unit", "Env", "I/G", "From", "To"],
        ["77110", "Bly", "Una", "OT", "1x", 30, "week", "02", "I", "08/27/2025", "01/22/2026"],
        ["77125", "Cox", "Ira", "O&M", "2x", 45, "month", "03", "I", "09/03/2025", "04/15/2026"],
        ["77131", "Dow", "Eli", "APE", "2x", 30, "week", "01", "G", "08/27/2025", "05/20/2026"],
    ]
    key = [
        ["Code", "Meaning"],
        ["Env 01", "General education classroom (push-in)"],
        ["Env 02", "Therapy room (pull-out)"],
        ["Env 03", "Community"],
        ["I", "Individual"],
        ["G", "Group"],
    ]
    una = {"student": "Bly, Una", "start_date": "2025-08-27", "end_date": "2026-01-22", "grouping": "individual"}
    ira = {"student": "Cox, Ira", "start_date": "2025-09-03", "end_date": "2026-04-15", "grouping": "individual"}
    eli = {"student": "Dow, Eli", "start_date": "2025-08-27", "end_date": "2026-05-20", "grouping": "group"}
    truth = [
        line("77110", "OT", 30, "week", **times(1, 30), setting="pull_out", **una),
        line("77125", "O_AND_M", 90, "month", **times(2, 45), setting="community", **ira),
        line("77131", "APE", 60, "week", **times(2, 30), setting="push_in", **eli),
    ]
    name = "a_key_with_its_heading_before_each_code"
    return Shape(name, "svc grid.xlsx", book({"Services": rows, "Key": key}), {"service_lines": truth})
