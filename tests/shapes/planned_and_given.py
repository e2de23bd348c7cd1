"""What was planned beside what was given, in rows and in columns; shares of a group, plans of make-ups, rows taken back."""

from tests.shapes.shape import Merged, Row, Shape, book, drawn, given, missed, shape, text


@shape
def rows_of_plans_in_a_grid() -> Shape:
    """Three rows a student of a grid of days, the name merged down; of one planned day nobody says what became."""
    rows = [
        ["Occupational Therapy - November 2025"],
        ["Student", "", "11/3/2025", "11/5/2025", "11/10/2025", "11/12/2025"],
        [Merged("Hale, Uma", rows=3), "Sched. Min", 30, 30, 30, ""],
        ["", "Min. Provided", 30, 20, "SA", ""],
        ["", "Difference", 0, 10, 30, ""],
        [Merged("Ibarra, Leo", rows=3), "Sched. Min", 45, "", 45, 45],
        ["", "Min. Provided", 45, "", "", 40],
        ["", "Difference", 0, "", 45, 5],
    ]
    truth = [
        given("Hale, Uma", "2025-11-03", 30), given("Hale, Uma", "2025-11-05", 20),
        missed("Hale, Uma", "2025-11-10", "student_absent"),
        given("Ibarra, Leo", "2025-11-03", 45), given("Ibarra, Leo", "2025-11-12", 40),
    ]  # fmt: skip
    held = {"sessions": {"waiting": [6]}}
    return Shape(
        "rows_of_plans_in_a_grid", "november.xlsx", book({"Nov": rows}), {"sessions": truth}, held, ("Sched. Min",)
    )


@shape
def plans_behind_the_name() -> Shape:
    """Two rows a student: which of them was planned stands behind the name."""
    rows = drawn("""
        Student|Service|Mon 11/3|Wed 11/5|Mon 11/10|Wed 11/12
        Hale, Uma (scheduled)|PT|30|30|30|30
        Hale, Uma (actual)|PT|30|25|SA|30
        Ibarra, Leo (scheduled)|PT|20||20|
        Ibarra, Leo (actual)|PT|20||15|
        """)
    truth = [
        given("Hale, Uma", "2025-11-03", 30, "PT"), given("Hale, Uma", "2025-11-05", 25, "PT"),
        missed("Hale, Uma", "2025-11-10", "student_absent", "PT"), given("Hale, Uma", "2025-11-12", 30, "PT"),
        given("Ibarra, Leo", "2025-11-03", 20, "PT"), given("Ibarra, Leo", "2025-11-10", 15, "PT"),
    ]  # fmt: skip
    return Shape("plans_behind_the_name", "2025-26 PT.csv", text(rows), {"sessions": truth})


@shape
def plans_under_the_name() -> Shape:
    """Each student is a title over a row of what was planned and one of what was given."""
    rows = drawn("""
        Speech Therapy November 2025||||
        Student|11/3/2025|11/5/2025|11/10/2025|11/12/2025
        Hale, Uma||||
        Planned|30|30|30|30
        Delivered|30|30|30|20
        Ibarra, Leo||||
        Planned|20|20|20|20
        Delivered|20|20|15|20
        """)
    days = ("2025-11-03", "2025-11-05", "2025-11-10", "2025-11-12")
    told = {"Hale, Uma": (30, 30, 30, 20), "Ibarra, Leo": (20, 20, 15, 20)}
    truth = [given(who, day, one, "SLP") for who, own in told.items() for day, one in zip(days, own, strict=True)]
    return Shape("plans_under_the_name", "speech.csv", text(rows), {"sessions": truth})


@shape
def a_list_of_plans_and_visits() -> Shape:
    """A row for the plan and a row for what became of it: given, made up, or nothing."""
    rows = drawn("""
        Date|Student ID|Discipline|Entry|Minutes
        11/3/2025|55201|OT|Planned|30
        11/3/2025|55201|OT|Delivered|25
        11/5/2025|55201|OT|Planned|30
        11/5/2025|55201|OT|Make-up|30
        11/6/2025|55202|OT|Planned|45
        11/7/2025|55202|OT|Planned|45
        11/7/2025|55202|OT|Delivered|45
        """)
    made = {**given("55201", "2025-11-05", 30), "status": "make_up"}
    truth: list[Row] = [given("55201", "2025-11-03", 25), made, given("55202", "2025-11-07", 45)]
    held = {"sessions": {"waiting": [6]}}
    return Shape("a_list_of_plans_and_visits", "visits.csv", text(rows), {"sessions": truth}, held)


