"""Two columns of one heading: where they agree one is read, where they differ the row waits, in every dataset."""

import pytest

from data.store import Store
from tests.data.loading import tried
from tests.quick import first
from tests.shapes.shape import drawn, text

TWINS = [
    ("service_lines", "Student ID|Service|{0}|{0}|Per|Start", "{2}|OT|{0}|{1}|Week|9/2/2025", "Minutes", "30", "60"),
    ("goals", "Student ID|Goal|Baseline|{0}|{0}|Due Date", "{2}|Cut on a line {2}|20%|{0}|{1}|6/5/2026", "Target", "80%", "90%"),
    ("calendar_days", "Date|{0}|{0}", "9/{2}/2025|{0}|{1}", "School Day", "Yes", "No"),
    ("measurements", "Student ID|Goal ID|Date|{0}|{0}", "{2}|G1|9/8/2025|{0}|{1}", "Score", "40", "60"),
    ("sessions", "Student ID|Service|Date|{0}|{0}|Status", "{2}|OT|9/8/2025|{0}|{1}|Seen", "Minutes", "30", "45"),
    ("service_lines", "Student ID|Service|{0}|{0}|Start", "{2}|OT|{0}|{1}|9/2/2025", "Frequency", "2 x 30 min weekly",
     "1 x 30 min weekly"),
    ("service_lines", "Student ID|{0}|{0}|Minutes|Per|Start", "{2}|{0}|{1}|30|Week|9/2/2025", "Service", "OT", "PT"),
    ("service_lines", "Student ID|Service|Sessions|{0}|{0}|Frequency|Start", "{2}|OT|2|{0}|{1}|Weekly|9/2/2025", "Minutes", "30",
     "45"),
    ("goals", "Student ID|Goal|{0}|{0}|Target|Due Date", "{2}|Cut on a line {2}|{0}|{1}|80%|6/5/2026", "Baseline", "20%", "40%"),
    ("measurements", "Student ID|Goal ID|{0}|{0}|Score", "{2}|G1|{0}|{1}|40", "Date", "9/8/2025", "9/9/2025"),
    ("grading_periods", "Quarter|Start Date|{0}|{0}", "Q{2}|9/{2}/2025|{0}|{1}", "End Date", "10/31/2025", "11/7/2025"),
    ("calendar_days", "{0}|{0}|Day Type", "{0}|{1}|Holiday {2}", "Date", "9/8/2025", "9/9/2025"),
    ("sessions", "Student ID|Service|{0}|{0}|Minutes|Status", "{2}|OT|{0}|{1}|30|Seen", "Date", "9/8/2025", "9/9/2025"),
]  # fmt: skip


@pytest.mark.parametrize(("dataset", "head", "row", "heading", "one", "other"), first(4, TWINS))
def test_rows_in_which_they_differ_wait(
    store: Store, dataset: str, head: str, row: str, heading: str, one: str, other: str
) -> None:
    """Row 2 says one thing twice, row 3 two things, row 4 only the second one."""
    cells = [head.format(heading), row.format(one, one, 1), row.format(one, other, 2), row.format("", other, 3)]
    with tried(store, "file.csv", text(drawn("\n".join(cells)))) as trial:
        (sheet,) = trial.report.files[0].sheets
        assert (sheet.dataset, sheet.new) == (dataset, 1), sheet
        assert {issue.row for issue in sheet.issues if issue.code == "called_alike"} == {3, 4}
        assert trial.rows(dataset, "source_row") == [(2,)]
        assert [one.value for one in sheet.questions if one.kind == "column"] == []


def test_thirty_minutes_told_twice_are_no_thirty_times_thirty(store: Store) -> None:
    lines = drawn("""
        Student ID|Service|Minutes|Minutes|Per|Start
        1|OT|30|30.0|Week|9/2/2025
        """)  # fmt: skip
    with tried(store, "lines.csv", text(lines)) as trial:
        assert trial.rows("service_lines", "amount_minutes", "cycle", "minutes_per_session") == [(30, "week", None)]


def test_a_second_column_that_is_blank_changes_nothing(store: Store) -> None:
    lines = drawn("""
        Student ID|Service|Minutes|Minutes|Per|Start
        1|OT|30||Week|9/2/2025
        """)  # fmt: skip
    with tried(store, "lines.csv", text(lines)) as trial:
        assert trial.rows("service_lines", "amount_minutes") == [(30,)]


def test_of_what_decides_nothing_neither_is_taken(store: Store) -> None:
    """Row 2 says everything twice, row 3 two schools, therapists and settings: the session counts, and these are open."""
    log = drawn("""
        Student ID|Service|Date|Minutes|Status|School|School|Therapist|Therapist|Setting|Setting
        1|OT|9/8/2025|30|Seen|Elm|elm|Wren, Kit|Wren, Kit|push-in|push-in
        2|OT|9/8/2025|30|Seen|Elm|Oak|Wren, Kit|Ames, Jo|push-in|pull-out
        """)
    with tried(store, "log.csv", text(log)) as trial:
        assert trial.rows("sessions", "minutes", "school", "provider_id is null", "setting") == [
            (30, "Elm", False, "push_in"), (30, None, True, None),
        ]  # fmt: skip
        issues = trial.report.files[0].sheets[0].issues
        assert [(one.row, one.column, one.code) for one in issues] == [
            (3, "School", "called_alike"), (3, "Setting", "called_alike"), (3, "Therapist", "called_alike"),
        ]  # fmt: skip


def test_two_grades_of_a_student_are_none(store: Store) -> None:
    roster = drawn("""
        Student ID|Last Name|First Name|Grade|School|Grade
        1|Lin|Ada|3|Elm|4
        2|Dole|Bo|2|Elm|2
        """)
    with tried(store, "roster.csv", text(roster)) as trial:
        assert trial.rows("students", "student_id", "grade") == [("1", None), ("2", "2")]


def test_two_names_of_a_student_wait(store: Store) -> None:
    roster = drawn("""
        Student ID|Last Name|First Name|Last Name
        1|Lin|Ada|Lin-Roe
        2|Dole|Bo|Dole
        """)
    with tried(store, "roster.csv", text(roster)) as trial:
        assert (trial.rows("students", "student_id"), trial.report.files[0].sheets[0].waiting) == ([("2",)], 1)
