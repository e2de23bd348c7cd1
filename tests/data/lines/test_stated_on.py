"""The day of stated totals, as titles tell it."""

import pytest

from data.ingest import tables
from tests.data.sheets import sheet

LINES = "Student ID|Service|Frequency|Minutes|Minutes Provided to Date\n1|OT|Weekly|30|270\n2|PT|Weekly|30|"


def _days(titles: str, lines: str = LINES) -> list[str | None]:
    (found,) = tables.find(sheet(f"{titles}\n{lines}"))
    if "Stated As Of" not in found.headings:
        return []
    return list(found.body.column(found.headings.index("Stated As Of")).to_pylist())


@pytest.mark.parametrize(
    ("titles", "day"),
    [
        ("Data as of 11/14/2025", "11/14/2025"),
        ("Fidelity (as of 2025-11-14)", "2025-11-14"),
        ("Delivered through November 14, 2025", "November 14, 2025"),
        ("Report Date|11/14/2025", "11/14/2025"),
        ("Delivered thru 10/31/2025\nPrinted 11/14/2025", "10/31/2025"),
    ],
)
def test_a_day_in_a_title(titles: str, day: str) -> None:
    """The second line has no total, and so no day of one."""
    assert _days(titles) == [day, None]


@pytest.mark.parametrize(
    "titles",
    ["Fidelity 9/2/2025 - 11/14/2025", "As of 11/14/2025\nas of 12/1/2025", "Fall report", "Meeting on 11/14/2025"],
)
def test_no_day_or_two(titles: str) -> None:
    assert _days(titles) == []


def test_a_day_that_is_of_no_total() -> None:
    """A list without totals has no day of them; a column of the day goes before the title."""
    assert _days("Data as of 11/14/2025", "Student ID|Service|Frequency|Minutes\n1|OT|Weekly|30\n2|PT|Weekly|30") == []
    own = "Student ID|Service|Frequency|Minutes|Minutes Provided to Date|Data As Of\n1|OT|Weekly|30|270|11/1/2025"
    assert _days("Data as of 11/14/2025", own) == []
