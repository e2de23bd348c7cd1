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
