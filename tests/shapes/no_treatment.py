"""Logs in which some rows are of no treatment, and small words that those beside them settle."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text, times


@shape
def evaluations_among_services() -> Shape:
    """A service says of two rows that they were an evaluation and a meeting: it is asked whether these count, and only
    where somebody was seen."""
    rows = drawn("""
        Visit Date|Attendee|Event Type|Event Status|Actual Minutes|Therapist
        9/8/2025|Lowe, Ana|OT - Group Session|Completed|30|Ross, Kim
        9/8/2025|Mann, Eli|OT - Evaluation|Completed|60|Ross, Kim
        9/9/2025|Lowe, Ana|OT - Individual Session|Student Absent||Ross, Kim
        9/9/2025|Mann, Eli|OT - IEP Meeting|Completed|45|Ross, Kim
        9/10/2025|Mann, Eli|OT - Evaluation|Student Absent||Ross, Kim
        9/11/2025|Lowe, Ana|OT - Individual Session|Completed|30|Ross, Kim
        """)
    by = {"provider": "Ross, Kim"}
    truth = [
        given("Lowe, Ana", "2025-09-08", 30, grouping="group", **by),
        missed("Lowe, Ana", "2025-09-09", "student_absent", grouping="individual", **by),
        missed("Mann, Eli", "2025-09-10", "student_absent", **by),
        given("Lowe, Ana", "2025-09-11", 30, grouping="individual", **by),
    ]
    waiting = {"sessions": {"waiting": [3, 5]}}
    asked = ("OT - Evaluation", "OT - IEP Meeting")
    return Shape("evaluations_among_services", "events.csv", text(rows), {"sessions": truth}, waiting, asked)


@shape
def evaluations_among_kinds() -> Shape:
    """The kind of a visit, in a column that nothing else is read of, is an evaluation."""
    rows = drawn("""
        Date|Student Name|Service|Session Type|Minutes|Status
        9/8/2025|Lowe, Ana|OT|Therapy|30|Completed
        9/8/2025|Mann, Eli|OT|Evaluation|60|Completed
        9/9/2025|Lowe, Ana|OT|Therapy||Student Absent
        9/10/2025|Mann, Eli|OT|Therapy|30|Completed
        """)
    truth = [
        given("Lowe, Ana", "2025-09-08", 30),
        missed("Lowe, Ana", "2025-09-09", "student_absent"),
        given("Mann, Eli", "2025-09-10", 30),
    ]
    waiting = {"sessions": {"waiting": [3]}}
    return Shape("evaluations_among_kinds", "visits.csv", text(rows), {"sessions": truth}, waiting, ("Evaluation",))


@shape
def evaluations_among_groupings() -> Shape:
    """The same in a column that tells of the others whether they were of one student or several."""
    rows = drawn("""
        Date|Student Name|Service|Session Type|Minutes|Status
        9/8/2025|Lowe, Ana|OT|Individual|30|Attended
        9/8/2025|Mann, Eli|OT|Evaluation|60|Attended
        9/9/2025|Lowe, Ana|OT|Group|30|Attended
        """)
    truth = [
        given("Lowe, Ana", "2025-09-08", 30, grouping="individual"),
        given("Lowe, Ana", "2025-09-09", 30, grouping="group"),
    ]
    waiting = {"sessions": {"waiting": [3]}}
    return Shape("evaluations_among_groupings", "visits.csv", text(rows), {"sessions": truth}, waiting, ("Evaluation",))


@shape
def ind_beside_direct() -> Shape:
    """*Ind* may be indirect; beside direct it is individual."""
    rows = drawn("""
        Student|School|OT Direct (Ind)|OT Direct (Grp)|OT Consult|IEP Start|IEP End
        Ames, Tia|Birch Elem||2x30/wk|1x15/mo|9/15/2025|9/14/2026
        Boone, Lyle|Birch Elem|1x30/wk|||11/3/2025|11/2/2026
        """)
    tia = {"school": "Birch Elem", "start_date": "2025-09-15", "end_date": "2026-09-14"}
    lyle = {"school": "Birch Elem", "start_date": "2025-11-03", "end_date": "2026-11-02", **times(1, 30)}
    truth = [
        line("Ames, Tia", "OT", 60, "week", grouping="group", **times(2, 30), **tia),
        line("Ames, Tia", "OT", 15, "month", **times(1, 15), **tia) | {"kind": "indirect"},
        line("Boone, Lyle", "OT", 30, "week", grouping="individual", **lyle),
    ]
    return Shape("ind_beside_direct", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def reports_with_their_days_and_comments() -> Shape:
    """The scores of a quarter stand under it and its day, the comments under the quarter alone."""
    rows = drawn("""
        Goal #|Student|Annual Goal|Baseline|Target|Q1 11/7/25|Q1 Comment|Q2 1/23/26|Q2 Comment
        1|Ivers, Noa|Copy a sentence with 80% legibility|35%|80%|50%|needs cues|60%|
        2|Jett, Sol|Cut on the line with 90% accuracy|20%|90%|40%||70%|better grip
        """)
    goal = {"unit": "percent"}
    noa, sol = {"student": "Ivers, Noa", "goal_id": "1"}, {"student": "Jett, Sol", "goal_id": "2"}
    goals = [
        noa | goal | {"goal_text": "Copy a sentence with 80% legibility", "baseline": 35, "target": 80},
        sol | goal | {"goal_text": "Cut on the line with 90% accuracy", "baseline": 20, "target": 90},
    ]
    told = [(noa, 50, 60), (sol, 40, 70)]
    scores = [
        who | {"value": value, "measured_on": day, "period": period}
        for who, *values in told
        for value, day, period in zip(values, ("2025-11-07", "2026-01-23"), ("Q1", "Q2"), strict=True)
    ]
    truth = {"goals": goals, "measurements": scores}
    return Shape("reports_with_their_days_and_comments", "goals.csv", text(rows), truth)
