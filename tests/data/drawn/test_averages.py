"""Rows that sum up the rows above them as an average are nobody's, under whichever name."""

import pytest

from tests.data.sheets import cells, reasons, table

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


SCORED = "Student|Goal|9/12/2025|9/26/2025|{}|11/7/2025"
OF_AMY = "Doe, Amy|Cut a line|35%|45%|{}|60%"


@pytest.mark.parametrize("heading", ["Q1 avg", "MP1 average", "Q1 mean (%)", "Average", "Q1 Avg."])
def test_the_average_of_a_period_beside_its_days_is_no_score(heading: str) -> None:
    """It is reckoned from those of the days: three scores are told."""
    found = table(SCORED.format(heading), OF_AMY.format("40%"))
    assert cells(found, "Value") == [("35%",), ("45%",), ("60%",)]


def test_a_rating_of_a_period_stands_beside_the_scores_of_days() -> None:
    found = table(SCORED.format("Q1 Progress"), OF_AMY.format("Mastered"), "Roe, Bo|Zip|absent|20%|Mastered|30%")
    told = cells(found, "Goal", "Grading Period", "Date of Data", "Progress", "Score")
    assert {*told} == {
        ("Cut a line", None, "9/12/2025", None, "35%"), ("Cut a line", None, "9/26/2025", None, "45%"),
        ("Cut a line", "Q1", None, "Mastered", None), ("Cut a line", None, "11/7/2025", None, "60%"),
        ("Zip", None, "9/26/2025", None, "20%"), ("Zip", "Q1", None, "Mastered", None), ("Zip", None, "11/7/2025", None, "30%"),
    }  # fmt: skip
    assert len(told) == 7


def test_averages_alone_are_what_is_told_of_their_periods() -> None:
    found = table("Student|Goal|Q1 avg|Q2 avg", "Doe, Amy|Cut a line|40%|60%")
    assert cells(found, "Grading Period", "Score") == [("Q1", "40%"), ("Q2", "60%")]