@shape
def planned_and_given_under_each_day() -> Shape:
    """Two columns under each day, called nothing but what was planned and what was given; a plan alone is asked about."""
    rows = [
        ["OT November 2025"],
        ["Student", "11/3/2025", "", "11/5/2025", "", "11/10/2025", ""],
        ["", "Planned", "Given", "Planned", "Given", "Planned", "Given"],
        ["Hale, Uma", 30, 30, 30, 25, 30, 30],
        ["Ibarra, Leo", 45, 45, 45, 30, 45, ""],
    ]
    truth = [
        given("Hale, Uma", "2025-11-03", 30), given("Hale, Uma", "2025-11-05", 25), given("Hale, Uma", "2025-11-10", 30),
        given("Ibarra, Leo", "2025-11-03", 45), given("Ibarra, Leo", "2025-11-05", 30),
    ]  # fmt: skip
    held = {"sessions": {"waiting": [5]}}
    return Shape("planned_and_given_under_each_day", "two.xlsx", book({"Nov": rows}), {"sessions": truth}, held)


@shape
def written_by_mistake() -> Shape:
    """A log with its status; a remark says of one row that it should never have been written."""
    rows = drawn("""
        Log Date|Child|Therapy|Time (min)|Outcome|Remarks
        12/1/2025|Hale, Uma|PT|30|Completed|Stairs, one rail
        12/1/2025|Ibarra, Leo|PT|30|Completed|Posted in error, please delete
        12/2/2025|Ibarra, Leo|PT|20|Completed|Found the errors in his own gait
        """)
    truth = [given("Hale, Uma", "2025-12-01", 30, "PT"), given("Ibarra, Leo", "2025-12-02", 20, "PT")]
    held = {"sessions": {"waiting": [3]}}
    asked = ("posted in error in Remarks",)
    return Shape("written_by_mistake", "pt log.csv", text(rows), {"sessions": truth}, held, asked)


@shape
def written_by_mistake_among_absences() -> Shape:
    """A log without a status: its notes tell an absence, and of one row that it should never have been written."""
    rows = drawn("""
        Date|Student|Service|Min|Notes
        12/1/2025|Hale, Uma|OT|30|Buttons, 3/5
        12/1/2025|Ibarra, Leo|OT|30|Wrong student - disregard
        12/2/2025|Ibarra, Leo|OT|30|No session - student absent
        """)
    truth = [given("Hale, Uma", "2025-12-01", 30), missed("Ibarra, Leo", "2025-12-02", "student_absent", minutes=30)]
    held = {"sessions": {"waiting": [3]}}
    return Shape("written_by_mistake_among_absences", "ot.csv", text(rows), {"sessions": truth}, held)


@shape
def each_ones_share_of_a_group() -> Shape:
    """A group's session beside each student's share of it: everybody had the whole session."""
    rows = drawn("""
        Service Date|Student ID|Service|# Students|Prorated (min)|Duration (min)
        12/1/2025|55201|SLP|3|15|45
        12/1/2025|55202|SLP|3|15|45
        12/2/2025|55203|SLP|4|8|30
        12/3/2025|55201|SLP|1|30|30
        """)
    of_three, of_four = {"grouping": "group", "group_size": 3}, {"grouping": "group", "group_size": 4}
    truth = [
        given("55201", "2025-12-01", 45, "SLP", **of_three), given("55202", "2025-12-01", 45, "SLP", **of_three),
        given("55203", "2025-12-02", 30, "SLP", **of_four),
        given("55201", "2025-12-03", 30, "SLP", grouping="individual", group_size=1),
    ]  # fmt: skip
    return Shape("each_ones_share_of_a_group", "slp groups.csv", text(rows), {"sessions": truth})


