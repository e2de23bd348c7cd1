"""First and last days under headings that nobody lists: a line's where they can be nothing else."""

import pytest

from data.ingest import mapping, tables
from data.ingest.model import Answers, Options
from tests.data.sheets import cells, of_rows

ROWS = [
    ["Oduya, Kit", "301455", "OT", "60", "9/8/2025", "6/5/2026"],
    ["Prior, Max", "301456", "PT", "30", "9/9/2025", "6/5/2026"],
]


def placed(first: str, last: str, rows: list[list[str]] = ROWS) -> tuple[str | None, str | None]:
    """The fields of the two columns of days."""
    headings = ["Student", "ID", "Service", "Minutes per Week", first, last]
    (table,) = tables.find(of_rows([headings, *rows]))
    (found,) = mapping.propose(table, Answers(), Options())
    told = {column.heading: column.field for column in found.columns}
    return told[first], told[last]


LINES = ("start_date", "end_date")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("ISA Begins", "ISA Ends", LINES),
        ("PWN Start Date", "PWN End Date", LINES),
        ("Auth From", "Auth To", LINES),
        ("Enrollment Begins", "Enrollment Ends", (None, None)),
        ("School Year Begins", "School Year Ends", (None, None)),
        ("ISA Begins", "MSA Ends", (None, None)),
    ],
)
def test_days_of_a_paper(first: str, last: str, expected: tuple[str | None, str | None]) -> None:
    assert placed(first, last) == expected


def test_days_that_end_before_they_begin_are_no_lines() -> None:
    """The second column begins in June what the first ends in September before it."""
    assert placed("ISA Ends", "ISA Begins") == (None, None)


def _days(status: str, *told: str) -> list[tuple[str | None, ...]]:
    rows = [[*line, text] for line, text in zip(ROWS, told, strict=True)]
    (found,) = tables.find(of_rows([["Student", "ID", "Service", "Minutes per Week", "Start", "End", status], *rows]))
    return cells(found, "End")


def test_a_status_that_tells_the_day_on_which_a_line_ended_ends_it() -> None:
    assert _days("Status", "Exited 10/3/2025", "Active") == [("10/3/2025",), ("6/5/2026",)]
    assert _days("Service Status", "Active", "Discontinued (1/9/2026)") == [("6/5/2026",), ("1/9/2026",)]


def test_a_day_before_the_line_began_or_of_something_else_ends_nothing() -> None:
    assert _days("Status", "Exited 10/3/2024", "Active") == [("6/5/2026",), ("6/5/2026",)]
    assert _days("Status", "Active since 10/3/2025", "Pending 1/9/2026") == [("6/5/2026",), ("6/5/2026",)]
    assert _days("Comment", "Exited the room early 10/3/2025", "Active") == [("6/5/2026",), ("6/5/2026",)]
    assert _days("Teacher", "Exited 10/3/2025", "Active") == [("6/5/2026",), ("6/5/2026",)]


def test_a_remark_that_begins_with_the_day_of_an_end_ends_a_line() -> None:
    assert _days("Comment", "Exited 10/3/2025", "Active") == [("2025-10-03",), ("6/5/2026",)]
    assert _days("Comment", "D/C 1/9, moved", "D/C mtg 1/9") == [("2026-01-09",), ("6/5/2026",)]
    assert _days("Comment", "D/C 10/3/2024", "") == [("6/5/2026",), ("6/5/2026",)]
