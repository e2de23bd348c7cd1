"""Whichever list is loaded first, a measurement belongs to the goal that its id or its words name."""

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from analytics import findings, goals
from analytics.scope import ALL, EVERYTHING
from tests.data.loading import Ledger
from tests.quick import first

GOALS = (
    "Student ID,Goal ID,Measurable Annual Goal,Baseline,Target,Start Date,Due Date\n"
    "7,G1,Ties shoes,20,80,8/25/2025,6/5/2026\n"
    "7,G2,Zips coat,10,90,8/25/2025,6/5/2026\n"
)
BY_WORDS = "Student ID,Goal,Date,Score\n7,Ties shoes,9/12/2025,35\n7,TIES SHOES ,9/26/2025,50\n"
BY_ID = "Student ID,Goal ID,Date,Score\n7,G2,9/12/2025,50\n"
FILES = {"goals.csv": GOALS, "words.csv": BY_WORDS, "ids.csv": BY_ID}
AS_OF = date(2025, 10, 31)


def told(folder: Path, names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """(goal, measurements, current value, percent met) of each goal after loading the files in an order."""
    folder.mkdir()
    ledger = Ledger(folder)
    try:
        for name in names:
            ledger.load(name, FILES[name])
        with ledger.store.cursor() as cur:
            frame = goals.status(cur, EVERYTHING, AS_OF, ALL)
            assert len(findings.rows(cur, EVERYTHING, AS_OF, finding="unmeasured_goal")) == 0
        columns = ["goal_id", "n_measurements", "current_value", "percent_met"]
        return sorted(frame[columns].itertuples(index=False, name=None))
    finally:
        ledger.close()


@pytest.mark.slow
@pytest.mark.parametrize("names", first(2, ((one,) for one in permutations(FILES))))
def test_every_order_of_loading_gives_the_same_figures(tmp_path: Path, names: tuple[str, ...]) -> None:
    """G1: two measurements, the last 50: (50 - 20) / (80 - 20) = half; G2: one of 50: (50 - 10) / (90 - 10) = half."""
    assert told(tmp_path / "x", names) == [("G1", 2, 50.0, 0.5), ("G2", 1, 50.0, 0.5)]


def test_words_of_two_goals_name_neither(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    try:
        ledger.load("goals.csv", GOALS.replace("Zips coat", "Ties shoes"))
        ledger.load("scores.csv", "Student ID,Goal ID,Date,Score\n7,ties shoes,9/12/2025,35\n")
        with ledger.store.cursor() as cur:
            frame = goals.status(cur, EVERYTHING, AS_OF, ALL)
        assert sorted(frame["n_measurements"]) == [0, 0]
    finally:
        ledger.close()
