"""Lines whose amounts stand side by side or in words: the year's and the summer's, direct and consult, weeks in turns."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text, times


@shape
def the_years_amount_and_the_summers() -> Shape:
    """The extended year has columns of its own; its days are never those of the IEP."""
    rows = drawn("""
        Student|ID|Service|Frequency|ESY Frequency|Start|End|ESY Start|ESY End
        Oduya, Kit|301455|OT|2 x 30 min weekly|1 x 30 min weekly|9/8/2025|9/7/2026|6/15/2026|7/10/2026
        Prior, Max|301456|PT|30 min monthly|none|10/6/2025|10/5/2026||
        """)
    kit = {"student": "Oduya, Kit"}
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **kit, start_date="2025-09-08", end_date="2026-09-07"),
        line("301455", "OT", 30, "week", **times(1, 30), **kit, start_date="2026-06-15", end_date="2026-07-10") | {"esy": True},
        line("301456", "PT", 30, "month", student="Prior, Max", start_date="2025-10-06", end_date="2026-10-05"),
    ]  # fmt: skip
    return Shape("the_years_amount_and_the_summers", "esy.csv", text(rows), {"service_lines": truth})


@shape
def the_summers_days_in_a_heading() -> Shape:
    """The heading of the summer's amounts says its days; 6/22-7/17 in it says nothing of how the file writes its days."""
    rows = drawn("""
        Student|ID|Service|School year|Summer 2026 (6/22-7/17)|IEP from|IEP to
        Oduya, Kit|301455|OT|2x30 weekly|1x45 weekly|10/8/2025|10/7/2026
        Prior, Max|301456|PT|1x30 monthly|Not eligible|11/6/2025|11/5/2026
        """)
    kit = {"student": "Oduya, Kit"}
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **kit, start_date="2025-10-08", end_date="2026-10-07"),
        line("301455", "OT", 45, "week", **times(1, 45), **kit, start_date="2026-06-22", end_date="2026-07-17") | {"esy": True},
        line("301456", "PT", 30, "month", **times(1, 30), student="Prior, Max", start_date="2025-11-06",
             end_date="2026-11-05"),
    ]  # fmt: skip
    return Shape("the_summers_days_in_a_heading", "planner.csv", text(rows), {"service_lines": truth})


