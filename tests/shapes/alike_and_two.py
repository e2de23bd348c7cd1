"""Lines that are alike, and are two."""

from tests.shapes.shape import Shape, drawn, given, line, shape, text, times


@shape
def two_lines_alike() -> Shape:
    """Two services of a child that are the same in all that is read are two lines, and not one told twice."""
    rows = drawn("""
        Student Name|School|Service 1|Frequency 1|Focus 1|Service 2|Frequency 2|Focus 2
        Lane, Ada|Oak|OT|30 min 1x/week|fine motor|OT|30 min 1x/week|feeding
        Roe, Ben|Oak|PT|30 min 2x/week|gait|||
        Dunn, Cy|Elm|OT|45 min 1x/week||||
        """)
    truth = [
        line("Lane, Ada", "OT", 30, "week", **times(1, 30), school="Oak"),
        line("Lane, Ada", "OT", 30, "week", **times(1, 30), school="Oak"),
        line("Roe, Ben", "PT", 60, "week", **times(2, 30), school="Oak"),
        line("Dunn, Cy", "OT", 45, "week", **times(1, 45), school="Elm"),
    ]
    return Shape("two_lines_alike", "OT lines.csv", text(rows), {"service_lines": truth})


@shape
def kinds_beside_their_sum() -> Shape:
    """Minutes of direct and of indirect work beside the time of both: each is a session, the sum is none."""
    rows = drawn("""
        Student Name|Date|Service|Direct Minutes|Indirect Minutes|Total Time
        Lane, Ada|9/8/2025|OT|30|15|45
        Roe, Ben|9/9/2025|OT|30||30
        """)
    truth = [
        given("Lane, Ada", "2025-09-08", 30, kind="direct"), given("Lane, Ada", "2025-09-08", 15, kind="indirect"),
        given("Roe, Ben", "2025-09-09", 30, kind="direct"),
    ]  # fmt: skip
    return Shape("kinds_beside_their_sum", "OT log.csv", text(rows), {"sessions": truth})
