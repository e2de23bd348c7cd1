"""A killed import loses nothing that was acknowledged and leaves nothing partial."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from data.store import open_store

ROWS = 3000
WRITER = """
import sys
from data.ingest import importer
from data.ingest.model import Options
from data.store import open_store
from tests.data.test_kill import month

store = open_store(sys.argv[1])
for number in range(int(sys.argv[2]), 12):
    importer.run(store, [(f"log{number}.csv", month(number))], Options(loaded_by="test"), commit=True)
    print(number, flush=True)
"""


def month(number: int) -> bytes:
    """A log of ROWS sessions of one month, each with its own id and 30 minutes."""
    lines = ["session_id,student_id,service,session_date,minutes,status"]
    day = f"2025-{number % 12 + 1:02d}"
    lines += [f"S{number}-{i},{i % 400},OT,{day}-{i % 28 + 1:02d},30,delivered" for i in range(ROWS)]
    return "\n".join(lines).encode()


def _run_until_killed(path: Path, start: int, after: float) -> int:
    """Import from month ``start`` on; kill -9 after some seconds; the number of acknowledged imports."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(start)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        text=True,
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    rest = process.stdout.read()
    process.wait()
    return len((first + rest).split())


def test_kill_nine_twenty_times(tmp_path: Path) -> None:
    draw = random.Random(11)
    for attempt in range(20):
        path = tmp_path / f"{attempt}.duckdb"
        acknowledged = _run_until_killed(path, 0, draw.uniform(0, 0.4))
        store = open_store(path)
        with store.cursor() as cur:
            sessions = cur.execute(
                "select batch_id, count(*), sum(minutes) from sessions where known_to is null group by 1"
            ).fetchall()
            (batches,) = cur.execute("select count(*) from batches").fetchone() or (0,)
        store.close()
        path.unlink()
        assert all((count, minutes) == (ROWS, ROWS * 30) for _, count, minutes in sessions)
        assert len(sessions) == batches >= acknowledged >= 1
