"""Web archives (MHTML) as Excel and report servers write them: the pages that they pack go in as web pages do."""

import base64
import quopri
from datetime import date
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.ingest.model import FileRefused
from data.ingest.readers import child, read
from data.ingest.readers.kinds import kind
from tests.data.loading import Ledger, sheet_of

HEAD = "<tr><td>Student ID</td><td>Service</td><td>Date</td><td>Minutes</td><td>Status</td></tr>"
LOG = (
    f"<html><body><table>{HEAD}<tr><td>0041</td><td>OT</td><td>9/8/2025</td><td>30</td><td>Delivered</td></tr>"
    "<tr><td>0042</td><td>OT</td><td>9/9/2025</td><td></td><td>Student absent – flu</td></tr></table></body></html>"
)
NOTES = (
    "<html><xml><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></xml><body><table>"
    "<tr><td>Key</td></tr></table></body></html>"
)
NAMES = (
    "<html><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Sept log</x:Name>"
    '<x:WorksheetSource HRef=3D"x/sheet001.htm"/></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>Key</x:Name>'
    '<x:WorksheetSource HRef=3D"x/sheet002.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml>'
    "<frameset></frameset></html>"
).replace("=3D", "=")


def page(text: str, place: str, encoding: str = "quoted-printable", charset: str = "utf-8") -> MIMENonMultipart:
    part = MIMENonMultipart("text", "html", charset=charset)
    part["Content-Location"] = place
    part["Content-Transfer-Encoding"] = encoding
    body = text.encode(charset)
    packed = base64.encodebytes(body) if encoding == "base64" else quopri.encodestring(body)
    part.set_payload(packed.decode())
    return part


def archive(*pages: MIMENonMultipart) -> bytes:
    whole = MIMEMultipart("related")
    for one in pages:
        whole.attach(one)
    whole.attach(MIMEImage(b"GIF89a", "gif"))
    return whole.as_bytes()


def of_excel() -> bytes:
    return archive(
        page(NAMES, "file:///C:/log.htm"),
        page(LOG, "file:///C:/x/sheet001.htm", charset="windows-1252"),
        page(NOTES, "file:///C:/x/sheet002.htm"),
    )


def test_a_book_s_sheets_have_their_names_and_hidden_ones_are_flagged() -> None:
    found = read("log.mht", of_excel())
    assert [(sheet.name, sheet.hidden) for sheet in found] == [("Sept log", False), ("Key", True)]
    assert found[0].cells.column(4).to_pylist() == ["Status", "Delivered", "Student absent – flu"]


def test_a_report_of_one_page_is_named_as_the_file() -> None:
    (sheet,) = read("OT September.mhtml", archive(page(LOG, "report.htm", "base64")))
    assert (sheet.name, sheet.cells.num_rows, sheet.hidden) == ("OT September", 3, False)


def test_pages_without_names_have_those_of_their_addresses() -> None:
    told = archive(page(LOG, "http://reports/a/september.htm"), page(LOG, "http://reports/a/october.htm"))
    assert [sheet.name for sheet in read("r.mht", told)] == ["september.htm", "october.htm"]


def test_its_rows_go_in(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    found = sheet_of(ledger.load("log.mht", of_excel()), "sessions")
    assert (found.new, found.rejected, found.waiting) == (2, 0, 0)
    assert ledger.rows("sessions", "student_id", "session_date", "minutes", "status", "source_sheet") == [
        ("0041", date(2025, 9, 8), 30, "delivered", "Sept log"),
        ("0042", date(2025, 9, 9), None, "missed", "Sept log"),
    ]


def test_rows_that_only_begin_like_a_letter_are_text() -> None:
    assert kind("log.csv", b"Student: Doe,Minutes\nNote: mime-versions,30\n") == "text"
    assert kind("log.mht", b"From: <Saved by Excel>\r\nSubject: x\r\n y\r\nMIME-Version: 1.0\r\n\r\n") == "mhtml"


def nested(depth: int) -> bytes:
    parts = b"".join(
        b'Content-Type: multipart/related; boundary="b%d"\r\n\r\n--b%d\r\n' % (at, at) for at in range(depth)
    )
    return b"MIME-Version: 1.0\r\n" + parts + b"Content-Type: text/html\r\n\r\n<table></table>"


def many(count: int) -> bytes:
    part = b"--b\r\nContent-Type: text/html\r\n\r\n<table><tr><td>1</td></tr></table>\r\n"
    return b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n' + part * count + b"--b--"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (archive(page("<html><body>Sign in</body></html>", "x.htm")), "without a table"),
        (nested(3_000), "damaged|without a table|is empty|packs more"),
        (many(20_000), "packs more than 410|more than 200 sheets"),
        (b"MIME-Version: 1.0\r\n\r\n", "without a table"),
    ],
)
def test_refused_in_one_sentence_in_five_seconds(data: bytes, said: str) -> None:
    before = process_time()
    with pytest.raises(FileRefused, match=said) as refusal:
        read("upload.mht", data)
    assert process_time() - before < 5
    assert str(refusal.value).startswith("upload.mht") and "\n" not in str(refusal.value)


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, 5_000), st.binary(max_size=8)), max_size=6))
@settings(max_examples=60)
def test_a_damaged_archive_is_read_or_refused(cuts: list[tuple[int, bytes]]) -> None:
    content = bytearray(of_excel())
    for at, put in cuts:
        at %= len(content)
        content[at : at + len(put)] = put
    try:
        found = child.sheets("export.mht", bytes(content), "mhtml")
    except FileRefused as refusal:
        assert str(refusal).endswith(".") and "\n" not in str(refusal)
    else:
        assert all(len(sheet.row_numbers) == sheet.cells.num_rows for sheet in found)
