"""What stands beside an amount is read of its own row: units beside ids, starts of another service, days of reports."""

from datetime import date

import pytest

from data.store import Store
from tests.data.loading import tried
from tests.shapes.shape import drawn, text

UNITS = """
    {who}|Unit|{time}|Service|Cycle
    101|hours|2|OT|week
    102|minutes|30|OT|week
    """


@pytest.mark.parametrize("time", ["Minutes", "Service Time"])
def test_a_unit_between_an_id_and_a_time_is_the_times(time: str, store: Store) -> None:
    with tried(store, "list.csv", text(drawn(UNITS.format(who="Student ID", time=time)))) as trial:
        told = trial.rows("service_lines", "student_id", "amount_minutes")
    assert told == [("101", 120), ("102", 30)]


def test_a_grade_has_no_unit(store: Store) -> None:
    rows = drawn("""
        Student ID|Grade|Unit|Service Time|Service|Cycle
        101|3|hours|2|OT|week
        102|4|minutes|30|OT|week
        """)
    with tried(store, "list.csv", text(rows)) as trial:
        assert [amount for (amount,) in trial.rows("service_lines", "amount_minutes")] == [120, 30]


def test_a_start_that_is_said_of_another_service_is_none_of_the_rows(store: Store) -> None:
    rows = drawn("""
        Student ID|Service|Frequency|Notes
        101|OT|2x30 weekly|PT started 10/1/2025
        102|OT|1x30 weekly|Started 9/15/2025
        103|SLP|1x30 weekly|Speech added 10/3/2025
        104|PT|1x30 weekly|Speech added 10/3/2025
        """)
    with tried(store, "list.csv", text(rows)) as trial:
        told = [day for (day,) in trial.rows("service_lines", "start_date")]
    assert told == [None, date(2025, 9, 15), date(2025, 10, 3), None]


REPORT = """
    Student ID|Service|Month|Monthly Minutes|Delivered Minutes|{day}
    101|OT|Sep 2025|120|90|{first}
    101|OT|Oct 2025|120|120|{second}
    102|OT|Sep 2025|60|60|{first}
    102|OT|Oct 2025|60|30|{second}
    """


@pytest.mark.parametrize(
    ("day", "first", "second"),
    [("Referral Date", "3/24/2024", "3/24/2024"), ("Consent Date", "3/24/2024", "4/2/2024"),
     ("Last Session Date", "9/24/2025", "10/29/2025")],
)  # fmt: skip
def test_a_report_by_month_beside_another_day_tells_each_line_once(
    day: str, first: str, second: str, store: Store
) -> None:
    with tried(store, "report.csv", text(drawn(REPORT.format(day=day, first=first, second=second)))) as trial:
        told = trial.rows("service_lines", "student_id", "amount_minutes", "cycle")
        assert not trial.rows("sessions", "minutes")
    assert told == [("101", 120, "month"), ("102", 60, "month")]
