"""What was awarded and not given, rows that only add up, and numbers that their heading says to be percent."""

from tests.shapes.shape import Merged, Shape, book, drawn, given, missed, shape, text


@shape
def register_of_awards() -> Shape:
    """What a hearing awarded, in hours, beside what was given of it so far: a sum, on no day."""
    rows = drawn("""
        Award No|Child|Related Service|Hours Awarded|Date of Agreement|Hours Given to Date|Balance
        CA-7|Ruhl, Pia|OT|10|9/29/2025|2.5|7.5
        CA-8|Sato, Rin|Speech|4.5|1/12/2026|0|4.5
        CA-9|Sato, Rin|OT|6|1/12/2026|1|5
        """)
    truth = [
        {"award_id": own, "student": who, "service": service, "minutes": minutes, "awarded_on": day}
        for own, who, service, minutes, day in (
            ("CA-7", "Ruhl, Pia", "OT", 600, "2025-09-29"),
            ("CA-8", "Sato, Rin", "SLP", 270, "2026-01-12"),
            ("CA-9", "Sato, Rin", "OT", 360, "2026-01-12"),
        )
    ]
    return Shape("register_of_awards", "Compensatory register.csv", text(rows), {"awards": truth})


@shape
def minutes_awarded_on_a_day() -> Shape:
    """Nothing but an award's number, child, service, minutes and day: none of it was given."""
    rows = drawn("""
        Award #|Student ID|Service|Minutes Awarded|Date
        11|S40|Physical Therapy|240|11/3/2025
        12|S41|Physical Therapy|600|11/10/2025
        """)
    truth = [
        {"award_id": "11", "student_id": "S40", "service": "PT", "minutes": 240, "awarded_on": "2025-11-03"},
        {"award_id": "12", "student_id": "S41", "service": "PT", "minutes": 600, "awarded_on": "2025-11-10"},
    ]
    return Shape("minutes_awarded_on_a_day", "awards 25-26.csv", text(rows), {"awards": truth})


@shape
def minutes_owed_beside_a_log() -> Shape:
    """A log whose rows say what is owed for a missed session: its sessions stay sessions."""
    rows = drawn("""
        Student ID|Service|Date|Minutes|Status|Minutes Owed
        S40|PT|11/3/2025|30|Delivered|0
        S41|PT|11/3/2025|0|Provider absent|30
        """)
    truth = [given("S40", "2025-11-03", 30, "PT"), missed("S41", "2025-11-03", "provider_absent", "PT", minutes=0)]
    return Shape("minutes_owed_beside_a_log", "PT Nov.csv", text(rows), {"sessions": truth})


def week(last: str) -> bytes:
    rows = [
        [Merged("OT - week of November 3", 7)],
        ["Therapist:", "Vega, Lou"],
        [],
        ["Child", "Service", "Mon 11/3/2025", "Tue 11/4/2025", "Wed 11/5/2025", "Thu 11/6/2025"],
        ["Ruhl, Pia", "OT", 30, "", 30, ""],
        ["Sato, Rin", "OT", "", 20, "A", 20],
        ["Toll, Uma", "OT", 30, 20, "", ""],
        [last, "", 60, 40, 30, 20],
        ["A = absent"],
    ]
    return book({"Week": rows})


def of_the_week() -> dict[str, list[dict[str, object]]]:
    same = {"provider": "Vega, Lou"}
    truth = [
        given("Ruhl, Pia", "2025-11-03", 30, **same), given("Ruhl, Pia", "2025-11-05", 30, **same),
        given("Sato, Rin", "2025-11-04", 20, **same), missed("Sato, Rin", "2025-11-05", "student_absent", **same),
        given("Sato, Rin", "2025-11-06", 20, **same), given("Toll, Uma", "2025-11-03", 30, **same),
        given("Toll, Uma", "2025-11-04", 20, **same),
    ]  # fmt: skip
    return {"sessions": truth}


@shape
def totals_of_days_by_another_name() -> Shape:
    """The last row says that it is a total among other words."""
    return Shape("totals_of_days_by_another_name", "OT wk.xlsx", week("Day totals (min)"), of_the_week())


@shape
def sums_without_a_word_for_them() -> Shape:
    """The last row adds up the days under a label that nobody lists."""
    return Shape("sums_without_a_word_for_them", "OT wk 10.xlsx", week("All kids"), of_the_week())


@shape
def a_child_who_is_seen_as_often_as_two_others() -> Shape:
    """The last row's numbers are those of the rows above together in two columns only: it is a child's."""
    rows = drawn("""
        Child|Service|Mon 11/3/2025|Tue 11/4/2025|Wed 11/5/2025
        Ruhl, Pia|OT|15|20|
        Sato, Rin|OT|15||20
        Toll, Uma|OT|30|20|
        """)
    truth = [
        given("Ruhl, Pia", "2025-11-03", 15), given("Ruhl, Pia", "2025-11-04", 20), given("Sato, Rin", "2025-11-03", 15),
        given("Sato, Rin", "2025-11-05", 20), given("Toll, Uma", "2025-11-03", 30), given("Toll, Uma", "2025-11-04", 20),
    ]  # fmt: skip
    return Shape("a_child_who_is_seen_as_often_as_two_others", "OT 11.csv", text(rows), {"sessions": truth})


@shape
def goals_in_percent_by_their_headings() -> Shape:
    """Bare numbers under headings that say percent."""
    rows = drawn("""
        Goal ID|Student ID|Area|Annual Goal|Baseline (%)|Target %
        G1|S40|OT|Pia will cut along a curved line|35|80
        G2|S41|OT|Rin will button a shirt|50|90
        """)
    same = {"service": "OT", "unit": "percent"}
    truth = [
        {
            "goal_id": "G1",
            "student_id": "S40",
            "goal_text": "Pia will cut along a curved line",
            "baseline": 35,
            "target": 80,
            **same,
        },
        {
            "goal_id": "G2",
            "student_id": "S41",
            "goal_text": "Rin will button a shirt",
            "baseline": 50,
            "target": 90,
            **same,
        },
    ]
    return Shape("goals_in_percent_by_their_headings", "OT goals.csv", text(rows), {"goals": truth})
