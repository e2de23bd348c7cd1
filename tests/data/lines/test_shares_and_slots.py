"""A student's share of a group, planned make-ups and slots of a timetable: what is told from what looks like it."""

import pyarrow as pa

from data.ingest.mapping.apart.promises import is_of_slots
from data.ingest.model import Table, body_of
from data.ingest.tables.steps.amounts import shares
from data.ingest.tables.steps.sessions import madeup


def table(headings: str, *rows: str) -> Table:
    cells = [[cell or None for cell in row.split("|")] for row in rows]
    numbers = pa.array(range(2, 2 + len(rows)), pa.int32())
    return Table("Sheet1", tuple(headings.split("|")), body_of(zip(*cells, strict=True)), numbers, 1)


def slots(headings: str, *rows: str) -> bool:
    found = table(headings, *rows)
    return is_of_slots(found, [tuple(found.opening(place)) for place in range(len(found.headings))])


def test_a_share_is_left_out_where_its_heading_and_every_row_say_so() -> None:
    rows = (
        "10/6/2025|A|30|3|10",
        "10/6/2025|B|30|3|10",
        "10/7/2025|A|45|2|23",
        "10/8/2025|A|30|1|30",
        "10/9/2025|A|30||",
    )
    found = shares.of_groups(table("Date|Student|Session min|Group size|Billable min", *rows))
    assert found.headings == ("Date", "Student", "Session min", "Group size")


def test_minutes_that_only_resemble_a_share_stay() -> None:
    shorter = table("Date|Student|Min|Group size|Billable min", "10/6/2025|A|30|3|10", "10/6/2025|B|30|3|25")
    named = table("Date|Student|Min|Group size|Min given", "10/6/2025|A|30|3|10", "10/6/2025|B|30|3|10")
    of_all = table("Date|Student|Total min|Group size|Min per student", "10/6/2025|A|90|3|30", "10/6/2025|B|90|3|30")
    alone = table("Date|Student|Min|Group size|Billable min", "10/6/2025|A|30|1|30", "10/6/2025|B|30|1|30")
    for one in (shorter, named, of_all, alone):
        assert shares.of_groups(one) is one


def test_days_of_make_ups_go_only_where_none_was_given() -> None:
    rows = ("A|10/6/2025|30|11/5/2025|", "B|10/7/2025|30||")
    assert madeup.planned(table("Student|Missed On|Minutes Missed|Make-up Due|Note", *rows)).headings == (
        "Student", "Date Missed", "Minutes Missed", "Note",
    )  # fmt: skip
    told = table("Student|Date Missed|Minutes Missed|Make-up Date|Note", *rows)
    assert madeup.planned(told) is told
    given = table("Student|Date Missed|Min|Planned make-up date|Minutes made up", "A|10/6/2025|30|11/5/2025|20")
    assert madeup.planned(given) is given
    held = table("Student|Date Missed|Min|Planned make-up date|Made up?", "A|10/6/2025|30|11/5/2025|Yes")
    assert madeup.planned(held) is held


def test_a_weekday_and_a_time_are_a_slot_unless_something_says_how_often() -> None:
    assert slots("Day of Week|Start|Student|Min", "Mon|8:30 AM|A|30", "Tue|9:00 AM|B|30")
    assert slots("Days|Time In|Time Out|Student", "MWF|8:30|9:00|A", "Th|9:00|9:30|B")
    assert not slots("Day|Student|Min", "Mon|A|30", "Tue|B|30")
    assert not slots("Day|Start|Student|Min/Week", "Mon|8:30 AM|A|30", "Tue|9:00 AM|B|30")
    assert not slots("Day|Start|Student|Min|How often", "Mon|8:30 AM|A|30|weekly", "Tue|9:00 AM|B|30|weekly")
    assert not slots("Day|Start|Student|Min|Start Date", "Mon|8:30 AM|A|30|9/8/2025", "Tue|9:00 AM|B|30|9/8/2025")
