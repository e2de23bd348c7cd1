"""Events of a district's site with a category each, minutes by setting under a month, and posts with who holds them."""

from decimal import Decimal

import pytest

from tests.data.loading import Ledger, sheet_of

EVENTS = """Title,Start,End,Category
First Day of School,8/20/2025,8/20/2025,School Day
Labor Day,9/1/2025,9/1/2025,No School
School Board Meeting,9/22/2025,9/22/2025,District Event
Fall Break,10/16/2025,10/17/2025,No School
Two-Hour Delay - Ice,1/27/2026,1/27/2026,Late Start
Band Concert,12/11/2025,12/11/2025,District Event
Teacher Workday - No Students,1/5/2026,1/5/2026,No School
"""
LOG = """Teacher:,Ione Vail,,,,,
Period:,November 2025,,,,,
,,,,,,
Date,Student ID,Service,Push-In Min,Pull-Out Min,Consult Min,"If not seen, why"
11/3/2025,41,OT,,45,,
11/4/2025,42,OT,30,,15,
11/10/2025,41,OT,,,,Student absent
"""
POSTS = """Pos #,Position Title,Incumbent,Emp ID,FTE Budgeted,FTE Filled,Site
1,Occupational Therapist,"Vail, Ione",10442,1,1,Elm Elementary
2,Physical Therapist,"Moss, Ray",11873,1,0.8,Oak Middle
"""


@pytest.mark.parametrize(
    ("heading", "periods", "told"),
    [
        ("MP", ("Q1", "Q2"), ["Q1", "Q2"]), ("Mkg Pd", ("1", "2"), ["MP1", "MP2"]), ("Seg", ("T1", "T2"), ["T1", "T2"]),
        ("Seg", ("Fall Break", "Winter Break"), []),
    ],
)  # fmt: skip
def test_periods_are_told_by_their_names_under_any_heading(
    ledger: Ledger, heading: str, periods: tuple[str, str], told: list[str]
) -> None:
    days = zip(periods, ("8/20/2025,10/17/2025", "10/20/2025,12/19/2025"), strict=True)
    ledger.load("mps.csv", f"{heading},Begins,Ends\n" + "".join(f"{one},{ends}\n" for one, ends in days))
    assert [period for (period,) in ledger.rows("grading_periods", "period", order="period")] == told


def test_events_are_days_of_a_calendar_and_no_grading_periods(ledger: Ledger) -> None:
    """A break of two days is two; a meeting and a concert change nothing that is known, and are asked about."""
    report = ledger.load("events.csv", EVENTS.encode())
    found = sheet_of(report, "calendar_days")
    assert ledger.rows("grading_periods", "period") == []
    told = [
        (str(day), open_, kind)
        for day, open_, kind in ledger.rows("calendar_days", "day", "is_instructional", "day_type")
    ]
    assert told == [
        ("2025-08-20", True, "full"), ("2025-09-01", False, "holiday"), ("2025-10-16", False, "holiday"),
        ("2025-10-17", False, "holiday"), ("2026-01-27", True, "late_start"), ("2026-01-05", False, "staff_only"),
    ]  # fmt: skip
    assert found.waiting == 2


def test_an_event_beside_its_kind_tells_of_breaks_from_a_first_to_a_last_day(ledger: Ledger) -> None:
    """Three weekdays of Thanksgiving, ten of the break from December 22 to January 2, and two days of their own."""
    sheet = sheet_of(ledger.load("days.csv", BREAKS.encode()), "calendar_days")
    told = ledger.rows("calendar_days", "day", "is_instructional")
    assert (sheet.new, sheet.mapping["Type"], len(told)) == (15, "day_type", 15)
    days = {str(day): is_open for day, is_open in told}
    assert [day for day in days if day < "2025-12-01"] == ["2025-08-25", "2025-11-26", "2025-11-27", "2025-11-28"]
    assert [day for day, is_open in days.items() if is_open] == ["2025-08-25", "2026-06-05"]


BREAKS = """Date,Event,Type
8/25/2025,First day of school,First Day
11/26/2025 - 11/28/2025,Thanksgiving,No School
12/22/2025 - 1/2/2026,Winter break,No School
6/5/2026,Last day of school,Last Day
"""


def test_minutes_by_setting_are_a_record_each_under_the_name_of_a_month(ledger: Ledger) -> None:
    """45 + 30 + 15 minutes given, in three sessions, and one missed."""
    found = sheet_of(ledger.load("log.csv", LOG.encode()), "sessions")
    told = ledger.rows("sessions", "student_id", "minutes", "setting", "kind", "status")
    assert told == [
        ("41", 45, "pull_out", told[0][3], "delivered"), ("42", 15, told[1][2], "indirect", "delivered"),
        ("42", 30, "push_in", told[2][3], "delivered"), ("41", None, told[3][2], told[3][3], "missed"),
    ]  # fmt: skip
    assert found.new == 4


def test_the_filled_part_of_a_post_is_its_holders(ledger: Ledger) -> None:
    ledger.load("posts.csv", POSTS.encode())
    assert ledger.rows("providers", "provider_id", "provider_name", "fte") == [
        ("10442", "Vail, Ione", 1), ("11873", "Moss, Ray", Decimal("0.8")),
    ]  # fmt: skip