@shape
def make_ups_still_planned() -> Shape:
    """Missed sessions with the day on which each is to be made up: no session was on it."""
    rows = drawn("""
        Make-ups owed, as of 12/19/2025
        Student ID|Service|Missed On|Why|Minutes Missed|Make-up scheduled for (date)|Made up yet?
        55201|OT|12/1/2025|OT out sick|30|1/8/2026|No
        55202|PT|12/2/2025|PT at a training|45||No
        """)
    truth = [
        missed("55201", "2025-12-01", "provider_absent", minutes=30),
        missed("55202", "2025-12-02", "provider_meeting", "PT", minutes=45),
    ]
    return Shape("make_ups_still_planned", "owed.csv", text(rows), {"sessions": truth})


@shape
def make_ups_given_or_not() -> Shape:
    """Whether each missed session was made up on its day is told; how long, nobody says: that is asked."""
    rows = drawn("""
        Student ID|Service|Date Missed|Reason|Minutes Missed|Make-Up Date|Completed Makeup
        55201|OT|12/1/2025|Therapist absent|30|1/8/2026|Yes
        55202|OT|12/2/2025|Assembly|45|1/9/2026|No
        """)
    truth = [
        missed("55201", "2025-12-01", "provider_absent", minutes=30),
        missed("55202", "2025-12-02", "school_event", minutes=45),
    ]
    held = {"sessions": {"waiting": [2]}}
    return Shape("make_ups_given_or_not", "made up.csv", text(rows), {"sessions": truth}, held)


@shape
def slots_of_a_timetable() -> Shape:
    """A weekday and from when to when for each student: no line of an IEP, and no session."""
    rows = drawn("""
        Speech timetable - starts 9/8/2025
        Weekday|From|To|Child|Service|Place|Min
        M|8:30|9:00|Hale, Uma|SLP|Speech Room|30
        M|9:00|9:30|Ibarra, Leo|SLP|Classroom|30
        W|8:30|9:15|Hale, Uma|SLP|Speech Room|45
        """)
    return Shape("slots_of_a_timetable", "timetable.csv", text(rows), {})


@shape
def minutes_of_a_child_and_of_a_therapist() -> Shape:
    """The therapist's time has preparation and driving in it, and is counted once a group; each child's own counts."""
    rows = drawn("""
        DOS|Pupil ID|Discipline|Group Size|Child Min|Group Min (all children)|Planning Min|Driving Min|Therapist Min
        10/6/2025|61001|OT|2|30|55|10|15|55
        10/6/2025|61002|OT|2|25|55|0|0|30
        10/7/2025|61003|OT|1|20|20|5|0|25
        """)
    truth = [
        given("61001", "2025-10-06", 30, group_size=2, grouping="group"),
        given("61002", "2025-10-06", 25, group_size=2, grouping="group"),
        given("61003", "2025-10-07", 20, group_size=1, grouping="individual"),
    ]
    return Shape("minutes_of_a_child_and_of_a_therapist", "ot time.csv", text(rows), {"sessions": truth})


@shape
def scheduled_dates_beside_service_dates() -> Shape:
    """A session that was missed has no day of service: it was missed on the day for which it was scheduled."""
    rows = drawn("""
        Student|Service|Scheduled Date|Scheduled Min|Service Date|Delivered Min|Variance|Reason for Variance
        Yates, Una|OT|10/6/2025|30|10/6/2025|30|0|
        Yates, Una|OT|10/8/2025|30|||-30|Student absent
        Yates, Una|OT|10/13/2025|30|10/14/2025|30|0|Make-up for 10/13
        Zeller, Vic|OT|10/8/2025|45|||-45|Provider at training
        """)
    una, vic = "Yates, Una", "Zeller, Vic"
    truth = [
        given(una, "2025-10-06", 30), missed(una, "2025-10-08", "student_absent", minutes=30),
        given(una, "2025-10-14", 30, makes_up_date="2025-10-13") | {"status": "make_up"},
        missed(vic, "2025-10-08", "provider_meeting", minutes=45),
    ]  # fmt: skip
    return Shape("scheduled_dates_beside_service_dates", "variance.csv", text(rows), {"sessions": truth})
