"""What goals are to reach, told in words."""

from datetime import date

import pytest

from data.ingest.staging.others import is_most
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
        ("90% on 3 consecutive writing samples", Criterion(90, "percent", None, 3)),
        ("80% on three consecutive weekly probes", Criterion(80, "percent", None, 3)),
        ("4/5 over 3 consecutive lessons", Criterion(4, "trials", 5, 3)),
        ("80%, 3 consecutive school weeks", Criterion(80, "percent")),
        ("two out of ten times", Criterion(2, "trials", 10)),
        ("twenty-five percent", Criterion(25, "percent")),
        ("one hundred percent", Criterion(100, "percent")),
        ("80% of one-step directions", Criterion(80, "percent")),
        ("zero times per day", Criterion(0, "times per day")),
        ("no prompts", Criterion(0, "prompts")),
        ("no idea", None),
        ("no more than 2 prompts", Criterion(2, "prompts", is_most=True)),
        ("two or fewer per day", Criterion(2, "per day", is_most=True)),
        ("maximum of 3 incidents", Criterion(3, "incidents", is_most=True)),
        ("80% with no more than 2 prompts", None),
        ("no more than 1 of 5 trials", None),
        ("fewer than 3", None),
        ("up to 5 words", None),
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


def test_a_target_that_is_a_most_goes_down() -> None:
    """By the cell or by the heading; a column of directions stands over both, and a blank target says none."""
    rows = """student_id|goal_text|baseline|target|direction
    1021|Calls out|9|no more than 2 times|
    1022|Copies|1|4|
    1023|Waits|2|at most 8 minutes|up"""
    assert staged("goals", rows).column("target", "direction") == [(2, "down"), (4, None), (8, "up")]
    assert is_most("Goal (no more than)") and is_most("At most per day") and not is_most("Goal")


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


def test_days_until_when_a_goal_is_due() -> None:
    """The word before a day of a deadline is none of it; before a start it is no day at all."""
    rows = """student_id|goal_text|start_date|due_date
    1021|Cuts|9/8/2025|by 5/29/2026
    1022|Copies|by 9/8/2025|no later than March 6, 2026
    1023|Ties||by spring"""
    found = staged("goals", rows)
    assert found.column("start_date", "due_date") == [
        (date(2025, 9, 8), date(2026, 5, 29)), (None, date(2026, 3, 6)), (None, None),
    ]  # fmt: skip
    assert [problem[:3] for problem in found.problems] == [
        (1, "start_date", "not_a_date"), (2, "due_date", "not_a_date"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "trials"),
    [
        ("cut within 1/4 inch of the line in 4/5 trials", 4, 5),
        ('stay within 1/8" 3/4 times', 3, 4),
        ("4 of 5 trials", 4, 5),
    ],
)
def test_a_fraction_of_a_length_is_no_criterion(text: str, value: float, trials: int) -> None:
    said = criteria.read(text)
    assert said is not None
    assert (said.value, said.trials) == (value, trials)
