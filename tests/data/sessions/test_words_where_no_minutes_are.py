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


def coded(*cells: str) -> Result:
    rows = [f"1001|OT|2025-09-{8 + number:02}|{cell}" for number, cell in enumerate(cells)]
    return staged("sessions", "\n".join(["student_id|service|session_date|minutes|status|reason", *rows]))


@pytest.mark.parametrize(("given", "missed"), [("COMP", "MISS"), ("P", "A"), ("PRES", "NP"), ("dlvd", "zz")])
def test_codes_that_stand_only_with_minutes_or_only_with_reasons_are_settled(given: str, missed: str) -> None:
    found = coded(f"30|{given}|", f"20|{given}|", f"0|{missed}|student absent", f"|{missed}|assembly")
    assert found.column("outcome", "status", "reason") == [
        ("ok", "delivered", None), ("ok", "delivered", None), ("ok", "missed", "student_absent"),
        ("ok", "missed", "school_event"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "cells",
    [
        ("30|COMP|", "20|COMP|", "30|MISS|student absent", "0|MISS|assembly"),
        ("30|COMP|", "20|COMP|assembly", "0|ZZ|student absent", "0|ZZ|assembly"),
        ("30|COMP|", "20|COMP|", "0|ZZ|student absent", "0|ZZ|quux"),
        ("30|M|", "20|M|", "0|ZZ|student absent", "0|ZZ|assembly"),
        ("30|SCHED|", "20|SCHED|", "0|ZZ|student absent", "0|ZZ|assembly"),
        ("30|ATT|", "20|ATT|", "0|ZZ|student absent", "0|ZZ|assembly"),
        ("30|PRV|", "20|CMP|", "0|ZZ|student absent", "0|ZZ|assembly"),
    ],
)
def test_codes_of_both_kinds_or_that_may_be_something_else_wait(cells: tuple[str, ...]) -> None:
    assert coded(*cells).column("outcome")[0] == "waiting"
