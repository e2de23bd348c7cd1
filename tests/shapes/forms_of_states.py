"""Forms and reports of states and vendors: how a session was given among its outcomes, ranges, days of plans and of lines."""

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def how_it_was_given_by_a_key() -> Shape:
    """A head block of labels with their values behind them; a key tells individual, group and who was absent. What the
    form promises makes no line."""
    rows = drawn("""
        County Billing Form
        Student ID|301455|Student Name|Oduya, Kit
        Service|Speech Therapy|Mandate|3x20x4
        Therapist|Ines Aalto|Rate|$48.00
        IN = Individual   GR = Group   AB = Student Absent   TO = Therapist Absent
        Date of Service|Minutes|Code|Initials
        11/4/2025|20|IN|IA
        11/6/2025|25|GR|IA
        11/11/2025|0|AB|IA
        11/13/2025|0|TO|IA
        11/18/2025|20|GR|IA
        Total minutes|65
        """)
    more = {"student": "Oduya, Kit", "provider": "Aalto, Ines"}
    alone, group = {"grouping": "individual", **more}, {"grouping": "group", **more}
    truth = [
        given("301455", "2025-11-04", 20, "SLP", **alone),
        given("301455", "2025-11-06", 25, "SLP", **group),
        missed("301455", "2025-11-11", "student_absent", "SLP", minutes=0, **more),
        missed("301455", "2025-11-13", "provider_absent", "SLP", minutes=0, **more),
        given("301455", "2025-11-18", 20, "SLP", **group),
    ]
    return Shape("how_it_was_given_by_a_key", "county_form.csv", text(rows), {"sessions": truth})


@shape
def minutes_behind_marks_of_a_grid() -> Shape:
    """A grid of marks with their minutes, whose letters the key explains; one mark that it leaves out is asked."""
    rows = drawn("""
        OT Log
        Month: November 2025
        GR = group, IN = individual (number = minutes); AB = student absent; TO = therapist out
        Student|ID|3|4|5|6|7|10|11|12|13|14|Total
        Oduya, Kit|301455|IN30||AB|||GR20|||||50
        Prior, Max|301456||GR20||TO|||||||20
        Quist, Eva|301457|QX15|||||GR20|||||20
        """)
    eva, max_, kit = ({"student": one} for one in ("Quist, Eva", "Prior, Max", "Oduya, Kit"))
    truth = [
        given("301455", "2025-11-03", 30, grouping="individual", **kit),
        missed("301455", "2025-11-05", "student_absent", **kit),
        given("301455", "2025-11-10", 20, grouping="group", **kit),
        given("301456", "2025-11-04", 20, grouping="group", **max_),
        missed("301456", "2025-11-06", "provider_absent", **max_),
        given("301457", "2025-11-10", 20, grouping="group", **eva),
    ]
    return Shape("minutes_behind_marks_of_a_grid", "ot_nov.xlsx", book({"Nov": rows}), {"sessions": truth},
                 {"sessions": {"waiting": [7]}}, asked=("QX15",))  # fmt: skip


@shape
def types_beside_outcomes() -> Shape:
    """One column says what kind of session it was, another what became of it; a provider's name in two columns."""
    rows = drawn("""
        First Name|Last Name|SIS Number|Visit Date|Mins|Staff First Name|Staff Last Name|Discipline|Event Category|Attendance
        Kit|Oduya|301455|11/4/2025|30|Ines|Aalto|Speech, Language and Hearing|Individual Therapy|Attended
        Max|Prior|301456|11/4/2025|30|Ines|Aalto|Speech, Language and Hearing|Group Therapy|No Show
        Max|Prior|301456|11/5/2025|15|Ines|Aalto|Speech, Language and Hearing|Consultation|Attended
        Eva|Quist|301457|11/6/2025|20|Ines|Aalto|Speech, Language and Hearing|Group Therapy|Choir trip
        """)
    by = {"provider": "Aalto, Ines"}
    direct = {"kind": "direct", **by}
    truth = [
        given("301455", "2025-11-04", 30, "SLP", student="Oduya, Kit", grouping="individual", **direct),
        missed(
            "301456",
            "2025-11-04",
            "student_absent",
            "SLP",
            student="Prior, Max",
            grouping="group",
            minutes=30,
            **direct,
        ),
        given("301456", "2025-11-05", 15, "SLP", student="Prior, Max", kind="indirect", **by),
        missed(
            "301457", "2025-11-06", "school_event", "SLP", student="Quist, Eva", grouping="group", minutes=20, **direct
        ),
    ]
    return Shape("types_beside_outcomes", "events.csv", text(rows), {"sessions": truth})


@shape
def whose_absence_a_reason_says() -> Shape:
    """A tick under Absent is the student's, unless the reason says that the therapist was away; both a student's own
    absence and a therapist's wait."""
    rows = drawn("""
        Date|Student|OT Hours|Absent|Student Absent|Reason
        10/1/2025|Oduya, Kit|0.5|||
        10/2/2025|Oduya, Kit||X||
        10/3/2025|Oduya, Kit||X||clinician out sick
        10/6/2025|Oduya, Kit||X|X|therapist out
        """)
    truth = [
        given("Oduya, Kit", "2025-10-01", 30),
        missed("Oduya, Kit", "2025-10-02", "student_absent"),
        missed("Oduya, Kit", "2025-10-03", "provider_absent"),
    ]
    held = {"sessions": {"waiting": [5]}}
    return Shape("whose_absence_a_reason_says", "agency.csv", text(rows), {"sessions": truth}, held)


