"""Rare ways in which sheets are drawn, each read as a person would."""

from tests.data.sheets import cells, table


def test_a_calendar_of_true_dates_is_in_the_month_of_its_dates() -> None:
    found = table(
        "Sun|Mon|Tue|Wed|Thu|Fri|Sat",
        "|||2025-10-01|2025-10-02|2025-10-03|2025-10-04",
        "2025-10-05|2025-10-06|2025-10-07|2025-10-08|2025-10-09|2025-10-10 No School|2025-10-11",
        "2025-10-12|2025-10-13 Columbus Day|2025-10-14|2025-10-15|2025-10-16|2025-10-17|2025-10-18",
    )
    assert cells(found, "Date", "Event") == [("2025-10-10", "No School"), ("2025-10-13", "Columbus Day")]


def test_days_are_of_the_year_that_their_own_month_tells() -> None:
    found = table("Month|Holidays|Half days", "October 2025|13|none", "November 2025|27-30|26")
    assert cells(found, "Date", "Day Type") == [  # November 29 and 30 are a weekend
        ("2025-10-13", "Holidays"), ("2025-11-27", "Holidays"), ("2025-11-28", "Holidays"), ("2025-11-26", "Half days"),
    ]  # fmt: skip


def test_days_of_months_without_a_year_stay_without() -> None:
    found = table("Month|Holidays|Half days", "October|13|none", "November|27-28|26")
    assert cells(found, "Date", "Day Type") == [
        ("10/13", "Holidays"), ("11/27 - 11/28", "Holidays"), ("11/26", "Half days"),
    ]  # fmt: skip


def test_least_and_most_minutes_are_a_range() -> None:
    found = table("Student|Service|Min Minutes|Max Minutes|Cycle", "Ola Payne|OT|30|60|weekly")
    assert cells(found, "minutes") == [("30 to 60",)]


def test_daily_is_each_day_of_the_week() -> None:
    found = table("Provider|Elm School|Oak School", "Ada Lin|daily|", "Bo Osei|M|T/Th")
    assert cells(found, "Provider", "Weekday", "School")[:5] == [
        ("Ada Lin", day, "Elm School") for day in ("mon", "tue", "wed", "thu", "fri")
    ]
    assert cells(found, "Provider", "Weekday", "School")[5:] == [
        ("Bo Osei", "mon", "Elm School"), ("Bo Osei", "tue", "Oak School"), ("Bo Osei", "thu", "Oak School"),
    ]  # fmt: skip


def test_both_lists_of_a_group_leave_the_whole_one_as_it_is() -> None:
    found = table("Date|Group|Present|Absent|Min", "10/1/2025|Ola Payne; Ros Quade|Ola Payne|Ros Quade|30")
    assert cells(found, "Student Name", "Session Status") == [
        ("Ola Payne", "delivered"),
        ("Ros Quade", "missed:student_absent"),
    ]


def test_tries_under_days_are_scores() -> None:
    found = table("Student|Goal|10/1/2025|10/8/2025", "Ola Payne|Cuts on a line|3/5|4/5", "Ros Quade|Ties shoes|2/5|")
    assert cells(found, "Student", "Date of Data", "Score") == [
        ("Ola Payne", "10/1/2025", "3/5"),
        ("Ola Payne", "10/8/2025", "4/5"),
        ("Ros Quade", "10/1/2025", "2/5"),
    ]


def test_minutes_behind_a_name_stand_over_those_of_the_row() -> None:
    found = table("Date|Students|Minutes", "10/1/2025|Ola Payne 20 min; Ros Quade|30")
    assert cells(found, "Student Name", "Minutes") == [("Ola Payne", "20"), ("Ros Quade", "30")]


def test_minutes_behind_days_are_a_column_where_none_is_of_minutes() -> None:
    found = table("Student|Dates seen", "Ola Payne|10/1 (20 min), 10/8 (30 min)")
    assert cells(found, "Session Date", "Minutes") == [("10/1", "20"), ("10/8", "30")]


def test_a_break_into_the_next_year_is_its_weekdays() -> None:
    found = table("Date|Event", "Dec 29 - Jan 2, 2026|Winter Break", "10/13/2025|No School")
    days = ["2025-12-29", "2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02"]
    assert [day for day, event in cells(found, "Date", "Event") if event == "Winter Break"] == days


def test_ids_in_a_cell_are_each_students_own() -> None:
    found = table(
        "Date|Students|Student ID|Minutes", "10/1/2025|Ola Payne; Ros Quade|4411; 4412|30", "10/2/2025|Ada Lin|4413|30"
    )
    assert cells(found, "Student Name", "Student ID") == [
        ("Ola Payne", "4411"),
        ("Ros Quade", "4412"),
        ("Ada Lin", "4413"),
    ]


def test_amounts_of_the_summer_have_the_days_that_their_heading_tells() -> None:
    rows = ("Ola Payne|OT|60|30", "Ros Quade|PT|30|")
    told = {"(7/6 - 7/31/2026)": ("2026-07-06", "7/31/2026"), "(7/6/2026 - 7/31/2026)": ("7/6/2026", "7/31/2026")}
    for days, (first, last) in told.items():
        found = table(f"Student|Service|Min per week|ESY Min per week {days}", *rows)
        assert cells(found, "Student", "Min per week", "Start Date", "End Date", "ESY") == [
            ("Ola Payne", "60", None, None, "No"), ("Ola Payne", "30", first, last, "Yes"), ("Ros Quade", "30", None, None, "No"),
        ]  # fmt: skip


def test_a_share_of_full_time_behind_a_name_leaves_the_role_that_a_column_tells() -> None:
    found = table("Name and FTE|Role|School", "Ada Lin - 0.6|OT|Elm", "Bo Osei - 0.4|PT|Oak")
    assert found.headings == ("Name", "FTE", "Role", "School")
    assert cells(found, "Name", "FTE", "Role")[0] == ("Ada Lin", "0.6", "OT")


def test_shares_that_dont_add_up_to_the_total_stay_a_row_a_site() -> None:
    sites = ("Ada Lin|OT|Elm|0.4|1.0", "Ada Lin|OT|Oak|0.6|1.0")
    heads = "Provider Name|Role|School|Site FTE|Total FTE"
    assert (
        len(table(heads, *sites, "Bo Osei|PT|Elm|0.5|1.0", "Bo Osei|PT|Oak|0.5|1.0").body) == 2
    )  # 0.4 + 0.6, 0.5 + 0.5
    assert (
        len(table(heads, *sites, "Bo Osei|PT|Elm|0.5|0.9", "Bo Osei|PT|Oak|0.5|0.9").body) == 4
    )  # 0.5 + 0.5 is no 0.9


def test_weekdays_of_a_week_that_names_no_day_are_told_as_written() -> None:
    found = table("Week|Mon|Tue|Wed|Thu|Fri", "one|30|||30|", "two|30||30||")
    assert cells(found, "Date", "Value")[:2] == [("Mon of no week", "30"), ("Thu of no week", "30")]
