"""A plan being looked for in a process of its own, so that nobody waits for it and nothing else is slowed down."""

import os
import pickle
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

from analytics.rebalance.problem import Problem
from analytics.rebalance.solve import Found, as_it_is, found_of, solve

_ROOT = str(Path(__file__).resolve().parents[2])
_START = "import sys; sys.path.insert(0, sys.argv[1]); from analytics.rebalance.job import main; main()"
GRACE = 10.0
"""Seconds after the time limit in which a first plan may still come; where there is one, the process ends with the limit."""


class Job:
    """One search of so many seconds by the clock, its process's start among them: ``latest`` is the best plan so far, with all
    that is proven of it; ``is_done`` whether it has ended."""

    def __init__(self, problem: Problem, seconds: float) -> None:
        self._began, self._seconds = time.monotonic(), seconds
        self._latest: Found | None = None
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, _ROOT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._problem = problem
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """Hand the problem over, then take plans until there are no more."""
        assert self._process.stdin is not None and self._process.stdout is not None
        ends = self._began + self._seconds
        guards = [threading.Timer(ends - time.monotonic(), self._end),
                  threading.Timer(ends + GRACE - time.monotonic(), self._process.kill)]  # fmt: skip
        for guard in guards:
            guard.start()
        try:
            _send(self._process.stdin, (self._problem, ends))
            self._process.stdin.close()
            while not (self._latest and self._is_over) and (found := _receive(self._process.stdout)) is not None:
                self._latest = found
        except OSError:
            pass
        finally:
            for guard in guards:
                guard.cancel()
            self._process.kill()
            self._process.wait()

    @property
    def _is_over(self) -> bool:
        return self.seconds >= self._seconds

    def _end(self) -> None:
        """The time is over: the best plan so far is the one; only without any the first is waited for."""
        if self._latest:
            self._process.kill()

    @property
    def latest(self) -> Found | None:
        """The best plan so far; None before the first."""
        return self._latest

    @property
    def is_done(self) -> bool:
        """Whether no better plan will come."""
        return not self._reader.is_alive()

    @property
    def seconds(self) -> float:
        """How long it has been looking."""
        return time.monotonic() - self._began

    def stop(self) -> None:
        """End the search; the best plan so far stays."""
        self._process.kill()
        self._reader.join(GRACE)

    def wait(self) -> Found:
        """The best plan at the end; where the search ended without any, the caseloads as they are, nothing proven."""
        self._reader.join(self._seconds + 2 * GRACE)
        return self._latest or found_of(self._problem, as_it_is(self._problem))


def main() -> None:
    """What runs in the process: the problem on standard input, every better plan on standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # HiGHS writes there now and then
    told = _receive(sys.stdin.buffer)
    assert told is not None
    problem, ends = told  # a moment of the monotonic clock, which all processes share
    _send(out, solve(problem, max(0.1, ends - time.monotonic()), lambda found: _send(out, found)))


def _send(stream: IO[bytes], what: object) -> None:
    content = pickle.dumps(what)
    stream.write(struct.pack("<Q", len(content)) + content)
    stream.flush()


def _receive(stream: IO[bytes]):  # type: ignore[no-untyped-def]
    """The next object; None at the end. Both ends are this module, so nothing else is ever read."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    (length,) = struct.unpack("<Q", head)
    content = stream.read(length)
    return pickle.loads(content) if len(content) == length else None
