"""Calendars that say no year: asked once, answered for the file, and every day of a break is closed."""

from datetime import date
from pathlib import Path

import pytest

from data import answering
from data.ingest.values import terms
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


def told_days(ledger: Ledger) -> list[tuple[date, bool, str | None]]:
    return ledger.rows("calendar_days", "day, is_instructional, day_type", order="day")


def test_days_of_a_month_and_spans_of_them_are_those_of_the_line_above(ledger: Ledger) -> None:
    """27-28 November 2025 are a Thursday and a Friday; 30-2 names no span of a month and is rejected, the lines are no days."""
    told = (
        "Day(s),Event\nNOVEMBER 2025,\n11,Veterans Day\n27-28,Thanksgiving Break\nDECEMBER 2025,\n12,Early Dismissal\n"
        "30-2,Winter Break\nJANUARY 2026,\n5,Teacher Work Day - No Students\n"
    )
    sheet = sheet_of(ledger.load("closed.csv", told), "calendar_days")
    assert counts(sheet) == {"new": 5, "rejected": 1, "ignored": 3}
    assert told_days(ledger) == [
        (date(2025, 11, 11), False, "holiday"),
        (date(2025, 11, 27), False, "holiday"),
        (date(2025, 11, 28), False, "holiday"),
        (date(2025, 12, 12), True, "half"),
        (date(2026, 1, 5), False, "staff_only"),
    ]


def test_weeks_of_letters_beside_their_number_and_a_count_of_days(ledger: Ledger) -> None:
    """The week of Monday, October 6th, 2025: 4 days with students, of which one is short."""
    told = (
        "No,Wk,Week of,M,T,W,Th,F,Student days\n1,7,10/6/2025,S,S,E,S,T,4\n2,8,10/13/2025,H,S,S,S,S,4\n\n"
        "S = students in session\nT = teachers only\nH = holiday\nE = early release\n"
    )
    ledger.load("weeks.csv", told)
    assert told_days(ledger) == [
        *((date(2025, 10, day), True, "full") for day in (6, 7)),
        (date(2025, 10, 8), True, "half"),
        (date(2025, 10, 9), True, "full"),
        (date(2025, 10, 10), False, "staff_only"),
        (date(2025, 10, 13), False, "holiday"),
        *((date(2025, 10, day), True, "full") for day in (14, 15, 16, 17)),
    ]


def test_what_stands_beside_closed_tells_why(ledger: Ledger) -> None:
    told = (
        "Date,Day,A/B,Bell Schedule,Notes\n2/2/2026,Mon,A,Regular,\n2/3/2026,Tue,,Closed,Snow day\n"
        "2/4/2026,Wed,B,2 Hr Delay,Ice\n2/5/2026,Thu,A,State Testing,\n"
        "2/6/2026,Fri,,Closed,\n2/9/2026,Mon,,No Students,Teacher workday\n"
    )
    ledger.load("bells.csv", told)
    assert told_days(ledger) == [
        (date(2026, 2, 2), True, "full"),
        (date(2026, 2, 3), False, "emergency_closed"),
        (date(2026, 2, 4), True, "late_start"),
        (date(2026, 2, 5), True, "testing"),
        (date(2026, 2, 6), False, "holiday"),
        (date(2026, 2, 9), False, "staff_only"),
    ]


