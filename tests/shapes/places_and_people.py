"""Where people work and when, which school a list is of, what is counted of a goal: told beside the rows, or in words."""

from datetime import date

from tests.shapes.shape import Row, Shape, book, drawn, line, shape, text, times


@shape
def schools_with_grades() -> Shape:
    """Schools with three numbers, their lowest and highest grade and who leads them: no list of students."""
    rows = drawn("""
        School_id|School_name|School_number|State_id|Low_grade|High_grade|Principal
        301|Oak Elementary|0301|41-301|K|5|Dr. Pell
        302|Elm Middle|0302|41-302|6|8|Mr. Quist
        """)
    truth: list[Row] = [
        {"school": "301", "school_name": "Oak Elementary"},
        {"school": "302", "school_name": "Elm Middle"},
    ]
    return Shape("schools_with_grades", "schools.csv", text(rows), {"schools": truth})


@shape
def supervised_in_words() -> Shape:
    """Who supervises whom, where, and how much in words: 90 minutes are an hour and a half."""
    rows = drawn("""
        Assistant|Supervised By|Location|How Much
        A11|S77|Oak|4 hrs/month
        A12|S77|Elm|90 min per month
        A12|S78|Oak|2
        """)
    names = ("assistant_id", "provider_id", "school", "hours_per_month")
    told = [("A11", "S77", "Oak", 4), ("A12", "S77", "Elm", 1.5), ("A12", "S78", "Oak", 2)]
    truth: list[Row] = [dict(zip(names, one, strict=True)) for one in told]
    return Shape("supervised_in_words", "cota.csv", text(rows), {"supervision": truth})


@shape
def hours_a_day() -> Shape:
    """Staff under titles of disciplines, hours a day and days a week, a licence for a role; no student anywhere."""
    rows = drawn("""
        Therapy staff
        Emp #|Name|Credentials|Hours per Day|Days per Week|FTE|Home Base|Hired
        OCCUPATIONAL THERAPY
        E1|Moe, Al|OTR/L|7.5|5|1.0|Oak Elementary|8/15/2019
        E2|Noy, Bea|COTA/L|7|4|0.8|Elm Middle|8/18/2025
        SPEECH
        E3|Orr, Cy|CCC-SLP|6|2|0.4|Oak Elementary|1/6/2025
        """)
    told = [("E1", "Moe, Al", "OTR", 1.0, 2250, "Oak Elementary", "2019-08-15"),
            ("E2", "Noy, Bea", "COTA", 0.8, 1680, "Elm Middle", "2025-08-18"),
            ("E3", "Orr, Cy", "SLP", 0.4, 720, "Oak Elementary", "2025-01-06")]  # fmt: skip
    names = ("provider_id", "provider_name", "role", "fte", "contract_minutes", "home_school", "start_date")
    truth: list[Row] = [dict(zip(names, one, strict=True)) for one in told]
    return Shape("hours_a_day", "staff.csv", text(rows), {"providers": truth})


@shape
def weekdays_by_school() -> Shape:
    """Therapists down, buildings across, weekdays in the cells: letters, names, a run, a half."""
    rows = drawn("""
        Therapist|Disc.|Oak Elem|Elm MS|Ash HS
        Moe, Al|OT|M W|T/Th|F am
        Noy, Bea|COTA|MWF||Tue & Thu
        Orr, Cy|SLP|M-Th||F pm
        """)
    at = {"Moe, Al": "mon:Oak Elem wed:Oak Elem tue:Elm MS thu:Elm MS fri:Ash HS:am",
          "Noy, Bea": "mon:Oak Elem wed:Oak Elem fri:Oak Elem tue:Ash HS thu:Ash HS",
          "Orr, Cy": "mon:Oak Elem tue:Oak Elem wed:Oak Elem thu:Oak Elem fri:Ash HS:pm"}  # fmt: skip
    truth: list[Row] = []
    for who, days in at.items():
        for visit in days.replace(" mon", "|mon").replace(" tue", "|tue").replace(" wed", "|wed").replace(
            " thu", "|thu").replace(" fri", "|fri").split("|"):  # fmt: skip
            day, school, half = (*visit.split(":"), "full")[:3]
            truth.append({"provider": who, "school": school, "weekday": day, "half_day": half})
    return Shape("weekdays_by_school", "sites.csv", text(rows), {"site_days": truth})


