"""What pages say of lines that no log speaks for, and of a choice that no line fits: nothing that nobody knows."""

from pathlib import Path

import pytest

from tests.app.conftest import Files, Open, words
from tests.app.test_every_page import LINES, LOGS, Load
from tests.quick import first

SEEN, NOTHING = "Every direct line in force was seen lately", "Nothing stands out"


@pytest.mark.parametrize("page", ["overview", "compliance"])
def test_a_service_without_a_log_is_not_said_to_be_seen(district: Path, open_page: Open, page: str) -> None:
    said = words(open_page(page, service="Counseling"))
    assert SEEN not in said
    assert NOTHING not in said
    assert "who was seen can't be told" in said


def test_the_missing_log_itself_needs_a_decision(district: Path, open_page: Open) -> None:
    assert "What needs a decision since" in words(open_page("overview", service="Counseling"))


@pytest.mark.parametrize("page", ["overview", "compliance"])
def test_a_choice_that_no_line_fits_needs_no_upload(district: Path, open_page: Open, page: str) -> None:
    said = words(open_page(page, school="Ironwood Middle School", provider="Kaur, Simran"))
    assert "No session log loaded" not in said
    assert "No service line is of what was chosen" in said


CLOSED: Files = {"calendar.csv": "Date,Instructional\n08/25/2025,Yes\n10/13/2025,No\n06/05/2026,Yes\n"}


@pytest.mark.parametrize("name", first(1, ["compliance", "overview", "board_view"]))
def test_a_calendar_that_leaves_no_school_day_is_named_where_there_is_no_rate(
    open_page: Open, load: Load, name: str
) -> None:
    """Of the weekdays between two open days that a file lists, none is open until somebody answers: nothing is expected."""
    load(LINES | LOGS | CLOSED)
    app = open_page(name)
    assert "No expected minutes to date" in words(app)
    assert "n/a of expected minutes" not in words(app)
    assert "or the calendar has no school day there" in words(app)
    assert "Look at the calendar" in [one.proto.label for one in app.get("page_link")]
