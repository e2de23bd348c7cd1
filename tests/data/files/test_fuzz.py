"""Damaged and jumbled files: read or refused, every record counted, nothing raised, whatever is in them.

By default a few seconds; MINUTES_FUZZ=2000 tries that many files of each sort.
"""

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.ingest.importer import to_json
from tests.data.loading import Ledger
from tests.data.workbooks import workbook, zipped

pytestmark = pytest.mark.usefixtures("guarded")

TRIES = int(os.environ.get("MINUTES_FUZZ", "0"))
LOG = [
    ["Student ID", "Student Name", "Service", "Date", "Start Time", "Minutes", "Status", "Reason"],
    ["100001", "Lin, Ada", "OT", "9/8/2025", "8:30", "30", "Delivered", ""],
    ["100002", "Okafor, Bo", "Speech/Language", "9/9/2025", "9:00", "0", "Missed", "Student absent"],
    ["100003", "Ruiz, Cal", "PT", "9/10/2025", "10:15", "45", "Delivered", ""],
]
STRANGE = (
    "", " ", "=1+1", "#DIV/0!", "NULL", "-1", "1e999", "99999999999999999999", "2/30/2025", "31/31/2025", "25:99", "\u202e",
    "\ufffd", "\U0001f600", "'", '"', ";", "|", "\t", "\n", "Total", "Student:", "Student: Ada", "Page 1 of 2", "1:2:3:4",
    "30 min x 2/wk", "<=5", "x" * 500, "0000001", "NaN", "Infinity", "__proto__", "${x}", "{0}", "%s", "$a", "?",
)  # fmt: skip
CELL = st.one_of(st.sampled_from(STRANGE), st.text(max_size=12))
CHANGES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 8), CELL), min_size=1, max_size=8)


def jumbled(changes: list[tuple[int, int, str]]) -> list[list[str]]:
    """The log with some cells changed; a row or column beyond its edge is added."""
    rows = [list(row) for row in LOG]
    for row, column, cell in changes:
        rows += [[""] * len(LOG[0]) for _ in range(row + 1 - len(rows))]
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = cell
    return rows


def check(folder: Path, name: str, data: bytes) -> None:
    """Load the file twice into a ledger of its own: the counts add up, and the second time nothing changes."""
    for old in folder.glob("*"):
        old.unlink()
    ledger = Ledger(folder)
    try:
        first = ledger.load(name, data)
        stored = ledger.ask("select count(*), sum(minutes) from sessions where known_to is null")
        for sheet in (sheet for file in first.files for sheet in file.sheets):
            assert sheet.rows_read == sum(
                (
                    sheet.new,
                    sheet.changed,
                    sheet.unchanged,
                    sheet.duplicate,
                    sheet.rejected,
                    sheet.waiting,
                    sheet.ignored,
                )
            )
        assert all(file.refused.endswith(".") and "\n" not in file.refused for file in first.files if file.refused)
        assert to_json(first)
        ledger.load(name, data)
        assert ledger.ask("select count(*), sum(minutes) from sessions where known_to is null") == stored
    finally:
        ledger.close()


def some(usual: int) -> settings:
    return settings(
        max_examples=TRIES or usual,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@pytest.mark.slow
@given(CHANGES, st.sampled_from([",", ";", "\t", "|"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@some(8)
def test_jumbled_text(tmp_path: Path, changes: list[tuple[int, int, str]], separator: str, encoding: str) -> None:
    text = "\r\n".join(separator.join(row) for row in jumbled(changes))
    check(tmp_path, "log.csv", text.encode(encoding, "replace"))


@pytest.mark.slow
@given(CHANGES)
@some(2)
def test_jumbled_workbooks(tmp_path: Path, changes: list[tuple[int, int, str]]) -> None:
    rows = [[cell.replace("\x00", "") for cell in row] for row in jumbled(changes)]
    check(tmp_path, "log.xlsx", workbook({"Log": rows}))


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, 100_000), st.binary(max_size=6)), min_size=1, max_size=4), st.data())
@some(3)
def test_workbooks_with_damaged_parts(tmp_path: Path, cuts: list[tuple[int, bytes]], draw: st.DataObject) -> None:
    with zipfile.ZipFile(BytesIO(workbook({"Log": [list(row) for row in LOG]}))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    part = draw.draw(st.sampled_from(sorted(name for name in parts if name.endswith((".xml", ".rels")))))
    content = bytearray(parts[part])
    for at, put in cuts:
        at %= max(len(content), 1)
        content[at : at + len(put)] = put
    check(tmp_path, "log.xlsx", zipped({**parts, part: bytes(content)}))


@pytest.mark.skipif(not TRIES, reason="MINUTES_FUZZ says how many to try")
@given(st.binary(max_size=3_000))
@some(200)
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    check(tmp_path, "log.csv", data)


def test_a_log_whose_rows_are_all_swallowed_by_a_quote(tmp_path: Path) -> None:
    """A found table without a row: what is asked of its columns has the answer for no rows."""
    check(tmp_path, "log.csv", "\r\n".join(",".join(row) for row in jumbled([(0, 3, '"'), (4, 0, '"')])).encode())
