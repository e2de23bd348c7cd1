"""Whom an agency works for, make-ups in two rounds, and an id that stands with the names of two children."""

from datetime import date, time

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def whom_the_agency_bills() -> Shape:
    """The client of a head block is the district that is billed, and no child: a column names those."""
    rows = [
        ["Shorewater Therapy Partners - Time Record"],
        ["Therapist:", "Adeyemi, Folake, OTR/L", "", "Client:", "Quarry Lake Schools"],
        [],
        ["Day", "In", "Out", "Student (Last, First)", "Campus", "Mins"],
        [date(2025, 11, 3), time(8, 15), time(8, 45), "Vance, Ottilie", "Quarry Elem", 30],
        [date(2025, 11, 3), time(9, 0), time(9, 40), "Brandt, Casimir", "Quarry Elem", 40],
    ]
    who = {"provider": "Adeyemi, Folake", "school": "Quarry Elem"}
    truth = [
        given("Vance, Ottilie", "2025-11-03", 30, start_time="08:15", end_time="08:45", **who),
        given("Brandt, Casimir", "2025-11-03", 40, start_time="09:00", end_time="09:40", **who),
    ]
    return Shape("whom_the_agency_bills", "week.xlsx", book({"Time": rows}), {"sessions": truth})


@shape
def made_up_in_two_rounds() -> Shape:
    """A session that was made up on two days, each in columns of its own, was missed once."""
    rows = drawn("""
        Student|Svc|Missed On|Min Missed|Why|Make-up #1 Date|Make-up #1 Min|Make-up #2 Date|Make-up #2 Min
        Vance, Ottilie|OT|10/6/2025|45|Therapist out sick|10/10/2025|30|10/17/2025|15
        Brandt, Casimir|PT|10/8/2025|30|No sub for PT||||
        """)
    made = {"status": "make_up", "makes_up_date": "2025-10-06"}
    truth = [
        missed("Vance, Ottilie", "2025-10-06", "provider_absent", minutes=45),
        given("Vance, Ottilie", "2025-10-10", 30) | made,
        given("Vance, Ottilie", "2025-10-17", 15) | made,
        missed("Brandt, Casimir", "2025-10-08", "provider_absent", "PT", minutes=30),
    ]
    return Shape("made_up_in_two_rounds", "makeups.csv", text(rows), {"sessions": truth})


@shape
def a_log_with_two_rounds() -> Shape:
    """So was one in a log that has the sessions that were given too."""
    rows = drawn("""
        Student|Service|Date|Status|Min|1st Make-up Date|1st Make-up Min|2nd Make-up Date|2nd Make-up Min
        Vance, Ottilie|OT|10/6/2025|Provider absent|40|10/10/2025|25|10/17/2025|15
        Brandt, Casimir|OT|10/6/2025|Present|30||||
        """)
    made = {"status": "make_up", "makes_up_date": "2025-10-06"}
    truth = [
        missed("Vance, Ottilie", "2025-10-06", "provider_absent", minutes=40),
        given("Vance, Ottilie", "2025-10-10", 25) | made,
        given("Vance, Ottilie", "2025-10-17", 15) | made,
        given("Brandt, Casimir", "2025-10-06", 30),
    ]
    return Shape("a_log_with_two_rounds", "log.csv", text(rows), {"sessions": truth})


@shape
def one_id_of_two_children() -> Shape:
    """Rows whose id stands with two children's names wait: it can't be told which of both is mistaken. A name in short, in
    part or spelt amiss is the same child's."""
    rows = drawn("""
        Student ID|Student Name|Date|Service|Minutes|Status
        4471|Vance, Ottilie|10/6/2025|OT|30|Present
        4471|Brandt, Casimir|10/6/2025|OT|30|Present
        4472|Okonkwo, Chidi|10/7/2025|OT|30|Present
        4472|Okonkwo, C.|10/14/2025|OT|30|Present
        4473|Ruiz, Katherine|10/7/2025|OT|30|Present
        4473|Ruiz, Kathy|10/14/2025|OT|30|Present
        4474|Hale, Ada|10/7/2025|OT|30|Present
        4474|Hale, Ben|10/7/2025|OT|30|Present
        """)
    truth = [
        given("4472", "2025-10-07", 30), given("4472", "2025-10-14", 30),
        given("4473", "2025-10-07", 30), given("4473", "2025-10-14", 30),
    ]  # fmt: skip
    return Shape("one_id_of_two_children", "log.csv", text(rows), {"sessions": truth},
                 {"sessions": {"waiting": [2, 3, 8, 9]}})  # fmt: skip


@shape
def hours_with_a_comma() -> Shape:
    """Hours as a spreadsheet set to another country writes them: 0,75 is three quarters of an hour."""
    rows = drawn("""
        Pupil|Visit Date|Itinerant|Program|Hours|If not seen
        Vance, Ottilie|2025-10-01|Marlow, Ines|Vision (TVI)|0,75|
        Brandt, Casimir|2025-10-02|Marlow, Ines|Vision (TVI)|1,5|
        Okonkwo, Chidi|2025-10-03|Marlow, Ines|Vision (TVI)|1|Itinerant at training
        """)
    ines = {"provider": "Marlow, Ines"}
    truth = [
        given("Vance, Ottilie", "2025-10-01", 45, "VISION", **ines),
        given("Brandt, Casimir", "2025-10-02", 90, "VISION", **ines),
        missed("Okonkwo, Chidi", "2025-10-03", "provider_meeting", "VISION", minutes=60, **ines),
    ]
    return Shape("hours_with_a_comma", "visits.csv", text(rows, ";"), {"sessions": truth})


