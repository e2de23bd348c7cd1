"""Extended years beside regular ones, groups of whom a note names who was out, and other headings in short."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text, times


@shape
def a_mark_beside_amounts_of_the_extended_year() -> Shape:
    """The yes says only that there is an amount of the extended year, by the week where the regular one is by the month."""
    rows = drawn("""
        Stu #|Svc|Min/Sess|Sess/Mo|Tot Min/Mo|ESY?|ESY Min/Sess|ESY Sess/Wk|Beg|End
        801|OT|30|8|240|Y|30|1|8/25/2025|6/5/2026
        802|ST|20|12|240|N|||8/25/2025|6/5/2026
        """)
    year = {"start_date": "2025-08-25", "end_date": "2026-06-05"}
    truth = [
        line("801", "OT", 240, "month", **times(8, 30), **year),
        line("801", "OT", 30, "week", **times(1, 30)) | {"esy": True},
        line("802", "SLP", 240, "month", **times(12, 20), **year),
    ]
    return Shape("a_mark_beside_amounts_of_the_extended_year", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def a_mark_on_a_line_of_the_regular_year() -> Shape:
    """Nobody's extended year goes from August to June: which year the yes is of is asked."""
    rows = drawn("""
        Student ID|Service|Min/Sess|Sess/Wk|ESY|Begin|End
        811|OT|30|2|Y|8/25/2025|6/5/2026
        812|SLP|20|1|N|8/25/2025|6/5/2026
        811|OT|30|1|Y|6/15/2026|7/10/2026
        """)
    summer = {"start_date": "2026-06-15", "end_date": "2026-07-10", "esy": True}
    truth = [
        line("812", "SLP", 20, "week", **times(1, 20), start_date="2025-08-25", end_date="2026-06-05"),
        line("811", "OT", 30, "week", **times(1, 30)) | summer,
    ]
    held = {"service_lines": {"waiting": [2]}}
    return Shape(
        "a_mark_on_a_line_of_the_regular_year", "lines 811.csv", text(rows), {"service_lines": truth}, held=held
    )


@shape
def a_note_names_who_was_out() -> Shape:
    """Who was out is told in a note, whether the cell of names has them or only those who came."""
    rows = drawn("""
        Date|Students|Start|End|Svc|Notes
        10/7/2025|Amy Lane, Bo Ruiz, Cy Dunn|8:40 AM|9:10 AM|SLP|
        10/9/2025|Amy Lane, Cy Dunn|8:40 AM|9:10 AM|SLP|Bo absent
        10/14/2025|Amy Lane, Bo Ruiz, Cy Dunn|8:40 AM|9:10 AM|SLP|Cy absent
        """)
    at = {"start_time": "08:40", "end_time": "09:10", "grouping": "group"}
    amy, bo, cy = "Lane, Amy", "Ruiz, Bo", "Dunn, Cy"
    truth = [given(who, "2025-10-07", 30, "SLP", **at, group_size=3) for who in (amy, bo, cy)]
    truth += [given(who, "2025-10-09", 30, "SLP", **at, group_size=2) for who in (amy, cy)]
    truth += [missed(bo, "2025-10-09", "student_absent", "SLP", **at, group_size=2)]
    truth += [given(who, "2025-10-14", 30, "SLP", **at, group_size=3) for who in (amy, bo)]
    truth += [missed(cy, "2025-10-14", "student_absent", "SLP", **at, group_size=3)]
    return Shape("a_note_names_who_was_out", "groups 10.csv", text(rows), {"sessions": truth})


@shape
def trials_in_short() -> Shape:
    """Trls and Corr, of which Pct is told."""
    rows = drawn("""
        Goal ID|Student ID|Probe Dt|Trls|Corr|Incorr|Pct
        G-1|7001|9/15/2025|10|6|4|60
        G-2|7001|9/15/2025|5|2|3|40
        """)
    truth = [
        {"student_id": "7001", "goal_id": goal, "measured_on": "2025-09-15", "trials": trials, "value": value}
        for goal, trials, value in (("G-1", 10, 60.0), ("G-2", 5, 40.0))
    ]
    return Shape("trials_in_short", "probes 9.csv", text(rows), {"measurements": truth})


@shape
def make_ups_in_short() -> Shape:
    """M/U for 10/9 is a make-up of that day."""
    rows = drawn("""
        Student ID|Service|Date|Minutes|Status
        831|OT|10/2/2025|30|Present
        831|OT|10/9/2025|30|Absent
        831|OT|10/15/2025|30|m/u for 10/9
        """)
    truth = [
        given("831", "2025-10-02", 30), missed("831", "2025-10-09", "student_absent", minutes=30),
        given("831", "2025-10-15", 30, makes_up_date="2025-10-09") | {"status": "make_up"},
    ]  # fmt: skip
    return Shape("make_ups_in_short", "log 831.csv", text(rows), {"sessions": truth})


@shape
def rows_that_were_deleted() -> Shape:
    """A system that keeps what was deleted marks it in a column of its own: what became of it is asked."""
    rows = drawn("""
        Record Type|Student ID|Service|Date|Minutes|Status
        ORIGINAL|6601|OT|10/01/2025|30|Present
        ORIGINAL|6602|PT|10/02/2025|45|Present
        DELETED|6602|PT|10/09/2025|45|Present
        """)
    truth = [given("6601", "2025-10-01", 30), given("6602", "2025-10-02", 45, "PT")]
    held = {"sessions": {"waiting": [4]}}
    return Shape("rows_that_were_deleted", "history.csv", text(rows), {"sessions": truth}, held=held)
