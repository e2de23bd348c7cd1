"""Times of goals by their targets, and the year of scores by the days of their baselines: also where these don't tell it."""

import pytest

from tests.data.sheets import cells, table
from tests.data.staging import staged


@pytest.mark.parametrize(
    ("targets", "scores", "values"),
    [
        (("10 min", "80%"), ("3:30", "0:45"), [3.5, 0.75]), (("10 minutes", "5 min"), ("3:30", "5:15"), [3.5, 5.25]),
        (("3 hours", "10 min"), ("3:30", "5:15"), [None, None]), (("80%", "10"), ("3:30", "5:15"), [None, None]),
        (("10 min", ""), ("0:45", "0:30"), [None, None]), (("60 min", ""), ("1:30", "2:15"), [None, None]),
        (("2 min", ""), ("3:30", "12:15"), [None, None]),
    ],
)  # fmt: skip
def test_times_are_minutes_and_seconds_where_hours_were_far_from_each_target(
    targets: tuple[str, str], scores: tuple[str, str], values: list[float | None]
) -> None:
    """90 minutes are no more than 60 could be, and nobody comes to 12 minutes for 2."""
    rows = "\n".join(
        f"1|G{at}|2025-10-06|{one}|{aim}" for at, (one, aim) in enumerate(zip(scores, targets, strict=True))
    )
    found = staged("measurements", f"student_id|goal_id|measured_on|value|Target\n{rows}", {"Target": None})
    assert found.column("value") == values


@pytest.mark.parametrize(
    ("baselines", "days"),
    [
        (("9/12/2025", "9/15/2025"), ["2025-10-15", "2026-01-15"]), (("5/12/2025", "5/12/2025"), [None, None]),
        (("9/12/2025", "9/12/2024"), [None, None]), (("11/3/2025", "11/3/2025"), [None, None]), (("", ""), [None, None]),
    ],
)  # fmt: skip
def test_scores_come_after_their_baselines_in_one_school_year(
    baselines: tuple[str, str], days: list[str | None]
) -> None:
    rows = "\n".join(f"1|G1|{day}|40|{one}" for day, one in zip(("10/15", "1/15"), baselines, strict=True))
    head = "student_id|goal_id|measured_on|value|Baseline Date"
    found = staged("measurements", f"{head}\n{rows}", {"Baseline Date": None})
    assert [one and str(one) for one in found.column("measured_on")] == days


def test_the_day_in_the_heading_or_the_cells_of_a_baseline_stands_beside() -> None:
    """Neither is taken for the year of the scores where these would come before it."""
    scores = "Target|10/15|11/15|1/15"
    headed = table(f"Student|Goal|Baseline (5/12/2025)|{scores}", "Una Abel|Cuts|20%|80%|30%|40%|50%")
    celled = table(f"Student|Goal|Baseline|{scores}", "Una Abel|Cuts|20% (5/12/2025)|80%|30%|40%|50%")
    assert [*cells(headed, "Baseline", "Baseline Date")] == [("20%", "5/12/2025")] * 3
    assert [*cells(celled, "Baseline", "Baseline Date")] == [("20%", "5/12/2025")] * 3
    assert not any("2025" in note for note in (*headed.notes, *celled.notes))


@pytest.mark.parametrize(("scores", "told"), [(("3:30", "4:15"), True), (("30%", "40%"), True), (("30", "45"), False)])
def test_two_days_over_times_are_scores_of_goals(scores: tuple[str, str], *, told: bool) -> None:
    found = table("Student|Goal|Target|9/15/2025|10/15/2025", f"Una Abel|Waits|10 min|{scores[0]}|{scores[1]}")
    assert ("Score" in found.headings) is told
