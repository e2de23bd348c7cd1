"""Groups in a student's place, a child's id in two forms, amounts of two school years side by side."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text, times


@shape
def groups_in_a_students_place() -> Shape:
    """A group, a room or a remark is no child; Tim Bunch and Group, Ann are, and whoever has an id is the one with it."""
    rows = drawn("""
        Seen on|Client|ID|Svc|Min|Result
        10/6/2025|Tim Bunch||OT|30|Seen
        10/6/2025|Friendship Bunch||OT|30|Seen
        10/7/2025|Group, Ann||OT|30|Absent
        10/7/2025|PT group||OT|30|Seen
        10/8/2025|Mr. Roe's class||OT|20|Seen
        10/8/2025|Room 14||OT|20|Seen
        10/9/2025|Thurs Group|77120|OT|25|Seen
        10/9/2025|See notes||OT|20|Seen
        10/9/2025|See Vang||OT|20|Seen
        """)
    truth = [
        given("Bunch, Tim", "2025-10-06", 30), missed("Group, Ann", "2025-10-07", "student_absent", minutes=30),
        given("77120", "2025-10-09", 25), given("Vang, See", "2025-10-09", 20),
    ]  # fmt: skip
    held = {"sessions": {"rejected": [3, 5, 6, 7, 9]}}
    return Shape("groups_in_a_students_place", "clients.csv", text(rows), {"sessions": truth}, held)


@shape
def two_forms_of_ids() -> Shape:
    """Where several names stand beside an id of each of two forms, a child has one; namesakes have two of one form."""
    rows = drawn("""
        Last Name|First Name|Student #|Service|Minutes per week
        Abel|Una|104422|OT|30
        Bark|Ian|OH778811223|OT|30
        Abel|Una|OH778811200|PT|40
        Cole|Ada|104424|OT|30
        Bark|Ian|104423|Speech|60
        Dorn|Eve|104425|Speech|60
        Dorn|Eve|104477|OT|60
        """)
    truth = [
        line("104422", "OT", 30, "week", student="Abel, Una"), line("104422", "PT", 40, "week", student="Abel, Una"),
        line("104423", "OT", 30, "week", student="Bark, Ian"), line("104423", "SLP", 60, "week", student="Bark, Ian"),
        line("104424", "OT", 30, "week", student="Cole, Ada"), line("104425", "SLP", 60, "week", student="Dorn, Eve"),
        line("104477", "OT", 60, "week", student="Dorn, Eve"),
    ]  # fmt: skip
    return Shape("two_forms_of_ids", "two systems.csv", text(rows), {"service_lines": truth})


@shape
def amounts_of_two_years() -> Shape:
    """Amounts under each of two school years are lines of that year, at the building that is told of it."""
    rows = drawn("""
        ||SY 2024-2025||SY 2025-2026|
        Pupil|Service|Bldg Code|Min/wk|Bldg Code|Min/wk
        Abel, Una|OT|210|30|220|45
        Bark, Ian|PT|220|60||
        """)
    last, this = ({"start_date": f"{one}-07-01", "end_date": f"{one + 1}-06-30"} for one in (2024, 2025))
    truth = [
        line("Abel, Una", "OT", 30, "week", school="210", **last), line("Abel, Una", "OT", 45, "week", school="220", **this),
        line("Bark, Ian", "PT", 60, "week", school="220", **last),
    ]  # fmt: skip
    return Shape("amounts_of_two_years", "years.csv", text(rows), {"service_lines": truth})


@shape
def two_years_before_every_heading() -> Shape:
    """The same with the year in each heading, where times and minutes are apart."""
    rows = drawn("""
        Name|Service|24-25 Min|24-25 Freq|25-26 Min|25-26 Freq
        Abel, Una|OT|30|2x/wk|30|1x/wk
        Bark, Ian|PT|||20|3x/mo
        """)
    last, this = ({"start_date": f"{one}-07-01", "end_date": f"{one + 1}-06-30"} for one in (2024, 2025))
    truth = [
        line("Abel, Una", "OT", 60, "week", **times(2, 30), **last),
        line("Abel, Una", "OT", 30, "week", **times(1, 30), **this),
        line("Bark, Ian", "PT", 60, "month", **times(3, 20), **this),
    ]
    return Shape("two_years_before_every_heading", "both years.csv", text(rows), {"service_lines": truth})


@shape
def two_years_and_a_start() -> Shape:
    """Beside the start of a line nobody knows which year's amount it is of."""
    rows = drawn("""
        Name|Service|Start Date|24-25 Min/wk|25-26 Min/wk
        Abel, Una|OT|9/8/2025|30|60
        Bark, Ian|OT|9/10/2025|60|20
        """)
    held = {"service_lines": {"waiting": [2, 3]}}
    return Shape("two_years_and_a_start", "started.csv", text(rows), {}, held, asked=("25-26 Min/wk",))
