"""Codes told in the brackets of their heading, times with the letter of a period that the file's key tells, sessions counted
under their period, and who treated by the titles of blocks."""

from dataclasses import replace

import pytest

from data.ingest.model import Table
from data.ingest.tables.steps.cells import keyed
from data.ingest.values import statuses
from tests.data.sheets import table


def column(found: Table, heading: str) -> list[str | None]:
    return found.body.column(found.headings.index(heading)).to_pylist()


LINES = ("Student ID|Svc|Min Each|Times|Per (1=WEEKLY 2=MONTHLY)|Place (A=Push-in; B=Pull-out)|Start",)


def test_codes_told_in_the_brackets_of_their_heading() -> None:
    """The 7 isn't told: it stays, to be asked about."""
    found = table(*LINES, "101|OT|30|2|1|B|9/8/2025", "102|PT|45|1|2|A|9/8/2025", "103|PT|45|1|7|A|9/8/2025")
    assert column(found, "Per") == ["WEEKLY", "MONTHLY", "7"]
    assert column(found, "Place") == ["Pull-out", "Push-in", "Push-in"]


def test_what_became_of_a_session_by_the_key_in_its_heading() -> None:
    heads = "Date|Student ID|Min|Outcome (P=Present; A=Student absent; T=Therapist absent)"
    found = table(heads, "11/3/2025|101|30|P", "11/3/2025|102|0|A", "11/4/2025|102|0|T", "11/4/2025|103|0|Z")
    assert column(found, "Outcome") == ["Present", "Student absent", "Therapist absent", "Z"]


@pytest.mark.parametrize("heading", ["Rating (1=emerging 4=mastered)", "Group (1=Weekly 2=Push-in)", "Level (1=low)"])
def test_a_key_of_steps_or_of_two_things_leaves_the_codes(heading: str) -> None:
    found = table(f"Student ID|Svc|{heading}|Start", "101|OT|1|9/8/2025", "102|PT|4|9/8/2025")
    assert column(found, heading) == ["1", "4"]


KEY = {"w": "per week", "c": "per 6-day cycle", "i": "Individual"}


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("Frequency", ("2W", "3c"), ["2 times per week", "3 times per 6-day cycle"]),
        ("Frequency", ("2W", "2Q"), ["2 times per week", "2Q"]),
        ("Frequency", ("2W", "30W"), ["2W", "30W"]),
        ("Session Length", ("2W", "3C"), ["2W", "3C"]),
        ("Room", ("2W", "3C"), ["2W", "3C"]),
    ],
)
def test_times_and_the_letter_of_a_period(heading: str, cells: tuple[str, str], expected: list[str]) -> None:
    found = table(f"Student ID|Svc|{heading}|Start", *(f"10{at}|OT|{one}|9/8/2025" for at, one in enumerate(cells)))
    assert column(keyed.times(replace(found, legend=KEY)), heading) == expected


def test_sessions_counted_under_their_period() -> None:
    heads = "Student ID|Svc|Minutes a Session|Sessions per Day|Sessions per Week|Sessions/Month|Start"
    rows = ("101|OT|30||2||9/8/2025", "102|APE|20|1|||9/8/2025", "103|PT|45|||3|9/8/2025")
    assert column(table(heads, *rows), "Frequency") == ["2 times per week", "1 times per day", "3 times per month"]


def test_sessions_counted_twice_in_a_row_stay() -> None:
    found = table(
        "Student ID|Svc|Sessions per Week|Sessions per Month|Start", "101|OT|2|8|9/8/2025", "102|OT|1||9/8/2025"
    )
    assert column(found, "Sessions per Week") == ["2", "1"]


BLOCKS = ("Student|ID|Minutes|Begins", "Amsel, Ida|101|60 / wk|9/8/2025", "Bohm, Otto|102|30 / wk|9/8/2025")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "PHYSICAL THERAPY - Gil March, DPT",
            "SPEECH-LANGUAGE - Wren Kit, CCC-SLP",
            ["Gil March, DPT", "Wren Kit, CCC-SLP"],
        ),
        ("PHYSICAL THERAPY - Gil March", "SPEECH-LANGUAGE - Wren Kit", ["Gil March", "Wren Kit"]),
        ("PHYSICAL THERAPY - Gil March, DPT", "SPEECH-LANGUAGE - vacant", ["Gil March, DPT", None]),
        ("PHYSICAL THERAPY", "SPEECH-LANGUAGE - Wren Kit, CCC-SLP", [None, "Wren Kit, CCC-SLP"]),
    ],
)
def test_each_block_is_of_whom_its_title_names(first: str, second: str, expected: list[str | None]) -> None:
    found = table("Minutes by discipline", "", first, *BLOCKS, "", second, *BLOCKS)
    told = [one.partition(" - ")[0] for one in column(found, "Service")]
    assert told == ["PHYSICAL THERAPY"] * 2 + ["SPEECH-LANGUAGE"] * 2
    assert [one or None for one in column(found, "Provider")] == [expected[0]] * 2 + [expected[1]] * 2


def test_a_therapist_alone_above_each_block_is_no_student() -> None:
    found = table("Caseloads", "", "Gil March, DPT", *BLOCKS, "Wren Kit, CCC-SLP", *BLOCKS[1:])
    assert column(found, "Student") == ["Amsel, Ida", "Bohm, Otto"] * 2
    assert column(found, "Provider") == ["Gil March, DPT"] * 2 + ["Wren Kit, CCC-SLP"] * 2


def test_words_behind_an_underscore_are_words() -> None:
    assert [statuses.read(text).status for text in ("HELD_MAKEUP", "NOT_HELD")] == ["make_up", "missed"]
