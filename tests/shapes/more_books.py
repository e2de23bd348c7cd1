"""Cards, claims, forms, caseloads and lists with what they keep in titles, beside the rows and in cells of their own."""

from datetime import date

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def week_card() -> Shape:
    """One student's card: a row a week, a column a weekday, a total of the week, the key beneath."""
    rows = [
        ["OT Attendance Card 2025-26"],
        ["Student:", "Ana Abbot", "", "ID #:", "2101"],
        [],
        ["Week of", "Mon", "Tues", "Wed", "Thurs", "Fri", "Wkly total", "Comments"],
        [date(2025, 9, 8), "", 30, "", "A", "", 30, "see 9/11"],
        [date(2025, 9, 15), "", "TO", "", 25, 20, 45, ""],
        ["TOTAL", "", 30, "", 25, 20, 75, ""],
        [],
        ["Key:  A = absent    TO = therapist out"],
    ]
    ana = {"student": "Abbot, Ana"}
    truth = [
        given("2101", "2025-09-09", 30, **ana), missed("2101", "2025-09-11", "student_absent", **ana),
        missed("2101", "2025-09-16", "provider_absent", **ana), given("2101", "2025-09-18", 25, **ana),
        given("2101", "2025-09-19", 20, **ana),
    ]  # fmt: skip
    return Shape("week_card", "card.xlsx", book({"A Abbot": rows}), {"sessions": truth})


@shape
def services_side_by_side() -> Shape:
    """Minutes, how often and where under each service; a blank service makes no line."""
    rows = [
        ["", "", "", "Occupational Therapy", "", "", "Speech Therapy", "", "", "IEP Dates", ""],
        [
            "Last",
            "First",
            "ID",
            "Min",
            "How often",
            "In/Out Gen Ed",
            "Min",
            "How often",
            "In/Out Gen Ed",
            "Start",
            "End",
        ],
        ["Abbot", "Ana", "2201", 30, "weekly", "Out", 60, "monthly", "In", date(2025, 9, 2), date(2026, 6, 5)],
        ["Burr", "Ben", "2202", "", "", "", 20, "3x/week", "Out", date(2025, 9, 2), date(2026, 6, 5)],
    ]
    dates = {"start_date": "2025-09-02", "end_date": "2026-06-05"}
    truth = [
        line("2201", "OT", 30, "week", student="Abbot, Ana", setting="pull_out", **dates),
        line("2201", "SLP", 60, "month", student="Abbot, Ana", setting="push_in", **dates),
        line("2202", "SLP", 60, "week", student="Burr, Ben", setting="pull_out", **times(3, 20), **dates),
    ]
    return Shape("services_side_by_side", "schedule.xlsx", book({"Schedule": rows}), {"service_lines": truth})


@shape
def kinds_side_by_side() -> Shape:
    """The same for direct and consult minutes, each with its own frequency."""
    rows = drawn("""
        Student ID|Service|Direct Minutes|Direct Frequency|Consult Minutes|Consult Frequency
        2251|OT|30|weekly|15|monthly
        2252|OT|45|monthly||
        """)
    truth = [
        line("2251", "OT", 30, "week"), line("2251", "OT", 15, "month", kind="indirect"),
        line("2252", "OT", 45, "month"),
    ]  # fmt: skip
    return Shape("kinds_side_by_side", "kinds.csv", text(rows), {"service_lines": truth})


@shape
def time_and_its_unit() -> Shape:
    """Hours and minutes told by a column of units whose heading runs its words together."""
    rows = drawn("""
        STATEID|SERVICE|TIME|TIMEUNITS|TIMEFREQUENCY
        2301|Specialized Instruction|7.5|hr|per week
        2301|Occupational Therapy|120|min|per month
        2302|Physical Therapy|1|hr|per month
        """)
    truth = [
        line("2301", "SDI", 450, "week"), line("2301", "OT", 120, "month"), line("2302", "PT", 60, "month"),
    ]  # fmt: skip
    return Shape("time_and_its_unit", "services.csv", text(rows), {"service_lines": truth})


@shape
def claims_and_their_status() -> Shape:
    """What became of a claim isn't what became of the session; a prompt level of "min" is no unit of time."""
    rows = drawn("""
        Claim Control #|Student Last|Student First|Local Student ID|Date of Svc|Service Description|Units (15 min)|Claim Status
        90001|Abbot|Ana|2401|20250909|Occupational therapy|2|Paid
        90002|Burr|Ben|2402|20250909|Speech therapy|1|Suspended
        90003|Cole|Cara|2403|20250910|Physical therapy|4|Denied
        """)
    truth = [
        given("2401", "2025-09-09", 30, student="Abbot, Ana"),
        given("2402", "2025-09-09", 15, "SLP", student="Burr, Ben"),
        given("2403", "2025-09-10", 60, "PT", student="Cole, Cara"),
    ]
    return Shape("claims_and_their_status", "claims.txt", text(rows, "\t"), {"sessions": truth})


