"""Books that therapists keep by hand: times as planned, weeks in a cell, initials of who came, notes that tell all."""

import pytest

from data.ingest.model import Table
from data.ingest.tables.finding import find
from tests.data.sheets import sheet


def table(*rows: str, name: str = "Sheet1") -> Table:
    return find(sheet("\n".join(rows), name))[0]


def cells(found: Table, *headings: str) -> list[tuple[str | None, ...]]:
    columns = [found.body.column(found.headings.index(heading)).to_pylist() for heading in headings]
    return list(zip(*columns, strict=True))


@pytest.mark.parametrize("same", ["as sched.", "same", "As planned", "per schedule"])
def test_times_that_were_as_planned_are_the_planned_ones(same: str) -> None:
    found = table(
        "Date|Scheduled|Student|Actual|Outcome",
        f"3/2/2026|9:00-9:30|Ida Amsel|{same}|seen",
        "3/2/2026|10:15-10:45|Otto Bohm|10:25-10:45|seen",
        "3/4/2026|9:00-9:30|Ida Amsel||absent",
    )
    assert cells(found, "Start Time", "End Time") == [("9:00", "9:30"), ("10:25", "10:45"), (None, None)]
    assert "Scheduled" not in found.headings


def test_times_kept_go_before_times_planned() -> None:
    rows = ("3/2/2026|Ida Amsel|1:00-1:30|1:10-1:30", "3/3/2026|Ida Amsel|1:00-1:30|1:00-1:30")
    found = table("Date|Student|Scheduled time|Actual time", *rows)
    assert cells(found, "Start Time", "End Time") == [("1:10", "1:30"), ("1:00", "1:30")]


def test_minutes_that_were_as_planned_are_the_planned_ones() -> None:
    found = table("Date|Student|Sched min|Min seen", "3/2/2026|Ida Amsel|30|same", "3/3/2026|Otto Bohm|30|20")
    assert cells(found, "Min seen") == [("30",), ("20",)]
