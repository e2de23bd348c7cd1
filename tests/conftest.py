"""What every test may use."""

import atexit
import gc
import io
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from data.ingest import readers
from data.ingest.model import Sheet
from data.ingest.readers import child, guard, wire
from data.store import Store, open_store
from tests import kept_open
from tests.sample import sample_file

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # how long an example takes hangs on what else the machine does
IN_A_CHILD = guard.parse
os.environ.setdefault(
    "GLIBC_TUNABLES",
    "glibc.malloc.tcache_count=2000:glibc.malloc.trim_threshold=268435456:glibc.malloc.mmap_threshold=67108864",
)
"""For the processes that this one starts, the workers too: planning thousands of small statements is a sixth allocating."""


def pytest_configure(config: pytest.Config) -> None:
    """All tests run under ``MINUTES_ALL``, and of files and tests that are named, unless ``-m`` chooses: the default suite's
    choice is for folders. A worker reads the options anew and is told."""
    if hasattr(config, "workerinput"):
        config.option.markexpr = config.workerinput["markexpr"]
        return
    chosen = any(told.startswith("-m") for told in config.invocation_params.args)
    if not chosen and ("MINUTES_ALL" in os.environ or all(".py" in named for named in config.args)):
        config.option.markexpr = ""


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """What the process that hands out the tests chose among them."""
    node.workerinput["markexpr"] = node.config.option.markexpr


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is imported and collected stays to the end: nothing looks for garbage among it, now or later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(10_000, 20, 50)
        gc.enable()


def _parsed_here(name: str, data: bytes, kind: str) -> list[Sheet]:
    out = io.BytesIO()
    wire.pack(child.sheets(name, data, kind), out)
    return wire.unpack(out.getvalue())


@pytest.fixture(scope="session", autouse=True)
def _workbooks_are_parsed_here() -> Iterator[None]:
    """Without the child process, whose start takes longer than what most tests do; ``guarded`` has it back."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(guard, "parse", _parsed_here)
        patched.setattr(readers, "warm_for", lambda _: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_thread_a_database() -> Iterator[None]:
    """Tables of a few rows are one thread's work, and there is a process of tests for each processor already."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("MINUTES_THREADS", "1")
        yield


@pytest.fixture(scope="session", autouse=True)
def _nothing_stays_open() -> Iterator[None]:
    yield
    kept_open.let_go()


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workbooks are parsed in a child process, as the app has it."""
    monkeypatch.setattr(guard, "parse", IN_A_CHILD)


@pytest.fixture
def store() -> Iterator[Store]:
    """A fresh, empty database in memory."""
    opened = open_store(None)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The sample district's database, built as the first visit builds it; copy it before opening."""
    base = tmp_path_factory.getbasetemp()
    return sample_file(base if worker_id == "master" else base.parent)


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One more than there are processors: while a worker waits for its browser or a child, another has something to do."""
    processors = yield
    return processors if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else processors + 1


@atexit.register
def _let_the_interpreter_end() -> None:
    """What was kept from the collector, and from the end by Hypothesis's callback, is let go, or the ending interpreter finds
    what DuckDB's binding holds of it; not before, or pytest's last look for garbage goes through all of it."""
    gc.callbacks.clear()
    gc.unfreeze()
