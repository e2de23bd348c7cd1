"""Reports of progress by grading period: codes by a key, a period and its day in one heading, several columns each."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text

SPELLS, JOINS = "Spells ten words", "Joins a game at recess"


def _report(student: str, goal: Row, period: str, **more: object) -> Row:
    return {"student": student, "period": period, **goal, **more}


@shape
def codes_with_their_day_in_the_heading() -> Shape:
    """A column a trimester with the day of its report; numbers by a key below, one that the key lacks."""
    rows = drawn(f"""
        Progress on annual goals 2025-26

        Student Name|Student ID|Goal #|Annual Goal|Trimester 1 (11/21/25)|Trimester 2 (3/6/26)|Trimester 3 (6/5/26)
        Bell, Tia|30051|1|{SPELLS}|1|2|
        Bell, Tia|30051|2|{JOINS}|0|5|
        Cho, Ray|30052|1|{SPELLS}|3|4|

        Key: 0 = Not yet introduced   1 = No progress   2 = Limited progress (under half)   3 = Adequate   4 = Goal met
        """)
    goals = [
        {"student_id": "30051", "goal_id": "1", "goal_text": SPELLS},
        {"student_id": "30051", "goal_id": "2", "goal_text": JOINS},
        {"student_id": "30052", "goal_id": "1", "goal_text": SPELLS},
    ]

    def told(student_id: str, goal_id: str, period: str, day: str, code: str) -> Row:
        return {
            "student_id": student_id,
            "goal_id": goal_id,
            "period": period,
            "measured_on": day,
            "progress_code": code,
        }

    found = [
        told("30051", "1", "T1", "2025-11-21", "no_progress"), told("30051", "1", "T2", "2026-03-06", "insufficient"),
        told("30051", "2", "T1", "2025-11-21", "not_introduced"), told("30052", "1", "T1", "2025-11-21", "sufficient"),
        told("30052", "1", "T2", "2026-03-06", "mastered"),
    ]  # fmt: skip
    return Shape(
        "codes_with_their_day_in_the_heading", "progress.csv", text(rows), {"goals": goals, "measurements": found},
        held={"measurements": {"waiting": [5]}}, asked=("5",),
    )  # fmt: skip


@shape
def a_percent_and_a_code_each_nine_weeks() -> Shape:
    """Two columns a grading period are one measurement; the key to the codes is on another sheet."""
    rows = drawn(f"""
        Student|Annual Goal|Mastery Level|1st 9 Weeks %|1st 9 Weeks Code|2nd 9 Weeks %|2nd 9 Weeks Code
        Dunn, Eli|{SPELLS}|80|30|PR|0|RG
        Dunn, Eli|{JOINS}|70||NT|45|PR
        """)
    key = drawn("""
        Code|Meaning
        PR|Progressing
        RG|Regression
        NT|Not introduced
        """)
    goals = [
        {"student": "Dunn, Eli", "goal_text": SPELLS, "target": 80},
        {"student": "Dunn, Eli", "goal_text": JOINS, "target": 70},
    ]
    found = [
        _report("Dunn, Eli", {}, "Q1", value=30, progress_code="sufficient"),
        _report("Dunn, Eli", {}, "Q2", value=0, progress_code="no_progress"),
        _report("Dunn, Eli", {}, "Q1", progress_code="not_introduced"),
        _report("Dunn, Eli", {}, "Q2", value=45, progress_code="sufficient"),
    ]
    return Shape(
        "a_percent_and_a_code_each_nine_weeks", "mastery.xlsx", book({"Goals": rows, "Codes": key}),
        {"goals": goals, "measurements": found},
    )  # fmt: skip


@shape
def ratings_in_words_with_a_number() -> Shape:
    """Sections before the headings, ratings with the number of their key before the words: no scores."""
    rows = drawn(f"""
        Student - Name|Student - ID|Goal - Sequence|Goal - Goal Text|Progress Report - Period|Report - Date|Report - Rating
        Ames, Lou|WX77|1|{SPELLS}|Semester 1|2026-01-16T00:00:00|2 - Partial Progress
        Ames, Lou|WX77|1|{SPELLS}|Semester 2|2026-06-02T00:00:00|4 - Goal Met or Exceeded
        Ames, Lou|WX77|2|{JOINS}|Semester 1|2026-01-16T00:00:00|0 - Not Yet Started
        """)
    goals = [
        {"student_id": "WX77", "student": "Ames, Lou", "goal_id": "1", "goal_text": SPELLS},
        {"student_id": "WX77", "student": "Ames, Lou", "goal_id": "2", "goal_text": JOINS},
    ]
    same = {"student_id": "WX77", "student": "Ames, Lou"}
    found = [
        {**same, "goal_id": "1", "period": "S1", "measured_on": "2026-01-16", "progress_code": "insufficient"},
        {**same, "goal_id": "1", "period": "S2", "measured_on": "2026-06-02", "progress_code": "mastered"},
        {**same, "goal_id": "2", "period": "S1", "measured_on": "2026-01-16", "progress_code": "not_introduced"},
    ]
    return Shape("ratings_in_words_with_a_number", "updates.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def a_probe_beside_its_errors() -> Shape:
    """An export of probes: the goal is in words correct, which the target's name says; accuracy is no score."""
    rows = drawn("""
        Student ID|Student Name|Grade|Assessment|Form|Date Administered|WRC|Errors|Accuracy|Target WRC
        61001|Pike, Ann|3|Oral Reading 3|A|10/2/2025|55|4|93%|110
        61001|Pike, Ann|3|Oral Reading 3|B|11/6/2025|61|3|95%|110
        """)
    goals = [{"student_id": "61001", "student": "Pike, Ann", "goal_text": "Oral Reading 3", "target": 110}]
    found = [
        {"student_id": "61001", "student": "Pike, Ann", "measured_on": "2025-10-02", "value": 55},
        {"student_id": "61001", "student": "Pike, Ann", "measured_on": "2025-11-06", "value": 61},
    ]
    return Shape("a_probe_beside_its_errors", "probes.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def two_columns_that_may_be_the_score() -> Shape:
    """Nothing says whether the score or the accuracy is what the goal is measured in: asked, and the rows wait."""
    rows = drawn(f"""
        Student ID|Annual Goal|Data Date|Score|Accuracy
        61001|{SPELLS}|10/2/2025|7|88%
        61001|{SPELLS}|10/9/2025|9|90%
        """)
    goals = [{"student_id": "61001", "goal_text": SPELLS}]
    return Shape(
        "two_columns_that_may_be_the_score", "scores.csv", text(rows), {"goals": goals},
        held={"measurements": {"waiting": [2, 3]}}, asked=("Accuracy",),
    )  # fmt: skip


@shape
def steps_without_a_key() -> Shape:
    """Numbers from 1 to 4 under marking periods are codes or scores: nothing says which, so they wait."""
    rows = drawn(f"""
        Student|Annual Goal|MP1|MP2
        Dunn, Eli|{SPELLS}|1|2
        Ames, Lou|{JOINS}|3|4
        """)
    goals = [{"student": "Dunn, Eli", "goal_text": SPELLS}, {"student": "Ames, Lou", "goal_text": JOINS}]
    return Shape(
        "steps_without_a_key", "mp.csv", text(rows), {"goals": goals},
        held={"measurements": {"waiting": [2, 2, 3, 3]}}, asked=("1", "2", "3", "4"),
    )  # fmt: skip


@shape
def where_a_goal_began_in_a_teachers_words() -> Shape:
    """Percents under headings of a teacher's own: which is the baseline and which the target is asked, and holds nothing."""
    rows = drawn(f"""
        Student ID|Goal|In September|By June
        61001|{SPELLS}|30%|75%
        61002|{JOINS}|45%|90%
        """)
    goals = [{"student_id": "61001", "goal_text": SPELLS}, {"student_id": "61002", "goal_text": JOINS}]
    return Shape(
        "where_a_goal_began_in_a_teachers_words", "goals.csv", text(rows), {"goals": goals},
        asked=("In September", "By June"),
    )  # fmt: skip


@shape
def numbered_reports_with_their_day() -> Shape:
    """A column a report, numbered and dated, the last one not written yet; words of progress."""
    rows = drawn(f"""
        Student ID|Measurable Goal|Progress Report 1 (11/7/25)|Progress Report 2 (3/6/26)|Progress Report 3 (6/5/26)
        61001|{SPELLS}|Sufficient|Goal mastered|
        61002|{JOINS}|Insufficient progress|Some progress|
        """)
    goals = [{"student_id": "61001", "goal_text": SPELLS}, {"student_id": "61002", "goal_text": JOINS}]
    found = [
        {"student_id": student, "period": period, "measured_on": day, "progress_code": code}
        for student, period, day, code in (
            ("61001", "PR1", "2025-11-07", "sufficient"), ("61001", "PR2", "2026-03-06", "mastered"),
            ("61002", "PR1", "2025-11-07", "insufficient"), ("61002", "PR2", "2026-03-06", "insufficient"),
        )
    ]  # fmt: skip
    return Shape("numbered_reports_with_their_day", "reports.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def numbered_terms_with_their_day() -> Shape:
    """A column a trimester with the day of its report, in letters that the foot explains; T1 alone may be a trial."""
    rows = drawn("""
        Student|Goal #|T1 (12/12/2025)|T2 (3/20/2026)
        Pell, Ada|1|AP|M
        Pell, Ada|2|NY|SP
        Roth, Cy|1|SP|AP
        |||
        AP = Adequate progress; SP = Some progress; NY = Not yet introduced; M = Mastered|||
        """)
    found = [
        {"student": student, "goal_id": goal, "period": period, "measured_on": day, "progress_code": code}
        for student, goal, told in (
            ("Pell, Ada", "1", ("sufficient", "mastered")), ("Pell, Ada", "2", ("not_introduced", "insufficient")),
            ("Roth, Cy", "1", ("insufficient", "sufficient")),
        )
        for code, (period, day) in zip(told, (("T1", "2025-12-12"), ("T2", "2026-03-20")), strict=True)
    ]  # fmt: skip
    return Shape("numbered_terms_with_their_day", "t2.csv", text(rows), {"measurements": found})


@shape
def scores_by_season() -> Shape:
    """A column a season: scores of each, beside the baseline."""
    rows = drawn(f"""
        Student ID|IEP Goal|Baseline|Fall Progress|Winter Progress|Spring Progress
        61001|{SPELLS}|20%|35%|50%|
        61002|{JOINS}|10%|15%||
        """)
    goals = [
        {"student_id": "61001", "goal_text": SPELLS, "baseline": 20, "unit": "percent"},
        {"student_id": "61002", "goal_text": JOINS, "baseline": 10, "unit": "percent"},
    ]
    found = [
        {"student_id": "61001", "period": "Fall", "value": 35}, {"student_id": "61001", "period": "Winter", "value": 50},
        {"student_id": "61002", "period": "Fall", "value": 15},
    ]  # fmt: skip
    return Shape("scores_by_season", "seasons.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def averages_below_the_class() -> Shape:
    """A reading class's checks, in a name and id of its own for the goal, with the class's average and median below."""
    rows = drawn("""
        Grade 3 fluency checks

        Learner|Goal No.|Annual Goal|Starting Level|Aim|10/3/2025|10/10/2025|10/17/2025
        Mean, Joan|R1|Joan will read a passage aloud.|31|60|33|36|
        Pell, Otis|R2|Otis will read a passage aloud.|22|50|22||27
        Ruiz, Ada|R3|Ada will read word lists.|40|75|44|45|49
        Grade 3 average|||31|61.7|33|40.5|38
        Median|||31|60|33|40.5|38
        """)
    goals, found = [], []
    for who, number, words, start, aim, *scores in rows[3:6]:
        goal: Row = {"student": who, "goal_id": number}
        goals.append({**goal, "goal_text": words, "baseline": float(start), "target": float(aim)})
        days = zip(("2025-10-03", "2025-10-10", "2025-10-17"), scores, strict=True)
        found += [{**goal, "measured_on": day, "value": float(score)} for day, score in days if score]
    return Shape("averages_below_the_class", "fluency.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def where_the_child_stands_at_each_report() -> Shape:
    """A row a report: where the child stands under Current Level of Performance, which is no baseline; one without a score."""
    rows = drawn("""
        Pupil|Pupil ID|Annual Goal|Marking Period|Date of Report|Current Level of Performance|Target|Progress
        Haan, Pia|9041|Pia will count to 40|MP1|11/14/2025|45%|80%|Sufficient progress
        Haan, Pia|9041|Pia will count to 40|MP2|1/30/2026|62.5%|80%|Sufficient progress
        Imai, Ren|9077|Ren will name ten shapes|MP1|11/14/2025||90%|Not introduced
        Imai, Ren|9077|Ren will name ten shapes|MP2|1/30/2026|20%|90%|Insufficient progress
        """)
    said = {
        "Sufficient progress": "sufficient",
        "Not introduced": "not_introduced",
        "Insufficient progress": "insufficient",
    }
    goals, marks = {}, []
    for name, number, words, period, day, score, target, progress in rows[1:5]:
        who: Row = {"student_id": number, "student": name}
        goals[number] = {**who, "goal_text": words, "target": float(target.strip("%")), "unit": "percent"}
        told = {"period": period, "measured_on": {"11/14/2025": "2025-11-14", "1/30/2026": "2026-01-30"}[day]}
        value = {"value": float(score.strip("%"))} if score else {}
        marks.append({**who, **told, **value, "progress_code": said[progress]})
    return Shape(
        "where_the_child_stands_at_each_report",
        "reports.csv",
        text(rows),
        {"goals": [*goals.values()], "measurements": marks},
    )


@shape
def where_goals_stand_without_a_report() -> Shape:
    """A list of goals: where the child stands at its start is the baseline."""
    rows = drawn("""
        Student|Student ID|Annual Goal|Current Performance|Target|Start Date
        Haan, Pia|9041|Pia will count to 40|45%|80%|9/2/2025
        Imai, Ren|9077|Ren will name ten shapes|10%|90%|9/2/2025
        """)
    goals: list[Row] = [
        {"student": name, "student_id": number, "goal_text": words, "baseline": float(base.strip("%")), "unit": "percent",
         "target": float(target.strip("%")), "start_date": "2025-09-02"}
        for name, number, words, base, target, _ in rows[1:3]
    ]  # fmt: skip
    return Shape("where_goals_stand_without_a_report", "list.csv", text(rows), {"goals": goals})
