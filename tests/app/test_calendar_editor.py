"""Changing the calendar in place: what is written, and what the figures then count."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from analytics import calendars
from analytics.scope import EVERYTHING
from tests.app.conftest import Files, Open
from ui.definitions import calendar_editor
from ui.server import stores

CLOSED_ONLY: Files = {
    "calendar.csv": "Date,Day Type\n09/01/2025,Holiday\n10/13/2025,Holiday\n10/31/2025,Staff only\n",
    "periods.csv": "School Year,Period,Start Date,End Date\n2025-26,Q1,09/02/2025,10/31/2025\n",
    "lines.csv": (
        "Line ID,Student ID,Service,Setting,Frequency,Start Date,End Date,School\n"
        "L1,S1,OT,Push-in,1 x 30 min Weekly,09/02/2025,10/31/2025,Birch\n"
    ),
}
MONDAY = date(2025, 10, 6)


def _open_days(school: str = "") -> set[date]:
    with stores.store(stores.OWN).cursor() as cur:
        frame = calendars.days(cur, EVERYTHING, MONDAY, school=school)
    return {pd.Timestamp(day).date() for day in frame[frame["is_instructional"]]["day"]}


def _change(open_page: Open, first: date, last: date, kind: str, school: str = "") -> None:
    app = open_page("definitions", settings_tab="Calendar")
    app.session_state["settings_tab"] = "Calendar"
    app.run()
    app.date_input(key="calendar_span").set_value((first, last))
    app.selectbox(key="calendar_kind").set_value(kind)
    app.selectbox(key="calendar_school").set_value(school)
    next(one for one in app.button if one.label == "Change these days").click().run()
    assert not app.exception
    assert not app.error, [one.value for one in app.error]


@pytest.mark.slow
def test_a_snow_day_closes_the_district_and_nothing_else(open_page: Open, load: Callable[[Files], None]) -> None:
    """Sep 2 to Oct 30 has 43 weekdays, one of them closed: 42 instructional days; without Oct 6 and 7, 40."""
    load(CLOSED_ONLY)
    before = _open_days()
    assert len(before) == 42
    _change(open_page, MONDAY, date(2025, 10, 7), "emergency_closed")
    assert before - _open_days() == {MONDAY, date(2025, 10, 7)}
    assert _open_days() - before == set()


def test_an_opened_day_leaves_the_unlisted_days_open(open_page: Open, load: Callable[[Files], None]) -> None:
    """The file lists closed days alone; opening Oct 13 must not close all days that it doesn't list (rules 2)."""
    load(CLOSED_ONLY)
    before = _open_days()
    _change(open_page, date(2025, 10, 13), date(2025, 10, 13), "make_up_day")
    assert _open_days() == before | {date(2025, 10, 13)}


def test_weekdays_that_nobody_spoke_of_are_told_beside_the_calendar(
    open_page: Open, load: Callable[[Files], None]
) -> None:
    """Tue Sep 2 and Mon 8 are open and Fri 5 is closed: 3 and 4 are left out, and the 9th and 10th before the closed 11th."""
    listed = "09/02/2025,Full day\n09/05/2025,Holiday\n09/08/2025,Full day\n09/11/2025,Holiday\n"
    load({**CLOSED_ONLY, "calendar.csv": f"Date,Day Type\n{listed}"})
    app = open_page("definitions", settings_tab="Calendar")
    app.session_state["settings_tab"] = "Calendar"
    app.run()
    assert any("leaves out 4 weekdays from Sep 3, 2025 to Sep 10, 2025" in one.value for one in app.warning)


def test_a_school_closes_alone(open_page: Open, load: Callable[[Files], None]) -> None:
    load(CLOSED_ONLY)
    before = _open_days()
    _change(open_page, MONDAY, MONDAY, "emergency_closed", "Birch")
    assert _open_days() == before
    assert before - _open_days("Birch") == {MONDAY}


def test_what_is_written_for_a_school_is_its_own_days() -> None:
    known = pd.DataFrame({"day": [MONDAY], "is_instructional": [True], "day_type": [None]})
    written = calendar_editor.rows(known, [MONDAY], "holiday", "Birch").decode().split()
    assert written == ["Date,Instructional,Day", "Type,School", "2025-10-06,No,holiday,Birch"]


def test_a_span_leaves_its_weekend_out_and_one_day_is_taken_as_it_is() -> None:
    friday, saturday = date(2025, 10, 10), date(2025, 10, 11)
    assert calendar_editor.weekdays(friday, date(2025, 10, 13)) == [friday, date(2025, 10, 13)]
    assert calendar_editor.weekdays(saturday, saturday) == [saturday]