@shape
def ranges_in_two_columns() -> Shape:
    """The least and the most in a column each: the least is obliged, of minutes and of sessions. A size in words is
    individual or group."""
    rows = drawn("""
        Name|EDUid|Service|Minimum Minutes|Maximum Minutes|Sessions (low)|Sessions (high)|Per|Group Size|Start|End
        Oduya, Kit|301455|OT|20|30|1|2|Week|1:1|9/8/2025|9/7/2026
        Oduya, Kit|301455|PT|30|30|2|3|Month|Small group|9/8/2025|9/7/2026
        Prior, Max|301456|OT|15|15|2|2|Week|1:1|10/6/2025|10/5/2026
        """)
    first, second = ({"start_date": f"2025-{day}", "end_date": f"2026-{end}"} for day, end in
                     (("09-08", "09-07"), ("10-06", "10-05")))  # fmt: skip
    kit, alone = {"student": "Oduya, Kit"}, {"grouping": "individual", "group_max": 1}
    truth = [
        line("301455", "OT", 20, "week", **times(1, 20), **kit, **alone, **first),
        line("301455", "PT", 60, "month", **times(2, 30), **kit, grouping="group", **first),
        line("301456", "OT", 30, "week", **times(2, 15), student="Prior, Max", **alone, **second),
    ]
    return Shape("ranges_in_two_columns", "ranges.csv", text(rows), {"service_lines": truth})


@shape
def days_of_plans_and_of_lines() -> Shape:
    """A line's own days count over those of the IEP, and the day it was discontinued over its planned end."""
    rows = drawn("""
        ID|Student|Service|Hrs per session|Times per week|IEP Beginning|IEP Ending|Service dates (if different)|Date Discontinued
        301455|Oduya, Kit|OT|0.5|2|9/8/2025|9/7/2026||
        301455|Oduya, Kit|PT|0.75|1|9/8/2025|9/7/2026|1/5/2026 - 6/5/2026|
        301456|Prior, Max|OT|0.5|1|10/6/2025|10/5/2026||12/5/2025
        """)
    kit = {"student": "Oduya, Kit"}
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **kit, start_date="2025-09-08", end_date="2026-09-07"),
        line("301455", "PT", 45, "week", **times(1, 45), **kit, start_date="2026-01-05", end_date="2026-06-05"),
        line("301456", "OT", 30, "week", **times(1, 30), student="Prior, Max", start_date="2025-10-06",
             end_date="2025-12-05"),
    ]  # fmt: skip
    return Shape("days_of_plans_and_of_lines", "services.csv", text(rows), {"service_lines": truth})


@shape
def blocks_of_students_by_case_manager() -> Shape:
    """Each block begins with a student and the number behind the name; a case manager gives none of the services, and
    under a title that may be of another student nobody stands."""
    rows = drawn("""
        Part VIII: Services
        INSIDE = General Education    OUTSIDE = Special Education
        Case Manager: Dora Venn
        Kit Oduya   MARSS #: 301455
        Service|Location|Extent|Per|Initiation Date|Ending Date
        Occupational Therapy|OUTSIDE|1.5 hours|month|9/3/2025|9/2/2026

        Max Prior   MARSS #: 301456
        Service|Location|Extent|Per|Initiation Date|Ending Date
        Speech Therapy|INSIDE|60 minutes|week|9/4/2025|9/3/2026

        Eva Quist   Room 12 file 301457
        Service|Location|Extent|Per|Initiation Date|Ending Date
        Physical Therapy|INSIDE|45 minutes|week|9/5/2025|9/4/2026
        """)
    truth = [
        line("301455", "OT", 90, "month", student="Oduya, Kit", setting="pull_out", start_date="2025-09-03",
             end_date="2026-09-02"),
        line("301456", "SLP", 60, "week", student="Prior, Max", setting="push_in", start_date="2025-09-04",
             end_date="2026-09-03"),
    ]  # fmt: skip
    held = {"service_lines": {"rejected": [14]}}
    return Shape("blocks_of_students_by_case_manager", "part8.csv", text(rows), {"service_lines": truth}, held)


@shape
def sites_explained_beneath() -> Shape:
    """Sites by a list's own codes, which a key beneath the grid says are settings; one of them says nothing that is known."""
    rows = drawn("""
        Student|SASID|Service|Frequency|Start Date|End Date|Site
        Belden, Ivo|1000777001|Occupational Therapy|30 min/wk|09/08/2025|06/05/2026|2a
        Belden, Ivo|1000777001|Speech/Language|2 x 20 min/wk|09/08/2025|06/05/2026|1a
        Crewe, Nell|1000777002|Physical Therapy|45 min/wk|09/08/2025|06/05/2026|2d

        Instructional Site Codes:
        1a. General Education Setting
        2a. Resource Setting
        2d. Annex Setting
        """)
    year = {"start_date": "2025-09-08", "end_date": "2026-06-05"}
    ivo = {"student": "Belden, Ivo", **year}
    truth = [
        line("1000777001", "OT", 30, "week", setting="pull_out", **ivo),
        line("1000777001", "SLP", 40, "week", **times(2, 20), setting="push_in", **ivo),
        line("1000777002", "PT", 45, "week", student="Crewe, Nell", **year),
    ]
    return Shape("sites_explained_beneath", "page 11.csv", text(rows), {"service_lines": truth}, asked=("2d",))
