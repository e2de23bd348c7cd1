"""Lines that are told twice and are two, lengths of a whole row, who treated where several tell of the usual, titles of the
year, ids of namesakes."""

import pytest

from data.ingest.values import seasons
from tests.data.people.test_who_treated import _log
from tests.data.sheets import cells, table


def test_a_length_of_a_whole_row_is_parted_among_its_sessions() -> None:
    found = table(
        "Student ID|Date|Direct Start|Direct End|Indirect Start|Indirect End|Total Minutes",
        "1|9/8/2025|9:00|9:30|9:30|9:45|45",
        "2|9/9/2025|10:00|10:30|||25",
        "3|9/9/2025|10:00|10:30|10:30|11:00|90",
    )
    assert cells(found, "Start", "End", "Total Minutes") == [
        ("9:00", "9:30", "30 min"), ("9:30", "9:45", "15 min"), ("10:00", "10:30", "25"),
        ("10:00", "10:30", None), ("10:30", "11:00", None),
    ]  # fmt: skip


def test_a_length_that_each_session_of_a_row_may_have_stays() -> None:
    found = table(
        "Student ID|Date|OT Start|OT End|PT Start|PT End|Minutes Each",
        "1|9/8/2025|9:00|9:30|9:30|10:00|25",
    )
    assert [row[-1] for row in cells(found, "Minutes Each")] == ["25", "25"]


def test_the_usual_who_is_told_twice_alike_treated_where_nobody_else_did() -> None:
    _, rows = _log(
        "Provider|Scheduled Provider|Actual Provider",
        "Lin, Ada|Lin, Ada|Roe, Bo", "Lin, Ada|Lin, Ada|", "Lin, Ada|Cox, Di|",
    )  # fmt: skip
    assert [row[-1] for row in rows] == ["Roe, Bo", "Lin, Ada", None]


@pytest.mark.parametrize(
    ("title", "is_extended"),
    [
        ("B. ESY Services", True),
        ("ESY to be determined", None),
        ("ESY: pending", None),
        ("Regular Classroom", None),
        ("Regular School Year", False),
        ("Regular Year Services", False),
    ],
)
def test_titles_tell_of_the_year_that_lines_are_of(title: str, is_extended: bool | None) -> None:
    assert seasons.of_title(title) is is_extended


def _ids(*rows: str) -> list[str | None]:
    return [text for (text,) in cells(table("Student ID|Student|Service|Date", *rows), "Student ID")]


def test_namesakes_with_ids_of_different_years_stay_two() -> None:
    shared = [f"{one}|{name}|OT|9/8/2025" for name, *ids in (("Cox, Di", 91234, 104422), ("Roe, Bo", 92345, 105533))
              for one in ids]  # fmt: skip
    others = [f"{90000 + at}|Lin{at}, Ada|OT|9/8/2025" for at in range(6)]
    longer = [f"{110000 + at}|Poe{at}, Al|OT|9/8/2025" for at in range(7)]
    told = _ids(*shared, *others, *longer)
    assert told[:4] == ["91234", "104422", "92345", "105533"]


def test_amounts_of_two_years_beside_the_day_of_a_session_are_no_records() -> None:
    found = table(
        "Student ID|Date|Service|24-25 Min/Wk|25-26 Min/Wk|Minutes",
        "1|9/8/2025|OT|30|45|40",
        "2|9/9/2025|OT|60|60|60",
    )
    assert cells(found, "Date", "Minutes") == [("9/8/2025", "40"), ("9/9/2025", "60")]
