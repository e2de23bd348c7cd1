"""Moments told in UTC: of which time zone the clock is, is asked; the answer moves the clock, and the day with it."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from tests.data.loading import Ledger, counts, sheet_of
from tests.quick import first

LOG = """Student ID,Service,Start,End,Status
62021,OT,2025-09-08T13:30:00Z,2025-09-08T14:00:00Z,Delivered
62022,OT,2025-09-09T00:15:00Z,2025-09-09T00:45:00Z,Delivered
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger(tmp_path)
    yield made
    made.close()


def sessions(ledger: Ledger) -> list[tuple[object, ...]]:
    columns = ("student_id", "session_date", "start_time", "minutes")
    return ledger.rows("sessions", *columns, order="session_date, student_id")


def test_a_row_waits_only_where_its_day_hangs_on_the_zone(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("log.csv", LOG), "sessions")
    assert counts(sheet) == {"new": 1, "waiting": 1}
    (question,) = sheet.questions
    assert (question.value, question.rows) == ("(time zone)", 1)
    assert sessions(ledger) == [("62021", date(2025, 9, 8), time(13, 30), 30)]


@pytest.mark.slow
def test_the_answer_moves_clock_and_day_and_holds_for_the_shape(ledger: Ledger) -> None:
    """Chicago in September is five hours behind: 13:30 is 8:30, and 0:15 is 19:15 of the day before."""
    ledger.load("log.csv", LOG)
    sheet = sheet_of(ledger.load("log.csv", LOG, codes={"(time zone)": "America/Chicago"}), "sessions")
    assert (sheet.waiting, sheet.questions) == (0, [])
    told = [("62021", date(2025, 9, 8), time(8, 30), 30), ("62022", date(2025, 9, 8), time(19, 15), 30)]
    assert sessions(ledger) == told
    more = sheet_of(ledger.load("october.csv", LOG.replace("2025-09", "2025-12")), "sessions")
    assert (counts(more), more.questions) == ({"new": 2}, [])
    december = [("62021", date(2025, 12, 8), time(7, 30), 30), ("62022", date(2025, 12, 8), time(18, 15), 30)]
    assert sessions(ledger) == told + december


def test_as_written_is_an_answer(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("log.csv", LOG, codes={"(time zone)": "as written"}), "sessions")
    assert (counts(sheet), sheet.questions) == ({"new": 2}, [])
    assert sessions(ledger)[1] == ("62022", date(2025, 9, 9), time(0, 15), 30)


@pytest.mark.parametrize("old", ["-05:00", " CST", ""])
def test_a_clock_with_its_own_distance_or_none_is_that_of_the_place(ledger: Ledger, old: str) -> None:
    sheet = sheet_of(ledger.load("log.csv", LOG.replace("Z", old)), "sessions")
    assert (counts(sheet), sheet.questions) == ({"new": 2}, [])


def test_days_at_midnight_are_days(ledger: Ledger) -> None:
    log = "Student ID,Service,Date,Minutes\n62021,OT,2025-09-08T00:00:00Z,30\n62022,OT,2025-09-09T00:00:00Z,30\n"
    sheet = sheet_of(ledger.load("log.csv", log, codes={"(time zone)": "America/Chicago"}), "sessions")
    assert (counts(sheet), sheet.questions) == ({"new": 2}, [])
    assert [day for _, day, _, _ in sessions(ledger)] == [date(2025, 9, 8), date(2025, 9, 9)]


@pytest.mark.parametrize(("summer", "winter"), first(3, [(4, 5), (7, 7), (10, 10), (5, 6), (6, 7), (7, 8)]))
def test_midnight_of_a_state_told_in_utc_is_the_day_that_is_written(ledger: Ledger, summer: int, winter: int) -> None:
    log = (
        "Student ID,Service,Service Date,Minutes\n"
        f"62021,OT,2025-10-06T{summer:02d}:00:00Z,30\n62022,OT,2025-11-10T{winter:02d}:00:00Z,20\n"
    )
    sheet = sheet_of(ledger.load("list.csv", log), "sessions")
    assert (counts(sheet), sheet.questions) == ({"new": 2}, [])
    assert sessions(ledger) == [("62021", date(2025, 10, 6), None, 30), ("62022", date(2025, 11, 10), None, 20)]


@pytest.mark.parametrize("clocks", [("05:00:00Z", "13:30:00Z"), ("00:15:00Z", "00:15:00Z"), ("04:00:00Z", "08:00:00Z")])
def test_other_clocks_in_utc_are_asked_about(ledger: Ledger, clocks: tuple[str, str]) -> None:
    log = f"Student ID,Service,Service Date,Minutes\n62021,OT,2025-10-06T{clocks[0]},30\n62022,OT,2025-11-10T{clocks[1]},20\n"
    assert [one.value for one in sheet_of(ledger.load("list.csv", log), "sessions").questions] == ["(time zone)"]