@shape
def days_by_school() -> Shape:
    """Days down, schools across: a row is a record for each school, and no session of anybody."""
    rows = drawn("""
        Date|Day|Oak Elementary|Elm Middle|Ash High
        1/12/2026|Mon|School|School|School
        1/13/2026|Tue|Snow Day|Snow Day|Late Start
        1/14/2026|Wed|Early Release|School|Testing
        """)
    kinds = {"S": (True, "full"), "N": (False, "emergency_closed"), "L": (True, "late_start"), "E": (True, "half"),
             "T": (True, "testing")}  # fmt: skip
    schools = ("Oak Elementary", "Elm Middle", "Ash High")
    days = {"2026-01-12": "SSS", "2026-01-13": "NNL", "2026-01-14": "EST"}
    truth: list[Row] = [
        {"school": school, "day": day, "is_instructional": kinds[mark][0], "day_type": kinds[mark][1]}
        for day, marks in days.items()
        for school, mark in zip(schools, marks, strict=True)
    ]
    return Shape("days_by_school", "january.csv", text(rows), {"calendar_days": truth})


@shape
def two_days_in_a_cell() -> Shape:
    """Closed days of which a cell names two, with the month or the year said once."""
    rows = [
        ["2025-26 Days Off"],
        *drawn("""
        Date|Event
        9/1|Labor Day
        10/9 & 10/10|Fall Break
        Nov 27 and 28|Thanksgiving
        2/13 & 16|Presidents' Day, no school
        """),
    ]
    days = ("2025-09-01", "2025-10-09", "2025-10-10", "2025-11-27", "2025-11-28", "2026-02-13", "2026-02-16")
    truth: list[Row] = [{"day": day, "is_instructional": False, "day_type": "holiday"} for day in days]
    return Shape("two_days_in_a_cell", "off.csv", text(rows), {"calendar_days": truth})


@shape
def periods_sideways() -> Shape:
    """A row a school year, its quarters sideways, each with its first and last day."""
    rows = drawn("""
        School Year|Qtr 1 Starts|Qtr 1 Ends|Qtr 2 Starts|Qtr 2 Ends
        2024-25|8/26/2024|10/25/2024|10/28/2024|1/17/2025
        2025-26|8/25/2025|10/24/2025|10/27/2025|1/16/2026
        """)
    told = [("2024-25", "Q1", "2024-08-26", "2024-10-25"), ("2024-25", "Q2", "2024-10-28", "2025-01-17"),
            ("2025-26", "Q1", "2025-08-25", "2025-10-24"), ("2025-26", "Q2", "2025-10-27", "2026-01-16")]  # fmt: skip
    names = ("school_year", "period", "start_date", "end_date")
    truth: list[Row] = [dict(zip(names, one, strict=True)) for one in told]
    return Shape("periods_sideways", "quarters.csv", text(rows), {"grading_periods": truth})


@shape
def years_and_terms() -> Shape:
    """Terms of a roster standard: the year by its last number, the whole year no period of it."""
    rows = drawn("""
        sourcedId|status|title|type|startDate|endDate|schoolYear
        y26|active|2025-2026 School Year|schoolYear|2025-08-25|2026-06-05|2026
        t1|active|Trimester 1|gradingPeriod|2025-08-25|2025-11-21|2026
        t2|active|Trimester 2|gradingPeriod|2025-12-01|2026-03-06|2026
        """)
    told = [("T1", "2025-08-25", "2025-11-21"), ("T2", "2025-12-01", "2026-03-06")]
    truth: list[Row] = [
        {"school_year": "2025-26", "period": name, "start_date": first, "end_date": last} for name, first, last in told
    ]
    return Shape("years_and_terms", "academicSessions.csv", text(rows), {"grading_periods": truth})


