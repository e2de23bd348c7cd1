"""Traces read aloud: each case of rules 15 and some corners, with the sentences that a person worked out on CAL-A."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from analytics import ledger, telling
from analytics.scope import EVERYTHING
from analytics.telling import words
from analytics.trace import trace
from data.errors import UserError
from tests.analytics.test_known import IN_NOVEMBER, IN_OCTOBER, LINES
from tests.analytics.test_overview import CALENDAR
from tests.data.loading import Ledger
from tests.property.ask import written
from tests.reference.cal_a import CALENDAR as CAL_A
from tests.reference.cal_a import day, facts, line, row, weekdays
from tests.reference.facts import CalendarDay, Choices, Enrolment, Facts
from tests.reference.school_days import days_between
from tests.spec.case import Case
from tests.spec.together import shared, stands_with_others


@dataclass(frozen=True)
class Told:
    """``says`` are parts of the text, in this order."""

    case: str
    facts: Facts
    month: str
    as_of: str
    says: tuple[str, ...]
    choices: Choices = field(default_factory=Choices)


TUESDAYS, THURSDAYS = (weekdays("9-29", "10-31", weekday) for weekday in (1, 3))
OCTOBER = [row(f"{one.month}-{one.day:02d}") for one in sorted(TUESDAYS + THURSDAYS) if one != day("10-07")]
"""Nine sessions of 30, all of October's Tuesdays and Thursdays but Oct 7 (the credit month: Sep 29 to Oct 31)."""
MISSED = row("10-07", 30, "missed", reason="provider_absent")
TWICE = line(60, start="9-29", sessions_per_cycle=2, minutes_per_session=30)
NOVEMBER_MAKE_UP = row("11-05", 30, "make_up")

