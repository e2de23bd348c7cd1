"""First and last days under headings that nobody lists: a line's where they can be nothing else."""

import pytest

from data.ingest import mapping, tables
from data.ingest.model import Answers, Options
from tests.data.sheets import of_rows

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
