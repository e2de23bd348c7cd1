"""Books kept by hand that tell several sessions in a cell: lists of days seen and missed, weeks with what they come to."""

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times

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


@shape
def groups_with_who_was_away() -> Shape:
    """A row a group, days across: all here, who was away by first names, and once why nobody was seen."""
    rows = [["Speech groups, Fridays - Val Voss, SLP"], *drawn("""
        Time|Students|11/7/2025|11/14/2025|11/21/2025
        9:00-9:30|Ola Payne; Ros Quade; Ida Amsel|all here|Ros & Ida absent|all but Ola
        1:00-1:20|Otto Bohm; Eve Dorn|Otto refused, Eve absent|no school|both here
        """)]  # fmt: skip
    nine, one = {"start_time": "09:00", "end_time": "09:30"}, {"start_time": "13:00", "end_time": "13:20"}
    three = {"grouping": "group", "group_size": 3, **VAL, **nine}
    two = {"grouping": "group", "group_size": 2, **VAL, **one}
    truth = [
        *(given(who, "2025-11-07", 30, "SLP", **three) for who in ("Payne, Ola", "Quade, Ros", "Amsel, Ida")),
        given("Payne, Ola", "2025-11-14", 30, "SLP", **three),
        missed("Quade, Ros", "2025-11-14", "student_absent", "SLP", **three),
        missed("Amsel, Ida", "2025-11-14", "student_absent", "SLP", **three),
        missed("Payne, Ola", "2025-11-21", None, "SLP", **three),
        given("Quade, Ros", "2025-11-21", 30, "SLP", **three), given("Amsel, Ida", "2025-11-21", 30, "SLP", **three),
        missed("Bohm, Otto", "2025-11-07", "student_refused", "SLP", **two),
        missed("Dorn, Eve", "2025-11-07", "student_absent", "SLP", **two),
        *(missed(who, "2025-11-14", "holiday", "SLP", **two) for who in ("Bohm, Otto", "Dorn, Eve")),
        *(given(who, "2025-11-21", 20, "SLP", **two) for who in ("Bohm, Otto", "Dorn, Eve")),
    ]  # fmt: skip
    return Shape("groups_with_who_was_away", "fri groups.csv", text(rows), {"sessions": truth})


@shape
def visits_with_each_childs_minutes() -> Shape:
    """A row a visit to a school with its own in and out; the children in a cell, each with the minutes, or absent."""
    rows = [["OT site visits - Val Voss, OTR/L - Dec 2025"], *drawn("""
        Date|School|In|Out|Students seen (min)
        12/2/2025|Elm Street|8:30 AM|10:30 AM|Ola Payne 30, Ros Quade 45
        12/4/2025|Oak Grove|12:30 PM|2:00 PM|Ida Amsel - absent; Otto Bohm (20)
        """)]  # fmt: skip
    elm, oak = {"school": "Elm Street", **VAL}, {"school": "Oak Grove", **VAL}
    truth = [
        given("Payne, Ola", "2025-12-02", 30, **elm), given("Quade, Ros", "2025-12-02", 45, **elm),
        missed("Amsel, Ida", "2025-12-04", "student_absent", **oak), given("Bohm, Otto", "2025-12-04", 20, **oak),
    ]  # fmt: skip
    return Shape("visits_with_each_childs_minutes", "visits.csv", text(rows), {"sessions": truth})


@shape
def days_down_and_slots_across() -> Shape:
    """A day sheet: a row a day, a column a time slot, the child in the cell, with a word where absent."""
    rows = [["PT day sheet - Val Voss, PTA"], *drawn("""
        Date|8:30-9:00|9:15-10:00|1:00-1:20
        1/12/2026|Ola Payne|Ros Quade - absent|IEP meeting
        1/13/2026|Ida Amsel (absent)|Otto Bohm|Ola Payne
        1/14/2026|lunch duty||Eve Dorn
        """)]  # fmt: skip
    first, second, third = (
        {"start_time": start, "end_time": end, **VAL}
        for start, end in (("08:30", "09:00"), ("09:15", "10:00"), ("13:00", "13:20"))
    )
    truth = [
        given("Payne, Ola", "2026-01-12", 30, "PT", **first),
        missed("Quade, Ros", "2026-01-12", "student_absent", "PT", **second),
        missed("Amsel, Ida", "2026-01-13", "student_absent", "PT", **first),
        given("Bohm, Otto", "2026-01-13", 45, "PT", **second),
        given("Payne, Ola", "2026-01-13", 20, "PT", **third), given("Dorn, Eve", "2026-01-14", 20, "PT", **third),
    ]  # fmt: skip
    return Shape("days_down_and_slots_across", "day sheet.csv", text(rows), {"sessions": truth})


