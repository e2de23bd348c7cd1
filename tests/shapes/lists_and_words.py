"""Lists of who came, cards of months, words that need their heading, and cells that hold a measure with its unit."""

from datetime import date

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def who_came_and_who_did_not() -> Shape:
    """A group's log with the students who came and those who were absent in two cells."""
    rows = drawn("""
        Date|Group|Service|Therapist|Min|Attended|Absent Students
        10/7/2025|Red|Speech|Hart, Jo|30|Ida Amsel; Otto Bohm|Una Cray
        10/14/2025|Red|Speech|Hart, Jo|30|Ida Amsel|Otto Bohm; Una Cray
        10/16/2025|Tan|Speech|Hart, Jo|20|Eve Dorn|
        """)
    jo = {"provider": "Hart, Jo", "service": "SLP"}
    red, tan = {**jo, "group_id": "Red"}, {**jo, "group_id": "Tan"}
    two = {"group_size": 2, "grouping": "group"}
    truth = [
        given("Amsel, Ida", "2025-10-07", 30, **red, **two),
        given("Bohm, Otto", "2025-10-07", 30, **red, **two),
        missed("Cray, Una", "2025-10-07", "student_absent", **red, minutes=30),
        given("Amsel, Ida", "2025-10-14", 30, **red),
        missed("Bohm, Otto", "2025-10-14", "student_absent", **red, minutes=30),
        missed("Cray, Una", "2025-10-14", "student_absent", **red, minutes=30),
        given("Dorn, Eve", "2025-10-16", 20, **tan, group_size=1, grouping="individual"),
    ]
    return Shape("who_came_and_who_did_not", "groups.csv", text(rows), {"sessions": truth})


@shape
def who_of_the_group_was_away() -> Shape:
    """The whole group in one cell, and who of them was away in another."""
    rows = drawn("""
        Date|Service|Minutes|Students|Absent
        11/4/2025|OT|30|Ida Amsel; Otto Bohm; Una Cray|Otto Bohm
        11/6/2025|OT|30|Ida Amsel; Otto Bohm; Una Cray|
        """)
    two, three = {"group_size": 2, "grouping": "group"}, {"group_size": 3, "grouping": "group"}
    truth = [
        given("Amsel, Ida", "2025-11-04", 30, **two),
        missed("Bohm, Otto", "2025-11-04", "student_absent", minutes=30),
        given("Cray, Una", "2025-11-04", 30, **two),
        *(given(who, "2025-11-06", 30, **three) for who in ("Amsel, Ida", "Bohm, Otto", "Cray, Una")),
    ]
    return Shape("who_of_the_group_was_away", "ot groups.csv", text(rows), {"sessions": truth})


@shape
def own_codes_by_period() -> Shape:
    """Progress by quarter in a district's own letters, some of them in the key; the one that isn't is asked about."""
    rows = [
        ["Student ID", "Goal", "Q1", "Q2"],
        ["93001", "Buttons a coat", "WT", "GP"],
        ["93002", "Copies a shape", "GP", "XR"],
        [],
        ["Key"],
        ["GP", "Sufficient progress"],
        ["WT", "Not introduced"],
    ]
    first = {"student_id": "93001", "goal_text": "Buttons a coat"}
    second = {"student_id": "93002", "goal_text": "Copies a shape"}
    truth = {
        "goals": [first, second],
        "measurements": [
            {"student_id": "93001", "period": "Q1", "progress_code": "not_introduced"},
            {"student_id": "93001", "period": "Q2", "progress_code": "sufficient"},
            {"student_id": "93002", "period": "Q1", "progress_code": "sufficient"},
        ],
    }
    held = {"measurements": {"waiting": [3]}}
    return Shape("own_codes_by_period", "progress.xlsx", book({"Progress": rows}), truth, held, ("XR",))


