"""Grids and logs in which colours say what became of a session: by the sheet's key, else asked."""

from dataclasses import replace

import pytest

from data.ingest.model import Table
from data.ingest.tables import colours
from data.ingest.tables.finding import find
from data.ingest.values import statuses
from tests.data.sheets import cells, sheet

RED, GREEN, BLUE, SUN = "FFFF6666", "FF92D050", "FF9DC3E6", "FFFFFF00"
GRID = "Student|9/8/2025|9/10/2025|9/15/2025\nIda Amsel|30|30|30\nOtto Bohm|45||45\nRos Quade|20|20|20\n|||\n"


def table(drawn: str, fills: dict[tuple[int, int], str]) -> Table:
    return find(replace(sheet(drawn), fills=fills))[0]


def test_a_number_in_a_colour_that_the_key_calls_absent_is_no_minutes() -> None:
    fills = {(1, 1): GREEN, (1, 2): RED, (2, 1): RED, (3, 3): BLUE, (5, 0): RED, (6, 0): GREEN, (7, 0): BLUE}
    found = table(f"{GRID}student absent\nseen\nschool event (zoo)", fills)
    assert [value for _, value in cells(found, "Date", "Value")] == [
        "30", "student absent", "30", "student absent", "45", "20", "20", "school event (zoo)",
    ]  # fmt: skip


def test_a_number_in_the_colour_of_make_ups_is_theirs() -> None:
    fills = {(1, 2): BLUE, (2, 1): RED, (5, 0): RED, (6, 0): BLUE}
    found = table(f"{GRID}therapist absent\nmake-up session", fills)
    told = [value or "" for _, value in cells(found, "Date", "Value")]
    assert told[1] == "make-up session, 30 min" and told[3] == "therapist absent"
    assert (statuses.read(told[1]).status, statuses.read(told[1]).minutes) == ("make_up", 30)


def test_a_key_may_name_colours_in_words_and_a_blank_cell_may_be_coloured() -> None:
    found = table(f"{GRID}Red = absent    Light blue: PT out\n", {(1, 1): RED, (2, 2): BLUE})
    assert [value for _, value in cells(found, "Date", "Value")] == [
        "absent",
        "30",
        "30",
        "45",
        "PT out",
        "45",
        *["20"] * 3,
    ]


@pytest.mark.parametrize("key", ["", "Red = absent"])
def test_a_colour_that_nobody_explains_is_asked_about(key: str) -> None:
    found = table(f"{GRID}{key}\n", {(1, 2): SUN, (3, 1): SUN})
    told = [value or "" for _, value in cells(found, "Date", "Value")]
    assert told == ["30", "30 (coloured yellow)", "30", "45", "45", "20 (coloured yellow)", "20", "20"]
    assert (statuses.read(told[1]).known, statuses.read(told[1]).minutes) == (False, 30)


def test_stripes_weekends_and_names_in_colour_say_nothing() -> None:
    stripes = {(2, at): BLUE for at in range(4)}
    column = {(at, 2): SUN for at in range(1, 4)}
    for fills in (stripes, column, {(1, 0): RED, (0, 1): RED}):
        assert [value for _, value in cells(table(GRID, fills), "Date", "Value")] == ["30"] * 3 + ["45"] * 2 + [
            "20"
        ] * 3


@pytest.mark.parametrize("drawn", ["Goal|9/8/2025|9/10/2025|9/15/2025\nIda reads|30|30|30\nIda writes|45||45",
                                   "Student|9/8/2025|9/10/2025|9/15/2025\nIda Amsel|83|87|91\nOtto Bohm|12||17"])  # fmt: skip
def test_coloured_scores_are_left_as_they_are(drawn: str) -> None:
    assert "(coloured" not in str(cells(table(drawn, {(1, 2): SUN}), "Value"))


def test_rows_of_one_colour_are_what_the_key_says() -> None:
    log = "Date|Student|Min\n9/8/2025|Ida Amsel|30\n9/8/2025|Otto Bohm|30\n9/9/2025|Ida Amsel|20\n||\npink = no show||"
    fills = {(1, at): "FFFFC0CB" for at in range(3)} | {(2, at): SUN for at in range(3)}
    found = table(log, fills)
    assert cells(found, "Student", "Session Status") == [
        ("Ida Amsel", "no show"), ("Otto Bohm", "(coloured yellow)"), ("Ida Amsel", "delivered"),
    ]  # fmt: skip


def test_a_log_with_a_column_of_outcomes_is_left_as_it_is() -> None:
    log = "Date|Student|Min|Status\n9/8/2025|Ida Amsel|30|seen\n9/8/2025|Otto Bohm|30|seen\n|||\nred = absent|||"
    assert "Session Status" not in table(log, {(1, at): RED for at in range(4)}).headings


@pytest.mark.parametrize(
    ("colour", "names"),
    [("FFFF0000", ("red",)), ("92D050", ("green",)), ("FFFFC000", ("orange", "yellow")), ("FFFFC7CE", ("red", "pink")),
     ("FFD9D9D9", ("grey",)), ("4", ()), ("9/0.4", ()), ("#ff0000", ("red",)), ("Gray", ("grey",)), ("beige", ())],
)  # fmt: skip
def test_colours_by_name(colour: str, names: tuple[str, ...]) -> None:
    assert colours.names_of(colour) == names
