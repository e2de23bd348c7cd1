"""Keys whose own words go before what a code usually means, and keys in columns beside what they explain."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text

HOPS, CUTS, ASKS = "Hops on one foot", "Cuts along a line", "Asks for a turn"
TEXTS = {"41001": HOPS, "41002": CUTS, "41003": ASKS}


def _ratings(
    name: str, data: bytes, told: list[tuple[str, str, str]], file: str = "ratings.csv", **waiting: int
) -> Shape:
    goals = [{"student_id": who, "goal_text": words} for who, words in TEXTS.items()]
    found = [{"student_id": who, "period": period, "progress_code": code} for who, period, code in told]
    held = {"measurements": {"waiting": list(waiting.values())}} if waiting else {}
    return Shape(name, file, data, {"goals": goals, "measurements": found}, held=held, asked=tuple(waiting))


@shape
def key_in_the_last_column_of_the_data() -> Shape:
    """SP is some progress here, as a cell beside the first child says; the fourth code stands below the data."""
    rows = drawn(f"""
        Student ID|Measurable Goal|T1|T2|Legend
        41001|{HOPS}|SP|AP|AP: Adequate progress
        41002|{CUTS}|AP|GM|SP: Some progress
        41003|{ASKS}|NP|SP|NP: No progress
        ||||GM: Goal met
        """)
    told = [("41001", "T1", "insufficient"), ("41001", "T2", "sufficient"), ("41002", "T1", "sufficient"),
            ("41002", "T2", "mastered"), ("41003", "T1", "no_progress"), ("41003", "T2", "insufficient")]  # fmt: skip
    return _ratings("key_in_the_last_column_of_the_data", text(rows), told)


@shape
def brackets_that_take_back_the_key() -> Shape:
    """Progressing, but behind what was expected, as the brackets say; brackets with a code or a share take nothing back."""
    rows = drawn(f"""
        Student ID|Measurable Goal|Q1|Q2
        41001|{HOPS}|PR|OT
        41002|{CUTS}|OT|MA
        41003|{ASKS}|NS|PR

        Key: MA = Mastered (80% or more); OT = Progressing (on track); PR = Progressing (behind expected pace); NS = Not started
        """)
    told = [("41001", "Q1", "insufficient"), ("41001", "Q2", "sufficient"), ("41002", "Q1", "sufficient"),
            ("41002", "Q2", "mastered"), ("41003", "Q1", "not_introduced"), ("41003", "Q2", "insufficient")]  # fmt: skip
    return _ratings("brackets_that_take_back_the_key", book({"Goals": rows}), told, "ratings.xlsx")


@shape
def key_whose_words_nobody_can_rate() -> Shape:
    """S and SP would be sufficient elsewhere; by this key they are slight and spotty, which a person must say."""
    rows = drawn(f"""
        Student ID|Measurable Goal|Q1|Q2||Code|Meaning
        41001|{HOPS}|S|P||S|Slight change
        41002|{CUTS}|P|SP||SP|Spotty
        41003|{ASKS}|N|P||P|Progressing as expected
        |||||N|No growth
        """)
    told = [("41001", "Q2", "sufficient"), ("41002", "Q1", "sufficient"),
            ("41003", "Q1", "no_progress"), ("41003", "Q2", "sufficient")]  # fmt: skip
    name = "key_whose_words_nobody_can_rate"
    return _ratings(name, text(rows), told, S=2, SP=3)


@shape
def key_to_places_beside_codes_of_progress() -> Shape:
    """P and O are places by the key; SP and NP, of which it says nothing, are what they are elsewhere."""
    rows = drawn(f"""
        Student ID|Measurable Goal|Setting|Q1|Q2
        41001|{HOPS}|P|SP|SP
        41002|{CUTS}|O|NP|SP
        41003|{ASKS}|P|NP|NP

        P = Push-in, O = Pull-out
        """)
    told = [("41001", "Q1", "sufficient"), ("41001", "Q2", "sufficient"), ("41002", "Q1", "no_progress"),
            ("41002", "Q2", "sufficient"), ("41003", "Q1", "no_progress"), ("41003", "Q2", "no_progress")]  # fmt: skip
    return _ratings("key_to_places_beside_codes_of_progress", text(rows), told)


@shape
def numbers_of_visits_by_the_key() -> Shape:
    """Numbers under Visit Code are what became of it, as the key below says; they count no visits."""
    rows = drawn("""
        Pupil No.|Date of Visit|Svc|Visit Code|Min
        41001|11/3/2025|PT|1|30
        41001|11/10/2025|PT|2|
        41002|11/4/2025|PT|4|20
        41002|11/11/2025|PT|5|
        41003|11/12/2025|PT|3|

        Visits: 1 = Treated; 2 = Student absent; 3 = Therapist absent; 4 = Make-up visit; 5 = No school
        """)
    truth = [
        given("41001", "2025-11-03", 30, "PT"),
        missed("41001", "2025-11-10", "student_absent", "PT"),
        given("41002", "2025-11-04", 20, "PT") | {"status": "make_up"},
        missed("41002", "2025-11-11", "holiday", "PT"),
        missed("41003", "2025-11-12", "provider_absent", "PT"),
    ]
    return Shape("numbers_of_visits_by_the_key", "contacts.csv", text(rows), {"sessions": truth})


@shape
def numbers_that_count_beside_a_key() -> Shape:
    """1 and 2 under Sessions are how many, whatever the key to the places says; under Place they are where."""
    rows = drawn("""
        Pupil No.|Date|Svc|Sessions|Min|Place
        41001|11/3/2025|PT|1|30|1
        41001|11/10/2025|PT|2|60|2
        41002|11/4/2025|PT|1|20|2

        Key: 1 = Classroom, 2 = Therapy room
        """)
    told = [("41001", 3, 30, "push_in"), ("41001", 10, 60, "pull_out"), ("41002", 4, 20, "pull_out")]
    truth = [given(who, f"2025-11-{day:02}", mins, "PT", setting=where) for who, day, mins, where in told]
    return Shape("numbers_that_count_beside_a_key", "contacts.csv", text(rows), {"sessions": truth})


@shape
def a_key_in_cells_below_the_data() -> Shape:
    """Under Codes a number and its meaning in each row are the key, and no children without a day."""
    rows = drawn("""
        Pupil No.|Pupil|Date|Code|Min|Svc
        41001|Bly, Una|11/3/2025|10|30|PT
        41001|Bly, Una|11/10/2025|20||PT
        41002|Cox, Ira|11/4/2025|30|20|PT
        41002|Cox, Ira|11/11/2025|40||PT

        Visit codes
        10|Direct service provided
        20|Student absent
        30|Make-up of missed session
        40|Provider unavailable
        """)
    una, ira = {"student": "Bly, Una"}, {"student": "Cox, Ira"}
    truth = [
        given("41001", "2025-11-03", 30, "PT", kind="direct", **una),
        missed("41001", "2025-11-10", "student_absent", "PT", **una),
        given("41002", "2025-11-04", 20, "PT", **ira) | {"status": "make_up"},
        missed("41002", "2025-11-11", "provider_absent", "PT", **ira),
    ]
    return Shape("a_key_in_cells_below_the_data", "contacts.csv", text(rows), {"sessions": truth})
