"""Interim reports among grading periods, and objectives in a column beside the annual goals above them."""

import pytest

from tests.data.sheets import cells, reasons, table

PERIODS = "Name|Start|End|Type"
QUARTER, INTERIM = "Quarter 1|8/18/2025|10/17/2025|Quarter", "Progress Report 1|8/18/2025|9/19/2025|Progress"


def test_interim_reports_end_no_quarter() -> None:
    found = table(PERIODS, QUARTER, INTERIM, "Quarter 2|10/20/2025|12/19/2025|Quarter")
    assert [name for (name,) in cells(found, "Name")] == ["Quarter 1", "Quarter 2"]
    assert reasons(found) == {3: "interim report, no grading period"}


def test_reports_alone_are_the_periods() -> None:
    assert len(table(PERIODS, INTERIM, "Progress Report 2|9/22/2025|10/17/2025|Progress").body) == 2


GOALS = "Student|Annual Goal|Objective|Criteria"


def test_each_of_several_objectives_is_a_goal() -> None:
    rows = "Lund, Ava|Improve handwriting|Copies letters|80%", "Lund, Ava|Improve handwriting|Spaces words|4/5"
    assert table(GOALS, *rows).headings == ("Student", "Objective", "Criteria")


@pytest.mark.parametrize(
    "rows",
    [
        ("Lund, Ava|Improve handwriting|Copies letters|80%", "Moor, Ben|Improve dressing|Zips a coat|4/5"),  # one each
        ("Lund, Ava|Improve handwriting|1|80%", "Lund, Ava|Improve handwriting|2|4/5"),  # numbers, no wording
    ],
)
def test_goals_that_stay(rows: tuple[str, ...]) -> None:
    assert "Annual Goal" in table(GOALS, *rows).headings
