"""A calendar of a school of which nobody on file is: whose it is is asked, and no row is held."""

from datetime import date

import pytest

from tests.data.loading import Ledger, counts, sheet_of

LINES = "Student ID,Service,Frequency,Start Date,School\n1,OT,30 min Weekly,8/25/2025,Birch Elementary\n"
DRAWN = """March 2026 - {},,,,,,
Sun,Mon,Tue,Wed,Thu,Fri,Sat
1,2,3,4,5,6,7
,,,,,,
8,9,10,11,12,13,14
,No School,,,,,
15,16,17,18,19,20,21
,,,,,,
22,23,24,25,26,27,28
,,,,,Teacher Work Day,
29,30,31,,,,
,,,,,,
"""
LISTED = "School,Date,Event\n{0},3/9/2026,No School\n{0},3/27/2026,Teacher Work Day\n"
CALLED = "Calendar,Date,Event\n25-26 {0},3/9/2026,No School\n25-26 {0},3/27/2026,Teacher Work Day\n"


@pytest.mark.parametrize("calendar", [DRAWN, LISTED, CALLED])
def test_whose_it_is_is_asked(ledger: Ledger, calendar: str) -> None:
    ledger.load("lines.csv", LINES)
    sheet = sheet_of(ledger.load("c.csv", calendar.format("Juniper High"), commit=False), "calendar_days")
    assert [(one.value, one.rows) for one in sheet.questions] == [("Juniper High", 0)]
    assert sheet.questions[0].choices == ("Birch Elementary", "Juniper High", "whole district")
    assert counts(sheet)["new"] == 2


def test_what_resembles_a_school_on_file_is_asked_as_ever(ledger: Ledger) -> None:
    ledger.load("lines.csv", LINES)
    calendar = DRAWN.format("Birch Elementary School")
    (question,) = sheet_of(ledger.load("c.csv", calendar, commit=False), "calendar_days").questions
    assert question.choices == ("Birch Elementary", "Birch Elementary School")


@pytest.mark.parametrize(
    ("answer", "school"),
    [("whole district", ""), ("Birch Elementary", "Birch Elementary"), ("Juniper High", "Juniper High")],
)
def test_the_answer_holds(ledger: Ledger, answer: str, school: str) -> None:
    ledger.load("lines.csv", LINES)
    report = ledger.load("c.csv", DRAWN.format("Juniper High"), codes={"Juniper High": answer})
    assert sheet_of(report, "calendar_days").questions == []
    assert ledger.rows("calendar_days", "school", "day") == [(school, date(2026, 3, 9)), (school, date(2026, 3, 27))]


@pytest.mark.parametrize("calendar", [DRAWN, LISTED, CALLED])
def test_a_school_of_the_lines_and_an_empty_ledger_ask_nothing(ledger: Ledger, calendar: str) -> None:
    for school in ("Juniper High", "Birch Elementary"):
        sheet = sheet_of(ledger.load("c.csv", calendar.format(school), commit=False), "calendar_days")
        assert sheet.questions == []
        ledger.load("lines.csv", LINES)


def test_a_title_that_tells_the_school_is_said(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("c.csv", DRAWN.format("Juniper High"), commit=False), "calendar_days")
    assert "By its title or its sheet's name, this is the calendar of Juniper High." in sheet.assumptions


@pytest.mark.parametrize("name", ["Birch Elem.", "Bir Elem"])
def test_a_name_that_is_cut_short_is_asked_as_the_school_it_may_be(ledger: Ledger, name: str) -> None:
    ledger.load("lines.csv", LINES)
    (question,) = sheet_of(ledger.load("c.csv", LISTED.format(name), commit=False), "calendar_days").questions
    assert question.choices == ("Birch Elementary", name)


@pytest.mark.parametrize("name", ["District Calendar", "Tamarack Unified School District", "Tamarack Public Schools"])
def test_the_district_by_its_name_is_no_school(ledger: Ledger, name: str) -> None:
    ledger.load("lines.csv", LINES)
    report = ledger.load("c.csv", LISTED.format(name))
    assert sheet_of(report, "calendar_days").questions == []
    assert ledger.rows("calendar_days", "school") == [("",), ("",)]
