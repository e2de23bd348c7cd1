"""Weekdays under a week that is told without its year: by what stands around it, else asked once."""

import pytest

from tests.data.loading import Ledger
from tests.shapes.shape import book

GRID = 'OT attendance\nWeek of {0}\nStudent,Mon,Tue,Wed,Thu,Fri\n"Lin, Ada",30,,25,,\nWeek of {1}\nStudent,Mon,Tue,Wed,Thu,Fri\n"Lin, Ada",,,,,30\n'  # noqa: E501
DAYS = [("2025-09-08", 30), ("2025-09-10", 25), ("2025-09-19", 30)]


def days(ledger: Ledger) -> list[tuple[str, int]]:
    return [(str(day), int(minutes)) for day, minutes in ledger.rows("sessions", "session_date", "minutes", order="1")]


@pytest.mark.parametrize("weeks", [("9/8", "9/15"), ("9/7", "9/14"), ("Sept 8", "Sept 15")])
def test_it_is_asked_once_and_the_answer_is_for_all(ledger: Ledger, weeks: tuple[str, str]) -> None:
    """September 8, 2025 is a Monday, the 7th a Sunday, with which the week of that Monday begins; in 2024 the 8th is a
    Sunday and the 7th a Saturday: before somebody says the year nothing is dated."""
    grid = GRID.format(*weeks)
    (sheet,) = ledger.load("log.csv", grid).files[0].sheets
    assert (sheet.waiting, sheet.rejected, [one.value for one in sheet.questions]) == (3, 0, ["(no month)"])
    ledger.load("log.csv", grid, codes={"(no month)": "2025-26"})
    assert days(ledger) == DAYS


@pytest.mark.parametrize("name", ["OT 2025-26.csv", "September 2025.csv"])
def test_the_name_of_the_file_tells_it(ledger: Ledger, name: str) -> None:
    ledger.load(name, GRID.format("9/8", "9/15"))
    assert days(ledger) == DAYS


def test_another_sheet_of_the_file_tells_it(ledger: Ledger) -> None:
    rows = [line.split(",") for line in GRID.format("9/8", "9/15").replace('"Lin, Ada"', "Ada Lin").splitlines()]
    other = [["School year 2025-26"], ["Student", "Grade"], ["Ada Lin", "3"]]
    ledger.load("log.xlsx", book({"Roster": other, "Log": rows}))
    assert days(ledger) == DAYS
