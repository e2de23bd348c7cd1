"""Fewer weeks than a school year has, beside amounts by the week; last rows that add up money."""

import pytest

from data.ingest.tables.steps.amounts import some_weeks
from tests.data.loading import Ledger, sheet_of
from tests.data.sheets import table

LINES = (
    "Student ID,Service,Days/Week,Min/Day,{weeks},Start,End\n"
    "61001,OT,1,30,36,8/20/2025,5/29/2026\n61002,PT,2,30,5,7/6/2026,8/7/2026\n61003,ST,1,30,18,9/1/2025,5/29/2026\n"
)


@pytest.mark.parametrize("weeks", ["Weeks/Year", "# of Weeks", "Weeks"])
def test_fewer_weeks_than_from_start_to_end_are_asked_about(ledger: Ledger, weeks: str) -> None:
    found = sheet_of(ledger.load("lines.csv", LINES.format(weeks=weeks)), "service_lines")
    assert (found.new, found.waiting) == (2, 1)
    assert [(one.kind, one.value, one.choices) for one in found.questions] == [
        ("frequency", "18 weeks a year, as a column says", ("weekly", "unusable"))
    ]
    assert ledger.rows("service_lines", "amount_minutes", "cycle") == [(30, "week"), (60, "week")]


def test_weekly_as_the_answer_is_every_week(ledger: Ledger) -> None:
    said = {"18 weeks a year, as a column says": "weekly"}
    ledger.load("lines.csv", LINES.format(weeks="Weeks/Year"), codes=said)
    assert ledger.rows("service_lines", "amount_minutes", "cycle")[-1] == (30, "week")


@pytest.mark.parametrize(
    "rows",
    [
        ("Student ID|Service|Min/Month|Weeks/Year", "61001|OT|60|18"),
        ("Student ID|Service|Min/Week|Week", "61001|OT|60|3", "61002|OT|60|4"),
        ("Student ID|Service|Min/Week|Weeks/Year", "61001|OT|60|36", "61002|OT|60|40"),
        ("Student ID|Service|Session Date|Min/Week|Weeks", "61001|OT|9/8/2025|60|18"),
    ],
)
def test_numbers_that_are_no_weeks_of_a_year(rows: tuple[str, ...]) -> None:
    found = table(*rows)
    assert some_weeks.of_a_year(found) is found


def test_a_last_row_that_adds_up_hours_and_money_is_nobodys(ledger: Ledger) -> None:
    log = (
        "Student ID,Svc,Date,Hrs,Rate,Amount\n61001,OT,9/8/2025,0.5,$85.00,$42.50\n"
        "61002,OT,9/9/2025,0.75,$85.00,$63.75\n,,,1.25,,$106.25\n"
    )
    found = sheet_of(ledger.load("invoice.csv", log), "sessions")
    assert (found.new, found.rejected) == (2, 0)
