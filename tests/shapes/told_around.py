"""Columns whose meaning hangs on the words around: a plan's name, a group over headings, a score beside its baseline."""

from tests.shapes.shape import Shape, book, drawn, given, line, shape, text, times


@shape
def a_plan_that_is_individual() -> Shape:
    """The name of the plan says individual; how the child is served it doesn't say."""
    rows = drawn("""
        Last Name|First Name|Person ID|Plan|Service|Date|Provider|Minutes Served
        Lind|Ada|4411|Individual Education Plan (09/03/2025 - 09/02/2026)|Occupational Therapy|10/06/2025|Finch, Orla|30
        Moss|Ben|4412|Individual Education Plan (09/10/2025 - 09/09/2026)|Speech Therapy|10/07/2025|Stern, Ivo|25
        """)
    truth = [
        given("4411", "2025-10-06", 30, student="Lind, Ada", provider="Finch, Orla"),
        given("4412", "2025-10-07", 25, "SLP", student="Moss, Ben", provider="Stern, Ivo"),
    ]
    return Shape("a_plan_that_is_individual", "log.csv", text(rows), {"sessions": truth})


@shape
def hours_here_minutes_there() -> Shape:
    """Over the headings stands what they are of: direct in hours a week by setting, consult in minutes a month."""
    rows = drawn("""
        Minutes by setting, Cedar Cooperative
        ||||Direct (hours per week)||Consult|
        Student|SSID|Building|Service|Inside Gen Ed|Outside Gen Ed|Minutes per Month|IEP Start
        Lind, Ada|4411|Basin Middle|Specialized Instruction|3.5|2||09/29/2025
        Moss, Ben|4412|Basin Middle|Occupational Therapy||0.5|15|10/20/2025
        """)
    ada = {"student": "Lind, Ada", "school": "Basin Middle", "start_date": "2025-09-29"}
    ben = {"student": "Moss, Ben", "school": "Basin Middle", "start_date": "2025-10-20"}
    truth = [
        line("4411", "SDI", 210, "week", setting="push_in", **ada),
        line("4411", "SDI", 120, "week", setting="pull_out", **ada),
        line("4412", "OT", 30, "week", setting="pull_out", **ben),
        line("4412", "OT", 15, "month", kind="indirect", **ben),
    ]
    return Shape("hours_here_minutes_there", "hours.xlsx", book({"Services": rows}), {"service_lines": truth})


@shape
def the_last_score() -> Shape:
    """A goal with its baseline, its target and the last score with its day: only the last is a measurement."""
    rows = drawn("""
        Local ID|First Name|Last Name|Goal Statement|Baseline Score|Target Score|Last Entered Score|Last Entered Score Date
        4411|Ada|Lind|Ada will write a sentence on the line|35|80|52|11/14/2025
        4412|Ben|Moss|Ben will say r in conversation|20|85|44.5|11/17/2025
        """)
    goals = [
        {"student_id": "4411", "student": "Lind, Ada", "goal_text": "Ada will write a sentence on the line", "baseline": 35,
         "target": 80},
        {"student_id": "4412", "student": "Moss, Ben", "goal_text": "Ben will say r in conversation", "baseline": 20,
         "target": 85},
    ]  # fmt: skip
    scores = [
        {"student_id": "4411", "measured_on": "2025-11-14", "value": 52},
        {"student_id": "4412", "measured_on": "2025-11-17", "value": 44.5},
    ]
    return Shape("the_last_score", "progress.csv", text(rows), {"goals": goals, "measurements": scores})


@shape
def integrated_or_not() -> Shape:
    """A flag for regular education: no is outside of it; the days are as they are projected."""
    rows = drawn("""
        STUDENT_UID|SERVICE_CD|MINUTES_PER_SESSION|FREQUENCY|INTEGRATED_IN_REG_ED_FLG|PROJECTED_START|PROJECTED_END
        4411|OT|30|2 times per week|N|20250818|20260522
        4412|PT|20|1 time per week|Y|20250818|20260522
        """)
    term = {"start_date": "2025-08-18", "end_date": "2026-05-22"}
    truth = [
        line("4411", "OT", 60, "week", setting="pull_out", **times(2, 30), **term),
        line("4412", "PT", 20, "week", setting="push_in", **times(1, 20), **term),
    ]
    return Shape("integrated_or_not", "services.txt", text(rows, "|"), {"service_lines": truth})