CASES = [
    Told("case 7: one session missed", facts([TWICE], [*OCTOBER, MISSED]), "2025-10", "10-31", (
        "60 minutes a week", "2 sessions a week, each of 30 minutes, as stated",
        "Week of Oct 13: 4 school days (Tue Oct 14 to Fri Oct 17; no school Mon Oct 13), 60 / 4 = 15 minutes a day, 4 × 15 = 60",
        "Expected in October: 60 + 60 + 60 + 60 + 60 = 300 minutes", "Given in October: 30 + 30 + 30",
        "= 270 minutes", "Tue Oct 7: missed 30 minutes: provider absent, which is a make-up reason",
        "Credit period Sep 29 to Oct 31: closed", "Credited: the smaller of 270 given and 300 expected = 270",
        "Short: 300 - 270 = 30", "Make-up candidate: 30",
        "Not accounted for: 300 expected - 270 given - 30 missed with a reason = 0",
        "Of all expected: 270 / 300 = 90.0%", "With excused minutes set aside: there are none, so the same 90.0%",
        "Sessions: 5 closed weeks required 10 sessions; 9 of 15 minutes or more were held: 9 / 10 = 90.0%")),
    Told("case 7, made up by name", facts([TWICE], [*OCTOBER, MISSED, replace(NOVEMBER_MAKE_UP, makes_up_date=day("10-07"))]),
         "2025-10", "11-05", (
        "Wed Nov 5: make-up, 30 minutes, which makes up Oct 7 and counts on that day", "Credited: the smaller of 300 given",
        "Nothing is short", "300 / 300 = 100.0%")),
    Told("case 7, made up without a name", facts([TWICE], [*OCTOBER, MISSED, NOVEMBER_MAKE_UP]), "2025-10", "11-05", (
        "Wed Nov 5: make-up, 30 minutes; it names no date, so 30 go to the shortfall of Sep 29 to Oct 31",
        "Credited: the smaller of 300 given and 300 expected = 300")),
    Told("a make-up that fills two months: 20 of September, 10 its own", facts(
        [line(20, start="9-22", end="10-03")], [row("10-01", 30, "make_up")]), "2025-10", "10-03", (
        "it fills the oldest shortfall first: 20 to the shortfall of Sep 22 to Sep 26 and 10 to its own date",
        "Given in October: 10 minutes", "Short: 20 - 10 = 10")),
    Told("not known yet in October", facts([TWICE], [*OCTOBER, MISSED, replace(NOVEMBER_MAKE_UP, makes_up_date=day("10-07"))]),
         "2025-10", "10-31", (
        "What was left out", "Wed Nov 5: a make-up of 30 minutes, which makes up Oct 7, is left out, since it is after the "
        "as-of date")),
    Told("made up for a day without a line", facts([line(20, start="9-22", end="10-03")], [
        row("9-24", 30, "make_up", makes_up_date=day("9-10"))]), "2025-09", "10-03", (
        "Wed Sep 24: a make-up of 30 minutes, which makes up Sep 10, is left out, since that day is before the student's "
        "first line of this service on file",)),
    Told("case 7a: Mondays, and one of them closed", facts([line(30, start="9-29", minutes_per_session=30)], [
        row(one) for one in ("9-29", "10-06", "10-20", "10-27")]), "2025-10", "10-31", (
        "Week of Oct 13: 30 expected less 0 given less 0 missed leaves 30 unexplained, and there was no school Mon Oct 13: "
        "30 minutes are put down to the holiday, which is a make-up reason",
        "Short: 150 - 120 = 30", "Not accounted for: 150 expected - 120 given - 30 missed with a reason = 0",
        "The reason holiday is a make-up reason (the default)")),
    Told("the same where closures are not made up", facts([line(30, start="9-29", minutes_per_session=30)], [
        row(one) for one in ("9-29", "10-06", "10-20", "10-27")]), "2025-10", "10-31", (
        "Each school day owes a fifth of the week's 30 minutes", "Expected in October: 30 + 30 + 24 + 30 + 30 = 144",
        "Excused: the smaller of 24 missed for excused reasons and 24 left = 24", "Make-up candidate: 24 - 24 = 0",
        "120 / (144 - 24) = 120 / 120 = 100.0%", "chosen by test on"), Choices(closures="not_made_up")),
    Told("case 4: a start on a Thursday", facts([line(60, start="9-11")], [row("9-11", 24)]), "2025-09", "9-12", (
        "Week of Sep 8: 2 school days (Thu Sep 11 to Fri Sep 12) of the week's 5, 60 / 5 = 12 minutes a day, 2 × 12 = 24",
        "Week of Sep 15: 5 school days (Mon Sep 15 to Fri Sep 19) after Sep 12, whose 60 minutes don't count yet")),
    Told("case 6: a monthly line of the whole year in August", facts([line(120, "month")], []), "2025-08", "8-29", (
        "5 school days (Mon Aug 25 to Fri Aug 29), 120 / 19 minutes a day (a year's first or last month is divided by "
        "the other months' average of 19 days), 5 × 120 / 19 = 31.58 minutes",)),
    Told("case 13: an open quarter", facts([line(120, "quarter")], [row("9-10", 40)]), "2025-09", "9-30", (
        "August: 5 school days (Mon Aug 25 to Fri Aug 29) of the quarter's 48, 120 / 48 = 2.5 minutes a day, 5 × 2.5 = 12.5",
        "October: 22 school days", "after Sep 30, whose 55 minutes don't count yet",
        "August 12.5 + September 52.5 = 65 minutes", "still open, since its last day is Oct 31, 2025",
        "Credited: the smaller of 40 given and 65 expected = 40", "Not yet given: 25",
        "September holds 52.5 of the period's 65", "credited 40 × 52.5 / 65 = 32.31",
        "Given in September itself: 40 minutes. September is credited with 32.31, since the period's credit is shared among "
        "its months by what each expects, whenever it was given.")),
    Told("a quarter of which nothing was given", facts([line(120, "quarter")], []), "2025-09", "9-30", (
        "Not yet given: 65", "September's part: not yet given 52.5, all that it expects",
        "Given in September itself: 0 minutes.")),
    Told("a month in the middle of a quarter says where its days begin", facts([line(120, "quarter")], [row("10-07", 30)]),
         "2025-10", "10-31", ("October is a part of what began on Aug 25, 2025; days are told from there on.",
        "August: 5 school days", "September: 21 school days", "October: 22 school days")),
    Told("more was missed than was short: 225 given and 30 missed of 240", facts(
        [line(60, start="9-02", end="9-26", minutes_per_session=30)], [
            row("9-08", 225), row("9-09", 30, "missed", reason="provider_absent")]), "2025-09", "9-30", (
        "Short: 240 - 225 = 15", "Make-up candidate: 15",
        "Not accounted for: 0, since 225 given and 30 missed with a reason are more than the 240 expected: every missing minute "
        "has a record")),
    Told("quarters without grading periods", facts([line(120, "quarter", start="9-08")], [row("9-10", 30)], grading_periods=()),
         "2025-09", "9-30", ("No grading period is loaded for this school year: it goes by quarters of equal length, which is "
        "provisional", "17 school days")),
    Told("given in a group and in the classroom, where the line names neither", facts(
        [line(60, start="9-08", end="9-19", setting="pull_out", grouping="individual", minutes_per_session=30)], [
            row("9-09", 30, grouping="group", setting="pull_out"), row("9-16", 30, setting="push_in")]), "2025-09", "9-30", (
        "Tue Sep 9: delivered, 30 minutes, group where the line names individual, credited all the same.",
        "Tue Sep 16: delivered, 30 minutes, push-in where the line names pull-out, credited all the same.")),
    Told("a minute is one", facts([line(60, start="9-08", end="9-12", minutes_per_session=30)], [
        row("9-09", 29, "partial"), row("9-10", 1)]), "2025-09", "9-30", (
        "Wed Sep 10: delivered, 1 minute.", "29 of the planned 30 minutes were given, so 1 was missed")),
    Told("daily", facts([line(30, "rotation:1", start="9-08", end="9-09")], [row("9-08", 30)]), "2025-09", "9-30", (
        "30 minutes a school day", "2 school days (Mon Sep 8 to Tue Sep 9), 30 / 1 = 30 minutes a day, 2 × 30 = 60",
        "Short: 60 - 30 = 30")),
    Told("a rotation of six days", facts([line(60, "rotation:6", start="9-08", end="9-10")], [row("9-08", 30)]), "2025-09",
         "9-30", ("60 minutes every 6 school days", "60 / 6 = 10 minutes a day, 3 × 10 = 30", "Nothing is short")),
    Told("an IEP year that the calendar doesn't reach", facts([replace(line(365, "iep_year", start="9-01"), end_date=date(
        2026, 8, 31))], [row("9-10", 30)]), "2025-09", "9-30", (
        "The calendar doesn't reach the line's start or end, so each calendar day owes 365 minutes divided by the 365 days",
        "September: 30 calendar days", "365 / 365 = 1 minute a day, 30 × 1 = 30", "still open")),
    Told("an IEP year from one September to the next", facts([replace(line(365, "iep_year", start="9-15"), end_date=date(
        2026, 9, 14))], [row("9-16", 20)]), "2025-09", "9-30", (
        "September 2025: 16 calendar days (Mon Sep 15 to Tue Sep 30)", "16 × 1 = 16 minutes",
        "October 2025 to September 2026: 349 calendar days after Sep 30, whose 349 minutes don't count yet",
        "Expected in September: 16 minutes")),
    Told("a child who moved to a school with days of its own", facts(
        [line(60, start="9-29", end="10-10")], [row("10-06", 30)],
        calendar=(*CAL_A, *(CalendarDay(day(f"10-0{n}"), False, "Oak") for n in (6, 7))),
        enrolments=(Enrolment("S1", "Elm", enrolled_to=day("10-08")), Enrolment("S1", "Oak", enrolled_from=day("10-09")))),
        "2025-10", "10-10", (
        "School days are those of Oak's own calendar, on all days of the line: Oak is its school on Oct 10, 2025.",
        "Week of Oct 6: 3 school days (Wed Oct 8 to Fri Oct 10; no school Mon Oct 6 to Tue Oct 7), 60 / 3 = 20 minutes a day")),
    Told("blocks of two weeks, one of them over the end of the month", facts(
        [line(60, "weeks:2", start="9-08", end="10-17")], [row("9-10", 60), row("9-30", 30), row("10-14", 40)]),
        "2025-10", "10-31", (
        "Block from Sep 22, in September: 7 school days (Mon Sep 22 to Tue Sep 30) of the block's 10, 60 / 10 = 6",
        "Block from Sep 22, in October: 3 school days (Wed Oct 1 to Fri Oct 3) of the block's 10",
        "Block from Oct 6: 9 school days", "Expected in the 2 credit periods to date: September 42 + October 78 = 120",
        "Given in the 2 credit periods: 30 + 40 = 70 minutes", "Credit period Sep 22 to Oct 3: closed")),
    Told("a period that ends in another year says both years", facts([replace(line(365, "iep_year", start="9-15"),
        end_date=date(2026, 6, 5))], [row("9-16", 30)]), "2025-09", "9-30", (
        "Credit period Sep 15, 2025 to Jun 5, 2026: still open",)),
    Told("the student was away from Sep 16 to Sep 23", facts([line(60, start="9-08", end="9-26")],
        [row("9-10", 60), row("9-17", 60)], enrolments=(
            Enrolment("S1", enrolled_to=day("9-15")), Enrolment("S1", enrolled_from=day("9-24")))), "2025-09", "9-30", (
        "It is in force from Sep 8, 2025 to Sep 26, 2025, its own end. Of these days the student was enrolled Sep 8, 2025 to "
        "Sep 15, 2025 and Sep 24, 2025 to Sep 26, 2025, so it counts on them alone.",
        "Week of Sep 15: 1 school day (Mon Sep 15) of the week's 5, 60 / 5 = 12 minutes a day, 1 × 12 = 12",
        "Week of Sep 22: 3 school days (Wed Sep 24 to Fri Sep 26) of the week's 5",
        "Wed Sep 17: a session of 60 minutes is left out, since the student was not enrolled that day: outside any mandate")),
    Told("the student came after the line began", facts([line(60, start="9-08", end="9-26")], [row("9-17", 60)],
        enrolments=(Enrolment("S1", enrolled_from=day("9-15")),)), "2025-09", "9-30", (
        "its own end. The student was enrolled from Sep 15, 2025 on, so it counts from that day.",)),
    Told("the student left before the line ended", facts([line(60, start="9-08", end="9-26")], [row("9-10", 60)],
        enrolments=(Enrolment("S1", enrolled_to=day("9-15")),)), "2025-09", "9-30", (
        "its own end. The student was enrolled to Sep 15, 2025, so it counts up to that day.",)),
    Told("excused, partial and over-delivered", facts([line(60, start="9-08", end="9-19", minutes_per_session=30)], [
        row("9-09", 10, "partial", reason="student_absent"), row("9-16", 120)]), "2025-09", "9-30", (
        "Tue Sep 9: part of a session, 10 minutes", "Tue Sep 9: 10 of the planned 30 minutes were given, so 20 were missed: "
        "student absent, which is excused", "Credited: the smaller of 130 given and 120 expected = 120. The other 130 - 120 = "
        "10 are over-delivered")),
    Told("from a Thursday: 2 x 2/5 is no session in the first week, which has one; the next requires two and has one", facts(
        [line(60, start="9-11", end="9-19", sessions_per_cycle=2, minutes_per_session=30)], [row("9-11"), row("9-16")]),
        "2025-09", "9-30", (
        "Sessions: 1 closed week required 2 sessions; 2 of 15 minutes or more were held, 1 of them where none was required: "
        "2 / 2 = 100.0%",)),
    Told("a week that requires no session, and no other", facts(
        [line(60, start="9-11", end="9-12", sessions_per_cycle=2, minutes_per_session=30)], [row("9-11")]),
        "2025-09", "9-30", ("Sessions: 1 closed week required 0 sessions; 1 of 15 minutes or more was held.",)),
    Told("provider first", facts([line(60, start="9-08", end="9-12", minutes_per_session=30)], [
        row("9-09", 30, "missed", reason="student_absent"), row("9-10", 40, "missed", reason="provider_absent")]), "2025-09",
         "9-30", ("Make-up reasons come first here: the smaller of 40 missed for them and 60 short = 40",
                  "Excused: the smaller of 30 missed for excused reasons and 20 left = 20", "Make-up candidate: 60 - 20 = 40"),
         Choices(shortfall_order="provider_first")),
    Told("lapsed", facts([line(60, start="9-02", end="9-12")], [row("9-10", 60)]), "2025-09", "9-19", (
        "Nothing follows it on file, so it has lapsed", "After the line lapsed: 60 minutes, told apart and in no rate",
        "5 school days after the line's end (Mon Sep 15 to Fri Sep 19)")),
    Told("lapsed until a later line began", facts([line(60, start="9-02", end="9-12"), line(60, "rotation:6", start="9-22",
        line_id="L2")], [row("9-10", 60)]), "2025-09", "9-30", (
        "Nothing follows it on file until Sep 22, 2025, so it had lapsed; what it would have owed is told apart to Sep 21",
        "5 school days after the line's end (Mon Sep 15 to Fri Sep 19): no later line had begun, so 60 minutes",
        "Line L2 of the same student and service (60 minutes every 6 school days")),
    Told("lapsed days without a log are not among the lapsed minutes", facts([line(60, start="9-02", end="9-12")],
        [row("9-10", 60)], loaded=("9-01", "9-16")), "2025-09", "9-19", (
        "After the line lapsed: 24 minutes", "2 school days after the line's end (Mon Sep 15 to Tue Sep 16): no later line "
        "had begun, so 24 minutes")),
    Told("amended", facts([line(60, start="9-08", end="10-31"), line(30, start="9-15", end="10-31", line_id="L2")],
                          [row("9-10", 60), row("9-16", 30)]), "2025-09", "9-30", (
        "since line L2, an amendment, takes over the next day", "Expected in September: 60 minutes",
        "Tue Sep 16: a session of 30 minutes is left out, since it counts for line L2",
        "Line L2 of the same student and service (30 minutes a week")),
    Told("unusable", facts([replace(line(60), amount_minutes=None, is_usable=False)], [row("9-10", 30)]), "2025-09", "9-30", (
        "names no minutes, so nothing is expected of it and nothing credited", "Nothing for September",
        "a session of 30 minutes is left out, since the line's amount can't be read")),
    Told("days without a log", facts([line(60, start="9-22", end="10-10")], [row("9-23", 60)],
        loaded=("9-22", "9-30")), "2025-10", "10-10", (
        "Week of Sep 29: 3 school days (Wed Oct 1 to Fri Oct 3) that no loaded log speaks for, so their 36 minutes are not",
        "open, since some of its days have no loaded log", "Not loaded: 96 minutes of days without a log, in no rate")),
]  # fmt: skip


