"""Goals whose headings are exchanged, on their side, numbered with their objectives or with two facts in a cell; staff
with the FTE behind each name."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text

BLENDS, ZIPS, RHYMES = "says blends in short words", "Zips a coat without help", "Names two words that rhyme"
LIN, ROE = "Lin, Ada", "Roe, Cy"


def _scores(student: str, told: dict[str, float], *trials: int) -> list[Row]:
    who = {"student_id": {LIN: "40411", ROE: "40412"}[student], "student": student}
    found = [{**who, "measured_on": day, "value": one} for day, one in told.items()]
    return [{**one, "trials": of} for one, of in zip(found, trials, strict=True)] if trials else found


@shape
def goal_is_the_percent_and_target_the_words() -> Shape:
    """The goal stands under Target and what it is to reach under Goal, with the trials behind each percent; 10
    percent isn't kept with 10 trials, of which it would be all."""
    rows = drawn(f"""
        Student ID|Student|Target|Start|Goal|9/12/25|9/26/25|10/10/25
        40411|{LIN}|{BLENDS}|20% (2/10)|80%|30% (3/10)|45% (9/20)|50% (5/10)
        40412|{ROE}|{RHYMES}|0% (0/10)|90%|10% (1/10)|0% (0/10)|absent
        """)
    goals = [
        {"student_id": "40411", "student": LIN, "goal_text": BLENDS, "baseline": 20, "target": 80, "unit": "percent"},
        {"student_id": "40412", "student": ROE, "goal_text": RHYMES, "baseline": 0, "target": 90, "unit": "percent"},
    ]
    found = [
        *_scores(LIN, {"2025-09-12": 30, "2025-09-26": 45, "2025-10-10": 50}, 10, 20, 10),
        *_scores(ROE, {"2025-09-12": 10}),
        *_scores(ROE, {"2025-09-26": 0}, 10),
    ]
    name = "goal_is_the_percent_and_target_the_words"
    return Shape(name, "sounds.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def goals_on_their_side() -> Shape:
    """A column a student: the goal, its baseline and target on top, a row a day beneath; an absence is no score."""
    rows = drawn(f"""
        Student|{LIN}|{ROE}
        Student ID|40411|40412
        Goal|{ZIPS}|{RHYMES}
        Baseline|10%|0%
        Target|80%|90%
        9/12/2025|20%|0%
        9/26/2025|absent|15%
        10/10/2025|30%|20%
        """)
    goals = [
        {"student_id": "40411", "student": LIN, "goal_text": ZIPS, "baseline": 10, "target": 80, "unit": "percent"},
        {"student_id": "40412", "student": ROE, "goal_text": RHYMES, "baseline": 0, "target": 90, "unit": "percent"},
    ]
    found = [
        *_scores(LIN, {"2025-09-12": 20, "2025-10-10": 30}),
        *_scores(ROE, {"2025-09-12": 0, "2025-09-26": 15, "2025-10-10": 20}),
    ]
    return Shape("goals_on_their_side", "side.xlsx", book({"Data": rows}), {"goals": goals, "measurements": found})


@shape
def objectives_numbered_with_their_goal() -> Shape:
    """Goals and objectives by number beside their words, a letter at each report, the key at the foot."""
    rows = drawn(f"""
        Student ID|Goal/Obj #|Goal / Objective|Report 1 (11/7/2025)|Report 2 (1/30/2026)
        40411|1|{ZIPS}|L|P
        40411|1a|{RHYMES}|P|A

        A = Achieved; P = Progressing; L = Limited Progress
        """)
    told = [("1", ZIPS, "insufficient", "sufficient"), ("1a", RHYMES, "sufficient", "mastered")]
    goals = [{"student_id": "40411", "goal_id": goal, "goal_text": words} for goal, words, _, _ in told]
    found = [
        {"student_id": "40411", "goal_id": goal, "period": period, "measured_on": day, "progress_code": code}
        for goal, _, first, second in told
        for period, day, code in (("PR1", "2025-11-07", first), ("PR2", "2026-01-30", second))
    ]
    name = "objectives_numbered_with_their_goal"
    return Shape(name, "objectives.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def a_code_and_a_percent_in_a_cell() -> Shape:
    """A code of progress with the score behind it, a column a quarter; a code alone has no score."""
    rows = drawn(f"""
        M = Mastered   SP = Sufficient Progress   NI = Not Introduced
        Student ID|Goal #|Annual Goal|Target|Q1|Q2
        40411|1|{ZIPS}|80%|SP 55%|M 85%
        40412|1|{RHYMES}|90%|NI|SP 40%
        """)
    told = [
        ("40411", ZIPS, 80, ("sufficient", 55), ("mastered", 85)),
        ("40412", RHYMES, 90, ("not_introduced", None), ("sufficient", 40)),
    ]
    goals = [
        {"student_id": who, "goal_id": "1", "goal_text": words, "target": aim, "unit": "percent"}
        for who, words, aim, _, _ in told
    ]
    found: list[Row] = [
        {"student_id": who, "goal_id": "1", "period": period, "progress_code": code, "value": value}
        for who, _, _, *reports in told
        for period, (code, value) in zip(("Q1", "Q2"), reports, strict=True)
    ]
    name = "a_code_and_a_percent_in_a_cell"
    return Shape(name, "quarters.csv", text(rows), {"goals": goals, "measurements": found})


@shape
def staff_with_the_fte_behind_the_name() -> Shape:
    """Name, credential and FTE in one cell under titles of disciplines; a vacant post is nobody."""
    rows = drawn("""
        Staff ID|Name (FTE)|Buildings|Phone
        OCCUPATIONAL THERAPY
        E71|Ama Osei, OTR/L (.8)|Juniper Elementary|x101
        |VACANT (.5)|Alder Middle|
        SPEECH
        E72|Bo Vance, CCC-SLP (1.0)|Alder Middle|x102
        """)
    found = [
        {
            "provider_id": "E71",
            "provider_name": "Osei, Ama",
            "role": "OTR",
            "fte": 0.8,
            "home_school": "Juniper Elementary",
        },
        {"provider_id": "E72", "provider_name": "Vance, Bo", "role": "SLP", "fte": 1.0, "home_school": "Alder Middle"},
    ]
    return Shape("staff_with_the_fte_behind_the_name", "who.xlsx", book({"Staff": rows}), {"providers": found})
