"""Scores, baselines and targets that can't be of the scale beside them are asked about, and never taken for percents."""

import pytest

from tests.data.loading import Ledger, sheet_of
from tests.data.staging import staged

HEAD = "Student ID,Goal ID,Goal,Baseline,Target,Date,Score\n"
DAYS = ("9/8/2025", "9/15/2025", "9/22/2025", "9/29/2025")


def scores(*told: str, baseline: str = "40%", target: str = "80%", head: str = HEAD) -> str:
    rows = (f"1,G1,Zips coat,{baseline},{target},{day},{one}\n" for day, one in zip(DAYS, told, strict=False))
    return head + "".join(rows)


def values(ledger: Ledger) -> list[float]:
    return [one for (one,) in ledger.rows("measurements", "value", order="measured_on")]


@pytest.mark.parametrize(("odd", "key"), [("150", "150 beside percent"), ("-5", "-5 beside percent"), ("455%", "")])
def test_no_percent_is_above_a_hundred_or_below_none(ledger: Ledger, odd: str, key: str) -> None:
    """Of a goal from 40 to 80 percent; 45 may have been meant by 455, and 15 or 50 by 150."""
    report = ledger.load("scores.csv", scores("45", odd, "55"))
    assert values(ledger) == [45, 55]
    sheet = sheet_of(report, "measurements")
    assert sheet.waiting == 1 and [one.value for one in sheet.questions] == [key or odd]


def test_a_person_can_say_what_it_is(ledger: Ledger) -> None:
    ledger.load("scores.csv", scores("45", "150", "55"), codes={"150": "50"})
    assert values(ledger) == [45, 50, 55]


def test_what_is_said_of_one_goal_holds_for_none_of_another_unit(ledger: Ledger) -> None:
    """150 of a goal in percent was to be 50; of a goal in words it is what it says, without a question."""
    text = scores("80", "150", "90") + "2,G2,Reads,60 words,180 words,9/8/2025,150\n"
    report = ledger.load("scores.csv", text, codes={"150 beside percent": "50"})
    assert sheet_of(report, "measurements").waiting == 0
    found = ledger.rows("measurements", "student_id", "value", order="student_id, measured_on")
    assert found == [("1", 80), ("1", 50), ("1", 90), ("2", 150)]


def test_scores_of_a_goal_that_is_told_in_parts_are_parts_as_it_is(ledger: Ledger) -> None:
    """0.5 of a goal in percent that is told from 0.4 to 0.8 is a quarter of the way, not 12,400 percent of it."""
    head = HEAD.replace("Goal,Baseline", "Goal,Unit,Baseline")
    ledger.load("scores.csv", scores("0.5", "0.45", baseline="%,0.4", target="0.8", head=head))
    assert values(ledger) == [0.5, 0.45]
    assert ledger.rows("goals", "baseline", "target") == [(0.4, 0.8)]


@pytest.mark.parametrize("told", [("100%", "0%"), ("100", "0"), ("12.5", "99.5")])
def test_what_can_be_percent_goes_in(ledger: Ledger, told: tuple[str, str]) -> None:
    ledger.load("scores.csv", scores(*told))
    assert values(ledger) == [float(one.strip("%")) for one in told]


def test_counts_may_be_more_than_a_hundred(ledger: Ledger) -> None:
    ledger.load("scores.csv", scores("95", "120", baseline="60 words", target="130 words"))
    assert values(ledger) == [95, 120]


@pytest.mark.parametrize(("baseline", "target"), [("1", "5"), ("2/5 trials", "4/5 trials"), ("0.4", "0.8")])
def test_a_percent_is_no_score_of_a_goal_that_counts(ledger: Ledger, baseline: str, target: str) -> None:
    """80 % would be sixteen times what a target of 5 asks for; 3 and 4 are of its scale."""
    report = ledger.load("scores.csv", scores("80%", baseline=baseline, target=target))
    assert values(ledger) == [] and sheet_of(report, "measurements").waiting == 1


def test_a_percent_of_a_goal_that_may_be_in_percent(ledger: Ledger) -> None:
    ledger.load("scores.csv", scores("55%", "60", baseline="40", target="80"))
    assert values(ledger) == [55, 60]


