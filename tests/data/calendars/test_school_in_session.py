"""Which words say that there is school on a day, and which only sound like it."""

import pytest

from data.ingest.values import terms
from tests.data.loading import Ledger


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


@pytest.mark.parametrize(
    ("flag", "kind", "is_asked"),
    [
        ("Y", "Holiday", True), ("Y", "No School", True), ("N", "Regular", True), ("N", "Full Day", True),
        ("N", "Half Day", True),
        ("Y", "Columbus Day", False), ("N", "Holiday", False), ("Y", "Regular", False),
    ],
)  # fmt: skip
def test_a_kind_of_day_that_gainsays_the_flag_is_asked_about(
    ledger: Ledger, flag: str, kind: str, *, is_asked: bool
) -> None:
    """A holiday's name may stand beside a day of school; that it is a holiday may not."""
    rows = f"9/2/2025,{flag},{kind}\n9/3/2025,Y,Regular\n9/4/2025,N,Holiday\n9/5/2025,Y,Half Day\n"
    report = ledger.load("calendar.csv", "Date,School in Session,Day Type\n" + rows)
    (sheet,) = report.files[0].sheets
    assert (sheet.waiting, len(sheet.questions)) == ((1, 1) if is_asked else (0, 0))
