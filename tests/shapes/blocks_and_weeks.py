"""Logs in blocks of a student each, with what was carried forward."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def blocks_headed_in_cells() -> Shape:
    """Each block begins with its student and more in several cells; what was owed before is no session."""
    rows = drawn("""
        PT SERVICE RECORD - 2nd Quarter
        Therapist: Sato, Mina PT

        Student: Bohm, Otto||Room 12|
        Date|Status|Minutes|Left to give
        |Balance forward||90
        11/4/2025|Seen|30|60
        11/11/2025|Absent||60
        Subtotal||30|60

        Student: Amsel, Ida||Gr. 4|
        Date|Status|Minutes|Left to give
        |Carried over from Q1||45
        11/5/2025|Seen|45|0
        Subtotal||45|0
        """)
    by = {"service": "PT", "provider": "Sato, Mina"}
    truth = [
        given("Bohm, Otto", "2025-11-04", 30) | by,
        missed("Bohm, Otto", "2025-11-11", "student_absent") | by,
        given("Amsel, Ida", "2025-11-05", 45) | by,
    ]
    return Shape("blocks_headed_in_cells", "q2.xlsx", book({"Q2": rows}), {"sessions": truth})


@shape
def names_with_grades_over_blocks() -> Shape:
    """No word says student: a name with a grade is one."""
    rows = drawn("""
        OT notes 2025-26

        Bohm, Otto|Gr 6|OT
        Date|Min|Status
        11/4/2025|30|Present
        11/11/2025||Absent

        Amsel, Ida|Grade 2|OT
        Date|Min|Status
        11/5/2025|45|Present
        """)
    truth = [
        given("Bohm, Otto", "2025-11-04", 30),
        missed("Bohm, Otto", "2025-11-11", "student_absent"),
        given("Amsel, Ida", "2025-11-05", 45),
    ]
    return Shape("names_with_grades_over_blocks", "notes.csv", text(rows), {"sessions": truth})
