"""What goals are to reach, told in words."""

import pytest

from data.ingest.values import criteria
from data.ingest.values.criteria import Criterion
from tests.data.staging import staged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("80% across 3 consecutive sessions", Criterion(80, "percent", None, 3)),
        ("with 90% accuracy in 4 out of 5 opportunities", Criterion(90, "percent")),
        ("80% accuracy, three consecutive data points", Criterion(80, "percent", None, 3)),
        ("80% accuracy for 2 consecutive weeks", Criterion(80, "percent")),
        ("80% accuracy on 3 of 4 sessions", Criterion(80, "percent")),
        ("4/5 trials over 3 data points", Criterion(4, "trials", 5, 3)),
        ("8 out of 10 opportunities", Criterion(8, "trials", 10)),
        ("4 out of 5 consecutive trials", Criterion(4, "trials", 5)),
        ("1/5", Criterion(1, "trials", 5)),
        ("10 words per minute across 3 sessions", Criterion(10, "words per minute", None, 3)),
        ("80", Criterion(80)),
        ("3 of 4 weeks", None),
        ("6/5 trials", None),
        ("3 consecutive sessions", None),
        ("no more than 2 prompts", None),
        ("70% to 80%", None),
        ("9/12/2025", None),
        ("independently", None),
    ],
)
def test_a_criterion(text: str, expected: Criterion | None) -> None:
    assert criteria.read(text) == expected


GOALS = """student_id|goal_text|baseline|target|consecutive_required
    1021|Cuts|40%|80% across 3 consecutive sessions|
    1022|Copies|1/5|4/5 trials over 3 data points|2
    1023|Ties|40%|4/5 trials|
    1024|Draws|2|independently|"""


def test_goals_with_their_criteria_in_words() -> None:
    """4 of 5 trials are 4 / 5 = 80 percent beside a baseline in percent; a column of its own stands over the words."""
    found = staged("goals", GOALS)
    assert found.column("baseline", "target", "unit", "trials", "consecutive_required") == [
        (40, 80, "percent", None, 3),
        (1, 4, "trials", 5, 2),
        (40, 80, "percent", 5, None),
        (2, None, None, None, None),
    ]
    assert found.problems == [(3, "target", "not_a_number", "ask")]