STANDING = {told.case: Case(told.case, told.facts, told.as_of, {}, choices=told.choices) for told in CASES}
for standing in STANDING.values():
    stands_with_others(standing)


@pytest.mark.parametrize("told", CASES, ids=lambda told: told.case)
def test_read_aloud(told: Told) -> None:
    cur, mark = shared(STANDING[told.case])
    found = trace(cur, EVERYTHING, day(told.as_of), line="L1", month=told.month, student=f"S1{mark}")
    text = telling.text(found)
    place = 0
    for part in told.says:
        at = text.find(part, place)
        assert at >= 0, f"{part!r} not after {text[max(0, place - 60) : place]!r} in\n{text}"
        place = at
    assert found.agrees()


def test_proposed_days_are_told_as_proposed(tmp_path: Path) -> None:
    """No calendar is loaded: the week of Sep 8 has five weekdays, which nobody confirmed."""
    made = Ledger(tmp_path)
    made.load("lines.csv", LINES, load_date=date(2025, 9, 1))
    made.load("october.csv", IN_OCTOBER, load_date=date(2025, 10, 31))
    asked = {"line": "L1", "month": "2025-09"}
    with made.store.cursor() as cur:
        told = trace(cur, EVERYTHING, date(2025, 9, 30), **asked)
    made.load("calendar.csv", CALENDAR, load_date=date(2025, 11, 1))
    with made.store.cursor() as cur:
        settled = trace(cur, EVERYTHING, date(2025, 9, 30), **asked)
    made.close()
    assert "the school days here are proposed ones, and every figure is provisional" in telling.text(told)
    assert "proposed school day" in telling.text(told).split("every figure is provisional")[1]
    assert telling.to_json(told)["provisional"] == ["proposed calendar"]
    assert "proposed" not in telling.text(settled)
    assert telling.to_json(settled)["provisional"] == []


