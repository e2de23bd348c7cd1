"""Interim reports among grading periods, and objectives in a column beside the annual goals above them."""

import pytest

from data.contracts.synonyms import slot_of
from data.ingest.mapping import evidence
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


def test_goals_that_are_areas_are_the_areas_of_their_objectives() -> None:
    rows = "Lund, Ava|Fine Motor|Copies letters|80%", "Moor, Ben|Social Skills|wh-questions|4/5"
    assert table(GOALS, *rows).headings == ("Student", "Goal Area", "Objective", "Criteria")


def test_objectives_may_be_one_word() -> None:
    rows = "Lund, Ava|Improve handwriting|letters|80%", "Lund, Ava|Improve handwriting|spacing|4/5"
    assert table(GOALS, *rows).headings == ("Student", "Objective", "Criteria")


def test_whether_a_goal_was_mastered_is_no_target() -> None:
    slot = slot_of("goals", "target")
    assert evidence.share(("no", "yes - 11/20", "Y 11/20"), slot) == 0.0
    assert evidence.share(("no more than 3 times", "11/20"), slot) == 1.0
