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


NOTED = """
    {title}|||
    Student ID|Service|{amount}|Notes
    101|OT|{first}|{note}
    102|OT|{first}|
    """


def test_who_notes_how_often_is_not_told_by_a_title_that_holds_unless_noted(store: Store) -> None:
    rows = drawn(
        NOTED.format(
            title="OT Caseload - everyone 1x/wk unless noted", amount="Minutes", first="30", note="sees me 2x/wk"
        )
    )
    with tried(store, "list.csv", text(rows)) as trial:
        assert trial.rows("service_lines", "student_id", "sessions_per_cycle") == [("102", 1)]


@pytest.mark.parametrize(("note", "setting"), [("mostly push-in", None), ("likes trains", "pull_out")])
def test_a_title_that_holds_unless_noted_tells_no_setting_where_notes_do(
    note: str, setting: str | None, store: Store
) -> None:
    rows = drawn(NOTED.format(title="All pull-out unless noted", amount="Frequency", first="1x30 weekly", note=note))
    with tried(store, "list.csv", text(rows)) as trial:
        assert trial.rows("service_lines", "setting") == [(setting,), (setting,)]


def test_a_remark_that_may_tell_by_how_much_an_amount_fell_is_asked_about(store: Store) -> None:
    rows = drawn("""
        Student ID|Service|Frequency|Comments
        101|SLP|60 min weekly|Reduced 20 min on 1/5/2026
        102|SLP|60 min weekly|Reduced to 20 min on 1/5/2026
        """)
    with tried(store, "list.csv", text(rows)) as trial:
        told = trial.rows("service_lines", "student_id", "amount_minutes", "start_date")
    assert told == [("102", 20, date(2026, 1, 5)), ("102", 60, None)]
