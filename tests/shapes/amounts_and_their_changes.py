"""Amounts that change in a cell or a remark, starts in remarks, titles that hold for all, grading periods of six weeks."""

from tests.shapes.shape import Shape, drawn, line, shape, text, times


@shape
def amounts_that_change() -> Shape:
    """Two amounts with the day between them in a mandate, or the later one in a remark: a line each with its days. One that
    says no day, or the amount that the row has, is asked about; one that is only planned isn't."""
    rows = drawn("""
        ID|Pupil|Discipline|Mandated|From|Thru|Remark
        7101|Veer, Ian|OT|2 x 30 weekly until 11/14 then 1 x 30 weekly|9/3/2025|6/18/2026|
        7102|Wode, Pam|ST|3x30/wk|9/3/2025|6/18/2026|Reduced to 2x30 on 1/12
        7103|Yule, Ada|PT|30 min/wk|9/3/2025|6/18/2026|12/1: changed to 60 min/mo, parent signed
        7104|Zorn, Max|PT|1x45/wk|9/3/2025|6/18/2026|increased from 1x30 to 1x45 as of 10/20
        7105|Ames, Lia|OT|1x30/wk|9/3/2025|6/18/2026|decreased to 1x30
        7106|Bond, Kit|OT|2x30/wk|9/3/2025|6/18/2026|team may reduce to 1x30 in May
        """)
    first, last = {"start_date": "2025-09-03"}, {"end_date": "2026-06-18"}
    truth = [
        line("7101", "OT", 60, "week", student="Veer, Ian", **times(2, 30), **first, end_date="2025-11-14"),
        line("7101", "OT", 30, "week", student="Veer, Ian", **times(1, 30), start_date="2025-11-15", **last),
        line("7102", "SLP", 90, "week", student="Wode, Pam", **times(3, 30), **first, end_date="2026-01-11"),
        line("7102", "SLP", 60, "week", student="Wode, Pam", **times(2, 30), start_date="2026-01-12", **last),
        line("7103", "PT", 30, "week", student="Yule, Ada", **first, end_date="2025-11-30"),
        line("7103", "PT", 60, "month", student="Yule, Ada", start_date="2025-12-01", **last),
        line("7106", "OT", 60, "week", student="Bond, Kit", **times(2, 30), **first, **last),
    ]
    return Shape(
        "amounts_that_change", "mandates.csv", text(rows), {"service_lines": truth},
        {"service_lines": {"waiting": [5, 6]}}, ("decreased to 1x30",),
    )  # fmt: skip


@shape
def a_title_for_all_and_starts_in_remarks() -> Shape:
    """How often and how all are seen stands in the title alone; one began later, as its remark says."""
    rows = drawn("""
        OT 2025-26 - everyone 2x/wk - all 1:1, push-in
        Child|Gr|Minutes|Comment
        Veer, Ian|1|30|
        Wode, Pam|2|20|started 10/6, moved in
        Yule, Ada|K|30|loves trains
        """)
    how = {"setting": "push_in", "grouping": "individual"}
    truth = [
        line("Veer, Ian", "OT", 60, "week", **times(2, 30), **how),
        line("Wode, Pam", "OT", 40, "week", **times(2, 20), **how, start_date="2025-10-06"),
        line("Yule, Ada", "OT", 60, "week", **times(2, 30), **how),
    ]
    return Shape("a_title_for_all_and_starts_in_remarks", "list.csv", text(rows), {"service_lines": truth})


@shape
def six_weeks_and_consult() -> Shape:
    """Grading periods of six weeks are no quarters, and a C under *C?* may be consult: both are asked."""
    rows = drawn("""
        Student ID|Service|Minutes|Per|C?
        7401|OT|180|6-week grading period|
        7402|OT|30|week|
        7403|PT|15|month|C
        7404|PT|90|9 week grading period|
        """)
    truth = [line("7402", "OT", 30, "week"), line("7404", "PT", 90, "quarter")]
    return Shape(
        "six_weeks_and_consult", "services.csv", text(rows), {"service_lines": truth},
        {"service_lines": {"waiting": [2, 4]}}, ("6-week grading period", "C?"),
    )  # fmt: skip
