"""Minutes that were used, make-ups that were only tried, marks of plus and minus, minutes in the labels of missed sessions."""

from tests.shapes.shape import Shape, drawn, given, missed, shape, text


@shape
def minutes_that_were_used() -> Shape:
    """Minutes used that grow are each session's own, where sums would make sessions of five minutes; a make-up that was only
    tried, offered or planned is no session that was given, and a minus may say that nobody came."""
    rows = drawn("""
        Virtual Session Entry
        Student No|DOS|Svc|Minutes Used|+/-|Therapist Note
        7201|9/8/2025|OT|15|+|
        7201|9/15/2025|OT|20|+|zippers
        7201|9/22/2025|OT|30|+|
        7201|9/29/2025|OT|45|+|makeup for 9/1
        7202|9/9/2025|OT|30|+|tried to set up a makeup
        7202|9/16/2025|OT|30|-|
        7202|9/23/2025|OT|30|+|make-up offered, mom declined
        """)
    truth = [
        given("7201", "2025-09-08", 15), given("7201", "2025-09-15", 20), given("7201", "2025-09-22", 30),
        {**given("7201", "2025-09-29", 45, makes_up_date="2025-09-01"), "status": "make_up"},
    ]  # fmt: skip
    return Shape(
        "minutes_that_were_used", "entry.csv", text(rows), {"sessions": truth}, {"sessions": {"waiting": [7, 8, 9]}},
        ("make-up offered in Therapist Note", "- in +/-"),
    )  # fmt: skip


@shape
def labels_with_their_minutes() -> Shape:
    """What was booked tells how long it was to be, also of those whom a tick says were absent."""
    rows = drawn("""
        Day|Child ID|Booked|No Show
        10/1/2025|7301|Speech individual (30 min)|
        10/1/2025|7302|Speech group (45 min)|X
        10/8/2025|7301|Speech individual (30 min)|X
        """)
    truth = [
        given("7301", "2025-10-01", 30, "SLP", grouping="individual"),
        missed("7302", "2025-10-01", "student_absent", "SLP", minutes=45, grouping="group"),
        missed("7301", "2025-10-08", "student_absent", "SLP", minutes=30, grouping="individual"),
    ]
    return Shape("labels_with_their_minutes", "booked.csv", text(rows), {"sessions": truth})
