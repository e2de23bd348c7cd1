"""What an upload brought, in the words of the screen."""

from types import SimpleNamespace

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


@pytest.mark.parametrize(
    ("rows", "said"),
    [(1, "1 row is again as another upload has it"), (2, "2 rows are again as another upload has them")],
)
def test_what_an_undo_brings_back_is_told_in_the_right_number(rows: int, said: str) -> None:
    row = SimpleNamespace(dataset="service_lines", rows_gone=0, rows_back=0, rows_as_before=rows)
    assert history._effect(row) == f"Service lines: {said}."
