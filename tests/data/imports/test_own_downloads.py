"""A table downloaded from the product and uploaded again brings nothing: it is refused in a sentence, and says why."""

import csv
import io

import openpyxl
import pandas as pd
import pytest

from data.contracts import worklist
from data.workbooks import LIST_MARK
from tests.data.loading import Ledger, counts, sheet_of
from ui.parts import tables

LINES = "Student,Service,Frequency,Start Date\n2001,OT,2 x 30 min Weekly,8/25/2025\n"
LOG = "Student,Date,Service,Minutes,Status\n2001,9/8/2025,OT,30,Delivered\n"
LISTED = "\ufeffStudent,Day,Service,Minutes,Status\r\n2001,2025-09-09,OT,30,delivered\r\n"
"""A table's csv: it reads like a log, and would add a session that no log told of."""
WHY = "is a table that was downloaded from Minute Ledger: nothing in it is new, so nothing of it is read."


@pytest.mark.parametrize(
    "name",
    [
        tables.file_name("sessions", LISTED.encode(), "csv"),
        "minute-ledger-not-seen-0a1b2c3d4e (1).csv",
        "Copy of/minute-ledger-reasons-table-0a1b2c3d4e.csv",
    ],
)
def test_a_tables_csv_is_refused_in_one_sentence(ledger: Ledger, name: str) -> None:
    ledger.load("log.csv", LOG)
    (file,) = ledger.load(name, LISTED).files
    assert file.refused == f"{name} {WHY}"
    assert ledger.ask("select count(*) from sessions where known_to is null") == [(1,)]


def _listed() -> tuple[pd.DataFrame, dict[str, tables.Col]]:
    """The list of LISTED as a page shows it."""
    headings = LISTED[1:].split()[0].split(",")
    frame = pd.DataFrame([line.split(",") for line in LISTED.split()[1:]], columns=list("abcde"))
    return frame, {name: tables.Col(heading) for name, heading in zip("abcde", headings, strict=True)}


def _marked() -> bytes:
    """It as a page hands it out as csv."""
    frame, columns = _listed()
    return tables.as_csv(frame, columns, "Sessions; all services; data as of Oct 31, 2025.")


@pytest.mark.parametrize("above", [b"", b"For Tuesday,,,,,\r\n,,,,,\r\n"])
def test_a_tables_csv_is_refused_whatever_it_is_called(ledger: Ledger, above: bytes) -> None:
    """It says itself what it is, also under a title that somebody typed above it."""
    ledger.load("log.csv", LOG)
    content = _marked()
    (file,) = ledger.load("october.csv", content[:3] + above + content[3:] if above else content).files
    assert file.refused == f"october.csv {WHY}"
    assert ledger.ask("select count(*) from sessions where known_to is null") == [(1,)]


def test_a_tables_workbook_is_refused_by_its_second_sheet_whatever_it_is_called(ledger: Ledger) -> None:
    (file,) = ledger.load("for the meeting.xlsx", _without_mark(_downloaded())).files
    assert file.refused == f"for the meeting.xlsx {WHY}"


@pytest.mark.parametrize("name", ["minute-ledger-log.csv", "minute-ledger log 2025-09.csv", "log-0a1b2c3d4e.csv"])
def test_a_districts_own_file_of_a_like_name_is_read(ledger: Ledger, name: str) -> None:
    assert counts(sheet_of(ledger.load(name, LOG), "sessions")) == {"new": 1}


def test_a_worklist_that_was_saved_as_csv_comes_back(ledger: Ledger) -> None:
    ledger.load("lines.csv", LINES)
    headings = ",".join(worklist.HEADINGS.values())
    (file,) = ledger.load("minute-ledger-make-ups-0a1b2c3d4e.csv", f"{headings}\n{',' * headings.count(',')}\n").files
    assert WHY not in file.refused


def _downloaded() -> bytes:
    """The list of LISTED as a page hands it out as a workbook."""
    frame, columns = _listed()
    return tables.as_xlsx(frame, columns, "Sessions; all services; data as of Oct 31, 2025.")


def _without_mark(book: bytes) -> bytes:
    """The workbook after somebody deleted the hidden column."""
    made, out = openpyxl.load_workbook(io.BytesIO(book)), io.BytesIO()
    made["Table"].delete_cols(6)
    made.save(out)
    return out.getvalue()


def _saved_alone(book: bytes, name: str) -> str:
    """A sheet as a spreadsheet saves it as csv: hidden columns are in it."""
    out = io.StringIO()
    rows = openpyxl.load_workbook(io.BytesIO(book))[name].iter_rows(values_only=True)
    csv.writer(out).writerows(["" if cell is None else cell for cell in row] for row in rows)
    return out.getvalue()


@pytest.mark.parametrize("sheet", ["Table", "About"])
def test_a_sheet_of_a_tables_workbook_saved_as_csv_is_refused(ledger: Ledger, sheet: str) -> None:
    ledger.load("log.csv", LOG)
    (file,) = ledger.load("october.csv", _saved_alone(_downloaded(), sheet)).files
    assert file.refused == f"october.csv {WHY}"
    assert ledger.ask("select count(*) from sessions where known_to is null") == [(1,)]


def test_the_column_that_tells_it_is_hidden_in_the_workbook() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(_downloaded()))["Table"]
    assert [name for name, one in sheet.column_dimensions.items() if one.hidden] == ["F"]
    assert sheet["F1"].value == LIST_MARK
    assert sheet.auto_filter.ref == "A1:E2"
