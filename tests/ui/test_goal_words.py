"""What the lists and the wall of goals say, and in which order goals stand there."""

from datetime import date

import pandas as pd
import pytest

from analytics.goals import against_aimline
from ui.goal_progress import goal_columns
from ui.goal_progress.blocks import FLAT, UNJUDGED, where_they_lead, why, worst_first
from ui.parts import tables


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ([-0.2, 0.5, 0.99], "At their trend all 3 goals shown end short of the target"),
        ([1.0, 1.3], "At their trend both goals shown reach the target"),
        ([0.4, 1.0, 1.2], "At their trend 1 of the 3 goals shown ends short of the target"),
        ([0.4, 0.9999999, 0.7], "At their trend 2 of the 3 goals shown end short of the target"),
        ([0.4, None, 1.2], "At their trend 1 of the 2 goals shown that have a trend ends short of the target"),
        ([0.4], "At its trend the goal shown ends short of the target"),
        ([None, 1.1], "At its trend the goal shown that has a trend reaches the target"),
        ([None], "Measurements and the way to the target"),
    ],
)
def test_how_many_end_short_of_the_target(shares: list[float | None], told: str) -> None:
    assert where_they_lead(pd.Series(shares, dtype="float64")) == told


def goals(
    *rows: tuple[str, str, float | None, float | None, float | None, float | None, int, date | None],
) -> pd.DataFrame:
    """One row a goal from Sep 1 to Dec 10 (100 days): its name, status, baseline, target, latest, percent met at the
    latest, number of measurements, day of the latest."""
    names = [
        "goal_id",
        "status",
        "baseline",
        "target",
        "current_value",
        "percent_met",
        "n_measurements",
        "last_measured",
    ]
    return pd.DataFrame(rows, columns=names).assign(
        start_date=date(2025, 9, 1), due_date=date(2025, 12, 10), slope_per_week=0.0, projected_percent=0.0
    )


HALF_WAY, AFTER = date(2025, 10, 21), date(2025, 12, 20)


def test_how_far_a_goal_is_below_its_aimline() -> None:
    """Half way in time from 20 to 60 the aimline is at 40: who has 24 (a tenth of the way) is 40 % of the way short; who has
    52 is 30 % ahead. Down from 10 to 2 it is at 6. After the due date it is at the target. Without a baseline there is none."""
    found = against_aimline(
        goals(
            ("low", "off_track", 20, 60, 24, 0.1, 8, HALF_WAY), ("ahead", "on_track", 20, 60, 52, 0.8, 8, HALF_WAY),
            ("down", "off_track", 10, 2, 8, 0.25, 8, HALF_WAY), ("late", "off_track", 20, 60, 40, 0.5, 8, AFTER),
            ("bare", "stale", None, 60, 40, None, 2, HALF_WAY), ("never", "stale", 20, 60, None, None, 0, None),
        )
    )  # fmt: skip
    assert found["aimline_value"].round(6).tolist()[:4] == [40, 40, 6, 60]
    assert found["aimline_percent"].round(6).tolist()[:4] == [0.5, 0.5, 0.5, 1]
    assert found["behind"].round(6).tolist()[:4] == [0.4, -0.3, 0.25, 0.5]
    for column in ("aimline_percent", "behind"):
        assert found[column].isna().tolist()[4:] == [True, True]


def test_a_goal_is_told_by_how_much_is_met_and_how_much_should_be() -> None:
    """A goal that fell behind its baseline has met nothing of it, never less than nothing (rules 10)."""
    found = against_aimline(goals(("fell", "off_track", 20, 60, 12, -0.2, 8, HALF_WAY)))
    told = tables.as_csv(tables.shown(found, goal_columns.GOALS), goal_columns.GOALS).decode("utf-8-sig").splitlines()
    assert dict(zip(told[0].split(",")[:4], told[1].split(",")[:4], strict=True)) == {
        "Goal met (%)": "0.0", "Should be (%)": "50.0", "Status": "off_track", "By due date (%)": "0.0",
    }  # fmt: skip


def test_worst_is_furthest_below_the_aimline_and_of_those_unjudged_the_longest_unmeasured() -> None:
    """All but one have made none of the way, which tells nothing apart; early in its time a goal is less behind for that."""
    early = date(2025, 9, 11)
    status = goals(
        ("early", "off_track", 20, 60, 20, 0.0, 5, early), ("late", "off_track", 20, 60, 20, 0.0, 5, AFTER),
        ("half", "at_risk", 20, 60, 30, 0.25, 9, HALF_WAY), ("stale", "stale", 20, 60, 30, 0.25, 9, HALF_WAY),
        ("staler", "stale", 20, 60, 59, 0.97, 9, early), ("never", "insufficient_data", 20, 60, None, None, 0, None),
    )  # fmt: skip
    assert worst_first(status, "Off track and at risk")["goal_id"].tolist() == ["late", "half", "early"]
    assert worst_first(status, UNJUDGED)["goal_id"].tolist() == ["never", "staler", "stale"]
    assert worst_first(status, FLAT)["goal_id"].tolist() == ["late", "half", "stale", "early", "staler"]


def test_a_goal_says_why_it_is_there() -> None:
    found = against_aimline(
        goals(
            ("low", "off_track", 20, 60, 24, 0.1, 8, HALF_WAY), ("stale", "stale", 20, 60, 24, 0.1, 8, HALF_WAY),
            ("few", "insufficient_data", 20, 60, 24, 0.1, 2, HALF_WAY), ("bare", "off_track", None, 60, 24, None, 5, HALF_WAY),
        )
    )  # fmt: skip
    assert [why(one) for one in found.to_dict("records")] == [
        "Latest 24, aimline 40", "Last measured Oct 21, 2025", "Last measured Oct 21, 2025; 2 measurements, four are needed",
        "Latest 24",
    ]  # fmt: skip
