"""School calendars and grading periods."""

from datetime import date
from typing import Any

from tests.shapes.shape import Shape, book, drawn, shape, text


@shape
def district_calendar() -> Shape:
    """A day a row with yes and no, and what kind of day."""
    rows = drawn("""
        Date|Instructional Day|Type of Day
        8/25/2025|Yes|Full Day
        8/29/2025|Yes|Minimum Day
        9/1/2025|No|Holiday
        10/13/2025|No|Teacher Workday
        1/14/2026|No|Snow Day
        """)
    days = [
        ("2025-08-25", True, "full"),
        ("2025-08-29", True, "half"),
        ("2025-09-01", False, "holiday"),
        ("2025-10-13", False, "staff_only"),
        ("2026-01-14", False, "emergency_closed"),
    ]
    truth = [{"day": day, "is_instructional": opened, "day_type": kind} for day, opened, kind in days]
    return Shape("district_calendar", "calendar.csv", text(rows), {"calendar_days": truth})


@shape
def holiday_list() -> Shape:
    """Only closed days, by school, under a banner, with the rotation's letter on a school day."""
    rows = [
        ["2025-26 Days Off"],
        [],
        *drawn("""
        School|Calendar Date|Event
        Elm|Monday, September 1, 2025|School Holiday
        Elm|Tuesday, November 11, 2025|Holiday
        Oak|Monday, October 13, 2025|Professional Development
        """),
    ]
    days = [
        ("Elm", "2025-09-01", "holiday"),
        ("Elm", "2025-11-11", "holiday"),
        ("Oak", "2025-10-13", "staff_only"),
    ]
    truth = [{"school": school, "day": day, "is_instructional": False, "day_type": kind} for school, day, kind in days]
    return Shape("holiday_list", "days off.xlsx", book({"Off": rows}), {"calendar_days": truth})


@shape
def marking_periods() -> Shape:
    """Quarters with their dates."""
    rows = drawn("""
        School Year|Marking Period|First Day|Last Day
        2025-26|Q1|8/25/2025|10/31/2025
        2025-26|Q2|11/3/2025|1/23/2026
        """)
    truth = [
        {"school_year": "2025-26", "period": "Q1", "start_date": "2025-08-25", "end_date": "2025-10-31"},
        {"school_year": "2025-26", "period": "Q2", "start_date": "2025-11-03", "end_date": "2026-01-23"},
    ]
    return Shape("marking_periods", "quarters.csv", text(rows), {"grading_periods": truth})


@shape
def breaks_from_to() -> Shape:
    """Holidays from a day to a day: each weekday of them is closed; a weekend isn't told of."""
    rows = drawn("""
        Start Date|End Date|Holiday
        11/26/2025|11/28/2025|Thanksgiving Break
        12/19/2025|12/22/2025|Winter Break
        9/1/2025||Labor Day
        """)
    days = ("2025-11-26", "2025-11-27", "2025-11-28", "2025-12-19", "2025-12-22", "2025-09-01")
    truth = [{"day": day, "is_instructional": False, "day_type": "holiday"} for day in days]
    return Shape("breaks_from_to", "breaks.csv", text(rows), {"calendar_days": truth})


@shape
def letters_beside_notes() -> Shape:
    """A student system's calendar: parts of a day's membership, letters of the rotation, and what is on in a note."""
    rows = drawn("""
        Date|In Session|Membership Value|Day Type|Note
        8/25/2025|1|1|A|First day of school
        8/26/2025|1|1|B|
        8/27/2025|1|0.5|A|Early Release
        8/28/2025|1|1|B|Picture day
        9/1/2025|0|0|H|Labor Day
        9/2/2025|0|0|H|
        """)
    truth = [
        {"day": "2025-08-25", "is_instructional": True, "day_type": "full", "cycle_day": "A"},
        {"day": "2025-08-26", "is_instructional": True, "cycle_day": "B"},
        {"day": "2025-08-27", "is_instructional": True, "day_type": "half", "cycle_day": "A"},
        {"day": "2025-08-28", "is_instructional": True, "cycle_day": "B"},
        {"day": "2025-09-01", "is_instructional": False, "day_type": "holiday"},
        {"day": "2025-09-02", "is_instructional": False},
    ]
    return Shape("letters_beside_notes", "calendar.csv", text(rows), {"calendar_days": truth})


@shape
def codes_of_days_with_notes() -> Shape:
    """Without a yes or no the note says it: a code beside it needs no answer, one alone does."""
    rows = drawn("""
        Date|Type|Comments
        8/27/2025|XR|Early Release
        9/1/2025|HD|Labor Day
        9/2/2025|QQ|
        """)
    truth = [
        {"day": "2025-08-27", "is_instructional": True, "day_type": "half"},
        {"day": "2025-09-01", "is_instructional": False, "day_type": "holiday"},
    ]
    waiting = {"calendar_days": {"waiting": [4]}}
    return Shape("codes_of_days_with_notes", "calendar.csv", text(rows), {"calendar_days": truth}, waiting)