@shape
def direct_and_consult_by_a_key() -> Shape:
    """Two amounts in a cell under a column a service, marked before them by the file's own key."""
    rows = drawn("""
        DT = direct therapy   CT = consult with teacher
        Student|ID|OT|Speech
        Oduya, Kit|301455|DT 2x30/w; CT 20/m|DT 1x20/w
        Prior, Max|301456|CT 30/q|DT 4x30/m
        """)
    kit, max_ = {"student": "Oduya, Kit"}, {"student": "Prior, Max"}
    consult = {"kind": "indirect", "setting": "consult_staff"}
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **kit),
        line("301455", "OT", 20, "month", **kit, **consult),
        line("301455", "SLP", 20, "week", **times(1, 20), **kit),
        line("301456", "OT", 30, "quarter", **max_, **consult),
        line("301456", "SLP", 120, "month", **times(4, 30), **max_),
    ]
    return Shape("direct_and_consult_by_a_key", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def weeks_that_take_turns() -> Shape:
    """A and B take turns, as a note says; the first and last day of school are those of a line that names them."""
    rows = drawn("""
        PT mandates (A/B weeks)
        Student|ID|Service|Min|x/wk|Week|Start|Thru
        Oduya, Kit|301455|PT|30|2|both|BOY|EOY
        Prior, Max|301456|PT|45|1|B|9/29/2025|EOY
        """)
    truth = [
        line("301455", "PT", 60, "week", **times(2, 30), student="Oduya, Kit"),
        line("301456", "PT", 45, "weeks:2", **times(1, 45), student="Prior, Max", start_date="2025-09-29"),
    ]
    return Shape("weeks_that_take_turns", "pt_mandates.csv", text(rows), {"service_lines": truth})


@shape
def weeks_that_nobody_explains() -> Shape:
    """Nothing says what A and B are: whether there is service every week is asked, and the rows wait."""
    rows = drawn("""
        Student|ID|Service|Min|x/wk|Week
        Oduya, Kit|301455|PT|30|2|A
        Prior, Max|301456|PT|45|1|B
        """)
    held = {"service_lines": {"waiting": [2, 3]}}
    return Shape("weeks_that_nobody_explains", "pt_weeks.csv", text(rows), {}, held, asked=("Week",))


@shape
def amounts_in_words_and_figures() -> Shape:
    """Numbers in words with their figures behind; a week's total in so many sessions is no session's; a comma alone may
    be either. Time for the staff is indirect, and a private school's plan is no IEP."""
    rows = drawn("""
        Student|ID|Plan|Service|Box|Amount and frequency
        Oduya, Kit|301455|IEP|OT|Related Service|Thirty (30) minutes, two (2) times per week
        Oduya, Kit|301455|IEP|OT|Support for School Personnel|Twenty (20) minutes per month
        Prior, Max|301456|ISP|SLP|Related Service|Sixty (60) minutes per week, in two (2) sessions
        Quist, Eva|301457|IEP|SLP|Related Service|60 minutes per week, 2 sessions
        Quist, Eva|301457|IEP|PT|Related Service|Thirty (20) minutes per week
        """)
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), student="Oduya, Kit"),
        line("301455", "OT", 20, "month", student="Oduya, Kit", kind="indirect"),
        line("301456", "SLP", 60, "week", student="Prior, Max", sessions_per_cycle=2, plan_type="OTHER"),
        {
            "student": "Quist, Eva",
            "student_id": "301457",
            "service": "PT",
            "plan_type": "IEP",
            "kind": "direct",
            "esy": False,
            "is_usable": False,
        },
    ]
    asked = ("60 minutes per week, 2 sessions", "Thirty (20) minutes per week")
    held = {"service_lines": {"waiting": [5]}}
    return Shape("amounts_in_words_and_figures", "amounts.csv", text(rows), {"service_lines": truth}, held, asked)


@shape
def amounts_by_listed_places() -> Shape:
    """Amounts in places that a heading names in words of the list alone, and consult by the month; 0 and blank are none."""
    rows = drawn("""
        Student|Student ID|Service|Inclusion (min/wk)|Resource (min/wk)|Teacher Consult (min/mo)|Start
        Boll, Una|97811|OT|20|30|15|9/3/2025
        Cray, Vic|97812|OT|0||20|9/3/2025
        Dorr, Wes|97813|Speech||40|0|9/3/2025
        """)
    told = {"start_date": "2025-09-03"}
    una, vic, wes = ({"student": one, **told} for one in ("Boll, Una", "Cray, Vic", "Dorr, Wes"))
    consult = {"kind": "indirect", "setting": "consult_staff"}
    truth = [
        line("97811", "OT", 20, "week", setting="push_in", **una),
        line("97811", "OT", 30, "week", setting="pull_out", **una),
        line("97811", "OT", 15, "month", **consult, **una),
        line("97812", "OT", 20, "month", **consult, **vic),
        line("97813", "SLP", 40, "week", setting="pull_out", **wes),
    ]
    return Shape("amounts_by_listed_places", "minutes.csv", text(rows), {"service_lines": truth})


@shape
def consult_beside_the_lines() -> Shape:
    """A column of consult beside sessions and minutes that say nothing of the kind: a line of its own where it is filled."""
    rows = drawn("""
        Student|Student ID|Service|x/wk|Min|Consult every 4th week (min)|Start
        Boll, Una|97821|Speech|2|30|30|9/3/2025
        Cray, Vic|97822|Speech|1|20||9/3/2025
        Dorr, Wes|97823|Speech|||15|9/3/2025
        """)
    told = {"start_date": "2025-09-03"}
    truth = [
        line("97821", "SLP", 60, "week", student="Boll, Una", **times(2, 30), **told),
        line("97821", "SLP", 30, "weeks:4", student="Boll, Una", kind="indirect", **told),
        line("97822", "SLP", 20, "week", student="Cray, Vic", **times(1, 20), **told),
        line("97823", "SLP", 15, "weeks:4", student="Dorr, Wes", kind="indirect", **told),
    ]
    return Shape("consult_beside_the_lines", "speech.csv", text(rows), {"service_lines": truth})


