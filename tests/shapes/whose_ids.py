"""Ids whose heading doesn't say whose they are, and rows of which none is what it looks like."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text, times


@shape
def ids_that_number_the_rows() -> Shape:
    """A form's export numbers its rows: one child's name stands beside two of the numbers."""
    rows = drawn("""
        ID|Student|Date|Service|Minutes|Status
        1|Lowe, Ana|10/6/2025|OT|30|Delivered
        2|Mann, Eli|10/6/2025|OT|30|Delivered
        3|Lowe, Ana|10/7/2025|OT|30|Student Absent
        """)
    truth = [
        given("Lowe, Ana", "2025-10-06", 30),
        given("Mann, Eli", "2025-10-06", 30),
        missed("Lowe, Ana", "2025-10-07", "student_absent", minutes=30),
    ]
    return Shape("ids_that_number_the_rows", "form.csv", text(rows), {"sessions": truth})


@shape
def ids_of_a_list_s_items() -> Shape:
    """A list gives each of its items an id, which stays its own; children come again."""
    rows = drawn("""
        ID|Student|Date|Service|Minutes|Status
        5012|Lowe, Ana|10/6/2025|OT|30|Delivered
        5013|Mann, Eli|10/6/2025|OT|30|Delivered
        5015|Lowe, Ana|10/8/2025|OT|30|Delivered
        5016|Mann, Eli|10/8/2025|OT|30|Delivered
        """)
    told = [
        ("5012", "Lowe, Ana", "06"),
        ("5013", "Mann, Eli", "06"),
        ("5015", "Lowe, Ana", "08"),
        ("5016", "Mann, Eli", "08"),
    ]
    truth = [given(who, f"2025-10-{day}", 30, session_id=one) for one, who, day in told]
    return Shape("ids_of_a_list_s_items", "items.csv", text(rows), {"sessions": truth})


@shape
def ids_of_children_with_a_line_each() -> Shape:
    """Each child has one line and an id that counts nothing: it is the child's."""
    rows = drawn("""
        ID|Student|Svc|Freq|Dur|Unit|Start
        40012|Lowe, Ana|OT|2|30|Weekly|9/2/2025
        40013|Mann, Eli|OT|1|30|Weekly|9/2/2025
        40044|Nunez, Rio|PT|3|20|Monthly|9/2/2025
        """)
    at = {"start_date": "2025-09-02"}
    truth = [
        line("40012", "OT", 60, "week", **times(2, 30), **at),
        line("40013", "OT", 30, "week", **times(1, 30), **at),
        line("40044", "PT", 60, "month", **times(3, 20), **at),
    ]
    return Shape("ids_of_children_with_a_line_each", "lines.csv", text(rows), {"service_lines": truth})


@shape
def weeks_of_one_mandate() -> Shape:
    """What was planned and given in each week of one child's mandate: the mandate isn't promised once a week's row."""
    rows = drawn("""
        Student Name: Ana Lowe
        Service: OT 60 min/week

        Week|Planned|Delivered|Balance
        9/2-9/5|60|60|0
        9/8-9/12|60|30|-30
        9/15-9/19|60|90|0
        """)
    return Shape("weeks_of_one_mandate", "balance.csv", text(rows), refused="no column says the day")


@shape
def answers_numbered_by_their_form() -> Shape:
    """A form numbers its answers and names who gave them beside the student."""
    rows = drawn("""
        ID|Start time|Completion time|Name|Student|Date of session|Service|How many minutes?|Was the student seen?
        1|10/6/25 15:02:11|10/6/25 15:03:40|Kay Rivers|Ana Lowe|10/6/2025|OT|30|Yes
        2|10/6/25 15:04:00|10/6/25 15:05:10|Kay Rivers|Eli Mann|10/6/2025|OT|30|Yes
        3|10/8/25 14:00:00|10/8/25 14:01:00|Kay Rivers|Ana Lowe|10/8/2025|OT|20|Yes
        """)
    told = [("Lowe, Ana", "06", 30), ("Mann, Eli", "06", 30), ("Lowe, Ana", "08", 20)]
    truth = [
        given(who, f"2025-10-{day}", minutes, provider="Rivers, Kay", logged_on=f"2025-10-{day}")
        for who, day, minutes in told
    ]
    return Shape("answers_numbered_by_their_form", "answers.csv", text(rows), {"sessions": truth})


@shape
def plans_told_by_their_kind_alone() -> Shape:
    """Which plan a line is of stands under a heading that may be of anything."""
    rows = drawn("""
        Record Type|Student ID|Service|Begin|End|Min|Freq|Per
        IEP|40012|OT|9/2/25|9/1/26|30|2|Week
        504|40050|OT|9/2/25|9/1/26|15|1|Month
        """)
    at = {"start_date": "2025-09-02", "end_date": "2026-09-01"}
    truth = [
        line("40012", "OT", 60, "week", **times(2, 30), **at),
        line("40050", "OT", 15, "month", **times(1, 15), **at) | {"plan_type": "504"},
    ]
    return Shape("plans_told_by_their_kind_alone", "records.csv", text(rows), {"service_lines": truth})


@shape
def cycles_with_their_state_codes() -> Shape:
    """A state's code stands before each cycle, and is no number of sessions; 40 a year may be one."""
    rows = drawn("""
        Student ID|Service|Frequency|Duration|Start
        40012|Occupational Therapy|20 Weekly|60|9/2/2025
        40013|Language and Speech|30 Monthly|120|9/2/2025
        40014|Adapted PE|40 Yearly|30|9/2/2025
        """)
    at = {"start_date": "2025-09-02"}
    truth = [
        line("40012", "OT", 60, "week", **at),
        line("40013", "SLP", 120, "month", **at),
        line("40014", "APE", 1200, "year", **times(40, 30), **at),
    ]
    return Shape("cycles_with_their_state_codes", "services.csv", text(rows), {"service_lines": truth})