SUMMER = replace(line(120, start="6-15", end="2026-07-10", line_id="Y"), esy=True)
"""Weekdays of four weeks without Jun 19 and Jul 3; the calendar's last day is Jun 5."""


def test_a_line_of_the_extended_year_is_told_from_its_own_ledger() -> None:
    """June's weeks are those of Jun 15 (four days) and 22: 240 owed, 90 given, 30 missed ill, so 240 - 90 - 30 = 120."""
    sessions = [row("6-03"), row("6-16", 90), row("6-18", 30, "missed", reason="student_absent"), row("2026-07-07", 60)]
    known = facts([line(60), SUMMER], sessions, ("8-25", "2026-07-31"))
    with written(known) as cur:
        told, regular = (trace(cur, EVERYTHING, date(2026, 7, 31), line=one, month="2026-06") for one in ("Y", "L1"))
    text, place = telling.text(told), 0
    for part in (
        "Line Y of the extended school year, June 2026", "with figures of its own, in none of the regular year's",
        "No calendar lists all of its summer days, so every figure is provisional", "but for Juneteenth, Independence Day",
        "Week of Jun 15: 4 ESY days (Mon Jun 15 to Thu Jun 18; no school Fri Jun 19), 120 / 4 = 30 minutes a day, 4 × 30 = 120",
        "Expected in June: 120 + 120 = 240 minutes", "Tue Jun 16: delivered, 90 minutes. [logs.csv", "Thu Jun 18: missed 30",
        "Make-up candidate: 150 - 30 = 120", "90 / (240 - 30) = 90 / 210 = 42.9%",
        "Wed Jun 3: a session of 30 minutes is left out, since it counts for line L1",
        "Line L1 (regular school year) of the same student and service", "Credit is counted within a month (the default)",
    ):  # fmt: skip
        assert part in text[place:], part
        place = text.index(part, place)
    assert told.agrees()
    assert telling.to_json(told)["provisional"] == [ledger.UNLISTED_SUMMER]
    assert "a session of 90 minutes is left out, since it counts for line Y" in telling.text(regular)
    assert "Line Y (extended school year) of the same student and service" in telling.text(regular)


