"""Lines whose period stands in odd places: weeks under Per, a column a period, days in one cell, other times beside."""

from tests.shapes.shape import Shape, drawn, line, shape, text, times

KIT, MAX, EVA = ({"student": name} for name in ("Oduya, Kit", "Prior, Max", "Quist, Eva"))


@shape
def weeks_under_per() -> Shape:
    """90 minutes per nine weeks are no nine sessions a week."""
    rows = drawn("""
        Student|ID|Service|Amount|Per
        Oduya, Kit|301455|OT|90 min|9 Weeks
        Prior, Max|301456|PT|30 min|Two weeks
        Quist, Eva|301457|SLP|30 min|Marking period
        """)
    truth = [
        line("301455", "OT", 90, "weeks:9", **KIT),
        line("301456", "PT", 30, "weeks:2", **MAX),
        line("301457", "SLP", 30, "quarter", **EVA),
    ]
    return Shape("weeks_under_per", "per.csv", text(rows), {"service_lines": truth})


@shape
def so_many_weeks() -> Shape:
    """Whether there is service every nine weeks, or for nine weeks, nobody says: the rows wait."""
    rows = drawn("""
        Student|ID|Service|Frequency|Minutes
        Oduya, Kit|301455|OT|9 weeks|30
        Prior, Max|301456|PT|2x 9 weeks|45
        Quist, Eva|301457|SLP|weekly|20
        """)
    truth = [line("301457", "SLP", 20, "week", **EVA)]
    held = {"service_lines": {"waiting": [2, 3]}}
    asked = ("9 weeks", "2x 9 weeks")
    return Shape("so_many_weeks", "weeks.csv", text(rows), {"service_lines": truth}, held, asked=asked)


@shape
def a_column_a_period() -> Shape:
    """By the week or by the month, never both in a row."""
    rows = drawn("""
        Student|ID|Service|Weekly Minutes|Monthly Minutes|Where
        Oduya, Kit|301455|OT|60||therapy room
        Prior, Max|301456|PT|0|45|classroom
        Quist, Eva|301457|SLP|30|-|therapy room
        """)
    truth = [
        line("301455", "OT", 60, "week", **KIT, setting="pull_out"),
        line("301456", "PT", 45, "month", **MAX, setting="push_in"),
        line("301457", "SLP", 30, "week", **EVA, setting="pull_out"),
    ]
    return Shape("a_column_a_period", "a_period.csv", text(rows), {"service_lines": truth})


@shape
def hours_of_all_weeks() -> Shape:
    """36 weeks of 60 minutes are 36 hours in all: no week's amount."""
    rows = drawn("""
        Student|ID|Service|Sessions|Frequency|Length of session|Weeks|Total hours
        Oduya, Kit|301455|OT|2|Weekly|30|36|36
        Prior, Max|301456|PT|1|Weekly|45|18|13.5
        """)
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **KIT),
        line("301456", "PT", 45, "week", **times(1, 45), **MAX),
    ]
    return Shape("hours_of_all_weeks", "all_weeks.csv", text(rows), {"service_lines": truth})


@shape
def days_in_a_cell_beside_a_duration() -> Shape:
    """Duration is how long a session is, the days are in one cell; what was before, or is proposed, is no amount."""
    rows = drawn("""
        Student|ID|Service|Duration|Frequency|Previous Frequency|Dates of service
        Oduya, Kit|301455|OT|30 min|2x/week|1x/week|9/8/2025 - 9/7/2026
        Prior, Max|301456|PT|45 min|1x/month|1x/week|10/14/2025 - 10/13/2026
        """)
    first = {"start_date": "2025-09-08", "end_date": "2026-09-07"}
    second = {"start_date": "2025-10-14", "end_date": "2026-10-13"}
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **KIT, **first),
        line("301456", "PT", 45, "month", **times(1, 45), **MAX, **second),
    ]
    return Shape("days_in_a_cell_beside_a_duration", "duration.csv", text(rows), {"service_lines": truth})


