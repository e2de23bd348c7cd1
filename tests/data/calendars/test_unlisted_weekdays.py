"""Lists of closings and events: the weekdays that they leave out are asked about, and school days where somebody says so.

September 2025: the 1st is a Monday. From the first day of school (Tue 2) to the last (Fri 19) are 4 + 5 + 5 = 14 weekdays;
the list has 2, 12, 19 (open) and 8 (closed) of them, and leaves 10 out: 3, 4, 5, 9, 10, 11, 15, 16, 17, 18.
"""

from datetime import date
from pathlib import Path

import pytest

from analytics import calendars
from analytics.scope import EVERYTHING
from data import answering, history
from tests.data.loading import Ledger, counts, sheet_of
from tests.data.staging import staged

EVENTS = """Date,Event
09/01/2025,Labor Day
09/02/2025,First day of school
09/08/2025,Staff development
09/12/2025,Early release
09/19/2025,Last day of school
09/24/2025,Staff development
"""
ASKED = "(unlisted weekdays)"
TEXT = (
    "The calendar lists 3 school days and 3 closed days and leaves out 10 weekdays from Sep 3, 2025 to Sep 18, 2025, "
    "which then count as closed. Are they school days?"
)
LISTED = [2, 12, 19]
ALL = [2, 3, 4, 5, 9, 10, 11, 12, 15, 16, 17, 18, 19]
YES, NO = {ASKED: "school days"}, {ASKED: "no school"}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def open_days(ledger: Ledger) -> list[int]:
    """The days of September that figures take for open (rules 2)."""
    with ledger.store.cursor() as cur:
        frame = calendars.days(cur, EVERYTHING, date(2025, 9, 15))
    return [day.day for day in frame[frame["is_instructional"]]["day"]]


def piped(text: str) -> str:
    return text.replace(",", "|").replace("Date|Event", "day|day_type")


def test_what_is_left_out_is_asked_and_holds_nothing() -> None:
    found = staged("calendar_days", piped(EVENTS))
    assert found.column("outcome") == ["ok"] * 6
    assert found.questions == [("code", ASKED, 0)]


def test_said_to_be_school_days_they_stand_behind_the_row_before_them() -> None:
    """Row 2 is the first of the list; the days after Sep 2 (row 3), 8 (row 4) and 12 (row 5) are 3 + 3 + 4."""
    found = staged("calendar_days", piped(EVENTS), codes=YES)
    rows = found.column("day", "source_row", "is_instructional", "day_type", "outcome")
    assert len(rows) == 6 + 10
    assert [(day.day, row) for day, row, *_ in rows[6:]] == [
        (3, 3), (4, 3), (5, 3), (9, 4), (10, 4), (11, 4), (15, 5), (16, 5), (17, 5), (18, 5),
    ]  # fmt: skip
    assert {tuple(rest) for _, _, *rest in rows[6:]} == {(True, None, "ok")}
    assert rows[3][2:] == (True, "half", "ok"), "the early release of Sep 12 stays what it is"
    assert found.questions == []
    assert "10 weekdays that it doesn't list are school days, as you said." in found.staged.assumptions


def test_one_answer_by_school_and_nothing_of_a_school_on_the_district() -> None:
    """Elm lists 2 and 9 open and 5 closed, and leaves out 3, 4 and 8: three for two. Oak leaves out the 5th alone. Where
    the list has days of the district, schools leave nothing out: their days stand on the district's."""
    told = "day|day_type|school\n2025-09-02|Full|Elm\n2025-09-05|Holiday|Elm\n2025-09-09|Full|Elm\n"
    oak = "2025-09-02|Full|Oak\n2025-09-03|Full|Oak\n2025-09-04|Holiday|Oak\n2025-09-08|Full|Oak"
    found = staged("calendar_days", told + oak, codes=YES)
    assert [(school, day.day) for school, day in found.column("school", "day")[7:]] == [
        ("Elm", 3), ("Elm", 4), ("Elm", 8),
    ]  # fmt: skip
    district = "\n2025-09-01|Holiday|\n2025-09-02|Full|"
    assert len(staged("calendar_days", told + oak + district, codes=YES).column("day")) == 9


@pytest.mark.parametrize(
    "told",
    [
        "2025-09-01|Holiday\n2025-09-12|Staff only\n2025-10-13|Holiday",
        "2025-09-02|Full\n2025-09-03|Holiday\n2025-09-04|Full\n2025-09-08|Full",
        "2026-01-14|Snow day\n2026-03-20|Make-up day",
    ],
    ids=["closed days only", "most weekdays are listed", "a make-up day begins no calendar"],
)
def test_where_nothing_is_asked(told: str) -> None:
    assert staged("calendar_days", f"day|day_type\n{told}").questions == []


