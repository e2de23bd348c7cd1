"""Who treated, where other columns tell who was assigned, who bills or who was there too."""

import pytest

from data.ingest.tables import find
from tests.data.sheets import sheet


def _log(headings: str, *rows: str) -> tuple[list[str], list[list[str | None]]]:
    """The headings and rows of a log of one child with these columns of staff."""
    days = (f"1|OT|9/{day}/2025|30|{row}" for day, row in enumerate(rows, 8))
    (found,) = find(sheet("\n".join((f"Student ID|Service|Date|Minutes|{headings}", *days))))
    places = range(4, len(found.headings))
    columns = [found.body.column(place).to_pylist() for place in places]
    return [found.headings[place] for place in places], [list(row) for row in zip(*columns, strict=True)]


def test_who_rendered_counts_and_else_who_was_assigned() -> None:
    headings, rows = _log(
        "Assigned Provider ID|Rendering Provider ID|Assigned Provider|Rendering Provider",
        "P1|P2|Lin, Ada|Roe, Bo", "P1||Lin, Ada|", "P1||Lin, Ada|Cox, Di",
    )  # fmt: skip
    assert headings == ["Rendering Provider ID", "Rendering Provider"]
    assert rows == [["P2", "Roe, Bo"], ["P1", "Lin, Ada"], [None, "Cox, Di"]]  # no id of another person beside Di Cox


def test_who_bills_treated_nobody() -> None:
    _, rows = _log("Billing Provider|Rendering Provider", "Lin, Ada|Roe, Bo", "Lin, Ada|")
    assert [row[-1] for row in rows] == ["Roe, Bo", None]


@pytest.mark.parametrize(
    "headings",
    ["Supervising Provider|Rendering Provider", "Case Manager|Treating Therapist", "Therapist|Co-Treating Therapist"],
)
def test_others_than_the_assigned_stay(headings: str) -> None:
    assert _log(headings, "Lin, Ada|Roe, Bo", "Lin, Ada|Cox, Di")[0] == headings.split("|")
