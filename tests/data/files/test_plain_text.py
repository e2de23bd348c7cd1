"""Text read as one block says what the strict reader of csv says, or is left to it."""

import csv
import io
import time
from collections.abc import Iterator

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.ingest import readers, tables
from data.ingest.model import Sheet
from data.ingest.readers import guard, plain
from data.ingest.readers.kinds import OLE
from data.ingest.readers.text import sheets
from tests.data.workbooks import workbook

LOG = ("Student ID", "Service", "Date", "Minutes", "Status", "Grouping")


def strictly(text: str, separator: str) -> list[list[str | None]] | None:
    """The rows as Python's csv reads them, padded to the widest; None where it can't."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return None
    while rows and not any(rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    return [[*(cell or None for cell in row), *[None] * (width - len(row))] for row in rows]


def as_block(text: str, separator: str) -> list[list[str | None]] | None:
    cells = plain.table(text, separator)
    if cells is None:
        return None
    return [list(row.values()) for row in plain.without_blank_tail(cells).to_pylist()]


@given(st.text(alphabet='ab1," \n\r;é', max_size=60), st.sampled_from(",;"))
@example('a,b\n"x"y,z\n', ",")
@example('a,b\n1,"2\n3,4\n', ",")
@example('a,b\n"x\r\ny","""z"""\n', ",")
@example("a,b\n\n1,2", ",")
@example('a,b\n "x",y', ",")
@settings(max_examples=300)
def test_a_block_is_read_as_the_strict_reader_reads_it(text: str, separator: str) -> None:
    found = as_block(text, separator)
    assert found is None or found == strictly(text, separator)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ('a,"b"\r\n"1,0",""\r\n\r\n', [["a", "b"], ["1,0", None]]),
        ('a,b\n"two\nlines","say ""x"""', [["a", "b"], ["two\nlines", 'say "x"']]),
    ],
)
def test_plain_text_is_read_as_a_block(text: str, rows: list[list[str | None]]) -> None:
    assert as_block(text, ",") == rows


@pytest.mark.parametrize(
    "data",
    [
        b"a,b\n1,2\n", b"\xef\xbb\xbfa,b\n1,2", b"sep=,\na,b\n1,2", b"a,b\n1,2\n\x1a", "a,b\n1,2".encode("utf-16"),
        "a,b\n1,2".encode("utf-16-be"),
    ],
)  # fmt: skip
def test_what_stands_around_the_rows_is_no_part_of_them(data: bytes) -> None:
    (sheet,) = sheets("log.csv", data)
    assert sheet.cells.to_pylist() == [{"c0": "a", "c1": "b"}, {"c0": "1", "c1": "2"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_of_several_bytes_are_read_as_they_are_written(encoding: str) -> None:
    (sheet,) = sheets("log.csv", "Schüler,b\n1,é".encode(encoding))
    assert sheet.cells.to_pylist() == [{"c0": "Schüler", "c1": "b"}, {"c0": "1", "c1": "é"}]


@pytest.mark.parametrize("text", ["", 'a,b\n1,"2', 'a,b\n1,2"3"', "a,b\n1", "a,b\n1,2,3", f"a,b\n1,{'x' * 40_000}"])
def test_what_is_not_plain_is_left_to_the_strict_reader(text: str) -> None:
    assert plain.table(text, ",") is None


@pytest.fixture
def waiting(guarded: None) -> Iterator[None]:
    guard.warm()
    yield
    guard._dismiss()
    guard._waiting.clear()


@pytest.mark.slow
def test_a_reader_that_waits_reads_one_file_and_the_next_has_its_own(waiting: None) -> None:
    (ready,) = guard._waiting
    guard.warm()
    assert guard._waiting == [ready]
    for title in ("Log", "Lines"):
        (sheet,) = readers.read("a.xlsx", workbook({title: [["x"]]}))
        assert (sheet.name, sheet.cells) == (title, pa.table({"c0": ["x"]}))
    assert ready.returncode == 0
    assert guard._waiting == []


@pytest.mark.slow
def test_a_server_has_the_next_reader_waiting(waiting: None) -> None:
    guard.keep_warm()
    try:
        readers.read("a.xlsx", workbook({"Log": [["x"]]}))
        (ready,) = guard._waiting
        assert ready.poll() is None
    finally:
        guard._always.clear()


@pytest.mark.slow
def test_a_dead_reader_is_not_used(waiting: None) -> None:
    (ready,) = guard._waiting
    ready.kill()
    ready.wait()
    assert readers.read("a.xlsx", workbook({"Log": [["x"]]}))[0].name == "Log"


def test_a_hundred_thousand_rows_take_little_time() -> None:
    rows = "".join(f"{number},OT,9/8/2025,30,Delivered\n" for number in range(100_000))
    start = time.process_time()
    (sheet,) = readers.read("log.csv", f"Student ID,Service,Date,Minutes,Status\n{rows}".encode())
    assert sheet.cells.num_rows == 100_001
    assert time.process_time() - start < 2


def test_a_table_of_a_hundred_thousand_rows_is_found_without_looking_at_each() -> None:
    """A tenth of a second; half a minute where each row is looked at in Python."""
    words = ["S1", "OT", "9/8/2025", "30", "Delivered", "Group"]
    cells = pa.table(
        {f"c{i}": [heading, *[word] * 100_000] for i, (heading, word) in enumerate(zip(LOG, words, strict=True))}
    )
    start = time.process_time()
    (table,) = tables.find(Sheet("Log", cells, pa.array(range(1, 100_002), pa.int32())))
    assert table.body.num_rows == 100_000
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("contents", "begins"),
    [
        ([b"a,b\n1,2\n"], False),
        ([], False),
        ([b"a,b\n1,2\n", workbook({"Log": [["a"]]})], True),
        ([OLE + b"..."], True),
    ],
)
def test_a_child_is_started_ahead_where_a_file_is_no_text(
    contents: list[bytes], begins: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[bool] = []
    monkeypatch.setattr(guard, "warm", lambda: started.append(True))
    guard.warm_for(contents)
    assert bool(started) is begins
