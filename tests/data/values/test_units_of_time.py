"""Small numbers under a duration may be hours; times without AM or PM are those at which schools are open."""

import pytest

from data.ingest import tables
from data.ingest.model import Answers, Table
from data.ingest.values import durations
from tests.data.sheets import records, sheet
from tests.data.staging import Result, staged


def find(drawn: str) -> Table:
    (table,) = tables.find(sheet(drawn, "Sheet1"))
    return table


def log(heading: str, *cells: str, field: str = "minutes", answers: Answers | None = None) -> Result:
    lines = [
        f"student_id|service|session_date|{heading}",
        *(f"1001|OT|2025-09-{8 + i:02}|{cell}" for i, cell in enumerate(cells)),
    ]
    return staged("sessions", "\n".join(lines), {heading: field}, answers=answers)


@pytest.mark.parametrize("field", ["minutes", "gross_minutes"])
@pytest.mark.parametrize(
    ("heading", "cells"),
    [("Duration", ("0.5", "0.75", "1")), ("Length", ("1", "2", "")), ("Minutes", ("0.5", "1", "1.5"))],
)
def test_numbers_too_small_for_minutes_are_asked_about(field: str, heading: str, cells: tuple[str, ...]) -> None:
    found = log(heading, *cells, field=field)
    assert "ok" not in found.column("outcome")
    assert ("code", f"unit of {heading}", len([cell for cell in cells if cell])) in found.questions


@pytest.mark.parametrize(
    ("heading", "cells", "minutes"),
    [
        ("Duration", ("30", "45", "1"), [30, 45, 1]),
        ("Minutes", ("5", "8"), [5, 8]),
        ("Hours", ("0.5", "1"), [30, 60]),
        ("Units", ("1", "2"), [15, 30]),
        ("Duration", ("0:30", "1:15"), [30, 75]),
    ],
)
def test_what_is_plain_is_read(heading: str, cells: tuple[str, ...], minutes: list[float]) -> None:
    found = log(heading, *cells)
    assert (found.column("minutes"), found.questions) == (minutes, [])


@pytest.mark.parametrize(("unit", "minutes"), [("hours", [30, 60]), ("units", [7.5, 15]), ("minutes", [0.5, 1])])
def test_the_unit_that_a_person_told_holds_for_the_column(unit: str, minutes: list[float]) -> None:
    """Half an hour and one; half a unit of 15 and one; half a minute and one, who would say so."""
    found = log("Duration", "0.5", "1", answers=Answers(codes={"unit of Duration": unit}))
    assert (found.column("minutes"), found.questions) == (minutes, [])


@pytest.mark.parametrize(
    ("start", "end", "read"),
    [
        ("1:00", "1:30", ("13:00", "13:30")),
        ("12:45", "1:15", ("12:45", "13:15")),
        ("11:30", "12:15", ("11:30", "12:15")),
        ("8:30", "9:00", ("08:30", "09:00")),
        ("1:00 AM", "5:30 a.m.", ("01:00", "05:30")),
        ("02:15:00", "03:00:00", ("14:15", "15:00")),
    ],
)
def test_one_to_six_without_a_half_is_in_the_afternoon(start: str, end: str, read: tuple[str, str]) -> None:
    found = staged("sessions", f"student_id|service|session_date|start_time|end_time\n1|OT|2025-09-08|{start}|{end}")
    (times,) = found.column("start_time", "end_time")
    assert tuple(f"{one:%H:%M}" for one in times) == read


@pytest.mark.parametrize(("unit", "minutes"), [(None, None), ("hours", 30), ("units", 7.5)])
def test_promised_time_that_is_too_small_for_minutes_is_asked_about(unit: str | None, minutes: float | None) -> None:
    """Half an hour a week; half a unit of 15 minutes."""
    answers = Answers(codes={"unit of Time": unit}) if unit else None
    text = "student_id|service|Time|cycle\n1001|OT|0.5|Weekly"
    found = staged("service_lines", text, {"Time": "line_minutes"}, answers=answers)
    assert found.column("outcome") == ["ok" if unit else "waiting"]
    if unit:
        assert found.column("amount_minutes") == [minutes]


def test_each_amount_has_the_unit_beside_it_and_a_count_is_no_time() -> None:
    table = find("Student ID|Amount|Unit\n1|30|Minutes\n2|1|Hours\n3|2|Sessions")
    assert [row[2] for row in records(table)] == ["30 Minutes", "1 Hours", "2 Sessions"]


def test_units_that_only_count_stand_with_their_numbers_too() -> None:
    table = find("Student ID|Quantity|Unit\n1|2|Sessions\n2|1|Sessions")
    assert [row[2] for row in records(table)] == ["2 Sessions", "1 Sessions"]


def test_a_column_of_other_units_is_left_alone() -> None:
    """The unit of a school's staff, or of a building."""
    table = find("Student ID|Minutes|Unit\n1|30|North\n2|45|South")
    assert [row[2] for row in records(table)] == ["30", "45"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1/2 hr", 30), ("3/4 hour", 45), ("1 1/2 hrs", 90), ("1-1/2 hr", 90), ("1½ hours", 90), ("¼ hr", 15), ("half-hour", 30),
        ("half an hour", 30), ("three quarters of an hour", 45), ("an hour", 60), ("an hour and a half", 90),
        ("an hour and 10 min", 70), ("two hours", 120), ("1/2", None), ("half", None), ("30-45 min", None),
    ],
)  # fmt: skip
def test_parts_of_an_hour(text: str, minutes: float | None) -> None:
    assert durations.read(text).value == minutes


def test_a_part_alone_under_hours_is_one_of_an_hour() -> None:
    assert [durations.read(text, "hours").value for text in ("1/2", "1 1/2", "¾")] == [30, 90, 45]


def test_a_length_from_one_to_another_is_asked() -> None:
    found = log("Minutes", "30", "30-45 min", "20 min or so")
    assert found.column("outcome") == ["ok", "waiting", "waiting"]
    assert {("code", "30-45 min", 1), ("code", "20 min or so", 1)} <= {*found.questions}


def test_a_length_from_one_to_another_is_what_a_person_says() -> None:
    found = log("Minutes", "30", "30-45 min", answers=Answers(codes={"30-45 min": "40"}))
    assert found.column("outcome", "minutes") == [("ok", 30), ("ok", 40)]


@pytest.mark.parametrize(
    ("heading", "unit", "is_joined"),
    [
        ("Frequency Unit", "M", False),
        ("Time Unit", "M", True),
        ("Time Unit", "W", False),
    ],
)
def test_single_letters_of_periods_are_no_minutes(heading: str, unit: str, is_joined: bool) -> None:
    amount = heading.removesuffix(" Unit")
    drawn = f"Student ID|Service|{amount}|{heading}|Start\n7|OT|2|M|9/2/2025\n8|PT|3|{unit}|9/2/2025"
    (found,) = tables.find(sheet(drawn))
    told = found.body.column(found.headings.index(amount)).to_pylist()
    assert (told[0] == "2 M") is is_joined
