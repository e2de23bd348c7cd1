"""Columns that were left out, though they may decide a session: its rows wait until somebody says what the column is."""

from datetime import date

import pytest

from data.ingest import arguments
from data.ingest.model import FileRefused
from data.ingest.values import durations, statuses
from tests.data.loading import Ledger, counts, sheet_of

LOADED = date(2025, 11, 1)
KINDS = """Student ID,Service,Date,Minutes,Session Kind,Makes Up Session Missed On
1,OT,10/01/2025,30,Regular,
2,OT,10/15/2025,30,Make-up,10/01/2025
"""
TWO = """Student ID,Service,Date,Minutes A,Minutes B,Status
1,OT,10/01/2025,30,25,Completed
2,OT,10/02/2025,45,20,Completed
"""


def stored(ledger: Ledger) -> list[tuple[str, float, str | None]]:
    with ledger.store.cursor() as cur:
        return cur.execute(
            "select student_id, minutes::double, makes_up_date::varchar from sessions where known_to is null order by all"
        ).fetchall()


def test_words_of_made_up_sessions_are_never_passed_over(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("kinds.csv", KINDS, load_date=LOADED), "sessions")
    assert counts(sheet) == {"waiting": 2}
    assert [(one.kind, one.value, one.rows) for one in sheet.questions] == [("column", "Session Kind", 2)]
    told = ledger.load(
        "kinds.csv", KINDS, load_date=LOADED, map={"Session Kind": "status"}, codes={"Regular": "delivered"}
    )
    assert counts(sheet_of(told, "sessions")) == {"new": 2}
    assert stored(ledger) == [("1", 30.0, None), ("2", 30.0, "2025-10-01")]


def test_position_doesnt_decide_between_two_columns_of_minutes(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("two.csv", TWO, load_date=LOADED), "sessions")
    assert counts(sheet) == {"waiting": 2}
    assert [(one.kind, one.value, one.rows) for one in sheet.questions] == [("column", "Minutes B", 2)]
    ledger.load("two.csv", TWO, load_date=LOADED, map={"Minutes B": "minutes"})
    assert stored(ledger) == [("1", 25.0, None), ("2", 20.0, None)]


def test_the_first_of_the_two_may_be_the_one(ledger: Ledger) -> None:
    ledger.load("two.csv", TWO, load_date=LOADED, map={"Minutes B": "left out"})
    assert stored(ledger) == [("1", 30.0, None), ("2", 45.0, None)]


@pytest.mark.parametrize(("text", "minutes"), [("30 Minute(s)", 30), ("1 Hour(s)", 60), ("1 Hr(s) 15 Min(s)", 75)])
def test_durations_in_words_for_one_or_many(text: str, minutes: int) -> None:
    assert durations.read(text).value == minutes


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Delivered - Make Up", "make_up"),
        ("Service Provided - Make-up", "make_up"),
        ("Seen (makeup for 10/03)", "make_up"),
        ("Completed - MU for 9/19/25", "make_up"),
        ("Absent - make up 10/14", None),
        ("Not delivered - make-up", None),
    ],
)
def test_given_as_a_make_up(text: str, status: str | None) -> None:
    assert statuses.read(text).status == status


def test_a_column_is_left_out_on_the_command_line_as_the_question_writes_it() -> None:
    assert arguments.fields({"Minutes B": "left out", "Minutes A": "minutes"}) == {
        "Minutes B": "",
        "Minutes A": "minutes",
    }
    with pytest.raises(FileRefused, match="no field 'lefd out'"):
        arguments.fields({"Minutes B": "lefd out"})


GROUPS = """Student ID,Service,Date,# Students,{}
1,OT,10/01/2025,3,90
2,OT,10/01/2025,3,90
"""


def test_minutes_of_a_group_in_all_are_asked_about(ledger: Ledger) -> None:
    """90 minutes of three children may be 30 each; a person says that each had them, and they go in."""
    rows = GROUPS.format("Group Total Minutes")
    sheet = sheet_of(ledger.load("groups.csv", rows, load_date=LOADED), "sessions")
    assert counts(sheet) == {"waiting": 2}
    assert [(one.kind, one.value, one.rows) for one in sheet.questions] == [("column", "Group Total Minutes", 2)]
    ledger.load("groups.csv", rows, load_date=LOADED, map={"Group Total Minutes": "minutes"})
    assert stored(ledger) == [("1", 90.0, None), ("2", 90.0, None)]


@pytest.mark.parametrize("heading", ["Minutes", "Group Minutes", "Total Minutes per Student"])
def test_minutes_that_each_had_ask_nothing(ledger: Ledger, heading: str) -> None:
    sheet = sheet_of(ledger.load("groups.csv", GROUPS.format(heading), load_date=LOADED), "sessions")
    assert (counts(sheet), sheet.questions) == ({"new": 2}, [])
