"""Goals that are numbered in one place and measured in another, with a column a week or a month, or filled into a form."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text

ADA, BEN, CLEO = "Quill, Ada", "Rowan, Ben", "Stark, Cleo"
HOPS, STAIRS, GRIP = "Ada will hop on one foot", "Ada will climb the stairs alone", "Ben will hold a pencil in a tripod"
PACKS, READS = "Ben will pack his bag at noon", "Cleo will read a page aloud"


def _goal(student: str, goal: str, baseline: float | None = None, target: float | None = None, **more: object) -> Row:
    return {"student": student, "goal_text": goal, "baseline": baseline, "target": target, **more}


def _score(student: str, day: str | None, value: float | None, **more: object) -> Row:
    return {"student": student, "measured_on": day, "value": value, **more}


@shape
def a_tab_a_trimester() -> Shape:
    """A title beside a school year is no student with an id; the tab and the title tell the period; NA is in the key."""
    heads, key = (
        "Student|ID|Goal #|Goal|Mark|Data",
        "\nNA = Not achieved\nSAT = Progressing satisfactorily\nM = Mastered\n",
    )
    tabs = {
        f"T{number}": drawn(f"Goal Progress Report - Trimester {number}    2025-26\n{heads}\n{rows}\n{key}")
        for number, rows in (
            (1, f"{ADA}|4410|1|{HOPS}|SAT|40%\n{BEN}|4411|1|{GRIP}|NA|15%"),
            (2, f"{ADA}|4410|1|{HOPS}|M|90%\n{BEN}|4411|1|{GRIP}|SAT|35%"),
        )
    }  # fmt: skip
    goals = [
        _goal(ADA, HOPS, goal_id="1", student_id="4410"), _goal(BEN, GRIP, goal_id="1", student_id="4411"),
    ]  # fmt: skip
    found = [
        _score(ADA, None, 40, progress_code="sufficient", period="T1", student_id="4410"),
        _score(BEN, None, 15, progress_code="no_progress", period="T1", student_id="4411"),
        _score(ADA, None, 90, progress_code="mastered", period="T2", student_id="4410"),
        _score(BEN, None, 35, progress_code="sufficient", period="T2", student_id="4411"),
    ]
    return Shape("a_tab_a_trimester", "progress.xlsx", book(tabs), {"goals": goals, "measurements": found})


@shape
def goals_above_their_scores() -> Shape:
    """A tab a child: the goals by number with their words under a heading of no field, the scores beneath by number."""
    first = drawn(f"""
        Student:|{ADA}
        PT:|Hugo Lund, PT, DPT

        Objective|Working on|Now|Aim
        1|{HOPS}|2 times|10 times
        2|{STAIRS}|3 steps|12 steps

        Date|Obj 1|Obj 2
        9/12/2025|3|4
        9/26/2025|5|
        """)
    second = drawn(f"""
        Student:|{BEN}
        PT:|Hugo Lund, PT, DPT

        Objective|Working on|Now|Aim
        1|{GRIP}|10%|80%
        2|{PACKS}|20%|90%

        Date|Obj 1|Obj 2
        9/15/2025|15|25
        """)
    goals = [
        _goal(ADA, HOPS, 2, 10, goal_id="1", unit="time", service="PT"),
        _goal(ADA, STAIRS, 3, 12, goal_id="2", unit="step", service="PT"),
        _goal(BEN, GRIP, 10, 80, goal_id="1", unit="percent", service="PT"),
        _goal(BEN, PACKS, 20, 90, goal_id="2", unit="percent", service="PT"),
    ]
    found = [
        _score(ADA, "2025-09-12", 3, goal_id="1"), _score(ADA, "2025-09-12", 4, goal_id="2"),
        _score(ADA, "2025-09-26", 5, goal_id="1"), _score(BEN, "2025-09-15", 15, goal_id="1"),
        _score(BEN, "2025-09-15", 25, goal_id="2"),
    ]  # fmt: skip
    return Shape(
        "goals_above_their_scores",
        "pt.xlsx",
        book({"Ada": first, "Ben": second}),
        {"goals": goals, "measurements": found},
    )


@shape
def goals_with_their_state() -> Shape:
    """A system's goals: the state of each is no progress of it, and the description is the goal."""
    rows = drawn(f"""
        goal_key|student_no|student_name|description|baseline_score|target_score|goal_state|begin_date|goal_end_date|modified_on
        G-7|880|{ADA}|{HOPS}|0|10|active|2025-09-08T00:00:00Z|2026-09-07T00:00:00Z|2025-10-01T08:00:00Z
        G-8|881|{BEN}|{GRIP}|15|80|not yet begun|2025-10-06T00:00:00Z|2026-10-05T00:00:00Z|2025-10-02T09:00:00Z
        """.replace("goal_state", "status").replace("goal_key", "goal_id").replace("student_no", "student_id"))  # fmt: skip
    goals = [
        _goal(ADA, HOPS, 0, 10, goal_id="G-7", student_id="880", start_date="2025-09-08", due_date="2026-09-07"),
        _goal(BEN, GRIP, 15, 80, goal_id="G-8", student_id="881", start_date="2025-10-06", due_date="2026-10-05"),
    ]
    return Shape("goals_with_their_state", "goals.csv", text(rows), {"goals": goals})