@shape
def rooms_of_a_school() -> Shape:
    """Class lists in blocks: the school alone in the title, the grade of each block beside what no list knows."""
    head = ["No.", "Student Name", "Student ID"]
    rows = [
        ["Alder Ridge Elementary"],
        [],
        ["Homeroom: 12     Teacher: Halls     Grade: 2"],
        head,
        ["1", "Dale, Eve", "118204"],
        ["2", "Egan, Fin", "118207"],
        [],
        ["Homeroom: 14     Teacher: Ives     Grade: Kindergarten"],
        head,
        ["1", "Ford, Gia", "121001"],
    ]
    told = [("118204", "Dale", "Eve", "2"), ("118207", "Egan", "Fin", "2"), ("121001", "Ford", "Gia", "K")]
    truth: list[Row] = [
        {
            "student_id": number,
            "last_name": last,
            "first_name": first,
            "grade": grade,
            "school": "Alder Ridge Elementary",
        }
        for number, last, first, grade in told
    ]
    return Shape("rooms_of_a_school", "class lists.csv", text(rows), {"students": truth})


@shape
def tab_of_a_building() -> Shape:
    """A tab for each building, which only its name tells, and one of those who left, with the day."""
    head = ["Student", "ID", "Svc", "Min/Session", "x per Wk"]
    sheets = {
        "Oak Elem": [head, ["Dale, Eve", "44010", "OT", 30, 2]],
        "Elm Middle": [head, ["Egan, Fin", "44011", "PT", 20, 3]],
        "Exited": [[*head, "School", "Date Exited"], ["Ford, Gia", "44012", "OT", 45, 2, "Ash HS", date(2025, 11, 14)]],
    }
    truth = [
        line("44010", "OT", 60, "week", school="Oak Elem", **times(2, 30)),
        line("44011", "PT", 60, "week", school="Elm Middle", **times(3, 20)),
        line("44012", "OT", 90, "week", school="Ash HS", end_date="2025-11-14", **times(2, 45)),
    ]
    truth = [{**one, "student": who} for one, who in zip(truth, ("Dale, Eve", "Egan, Fin", "Ford, Gia"), strict=True)]
    return Shape("tab_of_a_building", "caseload.xlsx", book(sheets), {"service_lines": truth})


@shape
def minutes_per_times() -> Shape:
    """Minutes per what the next heading counts are each time's; a contact every two weeks."""
    rows = drawn("""
        Student ID|Service|Minutes (Per Service Frequency)|Service Frequency (Times per Period)|Every|Effective From|Effective To
        7001|OT|30|2|Week|8/25/2025|6/5/2026
        7002|PT|40|1|2 Weeks|8/25/2025|6/5/2026
        """)
    dates = {"start_date": "2025-08-25", "end_date": "2026-06-05"}
    truth = [
        line("7001", "OT", 60, "week", **times(2, 30), **dates),
        line("7002", "PT", 40, "weeks:2", **times(1, 40), **dates),
    ]
    return Shape("minutes_per_times", "services.csv", text(rows), {"service_lines": truth})


@shape
def counts_under_a_goal() -> Shape:
    """The goal, where it began and what it aims at stand above counts of a behaviour: no line and no session."""
    rows = drawn("""
        BEHAVIOR DATA
        Student:|Dale, Eve||ID:|60213
        Goal:|Reduce calling out
        Baseline:|14 per day||Target:|3 per day

        Date|# of times|What was going on
        10/1/2025|14|math
        10/2/2025|absent|lunch
        10/6/2025|0|math
        """)
    goal: Row = {"student_id": "60213", "student": "Dale, Eve", "goal_text": "Reduce calling out", "baseline": 14,
                 "target": 3, "unit": "per day"}  # fmt: skip
    scores: list[Row] = [
        {"student_id": "60213", "student": "Dale, Eve", "measured_on": day, "value": value}
        for day, value in (("2025-10-01", 14), ("2025-10-06", 0))
    ]
    return Shape("counts_under_a_goal", "counts.csv", text(rows), {"goals": [goal], "measurements": scores})


