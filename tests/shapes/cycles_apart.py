"""IEP lines that say how often in a column, a code, a flag or a remark of its own."""

from tests.shapes.shape import Shape, book, drawn, line, shape, text, times

END = "2026-06-05"


@shape
def every_other_week_apart() -> Shape:
    """Minutes a day, days a week, and every how many weeks; the number of all days is no number of sessions."""
    rows = drawn("""
        Student|KIDS ID|Building|Service|Setting|Min/Day|Days/Wk|Weeks|Start|End|Total Days
        Boll, Una|9770011|Flint Elementary|Occupational Therapy|Sp Ed Class|20|2|Every week|8/20/2025|6/5/2026|72
        Cray, Vic|9770012|Flint Elementary|Speech/Language|Reg Ed Class|30|1|Every other week|8/20/2025|6/5/2026|18
        Cray, Vic|9770012|Flint Elementary|Occupational Therapy|Reg Ed Class|45|2|Every other week|8/20/2025|6/5/2026|36
        """)
    told = {"start_date": "2025-08-20", "end_date": END, "school": "Flint Elementary"}
    vic = {"student": "Cray, Vic", "setting": "push_in", **told}
    truth = [
        line("9770011", "OT", 40, "week", student="Boll, Una", setting="other", **times(2, 20), **told),
        line("9770012", "SLP", 30, "weeks:2", **times(1, 30), **vic),
        line("9770012", "OT", 90, "weeks:2", **times(2, 45), **vic),
    ]
    return Shape("every_other_week_apart", "services.csv", text(rows), {"service_lines": truth})


@shape
def how_often_under_a_heading_that_nobody_knows() -> Shape:
    """What says how often, under a heading that says nothing of it, may change the amount: it is asked, the lines wait."""
    rows = drawn("""
        Student ID|Service|Minutes per Week|Notes to Scheduler Zq|Start
        97721|OT|30|Every other week|8/20/2025
        97722|OT|30|Weekly|8/20/2025
        """)
    held = {"service_lines": {"waiting": [2, 3]}}
    name = "how_often_under_a_heading_that_nobody_knows"
    return Shape(name, "services.csv", text(rows), {}, held, ("Notes to Scheduler Zq",))


@shape
def cycles_of_days() -> Shape:
    """Sessions and minutes beside a cycle of so many days; where they are given, in the words of the grid's section."""
    rows = drawn("""
        Name|LASID|Service Delivery|Type of Service|Goal #|Freq & Duration|Cycle|Start Date
        Boll, Una|97731|C. Special Education and Related Services in Other Settings (Direct Service)|Occupational Therapy|1, 2|2 x 30 min|10 day|9/3/2025
        Cray, Vic|97732|B. Special Education and Related Services in General Education Classroom (Direct Service)|Reading|3|5 x 40 min|5 day|9/3/2025
        Cray, Vic|97732|A. Consultation (Indirect Services to School Personnel and Parents)|Occupational Therapy|3|1 x 15 min|6 day|9/3/2025
        """)  # noqa: E501
    told = {"start_date": "2025-09-03"}
    truth = [
        line("97731", "OT", 60, "rotation:10", student="Boll, Una", **times(2, 30), **told),
        line("97732", "SDI", 200, "rotation:5", student="Cray, Vic", setting="push_in", **times(5, 40), **told),
        line("97732", "OT", 15, "rotation:6", student="Cray, Vic", kind="indirect", **times(1, 15), **told),
    ]
    return Shape("cycles_of_days", "grid.csv", text(rows), {"service_lines": truth})


@shape
def so_many_days_of_what() -> Shape:
    """5 days under a frequency may be days a week or a cycle of five days: it is asked."""
    rows = drawn("""
        Student ID|Service|Minutes per Session|Frequency|Start
        97741|OT|40|5 days|9/3/2025
        97742|OT|30|2 times a week|9/3/2025
        """)
    truth = [line("97742", "OT", 60, "week", start_date="2025-09-03", **times(2, 30))]
    held = {"service_lines": {"waiting": [2]}}
    return Shape("so_many_days_of_what", "services.csv", text(rows), {"service_lines": truth}, held, ("5 days",))


