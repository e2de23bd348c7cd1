"""A school year that a file of grading periods names by both of its years is the same one however it is written."""

from pathlib import Path

import pytest

from data.ingest.tables import years
from tests.data.loading import Ledger


@pytest.mark.parametrize(
    "text",
    ["2025-2026", "2025-26", "2025/26", "2025 – 2026", "SY 2025-26", "SY25-26", "25-26", "25/26", "2025-2026 School Year",
     "School Year: 2025-26", "AY 2025-2026"],
)  # fmt: skip
def test_a_year_by_both_of_its_years(text: str) -> None:
    assert years.in_short(text) == "2025-26"


@pytest.mark.parametrize("text", ["2025-2027", "2026", "2025-26 Fall", "12-13-2025", "25-27", "Main", ""])
def test_other_names_are_no_such_year(text: str) -> None:
    assert years.in_short(text) is None


def test_two_systems_tell_one_quarter_of_one_year(tmp_path: Path) -> None:
    ledger = Ledger.holding(tmp_path)
    for name, year in (("a.csv", "2025-2026"), ("b.csv", "SY25-26"), ("c.csv", "2026")):
        ledger.load(name, f"School Year,Term,Start Date,End Date\n{year},Q1,8/11/2025,10/10/2025\n")
    assert ledger.rows("grading_periods", "school_year", "period") == [("2025-26", "Q1")]


def test_a_year_of_another_name_stays_as_it_is(tmp_path: Path) -> None:
    ledger = Ledger.holding(tmp_path)
    ledger.load("a.csv", "School Year,Term,Start Date,End Date\nPilot year,Q1,8/11/2025,10/10/2025\n")
    assert ledger.rows("grading_periods", "school_year") == [("Pilot year",)]
