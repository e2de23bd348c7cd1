"""What the wall of goals says above its charts."""

import pandas as pd
import pytest

from ui.goals import where_they_lead


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
