"""Columns whose meaning hangs on the words around: a plan's name, a group over headings, a score beside its baseline, and
titles that say whose and where all beneath them is."""

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


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


@shape
def labels_inside_a_title() -> Shape:
    """The title tells school and therapist behind labels of its own."""
    rows = drawn("""
        Speech minutes 2025-26 – School: Fern Hollow Elementary – Therapist: Marsh, Tove|||
        Student|10/7/25|10/14/25|10/21/25
        Dorn, Ila|30 min|absent|30 min
        Esker, Max|20 min|20 min|SLP out
        """)
    on = {"service": "SLP", "school": "Fern Hollow Elementary", "provider": "Marsh, Tove"}
    truth = [
        given("Dorn, Ila", "2025-10-07", 30, **on),
        missed("Dorn, Ila", "2025-10-14", "student_absent", **on),
        given("Dorn, Ila", "2025-10-21", 30, **on),
        given("Esker, Max", "2025-10-07", 20, **on),
        given("Esker, Max", "2025-10-14", 20, **on),
        missed("Esker, Max", "2025-10-21", "provider_absent", **on),
    ]
    return Shape("labels_inside_a_title", "log 1.csv", text(rows), {"sessions": truth})


@shape
def a_title_over_all_weeks() -> Shape:
    """What the sheet's title says of the school holds for each week's own grid beneath."""
    rows = drawn("""
        OT Log - Fern Hollow Elementary|||

        Week of 11/3/2025
        Student|Mon 11/3|Wed 11/5|Fri 11/7
        Dorn, Ila|30|30|
        Esker, Max|20|absent|20

        Week of 11/10/2025
        Student|Mon 11/10|Wed 11/12|Fri 11/14
        Dorn, Ila|30||30
        Esker, Max||25|
        """)
    on = {"school": "Fern Hollow Elementary"}
    truth = [
        given("Dorn, Ila", "2025-11-03", 30, **on),
        given("Dorn, Ila", "2025-11-05", 30, **on),
        given("Esker, Max", "2025-11-03", 20, **on),
        missed("Esker, Max", "2025-11-05", "student_absent", **on),
        given("Esker, Max", "2025-11-07", 20, **on),
        given("Dorn, Ila", "2025-11-10", 30, **on),
        given("Dorn, Ila", "2025-11-14", 30, **on),
        given("Esker, Max", "2025-11-12", 25, **on),
    ]
    return Shape("a_title_over_all_weeks", "november.csv", text(rows), {"sessions": truth})


@shape
def a_title_for_each_school() -> Shape:
    """A title that names another school takes the first one's place, for the records beneath it alone."""
    rows = drawn("""
        OT Log - Fern Hollow Elementary|||
        Week of 11/3/2025|||
        Student|Date|Min|Attendance
        Dorn, Ila|11/3/2025|30|Present
        Esker, Max|11/5/2025|20|Present

        OT Log - Birch Middle School|||
        Week of 11/10/2025|||
        Student|Date|Min|Attendance
        Gore, Una|11/12/2025|25|Present
        """)
    truth = [
        given("Dorn, Ila", "2025-11-03", 30, school="Fern Hollow Elementary"),
        given("Esker, Max", "2025-11-05", 20, school="Fern Hollow Elementary"),
        given("Gore, Una", "2025-11-12", 25, school="Birch Middle School"),
    ]
    return Shape("a_title_for_each_school", "fall.csv", text(rows), {"sessions": truth})


@shape
def a_school_right_above_its_grid() -> Shape:
    """A school that stands right above its own grid isn't that of the next grid, which has a title of its own."""
    rows = drawn("""
        Occupational therapy - November 2025|||

        Fern Hollow Elementary
        Student|11/3|11/5|11/7
        Dorn, Ila|30|30|

        Homebound
        Student|11/4|11/6|11/8
        Gore, Una|30|45|
        """)
    on = {"school": "Fern Hollow Elementary"}
    truth = [
        given("Dorn, Ila", "2025-11-03", 30, **on),
        given("Dorn, Ila", "2025-11-05", 30, **on),
        given("Gore, Una", "2025-11-04", 30),
        given("Gore, Una", "2025-11-06", 45),
    ]
    return Shape("a_school_right_above_its_grid", "by place.csv", text(rows), {"sessions": truth})


@shape
def blocks_of_two_therapists() -> Shape:
    """A block a service, its title names who treated, with what stands in it in another order; the last names nobody."""
    rows = [
        ["Visits of the week of 12/1/2025 - Valley Cooperative"],
        ["Speech | Mrs. Odile Brook"],
        ["Day", "Pupil", "Min"],
        ["12/1/2025", "Abbot, Lise", 30],
        ["12/2/2025", "Ordway, Finn", 20],
        ["OT | Mr. Per Field"],
        ["Pupil", "Day", "Min"],
        ["Abbot, Lise", "12/3/2025", 45],
        ["Cade, Una", "12/3/2025", 30],
        ["PT"],
        ["Pupil", "Min", "Day"],
        ["Cade, Una", 30, "12/4/2025"],
        ["Ordway, Finn", 30, "12/5/2025"],
    ]
    speech, ot = {"provider": "Brook, Odile"}, {"provider": "Field, Per"}
    truth = [
        given("Abbot, Lise", "2025-12-01", 30, "SLP", **speech), given("Ordway, Finn", "2025-12-02", 20, "SLP", **speech),
        given("Abbot, Lise", "2025-12-03", 45, **ot), given("Cade, Una", "2025-12-03", 30, **ot),
        given("Cade, Una", "2025-12-04", 30, "PT"), given("Ordway, Finn", "2025-12-05", 30, "PT"),
    ]  # fmt: skip
    return Shape("blocks_of_two_therapists", "visits.xlsx", book({"Week": rows}), {"sessions": truth})
