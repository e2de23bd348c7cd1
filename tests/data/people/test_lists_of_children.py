"""Lists of children that look like those of staff or of weeks, and a bare no to whether somebody was excused."""

import pytest

from tests.data.loading import Ledger


def test_bare_names_beside_types_of_providers_and_minutes_are_no_staff(ledger: Ledger) -> None:
    ledger.load("lines.csv", 'Name,Provider Type,Minutes per Week\n"Lin, Ada",OT,60\n"Poe, Max",PT,30\n')
    assert sorted(ledger.rows("service_lines", "service", "amount_minutes")) == [("OT", 60), ("PT", 30)]


@pytest.mark.parametrize("heading", ["Start Week", "Week Start Date"])
def test_lines_may_begin_with_a_week(ledger: Ledger, heading: str) -> None:
    rows = '5012,"Lin, Ada",OT,60,9/8/2025\n5013,"Poe, Max",PT,30,9/15/2025\n'
    ledger.load("lines.csv", f"Student ID,Student,Service,Minutes/Week,{heading}\n{rows}")
    assert sorted(ledger.rows("service_lines", "student_id", "amount_minutes")) == [("5012", 60), ("5013", 30)]


@pytest.mark.parametrize(
    ("title", "heading", "told"),
    [
        ("", "Minutes,Excused", {"5013": "delivered"}),
        ("", "Note,Excused", {"5014": "missed"}),
        ("", "Note,Absence Excused", {"5012": "missed", "5014": "missed"}),
        ("Missed sessions,,,,,\n", "Note,Excused", {"5012": "missed", "5014": "missed"}),
    ],
)
def test_a_bare_no_is_asked_about_where_nothing_names_an_absence(
    ledger: Ledger, title: str, heading: str, told: dict[str, str]
) -> None:
    """Neither the heading, nor a title: then some of the rows may be of children who came."""
    length = "" if "Note" in heading else "30"
    rows = f'9/8/2025,5012,"Lin, Ada",OT,{length},No\n9/9/2025,5013,"Poe, Max",OT,{length},\n'
    rows += '9/10/2025,5014,"Diaz, Eva",OT,,Yes\n' if "Note" in heading else ""
    ledger.load("log.csv", f"{title}Date,Student ID,Student,Service,{heading}\n{rows}")
    assert dict(ledger.rows("sessions", "student_id", "status")) == told
