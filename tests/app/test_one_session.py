"""The last step down: one session, with the row of the file that it came from and what it counts for."""

from pathlib import Path

import pandas as pd
import pytest

from tests.app.conftest import Open, words
from tests.app.test_every_page import LINES, LOGS, Load
from tests.app.test_traces_and_times import link_of
from ui.student import one_session

DELIVERED = {
    "session_date": pd.Timestamp(2025, 10, 14), "service": "OT", "setting": "push_in", "status": "delivered", "reason": None,
    "minutes": 30.0, "provider_name": "Lee, Ann", "source_file": "october.xlsx", "source_sheet": "OT", "source_row": 34,
}  # fmt: skip
MISSED = {**DELIVERED, "setting": None, "status": "missed", "reason": "provider_absent", "minutes": 0.0}


def test_a_session_is_named_by_its_day_and_its_place_on_it() -> None:
    days = pd.DataFrame({"session_date": pd.to_datetime(["2025-10-14", "2025-10-14", "2025-10-13"])})
    assert one_session.addresses(days) == ["2025-10-14", "2025-10-14.2", "2025-10-13"]
    assert one_session.addresses(days.iloc[:0]) == []


def test_its_title_says_what_it_was() -> None:
    assert one_session.title(DELIVERED) == "OT push-in, Oct 14, 2025: 30 min delivered, Lee, Ann"
    assert one_session.title(MISSED) == "OT, Oct 14, 2025: missed, provider absent, Lee, Ann"


def test_its_source_names_file_sheet_row_and_upload() -> None:
    said = one_session.source(DELIVERED, pd.Timestamp(2025, 11, 3), "Kim")
    assert said == "october.xlsx, sheet OT, row 34; uploaded Nov 3, 2025 by Kim."
    assert one_session.source(
        {**DELIVERED, "source_file": None, "source_sheet": None, "source_row": None}, None, ""
    ) == ("The file is not known.")


@pytest.mark.parametrize(("page", "above"), [("student", []), ("compliance", ["All schools"])])
def test_a_link_to_a_session_opens_it(open_page: Open, load: Load, tmp_path: Path, page: str, above: list[str]) -> None:
    """S1's session of Sep 8 is row 2 of log.csv; it counts for the line's September."""
    load(LINES | LOGS)
    app = open_page(page, student=link_of(tmp_path / "ledger.duckdb", "S1"), session="2025-09-08")
    said = words(app)
    assert "Sep 8, 2025: 30 min delivered" in said
    assert "log.csv, row 2; uploaded " in said
    assert "in September 2025. The whole month:" in said
    assert "Mon Sep 8: delivered, 30 minutes. [log.csv, row 2]" in said
    ways = [one.label for one in app.button if str(one.key).startswith("trail_")]
    assert ways[: len(above)] == above
    assert len(ways) == len(above) + 1


@pytest.mark.slow
def test_a_link_to_no_session_shows_the_student_and_says_so(open_page: Open, load: Load, tmp_path: Path) -> None:
    load(LINES | LOGS)
    app = open_page("student", student=link_of(tmp_path / "ledger.duckdb", "S1"), session="2025-09-07")
    assert "This link names no session of this student in the school year up to the as-of date." in words(app)
    assert "Where it came from" not in words(app)
