"""Headings that all end in a colon, are numbered, or bear the mark of a footnote, are read as their plain form."""

import pytest

from data.ingest import tables
from data.ingest.mapping import propose
from data.ingest.model import Answers, Options
from tests.data.sheets import of_rows, table

RECORDS = (["Lin, Ada", "7001", "9/8/2025", "30"], ["Dole, Bo", "7002", "9/9/2025", "45"])
PLAIN = ("Name", "ID", "Date", "Minutes")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["Name:", "ID:", "Date:", "Minutes:"], PLAIN),
        (["Name :", "ID:", "Date:", "Minutes"], PLAIN),
        (["Name:", "ID:", "Date (1):", "Minutes:*"], ("Name", "ID", "Date (1)", "Minutes")),
        (["1. Name", "2. ID", "3. Date", "4. Minutes"], PLAIN),
        (["A) Name:", "B) ID:", "C) Date:", "D) Minutes:"], PLAIN),
    ],
)
def test_colons_behind_headings_are_dropped(written: list[str], expected: tuple[str, ...]) -> None:
    (found,) = tables.find(of_rows([["Therapy log"], written, *RECORDS]))
    assert (found.headings, len(found.body)) == (expected, 2)


def test_each_time_that_they_stand_there() -> None:
    written = [f"{one}:" for one in PLAIN]
    (found,) = tables.find(of_rows([written, RECORDS[0], written, RECORDS[1]]))
    assert found.headings == PLAIN
    assert [one.reason for one in found.left_out] == ["repeated header"]


@pytest.mark.parametrize(
    "head",
    [
        (["Student:", "School:", "Grade:"], ["Lin, Ada", "Elm", "3"], []),
        (["Student:", "Lin, Ada", "School:", "Elm"],),
        (["Student:", "School:", "Grade:"],),
    ],
)
def test_a_head_block_is_none(head: tuple[list[str], ...]) -> None:
    """Its values stand beside, or once beneath it, or are left blank; the headings stand further down."""
    dates = [["9/8/2025", "OT", "30"], ["9/9/2025", "OT", "45"]]
    (found,) = tables.find(of_rows([*head, ["Date", "Service", "Minutes"], *dates]))
    assert found.headings[:3] == ("Date", "Service", "Minutes")
    assert len(found.body) == 2


def test_a_raised_number_says_nothing() -> None:
    (found,) = propose(
        table("Name†|Student ID¹|Date²|Minutes*|Service", "Lin, Ada|7001|9/8/2025|30|OT"), Answers(), Options()
    )
    assert [one.field for one in found.columns] == ["student_name", "student_id", "session_date", "minutes", "service"]