@shape
def hours_at_home_and_who_called_off() -> Shape:
    """A home teacher's hours: who called a session off, by a word that nobody knows once; the teacher is who gives them."""
    rows = [["Home instruction (SDI)"], ["Teacher: Val Voss      Pay period: 2/1/26 - 2/28/26"], *drawn("""
        Date|Student|In|Out|Hrs|Cancelled by
        2/3/2026|Ola Payne|3:30 PM|4:30 PM|1|
        2/4/2026|Ros Quade|3:30 PM|4:15 PM|0.75|
        2/10/2026|Ola Payne|||0|Teacher
        2/11/2026|Ros Quade|||0|Mother
        2/12/2026|Ros Quade|||0|Plumber
        TOTAL||||1.75|
        """)]  # fmt: skip
    truth = [
        given("Payne, Ola", "2026-02-03", 60, "SDI", start_time="15:30", end_time="16:30", **VAL),
        given("Quade, Ros", "2026-02-04", 45, "SDI", start_time="15:30", end_time="16:15", **VAL),
        missed("Payne, Ola", "2026-02-10", "provider_absent", "SDI", minutes=0, **VAL),
        missed("Quade, Ros", "2026-02-11", "parent_declined", "SDI", minutes=0, **VAL),
    ]  # fmt: skip
    held = {"sessions": {"waiting": [8]}}
    return Shape("hours_at_home_and_who_called_off", "hb feb.csv", text(rows), {"sessions": truth}, held, ("Plumber",))


@shape
def tally_marks_beside_what_the_iep_says() -> Shape:
    """What each IEP says in words under a heading of it, and strokes by month: lines, and no session."""
    rows = [["PT tally 2025-26"], *drawn("""
        Student|Per IEP|Aug|Sept|Oct
        Payne, Ola|2 x 30 min/week|-|4|3
        Quade, Ros|60 min/month|-|1|1
        """)]  # fmt: skip
    strokes = [[cell if row < 2 or place < 2 else "|" * int(cell if cell.isdigit() else 0) for place, cell in enumerate(cells)]
               for row, cells in enumerate(rows)]  # fmt: skip
    truth = [line("Payne, Ola", "PT", 60, "week", **times(2, 30)), line("Quade, Ros", "PT", 60, "month")]
    return Shape(
        "tally_marks_beside_what_the_iep_says", "pt tally.csv", text(strokes), {"service_lines": truth, "sessions": []}
    )


@shape
def kinds_and_absences_in_one_column_of_codes() -> Shape:
    """A vision log: one column of codes for direct, consult and who was absent, with the key above."""
    rows = [["Vision log   Val Voss, TVI   Nov 2025"], ["D = direct   C = consult with staff   SA = student absent"], *drawn("""
        Student|Date|Code|Min
        Ola Payne|11/3/2025|D|45
        Ros Quade|11/4/2025|C|15
        Ros Quade|11/5/2025|SA|0
        """)]  # fmt: skip
    truth = [
        given("Payne, Ola", "2025-11-03", 45, "VISION", kind="direct", **VAL),
        given("Quade, Ros", "2025-11-04", 15, "VISION", kind="indirect", **VAL),
        missed("Quade, Ros", "2025-11-05", "student_absent", "VISION", minutes=0, **VAL),
    ]
    return Shape("kinds_and_absences_in_one_column_of_codes", "tvi.csv", text(rows), {"sessions": truth})
