"""Files made to do harm, or broken: each is refused in one sentence, and the reader reads on."""

import io
import os
import re
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.ingest import readers
from data.ingest.model import FileRefused
from tests.data.loading import Ledger
from tests.data.workbooks import raw, workbook, zipped

pytestmark = pytest.mark.usefixtures("guarded")

ROOT = Path(__file__).resolve().parents[3]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504

WHOLE = workbook({"Log": [["Name", "Minutes"], ["Ada", 30], ["Bo", "=B2"]]})

SHEETS_OF_2003 = "urn:schemas-microsoft-com:office:spreadsheet"


def far_cell() -> bytes:
    return raw('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def memory_hog() -> bytes:
    rows = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(1, 20_001))
    return raw(rows, f"<si><t>{'x' * 1_000_000}</t></si>")


def bomb() -> bytes:
    return raw(" " * 60_000_000)


def lying_bomb() -> bytes:
    """A sheet of 60 MB whose entry claims 500 bytes."""
    data = bytearray(bomb())
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    data[at + 24 : at + 28] = struct.pack("<I", 500)
    return bytes(data)


def locked_zip() -> bytes:
    data = bytearray(zipped({"a.csv": "a,b"}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def laughs() -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook({"Log": [["x"]]}))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    parts["xl/sharedStrings.xml"] = (
        f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "ha">{entities}]>'
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&l11;</t></si></sst>'
    )
    return zipped(parts)


def xml_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{entities}]><Workbook xmlns="{SHEETS_OF_2003}">&l11;'.encode()


def entity() -> bytes:
    """Shared strings that would be read from a file of the machine."""
    return raw(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><si><t>&x;</t></si>',
    )


def giant() -> bytes:
    """A member that says of itself that it unpacks to 1 GiB."""
    data = bytearray(WHOLE)
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/sharedStrings.xml"))
    data[at + 24 : at + 28] = struct.pack("<I", 1 << 30)
    return bytes(data)


