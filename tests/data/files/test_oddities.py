"""What spreadsheets hold that a reader takes for something else: read rightly, or told with sheet, row and column."""

import io
import re
import zipfile
from datetime import date, timedelta
from typing import Any

import openpyxl
import pytest

from data.ingest.model import Problem
from tests.data.loading import Ledger, counts, only_file, sheet_of
from tests.data.workbooks import raw, workbook, zipped

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


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_blank_id_among_others_is_not_filled_from_above(ledger: Ledger) -> None:
    rows = [[str(number), *GOOD[1:]] for number in range(1, 5)]
    report = ledger.load("log.xlsx", workbook({"Log": [HEADINGS, *rows, [None, *GOOD[1:]], ["6", *GOOD[1:]]]}))
    (problem,) = sheet_of(report, "sessions").issues
    assert (problem.row, problem.column, problem.code) == (6, "Student ID", "missing")
    assert ledger.rows("sessions", "student_id") == [("1",), ("2",), ("3",), ("4",), ("6",)]


@pytest.mark.slow
def test_blank_ids_in_a_log_that_is_not_grouped_are_refused(ledger: Ledger) -> None:
    """Two of five rows have no id: were they cells merged down a block, 1 would not come again below."""
    rows = [[student, *GOOD[1:]] for student in ("1", None, "2", None, "1")]
    found = sheet_of(ledger.load("log.xlsx", workbook({"Log": [HEADINGS, *rows]})), "sessions")
    assert [(one.row, one.column, one.code) for one in found.issues] == [
        (3, "Student ID", "missing"), (5, "Student ID", "missing"),
    ]  # fmt: skip
    assert ledger.rows("sessions", "student_id") == [("1",), ("2",), ("1",)]


@pytest.mark.slow
def test_ids_merged_down_their_blocks_are_filled_and_it_is_said(ledger: Ledger) -> None:
    rows = [[student, *GOOD[1:]] for student in ("1", None, "2", None, None)]
    report = ledger.load("log.xlsx", workbook({"Log": [HEADINGS, *rows]}))
    assert ledger.rows("sessions", "student_id") == [("1",), ("1",), ("2",), ("2",), ("2",)]
    assert "Merged cells of Student ID were filled from above." in sheet_of(report, "sessions").notes


@pytest.mark.slow
def test_blank_ids_beside_names_are_not_filled_from_above(ledger: Ledger) -> None:
    """Each row names its own child: the id above is another's."""
    headings = ["Student ID", "Student Name", *HEADINGS[1:]]
    rows = [
        [student, name, *GOOD[1:]] for student, name in (("1", "Lin, Ada"), (None, "Ruiz, Cal"), (None, "Okafor, Bo"))
    ]
    ledger.load("log.xlsx", workbook({"Log": [headings, *rows]}))
    assert [student for (student,) in ledger.rows("sessions", "student_id")].count("1") == 1


@pytest.mark.slow
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


@pytest.mark.slow
@pytest.mark.parametrize("serial", ["-5", "3000000"])
def test_a_day_number_out_of_bounds_is_no_date(ledger: Ledger, serial: str) -> None:
    rows = (HEADINGS, ["1", "OT", "9/8/2025", "30", "Delivered"], ["2", "OT", serial, "30", "Delivered"])
    (problem,) = issues(ledger, workbook({"Log": [list(row) for row in rows]}))
    assert (problem.row, problem.column) == (3, "Date")


@pytest.mark.slow
@pytest.mark.parametrize("serial", [-5, 0, 0.25, 3, 36_000, 80_000, 2_958_466, 1e300])
def test_a_cell_shown_as_a_date_is_one_from_2000_to_2100_only(ledger: Ledger, serial: float) -> None:
    """Day 36,000 is in 1998 and day 80,000 in 2119; below one is a time of day, above 2,958,465 no day at all."""
    days = {"xl/worksheets/sheet1.xml": ("<v>45909</v>", f"<v>{serial}</v>")}  # 45,909 is 2025-09-09
    (problem,) = issues(ledger, with_parts(log(["2", "OT", date(2025, 9, 9), 30, "Delivered"]), {}, days))
    assert (problem.row, problem.column) == (3, "Date")


def test_both_date_systems_give_the_same_day(ledger: Ledger) -> None:
    ledger.load("log.xlsx", log(date_1904=True))
    assert ledger.rows("sessions", "session_date") == [(date(2025, 9, 8),)]


@pytest.mark.slow
def test_thirty_six_hours_are_not_half_a_day(ledger: Ledger) -> None:
    """[h]:mm 36:00 is 2,160 minutes: more than a day can hold, so it is told and not stored as 720."""
    (problem,) = issues(ledger, log(["2", "OT", date(2025, 9, 9), timedelta(hours=36), "Delivered"]))
    assert (problem.row, problem.column) == (3, "Minutes")


