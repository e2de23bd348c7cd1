"""Codes beside their words, units beside their numbers, counts beside lines, weeks over days."""

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def coded_lines() -> Shape:
    """A state's extract: each service as a code and in words, each amount as a number and its unit's letter."""
    rows = drawn("""
        CHILD_ID|CHILD_LNAME|CHILD_FNAME|SERV_CODE|SERV_DESC|BEGIN_DT|END_DT|FREQ_QTY|FREQ_UNIT|DURATION_QTY|DURATION_UNIT|DELIVERY_MODEL
        70411|Abara|Chi|OT|Occupational Therapy|20250902|20260901|2|W|30|M|DIR
        70412|Benn|Ty|OT|Occupational Therapy|20250902|20260901|1|M|60|M|CON
        70413|Cass|Io|PT|Physical Therapy|20251001|20260930|4|M|.5|H|DIR
        """)
    year = {"start_date": "2025-09-02", "end_date": "2026-09-01"}
    truth = [
        line("70411", "OT", 60, "week", **times(2, 30), **year, student="Abara, Chi"),
        line("70412", "OT", 60, "month", **times(1, 60), **year, student="Benn, Ty") | {"kind": "indirect"},
        line(
            "70413",
            "PT",
            120,
            "month",
            **times(4, 30),
            start_date="2025-10-01",
            end_date="2026-09-30",
            student="Cass, Io",
        ),
    ]
    return Shape("coded_lines", "svc_extract.csv", text(rows), {"service_lines": truth})


@shape
def lines_with_counts_by_month() -> Shape:
    """A caseload with how many sessions were scheduled, held and missed each month: a line each, not one a month."""
    rows = drawn("""
        School|Student|Related Service|Frequency|Begin|End|10/25 Sch|10/25 Del|10/25 Abs|11/25 Sch|11/25 Del|11/25 Abs
        Cedar|Abara, Chi|OT|30 min 1x/wk|9/18/2025|9/17/2026|4|3|1|3|3|0
        Cedar|Benn, Ty|OT|30 min 2x/wk|10/6/2025|10/5/2026|8|8|0|6|5|1
        """)
    truth = [
        line("Abara, Chi", "OT", 30, "week", **times(1, 30), school="Cedar", start_date="2025-09-18",
             end_date="2026-09-17"),
        line("Benn, Ty", "OT", 60, "week", **times(2, 30), school="Cedar", start_date="2025-10-06",
             end_date="2026-10-05"),
    ]  # fmt: skip
    return Shape("lines_with_counts_by_month", "OT caseload.csv", text(rows), {"service_lines": truth})


@shape
def weeks_over_days() -> Shape:
    """Attendance by hand: numbered weeks over the days, what is promised behind each name, a key parted by blanks."""
    rows = [
        ["OT Attendance - Ms. Vega - Fall 2025-26"],
        ["Student", "Wk 1", "", "Wk 2", "", "Wk 3", ""],
        ["", "9/8", "9/10", "9/15", "9/17", "9/22", "9/24"],
        ["Chi A. 2x20", "20", "A", "20", "20", "T", "20"],
        ["Ty B. 1x30", "", "30", "FT", "", "30", ""],
        ["A-absent T-therapist out FT-field trip"],
    ]
    by = {"provider": "Vega"}
    truth = [
        *(given("A., Chi", day, 20, **by) for day in ("2025-09-08", "2025-09-15", "2025-09-17", "2025-09-24")),
        missed("A., Chi", "2025-09-10", "student_absent", **by),
        missed("A., Chi", "2025-09-22", "provider_absent", **by),
        *(given("B., Ty", day, 30, **by) for day in ("2025-09-10", "2025-09-22")),
        missed("B., Ty", "2025-09-15", "school_event", **by),
    ]
    return Shape("weeks_over_days", "attendance.csv", text(rows), {"sessions": truth})


@shape
def days_without_a_heading_for_names() -> Shape:
    """The same with the corner left open, months over the days."""
    rows = [
        ["OT Attendance - Fall 2025-26"],
        ["", "Sept", "", "", "", "Oct", ""],
        ["", "9/8", "9/15", "9/22", "9/29", "10/6", "10/13"],
        ["Chi A. 1x20", "20", "20", "A", "20", "20", "20"],
        ["Ty B. 1x30", "30", "A", "30", "30", "30", "30"],
        ["A-absent T-therapist out"],
    ]
    days = ("2025-09-08", "2025-09-15", "2025-09-22", "2025-09-29", "2025-10-06", "2025-10-13")
    truth = [
        *(given("A., Chi", day, 20) for day in days if day != "2025-09-22"),
        missed("A., Chi", "2025-09-22", "student_absent"),
        *(given("B., Ty", day, 30) for day in days if day != "2025-09-15"),
        missed("B., Ty", "2025-09-15", "student_absent"),
    ]
    return Shape("days_without_a_heading_for_names", "attendance.csv", text(rows), {"sessions": truth})


