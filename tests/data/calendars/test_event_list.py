"""Calendars without headings, and lists of days that are none."""

import pyarrow as pa
import pytest

from data.ingest.model import Sheet, body_of
from data.ingest.tables.grid import Grid, of_sheet
from data.ingest.tables.layouts import event_list

CALENDAR = [
    ("School Calendar 2025-26", None),
    ("Aug 27", "First Day of School"),
    ("Sep 1", "Labor Day"),
    ("Oct 10", "Early Release"),
    ("Nov 26-28", "Thanksgiving Break"),
]


def _grid(rows: list[tuple[str | None, ...]]) -> Grid:
    columns = [pa.array(list(column), pa.string()) for column in zip(*rows, strict=True)]
    return of_sheet(Sheet("calendar", body_of(columns), pa.array(range(1, len(rows) + 1), pa.int64())))


def test_days_and_events_get_headings_and_keep_their_rows() -> None:
    found = event_list.parted(_grid(CALENDAR))
    assert [found.row(at) for at in (0, 1, 2)] == [CALENDAR[0], event_list.HEADINGS, CALENDAR[1]]
    assert found.numbers.tolist() == [1, 1, 2, 3, 4, 5]


def test_a_list_without_a_title_needs_nearly_all_of_its_days_to_be_of_school() -> None:
    assert event_list.parted(_grid(CALENDAR[1:])).row(0) == event_list.HEADINGS
    others = [*CALENDAR[1:], ("Oct 14", "Hale, Josie 30 min"), ("Oct 15", "Hale, Josie 30 min")]
    assert event_list.parted(_grid(others)).row(0) == CALENDAR[1]


@pytest.mark.parametrize(
    "rows",
    [
        [("OT sessions 2025-26", None), *CALENDAR[1:]],
        [CALENDAR[0], ("Date", "Event"), *CALENDAR[1:]],
        [CALENDAR[0], *((day, "Hale, Josie 30 min") for day, _ in CALENDAR[1:])],
        CALENDAR[:4],
    ],
    ids=["no title of a calendar", "headings", "sessions", "too few"],
)
def test_other_lists_stay_as_they_are(rows: list[tuple[str | None, ...]]) -> None:
    grid = _grid(rows)
    assert event_list.parted(grid) is grid
