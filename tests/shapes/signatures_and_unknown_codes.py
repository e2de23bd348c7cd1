"""Logs that are signed with initials or by an itinerant's title, and codes that nothing explains."""

from datetime import date, time

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def initials_of_nurses_beside_ids() -> Shape:
    """A health office's log: ids alone tell the children, the initials are those of nurses, with a key below."""
    rows = [
        ["Health services log - Fernhill Primary"],
        ["Date", "Time", "Student ID", "Min", "Outcome", "Initials"],
        [date(2025, 10, 6), time(10, 0), "007115", 20, "Completed", "TW"],
        [date(2025, 10, 6), time(12, 30), "007290", 15, "Absent", "TW"],
        [date(2025, 10, 7), time(10, 5), "007115", 20, "Refused", "LG"],
        [date(2025, 10, 8), time(12, 30), "007290", 10, "Completed", "LG"],
        [],
        ["TW", "Tess Winslow, RN"],
        ["LG", "Lars Grieg, LPN"],
    ]
    told = {"student": None, "school": "Fernhill Primary"}
    tess, lars = ({**told, "provider": name} for name in ("Winslow, Tess", "Grieg, Lars"))
    truth = [
        given("007115", "2025-10-06", 20, "NURSING", start_time="10:00", **tess),
        missed("007290", "2025-10-06", "student_absent", "NURSING", minutes=15, start_time="12:30", **tess),
        missed("007115", "2025-10-07", "student_refused", "NURSING", minutes=20, start_time="10:05", **lars),
        given("007290", "2025-10-08", 10, "NURSING", start_time="12:30", **lars),
    ]
    return Shape("initials_of_nurses_beside_ids", "nurse log.xlsx", book({"Oct": rows}), {"sessions": truth})


@shape
def initials_without_a_key_beside_ids() -> Shape:
    """One child has the initials of two people beside the id: they are no child's, and whose they are is asked."""
    rows = drawn("""
        Service Date|Pupil No|Service|Min|Initials|Result
        10/6/2025|30117|OT|30|dk|Seen
        10/6/2025|30122|OT|30|dk|Student absent
        10/8/2025|30117|OT|30|mv|Seen
        """)
    truth = [
        given("30117", "2025-10-06", 30),
        missed("30122", "2025-10-06", "student_absent", minutes=30),
        given("30117", "2025-10-08", 30),
    ]
    for row in truth:
        row["student"] = None
    return Shape("initials_without_a_key_beside_ids", "ot.csv", text(rows), {"sessions": truth})


@shape
def teacher_with_the_credentials_of_an_itinerant() -> Shape:
    """The teacher above the log of an itinerant is who treats, by the credentials; two of them stand behind the name."""
    rows = [["Teacher: Odile Marsh, TVI/COMS"], *drawn("""
        Date|Student|School|Service|In|Out|Outcome
        10/2/2025|Penn, Asa|Alder MS|O&M|8:15 AM|9:00 AM|Seen
        10/2/2025|Rook, Bly|Birch HS|Vision|9:45 AM|10:15 AM|Student absent
        """)]  # fmt: skip
    truth = [
        given("Penn, Asa", "2025-10-02", 45, "O_AND_M", school="Alder MS", start_time="08:15", end_time="09:00"),
        missed("Rook, Bly", "2025-10-02", "student_absent", "VISION", school="Birch HS", start_time="09:45", end_time="10:15"),
    ]  # fmt: skip
    for row in truth:
        row["provider"] = "Marsh, Odile"
    return Shape("teacher_with_the_credentials_of_an_itinerant", "itinerant.csv", text(rows), {"sessions": truth})


@shape
def codes_that_nothing_explains_under_a_listed_heading() -> Shape:
    """A column that is called a service's code and holds none: it varies within each child's sessions, and all wait."""
    rows = drawn("""
        Stu ID|Stu Name|Service|Therapist|Svc Date|Min|Svc Cd
        55014|Vail, Ora|Speech Therapy|Kip Dorn|9/9/2025|30|21
        55014|Vail, Ora|Speech Therapy|Kip Dorn|9/16/2025|30|24
        55019|Wolf, Abe|Speech Therapy|Kip Dorn|9/9/2025|30|21
        55019|Wolf, Abe|Speech Therapy|Kip Dorn|9/16/2025|30|27
        """)
    return Shape(
        "codes_that_nothing_explains_under_a_listed_heading",
        "st.csv",
        text(rows),
        {},
        {"sessions": {"waiting": [2, 3, 4, 5]}},
    )


