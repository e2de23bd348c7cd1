"""Letters and numbers under a schedule: days of a rotation where they are called days, else asked about and stored nowhere."""

import pytest

from data.ingest.model import NOT_USED
from tests.data.loading import Ledger, sheet_of

CALENDAR = "Date,School Day,{0},Day Event\n9/2/2025,Y,{1},\n9/3/2025,Y,{2},\n9/4/2025,Y,{1},\n9/5/2025,N,,Holiday\n"


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [
        ("Block Schedule", "1", "2"),
        ("Period Schedule", "A", "B"),
        ("Bell Schedule", "1", "2"),
        ("Schedule Type", "A", "B"),
    ],
)
def test_bare_letters_and_numbers_are_stored_when_it_is_said_what_they_are(
    ledger: Ledger, heading: str, one: str, other: str
) -> None:
    calendar = CALENDAR.format(heading, one, other)
    sheet = sheet_of(ledger.load("c.csv", calendar, commit=False), "calendar_days")
    assert [(asked.value, asked.choices) for asked in sheet.questions] == [(heading, ("cycle_day", NOT_USED))]
    ledger.load("c.csv", calendar)
    assert ledger.rows("calendar_days", "cycle_day") == [(None,)] * 4
    ledger.load("c.csv", calendar, map={heading: "cycle_day"})
    assert ledger.rows("calendar_days", "cycle_day") == [(one,), (other,), (one,), (None,)]


@pytest.mark.parametrize(
    ("heading", "one", "other"), [("Block Schedule", "A Day", "B Day"), ("Schedule Day", "1", "2"), ("Cycle", "A", "B")]
)
def test_days_by_their_name_or_heading_are_the_rotations(ledger: Ledger, heading: str, one: str, other: str) -> None:
    ledger.load("c.csv", CALENDAR.format(heading, one, other))
    assert ledger.rows("calendar_days", "cycle_day") == [(one[0],), (other[0],), (one[0],), (None,)]
