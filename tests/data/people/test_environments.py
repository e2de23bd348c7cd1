"""How much of the day a child is in a class is no place where a service is given; a place with a share of its own is."""

import pytest

from data.ingest.values import codes


@pytest.mark.parametrize(
    "text",
    [
        "Regular class 40-79 %",
        "Inside regular class less than 40 %",
        "Inside regular class 80% or more of the day",
        "General education at least 80 percent",
        "In reg class <40%",
    ],
)
def test_a_share_of_the_day_is_no_setting(text: str) -> None:
    assert codes.find(text, "setting") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Regular class", "push_in"),
        ("Regular class 100%", "push_in"),
        ("Inside regular class", "push_in"),
        ("Resource room", "pull_out"),
    ],
)
def test_a_place_is_one(text: str, code: str) -> None:
    assert codes.find(text, "setting") == code
