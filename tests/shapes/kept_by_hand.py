"""Books that tired people keep by hand: who is in a group on another tab, a tab a day, ditto marks, make-ups in pieces."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text

KIT = {"provider": "Kit, Wren"}


@shape
def groups_with_their_members_on_another_tab() -> Shape:
    """A row a group; who is in it stands on another tab, who was absent is told by first names."""
    groups = drawn("""
        Group|Student|ID
        Owls|Payne, Ola|P11
        Owls|Quade, Ros|P12
        Larks|Amsel, Ida|P13
        """)
    log = [["Speech groups - Wren Kit, CCC-SLP - 2025-26"], *drawn("""
        Date|Group|Min|Who was absent
        12/1/2025|Owls|30|none
        12/2/2025|Larks|20|none
        12/8/2025|Owls|30|Ros
        """)]  # fmt: skip
    owls, larks = ({**KIT, "grouping": "group", "group_id": name} for name in ("Owls", "Larks"))
    truth = [
        given("P11", "2025-12-01", 30, "SLP", group_size=2, **owls), given("P12", "2025-12-01", 30, "SLP", group_size=2, **owls),
        given("P13", "2025-12-02", 20, "SLP", group_size=1, **larks), given("P11", "2025-12-08", 30, "SLP", **owls),
        missed("P12", "2025-12-08", "student_absent", "SLP", minutes=30, **owls),
    ]  # fmt: skip
    listed = [("P11", "Payne", "Ola"), ("P12", "Quade", "Ros"), ("P13", "Amsel", "Ida")]
    students = [{"student_id": one, "last_name": last, "first_name": first} for one, last, first in listed]
    data = book({"Groups": groups, "Log": log})
    return Shape(
        "groups_with_their_members_on_another_tab", "groups.xlsx", data, {"students": students, "sessions": truth}
    )


@shape
def names_in_short_by_the_workbooks_roster() -> Shape:
    """A roster, and a month's tab by first name and letter: the roster tells who that is."""
    roster = drawn("""
        ID|Last|First|Gr
        501|Wexler|Owen|3
        502|Tarn|Owen|4
        """)
    log = [["OT - Wren Kit, OTR/L - Oct"], *drawn("""
        Date|Came?|Who|Min
        10/7/2025|yes|Owen W.|30
        10/7/2025|N - I was sick|Owen T.|
        """)]  # fmt: skip
    truth = [given("501", "2025-10-07", 30, **KIT), missed("502", "2025-10-07", "provider_absent", **KIT)]
    students = [
        {"student_id": "501", "last_name": "Wexler", "first_name": "Owen", "grade": "3"},
        {"student_id": "502", "last_name": "Tarn", "first_name": "Owen", "grade": "4"},
    ]
    data = book({"Roster": roster, "Oct": log})
    return Shape(
        "names_in_short_by_the_workbooks_roster", "kit ot.xlsx", data, {"students": students, "sessions": truth}
    )


@shape
def a_tab_a_day() -> Shape:
    """A tab a day whose name alone says which, the year in the title; the time from and to in one cell."""
    first = [["Wren Kit, COTA/L   Week of Nov 3-7, 2025"], *drawn("""
        Time|Student|Outcome
        8:15-8:45|Ola Payne|seen
        1:00-1:30|Ros Quade|absent
        """)]  # fmt: skip
    second = [["Wren Kit, COTA/L   Week of Nov 3-7, 2025"], *drawn("""
        Time|Student|Outcome
        9:00-9:20|Ola Payne|seen
        """)]  # fmt: skip
    truth = [
        given("Payne, Ola", "2025-11-03", 30, start_time="08:15", end_time="08:45", **KIT),
        missed("Quade, Ros", "2025-11-03", "student_absent", start_time="13:00", end_time="13:30", **KIT),
        given("Payne, Ola", "2025-11-04", 20, start_time="09:00", end_time="09:20", **KIT),
    ]
    return Shape("a_tab_a_day", "wk of 11-3.xlsx", book({"Mon 11-3": first, "Tue 11-4": second}), {"sessions": truth})


@shape
def made_up_in_pieces() -> Shape:
    """A missed session a row, made up in pieces with their minutes behind the days, one of them in the next year."""
    rows = drawn("""
        Student|Service|Date missed|Min missed|Reason|Made up on (min)|Still to do
        Payne, Ola|OT|12/9/2025|30|OT out sick|12/16 (15), 1/8 (15)|0
        Quade, Ros|PT|12/10/2025|20|PT in IEP mtg||20
        """)
    made = {"status": "make_up", "makes_up_date": "2025-12-09"}
    truth = [
        missed("Payne, Ola", "2025-12-09", "provider_absent", minutes=30),
        {**given("Payne, Ola", "2025-12-16", 15), **made}, {**given("Payne, Ola", "2026-01-08", 15), **made},
        missed("Quade, Ros", "2025-12-10", "provider_meeting", "PT", minutes=20),
    ]  # fmt: skip
    return Shape("made_up_in_pieces", "owed.csv", text(rows), {"sessions": truth})


