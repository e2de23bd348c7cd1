"""The calendar proposed where none is loaded (rules 2, decision 0297): what single dates, summers and missing logs do to it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data.calendar import weekdays, without_slips, year_days
from tests.data.loading import Ledger

Logged = dict[date, int]
LABOR_DAY, COLUMBUS_DAY = date(2025, 9, 1), date(2025, 10, 13)
CLOSED = {LABOR_DAY, COLUMBUS_DAY, date(2025, 11, 11), date(2025, 11, 27), date(2025, 12, 25)}


def every_day(first: date, last: date, sessions: int = 10) -> Logged:
    return {day: sessions for day in weekdays(first, last) if day not in CLOSED}


AUTUMN = every_day(date(2025, 9, 2), date(2025, 10, 31))


def open_days(logged: Logged) -> list[date]:
    return [day for day, is_open, _ in year_days(2025, logged) if is_open]


@pytest.mark.parametrize("stray", [date(2025, 7, 15), date(2025, 8, 20), date(2026, 6, 13), date(2026, 6, 24)], ids=str)
def test_one_date_outside_of_the_usual_year_moves_nothing(stray: date) -> None:
    """From Aug 25, the last Monday of August, to June 5, the first Friday of June."""
    found = open_days(AUTUMN | {stray: 1})
    assert found == open_days(AUTUMN)
    assert (found[0], found[-1]) == (date(2025, 8, 25), date(2026, 6, 5))


def test_school_begins_with_the_weeks_of_sessions_that_run_on_into_the_year() -> None:
    """Sessions daily from Aug 11 on: two weeks before Aug 25."""
    found = open_days(AUTUMN | every_day(date(2025, 8, 11), date(2025, 8, 29), 4))
    assert found[0] == date(2025, 8, 11)
    assert sum(day < date(2025, 8, 25) for day in found) == 10


def test_a_summer_of_sessions_is_no_part_of_the_year() -> None:
    """Three weeks of July with 4 sessions a day, then none until September."""
    assert open_days(AUTUMN | every_day(date(2025, 7, 7), date(2025, 7, 25), 4)) == open_days(AUTUMN)


def test_a_month_of_which_no_log_is_loaded_is_not_closed() -> None:
    """September, October and December are loaded. In December nobody logged on the 22nd to 31st, before January's log."""
    logged = AUTUMN | every_day(date(2025, 12, 1), date(2025, 12, 19)) | every_day(date(2026, 1, 5), date(2026, 1, 16))
    found = set(open_days(logged))
    assert {day for day in weekdays(date(2025, 11, 3), date(2025, 11, 28)) if day not in found} == {
        date(2025, 11, 11), date(2025, 11, 27),
    }  # fmt: skip
    assert not {date(2025, 12, 22), date(2025, 12, 31), date(2026, 1, 2)} & found


def test_a_typing_slip_says_nothing_of_its_month() -> None:
    """1 of 431 sessions stands in February, nothing in November to January: fewer than a hundredth. 5 of 435 are more."""
    slip, after = date(2026, 2, 10), date(2026, 2, 9)
    assert sum(AUTUMN.values()) == 430
    assert slip not in without_slips(AUTUMN | {slip: 1})
    assert after in open_days(without_slips(AUTUMN | {slip: 1}))
    assert after not in open_days(without_slips(AUTUMN | {slip: 5}))


def test_each_year_has_its_own_days(tmp_path: Path) -> None:
    """Two years of daily logs by students of two schools, none on Oct 7, 2025; Oct 7, 2024 is a day like others."""
    days = [day for year in (2024, 2025) for day in weekdays(date(year, 9, 3), date(year, 10, 31))]
    rows = [
        f"S{n},{school},OT,{day},30\n"
        for day in days if day != date(2025, 10, 7) for n, school in enumerate(("North", "South"))
    ]  # fmt: skip
    made = Ledger(tmp_path)
    made.load("log.csv", "Student ID,School,Service,Date,Minutes\n" + "".join(rows))
    proposed = dict(made.ask("select day, is_instructional from proposed_days where known_to is null"))
    made.close()
    assert proposed[date(2024, 10, 7)]
    assert not proposed[date(2025, 10, 7)]
    assert (min(proposed), max(proposed)) == (date(2024, 8, 26), date(2026, 6, 5))
    assert date(2025, 6, 6) + timedelta(3) not in proposed