@shape
def card_of_months() -> Shape:
    """A student's card: a row a month, a column a day, counts at the end; minutes in the cells, A is away."""
    days = list(range(1, 32))
    marks = {"Sept.": {4: 30, 11: "A", 18: 30}, "October": {2: 25, 9: "SC"}, "Feb": {5: 30}}
    rows = [
        ["Service card, school year 2025-26"],
        ["Student:", "Falk, Gus (940012)", "", "", "Therapist:", "Ito, Ken", "", "", "Service:", "PT"],
        ["A = student absent; SC = school was closed for snow"],
        ["Month", *days, "Sessions held"],
        *(
            [month, *(told.get(day, "") for day in days), sum(isinstance(one, int) for one in told.values())]
            for month, told in marks.items()
        ),
    ]
    gus = {"student": "Falk, Gus", "provider": "Ito, Ken", "service": "PT"}
    truth = [
        given("940012", "2025-09-04", 30, **gus),
        missed("940012", "2025-09-11", "student_absent", **gus),
        given("940012", "2025-09-18", 30, **gus),
        given("940012", "2025-10-02", 25, **gus),
        missed("940012", "2025-10-09", "emergency_closure", **gus),
        given("940012", "2026-02-05", 30, **gus),
    ]
    return Shape("card_of_months", "card.xlsx", book({"Card": rows}), {"sessions": truth})


@shape
def who_was_unavailable() -> Shape:
    """One column says who wasn't available, another why; a substitute is named only where there was one."""
    rows = drawn("""
        Student ID|Service|Session Date|Minutes|Not Available (Student/Provider)|Explanation of Absence|Assigned Therapist|Substitute Therapist
        95001|PT|9/8/2025|30|||Ito, Ken|
        95001|PT|9/15/2025||Student|Field trip|Ito, Ken|
        95002|PT|9/15/2025||Therapist||Ito, Ken|
        95002|PT|9/22/2025|30|||Ito, Ken|Nagy, Lil
        """)  # noqa: E501
    ken = {"provider": "Ito, Ken"}
    truth = [
        given("95001", "2025-09-08", 30, "PT", **ken),
        missed("95001", "2025-09-15", "school_event", "PT", **ken),
        missed("95002", "2025-09-15", "provider_absent", "PT", **ken),
        given("95002", "2025-09-22", 30, "PT", provider="Nagy, Lil"),
    ]
    return Shape("who_was_unavailable", "pt log.csv", text(rows), {"sessions": truth})


@shape
def kinds_and_absences_in_one_column() -> Shape:
    """An agency's bill: the type is direct, alone or in a group, consult, or why nobody was seen."""
    rows = drawn("""
        Date|Student|Therapist|Service|Type|Hours
        10/3/2025|Orr, Pat|Hart, Jo|OT|Direct - group|0.5
        10/10/2025|Orr, Pat|Hart, Jo|OT|Child absent - not billed|0
        10/10/2025|Quist, Roy|Hart, Jo|OT|Consult with teacher|0.25
        10/17/2025|Quist, Roy|Hart, Jo|OT|Provider cancelled|0
        10/24/2025|Quist, Roy|Hart, Jo|OT|Direct - individual|0.75
        """)
    jo = {"provider": "Hart, Jo"}
    truth = [
        given("Orr, Pat", "2025-10-03", 30, **jo, kind="direct", grouping="group"),
        missed("Orr, Pat", "2025-10-10", "student_absent", **jo, minutes=0),
        given("Quist, Roy", "2025-10-10", 15, **jo, kind="indirect", setting="consult_staff"),
        missed("Quist, Roy", "2025-10-17", "provider_absent", **jo, minutes=0),
        given("Quist, Roy", "2025-10-24", 45, **jo, kind="direct", grouping="individual"),
    ]
    return Shape("kinds_and_absences_in_one_column", "bill.csv", text(rows), {"sessions": truth})


@shape
def planned_and_actual_moments() -> Shape:
    """Moments with their zone: 25 minutes were given of 30 planned; what was planned is never what was given."""
    rows = drawn("""
        visit_number|client_id|discipline|planned_start|planned_end|actual_start|actual_end|visit_status|cancel_reason|attendees
        V1|96001|PT|2025-10-06T10:00:00-05:00|2025-10-06T10:30:00-05:00|2025-10-06T10:05:00-05:00|2025-10-06T10:30:00-05:00|completed||2
        V2|96002|PT|2025-10-06T11:00:00-05:00|2025-10-06T11:30:00-05:00|||client_no_show||
        V3|96002|PT|2025-10-13T11:00:00-05:00|2025-10-13T11:30:00-05:00|||cancelled_by_therapist|sick leave|
        """)
    truth = [
        given("96001", "2025-10-06", 25, "PT", session_id="V1", start_time="10:05", end_time="10:30", group_size=2,
              grouping="group"),
        missed("96002", "2025-10-06", "student_absent", "PT", session_id="V2", start_time="11:00", end_time="11:30"),
        missed("96002", "2025-10-13", "provider_absent", "PT", session_id="V3", start_time="11:00", end_time="11:30"),
    ]  # fmt: skip
    return Shape("planned_and_actual_moments", "visits.csv", text(rows), {"sessions": truth})