@shape
def rows_of_a_visit() -> Shape:
    """Three rows a student (date, minutes, code) with a column a visit, the key above; a sum at the side."""
    rows = [["PT log - Wren Kit, DPT"], ["A = student absent   T = therapist out   (blank = seen)"], *drawn("""
        Student||1st|2nd|Total
        Payne, Ola|Date|10/1/2025|10/8/2025|
        |Min|30||30
        |Code||T|
        Quade, Ros|Date|10/2/2025||
        |Min|45||45
        |Code|||
        """)]  # fmt: skip
    truth = [
        given("Payne, Ola", "2025-10-01", 30, "PT", **KIT), missed("Payne, Ola", "2025-10-08", "provider_absent", "PT", **KIT),
        given("Quade, Ros", "2025-10-02", 45, "PT", **KIT),
    ]  # fmt: skip
    return Shape("rows_of_a_visit", "pt oct.csv", text(rows), {"sessions": truth})


@shape
def initials_of_whoever_signed_and_ditto_marks() -> Shape:
    """A sign-in sheet: names in print, the initials of who saw them, ditto marks for the same day."""
    rows = drawn("""
        Date|Student (print)|Service|Min|Initials|Seen?
        11/6/2025|Ola Payne|Speech|30|wk|Y
        "|Ros Quade|"|20|wk|N - absent
        11/7/2025|Ida Amsel|"|"|wk|Y
        """)
    truth = [
        given("Payne, Ola", "2025-11-06", 30, "SLP"), missed("Quade, Ros", "2025-11-06", "student_absent", "SLP", minutes=20),
        given("Amsel, Ida", "2025-11-07", 20, "SLP"),
    ]  # fmt: skip
    return Shape("initials_of_whoever_signed_and_ditto_marks", "sign in.csv", text(rows), {"sessions": truth})


@shape
def an_invoice_with_child_and_therapist_in_one_description() -> Shape:
    """An agency's invoice: kind and outcome as the activity, both names in the description, hours as a quantity."""
    rows = [["Quantities are in hours"], *drawn("""
        Date|Activity|Description|Qty|Rate
        10/6/2025|OT:Direct|Ola Payne - Wren Kit, OTR/L|0.5|84
        10/7/2025|OT:Student absent|Ola Payne - Wren Kit, OTR/L|0.5|84
        10/8/2025|OT:Direct|Ros Quade - Wren Kit, OTR/L|0.75|84
        10/8/2025|Mileage|Office to Elm|22|0.7
        """)]  # fmt: skip
    truth = [
        given("Payne, Ola", "2025-10-06", 30, kind="direct", **KIT),
        missed("Payne, Ola", "2025-10-07", "student_absent", minutes=30, **KIT),
        given("Quade, Ros", "2025-10-08", 45, kind="direct", **KIT),
    ]  # fmt: skip
    return Shape(
        "an_invoice_with_child_and_therapist_in_one_description", "invoice 77.csv", text(rows), {"sessions": truth}
    )


@shape
def remarks_on_who_was_away() -> Shape:
    """Remarks name services and teachers in passing: only those of rows without minutes say why nothing was given."""
    rows: list[list[str | int]] = [
        ["PT log - Greta Holm, PT"],
        [],
        ["Student", "Date", "Minutes", "Remarks"],
        ["Aker, Lin", "9/4/2025", 30, "stairs"],
        ["Aker, Lin", "9/11/2025", "", "absent, not seen"],
        ["Aker, Lin", "9/18/2025", 30, "missed last week - good session"],
        ["Bose, Raj", "9/4/2025", 25, "teacher out, worked with sub in the gym"],
        ["Bose, Raj", "9/11/2025", "", "PT out sick - no therapy"],
        ["Bose, Raj", "9/18/2025", "", "assembly; no session"],
        ["Bose, Raj", "9/25/2025", 25, "ball skills"],
    ]
    lin, raj, holm = "Aker, Lin", "Bose, Raj", {"provider": "Holm, Greta"}
    truth = [
        given(lin, "2025-09-04", 30, "PT", **holm), missed(lin, "2025-09-11", "student_absent", "PT", **holm),
        given(lin, "2025-09-18", 30, "PT", **holm), given(raj, "2025-09-04", 25, "PT", **holm),
        missed(raj, "2025-09-11", "provider_absent", "PT", **holm), missed(raj, "2025-09-18", "school_event", "PT", **holm),
        given(raj, "2025-09-25", 25, "PT", **holm),
    ]  # fmt: skip
    return Shape("remarks_on_who_was_away", "holm.xlsx", book({"Log": rows}), {"sessions": truth})
