"""Goals and their measurements."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text

COPY, CUT = "Copies a sentence legibly", "Cuts along a curved line"


def _goal(student_id: str, goal: str, **more: object) -> Row:
    return {"student_id": student_id, "goal_text": goal, **more}


@shape
def tall_goals() -> Shape:
    """A tracker's tall sheet: a row a score; the goal's facts repeat."""
    rows = drawn(f"""
        student_id|student_first_name|student_last_name|goal_name|goal_type|measurement_type|target_direction|baseline|date|value|notes
        S-0101|Lena|Brandt|{COPY}|academics|percent|increase|20|2025-09-08|25|
        S-0101|Lena|Brandt|{COPY}|academics|percent|increase|20|2025-09-22|1|tired
        S-0102|Omar|Haddad|{CUT}|sensory motor|trials|increase|2|2025-09-08|3|
        """)
    goals = [
        _goal("S-0101", COPY, student="Brandt, Lena", area="academics", unit="percent", direction="up", baseline=20),
        _goal("S-0102", CUT, student="Haddad, Omar", area="sensory_motor", unit="trials", direction="up", baseline=2),
    ]
    scores = [
        {"student_id": "S-0101", "measured_on": "2025-09-08", "value": 25},
        {"student_id": "S-0101", "measured_on": "2025-09-22", "value": 1},
        {"student_id": "S-0102", "measured_on": "2025-09-08", "value": 3},
    ]
    return Shape("tall_goals", "goal scores.csv", text(rows), {"goals": goals, "measurements": scores})


@shape
def wide_goals() -> Shape:
    """A tracker's wide sheet: a column a date."""
    rows = drawn(f"""
        student_id|student_first_name|student_last_name|goal_name|goal_type|measurement_type|target_direction|baseline|2024-09-06|2024-09-13|2024-09-20
        S-0101|Lena|Brandt|{COPY}|academics|percent|increase|20|22%|30%|
        S-0102|Omar|Haddad|{CUT}|sensory motor|trials|increase|2|3||4
        """)
    goals = [
        _goal("S-0101", COPY, student="Brandt, Lena", area="academics", unit="percent", direction="up", baseline=20),
        _goal("S-0102", CUT, student="Haddad, Omar", area="sensory_motor", unit="trials", direction="up", baseline=2),
    ]
    scores = [
        {"student_id": "S-0101", "measured_on": "2024-09-06", "value": 22},
        {"student_id": "S-0101", "measured_on": "2024-09-13", "value": 30},
        {"student_id": "S-0102", "measured_on": "2024-09-06", "value": 3},
        {"student_id": "S-0102", "measured_on": "2024-09-20", "value": 4},
    ]
    return Shape("wide_goals", "goals wide.csv", text(rows), {"goals": goals, "measurements": scores})


@shape
def goal_bank() -> Shape:
    """Goals of an IEP system without scores: baseline, target, dates, trials."""
    rows = drawn(f"""
        Student ID|Student Name|Goal #|Area of Need|Annual Goal|Baseline|Target|Measurement|Start Date|Annual Review Date|Service
        7001|Hull, Ada|G-1|Self Care|{COPY}|20%|80%|percent|8/25/2025|8/24/2026|OT
        7001|Hull, Ada|G-2|Sensory Motor|{CUT}|2|8|trials|8/25/2025|8/24/2026|OT
        """)
    same = {"student": "Hull, Ada", "service": "OT", "start_date": "2025-08-25", "due_date": "2026-08-24"}
    goals = [
        _goal("7001", COPY, goal_id="G-1", area="self_care", baseline=20, target=80, unit="percent", **same),
        _goal("7001", CUT, goal_id="G-2", area="sensory_motor", baseline=2, target=8, unit="trials", **same),
    ]
    return Shape("goal_bank", "goals.xlsx", book({"Goals": rows}), {"goals": goals})


@shape
def progress_report() -> Shape:
    """Progress in words by grading period: codes, never scores, and no sessions."""
    rows = drawn("""
        Student ID|Goal Number|Reporting Period|Report Date|Progress
        7001|G-1|Q1|10/31/2025|Making Sufficient Progress
        7001|G-2|Q1|10/31/2025|Not Yet Introduced
        7001|G-1|Q2|1/23/2026|Goal Met
        7001|G-2|Q2|1/23/2026|Insufficient Progress
        """)

    def report(goal: str, period: str, day: str, code: str) -> Row:
        return {"student_id": "7001", "goal_id": goal, "period": period, "measured_on": day, "progress_code": code}

    truth = [
        report("G-1", "Q1", "2025-10-31", "sufficient"),
        report("G-2", "Q1", "2025-10-31", "not_introduced"),
        report("G-1", "Q2", "2026-01-23", "mastered"),
        report("G-2", "Q2", "2026-01-23", "insufficient"),
    ]
    return Shape("progress_report", "progress.csv", text(rows), {"measurements": truth})


@shape
def criteria_in_words() -> Shape:
    """What is to be reached stands in words: how much, of how many trials, how often in a row."""
    rows = drawn(f"""
        Student ID|Goal #|Annual Goal|Baseline|Mastery Criteria|Start Date|Due Date
        S-0501|1|{COPY}|40%|80% across 3 consecutive sessions|9/8/2025|6/1/2026
        S-0501|2|{CUT}|1/5|4/5 trials over 3 data points|9/8/2025|6/1/2026
        S-0502|1|{CUT}|30%|with 90% accuracy in 4 out of 5 opportunities|9/8/2025|6/1/2026
        """)
    days = {"start_date": "2025-09-08", "due_date": "2026-06-01"}
    goals = [
        _goal("S-0501", COPY, goal_id="1", baseline=40, target=80, unit="percent", consecutive_required=3, **days),
        _goal(
            "S-0501", CUT, goal_id="2", baseline=1, target=4, unit="trials", trials=5, consecutive_required=3, **days
        ),
        _goal("S-0502", CUT, goal_id="1", baseline=30, target=90, unit="percent", **days),
    ]
    return Shape("criteria_in_words", "goals.csv", text(rows), {"goals": goals})


@shape
def goals_within_the_days_of_their_plan() -> Shape:
    """IEP Begin and IEP Due are the days of the goals in a list of these."""
    rows = drawn("""
        Student|Goal No|Annual Goal|IEP Begin|IEP Due
        Sable, Ida|1|Traces letters|10/6/2025|10/5/2026
        Thorne, Lee|1|Zips a coat|11/3/2025|11/2/2026
        """)
    truth = [
        {"student": "Sable, Ida", "goal_id": "1", "goal_text": "Traces letters", "start_date": "2025-10-06",
         "due_date": "2026-10-05"},
        {"student": "Thorne, Lee", "goal_id": "1", "goal_text": "Zips a coat", "start_date": "2025-11-03",
         "due_date": "2026-11-02"},
    ]  # fmt: skip
    return Shape("goals_within_the_days_of_their_plan", "goal list.csv", text(rows), {"goals": truth})
