"""How logs are laid out: weeks in titles and tabs, slots of a timetable, lengths side by side, days in a cell."""

from dataclasses import replace
from datetime import date

import pytest

from data.ingest.model import Table
from data.ingest.tables import find, week_names
from data.ingest.tables.steps.amounts import lengths
from tests.data.sheets import cells, of_rows, sheet, table


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Week of 3/2/2026", date(2026, 3, 2)), ("10.6-10.10", date(2025, 10, 6)), ("Oct 6 - 10", date(2025, 10, 6)),
        ("Week ending 9/12", date(2025, 9, 8)), ("W/E 3/6", date(2026, 3, 2)),
        ("Week Ending: Sunday 9/14/2025", date(2025, 9, 8)),
        ("Week of Monday, October 6", date(2025, 10, 6)), ("weekend 9/14", None), ("Week ending", None),
        ("Wk 3/2-3/6", date(2026, 3, 2)), ("week beginning Nov 3", date(2025, 11, 3)), ("Week 2", None),
        ("Grades 3-5", None), ("2025-26", None), ("Weekly log", None),
    ],
)  # fmt: skip
def test_the_first_day_of_a_week(text: str, day: date | None) -> None:
    assert week_names.begins([text], [text, "School Year 2025-2026"]) == day


def test_both_ends_of_a_week_tell_no_year() -> None:
    titled = ("Wk 9/8-9/12", "Name|Mon|Tue|Wed|Thu|Fri", "Ida Amsel|30||absent||", "Otto Bohm||20|||30")
    days = [day for (day,) in cells(table(*titled), "Date")]
    assert days == ["Mon 9/8", "Wed 9/10", "Tue 9/9", "Fri 9/12"]


def test_weeks_by_their_last_day() -> None:
    over = table("OT log 2025-26", "|Week ending 9/12|||Week ending 9/19||", "Name|Mon|Tue|Wed|Mon|Tue|Wed",
                 "Ida Amsel|30||20||15|", "Otto Bohm||20||30||30")  # fmt: skip
    assert [day for (day,) in cells(over, "Date")] == [
        "2025-09-08", "2025-09-10", "2025-09-16", "2025-09-09", "2025-09-15", "2025-09-17",
    ]  # fmt: skip
    in_rows = table(
        "Week|Name|Mon|Tue|Wed", "Week ending 9/12/2025|Ida Amsel|30||20", "Week ending 9/21/2025|Ida Amsel||15|"
    )
    assert [day for (day,) in cells(in_rows, "Date")] == ["2025-09-08", "2025-09-10", "2025-09-16"]


def test_weekdays_under_titles_of_weeks_are_days() -> None:
    found = table("Day|Student|Minutes", "Week of 3/2/2026||", "Mon|Ida Amsel|30", "Thu|Otto Bohm|20", "Week of 3/9/2026||",
                  "Mon|Ida Amsel|30", "Tue|Otto Bohm|20")  # fmt: skip
    assert [day for (day,) in cells(found, "Session Date")] == ["2026-03-02", "2026-03-05", "2026-03-09", "2026-03-10"]


def test_titles_of_a_service_and_a_day_date_what_stands_beneath() -> None:
    found = table("OT - October 6, 2025||", "Student|Minutes|YTD Minutes", "Ida Amsel|30|360", "OT - October 8, 2025||",
                  "Otto Bohm|20|310")  # fmt: skip
    assert cells(found, "Date", "Minutes") == [("October 6, 2025", "30"), ("October 8, 2025", "20")]


def test_days_of_a_month_under_titles_of_months() -> None:
    found = table(
        "Day|Student|Min", "OCTOBER 2025||", "6|Ida Amsel|30", "8|Otto Bohm|20", "NOVEMBER 2025||", "3|Ida Amsel|30"
    )
    assert [day for (day,) in cells(found, "Session Date")] == ["2025-10-06", "2025-10-08", "2025-11-03"]