@shape
def modifiers_of_claims() -> Shape:
    """Modifiers tell under whose plan a claim is, and by which way; they say of no session that nobody came."""
    rows = drawn("""
        Student ID|DOS|Service|Minutes|Proc|Mod 1|Mod 2
        20713|9/9/2025|Occupational Therapy|30|97530|GO|
        20713|9/10/2025|Speech Therapy|45|92507|GN|95
        20720|9/9/2025|Occupational Therapy|30|97530|GO|
        20720|9/11/2025|Physical Therapy|30|97110|GP|
        20720|9/12/2025|Occupational Therapy|30|97530|CO|
        """)
    truth = [
        given("20713", "2025-09-09", 30), given("20713", "2025-09-10", 45, "SLP"), given("20720", "2025-09-09", 30),
        given("20720", "2025-09-11", 30, "PT"), given("20720", "2025-09-12", 30),
    ]  # fmt: skip
    return Shape("modifiers_of_claims", "claims.csv", text(rows), {"sessions": truth})


@shape
def outcomes_by_numbers_with_a_key_in_phrases() -> Shape:
    """Numbers of outcomes whose key, under the data, tells them in phrases; the title's counselor; offices are asked about."""
    rows = [["School counseling log - Noor Haddad, LPC"], *drawn("""
        Student No|Student|Date|Min|Where|Outcome
        40112|Ames, Lia|10/6/2025|30|Counseling office|1
        40112|Ames, Lia|10/13/2025|0|Counseling office|4
        40118|Beck, Tom|10/6/2025|20|Counselor's office|1
        40118|Beck, Tom|10/13/2025|0|Counseling office|2
        |||||
        Outcome codes|||||
        1|Service provided||||
        2|Student absent||||
        4|Student out for special activity||||
        """)]  # fmt: skip
    same = {"provider": "Haddad, Noor"}
    lia, tom = ({"student": name, **same} for name in ("Ames, Lia", "Beck, Tom"))
    truth = [
        given("40112", "2025-10-06", 30, "COUNSELING", **lia),
        missed("40112", "2025-10-13", "school_event", "COUNSELING", minutes=0, **lia),
        given("40118", "2025-10-06", 20, "COUNSELING", **tom),
        missed("40118", "2025-10-13", "student_absent", "COUNSELING", minutes=0, **tom),
    ]
    return Shape(
        "outcomes_by_numbers_with_a_key_in_phrases", "counseling.csv", text(rows), {"sessions": truth},
        asked=("Counseling office", "Counselor's office"),
    )  # fmt: skip


@shape
def marking_periods_under_a_short_heading() -> Shape:
    """Marking periods by number under a short heading, with their days and when reports go home."""
    rows = [["2025-26 Marking Periods"], *drawn("""
        Mkg Pd|Begins|Ends|# Days|Reports Home
        1|8/25/2025|10/31/2025|47|11/7/2025
        2|11/3/2025|1/23/2026|46|1/30/2026
        """)]  # fmt: skip
    truth = [
        {"school_year": "2025-26", "period": "MP1", "start_date": "2025-08-25", "end_date": "2025-10-31"},
        {"school_year": "2025-26", "period": "MP2", "start_date": "2025-11-03", "end_date": "2026-01-23"},
    ]
    return Shape("marking_periods_under_a_short_heading", "mps.csv", text(rows), {"grading_periods": truth})


@shape
def where_in_the_title_beside_the_service() -> Shape:
    """The title of a grid names the service, where it is given, the season and the therapist."""
    rows = [["Speech pull-out - Fall 2025 - therapist Ines Calder"], *drawn("""
        Name|Min|9/10|9/17|9/24
        Dorn, Kai|30|P|A|P
        Eady, Flo|20|P|P|P
        ||||
        P = present, A = absent||||
        """)]  # fmt: skip
    same = {"provider": "Calder, Ines", "setting": "pull_out"}
    truth = [
        given("Dorn, Kai", "2025-09-10", 30, "SLP", **same),
        missed("Dorn, Kai", "2025-09-17", "student_absent", "SLP", minutes=30, **same),
        given("Dorn, Kai", "2025-09-24", 30, "SLP", **same),
        *(given("Eady, Flo", f"2025-09-{day}", 20, "SLP", **same) for day in (10, 17, 24)),
    ]  # fmt: skip
    return Shape("where_in_the_title_beside_the_service", "pull out.csv", text(rows), {"sessions": truth})


@shape
def groups_with_a_comma_between_names() -> Shape:
    """Two names with a comma between are two children where the type says group, and individual beside each one alone."""
    rows = drawn("""
        When|Who|Length|Type|What happened
        9/8/2025|Ines Pardo, Bo Kerr|30m|Group|met
        9/9/2025|Uma Dell|45m|Individual|met
        9/16/2025|Uma Dell|0m|Individual|out - assembly
        """)
    one = {"grouping": "individual", "group_size": 1}
    truth = [
        *(
            given(who, "2025-09-08", 30, "COUNSELING", grouping="group", group_size=2)
            for who in ("Pardo, Ines", "Kerr, Bo")
        ),
        given("Dell, Uma", "2025-09-09", 45, "COUNSELING", **one),
        missed("Dell, Uma", "2025-09-16", "school_event", "COUNSELING", minutes=0, **one),
    ]
    return Shape("groups_with_a_comma_between_names", "counseling log.csv", text(rows), {"sessions": truth})