@shape
def names_with_amounts_in_a_log() -> Shape:
    """A log whose students are named with what is promised to them, one or several in a cell."""
    rows = drawn("""
        Date|Students|Min|Service
        9/8/25|Chi A. 2x20, Ty B. 1x30|30|OT
        9/10/25|Io C. 1x30|30|OT
        """)
    both = {"grouping": "group", "group_size": 2}
    truth = [
        given("A., Chi", "2025-09-08", 30, **both),
        given("B., Ty", "2025-09-08", 30, **both),
        given("C., Io", "2025-09-10", 30, grouping="individual", group_size=1),
    ]
    return Shape("names_with_amounts_in_a_log", "log.csv", text(rows), {"sessions": truth})


@shape
def signed_log() -> Shape:
    """A log of which only a signature says who gave it."""
    rows = drawn("""
        Student|Svc|Date Svc Provided|Mins Prov|Provider Sig
        Chi Abara (70411)|ST|10/01/2025|30|M. Ortiz SLP
        Ty Benn (70412)|ST|10/02/2025|20|M. Ortiz SLP
        """)
    truth = [
        given("70411", "2025-10-01", 30, "SLP", student="Abara, Chi", provider="Ortiz, M."),
        given("70412", "2025-10-02", 20, "SLP", student="Benn, Ty", provider="Ortiz, M."),
    ]
    return Shape("signed_log", "log.csv", text(rows), {"sessions": truth})


@shape
def calendar_of_minutes() -> Shape:
    """A calendar of codes that nobody explains beside each day's minutes: none on closed days."""
    rows = drawn("""
        cal_date|day_num|instr_min|remark
        2025-09-02|A|390|
        2025-09-03|B|390|
        2025-09-04||0|Professional Development
        2025-09-05|A|210|Early Release
        """)
    truth = [
        {"day": "2025-09-02", "is_instructional": True, "cycle_day": "A"},
        {"day": "2025-09-03", "is_instructional": True, "cycle_day": "B"},
        {"day": "2025-09-04", "is_instructional": False, "day_type": "staff_only"},
        {"day": "2025-09-05", "is_instructional": True, "day_type": "half", "cycle_day": "A"},
    ]
    return Shape("calendar_of_minutes", "cal_days.csv", text(rows), {"calendar_days": truth})


@shape
def codes_and_scores_in_one() -> Shape:
    """Progress reports, a row each, with the code and the score in one cell, in either order."""
    rows = drawn("""
        Student ID|Goal #|Measurable Annual Goal|Report Date|Progress
        70411|1|Chi will zip a coat without help|10/30/2025|60% - Progressing
        70412|1|Ty will hold a pencil for 5 minutes|10/30/2025|3 min (Emerging)
        70412|2|Ty will cut along a line|10/30/2025|Not introduced
        70413|1|Io will button a shirt|10/30/2025|Mastered: 100%
        """)
    goals = [
        {"student_id": who, "goal_id": number, "goal_text": told}
        for who, number, told in (
            ("70411", "1", "Chi will zip a coat without help"),
            ("70412", "1", "Ty will hold a pencil for 5 minutes"),
            ("70412", "2", "Ty will cut along a line"),
            ("70413", "1", "Io will button a shirt"),
        )
    ]
    told = [
        {"student_id": who, "goal_id": number, "measured_on": "2025-10-30", **said}
        for who, number, said in (
            ("70411", "1", {"value": 60, "progress_code": "sufficient"}),
            ("70412", "1", {"value": 3, "progress_code": "insufficient"}),
            ("70412", "2", {"progress_code": "not_introduced"}),
            ("70413", "1", {"value": 100, "progress_code": "mastered"}),
        )
    ]
    return Shape("codes_and_scores_in_one", "progress.csv", text(rows), {"goals": goals, "measurements": told})


@shape
def blocks_under_names() -> Shape:
    """A log whose blocks have the student's name over repeated headings, first name first and an id behind it."""
    rows = [
        ["OT Service Log 2025-26"],
        ["Chi Abara (70411)"],
        ["Date", "Minutes", "Attendance", "Notes"],
        ["10/1/2025", "30", "Present", "scissors"],
        ["10/6/2025", "0", "Absent", ""],
        [],
        ["Ty Benn (70412)"],
        ["Date", "Minutes", "Attendance", "Notes"],
        ["10/2/2025", "30", "Present", "grasp"],
    ]
    truth = [
        given("70411", "2025-10-01", 30, student="Abara, Chi"),
        missed("70411", "2025-10-06", "student_absent", student="Abara, Chi") | {"minutes": 0},
        given("70412", "2025-10-02", 30, student="Benn, Ty"),
    ]
    return Shape("blocks_under_names", "log.csv", text(rows), {"sessions": truth})


