"""A killed import loses nothing that was acknowledged and leaves nothing partial."""

import multiprocessing
import random
import shutil
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from data.ingest import importer
from data.ingest.model import Options
from data.store import open_store

ROWS = 2000
KILLS = 20


def month(number: int) -> bytes:
    """A log of ROWS sessions of one month, each with its own id and 30 minutes."""
    lines = ["session_id,student_id,service,session_date,minutes,status"]
    day = f"2025-{number % 12 + 1:02d}"
    lines += [f"S{number}-{i},{i % 400},OT,{day}-{i % 28 + 1:02d},30,delivered" for i in range(ROWS)]
    return "\n".join(lines).encode()


def write(path: Path, start: int, acknowledged: Connection) -> None:
    """Import month after month, and say each that is saved."""
    store = open_store(path)
    acknowledged.send(-1)
    for number in range(start, 12):
        importer.run(store, [(f"log{number}.csv", month(number))], Options(loaded_by="test"), commit=True)
        acknowledged.send(number)


@pytest.fixture(autouse=True)
def _no_page_is_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that other tests ran leave themselves as the main module, which a new process would run again."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules[__name__])


def _run_until_killed(path: Path, start: int, after: float) -> list[int]:
    """Import from month ``start`` on; kill -9 after some seconds; the acknowledged months."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.data.store.test_kill", "pandas"])
    hear, tell = context.Pipe(duplex=False)
    process = context.Process(target=write, args=(path, start, tell))
    process.start()
    tell.close()
    assert hear.recv() == -1
    time.sleep(after)
    process.kill()
    process.join()
    found = []
    while True:
        try:
            found.append(hear.recv())
        except EOFError:
            return found


@pytest.mark.slow
@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="kill -9 is a thing of POSIX")
def test_kill_nine_twenty_times(tmp_path: Path) -> None:
    draw, interrupted = random.Random(11), 0
    first = tmp_path / "first.duckdb"
    store = open_store(first)
    importer.run(store, [("log0.csv", month(0))], Options(loaded_by="test"), commit=True)
    store.close()
    for attempt in range(KILLS):
        path = tmp_path / f"{attempt}.duckdb"
        shutil.copy(first, path)
        acknowledged = _run_until_killed(path, 1, draw.uniform(0, 0.3))
        store = open_store(path)
        with store.cursor() as cur:
            sessions = cur.execute(
                "select batch_id, count(*), sum(minutes) from sessions where known_to is null group by 1"
            ).fetchall()
            (batches,) = cur.execute("select count(*) from batches").fetchone() or (0,)
        store.close()
        path.unlink()
        interrupted += len(acknowledged) < 11
        assert all((count, minutes) == (ROWS, ROWS * 30) for _, count, minutes in sessions)
        assert 1 + len(acknowledged) <= len(sessions) == batches <= 2 + len(acknowledged)
    assert interrupted == KILLS
