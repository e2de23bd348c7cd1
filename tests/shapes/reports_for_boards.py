"""Reports for states and boards: what a title, a band, a second row of headings or a column beside must not be taken for."""

from datetime import date

from tests.shapes.shape import Merged, Row, Shape, book, drawn, line, shape, text, times


@shape
def services_described() -> Shape:
    """The service under a heading that elsewhere is one of notes, beneath a title that names all services at once."""
    rows = drawn("""
        Special Education and Related Services
        Student|MARSS Number|Description of Service|Start Date|Frequency|Minutes per Session
        Ash, Ned|3100000001|Occupational Therapy|09/15/2025|2 per week|30
        Bly, Uma|3100000002|Speech/Language|10/01/2025|1 per week|20
        Coe, Pia|3100000003|Physical Therapy|11/03/2025|3 per month|25
        """)
    truth = [
        line("3100000001", "OT", 60, "week", **times(2, 30), start_date="2025-09-15"),
        line("3100000002", "SLP", 20, "week", **times(1, 20), start_date="2025-10-01"),
        line("3100000003", "PT", 75, "month", **times(3, 25), start_date="2025-11-03"),
    ]
    return Shape("services_described", "services.csv", text(rows), {"service_lines": truth})


@shape
def staff_of_no_building() -> Shape:
    """Staff under bands of schools, and under one that is no school: they are not of the school before."""
    rows = drawn("""
        Therapy staffing
        Emp #|Name|Assignment|FTE|In district since
        MAPLE GROVE ELEMENTARY
        E1|Ash, Ned|Occupational Therapist|0.5|8/15/2016
        ||Total|0.5
        CEDAR MIDDLE SCHOOL
        E2|Bly, Uma|Speech-Language Pathologist|1.0|8/12/2013
        ||Total|1.0
        TRAVELING
        E3|Coe, Pia|Physical Therapist|0.4|1/6/2025
        ||Total|0.4
        """)
    told = [
        ("E1", "Ash, Ned", "OTR", 0.5, "2016-08-15", {"home_school": "MAPLE GROVE ELEMENTARY"}),
        ("E2", "Bly, Uma", "SLP", 1.0, "2013-08-12", {"home_school": "CEDAR MIDDLE SCHOOL"}),
        ("E3", "Coe, Pia", "PT", 0.4, "2025-01-06", {}),
    ]
    truth: list[Row] = [
        {"provider_id": number, "provider_name": who, "role": role, "fte": fte, "start_date": day, **where}
        for number, who, role, fte, day, where in told
    ]
    return Shape("staff_of_no_building", "staffing.csv", text(rows), {"providers": truth})


@shape
def short_days_by_schedule() -> Shape:
    """What a *Schedule* says of the day goes before the occasion; words there that nobody knows are asked about, though
    the occasion is a holiday's name."""
    rows = drawn("""
        Date|Campus|Schedule|Occasion
        9/1/2025|All campuses|No school|Labor Day
        10/3/2025|Oak Elementary|Dismiss at noon|Harvest fair
        10/10/2025|All campuses|Start 2 hrs late|Staff training
        11/21/2025|Oak Elementary|No school|Family meetings
        11/26/2025|All campuses|Dismiss at noon|Thanksgiving
        12/23/2025|All campuses|Plan Z|Christmas
        """)
    days = [
        ("2025-09-01", False, "holiday", {}),
        ("2025-10-03", True, "half", {"school": "Oak Elementary"}),
        ("2025-10-10", True, "late_start", {}),
        ("2025-11-21", False, "holiday", {"school": "Oak Elementary"}),
        ("2025-11-26", True, "half", {}),
    ]
    truth: list[Row] = [
        {"day": day, "is_instructional": opened, "day_type": kind, **where} for day, opened, kind, where in days
    ]
    return Shape(
        "short_days_by_schedule", "short days.csv", text(rows), {"calendar_days": truth},
        held={"calendar_days": {"waiting": [7]}}, asked=("Plan Z",),
    )  # fmt: skip


