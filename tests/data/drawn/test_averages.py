"""Rows that sum up the rows above them as an average are nobody's, under whichever name."""

import pytest

from tests.data.sheets import reasons, table

NAMES = "Student|Goal ID|Goal|Baseline|9/5/2025|9/12/2025"
AMY = "Doe, Amy|G1|Amy will read sight words|10|12|14"
BO = "Roe, Bo|G2|Bo will read sight words|8|9|9"


@pytest.mark.parametrize(
    "name",
    ["Class average", "Group mean", "Average of the class", "Median", "Grade 3 average (wpm)", "Our caseload avg", "My average"],
)  # fmt: skip
def test_an_average_among_names_is_no_student(name: str) -> None:
    found = table(NAMES, AMY, BO, f"{name}|||9|10.5|11.5")
    assert reasons(found) == {4: "total"}


@pytest.mark.parametrize("name", ["Mean, Joan", "Joan Mean", "Average, Tom", "Avgren, Lou"])
def test_a_surname_like_an_average_is_a_student(name: str) -> None:
    assert reasons(table(NAMES, AMY, BO, f"{name}||Will read|9|10|11")) == {}
    assert reasons(table("Student|ID|Minutes", "Doe, Amy|12|30", f"{name}|13|30")) == {}


def test_an_average_with_words_behind_it_is_left_to_the_reader() -> None:
    assert (
        reasons(table("Student|Date|Service|Minutes", "Doe, Amy|9/5/2025|OT|30", "Class average|9/5/2025|OT|30")) == {}
    )


@pytest.mark.parametrize("goal", ["Class participation average", "Grade average", "Median words read", "Class average"])
def test_an_average_that_is_a_goal_stays_one(goal: str) -> None:
    found = table("Student: Doe, Amy", "Goal|Baseline|Target|9/5/2025", f"{goal}|40|80|45", "Words read|20|60|25")
    assert found.row_numbers.to_pylist() == [3, 4]