def test_a_column_of_days_under_each_kind_of_day(ledger: Ledger) -> None:
    """The longest column ends with a break that stands alone in its row: Dec 24, 25, 26 are weekdays."""
    told = (
        "2025-26 calendar at a glance,,,\nHolidays,PD Days,Early Release Days,Snow Days Used\n"
        "9/1 Labor Day,10/10/2025,\"9/24, 10/22\",1/26/2026\nNov 27-28,,,\nDec 24 - Dec 26,,,\nSubject to change,,,\n"
    )  # fmt: skip
    sheet = sheet_of(ledger.load("glance.csv", told), "calendar_days")
    assert (counts(sheet)["new"], sheet.rejected, sheet.waiting) == (10, 0, 0)
    holidays = [
        date(2025, 9, 1),
        *(date(2025, 11, day) for day in (27, 28)),
        *(date(2025, 12, day) for day in (24, 25, 26)),
    ]
    assert told_days(ledger) == sorted(
        [
            *((day, False, "holiday") for day in holidays),
            (date(2025, 10, 10), False, "staff_only"),
            *((day, True, "half") for day in (date(2025, 9, 24), date(2025, 10, 22))),
            (date(2026, 1, 26), False, "emergency_closed"),
        ]
    )


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [("Was", "Is now", "Reason"), ("Original Schedule", "Revised Schedule", "Why"), ("From", "Changed to", "Note")],
)
def test_what_a_day_was_before_a_change_is_over(ledger: Ledger, was: str, now: str, why: str) -> None:
    told = (
        f"Date,{was},{now},{why}\n1/26/2026,School day,No school,Snow\n1/27/2026,School day,Two-hour delay,Ice\n"
        "2/16/2026,No school - Presidents' Day,School day,make-up\n3/20/2026,School day,Teacher workday,\n"
    )
    ledger.load("changes.csv", told)
    assert told_days(ledger) == [
        (date(2026, 1, 26), False, "emergency_closed"),
        (date(2026, 1, 27), True, "late_start"),
        (date(2026, 2, 16), True, "full"),
        (date(2026, 3, 20), False, "staff_only"),
    ]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("21 - 0.5 Instruction/0.5 Vacation", "half"), ("Half day PD / half day students", "half"),
        ("AM school, PM staff development", "half"), ("1/2 day of school", "half"), ("17 - Regular or Instructional", "full"),
        ("Vacation/Holiday", "holiday"), ("1/2 Instr - 1/2 PD", "half"), ("Half Days (Dismiss 12:00)", "half"),
        ("No School - Staff Report", "staff_only"), ("School closed half the state", "holiday"), ("Concert or rehearsal", None),
    ],
)  # fmt: skip
def test_kinds_of_half_a_day_and_one_kind_by_two_words(told: str, kind: str | None) -> None:
    assert terms.day_type(told) == kind


@pytest.mark.parametrize(
    ("minutes", "event", "told"),
    [
        ("390", "", (True, None)),
        ("0", "", (False, None)),
        ("180", "Early release", (True, "half")),
        ("0", "Staff development", (False, "staff_only")),
    ],
)
def test_minutes_of_instruction_say_whether_there_is_school(
    ledger: Ledger, minutes: str, event: str, told: tuple[bool, str | None]
) -> None:
    ledger.load("days.csv", f"Date,Student Minutes,Event\n10/6/2025,390,Picnic\n10/7/2025,{minutes},{event}\n")
    assert ledger.rows("calendar_days", "is_instructional", "day_type", order="day")[1] == told


def test_a_day_with_minutes_on_which_no_student_comes_waits(ledger: Ledger) -> None:
    found = sheet_of(
        ledger.load("days.csv", "Date,Instructional Minutes,Event\n10/6/2025,390,\n10/7/2025,390,No students\n"),
        "calendar_days",
    )
    assert counts(found) == {"new": 1, "waiting": 1}


def test_codes_of_a_key_tell_the_kind_of_day_whatever_is_on(ledger: Ledger) -> None:
    days = "Date,Mk,Occasion\n10/6/2025,LS,Staff development\n10/7/2025,NS,Labor Day\n10/8/2025,{code},Homecoming\n"
    key = "\nLS = late start\nNS = no school\n"
    found = sheet_of(ledger.load("days.csv", days.format(code="ER") + key + "ER = early release\n"), "calendar_days")
    assert ledger.rows("calendar_days", "day_type", order="day") == [("late_start",), ("holiday",), ("half",)]
    assert not [one for one in found.questions if one.value != "(unlisted weekdays)"]


def test_codes_that_a_key_gives_another_meaning_are_no_kinds_of_day(ledger: Ledger) -> None:
    days = "Date,Grp,Event\n10/6/2025,A,Early release\n10/7/2025,B,Labor Day\n"
    ledger.load("days.csv", days + "\nA = elementary\nB = secondary\n")
    assert ledger.rows("calendar_days", "day_type", order="day") == [("half",), ("holiday",)]


def test_days_under_school_day_are_days_beside_their_minutes(ledger: Ledger) -> None:
    ledger.load("days.csv", "School Day,Instr. Min.,Notes\n10/6/2025,380,\n10/7/2025,0,\n10/8/2025,200,Half day\n")
    told = [(True, None), (False, None), (True, "half")]
    assert ledger.rows("calendar_days", "is_instructional", "day_type", order="day") == told


def test_a_weekend_is_no_day_of_school(ledger: Ledger) -> None:
    days = "9/5/2025,School Day\n9/6/2025,Weekend\n9/7/2025,Weekend\n9/8/2025,School Day\n"
    assert counts(sheet_of(ledger.load("days.csv", "Date,Day Type\n" + days), "calendar_days")) == {"new": 4}
    told = ledger.rows("calendar_days", "day", "is_instructional", order="day")
    assert [is_open for _, is_open in told] == [True, False, False, True]
