"""The first figure of Goal progress: reports missing, where some were due, where none was, and where nothing is loaded."""

from datetime import date

import pandas as pd

from ui.goal_progress import blocks, reports_due

DUE = pd.DataFrame(
    {"period": ["Q1", "Q1", "Q2"], "provider_name": ["A", "B", "A"], "due": [30, 10, 40], "received": [28, 10, 37],
     "missing": [2, 0, 3]}
)  # fmt: skip
NONE = DUE.iloc[:0]
COMING = pd.DataFrame(
    {
        "period": ["Q1", "Q1"],
        "end_date": [date(2025, 10, 31)] * 2,
        "goals": [7, 5],
        "ready": [3, 1],
        "to_measure": [4, 4],
    }
)


def status(codes: list[str | None], measured: list[int]) -> pd.DataFrame:
    """Goals on track with their latest progress code and how often each was measured."""
    columns = {"reported": codes, "n_measurements": measured, "status": ["on_track"] * len(codes)}
    flat = {
        "slope_per_week": 1.0,
        "baseline": 0.0,
        "target": 10.0,
        "percent_met": 0.5,
        "last_measured": date(2025, 10, 1),
    }
    return pd.DataFrame(columns).assign(**flat, start_date=date(2025, 9, 1), due_date=date(2026, 6, 1))


CODED, MEASURED, BARE = status(["sufficient", None], [0, 4]), status([None, None], [0, 4]), status([None, None], [0, 0])


def test_the_first_figure_is_what_is_missing_of_which_periods() -> None:
    """2 + 0 + 3 = 5 of 30 + 10 + 40 = 80."""
    assert reports_due.sentence(DUE) == "5 of 80 progress reports are missing"
    first = blocks.facts(CODED, DUE, COMING)[0]
    assert (first.label, first.value, first.of) == ("Reports missing", "5", "of 80 reports due for Q1 and Q2")
    assert blocks.answer(CODED, DUE).startswith("5 of 80 progress reports are missing; 0 of 2 goals in force")
    assert len(blocks.facts(CODED, DUE, COMING)) == len(blocks.facts(MEASURED, DUE, COMING)) == 5


def test_before_any_was_due_the_running_period_is_told() -> None:
    """3 + 1 = 4 of 7 + 5 = 12 goals of Q1 have something to report."""
    assert reports_due.sentence(NONE) == ""
    told = reports_due.fact(NONE, CODED, COMING)
    assert (told.value, told.of) == ("none due", "Q1 ends Oct 31: 4 of 12 goals with something to report")
    assert (
        reports_due.fact(NONE, CODED, COMING.iloc[:0]).of == "no grading period of this school year has goals in force"
    )


def test_measurements_are_reports_where_there_are_no_codes() -> None:
    assert not reports_due.has_codes(MEASURED)
    assert reports_due.is_reported(MEASURED)
    assert reports_due.fact(DUE, MEASURED, COMING).value == "5"


def test_where_nothing_to_report_is_loaded_the_figure_says_so() -> None:
    due = DUE.assign(received=0, missing=DUE["due"])
    assert not reports_due.is_reported(BARE)
    told = reports_due.fact(due, BARE, COMING)
    assert (told.value, told.of) == ("80", "of 80 reports due for Q1 and Q2; none is loaded")
