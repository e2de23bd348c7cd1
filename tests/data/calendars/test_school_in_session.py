"""Which words say that there is school on a day, and which only sound like it."""

import pytest

from data.ingest.values import terms


@pytest.mark.parametrize(
    "event",
    ["Veterans Day - school is in session", "Indigenous Peoples' Day (in session)", "PD for staff - classes in session",
     "Columbus Day - a regular school day"],
)  # fmt: skip
def test_school_is_held(event: str) -> None:
    assert terms.day_type(event) == "full"


@pytest.mark.parametrize(
    "event",
    ["Summer school in session", "Columbus Day - this isn't a school day", "Board in session", "Half a school day",
     "Parent teacher conferences in session", "School not in session"],
)  # fmt: skip
def test_other_words_say_no_whole_day_of_school(event: str) -> None:
    assert terms.day_type(event) != "full"
