"""The trend that is drawn (rules 10 and 15, case 18), worked out by hand."""

from datetime import date, timedelta

import pytest

from analytics.trends import theil_sen

START = date(2025, 9, 1)


def weekly(values: dict[int, float]) -> tuple[list[date], list[float]]:
    """Days and values of measurements in weeks after Sep 1."""
    return [START + timedelta(weeks=week) for week in values], list(values.values())


def test_one_wild_point_does_not_carry_the_trend() -> None:
    """Case 18: the median pairwise slope is 1.50 a week; the median point is week 5, between the third and fourth of six."""
    found = theil_sen(*weekly({0: 40, 2: 44, 4: 46, 6: 90, 8: 52, 10: 55}))
    assert found is not None
    assert found.slope * 7 == pytest.approx(1.5)
    assert found.middle_value == (46 + 52) / 2  # of 40 44 46 52 55 90
    assert found.middle_day == START.toordinal() + 5 * 7
    assert found.at(START + timedelta(weeks=15)) == pytest.approx(49 + 10 * 1.5)


def test_a_straight_line_has_no_range() -> None:
    found = theil_sen(*weekly({0: 10, 1: 12, 2: 14, 3: 16}))
    assert found is not None
    assert (found.low, found.slope, found.high) == pytest.approx((2 / 7,) * 3)
    due = START + timedelta(weeks=10)
    assert found.at(due) == found.at(due, found.low) == pytest.approx(30)


def test_the_range_holds_the_slope() -> None:
    found = theil_sen(*weekly({0: 10, 1: 30, 2: 12, 3: 26, 4: 18, 5: 35}))
    assert found is not None
    assert found.low < found.slope < found.high


@pytest.mark.parametrize("values", [{0: 1.0, 1: 2.0, 2: 3.0}, {}])
def test_fewer_than_four_measurements_have_no_trend(values: dict[int, float]) -> None:
    assert theil_sen(*weekly(values)) is None


def test_measurements_of_one_day_have_no_trend() -> None:
    assert theil_sen([START] * 5, [1.0, 2.0, 3.0, 4.0, 5.0]) is None