@shape
def letters_described() -> Shape:
    """Kinds of day as letters that only the column beside them tells; they are no days of a rotation."""
    rows = drawn("""
        Year End|Calendar Date|Day Type|Day Type Description
        2026-06-30|20250902|SC|Superintendent Conference
        2026-06-30|20250904|I|Instructional day
        2026-06-30|20250923|H|Holiday
        2026-06-30|20251126|LE|Late Arrival
        2026-06-30|20260126|W|Weather day
        2026-06-30|20260406|M|Make-up day
        """)
    days = [
        ("2025-09-02", False, "staff_only"), ("2025-09-04", True, "full"), ("2025-09-23", False, "holiday"),
        ("2025-11-26", True, "late_start"), ("2026-01-26", False, "emergency_closed"), ("2026-04-06", True, "make_up_day"),
    ]  # fmt: skip
    truth: list[Row] = [{"day": day, "is_instructional": opened, "day_type": kind} for day, opened, kind in days]
    return Shape("letters_described", "days.csv", text(rows), {"calendar_days": truth})


@shape
def reports_over_their_days() -> Shape:
    """A report's name over its day in a second row of headings, beside headings merged over both rows."""
    rows = [
        ["Progress 2025-26"],
        [*(Merged(one, rows=2) for one in ("Student", "Goal", "Annual Goal")), "1st Report", "2nd Report"],
        ["", "", "", date(2025, 11, 7), date(2026, 2, 6)],
        ["Ash, Ned", "1", "Writes five words", "NP", "SP"],
        ["Bly, Uma", "1", "Names ten colors", "SP", ""],
        [],
        ["NP = No progress"],
        ["SP = Sufficient progress"],
    ]
    goals: list[Row] = [
        {"student": "Ash, Ned", "goal_id": "1", "goal_text": "Writes five words"},
        {"student": "Bly, Uma", "goal_id": "1", "goal_text": "Names ten colors"},
    ]
    told = [
        ("Ash, Ned", "PR1", "2025-11-07", "no_progress"), ("Ash, Ned", "PR2", "2026-02-06", "sufficient"),
        ("Bly, Uma", "PR1", "2025-11-07", "sufficient"),
    ]  # fmt: skip
    found: list[Row] = [
        {"student": who, "goal_id": "1", "period": period, "measured_on": day, "progress_code": code}
        for who, period, day, code in told
    ]
    return Shape(
        "reports_over_their_days", "progress.xlsx", book({"Summary": rows}), {"goals": goals, "measurements": found}
    )


@shape
def right_of_all_and_percent() -> Shape:
    """How many were right of all, beside the percent that says the same: one score, of so many trials."""
    rows = drawn("""
        goal_id|student_id|collection_date|correct|total|percent_correct
        G-1|7001|2025-10-01|4|10|40
        G-1|7001|2025-10-15|7|10|70
        G-2|7002|2025-10-03|0|12|0
        G-2|7002|2025-10-17|4|12|33
        """)
    told = [("7001", "G-1", "2025-10-01", 40, 10), ("7001", "G-1", "2025-10-15", 70, 10),
            ("7002", "G-2", "2025-10-03", 0, 12), ("7002", "G-2", "2025-10-17", 33, 12)]  # fmt: skip
    names = ("student_id", "goal_id", "measured_on", "value", "trials")
    truth: list[Row] = [dict(zip(names, one, strict=True)) for one in told]
    return Shape("right_of_all_and_percent", "collected.csv", text(rows), {"measurements": truth})


@shape
def goals_under_ids_by_name() -> Shape:
    """Goals under a line a child, whose id has its own name and no colon behind it."""
    rows = drawn("""
        ANNUAL GOALS
        #|Measurable Annual Goal|Present Level|Criteria for Mastery|IEP Dates
        Ash, Ned   GTID 8810000001
        1|Ned will write five words|40%|80% accuracy|09/25/2025 - 09/24/2026
        2|Ned will read ten words|25%|75% accuracy|09/25/2025 - 09/24/2026
        Bly, Uma   GTID 8810000002
        1|Uma will name ten colors|30%|90% accuracy|10/30/2025 - 10/29/2026
        """)
    told = [("8810000001", "1", "Ned will write five words", 40, 80, "2025-09-25", "2026-09-24"),
            ("8810000001", "2", "Ned will read ten words", 25, 75, "2025-09-25", "2026-09-24"),
            ("8810000002", "1", "Uma will name ten colors", 30, 90, "2025-10-30", "2026-10-29")]  # fmt: skip
    names = ("student_id", "goal_id", "goal_text", "baseline", "target", "start_date", "due_date")
    truth: list[Row] = [dict(zip(names, one, strict=True), unit="percent") for one in told]
    return Shape("goals_under_ids_by_name", "goals.csv", text(rows), {"goals": truth})