@pytest.mark.slow
def test_a_duration_cell_is_its_minutes(ledger: Ledger) -> None:
    ledger.load("log.xlsx", log(["2", "OT", date(2025, 9, 9), timedelta(minutes=45), "Delivered"]))
    assert ledger.rows("sessions", "minutes") == [(30,), (45,)]


def test_ids_of_text_keep_their_noughts_beside_numbers(ledger: Ledger) -> None:
    rows = [["000123", *GOOD[1:]], [123, *GOOD[1:]]]
    ledger.load("log.xlsx", workbook({"Log": [HEADINGS, *rows]}))
    assert ledger.rows("sessions", "student_id") == [("000123",), ("123",)]


@pytest.mark.slow
@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_wait_to_be_asked_for(ledger: Ledger, state: str) -> None:
    shown, secret = [HEADINGS, GOOD], [HEADINGS, ["2", *GOOD[1:]]]
    data = workbook({"Log": shown, "Old": secret}, hidden=("Old",))
    report = ledger.load("log.xlsx", with_parts(data, {}, {"xl/workbook.xml": ('"hidden"', f'"{state}"')}))
    assert ledger.rows("sessions", "student_id") == [("1",)]
    assert any("hidden" in sheet.refused for sheet in only_file(report).sheets)


def with_parts(data: bytes, added: dict[str, str], replaced: dict[str, tuple[str, str]] | None = None) -> bytes:
    """A workbook with more parts, and some text replaced in others."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, (old, new) in (replaced or {}).items():
        content = parts[name]
        assert isinstance(content, bytes) and old.encode() in content
        parts[name] = content.replace(old.encode(), new.encode())
    return zipped({**parts, **added})


@pytest.mark.slow
def test_a_workbook_with_macros_gives_its_values_and_nothing_is_run(ledger: Ledger) -> None:
    plain, macro = "spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    kinds = {"[Content_Types].xml": (f"application/vnd.openxmlformats-officedocument.{plain}", macro)}
    data = with_parts(log(), {"xl/vbaProject.bin": "Sub Auto_Open(): Kill: End Sub"}, kinds)
    found = sheet_of(ledger.load("log.xlsm", data), "sessions")
    assert ledger.rows("sessions", "minutes") == [(30,)]
    assert any("macros" in sentence and "nothing was run" in sentence for sentence in found.assumptions)
    assert not any("macros" in said for said in sheet_of(ledger.load("log.xlsx", log()), "sessions").assumptions)


def test_a_link_to_another_workbook_gives_the_value_it_last_had(ledger: Ledger) -> None:
    """Minutes come from a workbook elsewhere: its stored 45 is read, and nothing is fetched."""
    link = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></externalLink>'
    )
    target = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" '
        'Target="http://127.0.0.1:9/minutes.xlsx" TargetMode="External"/></Relationships>'
    )
    minutes = {"xl/worksheets/sheet1.xml": ('<c r="D3"><v>31</v></c>', '<c r="D3"><f>[1]Log!$D$3</f><v>45</v></c>')}
    added = {"xl/externalLinks/externalLink1.xml": link, "xl/externalLinks/_rels/externalLink1.xml.rels": target}
    data = with_parts(log(["2", "OT", date(2025, 9, 9), 31, "Delivered"]), added, minutes)
    ledger.load("log.xlsx", data)
    assert ledger.rows("sessions", "minutes") == [(30,), (45,)]


def test_a_csv_named_as_a_workbook_is_read_as_what_it_is(ledger: Ledger) -> None:
    ledger.load("log.xlsx", "Student ID,Service,Date,Minutes,Status\n1,OT,9/8/2025,30,Delivered\n")
    assert ledger.rows("sessions", "minutes") == [(30,)]


def test_external_links_and_entities_are_not_followed(ledger: Ledger) -> None:
    secret = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    data = raw('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', f"{secret}<si><t>&x;</t></si>")
    (file,) = ledger.load("log.xlsx", data).files
    assert file.refused.startswith("log.xlsx")
    assert "root" not in file.refused


@pytest.mark.slow
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


@pytest.mark.slow
def test_rows_of_unequal_length_stay_rows(ledger: Ledger) -> None:
    """Bad rows don't turn a table into one column of whole lines."""
    text = "Student ID,Service,Date,Minutes,Status\n1,OT,9/8/2025,30,Delivered\n2,OT\n3,OT,9/8/2025,30,Delivered,x,y\n"
    found = sheet_of(ledger.load("log.csv", text), "sessions")
    assert ledger.rows("sessions", "student_id", "minutes") == [("1", 30), ("3", 30)]
    assert {problem.row for problem in found.issues} == {3}


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


@pytest.mark.slow
def test_two_columns_of_one_name_are_both_kept_and_asked(ledger: Ledger) -> None:
    text = "Student ID,Service,Date,Minutes,Minutes,Status\n1,OT,9/8/2025,30,45,Delivered\n"
    found = sheet_of(ledger.load("log.csv", text), "sessions")
    assert counts(found) == {"waiting": 1}
    assert [column["heading"] for column in found.columns].count("Minutes") == 2
