"""Calendars whose first and last days are told of students or staff, and drawn months that tell the day of a rotation."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text


def _day(day: str, kind: str | None = None, *, school: bool = True, **more: str) -> Row:
    return {"day": day, "is_instructional": school, **({"day_type": kind} if kind else {}), **more}


@shape
def drawn_month_of_a_rotation() -> Shape:
    """Letters of days under the dates, what else is on beneath or behind them; only a day of school has one."""
    rows = drawn("""
        Fir Valley Schools
        |||NOVEMBER 2025|||
        Sun|Mon|Tue|Wed|Thu|Fri|Sat
        2|3|4|5|6|7|8
        |A Day|B Day|C Day|A Day|B Day|
        ||||Early Release||
        9|10|11|12|13|14|15
        |C Day|Veterans Day|A Day (Half Day)|B Day|Teacher Workday|
        """)
    truth = [
        _day("2025-11-03", cycle_day="A"), _day("2025-11-04", cycle_day="B"), _day("2025-11-05", cycle_day="C"),
        _day("2025-11-06", "half", cycle_day="A"), _day("2025-11-07", cycle_day="B"), _day("2025-11-10", cycle_day="C"),
        _day("2025-11-11", "holiday", school=False), _day("2025-11-12", "half", cycle_day="A"),
        _day("2025-11-13", cycle_day="B"), _day("2025-11-14", "staff_only", school=False),
    ]  # fmt: skip
    return Shape("drawn_month_of_a_rotation", "November.xlsx", book({"Nov": rows}), {"calendar_days": truth})


@shape
def first_days_of_students_and_staff() -> Shape:
    """First and last days in any order of words: those of students are days of school, those of teachers none of it."""
    rows = drawn("""
        Date|Event
        8/11/2025|Teachers' First Day
        8/14/2025|First Day - Students
        9/1/2025|Labor Day
        6/4/2026|Students' Last Day / Teacher Workday
        """)
    truth = [
        _day("2025-08-11", "staff_only", school=False), _day("2025-08-14", "full"),
        _day("2025-09-01", "holiday", school=False), _day("2026-06-04", "full"),
    ]  # fmt: skip
    asked = ("(unlisted weekdays)",)
    return Shape("first_days_of_students_and_staff", "year.csv", text(rows), {"calendar_days": truth}, asked=asked)


@shape
def a_schools_letters_of_days() -> Shape:
    """A title that says of whose days the letters are: one school's, and not the district's."""
    rows = drawn("""
        Alder Ridge Middle School A/B Day Calendar 2025-26
        Date|A/B|Event
        2/2/2026|A|
        2/3/2026|B|
        2/4/2026||Teacher Workday
        2/5/2026|A|
        """)
    own = {"school": "Alder Ridge Middle School"}
    truth: list[Row] = [
        {"day": "2026-02-02", "is_instructional": True, "cycle_day": "A", **own},
        {"day": "2026-02-03", "is_instructional": True, "cycle_day": "B", **own},
        {"day": "2026-02-04", "is_instructional": False, "day_type": "staff_only", **own},
        {"day": "2026-02-05", "is_instructional": True, "cycle_day": "A", **own},
    ]
    return Shape("a_schools_letters_of_days", "ab days.csv", text(rows), {"calendar_days": truth})