def test_weekdays_across_in_the_week_that_the_title_tells() -> None:
    found = table(
        "OT log, week of October 6, 2025", "Name|Mon|Tue|Wed|Thu|Fri", "Ida Amsel|30||absent||", "Otto Bohm||20|||MU/30"
    )
    assert cells(found, "Name", "Date", "Value") == [
        ("Ida Amsel", "2025-10-06", "30"), ("Ida Amsel", "2025-10-08", "absent"),
        ("Otto Bohm", "2025-10-07", "20"), ("Otto Bohm", "2025-10-10", "MU/30"),
    ]  # fmt: skip


def test_schools_under_weekdays_are_no_sessions() -> None:
    found = table("Week of 10/6/2025", "Name|Mon|Tue|Wed|Thu|Fri", "Jo Hart|Lincoln|Lincoln|Oak Hill|Oak Hill|Lincoln")
    assert "Date" not in found.headings


TIMETABLE = ("Week of November 3, 2025", "Time|Mon 11/3|Tue 11/4|Wed 11/5")


def test_a_timetable_with_marks_is_a_log() -> None:
    found = table(
        *TIMETABLE, "8:30-9:00|Ida Amsel ✓|Otto Bohm ✓; Eve Dorn - absent|Planning", "11:30-12:00|Lunch|Lunch|Lunch"
    )
    assert cells(found, "Student Name", "Date", "Session Status", "Group Size") == [
        ("Ida Amsel", "2025-11-03", "✓", "1"), ("Otto Bohm", "2025-11-04", "✓", "2"), ("Eve Dorn", "2025-11-04", "absent", "2"),
    ]  # fmt: skip


def test_a_timetable_without_marks_is_a_plan() -> None:
    found = table(*TIMETABLE, "8:30-9:00|Ida Amsel|Otto Bohm|Planning", "9:00-9:30|Eve Dorn|Eve Dorn|")
    assert "Student Name" not in found.headings


def test_what_is_said_of_each_day_under_the_days() -> None:
    found = table("Date|1/13/2026|1/20/2026|1/27/2026", "Minutes|30|30|25", "Ida Amsel|✓|✓|✓", "Otto Bohm|✓|abs|")
    assert cells(found, "Student Name", "Value", "Minutes") == [
        ("Ida Amsel", "✓", "30"), ("Ida Amsel", "✓", "30"), ("Ida Amsel", "✓", "25"), ("Otto Bohm", "✓", "30"),
        ("Otto Bohm", "abs", "30"),
    ]  # fmt: skip


def test_an_open_corner_over_what_is_said_of_each_day() -> None:
    above = ("|9/8/2025|9/15/2025|9/22/2025", "Length (min)|30|25|30", "Staff|Jo Nagy|Jo Nagy|Lil Hart")
    found = table("Speech Lunch Group", *above, "Ida Amsel|x|A|x", "Otto Bohm|x||")
    assert cells(found, "Student Name", "Date", "Value", "Length (min)", "Staff") == [
        ("Ida Amsel", "9/8/2025", "x", "30", "Jo Nagy"), ("Ida Amsel", "9/15/2025", "A", "25", "Jo Nagy"),
        ("Ida Amsel", "9/22/2025", "x", "30", "Lil Hart"), ("Otto Bohm", "9/8/2025", "x", "30", "Jo Nagy"),
    ]  # fmt: skip


def test_a_column_a_student_of_a_form() -> None:
    found = table(
        "Timestamp|Date|Minutes|Attendance [Ida Amsel]|Attendance [Otto Bohm]",
        "10/1/2025 12:41|10/1/2025|30|Present|Absent",
    )
    assert cells(found, "Student Name", "Attendance", "Minutes") == [
        ("Ida Amsel", "Present", "30"),
        ("Otto Bohm", "Absent", "30"),
    ]


def test_days_in_a_cell_are_a_record_each_without_their_count_and_sum() -> None:
    headings = "Student|Service|Dates of Service|Session Length|# Sessions|Total Min"
    found = table(headings, "Ida Amsel|OT|10/2, 10/9, 10/16|30 min|3|90",
                  "Otto Bohm|OT|10/3|20 min|1|20")  # fmt: skip
    assert found.headings == ("Student", "Service", "Session Date", "Session Length")
    assert [day for (day,) in cells(found, "Session Date")] == ["10/2", "10/9", "10/16", "10/3"]


