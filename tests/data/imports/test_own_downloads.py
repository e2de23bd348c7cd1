"""A table downloaded from the product and uploaded again brings nothing: it is refused in a sentence, and says why."""

import io

import pandas as pd
import pytest
import xlsxwriter

from data.contracts import worklist
from data.workbooks import ABOUT_HEADINGS, WHAT_THIS_IS
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


def _marked() -> bytes:
    """The list of LISTED as a page hands it out."""
    frame = pd.DataFrame([line.split(",") for line in LISTED.split()[1:]], columns=list("abcde"))
    columns = {
        name: tables.Col(heading) for name, heading in zip("abcde", LISTED[1:].split()[0].split(","), strict=True)
    }
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
    (file,) = ledger.load("for the meeting.xlsx", _table()).files
    assert file.refused == f"for the meeting.xlsx {WHY}"


@pytest.mark.parametrize("name", ["minute-ledger-log.csv", "minute-ledger log 2025-09.csv", "log-0a1b2c3d4e.csv"])
def test_a_districts_own_file_of_a_like_name_is_read(ledger: Ledger, name: str) -> None:
    assert counts(sheet_of(ledger.load(name, LOG), "sessions")) == {"new": 1}


def test_a_worklist_that_was_saved_as_csv_comes_back(ledger: Ledger) -> None:
    ledger.load("lines.csv", LINES)
    headings = ",".join(worklist.HEADINGS.values())
    (file,) = ledger.load("minute-ledger-make-ups-0a1b2c3d4e.csv", f"{headings}\n{',' * headings.count(',')}\n").files
    assert WHY not in file.refused


def _table() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        for name, rows in (
            ("Table", [line.split(",") for line in LISTED.removeprefix("\ufeff").split()]),
            ("About", [ABOUT_HEADINGS, (WHAT_THIS_IS, "Sessions; data as of Oct 31")]),
        ):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return buffer.getvalue()
