"""What an upload brought, in the words of the screen."""

import pytest

from ui import history


@pytest.mark.parametrize(
    ("datasets", "said"),
    [
        ("sessions", "session logs"),
        ("goals, measurements", "goals, measurements"),
        ("service_lines", "service lines"),
        ("awards", "awards"),  # no word of its own: its name without underscores
    ],
)
def test_an_upload_says_what_it_brought(datasets: str, said: str) -> None:
    assert history.kinds(datasets) == said