@shape
def letter_days_with_words_in_their_place() -> Shape:
    """Letters of the rotation in a workbook with weekdays beside, short days told behind them, and why there is none."""
    rows: list[list[Any]] = [
        ["Alder Junior High - Letter Days"],
        ["Weekday", "Date", "Letter Day"],
        ["Mon", date(2026, 1, 5), "No Students - Staff Development"],
        ["Tue", date(2026, 1, 6), "A Day"],
        ["Wed", date(2026, 1, 7), "B Day"],
        ["Thu", date(2026, 1, 8), "C Day - Early Dismissal"],
        ["Fri", date(2026, 1, 9), "Snow Day"],
        ["Mon", date(2026, 1, 12), "A Day"],
        ["Mon", date(2026, 1, 19), "No School (Martin Luther King Jr. Day)"],
    ]
    days = [
        ("2026-01-05", False, "staff_only", None), ("2026-01-06", True, None, "A"), ("2026-01-07", True, None, "B"),
        ("2026-01-08", True, "half", "C"), ("2026-01-09", False, "emergency_closed", None), ("2026-01-12", True, None, "A"),
        ("2026-01-19", False, "holiday", None),
    ]  # fmt: skip
    truth = [
        {"day": day, "is_instructional": held, "school": "Alder Junior High"}
        | ({"day_type": kind} if kind else {})
        | ({"cycle_day": letter} if letter else {})
        for day, held, kind, letter in days
    ]
    return Shape("letter_days_with_words_in_their_place", "letters.xlsx", book({"Jan": rows}), {"calendar_days": truth})


@shape
def closures_by_a_tick() -> Shape:
    """What is on, and a tick where no students come; an event without one has no say."""
    rows = drawn("""
        Calendar Date|What's On|Students Off
        10/9/2025|Regional convention|x
        10/13/2025|Indigenous Peoples' Day|x
        11/4/2025|Staff development|x
        11/5/2025|Early dismissal|
        """)
    truth: list[dict[str, Any]] = [
        {"day": "2025-10-09", "is_instructional": False},
        {"day": "2025-10-13", "is_instructional": False, "day_type": "holiday"},
        {"day": "2025-11-04", "is_instructional": False, "day_type": "staff_only"},
        {"day": "2025-11-05", "is_instructional": True, "day_type": "half"},
    ]
    return Shape("closures_by_a_tick", "off.csv", text(rows), {"calendar_days": truth}, asked=("Regional convention",))


@shape
def days_counted_beside_the_cycle() -> Shape:
    """How many school days there have been stands beside the cycle's own number: it names no school, and no rotation."""
    rows = drawn("""
        Calendar Date|School Day Number|Day of Cycle|Instructional Day No.|Type of Day
        9/2/2025|1|1|1|Full Day
        9/3/2025|2|2|2|Minimum Day
        9/4/2025||||Teacher Workday
        9/5/2025|3|3|3|Full Day
        9/8/2025|4|1|4|Full Day
        """)
    kinds = {"Full Day": "full", "Minimum Day": "half", "Teacher Workday": "staff_only"}
    truth = [
        {"day": f"2025-09-0{row[0][2]}", "is_instructional": bool(row[1]), "day_type": kinds[row[4]]}
        | ({"cycle_day": row[2]} if row[2] else {})
        for row in rows[1:]
        if row
    ]
    return Shape("days_counted_beside_the_cycle", "days.csv", text(rows), {"calendar_days": truth})


@shape
def a_month_drawn_for_one_school() -> Shape:
    """The title names the month and the school: its days are that school's alone."""
    rows = drawn("""
        October 2025 - Alder Ridge Middle||||
        Mon|Tue|Wed|Thu|Fri
        6|7|8|9|10
        ||Minimum day||Staff development
        13|14|15|16|17
        Holiday||||
        """)
    kinds = {8: "half", 10: "staff_only", 13: "holiday"}
    truth = [
        {"school": "Alder Ridge Middle", "day": f"2025-10-{day:02}", "is_instructional": day not in (10, 13),
         "day_type": kinds.get(day, "full")}
        for day in (6, 7, 8, 9, 10, 13, 14, 15, 16, 17)
    ]  # fmt: skip
    return Shape("a_month_drawn_for_one_school", "october.xlsx", book({"Oct": rows}), {"calendar_days": truth})


@shape
def a_month_drawn_for_schools_of_a_kind() -> Shape:
    """A calendar of all high schools is no school's."""
    rows = drawn("""
        High School Calendar 2025-26||||
        October 2025||||
        Mon|Tue|Wed|Thu|Fri
        6|7|8|9|10
        ||Minimum day||Staff development
        13|14|15|16|17
        Holiday||||
        """)
    kinds = {8: "half", 10: "staff_only", 13: "holiday"}
    truth = [
        {"day": f"2025-10-{day:02}", "is_instructional": day not in (10, 13), "day_type": kinds.get(day, "full")}
        for day in (6, 7, 8, 9, 10, 13, 14, 15, 16, 17)
    ]
    return Shape("a_month_drawn_for_schools_of_a_kind", "oct.xlsx", book({"Oct": rows}), {"calendar_days": truth})