@shape
def state_codes_of_cycles() -> Shape:
    """A state's code stands before the cycle and the place; consult is a yes or no; who provides it is no person."""
    rows = drawn("""
        Last Name|First Name|SSID|School of Attendance|Service|Frequency|Duration (min/session)|Sessions|Location|Consult|Start Date
        Boll|Una|9775001|Quail K-8|450 Occupational therapy|20 Weekly|30|2|520 Separate classroom in public facility|No|9/22/2025
        Cray|Vic|9775002|Quail K-8|510 Individual counseling|30 Monthly|40|1|510 Regular classroom/public day school|No|9/22/2025
        Cray|Vic|9775002|Quail K-8|450 Occupational therapy|10 Daily|20|1|510 Regular classroom/public day school|Yes|9/22/2025
        """)  # noqa: E501
    told = {"start_date": "2025-09-22", "school": "Quail K-8"}
    vic = {"student": "Cray, Vic", "setting": "push_in", **told}
    truth = [
        line("9775001", "OT", 60, "week", student="Boll, Una", setting="other", **times(2, 30), **told),
        line("9775002", "COUNSELING", 40, "month", grouping="individual", **times(1, 40), **vic),
        line("9775002", "OT", 20, "rotation:1", kind="indirect", **times(1, 20), **vic),
    ]
    return Shape("state_codes_of_cycles", "services.csv", text(rows), {"service_lines": truth})


@shape
def ones_and_zeros() -> Shape:
    """Headings with their tables before a point, and 1 or 0 for direct and for inside general education."""
    rows = drawn("""
        student.studentNumber|student.lastName|student.firstName|plan.planType|planService.serviceName|planService.position|planService.direct|planService.minutesPerSession|planService.sessions|planService.period|planService.insideGenEd|planService.startDate
        97761|Boll|Una|IEP|Occupational Therapy|Occupational Therapist|1|30|2|WEEK|0|2025-09-16 00:00:00.0
        97761|Boll|Una|IEP|Occupational Therapy|Special Education Classroom Teacher|0|20|1|MONTH|1|2025-09-16 00:00:00.0
        """)
    una = {"student": "Boll, Una", "start_date": "2025-09-16"}
    truth = [
        line("97761", "OT", 60, "week", setting="pull_out", **times(2, 30), **una),
        line("97761", "OT", 20, "month", kind="indirect", setting="push_in", **times(1, 20), **una),
    ]
    return Shape("ones_and_zeros", "adhoc.csv", text(rows), {"service_lines": truth})


@shape
def factors_and_a_remark() -> Shape:
    """Sessions, minutes and how many together at most in one product; only a line beneath says that it is by the week."""
    rows = [
        ["RELATED SERVICES - fall"],
        ["Student", "OSIS", "Service", "Mandate (freq x min x group size)", "Location", "Therapist", "IEP Start"],
        ["Boll, Una", "233557310", "OT", "2x30x1", "Separate Location", "Ned Ash", "10/2/2025"],
        ["Cray, Vic", "233557311", "Speech", "3x30x3", "Gen Ed Class", "Ivy Beck", "10/2/2025"],
        ["mandates are per week"],
    ]
    told = {"start_date": "2025-10-02"}
    one, three = {"grouping": "individual", "group_max": 1}, {"grouping": "group", "group_max": 3}
    una = {"student": "Boll, Una", "provider": "Ash, Ned", "setting": "pull_out"}
    vic = {"student": "Cray, Vic", "provider": "Beck, Ivy", "setting": "push_in"}
    truth = [
        line("233557310", "OT", 60, "week", **una, **one, **times(2, 30), **told),
        line("233557311", "SLP", 90, "week", **vic, **three, **times(3, 30), **told),
    ]
    return Shape("factors_and_a_remark", "mandates.xlsx", book({"Mandates": rows}), {"service_lines": truth})