@pytest.mark.parametrize(
    ("heading", "minutes"), [("Total Minutes", None), ("Minutes", None), ("Min per Session", "60")]
)
def test_minutes_that_may_be_those_of_all_days_are_no_days(heading: str, minutes: str | None) -> None:
    found = table(f"Student|Service|Dates of Service|{heading}", "Ida Amsel|OT|10/2, 10/9|60", "Otto Bohm|OT|10/3|30")
    assert cells(found, "Session Date", heading) == [("10/2", minutes), ("10/9", minutes), ("10/3", "30")]


def test_a_count_that_differs_from_the_days_stays() -> None:
    found = table("Student|Dates of Service|Minutes|Sessions", "Ida Amsel|10/2, 10/9|30|3", "Otto Bohm|10/3|30|1")
    assert "Sessions" in found.headings


def test_a_schedule_of_minutes_by_weekday_is_no_log() -> None:
    found = table(
        "Schedule, week of October 6, 2025", "Name|Mon|Tue|Wed|Thu|Fri", "Ida Amsel|30||30||", "Otto Bohm||20|||20"
    )
    assert "Date" not in found.headings


def test_a_timetable_in_which_nobody_is_marked_as_seen_is_a_plan() -> None:
    found = table(*TIMETABLE, "8:30-9:00|Ida Amsel|Otto Bohm (absent)|", "9:00-9:30|Eve Dorn|Eve Dorn|")
    assert "Student Name" not in found.headings


LENGTHS = "Date|Student|Individual (min)|Group (min)|Consult (min)|If not seen, code"


def test_lengths_side_by_side_are_a_record_each() -> None:
    found = table(LENGTHS, "9/9/2025|Ida Amsel|20||10|", "9/11/2025|Ida Amsel|0|30||", "9/16/2025|Ida Amsel||||SA")
    assert cells(found, "Minutes", "Grouping", "Kind", "If not seen, code") == [
        ("20", "individual", None, None), ("10", None, "indirect", None), ("30", "group", None, None), (None, None, None, "SA"),
    ]  # fmt: skip


def test_promised_lengths_side_by_side_stay() -> None:
    found = table("Date|Student|Service|First|Second|Third", "9/9/2025|Ida Amsel|OT|20|30|weekly")
    promised = replace(
        found, headings=("Date", "Student", "Service", "Push-in Minutes", "Pull-out Minutes", "Frequency")
    )
    assert lengths.apart(promised) is promised


def test_minutes_that_are_told_only_where_they_differ() -> None:
    headings = "Date|Student|Minutes|Actual minutes (only if different)"
    found = table(headings, "12/1/2025|Ida Amsel|30|", "12/1/2025|Otto Bohm|30|20",
                  "12/2/2025|Eve Dorn|45|0")  # fmt: skip
    assert cells(found, "Minutes") == [("30",), ("20",), ("0",)]
    assert found.headings == ("Date", "Student", "Minutes")


DAYS = "|".join(map(str, range(3, 15)))


def test_minutes_over_the_size_of_the_group_where_a_line_says_so() -> None:
    rows = (f"Student|{DAYS}", "Ida Amsel|25/3||A" + "|" * 9)
    found = table("November 2025", "In each box: minutes / how many in the group", *rows)
    assert cells(found, "Value", "Group Size") == [("25", "3"), ("A", None)]
    assert cells(table("November 2025", *rows), "Value") == [("25/3",), ("A",)]


def test_groups_within_groups_of_a_pivot() -> None:
    found = table("Student|Service|Service Date|Minutes", "Ida Amsel|OT|9/9/2025|30", "||9/16/2025|30", "|PT|9/10/2025|40",
                  "Otto Bohm|PT|9/11/2025|30", "||9/25/2025|35")  # fmt: skip
    assert [service for (service,) in cells(found, "Service")] == ["OT", "OT", "PT", "PT", "PT"]


def signed(title: str, *rows: str) -> Table:
    return find(
        sheet("\n".join([title, *(rows or ("Date|Student|Min", "9/9/2025|Ida Amsel|30", "9/11/2025|Otto Bohm|20"))]))
    )[0]


