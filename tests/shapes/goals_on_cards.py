"""Goals on cards, criteria in words and numbers in words, scores strung in a cell or under days in brackets."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text

ANNE, BEA, CAL = "Ames, Anne", "Bly, Bea", "Cole, Cal"
TYPES, SNACK, SWING = "type a list of ten words", "open a snack bag alone", "pump a swing five times"


def _goal(student: str, words: str, **more: Row | str | float | None) -> Row:
    return {"student": student, "goal_text": words, **more}


def _scores(student: str, *told: tuple[str, float], **more: Row | str | float) -> list[Row]:
    return [{"student": student, "measured_on": day, "value": value, **more} for day, value in told]


@shape
def goals_on_cards() -> Shape:
    """A card of labels and values a goal; the student stands above the cards of each."""
    rows = drawn(f"""
        Goals for the spring
        Pupil:|{ANNE}|Pupil No:|0771

        Annual goal:|{TYPES}
        Now:|2 of 10|Aim:|9 of 10
        Due by:|3/6/2026

        Annual goal:|{SNACK}
        Now:|20%|Aim:|90%
        Due by:|3/20/2026

        Pupil:|{BEA}|Pupil No:|0772

        Annual goal:|{SWING}
        Now:|0%|Aim:|80%
        Due by:|
        """)
    goals = [
        _goal(ANNE, TYPES, student_id="0771", baseline=2, target=9, unit="trials", trials=10, due_date="2026-03-06"),
        _goal(ANNE, SNACK, student_id="0771", baseline=20, target=90, unit="percent", due_date="2026-03-20"),
        _goal(BEA, SWING, student_id="0772", baseline=0, target=80, unit="percent"),
    ]
    return Shape("goals_on_cards", "spring.xlsx", book({"Goals": rows}), {"goals": goals})


@shape
def scores_under_days_on_cards() -> Shape:
    """Each goal a block with its days over its scores, the year above; one has a single score, one none yet."""
    rows = drawn(f"""
        Child: {CAL}
        School year 2025-26
        Goal #1|{TYPES}
        Start:|10%
        Target:|80%
        Date:|9/19|10/3|1/9
        Percent:|10%|25%|40%

        Goal #2|{SNACK}
        Start:|30%
        Target:|90%
        Date:|10/3
        Percent:|35%

        Goal #3|{SWING}
        Start:|0%
        Target:|70%
        """)
    goals = [
        _goal(CAL, TYPES, baseline=10, target=80, unit="percent"),
        _goal(CAL, SNACK, baseline=30, target=90, unit="percent"),
        _goal(CAL, SWING, baseline=0, target=70, unit="percent"),
    ]
    points = [("2025-09-19", 10), ("2025-10-03", 25), ("2026-01-09", 40), ("2025-10-03", 35)]
    truth = {"goals": goals, "measurements": _scores(CAL, *points)}
    return Shape("scores_under_days_on_cards", "data.xlsx", book({"Cal": rows}), truth)


@shape
def trials_strung_in_a_cell() -> Shape:
    """Yes and no of each trial in one cell: 3 of 4 are 75 percent; none of 4 is 0; a child who was away has no score."""
    rows = drawn(f"""
        Student|Goal|Criterion|Date|Trials (Y/N)
        {ANNE}|{SNACK}|80%|10/6/2025|Y N Y Y
        {BEA}|{SWING}|80%|10/6/2025|N N N Y N
        {ANNE}|{SNACK}|80%|10/13/2025|absent
        {ANNE}|{SNACK}|80%|10/20/2025|N N N N
        """)
    truth = {
        "goals": [_goal(who, what, target=80, unit="percent") for who, what in ((ANNE, SNACK), (BEA, SWING))],
        "measurements": [
            *_scores(ANNE, ("2025-10-06", 75), ("2025-10-20", 0), trials=4),
            *_scores(BEA, ("2025-10-06", 20), trials=5),
        ],
    }
    return Shape("trials_strung_in_a_cell", "trials.csv", text(rows), truth)


@shape
def scores_with_their_days_in_brackets() -> Shape:
    """Before and after the summer, each with its day in brackets; the baseline's day is none of a score."""
    rows = drawn(f"""
        Student|Skill / goal|Baseline (9/5/2025)|End of June (6/12/2026)|September (9/10/2026)|Recouped?
        {ANNE}|{TYPES}|20%|90%|60%|yes
        {CAL}|{SWING}|0%|50%|not tested|
        """)
    goals = [
        _goal(ANNE, TYPES, baseline=20, unit="percent"),
        _goal(CAL, SWING, baseline=0, unit="percent"),
    ]
    points = [*_scores(ANNE, ("2026-06-12", 90), ("2026-09-10", 60)), *_scores(CAL, ("2026-06-12", 50))]
    return Shape("scores_with_their_days_in_brackets", "esy.csv", text(rows), {"goals": goals, "measurements": points})


