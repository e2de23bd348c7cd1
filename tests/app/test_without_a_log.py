"""What pages say of lines that no log speaks for, and of a choice that no line fits: nothing that nobody knows."""

from pathlib import Path

import pytest

from tests.app.conftest import Open, words

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
