"""Rows and columns of what was planned: which words say so, and what is left of a table without them."""

import pyarrow as pa
import pytest

from data.ingest.model import Table, body_of
from data.ingest.tables.steps.amounts import plans


def table(headings: str, *rows: str, melted: tuple[str, str] | None = None) -> Table:
    cells = [[cell or None for cell in row.split("|")] for row in rows]
    numbers = pa.array(range(2, 2 + len(rows)), pa.int32())
    return Table("Sheet1", tuple(headings.split("|")), body_of(zip(*cells, strict=True)), numbers, 1, melted=melted)


def read(found: Table) -> list[tuple[str | None, ...]]:
    return list(zip(*(column.to_pylist() for column in found.body.columns), strict=True))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Planned", "planned"), ("Sched.", "planned"), ("IEP min", "planned"), ("Mandated Min", "planned"), ("Due", "planned"),
        ("Given", "given"), ("Minutes given", "given"), ("Actual", "given"), ("Provided (min)", "given"), ("Seen", "given"),
        ("Given name", ""), ("Planned absence", ""), ("Direct", ""), ("Minutes", ""), ("Scheduled / Actual", ""), (None, ""),
    ],
)  # fmt: skip
def test_words_that_say_nothing_but_planned_or_given(text: str | None, kind: str) -> None:
    assert plans.kind_of(text) == kind


def test_planned_rows_are_left_out_beside_those_of_the_same_student_service_and_day() -> None:
    told = table(
        "Date|Student|Service|Type|Min",
        "10/6/2025|Eads, Bo|OT|Planned|30",
        "10/6/2025|Eads, Bo|OT|Given|25",
        "10/8/2025|Eads, Bo|OT|Planned|30",
        "10/8/2025|Eads, Bo|PT|Given|20",
        "10/9/2025|Eads, Bo|PT|Planned|20",
        "10/9/2025|Eads, Bo|PT|Given|20",
    )
    found = plans.given(told)
    assert found.headings == ("Date", "Student", "Service", "Min")
    assert [row[-1] for row in read(found)] == ["25", None, "20", "20"]
    assert found.row_numbers.to_pylist() == [3, 4, 5, 7]
    assert [(one.row, one.reason) for one in found.left_out] == [(2, "planned, not given"), (6, "planned, not given")]


def test_a_log_of_what_is_still_to_come_among_sessions_given_is_no_pair_of_rows() -> None:
    told = table(
        "Date|Student|Status|Min",
        "10/6/2025|Eads, Bo|Completed|30",
        "10/8/2025|Eads, Bo|Scheduled|30",
        "10/9/2025|Fink, Cy|Scheduled|30",
    )
    assert plans.given(told) is told


def test_other_kinds_of_rows_in_a_grid_stay() -> None:
    rows = ("Eads, Bo|Direct|2025-10-06|30", "Eads, Bo|Consult|2025-10-06|15")
    told = table("Student|Type|Date|Value", *rows, melted=("Date", "Value"))
    assert plans.given(told) is told


def test_a_grid_of_nothing_but_plans_gives_no_minutes() -> None:
    rows = ("Eads, Bo|Planned|2025-10-06|30", "Fink, Cy|Planned|2025-10-06|45")
    found = plans.given(table("Student|Row|Date|Value", *rows, melted=("Date", "Value")))
    assert read(found) == [("Eads, Bo", "2025-10-06", "Planned"), ("Fink, Cy", "2025-10-06", "Planned")]
    ieps = ("Eads, Bo|IEP|2025-10-06|30", "Fink, Cy|IEP|2025-10-06|45")
    by_plan = table("Student|Plan|Date|Value", *ieps, melted=("Date", "Value"))
    assert plans.given(by_plan) is by_plan


def test_made_up_minutes_that_are_as_many_as_were_missed_are_no_difference() -> None:
    rows = ("Eads, Bo|Plan|2025-10-06|30", "Eads, Bo|Actual|2025-10-06|20", "Eads, Bo|Make-up|2025-10-06|10",
            "Eads, Bo|Short|2025-10-06|10")  # fmt: skip
    found = plans.given(table("Student|Row|Date|Value", *rows, melted=("Date", "Value")))
    assert [row[-1] for row in read(found)] == ["20", "Make-up 10"]
    assert [one.reason for one in found.left_out] == ["planned, not given", "the difference of planned and given"]


def test_columns_called_planned_and_given_are_minutes_or_hours() -> None:
    rows = ("10/6/2025|Eads, Bo|30|25", "10/8/2025|Eads, Bo|30|")
    assert plans.headed(table("Date|Student|Planned|Given", *rows)).headings[2:] == (
        "Scheduled Minutes",
        "Actual Minutes",
    )
    assert plans.headed(table("Date|Student|Exp. Hrs|Recd Hrs", *rows)).headings[2:] == ("Exp. Hrs", "Recd Hrs")
    assert plans.headed(table("Date|Student|Sched Hrs|Given Hrs", *rows)).headings[2:] == (
        "Scheduled Hours",
        "Actual Hours",
    )
    names = table("Date|Surname|Given|Minutes", "10/6/2025|Eads|Bo|25")
    assert plans.headed(names) is names
