"""Trials mark by mark beside their counts, amounts from the least to the most, awards without a number."""

from tests.shapes.shape import Row, Shape, drawn, shape, text


@shape
def marks_beside_their_counts() -> Shape:
    """A column a trial, how many were right and how many there were: one fact, and no percent of it. 3 are marked where 2
    are counted on the last day, which is so isn't told."""
    rows = drawn("""
        Pupil ID|Objective No.|Probe Date|T1|T2|T3|T4|T5|T6|Total Correct|Total Trials
        61044|B2|10/7/2025|+|+|-|+|-|+|4|6
        61044|B2|10/21/2025|+|-|-|+|+|+|4|6
        61050|C1|10/7/2025|-|-|+|-|-|-|1|6
        61050|C1|10/21/2025|-|+|+|-|+|-|2|6
        """)
    told = (("61044", "B2", "2025-10-07", 4), ("61044", "B2", "2025-10-21", 4), ("61050", "C1", "2025-10-07", 1))
    truth: list[Row] = [
        {"student_id": who, "goal_id": goal, "measured_on": day, "value": right, "trials": 6}
        for who, goal, day, right in told
    ]
    held = {"measurements": {"rejected": [5]}}
    return Shape("marks_beside_their_counts", "probe sheet.csv", text(rows), {"measurements": truth}, held)


@shape
def counts_beside_goals_of_both_kinds() -> Shape:
    """How many were right of how many, beside a goal in percent and one in trials: each in the unit of its goal."""
    rows = drawn("""
        Pupil ID|Goal #|Annual Goal|Target|Date|# Correct|# Opportunities
        61061|1|Buttons a shirt|75%|10/2/2025|4|8
        61061|1|Buttons a shirt|75%|10/16/2025|5|8
        61061|2|Copies a diamond|6/8 trials|10/2/2025|2|8
        61061|2|Copies a diamond|6/8 trials|10/16/2025|6|8
        """)
    goals: list[Row] = [
        {"student_id": "61061", "goal_id": "1", "goal_text": "Buttons a shirt", "target": 75, "unit": "percent"},
        {
            "student_id": "61061",
            "goal_id": "2",
            "goal_text": "Copies a diamond",
            "target": 6,
            "unit": "trials",
            "trials": 8,
        },
    ]
    told = (("1", "2025-10-02", 50), ("1", "2025-10-16", 62.5), ("2", "2025-10-02", 2), ("2", "2025-10-16", 6))
    scores: list[Row] = [
        {"student_id": "61061", "goal_id": goal, "measured_on": day, "value": value, "trials": 8}
        for goal, day, value in told
    ]
    truth = {"goals": goals, "measurements": scores}
    return Shape("counts_beside_goals_of_both_kinds", "goal data.csv", text(rows), truth)