@pytest.mark.slow
def test_an_enrolment_that_ends_with_the_school_year_is_told_beside_the_summer() -> None:
    known = facts(
        [SUMMER], [row("6-16", 90)], ("8-25", "2026-07-31"), enrolments=(Enrolment("S1", enrolled_to=day("6-05")),)
    )
    with written(known) as cur:
        text = telling.text(trace(cur, EVERYTHING, date(2026, 7, 31), line="Y", month="2026-06"))
    assert (
        "It is in force from Jun 15, 2026 to Jul 10, 2026, its own end. The roster has the student to Jun 5, 2026, the end of "
        "the school year, which doesn't cut the summer." in text
    )
    assert "so it counts up to that day" not in text


@pytest.mark.slow
def test_summers_that_a_calendar_lists_or_nobody_dates() -> None:
    """Listed from Monday to Thursday the days are these; without a start nobody knows which summer days are the line's."""
    july = day("2026-07-10")
    listed = tuple(
        CalendarDay(one, True) for one in days_between(day("6-15"), july) if one.weekday() < 4 or one == july
    )
    for known, said in (
        (facts([SUMMER], [row("6-16", 90)], ("8-25", "2026-07-31"), calendar=(*CAL_A, *listed)),
         "ESY days are the days of school that the calendar lists"),
        (facts([replace(SUMMER, cycle="year")], [row("6-16", 90)], ("8-25", "2026-07-31")),
         "Each ESY day owes the summer's 120 minutes divided by the ESY days of that summer"),
        (facts([replace(SUMMER, start_date=None)], [row("6-16", 90)], ("8-25", "2026-07-31")),
         "a session of 90 minutes is left out, since the line is one of the extended school year without a start or an end"),
    ):  # fmt: skip
        with written(known) as cur:
            assert said in telling.text(trace(cur, EVERYTHING, date(2026, 7, 31), line="Y", month="2026-06"))