@shape
def planned_and_actual_days() -> Shape:
    """The actual day counts; a session that was missed has only the one that was planned."""
    rows = [
        ["Student", "", "Scheduled", "", "Actual", "", "Outcome"],
        ["Name", "Perm ID", "Date", "Min", "Date", "Min", "Attendance Code"],
        ["Abbot, Ana", "2501", date(2025, 10, 9), 30, date(2025, 10, 14), 25, "Present"],
        ["Burr, Ben", "2502", date(2025, 10, 9), 30, "", "", "Provider Absent"],
    ]
    truth = [
        given("2501", "2025-10-14", 25, student="Abbot, Ana"),
        missed("2502", "2025-10-09", "provider_absent", student="Burr, Ben", minutes=30),
    ]
    return Shape("planned_and_actual_days", "OT tracking.xlsx", book({"Tracking": rows}), {"sessions": truth})


COMP = """
    COMPENSATORY EDUCATION SERVICE LOG|
    Student:|Ana Abbot|Student ID:|2601
    Service:|Speech|{award}
    |
    Date|Comp minutes provided|Balance remaining
    9/10/2025|45|555
    9/17/2025|60|495
    """


@shape
def sessions_of_an_award() -> Shape:
    """The award stands in the head block: the sessions are its own."""
    ana = {"student": "Abbot, Ana", "award_id": "CE-25-014"}
    truth = [given("2601", "2025-09-10", 45, "SLP", **ana), given("2601", "2025-09-17", 60, "SLP", **ana)]
    data = text(drawn(COMP.format(award="Award No.:|CE-25-014")))
    return Shape("sessions_of_an_award", "comp.csv", data, {"sessions": truth})


@shape
def sessions_of_no_award() -> Shape:
    """Compensatory sessions of which no award is named are asked about, and not credited meanwhile."""
    data = text(drawn(COMP.format(award="")))
    return Shape(
        "sessions_of_no_award", "comp2.csv", data, held={"sessions": {"waiting": [6, 7]}}, asked=("(no award)",)
    )


@shape
def roster_with_one_id() -> Shape:
    """A printed roster whose only id is called another one; headings cut short."""
    rows = drawn("""
        Stu Name|Other ID|Grd|Bldg|Entry Dt|Wdrl Dt
        ABBOT, ANA M|2701|03|Birch|08/25/2025|
        BURR, BEN|2702|KG|Birch|08/25/2025|10/17/2025
        """)
    truth = [
        {"student_id": "2701", "last_name": "ABBOT", "first_name": "ANA M", "school": "Birch", "grade": "3",
         "enrolled_from": "2025-08-25"},
        {"student_id": "2702", "last_name": "BURR", "first_name": "BEN", "school": "Birch", "grade": "K",
         "enrolled_from": "2025-08-25", "enrolled_to": "2025-10-17"},
    ]  # fmt: skip
    return Shape("roster_with_one_id", "roster.csv", text(rows), {"students": truth})


@shape
def school_directory() -> Shape:
    """Schools by building number, with what else a directory holds."""
    rows = drawn("""
        School Name|Bldg #|Level|Feeder Zone|Main Phone
        Birch Elementary|101|Elementary|North|555-0100
        Cedar High|301|High|South|555-0100
        """)
    truth = [
        {"school": "101", "school_name": "Birch Elementary", "level": "Elementary", "zone": "North"},
        {"school": "301", "school_name": "Cedar High", "level": "High", "zone": "South"},
    ]
    return Shape("school_directory", "directory.csv", text(rows), {"schools": truth})


@shape
def provider_by_profession() -> Shape:
    """The head block names the provider by the profession, which is the service too."""
    rows = [["SLP:", "Young, Pat"], ["Student:", "Ana Abbot"], [], ["Date", "Min", "Status"],
            [date(2025, 9, 9), 30, "Present"], [date(2025, 9, 16), "", "SLP absent"]]  # fmt: skip
    ana = {"provider": "Young, Pat"}
    truth = [given("Abbot, Ana", "2025-09-09", 30, "SLP", **ana),
             missed("Abbot, Ana", "2025-09-16", "provider_absent", "SLP", **ana)]  # fmt: skip
    return Shape("provider_by_profession", "log.xlsx", book({"A Abbot": rows}), {"sessions": truth})