@shape
def few_days_of_a_month() -> Shape:
    """A grid of six days of a month, of which one weekend alone is left out."""
    rows = drawn("""
        OT Attendance October 2025||||||
        Student|1|2|3|6|7|8
        Abara, Chi|30||||30|
        Benn, Ty||30|||absent|30
        """)
    truth = [
        given("Abara, Chi", "2025-10-01", 30), given("Abara, Chi", "2025-10-07", 30),
        given("Benn, Ty", "2025-10-02", 30), missed("Benn, Ty", "2025-10-07", "student_absent"),
        given("Benn, Ty", "2025-10-08", 30),
    ]  # fmt: skip
    return Shape("few_days_of_a_month", "october.csv", text(rows), {"sessions": truth})


@shape
def a_goal_that_says_its_aim() -> Shape:
    """A sheet of one goal, whose words say what it is to reach, over scores by day."""
    rows = [
        ["Goal Tracking Sheet", "", ""],
        ["Student:", "Chi Abara", ""],
        ["Goal:", "Chi will print 26 letters with 80% accuracy", ""],
        ["Date", "% Correct", "Prompts"],
        ["9/17/25", "40%", "VP"],
        ["9/24/25", "60%", "VP"],
    ]
    who = {"student": "Abara, Chi"}
    goal = {**who, "goal_text": "Chi will print 26 letters with 80% accuracy"}
    told = [
        {**who, "measured_on": "2025-09-17", "value": 40},
        {**who, "measured_on": "2025-09-24", "value": 60},
    ]
    return Shape("a_goal_that_says_its_aim", "goal.csv", text(rows), {"goals": [goal], "measurements": told})


@shape
def amounts_beside_areas() -> Shape:
    """A service's area among the words of its amount."""
    rows = drawn("""
        Student|Services|Start|End
        Abara, Chi|SDI reading 45 min daily|9/2/2025|6/5/2026
        Benn, Ty|SDI math 2x30 min weekly|9/2/2025|6/5/2026
        """)
    year = {"start_date": "2025-09-02", "end_date": "2026-06-05"}
    truth = [
        line("Abara, Chi", "SDI", 45, "rotation:1", **year),
        line("Benn, Ty", "SDI", 60, "week", **times(2, 30), **year),
    ]
    return Shape("amounts_beside_areas", "services.csv", text(rows), {"service_lines": truth})


@shape
def goals_with_aims_by_quarter() -> Shape:
    """Goals whose words all say what they are to reach, a column a quarter of codes, the days of a line in one cell of another
    sheet."""
    goals = [["Student ID", "Service", "Goal #", "Annual Goal", "Q1", "Q2"],
             ["70411", "OT", "1", "Chi will copy a sentence in 4 of 5 trials.", "IP", "SP"],
             ["70412", "OT", "1", "Ty will fasten a zipper with 80% accuracy.", "SP", "M"],
             ["Key: M = Mastered; SP = Sufficient progress; IP = Insufficient progress"]]  # fmt: skip
    lines = [["Student ID", "Service", "Frequency", "Amount", "Duration"],
             ["70411", "Occupational Therapy", "2x/week", "30 minutes", "9/2/2025 - 6/5/2026"],
             ["70412", "Occupational Therapy", "1x/month", "15 minutes", "10/20/2025 - 10/19/2026"]]  # fmt: skip
    told = [("70411", "Chi will copy a sentence in 4 of 5 trials.", "insufficient", "sufficient"),
            ("70412", "Ty will fasten a zipper with 80% accuracy.", "sufficient", "mastered")]  # fmt: skip
    truth = {
        "goals": [{"student_id": who, "goal_id": "1", "goal_text": words, "service": "OT"} for who, words, *_ in told],
        "measurements": [
            {"student_id": who, "goal_id": "1", "period": f"Q{at}", "progress_code": code}
            for who, _, *progress in told
            for at, code in enumerate(progress, 1)
        ],
        "service_lines": [
            line("70411", "OT", 60, "week", **times(2, 30), start_date="2025-09-02", end_date="2026-06-05"),
            line("70412", "OT", 15, "month", **times(1, 15), start_date="2025-10-20", end_date="2026-10-19"),
        ],
    }
    return Shape("goals_with_aims_by_quarter", "progress.xlsx", book({"Goals": goals, "Lines": lines}), truth)


@shape
def numbered_groups() -> Shape:
    """A log whose groups have numbers, which are no sizes."""
    rows = drawn("""
        Group|Student|Date|Min|Service
        Group 1|Abara, Chi|9/8/2025|30|OT
        Group 2|Benn, Ty|9/8/2025|20|OT
        """)
    truth = [
        given("Abara, Chi", "2025-09-08", 30, grouping="group"),
        given("Benn, Ty", "2025-09-08", 20, grouping="group"),
    ]
    return Shape("numbered_groups", "log.csv", text(rows), {"sessions": truth})
