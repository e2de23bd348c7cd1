"""Trials mark by mark beside their counts, amounts from the least to the most, awards without a number."""

from tests.shapes.shape import Row, Shape, book, drawn, line, shape, text, times


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


@shape
def from_the_least_to_the_most() -> Shape:
    """Sessions and the minutes of each from the least to the most, a column an end: the least of both obliges."""
    rows = drawn("""
        Pupil|Pupil ID|Service|Min Sessions|Max Sessions|Min Minutes Each|Max Minutes Each|Per|From|Until
        Osei, Ama|61102|Speech Therapy|2|3|25|30|Week|8/25/2025|6/5/2026
        Ruiz, Teo|61103|Occupational Therapy|1|1|30|45|Month|8/25/2025|6/5/2026
        Sato, Kei|61104|Counseling|1|2|20|20|Week|9/8/2025|6/5/2026
        """)
    end = {"end_date": "2026-06-05"}
    truth = [
        line("61102", "SLP", 50, "week", student="Osei, Ama", start_date="2025-08-25", **times(2, 25), **end),
        line("61103", "OT", 30, "month", student="Ruiz, Teo", start_date="2025-08-25", **times(1, 30), **end),
        line("61104", "COUNSELING", 20, "week", student="Sato, Kei", start_date="2025-09-08", **times(1, 20), **end),
    ]
    return Shape("from_the_least_to_the_most", "counts.csv", text(rows), {"service_lines": truth})


@shape
def hours_from_to() -> Shape:
    """Ranges of hours, by their heading and in words: one or two hours oblige 60 minutes, never 1."""
    rows = drawn("""
        Pupil ID|Service|Hours per Month|Note
        61111|Occupational Therapy|1-2|
        61112|Physical Therapy|1.5 to 2|
        61113|Speech Therapy|3|
        """)
    words = drawn("""
        Pupil ID|Service|Frequency
        61114|Occupational Therapy|2-3 hours per month
        61115|Speech Therapy|12 hours over the course of the school year
        61116|Physical Therapy|30 min on alternate weeks
        """)
    told = [("61111", "OT", 60, "month"), ("61112", "PT", 90, "month"), ("61113", "SLP", 180, "month"),
            ("61114", "OT", 120, "month"), ("61115", "SLP", 720, "year"), ("61116", "PT", 30, "weeks:2")]  # fmt: skip
    data = book({"By hours": rows, "In words": words})
    return Shape("hours_from_to", "hours.xlsx", data, {"service_lines": [line(*one) for one in told]})


@shape
def awarded_served_and_left() -> Shape:
    """Compensatory hours awarded, served and left, without a number: awards, and no session, since no day is told."""
    rows = drawn("""
        Compensatory Education 2025-26
        Student|ID|Therapy|Hours Awarded|Date of Agreement|Hours Served|Hours Left
        Ito, Mai|61120|Occupational Therapy|6|9/26/2025|1.5|4.5
        Ito, Mai|61120|Speech Therapy|4|9/26/2025|0|4
        Lund, Per|61121|Occupational Therapy|2.5|10/3/2025|2.5|0
        """)
    told = (("61120", "OT", 360, "2025-09-26"), ("61120", "SLP", 240, "2025-09-26"), ("61121", "OT", 150, "2025-10-03"))
    names = {"61120": "Ito, Mai", "61121": "Lund, Per"}
    truth: list[Row] = [
        {"student_id": who, "student": names[who], "service": service, "minutes": minutes, "awarded_on": day}
        for who, service, minutes, day in told
    ]
    return Shape("awarded_served_and_left", "comp.csv", text(rows), {"awards": truth})


@shape
def a_total_of_what_is_inside_and_outside() -> Shape:
    """Minutes a week in all, inside and outside of general education: the total is their sum and no third amount."""
    rows = drawn("""
        Pupil ID|Service|All Wkly Total Min|Gen Ed Classroom Wkly Min|Outside Gen Ed Wkly Min|Begins|Ends
        61131|Specially Designed Instruction|225|75|150|8/25/2025|6/5/2026
        61131|Occupational Therapy|30||30|8/25/2025|6/5/2026
        61132|Speech Therapy|60|20|40|9/8/2025|6/5/2026
        """)
    told = (("61131", "SDI", 75, "push_in"), ("61131", "SDI", 150, "pull_out"), ("61131", "OT", 30, "pull_out"),
            ("61132", "SLP", 20, "push_in"), ("61132", "SLP", 40, "pull_out"))  # fmt: skip
    starts = {"61131": "2025-08-25", "61132": "2025-09-08"}
    truth = [
        line(who, service, minutes, "week", setting=setting, start_date=starts[who], end_date="2026-06-05")
        for who, service, minutes, setting in told
    ]
    return Shape("a_total_of_what_is_inside_and_outside", "grid.csv", text(rows), {"service_lines": truth})
