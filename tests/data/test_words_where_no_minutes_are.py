"""A column of why that is filled in just the rows without minutes marks only what wasn't given."""

import pytest

from tests.data.staging import Result, staged

FIELDS = {"Min": "minutes", "No session because": "status"}


def log(*cells: str) -> Result:
    rows = [f"1001|OT|2025-09-{8 + number:02}|{cell}" for number, cell in enumerate(cells)]
    return staged("sessions", "\n".join(["student_id|service|session_date|Min|No session because", *rows]), FIELDS)


def test_blanks_beside_minutes_were_given_where_words_stand_only_beside_none() -> None:
    found = log("30|", "20|", "0|student absent", "|assembly")
    assert found.column("status", "reason") == [
        ("delivered", None), ("delivered", None), ("missed", "student_absent"), ("missed", "school_event"),
    ]  # fmt: skip


def test_an_unknown_word_there_is_still_asked() -> None:
    found = log("30|", "20|", "0|zoo")
    assert found.column("outcome") == ["ok", "ok", "waiting"]


@pytest.mark.parametrize(
    "cells",
    [
        ("30|", "20|", "30|student absent"),
        ("30|", "20|", "0|", "0|student absent"),
        ("30|", "20|", "25|present", "0|student absent"),
        ("30|", "0|student absent"),
    ],
)
def test_where_the_rows_are_not_parted_so_blanks_beside_minutes_wait(cells: tuple[str, ...]) -> None:
    assert log(*cells).column("outcome")[0] == "waiting"
