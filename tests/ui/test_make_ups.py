"""What was entered on an item of the worklist, before it is stored."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from data.errors import UserError
from data.worklist import Decision
from ui.compliance import make_ups

ITEM = pd.Series(
    {
        "student_id": "S1", "student_name": "Marlow, Tessa", "service": "OT", "line_id": "L1", "period": "2025-09",
        "period_start": date(2025, 9, 1), "period_end": date(2025, 9, 26), "decision": None, "decided_on": pd.NaT,
        "decided_by": None, "decided_minutes": float("nan"),
    }
)  # fmt: skip


def test_a_decision_as_it_was_entered() -> None:
    entered: dict[str, Any] = {
        "decision": "declined by family", "decided_on": "2025-11-06", "decided_by": " IEP  team ", "decided_minutes": 30,
    }  # fmt: skip
    made = make_ups.entry(ITEM, entered)
    assert made == Decision("S1", "L1", "2025-09", "declined_by_family", date(2025, 11, 6), "IEP team", 30.0)


def test_what_stands_is_kept_where_only_a_part_was_changed() -> None:
    stands = ITEM.copy()
    stands["decision"], stands["decided_on"], stands["decided_by"] = "offered", pd.Timestamp("2025-11-03"), "Ruiz"
    made = make_ups.entry(stands, {"decision": "made up"})
    assert made == Decision("S1", "L1", "2025-09", "made_up", date(2025, 11, 3), "Ruiz", None)


def test_a_cell_that_was_emptied_again_is_no_decision() -> None:
    assert make_ups.entry(ITEM, {"decision": None}) is None


@pytest.mark.parametrize(
    ("entered", "lacks"),
    [
        ({"decision": "award"}, "its day and who decided"), ({"decided_by": "Ruiz"}, "the decision and its day"),
        ({"decision": "award", "decided_on": "2025-11-06"}, "who decided"),
    ],
)  # fmt: skip
def test_a_decision_without_its_day_or_person_is_refused_with_what_lacks(entered: dict[str, Any], lacks: str) -> None:
    with pytest.raises(UserError, match=f"fill in {lacks} for Marlow, Tessa, OT"):
        make_ups.entry(ITEM, entered)


def test_what_was_missed_is_told_in_days() -> None:
    assert make_ups.with_period(pd.DataFrame([ITEM]))["missed"].tolist() == ["Sep 1 to Sep 26"]