@shape
def mon_in_shorthand() -> Shape:
    """A column a service, with mon and wk behind the amounts."""
    rows = drawn("""
        Student|ID|Speech|OT
        Oduya, Kit|301455|2x30 wk|1x30 mon
        Prior, Max|301456|1x45 mon|2x20 wk
        """)
    truth = [
        line("301455", "SLP", 60, "week", **times(2, 30), **KIT),
        line("301455", "OT", 30, "month", **times(1, 30), **KIT),
        line("301456", "SLP", 45, "month", **times(1, 45), **MAX),
        line("301456", "OT", 40, "week", **times(2, 20), **MAX),
    ]
    return Shape("mon_in_shorthand", "short.csv", text(rows), {"service_lines": truth})


@shape
def a_year_seen_by_the_week() -> Shape:
    """1,080 minutes a year that are given weekly are no 1,080 a week."""
    rows = drawn("""
        Student|ID|Service|Frequency|Annual Minutes
        Oduya, Kit|301455|OT|Weekly|1,080
        Prior, Max|301456|PT|Monthly|405
        """)
    truth = [line("301455", "OT", 1080, "year", **KIT), line("301456", "PT", 405, "year", **MAX)]
    return Shape("a_year_seen_by_the_week", "annual.csv", text(rows), {"service_lines": truth})


@shape
def a_month_under_the_week() -> Shape:
    """Monthly beside Weekly Minutes: 45 a week, or a month? The row waits."""
    rows = drawn("""
        Student|ID|Service|Frequency|Weekly Minutes
        Oduya, Kit|301455|OT|Weekly|60
        Prior, Max|301456|PT|Monthly|45
        """)
    truth = [line("301455", "OT", 60, "week", **KIT)]
    held = {"service_lines": {"waiting": [3]}}
    return Shape("a_month_under_the_week", "a_week.csv", text(rows), {"service_lines": truth}, held, asked=("Monthly",))


@shape
def a_group_beside_the_week() -> Shape:
    """Are the group's minutes some of the week's, or more? And a place that names two is neither."""
    rows = drawn("""
        Student|ID|Service|Minutes/Week|Group Minutes/Week|Location
        Oduya, Kit|301455|OT|60|30|General Ed / Special Ed
        Prior, Max|301456|PT|30|0|Special Ed
        """)
    held = {"service_lines": {"waiting": [2, 3]}}
    asked = ("Group Minutes/Week", "General Ed / Special Ed")
    return Shape("a_group_beside_the_week", "groups.csv", text(rows), {}, held, asked=asked)


@shape
def lines_of_two_school_years() -> Shape:
    """Last year's line ends with its school year."""
    rows = drawn("""
        Student|ID|Service|School Year|Frequency
        Oduya, Kit|301455|OT|2024-25|1 x 30 min weekly
        Oduya, Kit|301455|OT|2025-26|2 x 30 min weekly
        """)
    truth = [
        line("301455", "OT", 30, "week", **times(1, 30), **KIT, start_date="2024-07-01", end_date="2025-06-30"),
        line("301455", "OT", 60, "week", **times(2, 30), **KIT, start_date="2025-07-01", end_date="2026-06-30"),
    ]
    return Shape("lines_of_two_school_years", "years.csv", text(rows), {"service_lines": truth})


@shape
def lines_that_may_have_ended() -> Shape:
    """A line that was declined, or that nobody agreed to yet, isn't owed for certain; with an end it has its own days."""
    rows = drawn("""
        Student|ID|Service|Frequency|Start|End|Service Status
        Oduya, Kit|301455|OT|2 x 30 min weekly|9/8/2025||Active
        Prior, Max|301456|PT|1 x 45 min monthly|9/8/2025||Declined by parent
        Quist, Eva|301457|SLP|30 min weekly|9/8/2025|11/13/2025|Discontinued
        Quist, Eva|301457|OT|30 min weekly|9/8/2025||Pending consent
        """)
    start = {"start_date": "2025-09-08"}
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **KIT, **start),
        line("301457", "SLP", 30, "week", **EVA, **start, end_date="2025-11-13"),
    ]
    held = {"service_lines": {"waiting": [3, 5]}}
    asked = ("Declined by parent", "Pending consent")
    return Shape("lines_that_may_have_ended", "standing.csv", text(rows), {"service_lines": truth}, held, asked=asked)