@shape
def goals_with_numbers_in_words() -> Shape:
    """Numbers in words, none at all, and a most instead of a least: those goals go down."""
    rows = drawn(f"""
        Student|Goal|Right now|By the end of the year|To be met by
        {ANNE}|{TYPES}|no words|ten words|by June 5, 2026
        {BEA}|call out in class|twelve times per day|no more than two times per day|by June 5, 2026
        {CAL}|{SNACK}|one out of five times|four out of five times|no later than 3/13/2026
        """)
    june = {"due_date": "2026-06-05"}
    goals = [
        _goal(ANNE, TYPES, baseline=0, target=10, unit="word", **june),
        _goal(BEA, "call out in class", baseline=12, target=2, unit="times per day", direction="down", **june),
        _goal(CAL, SNACK, baseline=1, target=4, unit="trials", trials=5, due_date="2026-03-13"),
    ]
    return Shape("goals_with_numbers_in_words", "room 2.csv", text(rows), {"goals": goals})


@shape
def behaviors_to_reduce() -> Shape:
    """The heading says that the target is a most: all goals go down, one of them to none at all."""
    rows = drawn(f"""
        Student|Behavior to reduce|Baseline (avg per hour)|Goal (at most, per hour)|Meet by
        {BEA}|call out in class|6.5|1|1/16/2026
        {CAL}|leave the table|3|0|2/13/2026
        """)
    goals = [
        _goal(BEA, "call out in class", baseline=6.5, target=1, direction="down", due_date="2026-01-16"),
        _goal(CAL, "leave the table", baseline=3, target=0, direction="down", due_date="2026-02-13"),
    ]
    return Shape("behaviors_to_reduce", "behavior.xlsx", book({"Goals": rows}), {"goals": goals})


@shape
def steps_of_a_scale_by_day() -> Shape:
    """Steps 0 to 3 of a scale that the sheet describes beneath: 0 is a score, ab is none, and a step is no code."""
    rows = drawn(f"""
        Student|Skill (goal)|Starting level|Target level|9/12/2025|10/10/2025|11/7/2025
        {ANNE}|{SNACK}|0|3|0|1|ab
        {CAL}|{SWING}|1|3|1|1.5|2

        0 = Not seen yet
        1 = With a lot of help
        2 = With a reminder
        3 = Every time, alone
        ab = absent
        """)
    truth = {
        "goals": [_goal(ANNE, SNACK, baseline=0, target=3), _goal(CAL, SWING, baseline=1, target=3)],
        "measurements": [
            *_scores(ANNE, ("2025-09-12", 0), ("2025-10-10", 1)),
            *_scores(CAL, ("2025-09-12", 1), ("2025-10-10", 1.5), ("2025-11-07", 2)),
        ],
    }
    return Shape("steps_of_a_scale_by_day", "rubric.xlsx", book({"Fall": rows}), truth)


@shape
def attainment_and_work_in_a_row() -> Shape:
    """The target under the level of attainment, pieces of work in a row; weeks in a row are none of them."""
    rows = drawn(f"""
        Student|Goal Ref|Objective for the Year|Baseline|Level of Attainment|IEP Date
        {ANNE}|A-1|{TYPES}|4 of 20 (20%)|90% over 3 consecutive typing samples|9/15/2025
        {ANNE}|A-2|{SNACK}|1 of 5 (20%)|5 of 5 (100%)|9/15/2025
        {CAL}|C-1|{SWING}|10%|80% for 4 consecutive weeks|10/1/2025
        """)
    percent: Row = {"unit": "percent"}
    goals = [
        _goal(ANNE, TYPES, goal_id="A-1", baseline=20, target=90, consecutive_required=3, **percent),
        _goal(ANNE, SNACK, goal_id="A-2", baseline=20, target=100, **percent),
        _goal(CAL, SWING, goal_id="C-1", baseline=10, target=80, **percent),
    ]
    return Shape("attainment_and_work_in_a_row", "goals.csv", text(rows), {"goals": goals, "measurements": []})


@shape
def season_scores_before_the_years_target() -> Shape:
    """Scores a season and what the year is to end with; a percent that is the score is nothing else of the goal."""
    rows = drawn(f"""
        Student|Measure|Fall|Winter|End of Year Target
        {ANNE}|letter names in a minute|12|25|40
        {BEA}|letter names in a minute|0||30
        """)
    reading = "letter names in a minute"
    truth = {
        "goals": [_goal(ANNE, reading, target=40), _goal(BEA, reading, target=30)],
        "measurements": [
            {"student": ANNE, "period": "Fall", "value": 12}, {"student": ANNE, "period": "Winter", "value": 25},
            {"student": BEA, "period": "Fall", "value": 0},
        ],
    }  # fmt: skip
    return Shape("season_scores_before_the_years_target", "benchmarks.csv", text(rows), truth)