@shape
def frequency_codes() -> Shape:
    """The cycle in a column of codes with their words."""
    rows = drawn("""
        SSID|Special Education Service Code|Service Duration|Service Frequency Code
        2801|450 - Occupational therapy|30|20 - Weekly (one or more times a week)
        2801|415 - Language and Speech|750|40 - Yearly (one or more times a year)
        2802|460 - Physical therapy|60|10 - Daily (one or more times a day)
        """)
    truth = [
        line("2801", "OT", 30, "week"), line("2801", "SLP", 750, "year"), line("2802", "PT", 60, "rotation:1"),
    ]  # fmt: skip
    return Shape("frequency_codes", "services.csv", text(rows), {"service_lines": truth})


@shape
def summer_list() -> Shape:
    """Only the title says that it is the extended year; the total is that of all weeks (30 x 2 x 4 = 240)."""
    rows = drawn("""
        2026 ESY SERVICES|
        |
        Name (Last, First)|Student ID|ESY Site|Service|Min/Session|Sessions/Wk|# Weeks|Total ESY Min|Start|End
        Abbot, Ana|2901|Birch|Occupational Therapy|30|2|4|240|6/8/26|7/2/26
        Burr, Ben|2902|Birch|Speech|45|1|4|180|6/8/26|7/2/26
        """)
    summer = {"school": "Birch", "start_date": "2026-06-08", "end_date": "2026-07-02", "esy": True}
    truth = [
        line("2901", "OT", 60, "week", student="Abbot, Ana", **times(2, 30), **summer),
        line("2902", "SLP", 45, "week", student="Burr, Ben", **times(1, 45), **summer),
    ]
    return Shape("summer_list", "summer.csv", text(rows), {"service_lines": truth})


@shape
def questions_of_a_form() -> Shape:
    """Questions that no list has, known by what was answered: the service, how long, why not."""
    rows = drawn("""
        Your name|Student|What did you provide?|Date of session|How long did you meet?|Did it happen?|If no, what happened?|Where?
        Pat Young|Abbot, Ana|Occupational Therapy|10/6/2025|1/2 hour|Yes||Therapy room
        Pat Young|Burr, Ben|Occupational Therapy|10/7/2025|1 hr 15 min|Yes||Zoom / teletherapy
        Pat Young|Cole, Cara|Occupational Therapy|10/8/2025||No|I was in an IEP meeting|
        """)
    pat = {"provider": "Young, Pat"}
    truth = [
        given("Abbot, Ana", "2025-10-06", 30, setting="pull_out", **pat),
        given("Burr, Ben", "2025-10-07", 75, setting="tele", **pat),
        missed("Cole, Cara", "2025-10-08", "provider_meeting", **pat),
    ]
    return Shape("questions_of_a_form", "responses.csv", text(rows), {"sessions": truth})


@shape
def key_beside_the_log() -> Shape:
    """Numbered codes whose key stands in columns to the right of the rows, longer than the log."""
    rows = drawn("""
        COUNSELING CONTACT LOG|
        |
        Date|Student Name|Stu. No.|Time|Code||Code|Meaning
        10/6/2025|Ana Abbot|3001|8:30-9:00|1||1|Service provided
        10/6/2025|Ben Burr|3002|9:15-9:45|2||2|Student absent
        ||||||3|Counselor absent
        """)
    truth = [
        given("3001", "2025-10-06", 30, "COUNSELING", student="Abbot, Ana", start_time="08:30", end_time="09:00"),
        missed("3002", "2025-10-06", "student_absent", "COUNSELING", student="Burr, Ben", start_time="09:15",
               end_time="09:45"),
    ]  # fmt: skip
    return Shape("key_beside_the_log", "contacts.csv", text(rows), {"sessions": truth})


@shape
def present_and_absent() -> Shape:
    """A group's session in a row: who was there in one cell, who wasn't in another. The only one who came of a group is
    neither said to be alone nor in a group."""
    rows = drawn("""
        Date|Service|Students Present|Students Absent|Min
        09/16/2025|Speech|Abbot, Ana; Burr, Ben||30
        09/18/2025|Speech|Abbot, Ana|Burr, Ben; Cole, Cara|20
        """)
    two = {"grouping": "group", "group_size": 2}
    truth = [
        given("Abbot, Ana", "2025-09-16", 30, "SLP", **two), given("Burr, Ben", "2025-09-16", 30, "SLP", **two),
        given("Abbot, Ana", "2025-09-18", 20, "SLP"),
        missed("Burr, Ben", "2025-09-18", "student_absent", "SLP", minutes=20),
        missed("Cole, Cara", "2025-09-18", "student_absent", "SLP", minutes=20),
    ]  # fmt: skip
    return Shape("present_and_absent", "groups.csv", text(rows), {"sessions": truth})