def opendocument(rows: str) -> bytes:
    names = "".join(
        f' xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text")
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content{names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Log">{rows}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def repeated() -> bytes:
    """A cell of an OpenDocument sheet said to fill all of it."""
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p>'
    return opendocument(
        f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell></table:table-row>'
    )


def two_hundred_thousand() -> bytes:
    """A zip that lists 200,000 empty files: written by hand, as zipfile takes seconds for it."""
    local, entries, at = bytearray(), bytearray(), 0
    for number in range(200_000):
        name = b"xl/%d.xml" % number
        head = struct.pack("<HHHHHIII", 0, 0, 0, 0, 0, 0, 0, 0) + struct.pack("<HH", len(name), 0)
        local += b"PK\x03\x04\x14\x00" + head[2:] + name
        entries += b"PK\x01\x02\x14\x00\x14\x00" + head[2:] + b"\x00" * 10 + struct.pack("<I", at) + name
        at = len(local)
    end = struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, len(entries), len(local), 0)
    return bytes(local + entries) + b"PK\x05\x06" + end


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "far cell": (far_cell, "spans 1,048,576 rows and 16,384 columns"),
    "memory hog": (memory_hog, "could not be read safely|more than is read"),
    "bomb": (bomb, "unpacks to far more"),
    "lying bomb": (lying_bomb, "damaged|could not be read safely"),
    "many members": (lambda: zipped({f"xl/{i}.xml": "" for i in range(3_000)}), "3,000 files inside"),
    "200,000 members": (two_hundred_thousand, "65,535 or more files inside"),
    "27 million cells": (
        lambda: raw('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="Z1048576"><v>1</v></c></row>'),
        "1,048,576 rows and 26 columns",
    ),
    "outside": (lambda: zipped({"xl/workbook.xml": "x", "../../evil": "x"}), "point outside"),
    "truncated": (lambda: workbook({"Log": [["x"]]})[:-200], "damaged or was cut short"),
    "cut sheet": (lambda: raw('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A'), "damaged"),
    "nothing of a workbook": (lambda: zipped({"xl/other.xml": "x", "[Content_Types].xml": "x"}), "damaged"),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "old password": (
        lambda: OLE + b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\x00" * 12 + b"\x2f\x00\x04\x00",
        "protected by a password",
    ),
    "word": (lambda: OLE + "WordDocument".encode("utf-16-le"), "without a workbook"),
    "broken xls": (lambda: OLE + "Workbook".encode("utf-16-le"), "damaged|could not be read safely"),
    "html": (lambda: b"\xef\xbb\xbf\n <html><body><p>Sign in</p></body></html>", "web page without a table"),
    "xml": (lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "XML file"),
    "xml of 2003": (xml_laughs, "declares entities"),
    "tags": (lambda: b"<table><tr><td>" + b"<a " * 3_000_000, "damaged|characters|is empty"),
    "pdf": (lambda: b"%PDF-1.7 ...", "PDF"),
    "empty": (lambda: b"", "is empty"),
    "blank": (lambda: b"\xef\xbb\xbf\r\n\r\n", "is empty"),
    "commas": (lambda: b",,,\n,,,\n", "is empty"),
    "empty workbook": (lambda: workbook({"Log": []}), "is empty"),
    "junk": (lambda: bytes(range(256)) * 40, "neither a workbook nor text"),
    "quotes": (lambda: b'a,b\n1,"2\n3,4\n', "quotes of row 2"),
    "one long line": (lambda: b"x" * 200_000, "quotes of row 1|too long"),
    "long cell": (lambda: b"a,b\n1," + b"x" * 40_000, "40,000 characters"),
    "wide": (lambda: b"," * 1_500 + b"x\n", "1,501 columns"),
    "word in zip": (lambda: zipped({"[Content_Types].xml": "x", "word/document.xml": "x"}), "not a workbook"),
    "numbers": (lambda: zipped({"Index/Document.iwa": "x"}), "Numbers document"),
    "external entity": (entity, "damaged|could not be read safely|is empty"),
    "giant": (giant, "unpacks to 1,07"),
    "repeated cell": (repeated, "damaged|could not be read safely|more than is read"),
    "tall and wide": (
        lambda: raw('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="T1048576"><v>1</v></c></row>'),
        "1,048,576 rows and 20 columns",
    ),
    "wide workbook": (lambda: workbook({"Log": [["x"] * 1_001]}), "1,001 columns"),
    "many sheets": (lambda: workbook({f"S{i}": [["x"]] for i in range(201)}), "more than 200 sheets"),
    "long line": (lambda: b"x" * 30_000_000, "quotes of row 1|too long"),
    "laughs": (laughs, "damaged|could not be read safely|is empty"),
}


FURTHER = ("27 million cells", "long line")
"""What one tall and wide and one long line hold too."""


@pytest.mark.parametrize(
    "what", [pytest.param(one, marks=pytest.mark.slow if one in FURTHER else ()) for one in HOSTILE]
)
def test_refused_in_one_sentence_in_five_seconds(what: str) -> None:
    make, said = HOSTILE[what]
    data, before = make(), os.times()
    with pytest.raises(FileRefused, match=said) as refusal:
        readers.read("upload.xlsx", data)
    after = os.times()
    assert sum(after[:4]) - sum(before[:4]) < 5  # of processor time, the child's too: the clock runs for others as well
    sentence = str(refusal.value)
    assert sentence.startswith("upload.xlsx")
    assert re.fullmatch(r"[^\n]*\.", sentence) and ". " not in sentence