@shape
def consult_without_a_period() -> Shape:
    """Minutes of consult beside a frequency that may be the lines' only: their period is asked, the lines go in."""
    rows = drawn("""
        Student|Student ID|Service|Minutes|Frequency|Consult Minutes|Start
        Boll, Una|97831|OT|60|Weekly|15|9/3/2025
        Cray, Vic|97832|OT|30|Monthly||9/3/2025
        """)
    told = {"start_date": "2025-09-03"}
    truth = [
        line("97831", "OT", 60, "week", student="Boll, Una", **told),
        line("97832", "OT", 30, "month", student="Cray, Vic", **told),
    ]
    held = {"service_lines": {"waiting": [2]}}
    asked = ("amounts without a period",)
    return Shape("consult_without_a_period", "lines.csv", text(rows), {"service_lines": truth}, held, asked)


@shape
def an_amount_in_a_place_that_nobody_knows() -> Shape:
    """Minutes a week under a word that no list has, beside those of a known place: it is asked, never passed over."""
    rows = drawn("""
        Student|Student ID|Service|Zydeco min/wk|Pull Out min/wk|Start
        Boll, Una|97841|OT|20|30|9/3/2025
        """)
    held = {"service_lines": {"waiting": [2]}}
    name = "an_amount_in_a_place_that_nobody_knows"
    return Shape(name, "lines.csv", text(rows), {}, held, ("Zydeco min/wk",))


@shape
def amounts_in_words_by_place() -> Shape:
    """Amounts in all wordings under headings that name where; a range obliges its least."""
    rows = drawn("""
        Student|Student ID|Service|Classroom|Therapy Room|Consultation|Start
        Boll, Una|97851|OT|1 x 20 min weekly|2 x 20-30 min/wk|15 min monthly|9/3/2025
        Cray, Vic|97852|PT||30 min x 2 Times = 60 min Weekly||9/3/2025
        Dorr, Wes|97853|OT|20 mins served Weekly|||9/3/2025
        """)
    told = {"start_date": "2025-09-03"}
    una = {"student": "Boll, Una", **told}
    truth = [
        line("97851", "OT", 20, "week", setting="push_in", **times(1, 20), **una),
        line("97851", "OT", 40, "week", setting="pull_out", **times(2, 20), **una),
        line("97851", "OT", 15, "month", kind="indirect", **una),
        line("97852", "PT", 60, "week", setting="pull_out", student="Cray, Vic", **times(2, 30), **told),
        line("97853", "OT", 20, "week", setting="push_in", student="Dorr, Wes", **told),
    ]
    return Shape("amounts_in_words_by_place", "plans.csv", text(rows), {"service_lines": truth})


@shape
def consult_in_words_beside_a_frequency() -> Shape:
    """Consult in words beside the lines' frequency: where it is blank nothing is consult; a tick under Consult? is the
    consult's too."""
    rows = drawn("""
        Student|Student ID|Service|Frequency|Consult? (Y/N)|Teacher Consult|Start
        Boll, Una|97861|OT|2 x 30 min/wk|Y|15 min/mo|9/3/2025
        Cray, Vic|97862|PT|1 x 30 min/wk|N||9/3/2025
        """)
    told = {"start_date": "2025-09-03"}
    una = {"student": "Boll, Una", **told}
    truth = [
        line("97861", "OT", 60, "week", **times(2, 30), **una),
        line("97861", "OT", 15, "month", kind="indirect", setting="consult_staff", **una),
        line("97862", "PT", 30, "week", student="Cray, Vic", **times(1, 30), **told),
    ]
    name = "consult_in_words_beside_a_frequency"
    return Shape(name, "lines.csv", text(rows), {"service_lines": truth})