@shape
def scores_a_month() -> Shape:
    """A column a month under a school year: each score is of the month's last day; a goal may have none yet."""
    rows = drawn(f"""
        Percent of trials, by month, 2025-26
        Student|Goal|Baseline|Target|Oct|Nov|Dec|Jan|Average
        {ADA}|{HOPS}|20|80|25|n/a|40|55|40
        {BEN}|{GRIP}|10|75|||||
        """)
    goals = [_goal(ADA, HOPS, 20, 80, service="SLP"), _goal(BEN, GRIP, 10, 75, service="SLP")]
    found = [_score(ADA, "2025-10-31", 25), _score(ADA, "2025-12-31", 40), _score(ADA, "2026-01-31", 55)]
    return Shape("scores_a_month", "speech.xlsx", book({"Averages": rows}), {"goals": goals, "measurements": found})


@shape
def scores_a_week() -> Shape:
    """A column a week: a score is of the day that the heading tells; an absence is none, 0 % is one."""
    rows = drawn(f"""
        Student|Student #|IEP Goal|Present Level (%)|Criterion (%)|Week of 10/6/25|Week of 10/13/25|Week of 10/20/25
        {ADA}|4410|{HOPS}|0|60|0%|absent|10%
        {BEN}|4411|{GRIP}|30|80|35%|no data|
        """)
    goals = [
        _goal(ADA, HOPS, 0, 60, student_id="4410", unit="percent"),
        _goal(BEN, GRIP, 30, 80, student_id="4411", unit="percent"),
    ]
    found = [
        _score(ADA, "2025-10-06", 0, student_id="4410"), _score(ADA, "2025-10-20", 10, student_id="4410"),
        _score(BEN, "2025-10-06", 35, student_id="4411"),
    ]  # fmt: skip
    return Shape("scores_a_week", "fall.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def minutes_a_week_are_no_scores() -> Shape:
    """Beside goals without a measure, bare numbers a week may as well be minutes: they are left out, never scores."""
    rows = drawn(f"""
        Student|Goal|Week of 10/6/25|Week of 10/13/25
        {ADA}|{HOPS}|30|30
        {BEN}|{GRIP}|30|0
        """)
    goals = [_goal(ADA, HOPS), _goal(BEN, GRIP)]
    return Shape("minutes_a_week_are_no_scores", "weeks.csv", text(rows), {"goals": goals, "measurements": []})


@shape
def from_now_to_aim() -> Shape:
    """Baseline and target in one cell, in rates, trials and units, one of them in the singular."""
    rows = drawn(f"""
        Student|Goal|Now → Goal
        {ADA}|{HOPS}|8x/day → 1x/day
        {ADA}|{STAIRS}|1 of 5 steps → 4 of 5 steps
        {BEN}|{PACKS}|5 reminders → 1 reminder
        {CLEO}|{READS}|40 → 90 wpm
        """)
    goals = [
        _goal(ADA, HOPS, 8, 1, unit="times per day"), _goal(ADA, STAIRS, 1, 4, trials=5, unit="trials"),
        _goal(BEN, PACKS, 5, 1, unit="reminder"), _goal(CLEO, READS, 40, 90, unit="wpm"),
    ]  # fmt: skip
    return Shape("from_now_to_aim", "caseload.xlsx", book({"Goals": rows}), {"goals": goals})


@shape
def filled_in_goals() -> Shape:
    """A state's form: which way, what, from which level to which, by when; with how much stands under With elsewhere."""
    rows = drawn(f"""
        Annual goals - Lark Valley Coop

        Student|The student will|Skill|From a level of|To a level of|By
        {ADA}|increase|{HOPS}|1 of 5 tries|4 of 5 tries|2/5/2026
        {BEN}|reduce|{PACKS}|9 reminders|2 reminders|4/22/2026

        Student|Goal|With|By|Date written
        {CLEO}|{READS}|80% accuracy|11/19/2026|11/20/2025
        """)
    goals = [
        _goal(ADA, HOPS, 1, 4, direction="up", due_date="2026-02-05", trials=5, unit="trials"),
        _goal(BEN, PACKS, 9, 2, direction="down", due_date="2026-04-22", unit="reminder"),
        _goal(CLEO, READS, None, 80, unit="percent", due_date="2026-11-19", start_date="2025-11-20"),
    ]
    return Shape("filled_in_goals", "goals.xlsx", book({"Goals": rows}), {"goals": goals})


@shape
def objectives_by_number() -> Shape:
    """A goal's objectives have scores and aims of their own: each is called by both numbers."""
    rows = drawn("""
        StudentID|GoalNo|ObjNo|Area|ObjectiveText|Criteria|9/30/25|10/31/25
        11203|1|1|Self Care|Kai will zip up a coat|80%|40%|55%
        11203|1|2|Self Care|Kai will button five buttons|4/5|1/5|2/5
        11288|2|1|Self Care|Lu will tie both shoes|100%|20%|
        """)
    told = [
        ("11203", "1.1", "Kai will zip up a coat", 80, None, (40, 55)),
        ("11203", "1.2", "Kai will button five buttons", 4, 5, (1, 2)),
        ("11288", "2.1", "Lu will tie both shoes", 100, None, (20,)),
    ]
    goals: list[Row] = []
    scores: list[Row] = []
    for student, goal, words, aim, trials, values in told:
        who: Row = {"student_id": student, "goal_id": goal}
        of = {"unit": "trials", "trials": trials} if trials else {"unit": "percent"}
        goals.append(who | of | {"goal_text": words, "area": "self_care", "target": aim})
        of = {"trials": trials} if trials else {}
        scores += [
            who | of | {"value": value, "measured_on": day}
            for value, day in zip(values, ("2025-09-30", "2025-10-31"), strict=False)
        ]
    truth = {"goals": goals, "measurements": scores}
    return Shape("objectives_by_number", "objectives.csv", text(rows), truth)


@shape
def goals_with_one_objective_each() -> Shape:
    """Where each goal has one objective, its own number calls it."""
    rows = drawn("""
        Student ID|Goal Number|Objective Number|Date|Score
        11203|1|1|9/30/2025|40%
        11203|2|1|9/30/2025|20%
        """)
    truth = [
        {"student_id": "11203", "goal_id": goal, "measured_on": "2025-09-30", "value": value}
        for goal, value in (("1", 40), ("2", 20))
    ]
    return Shape("goals_with_one_objective_each", "scores.csv", text(rows), {"measurements": truth})
