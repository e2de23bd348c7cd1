"""Days of the calendar entered by hand stay where a newer file says nothing new of them (decision 0218)."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data import history
from data.calendar import CHANGE
from tests.data.loading import Ledger, counts, only_file, sheet_of
from ui.definitions.calendar_editor import rows, weekdays

SNOW, FEAST, NEXT = date(2026, 1, 27), date(2026, 1, 19), date(2026, 2, 16)
HEAD = "Date,Day Type\n"
YEAR = HEAD + "".join(
    f"{day},{'Holiday' if day == FEAST else 'School Day'}\n" for day in weekdays(date(2026, 1, 5), date(2026, 2, 13))
)
NEWER = YEAR + f"{NEXT},Holiday\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    found = Ledger(tmp_path)
    found.load("calendar.csv", YEAR)
    return found


def enter(ledger: Ledger, day: date, kind: str, school: str = "") -> str:
    """Change a day as the page does; the batch."""
    columns = ["day", "is_instructional", "day_type"]
    stands = ledger.ask(
        f"select {', '.join(columns)} from calendar_days where known_to is null and school = '{school}'"
    )
    content = rows(pd.DataFrame(stands, columns=columns), [day], kind, school).decode()
    return str(only_file(ledger.load(f"{CHANGE} {day}.csv", content, dataset="calendar_days")).batch_id)


def kind(ledger: Ledger, day: date) -> tuple[bool, str]:
    ((is_open, what),) = ledger.ask(
        f"select is_instructional, day_type from calendar_days where known_to is null and day = '{day}'"
    )
    return is_open, what


def test_a_newer_calendar_leaves_a_snow_day_closed_and_says_so(ledger: Ledger) -> None:
    enter(ledger, SNOW, "emergency_closed")
    sheet = sheet_of(ledger.load("calendar 2.csv", NEWER), "calendar_days")
    assert counts(sheet) == {"new": 1, "unchanged": 30}
    assert any(said.startswith("1 day stays as entered by hand") for said in sheet.assumptions)
    assert (kind(ledger, SNOW), kind(ledger, NEXT)) == ((False, "emergency_closed"), (False, "holiday"))


@pytest.mark.parametrize(
    ("words", "stands"),
    [("Make-up day", (True, "make_up_day")), ("Half day", (True, "half")), ("Holiday", (False, "holiday"))],
)
def test_what_a_newer_calendar_says_of_the_day_in_words_stands(
    ledger: Ledger, words: str, stands: tuple[bool, str]
) -> None:
    enter(ledger, SNOW, "emergency_closed")
    ledger.load("calendar 2.csv", NEWER.replace(f"{SNOW},School Day", f"{SNOW},{words}"))
    assert kind(ledger, SNOW) == stands


@pytest.mark.slow
def test_a_holiday_that_was_made_a_day_of_school_is_no_news_the_second_time(ledger: Ledger) -> None:
    enter(ledger, FEAST, "make_up_day")
    ledger.load("calendar 2.csv", NEWER)
    assert kind(ledger, FEAST) == (True, "make_up_day")
    ledger.load("calendar 3.csv", NEWER.replace(f"{FEAST},Holiday", f"{FEAST},Teacher workday"))
    assert kind(ledger, FEAST) == (False, "staff_only")


def test_the_later_entry_by_hand_stands(ledger: Ledger) -> None:
    enter(ledger, SNOW, "emergency_closed")
    enter(ledger, SNOW, "full")
    assert kind(ledger, SNOW) == (True, "full")


def test_without_the_entry_the_file_stands_and_without_the_file_the_entry(ledger: Ledger) -> None:
    entry = enter(ledger, SNOW, "emergency_closed")
    newer = str(only_file(ledger.load("calendar 2.csv", NEWER)).batch_id)
    history.undo(ledger.store, newer, "somebody")
    assert kind(ledger, SNOW) == (False, "emergency_closed")
    ledger.load("calendar 2.csv", NEWER)
    history.undo(ledger.store, entry, "somebody")
    assert kind(ledger, SNOW) == (True, "full")


def test_the_first_calendar_taken_back_leaves_the_entry_against_ordinary_days(ledger: Ledger) -> None:
    enter(ledger, SNOW, "emergency_closed")
    ledger.load("calendar 2.csv", NEWER)
    ((first,),) = ledger.ask("select batch_id from batches where file_name = 'calendar.csv'")
    history.undo(ledger.store, str(first), "somebody")
    assert kind(ledger, SNOW) == (False, "emergency_closed")


def test_a_file_that_replaces_is_the_whole_truth(ledger: Ledger) -> None:
    enter(ledger, SNOW, "emergency_closed")
    ledger.load("calendar 2.csv", NEWER, mode="replace")
    assert kind(ledger, SNOW) == (True, "full")


@pytest.mark.slow
def test_days_of_a_school_and_days_that_files_told_are_changed_by_files(ledger: Ledger) -> None:
    enter(ledger, SNOW, "emergency_closed", "Birch")
    ledger.load("calendar 2.csv", NEWER.replace(f"{FEAST},Holiday", f"{FEAST},School Day"))
    assert kind(ledger, FEAST) == (True, "full")
    stands = ledger.ask(f"select school, is_instructional from calendar_days where known_to is null and day = '{SNOW}'")
    assert sorted(stands) == [("", True), ("Birch", False)]
