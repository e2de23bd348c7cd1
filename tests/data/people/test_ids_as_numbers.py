"""Ids of children that a spreadsheet took for numbers are the children's (decision 0213)."""

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from data import history
from tests.data.loading import Ledger, counts, only_file, sheet_of
from tests.data.workbooks import workbook
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


@pytest.mark.slow
@pytest.mark.parametrize("order", first(2, ((one,) for one in permutations(("lines", "september", "roster")))))
def test_whatever_is_loaded_first_the_list_says_how_an_id_is_written(ledger: Ledger, order: tuple[str, ...]) -> None:
    files = {"roster": ROSTER, "september": LOG + SEPTEMBER, "lines": LINES}
    for name in order:
        ledger.load(f"{name}.csv", files[name])
    assert children(ledger, "students", "sessions", "service_lines") == {"0012345", "0012346"}


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_name_alone_is_the_one_child_of_both_forms(ledger: Ledger) -> None:
    ledger.load("roster.csv", ROSTER)
    ledger.load(
        "sep.csv",
        'Student Name,Student ID,Service,Session Date,Minutes,Status\n"Lin, Ada",12345,OT,9/3/2025,30,Delivered\n',
    )
    named = 'Student Name,Service,Session Date,Minutes,Status\n"Lin, Ada",OT,10/3/2025,30,Delivered\n'
    assert counts(sheet_of(ledger.load("oct.csv", named), "sessions")) == {"new": 1}
    assert children(ledger, "sessions") == {"0012345"}


@pytest.mark.slow
def test_an_undo_of_the_list_leaves_the_ids_as_the_log_wrote_them(ledger: Ledger) -> None:
    ledger.load("roster.csv", ROSTER)
    ledger.load("sep.csv", LOG + SEPTEMBER)
    ((batch,),) = ledger.ask("select batch_id from batches where file_name = 'roster.csv'")
    history.undo(ledger.store, str(batch), "somebody")
    assert children(ledger, "sessions") == {"12345", "12346"}


LIST: list[list[Any]] = [["Student ID", "Last Name", "First Name", "School"], ["0012345", "Lin", "Ada", "Birch"],
                         ["0012346", "Oh", "Ben", "Birch"]]  # fmt: skip
SEEN: list[list[Any]] = [["Student ID", "Service", "Session Date", "Minutes", "Status"],
                         [12345, "OT", date(2025, 9, 3), 30, "Delivered"],
                         [12346, "OT", date(2025, 9, 4), 30, "Delivered"]]  # fmt: skip
OWED: list[list[Any]] = [
    ["Student ID", "Service", "Frequency", "Start Date"],
    [12345, "OT", "30 min Weekly", date(2025, 8, 25)],
]


@pytest.mark.parametrize("order", first(2, [(order,) for order in permutations(("Log", "IEP", "Students"))]))
def test_a_workbook_with_a_list_of_texts_and_logs_of_numbers_has_each_child_once(
    ledger: Ledger, order: tuple[str, ...]
) -> None:
    sheets = {"Students": LIST, "Log": SEEN, "IEP": OWED}
    report = only_file(ledger.load("book.xlsx", workbook({name: sheets[name] for name in order})))
    assert {one.dataset for one in report.sheets} == {"students", "sessions", "service_lines"}
    assert children(ledger, "students", "sessions", "service_lines") == {"0012345", "0012346"}
    assert not any(one.new_people for one in report.sheets)


def test_a_workbook_without_a_list_keeps_the_zeros_of_one_of_its_sheets(ledger: Ledger) -> None:
    texts = [SEEN[0], *([f"00{row[0]}", "OT", date(2025, 10, 1), 30, "Delivered"] for row in SEEN[1:])]
    ledger.load("book.xlsx", workbook({"Sep": SEEN, "Oct": texts}))
    assert children(ledger, "sessions") == {"0012345", "0012346"}


def test_a_sheet_that_has_both_forms_means_two_children_in_its_workbook_too(ledger: Ledger) -> None:
    both = [*LIST, ["12345", "Vance", "Ida", "Cedar"]]
    ledger.load("book.xlsx", workbook({"Students": both, "Log": SEEN}))
    assert children(ledger, "sessions") == {"12345", "0012346"}


@pytest.mark.slow
def test_a_workbook_taken_back_leaves_the_others_as_they_wrote_them(ledger: Ledger) -> None:
    ledger.load("more.csv", LOG + "12345,OT,11/3/2025,30,Delivered\n")
    batch = str(only_file(ledger.load("book.xlsx", workbook({"Students": LIST, "Log": SEEN}))).batch_id)
    assert children(ledger, "sessions") == {"0012345", "0012346"}
    history.undo(ledger.store, batch, "somebody")
    assert children(ledger, "sessions") == {"12345"}
