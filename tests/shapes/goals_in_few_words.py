"""Goals and progress told in plain words, in a cell's data points, by ticks, under days and between bands."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text

PAT, SOL, REY = "Orr, Pat", "Diaz, Sol", "Kim, Rey"
SNAPS, LISTS, WALKS, HANDS = (
    "fasten four snaps in a row", "list three steps of a task", "walk to the gym with the class",
    "wash hands when the bell rings",
)  # fmt: skip


def _goal(student: str, words: str, **more: Row | str | float | None) -> Row:
    return {"student": student, "goal_text": words, **more}


@shape
def goals_as_a_sentence() -> Shape:
    """The headings make a sentence: the student will ... from ... to ... by."""
    rows = drawn(f"""
        Goals, room 4
        Name|The student will|From|To|By when
        {PAT}|{SNAPS}|1 snap|4 snaps|3/6/2026
        {SOL}|{LISTS}|25%|75%|3/20/2026
        {SOL}|{WALKS}|6 prompts|1 prompt|5/1/2026
        """)
    goals = [
        _goal(PAT, SNAPS, baseline=1, target=4, unit="snap", due_date="2026-03-06"),
        _goal(SOL, LISTS, baseline=25, target=75, unit="percent", due_date="2026-03-20"),
        _goal(SOL, WALKS, baseline=6, target=1, unit="prompt", due_date="2026-05-01"),
    ]
    return Shape("goals_as_a_sentence", "room4.csv", text(rows), {"goals": goals})


@shape
def headings_with_instructions() -> Shape:
    """A form's headings, each with the sentence that explains it on the next line."""
    rows = [
        ["Student", "Measurable Goal\nWhat the child is expected to do in a year", "Baseline\nDescribe where the child is now",
         "Mastery\nState how well it must be done"],
        [PAT, SNAPS, "10%", "80%"],
        [REY, HANDS, "30%", "90%"],
    ]  # fmt: skip
    goals = [
        _goal(PAT, SNAPS, baseline=10, target=80, unit="percent"),
        _goal(REY, HANDS, baseline=30, target=90, unit="percent"),
    ]
    return Shape("headings_with_instructions", "form.xlsx", book({"Sheet1": rows}), {"goals": goals})


@shape
def a_tab_each_discipline() -> Shape:
    """Tabs of disciplines name the goals' service; what is there at present is the baseline."""
    head = ["Student", "Goal", "Now", "Criteria", "Deadline"]
    pages = {
        "OT": [head, [PAT, SNAPS, "20%", "80%", "2/27/2026"]],
        "Physical Therapy": [head, [SOL, WALKS, "35%", "85%", "4/3/2026"]],
    }
    goals = [
        _goal(PAT, SNAPS, service="OT", baseline=20, target=80, unit="percent", due_date="2026-02-27"),
        _goal(SOL, WALKS, service="PT", baseline=35, target=85, unit="percent", due_date="2026-04-03"),
    ]
    return Shape("a_tab_each_discipline", "annual goals.xlsx", book(pages), {"goals": goals})


def _report(student: str, code: str, day: str | None = None, **more: str) -> Row:
    return {"student": student, "progress_code": code} | ({"measured_on": day} if day else {}) | more


