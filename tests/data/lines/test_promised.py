"""Names with amounts behind them, rows that are told once, and headings over days."""

import pytest

from data.ingest.tables import legend
from data.ingest.tables.layouts import over_days
from data.ingest.tables.steps.amounts import cycles, promised


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Josie H. 2x20", ("Josie H.", "2x20")),
        ("Lin, Ada (1x30 wk)", ("Lin, Ada", "1x30 wk")),
        ("Ada Lin - 2 x 30 min", ("Ada Lin", "2 x 30 min")),
        ("Ada Lin 30 min", None),
        ("Room 2x4", None),
        ("Ada Lin", None),
    ],
)
def test_an_amount_behind_a_name_is_no_part_of_it(text: str, both: tuple[str, str] | None) -> None:
    assert promised.parted(text) == both


def test_weeks_and_months_stand_over_days_only_beside_students() -> None:
    days = (None, "9/8", "9/10", "9/15")
    assert over_days.are(("Student", "Wk 1", None, "Wk 2"), days)
    assert over_days.are(("Student", "September", None, None), days)
    assert not over_days.are((None, "Wk 1", None, "Wk 2"), days)
    assert not over_days.are(("Student", "Room 4", None, "Wk 2"), days)
    assert not over_days.are(("Student", "Wk 1", None, "Wk 2"), ("Lin, Ada", "9/8", "9/10", "9/15"))


def test_blanks_alone_part_a_key_only_where_most_of_it_tells_how_sessions_went() -> None:
    assert legend.read([("A-absent H-holiday T-therapist out",)]) == {
        "a": "absent",
        "h": "holiday",
        "t": "therapist out",
    }
    assert legend.read([("A-day B-day",)]) == {}
    assert legend.read([("OT-Smith PT-Jones",)]) == {}


@pytest.mark.parametrize(
    ("remark", "cycle"),
    [("All minutes are weekly", "week"), ("Minutes are monthly totals", "month"), ("Reviewed weekly", None)],
)
def test_a_remark_says_the_cycle_of_all_amounts(remark: str, cycle: str | None) -> None:
    assert cycles.in_remark(remark) == cycle
