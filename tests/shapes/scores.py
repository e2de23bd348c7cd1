"""Scores that are no plain numbers: steps of help, fractions, times; never sessions, never another scale."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text


def _score(student: str, day: str, value: float, **more: object) -> Row:
    return {"student": student, "measured_on": day, "value": value, **more}


@shape
def steps_of_help() -> Shape:
    """A grid of skills by day with levels of help, some days with a word for no measurement."""
    rows = drawn("""
        PT mobility data 2025-26
        Therapist: Dana Rowe PT

        Student|Target Skill|Starting Level|Target Level|10/3|11/7|12/5
        Marsh, Olive|Climbs bus steps|1 - Total A|5 - SBA|1 - Total A|2 - Max A|absent
        Frost, Ivan|Opens doors|3 - Mod A|6 - Independent|3 - Mod A|no school|5 - SBA
        """)
    goals = [
        {
            "student": "Marsh, Olive",
            "goal_text": "Climbs bus steps",
            "baseline": 1,
            "target": 5,
            "unit": "level",
            "service": "PT",
        },
        {
            "student": "Frost, Ivan",
            "goal_text": "Opens doors",
            "baseline": 3,
            "target": 6,
            "unit": "level",
            "service": "PT",
        },
    ]
    found = [
        _score("Marsh, Olive", "2025-10-03", 1), _score("Marsh, Olive", "2025-11-07", 2),
        _score("Frost, Ivan", "2025-10-03", 3), _score("Frost, Ivan", "2025-12-05", 5),
    ]  # fmt: skip
    return Shape("steps_of_help", "mobility.xlsx", book({"Data": rows}), {"goals": goals, "measurements": found})


@shape
def fractions_under_days() -> Shape:
    """Trials right of those given, under days without a year; the goals are told in percent."""
    rows = drawn("""
        Speech data, spring 2026
        Student|Annual Goal|Base|Criteria|1/12|1/26|2/9
        Odd, Nils|Says final /t/|20%|80%|2/10|3/5|
        Vale, Ines|Follows two steps|10%|90%|0/4|1/4|5/8
        """)
    goals = [
        {
            "student": "Odd, Nils",
            "goal_text": "Says final /t/",
            "baseline": 20,
            "target": 80,
            "unit": "percent",
            "service": "SLP",
        },
        {
            "student": "Vale, Ines",
            "goal_text": "Follows two steps",
            "baseline": 10,
            "target": 90,
            "unit": "percent",
            "service": "SLP",
        },
    ]
    found = [
        _score("Odd, Nils", "2026-01-12", 20, trials=10), _score("Odd, Nils", "2026-01-26", 60, trials=5),
        _score("Vale, Ines", "2026-01-12", 0, trials=4), _score("Vale, Ines", "2026-01-26", 25, trials=4),
        _score("Vale, Ines", "2026-02-09", 62.5, trials=8),
    ]  # fmt: skip
    return Shape("fractions_under_days", "data.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def time_at_a_task() -> Shape:
    """How long a child worked, in minutes and seconds: no session lasted so long."""
    rows = drawn("""
        Date|Student|Target Behavior|Class|Time on task (mm:ss)|Aim (mm:ss)
        9/9/2025|Rook, Sam|Stays seated|Math|4:30|12:00
        9/16/2025|Rook, Sam|Stays seated|Art|0:45|12:00
        9/9/2025|Lark, Ona|Begins work|Math|1:15|3:30
        """)
    goals = [
        {"student": "Rook, Sam", "goal_text": "Stays seated", "target": 12, "unit": "minute"},
        {"student": "Lark, Ona", "goal_text": "Begins work", "target": 3.5, "unit": "minute"},
    ]
    found = [
        _score("Rook, Sam", "2025-09-09", 4.5), _score("Rook, Sam", "2025-09-16", 0.75),
        _score("Lark, Ona", "2025-09-09", 1.25),
    ]  # fmt: skip
    return Shape("time_at_a_task", "on task.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def ratings_by_terms_with_a_number() -> Shape:
    """The terms of a year side by side, each called by its number only, with the district's own letters and their key."""
    rows = drawn("""
        Progress on goals, as of the third term
        Student ID|Goal #|Area|Term 1 Rating|Term 2 Rating|Term 4 Rating
        31001|31001-A|Handwriting|NS|E|A
        31001|31001-B|Keyboarding|NS|NS|
        31002|31002-A|Cutting|L|E|E

        Key: A = Achieved, E = Expected progress, L = Limited progress, NS = Not started
        """)
    meaning = {"A": "mastered", "E": "sufficient", "L": "insufficient", "NS": "not_introduced"}
    truth = [
        {"student_id": row[0], "goal_id": row[1], "progress_code": meaning[cell], "period": period}
        for row in rows[2:5]
        for period, cell in zip(("Term 1", "Term 2", "Term 4"), row[3:], strict=True)
        if cell
    ]
    return Shape("ratings_by_terms_with_a_number", "ratings.xlsx", book({"Year": rows}), {"measurements": truth})


@shape
def trials_and_their_percent() -> Shape:
    """How many were right of how many, and the percent of it: one score, told twice; the aim beside it is none."""
    rows = drawn("""
        Pupil ID|Objective No.|Entered On|Probe Date|Number Correct|Opportunities|Accuracy (%)|Aim (%)
        41001|1|10/6/2025|10/3/2025|3|8|37.5|80
        41001|1|10/20/2025|10/17/2025|5|10|50|80
        41002|2|10/6/2025|10/2/2025|2|3|67|75
        """)
    truth = [
        {"student_id": row[0], "goal_id": row[1], "measured_on": day, "value": float(row[6]), "trials": int(row[5])}
        for row, day in zip(rows[1:], ("2025-10-03", "2025-10-17", "2025-10-02"), strict=False)
    ]
    return Shape("trials_and_their_percent", "probes.csv", text(rows), {"measurements": truth})