@pytest.mark.parametrize("title", ["PT log 2025-26 - Marcus Hart, PT", "Marcus Hart, PT"])
def test_whoever_signs_the_title_is_the_provider(title: str) -> None:
    found = signed(title)
    assert cells(found, "Provider") == [("Marcus Hart, PT",)] * 2


@pytest.mark.parametrize("title", ["Jackson, MS", "PT log", "Occupational Therapy, OT"])
def test_titles_that_name_nobody(title: str) -> None:
    assert "Provider" not in signed(title).headings


def test_a_column_of_providers_stands_over_the_title() -> None:
    rows = ("Date|Student|Min|Therapist", "9/9/2025|Ida Amsel|30|Jo Nagy", "9/11/2025|Otto Bohm|20|Jo Nagy")
    assert "Provider" not in signed("Marcus Hart, PT", *rows).headings


def test_the_clock_of_a_form_is_no_sessions() -> None:
    found = table("ID|Start time|Completion time|Email|Name|Student|Date|Minutes",
                  "1|9/22/2025 15:07|9/22/2025 15:09|j@example.org|Jo Nagy|Ida Amsel|9/22/2025|30")  # fmt: skip
    assert found.headings[:2] == ("ID", "Timestamp")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Amy L., Bo H.", ["Amy L.", "Bo H."]),
        ("Amy L, Bo H, Di C", ["Amy L", "Bo H", "Di C"]),
        ("Van Dyke, Mary A.", ["Van Dyke, Mary A."]),
        ("Lane, Amy", ["Lane, Amy"]),
    ],
)
def test_first_names_with_a_letter_are_students_of_their_own(cell: str, names: list[str]) -> None:
    (found,) = find(of_rows([["Date", "Student(s)", "Minutes"], ["9/8/2025", cell, "30"]]))
    place = next(at for at, heading in enumerate(found.headings) if heading.startswith("Student"))
    assert found.body.column(place).to_pylist() == names


WEEKS_OVER_DAYS = [
    ("||Week of October 6, 2025||||Week of October 13, 2025||", "Student|ID|Mon|Tue|Wed|Thu|Mon|Tue|Wed"),
    ("||Week of 10/6||||Week of 10/13||", "Student|ID|M|T|W|Th|M|T|W"),
    ("||10/6 - 10/10||||10/13 - 10/17||", "Student|ID|Mon|Tue|Wed|Thu|Mon|Tue|Wed"),
    ("Student|ID|Week of 10/6||||Week of 10/13||", "||Mon|Tue|Wed|Thu|Mon|Tue|Wed"),
]


@pytest.mark.parametrize(("above", "headings"), WEEKS_OVER_DAYS)
def test_weeks_side_by_side_over_their_weekdays(above: str, headings: str) -> None:
    """The fourth weekday of the first week is October 9, the second of the next October 14."""
    found = table("OT minutes 2025-26", above, headings, "Ida Amsel|501|30|||AB||MU/30|", "Otto Bohm|502||45|||20||")
    assert (found.headings[:2], found.header_row) == (("Student", "ID"), 3)
    assert cells(found, "Student", "Date", "Value") == [
        ("Ida Amsel", "2025-10-06", "30"), ("Ida Amsel", "2025-10-09", "AB"), ("Ida Amsel", "2025-10-14", "MU/30"),
        ("Otto Bohm", "2025-10-07", "45"), ("Otto Bohm", "2025-10-13", "20"),
    ]  # fmt: skip


def test_weeks_told_by_number_over_weekdays_are_days_of_no_week() -> None:
    """They are listed and rejected rather than left out: nothing says when the first week begins."""
    found = table("OT log", "|Week 1|||Week 2||", "Student|Mon|Tue|Wed|Mon|Tue|Wed", "Ida Amsel|30||30|30||")
    assert [day for (day,) in cells(found, "Date")] == [
        "Mon (Week 1) of no week", "Wed (Week 1) of no week", "Mon (Week 2) of no week"
    ]  # fmt: skip


def test_weekdays_of_two_weeks_that_tell_no_sessions_stay_columns() -> None:
    found = table(
        "|Week of 10/6|||Week of 10/13||", "Student|Mon|Tue|Wed|Mon|Tue|Wed", "Ida Amsel|Gym|Art|Library|Gym|Art|Music"
    )
    assert "Date" not in found.headings