def test_a_line_that_another_took_over_has_not_lapsed() -> None:
    """L2 ends L1 on Sep 14, long before L1's own end: nothing of L1 is told apart."""
    amended = facts(
        [line(60, start="9-08", end="10-31"), line(30, "iep_year", start="9-15", end="10-31", line_id="L2")], []
    )
    with written(amended) as cur:
        text = telling.text(trace(cur, EVERYTHING, day("9-30"), line="L1", month="2025-09"))
    assert "an amendment, takes over the next day" in text
    assert "lapsed" not in text
    assert "(30 minutes an IEP year, in force Sep 15, 2025" in text


def test_the_same_id_of_two_students() -> None:
    both = facts([line(60), line(30, student_id="S2")], [row("9-10", 60)])
    with written(both) as cur:
        with pytest.raises(UserError, match="2 students have a service line with that id"):
            trace(cur, EVERYTHING, day("9-30"), line="L1", month="2025-09")
        text = telling.text(trace(cur, EVERYTHING, day("9-30"), line="L1", month="2025-09", student="S2"))
    assert "30 minutes a week" in text
    assert "Delivered: 0 minutes" in text


@pytest.mark.parametrize(
    ("line_id", "month", "message"),
    [
        ("nobody", "2025-09", "No service line has that id"),
        ("L1", "2025-13", "isn't a month"),
        ("L1", "September", "isn't a month"),
        ("L1", "2031-01", "has nothing in 2031-01: it is in force from 2025-08-25 to 2026-06-05"),
    ],
)
def test_what_can_not_be_traced(line_id: str, month: str, message: str) -> None:
    known = facts([line(60)], [row("9-10", 60)])
    with written(known) as cur, pytest.raises(UserError, match=message):
        trace(cur, EVERYTHING, day("9-30"), line=line_id, month=month)


