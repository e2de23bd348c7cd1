"""Finding tables does no work in Python for each row: ten times the rows cost as many calls, where their texts repeat."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from data.ingest import tables
from tests.data.sheets import of_rows

HEADINGS = ["Date", "Student ID", "Student", "School", "Service", "Minutes", "Status", "Setting", "Weekday", "Comment"]


def log(rows: int) -> list[list[str]]:
    return [HEADINGS] + [
        [f"9/{1 + i % 28}/2025", f"{1000 + i % 50}", f"Last{i % 50}, First", f"School {i % 5}", "OT", f"{15 * (1 + i % 4)}",
         ("Delivered", "Student Absent")[i % 2], ("push-in", "pull-out")[i % 2], ("Mon", "Tue")[i % 2],
         ("", "left early")[i % 2]]
        for i in range(rows)
    ]  # fmt: skip


def calls(work: Callable[[], Any]) -> int:
    """How many functions are called, those of C included."""
    count = 0

    def look(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(look)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
def test_ten_times_the_rows_are_about_as_many_calls() -> None:
    few, many = of_rows(log(2_000)), of_rows(log(20_000))
    tables.find(few)  # what is cached by text is cached for both
    assert calls(lambda: tables.find(many)) < 1.5 * calls(lambda: tables.find(few))


def test_ids_of_each_row_are_not_looked_at_one_by_one() -> None:
    def numbered(rows: int) -> list[list[str]]:
        heading, *told = log(rows)
        return [["Log ID", *heading], *([f"L{at:07d}", *row] for at, row in enumerate(told))]

    few, many = of_rows(numbered(2_000)), of_rows(numbered(20_000))
    tables.find(few)
    assert calls(lambda: tables.find(many)) < 1.5 * calls(lambda: tables.find(few))