@shape
def words_and_days_of_each_marking_period() -> Shape:
    """A word and its day in a pair of columns a marking period, the next pair still empty; their names stay."""
    rows = drawn(f"""
        Student|Goal #|Goal Description|MP1 Progress|MP1 Date|MP2 Progress|MP2 Date|MP3 Progress|MP3 Date
        {ANNE}|1|{TYPES}|On Track|11/7/2025|Mastered|1/30/2026||
        {CAL}|1|{SWING}|Not On Track|11/6/2025|On Track|1/30/2026||
        """)
    told = (
        (ANNE, "2025-11-07", "sufficient", "MP1"), (ANNE, "2026-01-30", "mastered", "MP2"),
        (CAL, "2025-11-06", "insufficient", "MP1"), (CAL, "2026-01-30", "sufficient", "MP2"),
    )  # fmt: skip
    truth = {
        "goals": [_goal(ANNE, TYPES, goal_id="1"), _goal(CAL, SWING, goal_id="1")],
        "measurements": [
            {"student": who, "goal_id": "1", "measured_on": day, "progress_code": code, "period": period}
            for who, day, code, period in told
        ],
    }
    return Shape("words_and_days_of_each_marking_period", "progress.csv", text(rows), truth)


@shape
def behaviors_beside_the_goal_in_numbers() -> Shape:
    """What the child does stands under Behavior and how often at most under Goal; *fewer than* is no sure number."""
    rows = drawn(f"""
        Student|Behavior|Currently|Goal|Review by
        {BEA}|calls out in class|8 times a day|no more than 2 times a day|3/6/2026
        {CAL}|leaves the rug|5 times a day|fewer than 3 times a day|3/6/2026
        """)
    day: Row = {"unit": "times a day", "due_date": "2026-03-06"}
    goals = [
        _goal(BEA, "calls out in class", baseline=8, target=2, direction="down", **day),
        _goal(CAL, "leaves the rug", baseline=5, **day),
    ]
    return Shape("behaviors_beside_the_goal_in_numbers", "counts.csv", text(rows), {"goals": goals})


@shape
def days_in_a_row_under_the_words() -> Shape:
    """Scores under words for when they were taken, their days in the next row; the goal from what to what in a cell."""
    rows = drawn(f"""
        Student|Annual Goal|Expected growth|Before break|First day back
        |||12/19/2025|1/6/2026
        {ANNE}|{TYPES}|from 20% to 80%|60%|45%
        {BEA}|{SWING}|0% -> 70%|absent|10%
        """)
    goals = [
        _goal(ANNE, TYPES, baseline=20, target=80, unit="percent"),
        _goal(BEA, SWING, baseline=0, target=70, unit="percent"),
    ]
    points = [*_scores(ANNE, ("2025-12-19", 60), ("2026-01-06", 45)), *_scores(BEA, ("2026-01-06", 10))]
    truth = {"goals": goals, "measurements": points}
    return Shape("days_in_a_row_under_the_words", "break.xlsx", book({"Data": rows}), truth)


@shape
def what_a_measure_is_to_reach() -> Shape:
    """A number under Goal beside a measure is what it is to reach, and no number of the goal."""
    rows = drawn(f"""
        Student|Measure|Fall|Winter|Goal
        {ANNE}|words read in a minute|31|44|72
        {BEA}|words read in a minute|28||60
        """)
    reading = "words read in a minute"
    points = ((ANNE, "Fall", 31), (ANNE, "Winter", 44), (BEA, "Fall", 28))
    truth = {
        "goals": [_goal(ANNE, reading, target=72), _goal(BEA, reading, target=60)],
        "measurements": [{"student": who, "period": period, "value": value} for who, period, value in points],
    }
    return Shape("what_a_measure_is_to_reach", "probes.csv", text(rows), truth)


@shape
def one_day_in_brackets_beside_the_baseline() -> Shape:
    """The middle of the year alone has a day of a score; the baseline's and the target's are none, the year stands above."""
    rows = drawn(f"""
        Mid-year review 2025-26
        Student|Goal|Baseline (9/8)|Mid-year (1/20)|Target by 6/5/2026
        {ANNE}|{TYPES}|20%|45%|80%
        {BEA}|{SWING}|10%|absent|70%
        """)
    goals = [
        _goal(ANNE, TYPES, baseline=20, target=80, unit="percent"),
        _goal(BEA, SWING, baseline=10, target=70, unit="percent"),
    ]
    truth = {"goals": goals, "measurements": _scores(ANNE, ("2026-01-20", 45))}
    return Shape("one_day_in_brackets_beside_the_baseline", "mid-year.csv", text(rows), truth)