@pytest.mark.slow
def test_what_a_later_upload_changed_is_left_out(tmp_path: Path) -> None:
    """November's file says 20 for Sep 9, where October's said 30; as known before it, the 30 stand."""
    made = Ledger(tmp_path)
    for name, text, loaded in (("calendar.csv", CALENDAR, 1), ("lines.csv", LINES, 1), ("october.csv", IN_OCTOBER, 31),
                               ("november.csv", IN_NOVEMBER, 31)):  # fmt: skip
        made.load(name, text, load_date=date(2025, 10 if loaded == 31 else 9, loaded))
    with made.store.cursor() as cur:
        asked = {"line": "L1", "month": "2025-09"}
        now = telling.text(trace(cur, EVERYTHING, date(2025, 10, 31), **asked))
        then = telling.text(trace(cur, EVERYTHING, date(2025, 10, 31), known=3, **asked))
    made.close()
    assert "Tue Sep 9: delivered, 20 minutes. [november.csv, row 2]" in now
    assert (
        "Tue Sep 9: a session of 30 minutes is left out, since this is how an earlier upload had it; november.csv changed it. "
        "[october.csv, row 3]"
    ) in now
    assert "Tue Sep 9: delivered, 30 minutes. [october.csv, row 3]" in then
    assert "november.csv" not in then


@pytest.mark.slow
def test_as_plain_values() -> None:
    with written(facts([TWICE], [*OCTOBER, MISSED])) as cur:
        told = telling.to_json(trace(cur, EVERYTHING, day("10-31"), line="L1", month="2025-10"))
    assert sum(one["accrual_minutes"] for one in told["days"]) == 300
    assert sum(one["given_minutes"] for one in told["sessions"]) == 270
    assert {"setting", "grouping"} <= told["sessions"][0].keys()
    (period,) = told["periods"]
    assert (period["credited_minutes"], period["make_up_minutes"], period["is_closed"]) == (270, 30, True)
    assert told["ledger"]["adjusted_rate"] == pytest.approx(0.9)
    assert told["text"][0]["title"] == "What the plan promises"


def test_a_share_that_was_set_is_told_as_it_was_set() -> None:
    """A rate has its tenth; a policy of three quarters is 75%, of 82.5 that."""
    assert (words.as_set(0.75), words.as_set(0.825), words.rate(0.75)) == ("75%", "82.5%", "75.0%")
