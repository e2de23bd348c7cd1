"""So many of so many trials are told in the unit of their goal, which another file tells, before or after (decision 0590)."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analytics import goals as figures
from analytics.scope import EVERYTHING
from tests.data.loading import Ledger
from tests.quick import first

AS_OF = date(2026, 3, 6)
PERCENT, TRIALS, WORDS, BARE = "20%,80%", "1/5 trials,4/5 trials", "2 words,8 words", "20,80"


def goals(measures: str) -> str:
    head = "Student ID,Student,Goal ID,Goal,Baseline,Target,Start,End\n"
    return f'{head}7001,"Lin, Ada",G1,Cuts on a line,{measures},9/1/2025,6/5/2026\n'


def scores(headings: str, *cells: str) -> str:
    rows = "".join(f'7001,"Lin, Ada",G1,9/{12 + 7 * at}/2025,{one}\n' for at, one in enumerate(cells))
    return f"Student ID,Student,Goal ID,Date,{headings}\n{rows}"


def told(folder: Path, *files: str) -> list[float | None]:
    """The scores in the unit of the goal, by day."""
    ledger = Ledger(folder)
    try:
        for at, one in enumerate(files):
            ledger.load(f"{at}.csv", one)
        with ledger.store.cursor() as cur:
            found = figures.measurements(cur, EVERYTHING, AS_OF)["value"]
            return [None if pd.isna(one) else round(one, 6) for one in found]
    finally:
        ledger.close()


@pytest.mark.parametrize(
    ("measures", "headings", "cells", "expected"),
    [
        (PERCENT, "Correct,Trials", ("3,5", "4,5"), [60, 80]),
        (PERCENT, "Score,Trials", ("3,5", "0,5", "5,5"), [60, 0, 100]),
        (PERCENT, "# Correct,# Opportunities", ("10,10", "8,10"), [100, 80]),
        (PERCENT, "Percent,Trials", ("10,10", "80,10"), [10, 80]),
        (PERCENT, "Score,Trials", ("60,5", "80,5"), [60, 80]),
        (PERCENT, "Score", ("3", "4"), [3, 4]),
        (TRIALS, "Correct,Trials", ("3,5", "4,5"), [3, 4]),
        (TRIALS, "Correct,Trials", ("3,10", "8,10"), [1.5, 4]),
        (WORDS, "Correct,Trials", ("3,10", "8,10"), [3, 8]),
        (BARE, "Score", ("3/25", "20 of 100"), [None, 20]),
        (TRIALS, "Score", ("3/10", "8/10"), [1.5, 4]),
        (PERCENT, "Correct,Trials,% Correct", ("3,5,0.6", "4,5,0.8"), [60, 80]),
        (TRIALS, "Correct,Trials,% Correct", ("3,10,0.3", "8,10,0.8"), [1.5, 4]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_before", first(1, [True, False]), ids=["goals first", "scores first"])
def test_counts_are_told_in_the_unit_of_the_goal(
    tmp_path: Path, measures: str, headings: str, cells: tuple[str, ...], expected: list[float | None], is_before: bool
) -> None:
    """3 of 5 are 60 percent; 3 of 10 are 1.5 of 5; 60 of 5 can only be percent; a percent of trials stays one;
    beside a target of 80 without a unit 3 of 25 may be 12 percent or of another measure: no number is told."""
    files = [goals(measures), scores(headings, *cells)]
    assert told(tmp_path, *(files if is_before else files[::-1])) == expected


def test_ten_of_ten_may_be_percent_and_is_asked(tmp_path: Path) -> None:
    """10 of 10 trials are all of them; 10 percent of 10 trials is one of them."""
    ledger = Ledger(tmp_path)
    try:
        report = ledger.load("scores.csv", scores("Score,Trials", "10,10", "0,10"))
        (sheet,) = report.files[0].sheets
        assert [(one.kind, one.value) for one in sheet.questions] == [("code", "(so many of so many)")]
        assert (sheet.waiting, ledger.rows("measurements", "value")) == (1, [(0.0,)])
        for said, expected in (("number correct", [(10.0, 10), (0.0, 10)]), ("percent", [(10.0, None), (0.0, 10)])):
            ledger.load("scores.csv", scores("Score,Trials", "10,10", "0,10"), codes={"(so many of so many)": said})
            assert ledger.rows("measurements", "value", "trials", order="measured_on") == expected
    finally:
        ledger.close()
