"""Amounts under a heading of services, remarks beside quarters, the clock beside a day, kinds behind headings."""

import pytest

from data.ingest.tables.finding import find
from data.ingest.tables.layouts import sideways
from data.ingest.values import frequencies
from tests.data.sheets import cells, sheet, table


@pytest.mark.parametrize(
    ("text", "sessions", "minutes", "cycle"),
    [
        ("2x/wk x 30", 2, 30, "week"), ("2 x week x 45", 2, 45, "week"), ("3 times per month x 20", 3, 20, "month"),
        ("2x/wk x 30 min", 2, 30, "week"), ("1x/wk x 30x", None, None, None),
    ],
)  # fmt: skip
def test_minutes_behind_how_often(text: str, sessions: int | None, minutes: int | None, cycle: str | None) -> None:
    said = frequencies.read(text)
    assert (said.sessions, said.minutes_per_session, said.cycle) == (sessions, minutes, cycle)


def test_a_service_with_its_amount_is_an_amount() -> None:
    found = table("Name|Service", "Ava Lund|OT 2x/wk x 30 PO", "Ben Moor|PT 30 min 1x weekly")
    assert found.headings == ("Name", "Frequency")


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("Name|Service|Minutes per Session", ("Ava Lund|OT 2x/wk x 30|30", "Ben Moor|PT 30 min 1x weekly|30")),
        ("Name|Service", ("Ava Lund|OT 2x/wk x 30", "Ben Moor|PT")),  # one tells no amount
        ("Name|Program", ("Ava Lund|Room 2", "Ben Moor|Room 3")),
    ],
)
def test_headings_of_services_that_stay(headings: str, rows: tuple[str, ...]) -> None:
    assert table(headings, *rows).headings == tuple(headings.split("|"))


def test_an_amount_by_a_number_alone_is_still_a_record_of_its_own() -> None:
    found = table("Name|Service", "Ben Moor|OT 1x/wk x 30 + consult 15/mo", "Ava Lund|OT 2x30/wk")
    assert [told for (told,) in cells(found, "Frequency")] == ["OT 1x/wk x 30", "OT consult 15/mo", "OT 2x30/wk"]


def test_remarks_beside_quarters_are_no_reports() -> None:
    drawn = "Student|Goal|Q1|Q1 Comment|Q2|Q2 Comment\nLin, Ada|Will copy shapes|S|45% on probes|M|60%"
    (found,) = find(sheet(drawn))
    assert [code for (code,) in cells(found, "Progress")] == ["S", "M"]
    alone = "Student|Goal|Q1 Comment|Q2 Comment\nLin, Ada|Will copy shapes|S|M"
    (only,) = find(sheet(alone))
    assert [code for (code,) in cells(only, "Progress")] == ["S", "M"]  # what else would these be


@pytest.mark.parametrize(
    ("heading", "began"),
    [
        ("Session Date/Time", True),
        ("Date and Time of Service", True),
        ("Date/Time Entered", False),
        ("Billing Date/Time", False),
    ],
)
def test_a_day_with_its_clock(heading: str, began: bool) -> None:
    found = table(f"{heading}|Student", "10/2/2025 9:00 AM|Lin, Ada", "10/2/2025 9:30 AM|Hart, Bo")
    assert ("Start Time" in found.headings) is began


def test_kinds_behind_the_headings_of_amounts() -> None:
    headings = ("Student", "frequencyDirect", "timeDirect", "frequencyIndirect", "timeIndirect")
    found = sideways._topics(headings)
    assert found is not None
    assert (found.topic, found.names, found.rests) == ("kind", ("direct", "indirect"), ("frequency", "time"))
    assert sideways._topics(("Student", "Start Date", "End Date", "Start Time", "End Time")) is None
