"""Books whose students stand under the heading of the week, and whose sites do."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def weeks_over_students() -> Shape:
    """A block a week without a line between: the week over the names, bare weekdays beside it, one absence in all."""
    rows = drawn("""
        PT book 2025-26|||Therapist: Sato, Mina||
        Week of 10/6|Mon|Tue|Wed|Thu|Fri
        Otto Bohm|30|||25|
        Ida Amsel||20||20|
        Week of 10/13|Mon|Tue|Wed|Thu|Fri
        Otto Bohm||30||student absent|
        Ida Amsel||20|||15
        Week of 10/20|Mon|Tue|Wed|Thu|Fri
        Ida Amsel||20|||
        """)
    otto, ida, by = "Bohm, Otto", "Amsel, Ida", {"service": "PT", "provider": "Sato, Mina"}
    truth = [
        given(otto, "2025-10-06", 30, **by), given(otto, "2025-10-09", 25, **by),
        given(ida, "2025-10-07", 20, **by), given(ida, "2025-10-09", 20, **by),
        given(otto, "2025-10-14", 30, **by), missed(otto, "2025-10-16", "student_absent", **by),
        given(ida, "2025-10-14", 20, **by), given(ida, "2025-10-17", 15, **by),
        given(ida, "2025-10-21", 20, **by),
    ]  # fmt: skip
    return Shape("weeks_over_students", "minutes.xlsx", book({"Oct": rows}), {"sessions": truth})


@shape
def weeks_over_sites() -> Shape:
    """Minutes of sites under the same headings are nobody's."""
    rows = drawn("""
        OT minutes by site
        Week of 9/8/2025|9/8/2025|9/9/2025|9/10/2025
        Elm Street|60|90|
        Port Haven|45||120
        """)
    return Shape("weeks_over_sites", "sites.csv", text(rows), refused="no column says the student")
