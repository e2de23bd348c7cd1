"""Minutes by the week and month that were worked out of a line's own sessions, minutes and period."""

import pytest

from data.ingest.tables import find
from tests.data.sheets import sheet

HEADINGS = "Student ID|Service|Min per Session|# Sessions|Frequency|Weekly Min|Monthly Min"


def _left(*rows: str, headings: str = HEADINGS) -> bool:
    """Whether the sums are left in the table."""
    (found,) = find(sheet("\n".join((headings, *(f"{at}|OT|{row}" for at, row in enumerate(rows, 101))))))
    return "Weekly Min" in found.headings


@pytest.mark.parametrize(
    "rows",
    [
        ("30|2|Weekly|60|240", "15|1|Monthly|3.75|15", "50|10|Quarterly|50|200"),
        ("30|2|Weekly|60|258", "20|6|Monthly|30|120"),
        ("30|2|Weekly|60|", "20|6|Monthly||120"),
    ],
)
def test_sums_that_agree_go(rows: tuple[str, ...]) -> None:
    """A month of 4 or of 4.3 weeks, a quarter of 10: 500 in ten weeks are 50 a week."""
    assert not _left(*rows)


@pytest.mark.parametrize(
    "rows",
    [
        ("30|2|Weekly|60|240", "30|1|Weekly|60|120"),
        ("30|2|Weekly|60|240", "30||Weekly|30|120"),
        ("30|2|Weekly|60|600", "30|1|Weekly|30|300"),
        ("30|2|As needed|60|240", "30|1|Weekly|30|120"),
    ],
)
def test_sums_that_say_another_thing_or_all_stay(rows: tuple[str, ...]) -> None:
    """One session of 30 minutes is no 60 a week; no sessions, no period or a month of ten weeks: nothing is worked out."""
    assert _left(*rows)


def test_without_a_period_of_each_line_nothing_goes() -> None:
    headings = "Student ID|Service|Min per Session|# Sessions|Weekly Min|Monthly Min"
    assert _left("30|2|60|240", "30|1|30|120", headings=headings)