KEPT = [
    ("Scheduled Start|Scheduled End|Learner Joined|Learner Left", 4), ("Planned Start|Planned End|Time In|Time Out", 4),
    ("Appt Start|Appt End|Checked In|Checked Out", 4), ("Sched Start|Sched End|Actual Start|Actual End", 4),
]  # fmt: skip


@pytest.mark.parametrize(("headings", "columns"), KEPT)
def test_times_kept_beside_times_planned_are_how_long_a_session_was(headings: str, columns: int) -> None:
    """9:02 to 9:30 is 28 minutes, however long was planned; of a missed one only the plan has a day and a clock."""
    found = table(f"Student ID|Service|{headings}|Outcome",
                  "501|OT|10/6/2025 9:00 AM|10/6/2025 9:30 AM|10/6/2025 9:02 AM|10/6/2025 9:30 AM|Completed",
                  "502|OT|10/7/2025 9:00 AM|10/7/2025 9:30 AM|||Absent")  # fmt: skip
    assert cells(found, "Student ID", "Minutes", "Session Date") == [
        ("501", "28", "10/6/2025 9:02 AM"), ("502", None, "10/7/2025 9:00 AM"),
    ]  # fmt: skip
    assert len(found.headings) == columns + 3


def test_of_two_pairs_of_kept_times_the_students_count() -> None:
    found = table("Student ID|Scheduled Start|Scheduled End|Therapist Joined|Therapist Left|Student Joined|Student Left",
                  "501|9:00 AM|9:30 AM|8:58 AM|9:31 AM|9:10 AM|9:25 AM")  # fmt: skip
    assert cells(found, "Minutes") == [("15",)]


def test_a_session_given_whose_kept_times_are_blank_has_no_minutes() -> None:
    found = table("Student ID|Date|Scheduled Start|Scheduled End|Arrived|Departed|Outcome",
                  "501|10/6/2025|9:00|9:30|||Completed", "502|10/6/2025|10:00|10:30|10:00|10:20|Completed")  # fmt: skip
    assert cells(found, "Minutes") == [(None,), ("20",)]


@pytest.mark.parametrize(
    ("heading", "cell", "told"),
    [
        ("Service\nProvider", "Behavior Intervention\nJo Nagy, BCBA", ("Behavior Intervention", "Jo Nagy, BCBA")),
        ("Therapist", "OT - Lil Hart", ("OT", "Lil Hart")),
        ("Service", "Speech Therapy (Jo Nagy, SLP)", ("Speech Therapy", "Jo Nagy, SLP")),
    ],
)
def test_a_service_and_who_gives_it_in_one_cell(heading: str, cell: str, told: tuple[str, str]) -> None:
    found = find(of_rows([["Student ID", heading, "Date", "Minutes"], ["501", cell, "10/6/2025", "30"]]))[0]
    assert cells(found, "Service", "Provider") == [told]


@pytest.mark.parametrize(
    "cell", ["Speech - Small Group", "OT - Push In", "OT - Field Trip", "APE - Lincoln Elementary"]
)
def test_what_else_stands_behind_a_service_is_nobody(cell: str) -> None:
    found = table("Student ID|Service|Date|Minutes", f"501|{cell}|10/6/2025|30")
    assert "Provider" not in found.headings


def test_sums_beside_weeks_over_weekdays_are_no_sessions() -> None:
    """Each week ends with what it comes to: 30 + 30 and 30."""
    found = table("OT 2025-26", "|Week of 9/8|||Total|Week of 9/15|||Total", "Name|Mon|Tue|Wed||Mon|Tue|Wed|",
                  "Ida Amsel|30||30|60||30||30", "Otto Bohm||20||20|A||20|20")  # fmt: skip
    assert cells(found, "Name", "Date", "Value") == [
        ("Ida Amsel", "2025-09-08", "30"), ("Ida Amsel", "2025-09-10", "30"), ("Ida Amsel", "2025-09-16", "30"),
        ("Otto Bohm", "2025-09-09", "20"), ("Otto Bohm", "2025-09-15", "A"), ("Otto Bohm", "2025-09-17", "20"),
    ]  # fmt: skip