@shape
def arrived_and_left() -> Shape:
    """When a child arrived and left is when a session began and ended; the campus stands behind a dash of the title."""
    rows = drawn("""
        Summer Attendance - Alder Point Campus
        Last|First|Service|Date|Arrive|Leave|Came?|If No, why
        Vance|Ottilie|OT|7/7/2025|9:00 AM|9:30 AM|Yes|
        Vance|Ottilie|OT|7/14/2025|9:00 AM|9:30 AM|No|Student sick
        Brandt|Casimir|PT|7/8/2025|10:15 AM|11:00 AM|Yes|
        """)
    nine = {"start_time": "09:00", "end_time": "09:30", "school": "Alder Point Campus"}
    ten = {"start_time": "10:15", "end_time": "11:00", "school": "Alder Point Campus"}
    truth = [
        given("Vance, Ottilie", "2025-07-07", 30, **nine),
        missed("Vance, Ottilie", "2025-07-14", "student_absent", **nine),
        given("Brandt, Casimir", "2025-07-08", 45, "PT", **ten),
    ]
    return Shape("arrived_and_left", "summer.csv", text(rows), {"sessions": truth})


@shape
def asked_by_a_form() -> Shape:
    """The day that a form asks for behind its question of make-ups is the one that was missed."""
    rows = drawn("""
        Timestamp|Student (Last, First)|When was the session?|Service|Minutes|Is this a make-up?|If yes, what date was missed?
        10/6/2025 15:04|Vance, Ottilie|10/6/2025|OT|30|No|
        10/8/2025 16:10|Vance, Ottilie|10/8/2025|OT|30|Yes|9/29/2025
        10/8/2025 16:12|Brandt, Casimir|10/8/2025|OT|45|No|
        """)
    truth = [
        given("Vance, Ottilie", "2025-10-06", 30, logged_on="2025-10-06"),
        given("Vance, Ottilie", "2025-10-08", 30, logged_on="2025-10-08")
        | {"status": "make_up", "makes_up_date": "2025-09-29"},
        given("Brandt, Casimir", "2025-10-08", 45, logged_on="2025-10-08"),
    ]
    return Shape("asked_by_a_form", "responses.csv", text(rows), {"sessions": truth})


@shape
def two_names_or_one() -> Shape:
    """Among names written first name first, two whole names with a comma between may be two children: it is asked."""
    rows = drawn("""
        Date|Student|Service|Minutes|Status
        10/6/2025|Ottilie Vance|OT|30|Present
        10/6/2025|Rosa Tellez, Ben Orcutt|OT|30|Present
        10/7/2025|Casimir Brandt|OT|30|Present
        10/7/2025|De la Cruz, Ana Maria|OT|30|Present
        """)
    truth = [
        given("Vance, Ottilie", "2025-10-06", 30), given("Brandt, Casimir", "2025-10-07", 30),
        given("De la Cruz, Ana Maria", "2025-10-07", 30),
    ]  # fmt: skip
    return Shape("two_names_or_one", "log.csv", text(rows), {"sessions": truth}, {"sessions": {"waiting": [3]}},
                 ("Rosa Tellez, Ben Orcutt",))  # fmt: skip


@shape
def made_from_pages() -> Shape:
    """A workbook made from pages: what had no room in a cell stands in the row beneath, and the headings stand again."""
    rows = drawn("""
        Service Summary||||||Page 1 of 2
        Student Name|Student ID|Service|Amount / Frequency|Begin|End|Location
        Vance, Ottilie|7001|Occupational Therapy|30 minutes, 1 time per|09/08/2025|05/29/2026|Outside general
        |||week|||education
        Brandt, Casimir|7002|Speech and Language|20 minutes, 2 times per|09/08/2025|05/29/2026|Inside general
        ||Therapy|week|||education
        Service Summary||||||Page 2 of 2
        Student Name|Student ID|Service|Amount / Frequency|Begin|End|Location
        Okonkwo, Chidi|7003|Physical Therapy|45 minutes, 2 times per|09/15/2025|05/29/2026|Outside general
        |||month|||education
        """)
    year = {"start_date": "2025-09-08", "end_date": "2026-05-29"}
    truth = [
        line("7001", "OT", 30, "week", student="Vance, Ottilie", setting="pull_out", **times(1, 30), **year),
        line("7002", "SLP", 40, "week", student="Brandt, Casimir", setting="push_in", **times(2, 20), **year),
        line("7003", "PT", 90, "month", student="Okonkwo, Chidi", setting="pull_out", **times(2, 45),
             start_date="2025-09-15", end_date="2026-05-29"),
    ]  # fmt: skip
    return Shape("made_from_pages", "summary.csv", text(rows), {"service_lines": truth})
