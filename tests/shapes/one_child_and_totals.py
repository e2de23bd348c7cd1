"""A child under two forms of id, time that isn't the child's, and trials beside the scores of each day."""

from tests.shapes.shape import Row, Shape, drawn, given, line, missed, shape, text


@shape
def one_child_of_two_forms() -> Shape:
    """The only name with two forms of id is one child where nobody else has the rarer form, and no day is told twice."""
    rows = drawn("""
        Name|Student #|Date|Svc|Min|Outcome
        Tamm, Ilo|55120|9/8/2025|OT|30|Present
        Tamm, Ilo|OH77881122|9/15/2025|OT|30|Present
        Vail, Roz|55121|9/15/2025|OT|20|Present
        Tamm, Ilo|55120|9/22/2025|OT|30|Present
        Tamm, Ilo|OH77881122|9/29/2025|OT|30|Student absent
        """)
    truth = [
        *(given("55120", day, 30, student="Tamm, Ilo") for day in ("2025-09-08", "2025-09-15", "2025-09-22")),
        missed("55120", "2025-09-29", "student_absent", minutes=30, student="Tamm, Ilo"),
        given("55121", "2025-09-15", 20, student="Vail, Roz"),
    ]
    return Shape("one_child_of_two_forms", "OT log.csv", text(rows), {"sessions": truth})


@shape
def one_name_and_two_services_of_two_forms() -> Shape:
    """Where nothing but the name says that both ids are one child's, the rows of the rarer one wait for an answer."""
    rows = drawn("""
        Session Date|Local ID|Pupil|Discipline|Mins
        9/8/2025|71120|Quist, Eda|OT|30
        9/9/2025|71121|Rook, Jan|OT|30
        9/10/2025|71122|Stoll, Ivo|PT|20
        9/11/2025|9004417788|Quist, Eda|PT|20
        """)
    truth = [
        given("71120", "2025-09-08", 30, student="Quist, Eda"), given("71121", "2025-09-09", 30, student="Rook, Jan"),
        given("71122", "2025-09-10", 20, "PT", student="Stoll, Ivo"),
    ]  # fmt: skip
    held, asked = {"sessions": {"waiting": [5]}}, ("(two forms of id)",)
    return Shape("one_name_and_two_services_of_two_forms", "log.csv", text(rows), {"sessions": truth}, held, asked)


@shape
def namesakes_of_two_forms() -> Shape:
    """In two grades, they are namesakes; so are two who have a line of one service each."""
    rows = drawn("""
        Name|Student #|Grade|Service|Min per Wk
        Tamm, Ilo|55120|2|OT|30
        Tamm, Ilo|OH77881122|5|Speech|60
        Vail, Roz|55121|2|OT|20
        """)
    truth = [
        line("55120", "OT", 30, "week", student="Tamm, Ilo"),
        line("OH77881122", "SLP", 60, "week", student="Tamm, Ilo"),
        line("55121", "OT", 20, "week", student="Vail, Roz"),
    ]
    return Shape("namesakes_of_two_forms", "lines.csv", text(rows), {"service_lines": truth})


@shape
def a_total_where_the_childs_time_is_blank() -> Shape:
    """All the time of a visit is not the child's: where the child's own isn't told, it is asked."""
    rows = drawn("""
        Date|Child|Service|Time w/ Child (min)|Total Time (min)|Outcome
        9/8/2025|Tamm, Ilo|OT|30|45|Held
        9/9/2025|Vail, Roz|OT||30|Held
        9/9/2025|Wirt, Bea|OT|20|30|Held
        9/10/2025|Wirt, Bea|OT|||Student absent
        """)
    truth = [
        given("Tamm, Ilo", "2025-09-08", 30), given("Wirt, Bea", "2025-09-09", 20),
        missed("Wirt, Bea", "2025-09-10", "student_absent"),
    ]  # fmt: skip
    held = {"sessions": {"waiting": [3]}}
    return Shape("a_total_where_the_childs_time_is_blank", "visits.csv", text(rows), {"sessions": truth}, held)


def _measured(student: str, *told: tuple[str, float, int]) -> list[Row]:
    return [{"student": student, "measured_on": day, "value": value, "trials": trials} for day, value, trials in told]


@shape
def trials_beside_the_scores_of_days() -> Shape:
    """The percent of each day and the number of its trials, under headings that begin with the day."""
    rows = drawn("""
        Child|Goal|9/8/2025 %|9/8/2025 Trials|9/15/2025 %|9/15/2025 Trials|9/22/2025 %|9/22/2025 Trials
        Tamm, Ilo|Ilo will cut along a line|60|10|70|10|80|20
        Vail, Roz|Roz will zip a coat|20|5|40|5||
        """)
    truth = [
        *_measured("Tamm, Ilo", ("2025-09-08", 60, 10), ("2025-09-15", 70, 10), ("2025-09-22", 80, 20)),
        *_measured("Vail, Roz", ("2025-09-08", 20, 5), ("2025-09-15", 40, 5)),
    ]
    goals = [
        {"student": "Tamm, Ilo", "goal_text": "Ilo will cut along a line"},
        {"student": "Vail, Roz", "goal_text": "Roz will zip a coat"},
    ]
    return Shape("trials_beside_the_scores_of_days", "data.csv", text(rows), {"measurements": truth, "goals": goals})
