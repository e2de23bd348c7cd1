"""Parsing in a child process, so that no file can take the server down."""

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from data.ingest.model import FileRefused, Sheet
from data.ingest.readers import child, limits, wire
from data.ingest.readers.kinds import OLE, ZIP

_ROOT = str(Path(__file__).resolve().parents[3])
_START = (
    "import gc, sys; gc.disable(); sys.path.insert(0, sys.argv[1]); from data.ingest.readers.child import main; main()"
)
"""Without looking for cycles: neither the modules that are loaded nor millions of cells are any."""
_THREADS = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
"""Each thread reserves address space, of which the child has little."""


_waiting: list[subprocess.Popen[bytes]] = []
_lock = threading.Lock()
_always = threading.Event()


def warm() -> None:
    """Have one child process waiting for a file; it ends with this process, or after it has read one."""
    with _lock:
        _waiting[:] = [one for one in _waiting if one.poll() is None] or [_start()]


def warm_for(contents: Iterable[bytes]) -> None:
    """Have a child waiting where one of these files is no plain text, while what reads its answer is still loading."""
    if any(data.startswith((*ZIP, OLE)) for data in contents):
        warm()


def keep_warm() -> None:
    """Have a child waiting from now on: a server's first upload, and each after it, is read without its start."""
    _always.set()
    warm()


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-I", "-c", _START, _ROOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_THREADS},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _take() -> subprocess.Popen[bytes]:
    with _lock:
        ready = [one for one in _waiting if one.poll() is None]
        _waiting.clear()
        return ready[0] if ready else _start()


@atexit.register
def _dismiss() -> None:
    for one in _waiting:
        one.kill()
        one.communicate()


def parse(name: str, data: bytes, kind: str) -> list[Sheet]:
    """The sheets of a file as the child process reads it.

    Errors: FileRefused with the child's own sentence, or one that says it took too long or too much memory.
    """
    with _take() as reader:
        try:
            out, _ = reader.communicate(json.dumps([kind, name]).encode() + b"\n" + data, timeout=limits.WALL_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise FileRefused(f"{name} takes too long to read; split it into smaller files.") from error
        finally:
            reader.kill()
    if _always.is_set():
        warm()
    return _answer(name, reader.returncode, out)


def _answer(name: str, status: int, out: bytes) -> list[Sheet]:
    if status == child.REFUSED:
        raise FileRefused(out.decode("utf-8", "replace"))
    if status != 0:
        raise FileRefused(f"{name} could not be read safely; copy its rows into a new workbook and choose that.")
    try:
        return wire.unpack(out)
    except (pa.ArrowException, KeyError, ValueError) as error:
        raise FileRefused(
            f"{name} could not be read safely; copy its rows into a new workbook and choose that."
        ) from error
