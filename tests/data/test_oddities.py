"""What spreadsheets hold that a reader takes for something else: read rightly, or told with sheet, row and column."""

import io
import re
from datetime import date, timedelta
from typing import Any

import openpyxl
import pytest

from data.ingest.model import Problem
from tests.data.loading import Ledger, counts, only_file, sheet_of
from tests.data.workbooks import raw, workbook

HEADINGS = ["Student ID", "Service", "Date", "Minutes", "Status"]
GOOD = ["1", "OT", date(2025, 9, 8), 30, "Delivered"]


def log(*rows: list[Any], **options: Any) -> bytes:
    return workbook({"Log": [HEADINGS, GOOD, *rows]}, **options)


def issues(ledger: Ledger, data: bytes) -> list[Problem]:
    """The problems of a log whose first row is good: that row alone goes in."""
    found = sheet_of(ledger.load("log.xlsx", data), "sessions")
    assert (found.sheet, found.new) == ("Log", 1)
    assert ledger.rows("sessions", "student_id", "minutes") == [("1", 30)]
    return found.issues


@pytest.mark.parametrize(
    ("row", "column", "code", "said"),
    [
        (["2", "OT", date(2025, 9, 9), "=30*1", "Delivered"], "Minutes", "uncalculated", "save the workbook in Excel"),
        (["2", "OT", date(2025, 9, 9), "=1/0", "Delivered"], "Minutes", "uncalculated", "no stored value"),
        (["=A2", "OT", date(2025, 9, 9), 30, "Delivered"], "Student ID", "uncalculated", "no stored value"),
        (["2", "OT", "1/1/1899", 30, "Delivered"], "Date", "", ""),
        (["2", "OT", "1/1/2101", 30, "Delivered"], "Date", "", ""),
    ],
)
def test_a_cell_that_says_nothing_certain_is_told_with_its_row(
    ledger: Ledger, row: list[Any], column: str, code: str, said: str
) -> None:
    (problem, *_) = issues(ledger, log(row))
    assert (problem.row, problem.column) == (3, column)
    assert problem.code == code or not code
    assert said in problem.message and "\n" not in problem.message


def test_a_blank_id_among_others_is_not_filled_from_above(ledger: Ledger) -> None:
    rows = [[str(number), *GOOD[1:]] for number in range(1, 5)]
    report = ledger.load("log.xlsx", workbook({"Log": [HEADINGS, *rows, [None, *GOOD[1:]], ["6", *GOOD[1:]]]}))
    (problem,) = sheet_of(report, "sessions").issues
    assert (problem.row, problem.column, problem.code) == (6, "Student ID", "missing")
    assert ledger.rows("sessions", "student_id") == [("1",), ("2",), ("3",), ("4",), ("6",)]


def test_an_error_is_neither_blank_nor_nought(ledger: Ledger) -> None:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Log"
    for row in (HEADINGS, GOOD, ["2", "OT", date(2025, 9, 9), "#DIV/0!", "Delivered"]):
        sheet.append(row)
    sheet["D3"].data_type = "e"
    book.save(out)
    (problem,) = issues(ledger, out.getvalue())
    assert (problem.row, problem.column, problem.code, problem.value) == (3, "Minutes", "error_cell", "#DIV/0!")


@pytest.mark.parametrize("serial", ["-5", "3000000"])
def test_a_day_number_out_of_bounds_is_no_date(ledger: Ledger, serial: str) -> None:
    rows = (HEADINGS, ["1", "OT", "9/8/2025", "30", "Delivered"], ["2", "OT", serial, "30", "Delivered"])
    (problem,) = issues(ledger, workbook({"Log": [list(row) for row in rows]}))
    assert (problem.row, problem.column) == (3, "Date")


def test_both_date_systems_give_the_same_day(ledger: Ledger) -> None:
    ledger.load("log.xlsx", log(date_1904=True))
    assert ledger.rows("sessions", "session_date") == [(date(2025, 9, 8),)]


def test_thirty_six_hours_are_not_half_a_day(ledger: Ledger) -> None:
    """[h]:mm 36:00 is 2,160 minutes: more than a day can hold, so it is told and not stored as 720."""
    (problem,) = issues(ledger, log(["2", "OT", date(2025, 9, 9), timedelta(hours=36), "Delivered"]))
    assert (problem.row, problem.column) == (3, "Minutes")