@shape
def caseload_on_its_side() -> Shape:
    """A list on its side, a column a student: minutes of services under names nobody lists; some rows nearly blank."""
    rows = [
        ["Caseload at a glance"],
        ["Student", "Dale, Eve", "Egan, Fin", "Ford, Gia"],
        ["Student ID", "7001", "7002", "7003"],
        ["Grade", "3", "5", "K"],
        ["OT (min/wk)", "60", "", ""],
        ["PT (min/wk)", "", "45", "30"],
        ["OT consult (min/month)", "", "15", ""],
        ["IEP start", "9/29/2025", "9/2/2025", "8/25/2025"],
    ]
    starts = {"7001": "2025-09-29", "7002": "2025-09-02", "7003": "2025-08-25"}
    names = {"7001": "Dale, Eve", "7002": "Egan, Fin", "7003": "Ford, Gia"}
    told = [("7001", "OT", 60, "week", {}), ("7002", "PT", 45, "week", {}), ("7003", "PT", 30, "week", {}),
            ("7002", "OT", 15, "month", {"kind": "indirect"})]  # fmt: skip
    truth: list[Row] = [
        line(who, service, minutes, cycle, start_date=starts[who], student=names[who], **more)
        for who, service, minutes, cycle, more in told
    ]
    return Shape("caseload_on_its_side", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def trials_in_columns() -> Shape:
    """A column a trial with + and -, and how many were right: that is the score, nothing right is 0, and nothing is a
    session."""
    rows = drawn("""
        Date|Student|Objective|T1|T2|T3|T4|# Correct
        10/6/2025|Dale, Eve|Button a coat|+|-|-|+|2
        10/13/2025|Dale, Eve|Button a coat|-|-|-|-|0
        """)
    scores: list[Row] = [
        {"student": "Dale, Eve", "measured_on": day, "value": value, "trials": 4}
        for day, value in (("2025-10-06", 2), ("2025-10-13", 0))
    ]
    goal: Row = {"student": "Dale, Eve", "goal_text": "Button a coat", "trials": 4}
    return Shape("trials_in_columns", "trials.csv", text(rows), {"goals": [goal], "measurements": scores})


@shape
def totals_to_a_day() -> Shape:
    """Another system's totals, the provider once a block, the day to which they go in the heading."""
    rows = drawn("""
        Provider|Student ID|Svc|IEP Min/Wk|Delivered thru 1/30/2026
        Moe, Al|8001|OT|60|1020
        |8002|OT|30|570
        Moe, Al Total|||90|1590
        Orr, Cy|8003|Speech|45|790
        |8004|Speech|30|540
        Orr, Cy Total|||75|1330
        """)
    told = [("8001", "OT", 60, 1020, "Moe, Al"), ("8002", "OT", 30, 570, "Moe, Al"), ("8003", "SLP", 45, 790, "Orr, Cy"),
            ("8004", "SLP", 30, 540, "Orr, Cy")]  # fmt: skip
    truth: list[Row] = [
        line(who, service, minutes, "week", provider=by, stated_delivered_minutes=total, stated_as_of="2026-01-30")
        for who, service, minutes, total, by in told
    ]
    return Shape("totals_to_a_day", "reconciliation.csv", text(rows), {"service_lines": truth})


@shape
def shorthand_by_service() -> Shape:
    """A column a service, sessions x minutes and a mark in the cell, two of them in one; the key says per week."""
    rows = drawn("""
        Student|Gr|OT|PT|Speech
        Dale, Eve|4|2x30 PO||1x30 PI
        Egan, Fin|K|1x30 PO + 1x20 PI|15/mo C|-
        Ford, Gia|2||1x45 PO|3x20 G

        times x minutes per week unless marked /mo (month).   PO = pull-out   PI = push-in   C = consult   G = group
        """)
    told = [("Dale, Eve", "OT", 2, 30, "week", {"setting": "pull_out"}),
            ("Dale, Eve", "SLP", 1, 30, "week", {"setting": "push_in"}),
            ("Egan, Fin", "OT", 1, 30, "week", {"setting": "pull_out"}),
            ("Egan, Fin", "OT", 1, 20, "week", {"setting": "push_in"}),
            ("Egan, Fin", "PT", None, 15, "month", {"kind": "indirect", "setting": "indirect"}),
            ("Ford, Gia", "PT", 1, 45, "week", {"setting": "pull_out"}),
            ("Ford, Gia", "SLP", 3, 20, "week", {"grouping": "group"})]  # fmt: skip
    truth: list[Row] = [
        line(who, service, minutes * (count or 1), cycle, **(times(count, minutes) if count else {}), **more)
        for who, service, count, minutes, cycle, more in told
    ]
    return Shape("shorthand_by_service", "at a glance.csv", text(rows), {"service_lines": truth})


@shape
def shorthand_without_a_key() -> Shape:
    """The same without a key: nothing says by week or month, so each amount waits."""
    rows = drawn("""
        Student|Gr|OT|PT
        Dale, Eve|4|2x30|1x45
        Egan, Fin|K|1x30|
        """)
    held = {"service_lines": {"waiting": [2, 2, 3]}}
    return Shape("shorthand_without_a_key", "at a glance.csv", text(rows), held=held)


@shape
def staff_under_their_places() -> Shape:
    """A line a place with its word before the name, the headings under each; hours a week are hours and minutes."""
    head = "Emp #|Name|Title|FTE|Hrs/Wk"
    rows = drawn(f"""
        Related service staff
        Work site: Oak Elementary
        {head}
        E1|Moe, Al|Occupational Therapist|1.0|37:30
        Site total|||1.0|

        Work site: Elm Middle
        {head}
        E2|Noy, Bea|Speech-Language Pathologist|0.5|18:45
        Site total|||0.5|
        """)
    truth: list[Row] = [
        {"provider_id": "E1", "provider_name": "Moe, Al", "role": "OTR", "fte": 1.0, "contract_minutes": 2250,
         "home_school": "Oak Elementary"},
        {"provider_id": "E2", "provider_name": "Noy, Bea", "role": "SLP", "fte": 0.5, "contract_minutes": 1125,
         "home_school": "Elm Middle"},
    ]  # fmt: skip
    return Shape("staff_under_their_places", "assigned.xlsx", book({"Staff": rows}), {"providers": truth})


@shape
def a_school_named_an_organization() -> Shape:
    """A list of students whose school stands under Organization Name, grades in short words."""
    rows = drawn("""
        Student Name|SIS Number|Organization Name|Grade|Enter Date|Leave Date
        Dale, Eve|40011|Oak Elementary|Kdg|8/20/2025|
        Egan, Fin|40012|Elm Middle|Gr 7|8/20/2025|12/5/2025
        """)
    truth: list[Row] = [
        {"student_id": "40011", "last_name": "Dale", "first_name": "Eve", "school": "Oak Elementary", "grade": "K",
         "enrolled_from": "2025-08-20"},
        {"student_id": "40012", "last_name": "Egan", "first_name": "Fin", "school": "Elm Middle", "grade": "7",
         "enrolled_from": "2025-08-20", "enrolled_to": "2025-12-05"},
    ]  # fmt: skip
    return Shape("a_school_named_an_organization", "list.csv", text(rows), {"students": truth})
