"""Two columns that could both be a field, of which the wrong one is filled; services, units and children by where they stand."""

from datetime import date

from tests.shapes.shape import Merged, Shape, book, drawn, given, line, missed, shape, text, times


@shape
def hours_of_notice() -> Shape:
    """How long before a session it was called off is no length of it; that is told by when it was kept."""
    rows = drawn("""
        Appt No|Pupil ID|Clinician|Service|Planned Start|Planned End|Actual Start|Actual End|Status|Why|Advance Notice (hrs)
        R-8101|40112|Ost, Ivo|SLP|11/03/2025 08:30|11/03/2025 09:00|11/03/2025 08:35|11/03/2025 09:00|Held||
        R-8102|40112|Ost, Ivo|SLP|11/10/2025 08:30|11/10/2025 09:00|||Cancelled|Student ill|3
        R-8103|40127|Ost, Ivo|SLP|11/04/2025 13:00|11/04/2025 13:40|11/04/2025 13:00|11/04/2025 13:40|Held||
        """)
    by = {"provider": "Ost, Ivo"}
    truth = [
        given("40112", "2025-11-03", 25, "SLP", session_id="R-8101", start_time="08:35", end_time="09:00", **by),
        missed("40112", "2025-11-10", "student_absent", "SLP", session_id="R-8102", start_time="08:30", end_time="09:00", **by),
        given("40127", "2025-11-04", 40, "SLP", session_id="R-8103", start_time="13:00", end_time="13:40", **by),
    ]  # fmt: skip
    return Shape("hours_of_notice", "video visits.csv", text(rows), {"sessions": truth})


@shape
def net_of_the_time_in_all() -> Shape:
    """The net minutes count beside those in all; a bare word for a session over ids; the note's day; who was treating."""
    rows = drawn("""
        Visit|Student ID|Note Date|Date of Service|Service|Total Minutes|Net Minutes|Outcome|Treating|Cosigned
        V-77120|61007|11/05/2025|11/03/2025|PT|45|30|Attended|Rund, Mae|Asp, Jo
        V-77121|61007|11/12/2025|11/10/2025|PT|45|45|Attended|Rund, Mae|Asp, Jo
        V-77122|61019|11/05/2025|11/04/2025|PT|30|30|Attended|Rund, Mae|Asp, Jo
        """)
    by = {"provider": "Rund, Mae"}
    truth = [
        given("61007", "2025-11-03", 30, "PT", session_id="V-77120", logged_on="2025-11-05", **by),
        given("61007", "2025-11-10", 45, "PT", session_id="V-77121", logged_on="2025-11-12", **by),
        given("61019", "2025-11-04", 30, "PT", session_id="V-77122", logged_on="2025-11-05", **by),
    ]  # fmt: skip
    return Shape("net_of_the_time_in_all", "visits november.csv", text(rows), {"sessions": truth})


@shape
def services_beside_one_another() -> Shape:
    """A column a service with minutes or a word: as many sessions as filled cells; 0 is none."""
    rows = drawn("""
        Day|Child|PT min|Speech min|Day total
        11/03/2025|Abel, Ro|30|20|50
        11/03/2025|Bast, Vi|absent|absent|0
        11/04/2025|Abel, Ro|0|25|25
        11/04/2025|Bast, Vi|45||45
        """)
    truth = [
        given("Abel, Ro", "2025-11-03", 30, "PT"), given("Abel, Ro", "2025-11-03", 20, "SLP"),
        missed("Bast, Vi", "2025-11-03", "student_absent", "PT"), missed("Bast, Vi", "2025-11-03", "student_absent", "SLP"),
        given("Abel, Ro", "2025-11-04", 25, "SLP"), given("Bast, Vi", "2025-11-04", 45, "PT"),
    ]  # fmt: skip
    return Shape("services_beside_one_another", "room book.csv", text(rows), {"sessions": truth})


@shape
def excused_or_not() -> Shape:
    """Whether an absence was excused, in yes or no, beside whether the child was there."""
    rows = drawn("""
        Student ID|Date|Service|Minutes|Present|Excused?
        70210|11/03/2025|OT|30|Y|
        70210|11/10/2025|OT||N|Y
        70233|11/03/2025|OT||N|N
        """)
    truth = [
        given("70210", "2025-11-03", 30), missed("70210", "2025-11-10", "student_absent"),
        missed("70233", "2025-11-03", "student_unexcused"),
    ]  # fmt: skip
    return Shape("excused_or_not", "OT november.csv", text(rows), {"sessions": truth})


@shape
def children_over_their_blocks() -> Shape:
    """Who treated stands above, so the names over the blocks are the children's, though no word says so."""
    rows = [
        ["Therapist: Iva Moll, OTR/L", "", "", ""],
        ["Date", "From", "To", "Minutes"],
        ["Crane, Lou", "", "", ""],
        ["11/03/2025", "9:00", "9:30", 30],
        ["11/10/2025", "9:00", "9:20", 20],
        ["Dahl, Ash", "", "", ""],
        ["11/04/2025", "10:00", "10:45", 45],
    ]
    by = {"provider": "Moll, Iva"}
    truth = [
        given("Crane, Lou", "2025-11-03", 30, start_time="09:00", end_time="09:30", **by),
        given("Crane, Lou", "2025-11-10", 20, start_time="09:00", end_time="09:20", **by),
        given("Dahl, Ash", "2025-11-04", 45, start_time="10:00", end_time="10:45", **by),
    ]
    return Shape("children_over_their_blocks", "Moll OT.xlsx", book({"Nov": rows}), {"sessions": truth})


