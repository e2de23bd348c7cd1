"""A disk without room: a sentence, what was saved before is whole, and the next import works once there is room."""

import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from tests.data.loading import Ledger
from tests.data.workbooks import zipped

HEADINGS = "session_id,student_id,service,session_date,minutes,status"
FILLS = """
import resource, sys
from pathlib import Path
from tests.data.loading import Ledger
from tests.data.workbooks import zipped
from tests.data.store.test_disk_full import log

ledger = Ledger(Path(sys.argv[1]))
assert not ledger.load("first.csv", log("A", 500)).files[0].refused
size = ledger.store.path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, resource.RLIM_INFINITY))
(file,) = ledger.load("second.csv", log("B", 20_000)).files
print(file.refused)
print(ledger.ask("select count(*), sum(minutes) from sessions"), ledger.ask("select count(*) from batches"))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert not ledger.load("second.csv", log("B", 20_000)).files[0].refused
print(ledger.ask("select count(*), sum(minutes) from sessions"))
ledger.close()
"""
ROLLS_UP = """
import resource, sys
from pathlib import Path
from analytics import rollups
from data.store import StoreError
from tests.data.loading import Ledger
from tests.data.store.test_disk_full import log

ledger = Ledger(Path(sys.argv[1]))
lines = [f"{n},OT,30 min Weekly,9/1/2025,6/5/2026" for n in range(300)]
assert not ledger.load("lines.csv", chr(10).join(["Student ID,Service,Frequency,Start Date,End Date", *lines])).files[0].refused
assert not ledger.load("log.csv", log("A", 500)).files[0].refused
waiting_to_be_put = Path(f"{ledger.store.path}.wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (waiting_to_be_put + 1_000, resource.RLIM_INFINITY))
try:
    rollups.keep_up(ledger.store, least=0)
except StoreError as error:
    print(error)
print(ledger.ask("select count(*), sum(minutes) from sessions"))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(rollups.keep_up(ledger.store, least=0), ledger.ask("select count(*) from rolled_lines"))
ledger.close()
"""


def log(prefix: str, rows: int) -> bytes:
    """Sessions of 30 minutes."""
    listed = (f"{prefix}{n},{n % 300},OT,2025-09-{n % 28 + 1:02d},30,delivered" for n in range(rows))
    return "\n".join([HEADINGS, *listed]).encode()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a process can be held to a size of file on POSIX only")
def test_a_full_disk_loses_nothing_and_keeps_nothing_partial(tmp_path: Path) -> None:
    said, while_full, *after = run(FILLS, tmp_path)
    assert said.startswith("The disk is full or can't be written"), said
    assert while_full == "[(500, Decimal('15000.0000'))] [(1,)]"  # 500 x 30
    assert after == ["[(20500, Decimal('615000.0000'))]"]  # (500 + 20,000) x 30


def run(script: str, folder: Path) -> list[str]:
    """What a process that is held to a size of file prints; its errors where it prints nothing."""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True, text=True, cwd=Path(__file__).parents[3], check=False,
    )  # fmt: skip
    return ran.stdout.splitlines() or [ran.stderr, ""]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a process can be held to a size of file on POSIX only")
def test_a_disk_that_fills_while_the_ledger_is_rolled_up_keeps_what_was_loaded(tmp_path: Path) -> None:
    said, while_full, *after = run(ROLLS_UP, tmp_path)
    assert said.startswith("The disk is full or can't be written"), said
    assert while_full == "[(500, Decimal('15000.0000'))]"  # 500 x 30
    assert after == ["True [(300,)]"]  # once there is room: a row a line


def test_a_file_is_not_begun_without_room_for_it(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(10**9, 10**9, 5_000_000))
    monkeypatch.setattr("data.ingest.readers.read", lambda *_: pytest.fail("it is read"))
    (file,) = ledger.load("log.csv", log("A", 10)).files
    assert "200 MB are needed and 5 MB are free" in file.refused
    assert ledger.ask("select count(*) from batches") == [(0,)]


def test_a_zip_needs_room_for_what_is_in_it(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """400 rows pack to about 3 kB and unpack to 12: 200 MB and three times 3 kB are free, not three times 12."""
    content = log("A", 400)
    packed = zipped({"log.csv": content})
    assert len(packed) * 2 < len(content)
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(10**9, 10**9, 200_000_000 + 3 * len(packed)))
    (file,) = ledger.load("logs.zip", packed).files
    assert (file.file, file.refused[:40]) == ("log.csv", "There is too little room on the disk: 20")
