"""A yes under Schools Closed, No School or Non-Instructional Day is no yes of school."""

from pathlib import Path

import pytest

from tests.data.loading import Ledger
from tests.data.sheets import cells, table


def _loaded(folder: Path, *rows: str) -> list[tuple[int, bool, str | None]]:
    ledger = Ledger.holding(folder)
    ledger.load("days.csv", "\n".join(rows))
    found = ledger.rows("calendar_days", "day", "is_instructional", "day_type", order="day")
    return [(day.day, *rest) for day, *rest in found]


@pytest.mark.parametrize(
    "heading",
    ["Schools Closed", "School closed?", "Is school closed", "No School", "Non-Instructional Day", "Day Off", "Students Off",
     "Closed to students", "No Students"],
)  # fmt: skip
def test_a_yes_of_no_school(tmp_path: Path, heading: str) -> None:
    found = _loaded(tmp_path, f"Date,Event,{heading}", "9/3/2025,Convention,Y", "9/4/2025,Harvest festival,N")
    assert found == [(3, False, None), (4, True, None)]


def test_a_closed_day_of_a_kind_with_school_is_asked_about(tmp_path: Path) -> None:
    rows = ("Date,Event,School Closed", "9/3/2025,Early dismissal,Yes", "9/4/2025,Early dismissal,No")
    assert _loaded(tmp_path, *rows) == [(4, True, "half")]


def test_which_schools_are_closed_and_how_many_is_no_yes() -> None:
    for told in ("Elm and Oak", "1", "3"):
        found = table("Date|Reason|Schools Closed", f"9/4/2025|Snow day|{told}", f"9/5/2025|Snow day|{told}")
        assert cells(found, "Schools Closed") == [(told,), (told,)]


def test_beside_whether_school_is_in_session_it_stays() -> None:
    found = table("Date|In Session|Closed", "9/4/2025|Y|N", "9/5/2025|N|Y")
    assert found.headings == ("Date", "In Session", "Closed")
