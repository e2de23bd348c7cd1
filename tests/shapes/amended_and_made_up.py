"""A mandate and its amendment side by side; a log whose rows tell why a session was short and when the rest was made up."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text


@shape
def mandate_and_amendment() -> Shape:
    """The amended amount with its own day in the row of the mandate: two lines, one in force at a time."""
    rows = drawn("""
        Student|Service|Min/Wk|Start|End|Amended Min/Wk|Amended On
        Amsel, Rory|OT|60|9/15/25|9/14/26|30|10/20/25
        Bohm, Etta|OT|60|9/2/25|9/1/26||
        Egan, Pax|PT|30|9/2/25|9/1/26|45|11/3/25
        """)

    def weekly(who: str, service: str, minutes: int, start: str, end: str) -> dict:
        return line(who, service, minutes, "week", start_date=start, end_date=end)

    truth = [
        weekly("Amsel, Rory", "OT", 60, "2025-09-15", "2025-10-19"), weekly("Amsel, Rory", "OT", 30, "2025-10-20", "2026-09-14"),
        weekly("Bohm, Etta", "OT", 60, "2025-09-02", "2026-09-01"), weekly("Egan, Pax", "PT", 30, "2025-09-02", "2025-11-02"),
        weekly("Egan, Pax", "PT", 45, "2025-11-03", "2026-09-01"),
    ]  # fmt: skip
    return Shape("mandate_and_amendment", "amended.csv", text(rows), {"service_lines": truth})


@shape
def short_and_made_up_on() -> Shape:
    """No column of outcomes: the reason says that a session was missed, or cut short, and its row when it was made up."""
    rows = drawn("""
        Student|Date|Service|Scheduled min|Min given|Reason if short|Make-up date|Make-up min
        Amsel, Rory|10/1/2025|OT|30|30|||
        Bohm, Etta|10/1/2025|OT|30||student absent||
        Amsel, Rory|10/8/2025|OT|30||therapist out|10/10/2025|30
        Bohm, Etta|10/8/2025|OT|30|20|fire drill|10/14/2025|10
        """)
    a, b = "Amsel, Rory", "Bohm, Etta"
    truth = [
        given(a, "2025-10-01", 30),
        missed(b, "2025-10-01", "student_absent", minutes=30),
        missed(a, "2025-10-08", "provider_absent", minutes=30),
        given(a, "2025-10-10", 30, makes_up_date="2025-10-08") | {"status": "make_up"},
        given(b, "2025-10-08", 20, reason="school_event") | {"status": "partial"},
        given(b, "2025-10-14", 10, makes_up_date="2025-10-08") | {"status": "make_up"},
    ]
    return Shape("short_and_made_up_on", "make ups.csv", text(rows), {"sessions": truth})