@pytest.mark.slow
def test_nothing_of_a_refused_file_is_stored_and_the_next_is_loaded(ledger: Ledger) -> None:
    for what in ("far cell", "memory hog", "200,000 members", "laughs", "quotes", "junk", "password", "html"):
        (file,) = ledger.load("upload.xlsx", HOSTILE[what][0]()).files
        assert re.search(HOSTILE[what][1], file.refused), what
    stored = ("batches", "batch_rows", "held_rows", "people", "events", "profiles")
    assert ledger.ask("select " + ", ".join(f"(select count(*) from {table})" for table in stored)) == [(0,) * 6]
    ledger.load("log.csv", "Student ID,Service,Date,Minutes,Status\n1,OT,9/8/2025,30,Delivered\n")
    assert ledger.rows("sessions", "minutes") == [(30,)]


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the room a process takes is read from /proc")
def test_the_room_that_hostile_files_take_comes_back() -> None:
    files = [memory_hog(), repeated()]
    for data in files:  # the first round loads libraries
        with pytest.raises(FileRefused):
            readers.read("upload.xlsx", data)
    before = _resident()
    for data in files:
        with pytest.raises(FileRefused):
            readers.read("upload.xlsx", data)
    assert _resident() - before < 30_000_000


@pytest.mark.slow
def test_an_honest_file_is_read_after_a_hostile_one() -> None:
    with pytest.raises(FileRefused):
        readers.read("far.xlsx", far_cell())
    assert readers.read("a.xlsx", workbook({"Log": [["x"]]}))[0].cells.to_pylist() == [{"c0": "x"}]


def test_a_file_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.ingest.readers.limits.WALL_SECONDS", 0.01)
    with pytest.raises(FileRefused, match="takes too long"):
        readers.read("a.xlsx", workbook({"Log": [["x"]]}))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (locked_zip, "protected by a password"),
        (lambda: zipped({"../a.csv": "x"}), "point outside"),
        (lambda: zipped({"/etc/a.csv": "x"}), "point outside"),
        (lambda: zipped({"C:\\a.csv": "x"}), "point outside"),
        (lambda: zipped({"a.csv": "0" * 60_000_000}), "unpacks to far more"),
        (lambda: zipped({f"{i}.csv": "" for i in range(3_000)}), "3,000 files inside"),
        (lambda: zipped({".DS_Store": "x"}), "no files in it"),
        (lambda: zipped({"a.csv": "a,b\n1,2"})[:-30], "damaged"),
    ],
)
def test_zips_that_are_not_unpacked(make: Callable[[], bytes], said: str) -> None:
    with pytest.raises(FileRefused, match=said):
        readers.unpack("all.zip", make())


def test_a_zip_in_a_zip_stays_packed() -> None:
    inner = zipped({"a.csv": "a,b"})
    ((name, data),) = readers.unpack("all.zip", zipped({"inner.zip": inner}))
    with pytest.raises(FileRefused, match=r"inner\.zip is a zip inside a zip"):
        readers.read(name, data)


@given(st.data())
@settings(max_examples=25)
def test_a_damaged_workbook_is_read_or_refused(draw: st.DataObject) -> None:
    data = bytearray(WHOLE)
    for _ in range(draw.draw(st.integers(1, 6))):
        data[draw.draw(st.integers(4, len(data) - 1))] = draw.draw(st.integers(0, 255))
    end = draw.draw(st.integers(len(data) // 2, len(data)))
    try:
        sheets = readers.read("a.xlsx", bytes(data[:end]))
    except FileRefused as refusal:
        assert str(refusal).startswith("a.xlsx")
    else:
        assert all(sheet.cells.num_rows == len(sheet.row_numbers) for sheet in sheets)


def test_the_child_loads_no_pandas() -> None:
    # Arrow asks for it at the first array of numpy's that it is given
    script = "from data.ingest.readers import child; import sys; child.main(); import pyarrow as pa, numpy as np"
    asked = f"{script}; pa.array(np.zeros(1)); print('pandas' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", asked], input=b"", capture_output=True, check=True, cwd=ROOT)
    assert ran.stdout.split() == [b"False"]