@shape
def the_day_it_ends_under_duration() -> Shape:
    """Initiation and duration are the first and the last day; groups have a most; supports are no school."""
    rows = drawn("""
        Student ID|Related Service|Type|Frequency|Min/Session|Initiation|Duration|Case Manager
        Supports for School Personnel
        97781|Occupational Therapy|Group (not to exceed 3)|2 x Weekly|30|09/04/2025|06/05/2026|Ash, Ned
        97782|Speech/Language Therapy|Individual|1 x Every Other Week|25|09/04/2025|06/05/2026|Ash, Ned
        """)
    told = {"start_date": "2025-09-04", "end_date": END}
    truth = [
        line("97781", "OT", 60, "week", grouping="group", group_max=3, **times(2, 30), **told),
        line("97782", "SLP", 25, "weeks:2", grouping="individual", **times(1, 25), **told),
    ]
    asked = ("Case Manager",)
    return Shape("the_day_it_ends_under_duration", "related.csv", text(rows), {"service_lines": truth}, {}, asked)


@shape
def weeks_on_and_weeks_off() -> Shape:
    """Sessions by the week, and in how many weeks of four there are some, under a heading that nobody lists."""
    rows = drawn("""
        Student|Student ID|Service|x/wk|Min|Rotation of weeks|Start
        Boll, Una|97761|Speech|2|30|3 on / 1 off|9/3/2025
        Cray, Vic|97762|Speech|1|20|weekly|9/3/2025
        Dorr, Wes|97763|Speech|1|45|every other week|9/3/2025
        """)
    told = {"start_date": "2025-09-03"}
    truth = [
        line("97761", "SLP", 180, "weeks:4", student="Boll, Una", **times(6, 30), **told),
        line("97762", "SLP", 20, "week", student="Cray, Vic", **times(1, 20), **told),
        line("97763", "SLP", 45, "weeks:2", student="Dorr, Wes", **times(1, 45), **told),
    ]
    return Shape("weeks_on_and_weeks_off", "services.csv", text(rows), {"service_lines": truth})


@shape
def weeks_that_only_a_title_tells() -> Shape:
    """A title speaks of three weeks of four, and no column says of which lines: it is asked once, and the lines wait."""
    rows = drawn("""
        Speech caseload - 3:1 model
        Student|Student ID|x/wk|Min|Start
        Boll, Una|97771|2|30|9/3/2025
        Cray, Vic|97772|1|20|9/3/2025
        """)
    held = {"service_lines": {"waiting": [3, 4]}}
    asked = ("3 of 4 weeks, as a title says",)
    return Shape("weeks_that_only_a_title_tells", "services.csv", text(rows), {}, held, asked)


@shape
def sums_by_week_and_month_beside_the_lines_own() -> Shape:
    """Each line tells its sessions, minutes and period; what they come to by the week and month is told as well."""
    rows: list[list[str | int | float]] = [
        [
            "Student ID",
            "Service",
            "Session Length (min)",
            "Sessions",
            "Frequency",
            "Minutes per Week",
            "Minutes per Month",
        ],
        ["46001", "OT", 30, 2, "Weekly", 60, 258],
        ["46001", "PT", 45, 1, "Monthly", 10.5, 45],
        ["46002", "Speech", 20, 9, "Quarterly", 20, 80],
    ]
    truth = [
        line("46001", "OT", 60, "week", **times(2, 30)),
        line("46001", "PT", 45, "month", **times(1, 45)),
        line("46002", "SLP", 180, "quarter", **times(9, 20)),
    ]
    return Shape(
        "sums_by_week_and_month_beside_the_lines_own", "grid.xlsx", book({"Lines": rows}), {"service_lines": truth}
    )
