"""Times that were planned from and to beside those that were kept, and reports of progress with their days beside them."""

from tests.shapes.shape import Row, Shape, drawn, given, missed, shape, text

FOLDS, HOPS = "Folds a sheet in half", "Hops on one foot"


def _reports(name: str, pair: str, period: str) -> Shape:
    heads = "|".join(pair.format(number, number) for number in (1, 2))
    rows = drawn(f"""
        Child|Goal|Service|{heads}
        Faro, Nia|{FOLDS}|OT|11/7/2025|Adequate Progress|2/13/2026|Some Progress
        Gorse, Al|{HOPS}|PT|11/10/2025|Some Progress|2/13/2026|Mastered
        """)
    goals: list[Row] = [
        {"student": "Faro, Nia", "goal_text": FOLDS, "service": "OT"},
        {"student": "Gorse, Al", "goal_text": HOPS, "service": "PT"},
    ]
    told = (
        ("2025-11-07", "sufficient", "2026-02-13", "insufficient"),
        ("2025-11-10", "insufficient", "2026-02-13", "mastered"),
    )
    marks: list[Row] = [
        {"student": goal["student"], "period": period.format(at + 1), "measured_on": days[2 * at],
         "progress_code": days[2 * at + 1]}
        for goal, days in zip(goals, told, strict=True) for at in (0, 1)
    ]  # fmt: skip
    return Shape(name, "reports.csv", text(rows), {"goals": goals, "measurements": marks})


@shape
def planned_from_and_to_beside_arrivals() -> Shape:
    """A session lasted from when the child came to when it left, not as long as it was planned."""
    rows = drawn("""
        Child|Visit Date|Scheduled|Arrived|Left|Service|Status
        Faro, Nia|10/6/2025|1:00-1:30 PM|1:06 PM|1:30 PM|OT|Seen
        Gorse, Al|10/6/2025|2:00-2:45 PM|2:00 PM|2:40 PM|OT|Seen
        Faro, Nia|10/8/2025|1:00-1:30 PM|||OT|Student absent
        """)
    truth = [
        given("Faro, Nia", "2025-10-06", 24, start_time="13:06", end_time="13:30"),
        given("Gorse, Al", "2025-10-06", 40, start_time="14:00", end_time="14:40"),
        missed("Faro, Nia", "2025-10-08", "student_absent", start_time="13:00", end_time="13:30"),
    ]
    return Shape("planned_from_and_to_beside_arrivals", "visits.csv", text(rows), {"sessions": truth})


@shape
def planned_from_and_to_beside_the_actual_start() -> Shape:
    """The planned end is no end of a session that began later; its minutes are told."""
    rows = drawn("""
        Child|Visit Date|Service|Scheduled Time|Actual Start|Minutes|Status
        Faro, Nia|10/6/2025|PT|9:00 - 9:30|9:10|30|Seen
        Gorse, Al|10/6/2025|PT|10:00 - 10:30|10:00|20|Seen
        Faro, Nia|10/8/2025|PT|9:00 - 9:30||0|Student absent
        """)
    truth = [
        given("Faro, Nia", "2025-10-06", 30, service="PT", start_time="09:10"),
        given("Gorse, Al", "2025-10-06", 20, service="PT", start_time="10:00"),
        missed("Faro, Nia", "2025-10-08", "student_absent", minutes=0, service="PT", start_time="09:00"),
    ]
    return Shape("planned_from_and_to_beside_the_actual_start", "pt visits.csv", text(rows), {"sessions": truth})


@shape
def reports_with_their_days_beside_them() -> Shape:
    """Each report has its day in a column of its own."""
    return _reports("reports_with_their_days_beside_them", "Progress Rpt {} Dt|Progress Rpt {} Code", "PR{}")


@shape
def numbered_reports_with_their_days() -> Shape:
    """Reports that are called by a letter and a number, each with its day."""
    return _reports("numbered_reports_with_their_days", "R{} Date|R{} Code", "R{}")
