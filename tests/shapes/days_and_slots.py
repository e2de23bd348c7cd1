"""Books kept by hand that tell several sessions in a cell: lists of days seen and missed, weeks with what they come to."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text

VAL = {"provider": "Voss, Val"}


@shape
def days_seen_and_days_missed() -> Shape:
    """A row a child: the days seen with a shorter one in brackets, the days missed with why, counts at the side."""
    rows = [["Turn-in sheet, November 2025"], ["Val Voss, COTA/L"], *drawn("""
        Student|Service|Min each|Dates seen|Missed (dates)|# seen
        Payne, Ola|OT|30|11/3, 11/10 (20 min), 11/17|11/24 absent|3
        Quade, Ros|OT|20|11/4; 11/18|11/11 (OT out sick), 11/25 - assembly|2
        Amsel, Ida|OT|45|||
        """)]  # fmt: skip
    truth = [
        given("Payne, Ola", "2025-11-03", 30, **VAL), given("Payne, Ola", "2025-11-10", 20, **VAL),
        given("Payne, Ola", "2025-11-17", 30, **VAL), missed("Payne, Ola", "2025-11-24", "student_absent", minutes=30, **VAL),
        given("Quade, Ros", "2025-11-04", 20, **VAL), given("Quade, Ros", "2025-11-18", 20, **VAL),
        missed("Quade, Ros", "2025-11-11", "provider_absent", minutes=20, **VAL),
        missed("Quade, Ros", "2025-11-25", "school_event", minutes=20, **VAL),
    ]  # fmt: skip
    return Shape("days_seen_and_days_missed", "turn in.csv", text(rows), {"sessions": truth})


@shape
def weeks_with_what_they_come_to() -> Shape:
    """A tab a child with a row a week: what was promised, the days, what was given of it in all, and the balance."""
    rows = drawn("""
        Student:|Ola Payne
        Service:|OT
        Therapist:|Val Voss

        Week of|Owed|M|T|W|Th|F|Given|Balance
        11/3/2025|60|30||30|||60|0
        11/10/2025|60||A||20||20|40

        A = absent
        """)
    truth = [
        given("Payne, Ola", "2025-11-03", 30, **VAL), given("Payne, Ola", "2025-11-05", 30, **VAL),
        missed("Payne, Ola", "2025-11-11", "student_absent", **VAL), given("Payne, Ola", "2025-11-13", 20, **VAL),
    ]  # fmt: skip
    return Shape("weeks_with_what_they_come_to", "owed.xlsx", book({"Ola": rows}), {"sessions": truth})
