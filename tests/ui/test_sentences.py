"""The two sentences for an e-mail where figures are few, or nothing has closed yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

import pandas as pd
import pytest

from ui.overview import blocks
from ui.shell.session import View


@dataclass(frozen=True)
class _View:
    as_of: date = date(2025, 9, 30)
    from_day: date | None = None


HEAD = {
    "adjusted_rate": 0.9, "gross_rate": 0.875, "expected_minutes": 240.0, "credited_minutes": 210.0, "excused_minutes": 6.0,
    "review_minutes": 0.0, "make_up_minutes": 24.0, "unaccounted_minutes": 12.0, "students": 1, "students_behind": 1,
}  # fmt: skip
UNSEEN = pd.DataFrame({"student_id": ["S1", "S1"]})


def _said(head: Any, unseen: pd.DataFrame = UNSEEN) -> str:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocks, "_students_not_seen", lambda view: unseen["student_id"].nunique())
        return blocks.sentences(cast(View, _View()), head)


def test_of_one_student() -> None:
    """240 expected minutes are 4.0 h; two lines of one student are one who was not seen."""
    assert _said(HEAD) == (
        "As of Sep 30, 2025, 90.0% of the service minutes that our IEPs promise were delivered, student absences set aside "
        "(87.5% of all 4.0 h expected). Of 1 student, 1 is two or more sessions behind and 1 was not seen for ten school days; "
        "0.2 h have neither a session nor a reason on file."
    )


def test_while_no_period_has_closed_nobody_is_behind() -> None:
    head = HEAD | {"make_up_minutes": 0.0, "unaccounted_minutes": 0.0, "students": 2, "students_behind": 0}
    assert _said(head, UNSEEN.head(0)).endswith(
        "Of 2 students, 0 were not seen for ten school days; no period has closed yet, so nobody is told to be behind."
    )


def test_without_a_rate_none_is_told() -> None:
    none = "No expected minutes are covered by a loaded log yet, so no rate can be told."
    assert _said(None) == none and _said(HEAD | {"gross_rate": None}) == none