@shape
def a_goal_in_a_line_above_its_scores() -> Shape:
    """A line a child with the grade, a line a goal that tells its number, words, baseline and target; an average is no
    score, and the next child's goals are numbered anew."""
    head = "Date|Score|Trials|By"
    rows = drawn(f"""
        Monitoring by goal
        {ANNE} (10771)     Gr. 4
        Goal 1: {TYPES}     Baseline: 20%     Target: 90%
        {head}
        11/3/2025|30%|10|Moe, Al
        12/1/2025|45%|20|Moe, Al
        Average|38%
        Goal 2: {SNACK}     Baseline: 10%     Target: 80%
        {head}
        12/1/2025|25%|4|Moe, Al
        Average|25%

        {BEA} (10772)     Gr. K
        Goal 1: {SWING}     Baseline: 0%     Target: 70%
        {head}
        11/4/2025|20%|5|Moe, Al
        """)
    told = [(ANNE, "10771", "1", TYPES, 20, 90, [("2025-11-03", 30, 10), ("2025-12-01", 45, 20)]),
            (ANNE, "10771", "2", SNACK, 10, 80, [("2025-12-01", 25, 4)]),
            (BEA, "10772", "1", SWING, 0, 70, [("2025-11-04", 20, 5)])]  # fmt: skip
    goals = [
        _goal(who, words, student_id=number, goal_id=goal, baseline=first, target=last, unit="percent")
        for who, number, goal, words, first, last, _ in told
    ]
    scores: list[Row] = [
        {"student_id": number, "goal_id": goal, "measured_on": day, "value": value, "trials": trials}
        for _, number, goal, *_, taken in told
        for day, value, trials in taken
    ]
    truth = {"goals": goals, "measurements": scores}
    return Shape("a_goal_in_a_line_above_its_scores", "monitoring.xlsx", book({"By goal": rows}), truth)


@shape
def periods_under_each_child() -> Shape:
    """A card a child with nothing but the goal and a column a marking period with its day, the goal last; codes by a key
    below."""
    head = "MP1 (11/14/25)|MP2 (1/30/26)|MP3 (4/10/26)|Measurable Annual Goal"
    rows = drawn(f"""
        Hill County Cooperative
        Name: Rask, Viggo||Student #: 2204
        {head}
        P|P|M|Viggo will say /r/ in words
        NI|P||Viggo will answer wh- questions

        Name: Sandoval, Inez||Student #: 2231
        {head}
        P|NP|P|Inez will tell three events

        Key: P = Sufficient progress, NP = No progress, NI = Not introduced, M = Mastered
        """)
    said = {"P": "sufficient", "NP": "no_progress", "NI": "not_introduced", "M": "mastered"}
    days = {"MP1": "2025-11-14", "MP2": "2026-01-30", "MP3": "2026-04-10"}
    goals, marks = [], []
    for number, row in (("2204", rows[3]), ("2204", rows[4]), ("2231", rows[8])):
        who = {"student_id": number, "student": {"2204": "Rask, Viggo", "2231": "Sandoval, Inez"}[number]}
        goals.append({**who, "goal_text": row[3]})
        told = zip(days.items(), row, strict=False)
        marks += [
            {**who, "period": period, "measured_on": day, "progress_code": said[mark]}
            for (period, day), mark in told
            if mark
        ]
    return Shape("periods_under_each_child", "cards.csv", text(rows), {"goals": goals, "measurements": marks})


@shape
def quarters_under_each_child() -> Shape:
    """A table a child of percents by quarter under bare headings, with the child named above each."""
    rows = drawn("""
        Student: Okoye, Ben||ID: 3301
        Goal|Q1|Q2|Q3|Q4
        Say /s/ in phrases|45%|60%||
        Follow two steps|30%|40%|55%|

        Student: Lund, Ida||ID: 3350
        Goal|Q1|Q2|Q3|Q4
        Tell three events|50%||70%|
        """)
    goals, found = [], []
    for number, name, row in (
        ("3301", "Okoye, Ben", rows[2]), ("3301", "Okoye, Ben", rows[3]), ("3350", "Lund, Ida", rows[7])
    ):  # fmt: skip
        who = {"student_id": number, "student": name}
        goals.append({**who, "goal_text": row[0]})
        found += [
            {**who, "period": f"Q{at}", "value": float(cell.strip("%"))} for at, cell in enumerate(row) if at and cell
        ]
    return Shape("quarters_under_each_child", "report.csv", text(rows), {"goals": goals, "measurements": found})