def test_a_duration_cell_is_its_minutes(ledger: Ledger) -> None:
    ledger.load("log.xlsx", log(["2", "OT", date(2025, 9, 9), timedelta(minutes=45), "Delivered"]))
    assert ledger.rows("sessions", "minutes") == [(30,), (45,)]


def test_ids_of_text_keep_their_noughts_beside_numbers(ledger: Ledger) -> None:
    rows = [["000123", *GOOD[1:]], [123, *GOOD[1:]]]
    ledger.load("log.xlsx", workbook({"Log": [HEADINGS, *rows]}))
    assert ledger.rows("sessions", "student_id") == [("000123",), ("123",)]


def test_hidden_sheets_wait_to_be_asked_for(ledger: Ledger) -> None:
    shown, secret = [HEADINGS, GOOD], [HEADINGS, ["2", *GOOD[1:]]]
    report = ledger.load("log.xlsx", workbook({"Log": shown, "Old": secret}, hidden=("Old",)))
    assert ledger.rows("sessions", "student_id") == [("1",)]
    assert any("hidden" in sheet.refused for sheet in only_file(report).sheets)


def test_a_workbook_with_macros_gives_its_values_and_nothing_is_run(ledger: Ledger) -> None:
    ledger.load("log.xlsm", log())
    assert ledger.rows("sessions", "minutes") == [(30,)]


def test_a_csv_named_as_a_workbook_is_read_as_what_it_is(ledger: Ledger) -> None:
    ledger.load("log.xlsx", "Student ID,Service,Date,Minutes,Status\n1,OT,9/8/2025,30,Delivered\n")
    assert ledger.rows("sessions", "minutes") == [(30,)]


def test_external_links_and_entities_are_not_followed(ledger: Ledger) -> None:
    secret = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    data = raw('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', f"{secret}<si><t>&x;</t></si>")
    (file,) = ledger.load("log.xlsx", data).files
    assert file.refused.startswith("log.xlsx")
    assert "root" not in file.refused


@pytest.mark.parametrize(
    "data",
    [
        "Student ID,Service,Date,Minutes,Status\n1,O’Brien – OT,9/8/2025,30,Delivered\n".encode("cp1252"),
        "\ufeffStudent ID;Service;Date;Minutes;Status\n1;O’Brien – OT;9/8/2025;30;Delivered\n".encode(),
        "Student ID\tService\tDate\tMinutes\tStatus\n1\tO’Brien – OT\t9/8/2025\t30\tDelivered\n".encode("utf-16"),
        "Printed 9/9/2025\n\nStudent ID,Service,Date,Minutes,Status\n1,O’Brien – OT,9/8/2025,30,Delivered\n".encode(),
    ],
)
def test_text_of_any_encoding_and_preamble_keeps_its_letters(ledger: Ledger, data: bytes) -> None:
    found = sheet_of(ledger.load("log.csv", data), "sessions")
    told = [question.value for question in found.questions] + [row[0] for row in ledger.rows("sessions", "service")]
    assert "O’Brien – OT" in told or told == ["OT"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'Student ID,Date\n1,"9/8/2025\n2,9/9/2025\n', r"quotes of row 2"),
        (b"Student ID,Date\n1,9/8\x002025\n", r"neither a workbook nor text|empty"),
        (b"", r"is empty"),
        (b"x" * 3_000_000, r"too long"),
    ],
)
def test_broken_text_is_refused_and_nothing_is_stored(ledger: Ledger, data: bytes, said: str) -> None:
    (file,) = ledger.load("log.csv", data).files
    assert re.search(said, file.refused) and file.refused.startswith("log.csv")
    assert ledger.ask("select (select count(*) from batches), (select count(*) from held_rows)") == [(0, 0)]


def test_two_columns_of_one_name_are_both_kept_or_asked(ledger: Ledger) -> None:
    text = "Student ID,Service,Date,Minutes,Minutes,Status\n1,OT,9/8/2025,30,45,Delivered\n"
    found = sheet_of(ledger.load("log.csv", text), "sessions")
    assert counts(found) in ({"new": 1}, {"waiting": 1})
    assert [column["heading"] for column in found.columns].count("Minutes") == 2
