"""Calendars that say no year: asked once, answered for the file, and every day of a break is closed."""

from datetime import date
from pathlib import Path

import pytest

from data import answering
from tests.data.loading import Ledger, counts, sheet_of

CLOSED = "Event,Dates\nLabor Day,Sep 1\nThanksgiving,Nov 26-Nov 28\nWinter Break,Dec 22 - Jan 2\n"
DAYS = (
    [date(2025, 9, 1)]
    + [date(2025, 11, day) for day in (26, 27, 28)]
    + [date(2025, 12, day) for day in (22, 23, 24, 25, 26, 29, 30, 31)]
    + [date(2026, 1, day) for day in (1, 2)]
)
"""The weekdays of those spans: 1 + 3 + 8 + 2 = 14."""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def closed_days(ledger: Ledger) -> list[date]:
    return [day for (day,) in ledger.rows("calendar_days", "day", order="day")]


def test_a_calendar_without_a_year_is_a_question_with_its_school_years(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("closed.csv", CLOSED, load_date=date(2025, 11, 5)), "calendar_days")
    assert counts(sheet) == {"waiting": 3}
    (question,) = sheet.questions
    assert (question.value, question.choices) == ("(no month)", ("2025-26", "2026-27", "2024-25"))
    assert closed_days(ledger) == []


def test_the_answer_holds_for_the_file_at_hand_and_when_it_comes_again(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("closed.csv", CLOSED, codes={"(no month)": "2025-26"}), "calendar_days")
    assert counts(sheet) == {"new": 14}
    assert closed_days(ledger) == DAYS
    assert counts(sheet_of(ledger.load("closed.csv", CLOSED), "calendar_days")) == {"unchanged": 14}


def test_an_answer_given_later_opens_the_whole_break(ledger: Ledger) -> None:
    ledger.load("closed.csv", CLOSED)
    with ledger.store.cursor() as cur:
        (asked,) = answering.open_questions(cur)
    answering.answer(ledger.store, [(asked, "2025-26")], "tester", date(2026, 6, 30))
    assert closed_days(ledger) == DAYS
    assert counts(sheet_of(ledger.load("closed.csv", CLOSED), "calendar_days")) == {"unchanged": 14}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("closed 2025-26.csv", CLOSED),
        ("closed.csv", "2025-2026 School Calendar,\n" + CLOSED),
        ("closed.csv", CLOSED.replace("Sep 1", "9/1/2025")),
    ],
)
def test_where_the_file_says_the_year_nothing_is_asked(ledger: Ledger, name: str, told: str) -> None:
    sheet = sheet_of(ledger.load(name, told), "calendar_days")
    assert sheet.questions == []
    assert closed_days(ledger) == DAYS


def test_next_years_calendar_asks_anew(ledger: Ledger) -> None:
    ledger.load("closed.csv", CLOSED, codes={"(no month)": "2025-26"})
    later = CLOSED.replace("Sep 1", "Sep 7").replace("Nov 26-Nov 28", "Nov 25-Nov 27")
    assert counts(sheet_of(ledger.load("closed.csv", later), "calendar_days")) == {"waiting": 3}


def test_a_break_with_the_day_first_waits_whole_for_its_order(ledger: Ledger) -> None:
    """25/11 to 28/11/2025 are four weekdays, Tuesday to Friday; until the order is said none of them is stored."""
    told = "Event,Dates\nThanksgiving,25/11/2025 - 28/11/2025\n"
    sheet = sheet_of(ledger.load("closed.csv", told), "calendar_days")
    assert counts(sheet) == {"waiting": 1}
    (question,) = sheet.questions
    ledger.load("closed.csv", told, codes={question.value: "day_first"})
    assert closed_days(ledger) == [date(2025, 11, day) for day in (25, 26, 27, 28)]
