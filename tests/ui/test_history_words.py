"""What an upload brought, in the words of the screen."""

from types import SimpleNamespace

import pytest

from ui.history import blocks as history


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


def test_each_reason_stands_once_and_whole_the_most_frequent_first() -> None:
    long = "Status: " + "this word is not known and is asked about, " * 5
    assert history.reasons(["no number", long, "no number"]) == ["2 rows: no number", f"1 row: {long}"]


def test_of_many_reasons_the_rest_is_counted() -> None:
    told = history.reasons(f"reason {number}" for number in range(11))
    assert (len(told), told[0], told[-1]) == (
        9, "1 row: reason 0", "3 more reasons, in the table and in the download",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"),
    [(1, "1 row is again as another upload has it"), (2, "2 rows are again as another upload has them")],
)
def test_what_an_undo_brings_back_is_told_in_the_right_number(rows: int, said: str) -> None:
    row = SimpleNamespace(dataset="service_lines", rows_gone=0, rows_back=0, rows_as_before=rows)
    assert history._effect(row) == f"Service lines: {said}."