@shape
def contacts_of_an_online_school() -> Shape:
    """What was attended live is a session; a call and a letter are asked about, though they took minutes."""
    rows = drawn("""
        Entry Date|Log Date|Regarding|Contact Type|Mins|Author|Service
        10/2/2025|10/2/2025|Amsel, Ida|Live Class - Attended|30|Vega, Lou|OT
        10/2/2025|10/2/2025|Bohm, Otto|Live Class - No Show||Vega, Lou|OT
        10/3/2025|10/3/2025|Bohm, Otto|Parent Call - Attended|10|Vega, Lou|OT
        """)
    lou = {"provider": "Vega, Lou"}
    truth = [
        given("Amsel, Ida", "2025-10-02", 30, **lou, logged_on="2025-10-02"),
        missed("Bohm, Otto", "2025-10-02", "student_absent", **lou, logged_on="2025-10-02"),
    ]
    waiting = {"sessions": {"waiting": [4]}}
    return Shape("contacts_of_an_online_school", "contacts.csv", text(rows), {"sessions": truth}, waiting,
                 ("Parent Call - Attended",))  # fmt: skip


@shape
def services_in_sentences() -> Shape:
    """A sentence a service: what, how much, with how many and where."""
    rows = drawn("""
        Student ID|Statement of Service
        97001|Physical therapy, 25 minutes, 2 times per month, individual, in the resource room
        97002|Speech therapy: 20 minutes weekly in a small group in the general education classroom
        97003|Occupational therapy consultation with the classroom teacher, 10 minutes per week
        """)
    truth = [
        line("97001", "PT", 50, "month", **times(2, 25), grouping="individual", setting="pull_out"),
        line("97002", "SLP", 20, "week", grouping="group", setting="push_in"),
        line("97003", "OT", 10, "week") | {"kind": "indirect"},
    ]
    return Shape("services_in_sentences", "statements.csv", text(rows), {"service_lines": truth})


@shape
def mandates_with_group_size() -> Shape:
    """Frequency x minutes : most in the group, by week as the heading says."""
    rows = drawn("""
        Child|Discipline|Mandate per Week (freq x min : ratio)|Therapist Assigned|From|Thru
        Cray, Una|Speech Therapy|4 x 20 : 5|Hart, Jo|09/04/25|06/25/26
        Dorn, Eve|Counseling|1 x 45 : 1|Nagy, Lil|09/04/25|06/25/26
        """)
    dates = {"start_date": "2025-09-04", "end_date": "2026-06-25"}
    truth = [
        line("Cray, Una", "SLP", 80, "week", **times(4, 20), **dates, provider="Hart, Jo", grouping="group", group_max=5),
        line("Dorn, Eve", "COUNSELING", 45, "week", **times(1, 45), **dates, provider="Nagy, Lil", grouping="individual",
             group_max=1),
    ]  # fmt: skip
    return Shape("mandates_with_group_size", "mandates.csv", text(rows), {"service_lines": truth})


@shape
def measures_with_their_unit() -> Shape:
    """Baselines and targets with what they count behind them."""
    rows = drawn("""
        Student ID|Goal No|Annual Goal|Baseline|Goal Criterion
        98001|1|Catches a ball|3 catches|8 catches
        98001|2|Matches colors|50% accuracy|85% accuracy
        98002|1|Waits in line|1 minute|4 minutes
        """)
    truth = [
        {"student_id": "98001", "goal_id": "1", "goal_text": "Catches a ball", "baseline": 3, "target": 8, "unit": "catch"},
        {"student_id": "98001", "goal_id": "2", "goal_text": "Matches colors", "baseline": 50, "target": 85,
         "unit": "percent"},
        {"student_id": "98002", "goal_id": "1", "goal_text": "Waits in line", "baseline": 1, "target": 4, "unit": "minute"},
    ]  # fmt: skip
    return Shape("measures_with_their_unit", "goals.csv", text(rows), {"goals": truth})


