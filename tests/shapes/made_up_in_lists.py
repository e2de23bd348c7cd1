"""Lists of missed sessions and of make-ups whose days stand without a year, and keys on a sheet of their own in lines."""

from tests.shapes.shape import Row, Shape, book, drawn, given, missed, shape, text


@shape
def missed_and_made_up_without_a_year() -> Shape:
    """What was missed, why, and when it was made up, in days without a year that a title tells."""
    rows = drawn("""
        OT minutes missed / made up, Sept 2025|||||
        Student|Missed (date)|Why|Min owed|Made up (date)|Min made up
        Ode, Ivy|9/4|OT out|30|9/11|30
        Ode, Ivy|9/18|assembly|30||
        Pye, Max|9/5|absent|20|9/12|10
        """)
    ivy, pye = "Ode, Ivy", "Pye, Max"

    def back(who: str, day: str, minutes: int, of: str) -> Row:
        return given(who, day, minutes, makes_up_date=of) | {"status": "make_up"}

    truth = [
        missed(ivy, "2025-09-04", "provider_absent", minutes=30), back(ivy, "2025-09-11", 30, "2025-09-04"),
        missed(ivy, "2025-09-18", "school_event", minutes=30),
        missed(pye, "2025-09-05", "student_absent", minutes=20), back(pye, "2025-09-12", 10, "2025-09-05"),
    ]  # fmt: skip
    return Shape("missed_and_made_up_without_a_year", "missed.csv", text(rows), {"sessions": truth})


@shape
def make_ups_with_why_the_other_was_missed() -> Shape:
    """A list of make-ups: the reason is of the session that each is for; of two days none is told."""
    rows = drawn("""
        OT make-up log 2025-26||||
        Date of make-up|Student|Minutes|For session missed on|Reason missed
        10/9/2025|Ode, Ivy|30|10/2|OT absent
        10/10/2025|Pye, Max|15|10/3 & 10/6|assembly
        10/15/2025|Pye, Max|15|10/6|assembly
        """)

    def back(who: str, day: str, minutes: int, **more: str) -> Row:
        return given(who, day, minutes, **more) | {"status": "make_up"}

    truth = [
        back("Ode, Ivy", "2025-10-09", 30, makes_up_date="2025-10-02"),
        back("Pye, Max", "2025-10-10", 15),
        back("Pye, Max", "2025-10-15", 15, makes_up_date="2025-10-06"),
    ]
    return Shape("make_ups_with_why_the_other_was_missed", "makeups.csv", text(rows), {"sessions": truth})


@shape
def a_key_in_lines_on_its_own_sheet() -> Shape:
    """A sheet of one column is the key to the codes of the other: a code and its meaning in each line."""
    sheets = {
        "PT log": drawn("""
            Date|Student|Min|Code
            9/8/2025|Lin, Ada|30|P
            9/8/2025|Max, Bo||A
            9/10/2025|Lin, Ada||PA
            """),
        "Codes": [["P = present"], ["A = student absent"], ["PA = provider absent"]],
    }
    truth = [
        given("Lin, Ada", "2025-09-08", 30, "PT"), missed("Max, Bo", "2025-09-08", "student_absent", "PT"),
        missed("Lin, Ada", "2025-09-10", "provider_absent", "PT"),
    ]  # fmt: skip
    return Shape("a_key_in_lines_on_its_own_sheet", "log.xlsx", book(sheets), {"sessions": truth})


@shape
def blocks_under_days() -> Shape:
    """A grid of days in blocks with the header told again: the last block has fewer days filled."""
    rows = drawn("""
        Riverside Elementary - OT - Ida Holm, OTR/L - Sept 2025
        Block A
        Student|9/9|9/11|9/16|9/18|9/23
        Ames, Bo|30|30|A|30|30
        Byrd, Cy|30|30|30|30|A
        Block B
        Student|9/9|9/11|9/16|9/18|9/23
        Dahl, Eve|30||30||30
        Eng, Fay|A||30||15
        Key: A = absent, number = minutes
        """)
    days = ("2025-09-09", "2025-09-11", "2025-09-16", "2025-09-18", "2025-09-23")
    by = {"provider": "Holm, Ida", "school": "Riverside Elementary"}
    cells = [
        (row[0], day, cell)
        for row in rows
        if len(row) > 1 and "," in row[0]
        for day, cell in zip(days, row[1:], strict=True)
    ]
    truth = [
        missed(who, day, "student_absent", **by) if cell == "A" else given(who, day, int(cell), **by)
        for who, day, cell in cells
        if cell
    ]
    return Shape("blocks_under_days", "blocks.csv", text(rows), {"sessions": truth})