@shape
def periods_alone() -> Shape:
    """Minutes under no more than their period, by service, consult among them: a line each."""
    rows = drawn("""
        Student|Student ID|OT weekly|OT monthly consult|Speech weekly|Speech monthly consult|Start
        Boll, Una|97871|30|15|60||9/3/2025
        Cray, Vic|97872||20|30|10|9/3/2025
        """)
    told = {"start_date": "2025-09-03"}
    una, vic, consult = {"student": "Boll, Una", **told}, {"student": "Cray, Vic", **told}, {"kind": "indirect"}
    truth = [
        line("97871", "OT", 30, "week", **una),
        line("97871", "OT", 15, "month", **consult, **una),
        line("97871", "SLP", 60, "week", **una),
        line("97872", "OT", 20, "month", **consult, **vic),
        line("97872", "SLP", 30, "week", **vic),
        line("97872", "SLP", 10, "month", **consult, **vic),
    ]
    return Shape("periods_alone", "minutes.csv", text(rows), {"service_lines": truth})


@shape
def a_total_of_all_weeks() -> Shape:
    """Times and minutes in a frequency and a duration, and a total of all 36 weeks, or 9 months, that is no cycle's."""
    rows = drawn("""
        Student|Student ID|Service|Freq|Duration|Weeks|Total Minutes|Start
        Boll, Una|97881|OT|2x/week|30|36|2160|9/3/2025
        Cray, Vic|97882|PT|1x/month|30|36|270|9/3/2025
        """)
    told = {"start_date": "2025-09-03"}
    truth = [
        line("97881", "OT", 60, "week", student="Boll, Una", **times(2, 30), **told),
        line("97882", "PT", 30, "month", student="Cray, Vic", **times(1, 30), **told),
    ]
    return Shape("a_total_of_all_weeks", "lines.csv", text(rows), {"service_lines": truth})


@shape
def lengths_of_two_settings_with_nothings() -> Shape:
    """Push-in and pull-out minutes beside their sum are a session each, though days are bare numbers and a cell is N/A or
    masked; a row whose only word is absent is one missed session, and one of a masked count waits."""
    rows = drawn("""
        Date|Name|ID|Push-in min|Pull-out min|Total min
        110325|Oduya, Kit|301455|20|25|45
        110525|Prior, Max|301456|N/A|30|30
        111025|Oduya, Kit|301455|15|-|15
        111225|Prior, Max|301456|absent|absent|
        111725|Oduya, Kit|301455|<=5||<=5
        """)
    kit, prior = {"student": "Oduya, Kit"}, {"student": "Prior, Max"}
    truth = [
        given("301455", "2025-11-03", 20, setting="push_in", **kit),
        given("301455", "2025-11-03", 25, setting="pull_out", **kit),
        given("301456", "2025-11-05", 30, setting="pull_out", **prior),
        given("301455", "2025-11-10", 15, setting="push_in", **kit),
        missed("301456", "2025-11-12", "student_absent", **prior),
    ]
    waits = {"sessions": {"waiting": [6]}}
    return Shape("lengths_of_two_settings_with_nothings", "OT sessions.csv", text(rows), {"sessions": truth}, waits)


@shape
def lengths_of_two_groupings_and_a_word() -> Shape:
    """Individual minutes beside a group's: the row with a word in the one and minutes in the other waits, no other does."""
    rows = drawn("""
        Date|Student|Individual min|Group min
        11/3/2025|Oduya, Kit|20|30
        11/5/2025|Prior, Max|absent|30
        11/10/2025|Oduya, Kit|0|none
        11/12/2025|Prior, Max|25|N/A
        """)
    truth = [
        given("Oduya, Kit", "2025-11-03", 20, grouping="individual"), given("Oduya, Kit", "2025-11-03", 30, grouping="group"),
        given("Prior, Max", "2025-11-12", 25, grouping="individual"),
    ]  # fmt: skip
    waits = {"sessions": {"waiting": [3, 3, 4]}}
    return Shape("lengths_of_two_groupings_and_a_word", "OT minutes.csv", text(rows), {"sessions": truth}, waits)