@shape
def planned_and_actual_end() -> Shape:
    """A line ended on its actual end, where it has one, else on the planned one."""
    rows = drawn("""
        Pupil ID|Service|Minutes|Frequency|Start Date|Anticipated End Date|Actual End Date
        81002|OT|30|1 time per week|09/02/2025|09/01/2026|
        81002|PT|30|2 times per month|09/02/2025|09/01/2026|11/21/2025
        81014|OT|45|1 time per week|10/06/2025|10/05/2026|
        """)
    first = {"start_date": "2025-09-02"}
    truth = [
        line("81002", "OT", 30, "week", **times(1, 30), **first, end_date="2026-09-01"),
        line("81002", "PT", 60, "month", **times(2, 30), **first, end_date="2025-11-21"),
        line("81014", "OT", 45, "week", **times(1, 45), start_date="2025-10-06", end_date="2026-10-05"),
    ]
    return Shape("planned_and_actual_end", "services.csv", text(rows), {"service_lines": truth})


@shape
def periods_under_kinds() -> Shape:
    """Under each kind a column a period, of which a row fills one: an amount a kind, each with its period."""
    rows = [
        ["", Merged("Individual", columns=2), "", Merged("Group", columns=2), "", ""],
        ["Student", "Min/Wk", "Min/Mo", "Min/Wk", "Min/Mo", "IEP start"],
        ["Eck, Tom", 30, "", "", 60, date(2025, 9, 8)],
        ["Fels, Uma", "", 45, 60, "", date(2025, 9, 8)],
        ["Gorm, Vic", 60, "", "", "", date(2025, 10, 1)],
    ]
    alone, group, start = {"grouping": "individual"}, {"grouping": "group"}, {"start_date": "2025-09-08"}
    truth = [
        line("Eck, Tom", "PT", 30, "week", **alone, **start), line("Eck, Tom", "PT", 60, "month", **group, **start),
        line("Fels, Uma", "PT", 45, "month", **alone, **start), line("Fels, Uma", "PT", 60, "week", **group, **start),
        line("Gorm, Vic", "PT", 60, "week", **alone, start_date="2025-10-01"),
    ]  # fmt: skip
    return Shape("periods_under_kinds", "PT caseload.xlsx", book({"List": rows}), {"service_lines": truth})


@shape
def now_and_will_be() -> Shape:
    """What a goal will be is what it is to reach, up or down."""
    rows = drawn("""
        Student|Goal #|Annual goal|Currently|Will be at|Measured in
        Hahn, Wes|1|Zips a coat without help|30|90|%
        Hahn, Wes|2|Leaves the table before the end less often|60|10|%
        Ives, Xia|1|Copies a sentence legibly|25|80|%
        """)
    truth = [
        {"student": who, "goal_id": number, "goal_text": words, "baseline": now, "target": then, "unit": "%"}
        for who, number, words, now, then in (
            ("Hahn, Wes", "1", "Zips a coat without help", 30, 90),
            ("Hahn, Wes", "2", "Leaves the table before the end less often", 60, 10),
            ("Ives, Xia", "1", "Copies a sentence legibly", 25, 80),
        )
    ]  # fmt: skip
    return Shape("now_and_will_be", "goals room 3.csv", text(rows), {"goals": truth})


@shape
def with_help_and_without() -> Shape:
    """The percent reached without help is the score; what was right with help, and what was wrong, are parts of the trials."""
    rows = drawn("""
        Student ID|Goal ID|Date|Trials|Assisted|Errors|% Independent
        90031|PT-1|2025-11-03|10|4|1|50
        90031|PT-1|2025-11-10|10|2|1|70
        90044|PT-2|2025-11-03|5|2|2|20
        """)
    truth = [
        {"student_id": who, "goal_id": goal, "measured_on": day, "trials": trials, "value": score}
        for who, goal, day, trials, score in (
            ("90031", "PT-1", "2025-11-03", 10, 50), ("90031", "PT-1", "2025-11-10", 10, 70),
            ("90044", "PT-2", "2025-11-03", 5, 20),
        )
    ]  # fmt: skip
    return Shape("with_help_and_without", "data november.csv", text(rows), {"measurements": truth})


@shape
def key_with_a_second_wording_in_brackets() -> Shape:
    """The file's key says each mark in two wordings, the second in brackets: they agree, and mean what they say."""
    rows = drawn("""
        Student ID|Goal ID|Report Date|Mark
        91007|G1|11/07/2025|A
        91007|G2|11/07/2025|M
        91020|G1|11/07/2025|A

        A = Attained (goal met)
        M = Making progress (on track)
        """)
    truth = [
        {"student_id": who, "goal_id": goal, "measured_on": "2025-11-07", "progress_code": code}
        for who, goal, code in (("91007", "G1", "mastered"), ("91007", "G2", "sufficient"), ("91020", "G1", "mastered"))
    ]
    return Shape("key_with_a_second_wording_in_brackets", "report marks.csv", text(rows), {"measurements": truth})
