"""An amount by the school year is shown by the week too, at the weeks of the calendar, where these are known."""

from datetime import date
from pathlib import Path

import pytest

from analytics import calendars
from analytics.scope import EVERYTHING
from data import calendar
from data.calendar import weekdays
from tests.data.loading import Ledger
from tests.shapes.shape import drawn, text

LINES = text(
    drawn("""
    Student ID|Service|Frequency|Start
    1|OT|1800 min/yr|9/2/2025
    2|OT|900 min per year|9/2/2025
    3|SLP|2 x 30 min weekly|9/2/2025
    """)
)
CLOSED = "Date,Event\n9/1/2025,Labor Day - no school\n11/27/2025,Thanksgiving - no school\n12/25/2025,Christmas - no school\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def whole_year() -> str:
    """Each weekday of September 1 to May 8 is a school day: 36 weeks of five, which are 180 days."""
    return "\n".join(
        ["Date,School Day", *(f"{day:%m/%d/%Y},Yes" for day in weekdays(date(2025, 9, 1), date(2026, 5, 8)))]
    )


def said(ledger: Ledger, lines: bytes = LINES) -> list[str]:
    sheet = ledger.load("lines.csv", lines, commit=False).files[0].sheets[0]
    return [one for one in sheet.assumptions if "school year" in one and not one.startswith("Amounts are read so")]


def test_at_the_weeks_of_the_calendar(ledger: Ledger) -> None:
    ledger.load("calendar.csv", whole_year())
    # 180 days, five a week, are 36 weeks: 1,800 / 36 = 50, 900 / 36 = 25.
    assert said(ledger) == [
        "1,800 a school year / 36 weeks = 50 a week; 900 a school year / 36 weeks = 25 a week at the calendar's weeks "
        "(180 school days of 2025-26, five a week)."
    ]


def test_amounts_and_cycles_in_columns_of_their_own(ledger: Ledger) -> None:
    ledger.load("calendar.csv", whole_year())
    lines = text(drawn("""
        Student ID|Service|Minutes|Per|Start
        1|OT|1620|Year|9/2/2025
        """))  # fmt: skip
    assert [one.split(" at ")[0] for one in said(ledger, lines)] == ["1,620 a school year / 36 weeks = 45 a week"]


def test_without_a_calendar_the_weeks_are_not_known(ledger: Ledger) -> None:
    ledger.load(
        "earlier.csv", "Student ID,Service,Date,Minutes\n1,OT,9/8/2025,30\n"
    )  # proposes one, which nobody confirmed
    assert said(ledger) == [
        "1,800 or 900 a school year is so much a week as the calendar has weeks, which aren't known yet: no calendar is "
        "loaded."
    ]
    calendar.confirm(ledger.store, "Ann")
    assert " weeks = " in said(ledger)[0]


def test_lines_without_yearly_amounts_say_nothing(ledger: Ledger) -> None:
    assert said(ledger, b"Student ID,Service,Frequency,Start\n3,SLP,2 x 30 min weekly,9/2/2025\n") == []


@pytest.mark.parametrize("listed", [whole_year(), CLOSED, CLOSED + "6/15/2026,Flood - no school\n"])
def test_days_are_counted_as_figures_count_them(ledger: Ledger, listed: str) -> None:
    ledger.load("calendar.csv", listed)
    with ledger.store.cursor() as cur:
        days = calendars.days(cur, EVERYTHING, date(2026, 1, 15))
        assert calendar.open_days(cur) == {2025: int(days["is_instructional"].sum())}
