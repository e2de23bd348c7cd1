"""Amounts at a rate per cycle, and words of how a service is given that are written short."""

import pytest

from data.ingest.values import codes
from tests.data.loading import Ledger, sheet_of

HEADINGS = "Student ID,Service,Amount,Unit,Rate,Per,Setting,Begin,End"


@pytest.mark.parametrize(
    ("text", "setting", "kind"),
    [
        ("Therapy Rm", "pull_out", None), ("Consult w/ Tchr", "consult_staff", "indirect"), ("Reg Clsrm", "push_in", None),
        ("Gen Ed Clrm", "push_in", None), ("Outside Cls", "pull_out", None), ("Res Rm", "pull_out", None),
        ("RR", "pull_out", None),
        ("Not in gen ed class", "pull_out", None), ("not in reg ed", "pull_out", None),
        ("Rm 12", None, None), ("w/ peers", None, None),
        ("Outsd Reg Ed", "pull_out", None), ("outsd gen ed", "pull_out", None), ("Reg Ed", "push_in", None),
    ],
)  # fmt: skip
def test_settings_written_short(text: str, setting: str | None, kind: str | None) -> None:
    assert (codes.find(text, "setting"), codes.find(text, "kind")) == (setting, kind)


def _lines(ledger: Ledger, headings: str, *rows: str) -> list[tuple[object, ...]]:
    ledger.load("lines.csv", "\n".join([headings, *rows]), dataset="service_lines")
    with ledger.store.cursor() as cur:
        return cur.execute(
            "select student_id, minutes_per_session::int, sessions_per_cycle::int, amount_minutes::int, cycle"
            " from service_lines where known_to is null order by all"
        ).fetchall()


def test_a_rate_per_cycle_counts_sessions_of_the_amount(ledger: Ledger) -> None:
    """Half an hour twice a week is 60 a week; 45 minutes once each two weeks; ten of 30 a semester is 300."""
    found = _lines(
        ledger, HEADINGS, "1,OT,0.5,Hours,2,Week,In Class,8/25/2025,5/22/2026",
        "2,OT,45,Minutes,1,Every 2 weeks,Therapy Rm,8/25/2025,5/22/2026",
        "3,PT,30,Minutes,10,Semester,Therapy Rm,8/25/2025,5/22/2026",
    )  # fmt: skip
    assert found == [("1", 30, 2, 60, "week"), ("2", 45, 1, 45, "weeks:2"), ("3", 30, 10, 300, "semester")]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (HEADINGS, ["1,OT,30,Minutes,48.50,Week,In Class,8/25/2025,5/22/2026"]),
        (HEADINGS.replace("Rate,Per", "Rate,Period"), ["1,OT,30,Minutes,2,Week,In Class,8/25/2025,5/22/2026"]),
    ],
)
def test_a_rate_that_may_be_money_or_stands_before_another_heading_counts_nothing(
    ledger: Ledger, headings: str, rows: list[str]
) -> None:
    report = ledger.load("lines.csv", "\n".join([headings, *rows]), dataset="service_lines")
    assert "Rate" not in sheet_of(report, "service_lines").mapping
