"""Spells of enrolment, and goals, that end before they begin."""

from tests.data.loading import Ledger, sheet_of


def _told(ledger: Ledger, name: str, text: str, dataset: str) -> list[tuple[int | None, str]]:
    sheet = sheet_of(ledger.load(name, text), dataset)
    assert (sheet.new, sheet.rejected, sheet.waiting) == (3, 0, 0)
    return [(one.row, one.code) for one in sheet.issues]


def test_a_child_who_left_before_coming_counts_all_year(ledger: Ledger) -> None:
    """Row 2 leaves in August and comes in September: last year's exit, or a slip; row 3 came and left; row 4 came and stays."""
    head = "Student ID,Last Name,First Name,Entry Date,Exit Date\n"
    rows = "1,Lin,Ada,9/1/2025,8/1/2025\n2,Dole,Bo,9/1/2025,11/7/2025\n3,Cane,Lou,9/1/2025,\n"
    assert _told(ledger, "roster.csv", head + rows, "students") == [(2, "ends_before_start")]
    days = ledger.rows("students", "cast(enrolled_from as varchar)", "cast(enrolled_to as varchar)", order="student_id")
    assert days == [(None, None), ("2025-09-01", "2025-11-07"), ("2025-09-01", None)]


def test_a_goal_that_is_due_before_it_begins_has_no_days(ledger: Ledger) -> None:
    head = "Student ID,Goal,Baseline,Target,Start Date,Due Date\n"
    rows = "1,Cuts,20%,80%,6/5/2026,9/1/2025\n2,Zips,20%,80%,9/1/2025,6/5/2026\n3,Hops,20%,80%,,6/5/2026\n"
    assert _told(ledger, "goals.csv", head + rows, "goals") == [(2, "ends_before_start")]
    days = ledger.rows("goals", "cast(start_date as varchar)", "cast(due_date as varchar)", order="student_id")
    assert days == [(None, None), ("2025-09-01", "2026-06-05"), (None, "2026-06-05")]
