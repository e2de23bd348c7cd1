"""Mandates with their group behind, groups of two in one cell, and baselines with their days."""

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def mandates_with_language() -> Shape:
    """Times, minutes and group in one product, then the letter of the grouping, the language and the place."""
    rows = drawn("""
        Student Name|Student ID|Mandate (per week)|Related Service|Provider
        Amber, Finn|880011|2x30x1 I English Separate Location|Occupational Therapy|Quill, R
        Bream, Olga|880012|1x30x3 G Spanish Classroom|Occupational Therapy|Quill, R
        Corvo, Ines|880013|3x45x5 G English Separate Location|Speech Therapy|Rowe, T
        """)
    ot = {"provider": "Quill, R"}
    truth = [
        line("880011", "OT", 60, "week", student="Amber, Finn", **times(2, 30), group_max=1, grouping="individual",
             setting="pull_out", **ot),
        line("880012", "OT", 30, "week", student="Bream, Olga", **times(1, 30), group_max=3, grouping="group",
             setting="push_in", **ot),
        line("880013", "SLP", 135, "week", student="Corvo, Ines", **times(3, 45), group_max=5, grouping="group",
             setting="pull_out", provider="Rowe, T"),
    ]  # fmt: skip
    return Shape("mandates_with_language", "mandates.csv", text(rows), {"service_lines": truth})


@shape
def caseload_by_service_with_groups() -> Shape:
    """A column a service, the grouping as a letter behind each amount, with the size of the group."""
    rows = drawn("""
        Minutes per week
        Student|Birth Date|IEP From|IEP To|OT|PT|SLP
        Dorn, Una|3/4/2017|9/2/2025|6/12/2026|2x30 I||3x30 G(3)
        Elba, Rex|8/9/2016|9/2/2025|6/12/2026|1x30 G(2)|1x45 I|2x30 I / 1x30 G4
        """)
    una = {"student": "Dorn, Una", "start_date": "2025-09-02", "end_date": "2026-06-12"}
    rex = una | {"student": "Elba, Rex"}
    alone = {"grouping": "individual"}
    truth = [
        line("", "OT", 60, "week", **una, **times(2, 30), **alone),
        line("", "SLP", 90, "week", **una, **times(3, 30), grouping="group", group_max=3),
        line("", "OT", 30, "week", **rex, **times(1, 30), grouping="group", group_max=2),
        line("", "PT", 45, "week", **rex, **times(1, 45), **alone),
        line("", "SLP", 60, "week", **rex, **times(2, 30), **alone),
        line("", "SLP", 30, "week", **rex, **times(1, 30), grouping="group", group_max=4),
    ]
    return Shape("caseload_by_service_with_groups", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def form_with_pairs() -> Shape:
    """Answers to a form: two students in one cell, and yes with the day that a make-up is for."""
    rows = drawn("""
        Timestamp|Therapist|Date of Service|Student(s) Seen|Time In|Time Out|Was this a make-up session?|If not seen, why?
        10/1/2025 15:02:11|Vera Pohl OTR/L|10/1/2025|Milo Hance|9:00 AM|9:30 AM|No|
        10/1/2025 15:04:52|Vera Pohl OTR/L|10/1/2025|Tess Oduya, Ravi Bose|9:30 AM|10:00 AM|No|
        10/2/2025 12:20:02|Vera Pohl OTR/L|10/2/2025|Milo Hance|9:00 AM|9:30 AM|No|Student absent
        10/3/2025 12:20:02|Vera Pohl OTR/L|10/3/2025|Milo Hance|1:00 PM|1:30 PM|Yes, for 10/2|
        10/6/2025 12:20:02|Vera Pohl OTR/L|10/6/2025|Tess Oduya|9:30 AM|10:00 AM|No|
        """)
    by = {
        "provider": "Pohl, Vera",
        "start_time": "09:00",
        "end_time": "09:30",
        "grouping": "individual",
        "group_size": 1,
    }
    later = by | {"start_time": "09:30", "end_time": "10:00"}
    both = later | {"grouping": "group", "group_size": 2}
    truth = [
        given("Hance, Milo", "2025-10-01", 30, **by, logged_on="2025-10-01"),
        given("Oduya, Tess", "2025-10-01", 30, **both, logged_on="2025-10-01"),
        given("Bose, Ravi", "2025-10-01", 30, **both, logged_on="2025-10-01"),
        missed("Hance, Milo", "2025-10-02", "student_absent", **by, logged_on="2025-10-02"),
        given("Hance, Milo", "2025-10-03", 30, **by, logged_on="2025-10-03")
        | {"status": "make_up", "makes_up_date": "2025-10-02", "start_time": "13:00", "end_time": "13:30"},
        given("Oduya, Tess", "2025-10-06", 30, **later, logged_on="2025-10-06"),
    ]
    return Shape("form_with_pairs", "Daily log (Responses).csv", text(rows), {"sessions": truth})


@shape
def baselines_with_days() -> Shape:
    """Baselines with the day of each in brackets, and scores by quarter with theirs in the headings."""
    rows = drawn("""
        Goal #|Student|Annual Goal|Baseline (Date)|Q1 11/7/25|Q2 1/23/26|Mastery Criteria
        1|Ito, Ken|Ken will copy ten words legibly|45% (9/5/25)|52%|60%|80%
        2|Ito, Ken|Ken will cut along a curve in 4 of 5 trials|1/5 (9/5/25)|2/5|3/5|4/5
        """)
    one, two = {"student": "Ito, Ken", "goal_id": "1"}, {"student": "Ito, Ken", "goal_id": "2"}
    goals = [
        one | {"goal_text": "Ken will copy ten words legibly", "baseline": 45, "target": 80, "unit": "percent"},
        two | {"goal_text": "Ken will cut along a curve in 4 of 5 trials", "baseline": 1, "target": 4, "unit": "trials",
               "trials": 5},
    ]  # fmt: skip
    first, second = {"measured_on": "2025-11-07", "period": "Q1"}, {"measured_on": "2026-01-23", "period": "Q2"}
    measured = [one | first | {"value": 52}, one | second | {"value": 60},
                two | first | {"value": 2, "trials": 5}, two | second | {"value": 3, "trials": 5}]  # fmt: skip
    return Shape("baselines_with_days", "goals.csv", text(rows), {"goals": goals, "measurements": measured})


@shape
def key_that_reads_like_a_log() -> Shape:
    """Codes on a sheet of their own, the meaning of the first of which is itself a heading of logs."""
    log = [["Student", "Date", "Service", "Outcome", "Minutes"],
           ["Nagy, Pia", "10/1/2025", "OT", "T", 30],
           ["Nagy, Pia", "10/8/2025", "OT", "AB", ""],
           ["Orr, Quinn", "10/8/2025", "OT", "PX", ""]]  # fmt: skip
    key = [["Code", "Meaning"], ["T", "Treatment provided"], ["AB", "Student absent"], ["PX", "Provider absent"]]
    truth = [
        given("Nagy, Pia", "2025-10-01", 30),
        missed("Nagy, Pia", "2025-10-08", "student_absent"),
        missed("Orr, Quinn", "2025-10-08", "provider_absent"),
    ]
    return Shape("key_that_reads_like_a_log", "log.xlsx", book({"Log": log, "Codes": key}), {"sessions": truth})