@shape
def days_of_a_rotation() -> Shape:
    """Full, half or none under student day; the remark tells why, and what kind of full day it was."""
    rows = drawn("""
        Date|Cycle Day|Student Day|Remarks
        2026-02-02|1|Full|
        2026-02-03|2|Half|Early dismissal
        2026-02-04||None|Snow day
        2026-02-05|3|Full|Two-hour delay
        2026-02-16||None|Holiday
        """)
    days = [
        ("2026-02-02", True, "full", "1"), ("2026-02-03", True, "half", "2"), ("2026-02-04", False, "emergency_closed", None),
        ("2026-02-05", True, "late_start", "3"), ("2026-02-16", False, "holiday", None),
    ]  # fmt: skip
    truth = [
        {"day": day, "is_instructional": opened, "day_type": kind} | ({"cycle_day": cycle} if cycle else {})
        for day, opened, kind, cycle in days
    ]
    return Shape("days_of_a_rotation", "rotation.csv", text(rows), {"calendar_days": truth})


@shape
def a_form_in_the_first_person() -> Shape:
    """A form that the therapist fills in: I was absent is the therapist; shorter than planned is part of a session."""
    rows = [
        ["Timestamp", "Your name", "Student (first and last name)", "Which service?", "Date of the session",
         "Was the session held?", "If not, why?", "How many minutes?"],
        [date(2025, 11, 5), "Reyes, Sol", "Ida Amsel", "OT", date(2025, 11, 4), "Yes", "", 30],
        [date(2025, 11, 6), "Reyes, Sol", "Otto Bohm", "OT", date(2025, 11, 5), "No", "I was out sick", ""],
        [date(2025, 11, 7), "Reyes, Sol", "Otto Bohm", "OT", date(2025, 11, 6), "Yes, but cut short", "", 10],
    ]  # fmt: skip
    sol = {"provider": "Reyes, Sol"}
    truth = [
        given("Amsel, Ida", "2025-11-04", 30, **sol, logged_on="2025-11-05"),
        missed("Bohm, Otto", "2025-11-05", "provider_absent", **sol, logged_on="2025-11-06"),
        given("Bohm, Otto", "2025-11-06", 10, **sol, logged_on="2025-11-07") | {"status": "partial"},
    ]
    return Shape("a_form_in_the_first_person", "Responses.xlsx", book({"Form Responses 1": rows}), {"sessions": truth})


@shape
def nothing_given_of_several_services() -> Shape:
    """Minutes of two services side by side; of a day on which neither was given it isn't said which of them was missed."""
    rows = drawn("""
        Student ID|Date|OT Min|PT Min|Attendance
        99001|10/3/2025|30|20|Present
        99001|10/10/2025|||Student absent
        99001|10/17/2025|30||Present
        """)
    truth = [
        given("99001", "2025-10-03", 30, "OT"),
        given("99001", "2025-10-03", 20, "PT"),
        given("99001", "2025-10-17", 30, "OT"),
    ]
    held = {"sessions": {"waiting": [3]}}
    return Shape(
        "nothing_given_of_several_services", "log.csv", text(rows), {"sessions": truth}, held, ("(no service)",)
    )


@shape
def nothing_given_of_several_kinds() -> Shape:
    """Direct and indirect minutes of one service: a day with neither is one missed session, of a kind that nothing says."""
    rows = drawn("""
        Student ID|Date|Service|Direct Minutes|Indirect Minutes|Attendance
        99002|10/3/2025|OT|30|10|Present
        99002|10/10/2025|OT|0||Student absent
        """)
    truth = [
        given("99002", "2025-10-03", 30, "OT", kind="direct"),
        given("99002", "2025-10-03", 10, "OT", kind="indirect"),
        missed("99002", "2025-10-10", "student_absent", "OT", minutes=0),
    ]
    return Shape("nothing_given_of_several_kinds", "log.csv", text(rows), {"sessions": truth})