@shape
def caseload_in_short() -> Shape:
    """Minutes per week cut short, a consult in the frequency, a model that is a setting."""
    rows = drawn("""
        Student|Svc|Freq / Dur|Model
        Abbot, Ana|OT|60 mpw|Push-in
        Burr, Ben|OT|2x30/wk|Pull-out
        Cole, Cara|OT|1x/mo x 20 min consult|Consult
        """)
    truth = [
        line("Abbot, Ana", "OT", 60, "week", setting="push_in"),
        line("Burr, Ben", "OT", 60, "week", setting="pull_out", **times(2, 30)),
        line("Cole, Cara", "OT", 20, "month", kind="indirect", setting="indirect", **times(1, 20)),
    ]
    return Shape("caseload_in_short", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def goals_with_units() -> Shape:
    """Baseline and target with their units in the cell, and which way is better."""
    rows = drawn("""
        Student ID|Goal ID|Measurable Annual Goal|Baseline|Target|Increase/Decrease
        3101|G1|Leaving the area|8 per day|2 per day|Decrease
        3101|G2|Words read aloud|35 wpm|60 wpm|Increase
        """)
    truth = [
        {"student_id": "3101", "goal_id": "G1", "goal_text": "Leaving the area", "baseline": 8, "target": 2,
         "unit": "per day", "direction": "down"},
        {"student_id": "3101", "goal_id": "G2", "goal_text": "Words read aloud", "baseline": 35, "target": 60,
         "unit": "wpm", "direction": "up"},
    ]  # fmt: skip
    return Shape("goals_with_units", "goals.csv", text(rows), {"goals": truth})


@shape
def students_attend() -> Shape:
    """Whether students attend settles what the day's name leaves open."""
    rows = drawn("""
        2025-2026 School Calendar|
        |
        Date(s)|Event|Students attend?
        Sept. 19|Early release - PLC|Yes
        Nov 26-28|Thanksgiving break|No
        January 19, 2026|Martin Luther King Jr. Day|No
        """)
    closed = ("2025-11-26", "2025-11-27", "2025-11-28", "2026-01-19")
    truth = [{"day": "2025-09-19", "is_instructional": True, "day_type": "half"}]
    truth += [{"day": day, "is_instructional": False, "day_type": "holiday"} for day in closed]
    return Shape("students_attend", "calendar.csv", text(rows), {"calendar_days": truth})


@shape
def delivered_by_month() -> Shape:
    """Minutes delivered in each month beside what is promised: one stated total to the end of the last month that has
    any (30 + 120 + 90 = 240, to October), never a session."""
    rows = drawn("""
        OT minutes delivered 2025-26|
        |
        Student ID|Service|Required Min/Mo|Aug|Sep|Oct|Nov|Total
        3201|OT|120|30|120|90||240
        3202|OT|60|0|60|60||120
        """)
    to_october = {"stated_as_of": "2025-10-31"}
    truth = [
        line("3201", "OT", 120, "month", stated_delivered_minutes=240, **to_october),
        line("3202", "OT", 60, "month", stated_delivered_minutes=120, **to_october),
    ]
    return Shape("delivered_by_month", "months.csv", text(rows), {"service_lines": truth})


@shape
def minutes_by_month_alone() -> Shape:
    """Without any promise there is no line to compare with, and no day that would make sessions of them."""
    rows = drawn("""
        Student|Service|Sep|Oct|Nov
        Abbot, Ana|OT|120|90|60
        Burr, Ben|OT|60|60|30
        """)
    refused = "it tells minutes by month, which are totals and no sessions"
    return Shape("minutes_by_month_alone", "totals.csv", text(rows), refused=refused)


@shape
def minutes_by_week_with_schools() -> Shape:
    """A list of children with their school and the minutes of each week: totals, and no list of students either."""
    rows = drawn("""
        Building|Therapist|Student|Oct 6-10|Oct 13-17|Oct 20-24|Total
        Ash Elem|Reed|Abbot, Ana|60|30|60|150
        Ash Elem|Reed|Burr, Ben|30|A|30|60
        """)
    refused = "it tells minutes by week, which are totals and no sessions"
    return Shape("minutes_by_week_with_schools", "weeks.csv", text(rows), refused=refused)


@shape
def enrolled_long_ago() -> Shape:
    """A list of services with the day of enrolment is no log of sessions of that day."""
    rows = drawn("""
        SSID|Student Legal Last Name|Enrollment Date|Special Education Service Code|Service Duration|Service Frequency Code
        3301|Abbot|08/13/2025|450 - Occupational therapy|30|20 - Weekly (one or more times a week)
        3302|Burr|08/13/2025|460 - Physical therapy|60|30 - Monthly (one or more times a month)
        """)
    truth = [
        line("3301", "OT", 30, "week", student="Abbot"), line("3302", "PT", 60, "month", student="Burr"),
    ]  # fmt: skip
    return Shape("enrolled_long_ago", "services.csv", text(rows), {"service_lines": truth})
