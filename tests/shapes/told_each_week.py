"""Lines told anew for every week, units of a length, single days beside breaks, and amounts that are the current ones."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text


@shape
def lines_told_each_week() -> Shape:
    """The same line stands in each of two weeks: it is one, and the minutes given in a week are no total of it."""
    rows = drawn("""
        Week of|Student|Service|Minutes per week|Minutes provided|Shortage
        11/03/2025|Abt, Lia|PT|60|60|0
        11/03/2025|Bohr, Ned|PT|30|0|30
        11/10/2025|Abt, Lia|PT|60|30|30
        11/10/2025|Bohr, Ned|PT|30|30|0
        """)
    truth = [line("Abt, Lia", "PT", 60, "week"), line("Bohr, Ned", "PT", 30, "week")]
    return Shape("lines_told_each_week", "weekly check.csv", text(rows), {"service_lines": truth})


@shape
def amounts_that_change_by_month() -> Shape:
    """A mandate that another one follows in a later month is a line until then; the later one begins with its month, or
    with the day that its own row tells."""
    rows = drawn("""
        Month|Pupil|Discipline|Mandated Minutes per Month|Start Date|Delivered Minutes|Status
        9/2025|Oyler, Kit|Speech|120|8/25/2025|100|Open
        10/2025|Oyler, Kit|Speech|120|8/25/2025|120|Open
        11/2025|Oyler, Kit|Speech|60|8/25/2025|60|Open
        9/2025|Pruitt, Zoe|Speech|120|8/25/2025|100|Open
        10/2025|Pruitt, Zoe|Speech|90|10/14/2025|90|Open
        11/2025|Pruitt, Zoe|Speech|0|10/14/2025|0|Closed
        12/2025|Pruitt, Zoe|Speech|90|10/14/2025|60|Open
        """)
    truth = [
        line("Oyler, Kit", "SLP", 120, "month", start_date="2025-08-25"),
        line("Oyler, Kit", "SLP", 60, "month", start_date="2025-11-01"),
        line("Pruitt, Zoe", "SLP", 120, "month", start_date="2025-08-25"),
        line("Pruitt, Zoe", "SLP", 90, "month", start_date="2025-10-14"),
    ]
    return Shape("amounts_that_change_by_month", "monthly.csv", text(rows), {"service_lines": truth})


@shape
def units_of_a_length() -> Shape:
    """How long a unit is stands beside how many a session had; units approved and used are no session's."""
    rows = drawn("""
        Student ID|Service|Session Date|Approved Units|Used Units|Session Units|Minutes per Unit|Outcome
        20417|OT|11/03/2025|60|4|3|15|Completed
        20417|OT|11/10/2025|60|4|0|15|Student absent
        20433|OT|11/04/2025|40|2|2|15|Completed
        """)
    truth = [
        given("20417", "2025-11-03", 45), missed("20417", "2025-11-10", "student_absent", minutes=0),
        given("20433", "2025-11-04", 30),
    ]  # fmt: skip
    return Shape("units_of_a_length", "units november.csv", text(rows), {"sessions": truth})


@shape
def single_days_beside_breaks() -> Shape:
    """Breaks have a first and a last day; other rows have one day in a column of its own."""
    rows = drawn("""
        Event Date|Start|End|Event|Students
        10/13/2025|||Columbus Day|Off
        11/27/2025|11/27/2025|11/28/2025|Thanksgiving Recess|Off
        03/20/2026|||Snow day|Off
        """)
    shut = {"is_instructional": False}
    truth = [
        *({"day": day, **shut, "day_type": "holiday"} for day in ("2025-10-13", "2025-11-27", "2025-11-28")),
        {"day": "2026-03-20", **shut, "day_type": "emergency_closed"},
    ]
    return Shape("single_days_beside_breaks", "events.csv", text(rows), {"calendar_days": truth})


@shape
def current_beside_prior() -> Shape:
    """The current minutes and frequency are the line's; the prior ones are of the plan before."""
    rows = drawn("""
        Student ID|Service|Prior Min|Current Min|Prior Freq|Current Freq|Start Date
        30118|OT|45|30|Weekly|Weekly|11/03/2025
        30118|PT|60|60|Weekly|Monthly|11/03/2025
        """)
    start = {"start_date": "2025-11-03"}
    truth = [line("30118", "OT", 30, "week", **start), line("30118", "PT", 60, "month", **start)]
    return Shape("current_beside_prior", "amended.csv", text(rows), {"service_lines": truth})


@shape
def checked_in_and_out() -> Shape:
    """When somebody checked in and out, each with its day, tells the day and the times of a session."""
    rows = drawn("""
        Student ID|Visit Type|CheckInDT|CheckOutDT|Visit Status|No Show Reason|Clinician
        40223|OT|2025-11-03 09:00|2025-11-03 09:30|Completed||Imhof, Pia
        40223|OT|2025-11-10 09:00||No Show|Sick|Imhof, Pia
        40231|OT|2025-11-04 10:00|2025-11-04 10:45|Completed||Imhof, Pia
        """)
    by = {"provider": "Imhof, Pia"}
    truth = [
        given("40223", "2025-11-03", 30, start_time="09:00", end_time="09:30", **by),
        missed("40223", "2025-11-10", "student_absent", start_time="09:00", **by),
        given("40231", "2025-11-04", 45, start_time="10:00", end_time="10:45", **by),
    ]
    return Shape("checked_in_and_out", "visits.csv", text(rows), {"sessions": truth})


@shape
def goals_by_code_beside_objectives() -> Shape:
    """A code that several students have is no goal that tells of several: each student has it once."""
    rows = drawn("""
        Student|Goal|Objective|Start|Criterion
        Crane, Sy|G1|Cut along a line|20%|80%
        Crane, Sy|G2|Button a coat|10%|90%
        Dorn, Una|G1|Write own name|50%|85%
        """)
    truth = [
        {"student": who, "goal_id": code, "goal_text": words, "baseline": start, "target": aim, "unit": "percent"}
        for who, code, words, start, aim in (
            ("Crane, Sy", "G1", "Cut along a line", 20, 80), ("Crane, Sy", "G2", "Button a coat", 10, 90),
            ("Dorn, Una", "G1", "Write own name", 50, 85),
        )
    ]  # fmt: skip
    return Shape("goals_by_code_beside_objectives", "objectives.csv", text(rows), {"goals": truth})