@shape
def progress_is_the_column_that_is_ticked() -> Shape:
    """A tick under one of four headings is the code; one of them has none."""
    rows = drawn(f"""
        Student|Measurable Annual Goal|Date of Report|Mastered|Sufficient Progress|Limited Progress|No Progress
        {PAT}|{SNAPS}|11/7/2025||x||
        {SOL}|{LISTS}|11/7/2025|||x|
        {PAT}|{SNAPS}|1/30/2026|x|||
        """)
    found = [
        _report(PAT, "sufficient", "2025-11-07"), _report(SOL, "insufficient", "2025-11-07"),
        _report(PAT, "mastered", "2026-01-30"),
    ]  # fmt: skip
    goals = [_goal(PAT, SNAPS), _goal(SOL, LISTS)]
    name = "progress_is_the_column_that_is_ticked"
    return Shape(name, "reports.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def progress_between_quarters() -> Shape:
    """The grading period stands in the bands only; the same words in two of them are two reports."""
    rows = drawn(f"""
        Progress toward annual goals
        Student|Annual Goal|Progress
        Quarter 1 - ended 10/31/2025
        {PAT}|{SNAPS}|Progressing
        {REY}|{HANDS}|Progressing
        Quarter 2 - ended 1/23/2026
        {PAT}|{SNAPS}|Progressing
        {REY}|{HANDS}|Mastered
        """)
    found = [
        _report(PAT, "sufficient", period="Q1"), _report(REY, "sufficient", period="Q1"),
        _report(PAT, "sufficient", period="Q2"), _report(REY, "mastered", period="Q2"),
    ]  # fmt: skip
    truth = {"goals": [_goal(PAT, SNAPS), _goal(REY, HANDS)], "measurements": found}
    return Shape("progress_between_quarters", "quarters.xlsx", book({"All": rows}), truth)


@shape
def codes_under_report_days() -> Shape:
    """A column a report, signs in the cells, the key beneath; a dash is a code by it, and the goals are numbered."""
    rows = drawn(f"""
        Student: {PAT}
        #|Annual Goal|Oct 24, 2025|Jan 16, 2026
        1|{SNAPS}|-|+
        2|{LISTS}|O|-

        + = Goal achieved
        - = Insufficient progress
        O = Not introduced
        """)
    found = [
        _report(PAT, "insufficient", "2025-10-24", goal_id="1"), _report(PAT, "mastered", "2026-01-16", goal_id="1"),
        _report(PAT, "not_introduced", "2025-10-24", goal_id="2"),
        _report(PAT, "insufficient", "2026-01-16", goal_id="2"),
    ]  # fmt: skip
    goals = [_goal(PAT, SNAPS, goal_id="1"), _goal(PAT, LISTS, goal_id="2")]
    return Shape("codes_under_report_days", "pat.xlsx", book({"Orr": rows}), {"goals": goals, "measurements": found})


def _score(student: str, day: str, value: float, **more: float) -> Row:
    return {"student": student, "measured_on": day, "value": value, **more}


@shape
def data_points_behind_their_goal() -> Shape:
    """Each cell lists scores with their days, the day behind the score; one goal has none yet."""
    rows = drawn(f"""
        Student|Goal|Baseline|Target|Progress monitoring
        {PAT}|{SNAPS}|10%|80%|15% (9/19/25), 20% (10/3/25), 30% (10/17/25)
        {SOL}|{LISTS}|20%|75%|40% (10/3/25)
        {REY}|{HANDS}|30%|90%|
        """)
    goals = [
        _goal(PAT, SNAPS, baseline=10, target=80, unit="percent"), _goal(SOL, LISTS, baseline=20, target=75, unit="percent"),
        _goal(REY, HANDS, baseline=30, target=90, unit="percent"),
    ]  # fmt: skip
    found = [
        _score(PAT, "2025-09-19", 15), _score(PAT, "2025-10-03", 20), _score(PAT, "2025-10-17", 30),
        _score(SOL, "2025-10-03", 40),
    ]  # fmt: skip
    return Shape("data_points_behind_their_goal", "points.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def goal_data_asked_for() -> Shape:
    """A form's questions: the day of the data isn't the day of the answer."""
    rows = drawn(f"""
        Timestamp|Student|Which goal did you work on?|What day was the data collected?|Percent correct|How many trials?
        10/6/2025 14:12:00|{PAT}|{SNAPS}|10/3/2025|40%|10
        10/8/2025 9:01:00|{SOL}|{LISTS}|10/7/2025|75%|4
        """)
    found = [_score(PAT, "2025-10-03", 40, trials=10), _score(SOL, "2025-10-07", 75, trials=4)]
    truth = {"goals": [_goal(PAT, SNAPS), _goal(SOL, LISTS)], "measurements": found}
    return Shape("goal_data_asked_for", "answers.csv", text(rows), truth)


@shape
def goals_as_the_rest_of_a_sentence() -> Shape:
    """The heading begins each goal, in which things stand with and between them; the next IEP ends it."""
    rows = drawn(f"""
        By June the student will|Student|First Day|Next annual|Baseline|Goal|Consecutive data points
        put on shoes and tie them|{PAT}|9/8/2025|9/7/2026|5|9|3
        fold a towel and stack it|{SOL}|10/6/2025|10/5/2026|14|2|2
        """)
    goals = [
        _goal(PAT, "put on shoes and tie them", baseline=5, target=9, start_date="2025-09-08", due_date="2026-09-07",
              consecutive_required=3),
        _goal(SOL, "fold a towel and stack it", baseline=14, target=2, start_date="2025-10-06", due_date="2026-10-05",
              consecutive_required=2),
    ]  # fmt: skip
    return Shape("goals_as_the_rest_of_a_sentence", "june.csv", text(rows), {"goals": goals})


@shape
def progress_by_the_day_it_was_sent() -> Shape:
    """A progress report's only day is the one on which it went home."""
    rows = drawn(f"""
        Student|Goal|Term|Progress|Date Sent Home
        {PAT}|{SNAPS}|T1|Sufficient progress|11/20/2025
        {SOL}|{LISTS}|T1|Mastered|11/21/2025
        """)
    told = [(PAT, "2025-11-20", "sufficient"), (SOL, "2025-11-21", "mastered")]
    found = [{"student": who, "measured_on": day, "progress_code": code, "period": "T1"} for who, day, code in told]
    truth = {"goals": [_goal(PAT, SNAPS), _goal(SOL, LISTS)], "measurements": found}
    return Shape("progress_by_the_day_it_was_sent", "sent.csv", text(rows), truth)


@shape
def criteria_in_columns_of_a_system() -> Shape:
    """MasteryPct is what is to be reached, beside where the goal began: BL %."""
    rows = drawn(f"""
        GoalRef|StudentNumber|GoalText|BL %|MasteryPct|ConsecutiveProbes|DueDate
        R-7|44001|{SNAPS}|25|80|3|5/29/2026
        R-8|44002|{LISTS}|40|90|4|4/17/2026
        """)
    told = [("R-7", "44001", SNAPS, 25, 80, 3, "2026-05-29"), ("R-8", "44002", LISTS, 40, 90, 4, "2026-04-17")]
    goals: list[Row] = [
        {"goal_id": ref, "student_id": who, "goal_text": words, "baseline": began, "target": aim, "unit": "percent",
         "consecutive_required": runs, "due_date": due}
        for ref, who, words, began, aim, runs, due in told
    ]  # fmt: skip
    return Shape("criteria_in_columns_of_a_system", "goals.csv", text(rows), {"goals": goals})