def test_one_beside_parts_of_one_may_be_all_of_it(ledger: Ledger) -> None:
    """1 beside 0.6 and 50 is 1 percent or 100."""
    report = ledger.load("scores.csv", scores("50", "1", "0.6"))
    assert values(ledger) == [50] and sheet_of(report, "measurements").waiting == 2


def test_scores_that_all_are_parts_of_one_are_in_the_percent_of_their_goal(ledger: Ledger) -> None:
    ledger.load("scores.csv", scores("0.5", "1", "0.65"))
    assert values(ledger) == [50, 100, 65]


def test_so_are_baselines_beside_them(ledger: Ledger) -> None:
    """From 0.4 to 0.8 under a Score % of 0.5 is from 40 to 80 percent, of which 50 is a quarter of the way."""
    head = HEAD.replace("Score", "Score %")
    ledger.load("scores.csv", scores("0.5", "0.65", baseline="0.4", target="0.8", head=head))
    assert values(ledger) == [50, 65]
    assert ledger.rows("goals", "baseline", "target", "unit") == [(40, 80, "percent")]


GOALS = "Student ID,Goal ID,Goal,Baseline,Target,Start Date,Due Date\n"


@pytest.mark.parametrize(
    ("told", "stored"),
    [
        ("40%,120%", (40, None, "percent")),
        ("2,80%", (None, 80, "percent")),
        ("40%,5", (40, None, "percent")),
        ("0.4,80%", (None, 80, "percent")),
        ("20,80%", (20, 80, "percent")),
        ("0,80%", (0, 80, "percent")),
        ("40%,80", (40, 80, "percent")),
    ],
)
def test_a_baseline_or_target_of_another_scale_stays_out(
    ledger: Ledger, told: str, stored: tuple[float | None, float | None, str]
) -> None:
    ledger.load("goals.csv", GOALS + f"1,G1,Zips coat,{told},9/8/2025,6/1/2026\n")
    assert ledger.rows("goals", "baseline", "target", "unit") == [stored]


def test_what_stays_out_is_told() -> None:
    found = staged("goals", "student_id | goal_text | baseline | target\nA | Zips | 40% | 120%\nB | Ties | 2 | 80%")
    assert found.problems == [(0, "target", "beyond_percent", "ask"), (1, "baseline", "two_units", "ask")]


def test_small_percents_of_a_column_of_percents_are_percents(ledger: Ledger) -> None:
    """2 under a Baseline that has 35 beside another target in percent."""
    ledger.load("goals.csv", GOALS + "1,G1,Zips,2,80%,9/8/2025,6/1/2026\n2,G2,Ties,35,90%,9/8/2025,6/1/2026\n")
    assert ledger.rows("goals", "baseline", "target", order="goal_id") == [(2, 80), (35, 90)]


def test_one_beside_half_may_be_an_hour(ledger: Ledger) -> None:
    """Among minutes of 30 and 45, 0.5 is half an hour, and 1 then is no minute."""
    head = "Student ID,Service,Date,Minutes,Status\n"
    rows = (f"{at},OT,9/8/2025,{one},Seen\n" for at, one in enumerate(("30", "1", "45", "0.5"), start=1))
    report = ledger.load("log.csv", head + "".join(rows))
    assert ledger.rows("sessions", "minutes", order="student_id") == [(30,), (45,)]
    assert sheet_of(report, "sessions").rejected == 2


@pytest.mark.parametrize("heading", ["# Correct", "Number Correct", "No. Correct"])
def test_how_many_were_right_is_no_percent(ledger: Ledger, heading: str) -> None:
    """8 right, of nobody knows how many, of a goal from 40 to 80 percent; none right is none in any unit."""
    report = ledger.load("scores.csv", scores("8", "0", head=HEAD.replace("Score", heading)))
    assert values(ledger) == [0] and sheet_of(report, "measurements").waiting == 1


def test_of_how_many_makes_it_one(ledger: Ledger) -> None:
    """8 of 20 are 40 percent, 5 of them 25."""
    head = HEAD.replace("Score", "# Correct,Trials")
    ledger.load("scores.csv", scores("8,20", "5,20", head=head))
    assert values(ledger) == [40, 25]
