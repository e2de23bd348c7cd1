"""Halves of weekdays over two rows of headings, who comes on a day under Students, amounts under a service's heading."""

import pytest

from data.ingest.tables import joined
from data.ingest.values import said_of_all
from tests.data.loading import Ledger


@pytest.mark.parametrize(
    ("above", "cells", "are"),
    [
        (("", "Mon", None, "Wed", None), ("Staff", "AM", "PM", "AM", "PM"), True),
        (("Staff", "Mon", "Mon", "Wed", "Wed"), ("", "a.m.", "p.m.", "a.m.", "p.m."), True),
        (("", "Mon", None, None, None), ("Staff", "AM", "PM", "AM", "PM"), False),
        (("", "Elm", None, "Oak", None), ("Staff", "AM", "PM", "AM", "PM"), False),
        (("", "Mon", None), ("Staff", "AM", "PM"), False),
    ],
)
def test_each_pair_of_halves_has_its_weekday_over_it(
    above: tuple[str | None, ...], cells: tuple[str | None, ...], are: bool
) -> None:
    assert joined.under_weekdays(above, cells) == are


@pytest.mark.parametrize("heading", ["Students", "Students?", "Kids", "Student day"])
def test_under_students_of_a_calendar_stands_whether_they_come(ledger: Ledger, heading: str) -> None:
    rows = [
        "9/1/2025,Labor Day,no school",
        "10/10/2025,Staff Development Day,no school",
        "12/19/2025,Early Dismissal,1/2 day",
    ]
    ledger.load("days.csv", "\n".join([f"Date,Event,{heading}", *rows]))
    told = ledger.rows("calendar_days", "is_instructional", "day_type", order="day")
    assert told == [(False, "holiday"), (False, "staff_only"), (True, "half")]


def test_children_called_as_days_are_in_a_roster_are_children(ledger: Ledger) -> None:
    ledger.load("roster.csv", 'Student,Grade,School\n"Day, Ana",3,Elm\n"Early, Bo",4,Elm\n"Holly, Max",4,Elm\n')
    assert len(ledger.rows("students", "last_name")) == 3


@pytest.mark.parametrize("heading", ["OT mandate", "OT Rx", "OT services", "OT per IEP"])
def test_a_heading_with_a_service_is_of_amounts_where_one_cant_be_read(ledger: Ledger, heading: str) -> None:
    """Of three amounts the first can't be read: it is asked about, and the others are lines; none is lost to a roster."""
    rows = ['"Lin, Ada",Elm,3,see her IEP', '"Osei, Bo",Elm,4,2x30 min/wk', '"Pell, Max",Elm,5,30 min/wk']
    ledger.load("list.csv", "\n".join([f"Student,School,Gr,{heading}", *rows]))
    told = ledger.rows("service_lines", "amount_minutes", "is_usable", order="source_row")
    assert told == [(None, False), (60, True), (30, True)]


def test_a_list_with_amounts_under_an_unknown_heading_is_no_roster(ledger: Ledger) -> None:
    rows = ['"Lin, Ada",Elm,3,see her IEP', '"Osei, Bo",Elm,4,2x30 min/wk', '"Pell, Max",Elm,5,30 min/wk']
    ledger.load("list.csv", "\n".join(["Student,School,Gr,What they get", *rows]))
    assert ledger.rows("students", "student_id") == []


@pytest.mark.parametrize(
    ("title", "grouping"),
    [
        ("OT groups - Fall 2025", "group"),
        ("Small Group Attendance", "group"),
        ("OT individual and group log", None),
        ("Group 1", None),
        ("Group Home log", None),
        ("Age group", None),
    ],
)
def test_a_title_that_is_nothing_but_groups_says_it_of_all(title: str, grouping: str | None) -> None:
    assert said_of_all.told(title).get("grouping") == grouping


@pytest.mark.parametrize(
    ("title", "setting"),
    [
        ("OT push-in - Fall 2025 - therapist Hugo Bright", "push_in"), ("Pull-out Speech Log", "pull_out"),
        ("OT push-in and pull-out", None), ("Push-in minutes", None),
    ],
)  # fmt: skip
def test_a_title_of_a_service_and_where_it_is_given_says_so_of_all(title: str, setting: str | None) -> None:
    assert said_of_all.told(title).get("setting") == setting


@pytest.mark.parametrize("place", ["Counseling office", "Main office"])
def test_the_office_of_one_who_treats_is_where_and_no_service(ledger: Ledger, place: str) -> None:
    """Where in a school an office is counted is asked."""
    report = ledger.load("log.csv", f'Date,Student,Min,Where\n10/6/2025,"Lin, Ada",30,{place}\n')
    assert report.files[0].sheets[0].mapping["Where"] == "setting"
    assert place in {one.value for one in report.files[0].sheets[0].questions}


def test_a_department_is_no_place(ledger: Ledger) -> None:
    ledger.load(
        "log.csv", 'Date,Student,Svc,Min,Dept\n10/6/2025,"Lin, Ada",OT,30,SPED\n10/7/2025,"Osei, Bo",OT,45,SPED\n'
    )
    assert ledger.rows("sessions", "setting", "minutes", order="minutes") == [(None, 30), (None, 45)]


def test_arrival_and_departure_are_times_of_a_session_unless_they_lie_a_school_day_apart(ledger: Ledger) -> None:
    head = "Date,Student,Svc,Arr,Dep,Min w/ student"
    ledger.load(
        "visits.csv", f'{head}\n10/6/2025,"Lin, Ada",OT,8:30,9:00,30\n10/7/2025,"Lin, Ada",OT,1:00 PM,1:45 PM,45\n'
    )
    ledger.load(
        "school.csv", f'{head}\n10/8/2025,"Osei, Bo",OT,8:00 AM,3:00 PM,20\n10/9/2025,"Osei, Bo",OT,8:10,3:00,25\n'
    )
    told = ledger.rows("sessions", "start_time", "minutes", order="session_date")
    assert [(start is not None, minutes) for start, minutes in told] == [
        (True, 30),
        (True, 45),
        (False, 20),
        (False, 25),
    ]


def test_a_number_in_words_before_an_amount_is_no_mark(ledger: Ledger) -> None:
    rows = ['"Lin, Ada",two 30-min individual sessions weekly,1x30 min/wk', '"Osei, Bo",2x30 min/wk,none']
    ledger.load("caseload.csv", "\n".join(["Student,OT,PT", *rows]))
    assert [minutes for (minutes,) in ledger.rows("service_lines", "amount_minutes", order="amount_minutes")] == [
        30,
        60,
        60,
    ]
