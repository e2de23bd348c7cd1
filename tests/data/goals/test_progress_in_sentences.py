"""Ratings of progress in whole sentences, and weeks by their number, each as a person reads it."""

import pytest

from data.ingest.values import codes, frequencies


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("The student is making Sufficient Progress to achieve this annual goal", "sufficient"),
        ("The student has demonstrated insufficient progress to meet this annual goal and may not achieve this goal within "
         "the duration of the IEP", "insufficient"),
        ("The student has Not been provided Instruction on this goal", "not_introduced"),
        ("Student is not expected to achieve the annual goal within the IEP year", "insufficient"),
        ("Student is expected to achieve goal by the end of the IEP", "sufficient"),
        ("The student has mastered this annual goal", "mastered"),
        ("The student has not met the goal", None),
        ("Student will meet goal", None),
        ("The student met 2 of 4 goals", None),
        ("Student is making little or no progress on goal", None),
        ("The student has mastered the goal at 80%", None),
    ],
)  # fmt: skip
def test_a_sentence_is_rated_by_what_it_says_of_the_progress(said: str, code: str | None) -> None:
    assert codes.find(said, "progress_code") == code


@pytest.mark.parametrize(
    ("said", "cycle"),
    [("every fourth week", "weeks:4"), ("1x30 every 3rd wk", "weeks:3"), ("every third week of the month", None)],
)
def test_every_so_manieth_week_is_a_block_of_weeks(said: str, cycle: str | None) -> None:
    assert frequencies.read(said).cycle == cycle
