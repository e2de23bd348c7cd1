"""Ids of children that a spreadsheet took for numbers are the children's (decision 0213)."""

from itertools import permutations
from pathlib import Path

import pytest

from data import history
from tests.data.loading import Ledger, counts, sheet_of
from tests.quick import first

ROSTER = "Student ID,Last Name,First Name,School\n0012345,Lin,Ada,Birch\n0012346,Oh,Ben,Birch\n"
LOG = "Student ID,Service,Session Date,Minutes,Status\n"
SEPTEMBER = "12345,OT,9/3/2025,30,Delivered\n12346,OT,9/4/2025,30,Delivered\n"
OCTOBER = "0012345,OT,10/1/2025,30,Delivered\n0012346,OT,10/2/2025,30,Delivered\n"
LINES = (
    "Student ID,Service,Frequency,Start Date\n12345.0,OT,30 min Weekly,8/25/2025\n12346.0,OT,30 min Weekly,8/25/2025\n"
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def children(ledger: Ledger, *datasets: str) -> set[str]:
    return {who for one in datasets for (who,) in ledger.rows(one, "student_id")}


@pytest.mark.parametrize("order", first(2, ((one,) for one in permutations(("lines", "september", "roster")))))
def test_whatever_is_loaded_first_the_list_says_how_an_id_is_written(ledger: Ledger, order: tuple[str, ...]) -> None:
    files = {"roster": ROSTER, "september": LOG + SEPTEMBER, "lines": LINES}
    for name in order:
        ledger.load(f"{name}.csv", files[name])
    assert children(ledger, "students", "sessions", "service_lines") == {"0012345", "0012346"}


def test_without_a_list_the_form_with_its_zeros_is_kept(ledger: Ledger) -> None:
    ledger.load("sep.csv", LOG + SEPTEMBER)
    zeros = "0012345,OT,9/3/2025,30,Delivered\n0012346,OT,9/4/2025,30,Delivered\n"
    ledger.load("year.csv", LOG + zeros + OCTOBER)
    assert [day for (day,) in ledger.rows("sessions", "day(session_date)", order="session_date")] == [3, 4, 1, 2]
    assert children(ledger, "sessions") == {"0012345", "0012346"}


def test_a_list_as_csv_and_then_as_numbers_has_each_child_once(ledger: Ledger) -> None:
    ledger.load("roster.csv", ROSTER)
    again = sheet_of(ledger.load("roster again.csv", ROSTER.replace("00123", "123")), "students")
    assert (counts(again), again.missing) == ({"unchanged": 2}, 0)


def test_the_preview_says_so_and_brings_nobody_new(ledger: Ledger) -> None:
    ledger.load("roster.csv", ROSTER)
    sheet = sheet_of(ledger.load("sep.csv", LOG + SEPTEMBER), "sessions")
    assert any("2 ids of children differ" in one for one in sheet.assumptions)
    assert sheet.new_people == []


def test_a_file_that_has_both_forms_means_two_children(ledger: Ledger) -> None:
    ledger.load("roster.csv", ROSTER + "12345,Vance,Ida,Cedar\n")
    ledger.load("sep.csv", LOG + SEPTEMBER)
    assert children(ledger, "sessions") == {"12345", "0012346"}


def test_names_without_a_word_in_common_are_two_children(ledger: Ledger) -> None:
    ledger.load("roster.csv", ROSTER)
    ledger.load(
        "sep.csv",
        'Student Name,Student ID,Service,Session Date,Minutes,Status\n"Vance, Ida",12345,OT,9/3/2025,30,Delivered\n',
    )
    assert children(ledger, "sessions") == {"12345"}


def test_a_name_alone_is_the_one_child_of_both_forms(ledger: Ledger) -> None:
    ledger.load("roster.csv", ROSTER)
    ledger.load(
        "sep.csv",
        'Student Name,Student ID,Service,Session Date,Minutes,Status\n"Lin, Ada",12345,OT,9/3/2025,30,Delivered\n',
    )
    named = 'Student Name,Service,Session Date,Minutes,Status\n"Lin, Ada",OT,10/3/2025,30,Delivered\n'
    assert counts(sheet_of(ledger.load("oct.csv", named), "sessions")) == {"new": 1}
    assert children(ledger, "sessions") == {"0012345"}


def test_an_undo_of_the_list_leaves_the_ids_as_the_log_wrote_them(ledger: Ledger) -> None:
    ledger.load("roster.csv", ROSTER)
    ledger.load("sep.csv", LOG + SEPTEMBER)
    ((batch,),) = ledger.ask("select batch_id from batches where file_name = 'roster.csv'")
    history.undo(ledger.store, str(batch), "somebody")
    assert children(ledger, "sessions") == {"12345", "12346"}
