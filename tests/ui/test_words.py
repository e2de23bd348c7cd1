"""How numbers, dates and bands are written on screen."""

from datetime import date

import pandas as pd
import pytest

from ui.parts import messages, words


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (90.0, "1.5 h"),
        (0.0, "0.0 h"),
        (74_070.0, "1,234.5 h"),
        (None, "–"),
        (float("nan"), "–"),
    ],  # 74,070 / 60 = 1,234.5
)
def test_minutes_are_shown_as_hours_to_a_tenth(minutes: float | None, text: str) -> None:
    assert words.hours(minutes) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.9375, "93.8%"), (1.0, "100.0%"), (0.0, "0.0%"), (None, "n/a"), (pd.NA, "n/a")]
)
def test_a_rate_without_a_denominator_is_not_a_number(value: float | None, text: str) -> None:
    assert words.rate(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0%"), (0.004, "under 1%"), (0.256, "26%"), (0.994, "99%"), (0.997, "over 99%"), (1.0, "100%")],
)
def test_a_share_is_nothing_or_everything_only_where_it_is(value: float, text: str) -> None:
    assert words.share(value) == text


def test_minutes_keep_their_half() -> None:
    assert words.minutes(22.5) == "22.5 min"
    assert words.minutes(1204.0) == "1,204 min"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.25, "0.3"),
        (1.25, "1.3"),
        (-0.25, "-0.3"),
        (1.45, "1.4"),
        (0.05, "0.1"),
        (12_345.25, "12,345.3"),
        (2.0, "2.0"),
    ],
)
def test_a_half_is_rounded_as_the_browser_rounds_it_in_tables(value: float, text: str) -> None:
    """Read from a table's canvas in Chromium. 1.45 is a little less than that as a binary number, 0.05 a little more."""
    assert words.decimal(value) == text
    assert words.hours(60 * value) == f"{text} h"
    assert words.rate(value / 100) == f"{text}%"


def test_dates_are_short_and_the_year_is_added_where_asked() -> None:
    assert words.day(date(2025, 10, 31)) == "Oct 31"
    assert words.day(pd.Timestamp("2025-10-03"), year=True) == "Oct 3, 2025"
    assert words.day(pd.NaT) == "–"


def test_a_band_is_told_by_a_shape_as_well_as_a_word() -> None:
    marks = {words.band(code)[0] for code in ("on_track", "watch", "at_risk", "critical")}
    assert len(marks) == 4


def test_a_long_list_is_cut_and_says_so() -> None:
    assert words.listed(["Birch", "Cedar", "Elm", "Fir", "Oak"], 2) == "Birch, Cedar and 3 more"
    assert words.listed(["Birch", "Cedar"]) == "Birch and Cedar"
    assert words.listed(["Birch"]) == "Birch"


def test_markdown_in_a_name_is_escaped() -> None:
    assert messages.plain("![x](http://elsewhere/?q=1)") == r"\!\[x\]\(http\://elsewhere/?q=1\)"
    assert messages.plain("O'Brien\nAna") == "O'Brien Ana"