def test_summer_is_open_only_between_days_of_school() -> None:
    """A holiday in July begins no school: the first open day is Wed Aug 27. From there to Tue Sep 9, the last day listed,
    Aug 28, 29, Sep 2, 4, 5 and 8 are left out."""
    told = "day|day_type\n2025-07-04|Holiday\n2025-08-27|Full\n2025-09-01|Holiday\n2025-09-03|Half\n2025-09-09|Holiday"
    found = staged("calendar_days", told, codes=YES)
    assert [(day.month, day.day) for day in found.column("day")[5:]] == [
        (8, 28), (8, 29), (9, 2), (9, 4), (9, 5), (9, 8),
    ]  # fmt: skip


@pytest.mark.slow
def test_the_figures_count_them_after_the_answer(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("events.csv", EVENTS), "calendar_days")
    assert counts(sheet) == {"new": 6}
    assert [(one.value, one.rows, one.text, one.choices) for one in sheet.questions] == [
        (ASKED, 0, TEXT, ("school days", "no school"))
    ]
    assert open_days(ledger) == LISTED
    again = sheet_of(ledger.load("events.csv", EVENTS, codes=YES), "calendar_days")
    assert (counts(again), again.rows_read, again.questions) == ({"new": 10, "unchanged": 6}, 16, [])
    assert open_days(ledger) == ALL


@pytest.mark.slow
def test_the_answer_is_remembered_and_undo_is_exact(ledger: Ledger) -> None:
    ledger.load("events.csv", EVENTS)
    batch = ledger.load("events.csv", EVENTS, codes=YES).files[0].batch_id
    assert counts(sheet_of(ledger.load("events.csv", EVENTS), "calendar_days")) == {"unchanged": 16}
    assert batch
    history.undo(ledger.store, batch, "tester")
    assert open_days(ledger) == LISTED
    moved = EVENTS.replace("09/12", "09/11")
    sheet = sheet_of(ledger.load("next.csv", moved, mode="replace"), "calendar_days")
    assert (counts(sheet)["new"], sheet.rows_read) == (10, 16), "the list of the same shape: 11 for 12 of the ten"
    assert open_days(ledger) == ALL


@pytest.mark.slow
def test_no_school_is_the_list_to_the_letter(ledger: Ledger) -> None:
    ledger.load("events.csv", EVENTS, codes=NO)
    sheet = sheet_of(ledger.load("next.csv", EVENTS + "09/25/2025,Staff development\n"), "calendar_days")
    assert sheet.questions == []
    assert open_days(ledger) == LISTED


@pytest.mark.parametrize(("said", "open_after"), [("yes", ALL), ("No", LISTED), ("perhaps", LISTED)])
def test_yes_and_no_are_answers_and_anything_else_is_none(ledger: Ledger, said: str, open_after: list[int]) -> None:
    sheet = sheet_of(ledger.load("events.csv", EVENTS, codes={ASKED: said}), "calendar_days")
    assert [one.value for one in sheet.questions] == ([ASKED] if said == "perhaps" else [])
    assert open_days(ledger) == open_after


def test_what_other_files_say_of_a_day_stays(ledger: Ledger) -> None:
    """Another list closes the 4th and ends the 10th early: neither becomes a whole day of school by the answer."""
    ledger.load("other.csv", "Date,Event\n09/04/2025,Staff development\n09/10/2025,Early release\n", codes=NO)
    with ledger.store.transaction() as cur:
        cur.execute("delete from profiles")
    sheet = sheet_of(ledger.load("events.csv", EVENTS, codes=YES), "calendar_days")
    assert counts(sheet) == {"new": 6 + 8}
    assert "2 weekdays that it doesn't list stay closed or short, as other loaded files say." in sheet.assumptions
    assert open_days(ledger) == [day for day in ALL if day != 4]
    assert ledger.ask("select day_type from calendar_days where known_to is null and day = '2025-09-10'") == [("half",)]


def test_it_stays_open_until_the_file_is_read_with_its_answer(ledger: Ledger) -> None:
    ledger.load("events.csv", EVENTS)
    with ledger.store.cursor() as cur:
        (asked,) = answering.open_questions(cur)
    assert asked.question.text == f"{TEXT} The answer holds once the file is loaded again."
    answering.answer(ledger.store, [(asked, "school days")], "tester", date(2026, 6, 30))
    assert open_days(ledger) == LISTED
    with ledger.store.cursor() as cur:
        (asked,) = answering.open_questions(cur)
    assert "load the file again" in asked.question.text
    ledger.load("events.csv", EVENTS)
    assert open_days(ledger) == ALL
    with ledger.store.cursor() as cur:
        assert answering.open_questions(cur) == []


def test_no_school_said_later_closes_the_question(ledger: Ledger) -> None:
    ledger.load("events.csv", EVENTS)
    with ledger.store.cursor() as cur:
        asked = answering.open_questions(cur)
    answering.answer(ledger.store, [(asked[0], "no school")], "tester", date(2026, 6, 30))
    with ledger.store.cursor() as cur:
        assert answering.open_questions(cur) == []
