"""A log's sheet with no more than two days, each a column."""

from tests.shapes.shape import Shape, drawn, given, missed, shape, text


@shape
def two_days_beside_students() -> Shape:
    """Two days behind nothing but who a student is are those of sessions."""
    rows = drawn("""
        Student ID|Student|10/6/2025|10/8/2025
        3301|Ibsen, Lea|30|30
        3302|Jory, Max|absent|20
        """)
    truth = [
        given("3301", "2025-10-06", 30), given("3301", "2025-10-08", 30), given("3302", "2025-10-08", 20),
        missed("3302", "2025-10-06", "student_absent"),
    ]  # fmt: skip
    return Shape("two_days_beside_students", "OT log october.csv", text(rows), {"sessions": truth})
