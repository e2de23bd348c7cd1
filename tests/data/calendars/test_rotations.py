"""Days of a rotation (Day 3, B Day, letters) are school days; what stands in their place says why there is none."""

from pathlib import Path

import pytest

from tests.data.loading import Ledger

DAYS = ("2025-09-02", "2025-09-03", "2025-09-04", "2025-09-05", "2025-09-08", "2025-09-09")


def _loaded(folder: Path, head: str, *cells: str) -> list[tuple[str, bool, str | None, str | None]]:
    ledger = Ledger.holding(folder)
    rows = (f"{day},{cell}" for day, cell in zip(DAYS, cells, strict=False))
    ledger.load("days.csv", "\n".join((f"Date,{head}", *rows)))
    found = ledger.rows("calendar_days", "day", "is_instructional", "day_type", "cycle_day", order="day")
    return [(day.isoformat(), *rest) for day, *rest in found]


def test_letters_beside_notes_are_school_days(tmp_path: Path) -> None:
    assert _loaded(tmp_path, "Letter Day,Notes", "A,", "B,", "C,Early dismissal", ",Labor Day", "A,", ",") == [
        (DAYS[0], True, None, "A"),
        (DAYS[1], True, None, "B"),
        (DAYS[2], True, "half", "C"),
        (DAYS[3], False, "holiday", None),
        (DAYS[4], True, None, "A"),
    ]


def test_days_of_a_rotation_among_kinds_of_day(tmp_path: Path) -> None:
    found = _loaded(tmp_path, "Day Type", "A Day", "B Day", "A Day (Early Release)", "No School", "B Day", "Snow Day")
    assert found == [
        (DAYS[0], True, None, "A"),
        (DAYS[1], True, None, "B"),
        (DAYS[2], True, "half", "A"),
        (DAYS[3], False, "holiday", None),
        (DAYS[4], True, None, "B"),
        (DAYS[5], False, "emergency_closed", None),
    ]


def test_a_day_of_the_rotation_that_is_told_as_closed_is_asked_about(tmp_path: Path) -> None:
    found = _loaded(tmp_path, "Letter Day,Notes", "A,", "B,", "C,Labor Day", "A,Teacher inservice", "B,")
    assert [day for day, *_ in found] == [DAYS[0], DAYS[1], DAYS[4]]


def test_an_excerpt_of_a_cycle_by_numbers(tmp_path: Path) -> None:
    found = _loaded(tmp_path, "Cycle Day,Notes", "5,", "6,", "1,", "2,Half day")
    assert [(kind, cycle) for *_, kind, cycle in found] == [(None, "5"), (None, "6"), (None, "1"), ("half", "2")]


def test_words_that_nobody_knows_wait(tmp_path: Path) -> None:
    assert len(_loaded(tmp_path, "Cycle Day", "1", "2", "Field trip week", "3")) == 3


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Letter Day,Notes", ("A,", "B,", "H,")), ("Day Type", ("A", "B", "H", "A")), ("Day Number,Event", ("2,", "3,", "1,")),
        ("Cycle Day,Notes", ("9,", "10,", "11,")), ("Cycle Day,Notes", ("A,", "10,", "B,")),
    ],
)  # fmt: skip
def test_letters_with_gaps_and_numbers_of_days_are_no_rotation(
    tmp_path: Path, head: str, cells: tuple[str, ...]
) -> None:
    assert _loaded(tmp_path, head, *cells) == []
