"""Columns that only their numbers tell from one that is read are never left out unasked."""

import pytest

from data.ingest.mapping import propose
from data.ingest.model import Answers, Options
from tests.data.sheets import table


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ("Therapist1", "Therapist2", ["Therapist2"]), ("Therapist", "Therapist2", []), ("Therapist1", "Room2", []),
    ],
)  # fmt: skip
def test_what_is_called_like_a_column_that_is_read_is_asked_about(first: str, second: str, asked: list[str]) -> None:
    rows = ("Pell, Ada|12/12/2025|OT|30|Rae Quan|Jo", "Roth, Cy|12/12/2025|OT|20|Rae Quan|Jo")
    (read,) = propose(table(f"Student|Date|Service|Minutes|{first}|{second}", *rows), Answers(), Options())
    assert {one.heading: one.field for one in read.columns}[first] == "provider_name"
    assert [one.value for one in read.questions] == asked
